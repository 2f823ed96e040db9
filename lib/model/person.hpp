// A person: the only place with a person's phone and e-mail. Where they work stands in the fiches' contacts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace cafe::model {

struct PersonEmail {
    std::string address;
    std::string for_partner;  ///< `for`: the fiche on whose behalf this address is used
    std::string audience;
    bool operator==(const PersonEmail&) const = default;
};

struct PersonPhone {
    std::string number;
    std::string for_partner;  ///< `for`
    std::string audience;
    bool operator==(const PersonPhone&) const = default;
};

/// When and how the person was told that the network keeps their data (GDPR, articles 13 and 14).
struct Informed {
    std::optional<Date> on;
    std::string how;
    bool operator==(const Informed&) const = default;
};

/// The person's objection (GDPR, article 21); it wins over every list, option and publication.
struct Objection {
    std::optional<Date> on;
    std::string scope;  ///< all (also when empty), directory, mailings
    bool operator==(const Objection&) const = default;
};

struct Privacy {
    std::optional<Informed> informed;
    std::optional<Objection> objection;
    std::optional<Date> erase_on;
    bool operator==(const Privacy&) const = default;
};

struct Person {
    std::string name;
    std::string title;
    std::string sort_as;
    std::vector<PersonEmail> emails;
    std::vector<PersonPhone> phones;
    std::string language;
    std::string invitations;  ///< email (also when empty), phone, post, none
    std::vector<std::string> lists;
    std::string audience;  ///< partners when empty
    std::optional<Privacy> privacy;
    std::string notes;  ///< internal: never leaves the notebook
    bool operator==(const Person&) const = default;
};

}  // namespace cafe::model
