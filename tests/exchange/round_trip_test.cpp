// Export, then import into an empty notebook: the same fiches, but for what the report of losses lists. Fifty notebooks
// by chance; CAFE_ROUND_TRIPS=1000 for more (docs/exchange.md). Others than these seeds are kept aside.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.hpp"
#include "exchange/fates.hpp"
#include "exchange/formats.hpp"
#include "intake/cells.hpp"
#include "intake/three_way.hpp"
#include "model/fields.hpp"
#include "store/book.hpp"
#include "support/leaves.hpp"
#include "support/random_notebook.hpp"
#include "support/run_command.hpp"
#include "support/source_folder.hpp"
#include "support/turns.hpp"
#include "yaml/tree.hpp"

using namespace cafe;
using test::Leaves;

namespace {

struct Trip {
    std::string_view format;
    std::vector<std::string> export_words;
    std::vector<std::string> import_words;
    std::vector<std::string> files;
    bool drafts = false;       ///< the mapping is drafted first
    bool by_services = false;  ///< what a fiche says by itself only leaves through its services
    bool whole = false;        ///< every row goes in
};

const std::vector<Trip>& trips() {
    static const std::vector<Trip> all{
        {"di", {}, {"--map", "di"}, {"structures.json", "services.json"}, false, true, true},
        {"xlsx", {"--audience", "partners"}, {"--map", "xlsx"}, {"partenaires.xlsx"}, false, false, true},
        {"csv",
         {"--audience", "partners"},
         {"--map", "csv"},
         {"partenaires.csv", "services.csv", "permanences.csv", "personnes.csv"},
         false,
         false,
         true},
        {"vcard", {}, {"--as", "partners"}, {"partenaires.vcf"}, true, false, false},
    };
    return all;
}

// What a fiche says through its services only: a service that says nothing of it takes it over.
constexpr std::array<std::string_view, 6> inherited{"themes", "publics", "territory", "fee", "fee_note", "hours"};

Value as_services_say(const Value& record) {
    const Value* services = record.find("services");
    if (services == nullptr) return record;
    Map fiche;
    for (const Member& member : *record.map())
        if (member.key != "services") fiche.push_back(member);
    List whole;
    for (const Value& service : *services->list()) {
        Map map = *service.map();
        for (const std::string_view key : inherited)
            if (const Value* said = record.find(key); said != nullptr && service.find(key) == nullptr)
                map.push_back({std::string(key), *said});
        if (const Value* said = record.find("referral"); said != nullptr && service.find("referral") == nullptr)
            map.push_back({"referral", *said});
        whole.push_back(Value{std::move(map)});
    }
    for (const std::string_view key : inherited)
        if (key != "hours") std::erase_if(fiche, [&](const Member& member) { return member.key == key; });
    std::erase_if(fiche, [](const Member& member) { return member.key == "referral"; });
    fiche.push_back({"services", Value{std::move(whole)}});
    return Value{std::move(fiche)};
}

exchange::Way way_of(const Trip& trip) {
    return exchange::format_named(trip.format)->way;
}

// A value as it is compared: hours in one notation, numbers as numbers; what an import cleans without its spelling.
std::string spelled(const std::string& path, const std::string& value, const Trip& trip) {
    if (path.ends_with("itude")) return fmt::format("{:.6f}", text::to_number(value).value_or(0));
    if (path == "hours" || path == "services.hours") return intake::normalised("hours", Value{value});
    const bool is_spelled =
        path == "name" || path == "address.street" || path == "phones.number" || path == "emails.address";
    if (!trip.drafts && (!is_spelled || way_of(trip) == exchange::Way::table)) return value;
    if (path == "address.street") return intake::normalised(path, Value{intake::read_address(value).street});
    const std::size_t list =
        path.find(".number") != std::string::npos || path.find("emails.") == 0 ? path.find('.') : path.size();
    return intake::normalised(path.substr(0, list), Value{value});
}

// Of each fiche by its id, what its fields say; by its name where ids are not kept, but for names that several bear.
std::map<std::string, Leaves> fiches(test::MemoryDisk& disk, const std::string& root, const Trip& trip) {
    std::map<std::string, Leaves> all;
    std::set<std::string> twins;
    const auto book = store::load(disk, root, {1});
    REQUIRE(book.ok());
    for (const auto& partner : book->partners) {
        Value record = yaml::to_value(partner.source->tree);
        if (trip.by_services) record = as_services_say(record);
        Leaves leaves = test::leaves_of(record, model::partner_shape());
        for (auto& [path, values] : leaves)
            for (std::string& value : values) value = spelled(path, value, trip);
        const std::string key = trip.drafts ? partner.value.name : partner.id;
        if (!all.emplace(key, std::move(leaves)).second) twins.insert(key);
    }
    for (const std::string& twin : twins) all.erase(twin);
    return all;
}

// An import verifies nothing: a day of verification comes back as that of the source, and whom a service names among
// the contacts of the fiche.
void take_as_said(std::map<std::string, Leaves>& fiches) {
    std::vector<std::string> people;
    for (auto& [id, leaves] : fiches)
        people.insert(people.end(), leaves["contacts.person"].begin(), leaves["contacts.person"].end());
    for (auto& [id, leaves] : fiches) {
        std::vector<std::string> days = leaves["verified.on"];
        for (const std::string& day : leaves["sources.on"]) days.push_back(day);
        leaves["verified.on"] = leaves["sources.on"] = days;
        // Somebody of two organisations is not taken for one person without asking: they are in one fiche at least.
        for (std::size_t n = leaves["services.contact"].size(), most = 9; n < most; ++n)
            leaves["services.contact"].insert(leaves["services.contact"].end(), people.begin(), people.end());
    }
}

using Listed = std::map<std::string, std::size_t>;

Listed listed_losses(const nlohmann::json& report) {
    Listed listed;
    for (const char* part : {"lost", "flattened"})
        for (const auto& field : report[part]) listed[field["path"]] += field["values"].get<std::size_t>();
    for (const auto& field : report["withheld"]["fields"]) listed[field["path"]] += field["values"].get<std::size_t>();
    return listed;
}

std::size_t count_at(const Listed& listed, const std::string& path) {
    const auto found = listed.find(path);
    return found == listed.end() ? 0 : found->second;
}

// Whether the report lists anything of what a service takes over at this path.
bool is_listed_for_fiche(const Listed& listed, const std::string& path) {
    return path.starts_with("services.") && count_at(listed, path.substr(9)) > 0;
}

void compare(const std::map<std::string, Leaves>& before, const std::map<std::string, Leaves>& after, const Trip& trip,
             const Listed& listed, const std::set<std::string>& refused, std::size_t left_out) {
    Listed lost;
    std::size_t gone = 0;
    std::map<std::string, std::string> examples;
    for (const auto& [called, leaves] : before) {
        const std::string& name = called;
        if (refused.contains(name)) continue;
        const auto same = after.find(name);
        if (same == after.end()) {
            ++gone;
            continue;
        }
        for (const auto& [path, values] : leaves) {
            const exchange::Fate fate = exchange::fate_of(path, way_of(trip));
            if (fate == exchange::Fate::private_) continue;
            const auto there = same->second.find(path);
            const auto missing =
                test::missing_from(there == same->second.end() ? std::vector<std::string>{} : there->second, values);
            lost[path] += missing.size();
            if (!missing.empty())
                examples[path] += name + ": " + missing.front() + " -> " +
                                  (there == same->second.end() ? "nothing" : text::join(there->second, " | ")) + "\n";
        }
    }
    if (trip.whole) CHECK(gone == left_out);
    for (const auto& [field, count] : lost) {
        const std::string& path = field;
        const std::size_t values = count;
        if (is_listed_for_fiche(listed, path)) continue;
        CHECK_MESSAGE(values <= count_at(listed, path), path << ": " << values << " values are lost, the report lists "
                                                             << count_at(listed, path) << "\n"
                                                             << examples[path]);
    }
}

std::vector<std::string> paths_in(const std::string& folder, const std::vector<std::string>& files) {
    std::vector<std::string> paths;
    for (const std::string& file : files) paths.push_back(folder + "/" + file);
    return paths;
}

std::vector<std::string> line_of(std::vector<std::string> line, const std::vector<std::string>& more) {
    line.insert(line.end(), more.begin(), more.end());
    return line;
}

// The notebook without its fiches and people.
void put_empty_twin(test::MemoryDisk& disk) {
    for (const auto& [path, text] : disk.files("/n"))
        if (!path.starts_with("partners/") && !path.starts_with("imports/") && !path.starts_with(".cafe"))
            disk.put("/empty/" + path, text);
}

std::size_t count_of(const std::string& text, std::string_view words) {
    std::size_t n = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++n;
    return n;
}

void there_and_back(test::MemoryDisk& disk, const Trip& trip) {
    CAPTURE(trip.format);
    disk.enter("/n");
    const std::string out = "/out-" + std::string(trip.format);
    const auto told = test::run_command(
        disk, line_of(line_of({"export", "--format", std::string(trip.format), "-o", out, "--report", "json"},
                              trip.export_words),
                      {}));
    CAPTURE(told.err);
    REQUIRE(told.code <= 1);
    const auto report = nlohmann::json::parse(told.out);
    std::set<std::string> refused;
    const auto own = store::load(disk, "/n", {1});
    for (const auto& one : report["refused"])
        for (const auto& partner : own->partners)
            if (partner.source->path == one["file"]) refused.insert(trip.drafts ? partner.value.name : partner.id);

    put_empty_twin(disk);
    disk.enter("/empty");
    const auto import = line_of(line_of({"import"}, paths_in(out, trip.files)), trip.import_words);
    if (trip.drafts) {
        CHECK(test::run_command(disk, import).code == 1);
        disk.put("/empty/imports/partenaires.yaml",
                 disk.get("/empty/imports/partenaires.yaml").value_or("") + "mailboxes: keep\n");
    }
    const auto imported =
        test::run_command(disk, trip.drafts ? line_of({"import"}, paths_in(out, trip.files)) : import);
    CAPTURE(imported.err);
    CAPTURE(imported.out);
    // A fiche that `check` refuses waits.
    const std::size_t waiting = trip.whole ? count_of(imported.err, " : attend : ") : 0;
    if (trip.whole) CHECK(imported.code == (waiting > 0 ? 1 : 0));
    auto found = fiches(disk, "/empty", trip);
    if (way_of(trip) != exchange::Way::table) take_as_said(found);
    compare(fiches(disk, "/n", trip), found, trip, listed_losses(report), refused,
            report["fiches"]["closed"].get<std::size_t>() + report["withheld"]["fiches"].get<std::size_t>() + waiting);

    // Into the notebook that it came from: nothing changes.
    if (trip.drafts) return;
    disk.enter("/n");
    const auto before = disk.files("/n");
    const auto again = test::run_command(disk, import);
    CAPTURE(again.err);
    CHECK(again.code == 0);
    CHECK(disk.files("/n") == before);
}

}  // namespace

TEST_CASE("round trip: what is exported from both examples is what is imported") {
    for (const std::string example : {"fumel", "places"}) {
        CAPTURE(example);
        for (const Trip& trip : trips()) {
            test::MemoryDisk disk;
            disk.put_real_folder("/n", test::source_folder("examples/" + example));
            const std::string settings = *disk.get("/n/cafe.yaml");
            if (settings.find("\nexport:") == std::string::npos)
                disk.put("/n/cafe.yaml", settings + "export: {source: essai}\n");
            there_and_back(disk, trip);
        }
    }
}

TEST_CASE("round trip: what is exported from notebooks made by chance is what is imported") {
    const char* asked = std::getenv("CAFE_ROUND_TRIPS");
    const std::uint64_t notebooks = asked == nullptr ? test::turns(50) : static_cast<std::uint64_t>(std::atoi(asked));
    for (std::uint64_t seed = 0; seed < notebooks; ++seed) {
        CAPTURE(seed);
        for (const Trip& trip : trips()) {
            test::MemoryDisk disk;
            test::put_random_notebook(disk, "/n", seed);
            there_and_back(disk, trip);
        }
    }
}
