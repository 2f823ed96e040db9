// Postal labels as a page to print at 100 %: every place in millimetres, as the maker of the sheets has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace cafe::render {

/// A sheet of labels on A4; all in millimetres.
struct LabelSheet {
    std::string_view name;  ///< "L7160"
    int columns = 0;
    int rows = 0;
    double width = 0;
    double height = 0;
    double left = 0;  ///< of the first label
    double top = 0;
    double across = 0;  ///< from one label's left edge to the next one's
    double down = 0;
    [[nodiscard]] int labels() const { return columns * rows; }
};

/// Avery's L7159, L7160, L7162, L7163, L7165 and J8160, J8163; case does not count.
std::optional<LabelSheet> label_sheet(std::string_view name);
std::vector<std::string> label_sheets();

/// A label's lines in the largest type that holds them, 10 points at most and 6 at least.
struct FittedLabel {
    std::vector<std::string> lines;
    int type = 0;       ///< points
    bool whole = true;  ///< false: something was left out, ended with "…"; never the last line, which is the town
};
FittedLabel fitted(const LabelSheet& sheet, const std::vector<std::string>& lines);

/// One label a text of lines; the first is set bold. `start` counts from 1: the first label of the first sheet that is
/// still there. Each sheet is one page.
std::string label_page(const LabelSheet& sheet, const std::vector<FittedLabel>& labels, int start,
                       std::string_view title, Lang lang);

}  // namespace cafe::render
