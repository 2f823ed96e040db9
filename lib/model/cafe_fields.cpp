// The field list of a café.
#include "model/cafe.hpp"
#include "model/fields.hpp"

namespace cafe::model {

namespace {

const Shape& schedule_shape() {
    static const Shape shape{
        "schedule",
        {
            field<&Schedule::every>("every", Type::schedule)
                .for_everyone()
                .required()
                .named("chaque", "every")
                .helped("Le jour du mois, en français ou en anglais. Exemple : premier vendredi",
                        "The day of the month, in English or French. Example: third tuesday of odd months")
                .length(1, 200)
                .in_french({"chaque", "tous_les", "frequence", "jour"}),
            field<&Schedule::start>("start", Type::time)
                .for_everyone()
                .advised()
                .named("début", "start")
                .helped("L'heure du début, entre guillemets. Exemple : \"08:30\"",
                        "When it begins, in quotes. Example: \"08:30\"")
                .in_french({"debut", "heure_debut", "de"}),
            field<&Schedule::end>("end", Type::time)
                .for_everyone()
                .advised()
                .named("fin", "end")
                .helped("L'heure de la fin, entre guillemets. Exemple : \"10:30\"",
                        "When it ends, in quotes. Example: \"10:30\"")
                .in_french({"fin", "heure_fin", "a"}),
            field<&Schedule::except>("except", Type::line)
                .for_everyone()
                .named("sauf", "except")
                .helped("Les mois, les jours ou public-holidays (jours fériés) où l'on ne se réunit pas. Exemple : "
                        "[august, "
                        "public-holidays]",
                        "Months, days or public-holidays without a meeting. Example: [august, public-holidays]")
                .length(1, 60)
                .copied_without_dates()
                .in_french({"sauf", "excepte", "exceptions"}),
        }};
    return shape;
}

}  // namespace

const Shape& venue_shape() {
    static const Shape shape{
        "place",
        {
            field<&Venue::name>("name", Type::line)
                .for_everyone()
                .advised()
                .named("nom", "name")
                .helped("Le nom de la salle. Exemple : Centre médico-social, grande salle",
                        "The room's name. Example: Centre médico-social, grande salle")
                .length(1, 150)
                .in_french({"nom", "salle", "lieu"}),
            field<&Venue::street>("street", Type::line)
                .for_everyone()
                .named("rue", "street")
                .helped("Numéro et rue. Exemple : 12 rue des Fondeurs",
                        "Number and street. Example: 12 rue des Fondeurs")
                .length(1, 200)
                .in_french({"rue", "voie", "adresse"}),
            field<&Venue::postcode>("postcode", Type::postcode)
                .for_everyone()
                .named("code postal", "postcode")
                .helped("Cinq chiffres, entre guillemets. Exemple : \"47500\"",
                        "Five digits, in quotes. Example: \"47500\"")
                .in_french({"code_postal", "cp"}),
            field<&Venue::commune>("commune", Type::commune)
                .for_everyone()
                .named("commune", "town")
                .helped("Le nom de la commune. Exemple : Fumel", "The town's name. Example: Fumel")
                .in_french({"ville", "localite", "city"}),
            field<&Venue::capacity>("capacity", Type::number)
                .for_everyone()
                .named("places assises", "seats")
                .helped("Combien de personnes y tiennent. Exemple : 48", "How many people it holds. Example: 48")
                .between(1, 100000)
                .in_french({"capacite", "places"}),
            field<&Venue::access>("access", Type::markdown)
                .for_everyone()
                .named("accès", "access")
                .helped("Comment entrer, où se garer. Exemple : Entrée par la cour, parking derrière la poste",
                        "How to get in, where to park. Example: Through the yard, car park behind the post office")
                .length(1, 1000)
                .in_french({"acces", "venir", "stationnement"}),
        }};
    return shape;
}

const Shape& cafe_shape() {
    static const Shape shape{
        "cafe",
        {
            field<&Cafe::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Le nom du café. Exemple : Café partenaires de Fumel",
                        "The café's name. Example: Café partenaires de Fumel")
                .length(3, 150)
                .in_french({"nom", "intitule"}),
            field<&Cafe::host>("host", Type::reference)
                .for_everyone()
                .advised()
                .to(Folder::partners)
                .named("hôte", "host")
                .helped("La fiche du partenaire qui accueille. Exemple : cms-fumel",
                        "The record of the partner that receives. Example: cms-fumel")
                .in_french({"hote", "accueil", "organisateur"}),
            record<&Cafe::place>("place", venue_shape)
                .for_everyone()
                .advised()
                .named("lieu", "place")
                .helped(
                    "Où l'on se réunit. Exemple : {name: Grande salle, street: 12 rue des Fondeurs, commune: Fumel}",
                    "Where people meet. Example: {name: Grande salle, street: 12 rue des Fondeurs, commune: Fumel}")
                .in_french({"lieu", "adresse", "salle"}),
            field<&Cafe::territory>("territory", Type::area)
                .for_everyone()
                .advised()
                .named("territoire", "territory")
                .helped("Le territoire du café. Exemple : [circo-fumel]", "The café's area. Example: [circo-fumel]")
                .in_french({"territoire", "secteur", "zone"}),
            record<&Cafe::schedule>("schedule", schedule_shape)
                .for_everyone()
                .advised()
                .named("calendrier", "schedule")
                .helped("Quand l'on se réunit. Exemple : {every: first friday, start: \"08:30\", end: \"10:30\"}",
                        "When people meet. Example: {every: first friday, start: \"08:30\", end: \"10:30\"}")
                .copied()
                .in_french({"calendrier", "rythme", "quand", "horaires"}),
            field<&Cafe::invite>("invite", Type::query)
                .advised()
                .named("invités", "invited")
                .helped(
                    "La question dont la réponse donne les partenaires à inviter. Exemple : \"touches:circo-fumel\"",
                    "The question whose answer is the partners to invite. Example: \"touches:circo-fumel\"")
                .length(1, 500)
                .copied()
                .in_french({"invites", "inviter", "destinataires"}),
            field<&Cafe::facilitator>("facilitator", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("animateur", "facilitator")
                .helped("La personne qui anime. Exemple : nadia-benali", "The person who leads. Example: nadia-benali")
                .in_french({"animateur", "animatrice", "animation"}),
            field<&Cafe::scribe>("scribe", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("secrétaire", "scribe")
                .helped("La personne qui écrit le compte rendu. Exemple : thomas-lacombe",
                        "The person who writes the minutes. Example: thomas-lacombe")
                .in_french({"secretaire", "redacteur", "prise_de_notes"}),
            field<&Cafe::status>("status", Type::choice)
                .for_everyone()
                .one_of({{"active", {"en activité", "active"}},
                         {"suspended", {"interrompu", "suspended"}},
                         {"closed", {"fermé", "closed"}}})
                .named("état", "status")
                .helped("active (en activité, par défaut), suspended (interrompu) ou closed (fermé). Exemple : active",
                        "active (the default), suspended or closed. Example: active")
                .in_french({"etat", "statut"}),
            field<&Cafe::notes>("notes", Type::markdown)
                .kept_internal()
                .named("notes internes", "internal notes")
                .helped("Pour le réseau seulement ; ne sort jamais du carnet. Exemple : réserver la salle en juin",
                        "For the network only; never leaves the notebook. Example: book the room in June")
                .length(1, 20000)
                .in_french({"note", "remarques", "commentaires", "observations"}),
        }};
    return shape;
}

}  // namespace cafe::model
