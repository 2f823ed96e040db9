// Counts that leave: what is left out, that nobody can work it out again, what adding up means.
#include "orient/counting.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/values.hpp"
#include "store/needs.hpp"

using namespace cafe;
using orient::Counts;

namespace {

Counts of_themes(const std::vector<int>& cells) {
    Counts counts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        counts.tables["themes"]["t" + std::to_string(i)] = cells[i];
        counts.asked += cells[i];
    }
    return counts;
}

// The file that leaves, as whoever gets it reads it; empty where none does.
std::string told(const Counts& counts) {
    const auto needs = orient::suppressed(counts, "2026-Q3");
    return needs ? orient::write_needs(*needs) : "";
}

std::string themes_of(const std::vector<int>& cells) {
    const auto needs = orient::suppressed(of_themes(cells), "2026-Q3");
    if (!needs) return "nothing";
    std::string out;
    for (const model::CountCell& cell : needs->themes) out += cell.key + " " + cell.number + ", ";
    return out;
}

// Every table of so many cells, each of 0 to `most`.
std::vector<std::vector<int>> all_tables(std::size_t cells, int most) {
    std::vector<std::vector<int>> tables{{}};
    for (std::size_t i = 0; i < cells; ++i) {
        std::vector<std::vector<int>> longer;
        for (const auto& table : tables)
            for (int number = 0; number <= most; ++number) {
                longer.push_back(table);
                longer.back().push_back(number);
            }
        tables = std::move(longer);
    }
    return tables;
}

// Small cells that can be worked out by somebody who knows the rule, every cell there may be, what is told and, from
// elsewhere, the exact total: those that are the same in all tables which are told alike.
std::vector<std::string> worked_out(std::size_t cells, int most, std::string (*tell)(const std::vector<int>&)) {
    std::map<std::string, std::vector<std::vector<int>>> alike;
    for (const auto& table : all_tables(cells, most)) {
        int total = 0;
        for (const int number : table) total += number;
        alike[std::to_string(total) + "\n" + tell(table)].push_back(table);
    }
    std::vector<std::string> found;
    for (const auto& [said, tables] : alike) {
        for (std::size_t i = 0; i < cells; ++i) {
            std::set<int> may_be;
            for (const auto& table : tables) may_be.insert(table[i]);
            // A total below five is told by nobody; who knows it all the same needs no table.
            const bool hidden = !said.ends_with("\n");
            if (hidden && may_be.size() == 1 && !model::is_large_enough(*may_be.begin())) found.push_back(said);
        }
    }
    return found;
}

std::string by_the_rule(const std::vector<int>& table) {
    return told(of_themes(table));
}

// What a simpler rule would tell: small cells as one, whatever they make together.
std::string carelessly(const std::vector<int>& table) {
    std::string out = "t";
    int others = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i] >= model::least_count)
            out += std::to_string(i) + ":" + std::to_string(table[i]) + " ";
        else
            others += table[i];
    }
    return out + "others:" + std::to_string(others);
}

}  // namespace

TEST_CASE("cells below five are one, a table that stays too small is left out, the total is rounded") {
    CHECK(themes_of({12, 7}) == "t0 12, t1 7, ");
    CHECK(themes_of({12, 3, 4}) == "t0 12, others 7, ");
    CHECK(themes_of({3, 2}) == "others 5, ");
    CHECK(themes_of({12, 3}) == "");
    CHECK(themes_of({12, 0}) == "t0 12, ");
    // Two fours and nothing else make eight of small cells.
    CHECK(themes_of({12, 4, 4}) == "");
    CHECK(themes_of({12, 4, 4, 1}) == "t0 12, others 9, ");
    CHECK(themes_of({4}) == "nothing");
    CHECK(themes_of({}) == "nothing");
    for (const auto& [asked, rounded] : {std::pair{5, 5}, {7, 5}, {8, 10}, {12, 10}, {13, 15}, {42, 40}})
        CHECK(orient::suppressed(of_themes({asked}), "2026-Q3")->asked == rounded);
}

TEST_CASE("no small cell can be worked out from a table and its total: every small table") {
    CHECK(worked_out(1, 30, by_the_rule).empty());
    CHECK(worked_out(2, 20, by_the_rule).empty());
    CHECK(worked_out(3, 13, by_the_rule).empty());
    CHECK(worked_out(4, 8, by_the_rule).empty());
    CHECK(worked_out(5, 5, by_the_rule).empty());
    // The search finds one where there is one.
    CHECK_FALSE(worked_out(2, 9, carelessly).empty());
    CHECK_FALSE(worked_out(3, 9, carelessly).empty());
}

TEST_CASE("one quarter taken from the next tells no small cell either: every pair of small tables") {
    // Who has both files, and the difference of every two numbers in them, knows of each quarter what its file says.
    const auto tables = all_tables(2, 9);
    std::map<std::string, std::vector<std::pair<std::vector<int>, std::vector<int>>>> alike;
    for (const auto& first : tables)
        for (const auto& second : tables)
            if (first[0] + first[1] >= model::least_count && second[0] + second[1] >= model::least_count)
                alike[told(of_themes(first)) + "\n" + told(of_themes(second)) + std::to_string(first[0] + first[1]) +
                      " " + std::to_string(second[0] + second[1])]
                    .emplace_back(first, second);
    std::size_t found = 0;
    for (const auto& [said, pairs] : alike) {
        for (std::size_t i = 0; i < 2; ++i) {
            std::set<int> before;
            std::set<int> after;
            for (const auto& [first, second] : pairs) before.insert(first[i]), after.insert(second[i]);
            for (const auto& may_be : {before, after})
                if (may_be.size() == 1 && !model::is_large_enough(*may_be.begin())) ++found;
        }
    }
    CHECK(found == 0);
}

