#include "site/site.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/text.hpp"
#include "calendar/open_week.hpp"
#include "site/notebook.hpp"
#include "store/outputs.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using site::Format;
using test::catalog_of;
using test::MemoryDisk;
using test::published;

namespace {

// A small network with everything that can go wrong on the way out.
void put_notebook(MemoryDisk& disk) {
    disk.put("/n/cafe.yaml",
             "name: Réseau\ndepartments: [\"47\"]\npublish: {title: Annuaire, colour: \"#8a3b12\", legal_notice: "
             "\"Éditeur : <b>nous</b>\"}\n");
    disk.put(
        "/n/territory.yaml",
        "areas:\n  fumel: {name: Autour de Fumel, areas: [Fumel, Montayral]}\n  index: {name: Index, areas: [Agen]}\n");
    disk.put("/n/partners/ccas.yaml", R"(name: CCAS <script>alert(1)</script>
kind: ccas-cias
themes: [domiciliation, logement-impayes]
territory: [Fumel]
see_also: [refuge, inside, closed, nobody]
parent: inside
website: javascript:alert(1)
phones: ["05 36 49 00 01", {number: "05 36 49 00 02 PARTNERS", audience: partners}, {number: "05 36 49 00 03 PRIVATE", audience: private}]
address: {street: 5 rue "des" Fondeurs, postcode: "47500", commune: Fumel}
hours: "Mo-Fr 09:00-12:00"
permanences: [{at: refuge, hours: "Tu 09:00-12:00"}, {commune: Montayral, hours: mardi, services: [aide]}]
services:
  - {id: aide, name: Aide, situations: [Plus rien à manger, "<img src=x>"], themes: [aide-alimentaire], contact: marie}
contacts: [{person: marie, role: directrice}, {person: gone, since: 2001-01-01, until: 2002-01-01}]
notes: NOTES
)");
    disk.put("/n/partners/refuge.yaml", R"(name: Refuge
summary: Abri tenu secret.
kind: hebergement
themes: [hebergement]
territory: [Lot-et-Garonne]
phones: ["05 36 49 00 05"]
address: {street: 1 rue CONFIDENTIAL, postcode: "47300", commune: Villeneuve-sur-Lot, confidential: true}
hours: "Mo-Su 18:00-20:00"
status: suspended
suspension: {from: 2026-11-01, until: 2026-12-31, reason: travaux}
)");
    disk.put("/n/partners/inside.yaml",
             "name: INSIDE\nkind: association\nthemes: [mobilite]\nterritory: [Agen]\naudience: private\n");
    disk.put("/n/partners/among.yaml",
             "name: AMONG\nkind: association\nthemes: [numerique]\nterritory: [Agen]\naudience: partners\n");
    disk.put("/n/partners/closed.yaml",
             "name: CLOSED\nkind: association\nthemes: [sante]\nterritory: [Agen]\nphones: [\"05 36 49 00 "
             "09\"]\nsummary: ENDED\n"
             "status: closed\n");
    disk.put("/n/partners/index.yaml", "name: Index\nkind: association\nthemes: [sante]\nterritory: [Agen]\n");
    disk.put("/n/people/marie.yaml", "name: MARIE\nphones: [\"05 36 49 00 04\"]\nemails: [marie@example.org]\n");
    disk.put("/n/people/gone.yaml", "name: GONE\naudience: public\n");
}

// The places a page leads to: addresses and scripts of HTML, targets in angle brackets of Markdown. A question in the
// address (#q=…) is no place.
std::vector<std::string> targets(const std::string& bytes, Format format) {
    const std::vector<std::string> starts =
        format == Format::html ? std::vector<std::string>{" href=\"", " src=\""} : std::vector<std::string>{"](<"};
    const char end = format == Format::html ? '"' : '>';
    std::vector<std::string> found;
    for (const std::string& start : starts)
        for (std::size_t at = bytes.find(start); at != std::string::npos; at = bytes.find(start, at)) {
            at += start.size();
            const std::string target = bytes.substr(at, bytes.find(end, at) - at);
            if (!target.starts_with("#q=")) found.push_back(target);
        }
    return found;
}

bool leads_outside(const std::string& target) {
    for (const char* scheme : {"https://", "http://", "mailto:", "tel:", "sms:", "data:image/svg+xml,"})
        if (target.starts_with(scheme)) return true;
    return false;
}

void check_links(const std::map<std::string, std::string>& files, Format format) {
    const std::string ending = format == Format::html ? ".html" : ".md";
    std::set<std::string> reached;
    for (const auto& file : files) {
        const std::string& path = file.first;  // clang 14 captures no structured bindings
        const std::string& bytes = file.second;
        if (path.ends_with(".css")) continue;
        // A file that a script brings stands in it by its name.
        if (path.ends_with(".js"))
            for (const auto& other : files)
                if (bytes.find('"' + other.first) != std::string::npos) reached.insert(other.first);
        for (const std::string& target : targets(bytes, format)) {
            if (leads_outside(target)) continue;
            CAPTURE(path);
            CAPTURE(target);
            if (target.starts_with("#")) {
                CHECK(bytes.find("id=\"" + target.substr(1) + "\"") != std::string::npos);
                continue;
            }
            // What is asked of the search stands behind a sharp sign.
            const std::string to = target.substr(0, target.find('#'));
            const std::string led_to = path::normal(path::join(path::parent(path), to));
            CHECK(files.count(led_to) == 1);
            reached.insert(led_to);
        }
    }
    // Whoever meets the one was led astray, the other is for search engines; without fiches nothing needs their script.
    const std::set<std::string> alone{"404" + ending, "sitemap.xml"};
    const auto fiche = files.lower_bound("partenaires/");
    const bool fiches = fiche != files.end() && fiche->first.starts_with("partenaires/");
    for (const auto& file : files) {
        CAPTURE(file.first);
        if (fiches || file.first != "assets/fiche.js") CHECK(reached.count(file.first) == 1 - alone.count(file.first));
    }
}

bool anywhere(const std::map<std::string, std::string>& files, std::string_view words) {
    for (const auto& [path, bytes] : files)
        if (bytes.find(words) != std::string::npos || path.find(words) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("Every link of a published directory holds, and every page is linked") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    for (const Format format : {Format::html, Format::markdown})
        for (const auto reader : {facts::Reader::everyone, facts::Reader::partners})
            for (const Lang lang : {Lang::fr, Lang::en}) check_links(published(catalog, format, reader, lang), format);
}

TEST_CASE("Every link of the example holds") {
    MemoryDisk disk;
    disk.put_real_folder("/fumel", cafe::test::source_folder("examples/fumel"));
    const store::Catalog catalog = catalog_of(disk, "/fumel");
    for (const Format format : {Format::html, Format::markdown})
        for (const auto reader : {facts::Reader::everyone, facts::Reader::partners}) {
            const auto files = published(catalog, format, reader);
            CHECK(files.size() > 100);
            check_links(files, format);
        }
    // Among partners with the minutes; what leads into the search, which Markdown has not, is not there.
    auto files = published(catalog, Format::markdown, facts::Reader::partners);
    CHECK(files.contains("reunions/2026-10-02-fumel.md"));
    CHECK(files["territoires/fumel.md"].find("… et 11 autres\n") != std::string::npos);
    CHECK_FALSE(anywhere(files, "dans la recherche"));
}

TEST_CASE("An empty notebook is a site too") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: Vide\n");
    const store::Catalog catalog = catalog_of(disk, "/n");
    check_links(published(catalog, Format::html), Format::html);
    check_links(published(catalog, Format::markdown), Format::markdown);
}

// The search knows the name and the postcode of every commune of the département, whoever lives there: what it holds of
// partners comes after them. What hears danger and what reads words are the
// same in every publication.
std::map<std::string, std::string> without_gazetteer(std::map<std::string, std::string> files) {
    if (const auto data = files.find("assets/donnees.js"); data != files.end()) {
        const std::size_t areas = data->second.find("\"a\":");
        const std::size_t after = data->second.find("\"t\":", areas);
        REQUIRE(after != std::string::npos);
        data->second.erase(areas, after - areas);
    }
    files.erase("assets/urgences.js");
    files.erase("assets/lecture.js");
    return files;
}

TEST_CASE("What is not for the reader is on no page") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    for (const Format format : {Format::html, Format::markdown}) {
        const auto open = without_gazetteer(published(catalog, format));
        for (const char* hidden :
             {"INSIDE", "AMONG", "05 36 49 00 09", "+33536490009", "CONFIDENTIAL", "Villeneuve-sur-Lot", "47300",
              "NOTES", "MARIE", "marie@example.org", "GONE", "PARTNERS", "PRIVATE"}) {
            CAPTURE(std::string(hidden));
            CHECK_FALSE(anywhere(open, hidden));
        }
        if (format == Format::html) CHECK(open.at("assets/donnees.js").find("villeneuv") == std::string::npos);
        const auto partners = without_gazetteer(published(catalog, format, facts::Reader::partners));
        for (const char* hidden :
             {"INSIDE", "05 36 49 00 09", "+33536490009", "CONFIDENTIAL", "47300", "NOTES", "GONE", "PRIVATE"}) {
            CAPTURE(std::string(hidden));
            CHECK_FALSE(anywhere(partners, hidden));
        }
        for (const char* shown : {"AMONG", "MARIE", "PARTNERS", "marie@example.org"}) {
            CAPTURE(shown);
            CHECK(anywhere(partners, shown));
        }
    }
}

