// Makes a notebook of N fiches and the same records as a Hugo site: the same bytes for the same N on every machine.
//
//   bench_notebook NOTEBOOK HUGO N
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;

struct Town {
    std::string_view name;
    std::string_view slug;
    std::string_view postcode;
};

constexpr std::array<Town, 16> towns{{{"Agen", "agen", "47000"},
                                      {"Fumel", "fumel", "47500"},
                                      {"Marmande", "marmande", "47200"},
                                      {"Villeneuve-sur-Lot", "villeneuve", "47300"},
                                      {"Tonneins", "tonneins", "47400"},
                                      {"Nérac", "nerac", "47600"},
                                      {"Casteljaloux", "casteljaloux", "47700"},
                                      {"Monsempron-Libos", "libos", "47500"},
                                      {"Penne-d'Agenais", "penne", "47140"},
                                      {"Tournon-d'Agenais", "tournon", "47370"},
                                      {"Montayral", "montayral", "47500"},
                                      {"Sainte-Livrade-sur-Lot", "livrade", "47110"},
                                      {"Aiguillon", "aiguillon", "47190"},
                                      {"Miramont-de-Guyenne", "miramont", "47800"},
                                      {"Duras", "duras", "47120"},
                                      {"Lauzun", "lauzun", "47410"}}};

struct Trade {
    std::string_view name;
    std::string_view slug;
    std::string_view kind;
    std::string_view themes;
    std::string_view mission;
    std::string_view situation;
};

constexpr std::array<Trade, 8> trades{{
    {"Maison des familles", "maison-familles", "centre-social", "acces-aux-droits, isolement",
     "Accueil des parents et des enfants, sans rendez-vous", "je ne connais personne ici"},
    {"Épicerie solidaire", "epicerie", "aide-alimentaire", "aide-alimentaire, gestion-budget",
     "Colis d'urgence et panier de la semaine", "plus rien à manger"},
    {"Relais logement", "relais-logement", "hebergement", "logement-recherche, logement-impayes",
     "Recherche d'un logement et garantie des premiers loyers", "commandement de payer"},
    {"Atelier du numérique", "atelier", "mediatheque-numerique", "demarches-administratives",
     "Aide aux démarches en ligne, un ordinateur et quelqu'un à côté", "je n'ai pas d'adresse électronique"},
    {"Bureau d'aide sociale", "bureau-aide", "ccas-cias", "aides-financieres, energie-eau",
     "Secours d'urgence, bons d'énergie, dossiers d'aide", "plus de gaz"},
    {"Chantier d'insertion", "chantier", "iae", "accompagnement-social",
     "Un contrat de quelques mois et un accompagnement vers l'emploi", "je cherche du travail"},
    {"Point santé", "point-sante", "sante", "acces-soins, prevention-sante",
     "Consultations sans avance de frais, vaccins, écoute", "pas de médecin"},
    {"Aide au grand âge", "grand-age", "grand-age", "grand-age, aide-domicile",
     "Aide à domicile, portage de repas, répit des aidants", "ma mère ne peut plus rester seule"},
}};

constexpr std::array<std::string_view, 6> publics{"tous-publics", "familles", "seniors",
                                                  "jeunes",       "actifs",   "demandeurs-emploi"};

// Numbers that look like chance and are none (Knuth's multiplier).
std::uint64_t mixed(std::uint64_t number) {
    number = number * 6364136223846793005ULL + 1442695040888963407ULL;
    return number >> 33U;
}

void write(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string phone_of(int number) {
    // Every one is another's: 05 36 and 06 39 98 are kept for fiction, their six and four figures are not enough.
    const int tail = number % 1'000'000;
    return fmt::format("05 {:02} {:02} {:02} {:02}", 53 + number / 1'000'000, tail / 10000, tail / 100 % 100,
                       tail % 100);
}

std::string id_of(int number) {
    const Trade& trade = trades[static_cast<std::size_t>(number) % trades.size()];
    const Town& town = towns[mixed(static_cast<std::uint64_t>(number)) % towns.size()];
    return fmt::format("{}-{}-{}", trade.slug, town.slug, number);
}

std::string fiche(int number, int people) {
    const Trade& trade = trades[static_cast<std::size_t>(number) % trades.size()];
    const Town& town = towns[mixed(static_cast<std::uint64_t>(number)) % towns.size()];
    const auto chance = mixed(static_cast<std::uint64_t>(number) + 77);
    std::string text;
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "name: \"{} de {}, antenne {}\"\n", trade.name, town.name, number);
    fmt::format_to(out, "kind: {}\n", trade.kind);
    fmt::format_to(out, "summary: \"{}, pour les habitants de {} et des environs.\"\n", trade.mission, town.name);
    fmt::format_to(out,
                   "description: |\n  L'équipe de l'antenne {} reçoit le matin sans rendez-vous, l'après-midi sur\n  "
                   "rendez-vous. Elle travaille avec le centre médico-social, la mairie et les associations\n  du "
                   "canton, et vient au petit-déjeuner des partenaires depuis {}.\n",
                   number, 2009 + static_cast<int>(chance % 15));
    fmt::format_to(out, "missions:\n  - {}\n  - Orientation vers le bon service quand ce n'est pas ici\n",
                   trade.mission);
    fmt::format_to(out, "limits:\n  - Pas de suivi de longue durée, le service social prend le relais\n");
    fmt::format_to(out, "themes: [{}]\npublics: [{}]\nterritory: [{}]\n", trade.themes,
                   publics[chance % publics.size()], town.name);
    fmt::format_to(out, "address:\n  street: \"{} rue des Tanneurs\"\n  postcode: \"{}\"\n  commune: {}\n",
                   1 + chance % 180, town.postcode, town.name);
    fmt::format_to(out, "phones:\n  - number: \"{}\"\n    label: accueil\n", phone_of(number));
    fmt::format_to(out, "emails:\n  - address: accueil{}@antenne.example.org\n", number);
    fmt::format_to(out, "hours: \"Mo-Fr 09:00-12:00; Tu,Th 14:00-17:00; PH off\"\n");
    fmt::format_to(
        out,
        "services:\n  - id: accueil\n    name: Accueil et premier entretien\n    situations: [\"{}\"]\n    fee: "
        "free\n    referral:\n      steps: [Appeler, Venir avec ses papiers]\n      modes: [phone, walk-in]\n "
        "     bring: [pièce d'identité, justificatif de domicile]\n",
        trade.situation);
    fmt::format_to(out, "contacts:\n  - person: personne-{}\n    role: responsable\n    as: [referent]\n",
                   number % people);
    fmt::format_to(out, "verified:\n  \"on\": 2026-{:02}-{:02}\n  how: phone\n", 1 + chance % 11, 1 + chance % 20);
    fmt::format_to(out, "agreement:\n  \"on\": 2026-01-15\n  by: personne-{}\n", number % people);
    return text;
}

