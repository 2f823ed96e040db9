// The published reading of questions beyond their phrases: the words that leave something out, and what was learnt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::site {

/// assets/lecture.js, the same for every notebook: lists of lib/query/data/lists.tsv and the recogniser's table in the
/// letters of a script, with the filter of a dictionary. What stands behind its name is JSON. Hashes lose their lowest
/// eight bits.
std::string reader_data();

/// The same without what was learnt, a third of the size of an edition in one file: its reader goes by the lists alone.
std::string reader_data_of_lists();

/// The themes that the table knows, in its order.
std::vector<std::string_view> recognised_themes();
/// The kinds of organisation that the recogniser knows, likewise.
std::vector<std::string_view> recognised_kinds();

}  // namespace cafe::site
