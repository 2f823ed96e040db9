#include "asking.hpp"

#include "base/fold.hpp"
#include "base/text.hpp"

namespace cafe::cmd {

std::optional<std::string> ask(World& world, const Words& question) {
    world.err << question.in(world.lang);
    world.err.flush();
    std::string answer;
    if (!std::getline(world.in, answer)) {
        world.err << '\n';
        return std::nullopt;
    }
    return std::string(text::trim(answer));
}

std::optional<bool> ask_yes(World& world, const Words& question, bool otherwise) {
    while (true) {
        const auto answer = ask(world, question);
        if (!answer) return std::nullopt;
        const std::string said = fold::text(*answer);
        if (said.empty()) return otherwise;
        if (said == "o" || said == "oui" || said == "y" || said == "yes") return true;
        if (said == "n" || said == "non" || said == "no") return false;
    }
}

int cancelled(World& world) {
    static constexpr Phrase<> nothing_written{"annulé : rien n'a été écrit", "cancelled: nothing was written"};
    constexpr int interrupted = 130;
    world.say(nothing_written());
    return interrupted;
}

}  // namespace cafe::cmd
