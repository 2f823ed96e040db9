#include "check_merge.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "git/clone.hpp"
#include "history/words.hpp"
#include "merge/losses.hpp"
#include "merge/merge.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"
#include "versions.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_commit{"git ne connaît pas « {} »", "git does not know '{}'"};
constexpr Phrase<> shallow{"ce clone n'a pas tout l'historique : la fusion ne peut pas être comparée",
                           "this clone lacks a part of the history: the merge cannot be compared"};
constexpr Phrase<> fetch_all{"git fetch --unshallow, ou fetch-depth: 0 dans le fichier d'intégration",
                             "git fetch --unshallow, or fetch-depth: 0 in the CI file"};
constexpr Phrase<std::string> no_merge{"{} n'est pas une fusion : il a un seul parent",
                                       "{} is not a merge: it has one parent"};
constexpr Phrase<> give_sides{"pour un squash ou un rebase : cafe check --merge BASE..CIBLE SOURCE",
                              "for a squash or a rebase: cafe check --merge BASE..TARGET SOURCE"};
constexpr Phrase<> no_base{"ces versions n'ont pas d'origine commune", "these versions have no common origin"};
constexpr Phrase<std::string, std::string, std::string> lost{"{0} : {1} : perdu : {2}", "{0}: {1}: lost: {2}"};
constexpr Phrase<std::string, std::string, std::string> doubled{"{0} : {1} : en double : {2}",
                                                                "{0}: {1}: doubled: {2}"};
constexpr Phrase<std::string> file_lost{"{} : perdu en entier", "{}: lost as a whole"};
constexpr Phrase<std::string> unreadable{"{} : ne peut plus être lu", "{}: cannot be read any more"};
constexpr Phrase<> hidden{"(confidentiel)", "(confidential)"};
constexpr Noun values{"valeur perdue ou en double", "valeurs perdues ou en double", "value lost or doubled",
                      "values lost or doubled"};
constexpr Phrase<> all_there{"fusion : rien n'est perdu", "merge: nothing is lost"};

Error cannot(Words message, Words remedy) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

struct Sides {
    std::string base;
    std::string ours;
    std::string theirs;
    std::string result;
};

Result<std::string> commit_of(World& world, const git::Repository& repository, const std::string& name) {
    const auto id = git::commit_id(world.process, repository, name);
    if (!id) return id.error();
    if (!*id) return cannot(no_commit(utf8::printable(name)), {});
    return **id;
}

Result<std::string> base_of(World& world, const git::Repository& repository, const std::string& a,
                            const std::string& b) {
    const auto said = git::run(world.process, repository, {"merge-base", a, b});
    if (!said) return said.error();
    if (said->code != 0) return cannot(no_base(), fetch_all());
    return std::string(text::trim(said->out));
}

Result<Sides> sides_of(World& world, const git::Repository& repository, const std::string& name) {
    const auto commit = commit_of(world, repository, name);
    if (!commit) return commit.error();
    const auto said = git::ask(world.process, repository, {"rev-list", "--parents", "-n", "1", *commit});
    if (!said) return said.error();
    const auto ids = text::words(*said);
    if (ids.size() < 3) return cannot(no_merge(utf8::printable(name)), give_sides());
    Sides sides{"", std::string(ids[1]), std::string(ids[2]), *commit};
    auto base = base_of(world, repository, sides.ours, sides.theirs);
    if (!base) return base.error();
    sides.base = std::move(*base);
    return sides;
}

// BASE..TARGET SOURCE: the result is what stands now (HEAD).
Result<Sides> sides_given(World& world, const git::Repository& repository, const std::vector<std::string>& words) {
    const std::size_t dots = words[0].find("..");
    if (dots == std::string::npos || words.size() != 2)
        return cannot(no_merge(utf8::printable(words[0])), give_sides());
    Sides sides;
    for (const auto& [name, place] :
         std::vector<std::pair<std::string, std::string*>>{{words[0].substr(0, dots), &sides.base},
                                                           {words[0].substr(dots + 2), &sides.ours},
                                                           {words[1], &sides.theirs},
                                                           {"HEAD", &sides.result}}) {
        auto id = commit_of(world, repository, name);
        if (!id) return id.error();
        *place = std::move(*id);
    }
    return sides;
}

