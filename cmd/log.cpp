// `cafe log` and `cafe diff`: history in the words of the fields.
#include <algorithm>

#include "base/disk_error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"
#include "versions.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_commit{"git ne connaît pas « {} »", "git does not know '{}'"};
constexpr Phrase<> name_commit{"par exemple : cafe diff HEAD~1, cafe diff HEAD~5..HEAD",
                               "for example: cafe diff HEAD~1, cafe diff HEAD~5..HEAD"};
constexpr Phrase<std::string> never_recorded{"{} n'a pas encore été enregistré dans git",
                                             "{} has not been committed to git yet"};
constexpr Phrase<> no_difference{"aucune différence dans les fiches", "no difference in the records"};
constexpr Phrase<std::string, std::string> heading{"{0}, {1}", "{0}, {1}"};

std::string day_in_words(const std::string& iso, Lang lang) {
    const auto day = Date::parse(iso);
    return day ? plain_date(*day).in(lang) : iso;
}

void print_lines(World& world, const std::vector<Words>& lines) {
    for (const Words& line : lines) world.out << "  " << utf8::one_line(line.in(world.lang)) << '\n';
}

Result<int> run_log(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const store::Catalog catalog(*book);
    const auto ref = resolve(catalog, arguments.words.front(), true, today(world));
    if (!ref) return ref.error();
    const auto repository = repository_of(world, book->root);
    if (!repository) return repository.error();
    const std::string path = store::path_of(*ref);
    const auto commits =
        git::commits_of(world.process, *repository, git::path_in_repository(*repository, book->root, path));
    if (!commits) return commits.error();
    std::vector<std::string> objects;
    for (const git::Commit& commit : *commits) {
        objects.push_back(commit.id + ":" + commit.path);
        objects.push_back((commit.parent.empty() ? "0" : commit.parent) + ":" + commit.before);
    }
    const auto texts = git::texts_of(world.process, *repository, objects);
    if (!texts) return texts.error();
    const Versions versions(*book);
    std::vector<render::Json> entries;
    std::size_t limit = commits->size();
    if (const auto number = text::to_integer(arguments.value("--limit")); number && *number > 0)
        limit = std::min(limit, static_cast<std::size_t>(*number));
    for (std::size_t i = 0; i < limit; ++i) {
        const git::Commit& commit = (*commits)[i];
        const auto& after = (*texts)[2 * i];
        const auto& before = (*texts)[2 * i + 1];
        const Versions::Changes changes = versions.between(path, before, after);
        if (arguments.has("--json")) {
            entries.push_back(render::JsonObject()
                                  .add("commit", commit.id)
                                  .add("date", commit.date)
                                  .add("author", commit.author)
                                  .add("file", commit.path)
                                  .add("changes", render::json_list(json_of(changes.fields)))
                                  .done());
            continue;
        }
        if (i > 0) world.out << '\n';
        world.out << heading(day_in_words(commit.date, world.lang), utf8::printable(commit.author)).in(world.lang)
                  << '\n';
        if (commit.before != commit.path) {
            constexpr Phrase<std::string, std::string> moved{"{0} → {1}", "{0} → {1}"};
            print_lines(world, {moved(commit.before, commit.path)});
        }
        print_lines(world, lines_of(path, changes, !before && after, before && !after));
    }
    if (arguments.has("--json")) {
        world.out << render::json_document(render::JsonObject()
                                               .add("schema", "cafe/log/1")
                                               .add("record", store::name_of(*ref))
                                               .add("entries", render::json_lines(entries))
                                               .done());
    } else if (commits->empty()) {
        world.say(never_recorded(path));
    }
    return commits->empty() ? 1 : 0;
}

struct Range {
    std::string from;
    std::optional<std::string> to;  // nothing: the folder as it is
};

Result<Range> range_of(World& world, const git::Repository& repository, const Arguments& arguments) {
    const std::string typed = arguments.words.empty() ? "HEAD" : arguments.words.front();
    const std::size_t dots = typed.find("..");
    const std::string first = dots == std::string::npos ? typed : typed.substr(0, dots);
    const auto from = git::commit_id(world.process, repository, first.empty() ? "HEAD" : first);
    if (!from) return from.error();
    if (!*from) return Error{ErrorKind::reference, no_commit(utf8::printable(first)), name_commit()};
    if (dots == std::string::npos) return Range{**from, std::nullopt};
    const std::string second = typed.substr(dots + 2);
    const auto to = git::commit_id(world.process, repository, second.empty() ? "HEAD" : second);
    if (!to) return to.error();
    if (!*to) return Error{ErrorKind::reference, no_commit(utf8::printable(second)), name_commit()};
    return Range{**from, **to};
}

Result<Done> refuse_filters(World& world, const git::Repository& repository) {
    constexpr Phrase<std::string> runs{"ce clone ferait tourner un programme ({}) : rien n'est lancé",
                                       "this clone would run a program ({}): nothing is run"};
    constexpr Phrase<std::string> unset{"si ce n'est pas vous qui l'avez voulu : git config --unset {}",
                                        "unless you wanted it: git config --unset {}"};
    const auto foreign = git::foreign_settings(world.process, repository);
    if (!foreign) return foreign.error();
    for (const std::string& name : *foreign)
        if (name.starts_with("filter."))
            return Error{ErrorKind::environment, runs(utf8::printable(name)), unset(utf8::printable(name))};
    return Done{};
}

