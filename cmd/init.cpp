#include <algorithm>

#include "base/text.hpp"
#include "command.hpp"
#include "git/clone.hpp"
#include "git/git.hpp"
#include "git/snapshot.hpp"
#include "init_ci.hpp"
#include "init_example.hpp"
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
constexpr Phrase<std::string> hook_made{"git vérifiera les fiches avant chaque enregistrement : {}",
                                        "git will check the records before each commit: {}"};
constexpr Phrase<std::string> hook_stands{"{} vérifie déjà les fiches : rien à faire",
                                          "{} already checks the records: nothing to do"};
constexpr Phrase<std::string> other_hook{"{} existe déjà et n'est pas touché",
                                         "{} is already there and is not touched"};
constexpr Phrase<std::string> add_line{"y ajouter cette ligne : {}", "add this line to it: {}"};
constexpr Phrase<std::string> no_repository{"{} n'est pas dans un dépôt git : pas de vérification à y poser",
                                            "{} is not in a git repository: there is no commit to check"};
constexpr Phrase<> make_repository_first{"git init, puis cafe init --hook", "git init, then cafe init --hook"};
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

// ---- The check before each commit ----------------------------------------------------------------------------------

// For the shell of git: nothing in it means anything but itself.
std::string shell_quoted(const std::string& word) {
    return "'" + text::replace_all(word, "'", "'\\''") + "'";
}

std::string hook_line(const std::string& folder_in_repository) {
    return folder_in_repository.empty() ? "cafe check --staged"
                                        : "cafe -C " + shell_quoted(folder_in_repository) + " check --staged";
}

// Without cafe in the way, as for a colleague who has only git, nothing is checked and that is said.
std::string hook_text(const std::string& line, Lang lang) {
    constexpr Label comment{"# Posé par « cafe init --hook ». Passer outre, une fois : git commit --no-verify",
                            "# Put here by 'cafe init --hook'. To pass over it once: git commit --no-verify"};
    constexpr Label missing{"cafe n'est pas installé ici : fiches non vérifiées",
                            "cafe is not installed here: records not checked"};
    return "#!/bin/sh\n" + std::string(comment.in(lang)) + "\nif ! command -v cafe >/dev/null 2>&1; then\n  echo " +
           shell_quoted(std::string(missing.in(lang))) + " >&2\n  exit 0\nfi\nexec " + line + "\n";
}