TEST_CASE("What is left out is counted with its reason") {
    MemoryDisk disk;
    put_notebook(disk);
    disk.put("/n/people/marie.yaml", "name: MARIE\nprivacy: {objection: {on: 2026-01-01}}\n");
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto left_out =
        site::Site({catalog, facts::Reader::everyone, test::november, Lang::fr}, Format::html).directory().left_out;
    CHECK(left_out.not_for_reader == 2);
    CHECK(left_out.closed == 1);
    CHECK(left_out.confidential == 1);
    CHECK(left_out.objections == 1);
    CHECK(left_out.malformed == 0);
}

TEST_CASE("Words of a record reach HTML escaped, wherever they stand") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto files = published(catalog, Format::html);
    for (const auto& file : files) {
        if (!file.first.ends_with(".html")) continue;
        for (const char* active : {"<script>", "<img", "<b>", "javascript:alert(1)\""})
            CHECK_MESSAGE(file.second.find(active) == std::string::npos, file.first, active);
    }
    CHECK(files.at("index.html").find("</abbr> &lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(files.at("themes/aide-alimentaire.html").find("&lt;img src=x&gt;") != std::string::npos);
    CHECK(files.at("mentions-legales.html").find("Éditeur\xE2\x80\xAF: &lt;b&gt;nous&lt;/b&gt;") != std::string::npos);
}

TEST_CASE("A suspended partner is marked in lists and on its page, a record called index keeps its folder's page") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto files = published(catalog, Format::html);
    CHECK(files.at("index.html").find("Interrompu jusqu’au 31 décembre 2026") != std::string::npos);
    CHECK(files.at("partenaires/refuge.html").find("Accueil interrompu jusqu’au 31 décembre 2026.") !=
          std::string::npos);
    CHECK(files.at("partenaires/refuge.html").find("Adresse confidentielle") != std::string::npos);
    CHECK(files.count("partenaires/index-.html") == 1);
    CHECK(files.count("territoires/index-.html") == 1);
    CHECK(files.at("territoires/index.html").find("<h1>Territoires</h1>") != std::string::npos);
    // The network's own area has the key, the commune of the same key its code behind it.
    CHECK(files.at("territoires/fumel.html").find("<h1>Autour de Fumel</h1>") != std::string::npos);
    CHECK(files.at("territoires/fumel-47106.html").find("<h1>Fumel</h1>") != std::string::npos);
}

