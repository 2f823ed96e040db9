// The tables of an engine in one file of SQLite, which Datasette opens.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// cafe.sqlite: the tables, full text over words without accents and endings, the points.
Result<std::vector<Part>> sqlite_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
