#include "intake/table.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/encoding.hpp"

namespace cafe::intake {

namespace {

constexpr std::size_t first_records = 40;  // among which the header is sought

std::string_view trimmed(std::string_view cell) {
    for (;;) {
        const std::string_view plain = text::trim(cell);
        std::string_view next = plain;
        for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF"}) {
            if (next.starts_with(blank)) next.remove_prefix(blank.size());
            if (next.ends_with(blank)) next.remove_suffix(blank.size());
        }
        if (next.size() == cell.size()) return next;
        cell = next;
    }
}

bool is_blank(std::string_view cell) {
    return trimmed(cell).empty();
}

std::size_t filled(const Record& record) {
    return static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(),
                                                  [](const std::string& cell) { return !is_blank(cell); }));
}

// The width that most records have.
std::size_t usual_width(const std::vector<Record>& records) {
    std::map<std::size_t, std::size_t> widths;
    for (const Record& record : records) ++widths[record.cells.size()];
    std::size_t best = 0;
    std::size_t bearers = 0;
    for (const auto& [width, count] : widths) {
        if (count < bearers) continue;
        best = width;
        bearers = count;
    }
    return best;
}

// A name of a column is words: no number, no mailbox, no telephone.
bool may_name_a_column(std::string_view cell) {
    const std::string_view plain = trimmed(cell);
    constexpr std::size_t longest = 200;
    if (plain.empty() || plain.size() > longest || plain.find('@') != std::string_view::npos) return false;
    return std::any_of(plain.begin(), plain.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
    });
}

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::size_t header_of(const std::vector<Record>& records) {
    const std::size_t width = usual_width(records);
    for (std::size_t i = 0; i < std::min(records.size(), first_records); ++i) {
        const Record& record = records[i];
        const std::size_t said = filled(record);
        if (said == 0 || record.cells.size() < std::max<std::size_t>(width, 1)) continue;
        const auto names =
            static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(), may_name_a_column));
        // Almost all of the columns have a name, and hardly anything else stands there.
        if (names * 5 >= width * 3 && names * 10 >= said * 9) return i;
    }
    return nowhere;
}

bool is_capital_heading(std::string_view cell) {
    const std::string_view plain = trimmed(cell);
    bool letters = false;
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = utf8::next(plain, at);
        if (utf8::lower(c) != c)
            letters = true;
        else if (utf8::is_letter_or_digit(c))
            return false;
    }
    return letters;
}

bool is_total(const Record& record) {
    for (const std::string& cell : record.cells) {
        if (is_blank(cell)) continue;
        const std::string folded = fold::text(cell);
        return folded == "total" || folded.starts_with("total ") || folded == "totaux" ||
               folded.starts_with("sous total");
    }
    return false;
}

bool is_ditto(std::string_view cell) {
    const std::string_view plain = trimmed(cell);
    if (plain == "\"" || plain == "''" || plain == "\"\"" || plain == "〃" || plain == "-//-" || plain == "//" ||
        plain == "″" || plain == "”")
        return true;
    const std::string folded = fold::text(plain);
    return folded == "idem" || plain == "id." || folded == "d";
}

std::string unique_name(const std::vector<std::string>& header, const std::string& name) {
    if (name.empty()) return name;
    std::size_t before = 0;
    for (const std::string& other : header)
        if (other == name || other.starts_with(name + "#")) ++before;
    return before == 0 ? name : name + "#" + std::to_string(before + 1);
}

constexpr Noun lines_noun{"ligne", "lignes", "line", "lines"};
constexpr Noun cells_noun{"cellule", "cellules", "cell", "cells"};
constexpr Phrase<Words, std::size_t> above{"non repris : {} au-dessus des titres de colonnes (ligne {})",
                                           "left out: {} above the names of columns (line {})"};
constexpr Phrase<Words> headings{"{} de rubrique entre les autres : dans la colonne cafe:section",
                                 "{} of headings between the others: kept as the column cafe:section"};
constexpr Phrase<Words> totals{"non repris : {} de total", "left out: {} of totals"};
constexpr Phrase<Words> repaired{"{} aux accents brouillés (« Ã© ») : réparation faite",
                                 "{} with garbled accents ('Ã©'), repaired"};
constexpr Phrase<std::string> doubled{"deux colonnes s'appellent « {0} » : la seconde se dit « {0}#2 »",
                                      "two columns are called '{0}': the second is '{0}#2'"};
constexpr Phrase<std::size_t, std::string> number_as_name{
    "la colonne {0} n'a pas de titre : à sa place, le nombre {1} (une date, peut-être)",
    "column {0} has no name: in its place, the number {1} (a date, perhaps)"};

constexpr Phrase<Words> marked{"non repris : {} que la colonne __ignore__ écarte",
                               "left out: {} that the column __ignore__ sets aside"};

std::size_t mend_mojibake(std::vector<Record>& records) {
    std::size_t mended = 0;
    for (Record& record : records)
        for (std::string& cell : record.cells) {
            std::string right = without_mojibake(cell);
            if (right == cell) continue;
            cell = std::move(right);
            ++mended;
        }
    return mended;
}

