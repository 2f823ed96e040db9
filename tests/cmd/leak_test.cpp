// The gate, tried from outside: what must not be told is written into every text field of every kind of record, and
// everything that leaves is searched for it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "exchange/formats.hpp"
#include "model/fields.hpp"
#include "store/layout.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"
#include "yaml/scalar.hpp"

using namespace cafe;
using model::Field;
using model::RecordKind;
using model::Shape;
using model::Storage;
using model::Type;
using test::Told;

namespace {

// A word of a list, a link, a date: what a field must hold so that its record is read and shown. Empty: a text.
std::string fixed(const Field& field) {
    if (field.key == "audience") return "public";
    if (field.key == "confidential") return "false";
    if (field.key == "status" && !field.choices.empty()) return std::string(field.choices.front().value);
    if (!field.choices.empty()) return std::string(field.choices.front().value);
    switch (field.storage) {
        case Storage::number: return "1";
        case Storage::boolean: return "true";
        case Storage::date: return field.key == "until" ? "2027-12-31" : "2026-11-06";
        case Storage::decimal: return "44.3989";
        default: break;
    }
    switch (field.type) {
        case Type::term:
            return field.vocabulary == model::VocabularyKind::themes    ? "logement"
                   : field.vocabulary == model::VocabularyKind::publics ? "familles"
                                                                        : "association";
        case Type::area: return "Fumel";
        case Type::reference:
            if (field.or_words) return "";
            return field.folder == model::Folder::people     ? "somebody"
                   : field.folder == model::Folder::cafes    ? "full"
                   : field.folder == model::Folder::meetings ? "2026-11-06-full"
                                                             : "full";
        case Type::schedule: return "first friday";
        case Type::query: return "in:Fumel";
        case Type::department: return "47";
        case Type::timezone: return "Europe/Paris";
        case Type::language: return "fr";
        case Type::colour: return "#8a3b12";
        case Type::date: return "2026-11-06";
        case Type::time: return "09:00";
        case Type::id: return "item";
        default: return "";
    }
}

/// One record that has every field of its list, each text saying `words`.
class Full {
public:
    explicit Full(std::string words) : words_(yaml::write_quoted(words)) {}

    std::string record(const Shape& shape, const std::map<std::string, std::string>& instead) {
        std::string text;
        for (const Field& field : shape.fields) {
            const auto own = instead.find(std::string(field.key));
            if (own != instead.end() && own->second.empty()) continue;
            text += std::string(field.key) + ": " + (own != instead.end() ? own->second : value(field, 0)) + "\n";
        }
        return text;
    }

private:
    std::string value(const Field& field, int depth) {
        if (field.storage == Storage::keyed)
            return "{cle: " + (field.shape == nullptr ? words_ : mapping(field.shape(), depth)) + "}";
        std::string one = field.shape != nullptr ? mapping(field.shape(), depth) : scalar(field);
        return field.list ? "[" + one + "]" : one;
    }

    std::string mapping(const Shape& shape, int depth) {
        constexpr int deepest = 4;
        std::string text;
        if (depth > deepest) return "{}";
        for (const Field& field : shape.fields)
            text += (text.empty() ? "" : ", ") + std::string(field.key) + ": " + value(field, depth + 1);
        return "{" + text + "}";
    }

    std::string scalar(const Field& field) {
        const std::string said = fixed(field);
        return said.empty() ? words_ : yaml::write_quoted(said);
    }

    std::string words_;
};

constexpr std::string_view refuge = R"(name: La Halte
kind: hebergement
themes: [hebergement]
siret: "99247856000012"
address: {street: 14 impasse des Aubépines, postcode: "47800", commune: Miramont-de-Guyenne, latitude: 44.3989, longitude: 0.5914, confidential: true}
phones:
  - "05 36 49 11 40"
  - {number: "06 39 98 11 40", audience: private}
emails:
  - {address: nuit@halte.example.org, audience: private}
territory: [Lot-et-Garonne]
)";

