// The formats of export: a row each. The command, its help and completion, the docs and the tests walk this list.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// Writes the files of a format and keeps the account of what becomes of each field.
using Write = Result<std::vector<Part>> (*)(const Edition& edition, Account& account);

struct Format {
    std::string_view name;  ///< as it is asked for: "di"
    model::Label label;     ///< « data·inclusion v1 (JSON) »
    Way way;                ///< the column of the table of fates
    Write write;
};

std::span<const Format> formats();

/// Null when there is none of that name.
const Format* format_named(std::string_view name);

}  // namespace cafe::exchange
