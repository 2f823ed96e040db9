// Committing records: only what was written, with a message that says no value.
#pragma once

#include <string>

#include "store/changes.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Stages and commits these files alone, with a message of field names and counts of people. Without a repository a
/// word on stderr, and a success.
Result<Done> commit_changes(World& world, const std::string& root, const store::Changes& changes);

/// The same for every record that differs from the last commit.
Result<Done> commit_records(World& world, const std::string& root);

/// Whether the settings of the notebook ask for a commit after each change (`git: {commit: true}`).
bool commits_each_change(World& world, const std::string& root);

/// "partners/ccas-fumel, 2 people: phones, themes": what a change touches, no value and no id of a person.
std::string commit_message(const store::Changes& changes);

}  // namespace cafe::cmd
