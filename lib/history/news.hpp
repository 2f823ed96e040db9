// What changed in the fiches, as a reader may be told: which fields, never what they said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "history/versions.hpp"

namespace cafe::history {

/// A fiche before and after a commit.
struct Revision {
    std::string partner;  ///< its id today
    std::string moment;   ///< of the commit: 2026-11-06T10:00:00+01:00
    std::optional<std::string> before;
    std::optional<std::string> after;
};

/// What changed in a fiche on a day.
struct News {
    std::string partner;
    std::string moment;         ///< of the last change of that day
    std::vector<Words> fields;  ///< each once: "téléphones", "services, horaires"
    bool operator==(const News&) const = default;
    /// 2026-11-06
    [[nodiscard]] std::string day() const { return moment.substr(0, 10); }
};

/// The news in revisions, which come the newest first, as many as `most`. Where the reader may not have a fiche before
/// or after, there is none of it.
std::vector<News> news_in(const std::vector<Revision>& revisions, const Versions& versions, std::size_t most);

}  // namespace cafe::history
