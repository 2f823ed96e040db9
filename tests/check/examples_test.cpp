// The example notebooks: the network's own must be clean, the published places must give the faults they have.
#include <fstream>
#include <sstream>

#include "check/notebook.hpp"
#include "support/source_folder.hpp"

using namespace cafe;

namespace {

std::string folder(const std::string& name) {
    return cafe::test::source_folder() + "/" + name;
}

Findings check_example(const std::string& name, const Date& today) {
    test::MemoryDisk disk;
    disk.put_real_folder("/nb", folder("examples/" + name));
    const auto book = store::load(disk, "/nb", {1});
    REQUIRE(book.ok());
    const territory::Territory territory(store::territory_setup(book->settings.value, book->areas.value));
    return check::check(*book, territory, today);
}

std::string in_short(const Findings& findings, bool with_hints) {
    std::string out;
    for (const Diagnostic& finding : findings)
        if (with_hints || finding.rule->severity != Severity::hint)
            out += render::finding_in_short(finding, {Lang::en, false});
    return out;
}

}  // namespace

TEST_CASE("the example network has no error and no warning") {
    CHECK(in_short(check_example("fumel", *Date::of(2026, 11, 20)), false) == "");
}

// The hints on upkeep are left out: they follow the day, and none of these places gave its agreement to this network.
TEST_CASE("651 real places give the faults they have, no more and no fewer") {
    Findings found = check_example("places", *Date::of(2026, 11, 20));
    CHECK(found.size() > 651);
    std::erase_if(found, [](const Diagnostic& finding) { return finding.rule->code.starts_with("H6"); });
    std::ifstream in(folder("tests/check/places_accepted.txt"));
    std::ostringstream accepted;
    accepted << in.rdbuf();
    CHECK(in_short(found, true) == accepted.str());
}

TEST_CASE("findings come in the same order whatever the number of threads that read") {
    test::MemoryDisk disk;
    disk.put_real_folder("/nb", folder("examples/places"));
    Findings first;
    for (const unsigned threads : {1U, 2U, 7U}) {
        const auto book = store::load(disk, "/nb", {threads});
        REQUIRE(book.ok());
        const territory::Territory territory(store::territory_setup(book->settings.value, book->areas.value));
        Findings found = check::check(*book, territory, *Date::of(2026, 11, 20));
        CHECK(std::is_sorted(found.begin(), found.end(), before));
        if (first.empty()) first = found;
        CHECK(found == first);
    }
}
