#include "intake/columns.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::intake {

namespace {

constexpr Phrase<std::string> zeros{
    "colonne « {} » : le zéro que le tableur avait enlevé est remis devant les numéros de neuf chiffres",
    "column '{}': the zero that the spreadsheet took away is put back before numbers of nine digits"};
constexpr Phrase<std::string, std::string> were_exchanged{
    "colonnes « {} » et « {} » : latitude et longitude étaient échangées",
    "columns '{}' and '{}': latitude and longitude were exchanged"};
constexpr Phrase<> was_lambert{"coordonnées en Lambert 93 : converties en degrés",
                               "coordinates in Lambert 93: turned into degrees"};
constexpr Phrase<std::string> month_first{"colonne « {} » : le mois est avant le jour",
                                          "column '{}': the month stands before the day"};
constexpr Phrase<std::string> day_first{
    "colonne « {} » : rien ne dit si le jour est avant le mois ; lu jour/mois",
    "column '{}': nothing says whether the day stands before the month; read as day/month"};
const std::vector<std::string> usual_empty{"na", "n/a", "#n/d",       "#n/a",  "null",  "none", "-",  "--",
                                           "/",  "nan", "0001-01-01", "néant", "neant", "nr",   "nc", "?"};

std::string in_small(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) utf8::append(out, utf8::lower(utf8::next(text, at)));
    return out;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view text) {
    const std::string p = in_small(pattern);
    const std::string t = in_small(text);
    // Linear but for the last star, to which it goes back.
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t star = std::string::npos;
    std::size_t mark = 0;
    while (j < t.size()) {
        if (i < p.size() && (p[i] == '?' || p[i] == t[j]) && p[i] != '*') {
            ++i;
            ++j;
        } else if (i < p.size() && p[i] == '*') {
            star = i++;
            mark = j;
        } else if (star != std::string::npos) {
            i = star + 1;
            j = ++mark;
        } else {
            return false;
        }
    }
    while (i < p.size() && p[i] == '*') ++i;
    return i == p.size();
}

Bound bind(const Table& table, const model::ImportColumn& column) {
    Bound bound{&column, {}, column.header, false, DayOrder::day_first};
    if (const std::size_t whole = table.column(column.header); whole < table.header.size()) {
        bound.positions.push_back(whole);
        return bound;
    }
    for (const std::string_view part : text::split(column.header, '|')) {
        const std::size_t at = table.column(text::trim(part));
        if (at < table.header.size()) bound.positions.push_back(at);
    }
    return bound;
}

Cells::Cells(const Table& table, const model::ImportMapping& mapping) : table_(table) {
    for (const std::string& word : mapping.empty.empty() ? usual_empty : mapping.empty) empty_.insert(in_small(word));
}

std::string Cells::at(const Row& row, std::size_t column) const {
    if (column >= row.cells.size()) return "";
    const std::string& cell = row.cells[column];
    const std::string_view plain = text::trim(cell);
    constexpr std::size_t longest_empty = 12;
    if (plain.empty() || (plain.size() <= longest_empty && empty_.contains(in_small(plain)))) return "";
    return cell;
}

std::string Cells::of(const Row& row, const Bound& bound) const {
    for (const std::size_t column : bound.positions)
        if (std::string cell = at(row, column); !cell.empty()) return cell;
    return "";
}

bool holds(const std::string& condition, const Cells& cells, const Row& row) {
    if (condition.empty()) return true;
    const bool negated = condition.find("!=") != std::string::npos;
    const std::size_t sign = negated ? condition.find("!=") : condition.find('=');
    if (sign == std::string::npos) return true;
    const std::string name(text::trim(std::string_view(condition).substr(0, sign)));
    const std::string value = fold::text(std::string_view(condition).substr(sign + (negated ? 2 : 1)));
    const std::size_t column = cells.table().column(name);
    const bool same = fold::text(cells.at(row, column)) == value;
    return same != negated;
}

bool is_phone_target(std::string_view to) {
    return to == "phones" || to == "contact.phone" || to == "contact";
}

void look_at_phones(Bound& bound, const Cells& cells, std::vector<Words>& notes) {
    std::size_t lost = 0;
    for (const Row& row : cells.table().rows)
        for (const std::size_t column : bound.positions) {
            const std::string cell = cells.at(row, column);
            if (!may_lack_zero(cell)) continue;
            if (read_phones(cell, true).phones.empty()) return;  // it would be no number: none is touched
            ++lost;
        }
    if (lost == 0) return;
    bound.zero_lost = true;
    notes.push_back(zeros(bound.shown));
}

