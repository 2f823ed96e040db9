#include "model/exchange.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace cafe::model {

namespace {

// The columns of data·inclusion's schema v1, of structures and of services.
constexpr std::array<std::string_view, 32> columns{"accessibilite_lieu",
                                                   "adresse",
                                                   "adresse_certifiee",
                                                   "code_insee",
                                                   "code_postal",
                                                   "commune",
                                                   "complement_adresse",
                                                   "contact_nom_prenom",
                                                   "courriel",
                                                   "date_maj",
                                                   "description",
                                                   "frais",
                                                   "frais_precisions",
                                                   "horaires_accueil",
                                                   "id",
                                                   "latitude",
                                                   "lien_mobilisation",
                                                   "lien_source",
                                                   "longitude",
                                                   "mobilisable_par",
                                                   "mobilisation_precisions",
                                                   "modes_accueil",
                                                   "modes_mobilisation",
                                                   "nom",
                                                   "publics",
                                                   "publics_precisions",
                                                   "reseaux_porteurs",
                                                   "siret",
                                                   "site_web",
                                                   "telephone",
                                                   "thematiques",
                                                   "zone_eligibilite"};

// The tables of HSDS 3 that records have something for; `assured_date` stands in several.
constexpr std::array<std::string_view, 17> tables{"accessibility",
                                                  "assured_date",
                                                  "contact",
                                                  "cost_option",
                                                  "eligibility_description",
                                                  "language",
                                                  "location",
                                                  "metadata",
                                                  "phone",
                                                  "organization",
                                                  "organization_identifier",
                                                  "required_document",
                                                  "schedule",
                                                  "service_at_location",
                                                  "service",
                                                  "service_capacity",
                                                  "service_area"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void sort_in(std::string_view name, Exchange& found) {
    if (is_one_of(name, columns) || name == "source")
        found.data_inclusion.push_back(name);
    else if (is_one_of(name.substr(0, name.find('.')), tables))
        found.hsds.push_back(name);
    else if (std::all_of(name.begin(), name.end(), [](char c) { return ascii::is_upper(c) || c == '-'; }))
        found.calendar.push_back(name);
    else
        found.unknown.push_back(name);
}

}  // namespace

Exchange exchange_of(const Field& field) {
    Exchange found;
    for (const std::string_view side : text::split(field.exchange, '/'))
        for (const std::string_view name : text::split(side, ','))
            if (const auto plain = text::trim(name); !plain.empty()) sort_in(plain, found);
    return found;
}

}  // namespace cafe::model
