// Whether what services say of their places can be, and can still be told.
#pragma once

#include "base/date.hpp"
#include "check/inspection.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// A period with more free places than the service has in all.
void check_free_places(const store::Source& source, Report& report);

/// Counts that are too old to be shown, and periods that are over, which `check --fix` takes away.
void check_counts(const store::Book& book, const Date& today, Findings& found);

}  // namespace cafe::check
