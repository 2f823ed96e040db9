// Released fiches as the rows of an engine's tables: what may be read of them, and all that a ranking goes by.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/engine_tables.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// Every row of every table but the questions, and the account of the fiches. `catalog` is what the reader has.
void engine_rows(const Edition& edition, const store::Catalog& catalog, Account& account, const PutRow& put);

}  // namespace cafe::exchange
