// Danger in a question: own life, violence, a child, no roof tonight, a medical emergency. It is heard before anything
// else is understood, whatever else the question says, and more is heard rather than less.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/vocabulary.hpp"
#include "query/danger_text.hpp"

namespace cafe::query {

/// A number to call at once, with the kind of danger that was heard: "own-life".
struct Alarm {
    model::EmergencyNumber number;
    std::string why;
};

/// The numbers for the dangers that a question tells, those of the vocabulary, each once; empty when it tells none.
std::vector<Alarm> alarms(std::string_view question, const model::Vocabulary& vocabulary);

namespace danger {

/// The built-in table (lib/query/data/danger), read once; its text, worked out, and the weights behind it: a signed byte for each
/// bucket and class, then four bytes for each class, what is added to its sum, the lowest first.
const Table& table();
std::string_view table_text();
std::string_view weights();

/// Of each class of the table, whether the question tells of it: by a phrase, or by the sum of the weights that its
/// features have learnt.
std::vector<bool> heard(std::string_view question);

/// The sums of weights, class by class.
std::vector<int> scores(const std::vector<std::uint32_t>& features);

}  // namespace danger

}  // namespace cafe::query
