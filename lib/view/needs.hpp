// What was asked for in a quarter, beside who answers it: needs without an offer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/release_needs.hpp"
#include "view/listing.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// One number of a quarter.
struct Need {
    std::string_view table;  ///< "themes"…, or "asked" for all of it
    std::string key;
    Words name;
    int count = 0;
    std::optional<std::size_t> partners;  ///< how many answer for it, where that can be said
};

/// All of it first, then table by table, each in the order of the file. A theme that nobody answers for, a refusal for
/// want of a place and no answer at all are needs without an offer.
std::vector<Need> needs_of(const model::Needs& needs, const store::Catalog& catalog);
bool lacks_offer(const Need& need);
/// « thème », "first answer": what the numbers of its table are by.
Words table_in_words(const Need& need);

/// "12", « au moins 12 ».
std::string count_in_words(const Need& need, bool at_least, Lang lang);

/// The newest quarter, beside the matrix of who covers what. Nothing where none may be told.
std::optional<Section> needs_section(const Directory& directory, const std::vector<facts::ReleasedNeeds>& all);

}  // namespace cafe::view
