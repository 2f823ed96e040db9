#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "following.hpp"
#include "merge/join.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> no_fiche{"{} n'est pas une fiche partenaire", "{} is not a partner record"};
constexpr Phrase<> one_fiche{"c'est deux fois la même fiche", "this is the same record twice"};
constexpr Phrase<> name_two{"nommer celle qui reste, puis celle qu'elle reprend",
                            "name the one that stays, then the one that it takes in"};
constexpr Phrase<std::string, std::string, Words> done{"{} : reprend {}, {}", "{}: takes in {}, {}"};
constexpr Noun followed{"fichier suit", "fichiers suivent", "file follows", "files follow"};
constexpr Phrase<std::string, std::string, std::string> stays{"{} : reste comme dans {} ; {} disait autre chose",
                                                              "{}: stays as in {}; {} said something else"};

Result<Change> joined(World& world, const store::Book& book, const Arguments& arguments) {
    const store::Catalog catalog(book);
    std::vector<std::string> ids;
    for (const std::string& word : arguments.words) {
        const auto ref = resolve(catalog, word, false, today(world));
        if (!ref) return ref.error();
        if (ref->kind != RecordKind::partner)
            return Error{ErrorKind::usage, no_fiche(store::name_of(*ref)), name_two()};
        ids.push_back(ref->id);
    }
    const std::string& keep = ids[0];
    const std::string& other = ids[1];
    if (keep == other) return Error{ErrorKind::usage, one_fiche(), name_two()};
    if (const auto known = nothing_hidden(world, book, other); !known) return known.error();
    auto result = merge::join_partners(book, keep, other, [&](const std::string& query) {
        return query_with_id(query, {RecordKind::partner, other}, keep);
    });
    if (!result) return result.error();
    if (const auto checked = check_change(book, result->files); !checked) return checked.error();
    Change change;
    change.id = keep;
    change.files = std::move(result->files);
    change.said = done("partners/" + keep, "partners/" + other, count(result->followed, followed));
    for (const merge::Conflict& conflict : result->kept)
        change.notes.push_back(stays(utf8::printable(conflict.path.print()), keep, other));
    for (Words& note : texts_left(book, other)) change.notes.push_back(std::move(note));
    return change;
}

Result<int> run_merge_fiches(World& world, const Arguments& arguments) {
    return change_notebook(world, arguments, [&](const store::Book& book) { return joined(world, book, arguments); });
}

}  // namespace

const Command& merge_fiches_command() {
    static const Command command{
        .name = "merge-fiches",
        .group = Group::change,
        .summary = {"réunir deux fiches du même organisme", "make one record of two of one organisation"},
        .arguments = {"FICHE-QUI-RESTE AUTRE", "KEEP OTHER"},
        .least = 2,
        .most = 2,
        .options = change_options(),
        .about =
            {"La première fiche reste et reprend ce que l'autre seule disait : numéros, thèmes, personnes, "
             "permanences. Ce que les deux disent autrement reste comme dans la première, et c'est signalé. Le nom "
             "de l'autre devient un autre nom ; tout ce qui la nommait nomme la première ; son fichier disparaît. "
             "C'est un seul changement, que cafe undo reprend.",
             "The first record stays and takes in what only the other one said: numbers, themes, people, outreach "
             "desks. What both say differently stays as in the first one, and is pointed out. The other's name "
             "becomes an alias; all that named it names the first one; its file goes. It is one change, which "
             "cafe undo takes back."},
        .examples = {{"cafe merge-fiches ccas-fumel mairie-fumel --dry-run",
                      {"voir d'abord ce qui changerait", "see first what would change"}}},
        .run = run_merge_fiches,
        .word = ValueKind::reference,
    };
    return command;
}

}  // namespace cafe::cmd
