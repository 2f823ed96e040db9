#include "query/little.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace cafe::query {

namespace {

using Words = std::vector<std::string_view>;

Words sorted(std::string_view list) {
    Words words = text::words(list);
    std::sort(words.begin(), words.end());
    return words;
}

bool is_in(const Words& words, std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
}

// One line per kind of word, so that a missing one is easily seen.
constexpr std::string_view french =
    "a au aux de des du d l la le les un une en et ou dans par pour sur sous chez avec vers entre pendant depuis "
    "je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y moi toi eux "
    "mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces cela ca c "
    "qui que qu quoi quel quelle quels quelles dont ou quand comment pourquoi combien lequel "
    "ne n pas plus jamais aucun aucune rien si oui non tres trop bien aussi encore deja seulement juste meme comme "
    "est es suis sont etre ete etait ai as a avons avez ont avoir eu avait y va vais vont aller fait fais font faire "
    "peut peux peuvent pouvoir pourrait veut veux veulent vouloir voudrait voudrais doit dois devoir faut "
    "aide aider aident aidera occupe occuper occupent cherche chercher cherchent trouver trouve donne donner donnent "
    "parle parler parlent "
    "gere gerer gerent propose proposer proposent intervient intervenir intervenant accompagne accompagner prend "
    "prendre "
    "appeler appelle contacter contacte joindre adresser orienter oriente savoir sait connait connaitre "
    "besoin demande question service services personne personnes homme hommes monsieur madame mme mr m gens quelqu "
    "rdv rendez bonjour bonsoir merci svp stp numero telephone tel coordonnees contact mail adresse horaires "
    "habite habiter habitant vit vivre vivant secteur ici la mois semaine semaines jour jours autre autres tout toute "
    "tous toutes ans an age "
    "jai jsuis jsui jveux jveu jpeux jfais jcherche chui chuis cest ya slt bjr tt bcp pk qd "
    "mais donc or ainsi alors apres avant lors afin cause celui celle ceux dit";
constexpr std::string_view english =
    "a an the of to in on at for from by with about into over near and or but if so as than then that this these those "
    "i you he she it we they me him her us them my your his its our their who whom whose what which where when how why "
    "is are was were be been being am do does did doing done has have had having can could will would shall should may "
    "might must need needs needed want wants help helps helping handle handles handling deal deals dealing give gives "
    "giving offer offers provide provides find finds finding get gets getting look looking take takes call phone "
    "contact "
    "someone somebody anyone anybody person people there here any some all also too very just please hello thanks know "
    "knows live lives living year years old aged s t re ll ve use uses using teach teaches go goes going make makes "
    "speak speaks man men";

const Words& little_words() {
    static const Words words = [] {
        Words both = sorted(french);
        const Words more = sorted(english);
        both.insert(both.end(), more.begin(), more.end());
        std::sort(both.begin(), both.end());
        return both;
    }();
    return words;
}

constexpr std::array<std::string_view, 4> denying{"ni", "no", "sans", "without"};
constexpr std::array<std::string_view, 6> denying_with_de{"aucun", "aucune", "jamais", "not", "pas", "plus"};
constexpr std::array<std::string_view, 13> before_places{"a",    "at",   "au",  "aux", "de",   "from",  "in",
                                                         "near", "pres", "sur", "to",  "vers", "around"};
constexpr std::array<std::string_view, 24> also_places{
    "aides", "bourg",  "cher", "cours", "creuse", "die", "gard", "indre",  "landes", "lot",    "manche", "mars",
    "nice",  "nicole", "nord", "oise",  "parent", "pau", "sens", "serres", "sos",    "temple", "tours",  "vienne"};
constexpr std::array<std::string_view, 36> vague{
    "accompagnement", "alone",    "atelier",     "ateliers", "association", "courrier",   "demarche", "demarches",
    "dossier",        "dossiers", "droit",       "droits",   "engagement",  "formulaire", "groupe",   "home",
    "isole",          "isolee",   "night",       "nuit",     "papier",      "papiers",    "payer",    "pay",
    "paie",           "paye",     "partenaires", "referent", "referente",   "referents",  "reseau",   "seul",
    "seule",          "seules",   "seuls",       "urgence"};
constexpr std::array<std::string_view, 8> anybody{
    "actifs", "demandeurs-emploi", "enfants", "etudiants", "familles", "femmes", "jeunes", "seniors"};
constexpr std::array<std::string_view, 7> nearness{"alentours", "around", "autour", "environs",
                                                   "near",      "pres",   "proche"};

constexpr std::array<std::string_view, 8> excluding{"sauf",     "excepte",   "hormis", "except",
                                                    "excepted", "excluding", "exclu",  "hors"};
constexpr std::array<std::string_view, 26> functions{
    "adjoint",      "adjointe",      "animateur", "animatrice", "boss",       "chef",      "cheffe",
    "coordinateur", "coordinatrice", "director",  "directeur",  "directrice", "elu",       "elue",
    "gerant",       "gerante",       "head",      "manager",    "maire",      "president", "presidente",
    "responsable",  "secretaire",    "tresorier", "tresoriere", "dirige"};
constexpr std::array<std::string_view, 17> leaders{
    "boss",      "chef",       "cheffe",     "coordinateur", "coordinatrice", "director",
    "directeur", "directrice", "dirige",     "gerant",       "gerante",       "head",
    "manager",   "president",  "presidente", "responsable",  "responsables"};
constexpr std::array<std::string_view, 10> succeeding{"remplace",   "remplacer",   "remplacee", "remplacant",
                                                      "successeur", "successeure", "succede",   "replaced",
                                                      "replaces",   "successor"};
constexpr std::array<std::string_view, 14> titles{"m",    "mme", "mr",      "monsieur", "madame", "mademoiselle",
                                                  "mlle", "dr",  "docteur", "maitre",   "me",     "mrs",
                                                  "ms",   "miss"};

template <std::size_t N>
bool stands_in(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <class List>
std::string joined(const List& words) {
    std::string all;
    for (const std::string_view word : words) (all += all.empty() ? "" : " ") += word;
    return all;
}

}  // namespace

bool is_little(std::string_view folded) {
    return is_in(little_words(), folded);
}
bool denies(std::string_view folded) {
    return stands_in(denying, folded);
}
bool denies_with_de(std::string_view folded) {
    return stands_in(denying_with_de, folded);
}
bool is_vague(std::string_view folded) {
    return stands_in(vague, folded);
}
bool is_anybody(std::string_view public_id) {
    return stands_in(anybody, public_id);
}
bool is_also_a_place(std::string_view folded) {
    return stands_in(also_places, folded);
}
bool leads_to_place(std::string_view folded) {
    return stands_in(before_places, folded);
}
bool means_near(std::string_view folded) {
    return stands_in(nearness, folded);
}

bool excludes(std::string_view folded) {
    return stands_in(excluding, folded);
}
bool is_function(std::string_view folded) {
    return stands_in(functions, folded);
}
bool leads_a_house(std::string_view folded) {
    return stands_in(leaders, folded);
}
bool asks_for_successor(std::string_view folded) {
    return stands_in(succeeding, folded);
}
bool is_title(std::string_view folded) {
    return stands_in(titles, folded);
}

std::string words_of(WordList list) {
    switch (list) {
        case WordList::little: return joined(little_words());
        case WordList::denying: return joined(denying);
        case WordList::denying_with_de: return joined(denying_with_de);
        case WordList::vague: return joined(vague);
        case WordList::also_places: return joined(also_places);
        case WordList::before_places: return joined(before_places);
        case WordList::anybody: return joined(anybody);
    }
    return {};
}

}  // namespace cafe::query