// Records that come after the header become the rows of a table, one after the other.
class TableMaker {
public:
    explicit TableMaker(std::string sheet) { table_.sheet = std::move(sheet); }

    void header(Record header, std::size_t records_above) {
        while (!header.cells.empty() && is_blank(header.cells.back())) header.cells.pop_back();
        for (const std::string& cell : header.cells) name_column(utf8::one_line(trimmed(cell)));
        width_ = table_.header.size();
        ignored_ = table_.column("__ignore__");
        if (records_above > 0) table_.notes.push_back(above(count(records_above, lines_noun), header.line));
    }

    void record(Record&& record) {
        while (record.cells.size() > width_ && is_blank(record.cells.back())) record.cells.pop_back();
        const std::size_t said = filled(record);
        if (is_marked(record)) {
            ++left_out_;
        } else if (said * 2 <= width_ && is_total(record)) {
            ++sums_;
        } else if (said == 1 && width_ >= 4 && is_capital_heading(record.cells.front())) {
            section_ = std::string(trimmed(record.cells.front()));
            ++sections_;
        } else {
            row(std::move(record));
        }
    }

    Table done(std::size_t mended) && {
        even_out();
        if (sections_ > 0) add_sections();
        if (table_.is_of_rejects()) arm();
        if (left_out_ > 0) table_.notes.push_back(marked(count(left_out_, lines_noun)));
        if (sums_ > 0) table_.notes.push_back(totals(count(sums_, lines_noun)));
        if (mended > 0) table_.notes.push_back(repaired(count(mended, cells_noun)));
        return std::move(table_);
    }

private:
    void name_column(const std::string& name) {
        std::string unique = unique_name(table_.header, name);
        if (unique != name && unique.ends_with("#2")) table_.notes.push_back(doubled(name));
        // A date that a spreadsheet stores as a number: 46076.
        if (!name.empty() && text::is_digits(name))
            table_.notes.push_back(number_as_name(table_.header.size() + 1, name));
        table_.header.push_back(std::move(unique));
    }

    // Templates mark the rows that explain their columns.
    [[nodiscard]] bool is_marked(const Record& record) const {
        return ignored_ < width_ && ignored_ < record.cells.size() && !is_blank(record.cells[ignored_]);
    }

    void row(Record&& record) {
        Row row;
        row.line = record.line;
        row.cells = std::move(record.cells);
        row.section = section_;
        for (std::size_t c = 0; c < row.cells.size() && c < last_.size(); ++c) {
            if (!is_ditto(row.cells[c])) continue;
            if (row.as_written.empty()) row.as_written = row.cells;
            row.cells[c] = last_[c];
        }
        last_ = row.cells;
        table_.rows.push_back(std::move(row));
    }

    // Programs that leave out empty cells at the end do so everywhere: then a short row is no broken one.
    void even_out() {
        const auto is_short = [&](const Row& row) { return row.cells.size() < width_; };
        const auto short_rows =
            static_cast<std::size_t>(std::count_if(table_.rows.begin(), table_.rows.end(), is_short));
        table_.strict = short_rows * 2 <= table_.rows.size();
        if (table_.strict) return;
        for (Row& row : table_.rows) {
            if (row.cells.size() < width_) row.cells.resize(width_);
            if (!row.as_written.empty()) row.as_written.resize(width_);
        }
    }

    void add_sections() {
        table_.notes.push_back(headings(count(sections_, lines_noun)));
        table_.header.emplace_back(section_column);
        for (Row& row : table_.rows) {
            if (!row.as_written.empty()) row.as_written.push_back(row.section);
            row.cells.push_back(row.section);
        }
    }

    // What a file of rejects disarmed for spreadsheets is as it was.
    void arm() {
        for (Row& row : table_.rows)
            for (std::string& cell : row.cells)
                if (cell.size() > 1 && cell.front() == '\'' &&
                    std::string_view("=+-@").find(cell[1]) != std::string::npos)
                    cell.erase(0, 1);
    }

    Table table_;
    std::size_t width_ = 0;    // of the header
    std::size_t ignored_ = 0;  // the column __ignore__
    std::size_t left_out_ = 0;
    std::size_t sections_ = 0;
    std::size_t sums_ = 0;
    std::string section_;
    std::vector<std::string> last_;
};

}  // namespace

std::size_t Table::column(std::string_view name) const {
    for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i] == name) return i;
    const std::string folded = fold::text(name);
    for (std::size_t i = 0; i < header.size(); ++i)
        if (!header[i].empty() && fold::text(header[i]) == folded) return i;
    return header.size();
}

Table table_of(std::vector<Record> records, std::string sheet) {
    std::erase_if(records, [](const Record& record) { return filled(record) == 0; });
    const std::size_t at = header_of(records);
    if (at == nowhere) {
        Table none;
        none.sheet = std::move(sheet);
        return none;
    }
    TableMaker maker(std::move(sheet));
    const std::size_t mended = mend_mojibake(records);
    maker.header(std::move(records[at]), at);
    for (std::size_t i = at + 1; i < records.size(); ++i) maker.record(std::move(records[i]));
    return std::move(maker).done(mended);
}

}  // namespace cafe::intake
