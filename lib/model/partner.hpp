// A fiche: what the network knows of one partner organisation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

// In every record an empty text, an empty list and an absent optional mean the same: the file does not say it. Texts
// are as written; what they mean is asked of values.hpp, vocabulary.hpp and the rooms above.
namespace cafe::model {

struct Address {
    std::string street;
    std::string extra;
    std::string postcode;
    std::string commune;
    std::optional<double> latitude;   ///< degrees, WGS 84
    std::optional<double> longitude;  ///< degrees, WGS 84
    std::optional<bool> confidential;
    std::string mail;  ///< where letters go when not here, over several lines
    bool operator==(const Address&) const = default;
};

struct Phone {
    std::string number;
    std::string label;
    std::string tip;
    std::string audience;
    bool operator==(const Phone&) const = default;
};

/// An address of the organisation, not of a person.
struct Email {
    std::string address;
    std::string label;
    std::string audience;
    bool operator==(const Email&) const = default;
};

/// Where an organisation sits elsewhere than at its own address.
struct Permanence {
    std::string place;
    std::string at;  ///< the fiche that houses it
    std::string commune;
    std::string hours;
    std::optional<bool> by_appointment;
    std::vector<std::string> services;  ///< ids of the fiche's services, or words
    std::string note;
    std::string audience;
    bool operator==(const Permanence&) const = default;
};

/// Places of a service (HSDS 3.1 service_capacity).
struct Capacity {
    std::optional<int> places;
    std::optional<int> free;
    std::optional<int> waiting;
    std::optional<Date> as_of;
    bool operator==(const Capacity&) const = default;
};

/// Free places of a period; both days included.
struct Opening {
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<int> free;
    std::optional<Date> as_of;
    std::string note;
    bool operator==(const Opening&) const = default;
};

/// How professionals reach the organisation; never public.
struct ProfessionalLine {
    std::string phone;
    std::string email;
    bool operator==(const ProfessionalLine&) const = default;
};

/// How somebody is sent to the organisation.
struct Referral {
    std::vector<std::string> steps;
    std::vector<std::string> modes;
    std::vector<std::string> by;
    std::string link;
    std::vector<std::string> bring;
    std::string delay;
    std::string note;
    std::optional<ProfessionalLine> professionals;
    bool operator==(const Referral&) const = default;
};

/// One thing an organisation does; what is missing here is the fiche's.
struct Service {
    std::string id;
    std::string name;
    std::string description;
    std::vector<std::string> situations;  ///< the words of a person in need
    std::vector<std::string> themes;
    std::vector<std::string> publics;
    std::vector<std::string> territory;
    std::string fee;
    std::string fee_note;
    std::string hours;
    std::optional<Referral> referral;
    std::string contact;
    std::vector<std::string> reception;  ///< in-person, remote (data·inclusion modes_accueil)
    std::optional<Capacity> capacity;
    std::vector<Opening> openings;
    std::optional<Date> from;
    std::optional<Date> until;
    bool operator==(const Service&) const = default;
};

/// A person's function in the organisation.
struct Contact {
    std::string person;
    std::string role;
    std::vector<std::string> as;
    std::vector<std::string> themes;
    std::vector<std::string> territory;
    std::optional<Date> since;
    std::optional<Date> until;
    bool operator==(const Contact&) const = default;
};

struct Suspension {
    std::optional<Date> from;
    std::optional<Date> until;
    std::string reason;
    bool operator==(const Suspension&) const = default;
};

struct Verified {
    std::optional<Date> on;
    std::string by;
    std::string how;
    std::string meeting;
    bool operator==(const Verified&) const = default;
};

/// Somebody's word on a day: agreement to be printed, approval of minutes.
struct Agreement {
    std::optional<Date> on;
    std::string by;
    bool operator==(const Agreement&) const = default;
};

/// A list that the fiche came from, and its identity there.
struct Source {
    std::string name;
    std::string id;
    std::optional<Date> on;  ///< the day of the list
    std::string link;
    bool operator==(const Source&) const = default;
};

struct Partner {
    std::string name;
    std::string short_name;
    std::vector<std::string> aliases;
    std::string kind;
    std::string parent;
    std::vector<std::string> see_also;
    std::string siret;
    std::string rna;
    std::string summary;
    std::string description;
    std::vector<std::string> missions;
    std::vector<std::string> limits;
    std::vector<std::string> themes;
    std::vector<std::string> publics;
    std::string publics_note;
    std::optional<int> age_min;  ///< years
    std::optional<int> age_max;  ///< years
    std::vector<std::string> territory;
    std::optional<Address> address;
    std::vector<Phone> phones;
    std::vector<Email> emails;
    std::string website;
    std::string hours;
    std::string hours_note;
    std::vector<Permanence> permanences;
    std::vector<Service> services;
    std::string fee;
    std::string fee_note;
    std::optional<Referral> referral;
    std::vector<Contact> contacts;
    std::vector<std::string> languages;
    std::string accessibility;
    std::string status;
    std::optional<Suspension> suspension;
    std::optional<Verified> verified;
    std::optional<int> verify_every;  ///< months
    std::string audience;
    std::optional<Agreement> agreement;
    std::vector<std::string> tags;
    std::vector<Source> sources;
    std::string source;       ///< the older form of one item of `sources`
    std::string source_link;  ///< goes with `source`
    std::string notes;        ///< internal: never leaves the notebook
    bool operator==(const Partner&) const = default;
};

enum class Status { active, suspended, closed };

/// What a fiche's or a café's `status` stands for; empty and unknown words are active.
Status status_of(std::string_view written);

}  // namespace cafe::model
