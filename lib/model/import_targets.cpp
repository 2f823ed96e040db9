#include "model/import_targets.hpp"

#include <algorithm>

#include "model/fields.hpp"

namespace cafe::model {

const std::vector<std::string>& import_targets(bool people) {
    // A fiche's own fields but for lists of mappings, which no cell can hold.
    static const std::vector<std::string> of_partners = [] {
        std::vector<std::string> targets{"address",           "address.number", "address.type", "address.department",
                                         "sources.on",        "sources.link",   "contact.name", "contact.first_name",
                                         "contact.last_name", "contact.title",  "contact.role", "contact.email",
                                         "contact.phone"};
        for (const Field& field : partner_shape().fields)
            if (field.shape == nullptr || field.key == "phones" || field.key == "emails")
                targets.emplace_back(field.key);
        for (const Field& field : partner_shape().find("address")->shape().fields)
            targets.push_back("address." + std::string(field.key));
        return targets;
    }();
    static const std::vector<std::string> of_people{"name",         "first_name", "last_name", "title",   "role",
                                                    "organisation", "emails",     "phones",    "contact", "notes",
                                                    "lists",        "signature",  "kind"};
    return people ? of_people : of_partners;
}

bool is_import_target(std::string_view to, bool people) {
    const auto has = [&](const std::vector<std::string>& targets) {
        return std::find(targets.begin(), targets.end(), to) != targets.end();
    };
    // An address book may hold cards of organisations, which become fiches.
    return has(import_targets(false)) || (people && has(import_targets(true)));
}

}  // namespace cafe::model
