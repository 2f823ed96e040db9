#include "render/csv.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace cafe::render;

namespace {

std::string row(const std::vector<std::string>& cells, TableFormat format) {
    return table_row(cells, format);
}

// A reader of RFC 4180 rows, for going there and back.
std::vector<std::string> read_csv(const std::string& text) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cells.back().push_back('"');
            ++i;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == ',') {
            cells.emplace_back();
        } else if (!quoted && text.substr(i) == "\r\n") {
            break;
        } else {
            cells.back().push_back(text[i]);
        }
    }
    return cells;
}

}  // namespace

TEST_CASE("A cell that a spreadsheet would run is disarmed, a phone number is not") {
    struct Case {
        std::string cell;
        std::string safe;
    };
    const Case cases[] = {
        {"=1+1", "'=1+1"},
        {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
        {"-1+1", "'-1+1"},
        {"-5", "-5"},
        {"-06 12 34 56 78", "'-06 12 34 56 78"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1+1", "'\t=1+1"},
        {"\r=1+1", "'\r=1+1"},
        {"\n=1+1", "'\n=1+1"},
        {"＝1+1", "'＝1+1"},
        {"－1", "'－1"},
        {"＋1", "'＋1"},
        {"＠a", "'＠a"},
        {"=", "'="},
        {"+", "'+"},
        {"+1-1", "'+1-1"},
        {"+33 5+1", "'+33 5+1"},
        {"+33 5 36 49 00 01 x", "'+33 5 36 49 00 01 x"},
        {"+33 5 53 40 00 00, 05 53 40 00 01", "+33 5 53 40 00 00, 05 53 40 00 01"},
        {"+33 5 53 40 00 00, 1+1", "'+33 5 53 40 00 00, 1+1"},
        {"+33 5 53 40 00 00, -05 53 40 00 01", "'+33 5 53 40 00 00, -05 53 40 00 01"},
        {"+33553694491", "+33553694491"},
        {"+33 (0)5 36 49-00.01", "+33 (0)5 36 49-00.01"},
        {"05 36 49 00 01", "05 36 49 00 01"},
        {"-0.5792", "-0.5792"},
        {"+3", "+3"},
        {"-1,5", "-1,5"},
        {"-12", "-12"},
        {"-", "'-"},
        {"-.5", "'-.5"},
        {"-1.5.2", "'-1.5.2"},
        {"-1+2", "'-1+2"},
        {"-1 000", "'-1 000"},
        {"+1e5", "'+1e5"},
        {"-A1", "'-A1"},
        {"'=1", "'=1"},
        {"1E5", "1E5"},
        {"TRUE", "TRUE"},
        {"1/2", "1/2"},
        {"DDE(\"cmd\";\"/C calc\";\"x\")", "DDE(\"cmd\";\"/C calc\";\"x\")"},
        {"", ""},
    };
    for (const Case& c : cases) CHECK(disarmed(c.cell) == c.safe);
}

TEST_CASE("A CSV reader gives back exactly the disarmed cells") {
    const std::vector<std::string> cells = {"a;b", "a\nb", "a\r\nb", "say \"yes\"", " x", "x ",  "",
                                            "é,è", "=1+1", ";=1+1",  "\"",          ",",  "\t1", "－1"};
    std::vector<std::string> wanted;
    for (const std::string& cell : cells) wanted.push_back(disarmed(cell));
    CHECK(read_csv(row(cells, TableFormat::csv)) == wanted);
}

TEST_CASE("Rows are written as each format has them") {
    CHECK(row({"a", "b,c", "d\"e"}, TableFormat::csv) == "a,\"b,c\",\"d\"\"e\"\r\n");
    CHECK(row({"a", "b;c"}, TableFormat::csv_excel) == "a;\"b;c\"\r\n");
    CHECK(row({"a\tb", "c\nd", "\"e\"", "=1"}, TableFormat::tsv) == "a b\tc d\t\"e\"\t'=1\n");
    CHECK(row({}, TableFormat::csv) == "\r\n");
    CHECK(table_start(TableFormat::csv_excel) == "\xEF\xBB\xBF");
    CHECK(table_start(TableFormat::csv).empty());
}
