#include "check/check.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/did_you_mean.hpp"
#include "base/diff.hpp"
#include "base/text.hpp"
#include "change.hpp"
#include "check/needs.hpp"
#include "check/taught.hpp"
#include "check_merge.hpp"
#include "checking.hpp"
#include "command.hpp"
#include "edit/mend.hpp"
#include "git/clone.hpp"
#include "git/git.hpp"
#include "notebook.hpp"
#include "store/changes.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> unknown_code{"code inconnu : {}", "unknown code: {}"};
constexpr Phrase<> see_codes{
    "un code est une lettre et trois chiffres : E201 ; « cafe explain CODE » dit ce qu'il veut dire",
    "a code is a letter and three digits: E201; 'cafe explain CODE' says what it means"};
constexpr Phrase<> two_formats{"--json et --format demandent deux formes", "--json and --format ask for two forms"};
constexpr Phrase<> checking{"vérification", "checking"};
constexpr Phrase<> dry_run_of_what{"--dry-run va avec --fix", "--dry-run goes with --fix"};
constexpr Phrase<> add_fix{"cafe check --fix --dry-run", "cafe check --fix --dry-run"};
constexpr Phrase<> nothing_to_mend{"rien à réparer de sûr", "nothing certain to mend"};
constexpr Phrase<Words> left_alone{"{} : la réparation ne serait pas sûre, à faire à la main",
                                   "{}: no mend is certain, to be done by hand"};
constexpr Noun file_left{"fichier laissé tel quel", "fichiers laissés tels quels", "file left as it is",
                         "files left as they are"};
constexpr Phrase<std::string> quality_and{"--quality donne une note à chaque fiche, {} regarde les erreurs",
                                          "--quality gives each record a score, {} looks at mistakes"};
constexpr Phrase<> staged_and_fix{"--fix répare les fichiers du dossier ; --staged lit ce que git va enregistrer",
                                  "--fix mends the files of the folder; --staged reads what git is about to commit"};
constexpr Phrase<> fix_then_add{"cafe check --fix, puis git add", "cafe check --fix, then git add"};
constexpr Phrase<> choose_one{"n'en garder qu'une", "keep one of them"};

// ---- Which codes ---------------------------------------------------------------------------------------------------

// "E201,w202" given once or several times.
Result<Codes> codes_of(const Arguments& arguments, std::string_view option) {
    std::vector<std::string> known;
    for (const Rule* rule : check::all_rules()) known.emplace_back(rule->code);
    Codes codes;
    for (const std::string& value : arguments.values(option)) {
        for (const std::string_view part : text::split(value, ',')) {
            const std::string code = ascii::upper(text::trim(part));
            if (std::binary_search(known.begin(), known.end(), code)) {
                codes.insert(code);
                continue;
            }
            const auto near = text::nearest(code, known);
            return Error{ErrorKind::usage, unknown_code(std::string(part)), near ? did_you_mean(*near) : see_codes()};
        }
    }
    return codes;
}

Result<std::string> format_of(const Arguments& arguments) {
    const std::string asked = arguments.value("--format");
    if (!arguments.has("--json")) return asked;
    if (!asked.empty() && asked != "json") return Error{ErrorKind::usage, two_formats(), choose_one()};
    return std::string("json");
}

// ---- Mending -------------------------------------------------------------------------------------------------------

