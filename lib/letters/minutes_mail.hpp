// The mails that bring the minutes of a meeting, as drafts.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "base/result.hpp"
#include "letters/letter.hpp"
#include "store/catalog.hpp"

namespace cafe::letters {

/// One draft for each who sat there, thanked, and each who was invited, with the minutes inside as partners may read
/// them. The notebook's own template at `root` counts.
Result<std::vector<MailDraft>> minutes_drafts(Disk& disk, const std::string& root, const store::Catalog& catalog,
                                              const std::string& meeting, const Date& today);

}  // namespace cafe::letters
