// Attestations of a training, one file each, to print on A4.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "base/result.hpp"
#include "letters/letter.hpp"
#include "meetings/trainings.hpp"
#include "model/network.hpp"
#include "store/catalog.hpp"

namespace cafe::letters {

/// "marie-delmas.html" for each who is named; a guest's file bears the words of their name. The notebook's own
/// `templates/certificate.md` at `root` counts.
Result<std::vector<MailDraft>> certificates(Disk& disk, const std::string& root, const store::Catalog& catalog,
                                            const model::Training& training,
                                            const std::vector<meetings::Trainee>& people, const Date& today);

}  // namespace cafe::letters
