// Replies to an invitation that came by mail: whose they are, and what they say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "meetings/mailing.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// A mail, a mailbox or a calendar file as it was read.
struct MailFile {
    std::string name;
    std::string bytes;
};

struct TakenReply {
    Addressee who;
    std::string answer;  ///< accepted, declined, tentative
    Date day;            ///< of the reply, at the latest `today`
    int count = 1;       ///< how many come
    std::vector<std::string> comments;
    bool older = false;  ///< than the one on record: it is left
};

struct Replies {
    std::vector<TakenReply> taken;  ///< one for each who replied, by person and partner
    std::vector<Words> by_hand;     ///< what somebody has to look at, each once
    std::vector<Words> not_read;    ///< what is something else, and replies in words
    std::size_t elsewhere = 0;      ///< replies to other meetings
};

/// A reply belongs to whom its address leads to, never to a guess; a later one of the same person wins.
Replies replies_in(const std::vector<MailFile>& files, const store::Catalog& catalog, const std::string& meeting,
                   const Date& today);

/// "vient" / "is coming".
Words answer_in_words(std::string_view answer);

/// The name of a person, else of a partner, to print.
std::string name_of(const store::Catalog& catalog, const Addressee& one);

}  // namespace cafe::meetings
