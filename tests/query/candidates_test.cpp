// A catalog whose fiches are still in the index answers as one that holds them all.
#include "query/candidates.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "query/ask.hpp"
#include "query/terms.hpp"
#include "render/answer.hpp"
#include "store/indexed.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"
#include "support/turned_disk.hpp"
#include "support/turns.hpp"
#include "view/offers.hpp"

using namespace cafe;

namespace {

const std::string root = "/nb";
const store::IndexPlace place{"/cache", "this program", query::terms_of};
const Date today = *Date::parse("2026-11-20");
constexpr std::int64_t second = 1'000'000'000;

// All that is told of a question.
std::string answered(const store::Catalog& catalog, const query::Lexicon& lexicon, const std::string& question) {
    const auto answer = query::ask(std::array{question}, catalog, lexicon, {}, {today, false});
    if (!answer) return "error " + answer.error().message.fr;
    std::string text = render::understood_json(catalog, answer->query).bytes() + '\n' +
                       render::direct_json(catalog, *answer).bytes() + '\n';
    for (const query::Hit& hit : answer->hits)
        text += render::hit_json(catalog, answer->query, hit, today).bytes() + '\n';
    return text;
}

std::string answered(store::Sketched sketched, const std::string& question) {
    const store::Catalog catalog(std::move(sketched));
    const query::Lexicon lexicon(catalog, catalog.taught());
    return answered(catalog, lexicon, question);
}

struct Notebook {
    test::MemoryDisk memory;
    test::TurnedDisk disk{memory};

    explicit Notebook(const std::string& folder) {
        memory.put_real_folder(root, test::source_folder(folder));
        for (const auto& [path, bytes] : memory.files(root)) disk.write(path::join(root, path), bytes);
        disk.clock += 10 * second;
        REQUIRE(sketched().book.partners.size() > 40);  // the index is made
    }
    store::Sketched sketched() {
        auto loaded = store::load_sketched(disk, root, {1}, place);
        REQUIRE(loaded.ok());
        return std::move(*loaded);
    }
    store::Book whole() {
        auto book = store::load(memory, root, {1});
        REQUIRE(book.ok());
        return std::move(*book);
    }
};

// One line in `step` of a file of questions.
std::vector<std::string> questions(const std::string& file, std::size_t step) {
    std::ifstream in(test::source_folder("tests/questions/" + file));
    std::vector<std::string> all;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line.front() != '#' && number++ % step == 1)
            all.push_back(line.substr(0, line.find('\t')));
    return all;
}

const std::vector<std::string> of_all_kinds{
    "theme:logement",
    "kind:ccas-cias",
    "public:jeunes",
    "\"aide alimentaire\"",
    "aide alimentaire",
    "expulsion",
    "je dors dans ma voiture",
    "PIJ",
    "UDAF",
    "CMS",
    "Saint-Vincent-de-Paul",
    "ste livrade",
    "piscine municipale",
    "responsable",
    "anglais",
    "Thomas Lacombe",
    "qui est Marie Delmas",
    "05 53 49 59 69",
    "enfants de 3 ans",
    "theme:logement OR kind:mairie",
    "not:theme:logement",
    "field:fee:free",
    "logemnt",
    "zzzz yyyy",
    "sauf le CCAS, aide alimentaire",
    "ouvert le samedi",
    "logement",
};

const std::vector<std::string> of_places{
    "logement Fumel",
    "qui s'occupe du logement à Fumel",
    "logement",
    "47500",
    "à Fumel",
    "CCAS de Fumel",
    "Fumel",
    "aide alimentaire à Villeneuve-sur-Lot ou à Agen",
    "in:Fumel kind:ccas-cias",
    "touches:circo-fumel theme:logement",
    "theme:logement not:in:Fumel",
    "in:Fumel OR in:Agen",
    "médecin près de Fumel",
    "logement à Fumel, pas à Agen",
    "au chaud ce soir à Libos",
    "je cherche du travail à Monsempron-Libos le mardi",
    "zzzzz Fumel",
    "logment Fumel",
    "Lot-et-Garonne",
    "la directrice de la mairie de Fumel",
};

}  // namespace

TEST_CASE("questions are answered out of the index as out of the files") {
    for (const std::string notebook : {"examples/fumel", "tests/questions/dordogne"}) {
        Notebook files(notebook);
        const store::Catalog whole(files.whole());
        const query::Lexicon lexicon(whole, whole.taught());
        const store::Sketched sketched = files.sketched();
        REQUIRE(sketched.unread);
        CHECK(sketched.book.partners.empty());
        CHECK(sketched.unread->fiches.size() == whole.partners().size());
        std::vector<std::string> asked = of_places;
        asked.insert(asked.end(), of_all_kinds.begin(), of_all_kinds.end());
        const bool fumel = notebook.ends_with("fumel");
        for (const std::string& question : questions(fumel ? "fumel.tsv" : "dordogne-fresh.tsv", 6))
            asked.push_back(question);
        CHECK(asked.size() > of_places.size() + 5);
        for (const std::string& question : asked) {
            CAPTURE(question);
            CHECK(answered(sketched, question) == answered(whole, lexicon, question));
        }
    }
}

