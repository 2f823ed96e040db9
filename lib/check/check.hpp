// The list of checks: everything a person should know about a notebook, found in one run.
#pragma once

#include <functional>
#include <span>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "facts/withhold.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"
#include "territory/territory.hpp"

namespace cafe::check {

/// What reading found and what every check finds, in the order of reports (`before`). Time grows with the size of the
/// notebook: each value is looked at once, each distinct name of an area is resolved once. Only hints depend on
/// `today`, so that a notebook that is clean stays clean. `progress`, where
/// there is one, is told after each file how many of how many are done.
Findings check(const store::Book& book, const territory::Territory& territory, const Date& today,
               const std::function<void(std::size_t done, std::size_t total)>& progress = {});

/// What a change brings in: findings of the notebook after it that the notebook before it does not have, in the order
/// of reports. The changed files are looked at by every row of the list of checks; all files, by the rows that judge
/// them by what changes; records together, where that can be an error. Findings are the same that have their rule,
/// their file and their sentence. Nothing depends on the day.
Findings brought_in(const store::Book& book, const store::Changes& changes);

/// The fields of all records that name somebody who objects to being shown: no gate can keep a name out of prose.
std::vector<facts::Withheld> texts_naming_objectors(const store::Book& book);

/// Every rule that any room can raise, sorted by code. For `cafe explain` and docs/rules.md.
std::span<const Rule* const> all_rules();

}  // namespace cafe::check
