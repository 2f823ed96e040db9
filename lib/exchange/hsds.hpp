// Open Referral HSDS 3.0 (https://docs.openreferral.org, tag v3.0): organizations and services as its JSON schemas have
// them.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// organizations.json and services.json. Every identifier is a UUID of version 5 made from the notebook and our own id,
/// so that none moves: the notebook is its `export.source`, else the address it is published at, else its name.
Result<std::vector<Part>> hsds_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