TEST_CASE("a question reads the fiches that may answer, and no others") {
    test::MemoryDisk memory;
    test::TurnedDisk disk(memory);
    disk.write(root + "/cafe.yaml", "name: Carnet\ndepartments: [\"47\"]\n");
    const std::vector<std::string> towns{"Agen",   "Fumel",    "Marmande",  "Duras",
                                         "Lauzun", "Tonneins", "Aiguillon", "Nérac"};
    for (std::size_t i = 0; i < 80; ++i)
        disk.write(root + "/partners/f-" + std::to_string(i) + ".yaml",
                   "name: Logis " + std::to_string(i) + "\nthemes: [logement]\nterritory: [" + towns[i % 8] + "]\n");
    disk.write(root + "/partners/foyer.yaml", "name: Foyer de Fumel\nthemes: [logement]\nterritory: [Agen]\n");
    disk.write(root + "/partners/pret.yaml",
               "name: Prêt\nterritory: [Agen]\nservices: [{name: Logements, territory: [Fumel]}]\n");
    disk.write(root + "/partners/loin.yaml",
               "name: Loin\nkind: mairie\nterritory: [Duras]\ncontacts: [{person: zoe}]\n");
    disk.write(root + "/people/zoe.yaml", "name: Zoé Lapeyre\n");
    disk.clock += 10 * second;
    REQUIRE(store::load_sketched(disk, root, {1}, place).ok());
    auto sketched = store::load_sketched(disk, root, {1}, place);
    REQUIRE(sketched.ok());
    const store::Catalog catalog(std::move(*sketched));
    const query::Lexicon lexicon(catalog);
    const auto ids = [&](const std::string& question) {
        const auto query = query::parse(std::array{question}, catalog, lexicon, {});
        REQUIRE(query.ok());
        std::vector<std::string> all;
        for (const store::PartnerEntry* entry : query::candidates(catalog, *query)) all.push_back(entry->id);
        return all;
    };
    using Ids = std::vector<std::string>;
    CHECK(ids("logement Fumel") ==
          Ids{"f-1", "f-17", "f-25", "f-33", "f-41", "f-49", "f-57", "f-65", "f-73", "f-9", "foyer", "pret"});
    CHECK(ids("mairie Fumel").empty());
    CHECK(ids("prêt") == Ids{"pret"});
    CHECK(ids("\"foyer de fumel\"") == Ids{"foyer"});
    CHECK(ids("kind:mairie") == Ids{"loin"});
    CHECK(ids("Lapeyre") == Ids{"loin"});
    CHECK(ids("kind:mairie OR prêt") == Ids{"loin", "pret"});
    CHECK(ids("zzzz").empty());
    // Nearly all may answer: they are read one behind the other, and the few others with them.
    CHECK(ids("theme:logement").size() == 83);
    CHECK(ids("not:theme:logement").size() == 83);
}

TEST_CASE("wherever the index is damaged, every question has the same answer still") {
    Notebook files("examples/fumel");
    const store::Catalog whole(files.whole());
    const query::Lexicon lexicon(whole, whole.taught());
    const std::string index = store::index_files("/cache", root).front();
    const std::string kept = *files.memory.get(index);
    constexpr std::size_t parts = 24;
    for (std::size_t part = 0; part < parts; ++part) {
        CAPTURE(part);
        std::string other = kept;
        other[kept.size() * part / parts + 100] ^= 0x10;
        files.memory.put(index, other);
        for (std::size_t i = part % 3; i < of_all_kinds.size(); i += 3) {
            CAPTURE(of_all_kinds[i]);
            CHECK(answered(files.sketched(), of_all_kinds[i]) == answered(whole, lexicon, of_all_kinds[i]));
        }
        files.memory.put(index, kept);
    }
}

