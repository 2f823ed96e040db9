// What asking commands print, in the forms that people and programs ask for.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"
#include "model/field.hpp"
#include "world.hpp"
#include "yaml/tree.hpp"

namespace cafe::cmd {

/// A record to list: its id, and its tree as it may be shown.
struct Listed {
    std::string id;
    yaml::Node tree;
};

/// A column of the table that people see.
struct Column {
    std::string title;
    std::vector<std::string> cells;  ///< one for each record
};

struct Listing {
    std::string_view schema;  ///< "cafe/list/1"
    const model::Shape* shape = nullptr;
    std::vector<Listed> records;
    std::vector<Column> columns;  ///< for people, when --fields names no others
};

/// A tree of plain values, for what is listed and is no record.
yaml::Node mapping_of(const std::vector<std::pair<std::string, std::string>>& pairs);

/// Prints a listing as the machine options say, else as a table: cut to the terminal's width when there is one, whole
/// otherwise. Exit code 1 when there is nothing to list, else 0. An unknown field in --fields is an Error.
Result<int> print_listing(World& world, const Arguments& arguments, const Listing& listing);

/// Whether one of the forms for programs was asked for; more than one is an Error.
Result<bool> wants_machine_form(const Arguments& arguments);

/// The text of a field in a tree, lists joined by ", ": "address.commune", "phones.number".
std::string column_text(const yaml::Node& tree, const std::string& path, const model::Shape& shape);

}  // namespace cafe::cmd