Result<int> run_diff(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto repository = repository_of(world, book->root);
    if (!repository) return repository.error();
    const auto range = range_of(world, *repository, arguments);
    if (!range) return range.error();
    if (const auto fine = refuse_filters(world, *repository); !fine) return fine.error();
    const auto files = git::changed_files(world.process, *repository, range->from, range->to);
    if (!files) return files.error();
    struct File {
        std::string path;
        std::string moved_from;
        std::optional<std::string> before;
        std::optional<std::string> after;
    };
    std::vector<File> found;
    std::vector<std::string> objects;
    for (const git::Changed& changed : *files) {
        const std::string& whole = changed.after ? *changed.after : *changed.before;
        const auto path = git::path_in_notebook(*repository, book->root, whole);
        if (!path || !store::ref_at(*path)) continue;
        File file;
        file.path = *path;
        if (changed.before && changed.after && *changed.before != *changed.after) file.moved_from = *changed.before;
        objects.push_back(changed.before ? range->from + ":" + *changed.before : "0");
        objects.push_back(range->to && changed.after ? *range->to + ":" + *changed.after : "0");
        if (!range->to && changed.after) {
            auto bytes = world.disk.read(path::join(book->root, *path), store::largest_record);
            if (bytes) file.after = std::move(*bytes);
        }
        found.push_back(std::move(file));
    }
    auto texts = git::texts_of(world.process, *repository, objects);
    if (!texts) return texts.error();
    const Versions versions(*book);
    std::vector<render::Json> all;
    for (std::size_t i = 0; i < found.size(); ++i) {
        found[i].before = std::move((*texts)[2 * i]);
        if (range->to) found[i].after = std::move((*texts)[2 * i + 1]);
    }
    std::sort(found.begin(), found.end(), [](const File& a, const File& b) { return a.path < b.path; });
    bool first = true;
    for (const File& file : found) {
        if (file.before == file.after) continue;
        const Versions::Changes changes = versions.between(file.path, file.before, file.after);
        if (arguments.has("--json")) {
            const auto written = json_of(changes.fields, file.path);
            all.insert(all.end(), written.begin(), written.end());
            continue;
        }
        if (!first) world.out << '\n';
        first = false;
        world.out << (file.moved_from.empty() ? "" : printable_path(file.moved_from) + " → ")
                  << printable_path(file.path) << '\n';
        print_lines(world, lines_of(file.path, changes, !file.before, !file.after));
    }
    if (arguments.has("--json")) {
        render::JsonObject document;
        document.add("schema", "cafe/diff/1").add("from", range->from);
        document.add("to", range->to ? render::json_text(*range->to) : render::json_null());
        world.out << render::json_document(document.add("changes", render::json_lines(all)).done());
    } else if (first) {
        world.say(no_difference());
    }
    return 0;
}

}  // namespace

const Command& log_command() {
    static const Command command{
        .name = "log",
        .group = Group::ask,
        .summary = {"ce qu'une fiche a dit, et qui l'a changée", "what a record has said, and who changed it"},
        .arguments = {"FICHE", "RECORD"},
        .least = 1,
        .most = 1,
        .options =
            {{"--limit", ValueKind::number, {"N", "N"}, {"les N derniers changements", "the last N changes"}},
             {"--json", ValueKind::none, {}, {"un document JSON (cafe/log/1)", "one JSON document (cafe/log/1)"}}},
        .about =
            {"Lit l'historique de git et le dit champ par champ, le plus récent d'abord, à travers les changements "
             "de nom. Ce qui est confidentiel n'est pas montré.",
             "Reads git's history and tells it field by field, the latest first, over changes of name. What is "
             "confidential is not shown."},
        .examples = {{"cafe log ccas-fumel", {"l'histoire d'une fiche", "the history of a record"}}},
        .run = run_log,
        .word = ValueKind::reference,
    };
    return command;
}

const Command& diff_command() {
    static const Command command{
        .name = "diff",
        .group = Group::ask,
        .summary = {"ce qui a changé dans les fiches, champ par champ", "what changed in the records, field by field"},
        .arguments = {"[A..B]", "[A..B]"},
        .most = 1,
        .options =
            {{"--json", ValueKind::none, {}, {"un document JSON (cafe/diff/1)", "one JSON document (cafe/diff/1)"}}},
        .about =
            {"Sans rien : ce qui n'est pas encore enregistré dans git. A : depuis ce commit ; A..B : entre les deux.",
             "Without anything: what is not committed to git yet. A: since that commit; A..B: between the two."},
        .examples = {{"cafe diff", {"avant d'enregistrer", "before a commit"}},
                     {"cafe diff HEAD~1..HEAD", {"le dernier enregistrement", "the last commit"}}},
        .run = run_diff,
    };
    return command;
}

}  // namespace cafe::cmd
