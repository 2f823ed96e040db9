// The tables that an engine is given: their columns, declared once in lib/exchange/engines/tables.tsv, and what a cell
// may hold.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cafe::exchange {

struct EngineColumn {
    std::string_view name;
    std::string_view type;  ///< text, texts, integer, integers, real, truth, date, json
    std::string_view what;  ///< for who reads the schema; may be empty
};

struct EngineTable {
    std::string_view name;
    std::vector<EngineColumn> columns;
};

/// In their order; the last is the one row of weights.
const std::vector<EngineTable>& engine_tables();

/// monostate: nothing is said.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>,
                          std::vector<std::int64_t>>;
using EngineRow = std::vector<Cell>;

/// Takes the rows of all tables as they come, those of one table in their order.
using PutRow = std::function<void(std::string_view table, const EngineRow& row)>;

/// The texts that come with the sources: "find.sql".
std::string_view engine_text(std::string_view name);

}  // namespace cafe::exchange
