// Tables on a narrow terminal: what people act on is cut last.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/record_list.hpp"

using namespace cafe;

namespace {

std::vector<view::Column> partners() {
    return {{"identifiant", {"ccas-monsempron-libos", "habitat-jeunes-villeneuvois"}},
            {"nom", {"CCAS de Monsempron-Libos", "Habitat jeunes du Villeneuvois"}, view::Weight::text},
            {"genre", {"CCAS / CIAS", "Foyer de jeunes travailleurs (résidence habitat jeunes)"}},
            {"territoire", {"Monsempron-Libos", "Penne-d'Agenais, Auradou, Massels, Trémons"}},
            {"téléphone", {"05 36 49 12 02", "05 36 49 23 10"}}};
}

std::vector<view::Column> actions() {
    return {{"nom", {"2026-11-06-fumel", "2026-10-16-montanou"}},
            {"pour le", {"2026-12-04", "2026-12-18"}},
            {"état", {"en retard", "à faire"}},
            {"qui", {"Thomas Lacombe, CCAS de Fumel", "Bernadette Combes"}},
            {"quoi", {"Envoyer la liste des hébergements ouverts cet hiver à tous", "Relire la fiche"}}};
}

std::vector<std::string> lines(const std::vector<view::Column>& columns, std::size_t width) {
    const std::string all = render::table_text(columns, {width, false});
    std::vector<std::string> found;
    for (const std::string_view line : text::split(all, '\n'))
        if (!line.empty()) found.emplace_back(line);
    return found;
}

bool holds(const std::string& line, std::string_view text) {
    return line.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("at 80 columns ids, phones and dates are whole") {
    const auto table = lines(partners(), 80);
    REQUIRE(table.size() == 3);
    CAPTURE(text::join(table, "\n"));
    for (const std::string& line : table) CHECK(utf8::width(line) <= 80);
    CHECK(holds(table[1], "ccas-monsempron-libos"));
    CHECK(holds(table[2], "habitat-jeunes-villeneuvois"));
    CHECK(holds(table[1], "05 36 49 12 02"));
    const auto promised = lines(actions(), 80);
    CAPTURE(text::join(promised, "\n"));
    for (const std::string& line : promised) CHECK(utf8::width(line) <= 80);
    CHECK(holds(promised[2], "2026-10-16-montanou  2026-12-18  à faire"));
    CHECK(holds(promised[1], "Envoyer la liste des héb"));
}

TEST_CASE("at 60 columns phones and dates still are") {
    const auto table = lines(partners(), 60);
    for (const std::string& line : table) CHECK(utf8::width(line) <= 60);
    CHECK(holds(table[1], "05 36 49 12 02"));
    CHECK(holds(table[2], "05 36 49 23 10"));
    CHECK(holds(table[1], "ccas-mo"));
    const auto promised = lines(actions(), 60);
    for (const std::string& line : promised) CHECK(utf8::width(line) <= 60);
    CHECK(holds(promised[1], "2026-12-04"));
}

TEST_CASE("away from a terminal nothing is cut") {
    const auto table = lines(partners(), 0);
    CHECK(holds(table[2], "Foyer de jeunes travailleurs (résidence habitat jeunes)"));
    CHECK(holds(table[2], "Penne-d'Agenais, Auradou, Massels, Trémons"));
}
