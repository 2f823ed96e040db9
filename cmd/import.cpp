#include "import.hpp"

#include <iterator>

#include "all_known.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "intake/choose.hpp"
#include "intake/memory.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> no_file{"quel fichier ?", "which file?"};
constexpr Phrase<> give_file{"cafe import annuaire.csv, ou cafe import --status",
                             "cafe import directory.csv, or cafe import --status"};
constexpr Phrase<> one_mode{"--new, --update et --fill ne vont pas ensemble",
                            "--new, --update and --fill do not go together"};
constexpr Phrase<> one_rejects{"--rejects n'écrit les lignes que d'un fichier à la fois",
                               "--rejects writes the rows of one file at a time"};
constexpr Phrase<> one_draft{"--draft ne regarde qu'un fichier à la fois", "--draft looks at one file at a time"};

Result<int> run_import(World& world, const Arguments& arguments) {
    const int modes = int{arguments.has("--new")} + int{arguments.has("--update")} + int{arguments.has("--fill")};
    if (modes > 1) return Error{ErrorKind::usage, one_mode(), {}};
    const bool decides = arguments.has("--take") || arguments.has("--keep");
    if (arguments.words.empty() && !arguments.has("--status") && !decides)
        return Error{ErrorKind::usage, no_file(), give_file()};
    if (arguments.has("--draft") && arguments.words.size() > 1) return Error{ErrorKind::usage, one_draft(), {}};
    const std::string named = arguments.value("--map");
    const BuiltIn* built_in = nullptr;
    for (const BuiltIn& mapping : built_in_mappings())
        if (mapping.name == named) built_in = &mapping;
    if (arguments.has("--rejects") && arguments.words.size() > 1 && built_in == nullptr)
        return Error{ErrorKind::usage, one_rejects(), {}};
    if (const auto free = check_rejects_file(world, arguments); !free) return free.error();
    auto book = open_book(world);
    if (!book) return book.error();
    if (arguments.has("--status")) return import_status(world, arguments, *book);
    if (const auto known = all_known(book->unreadable); !known) return known.error();
    if (decides) return import_decide(world, arguments, *book);
    if (built_in != nullptr) return import_exported(world, arguments, *book, *built_in);
    int worst = 0;
    for (std::size_t i = 0; i < arguments.words.size(); ++i) {
        // What one file made, the next one meets.
        if (i > 0) {
            book = open_book(world);
            if (!book) return book.error();
        }
        const auto file = open_file(world, arguments.words[i]);
        if (!file) return file.error();
        const store::Record<model::ImportMapping>* mapping = nullptr;
        if (!named.empty()) {
            const auto found = intake::mapping_named(*book, named);
            if (!found) return found.error();
            mapping = *found;
        } else if (!arguments.has("--draft")) {
            mapping = intake::mapping_for(*book, file->name, file->read.tables);
        }
        const auto done = mapping == nullptr || arguments.has("--draft")
                              ? import_draft(world, arguments, *book, *file)
                              : import_rows(world, arguments, *book, *file, mapping->id, mapping->value);
        if (!done) return done;
        worst = std::max(worst, *done);
    }
    return worst;
}

