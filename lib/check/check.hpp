// The list of checks: everything a person should know about a notebook, found in one run.
#pragma once

#include <functional>
#include <span>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "store/book.hpp"
#include "territory/territory.hpp"

namespace cafe::check {

/// What reading found and what every check finds, in the order of reports (`before`). Time grows with the size of the
/// notebook: each value is looked at once, each distinct name of an area is resolved once. Only hints depend on
/// `today`, so that a notebook that is clean stays clean. `progress`, where
/// there is one, is told after each file how many of how many are done.
Findings check(const store::Book& book, const territory::Territory& territory, const Date& today,
               const std::function<void(std::size_t done, std::size_t total)>& progress = {});

/// Every rule that any room can raise, sorted by code. For `cafe explain` and docs/rules.md.
std::span<const Rule* const> all_rules();

}  // namespace cafe::check
