// Queries that records hold: whether they can be asked.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "check/inspection.hpp"

namespace cafe::check {

/// Why a query cannot be asked, or nothing. From whoever can read queries: this room cannot.
using Refusal = std::function<std::optional<Error>(const std::string& query)>;

/// Without a refusal nothing is said.
void check_query(const store::Met& met, const Refusal& refusal, Report& report);

}  // namespace cafe::check
