#include "misses.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "notebook.hpp"
#include "query/missed.hpp"
#include "store/misses.hpp"

namespace cafe::cmd {

namespace {

constexpr unsigned private_mode = 0600;

constexpr Phrase<int> noted_from_now{
    "Noté désormais : les mots que rien ne connaît, des questions restées sans réponse. Ni celles d'une personne, d'un "
    "lieu, de la santé ou d'un danger. Sur cet ordinateur seul, {} jours. « --show » les montre, « --clear » arrête et "
    "efface.",
    "Noted from now on: the words that nothing knows, of questions without an answer. None of a person, a place, "
    "health "
    "or danger. On this computer alone, {} days. '--show' shows them, '--clear' stops and erases."};
constexpr Phrase<> cleared{"plus rien n'est noté, ce qui l'était est effacé",
                           "nothing is noted any more, what was is erased"};
constexpr Phrase<> none_noted{"rien n'est noté", "nothing is noted"};
constexpr Phrase<std::string> only_with{"{} va avec --note-miss", "{} goes with --note-miss"};
constexpr Phrase<> of_one_notebook{"--note-miss note pour un seul carnet, -C est donné plusieurs fois",
                                   "--note-miss notes for one notebook, -C is given several times"};
constexpr Phrase<> no_question_with{"--note-miss est un réglage : il va sans question",
                                    "--note-miss is a setting: it goes without a question"};
constexpr Phrase<> no_home{"pas de dossier pour ce réglage : la variable HOME est vide ou absente",
                           "no folder for this setting: the variable HOME is empty or unset"};

// The user's own folder for settings; empty where the environment names none.
std::string setting_file(const World& world) {
    const std::string settings = user_folder(world, "XDG_CONFIG_HOME", ".config");
    return settings.empty() ? "" : path::join(settings, "cafe/note-miss");
}

bool is_on(World& world) {
    const std::string file = setting_file(world);
    if (file.empty()) return false;
    const auto info = world.disk.info(file);
    return info && info->has_value();
}

Result<Done> switch_on(World& world, const std::string& file) {
    if (is_on(world)) return Done{};
    if (auto made = world.disk.make_folder(path::parent(file)); !made) return made;
    return world.disk.create_unsynced(file, "", private_mode);
}

Result<int> show(World& world, const std::string& state) {
    const auto noted = store::missed(world.disk, state, today(world));
    if (!noted) return noted.error();
    if (noted->empty()) world.say(none_noted());
    for (const store::Missed& one : *noted)
        world.out << one.day.iso() << "  " << utf8::printable(text::join(one.words, " ")) << "\n";
    return 0;
}

Result<int> clear(World& world, const std::string& state, const std::string& file) {
    if (auto gone = world.disk.remove(file); !gone) return gone.error();
    if (auto gone = store::clear_missed(world.disk, state); !gone) return gone.error();
    world.say(cleared());
    return 0;
}

}  // namespace

std::vector<Option> miss_options() {
    return {
        {"--note-miss",
         ValueKind::none,
         {},
         {"réglage personnel : noter les mots inconnus des questions restées sans réponse",
          "personal setting: note the unknown words of questions without an answer"}},
        {"--show", ValueKind::none, {}, {"avec --note-miss : ce qui est noté", "with --note-miss: what is noted"}},
        {"--clear",
         ValueKind::none,
         {},
         {"avec --note-miss : ne plus noter, effacer", "with --note-miss: note no more, erase"}},
    };
}

Result<std::optional<int>> run_misses(World& world, const Arguments& arguments) {
    if (!arguments.has("--note-miss")) {
        for (const char* option : {"--show", "--clear"})
            if (arguments.has(option)) return Error{ErrorKind::usage, only_with(option), {}};
        return std::optional<int>();
    }
    if (!arguments.words.empty()) return Error{ErrorKind::usage, no_question_with(), {}};
    if (!world.beside.empty()) return Error{ErrorKind::usage, of_one_notebook(), {}};
    const std::string file = setting_file(world);
    if (file.empty()) return Error{ErrorKind::environment, no_home(), {}};
    const auto catalog = open_catalog(world);  // settles language and today
    if (!catalog) return catalog.error();
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    const auto state = state_folder(world, *root);
    if (!state) return state.error();
    const auto done = [&](Result<int> code) -> Result<std::optional<int>> {
        if (!code) return code.error();
        return std::optional(*code);
    };
    if (arguments.has("--show")) return done(show(world, *state));
    if (arguments.has("--clear")) return done(clear(world, *state, file));
    if (auto on = switch_on(world, file); !on) return on.error();
    world.say(noted_from_now(store::missed_days));
    return std::optional(0);
}

void note_miss(World& world, const std::string& question, const query::Query& query, const store::Catalog& catalog,
               const query::Lexicon& lexicon) {
    if (!world.beside.empty() || !is_on(world)) return;
    const auto words = query::notable_words(question, query, catalog, lexicon);
    const auto root = store::find_notebook(world.disk, world.start);
    if (words.empty() || !root) return;
    if (const auto state = state_folder(world, *root))
        static_cast<void>(store::note_missed(world.disk, *state, today(world), words));
}

}  // namespace cafe::cmd
