// Opening hours as schedules of HSDS: rows of RFC 5545 rules, and words for what no row says.
#pragma once

#include <functional>
#include <string>

#include "base/date.hpp"
#include "base/words.hpp"
#include "view/data.hpp"

namespace cafe::exchange {

struct Schedules {
    view::DataList rows;
    bool in_words = false;  ///< a part of the hours, or all, has no rule there
};

/// One row for each span of a week or of certain weeks of a month (`1WE,3WE`), a description for the rest: public
/// holidays, seasons, « sur rendez-vous ». `id` makes the identifier of the nth row.
Schedules schedules_of(const std::string& hours, const std::string& note, Lang lang,
                       const std::function<std::string(std::size_t)>& id);

}  // namespace cafe::exchange