TEST_CASE("every orientation is in one cell of each table, whether it was purged or stands") {
    orient::Years years;
    const auto add = [&](const std::string& theme, const std::string& area, std::vector<orient::Event> events) {
        orient::Orientation one{"", "escale", theme, area, *Date::of(2026, 8, 3), std::move(events)};
        years[2026].orientations.push_back(one);
    };
    const Date later = *Date::of(2026, 8, 20);
    for (int i = 0; i < 6; ++i) add("logement", "epci:200068930", {{later, orient::Is::refused, "no-place", ""}});
    for (int i = 0; i < 7; ++i) add("", "", {{later, orient::Is::started, "", ""}});
    add("", "", {});
    Counts& purged = years[2026].counters["2026-Q3"];
    purged.asked = 6;
    purged.tables["themes"] = {{"logement", 6}};
    purged.tables["reasons"] = {{"no-place", 1}};
    years[2026].counters["2026-Q2"].asked = 40;
    const auto theme_of = [](const orient::Orientation& one) { return one.theme; };
    const Counts counts = orient::counts_of(years, "2026-Q3", theme_of);
    CHECK(counts.asked == 20);
    CHECK(counts.tables.at("themes") == Counts::Table{{"logement", 12}, {"unsaid", 8}});
    CHECK(counts.tables.at("areas") == Counts::Table{{"epci:200068930", 6}, {"unsaid", 14}});
    CHECK(counts.tables.at("reasons") == Counts::Table{{"no-place", 7}, {"none", 13}});
    CHECK(counts.tables.at("delays") == Counts::Table{{"month", 13}, {"none", 1}, {"unsaid", 6}});
    for (const auto& [name, table] : counts.tables) {
        int all = 0;
        for (const auto& [key, number] : table) all += number;
        CHECK(all == counts.asked);
    }
    CHECK(orient::counts_of(years, "2026-Q4", theme_of).asked == 0);
}

TEST_CASE("what was written is read again, and a file with a small cell is refused") {
    const auto needs = orient::suppressed(of_themes({12, 3, 4}), "2026-Q3");
    const std::string text = orient::write_needs(*needs);
    const auto read = orient::counts_in(text, "needs/2026-Q3.yaml");
    REQUIRE(read.ok());
    CHECK(*read == *needs);
    CHECK(orient::write_needs(*read) == text);
    const std::string head = "quarter: 2026-Q3\nasked: 20\n";
    CHECK(orient::counts_in(head, "a").ok());
    for (const auto* wrong : {"themes: {logement: 3}\n", "reasons: {no-place: -7}\n", "areas: {\"epci:1\": beaucoup}\n",
                              "themes: [logement]\n", "theme: {logement: 12}\n", "notes: Marie\n", "asked: 3\n"})
        CHECK_FALSE(orient::counts_in(head + wrong, "a").ok());
    for (const auto* wrong : {"", "asked: 20\n", "quarter: 2026-Q5\nasked: 20\n", "quarter: 2026-Q3\nasked: 3\n",
                              "quarter: 2026-Q3\n", "- 1\n", "name: CCAS\n"})
        CHECK_FALSE(orient::counts_in(wrong, "a").ok());
}

TEST_CASE("counts of several add up, of one quarter, each once, and mean at least") {
    const auto mine = *orient::suppressed(of_themes({12, 3, 4}), "2026-Q3");
    const auto hers = *orient::suppressed(of_themes({5, 9}), "2026-Q3");
    model::Needs sum = mine;
    REQUIRE(orient::add(sum, hers, "hers").ok());
    CHECK(sum.at_least == true);
    CHECK(sum.asked == 35);
    CHECK(sum.themes == std::vector<model::CountCell>{{"t0", "17"}, {"t1", "9"}, {"others", "7"}});
    CHECK(model::is_safe(sum));
    CHECK(sum.added.size() == 2);
    // Neither of the two again, nor a sum that has one of them.
    for (const auto& again : {mine, hers, sum}) CHECK_FALSE(orient::add(sum, again, "again").ok());
    CHECK_FALSE(orient::add(sum, *orient::suppressed(of_themes({8}), "2026-Q2"), "other").ok());
    // In whatever order they come.
    model::Needs other = hers;
    REQUIRE(orient::add(other, mine, "mine").ok());
    CHECK(other.themes == sum.themes);
    CHECK(other.asked == sum.asked);
    // What is added up bears its parts wherever it is read.
    const auto read = orient::counts_in(orient::write_needs(sum), "sum");
    REQUIRE(read.ok());
    CHECK(*read == sum);
}

TEST_CASE("quarters: which day is in which, when one is over, how it is called") {
    CHECK(model::quarter_of(*Date::of(2026, 1, 1)) == "2026-Q1");
    CHECK(model::quarter_of(*Date::of(2026, 9, 30)) == "2026-Q3");
    CHECK(model::quarter_of(*Date::of(2026, 12, 31)) == "2026-Q4");
    CHECK(model::end_of_quarter("2026-Q3") == *Date::of(2026, 10, 1));
    CHECK(model::end_of_quarter("2026-Q4") == *Date::of(2027, 1, 1));
    CHECK(model::quarter_in_words("2026-Q1").fr == "1er trimestre 2026");
    CHECK(model::quarter_in_words("2026-Q4").en == "fourth quarter of 2026");
    for (const auto* no : {"2026-Q5", "2026-Q0", "2026-3", "26-Q3", "2026-Q33", "abcd-Q1", ""})
        CHECK_FALSE(model::is_quarter(no));
}