TEST_CASE("The same notebook and day give the same bytes; publishing again writes nothing") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    CHECK(published(catalog, Format::html) == published(catalog_of(disk, "/n"), Format::html));
    const auto publish = [&](std::string_view folder) {
        const site::Site site({catalog, facts::Reader::everyone, test::november, Lang::fr}, Format::html);
        auto output = store::OutputFolder::open(disk, std::string(folder), site.files());
        REQUIRE(output.ok());
        const auto put = [&](const site::File& file) { return output->put(file.path, file.key, file.bytes); };
        REQUIRE(site.each(put, test::when_asked, 1).ok());
        const auto report = output->finish();
        REQUIRE(report.ok());
        return *report;
    };
    const store::OutputReport first = publish("/site");
    CHECK(first.written == disk.files("/site").size() - 1);  // but the manifest
    const auto before = disk.files("/site");
    const store::OutputReport again = publish("/site");
    CHECK(again.written == 0);
    CHECK(again.unchanged == first.written);
    CHECK(disk.files("/site") == before);
}

TEST_CASE("The same bytes on any number of threads, rendered beside or when they are asked for") {
    MemoryDisk disk;
    disk.put_real_folder("/n", cafe::test::source_folder("examples/fumel"));
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto expected = published(catalog, Format::html);
    REQUIRE(expected.size() > 100);
    const site::Site site({catalog, facts::Reader::everyone, test::november, Lang::fr}, Format::html,
                          render::HtmlFrame::standard(), {}, &catalog);
    for (const std::size_t threads : {1U, 5U}) {
        std::map<std::string, std::string> files;
        const auto put = [&](const site::File& file) -> Result<Done> {
            CHECK(files.emplace(file.path, file.bytes()).second);
            return Done{};
        };
        const auto every_other = [](const site::File& file) { return file.path.size() % 2 == 0; };
        REQUIRE(site.each(put, every_other, threads).ok());
        CHECK(files == expected);
    }
}

