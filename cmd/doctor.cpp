// `cafe doctor`: what must be right on this machine and in this clone, with the command that mends it.
#include "doctor.hpp"

#include "base/utf8.hpp"
#include "command.hpp"
#include "render/json.hpp"
#include "store/book.hpp"

namespace cafe::cmd {

namespace {

constexpr Noun wrong_noun{"chose à réparer", "choses à réparer", "thing to mend", "things to mend"};
constexpr Noun doubtful_noun{"chose à savoir", "choses à savoir", "thing to know", "things to know"};
constexpr Phrase<> all_well{"tout va bien", "all is well"};
constexpr Phrase<Words, Words> sums{"{0}, {1}", "{0}, {1}"};

// How people, programs and terminals are told of it.
struct Look {
    std::string_view mark;
    std::string_view key;
    std::string_view colour;
};

Look look_of(Health health) {
    switch (health) {
        case Health::good: return {"✓", "ok", "\x1b[32m"};
        case Health::doubtful: return {"!", "warning", "\x1b[33m"};
        case Health::wrong: return {"✗", "wrong", "\x1b[31m"};
    }
    return {};
}

void print(World& world, const Checkup& one) {
    const Look look = look_of(one.health);
    if (world.colour) world.out << look.colour;
    world.out << look.mark << (world.colour ? "\x1b[0m " : " ") << utf8::printable(one.says.in(world.lang)) << '\n';
    if (!one.mend.empty()) world.out << "    " << utf8::printable(one.mend) << '\n';
    if (!one.advice.empty()) world.out << "    " << utf8::printable(one.advice.in(world.lang)) << '\n';
}

void print_json(World& world, const std::vector<Checkup>& found, std::size_t wrong, std::size_t doubtful) {
    std::vector<render::Json> checks;
    for (const Checkup& one : found) {
        render::JsonObject object;
        object.add("id", one.id).add("state", look_of(one.health).key).add("message", one.says.in(world.lang));
        if (!one.mend.empty()) object.add("command", one.mend);
        if (!one.advice.empty()) object.add("remedy", one.advice.in(world.lang));
        checks.push_back(object.done());
    }
    world.out << render::json_document(render::JsonObject()
                                           .add("schema", "cafe/doctor/1")
                                           .add("checks", render::json_lines(checks))
                                           .add("wrong", wrong)
                                           .add("warnings", doubtful)
                                           .done());
}

Result<int> run_doctor(World& world, const Arguments& arguments) {
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    const std::vector<Checkup> found = examine(world, *root);
    std::size_t wrong = 0;
    std::size_t doubtful = 0;
    for (const Checkup& one : found) {
        wrong += one.health == Health::wrong ? 1U : 0U;
        doubtful += one.health == Health::doubtful ? 1U : 0U;
    }
    const int code = wrong == 0 ? 0 : 1;
    if (arguments.has("--json")) {
        print_json(world, found, wrong, doubtful);
        return code;
    }
    for (const Checkup& one : found)
        if (!world.quiet || one.health != Health::good) print(world, one);
    if (wrong == 0 && doubtful == 0)
        world.say(all_well());
    else
        world.say(sums(count(wrong, wrong_noun), count(doubtful, doubtful_noun)));
    return code;
}

}  // namespace

const Command& doctor_command() {
    static const Command command{
        .name = "doctor",
        .group = Group::ask,
        .summary = {"ce qui doit aller sur cette machine et dans ce clone",
                    "what must be right on this machine and in this clone"},
        .most = 0,
        .options = {{"--json",
                     ValueKind::none,
                     {},
                     {"un document JSON (cafe/doctor/1)", "one JSON document (cafe/doctor/1)"}}},
        .about = {"Regarde git, la fusion des fiches dans ce clone, le verrou et le journal, les fichiers temporaires "
                  "oubliés, les noms de fichiers, le disque (réseau, dossier synchronisé), la langue du terminal et "
                  "l'horloge. Chaque ligne qui ne va pas est suivie de la commande qui la répare. Ne change rien. Code "
                  "1 s'il y a quelque chose à réparer.",
                  "Looks at git, at how records are merged in this clone, at the lock and the journal, at temporary "
                  "files left over, file names, the disk (network, synchronised folder), the terminal's language and "
                  "the clock. Each line that is not right is followed by the command that mends it. Changes nothing. "
                  "Exit code 1 when there is something to mend."},
        .examples = {{"cafe doctor",
                      {"après une installation, ou quand quelque chose cloche",
                       "after an installation, or when something is odd"}}},
        .run = run_doctor,
    };
    return command;
}

}  // namespace cafe::cmd
