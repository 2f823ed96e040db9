// Files whose columns are always the same: the tables that `cafe export` writes, data·inclusion.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "exchange/formats.hpp"
#include "export_files.hpp"
#include "facts/withhold.hpp"
#include "import.hpp"
#include "intake/data_inclusion.hpp"
#include "intake/memory.hpp"
#include "notebook.hpp"
#include "render/plain_text.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> no_partners{"aucun tableau de partenaires (colonnes id, name…) dans ces fichiers",
                               "no table of partners (columns id, name…) in these files"};
constexpr Phrase<> write_them{"cafe export --format xlsx, ou csv, les écrit",
                              "cafe export --format xlsx, or csv, writes them"};
constexpr Phrase<> no_structures{"aucune structure de data·inclusion (colonnes id, nom) dans ces fichiers",
                                 "no structure of data·inclusion (columns id, nom) in these files"};
constexpr Phrase<> give_both{
    "donner les structures et les services ensemble : cafe import --map di structures.json "
    "services.json",
    "give structures and services together: cafe import --map di structures.json "
    "services.json"};

// What `cafe export` disarmed in a CSV, so that no spreadsheet runs it, is as it was.
void arm_again(intake::Table& table) {
    constexpr std::array<std::string_view, 11> signs{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    for (intake::Row& row : table.rows)
        for (std::string& cell : row.cells)
            if (cell.starts_with('\'') && std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
                    return std::string_view(cell).substr(1).starts_with(sign);
                }))
                cell.erase(0, 1);
}

// Fiches without any service: the file of services is [].
bool is_empty_list(World& world, const std::string& path) {
    constexpr std::size_t longest = 100;
    const auto text = world.disk.read(path, longest);
    return text && text::replace_all(std::string(text::trim(*text)), "\n", "") == "[]";
}

intake::Exported read_tables(const std::vector<intake::Table>& tables, const intake::Lexicon&, const store::Book&) {
    return intake::read_exported(tables);
}

const std::array<BuiltIn, 3> mappings{{
    {"xlsx", "export", "", read_tables, "", no_partners, write_them},
    {"csv", "export", "", read_tables, "", no_partners, write_them},
    {"di", "di", intake::data_inclusion_source, intake::read_data_inclusion, "di", no_structures, give_both},
}};

// What an export of the notebook would say today, in files as they are read; nothing where it cannot be made.
std::vector<intake::Table> exported_today(World& world, const store::Book& book, const exchange::Format& format,
                                          facts::Reader reader, bool service_per_fiche) {
    auto shown = facts::for_reader(book, {reader, false});
    const store::Catalog catalog(std::move(shown.book));
    exchange::Edition edition{.catalog = catalog,
                              .reader = reader,
                              .today = today(world),
                              .lang = catalog.settings().language == "en" ? Lang::en : Lang::fr,
                              .ids = {},
                              .choices = {.service_per_fiche = service_per_fiche},
                              .plain = [](std::string_view markdown) { return render::plain_text(markdown); },
                              // Only what the fiche says is compared, and not since when.
                              .changed_on = [&](const std::string&) { return std::optional(today(world)); }};
    for (const auto& partner : catalog.partners()) edition.ids.push_back(partner.id);
    exchange::Account account({});
    std::vector<intake::Table> tables;
    const auto parts = format.write(edition, account);
    if (!parts) return tables;
    for (const exchange::Part& part : *parts) {
        const auto bytes = bytes_of(part);
        if (!bytes) return {};
        // A list of no services at all is no table.
        auto read = intake::read_file(part.path, *bytes);
        if (!read) continue;
        for (intake::Table& table : read->tables) tables.push_back(std::move(table));
    }
    return tables;
}

// A file of our own goes back and forth without a fiche being asked about what the format cannot say.
void mark_own(World& world, const store::Book& book, const BuiltIn& mapping, const intake::Lexicon& lexicon,
              intake::Rows& rows) {
    const exchange::Format* format = exchange::format_named(mapping.format);
    const bool any = std::any_of(rows.all.begin(), rows.all.end(), [&](const intake::Become& row) {
        return !row.id.empty() && store::find(book.partners, row.id) != nullptr;
    });
    if (format == nullptr || !any) return;
    for (const facts::Reader reader : {facts::Reader::everyone, facts::Reader::partners})
        for (const bool service_per_fiche : {false, true}) {
            const auto tables = exported_today(world, book, *format, reader, service_per_fiche);
            intake::mark_unchanged(rows, mapping.read(tables, lexicon, book).rows);
        }
}

}  // namespace

std::span<const BuiltIn> built_in_mappings() {
    return mappings;
}

Result<int> import_exported(World& world, const Arguments& arguments, const store::Book& book, const BuiltIn& mapping) {
    std::vector<intake::Table> tables;
    std::string digests;
    for (const std::string& path : arguments.words) {
        auto file = open_file(world, path);
        if (!file && is_empty_list(world, path)) continue;
        if (!file) return file.error();
        digests += file->digest;
        for (intake::Table& table : file->read.tables) {
            if (file->read.format == intake::Format::csv) arm_again(table);
            if (table.sheet.empty()) table.sheet = file->name.substr(0, file->name.rfind('.'));
            tables.push_back(std::move(table));
        }
    }
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    const intake::Lexicon lexicon(book, territory);
    intake::Exported exported = mapping.read(tables, lexicon, book);
    if (exported.partners == nullptr) return Error{ErrorKind::usage, mapping.nothing(), mapping.remedy()};
    mark_own(world, book, mapping, lexicon, exported.rows);
    const std::string memory(mapping.memory);
    intake::Request request;
    request.name = memory;
    request.mode = mode_of(arguments);
    request.today = today(world);
    request.digest = intake::hash_of(digests);
    request.people = exported.people;
    request.progress = [&](std::size_t done, std::size_t total) { tell_rows(world, done, total); };
    model::ImportMapping known;
    known.source = mapping.source;
    const intake::Files beside{text_beside(world, book.root, intake::memory_path(memory)),
                               text_beside(world, book.root, intake::conflicts_path(memory)),
                               {}};
    auto plan = intake::plan_of(book, *exported.partners, known, exported.rows, lexicon, request, beside);
    if (!plan) return plan.error();
    return finish_import(world, arguments, book, path::name(arguments.words.front()), *exported.partners,
                         std::move(*plan));
}

}  // namespace cafe::cmd