Result<Done> refuse_shallow(World& world, const git::Repository& repository) {
    const auto said = git::ask(world.process, repository, {"rev-parse", "--is-shallow-repository"});
    if (!said) return said.error();
    if (text::trim(*said) == "true") return cannot(shallow(), fetch_all());
    return Done{};
}

struct Version {
    Value value{Map{}};
    std::vector<std::string> comments;
    bool readable = true;
};

Version version_of(const std::optional<std::string>& text, const model::Shape& shape) {
    Version version;
    if (!text) return version;
    const yaml::Parsed parsed = yaml::parse(*text, "");
    version.readable = parsed.root.has_value();
    if (!parsed.root) return version;
    version.value = to_value(*parsed.root);
    version.comments = merge::comment_lines(*text, shape);
    return version;
}

// Where a person had to choose, and one of the two values was taken.
std::vector<merge::Conflict> chosen(const std::optional<std::string>& base, const std::optional<std::string>& ours,
                                    const std::optional<std::string>& theirs, const std::string& path,
                                    model::RecordKind kind) {
    const merge::Texts texts{base ? std::string_view(*base) : "", ours ? std::string_view(*ours) : "",
                             theirs ? std::string_view(*theirs) : ""};
    return merge::merge(texts, path, kind).conflicts;
}

struct Found {
    std::string path;
    std::string field;
    std::string value;
    Words said;
};

Result<std::vector<Found>> compare(World& world, const git::Repository& repository, const std::string& root,
                                   const Sides& sides) {
    std::set<std::string> paths;
    for (const auto& pair : {std::pair(sides.base, sides.ours), std::pair(sides.base, sides.theirs),
                             std::pair(sides.ours, sides.result), std::pair(sides.theirs, sides.result)}) {
        const auto files = git::changed_files(world.process, repository, pair.first, pair.second);
        if (!files) return files.error();
        for (const git::Changed& file : *files)
            for (const auto* side : {&file.before, &file.after})
                if (*side) paths.insert(**side);
    }
    std::vector<std::string> records;
    std::vector<std::string> objects;
    for (const std::string& whole : paths) {
        const auto path = git::path_in_notebook(repository, root, whole);
        if (!path || !store::ref_at(*path)) continue;
        records.push_back(*path);
        for (const std::string* commit : {&sides.base, &sides.ours, &sides.theirs, &sides.result})
            objects.push_back(*commit + ":" + whole);
    }
    const auto texts = git::texts_of(world.process, repository, objects);
    if (!texts) return texts.error();
    std::vector<Found> found;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto& base = (*texts)[4 * i];
        const auto& ours = (*texts)[4 * i + 1];
        const auto& theirs = (*texts)[4 * i + 2];
        const auto& result = (*texts)[4 * i + 3];
        // As one of the sides has it while the other left the base alone, or both agree.
        if (ours == base && result == theirs) continue;
        if (theirs == base && result == ours) continue;
        if (ours == theirs && result == ours) continue;
        const model::RecordKind kind = store::ref_at(records[i])->kind;
        const model::Shape& shape = model::shape_of(kind);
        if (!result) {
            // Removed by one side: what the other one changed in it is lost.
            const bool removed = (!ours && theirs == base) || (!theirs && ours == base) || (!ours && !theirs);
            if (!removed) found.push_back({records[i], "", "", file_lost(records[i])});
            continue;
        }
        const Version of_base = version_of(base, shape);
        const Version of_ours = version_of(ours ? ours : std::optional<std::string>(), shape);
        const Version of_theirs = version_of(theirs, shape);
        const Version of_result = version_of(result, shape);
        if (!of_result.readable) {
            found.push_back({records[i], "", "", unreadable(records[i])});
            continue;
        }
        if (!of_ours.readable || !of_theirs.readable || !of_base.readable) continue;
        if (!ours || !theirs) continue;  // kept although one side removed it: nothing is lost
        const auto open = chosen(base, ours, theirs, records[i], kind);
        for (const merge::Loss& loss :
             merge::losses({of_base.value, of_base.comments}, {of_ours.value, of_ours.comments},
                           {of_theirs.value, of_theirs.comments}, {of_result.value, of_result.comments}, shape, open)) {
            const std::string value = utf8::printable(history::on_one_line(Value{loss.value}));
            const bool missing = loss.what == merge::Loss::What::lost;
            found.push_back({records[i], loss.field, value,
                             missing ? lost(records[i], loss.field, value) : doubled(records[i], loss.field, value)});
        }
        // A value that was chosen must be one of those that were written.
        for (const merge::Conflict& conflict : open) {
            if (conflict.reason == merge::Reason::comment || conflict.path.steps.empty()) continue;
            const auto taken = [&](const std::optional<Value>& side) {
                if (!side || side->text() == nullptr) return true;
                return result->find(*side->text()) != std::string::npos;
            };
            if (taken(conflict.ours) || taken(conflict.theirs)) continue;
            const std::string value = utf8::printable(history::on_one_line(*conflict.ours));
            found.push_back({records[i], conflict.path.print(), value, lost(records[i], conflict.path.print(), value)});
        }
    }
    return found;
}

