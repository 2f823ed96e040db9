#include "intake/draft.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"
#include "intake/rows.hpp"
#include "intake/words.hpp"
#include "model/fields.hpp"
#include "model/import_targets.hpp"
#include "model/path.hpp"
#include "yaml/scalar.hpp"

namespace cafe::intake {

namespace {

using model::ImportColumn;

std::vector<std::string> filled_cells(const Table& table, std::size_t column) {
    std::vector<std::string> cells;
    for (const Row& row : table.rows)
        if (column < row.cells.size() && row.cells.size() == table.header.size())
            if (std::string cell = one_line(row.cells[column]); !cell.empty() && cell != "-" && cell != "NA")
                cells.push_back(std::move(cell));
    return cells;
}

bool mostly(const std::vector<std::string>& cells, const std::function<bool(const std::string&)>& is) {
    const auto n = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), is));
    return cells.size() >= 2 && n * 10 >= cells.size() * 6;
}

// « 12 avenue de l'Usine », « 3 bis rue Haute »: a number and two words at least.
bool may_be_street(const std::string& cell) {
    constexpr std::size_t longest_number = 4;
    const auto words = fold::words(cell);
    return words.size() >= 3 && words[0].folded.size() <= longest_number && text::is_digits(words[0].folded) &&
           !text::is_digits(words[1].folded) && cell.find('@') == std::string::npos;
}

// What the cells of a column say it holds, where its name says nothing.
std::string by_cells(const std::vector<std::string>& cells, bool has_street) {
    if (mostly(cells, [](const std::string& cell) { return !read_emails(cell).addresses.empty(); })) return "emails";
    if (mostly(cells, [](const std::string& cell) { return cell.starts_with("http") || cell.starts_with("www."); }))
        return "website";
    if (mostly(cells, [](const std::string& cell) {
            return cell.size() >= 9 && !read_phones(cell, true).phones.empty() && cell.find('@') == std::string::npos &&
                   text::trim(cell).find_first_not_of("+0123456789 .()-/") == std::string::npos && cell.size() <= 40;
        }))
        return "phones";
    if (!has_street && mostly(cells, may_be_street))
        return mostly(cells, [](const std::string& cell) { return !read_address(cell).postcode.empty(); })
                   ? "address"
                   : "address.street";
    return "";
}

// Targets of which a record has one only: a second column is no news.
bool is_single(const std::string& to) {
    static const std::set<std::string, std::less<>> many{
        "phones",         "emails",       "missions",      "themes",      "publics", "territory", "address.street",
        "address.number", "address.type", "address.extra", "description", "tags",    "aliases",   "limits",
        "languages",      "notes",        "lists",         "hours",       "kind"};
    return !many.contains(to);
}

bool may_be_key(const Table& table, std::size_t column) {
    const auto cells = filled_cells(table, column);
    const std::set<std::string> distinct(cells.begin(), cells.end());
    return !cells.empty() && cells.size() * 10 >= table.rows.size() * 8 && distinct.size() * 50 >= cells.size() * 49;
}

std::vector<std::string> most_usual(const std::map<std::string, std::size_t>& counts, std::size_t rows,
                                    std::size_t most) {
    std::vector<std::pair<std::size_t, std::string>> sorted;
    for (const auto& [id, n] : counts) sorted.emplace_back(n, id);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> found;
    for (const auto& [n, id] : sorted)
        if (found.size() < most && (n * 3 >= rows || (found.empty() && n * 10 >= rows))) found.push_back(id);
    return found;
}

class Drafting {
public:
    Drafting(const Table& table, As as, const store::Book& book, const Lexicon& lexicon)
        : table_(table), as_(as), book_(book), lexicon_(lexicon) {}

