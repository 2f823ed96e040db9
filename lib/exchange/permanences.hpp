// The calendar of permanences: when and where organisations receive people elsewhere, for a year.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// permanences.ics. The days are those that the hours say (calendar/opening.hpp), from today on for a year, told as
/// events that come back, with the days that fall out (public holidays, August) taken out of them; days without any
/// rhythm are events of their own. A public holiday of which the hours say nothing is taken out. An Error where the
/// settings name a time zone that has no definition.
Result<std::vector<Part>> permanence_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
