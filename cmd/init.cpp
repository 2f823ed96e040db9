#include <algorithm>

#include "base/text.hpp"
#include "command.hpp"
#include "git/clone.hpp"
#include "git/git.hpp"
#include "init_ci.hpp"
#include "init_clone.hpp"
#include "init_example.hpp"
#include "init_hook.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "schema.hpp"
#include "store/changes.hpp"
#include "store/layout.hpp"
#include "yaml/scalar.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> bad_department{"« {} » n'est pas un numéro de département",
                                             "'{}' is not the number of a département"};
constexpr Phrase<> write_department{"l'écrire comme l'INSEE : 47, 2A, 974", "write it as INSEE does: 47, 2A, 974"};
constexpr Phrase<std::string> made{"carnet créé dans {}", "notebook made in {}"};
constexpr Phrase<std::string> would_make{"créerait {}", "would make {}"};
constexpr Phrase<std::string> already{"{} est déjà un carnet : rien à faire",
                                      "{} is already a notebook: nothing to do"};
constexpr Phrase<> repository_made{"dépôt git créé", "git repository made"};
constexpr Phrase<> hook_without_git{"--hook et --no-git se contredisent", "--hook and --no-git contradict each other"};
constexpr Phrase<> one_of_both{"n'en garder qu'un", "keep one of them"};
constexpr Phrase<> offer_hook{"pour que git vérifie les fiches avant chaque enregistrement : cafe init --hook",
                              "to have git check the records before each commit: cafe init --hook"};
constexpr Phrase<> next_example{"essayer : cafe check, puis cafe qui \"s'occupe du logement à Fumel\"",
                                "try: cafe check, then cafe who handles housing in Fumel"};
constexpr Phrase<> next_empty{"ensuite : une première fiche dans partners/, puis cafe check",
                              "next: a first record in partners/, then cafe check"};
constexpr Phrase<> ask_department{"Département(s), par exemple 47 : ", "Département(s), for example 47: "};
constexpr Phrase<> ask_name{"Nom du réseau : ", "Name of the network: "};
constexpr Phrase<> no_department{
    "sans département, un nom de commune doit être unique en France : l'ajouter dans cafe.yaml (departments)",
    "without a département, the name of a commune must be unique in France: add it in cafe.yaml (departments)"};

constexpr Label name_comment{
    "# Les réglages du carnet. Une fiche par partenaire dans partners/, une personne par fichier dans people/.",
    "# The settings of the notebook. One record per partner in partners/, one file per person in people/."};
constexpr Label default_name{"Café partenaires", "Café partenaires"};

std::string settings_text(const std::string& name, const std::string& language,
                          const std::vector<std::string>& departments, Lang lang) {
    std::string text = std::string(name_comment.in(lang)) + "\n";
    text += "name: " + yaml::write_text(name, yaml::Context::block) + "\n";
    text += "language: " + language + "\n";
    std::vector<std::string> quoted;
    for (const std::string& department : departments) quoted.push_back("\"" + department + "\"");
    text += "departments: [" + text::join(quoted, ", ") + "]\n";
    text += "timezone: Europe/Paris\n";
    return text;
}

std::string ask(World& world, const Words& question) {
    world.err << question.in(world.lang);
    world.err.flush();
    std::string answer;
    std::getline(world.in, answer);
    return std::string(text::trim(answer));
}

Result<std::vector<std::string>> departments(World& world, const Arguments& arguments) {
    std::vector<std::string> said = arguments.values("--department");
    if (said.empty() && arguments.has("--example")) said = {"47"};
    if (said.empty() && world.ask) said = {ask(world, ask_department())};
    std::vector<std::string> found;
    for (const std::string& one : said) {
        const std::string spaced = text::replace_all(one, ",", " ");
        for (const std::string_view part : text::words(spaced)) {
            std::string code(part);
            if (code.size() == 1) code.insert(0, "0");
            std::transform(code.begin(), code.end(), code.begin(), [](char c) {
                return c == 'a' ? 'A' : c == 'b' ? 'B' : c;
            });
            if (!model::is_department(code))
                return Error{ErrorKind::usage, bad_department(std::string(part)), write_department()};
            if (std::find(found.begin(), found.end(), code) == found.end()) found.push_back(code);
        }
    }
    return found;
}

