// The field list of a fiche and its parts.
#include "model/fields.hpp"
#include "model/partner.hpp"

namespace cafe::model {

namespace {

std::vector<Choice> fee_choices() {
    return {{"free", {"gratuit", "free"}},
            {"paid", {"payant", "paid"}},
            {"conditional", {"sous conditions", "conditional"}}};
}

const Shape& address_shape() {
    static const Shape shape{
        "address",
        {
            field<&Address::street>("street", Type::line)
                .for_everyone()
                .named("rue", "street")
                .helped("Numéro et rue, sans la commune. Exemple : 5 rue des Fondeurs",
                        "Number and street, without the town. Example: 5 rue des Fondeurs")
                .length(1, 200)
                .exchanged_as("adresse / location.address_1")
                .searched(0.5)
                .in_french({"rue", "voie", "numero_et_rue", "adresse"}),
            field<&Address::extra>("extra", Type::line)
                .for_everyone()
                .named("complément", "address complement")
                .helped("Bâtiment, étage, boîte aux lettres. Exemple : bâtiment B, 2e étage",
                        "Building, floor, letter box. Example: bâtiment B, 2e étage")
                .length(1, 200)
                .exchanged_as("complement_adresse / location.address_2")
                .searched(0.5)
                .in_french({"complement", "complement_adresse"}),
            field<&Address::postcode>("postcode", Type::postcode)
                .for_everyone()
                .advised()
                .named("code postal", "postcode")
                .helped("Cinq chiffres, entre guillemets. Exemple : \"47500\"",
                        "Five digits, in quotes. Example: \"47500\"")
                .exchanged_as("code_postal / location.postal_code")
                .in_french({"code_postal", "cp"}),
            field<&Address::commune>("commune", Type::commune)
                .for_everyone()
                .advised()
                .named("commune", "town")
                .helped("Le nom de la commune, tel que l'INSEE l'écrit. Exemple : Fumel",
                        "The town's name as INSEE writes it. Example: Fumel")
                .exchanged_as("commune / location.city")
                .searched(1.2)
                .in_french({"ville", "localite", "city"}),
            field<&Address::latitude>("latitude", Type::decimal)
                .for_everyone()
                .named("latitude", "latitude")
                .helped("En degrés, avec un point. Exemple : 44.4985", "In degrees, with a point. Example: 44.4985")
                .between(-90, 90)
                .exchanged_as("latitude / location.latitude")
                .in_french({"lat"}),
            field<&Address::longitude>("longitude", Type::decimal)
                .for_everyone()
                .named("longitude", "longitude")
                .helped("En degrés, avec un point, négative à l'ouest de Greenwich. Exemple : 0.9668",
                        "In degrees, with a point, negative west of Greenwich. Example: 0.9668")
                .between(-180, 180)
                .exchanged_as("longitude / location.longitude")
                .in_french({"lon", "lng", "long"}),
            field<&Address::confidential>("confidential", Type::boolean)
                .for_everyone()
                .true_when_unreadable()
                .named("confidentielle", "confidential")
                .helped(
                    "true pour une adresse à protéger (refuge) : ni rue, ni commune, ni distance ne paraissent nulle "
                    "part. Exemple : true",
                    "true for an address to protect (a refuge): no street, town or distance appears anywhere. "
                    "Example: true")
                .in_french({"confidentiel", "confidentielle", "adresse_confidentielle"}),
            field<&Address::mail>("mail", Type::markdown)
                .for_everyone()
                .named("adresse postale", "postal address")
                .helped("Où vont les lettres, quand c'est ailleurs. Exemple : BP 12, 47501 Fumel Cedex",
                        "Where letters go, when it is elsewhere. Example: BP 12, 47501 Fumel Cedex")
                .length(1, 400)
                .in_french({"adresse_postale", "courrier", "boite_postale"}),
        }};
    return shape;
}

const Shape& phone_shape() {
    static const Shape shape{
        "phone",
        {
            field<&Phone::number>("number", Type::phone)
                .for_everyone()
                .required()
                .named("numéro", "number")
                .helped("Dix chiffres, ou un numéro court, entre guillemets. Exemple : \"05 36 49 00 01\"",
                        "Ten digits, or a short number, in quotes. Example: \"05 36 49 00 01\"")
                .exchanged_as("telephone / phone.number")
                .in_french({"numero", "telephone", "tel"}),
            field<&Phone::label>("label", Type::line)
                .for_everyone()
                .named("intitulé", "label")
                .helped("Qui répond à ce numéro. Exemple : accueil", "Who answers this number. Example: accueil")
                .length(1, 100)
                .exchanged_as("phone.description")
                .in_french({"libelle", "intitule", "etiquette"}),
            field<&Phone::tip>("tip", Type::line)
                .for_everyone()
                .named("conseil", "tip")
                .helped(
                    "Ce qu'il faut savoir pour être mis en relation. Exemple : tapez 2, numéro d'affiliation en main",
                    "What to know to get through. Example: press 2, membership number at hand")
                .length(1, 200)
                .in_french({"astuce", "conseil"}),
            field<&Phone::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut voir ce numéro : public, partners (professionnels) ou private (personne).",
                        "Who may see this number: public, partners (professionals) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
        }};
    return shape;
}

const Shape& email_shape() {
    static const Shape shape{
        "email",
        {
            field<&Email::address>("address", Type::email)
                .for_everyone()
                .required()
                .named("adresse", "address")
                .helped("L'adresse de l'organisme, pas d'une personne. Exemple : accueil@ccas-fumel.example.org",
                        "The organisation's address, not a person's. Example: accueil@ccas-fumel.example.org")
                .exchanged_as("courriel / organization.email")
                .in_french({"adresse", "courriel", "mail", "mel"}),
            field<&Email::label>("label", Type::line)
                .for_everyone()
                .named("intitulé", "label")
                .helped("À quoi sert cette adresse. Exemple : secrétariat",
                        "What this address is for. Example: secrétariat")
                .length(1, 100)
                .in_french({"libelle", "intitule", "etiquette"}),
            field<&Email::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut voir cette adresse : public, partners (professionnels) ou private (personne).",
                        "Who may see this address: public, partners (professionals) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
        }};
    return shape;
}

const Shape& permanence_shape() {
    static const Shape shape{
        "permanence",
        {
            field<&Permanence::place>("place", Type::line)
                .for_everyone()
                .advised()
                .named("lieu", "place")
                .helped("Où l'on reçoit. Exemple : Mairie de Cuzorn, salle du conseil",
                        "Where people are received. Example: Mairie de Cuzorn, council room")
                .length(1, 200)
                .exchanged_as("location.name")
                .searched(1.2)
                .in_french({"lieu", "endroit"}),
            field<&Permanence::at>("at", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("chez", "hosted by")
                .helped("La fiche du partenaire qui prête le lieu. Exemple : mairie-cuzorn",
                        "The record of the partner that lends the place. Example: mairie-cuzorn")
                .in_french({"chez", "heberge_par"}),
            field<&Permanence::commune>("commune", Type::commune)
                .for_everyone()
                .named("commune", "town")
                .helped("La commune de la permanence. Exemple : Cuzorn", "The town of this desk. Example: Cuzorn")
                .exchanged_as("commune / location.city")
                .searched(1.2)
                .in_french({"ville", "localite"}),
            field<&Permanence::hours>("hours", Type::hours)
                .for_everyone()
                .named("horaires", "hours")
                .helped("Quand, en notation OpenStreetMap ou en français simple. Exemple : We[1,3] 09:30-12:00",
                        "When, in OpenStreetMap notation or simple French. Example: We[1,3] 09:30-12:00")
                .exchanged_as("horaires_accueil / schedule")
                .in_french({"horaires", "horaire", "heures"}),
            field<&Permanence::by_appointment>("by_appointment", Type::boolean)
                .for_everyone()
                .named("sur rendez-vous", "by appointment")
                .helped("true s'il faut un rendez-vous, false si l'on vient librement. Exemple : true",
                        "true when an appointment is needed, false for walk-ins. Example: true")
                .in_french({"sur_rendez_vous", "rendez_vous", "rdv"}),
            field<&Permanence::services>("services", Type::line)
                .for_everyone()
                .named("services", "services")
                .helped(
                    "Les services rendus sur place : identifiants de la fiche, ou quelques mots. Exemple : [demarches]",
                    "The services given there: ids of this record's services, or a few words. Example: [demarches]")
                .length(1, 150)
                .in_french({"prestations"}),
            field<&Permanence::note>("note", Type::line)
                .for_everyone()
                .named("remarque", "note")
                .helped("Ce qu'il faut savoir avant de venir. Exemple : pas de permanence en août",
                        "What to know before coming. Example: closed in August")
                .length(1, 400)
                .searched(0.5)
                .in_french({"remarque", "precision", "commentaire"}),
            field<&Permanence::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut voir cette permanence : public, partners (professionnels) ou private (personne).",
                        "Who may see this desk: public, partners (professionals) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
        }};
    return shape;
}

const Shape& capacity_shape() {
    static const Shape shape{
        "capacity",
        {
            field<&Capacity::places>("places", Type::number)
                .for_everyone()
                .named("places", "places")
                .helped("Le nombre de places en tout. Exemple : 12", "How many places in all. Example: 12")
                .at_least(0)
                .exchanged_as("service_capacity.maximum")
                .in_french({"total", "capacite", "nombre_de_places"}),
            field<&Capacity::free>("free", Type::number)
                .for_everyone()
                .named("places libres", "free places")
                .helped("Le nombre de places libres au jour dit. Exemple : 3",
                        "How many are free on that day. Example: 3")
                .at_least(0)
                .exchanged_as("service_capacity.available")
                .in_french({"libres", "places_libres", "disponibles"}),
            field<&Capacity::waiting>("waiting", Type::number)
                .for_everyone()
                .named("en attente", "waiting")
                .helped("Le nombre de personnes en attente. Exemple : 5", "How many people are waiting. Example: 5")
                .at_least(0)
                .in_french({"attente", "en_attente", "liste_attente"}),
            field<&Capacity::as_of>("as_of", Type::date)
                .for_everyone()
                .advised()
                .named("à la date du", "as of")
                .helped("Le jour où l'on a compté. Exemple : 2026-11-06", "The day of the count. Example: 2026-11-06")
                .exchanged_as("service_capacity.updated")
                .in_french({"date", "au", "en_date_du"}),
        }};
    return shape;
}

const Shape& opening_shape() {
    static const Shape shape{
        "opening",
        {
            field<&Opening::from>("from", Type::date)
                .for_everyone()
                .required()
                .named("du", "from")
                .helped("Le premier jour de la période. Exemple : 2026-12-19",
                        "The first day of the period. Example: 2026-12-19")
                .in_french({"du", "debut"}),
            field<&Opening::until>("until", Type::date)
                .for_everyone()
                .required()
                .named("au", "until")
                .helped("Le dernier jour de la période. Exemple : 2027-01-03",
                        "The last day of the period. Example: 2027-01-03")
                .in_french({"au", "fin"}),
            field<&Opening::free>("free", Type::number)
                .for_everyone()
                .required()
                .named("places libres", "free places")
                .helped("Le nombre de places libres sur cette période. Exemple : 2",
                        "How many places are free in that period. Example: 2")
                .at_least(0)
                .in_french({"libres", "places_libres", "disponibles"}),
            field<&Opening::as_of>("as_of", Type::date)
                .for_everyone()
                .advised()
                .named("à la date du", "as of")
                .helped("Le jour où l'on a compté. Exemple : 2026-11-06", "The day of the count. Example: 2026-11-06")
                .in_french({"date", "en_date_du"}),
            field<&Opening::note>("note", Type::line)
                .for_everyone()
                .named("précision", "note")
                .helped("Ce qu'il faut savoir de ces places. Exemple : nuits comprises",
                        "What to know about these places. Example: nights included")
                .length(1, 200)
                .in_french({"precision", "remarque"}),
        }};
    return shape;
}

const Shape& professional_line_shape() {
    static const Shape shape{
        "professionals",
        {
            field<&ProfessionalLine::phone>("phone", Type::phone)
                .for_everyone()
                .named("téléphone", "phone")
                .helped("Le numéro réservé aux professionnels, jamais publié. Exemple : \"05 36 49 10 21\"",
                        "The number for professionals only, never published. Example: \"05 36 49 10 21\"")
                .in_french({"telephone", "tel", "numero"}),
            field<&ProfessionalLine::email>("email", Type::email)
                .for_everyone()
                .named("courriel", "e-mail")
                .helped("L'adresse réservée aux professionnels, jamais publiée. Exemple : pro@ccas-fumel.example.org",
                        "The address for professionals only, never published. Example: pro@ccas-fumel.example.org")
                .in_french({"courriel", "mail", "mel", "adresse"}),
        }};
    return shape;
}

const Shape& referral_shape() {
    static const Shape shape{
        "referral",
        {
            field<&Referral::steps>("steps", Type::line)
                .for_everyone()
                .advised()
                .named("étapes", "steps")
                .helped(
                    "Ce qu'il faut faire, dans l'ordre, une ligne par étape. Exemple : [Appeler, Prendre rendez-vous]",
                    "What to do, in order, one line per step. Example: [Appeler, Prendre rendez-vous]")
                .length(1, 300)
                .exchanged_as("mobilisation_precisions / service.application_process")
                .searched(0.5)
                .in_french({"etapes", "demarche"}),
            field<&Referral::modes>("modes", Type::choice)
                .for_everyone()
                .advised()
                .one_of({{"phone", {"par téléphone", "by phone"}},
                         {"email", {"par courriel", "by e-mail"}},
                         {"walk-in", {"sur place", "in person"}},
                         {"form", {"par formulaire", "by form"}}})
                .named("moyens", "ways")
                .helped(
                    "Comment s'adresser au service : phone, email, walk-in (sur place), form (formulaire). Exemple : "
                    "[phone, walk-in]",
                    "How to reach the service: phone, email, walk-in, form. Example: [phone, walk-in]")
                .exchanged_as("modes_mobilisation")
                .in_french({"moyens", "modes_mobilisation", "comment"}),
            field<&Referral::by>("by", Type::choice)
                .for_everyone()
                .advised()
                .one_of({{"users", {"les personnes elles-mêmes", "people themselves"}},
                         {"professionals", {"les professionnels", "professionals"}}})
                .named("par qui", "by whom")
                .helped("Qui peut saisir le service : users (les personnes), professionals. Exemple : [users, "
                        "professionals]",
                        "Who may turn to the service: users (people themselves), professionals. Example: [users, "
                        "professionals]")
                .exchanged_as("mobilisable_par")
                .in_french({"par", "par_qui", "mobilisable_par"}),
            field<&Referral::link>("link", Type::url)
                .for_everyone()
                .named("lien", "link")
                .helped("Le formulaire ou la page à remplir. Exemple : https://siao47.example.org/demande",
                        "The form or page to fill in. Example: https://siao47.example.org/demande")
                .exchanged_as("lien_mobilisation / service.url")
                .in_french({"lien", "formulaire"}),
            field<&Referral::bring>("bring", Type::line)
                .for_everyone()
                .named("à apporter", "to bring")
                .helped("Les papiers à avoir avec soi. Exemple : [pièce d'identité, justificatif de domicile]",
                        "The papers to have at hand. Example: [identity card, proof of address]")
                .length(1, 200)
                .exchanged_as("required_document")
                .in_french({"apporter", "a_apporter", "documents", "pieces", "justificatifs"}),
            field<&Referral::delay>("delay", Type::line)
                .for_everyone()
                .named("délai", "delay")
                .helped("Le temps qu'il faut compter. Exemple : une semaine", "How long it takes. Example: a week")
                .length(1, 150)
                .exchanged_as("service.wait_time")
                .in_french({"delai", "attente"}),
            field<&Referral::note>("note", Type::markdown)
                .for_everyone()
                .named("remarque", "note")
                .helped("Ce qui ne tient pas ailleurs. Exemple : pas d'accueil le mercredi",
                        "What fits nowhere else. Example: nobody on Wednesdays")
                .length(1, 1000)
                .in_french({"remarque", "precision", "precisions", "commentaire"}),
            record<&Referral::professionals>("professionals", professional_line_shape)
                .for_partners()
                .named("ligne des professionnels", "professionals' line")
                .helped("Le téléphone et le courriel réservés aux professionnels. Ils ne sont jamais publics.",
                        "The phone and e-mail kept for professionals. They are never public.")
                .never_copied()
                .in_french({"professionnels", "ligne_pro", "ligne_directe"}),
        }};
    return shape;
}

const Shape& suspension_shape() {
    static const Shape shape{
        "suspension",
        {
            field<&Suspension::from>("from", Type::date)
                .for_everyone()
                .named("du", "from")
                .helped("Le premier jour d'interruption. Exemple : 2026-07-01",
                        "The first day closed. Example: 2026-07-01")
                .in_french({"du", "debut", "depuis"}),
            field<&Suspension::until>("until", Type::date)
                .for_everyone()
                .named("au", "until")
                .helped("Le dernier jour d'interruption, s'il est connu. Exemple : 2026-08-31",
                        "The last day closed, when known. Example: 2026-08-31")
                .in_french({"au", "fin", "jusqu_au"}),
            field<&Suspension::reason>("reason", Type::line)
                .for_everyone()
                .named("motif", "reason")
                .helped("Pourquoi, en quelques mots. Exemple : travaux", "Why, in a few words. Example: building works")
                .length(1, 300)
                .in_french({"motif", "raison"}),
        }};
    return shape;
}

const Shape& verified_shape() {
    static const Shape shape{
        "verified",
        {
            field<&Verified::on>("on", Type::date)
                .for_everyone()
                .required()
                .named("le", "on")
                .helped("Le jour où la fiche a été relue. Exemple : 2026-11-06",
                        "The day the record was checked. Example: 2026-11-06")
                .exchanged_as("date_maj / metadata.last_action_date")
                .in_french({"le", "date"}),
            field<&Verified::by>("by", Type::reference)
                .for_everyone()
                .to(Folder::people, Folder::partners)
                .or_free_words()
                .named("par", "by")
                .helped("Qui a confirmé : une personne du carnet, ou quelques mots. Exemple : thomas-lacombe",
                        "Who confirmed: a person of the notebook, or a few words. Example: thomas-lacombe")
                .in_french({"par"}),
            field<&Verified::how>("how", Type::choice)
                .for_everyone()
                .advised()
                .one_of({{"meeting", {"en réunion", "at a meeting"}},
                         {"phone", {"par téléphone", "by phone"}},
                         {"email", {"par courriel", "by e-mail"}},
                         {"visit", {"sur place", "on a visit"}},
                         {"web", {"sur internet", "on the web"}}})
                .named("comment", "how")
                .helped("Comment : meeting (réunion), phone, email, visit (visite) ou web. Exemple : meeting",
                        "How: meeting, phone, email, visit or web. Example: meeting")
                .in_french({"comment", "moyen"}),
            field<&Verified::meeting>("meeting", Type::reference)
                .for_everyone()
                .to(Folder::meetings)
                .named("réunion", "meeting")
                .helped("La réunion où la fiche a été relue. Exemple : 2026-11-06-fumel",
                        "The meeting where it was checked. Example: 2026-11-06-fumel")
                .in_french({"reunion", "rencontre"}),
        }};
    return shape;
}

}  // namespace

std::vector<Choice> audience_choices() {
    return {{"public", {"tout public", "everyone"}},
            {"partners", {"partenaires", "partners"}},
            {"private", {"privé", "private"}}};
}

const Shape& agreement_shape() {
    static const Shape shape{
        "agreement",
        {
            field<&Agreement::on>("on", Type::date)
                .for_everyone()
                .required()
                .named("le", "on")
                .helped("Le jour de l'accord. Exemple : 2025-06-06", "The day it was given. Example: 2025-06-06")
                .in_french({"le", "date"}),
            field<&Agreement::by>("by", Type::reference)
                .for_everyone()
                .to(Folder::people, Folder::partners)
                .or_free_words()
                .named("par", "by")
                .helped("Qui a donné l'accord : une personne du carnet, ou quelques mots. Exemple : marie-delmas",
                        "Who gave it: a person of the notebook, or a few words. Example: marie-delmas")
                .in_french({"par"}),
        }};
    return shape;
}

const Shape& service_shape() {
    static const Shape shape{
        "service",
        {
            field<&Service::id>("id", Type::id)
                .for_everyone()
                .advised()
                .named("identifiant", "id")
                .helped("Un mot court pour en parler ailleurs, en minuscules et tirets. Exemple : aide-urgence",
                        "A short word to name it elsewhere, lower case and hyphens. Example: aide-urgence")
                .exchanged_as("id / service.id")
                .in_french({"identifiant"}),
            field<&Service::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Le nom du service. Exemple : Dossier de logement social",
                        "The service's name. Example: Dossier de logement social")
                .length(3, 150)
                .exchanged_as("nom / service.name")
                .searched_for_needs(2.0)
                .in_french({"nom", "intitule", "titre"}),
            field<&Service::description>("description", Type::markdown)
                .for_everyone()
                .named("description", "description")
                .helped("Ce que l'on y fait, en quelques phrases. Exemple : Bon alimentaire le jour même, après un "
                        "entretien.",
                        "What is done there, in a few sentences. Example: Food voucher on the same day.")
                .length(1, 10000)
                .exchanged_as("description / service.description")
                .searched(1.0)
                .in_french({"presentation"}),
            field<&Service::situations>("situations", Type::line)
                .for_everyone()
                .named("situations", "situations")
                .helped("Les mots de la personne qui a besoin d'aide. Exemple : [commandement de payer, plus rien à "
                        "manger]",
                        "The words of a person in need. Example: [commandement de payer, plus rien à manger]")
                .length(1, 150)
                .searched_for_needs(2.0)
                .in_french({"situation", "besoins", "mots"}),
            field<&Service::themes>("themes", Type::term)
                .for_everyone()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped(
                    "Les thèmes du service, quand ce ne sont pas tous ceux de la fiche. Exemple : [logement-recherche]",
                    "The service's themes, when not all of the record's. Example: [logement-recherche]")
                .exchanged_as("thematiques / service.taxonomy_terms")
                .in_french({"thematiques", "thematique", "theme"}),
            field<&Service::publics>("publics", Type::term)
                .for_everyone()
                .from(VocabularyKind::publics)
                .named("publics", "target groups")
                .helped("À qui s'adresse le service, quand c'est autrement que la fiche. Exemple : [jeunes]",
                        "Whom the service is for, when other than the record. Example: [jeunes]")
                .exchanged_as("publics")
                .in_french({"public", "publics_cibles", "beneficiaires"}),
            field<&Service::territory>("territory", Type::area)
                .for_everyone()
                .named("territoire", "territory")
                .helped("Où le service est rendu, quand c'est autrement que la fiche. Exemple : [Fumel, Montayral]",
                        "Where the service is given, when other than the record. Example: [Fumel, Montayral]")
                .exchanged_as("zone_eligibilite / service_area")
                .in_french({"territoire", "secteur", "zone", "communes"}),
            field<&Service::fee>("fee", Type::choice)
                .for_everyone()
                .one_of(fee_choices())
                .named("tarif", "fee")
                .helped("free (gratuit), paid (payant) ou conditional (sous conditions). Exemple : free",
                        "free, paid or conditional. Example: free")
                .exchanged_as("frais / cost_option")
                .in_french({"frais", "tarif", "cout", "prix"}),
            field<&Service::fee_note>("fee_note", Type::line)
                .for_everyone()
                .named("précision sur le tarif", "note on the fee")
                .helped("Ce qu'il en coûte. Exemple : adhésion de 5 euros par an",
                        "What it costs. Example: 5 euros a year")
                .length(1, 300)
                .exchanged_as("frais_precisions / service.fees_description")
                .searched(0.5)
                .in_french({"frais_precisions", "precision_tarif", "montant"}),
            field<&Service::hours>("hours", Type::hours)
                .for_everyone()
                .named("horaires", "hours")
                .helped("Quand, en notation OpenStreetMap ou en français simple. Exemple : Tu,Th 09:00-12:00",
                        "When, in OpenStreetMap notation or simple French. Example: Tu,Th 09:00-12:00")
                .exchanged_as("horaires_accueil / schedule")
                .in_french({"horaires", "horaire", "heures"}),
            record<&Service::referral>("referral", referral_shape)
                .for_everyone()
                .named("orientation", "referral")
                .helped("Comment adresser quelqu'un à ce service, quand c'est autrement que la fiche.",
                        "How to send somebody to this service, when other than the record.")
                .exchanged_as("modes_mobilisation, mobilisable_par")
                .in_french({"orientation", "mobilisation"}),
            field<&Service::contact>("contact", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("interlocuteur", "contact")
                .helped("La personne à appeler pour ce service. Exemple : thomas-lacombe",
                        "The person to call for this service. Example: thomas-lacombe")
                .exchanged_as("contact_nom_prenom / contact")
                .never_copied()
                .in_french({"interlocuteur", "referent", "personne"}),
            field<&Service::reception>("reception", Type::choice)
                .for_everyone()
                .one_of({{"in-person", {"sur place", "in person"}}, {"remote", {"à distance", "remotely"}}})
                .named("accueil", "reception")
                .helped("Comment on est reçu : in-person (sur place), remote (à distance). Exemple : [in-person, "
                        "remote]",
                        "How people are received: in-person, remote. Example: [in-person, remote]")
                .exchanged_as("modes_accueil")
                .in_french({"accueil", "modes_accueil"}),
            record<&Service::capacity>("capacity", capacity_shape)
                .for_everyone()
                .named("capacité", "capacity")
                .helped("Les places, celles qui sont libres, et le jour où on les a comptées. Exemple : {places: 12, "
                        "free: 3, "
                        "as_of: 2026-11-06}",
                        "Places, those that are free, and the day of the count. Example: {places: 12, free: 3, as_of: "
                        "2026-11-06}")
                .exchanged_as("service_capacity")
                .never_copied()
                .in_french({"capacite", "places"}),
            record<&Service::openings>("openings", opening_shape)
                .for_everyone()
                .named("places par période", "places by period")
                .helped("Les places libres de périodes à venir. Exemple : [{from: 2026-12-19, until: 2027-01-03, free: "
                        "2, as_of: 2026-11-06}]",
                        "Free places of periods to come. Example: [{from: 2026-12-19, until: 2027-01-03, free: 2, "
                        "as_of: 2026-11-06}]")
                .never_copied()
                .in_french({"periodes", "ouvertures"}),
            field<&Service::from>("from", Type::date)
                .for_everyone()
                .named("à partir du", "from")
                .helped("Le premier jour d'un service qui n'a qu'un temps. Exemple : 2026-12-01",
                        "The first day of a service that runs for a time. Example: 2026-12-01")
                .exchanged_as("schedule.valid_from")
                .never_copied()
                .in_french({"du", "debut", "a_partir_du"}),
            field<&Service::until>("until", Type::date)
                .for_everyone()
                .named("jusqu'au", "until")
                .helped("Le dernier jour d'un service qui n'a qu'un temps. Exemple : 2027-03-31",
                        "The last day of a service that runs for a time. Example: 2027-03-31")
                .exchanged_as("schedule.valid_to")
                .never_copied()
                .in_french({"au", "fin", "jusqu_au"}),
        }};
    return shape;
}

const Shape& contact_shape() {
    static const Shape shape{
        "contact",
        {
            field<&Contact::person>("person", Type::reference)
                .for_everyone()
                .required()
                .to(Folder::people)
                .named("personne", "person")
                .helped("La personne, par le nom de son fichier dans people. Exemple : marie-delmas",
                        "The person, by the name of their file in people. Example: marie-delmas")
                .exchanged_as("contact.name")
                .searched(1.0)
                .in_french({"personne", "nom", "qui"}),
            field<&Contact::role>("role", Type::line)
                .for_everyone()
                .named("fonction", "role")
                .helped("Sa fonction dans l'organisme. Exemple : travailleur social",
                        "Their function in the organisation. Example: social worker")
                .length(1, 150)
                .exchanged_as("contact.title")
                .searched(1.0)
                .in_french({"fonction", "poste", "titre"}),
            field<&Contact::as>("as", Type::choice)
                .for_everyone()
                .one_of({{"referent", {"référent", "referent"}},
                         {"deputy", {"suppléant", "deputy"}},
                         {"signatory", {"signataire", "signatory"}},
                         {"facilitator", {"animateur", "facilitator"}},
                         {"elected", {"élu", "elected member"}}})
                .named("rôle dans le réseau", "role in the network")
                .helped("Sa place dans le réseau : referent, deputy (suppléant), signatory (signataire), facilitator "
                        "(animateur), elected (élu). Exemple : [referent]",
                        "Their place in the network: referent, deputy, signatory, facilitator, elected. Example: "
                        "[referent]")
                .in_french({"en_tant_que", "statut", "comme", "qualite"}),
            field<&Contact::themes>("themes", Type::term)
                .for_everyone()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("Les thèmes dont cette personne s'occupe, si ce n'est pas tout. Exemple : [logement]",
                        "The themes this person handles, when not all. Example: [logement]")
                .in_french({"thematiques", "thematique", "theme"}),
            field<&Contact::territory>("territory", Type::area)
                .for_everyone()
                .named("territoire", "territory")
                .helped("Le secteur de cette personne, si ce n'est pas tout. Exemple : [Fumel]",
                        "The areas this person handles, when not all. Example: [Fumel]")
                .in_french({"territoire", "secteur", "zone"}),
            field<&Contact::since>("since", Type::date)
                .for_everyone()
                .named("depuis", "since")
                .helped("Le jour de la prise de fonction. Exemple : 2019-09-02",
                        "The day the function began. Example: 2019-09-02")
                .in_french({"depuis", "debut"}),
            field<&Contact::until>("until", Type::date)
                .for_everyone()
                .named("jusqu'au", "until")
                .helped("Le dernier jour de la fonction. On ne l'efface pas, on la termine. Exemple : 2026-12-31",
                        "The last day of the function. It is ended, not erased. Example: 2026-12-31")
                .in_french({"jusqu_au", "fin"}),
        }};
    return shape;
}

const Shape& source_shape() {
    static const Shape shape{
        "source",
        {
            field<&Source::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Le nom de la liste. Exemple : france-services", "The list's name. Example: france-services")
                .length(1, 200)
                .exchanged_as("source")
                .in_french({"nom", "liste"}),
            field<&Source::id>("id", Type::line)
                .for_everyone()
                .named("identifiant", "identifier")
                .helped("Comment la fiche s'appelle dans cette liste. Exemple : \"16\"",
                        "What the record is called in that list. Example: \"16\"")
                .length(1, 200)
                .exchanged_as("organization_identifier")
                .in_french({"identifiant", "numero", "cle"}),
            field<&Source::on>("on", Type::date)
                .for_everyone()
                .named("à la date du", "as of")
                .helped("La date de la liste. Exemple : 2022-12-01", "The list's date. Example: 2022-12-01")
                .exchanged_as("date_maj")
                .in_french({"date", "le"}),
            field<&Source::link>("link", Type::url)
                .for_everyone()
                .named("lien", "link")
                .helped("La page de la fiche dans cette liste. Exemple : https://annuaire.example.org/42",
                        "The record's page in that list. Example: https://annuaire.example.org/42")
                .exchanged_as("lien_source")
                .in_french({"lien", "url"}),
        }};
    return shape;
}

const Shape& partner_shape() {
    static const Shape shape{
        "partner",
        {
            field<&Partner::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Le nom complet de l'organisme, 3 à 150 caractères. Exemple : CCAS de Fumel",
                        "The organisation's full name, 3 to 150 characters. Example: CCAS de Fumel")
                .length(3, 150)
                .exchanged_as("nom / organization.name")
                .searched_for_needs(3.0)
                .in_french({"nom", "denomination", "raison_sociale", "structure", "organisme"}),
            field<&Partner::short_name>("short_name", Type::line)
                .for_everyone()
                .named("nom court", "short name")
                .helped("Le sigle ou le nom d'usage. Exemple : CCAS", "The acronym or everyday name. Example: CCAS")
                .length(1, 60)
                .exchanged_as("organization.alternate_name")
                .searched(3.0)
                .in_french({"sigle", "acronyme", "nom_court"}),
            field<&Partner::aliases>("aliases", Type::line)
                .for_everyone()
                .named("autres noms", "other names")
                .helped(
                    "Les autres noms et orthographes que l'on rencontre. Exemple : [Bureau d'aide sociale de Fumel]",
                    "Other names and spellings that people use. Example: [Bureau d'aide sociale de Fumel]")
                .length(1, 150)
                .exchanged_as("organization.alternate_name")
                .searched(3.0)
                .in_french({"alias", "autres_noms", "anciens_noms"}),
            field<&Partner::kind>("kind", Type::term)
                .for_everyone()
                .required()
                .from(VocabularyKind::kinds)
                .named("type", "kind")
                .helped("Le type d'organisme, un mot de la liste. Exemple : ccas-cias",
                        "The kind of organisation, one word of the list. Example: ccas-cias")
                .exchanged_as("reseaux_porteurs")
                .copied()
                .in_french({"type", "typologie", "categorie", "nature"}),
            field<&Partner::parent>("parent", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("organisme de rattachement", "parent organisation")
                .helped("La fiche de l'organisme dont celui-ci dépend. Exemple : mairie-fumel",
                        "The record of the organisation it belongs to. Example: mairie-fumel")
                .exchanged_as("organization.parent_organization_id")
                .copied()
                .in_french({"rattachement", "maison_mere", "rattache_a"}),
            field<&Partner::see_also>("see_also", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("voir aussi", "see also")
                .helped("Les fiches à lire avec celle-ci. Exemple : [cms-fumel]",
                        "Records to read along with this one. Example: [cms-fumel]")
                .in_french({"voir_aussi", "lies"}),
            field<&Partner::siret>("siret", Type::siret)
                .for_everyone()
                .named("SIRET", "SIRET")
                .helped("Quatorze chiffres sans espace, entre guillemets. Exemple : \"21470106200025\"",
                        "Fourteen digits without blanks, in quotes. Example: \"21470106200025\"")
                .exchanged_as("siret / organization_identifier")
                .in_french({"numero_siret"}),
            field<&Partner::rna>("rna", Type::rna)
                .for_everyone()
                .named("RNA", "RNA")
                .helped("Le numéro d'association : W et neuf chiffres. Exemple : W473001234",
                        "The register number of an association: W and nine digits. Example: W473001234")
                .exchanged_as("organization_identifier")
                .in_french({"numero_rna"}),
            field<&Partner::summary>("summary", Type::line)
                .for_everyone()
                .advised()
                .named("résumé", "summary")
                .helped("Une phrase, 280 caractères au plus. Exemple : Aides d'urgence et domiciliation des habitants "
                        "de Fumel.",
                        "One sentence, at most 280 characters. Example: Emergency aid for the people of Fumel.")
                .length(1, 280)
                .searched_for_needs(1.5)
                .in_french({"resume", "accroche", "presentation_resume"}),
            field<&Partner::description>("description", Type::markdown)
                .for_everyone()
                .advised()
                .named("description", "description")
                .helped("Qui vous êtes, en quelques phrases, en Markdown. Exemple : Trois agents reçoivent le matin.",
                        "Who you are, in a few sentences, in Markdown. Example: Three people receive in the morning.")
                .length(1, 10000)
                .exchanged_as("description / organization.description")
                .searched(1.0)
                .in_french({"presentation", "qui_sommes_nous"}),
            field<&Partner::missions>("missions", Type::line)
                .for_everyone()
                .advised()
                .named("missions", "missions")
                .helped(
                    "Ce que vous faites, une ligne courte par mission. Exemple : [Domiciliation, Secours d'urgence]",
                    "What you do, one short line each. Example: [Domiciliation, Secours d'urgence]")
                .length(1, 300)
                .exchanged_as("description / service")
                .copied()
                .searched_for_needs(1.5)
                .in_french({"mission", "activites", "actions"}),
            field<&Partner::limits>("limits", Type::line)
                .for_everyone()
                .advised()
                .named("limites", "limits")
                .helped("Ce que vous ne faites pas, et qui le fait. Exemple : [\"Pas d'hébergement : appeler le 115\"]",
                        "What you do not do, and who does. Example: [\"No shelter: call 115\"]")
                .length(1, 300)
                .copied()
                .in_french({"limites", "hors_missions", "ne_fait_pas"}),
            field<&Partner::themes>("themes", Type::term)
                .for_everyone()
                .required()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("De quoi vous vous occupez, des mots de la liste ; une famille vaut tous ses thèmes. Exemple : "
                        "[logement, domiciliation]",
                        "What you handle, words of the list; a family stands for all its themes. Example: [logement, "
                        "domiciliation]")
                .exchanged_as("thematiques / service.taxonomy_terms")
                .copied()
                .in_french({"thematiques", "thematique", "theme", "domaines"}),
            field<&Partner::publics>("publics", Type::term)
                .for_everyone()
                .advised()
                .from(VocabularyKind::publics)
                .named("publics", "target groups")
                .helped("À qui vous vous adressez, des mots de la liste. Exemple : [jeunes, familles]",
                        "Whom you are for, words of the list. Example: [jeunes, familles]")
                .exchanged_as("publics / eligibility_description")
                .copied()
                .in_french({"public", "publics_cibles", "beneficiaires"}),
            field<&Partner::publics_note>("publics_note", Type::line)
                .for_everyone()
                .advised()
                .named("précision sur les publics", "note on target groups")
                .helped("Ce que la liste ne dit pas. Exemple : habitants de Fumel seulement",
                        "What the list cannot say. Example: people of Fumel only")
                .length(1, 400)
                .exchanged_as("publics_precisions / eligibility_description")
                .copied()
                .searched(1.0)
                .in_french({"publics_precisions", "precision_publics", "conditions"}),
            field<&Partner::age_min>("age_min", Type::number)
                .for_everyone()
                .named("âge minimal", "youngest age")
                .helped("En années. Exemple : 16", "In years. Example: 16")
                .between(0, 120)
                .exchanged_as("service.minimum_age")
                .copied()
                .in_french({"age_minimum", "age_minimal", "a_partir_de"}),
            field<&Partner::age_max>("age_max", Type::number)
                .for_everyone()
                .named("âge maximal", "oldest age")
                .helped("En années. Exemple : 25", "In years. Example: 25")
                .between(0, 120)
                .exchanged_as("service.maximum_age")
                .copied()
                .in_french({"age_maximum", "age_maximal"}),
            field<&Partner::territory>("territory", Type::area)
                .for_everyone()
                .required()
                .named("territoire", "territory")
                .helped(
                    "Où vous intervenez : communes, intercommunalités, départements, ou un secteur du réseau. Exemple "
                    ": "
                    "[Fumel, CC Fumel Vallée du Lot]",
                    "Where you work: towns, groups of towns, départements, or an area of the network. Example: [Fumel, "
                    "CC Fumel Vallée du Lot]")
                .exchanged_as("zone_eligibilite / service_area")
                .copied()
                .in_french({"territoire", "secteur", "zone", "communes", "zone_intervention"}),
            record<&Partner::address>("address", address_shape)
                .for_everyone()
                .advised()
                .named("adresse", "address")
                .helped(
                    "Où l'on vous trouve. Exemple : {street: 5 rue des Fondeurs, postcode: \"47500\", commune: Fumel}",
                    "Where people find you. Example: {street: 5 rue des Fondeurs, postcode: \"47500\", commune: Fumel}")
                .exchanged_as("adresse / location")
                .searched(1.0)
                .in_french({"adresse", "localisation", "lieu"}),
            record<&Partner::phones>("phones", phone_shape)
                .for_everyone()
                .advised()
                .named("téléphones", "phones")
                .helped("Les numéros de l'organisme, pas des personnes. Exemple : [\"05 36 49 10 20\"]",
                        "The organisation's numbers, not people's. Example: [\"05 36 49 10 20\"]")
                .exchanged_as("telephone / phone")
                .in_french({"telephone", "telephones", "tel", "numero", "phone", "portable"}),
            record<&Partner::emails>("emails", email_shape)
                .for_everyone()
                .advised()
                .named("courriels", "e-mails")
                .helped("Les adresses de l'organisme, pas des personnes. Exemple : [accueil@ccas-fumel.example.org]",
                        "The organisation's addresses, not people's. Example: [accueil@ccas-fumel.example.org]")
                .exchanged_as("courriel / organization.email")
                .in_french({"courriel", "courriels", "email", "mail", "mails", "mel"}),
            field<&Partner::website>("website", Type::url)
                .for_everyone()
                .named("site internet", "website")
                .helped("L'adresse du site, http ou https. Exemple : https://ccas-fumel.example.org",
                        "The site's address, http or https. Example: https://ccas-fumel.example.org")
                .exchanged_as("site_web / organization.website")
                .in_french({"site", "site_web", "site_internet", "url"}),
            field<&Partner::hours>("hours", Type::hours)
                .for_everyone()
                .named("horaires", "hours")
                .helped("En notation OpenStreetMap ou en français simple. Exemple : Mo-Fr 09:00-12:00; PH off",
                        "In OpenStreetMap notation or simple French. Example: Mo-Fr 09:00-12:00; PH off")
                .exchanged_as("horaires_accueil / schedule")
                .in_french({"horaires", "horaire", "heures", "ouverture", "horaires_ouverture"}),
            field<&Partner::hours_note>("hours_note", Type::line)
                .for_everyone()
                .named("précision sur les horaires", "note on hours")
                .helped("Ce que les horaires ne disent pas. Exemple : sur rendez-vous l'après-midi",
                        "What the hours cannot say. Example: by appointment in the afternoon")
                .length(1, 300)
                .exchanged_as("schedule.description")
                .in_french({"horaires_precisions", "precision_horaires"}),
            record<&Partner::permanences>("permanences", permanence_shape)
                .for_everyone()
                .named("permanences", "outreach desks")
                .helped(
                    "Où vous recevez ailleurs qu'à votre adresse. Exemple : [{place: Mairie de Cuzorn, hours: \"We "
                    "09:30-12:00\"}]",
                    "Where you receive elsewhere than at your address. Example: [{place: Mairie de Cuzorn, hours: \"We "
                    "09:30-12:00\"}]")
                .exchanged_as("service / service_at_location")
                .searched(1.0)
                .in_french({"permanence", "lieux_de_permanence"}),
            record<&Partner::services>("services", service_shape)
                .for_everyone()
                .named("services", "services")
                .helped("Ce que vous faites, service par service ; ce qui manque est pris dans la fiche. Exemple : "
                        "[{id: fsl, "
                        "name: Dossier FSL}]",
                        "What you do, service by service; what is missing is the record's. Example: [{id: fsl, name: "
                        "Dossier "
                        "FSL}]")
                .exchanged_as("service")
                .copied()
                .searched(1.0)
                .in_french({"service", "prestations", "offres"}),
            field<&Partner::fee>("fee", Type::choice)
                .for_everyone()
                .one_of(fee_choices())
                .named("tarif", "fee")
                .helped("free (gratuit), paid (payant) ou conditional (sous conditions). Exemple : free",
                        "free, paid or conditional. Example: free")
                .exchanged_as("frais / cost_option")
                .copied()
                .in_french({"frais", "tarif", "cout", "prix"}),
            field<&Partner::fee_note>("fee_note", Type::line)
                .for_everyone()
                .named("précision sur le tarif", "note on the fee")
                .helped("Ce qu'il en coûte. Exemple : adhésion de 5 euros par an",
                        "What it costs. Example: 5 euros a year")
                .length(1, 300)
                .exchanged_as("frais_precisions / service.fees_description")
                .copied()
                .in_french({"frais_precisions", "precision_tarif", "montant"}),
            record<&Partner::referral>("referral", referral_shape)
                .for_everyone()
                .advised()
                .named("orientation", "referral")
                .helped("Comment adresser quelqu'un : étapes, moyens, papiers. Exemple : {steps: [Appeler], modes: "
                        "[phone]}",
                        "How to send somebody: steps, ways, papers. Example: {steps: [Appeler], modes: [phone]}")
                .exchanged_as("modes_mobilisation, mobilisable_par")
                .copied()
                .searched(1.0)
                .in_french({"orientation", "mobilisation", "comment_orienter"}),
            record<&Partner::contacts>("contacts", contact_shape)
                .for_everyone()
                .advised()
                .named("personnes", "contacts")
                .helped(
                    "Les personnes et leur fonction ; leurs coordonnées sont dans people. Exemple : [{person: "
                    "marie-delmas, as: [referent]}]",
                    "People and their function; their phone and e-mail are in people. Example: [{person: marie-delmas, "
                    "as: [referent]}]")
                .exchanged_as("contact")
                .searched(1.0)
                .in_french({"contact", "personnes", "interlocuteurs", "referents", "referent"}),
            field<&Partner::languages>("languages", Type::language)
                .for_everyone()
                .named("langues", "languages")
                .helped("Les langues parlées, en codes de deux lettres. Exemple : [fr, pt, ar]",
                        "Languages spoken, as two-letter codes. Example: [fr, pt, ar]")
                .exchanged_as("language")
                .copied()
                .searched(0.5)
                .in_french({"langues", "langue", "langues_parlees"}),
            field<&Partner::accessibility>("accessibility", Type::line)
                .for_everyone()
                .named("accessibilité", "accessibility")
                .helped("Un lien Acceslibre ou quelques mots. Exemple : rampe à l'entrée, bureau au rez-de-chaussée",
                        "An Acceslibre link or a few words. Example: ramp at the entrance, office on the ground floor")
                .length(1, 400)
                .exchanged_as("accessibilite_lieu / accessibility")
                .in_french({"accessibilite", "accessibilite_lieu", "acces_pmr"}),
            field<&Partner::status>("status", Type::choice)
                .for_everyone()
                .one_of({{"active", {"en activité", "active"}},
                         {"suspended", {"interrompu", "suspended"}},
                         {"closed", {"fermé", "closed"}}})
                .named("état", "status")
                .helped("active (en activité, par défaut), suspended (interrompu) ou closed (fermé). Exemple : active",
                        "active (the default), suspended or closed. Example: active")
                .exchanged_as("service.status")
                .in_french({"etat", "statut"}),
            record<&Partner::suspension>("suspension", suspension_shape)
                .for_everyone()
                .named("interruption", "suspension")
                .helped("Depuis quand, jusqu'à quand et pourquoi. Exemple : {from: 2026-07-01, until: 2026-08-31}",
                        "Since when, until when and why. Example: {from: 2026-07-01, until: 2026-08-31}")
                .in_french({"interruption", "fermeture"}),
            record<&Partner::verified>("verified", verified_shape)
                .for_everyone()
                .advised()
                .named("vérifiée", "verified")
                .helped("Quand, par qui et comment la fiche a été relue. Exemple : {on: 2026-11-06, how: meeting}",
                        "When, by whom and how the record was checked. Example: {on: 2026-11-06, how: meeting}")
                .exchanged_as("date_maj / assured_date")
                .in_french({"verifie", "verifiee", "verification", "mise_a_jour", "maj"}),
            field<&Partner::verify_every>("verify_every", Type::number)
                .for_everyone()
                .one_of({{"1", {"tous les mois", "every month"}},
                         {"3", {"tous les trois mois", "every three months"}},
                         {"6", {"tous les six mois", "every six months"}},
                         {"12", {"tous les ans", "every year"}}})
                .named("à relire tous les (mois)", "check every (months)")
                .helped("Le nombre de mois entre deux relectures : 1, 3, 6 ou 12. Exemple : 6",
                        "Months between two checks: 1, 3, 6 or 12. Example: 6")
                .copied()
                .in_french({"verifier_tous_les", "frequence", "periodicite"}),
            field<&Partner::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped(
                    "Qui peut voir la fiche : public (par défaut), partners (professionnels) ou private (personne).",
                    "Who may see the record: public (the default), partners (professionals) or private (nobody).")
                .copied()
                .in_french({"diffusion", "visibilite", "confidentialite"}),
            record<&Partner::agreement>("agreement", agreement_shape)
                .named("accord de publication", "agreement to publish")
                .helped("L'accord du partenaire pour paraître. Exemple : {on: 2025-06-06, by: marie-delmas}",
                        "The partner's agreement to be printed. Example: {on: 2025-06-06, by: marie-delmas}")
                .in_french({"accord", "autorisation"}),
            field<&Partner::tags>("tags", Type::line)
                .for_everyone()
                .named("étiquettes", "tags")
                .helped("Vos propres mots pour retrouver la fiche. Exemple : [premier accueil]",
                        "Your own words to find the record by. Example: [premier accueil]")
                .length(1, 60)
                .copied()
                .searched(1.5)
                .in_french({"etiquettes", "mots_cles", "motscles"}),
            record<&Partner::sources>("sources", source_shape)
                .for_everyone()
                .named("sources", "sources")
                .helped("Les listes d'où vient la fiche, et son identifiant dans chacune. Exemple : [{name: "
                        "france-services, id: \"16\", on: 2022-12-01}]",
                        "The lists this record comes from, and its identifier in each. Example: [{name: "
                        "france-services, id: \"16\", on: 2022-12-01}]")
                .exchanged_as("source")
                .in_french({"origines", "provenances"}),
            field<&Partner::source>("source", Type::line)
                .for_everyone()
                .named("source", "source")
                .helped("D'où viennent ces informations. Exemple : Hinaura", "Where this comes from. Example: Hinaura")
                .length(1, 200)
                .exchanged_as("source")
                .in_french({"origine", "provenance"}),
            field<&Partner::source_link>("source_link", Type::url)
                .for_everyone()
                .named("lien vers la source", "link to the source")
                .helped("La page d'où viennent ces informations. Exemple : https://annuaire.example.org/42",
                        "The page this comes from. Example: https://annuaire.example.org/42")
                .exchanged_as("lien_source")
                .in_french({"lien_source", "lien"}),
            field<&Partner::notes>("notes", Type::markdown)
                .kept_internal()
                .named("notes internes", "internal notes")
                .helped("Pour le réseau seulement ; ne sort jamais du carnet. Exemple : rappeler en janvier",
                        "For the network only; never leaves the notebook. Example: call again in January")
                .length(1, 20000)
                .in_french({"note", "remarques", "commentaires", "observations"}),
        }};
    return shape;
}

}  // namespace cafe::model
