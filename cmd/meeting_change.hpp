// How the record of a meeting is changed by the commands of its day: one meeting, some edits, one line said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "change.hpp"
#include "edit/edit.hpp"
#include "invited.hpp"

namespace cafe::cmd {

/// Minutes that are approved change by closing items only: an Error of kind usage that says so, else nothing.
Result<Done> not_approved(const store::Catalog& catalog, const std::string& meeting);

/// Adds the meeting's file with the edits to a change.
Result<Done> add_edits(const OpenNotebook& notebook, const std::string& meeting, const std::vector<edit::Edit>& edits,
                       Change& change);

/// The same, checked and written: the end of a command that changes one meeting.
Result<int> change_meeting(World& world, const Arguments& arguments, const OpenNotebook& notebook,
                           const std::string& meeting, const std::vector<edit::Edit>& edits, Words said);

/// The café's next meeting after today: its id, with its file where it has none yet. Nothing when the café has no day
/// to come, or `cafe` is empty.
std::optional<Change> next_meeting(World& world, const OpenNotebook& notebook, const std::string& cafe);

/// The meeting as a change leaves it.
model::Meeting meeting_after(const Change& change, const std::string& meeting);

}  // namespace cafe::cmd