TEST_CASE("Rendering stops at the first file that cannot be written") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const site::Site site({catalog, facts::Reader::everyone, test::november, Lang::fr}, Format::html);
    int calls = 0;
    const auto put = [&](const site::File&) -> Result<Done> {
        if (++calls == 3) return Error{ErrorKind::environment, same("full"), {}};
        return Done{};
    };
    const Result<Done> done = site.each(put, test::when_asked, 1);
    CHECK_FALSE(done.ok());
    CHECK(calls == 3);
}

TEST_CASE("Only a colour colours the style sheet") {
    CHECK(site::style_sheet("#8a3b12").find("--cafe: #8a3b12;") != std::string::npos);
    // What is written is small: no comments, no indentation; names of several words stay whole.
    CHECK(site::style_sheet("").find("/*") == std::string::npos);
    CHECK(site::style_sheet("").find("\n ") == std::string::npos);
    CHECK(site::style_sheet("").find("Palatino Linotype") != std::string::npos);
    for (const char* no : {"", "red", "#12", "#8a3b12; } body { display: none", "</style>", "#8a3b1g"})
        CHECK(site::style_sheet(no) == site::style_sheet(""));
}

TEST_CASE("minutes are pages of the partners' edition alone; the public one names the meetings, not what was said") {
    MemoryDisk disk;
    put_notebook(disk);
    disk.put("/n/cafes/fumel.yaml", "name: Café de Fumel\nplace: {name: CMS, commune: Fumel}\n");
    disk.put("/n/meetings/2026-11-06-fumel.yaml",
             "cafe: fumel\ndate: 2026-11-06\nstatus: held\nround_table: [{partner: ccas, news: SAID}]\n");
    disk.put("/n/meetings/2026-11-20-fumel.yaml",
             "cafe: fumel\ndate: 2026-11-20\nstatus: cancelled\ntitle: CALLED OFF\n");
    disk.put("/n/meetings/2026-12-04-fumel.yaml", "cafe: fumel\ndate: 2026-12-04\nstart: \"08:30\"\ntitle: WINTER\n");
    const store::Catalog catalog = catalog_of(disk, "/n");
    const std::string minutes = "reunions/2026-11-06-fumel.html";

    const auto open = published(catalog, Format::html);
    CHECK(open.count(minutes) == 0);
    CHECK(open.at("reunions/index.html").find("WINTER") != std::string::npos);
    CHECK(open.at("reunions/index.html").find(">CMS</abbr>, Fumel") != std::string::npos);
    CHECK(open.at("reunions/index.html").find("CALLED OFF") == std::string::npos);
    for (const auto& page : open) CHECK_MESSAGE(page.second.find("SAID") == std::string::npos, page.first);

    const auto among = published(catalog, Format::html, facts::Reader::partners);
    REQUIRE(among.count(minutes) == 1);
    CHECK(among.at(minutes).find("SAID") != std::string::npos);
    CHECK(among.at("reunions/index.html").find("href=\"2026-11-06-fumel.html\"") != std::string::npos);
    CHECK(among.count("reunions/2026-12-04-fumel.html") == 0);
}