void make_notebook(const fs::path& folder, int count, int people) {
    fs::create_directories(folder / "partners");
    fs::create_directories(folder / "people");
    write(folder / "cafe.yaml", "name: Carnet de mesure\nlanguage: fr\ndepartments: [\"47\"]\n");
    for (int i = 0; i < count; ++i) write(folder / "partners" / (id_of(i) + ".yaml"), fiche(i, people));
    for (int i = 0; i < people; ++i)
        write(
            folder / "people" / fmt::format("personne-{}.yaml", i),
            fmt::format("name: Camille Exemple-{0}\nemails:\n  - address: camille{0}@antenne.example.org\nprivacy:\n  "
                        "informed:\n    \"on\": 2026-01-15\n    how: oral\n",
                        i));
}

// The same records, a page each, and a home page that lists them: no feeds, no taxonomies, the plainest of layouts.
void make_hugo_site(const fs::path& folder, int count, int people) {
    fs::create_directories(folder / "content" / "partners");
    fs::create_directories(folder / "layouts" / "partners");
    write(folder / "config.toml",
          "baseURL = \"https://example.org/\"\nlanguageCode = \"fr\"\ntitle = \"Carnet de mesure\"\n"
          "disableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\", \"section\", \"404\"]\n");
    for (int i = 0; i < count; ++i)
        write(folder / "content" / "partners" / (id_of(i) + ".md"), "---\n" + fiche(i, people) + "---\n");
    write(folder / "layouts" / "index.html",
          "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{{ .Site.Title "
          "}}</title></head>\n<body>"
          "<h1>{{ .Site.Title }}</h1>\n<ul>\n{{ range .Site.RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ "
          ".Params.name }}</a> {{ .Params.address.commune }} {{ (index .Params.phones 0).number }}</li>\n{{ end "
          "}}</ul></body></html>\n");
    write(
        folder / "layouts" / "partners" / "single.html",
        "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{{ .Params.name "
        "}}</title></head>\n<body><h1>{{ .Params.name }}</h1>\n<p>{{ .Params.summary }}</p>\n{{ .Params.description | "
        "markdownify }}\n<ul>{{ range .Params.missions }}<li>{{ . }}</li>{{ end }}</ul>\n<ul>{{ range .Params.limits "
        "}}<li>{{ . }}</li>{{ end }}</ul>\n<p>{{ delimit .Params.themes \", \" }} · {{ delimit .Params.publics \", \" "
        "}} · {{ delimit .Params.territory \", \" }}</p>\n{{ with .Params.address }}<p>{{ .street }}, {{ .postcode }} "
        "{{ .commune }}</p>{{ end }}\n{{ range .Params.phones }}<p><a href=\"tel:{{ .number }}\">{{ .number }}</a> {{ "
        ".label }}</p>{{ end }}\n{{ range .Params.emails }}<p>{{ .address }}</p>{{ end }}\n<p>{{ .Params.hours "
        "}}</p>\n{{ range .Params.services }}<h2>{{ .name }}</h2><p>{{ delimit .situations \", \" }}</p><ol>{{ range "
        ".referral.steps }}<li>{{ . }}</li>{{ end }}</ol><p>{{ delimit .referral.bring \", \" }}</p>{{ end }}\n{{ "
        "range "
        ".Params.contacts }}<p>{{ .person }}, {{ .role }}</p>{{ end }}\n<p>{{ .Params.verified.on }} {{ "
        ".Params.verified.how }}</p></body></html>\n");
}

}  // namespace

int main(int argc, char** argv) {
    const int count = argc == 4 ? std::atoi(argv[3]) : 0;
    if (count <= 0) {
        fmt::print(stderr, "usage: bench_notebook NOTEBOOK HUGO N\n");
        return 2;
    }
    const int people = std::max(1, count / 10);
    make_notebook(argv[1], count, people);
    make_hugo_site(argv[2], count, people);
    return 0;
}
