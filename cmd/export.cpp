#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "exchange/formats.hpp"
#include "exchange_commands.hpp"
#include "export_files.hpp"
#include "facts/withhold.hpp"
#include "indexed.hpp"
#include "last_changes.hpp"
#include "notebook.hpp"
#include "publication.hpp"
#include "query/filter.hpp"
#include "render/data_json.hpp"
#include "render/plain_text.hpp"
#include "render/record_json.hpp"
#include "store/layout.hpp"
#include "store/outputs.hpp"

namespace cafe::cmd {

namespace {

constexpr std::array<std::string_view, 2> audiences{"public", "partners"};
constexpr std::array<std::string_view, 1> reports{"json"};
constexpr std::array<std::string_view, 2> card_versions{"3", "4"};
constexpr std::array<std::string_view, 2> permanence_ways{"lost", "services"};

constexpr Phrase<> say_format{"dans quel format exporter ?", "export in which format?"};
constexpr Phrase<std::string> formats_are{"le dire avec --format : {}", "say it with --format: {}"};
constexpr Phrase<> say_where{"dans quel dossier écrire ?", "write into which folder?"};
constexpr Phrase<std::string> use_output{"le dire avec -o : cafe export --format {} -o export",
                                         "say it with -o: cafe export --format {} -o export"};
constexpr Phrase<std::size_t> nothing{"rien ne correspond (sur {} fiches) : rien n'a été écrit",
                                      "nothing matches (of {} records): nothing was written"};
constexpr Phrase<std::string, std::string> written_into{"{} : {}", "{}: {}"};

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    for (const exchange::Format& format : exchange::formats()) names.push_back(format.name);
    return names;
}

std::string all_formats() {
    std::vector<std::string> names;
    for (const std::string_view name : format_names()) names.emplace_back(name);
    return text::join(names, ", ");
}

// "di: data·inclusion v1, two JSON files", a line each.
Label formats_in_words() {
    static const auto said = [] {
        std::pair<std::string, std::string> words;
        for (const exchange::Format& format : exchange::formats()) {
            const std::string name(format.name);
            words.first += (words.first.empty() ? "" : " ; ") + name + " : " + std::string(format.label.fr);
            words.second += (words.second.empty() ? "" : "; ") + name + ": " + std::string(format.label.en);
        }
        return words;
    }();
    return {said.first, said.second};
}

exchange::Choices choices_of(const Arguments& arguments) {
    exchange::Choices choices;
    choices.service_per_fiche = arguments.has("--service-per-fiche");
    choices.permanence_services = arguments.value("--permanences") == "services";
    choices.areas = arguments.has("--areas");
    choices.vcard_4 = arguments.value("--vcard") == "4";
    choices.excel = arguments.has("--excel");
    return choices;
}

std::string record_line(const facts::Released<model::Partner>& partner) {
    return render::record_json(partner.id(), partner.tree(), model::partner_shape()).bytes();
}

// All parts become bytes before the first file is written.
Result<std::vector<std::pair<std::string, std::string>>> files_of(const std::vector<exchange::Part>& parts) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const exchange::Part& part : parts) {
        auto bytes = bytes_of(part);
        if (!bytes) return bytes.error();
        files.emplace_back(part.path, std::move(*bytes));
    }
    return files;
}

Result<Done> write_files(World& world, const std::vector<std::pair<std::string, std::string>>& files,
                         const std::string& folder, const std::string& edition) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files) paths.push_back(path);
    auto output = store::OutputFolder::open(world.disk, folder, paths, {}, edition);
    if (!output) return output.error();
    for (const auto& [path, bytes] : files)
        if (const auto put = output->put(path, bytes); !put) return put.error();
    if (const auto finished = output->finish(); !finished) return finished.error();
    return Done{};
}

void tell(World& world, const Arguments& arguments, const exchange::Report& report, const std::string& folder,
          const std::vector<std::pair<std::string, std::string>>& files, const std::vector<facts::Withheld>& withheld) {
    std::vector<std::string> names;
    for (const auto& [path, bytes] : files) names.push_back(path);
    if (arguments.value("--report") == "json") {
        view::DataObject all = exchange::document(report, world.lang);
        all.put("folder", folder).put("files", view::texts_of(names));
        world.out << render::json_document(render::json_of(std::move(all).done()));
        return;
    }
    world.say(written_into(folder, text::join(names, ", ")));
    say_kept_back(world, withheld);
    for (const Words& line : exchange::sentences(report)) world.say(line);
}