// One round: what the findings mend for certain, shown or written. True when something was written.
Result<bool> mend_once(World& world, const Arguments& arguments, const store::Book& book, const CheckRequest& request) {
    const auto text_of = [&](const std::string& file) {
        auto bytes = world.disk.read(path::join(book.root, file), store::largest_record);
        return bytes ? std::move(*bytes) : std::string();
    };
    edit::Mended mended = edit::mend(book, findings_of(world, world.disk, book, request), text_of,
                                     request.only.empty() ? edit::Layout::too : edit::Layout::leave);
    // With a PATH nothing else is touched.
    for (std::size_t i = mended.files.size(); i-- > 0;) {
        if (request.selection.takes(mended.files[i].path)) continue;
        mended.files.erase(mended.files.begin() + static_cast<std::ptrdiff_t>(i));
        mended.said.erase(mended.said.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (mended.not_proven > 0) world.say(left_alone(count(mended.not_proven, file_left)));
    if (mended.files.empty()) return false;
    if (arguments.has("--dry-run")) {
        for (const store::FileChange& file : mended.files)
            world.out << diff::unified(file.path, file.before, file.after);
        return false;
    }
    const auto state = state_folder(world, book.root);
    if (!state) return state.error();
    const auto written = store::commit(world.disk, {book.root, *state}, mended.files);
    if (!written) return written.error();
    for (const Words& line : mended.said) world.say(line);
    return true;
}

// What one mend uncovers another may mend: a text that can be read again shows its other slips.
Result<bool> mend_all(World& world, const Arguments& arguments, const CheckRequest& request) {
    constexpr int most_rounds = 5;
    bool any = false;
    for (int round = 0; round < most_rounds; ++round) {
        const auto book = open_book(world);
        if (!book) return book.error();
        const auto again = mend_once(world, arguments, *book, request);
        if (!again) return again.error();
        if (!*again) break;
        any = true;
    }
    if (!any && !arguments.has("--dry-run")) world.say(nothing_to_mend());
    return any;
}

// A clone that does not know how records are merged: a word, for git would merge them line by line.
void say_missing_driver(World& world, const std::string& root) {
    constexpr Phrase<> missing{"ce clone réunit encore les fiches ligne par ligne : « cafe init » le règle, une fois",
                               "this clone still merges records line by line: 'cafe init' sets it right, once"};
    const auto repository = git::find(world.disk, root);
    if (!repository || !*repository) return;
    if (!git::asks_for_merge(world.disk, **repository, root)) return;
    const auto set_up = git::is_set_up(world.process, **repository);
    if (set_up && !*set_up) world.say(missing());
}

Result<int> run_check(World& world, const Arguments& arguments) {
    if (arguments.has("--merge") && world.beside.empty()) return check_merge(world, arguments);
    const auto format = format_of(arguments);
    if (!format) return format.error();
    if (arguments.has("--dry-run") && !arguments.has("--fix"))
        return Error{ErrorKind::usage, dry_run_of_what(), add_fix()};
    if (arguments.has("--quality") && world.beside.empty()) {
        for (const std::string_view other : {"--staged", "--fix", "--format", "--only", "--skip", "--strict"})
            if (arguments.has(other)) return Error{ErrorKind::usage, quality_and(std::string(other)), choose_one()};
        return show_quality(world, arguments);
    }
    if (arguments.has("--staged") && arguments.has("--fix"))
        return Error{ErrorKind::usage, staged_and_fix(), fix_then_add()};
    const auto only = codes_of(arguments, "--only");
    if (!only) return only.error();
    const auto skip = codes_of(arguments, "--skip");
    if (!skip) return skip.error();
    if (!world.beside.empty()) return check_together(world, arguments, *format, {*only, *skip, {}});
    if (arguments.has("--staged")) return check_staged(world, arguments, *format, {*only, *skip, {}});
    auto book = open_book(world);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments.words);
    if (!selection) return selection.error();
    const CheckRequest request{*only, *skip, *selection};
    if (arguments.has("--fix")) {
        const auto mended = mend_all(world, arguments, request);
        if (!mended) return mended.error();
        if (arguments.has("--dry-run")) return 0;
        book = open_book(world);
        if (!book) return book.error();
    }
    world.kept.assign(book->sources.begin(), book->sources.end());
    say_missing_driver(world, book->root);
    return report_findings(world, world.disk, *book, arguments, *format, findings_of(world, world.disk, *book, request),
                           files_in(*book, *selection));
}

}  // namespace

Findings findings_of(World& world, Disk& disk, const store::Book& book, const CheckRequest& request) {
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    Findings findings = check::check(book, territory, today(world), [&](std::size_t done, std::size_t total) {
        world.tell_progress(checking(), done, total);
    });
    const Findings taught = check::check_taught(store::taught_in(world.disk, book.root), book);
    const Findings needs = check::check_needs(store::needs_in(disk, book.root), book.vocabulary, territory);
    const Findings journals = check::check_journals(disk, book);
    for (const Findings* more : {&taught, &needs, &journals})
        findings.insert(findings.end(), more->begin(), more->end());
    std::sort(findings.begin(), findings.end(), before);
    std::erase_if(findings, [&](const Diagnostic& finding) {
        return !request.takes(finding.rule->code) || !request.selection.takes(finding.place.file);
    });
    return findings;
}

