#include "facts/quality.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cafe;
using facts::Criterion;
using model::Partner;

namespace {

const Date today = *Date::parse("2026-11-23");

Partner complete() {
    Partner partner;
    partner.name = "CCAS de Fumel";
    partner.description = std::string(400, 'x');
    partner.themes = {"domiciliation"};
    partner.publics = {"tous-publics"};
    partner.fee = "free";
    partner.address.emplace().commune = "Fumel";
    partner.phones.push_back({"05 36 49 00 01", "", "", ""});
    partner.emails.push_back({"accueil@example.org", "", ""});
    partner.referral.emplace().modes = {"phone", "email", "walk-in"};
    partner.verified.emplace().on = Date::parse("2026-11-06");
    return partner;
}

std::optional<double> mark(const Partner& partner, Criterion criterion) {
    return facts::quality(partner, today).marks[static_cast<std::size_t>(criterion)];
}

}  // namespace

TEST_CASE("a fiche that says all has 100 and nothing to mend; an empty one has 0") {
    const auto all = facts::quality(complete(), today);
    CHECK(all.score == 100);
    CHECK_FALSE(all.weakest);
    const auto none = facts::quality(Partner{}, today);
    CHECK(none.score == 0);
    CHECK(none.weakest == Criterion::modes);
}

TEST_CASE("each criterion of data·inclusion counts by itself, and names what to mend") {
    struct Row {
        Criterion criterion;
        void (*spoil)(Partner&);
        double mark;
        int score;
    };
    const Row rows[] = {
        {Criterion::address, [](Partner& p) { p.address.reset(); }, 0, 90},
        {Criterion::publics, [](Partner& p) { p.publics.clear(); }, 0, 90},
        {Criterion::themes, [](Partner& p) { p.themes.clear(); }, 0, 90},
        {Criterion::email, [](Partner& p) { p.emails.clear(); }, 0, 90},
        {Criterion::phone, [](Partner& p) { p.phones.clear(); }, 0, 90},
        {Criterion::fee, [](Partner& p) { p.fee.clear(); }, 0, 90},
        {Criterion::fee, [](Partner& p) { p.fee = "paid"; }, 0.5, 95},
        {Criterion::fee, [](Partner& p) { p.fee = "conditional"; }, 0.5, 95},
        {Criterion::recent, [](Partner& p) { p.verified.reset(); }, 0, 90},
        {Criterion::recent, [](Partner& p) { p.verified->on = Date::parse("2024-11-23"); }, 0, 90},
        {Criterion::description, [](Partner& p) { p.description = std::string(199, 'x'); }, 0, 90},
        {Criterion::description, [](Partner& p) { p.description = std::string(300, 'x'); }, 0.5, 95},
    };
    for (const Row& row : rows) {
        Partner partner = complete();
        row.spoil(partner);
        const auto quality = facts::quality(partner, today);
        INFO(static_cast<int>(row.criterion));
        CHECK(quality.marks[static_cast<std::size_t>(row.criterion)] == row.mark);
        CHECK(quality.score == row.score);
        CHECK(quality.weakest == row.criterion);
        CHECK_FALSE(facts::next_step(row.criterion).in(Lang::fr).empty());
    }
}

TEST_CASE("what is no way to get there is not asked for") {
    Partner partner = complete();
    partner.referral->modes = {"form"};
    partner.referral->link = "https://example.org";
    partner.address.reset();
    partner.emails.clear();
    partner.phones.clear();
    CHECK_FALSE(mark(partner, Criterion::address));
    CHECK_FALSE(mark(partner, Criterion::email));
    CHECK_FALSE(mark(partner, Criterion::phone));
    CHECK(facts::quality(partner, today).score == 100);
    partner.referral->link.clear();
    CHECK(mark(partner, Criterion::contact) == 0);
}

TEST_CASE("between six months and two years a fiche ages evenly; letters count as people count them") {
    Partner partner = complete();
    partner.verified->on = Date::parse("2026-05-23");
    CHECK(*mark(partner, Criterion::recent) == 1);
    partner.verified->on = Date::parse("2025-08-23");
    CHECK(*mark(partner, Criterion::recent) == doctest::Approx(0.5).epsilon(0.01));
    partner.description.clear();
    for (int i = 0; i < 300; ++i) partner.description += "é";
    CHECK(mark(partner, Criterion::description) == 0.5);
    partner.description.clear();
    partner.missions = {std::string(400, 'x')};
    CHECK(mark(partner, Criterion::description) == 1);
}

TEST_CASE("services count equally, each with what it takes from its fiche") {
    Partner partner = complete();
    partner.services.resize(2);
    CHECK(facts::quality(partner, today).score == 100);
    partner.fee.clear();
    partner.services[0].fee = "free";
    const auto quality = facts::quality(partner, today);
    CHECK(quality.score == 95);
    CHECK(quality.weakest == Criterion::fee);
}