void look_at_dates(Bound& bound, const Cells& cells, std::vector<Words>& notes) {
    bool day = false;
    bool month = false;
    bool either = false;
    for (const Row& row : cells.table().rows) {
        const std::string cell = cells.of(row, bound);
        const std::size_t slash = cell.find('/');
        if (slash == std::string::npos || slash > 2) continue;
        const bool first = read_date(cell, DayOrder::day_first).has_value();
        const bool second = read_date(cell, DayOrder::month_first).has_value();
        day = day || (first && !second);
        month = month || (second && !first);
        either = either || (first && second);
    }
    if (month && !day) {
        bound.order = DayOrder::month_first;
        notes.push_back(month_first(bound.shown));
    } else if (either && !day && !month) {
        notes.push_back(day_first(bound.shown));
    }
}

std::optional<Point> point_of(double a, double b, Points kind) {
    switch (kind) {
        case Points::degrees:
            if (is_in_france(a, b)) return Point{a, b};
            break;
        case Points::exchanged:
            if (is_in_france(b, a)) return Point{b, a};
            break;
        case Points::lambert:
        case Points::lambert_exchanged: {
            const double x = kind == Points::lambert ? b : a;
            const double y = kind == Points::lambert ? a : b;
            if (!is_lambert93(x, y)) break;
            const Degrees degrees = from_lambert93(x, y);
            return Point{degrees.latitude, degrees.longitude};
        }
        case Points::none: break;
    }
    return std::nullopt;
}

namespace {

Points kind_of_points(const Bound& latitude, const Bound& longitude, const Cells& cells, std::vector<Words>& notes) {
    std::vector<std::pair<double, double>> pairs;
    for (const Row& row : cells.table().rows) {
        const auto a = read_decimal(cells.of(row, latitude));
        const auto b = read_decimal(cells.of(row, longitude));
        if (a && b && (*a != 0 || *b != 0)) pairs.emplace_back(*a, *b);
    }
    const auto fitting = [&](Points kind) {
        return static_cast<std::size_t>(std::count_if(
            pairs.begin(), pairs.end(), [&](const auto& pair) { return point_of(pair.first, pair.second, kind); }));
    };
    if (pairs.empty()) return Points::none;
    // What the mapping says needs no proof by the whole column.
    if (latitude.column->as == "lambert93" || longitude.column->as == "lambert93")
        return fitting(Points::lambert) >= fitting(Points::lambert_exchanged) ? Points::lambert
                                                                              : Points::lambert_exchanged;
    if (fitting(Points::degrees) > 0) return Points::degrees;
    if (fitting(Points::exchanged) == pairs.size()) {
        notes.push_back(were_exchanged(latitude.shown, longitude.shown));
        return Points::exchanged;
    }
    for (const Points kind : {Points::lambert, Points::lambert_exchanged})
        if (fitting(kind) * 10 >= pairs.size() * 9) {
            notes.push_back(was_lambert());
            return kind;
        }
    return Points::degrees;
}

}  // namespace

PointColumns points_in(const std::vector<Bound>& bounds, const Cells& cells, std::vector<Words>& notes) {
    PointColumns points;
    std::vector<const Bound*> latitudes;
    std::vector<const Bound*> longitudes;
    for (const Bound& bound : bounds) {
        if (bound.positions.empty()) continue;
        if (bound.column->to == "address.latitude") latitudes.push_back(&bound);
        if (bound.column->to == "address.longitude") longitudes.push_back(&bound);
    }
    for (std::size_t i = 0; i < std::min(latitudes.size(), longitudes.size()); ++i) {
        points.pairs.emplace_back(latitudes[i], longitudes[i]);
        points.kinds.push_back(kind_of_points(*latitudes[i], *longitudes[i], cells, notes));
    }
    return points;
}

std::vector<std::string> further_columns(const Table& table, const model::ImportMapping& mapping,
                                         const std::set<std::size_t>& used) {
    std::set<std::size_t> known = used;
    for (const std::string& key : mapping.key)
        for (const std::string_view part : text::split(key, '|')) known.insert(table.column(text::trim(part)));
    std::vector<std::string> further;
    for (std::size_t c = 0; c < table.header.size(); ++c) {
        const std::string& name = table.header[c];
        const bool ignored = std::any_of(mapping.ignore.begin(), mapping.ignore.end(),
                                         [&](const std::string& pattern) { return matches(pattern, name); });
        if (!name.empty() && !known.contains(c) && !ignored && !name.starts_with("cafe:")) further.push_back(name);
    }
    return further;
}

}  // namespace cafe::intake
