// The folder that PostgreSQL is loaded from: tables, indexes, the questions to check it by.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// schema.sql, data/*.tsv in COPY's text format, index.sql, find.sql, load.sql, check.sql.
Result<std::vector<Part>> postgres_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
