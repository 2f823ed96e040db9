// The field lists of the vocabularies: themes, publics, kinds, acronyms.
#include "model/fields.hpp"
#include "model/vocabulary.hpp"

namespace cafe::model {

namespace {

const Shape& label_shape() {
    static const Shape shape{
        "label",
        {
            field<&Bilingual::fr>("fr", Type::line)
                .for_everyone()
                .advised()
                .named("en français", "in French")
                .helped("Le nom en français. Exemple : Domiciliation", "The French name. Example: Domiciliation")
                .length(1, 150)
                .in_french({"francais"}),
            field<&Bilingual::en>("en", Type::line)
                .for_everyone()
                .named("en anglais", "in English")
                .helped("Le nom en anglais. Exemple : Postal address", "The English name. Example: Postal address")
                .length(1, 150)
                .in_french({"anglais"}),
        }};
    return shape;
}

const Shape& synonyms_shape() {
    static const Shape shape{"synonyms",
                             {
                                 field<&BilingualLists::fr>("fr", Type::line)
                                     .for_everyone()
                                     .named("en français", "in French")
                                     .helped("Les mots que les gens disent en français. Exemple : [se loger, toit]",
                                             "What people say in French. Example: [se loger, toit]")
                                     .length(1, 100)
                                     .in_french({"francais"}),
                                 field<&BilingualLists::en>("en", Type::line)
                                     .for_everyone()
                                     .named("en anglais", "in English")
                                     .helped("Les mots que les gens disent en anglais. Exemple : [housing, home]",
                                             "What people say in English. Example: [housing, home]")
                                     .length(1, 100)
                                     .in_french({"anglais"}),
                             }};
    return shape;
}

// Themes below a family, publics and kinds have the same parts.
std::vector<Field> term_fields() {
    return {
        field<&Term::id>("id", Type::id)
            .for_everyone()
            .required()
            .named("identifiant", "id")
            .helped("Le mot que les fiches emploient, en minuscules et tirets. Exemple : domiciliation",
                    "The word that records use, lower case and hyphens. Example: domiciliation")
            .in_french({"identifiant", "code"}),
        record<&Term::label>("label", label_shape)
            .for_everyone()
            .advised()
            .named("nom", "label")
            .helped("Le nom que l'on montre. Exemple : {fr: Domiciliation, en: Postal address}",
                    "The name that is shown. Example: {fr: Domiciliation, en: Postal address}")
            .in_french({"nom", "libelle", "intitule"}),
        record<&Term::synonyms>("synonyms", synonyms_shape)
            .for_everyone()
            .named("synonymes", "synonyms")
            .helped("Les autres mots qui veulent le dire. Exemple : {fr: [boîte postale, courrier]}",
                    "Other words that mean it. Example: {fr: [boîte postale, courrier]}")
            .in_french({"synonymes", "mots"}),
        field<&Term::di>("di", Type::line)
            .for_everyone()
            .named("codes data·inclusion", "data·inclusion codes")
            .helped("Les codes de data·inclusion v1 qui y répondent. Exemple : [familles]",
                    "The data·inclusion v1 codes it answers to. Example: [familles]")
            .length(1, 150),
        field<&Term::di_v0>("di_v0", Type::line)
            .for_everyone()
            .named("anciens codes data·inclusion", "older data·inclusion codes")
            .helped("Les anciens codes que l'on trouve encore. Exemple : [CCAS]",
                    "Older codes that are still found. Example: [CCAS]")
            .length(1, 60),
    };
}

const Shape& theme_shape() {
    static const Shape shape{"theme", term_fields()};
    return shape;
}

const Shape& public_shape() {
    static const Shape shape{"public", term_fields()};
    return shape;
}

const Shape& kind_shape() {
    static const Shape shape{"kind", term_fields()};
    return shape;
}

const Shape& family_shape() {
    static const Shape shape{
        "family",
        {
            field<&Family::id>("id", Type::id)
                .for_everyone()
                .required()
                .named("identifiant", "id")
                .helped("Le mot que les fiches emploient, en minuscules et tirets. Exemple : logement",
                        "The word that records use, lower case and hyphens. Example: logement")
                .in_french({"identifiant", "code"}),
            record<&Family::label>("label", label_shape)
                .for_everyone()
                .advised()
                .named("nom", "label")
                .helped("Le nom que l'on montre. Exemple : {fr: Logement et hébergement, en: Housing and shelter}",
                        "The name that is shown. Example: {fr: Logement et hébergement, en: Housing and shelter}")
                .in_french({"nom", "libelle", "intitule"}),
            record<&Family::synonyms>("synonyms", synonyms_shape)
                .for_everyone()
                .named("synonymes", "synonyms")
                .helped("Les autres mots qui veulent le dire. Exemple : {fr: [se loger, toit]}",
                        "Other words that mean it. Example: {fr: [se loger, toit]}")
                .in_french({"synonymes", "mots"}),
            record<&Family::children>("children", theme_shape)
                .for_everyone()
                .named("thèmes", "themes")
                .helped("Les thèmes de la famille. Exemple : [{id: domiciliation, label: {fr: Domiciliation}}]",
                        "The family's themes. Example: [{id: domiciliation, label: {fr: Domiciliation}}]")
                .in_french({"enfants", "themes", "sous_themes"}),
            field<&Family::di>("di", Type::line)
                .for_everyone()
                .named("codes data·inclusion", "data·inclusion codes")
                .helped("Les codes de data·inclusion v1 qui y répondent. Exemple : [famille--garde-denfants]",
                        "The data·inclusion v1 codes it answers to. Example: [famille--garde-denfants]")
                .length(1, 150),
        }};
    return shape;
}

}  // namespace

const Shape& emergency_number_shape() {
    static const Shape shape{
        "emergency",
        {
            field<&EmergencyNumber::number>("number", Type::phone)
                .for_everyone()
                .required()
                .named("numéro", "number")
                .helped("Le numéro, entre guillemets. Exemple : \"3018\"", "The number, in quotes. Example: \"3018\"")
                .in_french({"numero", "telephone", "tel"}),
            field<&EmergencyNumber::name>("name", Type::line)
                .for_everyone()
                .required()
                .named("nom", "name")
                .helped("Qui répond. Exemple : Samu social", "Who answers. Example: Samu social")
                .length(1, 150)
                .in_french({"nom", "libelle", "intitule"}),
            field<&EmergencyNumber::themes>("themes", Type::term)
                .for_everyone()
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("Les thèmes pour lesquels on le montre en premier. Exemple : [hebergement]",
                        "The themes it is shown first for. Example: [hebergement]")
                .in_french({"thematiques", "thematique", "theme"}),
        }};
    return shape;
}

const Shape& themes_shape() {
    static const Shape shape{
        "themes",
        {
            record<&ThemesFile::themes>("themes", family_shape)
                .for_everyone()
                .named("thèmes", "themes")
                .helped(
                    "Les familles et leurs thèmes, ajoutés à ceux de l'outil. Exemple : [{id: logement, children: "
                    "[{id: "
                    "habitat-jeune}]}]",
                    "Families and their themes, added to the built-in ones. Example: [{id: logement, children: [{id: "
                    "habitat-jeune}]}]")
                .in_french({"thematiques", "familles"}),
        }};
    return shape;
}

const Shape& publics_shape() {
    static const Shape shape{
        "publics",
        {
            record<&PublicsFile::publics>("publics", public_shape)
                .for_everyone()
                .named("publics", "target groups")
                .helped(
                    "Les publics, ajoutés à ceux de l'outil. Exemple : [{id: saisonniers, label: {fr: Saisonniers}}]",
                    "Target groups, added to the built-in ones. Example: [{id: saisonniers, label: {fr: Saisonniers}}]")
                .in_french({"public"}),
        }};
    return shape;
}

const Shape& kinds_shape() {
    static const Shape shape{
        "kinds",
        {
            record<&KindsFile::kinds>("kinds", kind_shape)
                .for_everyone()
                .named("types", "kinds")
                .helped("Les types d'organisme, ajoutés à ceux de l'outil. Exemple : [{id: tiers-lieu, label: {fr: "
                        "Tiers-lieu}}]",
                        "Kinds of organisation, added to the built-in ones. Example: [{id: tiers-lieu, label: {fr: "
                        "Tiers-lieu}}]")
                .in_french({"types", "typologies"}),
        }};
    return shape;
}

const Shape& acronyms_shape() {
    static const Shape shape{
        "acronyms",
        {
            keyed_texts<&AcronymsFile::acronyms, &Acronym::letters, &Acronym::meaning>("acronyms", Type::line)
                .for_everyone()
                .named("sigles", "acronyms")
                .helped("Les sigles et ce qu'ils veulent dire. Exemple : {CLS: Contrat local de santé}",
                        "Acronyms and what they mean. Example: {CLS: Contrat local de santé}")
                .length(1, 200)
                .in_french({"sigles", "acronymes"}),
            record<&AcronymsFile::emergency>("emergency", emergency_number_shape)
                .for_everyone()
                .named("numéros d'urgence", "emergency numbers")
                .helped(
                    "Les numéros d'urgence. Exemple : [{number: \"115\", name: Samu social, themes: [hebergement]}]",
                    "Emergency numbers. Example: [{number: \"115\", name: Samu social, themes: [hebergement]}]")
                .in_french({"urgence", "urgences", "numeros_urgence"}),
        }};
    return shape;
}

}  // namespace cafe::model
