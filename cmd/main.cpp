// The edge of the world: the real console, the real disk, the real clock. Computes nothing.
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "base/console.hpp"
#include "base/patient_disk.hpp"
#include "run.hpp"

extern "C" {
/// Read by jemalloc where the program is linked with it. Memory comes in pages of 2 MB, where the system has them: a
/// notebook is read into it once, and pages of 4 KB, each given by the system at its first touch, took a third of the
/// time of `check`. None goes back before the end, which is near, and threads share it, since what one makes another
/// frees.
extern const char* malloc_conf;
const char* malloc_conf = "thp:always,dirty_decay_ms:-1,narenas:1";
}

namespace {

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

cafe::Date clock_in(const std::string& zone) {
    ::setenv("TZ", zone.c_str(), 1);
    ::tzset();
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return cafe::Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(cafe::Date{});
}

// What was printed must have arrived, or the exit code says so. A reader that went away (head, less) is no failure.
int closed(int code, int failure, std::ostream& err) {
    if (failure == 0 || failure == EPIPE) return code;
    err << "cafe: la sortie n'a pas pu être écrite en entier / the output could not be written in full (errno "
        << failure << ")\n";
    return 4;
}

int run(int count, char** words) {
    const auto console = cafe::real_console();
    try {
        cafe::cmd::World* watched = nullptr;
        const auto disk = cafe::real_disk([&] { cafe::cmd::say_that_we_wait(*watched); });
        const auto process = cafe::real_process();
        cafe::cmd::World world{*disk, *process, console->out(), console->err(), std::cin, variable, clock_in};
        watched = &world;
        world.out_is_terminal = console->out_is_terminal();
        world.err_is_terminal = console->err_is_terminal();
        world.in_is_terminal = console->in_is_terminal();
        world.width = console->width();
        world.program = cafe::own_identity();
        world.page = [&](cafe::Pager pager) { console->page_with(std::move(pager)); };
        world.progress = [&](const std::string& line) { console->progress(line); };
        const std::vector<std::string> arguments(words + 1, words + count);
        const int code = cafe::cmd::run(arguments, world);
        static const auto* const until_the_end = new auto(std::move(world.kept));
        static_cast<void>(until_the_end);
        return closed(code, console->finish(), console->err());
    } catch (const std::bad_alloc&) {
        console->err() << "cafe: la mémoire manque ; fermez quelques programmes, puis relancez la commande / there is "
                          "not enough memory; close some programs, then run the command again\n";
        return 4;
    } catch (const std::exception& bug) {
        console->err() << "cafe: c'est un défaut de cafe, merci de le signaler / this is a bug in cafe, please report "
                          "it: "
                       << bug.what() << '\n';
        return 70;
    }
}

}  // namespace

int main(int count, char** words) {
    const int code = run(count, words);
    // Everything has been written. The system takes memory back sooner than libraries free their tables; but what looks
    // for leaks does so at an ordinary end.
    if constexpr (!CAFE_SANITIZED) std::_Exit(code);
    return code;
}
