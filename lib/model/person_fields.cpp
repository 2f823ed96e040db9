// The field list of a person.
#include "model/fields.hpp"
#include "model/person.hpp"

namespace cafe::model {

namespace {

const Shape& person_email_shape() {
    static const Shape shape{
        "person-email",
        {
            field<&PersonEmail::address>("address", Type::email)
                .for_everyone()
                .required()
                .named("adresse", "address")
                .helped("L'adresse de la personne. Exemple : marie.delmas@ccas-fumel.example.org",
                        "The person's address. Example: marie.delmas@ccas-fumel.example.org")
                .exchanged_as("contact.email")
                .in_french({"adresse", "courriel", "mail", "mel"}),
            field<&PersonEmail::for_partner>("for", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("pour", "for")
                .helped("Le partenaire pour lequel elle sert, si la personne en a plusieurs. Exemple : ccas-fumel",
                        "The partner it is used for, when the person has several. Example: ccas-fumel")
                .in_french({"pour", "structure", "partenaire"}),
            field<&PersonEmail::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut voir cette adresse : public, partners (professionnels) ou private (personne).",
                        "Who may see this address: public, partners (professionals) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
        }};
    return shape;
}

const Shape& person_phone_shape() {
    static const Shape shape{
        "person-phone",
        {
            field<&PersonPhone::number>("number", Type::phone)
                .for_everyone()
                .required()
                .named("numéro", "number")
                .helped("Dix chiffres, entre guillemets. Exemple : \"06 39 98 00 01\"",
                        "Ten digits, in quotes. Example: \"06 39 98 00 01\"")
                .exchanged_as("contact.phone")
                .in_french({"numero", "telephone", "tel", "portable"}),
            field<&PersonPhone::for_partner>("for", Type::reference)
                .for_everyone()
                .to(Folder::partners)
                .named("pour", "for")
                .helped("Le partenaire pour lequel il sert, si la personne en a plusieurs. Exemple : ccas-fumel",
                        "The partner it is used for, when the person has several. Example: ccas-fumel")
                .in_french({"pour", "structure", "partenaire"}),
            field<&PersonPhone::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut voir ce numéro : public, partners (professionnels) ou private (personne).",
                        "Who may see this number: public, partners (professionals) or private (nobody).")
                .in_french({"diffusion", "visibilite"}),
        }};
    return shape;
}

const Shape& informed_shape() {
    static const Shape shape{"informed",
                             {
                                 field<&Informed::on>("on", Type::date)
                                     .for_everyone()
                                     .required()
                                     .named("le", "on")
                                     .helped("Le jour où la personne a été informée. Exemple : 2026-01-12",
                                             "The day the person was told. Example: 2026-01-12")
                                     .in_french({"le", "date"}),
                                 field<&Informed::how>("how", Type::line)
                                     .for_everyone()
                                     .advised()
                                     .named("comment", "how")
                                     .helped("Par quel moyen. Exemple : courriel", "By what means. Example: courriel")
                                     .length(1, 100)
                                     .in_french({"comment", "moyen"}),
                             }};
    return shape;
}

const Shape& objection_shape() {
    static const Shape shape{"objection",
                             {
                                 field<&Objection::on>("on", Type::date)
                                     .for_everyone()
                                     .advised()
                                     .named("le", "on")
                                     .helped("Le jour où la personne s'est opposée. Exemple : 2026-03-02",
                                             "The day the person objected. Example: 2026-03-02")
                                     .in_french({"le", "date"}),
                                 field<&Objection::scope>("scope", Type::choice)
                                     .for_everyone()
                                     .one_of({{"all", {"à tout", "to everything"}},
                                              {"directory", {"à l'annuaire", "to the directory"}},
                                              {"mailings", {"aux envois", "to mailings"}}})
                                     .named("portée", "scope")
                                     .helped("À quoi : all (tout, par défaut), directory (l'annuaire) ou mailings (les "
                                             "envois). Exemple : mailings",
                                             "To what: all (the default), directory or mailings. Example: mailings")
                                     .in_french({"portee", "etendue"}),
                             }};
    return shape;
}

const Shape& privacy_shape() {
    static const Shape shape{
        "privacy",
        {
            record<&Privacy::informed>("informed", informed_shape)
                .for_everyone()
                .advised()
                .named("informée", "informed")
                .helped("Quand et comment la personne a su que le carnet la mentionne. Exemple : {on: 2026-01-12, how: "
                        "courriel}",
                        "When and how the person learned that the notebook names them. Example: {on: 2026-01-12, how: "
                        "courriel}")
                .in_french({"informe", "informee", "information"}),
            record<&Privacy::objection>("objection", objection_shape)
                .for_everyone()
                .named("opposition", "objection")
                .helped("L'opposition de la personne ; elle l'emporte sur tout. Exemple : {on: 2026-03-02, scope: all}",
                        "The person's objection; it wins over everything. Example: {on: 2026-03-02, scope: all}")
                .in_french({"opposition", "refus"}),
            field<&Privacy::erase_on>("erase_on", Type::date)
                .for_everyone()
                .named("à effacer le", "erase on")
                .helped("Le jour où la fiche de la personne doit disparaître. Exemple : 2028-12-31",
                        "The day the person's file is to go. Example: 2028-12-31")
                .in_french({"effacer_le", "suppression", "date_suppression"}),
        }};
    return shape;
}

}  // namespace

const Shape& person_shape() {
    static const Shape shape{
        "person",
        {
            field<&Person::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Prénom et nom, comme on le dit. Exemple : Marie Delmas",
                        "First name and last name, as one says it. Example: Marie Delmas")
                .length(2, 100)
                .exchanged_as("contact_nom_prenom / contact.name")
                .in_french({"nom", "nom_prenom", "prenom_nom"}),
            field<&Person::title>("title", Type::line)
                .for_everyone()
                .named("titre", "title")
                .helped("Ce qui précède le nom sur une enveloppe. Exemple : Dr",
                        "What precedes the name on a letter. Example: Dr")
                .length(1, 60)
                .in_french({"titre", "civilite"}),
            field<&Person::sort_as>("sort_as", Type::line)
                .for_everyone()
                .named("classé à", "sorted as")
                .helped("Le nom par lequel on classe, s'il ne va pas de soi. Exemple : Garcia i Roble",
                        "The name to sort by, when not the last word. Example: Garcia i Roble")
                .length(1, 100)
                .in_french({"classe_a", "tri", "nom_de_famille"}),
            record<&Person::emails>("emails", person_email_shape)
                .for_everyone()
                .advised()
                .named("courriels", "e-mails")
                .helped("Les adresses de la personne. Exemple : [marie.delmas@ccas-fumel.example.org]",
                        "The person's addresses. Example: [marie.delmas@ccas-fumel.example.org]")
                .exchanged_as("contact.email")
                .in_french({"courriel", "courriels", "email", "mail", "mails", "mel"}),
            record<&Person::phones>("phones", person_phone_shape)
                .for_everyone()
                .named("téléphones", "phones")
                .helped("Les numéros de la personne. Exemple : [\"06 39 98 00 01\"]",
                        "The person's numbers. Example: [\"06 39 98 00 01\"]")
                .exchanged_as("contact.phone")
                .in_french({"telephone", "telephones", "tel", "numero", "phone", "portable"}),
            field<&Person::language>("language", Type::language)
                .for_everyone()
                .named("langue", "language")
                .helped("La langue dans laquelle on lui écrit, en deux lettres. Exemple : fr",
                        "The language to write to them in, two letters. Example: fr")
                .copied()
                .in_french({"langue"}),
            field<&Person::invitations>("invitations", Type::choice)
                .one_of({{"email", {"par courriel", "by e-mail"}},
                         {"phone", {"par téléphone", "by phone"}},
                         {"post", {"par la poste", "by post"}},
                         {"none", {"aucune", "none"}}})
                .named("invitations", "invitations")
                .helped(
                    "Comment l'inviter : email (par défaut), phone, post (courrier) ou none (jamais). Exemple : post",
                    "How to invite them: email (the default), phone, post or none. Example: post")
                .copied()
                .in_french({"invitation", "mode_invitation"}),
            field<&Person::lists>("lists", Type::line)
                .named("listes", "lists")
                .helped("Vos propres listes d'envoi. Exemple : [animateurs]",
                        "Your own mailing lists. Example: [animateurs]")
                .length(1, 60)
                .in_french({"listes", "liste"}),
            field<&Person::audience>("audience", Type::choice)
                .for_everyone()
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped(
                    "Qui peut voir la personne : public, partners (professionnels, par défaut) ou private (personne).",
                    "Who may see the person: public, partners (professionals, the default) or private (nobody).")
                .copied()
                .in_french({"diffusion", "visibilite", "confidentialite"}),
            record<&Person::privacy>("privacy", privacy_shape)
                .advised()
                .named("données personnelles", "privacy")
                .helped("Ce que la personne sait et ce qu'elle refuse. Exemple : {informed: {on: 2026-01-12, how: "
                        "courriel}}",
                        "What the person knows and refuses. Example: {informed: {on: 2026-01-12, how: courriel}}")
                .in_french({"rgpd", "donnees_personnelles", "vie_privee"}),
            field<&Person::notes>("notes", Type::markdown)
                .kept_internal()
                .named("notes internes", "internal notes")
                .helped("Pour le réseau seulement ; ne sort jamais du carnet. Exemple : joindre plutôt le matin",
                        "For the network only; never leaves the notebook. Example: rather call in the morning")
                .length(1, 20000)
                .in_french({"note", "remarques", "commentaires", "observations"}),
        }};
    return shape;
}

}  // namespace cafe::model
