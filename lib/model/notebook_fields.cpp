// The field lists of a notebook's single files: settings, network, territory.
#include "model/fields.hpp"
#include "model/network.hpp"
#include "model/own_areas.hpp"
#include "model/settings.hpp"

namespace cafe::model {

namespace {

const Shape& protocol_shape() {
    static const Shape shape{
        "protocol",
        {
            field<&Protocol::title>("title", Type::line)
                .for_everyone()
                .required()
                .named("titre", "title")
                .helped("Le titre du protocole. Exemple : Protocole de partenariat des Cafés partenaires",
                        "The protocol's title. Example: Protocole de partenariat des Cafés partenaires")
                .length(1, 200)
                .in_french({"titre", "nom"}),
            field<&Protocol::signed_on>("signed", Type::date)
                .for_everyone()
                .named("signé le", "signed")
                .helped("Le jour de la signature. Exemple : 2012-06-29", "The day of signing. Example: 2012-06-29")
                .in_french({"signe", "signature", "signe_le"}),
            field<&Protocol::until>("until", Type::date)
                .for_everyone()
                .named("jusqu'au", "until")
                .helped("Le dernier jour du protocole. Exemple : 2031-12-31",
                        "The protocol's last day. Example: 2031-12-31")
                .in_french({"jusqu_au", "fin", "echeance"}),
            field<&Protocol::pilots>("pilots", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("pilotes", "pilots")
                .helped("Les partenaires qui pilotent le réseau. Exemple : [departement-lot-garonne, caf-47]",
                        "The partners that lead the network. Example: [departement-lot-garonne, caf-47]")
                .in_french({"pilotes", "pilote", "pilotage"}),
        }};
    return shape;
}

const Shape& signatory_shape() {
    static const Shape shape{
        "signatory",
        {
            field<&Signatory::partner>("partner", Type::reference)
                .for_everyone()
                .required()
                .to(Folder::partners)
                .named("partenaire", "partner")
                .helped("Le partenaire qui a signé. Exemple : ccas-fumel",
                        "The partner that signed. Example: ccas-fumel")
                .in_french({"partenaire", "structure"}),
            field<&Signatory::person>("person", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("personne", "person")
                .helped("La personne qui a signé. Exemple : marie-delmas",
                        "The person who signed. Example: marie-delmas")
                .in_french({"personne", "nom"}),
            field<&Signatory::signed_on>("signed", Type::date)
                .for_everyone()
                .advised()
                .named("signé le", "signed")
                .helped("Le jour de la signature. Exemple : 2012-06-29", "The day of signing. Example: 2012-06-29")
                .in_french({"signe", "signature", "signe_le"}),
            field<&Signatory::withdrawn>("withdrawn", Type::date)
                .for_everyone()
                .named("retiré le", "withdrawn")
                .helped("Le jour du retrait. Exemple : 2025-12-31", "The day of leaving. Example: 2025-12-31")
                .in_french({"retrait", "retire", "sorti"}),
            field<&Signatory::commitments>("commitments", Type::line)
                .for_everyone()
                .named("engagements", "commitments")
                .helped("Ce à quoi le partenaire s'engage, une ligne chacun. Exemple : [Tenir sa fiche à jour]",
                        "What the partner commits to, one line each. Example: [Tenir sa fiche à jour]")
                .length(1, 300)
                .in_french({"engagements", "engagement"}),
        }};
    return shape;
}

const Shape& deployment_shape() {
    static const Shape shape{
        "deployment",
        {
            field<&Deployment::area>("area", Type::area)
                .for_everyone()
                .required()
                .named("secteur", "area")
                .helped("Le secteur. Exemple : circo-fumel", "The area. Example: circo-fumel")
                .in_french({"secteur", "territoire", "zone"}),
            field<&Deployment::state>("state", Type::choice)
                .for_everyone()
                .advised()
                .one_of({{"planned", {"prévu", "planned"}},
                         {"running", {"en marche", "running"}},
                         {"paused", {"en pause", "paused"}}})
                .named("état", "state")
                .helped("planned (prévu), running (en marche) ou paused (en pause). Exemple : running",
                        "planned, running or paused. Example: running")
                .in_french({"etat", "statut"}),
            field<&Deployment::since>("since", Type::date)
                .for_everyone()
                .named("depuis", "since")
                .helped("Depuis quel jour. Exemple : 2009-09-15", "Since which day. Example: 2009-09-15")
                .in_french({"depuis", "debut"}),
            field<&Deployment::lead>("lead", Type::reference)
                .for_everyone()
                .to(Folder::partners, Folder::people)
                .or_free_words()
                .named("conduit par", "lead")
                .helped("Qui conduit : un partenaire, une personne, ou quelques mots. Exemple : cms-fumel",
                        "Who leads: a partner, a person, or a few words. Example: cms-fumel")
                .in_french({"pilote", "responsable", "referent"}),
        }};
    return shape;
}

const Shape& participant_shape() {
    static const Shape shape{
        "participant",
        {
            field<&Participant::person>("person", Type::reference)
                .for_everyone()
                .to(Folder::people)
                .named("personne", "person")
                .helped("La personne, par le nom de son fichier dans people. Exemple : marie-delmas",
                        "The person, by the name of their file in people. Example: marie-delmas")
                .in_french({"personne", "qui"}),
            field<&Participant::guest>("guest", Type::line)
                .for_everyone()
                .named("invité", "guest")
                .helped("Le nom de quelqu'un qui n'est pas dans people. Exemple : Paul Girou",
                        "The name of somebody who is not in people. Example: Paul Girou")
                .length(1, 150)
                .in_french({"invite", "nom"}),
            field<&Participant::partner>("partner", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .or_free_words()
                .named("partenaire", "partner")
                .helped("L'organisme de cette personne. Exemple : ccas-fumel",
                        "This person's organisation. Example: ccas-fumel")
                .in_french({"partenaire", "structure", "organisme"}),
            field<&Participant::on>("on", Type::date)
                .for_everyone()
                .named("inscription le", "signed up on")
                .helped("Le jour de l'inscription. Exemple : 2026-09-01", "The day of the sign-up. Example: 2026-09-01")
                .in_french({"inscription", "inscrit_le"}),
            field<&Participant::attended>("attended", Type::boolean)
                .for_everyone()
                .named("est venu", "attended")
                .helped("true quand la personne a suivi la formation. Exemple : true",
                        "true when this person took part. Example: true")
                .in_french({"present", "venu"}),
        }};
    return shape;
}

const Shape& training_shape() {
    static const Shape shape{
        "training",
        {
            field<&Training::title>("title", Type::line)
                .for_everyone()
                .required()
                .named("titre", "title")
                .helped("Le titre de la formation. Exemple : Animer un café partenaires",
                        "The training's title. Example: Animer un café partenaires")
                .length(1, 200)
                .in_french({"titre", "intitule", "nom"}),
            field<&Training::dates>("dates", Type::date)
                .for_everyone()
                .advised()
                .named("dates", "dates")
                .helped("Les jours de formation. Exemple : [2026-09-14, 2026-09-15]",
                        "The days of the training. Example: [2026-09-14, 2026-09-15]")
                .in_french({"date", "jours"}),
            field<&Training::place>("place", Type::line)
                .for_everyone()
                .named("lieu", "place")
                .helped("Où. Exemple : Villeneuve-sur-Lot", "Where. Example: Villeneuve-sur-Lot")
                .length(1, 200)
                .in_french({"lieu", "endroit"}),
            field<&Training::organiser>("organiser", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .or_free_words()
                .named("organisateur", "organiser")
                .helped("Qui l'organise : un partenaire, ou quelques mots. Exemple : departement-lot-garonne",
                        "Who runs it: a partner, or a few words. Example: departement-lot-garonne")
                .in_french({"organisateur", "organisme", "organizer"}),
            field<&Training::places>("places", Type::number)
                .for_everyone()
                .named("places", "places")
                .helped("Le nombre de places. Exemple : 20", "How many places. Example: 20")
                .at_least(0)
                .in_french({"capacite", "nombre_de_places"}),
            field<&Training::enrolled>("enrolled", Type::number)
                .for_everyone()
                .named("inscrits", "enrolled")
                .helped("Le nombre d'inscrits. Exemple : 18", "How many signed up. Example: 18")
                .at_least(0)
                .in_french({"inscrits", "inscriptions"}),
            field<&Training::attended>("attended", Type::number)
                .for_everyone()
                .named("présents", "attended")
                .helped("Le nombre de présents. Exemple : 16", "How many came. Example: 16")
                .at_least(0)
                .in_french({"presents"}),
            record<&Training::participants>("participants", participant_shape)
                .named("participants", "participants")
                .helped("Qui s'est inscrit, et qui est venu. Exemple : [{person: marie-delmas, on: 2026-09-01, "
                        "attended: true}]",
                        "Who signed up, and who came. Example: [{person: marie-delmas, on: 2026-09-01, attended: "
                        "true}]"),
        }};
    return shape;
}

const Shape& holiday_shape() {
    static const Shape shape{
        "holiday",
        {
            field<&Holiday::name>("name", Type::line)
                .for_everyone()
                .advised()
                .named("nom", "name")
                .helped("Le nom de la période. Exemple : Fermeture de Noël",
                        "The period's name. Example: Fermeture de Noël")
                .length(1, 100)
                .in_french({"nom", "intitule"}),
            field<&Holiday::from>("from", Type::date)
                .for_everyone()
                .required()
                .named("du", "from")
                .helped("Le premier jour. Exemple : 2026-12-24", "The first day. Example: 2026-12-24")
                .in_french({"du", "debut"}),
            field<&Holiday::until>("until", Type::date)
                .for_everyone()
                .named("au", "until")
                .helped("Le dernier jour ; rien pour un seul jour. Exemple : 2027-01-01",
                        "The last day; nothing for a single day. Example: 2027-01-01")
                .in_french({"au", "fin", "jusqu_au"}),
        }};
    return shape;
}

const Shape& publish_shape() {
    static const Shape shape{
        "publish",
        {
            field<&PublishSettings::title>("title", Type::line)
                .for_everyone()
                .named("titre", "title")
                .helped("Le titre du site. Exemple : Qui fait quoi en Lot-et-Garonne",
                        "The site's title. Example: Qui fait quoi en Lot-et-Garonne")
                .length(1, 150)
                .in_french({"titre", "nom"}),
            field<&PublishSettings::url>("url", Type::url)
                .for_everyone()
                .named("adresse", "address")
                .helped("Où le site paraîtra. Exemple : https://cafe-partenaires-47.example.org",
                        "Where the site will be. Example: https://cafe-partenaires-47.example.org")
                .in_french({"adresse", "site", "lien"}),
            field<&PublishSettings::about>("about", Type::markdown)
                .for_everyone()
                .named("présentation", "about")
                .helped("Ce qu'est le réseau et à qui s'adresser, en Markdown. Exemple : Un café par mois à Fumel.",
                        "What the network is and whom to turn to, in Markdown. Example: A café every month in Fumel.")
                .length(1, 10000)
                .in_french({"presentation", "a_propos"}),
            field<&PublishSettings::legal_notice>("legal_notice", Type::markdown)
                .for_everyone()
                .named("mentions légales", "legal notice")
                .helped("Qui publie et à qui écrire pour corriger, en Markdown. Exemple : Publié par le département.",
                        "Who publishes and whom to write to for corrections, in Markdown. Example: Published by the "
                        "county.")
                .length(1, 10000)
                .in_french({"mentions_legales", "mentions"}),
            field<&PublishSettings::accessibility>("accessibility", Type::markdown)
                .for_everyone()
                .named("accessibilité", "accessibility")
                .helped("La déclaration d'accessibilité du site, en Markdown, après un audit. Exemple : Audit du 12 "
                        "mars 2027, partiellement conforme.",
                        "The site's accessibility statement, in Markdown, after an audit. Example: Audited on 12 March "
                        "2027, partially conformant.")
                .length(1, 10000)
                .in_french({"accessibilite", "declaration_accessibilite"}),
            field<&PublishSettings::colour>("colour", Type::colour)
                .for_everyone()
                .named("couleur", "colour")
                .helped("La couleur du site, entre guillemets. Exemple : \"#8a3b12\"",
                        "The site's colour, in quotes. Example: \"#8a3b12\"")
                .in_french({"couleur", "color"}),
        }};
    return shape;
}

const Shape& git_shape() {
    static const Shape shape{
        "git",
        {
            field<&GitSettings::commit>("commit", Type::boolean)
                .for_everyone()
                .named("enregistrer dans git", "commit")
                .helped("true pour que chaque changement soit aussi enregistré dans git. Exemple : false",
                        "true to commit each change to git as well. Example: false")
                .in_french({"enregistrer", "valider"}),
        }};
    return shape;
}

const Shape& export_shape() {
    static const Shape shape{"export",
                             {
                                 field<&ExportSettings::source>("source", Type::line)
                                     .for_everyone()
                                     .named("source", "source")
                                     .helped("Le nom que data·inclusion a donné au réseau. Exemple : cafe-47",
                                             "The name that data·inclusion gave to the network. Example: cafe-47")
                                     .length(1, 100)
                                     .in_french({"origine"}),
                             }};
    return shape;
}

const Shape& own_area_shape() {
    static const Shape shape{
        "area",
        {
            field<&OwnArea::name>("name", Type::line)
                .for_everyone()
                .advised()
                .named("nom", "name")
                .helped("Le nom du secteur. Exemple : Circonscription de Fumel",
                        "The area's name. Example: Circonscription de Fumel")
                .length(1, 150)
                .in_french({"nom", "intitule"}),
            field<&OwnArea::kind>("kind", Type::line)
                .for_everyone()
                .named("type", "kind")
                .helped("Ce que c'est, avec vos mots. Exemple : circonscription",
                        "What it is, in your words. Example: circonscription")
                .length(1, 60)
                .in_french({"type", "nature"}),
            field<&OwnArea::areas>("areas", Type::area)
                .for_everyone()
                .named("composé de", "made of")
                .helped(
                    "Les communes et secteurs qui le composent. Exemple : [CC Fumel Vallée du Lot, Tournon-d'Agenais]",
                    "The towns and areas it is made of. Example: [CC Fumel Vallée du Lot, Tournon-d'Agenais]")
                .in_french({"communes", "secteurs", "territoires"}),
            field<&OwnArea::except>("except", Type::area)
                .for_everyone()
                .named("sauf", "except")
                .helped("Ce qui n'en fait pas partie. Exemple : [Cuzorn]",
                        "What does not belong to it. Example: [Cuzorn]")
                .in_french({"sauf", "excepte"}),
            field<&OwnArea::within>("within", Type::area)
                .for_everyone()
                .named("dans", "within")
                .helped("Pour un quartier : la commune où il se trouve. Exemple : Agen",
                        "For a quarter: the town it lies in. Example: Agen")
                .in_french({"dans", "commune"}),
        }};
    return shape;
}

}  // namespace

const Shape& network_shape() {
    static const Shape shape{
        "network",
        {
            record<&Network::protocol>("protocol", protocol_shape)
                .for_everyone()
                .named("protocole", "protocol")
                .helped("Le texte qui fonde le réseau. Exemple : {title: Protocole de partenariat, signed: 2012-06-29}",
                        "The text the network rests on. Example: {title: Protocole de partenariat, signed: 2012-06-29}")
                .in_french({"protocole", "convention", "charte"}),
            record<&Network::signatories>("signatories", signatory_shape)
                .for_everyone()
                .named("signataires", "signatories")
                .helped("Qui a signé, et quand. Exemple : [{partner: ccas-fumel, signed: 2012-06-29}]",
                        "Who signed, and when. Example: [{partner: ccas-fumel, signed: 2012-06-29}]")
                .in_french({"signataires", "signataire"}),
            record<&Network::deployment>("deployment", deployment_shape)
                .for_everyone()
                .named("déploiement", "deployment")
                .helped("Où le réseau fonctionne. Exemple : [{area: circo-fumel, state: running, since: 2009-09-15}]",
                        "Where the network runs. Example: [{area: circo-fumel, state: running, since: 2009-09-15}]")
                .in_french({"deploiement", "secteurs"}),
            record<&Network::trainings>("trainings", training_shape)
                .for_everyone()
                .named("formations", "trainings")
                .helped("Les formations du réseau. Exemple : [{title: Animer un café, dates: [2026-09-14]}]",
                        "The network's trainings. Example: [{title: Animer un café, dates: [2026-09-14]}]")
                .in_french({"formations", "formation"}),
        }};
    return shape;
}

const Shape& settings_shape() {
    static const Shape shape{
        "settings",
        {
            field<&Settings::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Le nom du réseau. Exemple : Café partenaires du Lot-et-Garonne",
                        "The network's name. Example: Café partenaires du Lot-et-Garonne")
                .length(1, 150)
                .in_french({"nom", "titre"}),
            field<&Settings::language>("language", Type::choice)
                .for_everyone()
                .one_of({{"fr", {"français", "French"}}, {"en", {"anglais", "English"}}})
                .named("langue", "language")
                .helped("La langue de ce qui est produit : fr (par défaut) ou en. Exemple : fr",
                        "The language of what is generated: fr (the default) or en. Example: fr")
                .in_french({"langue"}),
            field<&Settings::departments>("departments", Type::department)
                .for_everyone()
                .advised()
                .named("départements", "départements")
                .helped("Les numéros des départements du réseau, entre guillemets. Exemple : [\"47\"]",
                        "The numbers of the network's départements, in quotes. Example: [\"47\"]")
                .in_french({"departements", "departement"}),
            field<&Settings::host>("host", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .or_free_words()
                .named("porté par", "host")
                .helped(
                    "L'organisme qui porte le réseau : sa fiche, ou son nom. Exemple : departement-lot-garonne",
                    "The organisation behind the network: its record, or its name. Example: departement-lot-garonne")
                .in_french({"hote", "porteur", "organisme"}),
            field<&Settings::timezone>("timezone", Type::timezone)
                .for_everyone()
                .named("fuseau horaire", "time zone")
                .helped("Le fuseau horaire des réunions. Exemple : Europe/Paris",
                        "The meetings' time zone. Example: Europe/Paris")
                .in_french({"fuseau", "fuseau_horaire"}),
            field<&Settings::from>("from", Type::line)
                .for_everyone()
                .named("expéditeur", "sender")
                .helped("L'expéditeur des invitations. Exemple : Café partenaires <cafe@departement47.example.org>",
                        "The sender of invitations. Example: Café partenaires <cafe@departement47.example.org>")
                .length(3, 320)
                .in_french({"expediteur", "de"}),
            field<&Settings::freshness>("freshness", Type::number)
                .for_everyone()
                .named("durée de fraîcheur (mois)", "freshness (months)")
                .helped("Au bout de combien de mois une fiche est à relire. Exemple : 12",
                        "After how many months a record is to be checked again. Example: 12")
                .between(1, 120)
                .in_french({"fraicheur", "duree_validite"}),
            field<&Settings::freshness_places>("freshness_places", Type::number)
                .for_everyone()
                .named("durée de fraîcheur des places (jours)", "freshness of places (days)")
                .helped("Au bout de combien de jours un compte de places n'est plus montré. Exemple : 30",
                        "After how many days a count of places is no longer shown. Example: 30")
                .between(1, 365)
                .in_french({"fraicheur_places", "validite_places"}),
            record<&Settings::holidays>("holidays", holiday_shape)
                .for_everyone()
                .named("fermetures", "holidays")
                .helped("Vos propres fermetures. Exemple : [{name: Fermeture de Noël, from: 2026-12-24, until: "
                        "2027-01-01}]",
                        "Your own closed periods. Example: [{name: Fermeture de Noël, from: 2026-12-24, until: "
                        "2027-01-01}]")
                .in_french({"fermetures", "vacances", "conges"}),
            record<&Settings::emergency>("emergency", emergency_number_shape)
                .for_everyone()
                .named("numéros d'urgence", "emergency numbers")
                .helped(
                    "Les numéros d'urgence à ajouter. Exemple : [{number: \"3018\", name: Harcèlement, themes: "
                    "[jeunesse]}]",
                    "Emergency numbers to add. Example: [{number: \"3018\", name: Harcèlement, themes: [jeunesse]}]")
                .in_french({"urgence", "urgences", "numeros_urgence"}),
            record<&Settings::publish>("publish", publish_shape)
                .for_everyone()
                .named("publication", "publishing")
                .helped("Le titre, l'adresse et les mentions du site. Exemple : {title: Qui fait quoi}",
                        "The site's title, address and legal notice. Example: {title: Qui fait quoi}")
                .in_french({"publication", "publier", "site"}),
            record<&Settings::git>("git", git_shape)
                .for_everyone()
                .named("git", "git")
                .helped("Ce que l'outil fait de git. Exemple : {commit: false}",
                        "What the tool does with git. Example: {commit: false}"),
            record<&Settings::exported>("export", export_shape)
                .named("export", "export")
                .helped("Ce que disent les exports du réseau. Exemple : {source: cafe-47}",
                        "What the exports say of the network. Example: {source: cafe-47}"),
        }};
    return shape;
}

const Shape& own_areas_shape() {
    static const Shape shape{
        "territory",
        {
            keyed_records<&OwnAreas::areas, &OwnArea::id>("areas", own_area_shape)
                .for_everyone()
                .named("secteurs", "areas")
                .helped(
                    "Vos secteurs, chacun sous un mot court. Exemple : circo-fumel: {name: Circonscription de Fumel, "
                    "areas: [CC Fumel Vallée du Lot]}",
                    "Your areas, each under a short word. Example: circo-fumel: {name: Circonscription de Fumel, "
                    "areas: "
                    "[CC Fumel Vallée du Lot]}")
                .in_french({"secteurs", "territoires", "zones"}),
            keyed_texts<&OwnAreas::aliases, &PlaceAlias::said, &PlaceAlias::meant>("aliases", Type::area)
                .for_everyone()
                .named("noms du pays", "local names")
                .helped("Les noms que l'on dit et ce qu'ils désignent. Exemple : {Libos: Monsempron-Libos}",
                        "Names that people say and what they mean. Example: {Libos: Monsempron-Libos}")
                .in_french({"alias", "noms", "surnoms"}),
        }};
    return shape;
}

}  // namespace cafe::model