std::vector<Option> import_options() {
    std::vector<Option> options{
        {"--map",
         ValueKind::text,
         {"NOM", "NAME"},
         {"la correspondance : imports/NOM.yaml ; xlsx ou csv : les tableaux de « cafe export » ; di : data·inclusion",
          "the mapping: imports/NAME.yaml; xlsx or csv: the tables of 'cafe export'; di: data·inclusion"}},
        {"--as",
         ValueKind::choice,
         {"QUOI", "WHAT"},
         {"ce que sont les lignes", "what the rows are"},
         {"partners", "people", "attendance"}},
        {"--sheet", ValueKind::text, {"FEUILLE", "SHEET"}, {"la feuille du classeur", "the sheet of the workbook"}},
        {"--meeting",
         ValueKind::reference,
         {"RÉUNION", "MEETING"},
         {"avec --as attendance : la réunion", "with --as attendance: the meeting"}},
        {"--new", ValueKind::none, {}, {"créer seulement, ne rien changer", "make only, change nothing"}},
        {"--update", ValueKind::none, {}, {"changer seulement, ne rien créer", "change only, make nothing"}},
        {"--fill", ValueKind::none, {}, {"remplir seulement ce qui est vide", "only fill in what is empty"}},
        {"--draft",
         ValueKind::none,
         {},
         {"regarder le fichier et écrire une correspondance, aucune fiche",
          "look at the file and write a mapping, no record"}},
        {"--report",
         ValueKind::choice,
         {"FORME", "FORM"},
         {"chaque ligne et ce qu'elle devient", "every row and what becomes of it"},
         {"csv", "json"}},
        {"--rejects",
         ValueKind::file,
         {"FICHIER", "FILE"},
         {"y écrire les lignes qui attendent, à rendre avec des décisions",
          "write the rows that wait there, to be given back with decisions"}},
        {"--learn",
         ValueKind::none,
         {},
         {"un nom pour lequel cafe:fiche a décidé devient un autre nom de la fiche",
          "a name that cafe:fiche decided about becomes another name of the record"}},
        {"--status", ValueKind::none, {}, {"les imports, les conflits ouverts", "the imports, the open conflicts"}},
        {"--take",
         ValueKind::text,
         {"FICHE[.CHAMP]", "REF[.FIELD]"},
         {"en conflit : prendre ce que dit la source", "in conflict: take what the source says"},
         {},
         true},
        {"--keep",
         ValueKind::text,
         {"FICHE[.CHAMP]", "REF[.FIELD]"},
         {"en conflit : garder ce qui est écrit ici", "in conflict: keep what stands here"},
         {},
         true},
    };
    for (Option& option : change_options())
        if (option.name != "--json") options.push_back(std::move(option));
    return options;
}

}  // namespace

Result<GivenFile> open_file(World& world, const std::string& path) {
    std::string bytes;
    if (path == "-") {
        bytes.assign(std::istreambuf_iterator<char>(world.in), {});
    } else {
        auto read = world.disk.read(path, largest_file);
        if (!read) return read.error();
        bytes = std::move(*read);
    }
    GivenFile file;
    file.name = path == "-" ? "stdin" : path::name(path);
    file.digest = intake::hash_of(bytes);
    auto read = intake::read_file(file.name, bytes);
    if (!read) return read.error();
    file.read = std::move(*read);
    return file;
}

std::string text_beside(World& world, const std::string& root, const std::string& path) {
    const auto bytes = world.disk.read(path::join(root, path), largest_file);
    return bytes ? *bytes : std::string();
}

const Command& import_command() {
    static const Command command{
        .name = "import",
        .group = Group::change,
        .summary = {"reprendre un tableau, un carnet d'adresses, une liste",
                    "take over a table, an address book, a list"},
        .arguments = {"FICHIER…", "FILE…"},
        .options = import_options(),
        .about = {"Lit CSV, Excel (.xlsx), LibreOffice (.ods), vCard, JSON et GeoJSON, dans tous les encodages. La "
                  "première fois, le fichier est regardé et une correspondance écrite dans imports/ : ce que remplit "
                  "chaque colonne. Elle se relit et se corrige ; le même ordre, une seconde fois, écrit les fiches. Ce "
                  "qui n'est pas sûr attend, avec la raison ; --rejects l'écrit dans un fichier qu'Excel ouvre et qui "
                  "se rend avec les décisions dans la colonne cafe:fiche (un identifiant, new, ou -). Un second import "
                  "de la même liste ne passe jamais sur ce que vous avez écrit. « - » lit l'entrée standard.",
                  "Reads CSV, Excel (.xlsx), LibreOffice (.ods), vCard, JSON and GeoJSON, in any encoding. The first "
                  "time, the file is looked at and a mapping is written into imports/: what each column fills. Read it "
                  "and put it right; the same command again writes the records. What is not sure waits, with its "
                  "reason; --rejects writes it to a file that Excel opens and that is given back with the decisions in "
                  "the column cafe:fiche (an id, new, or -). A second import of the same list never overwrites what "
                  "you wrote. '-' reads standard input."},
        .examples = {{"cafe import --status",
                      {"ce qui a été importé, ce qui attend", "what was imported, what waits"}}},
        .run = run_import,
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
