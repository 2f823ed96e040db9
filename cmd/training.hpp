// What the commands of trainings share.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "command.hpp"
#include "invited.hpp"
#include "meetings/trainings.hpp"

namespace cafe::cmd {

const Command& training_enrol_command();
const Command& training_attend_command();
const Command& training_certificate_command();

/// The people and guests that a command line names, by words of their names. An Error where nobody, or several, are
/// meant, or a guest has an address.
Result<std::vector<meetings::Trainee>> trainees(World& world, const Arguments& arguments,
                                                const store::Catalog& catalog);

/// The names to print.
std::string names_of(const store::Catalog& catalog, const std::vector<meetings::Trainee>& people);

/// --guest and --organisation, and what every changing command takes.
std::vector<Option> training_options();

}  // namespace cafe::cmd
