#include "check/rules.hpp"

#include "check/needs.hpp"

#include <array>

namespace cafe::check {

namespace rule {

// ---- Fields --------------------------------------------------------------------------------------------------------

const Rule missing{
    "E201",
    Severity::error,
    "champ obligatoire absent",
    "required field missing",
    "Sans ce champ la fiche ne peut être ni trouvée ni montrée : une fiche a un nom, un type, des thèmes et un "
    "territoire ; une personne un nom ; une réunion une date.",
    "Without this field the record can be neither found nor shown: a fiche has a name, a kind, themes and a territory; "
    "a person a name; a meeting a date.",
    "# people/paul-martin.yaml\nemails: [paul@martin.example.org]\n",
    "# people/paul-martin.yaml\nname: Paul Martin\nemails: [paul@martin.example.org]\n"};

const Rule wrong_length{
    "E202",
    Severity::error,
    "texte trop court ou trop long",
    "text too short or too long",
    "Chaque champ a une longueur que les listes, les étiquettes et les échanges avec d'autres annuaires acceptent. Un "
    "texte plus long va dans description ou dans notes.",
    "Each field has a length that lists, labels and exchanges with other directories accept. A longer text goes into "
    "description or notes.",
    "# partners/ccas-fumel.yaml\nname: CC\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n"};

const Rule out_of_bounds{
    "E203",
    Severity::error,
    "nombre hors limites",
    "number out of bounds",
    "Un âge, un nombre de places ou des coordonnées ont des bornes. Un nombre qui les dépasse est presque toujours une "
    "faute de frappe.",
    "An age, a number of places or coordinates have bounds. A number beyond them is nearly always a typing mistake.",
    "# partners/ccas-fumel.yaml\nage_min: 160\n",
    "# partners/ccas-fumel.yaml\nage_min: 16\n"};

const Rule unknown_choice{
    "E204",
    Severity::error,
    "mot qui n'est pas dans la liste",
    "word that is not in the list",
    "Ce champ n'accepte que quelques mots, les mêmes dans tous les carnets. « cafe explain » les montre.",
    "This field takes a few words only, the same in every notebook. 'cafe explain' shows them.",
    "# partners/ccas-fumel.yaml\nfee: gratuit\n",
    "# partners/ccas-fumel.yaml\nfee: free\n"};

const Rule bad_email{
    "E205",
    Severity::error,
    "adresse de courriel impossible",
    "impossible e-mail address",
    "Une adresse s'écrit nom@domaine, sans accent, sans espace et sans nom devant : rien ne peut être envoyé à une "
    "autre. Une adresse par ligne.",
    "An address is written name@domain, without accents, blanks or a name before it: nothing can be sent to any other. "
    "One address a line.",
    "# partners/ccas-fumel.yaml\nemails: [accueil.ccas-fumel.example.org]\n",
    "# partners/ccas-fumel.yaml\nemails: [accueil@ccas-fumel.example.org]\n"};

const Rule bad_url{
    "E206",
    Severity::error,
    "adresse web impossible",
    "impossible web address",
    "Une adresse web commence par http:// ou https:// et mène à un nom de domaine. Toute autre serait affichée sans "
    "lien.",
    "A web address begins with http:// or https:// and leads to a domain name. Any other would be shown without a "
    "link.",
    "# partners/ccas-fumel.yaml\nwebsite: www.ccas-fumel.example.org\n",
    "# partners/ccas-fumel.yaml\nwebsite: https://www.ccas-fumel.example.org\n"};

const Rule bad_siret{
    "E207",
    Severity::error,
    "SIRET impossible",
    "impossible SIRET",
    "Un SIRET a quatorze chiffres, entre guillemets et sans espace ; le dernier confirme les autres (clé de Luhn), si "
    "bien qu'un chiffre mal recopié se voit.",
    "A SIRET has fourteen digits, in quotes and without blanks; the last one confirms the others (Luhn key), so that a "
    "digit copied wrongly shows.",
    "# partners/ccas-fumel.yaml\nsiret: \"21470106200026\"\n",
    "# partners/ccas-fumel.yaml\nsiret: \"21470106200025\"\n"};

const Rule bad_rna{"E208",
                   Severity::error,
                   "numéro d'association impossible",
                   "impossible association number",
                   "Un numéro du répertoire national des associations a la lettre W et neuf chiffres.",
                   "A number of the national register of associations has the letter W and nine digits.",
                   "# partners/restos-fumel.yaml\nrna: W4730012\n",
                   "# partners/restos-fumel.yaml\nrna: W473001234\n"};

const Rule bad_postcode{"E209",
                        Severity::error,
                        "code postal impossible",
                        "impossible postcode",
                        "Un code postal a cinq chiffres. Entre guillemets, le zéro du début reste.",
                        "A postcode has five digits. In quotes a leading zero stays.",
                        "# partners/ccas-fumel.yaml\naddress: {postcode: \"4750\", commune: Fumel}\n",
                        "# partners/ccas-fumel.yaml\naddress: {postcode: \"47500\", commune: Fumel}\n"};

const Rule bad_department{"E210",
                          Severity::error,
                          "code de département impossible",
                          "impossible département code",
                          "Un département se dit par son code : \"01\" à \"95\", \"2A\", \"2B\", \"971\" à \"976\".",
                          "A département is named by its code: \"01\" to \"95\", \"2A\", \"2B\", \"971\" to \"976\".",
                          "# cafe.yaml\nname: Café partenaires\ndepartments: [Lot-et-Garonne]\n",
                          "# cafe.yaml\nname: Café partenaires\ndepartments: [\"47\"]\n"};

const Rule bad_language{"E211",
                        Severity::error,
                        "code de langue inconnu",
                        "unknown language code",
                        "Une langue se dit par deux lettres (ISO 639-1) : fr, en, ar, pt, es, ru, uk, tr.",
                        "A language is named by two letters (ISO 639-1): fr, en, ar, pt, es, ru, uk, tr.",
                        "# partners/ccas-fumel.yaml\nlanguages: [français]\n",
                        "# partners/ccas-fumel.yaml\nlanguages: [fr]\n"};

const Rule bad_timezone{"E212",
                        Severity::error,
                        "fuseau horaire impossible",
                        "impossible time zone",
                        "Un fuseau s'écrit comme Europe/Paris ou Indian/Reunion.",
                        "A time zone is written like Europe/Paris or Indian/Reunion.",
                        "# cafe.yaml\nname: Café partenaires\ntimezone: heure de Paris\n",
                        "# cafe.yaml\nname: Café partenaires\ntimezone: Europe/Paris\n"};

const Rule bad_colour{"E213",
                      Severity::error,
                      "couleur impossible",
                      "impossible colour",
                      "Une couleur s'écrit # et six chiffres ou lettres de a à f, entre guillemets.",
                      "A colour is written # and six digits or letters from a to f, in quotes.",
                      "# cafe.yaml\nname: Café partenaires\npublish: {colour: marron}\n",
                      "# cafe.yaml\nname: Café partenaires\npublish: {colour: \"#8a3b12\"}\n"};

const Rule bad_id{
    "E214",
    Severity::error,
    "identifiant impossible",
    "impossible id",
    "Un identifiant sert dans les liens et les références : minuscules sans accents, chiffres et traits d'union.",
    "An id is used in links and references: lower-case letters without accents, digits and hyphens.",
    "# partners/ccas-fumel.yaml\nservices: [{id: Aide d'urgence, name: Aide d'urgence}]\n",
    "# partners/ccas-fumel.yaml\nservices: [{id: aide-urgence, name: Aide d'urgence}]\n"};

const Rule bad_time{"E215",
                    Severity::error,
                    "heure impossible",
                    "impossible time",
                    "Une heure s'écrit \"09:00\", entre guillemets ; 9h et 9 h 30 sont compris aussi.",
                    "A time is written \"09:00\", in quotes; 9h and 9 h 30 are understood too.",
                    "# cafes/libos.yaml\nname: Café de Libos\nschedule: {every: first friday, start: le matin}\n",
                    "# cafes/libos.yaml\nname: Café de Libos\nschedule: {every: first friday, start: \"08:30\"}\n"};

const Rule several_lines{
    "E216",
    Severity::error,
    "plusieurs lignes dans un champ d'une ligne",
    "several lines in a field of one line",
    "Un nom, un titre ou un intitulé passe dans des listes, des étiquettes et l'objet des courriels : il tient sur une "
    "ligne. Un texte long va dans description, notes ou minutes.",
    "A name, a title or a label goes into lists, labels and the subject of mails: it fits on one line. A long text "
    "goes "
    "into description, notes or minutes.",
    "# partners/ccas-fumel.yaml\nname: |\n  CCAS\n  de Fumel\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n"};

const Rule twin_id{
    "E217",
    Severity::error,
    "identifiant donné deux fois",
    "id given twice",
    "Un identifiant désigne une seule chose dans sa liste ; sinon une modification toucherait la mauvaise.",
    "An id names one thing in its list; otherwise a change would touch the wrong one.",
    "# partners/ccas-fumel.yaml\nservices: [{id: aide, name: Aide d'urgence}, {id: aide, name: Aide au logement}]\n",
    "# partners/ccas-fumel.yaml\nservices: [{id: aide, name: Aide d'urgence}, {id: fsl, name: Aide au logement}]\n"};

const Rule ends_before_start{
    "E218",
    Severity::error,
    "la fin vient avant le début",
    "the end comes before the beginning",
    "Deux champs qui vont ensemble se contredisent : une date de fin avant le début, un âge maximal sous l'âge "
    "minimal, plus de places libres que de places.",
    "Two fields that go together contradict each other: an end before its beginning, an oldest age below the youngest, "
    "more free places than places.",
    "# partners/ccas-fumel.yaml\nsuspension: {from: 2026-08-31, until: 2026-07-01}\n",
    "# partners/ccas-fumel.yaml\nsuspension: {from: 2026-07-01, until: 2026-08-31}\n"};

const Rule names_nobody{
    "E219",
    Severity::error,
    "invitation ou présence sans personne",
    "invitation or attendance without anybody",
    "Une ligne d'invitation ou de présence dit qui : une personne, un partenaire, ou le nom d'un invité.",
    "A line of invitation or attendance says who: a person, a partner, or a guest's name.",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\ninvitations: [{sent: 2026-10-19}]\n",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\n"
    "invitations: [{person: marie-delmas, sent: 2026-10-19}]\n"};

const Rule implausible_phone{
    "W201",
    Severity::warning,
    "numéro de téléphone peu plausible",
    "implausible phone number",
    "Un numéro français a dix chiffres et commence par 01 à 09, un numéro d'ailleurs commence par + et l'indicatif du "
    "pays. Ce qui accompagne le numéro va dans label ou dans tip. Le numéro est montré tel quel, sans pouvoir être "
    "appelé d'un geste.",
    "A French number has ten digits and begins with 01 to 09; one from elsewhere begins with + and the country's code. "
    "What goes with the number belongs in label or tip. The number is shown as it is and cannot be dialled by a tap.",
    "# partners/ccas-fumel.yaml\nphones: [\"05 36 49 10\"]\n",
    "# partners/ccas-fumel.yaml\nphones: [\"05 36 49 10 20\"]\n"};

const Rule two_numbers{
    "W202",
    Severity::warning,
    "deux numéros dans une case",
    "two numbers in one place",
    "Deux numéros écrits ensemble ne peuvent être ni appelés ni triés : chacun a sa ligne, avec son intitulé.",
    "Two numbers written together can be neither dialled nor sorted: each has its own line and label.",
    "# partners/ccas-fumel.yaml\nphones: [\"05 36 49 10 20 / 06 39 98 10 20\"]\n",
    "# partners/ccas-fumel.yaml\nphones: [\"05 36 49 10 20\", \"06 39 98 10 20\"]\n"};

const Rule bad_hours{
    "E220",
    Severity::error,
    "horaires incompréhensibles",
    "opening hours that are not understood",
    "Les horaires s'écrivent en notation OpenStreetMap (Mo-Fr 09:00-12:00,14:00-17:00; PH off) ou en français simple "
    "(lundi au vendredi 9h-12h). Ce qui ne se dit pas ainsi va dans hours_note.",
    "Hours are written in OpenStreetMap's notation (Mo-Fr 09:00-12:00,14:00-17:00; PH off) or in simple French (lundi "
    "au vendredi 9h-12h). What cannot be said so goes into hours_note.",
    "# partners/ccas-fumel.yaml\nhours: \"Mo-Fr 09:00-12:00,14:00\"\n",
    "# partners/ccas-fumel.yaml\nhours: \"Mo-Fr 09:00-12:00,14:00-17:00\"\n"};

const Rule bad_schedule{
    "E221",
    Severity::error,
    "rythme de réunion incompréhensible",
    "rhythm of meetings that is not understood",
    "Les dates des réunions se calculent d'après schedule : « premier vendredi », « troisième mardi des mois impairs » "
    "; "
    "sous except, un mois, un jour ou public-holidays. Sans cela l'agenda reste vide.",
    "The days of meetings are worked out from schedule: 'first friday', 'third tuesday of odd months'; under except, a "
    "month, a day or public-holidays. Without it the calendar stays empty.",
    "# cafes/libos.yaml\nname: Café de Libos\nschedule: {every: un vendredi sur deux}\n",
    "# cafes/libos.yaml\nname: Café de Libos\nschedule: {every: premier et troisième vendredi}\n"};

const Rule unknown_import_target{
    "E222",
    Severity::error,
    "colonne qui ne remplit aucun champ",
    "column that fills no field",
    "Dans une correspondance (imports/), chaque colonne remplit un champ de la fiche : name, phones, address.street… "
    "Un "
    "nom qui n'existe pas ne remplirait rien, sans que personne le voie.",
    "In a mapping (imports/) every column fills a field of the record: name, phones, address.street… A name that does "
    "not exist would fill nothing, and nobody would see it.",
    "# imports/liste.yaml\nlabel: Liste\ncolumns: {Nom: name, Tel: phone}\n",
    "# imports/liste.yaml\nlabel: Liste\ncolumns: {Nom: name, Tel: phones}\n"};

const Rule personal_mailbox{
    "W203",
    Severity::warning,
    "boîte d'une personne à la place de celle de l'organisme",
    "a person's mailbox in the place of the organisation's",
    "Les adresses de la fiche sont publiées et durent plus que les gens. Celle d'une personne va dans sa fiche à elle, "
    "où elle est protégée.",
    "A fiche's addresses are published and outlast people. A person's own goes into that person's record, where it is "
    "protected.",
    "# partners/ccas-fumel.yaml\nemails: [marie.delmas@ccas-fumel.example.org]\ncontacts: [{person: marie-delmas}]\n",
    "# partners/ccas-fumel.yaml\nemails: [accueil@ccas-fumel.example.org]\ncontacts: [{person: marie-delmas}]\n"};

const Rule far_from_town{
    "W204",
    Severity::warning,
    "coordonnées loin de la commune",
    "coordinates far from the town",
    "La latitude et la longitude sont à plus de quarante kilomètres du centre de la commune : souvent elles sont "
    "interverties, ou un chiffre manque. Les distances et les cartes seraient fausses.",
    "Latitude and longitude lie more than forty kilometres from the centre of the town: often they are swapped, or a "
    "digit is missing. Distances and maps would be wrong.",
    "# partners/ccas-fumel.yaml\naddress: {postcode: \"47500\", commune: Fumel, latitude: 43.4985, longitude: "
    "0.9668}\n",
    "# partners/ccas-fumel.yaml\naddress: {postcode: \"47500\", commune: Fumel, latitude: 44.4985, longitude: "
    "0.9668}\n"};

const Rule hours_in_words{
    "H201",
    Severity::hint,
    "horaires en toutes lettres",
    "opening hours in words",
    "Ces horaires sont compris ici, mais les annuaires et les cartes ne lisent que la notation OpenStreetMap. « cafe "
    "check --fix » les réécrit sans rien en changer.",
    "These hours are understood here, but directories and maps only read OpenStreetMap's notation. 'cafe check --fix' "
    "writes them so and changes nothing else.",
    "# partners/ccas-fumel.yaml\nhours: lundi au vendredi 9h-12h et 14h-17h\n",
    "# partners/ccas-fumel.yaml\nhours: \"Mo-Fr 09:00-12:00,14:00-17:00\"\n"};

const Rule doubtful_hours{
    "H202",
    Severity::hint,
    "horaires étonnants",
    "surprising opening hours",
    "Une fin avant le début veut dire « jusqu'au lendemain », une fin à l'heure du début « jour et nuit », des heures "
    "sans jour « tous les jours, dimanche compris » ; une règle écrite après une fermeture rouvre : c'est permis, et "
    "presque toujours une faute de frappe.",
    "An end before the beginning means 'until the next day', an end at the hour of the beginning 'day and night', "
    "hours "
    "without a day 'every day, Sundays too'; a rule written behind a closing opens again: that is allowed, and nearly "
    "always a typing mistake.",
    "# partners/ccas-fumel.yaml\nhours: \"Fr 19:00-11:00\"\n",
    "# partners/ccas-fumel.yaml\nhours: \"Fr 09:00-11:00\"\n"};

// ---- Vocabulary ----------------------------------------------------------------------------------------------------

const Rule unknown_theme{
    "E301",
    Severity::error,
    "thème inconnu",
    "unknown theme",
    "Les thèmes sont une liste commune : une fiche sous un mot inconnu ne sort dans aucune recherche. « cafe list "
    "themes » les montre ; le fichier vocabulary/themes.yaml en ajoute.",
    "Themes are a common list: a fiche under an unknown word is found by no search. 'cafe list themes' shows them; the "
    "file vocabulary/themes.yaml adds to them.",
    "# partners/ccas-fumel.yaml\nthemes: [logment]\n",
    "# partners/ccas-fumel.yaml\nthemes: [logement]\n"};

const Rule unknown_public{
    "E302",
    Severity::error,
    "public inconnu",
    "unknown target group",
    "Les publics sont une liste commune. Ce qu'elle ne dit pas s'écrit dans publics_note ; le fichier "
    "vocabulary/publics.yaml en ajoute.",
    "Target groups are a common list. What it cannot say goes into publics_note; the file vocabulary/publics.yaml adds "
    "to it.",
    "# partners/ccas-fumel.yaml\npublics: [jeune]\n",
    "# partners/ccas-fumel.yaml\npublics: [jeunes]\n"};

const Rule unknown_kind{"E303",
                        Severity::error,
                        "type d'organisme inconnu",
                        "unknown kind of organisation",
                        "Les types d'organisme sont une liste commune ; le fichier vocabulary/kinds.yaml en ajoute.",
                        "Kinds of organisation are a common list; the file vocabulary/kinds.yaml adds to it.",
                        "# partners/ccas-fumel.yaml\nkind: ccas\n",
                        "# partners/ccas-fumel.yaml\nkind: ccas-cias\n"};

const Rule unaskable_query{
    "E304",
    Severity::error,
    "question impossible à poser",
    "query that cannot be asked",
    "Une question écrite dans une fiche, comme invite, nomme un thème, un public, un territoire ou un champ que le "
    "carnet ne connaît pas : « meeting new » et « mail list --cafe » la refuseraient le jour d'inviter.",
    "A query written in a record, such as invite, names a topic, a target group, an area or a field that the notebook "
    "does not know: 'meeting new' and 'mail list --cafe' would refuse it on the day of inviting.",
    "# cafes/fumel.yaml\nname: Café de Fumel\ninvite: \"touches:Fumel theme:logment\"\n",
    "# cafes/fumel.yaml\nname: Café de Fumel\ninvite: \"touches:Fumel theme:logement\"\n"};

const Rule taught_nothing{
    "W301",
    Severity::warning,
    "ligne apprise qui ne dit rien",
    "taught line that says nothing",
    "Une ligne de vocabulary/questions.tsv donne un thème ou une fiche du carnet, une tabulation, et une phrase. Sans "
    "l'un "
    "ou l'autre, aucune question ne s'en sert.",
    "A line of vocabulary/questions.tsv gives a topic or a record of the notebook, a tab, and a phrase. Without one of "
    "them no question uses it.",
    "# vocabulary/questions.tsv\nlogment\tplus de toit sur la tête\n",
    "# vocabulary/questions.tsv\nlogement\tplus de toit sur la tête\n"};

const Rule taught_elsewhere{
    "H301",
    Severity::hint,
    "ligne apprise qui ressemble à un autre thème",
    "taught line that looks like another topic",
    "D'après toutes les autres phrases connues, celle-ci parle d'un autre thème : elle est peut-être sous le mauvais.",
    "By all other phrases that are known this one is about another topic: it may stand under the wrong one.",
    "# vocabulary/questions.tsv\nvehicule\tune place en crèche pour mon bébé\n",
    "# vocabulary/questions.tsv\npetite-enfance\tune place en crèche pour mon bébé\n"};

const Rule taught_names{
    "W708",
    Severity::warning,
    "ligne apprise qui nomme quelqu'un",
    "taught line that names somebody",
    "Les phrases apprises entrent dans git et y restent : ni le nom d'une personne, ni un numéro, ni une adresse.",
    "Taught phrases go into git and stay there: no name of a person, no number, no address.",
    "# vocabulary/questions.tsv\nlogement\tMarie Delmas ne paie plus son loyer\n",
    "# vocabulary/questions.tsv\nlogement\tune dame ne paie plus son loyer\n"};

// ---- References ----------------------------------------------------------------------------------------------------

const Rule unknown_record{
    "E401",
    Severity::error,
    "fiche inconnue",
    "unknown record",
    "Une référence est l'identifiant d'une autre fiche : le nom de son fichier sans .yaml. Une fiche qui a changé de "
    "nom par « cafe rename » emporte ses références ; un fichier renommé à la main les perd.",
    "A reference is the id of another record: its file's name without .yaml. A record renamed by 'cafe rename' takes "
    "its "
    "references along; a file renamed by hand loses them.",
    "# partners/ccas-fumel.yaml\nparent: mairie-fumle\n",
    "# partners/ccas-fumel.yaml\nparent: mairie-fumel\n"};

const Rule points_to_itself{
    "E402",
    Severity::error,
    "fiche qui dépend d'elle-même",
    "record that belongs to itself",
    "Un organisme ne peut pas être rattaché à lui-même, ni directement ni en passant par d'autres.",
    "An organisation cannot belong to itself, neither directly nor by way of others.",
    "# partners/ccas-fumel.yaml\nparent: ccas-fumel\n",
    "# partners/ccas-fumel.yaml\nparent: mairie-fumel\n"};

const Rule nearly_a_record{
    "W401",
    Severity::warning,
    "presque l'identifiant d'une fiche",
    "nearly the id of a record",
    "Ce champ accepte une fiche ou quelques mots. Ce qui est écrit ressemble tant à une fiche qu'il manque sans doute "
    "une lettre.",
    "This field takes a record or a few words. What is written is so like a record that a letter is probably missing.",
    "# partners/ccas-fumel.yaml\nverified: {on: 2026-11-06, by: marie-delma}\n",
    "# partners/ccas-fumel.yaml\nverified: {on: 2026-11-06, by: marie-delmas}\n"};

const Rule nearly_a_service{
    "W407",
    Severity::warning,
    "presque l'identifiant d'un service",
    "nearly the id of a service",
    "Une permanence nomme ses services par leur identifiant, ou en quelques mots. Ce qui est écrit ressemble tant à un "
    "service de la fiche qu'il manque sans doute une lettre.",
    "A permanence names its services by their ids, or in a few words. What is written is so like a service of the "
    "fiche "
    "that a letter is probably missing.",
    "# partners/ccas-fumel.yaml\nservices: [{id: domiciliation, name: Domiciliation}]\n"
    "permanences: [{place: Mairie de Cuzorn, services: [domicilation]}]\n",
    "# partners/ccas-fumel.yaml\nservices: [{id: domiciliation, name: Domiciliation}]\n"
    "permanences: [{place: Mairie de Cuzorn, services: [domiciliation]}]\n"};

const Rule meeting_file_name{
    "W402",
    Severity::warning,
    "nom de fichier de réunion inhabituel",
    "unusual file name of a meeting",
    "Le fichier d'une réunion se nomme par sa date et son café : 2026-11-06-fumel ; reseau quand elle n'en a pas, -2 "
    "pour une deuxième du même jour. Ainsi les réunions se rangent d'elles-mêmes.",
    "A meeting's file is named by its date and café: 2026-11-06-fumel; reseau when it has none, -2 for a second one "
    "that "
    "day. So meetings sort by themselves.",
    "# meetings/reunion-de-novembre.yaml\ncafe: fumel\ndate: 2026-11-06\n",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\n"};

const Rule meeting_elsewhere{
    "H401",
    Severity::hint,
    "le nom du fichier dit une autre date ou un autre café",
    "the file's name says another date or café",
    "Le nom reste quand une réunion est déplacée : c'est alors normal. Sinon la date ou le café de la fiche est une "
    "faute de frappe.",
    "The name stays when a meeting is moved: then all is well. Otherwise the date or the café in the record is a "
    "typing "
    "mistake.",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2025-11-06\n",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\n"};

// ---- Areas ---------------------------------------------------------------------------------------------------------

const Rule unknown_area{
    "E501",
    Severity::error,
    "territoire inconnu",
    "unknown area",
    "Un territoire s'écrit comme on le dit (une commune, une intercommunalité, un département), par son code, ou par "
    "un "
    "nom de territory.yaml. Une fiche dont le territoire est inconnu n'est trouvée nulle part.",
    "An area is written as people say it (a town, a community of towns, a département), by its code, or by a name of "
    "territory.yaml. A fiche whose area is unknown is found nowhere.",
    "# partners/ccas-fumel.yaml\nterritory: [Fummel]\n",
    "# partners/ccas-fumel.yaml\nterritory: [Fumel]\n"};

const Rule ambiguous_area{"E502",
                          Severity::error,
                          "territoire qui en désigne plusieurs",
                          "area that names several",
                          "Plusieurs territoires portent ce nom et rien n'est deviné : le code dit lequel.",
                          "Several areas bear this name and nothing is guessed: the code says which.",
                          "# partners/ccas-fumel.yaml\nterritory: [Saint-Denis]\n",
                          "# partners/ccas-fumel.yaml\nterritory: [\"insee:93066\"]\n"};

const Rule circular_area{
    "E503",
    Severity::error,
    "territoire défini par lui-même",
    "area made of itself",
    "Un territoire de territory.yaml est fait d'autres territoires ; s'il revient à lui-même, personne ne sait ce "
    "qu'il "
    "contient.",
    "An area of territory.yaml is made of others; when it leads back to itself, nobody knows what it holds.",
    "# territory.yaml\nareas:\n  pays: {name: Pays de Fumel, areas: [Fumel, pays]}\n",
    "# territory.yaml\nareas:\n  pays: {name: Pays de Fumel, areas: [Fumel, Montayral]}\n"};

const Rule empty_area{
    "E504",
    Severity::error,
    "territoire vide",
    "empty area",
    "Un territoire de territory.yaml dit de quoi il est fait (areas) ou dans quelle commune il se trouve (within).",
    "An area of territory.yaml says what it is made of (areas) or which town it lies in (within).",
    "# territory.yaml\nareas:\n  pays: {name: Pays de Fumel}\n",
    "# territory.yaml\nareas:\n  pays: {name: Pays de Fumel, areas: [Fumel, Montayral]}\n"};

const Rule doubled_area_name{
    "E505",
    Severity::error,
    "nom de territoire donné deux fois",
    "area name given twice",
    "Deux territoires ou noms du pays se disent de la même façon : aucun des deux ne pourrait être compris.",
    "Two areas or local names are said the same way: neither could be understood.",
    "# territory.yaml\nareas:\n  nord: {name: Le Pays, areas: [Fumel]}\n  sud: {name: Le Pays, areas: [Montayral]}\n",
    "# territory.yaml\nareas:\n  nord: {name: Pays nord, areas: [Fumel]}\n  sud: {name: Pays sud, areas: "
    "[Montayral]}\n"};

const Rule insee_or_postcode{
    "W501",
    Severity::warning,
    "code INSEE ou code postal",
    "INSEE code or postcode",
    "Cinq chiffres sont un code INSEE dans une fiche. Ceux-ci sont aussi le code postal d'une autre commune : l'erreur "
    "est fréquente, et elle envoie les gens au mauvais endroit.",
    "Five digits are an INSEE code in a record. These are also the postcode of another town: the mistake is common, "
    "and "
    "it sends people to the wrong place.",
    "# partners/ccas-fumel.yaml\nterritory: [\"47110\"]\n",
    "# partners/ccas-fumel.yaml\nterritory: [\"insee:47110\"]\n"};

const Rule unknown_commune{
    "W502",
    Severity::warning,
    "commune inconnue",
    "unknown town",
    "Le nom de la commune n'est pas celui que l'INSEE connaît, ou plusieurs le portent et le code postal manque. "
    "L'adresse est montrée telle quelle, mais sans distance.",
    "The town's name is not the one INSEE knows, or several bear it and the postcode is missing. The address is shown "
    "as "
    "it is, but without a distance.",
    "# partners/ccas-fumel.yaml\naddress: {commune: Fummel}\n",
    "# partners/ccas-fumel.yaml\naddress: {commune: Fumel}\n"};

const Rule other_postcode{"W503",
                          Severity::warning,
                          "code postal qui n'est pas celui de la commune",
                          "postcode that is not the town's",
                          "Le code postal et la commune ne vont pas ensemble : une lettre se perdrait.",
                          "The postcode and the town do not go together: a letter would get lost.",
                          "# partners/ccas-fumel.yaml\naddress: {postcode: \"47300\", commune: Fumel}\n",
                          "# partners/ccas-fumel.yaml\naddress: {postcode: \"47500\", commune: Fumel}\n"};

const Rule perhaps_cedex{
    "H501",
    Severity::hint,
    "code postal qui n'est à aucune commune",
    "postcode of no town",
    "Aucune commune n'a ce code : c'est une faute de frappe, ou un code Cedex. Un code Cedex ou une boîte postale va "
    "dans mail, où l'on écrit ; postcode est celui du lieu où l'on va.",
    "No town has this code: it is a slip, or a Cedex code. A Cedex code or a PO box goes into mail, where letters go; "
    "postcode is that of the place where people go.",
    "# partners/ccas-fumel.yaml\naddress: {postcode: \"47508\", commune: Fumel}\n",
    "# partners/ccas-fumel.yaml\naddress: {postcode: \"47500\", commune: Fumel}\n"};

const Rule takes_nothing_away{
    "W504",
    Severity::warning,
    "exception sans effet",
    "exception without effect",
    "Ce qui est excepté n'est pas dans le territoire : la ligne ne change rien et trompe le lecteur.",
    "What is excepted is not in the area: the line changes nothing and misleads the reader.",
    "# territory.yaml\nareas:\n  pays: {name: Pays de Fumel, areas: [Fumel], except: [Agen]}\n",
    "# territory.yaml\nareas:\n  pays: {name: Pays de Fumel, areas: [CC Fumel Vallée du Lot], except: [Fumel]}\n"};

// ---- Confidential addresses ----------------------------------------------------------------------------------------

const Rule told_street{
    "E701",
    Severity::error,
    "rue d'une adresse confidentielle dans un texte",
    "street of a confidential address in a text",
    "Une adresse confidentielle protège quelqu'un : le carnet ne la montre nulle part. Écrite dans une description, un "
    "compte rendu ou une note, elle serait publiée ou imprimée avec ce texte.",
    "A confidential address protects somebody: the notebook shows it nowhere. Written in a description, in minutes or "
    "in "
    "a note, it would be published or printed with that text.",
    "# partners/refuge.yaml\nname: Le Refuge\n"
    "address: {street: 12 rue des Lilas, commune: Fumel, confidential: true}\n"
    "description: Sonner au 12, rue des lilas.\n",
    "# partners/refuge.yaml\nname: Le Refuge\n"
    "address: {street: 12 rue des Lilas, commune: Fumel, confidential: true}\n"
    "description: Appeler avant de venir.\n"};

// ---- Upkeep --------------------------------------------------------------------------------------------------------

const Rule accents_apart{
    "H203",
    Severity::hint,
    "accents détachés de leurs lettres",
    "accents apart from their letters",
    "Certains ordinateurs écrivent « é » en deux signes, e puis l'accent (forme NFD). Cela se lit pareil à l'écran, "
    "mais "
    "un autre programme ne retrouve pas le mot. cafe les lit, et les écrit en un seul signe.",
    "Some computers write 'é' as two signs, e and then the accent (form NFD). It looks the same on a screen, but other "
    "programs do not find the word. cafe reads them, and writes one sign.",
    "summary: Accueil d'e\u0301te\u0301\n",
    "summary: Accueil d'été\n",
};
const Rule never_verified{
    "H601",
    Severity::hint,
    "fiche jamais vérifiée",
    "record never verified",
    "Une information vaut par la date où quelqu'un l'a confirmée. La réunion est le bon moment pour le demander.",
    "Information is worth the day somebody confirmed it. The meeting is the right moment to ask.",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nverified: {on: 2026-11-06, how: meeting}\n"};

const Rule stale{
    "H602",
    Severity::hint,
    "fiche à vérifier de nouveau",
    "record to verify again",
    "Le délai que la fiche ou le carnet se donne (verify_every, freshness, sinon douze mois) est passé.",
    "The time that the record or the notebook allows (verify_every, freshness, else twelve months) has passed.",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nverified: {on: 2019-11-06, how: meeting}\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nverified: {on: 2026-11-06, how: meeting}\n"};

const Rule verified_in_future{
    "H603",
    Severity::hint,
    "vérifiée dans l'avenir",
    "verified in the future",
    "La date de vérification n'est pas encore arrivée : sans doute une faute de frappe, et la fiche paraîtrait fraîche "
    "trop longtemps.",
    "The day of verification has not come yet: probably a typing mistake, and the record would look fresh for too "
    "long.",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nverified: {on: 2062-11-06, how: meeting}\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nverified: {on: 2026-11-06, how: meeting}\n"};

const Rule no_agreement{
    "H604",
    Severity::hint,
    "pas d'accord de publication",
    "no agreement to publish",
    "Une fiche publique paraît sur le site et dans le livret : le partenaire a-t-il dit oui ? agreement garde la date "
    "et "
    "le nom. Une fiche pour les seuls professionnels a audience: partners.",
    "A public record appears on the site and in the booklet: did the partner say yes? agreement keeps the day and the "
    "name. A record for professionals only has audience: partners.",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nagreement: {on: 2025-06-06, by: marie-delmas}\n"};

const Rule old_count{
    "H608",
    Severity::hint,
    "compte de places trop ancien",
    "count of places too old",
    "Un nombre de places ne vaut que quelques semaines. Passé trente jours (freshness_places dans cafe.yaml), cafe "
    "n'affiche plus le nombre mais « à demander ».",
    "A number of places is worth a few weeks. After thirty days (freshness_places in cafe.yaml) cafe no longer shows "
    "the number but 'to be asked'.",
    "services:\n  - {id: nuits, name: Nuits d'accueil, capacity: {places: 4, free: 1, as_of: 2026-09-01}}\n",
    "services:\n  - {id: nuits, name: Nuits d'accueil, capacity: {places: 4, free: 1, as_of: 2026-11-06}}\n"};

const Rule opening_over{
    "H609",
    Severity::hint,
    "période de places terminée",
    "period of places that is over",
    "Les places d'une période qui est passée ne servent plus à personne ; git garde ce qui était écrit. « cafe check "
    "--fix » enlève ces lignes.",
    "The places of a period that has passed are of no use to anybody; git keeps what was written. 'cafe check --fix' "
    "takes these lines away.",
    "services:\n  - id: nuits\n    name: Nuits d'accueil\n    openings:\n"
    "      - {from: 2026-10-17, until: 2026-11-02, free: 2, as_of: 2026-11-01}\n",
    "services:\n  - id: nuits\n    name: Nuits d'accueil\n    openings:\n"
    "      - {from: 2026-12-19, until: 2027-01-03, free: 2, as_of: 2026-11-06}\n"};

const Rule proposed_mapping{
    "H610",
    Severity::hint,
    "correspondance proposée, pas encore relue",
    "mapping that was proposed and not read yet",
    "Ce que le fichier ne disait pas (le type, les thèmes, le territoire) a été proposé d'après ses mots : chaque "
    "nouvelle fiche le recevra.",
    "What the file did not say (kind, themes, territory) was proposed after its words: every new record will get it.",
    "# imports/liste.yaml\nlabel: Liste\ncolumns: {Nom: name}\nset:\n  kind: association  # à relire\n",
    "# imports/liste.yaml\nlabel: Liste\ncolumns: {Nom: name}\nset:\n  kind: association\n"};

}  // namespace rule

namespace {

constexpr std::array all{
    &rule::missing,
    &rule::wrong_length,
    &rule::out_of_bounds,
    &rule::unknown_choice,
    &rule::bad_email,
    &rule::bad_url,
    &rule::bad_siret,
    &rule::bad_rna,
    &rule::bad_postcode,
    &rule::bad_department,
    &rule::bad_language,
    &rule::bad_timezone,
    &rule::bad_colour,
    &rule::bad_id,
    &rule::bad_time,
    &rule::several_lines,
    &rule::twin_id,
    &rule::ends_before_start,
    &rule::names_nobody,
    &rule::wrong_counts,
    &rule::bad_hours,
    &rule::bad_schedule,
    &rule::unknown_import_target,
    &rule::unknown_theme,
    &rule::unknown_public,
    &rule::unknown_kind,
    &rule::unaskable_query,
    &rule::unknown_record,
    &rule::points_to_itself,
    &rule::unknown_area,
    &rule::ambiguous_area,
    &rule::circular_area,
    &rule::empty_area,
    &rule::doubled_area_name,
    &rule::told_street,
    &rule::small_cell,
    &rule::journal_form,
    &rule::implausible_phone,
    &rule::two_numbers,
    &rule::personal_mailbox,
    &rule::far_from_town,
    &rule::taught_nothing,
    &rule::nearly_a_record,
    &rule::meeting_file_name,
    &rule::nearly_a_service,
    &rule::insee_or_postcode,
    &rule::unknown_commune,
    &rule::other_postcode,
    &rule::perhaps_cedex,
    &rule::takes_nothing_away,
    &rule::taught_names,
    &rule::hours_in_words,
    &rule::doubtful_hours,
    &rule::accents_apart,
    &rule::taught_elsewhere,
    &rule::meeting_elsewhere,
    &rule::never_verified,
    &rule::stale,
    &rule::verified_in_future,
    &rule::no_agreement,
    &rule::old_count,
    &rule::opening_over,
    &rule::proposed_mapping,
};

}  // namespace

std::span<const Rule* const> rules() {
    return all;
}

}  // namespace cafe::check