TEST_CASE("a catalog of unread fiches is the one of read ones") {
    Notebook files("examples/fumel");
    files.disk.write(root + "/partners/ccas-fumel.yaml",
                     *files.memory.get(root + "/partners/ccas-fumel.yaml") + "# x\n");
    files.disk.write(root + "/partners/zzz-nouvelle.yaml", "name: Nouvelle\nkind: association\nterritory: [Fumel]\n");
    const store::Catalog whole(files.whole());
    const store::Catalog sketched(files.sketched());
    CHECK(sketched.partner_count() == whole.partner_count());
    std::vector<std::string> ids;
    sketched.each_sketch([&](const store::Sketch& sketch) {
        ids.emplace_back(sketch.id);
        store::Sketch of_value;
        const store::PartnerEntry* entry = whole.partner(sketch.id);
        REQUIRE(entry != nullptr);
        store::sketch_of(entry->id, entry->value, of_value);
        CHECK(sketch == of_value);
    });
    REQUIRE(ids.size() == whole.partners().size());
    for (const store::PartnerEntry& entry : whole.partners()) {
        const store::PartnerEntry* one = sketched.partner(entry.id);
        REQUIRE(one != nullptr);
        CHECK(one->value == entry.value);
        CHECK(one->areas == entry.areas);
        CHECK(sketched.partner(entry.id) == one);
        CHECK(sketched.has_partner(entry.id));
        const store::Ref ref{model::RecordKind::partner, entry.id};
        REQUIRE(sketched.tree(ref) != nullptr);
        CHECK(yaml::to_value(*sketched.tree(ref)) == yaml::to_value(*whole.tree(ref)));
    }
    CHECK(sketched.partner("nobody") == nullptr);
    CHECK(!sketched.has_partner("nobody"));
    REQUIRE(sketched.partners().size() == whole.partners().size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        CHECK(sketched.partners()[i].id == ids[i]);
        CHECK(whole.partners()[i].id == ids[i]);
        CHECK(sketched.partners()[i].value == whole.partners()[i].value);
        CHECK(sketched.partners()[i].service_areas == whole.partners()[i].service_areas);
    }
    const auto offered = [](const store::Catalog& catalog) {
        std::string all;
        const view::Offering offering(&catalog, Lang::fr, today);
        for (const view::Offer& offer : offering.references("")) all += offer.value + '\t' + offer.says + '\n';
        for (const view::Offer& offer : offering.references("partners/c")) all += offer.value + '\n';
        return all;
    };
    CHECK(offered(store::Catalog(files.sketched())) == offered(whole));
    const store::Book read = store::all_read(files.sketched());
    CHECK(read.partners.size() == whole.partners().size());
    CHECK(read.sources.size() == files.whole().sources.size());
}

TEST_CASE("a sketch that is cut is refused, one that is changed is refused or read, and never more") {
    Notebook files("examples/fumel");
    const store::Book book = files.whole();
    std::string bytes;
    for (const auto& record : book.partners)
        if (record.id == "ccas-fumel") store::write_sketch(record.value, bytes);
    REQUIRE(bytes.size() > 100);
    store::Sketch sketch;
    CHECK(store::read_sketch(bytes, sketch));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK(!store::read_sketch(std::string_view(bytes).substr(0, size), sketch));
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const unsigned bits : {0x01U, 0x40U, 0x80U, 0xFFU}) {
            std::string other = bytes;
            other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ bits);
            static_cast<void>(store::read_sketch(other, sketch));
        }
}

TEST_CASE("with and without the index every question has the same answer, whatever happens in between") {
    const std::vector<std::string> towns{"Fumel", "Agen", "Montayral", "Lot-et-Garonne", "Villeneuve-sur-Lot"};
    for (unsigned seed = 1; seed <= test::turns(4); ++seed) {
        CAPTURE(seed);
        Notebook files("examples/fumel");
        std::mt19937 chance(seed);
        const auto below = [&](std::size_t limit) { return chance() % limit; };
        const auto fiches = [&] {
            std::vector<std::string> paths;
            for (const auto& [path, bytes] : files.memory.files(root))
                if (path.starts_with("partners/")) paths.push_back(path::join(root, path));
            return paths;
        };
        for (int step = 0; step < 12; ++step) {
            CAPTURE(step);
            for (std::size_t times = below(4); times-- > 0;) {
                const auto paths = fiches();
                const std::string& path = paths[below(paths.size())];
                const std::string& town = towns[below(towns.size())];
                switch (below(5)) {
                    case 0: files.disk.write(path, "name: Aide de " + town + "\nthemes: [logement]\n"); break;
                    case 1:
                        files.disk.write(path, "name: Logis\nthemes: [logement]\nterritory: [" + town +
                                                   "]\nservices: [{name: Prêt, situations: [plus de toit], territory: "
                                                   "[Agen]}]\n");
                        break;
                    case 2: files.memory.erase(path); break;
                    case 3: files.disk.rename_file(path, path.substr(0, path.size() - 5) + "-b.yaml"); break;
                    default: files.disk.write(path, "name: [\n"); break;
                }
                if (below(2) == 0) files.disk.clock += static_cast<std::int64_t>(below(6)) * second + 3;
            }
            const store::Catalog whole(files.whole());
            const query::Lexicon lexicon(whole, whole.taught());
            for (const std::string& question :
                 {"logement " + towns[below(towns.size())], "plus de toit à " + towns[below(towns.size())],
                  of_places[below(of_places.size())], of_all_kinds[below(of_all_kinds.size())]}) {
                CAPTURE(question);
                CHECK(answered(files.sketched(), question) == answered(whole, lexicon, question));
            }
        }
    }
}
