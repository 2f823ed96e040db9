#include "check/notebook.hpp"

using namespace cafe;
using cafe::test::fiche;

namespace {

std::vector<std::string> hints(const std::string& more, const Date& today) {
    test::Notebook notebook;
    notebook.put("partners/x.yaml", fiche(more));
    std::vector<std::string> found;
    for (const Diagnostic& finding : notebook.check(today)) {
        CHECK(finding.rule->severity == Severity::hint);
        if (finding.place.file == "partners/x.yaml")
            found.push_back(fmt::format("{}:{}", finding.rule->code, finding.place.line));
    }
    return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what depends on the day is a hint: stale, never verified, verified ahead of time, no agreement") {
    const Date today = *Date::of(2026, 11, 20);
    const std::string agreed = "agreement: {on: 2026-01-02, by: marie-delmas}\n";
    CHECK(hints("", today) == Lines{"H601:1", "H604:1"});
    CHECK(hints("audience: partners\n", today) == Lines{"H601:1"});
    CHECK(hints("status: closed\n", today) == Lines{});
    CHECK(hints(agreed, today) == Lines{"H601:1"});
    CHECK(hints(agreed + "verified: {on: 2025-11-19, how: phone}\n", today) == Lines{"H602:6"});
    CHECK(hints(agreed + "verified: {on: 2025-11-20, how: phone}\n", today) == Lines{});
    CHECK(hints(agreed + "verified: {on: 2026-05-19, how: phone}\nverify_every: 6\n", today) == Lines{"H602:6"});
    CHECK(hints(agreed + "verified: {on: 2026-11-21, how: phone}\n", today) == Lines{"H603:6"});
    CHECK(hints(agreed + "verified: {on: 2026-11-20, how: phone}\n", today) == Lines{});
}