Result<Done> make_repository(World& world, const std::string& folder) {
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    if (*repository) return Done{};
    if (const auto made_one = git::make_repository(world.process, folder); !made_one) return made_one.error();
    world.say(repository_made());
    return Done{};
}

// Settings of an editor that stand there already stay as they are.
Result<Done> add_editor_files(World& world, const std::string& folder, Lang lang, store::Changes& changes) {
    for (EditorFile& file : editor_files(lang)) {
        const auto there = world.disk.info(path::join(folder, file.path));
        if (!there) return there.error();
        if (!*there) changes.push_back({std::move(file.path), std::nullopt, std::move(file.text)});
    }
    return Done{};
}

// What an `init` left behind that was cut off is taken back first.
Result<bool> has_notebook(World& world, const std::string& folder) {
    const std::string file = path::join(folder, store::settings_file);
    const auto settings = world.disk.info(file);
    if (!settings) return settings.error();
    if (!*settings) return false;
    const auto state = state_folder(world, folder);
    if (!state) return true;
    if (const auto recovered = store::recover(world.disk, {folder, *state}); !recovered) return recovered.error();
    const auto left = world.disk.info(file);
    if (!left) return left.error();
    return left->has_value();
}

Result<int> run_init(World& world, const Arguments& arguments) {
    if (arguments.has("--hook") && arguments.has("--no-git"))
        return Error{ErrorKind::usage, hook_without_git(), one_of_both()};
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const std::string typed = arguments.words.empty() ? world.start : path::join(world.start, arguments.words.front());
    const std::string folder = path::normal(path::join(*here, typed));
    const auto stands = has_notebook(world, folder);
    if (!stands) return stands.error();
    if (*stands) {
        if (arguments.has("--ci")) return write_ci(world, arguments, folder);
        if (!arguments.has("--hook")) {
            const auto prepared = arguments.has("--no-git") ? Result<bool>(false)
                                                            : prepare_clone(world, folder, arguments.has("--dry-run"));
            if (!prepared) return prepared.error();
            if (!*prepared) world.say(already(folder));
            return 0;
        }
        if (const auto hooked = make_hook(world, folder, arguments.has("--dry-run")); !hooked) return hooked.error();
        return 0;
    }
    const auto found = departments(world, arguments);
    if (!found) return found.error();
    std::string name = arguments.value("--name");
    if (name.empty() && world.ask && !arguments.has("--example")) name = ask(world, ask_name());
    if (name.empty()) name = default_name.in(world.lang);
    const std::string language = arguments.has("--language")                      ? arguments.value("--language")
                                 : world.lang == Lang::en && world.lang_is_chosen ? "en"
                                                                                  : "fr";

    store::Changes changes{{std::string(store::settings_file), std::nullopt,
                            settings_text(name, language, *found, language == "en" ? Lang::en : Lang::fr)}};
    if (arguments.has("--example"))
        for (const ExampleFile& file : example_files())
            changes.push_back({std::string(file.path), std::nullopt, std::string(file.text)});
    if (const auto added = add_editor_files(world, folder, language == "en" ? Lang::en : Lang::fr, changes); !added)
        return added.error();
    if (!arguments.has("--no-git"))
        if (const auto added = add_git_files(world, folder, language == "en" ? Lang::en : Lang::fr, changes); !added)
            return added.error();
    if (arguments.has("--dry-run")) {
        for (const store::FileChange& change : changes) world.out << would_make(change.path).in(world.lang) << '\n';
        return 0;
    }
    if (const auto ready = world.disk.make_folder(folder); !ready) return ready.error();
    if (!arguments.has("--no-git"))
        if (const auto ready = make_repository(world, folder); !ready) return ready.error();
    const auto state = state_folder(world, folder);
    if (!state) return state.error();
    if (const auto written = store::commit(world.disk, {folder, *state}, changes); !written) return written.error();
    world.say(made(folder));
    if (!arguments.has("--no-git")) {
        const auto repository = git::find(world.disk, folder);
        if (!repository) return repository.error();
        if (*repository) {
            if (const auto set = git::set_up(world.process, **repository); !set) return set.error();
            if (const auto first = make_first_commit(world, **repository, folder, changes); !first)
                return first.error();
        }
    }
    if (arguments.has("--ci"))
        if (const auto written = write_ci(world, arguments, folder); !written) return written.error();
    if (arguments.has("--hook"))
        if (const auto hooked = make_hook(world, folder, false); !hooked) return hooked.error();
    if (found->empty()) world.say(no_department());
    world.say(arguments.has("--example") ? next_example() : next_empty());
    if (!arguments.has("--no-git") && !arguments.has("--hook")) world.say(offer_hook());
    return 0;
}

}  // namespace

