// Words of questions that found nobody, for whoever asked that they be noted: in the folder for state, never in git.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"

namespace cafe::store {

inline constexpr int missed_days = 60;

struct Missed {
    Date day;
    std::vector<std::string> words;
};

/// What was noted within sixty days, in its order. Nothing where nothing was.
Result<std::vector<Missed>> missed(Disk& disk, const std::string& state, const Date& today);

/// Adds words to it and lets go of what is older. The file is the user's alone (mode 0600).
Result<Done> note_missed(Disk& disk, const std::string& state, const Date& today,
                         const std::vector<std::string>& words);

/// Lets go of everything.
Result<Done> clear_missed(Disk& disk, const std::string& state);

}  // namespace cafe::store
