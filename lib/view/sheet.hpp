// A table before it is a workbook or CSV: cells are texts.
#pragma once

#include <string>
#include <vector>

namespace cafe::view {

struct Sheet {
    std::string name;
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows;  ///< each as wide as the titles
};

/// The sheets of one file, in order.
using Workbook = std::vector<Sheet>;

}  // namespace cafe::view
