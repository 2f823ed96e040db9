// Answers to orientations that came by mail: the reference and a few words in the subject, and nothing else is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "orient/journal.hpp"
#include "store/catalog.hpp"

namespace cafe::orient {

/// One way to say an answer; lib/orient/data/answers.tsv holds them.
struct AnswerWords {
    Is is;
    std::string why;
    Words words;
};
const std::vector<AnswerWords>& answer_words();

/// The answers that a message proposes: an offer, the waiting list, no place.
std::vector<AnswerWords> ready_answers();

/// A mail that answers an orientation.
struct Reply {
    std::string ref;
    std::string from;            ///< the address alone
    std::optional<Event> event;  ///< nothing where the words are none of ours; its day is left to the caller
    std::string words;           ///< behind the reference, to be shown
};

/// The mails of a file whose subject has a reference in square brackets, in their order. A subject with two of them is
/// nobody's answer.
std::vector<Reply> replies_in(std::string_view bytes);

/// The mailboxes of a fiche, small letters, sorted: its own, its lines for professionals, and those of the people who
/// answer for it on that day. As one's own people may know them.
std::vector<std::string> mailboxes_of(const store::Catalog& catalog, const std::string& partner, const Date& today);

}  // namespace cafe::orient
