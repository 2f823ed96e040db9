// Rows whose cells moved to the right: a comma that nobody quoted made two cells of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/table.hpp"

namespace cafe::intake {

struct Shift {
    std::size_t column = 0;           ///< where the cells begin to stand wrong
    std::vector<std::string> mended;  ///< the row with the two cells joined again
};

/// For each row, whether three or more of its cells disagree with what their columns hold and agree again one place to
/// the left. What a column holds is learnt from all rows.
std::vector<std::optional<Shift>> shifted_rows(const Table& table);

}  // namespace cafe::intake