// A confidential address is not told, not even in what a merge lost.
void hide(const store::Book& book, std::vector<Found>& found) {
    for (Found& one : found) {
        const auto ref = store::ref_at(one.path);
        if (!ref || ref->kind != model::RecordKind::partner) continue;
        const auto* partner = store::find(book.partners, ref->id);
        const bool confidential =
            partner == nullptr || (partner->value.address && partner->value.address->confidential.value_or(false));
        if (!confidential || one.value.empty()) continue;
        one.value = hidden().in(Lang::fr);
        one.said = {lost(one.path, one.field, hidden().fr).fr, lost(one.path, one.field, hidden().en).en};
    }
}

Result<std::vector<Found>> found_in(World& world, const store::Book& book, const git::Repository& repository,
                                    const Sides& sides) {
    auto found = compare(world, repository, book.root, sides);
    if (!found) return found.error();
    hide(book, *found);
    return found;
}

}  // namespace

Result<int> check_merge(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto repository = repository_of(world, book->root);
    if (!repository) return repository.error();
    if (const auto whole = refuse_shallow(world, *repository); !whole) return whole.error();
    const auto sides = arguments.words.size() > 1
                           ? sides_given(world, *repository, arguments.words)
                           : sides_of(world, *repository, arguments.words.empty() ? "HEAD" : arguments.words.front());
    if (!sides) return sides.error();
    const auto found = found_in(world, *book, *repository, *sides);
    if (!found) return found.error();
    if (arguments.has("--json") || arguments.value("--format") == "json") {
        std::vector<render::Json> items;
        for (const Found& one : *found)
            items.push_back(render::JsonObject()
                                .add("file", one.path)
                                .add("path", one.field)
                                .add("value", one.value)
                                .add("message", one.said.in(world.lang))
                                .done());
        world.out << render::json_document(render::JsonObject()
                                               .add("schema", "cafe/merge/1")
                                               .add("base", sides->base)
                                               .add("ours", sides->ours)
                                               .add("theirs", sides->theirs)
                                               .add("result", sides->result)
                                               .add("losses", render::json_lines(items))
                                               .done());
    } else {
        for (const Found& one : *found) world.out << utf8::printable(one.said.in(world.lang)) << '\n';
        world.say(found->empty() ? all_there() : count(found->size(), values));
    }
    return found->empty() ? 0 : 1;
}

Result<std::size_t> losses_of_merge(World& world, const std::string& root, const std::string& commit) {
    const auto book = store::load(world.disk, root);
    if (!book) return book.error();
    const auto repository = repository_of(world, root);
    if (!repository) return repository.error();
    const auto sides = sides_of(world, *repository, commit);
    if (!sides) return sides.error();
    const auto found = found_in(world, *book, *repository, *sides);
    if (!found) return found.error();
    for (const Found& one : *found) world.say({utf8::printable(one.said.fr), utf8::printable(one.said.en)});
    return found->size();
}

}  // namespace cafe::cmd