void put_notebook(test::MemoryDisk& disk, const std::string& words) {
    disk.put("/n/partners/halte.yaml", refuge);
    disk.put("/n/people/somebody.yaml", "name: Marie Delmas\naudience: public\nemails: [marie@example.org]\n");
    const auto put = [&](RecordKind kind, const std::string& id, std::map<std::string, std::string> instead) {
        disk.put("/n/" + store::path_of({kind, id}), Full(words).record(model::shape_of(kind), instead));
    };
    put(RecordKind::settings, "",
        {{"from", "cafe@example.org"},
         {"departments", "[\"47\"]"},
         {"git", ""},
         {"lists", ""},
         {"export", "{source: essai}"}});
    put(RecordKind::network, "", {});
    // A town's own address is its own (tried apart); who objects is not shown at all.
    put(RecordKind::partner, "full",
        {{"address", "{street: 1 place du Postel, postcode: \"47500\", commune: Fumel}"},
         {"parent", ""},
         {"status", "active"}});
    put(RecordKind::person, "full", {{"privacy", ""}});
    put(RecordKind::cafe, "full", {{"status", "active"}});
    put(RecordKind::meeting, "2026-11-06-full", {{"cafe", "full"}, {"date", "2026-11-06"}, {"status", "held"}});
    put(RecordKind::meeting, "2026-12-04-full", {{"cafe", "full"}, {"date", "2026-12-04"}, {"status", "planned"}});
    // Names and keys have no line break.
    const std::string named = yaml::write_quoted(text::replace_all(words, "\n", " "));
    disk.put("/n/territory.yaml",
             "areas: {bassin: {name: " + named + ", areas: [Fumel]}}\naliases: {" + named + ": Fumel}\n");
    disk.put("/n/vocabulary/acronyms.yaml", "ZZT: " + named + "\n");
}

// Letters and digits alone, as they are folded: no break, mark or markup hides anything.
std::string pressed(std::string_view bytes) {
    std::string out;
    for (const char c : fold::text(bytes))
        if (c != ' ') out += c;
    return out;
}

}  // namespace

