// The mails of an invitation: to whom, and as drafts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "base/result.hpp"
#include "letters/letter.hpp"
#include "meetings/mailing.hpp"
#include "model/meeting.hpp"
#include "store/catalog.hpp"

namespace cafe::letters {

/// What is to be written about a meeting.
struct Invitation {
    std::string meeting;  ///< its id; it has a date
    bool reminder = false;
    bool bcc = false;
    bool newcomers = false;  ///< only those not written to yet, with those whom the query finds by now
    bool cancel = false;
    bool changed = false;  ///< since a first version of the invitation
    meetings::OnePer one_per = meetings::OnePer::person;
    Lang lang = Lang::fr;
    Date today;
    Date day;  ///< for which functions count: the meeting's, today once it is past
};

/// Whether somebody has an earlier version of the invitation than the one that is written now. `line` may be null.
bool has_earlier_version(const model::Invitation* line, const model::CalendarMark& mark);

/// The answer that a calendar program is to show: one that was given to what is written now. `line` may be null.
std::string standing_reply(const model::Invitation* line, const model::CalendarMark& mark);

struct Readers {
    meetings::Mailing mailing;
    std::size_t not_invited = 0;  ///< on the list, and never written to: left out of a reminder and of a cancellation
};

/// A reminder and a cancellation go to those who were written to; those to be called or sent a letter are named, as
/// nobody records when that was done. An Error when nothing says whom the meeting invites.
Result<Readers> readers_of(const store::Catalog& catalog, const Invitation& job);

/// One draft per reader, or those of the batches of a mail to all. The notebook's own template at `root` counts.
Result<std::vector<MailDraft>> invitation_drafts(Disk& disk, const std::string& root, const store::Catalog& catalog,
                                                 const Invitation& job, const meetings::Mailing& mailing,
                                                 const model::CalendarMark& mark);

}  // namespace cafe::letters
