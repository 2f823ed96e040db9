#include "exchange/engine_tables.hpp"

#include <array>
#include <utility>

#include "base/embed.hpp"
#include "base/text.hpp"
#include "query/weights.hpp"

// CAFE_ENGINES is set for this file alone; CMake rebuilds it when one of the files changes.
CAFE_EMBED(engine_tables, CAFE_ENGINES "/tables.tsv");
CAFE_EMBED(engine_load, CAFE_ENGINES "/load.sql");
CAFE_EMBED(engine_index, CAFE_ENGINES "/index.sql");
CAFE_EMBED(engine_find, CAFE_ENGINES "/find.sql");
CAFE_EMBED(engine_check, CAFE_ENGINES "/check.sql");
CAFE_EMBED(engine_sqlite, CAFE_ENGINES "/sqlite.sql");
CAFE_EMBED(engine_mapping, CAFE_ENGINES "/mapping.json");
CAFE_EMBED(engine_query, CAFE_ENGINES "/query.json");

namespace cafe::exchange {

namespace {

std::vector<EngineTable> read() {
    std::vector<EngineTable> tables;
    bool titles = true;
    for (const std::string_view line : text::split(CAFE_EMBEDDED(engine_tables), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        const auto cells = text::split(line, '\t');
        if (!titles && cells.size() == 4) {
            if (tables.empty() || tables.back().name != cells[0]) tables.push_back({cells[0], {}});
            tables.back().columns.push_back({cells[1], cells[2], cells[3]});
        }
        titles = false;
    }
    EngineTable& weights = tables.emplace_back(EngineTable{"weights", {}});
    for (const std::string_view name : query::names_of_weights()) weights.columns.push_back({name, "real", {}});
    return tables;
}

}  // namespace

const std::vector<EngineTable>& engine_tables() {
    static const std::vector<EngineTable> tables = read();
    return tables;
}

std::string_view engine_text(std::string_view name) {
    const std::array<std::pair<std::string_view, std::string_view>, 7> texts{
        {{"load.sql", CAFE_EMBEDDED(engine_load)},
         {"index.sql", CAFE_EMBEDDED(engine_index)},
         {"find.sql", CAFE_EMBEDDED(engine_find)},
         {"check.sql", CAFE_EMBEDDED(engine_check)},
         {"sqlite.sql", CAFE_EMBEDDED(engine_sqlite)},
         {"mapping.json", CAFE_EMBEDDED(engine_mapping)},
         {"query.json", CAFE_EMBEDDED(engine_query)}}};
    for (const auto& [known, text] : texts)
        if (known == name) return text;
    return {};
}

}  // namespace cafe::exchange
