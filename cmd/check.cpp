#include "check/check.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/diff.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "change.hpp"
#include "check/confidential.hpp"
#include "check_merge.hpp"
#include "command.hpp"
#include "edit/mend.hpp"
#include "facts/quality.hpp"
#include "git/clone.hpp"
#include "git/git.hpp"
#include "git/snapshot.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "record_queries.hpp"
#include "render/report.hpp"
#include "store/changes.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> unknown_code{"code inconnu : {}", "unknown code: {}"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire « {} » ?", "did you mean '{}'?"};
constexpr Phrase<> see_codes{
    "un code est une lettre et trois chiffres : E201 ; « cafe explain CODE » dit ce qu'il veut dire",
    "a code is a letter and three digits: E201; 'cafe explain CODE' says what it means"};
constexpr Phrase<std::string> no_such_path{"« {} » n'est pas dans ce carnet", "'{}' is not in this notebook"};
constexpr Phrase<> path_is{"donner un fichier ou un dossier du carnet : partners, partners/ccas-fumel.yaml",
                           "give a file or folder of the notebook: partners, partners/ccas-fumel.yaml"};
constexpr Phrase<> two_formats{"--json et --format demandent deux formes", "--json and --format ask for two forms"};
constexpr Phrase<> checking{"vérification", "checking"};
constexpr Phrase<> dry_run_of_what{"--dry-run va avec --fix", "--dry-run goes with --fix"};
constexpr Phrase<> add_fix{"cafe check --fix --dry-run", "cafe check --fix --dry-run"};
constexpr Phrase<> nothing_to_mend{"rien à réparer de sûr", "nothing certain to mend"};
constexpr Phrase<Words> left_alone{"{} : la réparation ne serait pas sûre, à faire à la main",
                                   "{}: the change would not be certain, to be made by hand"};
constexpr Noun file_left{"fichier laissé tel quel", "fichiers laissés tels quels", "file left as it is",
                         "files left as they are"};
constexpr Phrase<std::string> quality_and{"--quality donne une note à chaque fiche, {} regarde les erreurs",
                                          "--quality gives each record a score, {} looks at mistakes"};
constexpr model::Label score_title{"note", "score"};
constexpr model::Label record_title{"fiche", "record"};
constexpr model::Label next_title{"ensuite", "next"};
constexpr Phrase<> staged_and_fix{"--fix répare les fichiers du dossier ; --staged lit ce que git va enregistrer",
                                  "--fix mends the files of the folder; --staged reads what git is about to commit"};
constexpr Phrase<> fix_then_add{"cafe check --fix, puis git add", "cafe check --fix, then git add"};
constexpr Phrase<std::string> not_in_git{"{} n'est pas dans un dépôt git", "{} is not in a git repository"};
constexpr Phrase<> use_plain_check{"cafe check, sans --staged, lit le dossier",
                                   "cafe check, without --staged, reads the folder"};
constexpr Phrase<> no_staged_notebook{"cafe.yaml n'est pas encore dans git", "cafe.yaml is not in git yet"};
constexpr Phrase<> add_settings{"git add cafe.yaml", "git add cafe.yaml"};
constexpr Phrase<> nothing_staged{"rien de ce carnet n'est prêt à être enregistré (git add)",
                                  "nothing of this notebook is staged (git add)"};
constexpr Phrase<> choose_one{"n'en garder qu'une", "keep one of them"};

// ---- Which codes ---------------------------------------------------------------------------------------------------

using Codes = std::set<std::string, std::less<>>;

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

