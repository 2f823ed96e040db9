// Somebody whom a row names, and how names of people are written in tables.
#pragma once

#include <string>
#include <vector>

#include "intake/cells.hpp"

namespace cafe::intake {

/// Somebody whom a row names.
struct PersonRow {
    std::string name;
    std::string title;
    std::string role;
    std::string organisation;
    std::vector<std::string> emails;
    std::vector<PhoneCell> phones;
    std::vector<std::string> lists;
    std::string notes;
    bool operator==(const PersonRow&) const = default;
};

/// « BÉLARD » → « Bélard », « d'ARBLADE » → « d'Arblade »; words of mixed case stay.
std::string spoken_name(const std::string& name);
/// Takes a civility off the name; it becomes the title where there is none yet.
std::string without_civility(std::string name, std::string& title);
/// « Mme BÉLARD (resp.) / M. PEYROU » : the people that a cell names, each with a civility.
std::vector<PersonRow> people_in(const std::string& cell);

}  // namespace cafe::intake
