// What a list for people tells of a record: a few of its values, through the same gate as all of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/release.hpp"

namespace cafe::facts {

struct PartnerInBrief {
    std::string name;
    std::string kind;
    std::vector<std::string> territory;
    std::string phone;  ///< the first that is for this reader, as written
    bool operator==(const PartnerInBrief&) const = default;
};

struct PersonInBrief {
    std::string name;
    std::string phone;  ///< likewise
    std::string email;  ///< likewise
    bool operator==(const PersonInBrief&) const = default;
};

/// What `release_partner` and `release_person` would tell. For the notebook's own people no tree is made of it, which
/// for a list of all is most of the work.
std::optional<Released<PartnerInBrief>> release_partner_in_brief(const store::Catalog&, const std::string& id,
                                                                 Disclosure);
std::optional<Released<PersonInBrief>> release_person_in_brief(const store::Catalog&, const std::string& id,
                                                               Disclosure);

}  // namespace cafe::facts
