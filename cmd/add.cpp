#include <optional>
#include <vector>

#include "adding.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "model/kind.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> unknown_kind{"on n'ajoute pas « {} »", "'{}' cannot be added"};
constexpr Phrase<> kinds_are{"au choix : partner, person, cafe (les réunions : cafe meeting new)",
                             "choose from: partner, person, cafe (meetings: cafe meeting new)"};

std::optional<model::RecordKind> kind_of(const std::string& word) {
    const model::Kind* kind = model::kind_called(word);
    return kind != nullptr && kind->added ? std::optional(kind->kind) : std::nullopt;
}

Result<int> run_add(World& world, const Arguments& arguments) {
    const auto kind = kind_of(arguments.words.front());
    if (!kind) return Error{ErrorKind::usage, unknown_kind(utf8::printable(arguments.words.front())), kinds_are()};
    // Where nobody is asked and nothing is read twice, a file that another command wrote meanwhile is no obstacle.
    const bool can_repeat = !world.ask && !arguments.has("--edit") && arguments.value("--from") != "-";
    const int most_attempts = can_repeat ? 100 : 1;
    for (int attempt = 1;; ++attempt) {
        auto book = open_book(world);
        if (!book) return book.error();
        Added added = add_record(world, arguments, std::move(*book), *kind);
        if (added.code || !added.outrun || attempt == most_attempts) return std::move(added.code);
    }
}

std::vector<std::string_view> addable() {
    std::vector<std::string_view> names;
    for (const model::Kind& kind : model::kinds())
        if (kind.added) names.push_back(kind.names.front());
    return names;
}

std::vector<Option> add_options() {
    std::vector<Option> options{
        {"--set",
         ValueKind::assignment,
         {"CHEMIN=VALEUR", "PATH=VALUE"},
         {"un champ, comme pour cafe set ; peut être répété", "a field, as for cafe set; may be repeated"},
         {},
         true},
        {"--contact",
         ValueKind::text,
         {"PERSONNE", "PERSON"},
         {"\"Marie Delmas <marie@example.org>\", ou une personne du carnet ; peut être répété",
          "\"Marie Delmas <marie@example.org>\", or a person of the notebook; may be repeated"},
         {},
         true},
        {"--role",
         ValueKind::text,
         {"FONCTION", "ROLE"},
         {"la fonction du --contact de même rang", "the role of the --contact of the same rank"},
         {},
         true},
        {"--like",
         ValueKind::reference,
         {"FICHE", "REF"},
         {"partir d'une fiche qui existe", "start from a record that exists"}},
        {"--from",
         ValueKind::file,
         {"FICHIER|-", "FILE|-"},
         {"le texte de la fiche (YAML), « - » : l'entrée standard",
          "the text of the record (YAML), '-': standard input"}},
        {"--edit", ValueKind::none, {}, {"finir dans l'éditeur", "finish in the editor"}},
    };
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& add_command() {
    static const Command command{
        .name = "add",
        .group = Group::change,
        .summary = {"ajouter un partenaire, une personne, un café", "add a partner, a person, a café"},
        .arguments = {"partner|person|cafe NOM", "partner|person|cafe NAME"},
        .least = 1,
        .options = add_options(),
        .about =
            {"Ce qui est obligatoire et manque est demandé au terminal ; un script le dit par --set, --from ou "
             "--like. Ce qui ressemble à une fiche du carnet est signalé d'abord. L'identifiant est fait du nom ; "
             "rien n'est jamais écrasé, et ce que « cafe check » refuserait n'est pas écrit. --like copie d'un "
             "partenaire son type, ses thèmes, publics, territoire et services, d'un café son calendrier et sa "
             "façon d'inviter ; jamais les dates, les personnes, les coordonnées.",
             "What is required and missing is asked at the terminal; a script says it with --set, --from or --like. "
             "What looks like a record of the notebook is pointed out first. The id is made from the name; nothing "
             "is ever overwritten, and what 'cafe check' would refuse is not written. --like copies of a partner "
             "its kind, themes, publics, area and services, of a café its schedule and its way to invite; never "
             "dates, people, phones or addresses."},
        .examples = {{"cafe add partner \"Épicerie sociale de Fumel\" --set kind=association "
                      "--set themes=aide-alimentaire --set territory=Fumel --dry-run",
                      {"sans question", "without a question"}},
                     {"cafe add cafe agen --like fumel --dry-run",
                      {"le café suivant, sur le modèle du premier", "the next café, after the first"}}},
        .run = run_add,
        .first_words = addable(),
    };
    return command;
}

}  // namespace cafe::cmd
