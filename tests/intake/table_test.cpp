#include "intake/table.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "intake/csv.hpp"
#include "intake/encoding.hpp"
#include "intake/json_table.hpp"
#include "intake/vcard.hpp"

using namespace cafe;
using namespace cafe::intake;

namespace {

std::string shape(const Table& table) {
    std::string out = text::join(table.header, "|") + "\n";
    for (const Row& row : table.rows) out += text::join(row.cells, "|") + "\n";
    return out;
}

}  // namespace

TEST_CASE("import: the separator is the one by which most rows are whole") {
    CHECK(shape(read_csv("Nom;Ville\nA, B;Fumel\nC;Libos\n")) == "Nom|Ville\nA, B|Fumel\nC|Libos\n");
    CHECK(shape(read_csv("Nom,Ville\n\"A; B\",Fumel\nC,Libos\n")) == "Nom|Ville\nA; B|Fumel\nC|Libos\n");
    CHECK(shape(read_csv("Nom\tVille\r\nA\tFumel\r\n")) == "Nom|Ville\nA|Fumel\n");
    CHECK(shape(read_csv("Nom;Note\nA;\"deux\nlignes, et \"\"une\"\" citation\"\n")) ==
          "Nom|Note\nA|deux\nlignes, et \"une\" citation\n");
    CHECK(read_csv("").header.empty());
    CHECK(read_csv("\n\n").header.empty());
}

TEST_CASE("import: titles above, headings between, totals below and ditto marks") {
    const Table table = read_csv(
        "ANNUAIRE "
        "2026;;;\n;;;\nNom;Tél;Ville;Public\nLOGEMENT;;;\nA;1;Fumel;x\n\"\"\"\";2;idem;y\nSANTÉ;;;\nB;3;Libos;z\n"
        "Total : 3;;;\n");
    CHECK(shape(table) ==
          "Nom|Tél|Ville|Public|cafe:section\nA|1|Fumel|x|LOGEMENT\nA|2|Fumel|y|LOGEMENT\nB|3|Libos|z|SANTÉ\n");
    CHECK(table.notes.size() == 3);
    CHECK(table.rows[1].original()[0] == "\"");
    CHECK(table.rows[1].line == 6);
}

TEST_CASE("import: a row of another width stays as it is, and two columns of one name are told apart") {
    const Table table = read_csv("Titre;Nom;Titre\nM.;A;chef\nMme;B\nMme;C;x;y\n");
    CHECK(table.header == std::vector<std::string>{"Titre", "Nom", "Titre#2"});
    CHECK(table.strict);
    CHECK(table.rows[1].cells.size() == 2);
    CHECK(table.rows[2].cells.size() == 4);
    // Where nearly all rows end early, a program left out the empty cells.
    CHECK(read_csv("A;B;C\n1;2\n3;4\n5\n").rows[0].cells.size() == 3);
}

TEST_CASE("import: bytes of any encoding") {
    CHECK(decoded("\xEF\xBB\xBFN\xC3\xA9").text == "Né");
    CHECK(decoded("N\xE9rac;\xE9t\xE9;\x8C"
                  "uvre")
              .text == "Nérac;été;Œuvre");
    CHECK(decoded("Biblioth\x8F"
                  "que ; \x8E"
                  "t\x8E")
              .text == "Bibliothèque ; été");
    CHECK(decoded("Biblioth\x8A"
                  "que ; \x82t\x82")
              .text == "Bibliothèque ; été");
    CHECK(decoded(std::string("\xFF\xFEN\0\xE9\0", 6)).text == "Né");
    CHECK(without_mojibake("BÃ¨gles") == "Bègles");
    CHECK(without_mojibake("lâ€™Ã©glise") == "l’église");
    CHECK(without_mojibake("BÃƒÂ¨gles") == "Bègles");
    CHECK(without_mojibake("São Paulo, où l'on va, Ãpre") == "São Paulo, où l'on va, Ãpre");
}

TEST_CASE("import: JSON and GeoJSON as tables") {
    const auto flat =
        read_json(R"([{"nom":"A","siret":35600000063516,"x":44.5,"tags":["a","b"],"rien":null},{"nom":"B"}])");
    REQUIRE(flat.ok());
    CHECK(shape(*flat) == "nom|siret|x|tags|rien\nA|35600000063516|44.5|a ; b|\nB||||\n");
    const auto geo = read_json(
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A"},"geometry":{"type":"Point","coordinates":[0.97,44.5]}}]})");
    REQUIRE(geo.ok());
    CHECK(shape(*geo) == "nom|longitude|latitude\nA|0.97|44.5\n");
    CHECK_FALSE(read_json("{").ok());
    CHECK_FALSE(read_json("[1,2]").ok());
    CHECK_FALSE(read_json(std::string(100'000, '[')).ok());
}

TEST_CASE("import: cards of vCard 2.1, 3.0 and 4.0") {
    const Table table = read_vcard(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:B=C9LARD;Sol=\r\n=E8ne;;Mme\r\n"
        "TEL;CELL:06 39 98 01 11\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jean\r\nitem1.TEL:05 36 49 12 34\r\n"
        "NOTE:un\\, deux\\ntrois\r\n  et suite\r\nEND:VCARD\r\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].cells[table.column("last_name")] == "BÉLARD");
    CHECK(table.rows[0].cells[table.column("first_name")] == "Solène");
    CHECK(table.rows[1].cells[table.column("phones")] == "05 36 49 12 34");
    CHECK(table.rows[1].cells[table.column("notes")] == "un, deux\ntrois et suite");
}