const Command& check_command() {
    static const Command command{
        .name = "check",
        .group = Group::ask,
        .summary = {"tout ce qui ne va pas dans les fiches, et comment le réparer",
                    "all that is wrong in the records, and how to put it right"},
        .arguments = {"[CHEMIN…]", "[PATH…]"},
        .options =
            {
                {"--strict",
                 ValueKind::none,
                 {},
                 {"un avertissement compte comme une erreur", "a warning counts as an error"}},
                {"--only",
                 ValueKind::code,
                 {"CODES", "CODES"},
                 {"ces codes seulement : E201,E301", "these codes only: E201,E301"},
                 {},
                 true},
                {"--skip",
                 ValueKind::code,
                 {"CODES", "CODES"},
                 {"sans ces codes : H602,H604", "without these codes: H602,H604"},
                 {},
                 true},
                {"--format",
                 ValueKind::choice,
                 {"FORME", "FORM"},
                 {"human (par défaut), short (une ligne chacun), json, github",
                  "human (the default), short (one line each), json, github"},
                 report_formats()},
                {"--json", ValueKind::none, {}, {"comme --format json", "as --format json"}},
                {"--fix",
                 ValueKind::none,
                 {},
                 {"réparer ce qui est certain, puis dire ce qui reste", "mend what is certain, then say what remains"}},
                {"--quality",
                 ValueKind::none,
                 {},
                 {"une note par fiche, et la première chose à y compléter",
                  "a score for each record, and the first thing to complete in it"}},
                {"--staged",
                 ValueKind::none,
                 {},
                 {"ce que git va enregistrer, non le dossier", "what git is about to commit, not the folder"}},
                {"--merge",
                 ValueKind::none,
                 {},
                 {"comparer une fusion avec ses deux côtés : [COMMIT], ou BASE..CIBLE SOURCE",
                  "compare a merge with both its sides: [COMMIT], or BASE..TARGET SOURCE"}},
                {"--dry-run",
                 ValueKind::none,
                 {},
                 {"avec --fix : montrer la différence, ne rien écrire",
                  "with --fix: show the difference, write nothing"}},
            },
        .about =
            {"Lit tout le carnet : l'écriture des fichiers, les champs, le vocabulaire, les références d'une fiche à "
             "l'autre, les territoires. Un CHEMIN limite ce qui est montré, pas ce qui est lu. Le code de sortie est 1 "
             "s'il y a une erreur ; « cafe explain CODE » explique chaque code. --staged montre les fichiers que le "
             "prochain commit change, et ailleurs ce qu'il abîme ; « cafe init --hook » le fait faire par git. "
             "--quality donne à chaque fiche ouverte la note de data·inclusion, sur 100, la plus basse d'abord.",
             "Reads the whole notebook: how files are written, fields, vocabulary, references between records, areas. "
             "A "
             "PATH limits what is shown, not what is read. The exit code is 1 when there is an error; 'cafe explain "
             "CODE' explains each code. --staged shows the files that the next commit changes, and elsewhere what it "
             "breaks; 'cafe init --hook' has git do it. --quality gives each open record data·inclusion's score, out "
             "of 100, the lowest first."},
        .examples = {{"cafe check", {"tout le carnet", "the whole notebook"}},
                     {"cafe check partners/ccas-fumel.yaml", {"une fiche", "one record"}},
                     {"cafe check --fix --dry-run", {"voir ce qui serait réparé", "see what would be mended"}},
                     {"cafe check --quality", {"quelle fiche compléter d'abord", "which record to complete first"}},
                     {"cafe check --merge",
                      {"rien n'a été perdu par la dernière fusion ?", "did the last merge lose anything?"}},
                     {"cafe check --staged", {"avant git commit", "before git commit"}},
                     {"cafe check --strict --format short", {"pour un script", "for a script"}}},
        .run = run_check,
        .unites = true,
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
