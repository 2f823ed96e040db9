// How many come to a meeting, worked out from its invitations.
#pragma once

#include "base/words.hpp"
#include "model/meeting.hpp"

namespace cafe::meetings {

/// Answers, one for each line of `invitations`. `people` counts whom those who come bring with them.
struct WhoComes {
    int coming = 0;
    int people = 0;
    int maybe = 0;
    int declined = 0;
    int silent = 0;  ///< invited, no answer yet
    [[nodiscard]] bool any() const { return coming + maybe + declined + silent > 0; }
    bool operator==(const WhoComes&) const = default;
};

WhoComes who_comes(const model::Meeting& meeting);

/// « 14 viennent (16 personnes), 3 peut-être, 2 non, 4 sans réponse »; what is zero is left out, the people where they
/// are as many as the answers. Empty when nobody was invited.
Words in_words(const WhoComes& answers);

}  // namespace cafe::meetings
