// The published recognition of danger: the table of lib/query for the script that reads it.
#pragma once

#include <string>

namespace cafe::site {

/// `DANGER={…};` and a line feed, JSON between the signs, for `assets/danger.js`. The same for every notebook.
std::string danger_data();

}  // namespace cafe::site
