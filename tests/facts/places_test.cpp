#include "facts/places.hpp"

#include <doctest/doctest.h>

#include <string>

#include "store/book.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"
#include "view/places.hpp"

using namespace cafe;

namespace {

const Date today = *Date::parse("2026-11-20");

struct Asked {
    std::string from;
    std::string until;
    std::string service;
};

// "nuits 2026-12-19..2027-01-03 2 free", a line for each count.
std::string told(const std::string& services, const Asked& asked = {}, const std::string& more = "") {
    test::MemoryDisk disk;
    test::put_small_notebook(disk);
    disk.put("/nb/partners/x.yaml", "name: L'Étape\nkind: hebergement\nthemes: [hebergement]\nterritory: [Fumel]\n" +
                                        more + "services:\n" + services);
    const auto book = store::load(disk, "/nb", {1});
    const store::Catalog catalog(*book);
    const auto partner = facts::release_partner(catalog, "x", {facts::Reader::own, false});
    auto counts = facts::places_of(*partner, asked.service, {Date::parse(asked.from), Date::parse(asked.until)},
                                   catalog.settings(), today);
    facts::sort_by_meaning(counts);
    std::string lines;
    for (const facts::PlacesCount& count : counts) {
        lines += count.service + " ";
        if (count.from) lines += count.from->iso() + ".." + count.until->iso() + " ";
        lines +=
            (count.free ? std::to_string(*count.free) : "?") + " " + std::string(facts::key_of(count.means)) + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("today's places: free, full, and to be asked once the count is older than thirty days") {
    CHECK(told("  - {id: a, name: A}\n") == "");
    CHECK(told("  - {id: a, name: A, capacity: {places: 4, free: 1, as_of: 2026-11-06}}\n") == "a 1 free\n");
    CHECK(told("  - {id: a, name: A, capacity: {places: 4, free: 0, as_of: 2026-11-06}}\n") == "a 0 full\n");
    CHECK(told("  - {id: a, name: A, capacity: {places: 4, free: 1, as_of: 2026-10-21}}\n") == "a 1 free\n");
    CHECK(told("  - {id: a, name: A, capacity: {places: 4, free: 1, as_of: 2026-10-20}}\n") == "a 1 ask\n");
    CHECK(told("  - {id: a, name: A, capacity: {places: 4, free: 1}}\n") == "a 1 ask\n");
    CHECK(told("  - {id: a, name: A, capacity: {places: 4}}\n") == "a ? ask\n");
    const std::string two =
        "  - {id: a, name: A, capacity: {free: 0, as_of: 2026-11-06}}\n"
        "  - {id: b, name: B, capacity: {free: 3, as_of: 2026-11-06}}\n";
    CHECK(told(two) == "b 3 free\na 0 full\n");
    CHECK(told(two, {"", "", "a"}) == "a 0 full\n");
    CHECK(told(two, {}, "status: suspended\n") == "a 0 ask\nb 3 ask\n");
}

TEST_CASE("a service that has ended has no places, one that begins later is to be asked") {
    CHECK(told("  - {id: a, name: A, until: 2026-11-19, capacity: {free: 1, as_of: 2026-11-06}}\n") == "");
    CHECK(told("  - {id: a, name: A, from: 2026-12-01, capacity: {free: 1, as_of: 2026-11-06}}\n") == "a 1 ask\n");
    CHECK(told("  - {id: a, name: A, until: 2026-12-31, capacity: {free: 1, as_of: 2026-11-06}}\n",
               {"2027-01-01", "2027-01-05", ""}) == "");
}

TEST_CASE("a period is answered by the openings that touch it; the count of today says nothing of another day") {
    const std::string services =
        "  - id: nuits\n    name: Nuits\n    capacity: {places: 4, free: 1, as_of: 2026-11-06}\n    openings:\n"
        "      - {from: 2026-10-17, until: 2026-11-02, free: 4, as_of: 2026-10-30}\n"
        "      - {from: 2026-12-19, until: 2027-01-03, free: 2, as_of: 2026-11-06}\n"
        "      - {from: 2027-02-13, until: 2027-03-01, free: 0, as_of: 2026-11-06}\n"
        "      - {from: 2027-04-10, until: 2027-04-26, free: 3, as_of: 2026-09-01}\n";
    CHECK(told(services) ==
          "nuits 1 free\nnuits 2026-12-19..2027-01-03 2 free\n"
          "nuits 2027-04-10..2027-04-26 3 ask\nnuits 2027-02-13..2027-03-01 0 full\n");
    CHECK(told(services, {"2026-12-20", "2026-12-27", ""}) == "nuits 2026-12-19..2027-01-03 2 free\n");
    CHECK(told(services, {"2026-12-28", "2027-01-09", ""}) == "nuits 2026-12-19..2027-01-03 2 part\n");
    CHECK(told(services, {"2026-12-28", "", ""}) ==
          "nuits 2026-12-19..2027-01-03 2 free\nnuits 2027-04-10..2027-04-26 3 ask\n"
          "nuits 2027-02-13..2027-03-01 0 full\n");
    CHECK(told(services, {"2027-05-01", "2027-05-08", ""}) == "nuits 1 ask\n");
    CHECK(told(services, {"2026-11-20", "2026-11-20", ""}) == "nuits 1 free\n");
    // A place that is free today is free for a part of a week, as far as anybody knows.
    CHECK(told(services, {"2026-11-20", "2026-11-27", ""}) == "nuits 1 part\n");
    // The whole of the autumn holidays is over: nobody looks for it.
    CHECK(told(services, {"2026-10-17", "2026-11-02", ""}) == "nuits 1 ask\n");
}

TEST_CASE("counts and periods in words") {
    CHECK(view::counted_in_words(Date::parse("2026-11-20"), today, Lang::fr) == "compté aujourd'hui");
    CHECK(view::counted_in_words(Date::parse("2026-11-19"), today, Lang::en) == "counted yesterday");
    CHECK(view::counted_in_words(Date::parse("2026-10-17"), today, Lang::fr) == "compté il y a 34 jours");
    CHECK(view::counted_in_words(Date::parse("2026-12-01"), today, Lang::en) ==
          "counted on 1 December 2026, a day to come");
    CHECK(view::counted_in_words(std::nullopt, today, Lang::fr) == "jamais compté");
    CHECK(view::period_in_words({Date::parse("2026-12-19"), Date::parse("2027-01-03")}, Lang::fr) ==
          "du 19 décembre 2026 au 3 janvier 2027");
    CHECK(view::period_in_words({}, Lang::en) == "now");
    model::Opening opening{Date::parse("2026-12-19"), Date::parse("2027-01-03"), 2, Date::parse("2026-11-06"), "nuits"};
    CHECK(view::openings_in_words({opening}, {}, today, Lang::fr) ==
          "2 libres du 19 décembre 2026 au 3 janvier 2027, au 6 novembre 2026 (nuits)");
    CHECK(view::openings_in_words({opening}, {}, *Date::parse("2026-12-07"), Lang::fr) ==
          "à demander du 19 décembre 2026 au 3 janvier 2027 (nuits)");
    CHECK(view::openings_in_words({opening}, {}, *Date::parse("2027-01-04"), Lang::fr) == "");
}
