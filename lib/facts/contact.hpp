// Whom to call: the person or desk that answers for a fiche or one of its services.
#pragma once

#include <optional>
#include <string>

#include "facts/release.hpp"

namespace cafe::facts {

/// `person` is an id and empty for the desk; phone and e-mail are empty when none may be shown.
struct WhomToCall {
    std::string person;
    std::string name;
    std::string role;
    std::string phone;
    std::string tip;
    std::string email;
    bool operator==(const WhomToCall&) const = default;
};

/// The service's own contact, else a present referent for the theme, else the desk's first phone and e-mail. A line
/// that the chosen person does not have is the desk's. `service` and `theme` may be empty. `today` decides who is
/// present.
WhomToCall whom_to_call(const store::Catalog& catalog, const Released<model::Partner>& partner,
                        const std::string& service, const std::string& theme, const Date& today);

/// One person of a fiche, with their own lines for it, else the desk's. Nothing when the gate keeps them back.
std::optional<WhomToCall> call_person(const store::Catalog& catalog, const Released<model::Partner>& partner,
                                      const std::string& person);

/// Whether a function is held on this day: since ≤ today ≤ until, where they are given.
bool is_present(const model::Contact& contact, const Date& today);

}  // namespace cafe::facts