TEST_CASE("The folder holds the network, its publics, a glossary, the site's own pages, a feed and visiting cards") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto files = published(catalog, Format::html);
    for (const char* path : {"reseau.html", "glossaire.html", "a-propos.html", "mentions-legales.html",
                             "accessibilite.html", "publics/index.html", "reunions/reunions.ics", "cartes/ccas.vcf"})
        CHECK_MESSAGE(files.count(path) == 1, path);
    CHECK(files.count("cartes/inside.vcf") == 0);
    CHECK(files.count("cartes/closed.vcf") == 0);
    CHECK(files.at("partenaires/ccas.html").find("class=\"qr\"") != std::string::npos);
    CHECK(files.at("partenaires/ccas.html").find("href=\"../cartes/ccas.vcf\"") != std::string::npos);
}

TEST_CASE("A visiting card is handed on, so it has what everyone may know, in the partners' edition too") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    for (const auto reader : {facts::Reader::everyone, facts::Reader::partners}) {
        const auto files = published(catalog, Format::html, reader);
        const std::string& card = files.at("cartes/ccas.vcf");
        CHECK(card.find("+33536490001") != std::string::npos);
        CHECK(card.find("0536490002") == std::string::npos);
        CHECK(card.find("536490002") == std::string::npos);
        CHECK(card.find("536490003") == std::string::npos);
        CHECK(files.at("cartes/refuge.vcf").find("CONFIDENTIAL") == std::string::npos);
        CHECK(files.at("cartes/refuge.vcf").find("47300") == std::string::npos);
        // What it does is on its page and not in the telephone of whoever saved it.
        CHECK(files.at("partenaires/refuge.html").find("Abri tenu secret") != std::string::npos);
        CHECK(files.at("cartes/refuge.vcf").find("Abri tenu secret") == std::string::npos);
    }
}

TEST_CASE("An acronym is explained where it stands as a word, never in the document's title nor in an address") {
    MemoryDisk disk;
    put_notebook(disk);
    disk.put("/n/partners/ccas.yaml",
             "name: CCASIER du CCAS\nkind: ccas-cias\nthemes: [domiciliation]\nterritory: [Fumel]\n"
             "emails: [CCAS@example.org]\n");
    const store::Catalog catalog = catalog_of(disk, "/n");
    const std::string page = published(catalog, Format::html).at("partenaires/ccas.html");
    CHECK(page.find("CCASIER du <abbr title=\"") != std::string::npos);
    CHECK(page.find("<title>CCASIER du CCAS") != std::string::npos);
    CHECK(page.find(">CCAS@example.org</a>") != std::string::npos);
}

TEST_CASE("How accessible the site is, only people say") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog silent = catalog_of(disk, "/n");
    CHECK(published(silent, Format::html).at("accessibilite.html").find("SAID BY PEOPLE") == std::string::npos);
    disk.put("/n/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\npublish: {accessibility: SAID BY PEOPLE}\n");
    const store::Catalog spoken = catalog_of(disk, "/n");
    CHECK(published(spoken, Format::html).at("accessibilite.html").find("SAID BY PEOPLE") != std::string::npos);
}

