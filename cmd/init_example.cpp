#include "init_example.hpp"

#include <string_view>

namespace cafe::cmd {

namespace {

constexpr std::string_view ccas = R"(name: CCAS de Fumel
kind: ccas-cias
summary: Premier accueil social, aides d'urgence et domiciliation des habitants de Fumel.
themes: [accompagnement-social, aide-alimentaire, domiciliation]
publics: [tous-publics]
territory: [Fumel]
address:
  postcode: "47500"
  commune: Fumel
phones:
  - number: "05 36 49 00 01"
    label: accueil
    tip: le matin de préférence
emails: [ccas-fumel@example.org]
hours: "Mo-Fr 09:00-12:00"
services:
  - id: aide-urgence
    name: Aide d'urgence
    situations: [plus rien à manger, frigo vide]
    themes: [aide-alimentaire]
    fee: free
referral:
  steps:
    - Appeler l'accueil.
    - Venir avec un justificatif de domicile.
  by: [users, professionals]
  bring: [pièce d'identité, justificatif de domicile]
contacts:
  - {person: marie-delmas, role: Responsable, as: [referent]}
verified: {on: 2026-11-06, by: marie-delmas, how: meeting}
agreement: {on: 2026-11-06, by: marie-delmas}
)";

constexpr std::string_view housing = R"(name: Maison du logement
kind: association
summary: Conseil gratuit sur le logement, prévention des expulsions.
themes: [logement-maintien, logement-impayes]
territory: [Lot-et-Garonne]
phones: ["05 36 49 00 02"]
emails: [contact@maison-du-logement.example.org]
services:
  - id: expulsions
    name: Prévention des expulsions
    situations: [commandement de payer, loyer impayé]
    themes: [logement-impayes]
verified: {on: 2026-11-06, how: phone}
agreement: {on: 2026-11-06, by: Mme Roux}
)";

constexpr std::string_view person = R"(name: Marie Delmas
title: Responsable du CCAS
emails:
  - {address: marie.delmas@example.org, for: ccas-fumel}
phones: ["06 39 98 00 01"]
privacy:
  informed: {on: 2026-11-06, how: au café du 6 novembre}
)";

constexpr std::string_view cafe = R"(name: Café partenaires de Fumel
host: ccas-fumel
place: {name: Salle de la mairie, commune: Fumel, postcode: "47500", capacity: 30}
territory: [CC Fumel Vallée du Lot]
schedule: {every: premier vendredi, start: "09:00", end: "10:30", except: [august, public-holidays]}
invite: touches:Fumel
facilitator: marie-delmas
)";

constexpr std::string_view meeting = R"(cafe: fumel
date: 2026-12-04
start: "09:00"
end: "10:30"
kind: monthly
status: planned
)";

}  // namespace

const std::vector<ExampleFile>& example_files() {
    static const std::vector<ExampleFile> files{
        {"cafes/fumel.yaml", cafe},           {"meetings/2026-12-04-fumel.yaml", meeting},
        {"partners/ccas-fumel.yaml", ccas},   {"partners/maison-logement.yaml", housing},
        {"people/marie-delmas.yaml", person},
    };
    return files;
}

}  // namespace cafe::cmd
