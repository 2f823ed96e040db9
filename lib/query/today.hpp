// `today` in the bounds of dates: "privacy.erase_on:..today".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace cafe::query {

/// The words of a query with the day in the place of `today` (or `aujourd'hui`) where a field of any kind of record
/// holds a date: `..today`, `today..`, `today`. Every other word stays as it is.
std::vector<std::string> with_today(std::span<const std::string> words, const Date& today);

}  // namespace cafe::query
