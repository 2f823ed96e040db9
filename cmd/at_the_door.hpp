// People as they are named at a door: somebody of the notebook by a word of the name, or a guest.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/words.hpp"
#include "command.hpp"
#include "model/meeting.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// Finds the one person that `typed` names; those expected at `meeting` come before others. An error says which people
/// it may be, or how to name somebody who is not in the notebook.
Result<std::string> person_at_the_door(const store::Catalog& catalog, const model::Meeting& meeting,
                                       const std::string& typed, const Date& day);

/// Somebody who is not in the notebook; `organisation` as it was typed, empty when nothing was said.
struct Guest {
    std::string name;
    std::string organisation;
};

/// Reads --guest and --organisation in their order. A guest has no address: `remedy` says what can be given instead.
Result<std::vector<Guest>> guests_of(const Arguments& arguments, const Words& remedy);

/// The fiche that an organisation's name means; an error when there is none.
Result<std::string> fiche_called(const store::Catalog& catalog, const std::string& organisation);

/// Names for the terminal, with commas.
std::string names_of(const store::Catalog& catalog, const std::vector<std::string>& people);

}  // namespace cafe::cmd
