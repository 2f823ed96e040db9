// Who is written to: the recipients of a list of fiches, and those left out with the reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

enum class OnePer {
    person,   ///< every present contact of each fiche, else the fiche's own address
    partner,  ///< one of them: a referent first, then in the order of the fiche, then its own address
};

/// `person` is empty when the fiche's own address is used.
struct Recipient {
    std::string person;
    std::string name;
    std::string email;
    std::string partner;
    bool operator==(const Recipient&) const = default;
};

/// `person` is empty when a fiche as a whole is left out. `reason`: no-email, objection, opted-out, by-phone, by-post,
/// duplicate, closed.
struct Skipped {
    std::string person;
    std::string name;
    std::string partner;
    std::string_view reason;
    bool operator==(const Skipped&) const = default;
};

struct Mailing {
    std::vector<Recipient> recipients;  ///< by fiche in the order given, then in the order of its contacts
    std::vector<Skipped> skipped;       ///< in the same order
};

/// An objection to mailings wins over everything; then how the person wishes to be invited. The same address is written
/// to once. A closed fiche is left out. Ids that are unknown are passed over.
Mailing mailing(const store::Catalog& catalog, const std::vector<std::string>& partners, OnePer one_per,
                const Date& today);

/// Somebody to write to who was not sought through a fiche. Without a person it is the partner's own address; without a
/// partner, the person's general one first, then that of a present function.
struct Addressee {
    std::string person;
    std::string partner;
    bool operator==(const Addressee&) const = default;
};

/// As above, for people by name: what stands against writing to them wins here too. Who had functions and has none any
/// more is left out (closed). Nobody is written to, or left out, twice; ids that are unknown are passed over.
Mailing mailing(const store::Catalog& catalog, const std::vector<Addressee>& addressees, const Date& today);

/// The people of a meeting.
enum class Part {
    invited,   ///< every invitation on record
    no_reply,  ///< those of them without a reply
    coming,    ///< those who accepted
    present,   ///< attendance; guests have no address
    excused,   ///< sent apologies, or declined and did not come
};

/// In the order of the record, each once.
std::vector<Addressee> addressees(const model::Meeting& meeting, Part part);

/// Those whose `lists` name it, by id; case and accents do not count. Empty for an unknown list.
std::vector<Addressee> on_list(const store::Catalog& catalog, std::string_view list);
/// The names of all lists in alphabetical order, each in one of its spellings.
std::vector<std::string> all_lists(const store::Catalog& catalog);

/// Why somebody is left out, in a few words.
Words reason_in_words(const Skipped& skipped);
/// What a reason means, in a few words.
Words reason_in_words(std::string_view reason);

}  // namespace cafe::meetings
