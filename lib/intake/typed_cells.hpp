// Cells of an XLSX that say what type they have, which liborcus 0.17 passes over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::intake {

/// A cell whose value stands in the sheet itself; row and column from 0.
struct TypedCell {
    std::string sheet;
    int row = 0;
    int column = 0;
    bool is_number = false;
    std::string text;
};

/// The cells marked as text (inline, or what a formula gave), number or date, sheet by sheet: programs write so that
/// have no table of texts (web pages, Python, Java). Throws what liborcus throws where the bytes are damaged.
std::vector<TypedCell> typed_cells(std::string_view bytes);

}  // namespace cafe::intake
