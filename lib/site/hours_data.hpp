// What a page's script needs to say whether somebody is there: its words, and the public holidays.
#pragma once

#include <string>

#include "view/directory.hpp"

namespace cafe::site {

/// `JOURS = {…};` and a line feed, for `assets/heures.js`: the words in the language of the edition (`l`; # is a time,
/// a day; the days from Monday on are last), the public holidays of its year and the next two (`o`, as
/// calendar::day_number): a page is made again long before these are over.
std::string hours_data(const view::Directory& directory);

}  // namespace cafe::site
