// Lists of records in the forms that people and programs ask for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "view/record_list.hpp"

namespace cafe::render {

/// "id,phones.number, x-own" → its fields. An Error of kind usage for one that the shape does not know, with the
/// nearest.
Result<std::vector<std::string>> fields_of(std::string_view typed, const model::Shape& shape);

/// A record of the list, all of it or its chosen fields.
Json listed_json(const view::RecordList& list, const view::Listed& record, const std::vector<std::string>& fields);

/// A table for programs; without chosen fields those that hold one value or a list of plain values.
std::string table_of(const view::RecordList& list, std::vector<std::string> fields, TableFormat format);

/// The columns that people see: those of the list, or the chosen fields.
std::vector<view::Column> columns_of(const view::RecordList& list, const std::vector<std::string>& fields);

struct TableStyle {
    std::size_t width = 0;  ///< columns of the terminal, which the table is cut to; 0: never
    bool colour = false;
};
/// A table for people.
std::string table_text(std::vector<view::Column> columns, const TableStyle& style);

}  // namespace cafe::render
