// Visiting cards of organisations: vCard 3.0 (RFC 2426), which telephones and Outlook take, or 4.0 (RFC 6350).
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// partenaires.vcf. Hours and how to be sent there become lines of the note. A confidential address leaves nothing but
/// the name and the numbers.
Result<std::vector<Part>> card_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
