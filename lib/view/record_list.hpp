// Records to list: their trees as they may be shown, and the columns that people see.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/field.hpp"
#include "yaml/tree.hpp"

namespace cafe::view {

/// A record to list: its id, and its tree as it may be shown.
struct Listed {
    std::string id;
    yaml::Node tree;
};

/// What a narrow terminal cuts first; `by_content` is worked out from the cells.
enum class Weight { by_content, detail, text, id, whole };

/// A column of the table that people see.
struct Column {
    std::string title;
    std::vector<std::string> cells;  ///< one for each record
    Weight weight = Weight::by_content;
};

struct RecordList {
    std::string_view schema;  ///< "cafe/list/1"
    const model::Shape* shape = nullptr;
    std::vector<Listed> records;
    std::vector<Column> columns;  ///< for people, when no fields are chosen
};

/// A tree of plain values, for what is listed and is no record.
yaml::Node mapping_of(const std::vector<std::pair<std::string, std::string>>& pairs);

/// "phones.e164", the numbers of a list as machines dial them, which no record holds: the path of the list, else
/// nothing.
std::optional<std::string> numbers_of(const std::string& path, const model::Shape& shape);
/// Every scalar that a path of fields leads to, lists passed through: "phones.number". Of a mapping its main value.
std::vector<std::string> values_at(const yaml::Node& tree, const std::string& path, const model::Shape& shape);
/// The same, joined by ", ".
std::string column_text(const yaml::Node& tree, const std::string& path, const model::Shape& shape);

}  // namespace cafe::view
