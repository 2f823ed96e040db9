// The field list of a mapping of `cafe import` and its parts.
#include "model/fields.hpp"
#include "model/import_mapping.hpp"

namespace cafe::model {

namespace {

const Shape& column_shape() {
    static const Shape shape{
        "import-column",
        {
            field<&ImportColumn::to>("to", Type::line)
                .required()
                .named("champ", "field")
                .helped("Le champ de la fiche que la colonne remplit. Exemple : address.street",
                        "The field that the column fills. Example: address.street")
                .length(1, 100)
                .in_french({"vers", "champ"}),
            field<&ImportColumn::as>("as", Type::choice)
                .one_of({{"insee", {"code INSEE d'une commune", "INSEE code of a commune"}},
                         {"lambert93", {"coordonnée Lambert 93", "Lambert 93 coordinate"}},
                         {"morning", {"heures du matin", "morning hours"}},
                         {"afternoon", {"heures de l'après-midi", "afternoon hours"}},
                         {"words", {"mots reconnus dedans", "words known in it"}},
                         {"start", {"heure de début", "start"}},
                         {"end", {"heure de fin", "end"}}})
                .named("lu comme", "read as")
                .helped("Comment lire la cellule, quand le champ ne le dit pas. Exemple : insee",
                        "How to read the cell, where the field does not say. Example: insee")
                .in_french({"comme"}),
            field<&ImportColumn::day>("day", Type::choice)
                .one_of({{"Mo", {"lundi", "Monday"}},
                         {"Tu", {"mardi", "Tuesday"}},
                         {"We", {"mercredi", "Wednesday"}},
                         {"Th", {"jeudi", "Thursday"}},
                         {"Fr", {"vendredi", "Friday"}},
                         {"Sa", {"samedi", "Saturday"}},
                         {"Su", {"dimanche", "Sunday"}}})
                .named("jour", "day")
                .helped("Le jour dont la colonne donne les heures. Exemple : Mo",
                        "The day whose hours the column gives. Example: Mo")
                .in_french({"jour"}),
            field<&ImportColumn::split>("split", Type::line)
                .named("séparateur", "separator")
                .helped("Ce qui sépare plusieurs valeurs dans une cellule. Exemple : \"/\"",
                        "What separates several values in a cell. Example: \"/\"")
                .length(1, 10)
                .in_french({"separateur", "separe_par"}),
            field<&ImportColumn::when>("when", Type::line)
                .named("seulement si", "only when")
                .helped("La valeur d'une autre colonne qui fait lire celle-ci. Exemple : itinerance != Oui",
                        "The value of another column that makes this one count. Example: itinerance != Oui")
                .length(3, 200)
                .in_french({"si", "quand"}),
            keyed_texts<&ImportColumn::words, &ImportWord::written, &ImportWord::meant>("words", Type::line)
                .named("mots", "words")
                .helped("Les mots de la colonne et ce qu'ils veulent dire ; null : rien. Exemple : {Antenne: antenne}",
                        "The column's words and what they stand for; null: nothing. Example: {Antenne: antenne}")
                .in_french({"mots"}),
        }};
    return shape;
}

const Shape& area_shape() {
    static const Shape shape{
        "import-area",
        {
            field<&ImportArea::area>("name", Type::area)
                .named("secteur", "area")
                .helped("Un secteur. Exemple : Fumel", "An area. Example: Fumel")
                .in_french({"nom", "secteur"}),
            field<&ImportArea::from>("from", Type::choice)
                .one_of({{"address.commune", {"la commune de l'adresse", "the commune of the address"}}})
                .named("pris de", "taken from")
                .helped("Le champ dont le secteur est pris. Exemple : address.commune",
                        "The field that the area is taken from. Example: address.commune")
                .in_french({"de", "depuis"}),
        }};
    return shape;
}

const Shape& defaults_shape() {
    static const Shape shape{
        "import-defaults",
        {
            field<&ImportDefaults::kind>("kind", Type::term)
                .from(VocabularyKind::kinds)
                .named("type", "kind")
                .helped("Le type d'organisme. Exemple : france-services",
                        "The kind of organisation. Example: france-services")
                .in_french({"type", "genre"}),
            field<&ImportDefaults::parent>("parent", Type::reference)
                .to(Folder::partners)
                .named("organisme parent", "parent")
                .helped("La fiche dont les nouvelles dépendent. Exemple : departement-47",
                        "The record that new ones belong to. Example: departement-47")
                .in_french({"rattachement"}),
            field<&ImportDefaults::themes>("themes", Type::term)
                .from(VocabularyKind::themes)
                .named("thèmes", "themes")
                .helped("Les thèmes des nouvelles fiches. Exemple : [numerique]",
                        "The themes of new records. Example: [numerique]")
                .in_french({"thematiques", "theme"}),
            field<&ImportDefaults::publics>("publics", Type::term)
                .from(VocabularyKind::publics)
                .named("publics", "target groups")
                .helped("Les publics des nouvelles fiches. Exemple : [tout-public]",
                        "The target groups of new records. Example: [tout-public]")
                .in_french({"public"}),
            record<&ImportDefaults::territory>("territory", area_shape)
                .short_entries()
                .named("territoire", "territory")
                .helped("Le territoire des nouvelles fiches. Exemple : {from: address.commune}",
                        "The territory of new records. Example: {from: address.commune}")
                .in_french({"territoire", "secteur"}),
            field<&ImportDefaults::fee>("fee", Type::choice)
                .one_of({{"free", {"gratuit", "free"}},
                         {"paid", {"payant", "paid"}},
                         {"conditional", {"sous conditions", "conditional"}}})
                .named("tarif", "fee")
                .helped("free, paid ou conditional. Exemple : free", "free, paid or conditional. Example: free")
                .in_french({"frais", "tarif"}),
            field<&ImportDefaults::languages>("languages", Type::language)
                .named("langues", "languages")
                .helped("Les langues parlées. Exemple : [fr]", "Languages spoken. Example: [fr]")
                .in_french({"langues"}),
            field<&ImportDefaults::audience>("audience", Type::choice)
                .one_of(audience_choices())
                .named("diffusion", "audience")
                .helped("Qui peut voir les nouvelles fiches : public, partners ou private.",
                        "Who may see new records: public, partners or private.")
                .in_french({"diffusion"}),
            field<&ImportDefaults::tags>("tags", Type::line)
                .named("étiquettes", "tags")
                .helped("Les étiquettes des nouvelles fiches. Exemple : [annuaire 2026]",
                        "The tags of new records. Example: [annuaire 2026]")
                .length(1, 60)
                .in_french({"etiquettes"}),
            field<&ImportDefaults::lists>("lists", Type::line)
                .named("listes", "lists")
                .helped("Les listes d'envoi des nouvelles personnes. Exemple : [cafe-fumel]",
                        "The mailing lists of new people. Example: [cafe-fumel]")
                .length(1, 60)
                .in_french({"listes"}),
        }};
    return shape;
}

const Shape& words_shape() {
    static const Shape shape{
        "import-words",
        {
            keyed_texts<&ImportWords::themes, &ImportWord::written, &ImportWord::meant>("themes", Type::line)
                .named("thèmes", "themes")
                .helped("Exemple : {\"Accès au droits\": acces-aux-droits, ML: null}",
                        "Example: {\"Accès au droits\": acces-aux-droits, ML: null}")
                .in_french({"thematiques"}),
            keyed_texts<&ImportWords::publics, &ImportWord::written, &ImportWord::meant>("publics", Type::line)
                .named("publics", "target groups")
                .helped("Exemple : {DE: demandeurs-emploi}", "Example: {DE: demandeurs-emploi}")
                .in_french({"public"}),
            keyed_texts<&ImportWords::kind, &ImportWord::written, &ImportWord::meant>("kind", Type::line)
                .named("types", "kinds")
                .helped("Exemple : {Collectivité: mairie}", "Example: {Collectivité: mairie}")
                .in_french({"type", "types"}),
            keyed_texts<&ImportWords::fee, &ImportWord::written, &ImportWord::meant>("fee", Type::line)
                .named("tarifs", "fees")
                .helped("Exemple : {\"1\": free, \"2\": paid}", "Example: {\"1\": free, \"2\": paid}")
                .in_french({"frais", "tarifs"}),
        }};
    return shape;
}

}  // namespace

const Shape& import_mapping_shape() {
    static const Shape shape{
        "mapping",
        {
            field<&ImportMapping::label>("label", Type::line)
                .named("intitulé", "label")
                .helped("Ce qu'est le fichier. Exemple : France services, liste nationale",
                        "What the file is. Example: France services, national list")
                .length(1, 200)
                .in_french({"libelle", "intitule", "titre"}),
            field<&ImportMapping::files>("files", Type::line)
                .named("fichiers", "files")
                .helped("Les noms de fichiers qui se lisent ainsi. Exemple : [\"liste-fs-*.csv\"]",
                        "The names of files that are read so. Example: [\"liste-fs-*.csv\"]")
                .length(1, 200)
                .in_french({"fichiers", "fichier"}),
            field<&ImportMapping::as>("as", Type::choice)
                .one_of({{"partners", {"des partenaires", "partners"}},
                         {"people", {"des personnes", "people"}},
                         {"attendance", {"un émargement", "a sign-in sheet"}}})
                .named("ce que sont les lignes", "what the rows are")
                .helped("partners (par défaut), people ou attendance. Exemple : people",
                        "partners (the default), people or attendance. Example: people")
                .in_french({"comme"}),
            field<&ImportMapping::sheet>("sheet", Type::line)
                .named("feuille", "sheet")
                .helped("La feuille du classeur. Exemple : Partenaires", "The sheet of the workbook. Example: Partners")
                .length(1, 200)
                .in_french({"feuille", "onglet"}),
            field<&ImportMapping::source>("source", Type::line)
                .named("source", "source")
                .helped("Le nom de la liste dans les fiches. Exemple : france-services",
                        "The list's name in the records. Example: france-services")
                .length(1, 200)
                .in_french({"origine"}),
            field<&ImportMapping::key>("key", Type::line)
                .named("clé", "key")
                .helped("La ou les colonnes qui identifient une ligne. Exemple : id_fs",
                        "The column or columns that identify a row. Example: id_fs")
                .length(1, 200)
                .in_french({"cle", "identifiant"}),
            field<&ImportMapping::not_a_key>("not_a_key", Type::line)
                .named("clés provisoires", "provisional keys")
                .helped("Les valeurs de la clé qui n'identifient rien. Exemple : [\"temp_*\", \"0\"]",
                        "Values of the key that identify nothing. Example: [\"temp_*\", \"0\"]")
                .length(1, 200)
                .in_french({"pas_une_cle"}),
            field<&ImportMapping::only>("only", Type::query)
                .named("seulement", "only")
                .helped("Les lignes à prendre, une question sur la fiche. Exemple : dep:47",
                        "The rows to take, a query over the record. Example: dep:47")
                .in_french({"seulement"}),
            keyed_records<&ImportMapping::columns, &ImportColumn::header>("columns", column_shape)
                .required()
                .short_entries()
                .named("colonnes", "columns")
                .helped("Ce que remplit chaque colonne, par son nom. Exemple : {lib_fs: name, mail: emails}",
                        "What each column fills, by its name. Example: {lib_fs: name, mail: emails}")
                .in_french({"colonnes"}),
            field<&ImportMapping::empty>("empty", Type::line)
                .named("cellules vides", "empty cells")
                .helped("Ce qui, dans une cellule, veut dire « rien ». Exemple : [NA, NULL, \"-\"]",
                        "What means 'nothing' in a cell. Example: [NA, NULL, \"-\"]")
                .length(1, 60)
                .in_french({"vide"}),
            field<&ImportMapping::ignore>("ignore", Type::line)
                .named("colonnes laissées", "columns left out")
                .helped("Les colonnes qui ne sont pas reprises. Exemple : [groupe, \"x_*\"]",
                        "The columns that are not taken. Example: [groupe, \"x_*\"]")
                .length(1, 200)
                .in_french({"ignorer", "laisser"}),
            field<&ImportMapping::mailboxes>("mailboxes", Type::choice)
                .one_of({{"keep", {"les garder dans la fiche", "keep them in the record"}}})
                .named("courriels de personnes", "people's mailboxes")
                .helped("keep : les courriels qui semblent ceux d'une personne restent dans la fiche.",
                        "keep: mailboxes that look like a person's stay in the record.")
                .in_french({"courriels"}),
            record<&ImportMapping::set>("set", defaults_shape)
                .named("pour toutes", "for all")
                .helped("Ce que reçoit chaque nouvelle fiche. Exemple : {kind: france-services}",
                        "What each new record gets. Example: {kind: france-services}")
                .in_french({"pour_toutes", "fixer"}),
            record<&ImportMapping::words>("words", words_shape)
                .named("mots appris", "words learnt")
                .helped("Les mots de cette source, une fois expliqués. Exemple : {themes: {ML: null}}",
                        "The words of this source, once explained. Example: {themes: {ML: null}}")
                .in_french({"mots"}),
            keyed_texts<&ImportMapping::partners, &ImportWord::written, &ImportWord::meant>("partners", Type::reference)
                .to(Folder::partners)
                .named("organismes", "organisations")
                .helped("Les noms d'organismes de cette source et leur fiche. Exemple : {ML: mission-locale-fumel}",
                        "The organisations' names in this source and their records. Example: {ML: "
                        "mission-locale-fumel}")
                .in_french({"partenaires", "organismes"}),
        }};
    return shape;
}

}  // namespace cafe::model