    model::ImportMapping run() {
        columns();
        if (as_ == As::partners) defaults();
        return std::move(mapping_);
    }

private:
    void columns() {
        const bool people = as_ != As::partners;
        std::set<std::string> days;
        for (const std::string& header : table_.header)
            if (const auto day = day_of(header); !day.empty()) days.insert(std::string(day));
        std::set<std::string> used;
        bool has_street = false;
        for (const std::string& header : table_.header)
            if (const auto known = known_column(header, false))
                has_street = has_street || known->to == "address.street" || known->to == "address";
        for (std::size_t c = 0; c < table_.header.size(); ++c) {
            const std::string& header = table_.header[c];
            if (header.empty() || header == line_column || header == reason_column || header == record_column ||
                header == candidates_column)
                continue;
            ImportColumn column;
            column.header = header;
            const std::string_view day = days.size() >= 3 ? day_of(header) : std::string_view();
            const auto cells = filled_cells(table_, c);
            if (!day.empty() && !people && are_hours(cells)) {
                column.to = "hours";
                column.day = day;
                column.as = half_of(header);
                mapping_.columns.push_back(std::move(column));
                continue;
            }
            if (const auto known = known_column(header, people)) {
                column.to = known->to;
                column.as = known->as;
            } else if (const auto path = model::RecordPath::parse(header);
                       !people && path && model::column_of(model::partner_shape(), *path) != nullptr) {
                column.to = header;
            } else if (day.empty()) {
                column.to = by_cells(cells, has_street);
            }
            // Numbers are no words of a list, and what kind of card it is says nothing of whom.
            if (column.to == "kind" && mostly(cells, [](const std::string& cell) {
                    return text::is_digits(cell) || cell == "org" || cell == "individual" || cell == "group";
                })) {
                mapping_.ignore.push_back(header);
                continue;
            }
            // What is said beside the hours of each day is about hours.
            if (column.to == "notes" && fold::text(header) == "commentaire" && !days.empty()) column.to = "hours_note";
            // A number without any street is the row's.
            if (column.to == "address.number" && !has_street) column.to = "sources.id";
            if (column.to == "sources.id") {
                if (mapping_.key.empty() && may_be_key(table_, c)) {
                    mapping_.key.push_back(header);
                    mapping_.not_a_key = {"temp_*", "0"};
                } else {
                    mapping_.ignore.push_back(header);
                }
                continue;
            }
            const std::string mark = column.to + "/" + column.as;
            // A column of nothing, and a second one of what a record has once.
            if (column.to.empty() || (is_single(column.to) && column.as.empty() && used.contains(mark))) {
                mapping_.ignore.push_back(header);
                continue;
            }
            used.insert(mark);
            mapping_.columns.push_back(std::move(column));
        }
    }

    static bool are_hours(const std::vector<std::string>& cells) {
        if (cells.empty()) return true;
        return std::count_if(cells.begin(), cells.end(),
                             [](const std::string& cell) { return read_day_hours(cell) || cell.size() > 4; }) *
                   2 >=
               static_cast<std::ptrdiff_t>(cells.size());
    }

    [[nodiscard]] bool has(std::string_view to) const {
        return std::any_of(mapping_.columns.begin(), mapping_.columns.end(),
                           [&](const ImportColumn& column) { return column.to == to; });
    }

    void defaults() {
        if (has("address.commune") || has("address") || has("address.street")) {
            mapping_.set.territory.push_back({"", "address.commune"});
        } else if (!book_.settings.value.departments.empty()) {
            mapping_.set.territory.push_back({"dep:" + book_.settings.value.departments.front(), ""});
        }
        read_words_for("kind", {"name"});
        read_words_for("themes", {"missions", "summary", "description"});
        for (const Become& row : become(table_, mapping_, lexicon_, as_).all) count_words(row);
        mapping_.set.kind = proposed("kind", kinds_, 1, {usual_kind()}).front();
        mapping_.set.themes = proposed("themes", themes_, 2, usual_themes());
    }

    // « CCAS de Fumel » says its kind: the columns of such texts serve twice.
    void read_words_for(const std::string& field, const std::vector<std::string>& texts) {
        std::vector<ImportColumn> added;
        for (const std::string& text : texts)
            for (const ImportColumn& column : mapping_.columns)
                if (column.to == text) added.push_back({column.header + "|", field, "words", "", "", "", {}});
        mapping_.columns.insert(mapping_.columns.end(), added.begin(), added.end());
    }

