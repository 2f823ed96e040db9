// The published recognition of danger: the table of lib/query with the script that reads it.
#pragma once

#include <string>

namespace cafe::site {

/// assets/urgences.js. The same for every notebook.
std::string danger_data();

}  // namespace cafe::site