// A hook that stands there, ours or not, stays as it is.
Result<Done> make_hook(World& world, const std::string& folder, bool dry_run) {
    constexpr std::size_t largest_hook = 1024 * 1024;
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    if (!*repository) return Error{ErrorKind::usage, no_repository(folder), make_repository_first()};
    const auto hooks = git::hooks_folder(world.process, **repository);
    if (!hooks) return hooks.error();
    const std::string path = path::join(*hooks, "pre-commit");
    const std::string& top = (*repository)->top;
    const std::string line = hook_line(folder == top ? "" : folder.substr(top == "/" ? 1 : top.size() + 1));
    const auto there = world.disk.info(path);
    if (!there) return there.error();
    if (*there) {
        const auto text = world.disk.read(path, largest_hook);
        if (text && text->find(line) != std::string::npos) {
            world.say(hook_stands(path));
            return Done{};
        }
        return Error{ErrorKind::conflict, other_hook(path), add_line(line)};
    }
    if (dry_run) {
        world.out << would_make(path).in(world.lang) << '\n';
        return Done{};
    }
    if (const auto ready = world.disk.make_folder(*hooks); !ready) return ready.error();
    if (const auto written = world.disk.create(path, hook_text(line, world.lang), 0755); !written)
        return written.error();
    world.say(hook_made(path));
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

// ---- A clone
// ---------------------------------------------------------------------------------------------------------

constexpr Phrase<> clone_ready{"ce clone réunira les fiches champ par champ",
                               "this clone will merge records field by field"};
constexpr Phrase<std::string> added_to{"{} complété : à enregistrer dans git", "{} completed: commit it to git"};
constexpr Phrase<> first_commit_made{"premier enregistrement fait", "first commit made"};
constexpr Phrase<std::string> no_first_commit{"premier enregistrement pas encore fait : {}",
                                              "first commit not made yet: {}"};
constexpr Phrase<> say_who{"dire à git qui vous êtes, puis : git add . et git commit -m \"Début du carnet\"",
                           "tell git who you are, then: git add . and git commit -m \"Start of the notebook\""};

constexpr std::string_view attributes_file = ".gitattributes";
constexpr std::string_view ignore_text = "# cafe init\n.DS_Store\nThumbs.db\n*~\n*.swp\n.cafe-*.tmp\n*.yaml.cafe\n";

std::string attributes_text(Lang lang) {
    constexpr Label comment{"# Les fiches se réunissent champ par champ (cafe init dans chaque clone).",
                            "# Records are merged field by field (cafe init in each clone)."};
    return std::string(comment.in(lang)) + "\n" + std::string(git::attributes_line) + "\n" +
           std::string(git::memory_attributes) + "\n";
}

// What a repository needs beside the records; what stands there already stays.
Result<Done> add_git_files(World& world, const std::string& folder, Lang lang, store::Changes& changes) {
    for (auto& [path, text] : std::vector<std::pair<std::string, std::string>>{
             {std::string(attributes_file), attributes_text(lang)}, {".gitignore", std::string(ignore_text)}}) {
        const auto there = world.disk.info(path::join(folder, path));
        if (!there) return there.error();
        if (!*there) changes.push_back({path, std::nullopt, text});
    }
    return Done{};
}

// The first commit of a repository that has none; without a name for git it waits, and that is said.
Result<Done> make_first_commit(World& world, const git::Repository& repository, const std::string& folder,
                               const store::Changes& changes) {
    const auto head = git::commit_id(world.process, repository, "HEAD");
    if (!head) return head.error();
    if (*head) return Done{};
    std::vector<std::string> add{"add", "--"};
    for (const store::FileChange& change : changes)
        add.push_back(":(top,literal)" + git::path_in_repository(repository, folder, change.path));
    if (const auto added = git::ask(world.process, repository, add); !added) return added.error();
    constexpr Label message{"Début du carnet", "Start of the notebook"};
    const auto made_commit =
        git::run(world.process, repository,
                 {"commit", "--quiet", "--no-verify", "--no-gpg-sign", "-m", std::string(message.in(world.lang))});
    if (!made_commit) return made_commit.error();
    if (made_commit->code == 0) {
        world.say(first_commit_made());
        return Done{};
    }
    const std::string said(text::trim(made_commit->err));
    world.say(no_first_commit(said.substr(0, said.find('\n'))));
    world.say(say_who());
    return Done{};
}

// A notebook that stands: its clone learns how records are merged. True when something was done.
Result<bool> prepare_clone(World& world, const std::string& folder, bool dry_run) {
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    if (!*repository) return false;
    bool done = false;
    const auto ready = git::is_set_up(world.process, **repository);
    if (!ready) return ready.error();
    if (!*ready) {
        if (!dry_run)
            if (const auto set = git::set_up(world.process, **repository); !set) return set.error();
        world.say(clone_ready());
        done = true;
    }
    if (git::asks_for_merge(world.disk, **repository, folder)) return done;
    const std::string path = path::join((*repository)->top, std::string(attributes_file));
    const auto there = world.disk.info(path);
    if (!there) return there.error();
    std::string text;
    if (*there) {
        auto bytes = world.disk.read(path, store::largest_record);
        if (!bytes) return bytes.error();
        text = std::move(*bytes);
    }
    if (!dry_run) {
        const auto state = state_folder(world, (*repository)->top);
        if (!state) return state.error();
        std::string after = text;
        if (!after.empty() && !after.ends_with('\n')) after += '\n';
        after += attributes_text(world.lang);
        const auto written =
            store::commit(world.disk, {(*repository)->top, *state},
                          {{std::string(attributes_file), *there ? std::optional(text) : std::nullopt, after}});
        if (!written) return written.error();
    }
    world.say(added_to(std::string(attributes_file)));
    return true;
}

// `--ci`: one file, never over one that stands.
Result<int> write_ci(World& world, const Arguments& arguments, const std::string& folder) {
    constexpr Phrase<std::string> stands{"{} existe déjà et n'est pas touché", "{} stands already and is not touched"};
    constexpr Phrase<std::string> written{"{} écrit : à enregistrer dans git", "{} written: commit it to git"};
    const auto file = ci_file(arguments.value("--ci"), arguments.value("--from"));
    if (!file) return file.error();
    const auto repository = git::find(world.disk, folder);
    if (!repository) return repository.error();
    const std::string top = *repository ? (*repository)->top : folder;
    const auto there = world.disk.info(path::join(top, file->path));
    if (!there) return there.error();
    if (*there) return Error{ErrorKind::conflict, stands(file->path), {}};
    if (arguments.has("--dry-run")) {
        world.out << file->text;
        return 0;
    }
    const auto state = state_folder(world, top);
    if (!state) return state.error();
    const auto done = store::commit(world.disk, {top, *state}, {{file->path, std::nullopt, file->text}});
    if (!done) return done.error();
    world.say(written(file->path));
    return 0;
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