// "E201,w202" given once or several times.
Result<Codes> codes_of(const Arguments& arguments, std::string_view option) {
    std::vector<std::string> known;
    for (const Rule* rule : check::all_rules()) known.emplace_back(rule->code);
    Codes codes;
    for (const std::string& value : arguments.values(option)) {
        for (const std::string_view part : text::split(value, ',')) {
            const std::string code = upper(text::trim(part));
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

// ---- Which files ---------------------------------------------------------------------------------------------------

// The path inside the notebook, "" for all of it; nothing when it lies elsewhere.
std::optional<std::string> inside(const std::string& root, const std::string& path) {
    const auto as_folder = [](const std::string& folder) { return folder.ends_with('/') ? folder : folder + "/"; };
    if (path == root || root.starts_with(as_folder(path))) return "";
    if (!path.starts_with(as_folder(root))) return std::nullopt;
    return path.substr(as_folder(root).size());
}

bool lies_under(std::string_view file, std::string_view selected) {
    if (selected.empty() || file == selected) return true;
    return file.starts_with(selected) && file.substr(selected.size()).starts_with("/");
}

// A path as typed, seen from the current folder and then from the notebook; the first that is there.
Result<std::string> selected_path(World& world, const store::Book& book, const std::string& typed) {
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    for (const std::string& folder : {*here, book.root}) {
        const std::string whole = path::normal(path::join(folder, typed));
        const auto part = inside(book.root, whole);
        if (!part || typed.empty()) continue;
        if (part->empty()) return *part;
        const auto info = world.disk.info(whole);
        if (!info) return info.error();
        if (*info) return *part;
    }
    return Error{ErrorKind::reference, no_such_path(typed), path_is()};
}

struct Selection {
    std::vector<std::string> paths;  // none: all

    [[nodiscard]] bool takes(std::string_view file) const {
        return paths.empty() || std::any_of(paths.begin(), paths.end(),
                                            [file](const std::string& path) { return lies_under(file, path); });
    }
};

Result<Selection> selection_of(World& world, const store::Book& book, const Arguments& arguments) {
    Selection selection;
    for (const std::string& typed : arguments.words) {
        auto path = selected_path(world, book, typed);
        if (!path) return path.error();
        selection.paths.push_back(std::move(*path));
    }
    return selection;
}

std::size_t files_in(const store::Book& book, const Selection& selection) {
    if (selection.paths.empty()) return book.files;
    std::size_t files = 0;
    for (const auto& source : book.sources) files += selection.takes(source->path) ? 1 : 0;
    for (const store::Ref& ref : book.unreadable) files += selection.takes(store::path_of(ref)) ? 1 : 0;
    return files;
}

// ---- Printing ------------------------------------------------------------------------------------------------------

// The lines of files for the carets. Findings come file by file, so one file is kept at a time.
class Lines {
public:
    Lines(Disk& disk, const store::Book& book) : disk_(disk), book_(book) {}

    std::string operator()(const std::string& file, int line) {
        if (file != file_) open(file);
        return index_ ? std::string(index_->line(line)) : "";
    }

private:
    void open(const std::string& file) {
        file_ = file;
        index_.reset();
        const auto at =
            std::lower_bound(book_.sources.begin(), book_.sources.end(), file,
                             [](const auto& source, const std::string& path) { return source->path < path; });
        if (at != book_.sources.end() && (*at)->path == file) {
            index_.emplace((*at)->text);
            return;
        }
        // A file that could not be read as a record may still be shown.
        auto bytes = disk_.read(path::join(book_.root, file), store::largest_record);
        if (!bytes) return;
        text_ = std::move(*bytes);
        index_.emplace(text_);
    }

    Disk& disk_;
    const store::Book& book_;
    std::string file_;
    std::string text_;
    std::optional<LineIndex> index_;
};

void print_for_people(World& world, Disk& disk, const store::Book& book, const Findings& findings, std::size_t files,
                      const std::set<std::string>& secret) {
    const render::ReportStyle style{world.lang, world.colour};
    Lines lines(disk, book);
    const check::HiddenLines hidden(book);
    for (const Diagnostic& finding : findings) {
        const bool shown = check::may_show_line(finding, hidden) && !secret.contains(finding.place.file);
        const auto line_of = [&](const std::string& file, int line) {
            return shown ? lines(file, line) : std::string();
        };
        world.out << render::finding_for_people(finding, line_of, style) << '\n';
    }
    world.out << render::summary(render::tally(findings), files).in(world.lang) << '\n';
}

void print(World& world, Disk& disk, const store::Book& book, const std::string& format, const Findings& findings,
           std::size_t files, const std::set<std::string>& secret) {
    const render::ReportStyle style{world.lang, world.colour};
    if (format == "json") {
        world.out << render::check_json(findings, files, world.lang);
    } else if (format == "short") {
        for (const Diagnostic& finding : findings) world.out << render::finding_in_short(finding, style);
    } else if (format == "github") {
        for (const Diagnostic& finding : findings)
            world.out << render::finding_for_github(finding, {world.lang, false});
    } else {
        print_for_people(world, disk, book, findings, files, secret);
    }
}

Result<std::string> format_of(const Arguments& arguments) {
    const std::string asked = arguments.value("--format");
    if (!arguments.has("--json")) return asked.empty() ? std::string("human") : asked;
    if (!asked.empty() && asked != "json") return Error{ErrorKind::usage, two_formats(), choose_one()};
    return std::string("json");
}

// ---- Files that cannot be read
// ---------------------------------------------------------------------------------------

// What speaks of a confidential address cannot be told apart from the rest where the file is no record: nothing of it
// is shown or quoted.
std::set<std::string> secret_files(Disk& disk, const store::Book& book) {
    std::set<std::string> secret;
    for (const store::Ref& ref : book.unreadable) {
        if (ref.kind != model::RecordKind::partner) continue;
        const std::string file = store::path_of(ref);
        const auto bytes = disk.read(path::join(book.root, file), store::largest_record);
        if (bytes && fold::text(*bytes).find("confidential") != std::string::npos) secret.insert(file);
    }
    return secret;
}

void keep_secret(const std::set<std::string>& secret, Findings& findings) {
    static constexpr Phrase<> look{"l'adresse est confidentielle : voir cette ligne dans le fichier",
                                   "the address is confidential: see this line in the file"};
    for (Diagnostic& finding : findings) {
        if (!secret.contains(finding.place.file)) continue;
        finding.message = {std::string(finding.rule->title_fr), std::string(finding.rule->title_en)};
        finding.remedy = look();
    }
}

// ---- Mending -------------------------------------------------------------------------------------------------------

struct Request {
    std::set<std::string, std::less<>> only;
    std::set<std::string, std::less<>> skip;
    Selection selection;
};

Findings findings_of(World& world, const store::Book& book, const Request& request) {
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    Findings findings =
        check::check(book, territory, today(world), refusal_in(book),
                     [&](std::size_t done, std::size_t total) { world.tell_progress(checking(), done, total); });
    std::erase_if(findings, [&](const Diagnostic& finding) {
        if (!request.only.empty() && request.only.find(finding.rule->code) == request.only.end()) return true;
        return request.skip.find(finding.rule->code) != request.skip.end() ||
               !request.selection.takes(finding.place.file);
    });
    return findings;
}

// One round: what the findings mend for certain, shown or written. True when something was written.
Result<bool> mend_once(World& world, const Arguments& arguments, const store::Book& book, const Request& request) {
    const auto text_of = [&](const std::string& file) {
        auto bytes = world.disk.read(path::join(book.root, file), store::largest_record);
        return bytes ? std::move(*bytes) : std::string();
    };
    edit::Mended mended = edit::mend(book, findings_of(world, book, request), text_of,
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
Result<bool> mend_all(World& world, const Arguments& arguments, const Request& request) {
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

// A change under review names files from the top of its repository.
Result<std::string> folder_in_repository(World& world, const std::string& root) {
    const auto repository = git::find(world.disk, root);
    if (!repository) return repository.error();
    if (!*repository) return std::string();
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const auto below = inside((*repository)->top, path::normal(path::join(*here, root)));
    return below.value_or("");
}

// Prints what was found in a book that came from `disk`.
Result<int> report(World& world, Disk& disk, const store::Book& book, const Arguments& arguments,
                   const std::string& format, Findings findings, std::size_t files) {
    const std::set<std::string> secret = secret_files(disk, book);
    keep_secret(secret, findings);
    if (format == "github") {
        const auto folder = folder_in_repository(world, book.root);
        if (!folder) return folder.error();
        for (Diagnostic& finding : findings)
            if (!finding.place.file.empty()) finding.place.file = path::join(*folder, finding.place.file);
    }
    print(world, disk, book, format, findings, files, secret);
    const render::Tally found = render::tally(findings);
    return found.errors > 0 || (arguments.has("--strict") && found.warnings > 0) ? 1 : 0;
}

// ---- What git is about to commit -----------------------------------------------------------------------------------

// A finding without its line, which a change above it moves.
std::string trace_of(const Diagnostic& finding) {
    return finding.place.file + '\0' + std::string(finding.rule->code) + '\0' + finding.message.in(Lang::fr);
}

// What HEAD says already of files that the commit leaves alone.
Result<std::multiset<std::string>> said_before(World& world, const git::Repository& repository, const std::string& root,
                                               const Request& request) {
    const auto last = git::snapshot(world.process, repository, root, git::Version::last);
    if (!last) return last.error();
    std::multiset<std::string> before;
    const auto settings = (*last)->info(path::join(root, store::settings_file));
    if (!settings) return settings.error();
    if (!*settings) return before;  // the first commit of this notebook
    const auto book = open_book_on(world, **last, root);
    if (!book) return book.error();
    for (const Diagnostic& finding : findings_of(world, *book, request)) before.insert(trace_of(finding));
    return before;
}

// Findings in the files of the commit; in others those that it brings about, as a reference to a fiche that goes.
Result<int> check_staged(World& world, const Arguments& arguments, const std::string& format, Request request) {
    const auto start = store::find_notebook(world.disk, world.start);
    if (!start) return start.error();
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const std::string root = path::normal(path::join(*here, *start));
    const auto repository = git::find(world.disk, root);
    if (!repository) return repository.error();
    if (!*repository) return Error{ErrorKind::usage, not_in_git(root), use_plain_check()};
    const auto files = git::staged_files(world.process, **repository, root);
    if (!files) return files.error();
    const auto staged = git::snapshot(world.process, **repository, root, git::Version::staged);
    if (!staged) return staged.error();
    const auto settings = (*staged)->info(path::join(root, store::settings_file));
    if (!settings) return settings.error();
    if (!*settings) return Error{ErrorKind::usage, no_staged_notebook(), add_settings()};
    const auto book = open_book_on(world, **staged, root);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments);
    if (!selection) return selection.error();
    request.selection = *selection;
    Findings findings = findings_of(world, *book, request);
    const auto is_staged = [&](const Diagnostic& finding) {
        return std::binary_search(files->begin(), files->end(), finding.place.file);
    };
    if (!std::all_of(findings.begin(), findings.end(), is_staged)) {
        auto before = said_before(world, **repository, root, request);
        if (!before) return before.error();
        std::erase_if(findings, [&](const Diagnostic& finding) {
            if (is_staged(finding)) return false;
            const auto known = before->find(trace_of(finding));
            if (known == before->end()) return false;
            before->erase(known);
            return true;
        });
    }
    const std::size_t records =
        static_cast<std::size_t>(std::count_if(files->begin(), files->end(), [&](const std::string& file) {
            return selection->takes(file) && store::ref_at(file);
        }));
    if (files->empty() && findings.empty()) world.say(nothing_staged());
    return report(world, **staged, *book, arguments, format, std::move(findings), records);
}

// ---- Quality -------------------------------------------------------------------------------------------------------

const model::Shape& quality_shape() {
    static const model::Shape shape = [] {
        model::Shape made{"quality", {}};
        for (const auto* key : {"name", "quality", "next"}) {
            model::Field field;
            field.key = key;
            if (field.key == "quality") {
                field.type = model::Type::number;
                field.storage = model::Storage::number;
            }
            made.fields.push_back(field);
        }
        return made;
    }();
    return shape;
}

// A score per fiche, the lowest first, each with the one next thing to mend. Closed fiches are nobody's work.
Result<int> show_quality(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments);
    if (!selection) return selection.error();
    const auto is_left_out = [&](const store::Ref& ref) {
        return ref.kind == model::RecordKind::partner && selection->takes(store::path_of(ref));
    };
    const auto left_out = std::count_if(book->unreadable.begin(), book->unreadable.end(), is_left_out);
    say_left_out(world, static_cast<std::size_t>(left_out));
    struct Row {
        const store::Record<model::Partner>* partner;
        facts::Quality quality;
    };
    std::vector<Row> rows;
    for (const auto& partner : book->partners)
        if (model::status_of(partner.value.status) != model::Status::closed &&
            selection->takes(store::path_of({model::RecordKind::partner, partner.id})))
            rows.push_back({&partner, facts::quality(partner.value, today(world))});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.quality.score < b.quality.score; });
    Listing listing{"cafe/quality/1", &quality_shape(), {}, {}};
    listing.columns = {{std::string(score_title.in(world.lang)), {}},
                       {std::string(record_title.in(world.lang)), {}},
                       {std::string(next_title.in(world.lang)), {}}};
    for (const Row& row : rows) {
        const std::string next = row.quality.weakest ? facts::next_step(*row.quality.weakest).in(world.lang) : "";
        listing.columns[0].cells.push_back(std::to_string(row.quality.score));
        listing.columns[1].cells.push_back(row.partner->id);
        listing.columns[2].cells.push_back(next);
        listing.records.push_back({row.partner->id, mapping_of({{"name", row.partner->value.name},
                                                                {"quality", std::to_string(row.quality.score)},
                                                                {"next", next}})});
    }
    const auto printed = print_listing(world, arguments, listing);
    return printed ? Result<int>(0) : printed;
}

// A clone that does not know how records are merged: a word, for git would merge them line by line.
void say_missing_driver(World& world, const std::string& root) {
    constexpr Phrase<> missing{"ce clone réunit encore les fiches ligne par ligne : « cafe init » le règle, une fois",
                               "this clone still merges records line by line: 'cafe init' sets it right, once"};
    const auto repository = git::find(world.disk, root);
    if (!repository || !*repository) return;
    const auto attributes = world.disk.read(path::join((*repository)->top, ".gitattributes"), store::largest_record);
    if (!attributes || attributes->find("merge=cafe") == std::string::npos) return;
    const auto set_up = git::is_set_up(world.process, **repository);
    if (set_up && !*set_up) world.say(missing());
}

Result<int> run_check(World& world, const Arguments& arguments) {
    if (arguments.has("--merge")) return check_merge(world, arguments);
    const auto format = format_of(arguments);
    if (!format) return format.error();
    if (arguments.has("--dry-run") && !arguments.has("--fix"))
        return Error{ErrorKind::usage, dry_run_of_what(), add_fix()};
    if (arguments.has("--quality")) {
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
    if (arguments.has("--staged")) return check_staged(world, arguments, *format, {*only, *skip, {}});
    auto book = open_book(world);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments);
    if (!selection) return selection.error();
    const Request request{*only, *skip, *selection};
    if (arguments.has("--fix")) {
        const auto mended = mend_all(world, arguments, request);
        if (!mended) return mended.error();
        if (arguments.has("--dry-run")) return 0;
        book = open_book(world);
        if (!book) return book.error();
    }
    world.kept.assign(book->sources.begin(), book->sources.end());
    say_missing_driver(world, book->root);
    return report(world, world.disk, *book, arguments, *format, findings_of(world, *book, request),
                  files_in(*book, *selection));
}

}  // namespace

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
                 {"human", "short", "json", "github"}},
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
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