    void count_words(const Become& row) {
        const Value by_words{row.by_words};
        const auto said = [&](std::string_view field) {
            const Value* value = row.record.find(field);
            return value != nullptr ? value : by_words.find(field);
        };
        if (const Value* kind = said("kind")) ++kinds_[*kind->text()];
        if (const Value* themes = said("themes"))
            for (const Value& theme : *themes->list()) ++themes_[*theme.text()];
    }

    // One for all rows where nearly all say it; else what each row says, and for the silent ones `usual`.
    std::vector<std::string> proposed(const std::string& field, const std::map<std::string, std::size_t>& counts,
                                      std::size_t most, const std::vector<std::string>& usual) {
        const std::size_t rows = table_.rows.size();
        if (is_varied(counts, rows)) return usual;
        std::erase_if(mapping_.columns,
                      [&](const ImportColumn& column) { return column.to == field && column.as == "words"; });
        auto found = most_usual(counts, rows, most);
        return found.empty() ? usual : found;
    }

    static bool is_varied(const std::map<std::string, std::size_t>& counts, std::size_t rows) {
        return !counts.empty() && std::none_of(counts.begin(), counts.end(),
                                               [&](const auto& entry) { return entry.second * 5 >= rows * 4; });
    }

    [[nodiscard]] std::string usual_kind() const {
        std::map<std::string, std::size_t> counts;
        for (const auto& partner : book_.partners) ++counts[partner.value.kind];
        const auto usual = most_usual(counts, 1, 1);
        return usual.empty() || usual.front().empty() ? "association" : usual.front();
    }

    [[nodiscard]] std::vector<std::string> usual_themes() const {
        std::map<std::string, std::size_t> counts;
        for (const auto& partner : book_.partners)
            for (const std::string& theme : partner.value.themes) ++counts[theme];
        auto usual = most_usual(counts, 1, 1);
        return usual.empty() ? std::vector<std::string>{"acces-aux-droits"} : usual;
    }

    const Table& table_;
    As as_;
    const store::Book& book_;
    const Lexicon& lexicon_;
    model::ImportMapping mapping_;
    std::map<std::string, std::size_t> kinds_;  // of how many rows
    std::map<std::string, std::size_t> themes_;
};

std::string quoted(const std::string& text) {
    return yaml::write_text(text, yaml::Context::flow);
}

std::string list_of(const std::vector<std::string>& items) {
    std::vector<std::string> parts;
    for (const std::string& item : items) parts.push_back(quoted(item));
    return "[" + text::join(parts, ", ") + "]";
}

std::string text_of(const model::ImportMapping& mapping, Lang lang) {
    static constexpr Phrase<> first{
        "# Ce que remplit chaque colonne. « à relire » : proposé d'après les mots du fichier, à confirmer ou à "
        "corriger.",
        "# What each column fills. 'à relire': proposed after the words of the file, to confirm or to put right."};
    std::string text = first().in(lang) + "\n";
    const auto line = [&](std::string_view key, const std::string& value) {
        text += std::string(key) + ": " + value + "\n";
    };
    line("label", yaml::write_text(mapping.label, yaml::Context::block));
    line("files", list_of(mapping.files));
    if (!mapping.as.empty()) line("as", mapping.as);
    if (!mapping.sheet.empty()) line("sheet", yaml::write_text(mapping.sheet, yaml::Context::block));
    line("source", yaml::write_text(mapping.source, yaml::Context::block));
    if (!mapping.key.empty()) line("key", list_of(mapping.key));
    if (!mapping.not_a_key.empty()) line("not_a_key", list_of(mapping.not_a_key));
    text += "columns:\n";
    for (const ImportColumn& column : mapping.columns) {
        std::string value = column.to;
        if (!column.as.empty() || !column.day.empty()) {
            value = "{to: " + column.to;
            if (!column.as.empty()) value += ", as: " + column.as;
            if (!column.day.empty()) value += ", day: " + column.day;
            value += "}";
        }
        if (column.as == "words") value += "  " + std::string(model::to_be_read);
        text += "  " + yaml::write_text(column.header, yaml::Context::key) + ": " + value + "\n";
    }
    if (!mapping.ignore.empty()) {
        text += "ignore:\n";
        for (const std::string& name : mapping.ignore)
            text += "  - " + yaml::write_text(name, yaml::Context::block) + "\n";
    }
    const model::ImportDefaults& set = mapping.set;
    if (!set.kind.empty() || !set.themes.empty() || !set.territory.empty()) {
        text += "set:\n";
        const std::string mark = "  " + std::string(model::to_be_read) + "\n";
        if (!set.kind.empty()) text += "  kind: " + set.kind + mark;
        if (!set.themes.empty()) text += "  themes: " + list_of(set.themes) + mark;
        if (!set.territory.empty())
            text += "  territory: " +
                    (set.territory.front().from.empty() ? "[" + quoted(set.territory.front().area) + "]"
                                                        : "{from: " + set.territory.front().from + "}") +
                    mark;
    }
    return text;
}