Result<int> run_export(World& world, const Arguments& arguments) {
    const exchange::Format* format = exchange::format_named(arguments.value("--format"));
    if (format == nullptr) return Error{ErrorKind::usage, say_format(), formats_are(all_formats())};
    const std::string name(format->name);
    const std::string folder = arguments.value("-o");
    if (folder.empty()) return Error{ErrorKind::usage, say_where(), use_output(name)};
    if (const auto placed = check_place(world, folder, "cafe export --format " + name + " -o export"); !placed)
        return placed.error();
    auto book = open_book_to_ask(world);
    if (!book) return book.error();
    if (holds_back(world, *book, arguments.has("--partial"))) return 1;
    const std::string root = book->root;
    const bool for_partners = arguments.value("--audience") == "partners";
    const auto reader = for_partners ? facts::Reader::partners : facts::Reader::everyone;
    auto shown = facts::for_reader(std::move(*book), {reader, false});
    const store::Catalog catalog(std::move(shown.book));
    auto ids = query::filter(arguments.words, catalog, model::RecordKind::partner, "cafe export");
    if (!ids) return ids.error();
    if (ids->empty() && !arguments.words.empty()) {
        world.say(nothing(catalog.partners().size()));
        return 1;
    }
    LastChanges changes(world, root);
    exchange::Edition edition{.catalog = catalog,
                              .reader = reader,
                              .today = today(world),
                              .lang = catalog.settings().language == "en" ? Lang::en : Lang::fr,
                              .ids = std::move(*ids),
                              .choices = choices_of(arguments),
                              .texts_withheld = shown.withheld.size(),
                              .plain = [](std::string_view markdown) { return render::plain_text(markdown); },
                              .changed_on = [&](const std::string& file) { return changes.of(file); },
                              .json = [](const view::Data& data) { return render::json_of(data).bytes(); },
                              .record = record_line};
    exchange::Report start;
    start.format = name;
    start.reader = reader;
    start.asked = edition.ids.size();
    start.texts = edition.texts_withheld;
    exchange::Account account(std::move(start));
    const auto parts = format->write(edition, account);
    if (!parts) return parts.error();
    const exchange::Report report = std::move(account).done();
    const auto files = files_of(*parts);
    if (!files) return files.error();
    if (!arguments.has("--dry-run"))
        if (const auto written =
                write_files(world, *files, folder, name + "-" + (for_partners ? "partners" : "public"));
            !written)
            return written.error();
    tell(world, arguments, report, folder, *files, shown.withheld);
    return report.refused.empty() ? 0 : 1;
}

}  // namespace

const Command& export_command() {
    static const std::vector<std::string_view> names = format_names();
    static const Command command{
        .name = "export",
        .group = Group::send,
        .summary = {"les fiches dans les formats des autres, et ce qui s'y perd",
                    "the records in other people's formats, and what they lose there"},
        .arguments = {"[QUESTION…]", "[QUERY…]"},
        .options =
            {{"--format", ValueKind::choice, {"FORMAT", "FORMAT"}, formats_in_words(), names},
             {"-o", ValueKind::folder, {"DOSSIER", "FOLDER"}, {"où écrire", "where to write"}, {}, false, "--output"},
             {"--audience",
              ValueKind::choice,
              {"QUI", "WHO"},
              {"public, ou partners : ce que les professionnels peuvent lire",
               "public, or partners: what professionals may read"},
              {audiences.begin(), audiences.end()}},
             {"--report",
              ValueKind::choice,
              {"FORME", "FORM"},
              {"le rapport des pertes en JSON", "the report of losses as JSON"},
              {reports.begin(), reports.end()}},
             {"--service-per-fiche",
              ValueKind::none,
              {},
              {"di : une fiche sans services devient un service", "di: a record without services becomes one"}},
             {"--permanences",
              ValueKind::choice,
              {"COMMENT", "HOW"},
              {"di : services, un service de plus par permanence ; lost, elles se perdent",
               "di: services, one service more per desk; lost, they are lost"},
              {permanence_ways.begin(), permanence_ways.end()}},
             {"--excel",
              ValueKind::none,
              {},
              {"csv : comme l'Excel français l'ouvre", "csv: as a French Excel opens it"}},
             {"--vcard",
              ValueKind::choice,
              {"VERSION", "VERSION"},
              {"vcard : 3 (téléphones, Outlook) ou 4", "vcard: 3 (telephones, Outlook) or 4"},
              {card_versions.begin(), card_versions.end()}},
             {"--areas",
              ValueKind::none,
              {},
              {"geojson : le contour des territoires aussi", "geojson: the outlines of areas too"}},
             {"--partial",
              ValueKind::none,
              {},
              {"exporter sans les fichiers qui ne peuvent pas être lus",
               "export without the files that cannot be read"}},
             {"--dry-run",
              ValueKind::none,
              {},
              {"dire ce qui partirait sans rien écrire", "tell what would leave, write nothing"}}},
        .about =
            {"Tout passe par la même porte que l'annuaire publié : une adresse confidentielle, une note interne, "
             "une personne qui s'y oppose ne partent dans aucun format. À la fin vient le rapport des pertes : ce "
             "qui est refusé (avec la place et le remède), retenu pour protéger, simplifié, perdu, inventé, et un "
             "chiffre. Code 1 quand une fiche ou un service est refusé. La question choisit les fiches, comme pour "
             "cafe list. docs/exchange.md dit pour chaque champ ce qu'il devient.",
             "Everything passes the same gate as the published directory: a confidential address, an internal "
             "note, a person who objects leave in no format. The report of losses comes last: what is refused "
             "(with place and remedy), withheld to protect, simplified, lost, invented, and one figure. Code 1 "
             "when a record or service is refused. The query chooses the records, as for cafe list. "
             "docs/exchange.md tells what becomes of each field."},
        .examples = {{"cafe export --format di -o data-inclusion",
                      {"pour data·inclusion, et ce qui ne passe pas", "for data·inclusion, and what does not pass"}},
                     {"cafe export --format di -o data-inclusion --dry-run --report json",
                      {"le rapport seul, pour un programme", "the report alone, for a program"}}},
        .run = run_export,
    };
    return command;
}

}  // namespace cafe::cmd
