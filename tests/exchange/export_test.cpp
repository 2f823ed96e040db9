// `cafe export` from outside: every field where the table of fates says that it goes, and nowhere else.
#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "exchange/fates.hpp"
#include "exchange/formats.hpp"
#include "model/fields.hpp"
#include "run.hpp"
#include "support/fake_process.hpp"
#include "support/memory_disk.hpp"
#include "yaml/scalar.hpp"

using namespace cafe;
using model::Field;
using model::Shape;
using model::Storage;
using model::Type;

namespace {

struct Told {
    int code = 0;
    std::string out;
    std::string err;
};

Told run(Disk& disk, const std::vector<std::string>& line) {
    test::FakeProcess process;
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in;
    cmd::World world{disk,
                     process,
                     out,
                     err,
                     in,
                     [](const std::string& name) -> std::optional<std::string> {
                         if (name == "HOME") return "/root";
                         return std::nullopt;
                     },
                     [](const std::string&) { return *Date::of(2026, 11, 23); }};
    world.threads = 1;
    const int code = cmd::run(line, world);
    return {code, out.str(), err.str()};
}

// "zqservicesreferralsteps": a word that stands nowhere else.
std::string marker(const std::string& path) {
    std::string word = "zq";
    for (const char c : path)
        if (ascii::is_letter(c)) word += c;
    return word + "qz";
}

// Whether a field can hold a marker, and the text that does.
std::string marked(const Field& field, const std::string& path) {
    if (!field.choices.empty() || (field.storage != Storage::text && field.storage != Storage::texts)) return {};
    // data·inclusion takes a link alone.
    if (field.type == Type::url || path == "accessibility") return "https://" + marker(path) + ".example.org/";
    if (field.type == Type::email) return marker(path) + "@example.org";
    if (field.type == Type::line || field.type == Type::markdown) return "Le " + marker(path) + " ici";
    return {};
}

std::string fixed(const Field& field, const std::string& path) {
    if (path == "status") return "suspended";
    if (field.key == "audience") return "public";
    if (field.key == "confidential") return "false";
    if (!field.choices.empty()) return std::string(field.choices.front().value);
    switch (field.storage) {
        case Storage::number: return "16";
        case Storage::boolean: return "true";
        case Storage::date: return field.key == "until" ? "2027-12-31" : "2026-11-06";
        case Storage::decimal: return field.key == "latitude" ? "44.5" : "0.97";
        default: break;
    }
    switch (field.type) {
        case Type::term:
            return field.vocabulary == model::VocabularyKind::themes    ? "logement-impayes"
                   : field.vocabulary == model::VocabularyKind::publics ? "jeunes"
                                                                        : "ccas-cias";
        case Type::area:
        case Type::commune: return "Fumel";
        case Type::postcode: return "47500";
        case Type::reference:
            return field.folder == model::Folder::people     ? "marie"
                   : field.folder == model::Folder::meetings ? "2026-11-06-fumel"
                                                             : "host";
        case Type::phone: return "05 36 49 00 01";
        case Type::hours: return "Tu[1,3] 09:00-12:00; We 14:00-17:00";
        case Type::language: return "pt";
        case Type::siret: return "21470106200025";
        case Type::rna: return "W471000001";
        case Type::id: return "aide";
        default: return "x";
    }
}

std::string mapping(const Shape& shape, const std::string& prefix);

std::string value(const Field& field, const std::string& path) {
    std::string one;
    if (field.shape != nullptr) {
        one = mapping(field.shape(), path + ".");
        if (path == "services") one += ", {id: second, name: Second service, description: Un autre service}";
    } else {
        const std::string words = marked(field, path);
        one = yaml::write_quoted(words.empty() ? fixed(field, path) : words);
    }
    return field.list ? "[" + one + "]" : one;
}

std::string mapping(const Shape& shape, const std::string& prefix) {
    std::string text;
    for (const Field& field : shape.fields)
        text +=
            (text.empty() ? "" : ", ") + std::string(field.key) + ": " + value(field, prefix + std::string(field.key));
    return "{" + text + "}";
}

void put_notebook(test::MemoryDisk& disk) {
    disk.put_folder("/n");
    disk.enter("/n");
    disk.put("/n/cafe.yaml", "name: Réseau\nlanguage: fr\ndepartments: [\"47\"]\nexport: {source: essai}\n");
    disk.put("/n/people/marie.yaml",
             "name: Marie Delmas\naudience: public\nemails: [marie@example.org]\nphones: [\"06 39 98 00 01\"]\n");
    disk.put("/n/partners/host.yaml",
             "name: Mairie de Tournon\nkind: mairie\nsummary: La mairie.\nthemes: [logement]\nterritory: [Fumel]\n"
             "address: {street: 1 place, postcode: \"47370\", commune: Tournon-d'Agenais, latitude: 44.4, longitude: "
             "0.99}\nverified: {on: 2026-11-06}\n");
    std::string fiche;
    for (const Field& field : model::partner_shape().fields)
        fiche += std::string(field.key) + ": " + value(field, std::string(field.key)) + "\n";
    disk.put("/n/partners/full.yaml", fiche);
}

std::string all_bytes(const test::MemoryDisk& disk, const std::string& folder) {
    std::string bytes;
    for (const auto& [path, file] : disk.files(folder))
        if (!path.starts_with(".")) bytes += file;
    // vCard and iCalendar fold their lines.
    return text::replace_all(bytes, "\r\n ", "");
}

// Every field that can hold a marker, by its path.
void each_marked(const Shape& shape, const std::string& prefix,
                 const std::function<void(const std::string& path, const std::string& words)>& visit) {
    for (const Field& field : shape.fields) {
        const std::string path = prefix + std::string(field.key);
        if (field.shape != nullptr)
            each_marked(field.shape(), path + ".", visit);
        else if (!marked(field, path).empty())
            visit(path, marker(path));
    }
}

}  // namespace