std::string stem_of(const std::string& file_name) {
    const std::size_t dot = file_name.rfind('.');
    return dot == std::string::npos || dot == 0 ? file_name : file_name.substr(0, dot);
}

}  // namespace

std::string pattern_of(const std::string& file_name) {
    std::string out;
    for (std::size_t at = 0; at < file_name.size();) {
        std::size_t end = at;
        while (end < file_name.size() && file_name[end] >= '0' && file_name[end] <= '9') ++end;
        const std::string digits = file_name.substr(at, end - at);
        const bool is_year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        if (is_year || digits.size() == 6 || digits.size() == 8) {
            out += "*";
            at = end;
            // 2026-11-06 is one date.
            while (at + 1 < file_name.size() && (file_name[at] == '-' || file_name[at] == '_') &&
                   file_name[at + 1] >= '0' && file_name[at + 1] <= '9') {
                ++at;
                while (at < file_name.size() && file_name[at] >= '0' && file_name[at] <= '9') ++at;
            }
        } else {
            out += file_name[at++];
        }
    }
    return out;
}

As rows_are(const Table& table) {
    std::set<std::string_view> people;
    std::set<std::string_view> partners;
    for (const std::string& header : table.header) {
        if (const auto known = known_column(header, true)) people.insert(known->to);
        if (const auto known = known_column(header, false)) partners.insert(known->to);
    }
    const bool named = people.contains("first_name") || people.contains("last_name");
    if (people.contains("signature") && named) return As::attendance;
    const bool of_organisation = partners.contains("siret") || partners.contains("hours") ||
                                 partners.contains("description") || partners.contains("missions");
    if (people.contains("first_name") && !of_organisation) return As::people;
    return As::partners;
}

Draft draft(const Table& table, const std::string& file_name, As as, const store::Book& book, const Lexicon& lexicon,
            Lang lang) {
    Draft out;
    const std::string stem = stem_of(file_name);
    std::string name = fold::slug(text::replace_all(pattern_of(stem), "*", " "), 40);
    if (name.empty()) name = "import";
    out.name = name;
    for (int n = 2; store::source_at(book, "imports/" + out.name + ".yaml") != nullptr; ++n)
        out.name = name + "-" + std::to_string(n);
    out.mapping = Drafting(table, as, book, lexicon).run();
    out.mapping.label = utf8::printable(stem);
    out.mapping.files = {pattern_of(file_name)};
    out.mapping.source = out.name;
    // Another form of a list that is known already: its numbers go on meaning the same.
    for (const auto& other : book.mappings)
        for (const std::string& pattern : other.value.files)
            if (matches(pattern, file_name))
                out.mapping.source = other.value.source.empty() ? other.id : other.value.source;
    out.mapping.sheet = table.sheet;
    if (as == As::people) out.mapping.as = "people";
    if (as == As::attendance) out.mapping.as = "attendance";
    out.text = text_of(out.mapping, lang);
    return out;
}

Fitness fitness(const Table& table, const model::ImportMapping& mapping) {
    Fitness found;
    for (const ImportColumn& column : mapping.columns) {
        bool there = table.column(column.header) < table.header.size();
        for (const std::string_view part : text::split(column.header, '|'))
            there = there || table.column(text::trim(part)) < table.header.size();
        ++(there ? found.has : found.lacks);
    }
    return found;
}

}  // namespace cafe::intake