TEST_CASE("whatever text of whatever record it was written into, nothing that leaves tells it") {
    struct Written {
        std::string words;
        std::vector<std::string> told_nowhere;  // as `pressed` leaves it
        std::vector<std::string> lines;         // what our own people may be told
    };
    for (const Written& written : std::vector<Written>{
             {"au 14 impasse des Aubépines (14, imp. des\nAUBEPINES), 44.3989 et 0.5914, SIRET 992 478 560 00012, "
              "06.39.98.11.40, tel:+33639981140, Nuit@halte.example.org",
              {"14impassedesaubepines", "14impdesaubepines", "443989", "05914", "99247856000012"},
              {"0639981140", "33639981140", "nuithalteexampleorg"}},
             // A postcode that is no code of a commune, as 47110 is: those stand in the tables of areas.
             {"La Halte, impasse des Aubépines, 47800 Miramont-de-Guyenne",
              {"impassedesaubepines", "47800", "miramontdeguyenne"},
              {}}}) {
        CAPTURE(written.words);
        test::MemoryDisk disk;
        disk.put_folder("/n");
        disk.enter("/n");
        put_notebook(disk, written.words);
        std::size_t made = 0;
        const auto search = [&](const std::string& what, const std::string& bytes,
                                const std::vector<std::string>& sought) {
            CAPTURE(what);
            ++made;
            const std::string text = pressed(bytes);
            for (const std::string& secret : sought) {
                const std::size_t at = text.find(secret);
                const std::string around = at == std::string::npos ? "" : text.substr(at < 60 ? 0 : at - 60, 160);
                CHECK_MESSAGE(at == std::string::npos, secret << " in " << around);
            }
        };
        std::vector<std::string> all = written.told_nowhere;
        all.insert(all.end(), written.lines.begin(), written.lines.end());
        for (const std::string audience : {"public", "partners"})
            for (const std::string format : {"html", "md"}) {
                const std::string folder = "/out/" + audience + format;
                const Told told =
                    test::run_command(disk, {"publish", "-o", folder, "--audience", audience, "--format", format});
                CAPTURE(told.err);
                REQUIRE(told.code == 0);
                // The search of the page knows the communes of the départements by their names.
                for (const auto& [path, bytes] : disk.files(folder))
                    if (path != "assets/donnees.js" || written.lines.size() > 1)
                        search(folder + "/" + path, bytes, all);
            }
        for (const exchange::Format& format : exchange::formats()) {
            // A workbook is compressed; its tables are those of the CSV and the JSON.
            if (format.name == "xlsx" || format.name == "di-xlsx") continue;
            for (const std::string audience : {"public", "partners"}) {
                const std::string folder = "/out/" + std::string(format.name) + audience;
                const Told told = test::run_command(
                    disk, {"export", "--format", std::string(format.name), "-o", folder, "--audience", audience,
                           "--service-per-fiche", "--permanences", "services", "--report", "json"});
                CAPTURE(told.err);
                REQUIRE(told.code <= 1);
                REQUIRE(!disk.files(folder).empty());
                search("report of " + folder, told.out, all);
                for (const auto& [path, bytes] : disk.files(folder))
                    search(folder + "/" + path, text::replace_all(bytes, "\r\n ", ""), all);
            }
        }
        for (const std::string audience : {"public", "partners"}) {
            const std::string file = "/out/livrets/" + audience + ".html";
            const Told told = test::run_command(disk, {"publish", "--booklet", file, "--audience", audience});
            CAPTURE(told.err);
            REQUIRE(told.code == 0);
        }
        for (const std::string audience : {"public", "partners"}) {
            const std::string file = "/out/livrets/un-" + audience + ".html";
            const Told told = test::run_command(disk, {"publish", "--one-file", file, "--audience", audience});
            CAPTURE(told.err);
            REQUIRE(told.code == 0);
        }
        // An edition in one file has the same data of the search in an element of their own.
        for (const auto& [path, bytes] : disk.files("/out/livrets")) {
            const std::size_t from = bytes.find("id=\"CAFE\">");
            if (written.lines.size() > 1 || from == std::string::npos) {
                search(path, bytes, all);
                continue;
            }
            search(path, bytes.substr(0, from), all);
            search(path, bytes.substr(bytes.find("</script>", from)), all);
        }
        using Line = std::vector<std::string>;
        // What is printed, and the drafts of mails.
        for (const Line& line : std::vector<Line>{{"meeting", "kit", "2026-12-04-full", "-o"},
                                                  {"meeting", "invite", "2026-12-04-full", "-o"},
                                                  {"meeting", "close", "2026-11-06-full", "-o"},
                                                  {"training", "certificate", "2026-11-06", "-o"}}) {
            const std::string folder = "/out/" + line[1];
            Line whole = line;
            whole.push_back(folder);
            const Told told = test::run_command(disk, whole);
            CAPTURE(told.err);
            CHECK(told.code == 0);
            CHECK_FALSE(disk.files(folder).empty());
            for (const auto& [path, bytes] : disk.files(folder)) search(folder + "/" + path, bytes, all);
        }
        for (const Line& line : std::vector<Line>{{"meeting", "ics"},
                                                  {"form", "partners/full"},
                                                  {"form", "partners/halte"},
                                                  {"meeting", "minutes", "2026-11-06-full"},
                                                  {"meeting", "minutes", "2026-11-06-full", "--render", "html"},
                                                  {"find", "logement", "Fumel", "--card"}})
            search(text::join(line, " "), test::run_command(disk, line).out, all);
        for (const Line& line : std::vector<Line>{{"list"},
                                                  {"list", "--json"},
                                                  {"list", "--csv"},
                                                  {"list", "meetings", "--json"},
                                                  {"list", "people", "--json"},
                                                  {"list", "cafes", "--json"},
                                                  {"meeting", "agenda"},
                                                  {"show", "partners/full", "--json"},
                                                  {"show", "meetings/2026-11-06-full"},
                                                  {"show", "partners/halte"},
                                                  {"find", "logement", "--json"},
                                                  {"find", "logement", "--long"},
                                                  {"show", "cafe.yaml"},
                                                  {"show", "network.yaml", "--json"},
                                                  {"show", "network"},
                                                  {"stats"},
                                                  {"stats", "--json"},
                                                  {"stats", "--svg", "themes"},
                                                  {"stats", "introductions"},
                                                  {"meeting", "questions", "--open"},
                                                  {"meeting", "actions"},
                                                  {"meeting", "minutes", "2026-11-06-full", "--page"},
                                                  {"set", "partners/halte", "address.extra=bâtiment B", "--dry-run"},
                                                  {"set", "partners/halte", "address.extra=bâtiment B", "--json"},
                                                  {"undo", "--list"},
                                                  {"undo", "--list", "--json"},
                                                  {"undo", "--dry-run"},
                                                  {"undo", "--json"}})
            search(text::join(line, " "), test::run_command(disk, line).out, written.told_nowhere);
        CHECK(made > 100);
    }
}

TEST_CASE("our own people see it when they ask") {
    test::MemoryDisk disk;
    disk.put_folder("/n");
    disk.enter("/n");
    put_notebook(disk, "14 impasse des Aubépines");
    CHECK(test::run_command(disk, {"show", "partners/halte"}).out.find("Aub") == std::string::npos);
    CHECK(test::run_command(disk, {"show", "partners/halte", "--reveal"}).out.find("14 impasse des Aubépines") !=
          std::string::npos);
    CHECK(test::run_command(disk, {"show", "partners/full"}).out.find("Aub") == std::string::npos);
    CHECK(test::run_command(disk, {"show", "partners/full", "--reveal"}).out.find("14 impasse des Aubépines") !=
          std::string::npos);
}
