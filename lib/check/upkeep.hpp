// How a fiche is kept: verified lately, and agreed to be printed. Hints only, since they depend on the day.
#pragma once

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// Closed fiches are left alone.
void check_upkeep(const store::Book& book, const Date& today, Findings& found);

}  // namespace cafe::check
