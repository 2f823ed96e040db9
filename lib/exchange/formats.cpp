#include "exchange/formats.hpp"

#include <algorithm>
#include <array>

#include "exchange/cards.hpp"
#include "exchange/data_inclusion.hpp"
#include "exchange/geojson.hpp"
#include "exchange/hsds.hpp"
#include "exchange/json_ld.hpp"
#include "exchange/permanences.hpp"
#include "exchange/postgres.hpp"
#include "exchange/search.hpp"
#include "exchange/sqlite.hpp"
#include "exchange/tables.hpp"

namespace cafe::exchange {

namespace {

constexpr std::array rows = std::to_array<Format>({
    {"di",
     {"data·inclusion v1, deux fichiers JSON", "data·inclusion v1, two JSON files"},
     Way::data_inclusion,
     data_inclusion_files},
    {"di-xlsx",
     {"le classeur du validateur de data·inclusion", "the workbook of data·inclusion's validator"},
     Way::data_inclusion,
     data_inclusion_workbook},
    {"hsds", {"Open Referral HSDS 3.0", "Open Referral HSDS 3.0"}, Way::hsds, hsds_files},
    {"vcard", {"cartes de visite", "visiting cards"}, Way::vcard, card_files},
    {"geojson", {"carte (uMap, QGIS)", "map (uMap, QGIS)"}, Way::geojson, geojson_files},
    {"jsonld", {"schema.org", "schema.org"}, Way::json_ld, json_ld_files},
    {"xlsx", {"classeur", "workbook"}, Way::table, table_workbook},
    {"csv", {"tables", "tables"}, Way::table, table_files},
    {"ics", {"calendrier des permanences", "calendar of desks elsewhere"}, Way::calendar, permanence_files},
    {"postgres",
     {"une base PostgreSQL qui répond comme cafe", "a PostgreSQL database that answers as cafe does"},
     Way::engine,
     postgres_files},
    {"sqlite",
     {"un fichier SQLite (Datasette), les mêmes tables", "one SQLite file (Datasette), the same tables"},
     Way::engine,
     sqlite_files},
    {"search",
     {"des documents pour OpenSearch ou Elasticsearch", "documents for OpenSearch or Elasticsearch"},
     Way::engine,
     search_files},
});

}  // namespace

std::span<const Format> formats() {
    return rows;
}

const Format* format_named(std::string_view name) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Format& each) { return each.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

}  // namespace cafe::exchange
