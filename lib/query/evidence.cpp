#include "query/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "query/weights.hpp"

namespace cafe::query {

namespace {

// A phrase of several words is seldom meant otherwise, a word often: « garde », « code », « vol ».
double odds_of(const Clue& clue) {
    return is_of_several_words(clue) ? weights().said_phrase : weights().said_word;
}

}  // namespace

bool is_of_several_words(const Clue& clue) {
    return clue.sought.size() > 1;
}

Evidence::Evidence(std::vector<Guess> learnt, std::span<const Clue* const> said, const model::Vocabulary& vocabulary)
    : vocabulary_(vocabulary), themes_(std::move(learnt)) {
    double all = 0;
    none_ = 1;
    for (Guess& guess : themes_) {
        none_ -= guess.p;
        double more = 0;
        for (const Clue* clue : said)
            if (says(*clue, guess.id)) more += odds_of(*clue);
        guess.p *= std::exp(more);
        all += guess.p;
    }
    none_ = std::max(none_, 0.0);
    all += none_;
    none_ /= all;
    for (Guess& guess : themes_) guess.p /= all;
    std::stable_sort(themes_.begin(), themes_.end(), [](const Guess& a, const Guess& b) { return a.p > b.p; });
}

bool Evidence::says(const Clue& clue, std::string_view theme) const {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(), [&](const Meaning& meaning) {
        return meaning.kind == MeaningKind::theme && vocabulary_.answers(theme, meaning.id);
    });
}

double Evidence::share(const Clue& clue) const {
    double share = 0;
    for (const Guess& guess : themes_)
        if (says(clue, guess.id)) share += guess.p;
    return share;
}

}  // namespace cafe::query
