// Publishing again: whatever changed since, the folder comes out as a first publication into an empty one, and nothing
// is written or rendered that did not change.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "site/notebook.hpp"
#include "site/page_key.hpp"
#include "store/outputs.hpp"
#include "support/source_folder.hpp"
#include "support/turns.hpp"

using namespace cafe;
using test::MemoryDisk;

namespace {

constexpr std::string_view memory_file = "/state/published";

struct Published {
    store::OutputReport report;
    std::size_t rendered = 0;
    std::size_t wanted = 0;  ///< told beforehand that they will be
    std::size_t pages = 0;
};

/// A notebook on a disk in memory, published again and again.
class Publisher {
public:
    MemoryDisk disk;
    Date today = test::november;
    facts::Reader reader = facts::Reader::everyone;
    site::Format format = site::Format::html;
    std::string program = "1";

    static constexpr std::size_t to_the_end = static_cast<std::size_t>(-1);

    /// Ends as if it had been killed once `most` files were put.
    Published publish(const std::string& folder, bool remember = true, std::size_t most = to_the_end) {
        const store::Catalog catalog = test::catalog_of(disk, "/n");
        const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
        render::HtmlFrame frame = render::HtmlFrame::standard();
        if (const auto own = disk.get("/n/templates/frame.html"))
            frame = render::HtmlFrame::read(*own, "frame.html").value();
        const site::Site site({catalog, reader, today, lang}, format, std::move(frame));
        store::OutputMemory memory;
        if (remember) memory = {std::string(memory_file), program};
        auto output = store::OutputFolder::open(disk, folder, site.files(), memory);
        REQUIRE(output.ok());
        Published published;
        const auto put = [&](const site::File& file) -> Result<Done> {
            if (published.pages == most) return Error{ErrorKind::environment, same("killed"), {}};
            ++published.pages;
            return output->put(file.path, file.key, [&] {
                ++published.rendered;
                return file.bytes();
            });
        };
        const auto wanted = [&](const site::File& file) {
            const bool wants = output->wants(file.path, file.key);
            published.wanted += wants ? 1U : 0U;
            return wants;
        };
        const auto done = site.each(put, wanted, 1);
        if (published.pages == most) return published;
        REQUIRE(done.ok());
        const auto report = output->finish();
        REQUIRE(report.ok());
        published.report = *report;
        return published;
    }

    /// As published into an empty folder.
    std::map<std::string, std::string> fresh() {
        publish("/fresh", false);
        auto files = disk.files("/fresh");
        for (const auto& [path, bytes] : files) disk.erase("/fresh/" + path);
        return files;
    }
};

// ---- What may change between two publications

using Random = std::mt19937;

std::string picked(Random& random, const std::vector<std::string>& list) {
    return list[random() % list.size()];
}

std::vector<std::string> records(const MemoryDisk& disk, const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : disk.files("/n/" + folder)) paths.push_back("/n/" + folder + "/" + path);
    return paths;
}

void add_line(MemoryDisk& disk, const std::string& path, const std::string& line) {
    disk.put(path, disk.get(path).value_or("") + line + "\n");
}

/// Gives a key of the first level another value, or adds it; what stood on further lines below it goes.
void set_key(MemoryDisk& disk, const std::string& path, const std::string& key, const std::string& value) {
    const std::string text = disk.get(path).value_or("");
    std::string changed;
    bool inside = false;
    for (const std::string_view line : text::split(text, '\n')) {
        if (line.starts_with(key + ":"))
            inside = true;
        else if (!line.empty() && line.front() != ' ' && line.front() != '-' && line.front() != '#')
            inside = false;
        if (!inside && !line.empty()) changed += std::string(line) + "\n";
    }
    disk.put(path, changed + key + ": " + value + "\n");
}

void change_a_record(Publisher& publisher, Random& random) {
    MemoryDisk& disk = publisher.disk;
    const std::string fiche = picked(random, records(disk, "partners"));
    const std::string number = std::to_string(random() % 100);
    const std::vector<std::pair<std::string, std::string>> values{
        {"summary", "Une aide de plus, la " + number + "e"},
        {"name", "Maison numéro " + number},
        {"kind", picked(random, {"association", "mairie", "ccas-cias"})},
        {"status", picked(random, {"active", "closed", "suspended"})},
        {"audience", picked(random, {"public", "partners", "private"})},
        {"territory", picked(random, {"[Fumel]", "[Agen, Tournon-d'Agenais]", "[Lot-et-Garonne]", "[Cuzorn]"})},
        {"themes", picked(random, {"[logement-impayes]", "[sante, numerique]", "[aide-alimentaire]"})},
        {"hours", picked(random, {"\"Mo-Fr 09:00-12:00\"", "\"Sa 10:00-12:00\""})},
        {"phones", "[\"05 36 49 01 " + std::to_string(10 + random() % 90) + "\"]"},
        {"verified", "{\"on\": 2026-0" + std::to_string(1 + random() % 9) + "-11, how: phone}"},
        {"see_also", "[ccas-fumel, " + picked(random, {"caf-47", "adil-47", "nobody"}) + "]"},
        {"parent", picked(random, {"ccas-fumel", "caf-47"})},
    };
    const auto& [key, value] = values[random() % values.size()];
    set_key(disk, fiche, key, value);
}

