// What services say of their places: what cannot be, what is too old, what is over.
#include <set>

#include "check/notebook.hpp"
#include "edit/mend.hpp"

using namespace cafe;
using cafe::test::fiche;

namespace {

const Date today = *Date::of(2026, 11, 20);

std::string raised(const std::string& services, const std::string& settings = "") {
    test::Notebook notebook;
    if (!settings.empty()) notebook.put("cafe.yaml", "name: Café\ndepartments: [\"47\"]\n" + settings);
    notebook.put("partners/x.yaml", fiche("services:\n" + services));
    std::string found;
    for (const Diagnostic& finding : notebook.check(today)) {
        const std::string_view code = finding.rule->code;
        if (code == "H608" || code == "H609" || code == "E218")
            found += fmt::format("{}:{} {}\n", code, finding.place.line, finding.message.en);
    }
    return found;
}

// The fiche after `check --fix`.
std::string mended(const std::string& services) {
    test::Notebook notebook;
    notebook.put("partners/x.yaml", fiche("services:\n" + services));
    const auto book = store::load(notebook.disk(), "/nb", {1});
    const auto done = edit::mend(
        *book, notebook.check(today), [](const std::string&) { return std::string(); }, edit::Layout::leave);
    CHECK(done.not_proven == 0);
    for (const store::FileChange& file : done.files)
        if (file.path == "partners/x.yaml") return *file.after;
    return "unchanged";
}

}  // namespace

TEST_CASE("a period never has more free places than the service has, and ends after it begins") {
    CHECK(raised("  - id: a\n    name: Nuits\n    capacity: {places: 4, free: 1, as_of: 2026-11-06}\n    openings:\n"
                 "      - {from: 2026-12-19, until: 2027-01-03, free: 5, as_of: 2026-11-06}\n") ==
          "E218:10 5 places free in this period, and the service has 4 in all\n");
    CHECK(raised("  - id: a\n    name: Nuits\n    openings:\n"
                 "      - {from: 2027-01-03, until: 2026-12-19, free: 5, as_of: 2026-11-06}\n") ==
          "E218:9 'until' (2026-12-19) comes before 'from' (2027-01-03)\n");
    CHECK(raised("  - id: a\n    name: Nuits\n    capacity: {places: 4, free: 4, as_of: 2026-11-06}\n    openings:\n"
                 "      - {from: 2026-12-19, until: 2027-01-03, free: 4, as_of: 2026-11-06}\n") == "");
}

TEST_CASE("a count older than thirty days, or than the notebook allows, is a hint") {
    const std::string counted = "  - {id: a, name: Nuits, capacity: {places: 4, free: 1, as_of: 2026-10-20}}\n";
    CHECK(raised(counted) == "H608:6 places counted on 20 October 2026, 31 days ago\n");
    CHECK(raised(counted, "freshness_places: 60\n") == "");
    CHECK(raised("  - {id: a, name: Nuits, capacity: {places: 4, free: 1, as_of: 2026-10-21}}\n") == "");
    CHECK(raised("  - {id: a, name: Nuits, capacity: {places: 4, as_of: 2020-10-21}}\n") == "");
    CHECK(raised("  - id: a\n    name: Nuits\n    openings:\n"
                 "      - {from: 2026-12-19, until: 2027-01-03, free: 5, as_of: 2026-10-01}\n") ==
          "H608:9 places counted on 1 October 2026, 50 days ago\n");
}

TEST_CASE("periods that are over are taken away, and nothing else") {
    const std::string before = "  - id: a\n    name: Nuits   # la nuit\n    openings:   # les vacances\n";
    const std::string gone = "      - {from: 2026-07-04, until: 2026-08-31, free: 5, as_of: 2026-06-01}\n";
    const std::string gone_too = "      - from: 2026-10-17\n        until: 2026-11-02   # Toussaint\n        free: 1\n";
    const std::string kept = "      - {from: 2026-12-19, until: 2027-01-03, free: 2, as_of: 2026-11-06}\n";
    const std::string kept_too =
        "      - {from: 2027-02-13, until: 2027-03-01, free: 1, as_of: 2026-11-06}   # hiver\n";
    const std::string behind = "    fee: free\n";
    CHECK(raised(before + gone + kept + gone_too + behind) ==
          "H609:9 this period has been over since 31 August 2026\n"
          "H609:12 this period has been over since 2 November 2026\n");
    const auto whole = [&](const std::string& openings) { return fiche("services:\n" + before + openings + behind); };
    CHECK(mended(before + gone + kept + behind) == whole(kept));
    CHECK(mended(before + kept + gone + behind) == whole(kept));
    CHECK(mended(before + gone + kept + gone_too + kept_too + behind) == whole(kept + kept_too));
    CHECK(mended(before + kept + kept_too + behind) == "unchanged");
    CHECK(mended("  - {id: a, name: Nuits, openings: [{from: 2026-07-04, until: 2026-08-31, free: 5}, {from: "
                 "2026-12-19, until: 2027-01-03, free: 2}]}\n") ==
          fiche("services:\n  - {id: a, name: Nuits, openings: [{from: 2026-12-19, until: 2027-01-03, free: 2}]}\n"));
    // The last one goes with its key.
    const std::string none = mended("  - id: a\n    name: Nuits\n    openings:\n" + gone + gone_too + behind);
    CHECK(none == fiche("services:\n  - id: a\n    name: Nuits\n" + behind));
}

TEST_CASE("the note of a period tells of nobody: W701 to W703 look at it as at other texts") {
    const auto codes = [](const std::string& note) {
        test::Notebook notebook;
        notebook.put("partners/x.yaml",
                     fiche("services:\n  - id: a\n    name: Nuits\n    openings:\n      - {from: 2026-12-19, until: "
                           "2027-01-03, free: 2, as_of: 2026-11-06, note: \"" +
                           note + "\"}\n"));
        std::set<std::string> found;
        for (const Diagnostic& finding : notebook.check(today))
            if (finding.rule->code.starts_with("W70")) found.emplace(finding.rule->code);
        return found;
    };
    CHECK(codes("réservé, dossier 2 69 05 49 588 157 80") == std::set<std::string>{"W701"});
    CHECK(codes("pour M. Duval né le 3 mai 1979").contains("W702"));
    CHECK(codes("Mme Xavier, trois enfants, est sans logement") == std::set<std::string>{"W703"});
    CHECK(codes("pendant les vacances scolaires, nuits comprises").empty());
}
