// What exchange made → bytes.
#pragma once

#include <string>

#include "base/result.hpp"
#include "exchange/edition.hpp"

namespace cafe::cmd {

/// An Error of kind environment when a workbook cannot be made.
Result<std::string> bytes_of(const exchange::Part& part);

}  // namespace cafe::cmd
