#include "check/notebook_rules.hpp"

#include <array>

namespace cafe::check {

namespace rule {

// ---- Records together ----------------------------------------------------------------------------------------------

const Rule twins{
    "W403",
    Severity::warning,
    "deux fiches pour la même chose",
    "two records of the same",
    "Deux fiches d'un même partenaire vieillissent chacune de leur côté, et l'on en corrige une seule. Même nom, "
    "et un téléphone ou un courriel qu'aucune autre fiche n'a. S'ils sont deux, see_also le dit et l'avertissement "
    "s'en va.",
    "Two records of one partner grow old apart, and only one gets corrected. They have the same name, and a phone or "
    "e-mail "
    "that no other record has. If they are two, see_also says so and the warning goes.",
    "# partners/restos-fumel.yaml\nname: Restos du Cœur de Fumel\nphones: [05 36 49 00 01]\n"
    "# partners/restos.yaml\nname: Les Restos du Coeur de Fumel\nphones: [05 36 49 00 01]\n",
    "# partners/restos-fumel.yaml\nname: Restos du Cœur de Fumel\naliases: [Les Restos]\nphones: [05 36 49 00 01]\n"};

const Rule had_left{
    "W404",
    Severity::warning,
    "présence d'une personne qui n'était plus en fonction",
    "attendance of somebody who had left",
    "La fiche dit que la personne avait quitté sa fonction, ou ne l'avait pas encore prise, à la date de la réunion : "
    "l'une des deux dates est fausse, ou c'est quelqu'un d'autre qui est venu.",
    "The fiche says that the person had left the post, or did not hold it yet, on the day of the meeting: one of the "
    "two dates is wrong, or it was somebody else who came.",
    "# people/paul-martin.yaml\nname: Paul Martin\n# partners/ccas-fumel.yaml\ncontacts: [{person: paul-martin, until: "
    "2025-12-31}]\n"
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nattendance: [paul-martin]\n",
    "# people/paul-martin.yaml\nname: Paul Martin\n# partners/ccas-fumel.yaml\ncontacts: [{person: paul-martin, until: "
    "2026-12-31}]\n"
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nattendance: [paul-martin]\n"};

const Rule on_holiday{
    "W405",
    Severity::warning,
    "réunion un jour férié",
    "meeting on a public holiday",
    "Le premier vendredi d'un mois tombe parfois un 1er mai ou un 1er janvier : personne ne viendra, et la salle sera "
    "fermée. « except: [public-holidays] » dans l'horaire du café l'évite pour toujours.",
    "The first Friday of a month is sometimes the first of May or of January: nobody will come, and the room will be "
    "closed. 'except: [public-holidays]' in the café's schedule avoids it for good.",
    "# meetings/2026-05-01-fumel.yaml\ncafe: fumel\ndate: 2026-05-01\n",
    "# meetings/2026-05-15-fumel.yaml\ncafe: fumel\ndate: 2026-05-15\n"};

const Rule too_many{
    "W406",
    Severity::warning,
    "plus de personnes que de places",
    "more people than places",
    "Ceux qui ont accepté l'invitation, avec ceux qu'ils amènent, sont plus nombreux que la salle ne peut en recevoir.",
    "Those who accepted the invitation, and whom they bring, are more than the room holds.",
    "# meetings/2026-12-04-fumel.yaml\ncafe: fumel\ndate: 2026-12-04\nplace: {name: Médiathèque, capacity: 2}\n"
    "invitations: [{person: marie-delmas, reply: accepted, count: 3}]\n",
    "# meetings/2026-12-04-fumel.yaml\ncafe: fumel\ndate: 2026-12-04\nplace: {name: Médiathèque, capacity: 20}\n"
    "invitations: [{person: marie-delmas, reply: accepted, count: 3}]\n"};

const Rule on_bridge{"H405",
                     Severity::hint,
                     "réunion un jour de pont ou de fermeture",
                     "meeting on a bridge day or in a closed period",
                     "Entre un jour férié et la fin de semaine, et pendant les fermetures du réseau (holidays de "
                     "cafe.yaml), beaucoup de "
                     "maisons sont fermées.",
                     "Between a public holiday and the weekend, and in the network's closed periods (holidays in "
                     "cafe.yaml), many houses "
                     "are closed.",
                     "# meetings/2026-05-15-fumel.yaml\ncafe: fumel\ndate: 2026-05-15\nstatus: planned\n"
                     "# cafe.yaml\nname: Café partenaires\ndepartments: [\"47\"]\n"
                     "holidays: [{name: Fermeture, from: 2026-05-11, until: 2026-05-17}]\n",
                     "# meetings/2026-05-22-fumel.yaml\ncafe: fumel\ndate: 2026-05-22\nstatus: planned\n"};

const Rule crowded{
    "H406",
    Severity::hint,
    "la dernière fois, ils étaient plus nombreux que les places",
    "last time there were more than the room holds",
    "À la dernière réunion de ce café il est venu plus de monde que la salle prévue ne peut en recevoir.",
    "More people came to this café's last meeting than the planned room holds.",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nstatus: held\nheadcount: 30\n"
    "# meetings/2026-12-04-fumel.yaml\ncafe: fumel\ndate: 2026-12-04\nplace: {name: Médiathèque, capacity: 20}\n",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nstatus: held\nheadcount: 15\n"
    "# meetings/2026-12-04-fumel.yaml\ncafe: fumel\ndate: 2026-12-04\nplace: {name: Médiathèque, capacity: 20}\n"};

const Rule in_no_fiche{
    "H605",
    Severity::hint,
    "personne qui n'est dans aucune fiche",
    "person in no fiche",
    "Pour qui travaille cette personne se lit dans contacts d'une fiche. Sans cela aucune question ne mène à elle et "
    "aucun café ne l'invite ; et le carnet garde les coordonnées de quelqu'un sans dire pourquoi.",
    "Whom this person works for is read in a fiche's contacts. Without it no question leads to them and no café "
    "invites "
    "them; and the notebook keeps somebody's phone without saying why.",
    "# people/paul-martin.yaml\nname: Paul Martin\n",
    "# people/paul-martin.yaml\nname: Paul Martin\n"
    "# partners/ccas-fumel.yaml\ncontacts: [{person: paul-martin, role: assistant social}]\n"};

const Rule perhaps_twins{
    "H606",
    Severity::hint,
    "peut-être deux fiches pour la même chose",
    "perhaps two records of the same",
    "Des champs concordent sans que cela prouve rien : une mairie et son CCAS ont le même accueil et sont deux. À une "
    "personne de décider ; see_also entre les deux fiches dit qu'elles sont deux.",
    "Fields agree, which proves nothing: a town hall and its CCAS share a desk and are two. A person decides; see_also "
    "between the two fiches says that they are two.",
    "# partners/restos-fumel.yaml\nname: Restos du Cœur\n# partners/restos.yaml\nname: Restos du Coeur\n",
    "# partners/restos-fumel.yaml\nname: Restos du Cœur\nsee_also: [restos]\n"
    "# partners/restos.yaml\nname: Restos du Coeur\n"};

const Rule loose_action{
    "H607",
    Severity::hint,
    "action sans personne ou sans date",
    "action without who or when",
    "Une action que personne ne porte, ou qui n'a pas de jour, ne se fait pas : elle revient à chaque café.",
    "An action that nobody bears, or that has no day, is not done: it comes back at every café.",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nactions: [{what: Écrire à la CAF}]\n",
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\n"
    "actions: [{what: Écrire à la CAF, who: marie-delmas, due: 2026-12-04}]\n"};

// ---- What must not be told -----------------------------------------------------------------------------------------

const Rule told_number{
    "W701",
    Severity::warning,
    "numéro de sécurité sociale dans un texte",
    "social security number in a text",
    "Ce nombre a la forme et la clé d'un numéro de sécurité sociale (NIR). Le carnet parle de partenaires, pas des "
    "personnes qu'ils accompagnent, et ce numéro n'a le droit d'être écrit qu'en peu d'endroits. L'histoire de git "
    "garde "
    "ce qu'on efface : prévenir qui tient le dépôt.",
    "This number has the form and the key of a French social security number (NIR). The notebook speaks of partners, "
    "not of the people they help, and the law lets few write that number down. The history of git keeps what is "
    "erased: "
    "tell whoever keeps the repository.",
    "# partners/ccas-fumel.yaml\nnotes: dossier 2 69 05 49 588 157 80 à suivre\n",
    "# partners/ccas-fumel.yaml\nnotes: un dossier à suivre\n"};

const Rule told_birth{
    "W702",
    Severity::warning,
    "date de naissance dans un texte",
    "date of birth in a text",
    "Une date de naissance désigne une personne accompagnée. Le besoin suffit : « une famille cherche un logement ».",
    "A date of birth points at a person who is helped. The need is enough: 'a family is looking for a flat'.",
    "# partners/ccas-fumel.yaml\nnotes: Mme B., née le 12/03/1985, cherche un logement\n",
    "# partners/ccas-fumel.yaml\nnotes: une personne cherche un logement\n"};

const Rule told_household{
    "W703",
    Severity::warning,
    "texte qui nomme une personne accompagnée",
    "text that names a person who is helped",
    "Un nom à côté d'une situation de famille ou d'une difficulté désigne quelqu'un que les partenaires accompagnent. "
    "Les comptes rendus sont lus par tout le réseau : le besoin s'y écrit, jamais le nom.",
    "A name beside a family situation or a hardship points at somebody whom the partners help. The whole network reads "
    "minutes: the need is written there, never the name.",
    "# partners/ccas-fumel.yaml\nnotes: \"Mme Xavier, trois enfants, cherche un T4\"\n",
    "# partners/ccas-fumel.yaml\nnotes: une famille de trois enfants cherche un T4\n"};

const Rule objector_on_list{
    "W704",
    Severity::warning,
    "personne qui a dit non, encore sur une liste",
    "person who said no, still on a list",
    "L'opposition d'une personne l'emporte sur toute liste : cafe ne lui écrira pas. Mais son nom y reste écrit, et "
    "une "
    "liste copiée à la main l'oublierait.",
    "A person's objection wins over every list: cafe will not write to them. But the name still stands there, and a "
    "list "
    "copied by hand would forget it.",
    "# people/paul-martin.yaml\nname: Paul Martin\nlists: [lettre]\n"
    "privacy: {informed: {on: 2026-01-12}, objection: {on: 2026-01-15, scope: mailings}}\n",
    "# people/paul-martin.yaml\nname: Paul Martin\nprivacy: {informed: {on: 2026-01-12}, objection: {on: 2026-01-15, "
    "scope: mailings}}\n"};

const Rule told_objector{
    "W705",
    Severity::warning,
    "nom d'une personne qui a dit non, dans un texte",
    "name of a person who said no, in a text",
    "La personne s'est opposée à paraître. Là où elle est citée par son identifiant, cafe la tait ; dans un texte "
    "libre "
    "personne ne peut le faire pour vous.",
    "The person objected to being shown. Where they are cited by their id, cafe keeps silent; in free text nobody can "
    "do "
    "that for you.",
    "# people/paul-martin.yaml\nname: Paul Martin\nprivacy: {informed: {on: 2026-01-12}, objection: {on: 2026-01-15}}\n"
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nminutes: Paul Martin présente la permanence.\n",
    "# people/paul-martin.yaml\nname: Paul Martin\nprivacy: {informed: {on: 2026-01-12}, objection: {on: 2026-01-15}}\n"
    "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\nminutes: Le CCAS présente la permanence.\n"};

const Rule mixed_alphabets{
    "W706",
    Severity::warning,
    "lettres de deux alphabets dans un mot",
    "letters of two alphabets in one word",
    "Un « а » cyrillique ressemble au « a » latin : la recherche ne trouve plus le mot, un courriel n'arrive pas, une "
    "adresse de site mène ailleurs. Cela vient d'un copier-coller, ou de quelqu'un qui veut tromper.",
    "A Cyrillic 'а' looks like a Latin 'a': a search no longer finds the word, an e-mail does not arrive, a web "
    "address "
    "leads elsewhere. It comes from copying, or from somebody who wants to deceive.",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fum<U+0435>l\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n"};

const Rule told_place{
    "W707",
    Severity::warning,
    "texte qui mène à une adresse confidentielle",
    "text that leads to a confidential address",
    "Près du nom d'un refuge, sa commune ou son code postal suffit à le trouver ; ses coordonnées, son SIRET ou un "
    "téléphone réservé y mènent de partout. Les publications écrivent « […] » à la place : mieux vaut l'enlever du "
    "texte.",
    "Beside a refuge's name its town or postcode is enough to find it; its coordinates, its SIRET or a phone that is "
    "not public lead there from anywhere. Publications have '[…]' in its place: better take it out of the text.",
    "# partners/refuge.yaml\nname: Le Refuge\n"
    "address: {street: 12 rue des Lilas, commune: Fumel, confidential: true}\nsummary: Un foyer discret à Fumel.\n",
    "# partners/refuge.yaml\nname: Le Refuge\n"
    "address: {street: 12 rue des Lilas, commune: Fumel, confidential: true}\nsummary: Un foyer discret.\n"};

const Rule never_informed{
    "H701",
    Severity::hint,
    "personne que rien ne dit informée",
    "person whom nothing says was informed",
    "Qui figure dans le carnet doit savoir qu'il y est, pourquoi, et comment s'en faire corriger ou effacer (RGPD, "
    "articles 13 et 14), au plus tard un mois après. « cafe mail draft --template information -o brouillons » prépare "
    "le message ; privacy.informed en note le jour.",
    "Whoever stands in the notebook must know that they do, why, and how to be corrected or erased (GDPR, articles 13 "
    "and 14), within a month. 'cafe mail draft --template information -o drafts' prepares the mail; privacy.informed "
    "records the day.",
    "# people/paul-martin.yaml\nname: Paul Martin\n"
    "# partners/ccas-fumel.yaml\ncontacts: [{person: paul-martin, role: assistant social}]\n",
    "# people/paul-martin.yaml\nname: Paul Martin\nprivacy: {informed: {on: 2026-11-06, how: au café}}\n"
    "# partners/ccas-fumel.yaml\ncontacts: [{person: paul-martin, role: assistant social}]\n"};

}  // namespace rule

namespace {

constexpr std::array all{
    &rule::twins,        &rule::had_left,       &rule::on_holiday,       &rule::too_many,      &rule::told_number,
    &rule::told_birth,   &rule::told_household, &rule::objector_on_list, &rule::told_objector, &rule::mixed_alphabets,
    &rule::told_place,   &rule::on_bridge,      &rule::crowded,          &rule::in_no_fiche,   &rule::perhaps_twins,
    &rule::loose_action, &rule::never_informed,
};

}  // namespace

std::span<const Rule* const> notebook_rules() {
    return all;
}

}  // namespace cafe::check