TEST_CASE("what the table of fates says of a field is what its format does") {
    for (const exchange::Format& format : exchange::formats()) {
        // A workbook is compressed; it has the same tables as the CSV and the JSON.
        if (format.name == "xlsx" || format.name == "di-xlsx") continue;
        CAPTURE(format.name);
        test::MemoryDisk disk;
        put_notebook(disk);
        const Told told =
            run(disk, {"export", "--format", std::string(format.name), "-o", "/out", "--audience", "partners"});
        CAPTURE(told.err);
        REQUIRE(told.code == 0);
        const std::string bytes = all_bytes(disk, "/out");
        std::size_t looked_for = 0;
        each_marked(model::partner_shape(), "", [&](const std::string& path, const std::string& word) {
            const exchange::Fate fate = exchange::fate_of(path, format.way);
            const bool leaves = fate == exchange::Fate::mapped || fate == exchange::Fate::flattened;
            // Of two links to where a fiche comes from the list's goes.
            if (path == "source_link" && format.way == exchange::Way::data_inclusion) return;
            CHECK_MESSAGE((bytes.find(word) != std::string::npos) == leaves,
                          path << " is " << exchange::key_of(fate) << " in the table of fates");
            ++looked_for;
        });
        CHECK(looked_for > 30);
    }
}

TEST_CASE("an export of the same notebook is the same bytes, and nothing is left of another edition") {
    for (const exchange::Format& format : exchange::formats()) {
        CAPTURE(format.name);
        test::MemoryDisk disk;
        put_notebook(disk);
        const std::vector<std::string> line{"export", "--format", std::string(format.name), "-o", "/out"};
        REQUIRE(run(disk, line).code == 0);
        const auto first = disk.files("/out");
        disk.forget_log();
        REQUIRE(run(disk, line).code == 0);
        CHECK(disk.files("/out") == first);
        std::vector<std::string> other = line;
        other.insert(other.end(), {"--audience", "partners"});
        CHECK(run(disk, other).code == 4);
        CHECK(disk.files("/out") == first);
    }
}

TEST_CASE("an export goes over nobody's files") {
    test::MemoryDisk disk;
    put_notebook(disk);
    disk.put("/taken/notes.txt", "à moi");
    for (const std::string folder : {"/taken", "/n", "/n/partners", "/", "/root"}) {
        CAPTURE(folder);
        const Told told = run(disk, {"export", "--format", "di", "-o", folder});
        CHECK(told.code == 4);
        CHECK(told.err.find("cafe export --format di -o export") != std::string::npos);
    }
    CHECK(disk.files("/taken").size() == 1);
    const Told tried = run(disk, {"export", "--format", "csv", "-o", "/new", "--dry-run"});
    CHECK(tried.code == 0);
    CHECK(disk.files("/new").empty());
}

TEST_CASE("a refused fiche is named with its place and a remedy, and is nowhere in the files") {
    test::MemoryDisk disk;
    put_notebook(disk);
    disk.put("/n/partners/none.yaml", "name: Sans date\nkind: autre\nthemes: [logement]\nterritory: [Fumel]\n");
    const Told told = run(disk, {"export", "--format", "di", "-o", "/out"});
    CHECK(told.code == 1);
    CHECK(told.err.find("partners/none.yaml (verified.on)") != std::string::npos);
    CHECK(told.err.find("cafe verify none") != std::string::npos);
    CHECK(all_bytes(disk, "/out").find("Sans date") == std::string::npos);
}
