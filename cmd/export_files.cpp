#include "export_files.hpp"

#include "render/csv.hpp"
#include "render/data_json.hpp"
#include "render/ics.hpp"
#include "render/vcard.hpp"
#include "render/xlsx.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_workbook{"{} ne peut pas être produit", "{} cannot be made"};
constexpr Phrase<> look_at_space{"voir s'il reste de la place dans le dossier temporaire (TMPDIR)",
                                 "see whether the folder for temporary files (TMPDIR) is full"};

std::string bytes_of(const exchange::Table& table) {
    const auto format = table.excel ? render::TableFormat::csv_excel : render::TableFormat::csv;
    std::string bytes(render::table_start(format));
    bytes += render::table_row(table.sheet.titles, format);
    for (const std::vector<std::string>& row : table.sheet.rows) bytes += render::table_row(row, format);
    return bytes;
}

}  // namespace

Result<std::string> bytes_of(const exchange::Part& part) {
    if (const auto* data = std::get_if<view::Data>(&part.is)) return render::json_document(*data);
    if (const auto* table = std::get_if<exchange::Table>(&part.is)) return bytes_of(*table);
    if (const auto* text = std::get_if<exchange::Text>(&part.is)) return text->text;
    if (const auto* calendar = std::get_if<meetings::Calendar>(&part.is)) return render::ics(*calendar);
    if (const auto* cards = std::get_if<std::vector<view::CardLines>>(&part.is)) {
        std::string bytes;
        for (const view::CardLines& card : *cards) bytes += render::vcard_of(card);
        return bytes;
    }
    const auto bytes = render::workbook(std::get<view::Workbook>(part.is));
    if (!bytes) return Error{ErrorKind::environment, no_workbook(part.path), look_at_space()};
    return *bytes;
}

}  // namespace cafe::cmd
