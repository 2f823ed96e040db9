// The trainings of the network: which one is meant, who signed up, who came. Worked out here and nowhere else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "edit/edit.hpp"
#include "model/network.hpp"

namespace cafe::meetings {

/// Of the numbers that were kept and the participants who are named, whichever are more. Nothing: neither was kept.
struct TrainingFigures {
    std::optional<int> places;
    std::optional<int> enrolled;
    std::optional<int> attended;
};
TrainingFigures figures_of(const model::Training& training);

/// The days of a training that can be read, in order.
std::vector<Date> days_of(const model::Training& training);

/// The position of the training that is meant: by its title, by beginnings of words of it, or by one of its days. An
/// Error of kind reference names the candidates, or all there are.
Result<std::size_t> training_named(const model::Network& network, std::string_view typed);

/// Somebody who signs up or came: a person of the notebook, or a guest by name with the partner they come from.
struct Trainee {
    std::string person;
    std::string guest;
    std::string partner;
};

/// Whether somebody stands among the participants.
const model::Participant* participant_of(const model::Training& training, const Trainee& one);

/// The edits of network.yaml that sign people up; who is on the list stays once. A number that was kept grows with it.
std::vector<edit::Edit> enrolled(const model::Network& network, std::size_t training,
                                 const std::vector<Trainee>& people, const Date& today);
/// The edits that note who came, whether they had signed up or not.
std::vector<edit::Edit> attended(const model::Network& network, std::size_t training,
                                 const std::vector<Trainee>& people);

}  // namespace cafe::meetings