void change_something(Publisher& publisher, Random& random) {
    MemoryDisk& disk = publisher.disk;
    const std::string number = std::to_string(random() % 1000);
    switch (random() % 16) {
        case 0: disk.erase(picked(random, records(disk, "partners"))); break;
        case 1: {
            const auto text = disk.get(picked(random, records(disk, "partners")));
            disk.put("/n/partners/nouvelle-" + number + ".yaml", *text);
            break;
        }
        case 2: {
            const std::string person = picked(random, records(disk, "people"));
            set_key(disk, person, "name", "Camille " + number);
            break;
        }
        case 3:
            set_key(disk, picked(random, records(disk, "people")), "audience", picked(random, {"public", "partners"}));
            break;
        case 4:
            set_key(disk, picked(random, records(disk, "people")), "privacy",
                    "{objection: {scope: directory, \"on\": 2026-01-02}}");
            break;
        case 5: disk.erase(picked(random, records(disk, "people"))); break;
        case 6: set_key(disk, "/n/cafe.yaml", "freshness", std::to_string(1 + random() % 24)); break;
        case 7: set_key(disk, "/n/cafe.yaml", "name", "Réseau " + number); break;
        case 8:
            set_key(disk, "/n/cafe.yaml", "publish",
                    picked(random, {"{title: Annuaire, colour: \"#224466\"}", "{title: Guide}", "{about: Bonjour}"}));
            break;
        case 9: set_key(disk, "/n/cafe.yaml", "language", picked(random, {"fr", "en"})); break;
        case 10: add_line(disk, "/n/vocabulary/acronyms.yaml", "Z" + number + "Z: Zone numéro " + number); break;
        case 11:
            disk.put("/n/vocabulary/kinds.yaml",
                     "- id: association\n  label: {fr: Association " + number + ", en: Charity}\n");
            break;
        case 12: set_key(disk, "/n/territory.yaml", "aliases", "{Nulle-part-" + number + ": Fumel}"); break;
        case 13: publisher.today = publisher.today.plus_days(1 + static_cast<int>(random() % 40)); break;
        case 14: disk.erase(picked(random, records(disk, "meetings"))); break;
        default:
            if (disk.get("/n/templates/frame.html"))
                disk.erase("/n/templates/frame.html");
            else
                disk.put("/n/templates/frame.html",
                         "<html><head>{{head}}</head><body>" + number + "{{content}}</body></html>\n");
    }
}

/// Somebody works in the folder itself, loses what cafe remembers, or kills it halfway.
void meddle(Publisher& publisher, Random& random) {
    MemoryDisk& disk = publisher.disk;
    const auto files = disk.files("/site");
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : files)
        if (!path.starts_with(".cafe-")) paths.push_back("/site/" + path);
    const std::string path = picked(random, paths);
    std::string bytes = disk.get(path).value();
    const std::string memory(memory_file);
    const std::string remembered = disk.get(memory).value_or("");
    switch (random() % 11) {
        case 0: disk.erase(path); break;
        case 7: disk.erase(path::parent(path) == "/site" ? path : path::parent(path)); break;
        case 8: disk.erase("/site"); break;
        case 9: publisher.publish("/site", true, random() % files.size()); break;
        case 1: disk.put(path, bytes + "<!-- by hand -->"); break;
        case 2:  // of the same size
            if (!bytes.empty()) bytes[random() % bytes.size()] ^= 1;
            disk.put(path, bytes);
            break;
        case 3: disk.put(path, ""); break;
        case 4: disk.erase(memory); break;
        case 5: disk.put(memory, remembered.substr(0, random() % (remembered.size() + 1))); break;
        case 6: disk.put(memory, "cafe-outputs 1 " + publisher.program + "\nx y z\n"); break;
        default: publisher.program = std::to_string(random() % 3);
    }
}

void prepare(Publisher& publisher) {
    publisher.disk.put_real_folder("/n", cafe::test::source_folder("examples/fumel"));
    // A dozen fiches that speak of each other are as good as sixty.
    std::size_t kept = 0;
    for (const std::string& path : records(publisher.disk, "partners"))
        if (++kept % 5 != 0 && path != "/n/partners/ccas-fumel.yaml" && path != "/n/partners/caf-47.yaml")
            publisher.disk.erase(path);
}

}  // namespace