TEST_CASE("site: a fiche's hours stand there as minutes too, except while it is suspended") {
    MemoryDisk disk;
    put_notebook(disk);
    auto files = published(catalog_of(disk, "/n"), Format::html);
    CHECK(files["partenaires/ccas.html"].find("<table class=\"heures\" data-h=\"540-720/=/=/=/=///\">") !=
          std::string::npos);
    CHECK(files["partenaires/refuge.html"].find("<table class=\"heures\">") != std::string::npos);
    // A line breaks between spans of time, never inside of one.
    CHECK(files["partenaires/ccas.html"].find("<td>9\u202fh\u00a0–\u2060\u00a012\u202fh</td>") != std::string::npos);
    CHECK(files["assets/donnees.js"].find("540-720") != std::string::npos);
    CHECK(files["assets/donnees.js"].find("1080-1200") == std::string::npos);
    // Public holidays of this year and the next two, and the words for them.
    CHECK(files["assets/jours.js"].find(calendar::day_number(*Date::of(2028, 12, 25))) != std::string::npos);
    CHECK(files["assets/jours.js"].find("Fermé, ouvre # à #") != std::string::npos);
    CHECK(files["assets/jours.js"].find("\"demain\", \"lundi\", \"mardi\"") != std::string::npos);
}

TEST_CASE(
    "site: an area's page says first what nobody covers there and who does what, in part too; then who is there") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    const auto put = [&](const std::string& name, const std::string& theme, const std::string& serves) {
        disk.put("/n/partners/" + name + ".yaml", "name: " + name + "\nkind: association\nthemes: [" + theme +
                                                      "]\nterritory: [\"" + serves +
                                                      "\"]\naddress: {commune: Fumel}\n");
    };
    put("toit", "logement", "CC Fumel Vallée du Lot");
    put("clef", "logement", "Montayral");
    put("velo", "mobilite", "Montayral");
    put("souris", "numerique", "Agen");
    const store::Catalog catalog = catalog_of(disk, "/n");
    auto files = published(catalog, Format::markdown);
    const std::string& page = files["territoires/cc-fumel-vallee-lot.md"];
    const std::size_t gaps = page.find("Ce que personne ne couvre ici");
    const std::size_t themes = page.find("Par thème");
    REQUIRE(themes != std::string::npos);
    CHECK(gaps < themes);
    CHECK(themes < page.find("Sur place"));
    // Nobody at all is one thing, somebody in a part of it another.
    const std::string missing = page.substr(gaps, themes - gaps);
    CHECK(missing.find("Numérique") != std::string::npos);
    CHECK(missing.find("Mobilité") == std::string::npos);
    CHECK(page.find("[toit](<../partenaires/toit.md>)\\\n  En partie\u202f:\\\n  [clef](<../partenaires/clef.md>)") !=
          std::string::npos);
    CHECK(page.find("En partie\u202f:\\\n  [velo](<../partenaires/velo.md>)") != std::string::npos);
    // A map is no text: its heading would stand over nothing.
    CHECK(page.find("Sur la carte") == std::string::npos);
    CHECK(published(catalog, Format::markdown, facts::Reader::everyone, Lang::en)["territoires/agen.md"].find(
              "What nobody covers here") != std::string::npos);
}

TEST_CASE("site: the first page names the wider areas, and intercommunalities while they are few") {
    struct Case {
        std::string departments;
        bool all;
    };
    for (const Case& row : {Case{"[\"47\"]", true}, Case{"[\"24\", \"33\", \"40\", \"47\", \"64\"]", false}}) {
        CAPTURE(row.departments);
        MemoryDisk disk;
        disk.put("/n/cafe.yaml", "name: Réseau\ndepartments: " + row.departments + "\n");
        disk.put("/n/partners/toit.yaml", "name: Toit\nkind: association\nthemes: [logement]\nterritory: [France]\n");
        auto files = published(catalog_of(disk, "/n"), Format::markdown);
        CHECK(files["index.md"].find("[Lot-et-Garonne](") != std::string::npos);
        CHECK((files["index.md"].find("[CC Fumel Vallée du Lot](") != std::string::npos) == row.all);
        CHECK(files["index.md"].find("(<territoires/index.md>)") != std::string::npos);
    }
}
