// A file of any format that is read → its tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "intake/table.hpp"

namespace cafe::intake {

enum class Format { csv, json, xlsx, ods, vcard };

/// By the ending of its name; of standard input, and where the ending says nothing, by how it begins.
Format format_of(std::string_view name, std::string_view bytes);

struct Read {
    Format format = Format::csv;
    std::string encoding;       ///< of text, where it is not UTF-8
    std::vector<Table> tables;  ///< sheets that have a header; one of any other format
};

/// An Error of kind usage when nothing can be read out of it.
Result<Read> read_file(std::string_view name, std::string_view bytes);

}  // namespace cafe::intake