TEST_CASE("whatever changed, publishing again gives what a first publication gives, and writes no more than that") {
    std::size_t spared = 0;
    std::size_t pages = 0;
    for (unsigned seed = 1; seed <= test::turns(6, 3); ++seed) {
        Random random(seed);
        Publisher publisher;
        prepare(publisher);
        publisher.reader = seed % 2 == 0 ? facts::Reader::partners : facts::Reader::everyone;
        publisher.format = seed % 3 == 0 ? site::Format::markdown : site::Format::html;
        publisher.publish("/site");
        for (int step = 0; step < 6; ++step) {
            INFO("seed " << seed << ", step " << step);
            if (random() % 2 == 0)
                change_a_record(publisher, random);
            else
                change_something(publisher, random);
            if (random() % 3 == 0) meddle(publisher, random);
            const auto before = publisher.disk.files("/site");
            publisher.disk.forget_log();
            const Published again = publisher.publish("/site");
            std::set<std::string> written;
            const auto files = publisher.disk.files("/site");
            for (const std::string& path : publisher.disk.paths_of("rename")) {
                if (!path.starts_with("/site/") || path == "/site/.cafe-manifest") continue;
                if (publisher.disk.get(path)) written.insert(path.substr(6));
                for (const auto& [inside, bytes] : publisher.disk.files(path))  // a folder that is new
                    written.insert(path.substr(6) + "/" + inside);
            }
            REQUIRE(files == publisher.fresh());
            std::set<std::string> differing;
            for (const auto& [path, bytes] : files) {
                const auto old = before.find(path);
                if (path != ".cafe-manifest" && (old == before.end() || old->second != bytes)) differing.insert(path);
            }
            CHECK(written == differing);
            CHECK(again.report.written == differing.size());
            pages += again.pages;
            spared += again.pages - again.rendered;
        }
    }
    // Not much is left of a memory in these tests, and settings change often; yet many pages need no rendering.
    CHECK(spared * 5 > pages);
}

TEST_CASE("the key of a page changes with a page that it leads to, whatever else stays") {
    view::Page page;
    page.title = "Une page";
    page.head.push_back({view::Paragraph{view::to_page("Fumel", {view::PageKind::area, "fumel"}), view::Sign::none}});
    const auto key = [&](bool has) {
        Digest digest;
        site::add_to(digest, page, [&](const view::PageRef&) { return has; });
        return digest.hex();
    };
    CHECK(key(true) == key(true));
    CHECK(key(true) != key(false));
}

TEST_CASE("with nothing changed no page is rendered, read or written, and the memory stays as it is") {
    Publisher publisher;
    prepare(publisher);
    const Published first = publisher.publish("/site");
    CHECK(first.rendered == first.pages);
    CHECK(first.wanted == first.pages);
    publisher.disk.forget_log();
    const Published again = publisher.publish("/site");
    CHECK(again.report == store::OutputReport{0, first.report.written, 0, 0});
    CHECK(publisher.disk.count_writes() == 0);
    for (const std::string& path : publisher.disk.paths_of("read"))
        CHECK((!path.starts_with("/site/") || path == "/site/.cafe-manifest"));
    // What is made in no time has no key: style, scripts, search, visiting cards, calendar, site map.
    std::size_t keyless = 0;
    for (const auto& [path, bytes] : publisher.disk.files("/site"))
        if (path.starts_with("assets/") || path.ends_with(".vcf") || path.ends_with(".ics") || path.ends_with(".xml"))
            ++keyless;
    CHECK(again.rendered == keyless);
    CHECK(again.wanted == keyless);
}

TEST_CASE("a word of one fiche changes its page, the pages that show it, and nothing else") {
    Publisher publisher;
    prepare(publisher);
    publisher.publish("/site");
    set_key(publisher.disk, "/n/partners/caf-47.yaml", "notes", "Un mot entre nous");
    CHECK(publisher.publish("/site").report.written == 0);
    set_key(publisher.disk, "/n/partners/caf-47.yaml", "description", "Une autre présentation");
    CHECK(publisher.publish("/site").report.written == 2);  // and the index of the search
}

TEST_CASE("what another build made from the same is made again, and kept where the bytes are the same") {
    Publisher publisher;
    prepare(publisher);
    const Published first = publisher.publish("/site");
    publisher.program = "2";
    publisher.disk.forget_log();
    const Published again = publisher.publish("/site");
    CHECK(again.rendered == again.pages);
    CHECK(again.report == store::OutputReport{0, first.report.written, 0, 0});
    CHECK(publisher.disk.paths_of("rename") == std::vector<std::string>{std::string(memory_file)});
}

TEST_CASE("a memory that cannot be written costs time, not the publication") {
    Publisher publisher;
    prepare(publisher);
    publisher.disk.put("/state", "a file where the folder should be");
    const Published first = publisher.publish("/site");
    CHECK(publisher.publish("/site").report == store::OutputReport{0, first.report.written, 0, 0});
    CHECK(publisher.disk.files("/site") == publisher.fresh());
}