const Command& init_command() {
    static const Command command{
        .name = "init",
        .group = Group::change,
        .summary = {"commencer un carnet", "start a notebook"},
        .arguments = {"[DOSSIER]", "[DIR]"},
        .most = 1,
        .options = {{"--department",
                     ValueKind::text,
                     {"N", "N"},
                     {"département du réseau ; peut être répété", "département of the network; may be repeated"},
                     {},
                     true},
                    {"--name", ValueKind::text, {"NOM", "NAME"}, {"nom du réseau", "name of the network"}},
                    {"--language",
                     ValueKind::choice,
                     {"fr|en", "fr|en"},
                     {"langue de ce qui est publié", "language of what is published"},
                     {"fr", "en"}},
                    {"--example",
                     ValueKind::none,
                     {},
                     {"avec deux fiches, une personne, un café et sa réunion, pour essayer",
                      "with two fiches, a person, a café and its meeting, to try it out"}},
                    {"--hook",
                     ValueKind::none,
                     {},
                     {"faire vérifier les fiches par git avant chaque enregistrement",
                      "have git check the records before each commit"}},
                    {"--ci",
                     ValueKind::choice,
                     {"FORGE", "FORGE"},
                     {"faire vérifier chaque changement par la forge : github ou gitlab",
                      "have the forge check each change: github or gitlab"},
                     {"github", "gitlab"}},
                    {"--from",
                     ValueKind::text,
                     {"URL@COMMIT", "URL@COMMIT"},
                     {"avec --ci : d'où cafe est construit", "with --ci: where cafe is built from"}},
                    {"--no-git", ValueKind::none, {}, {"ne pas créer de dépôt git", "make no git repository"}},
                    {"--dry-run",
                     ValueKind::none,
                     {},
                     {"dire ce qui serait créé, ne rien écrire", "say what would be made, write nothing"}}},
        .about =
            {"Écrit cafe.yaml dans le dossier (créé au besoin) et un dépôt git s'il n'y en a pas, avec son "
             "premier enregistrement. Dans un carnet qui existe déjà, prépare seulement ce clone : les fiches s'y "
             "réunissent champ par champ. --hook et --ci peuvent y être demandés plus tard.",
             "Writes cafe.yaml in the folder (made when needed) and a git repository where there is none, with its "
             "first commit. In a notebook that stands already only this clone is set up: records are merged there "
             "field by field. --hook and --ci can be asked for later."},
        .examples = {{"cafe init mon-reseau --department 47 --example", {"un carnet d'essai", "a notebook to try"}},
                     {"cafe init --hook", {"vérifier avant chaque commit", "check before each commit"}}},
        .run = run_init,
        .word = ValueKind::folder,
    };
    return command;
}

}  // namespace cafe::cmd
