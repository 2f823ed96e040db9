// What became of the protocol: what each signatory did, where cafés run, who answers for which area.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// What a partner did that signed.
struct Kept {
    std::optional<Date> verified;  ///< its fiche
    bool fresh = false;            ///< it is not due yet
    int cafes = 0;                 ///< meetings at which somebody came for it
    int trained = 0;               ///< of its people, who came to a training
    bool referent = false;         ///< its fiche names one who is there today
};
Kept kept_by(const store::Catalog& catalog, const std::string& partner, const Date& today);

/// How many of the areas of the deployment have a café that runs.
struct Coverage {
    std::size_t running = 0;
    std::size_t all = 0;
};
Coverage coverage(const model::Network& network);

/// Somebody who answers for an area: a present contact whom a fiche calls its referent or deputy.
struct Responsible {
    std::string person;
    std::string partner;
    std::string role;
    bool deputy = false;
    std::vector<std::string> areas;   ///< those of the contact, else of the fiche, as written
    std::vector<std::string> themes;  ///< of the contact
};

/// By the order of fiches; referents of a fiche before its deputies.
std::vector<Responsible> responsible(const store::Catalog& catalog, const Date& today);

}  // namespace cafe::meetings
