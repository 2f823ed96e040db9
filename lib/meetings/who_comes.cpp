#include "meetings/who_comes.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace cafe::meetings {

namespace {

constexpr Noun come{"vient", "viennent", "is coming", "are coming"};
constexpr Noun people_noun{"personne", "personnes", "person", "people"};
constexpr Phrase<Words, Words> with_others{"{} ({})", "{} ({})"};
constexpr Phrase<int> perhaps{"{} peut-être", "{} maybe"};
constexpr Phrase<int> no{"{} non", "{} no"};
constexpr Phrase<int> no_answer{"{} sans réponse", "{} without reply"};

void add(Words& line, const Words& part) {
    line.fr += (line.fr.empty() ? "" : ", ") + part.fr;
    line.en += (line.en.empty() ? "" : ", ") + part.en;
}

}  // namespace

WhoComes who_comes(const model::Meeting& meeting) {
    WhoComes answers;
    for (const model::Invitation& line : meeting.invitations) {
        if (line.reply == "accepted") {
            ++answers.coming;
            answers.people += std::max(line.count.value_or(1), 1);
        } else if (line.reply == "tentative") {
            ++answers.maybe;
        } else if (line.reply == "declined") {
            ++answers.declined;
        } else {
            ++answers.silent;
        }
    }
    return answers;
}

Words in_words(const WhoComes& answers) {
    Words line;
    if (answers.coming > 0) {
        const Words coming = count(static_cast<std::size_t>(answers.coming), come);
        add(line, answers.people == answers.coming
                      ? coming
                      : with_others(coming, count(static_cast<std::size_t>(answers.people), people_noun)));
    }
    if (answers.maybe > 0) add(line, perhaps(answers.maybe));
    if (answers.declined > 0) add(line, no(answers.declined));
    if (answers.silent > 0) add(line, no_answer(answers.silent));
    return line;
}

}  // namespace cafe::meetings
