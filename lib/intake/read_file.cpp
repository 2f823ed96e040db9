#include "intake/read_file.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/csv.hpp"
#include "intake/encoding.hpp"
#include "intake/json_table.hpp"
#include "intake/vcard.hpp"
#include "intake/workbook.hpp"

namespace cafe::intake {

Format format_of(std::string_view name, std::string_view bytes) {
    const std::string lower = ascii::lower(name);
    if (lower.ends_with(".xlsx") || lower.ends_with(".xlsm")) return Format::xlsx;
    if (lower.ends_with(".ods")) return Format::ods;
    if (lower.ends_with(".vcf") || lower.ends_with(".vcard")) return Format::vcard;
    if (lower.ends_with(".json") || lower.ends_with(".geojson")) return Format::json;
    if (lower.ends_with(".csv") || lower.ends_with(".tsv")) return Format::csv;
    if (bytes.starts_with("PK"))
        return bytes.substr(0, 200).find("opendocument.spreadsheet") != std::string_view::npos ? Format::ods
                                                                                               : Format::xlsx;
    std::string_view start = bytes;
    if (start.starts_with(utf8::bom)) start.remove_prefix(utf8::bom.size());
    start = text::trim(start.substr(0, 200));
    if (ascii::lower(start).starts_with("begin:vcard")) return Format::vcard;
    if (start.starts_with("[") || start.starts_with("{")) return Format::json;
    return Format::csv;
}

Result<Read> read_file(std::string_view name, std::string_view bytes) {
    static constexpr Phrase<std::string> nothing{"{} : ni titres de colonnes, ni lignes à lire",
                                                 "{}: no names of columns and no rows to read"};
    static constexpr Phrase<> give_header{
        "la première ligne du tableau donne les noms des colonnes : Nom ; Téléphone ; …",
        "the first line of the table gives the names of the columns: Name; Phone; …"};
    static constexpr Phrase<std::string> old_workbook{"{} : un classeur d'avant 2007 (.xls) ne se lit pas",
                                                      "{}: a workbook from before 2007 (.xls) cannot be read"};
    static constexpr Phrase<> save_as{"l'ouvrir et l'enregistrer en .xlsx, .ods ou .csv",
                                      "open it and save it as .xlsx, .ods or .csv"};
    const std::string shown = utf8::printable(name);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return Error{ErrorKind::usage, old_workbook(shown), save_as()};
    Read read;
    read.format = format_of(name, bytes);
    switch (read.format) {
        case Format::xlsx:
        case Format::ods: {
            auto sheets = read_workbook(bytes, read.format == Format::xlsx ? Workbook::xlsx : Workbook::ods);
            if (!sheets) return sheets.error();
            for (Sheet& sheet : *sheets) read.tables.push_back(table_of(std::move(sheet.records), sheet.name));
            break;
        }
        case Format::vcard: read.tables.push_back(read_vcard(bytes)); break;
        case Format::json: {
            const Decoded text = decoded(bytes);
            auto table = read_json(text.text);
            if (!table) return table.error();
            read.tables.push_back(std::move(*table));
            break;
        }
        case Format::csv: {
            const Decoded text = decoded(bytes);
            if (text.encoding != "UTF-8") read.encoding = text.encoding;
            read.tables.push_back(read_csv(text.text));
        }
    }
    std::erase_if(read.tables, [](const Table& table) { return table.header.empty(); });
    if (read.tables.empty()) return Error{ErrorKind::usage, nothing(shown), give_header()};
    return read;
}

}  // namespace cafe::intake
