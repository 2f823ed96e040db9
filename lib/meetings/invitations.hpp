// Whom a meeting invites, and the lines of its record that say so.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "meetings/mailing.hpp"
#include "model/meeting.hpp"
#include "store/catalog.hpp"
#include "store/record.hpp"

namespace cafe::meetings {

/// The query that says whom a meeting invites: its own, else its café's; empty when neither says it.
std::string invite_query(const store::Catalog& catalog, const model::Meeting& meeting);

/// Everybody that a query invites, in the order of the fiches: those written to, called, sent a letter, and those
/// without an address. Who objects or wants no invitation is not among them. An Error names what of the query is not
/// understood.
Result<std::vector<Addressee>> invited_by(const store::Catalog& catalog, const std::string& query, OnePer one_per,
                                          const Date& today);

/// Those on record, in its order; those that the query finds where the record names nobody. An Error when neither says
/// whom it invites.
Result<std::vector<Addressee>> invited_to(const store::Catalog& catalog, const std::string& id, OnePer one_per,
                                          const Date& today);

/// Those that the query finds and the record, which names others, does not: struck from it, or new since.
Result<std::vector<Addressee>> found_since(const store::Catalog& catalog, const std::string& id, OnePer one_per,
                                           const Date& today);

/// The line of a meeting's `invitations` that is about somebody; null when there is none. A line without a partner is
/// the person's whatever the partner.
const model::Invitation* invitation_of(const model::Meeting& meeting, const Addressee& one);

/// The lines of a meeting's `invitations` while they are changed: what they say besides stays.
class InvitationLines {
public:
    InvitationLines(const store::Source& source, const model::Meeting& meeting);
    /// Sets one key of somebody's line; a new line comes to the end.
    void set(const Addressee& one, std::string_view key, const std::string& value);
    /// A line for somebody who has none yet.
    void add(const Addressee& one);
    [[nodiscard]] Value done() && { return Value(std::move(lines_)); }

private:
    std::vector<Addressee> who_;
    List lines_;
};

/// The same for a first entry in a file that names nobody yet: all whom its query invites are written into it, so that
/// the one who phoned first is not its whole list.
InvitationLines lines_to_change(const store::Catalog& catalog, const store::Source& source, const std::string& id,
                                const Date& today, OnePer one_per = OnePer::person);

/// The day for which a meeting's people are looked up: its own, today for one that is over.
Date day_of(const model::Meeting& meeting, const Date& today);

/// Whether somebody has been to no meeting and was invited to none that lies behind us.
bool is_new(const store::Catalog& catalog, const Addressee& one, const Date& today);

/// What follows from the size of the room: how many are expected (those who accepted, else who came last) where they
/// are more than it holds.
struct TooSmall {
    int expected = 0;
    int capacity = 0;
    bool by_replies = false;
    std::string last;  ///< the meeting whose attendance was counted
};
std::optional<TooSmall> too_small(const store::Catalog& catalog, const model::Meeting& meeting, const Date& before);
/// Families of the built-in vocabulary: what the cafés that grew too large were parted into.
inline constexpr std::array<std::string_view, 3> split_themes{"logement", "sante", "emploi"};

}  // namespace cafe::meetings
