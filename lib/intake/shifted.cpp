#include "intake/shifted.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "intake/cells.hpp"
#include "intake/words.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

enum Type { blank, postcode, email, url, phone, number, clock, date, code, prose, types };

Type type_of(const std::string& cell) {
    const std::string text = one_line(cell);
    if (text.empty()) return blank;
    if (text.find('@') != std::string::npos && text.find(' ') == std::string::npos) return email;
    if (text.starts_with("http") || text.starts_with("www.")) return url;
    if (text::is_digits(text) && (text.size() == 5 || text.size() == 4)) return postcode;
    if (model::to_phone(text)) return phone;
    if (text::to_number(text)) return number;
    if (text.size() == 5 && text[2] == ':' && ascii::is_digit(text[0])) return clock;
    if (read_date(text, DayOrder::day_first)) return date;
    if (text.size() == 2 && text.find(' ') == std::string::npos) return code;
    return prose;
}

// What a column of that name holds; nothing where its name says nothing.
std::optional<Type> type_by_name(const std::string& header) {
    const auto known = known_column(header, false);
    if (!known) return std::nullopt;
    const std::string_view to = known->to;
    if (to == "address.postcode" || known->as == "insee") return postcode;
    if (to == "emails" || to == "contact.email") return email;
    if (to == "website") return url;
    if (to == "phones" || to == "contact.phone") return phone;
    if (to == "address.latitude" || to == "address.longitude") return number;
    if (to == "name" || to == "description" || to == "summary" || to == "address.street" || to == "address.commune" ||
        to == "contact.name" || to == "kind")
        return prose;
    return std::nullopt;
}

// What nearly all filled cells of a column are; prose where nothing is.
struct Usual {
    std::vector<Type> types;
};

Usual usual_of(const std::vector<std::vector<Type>>& rows, const std::vector<std::string>& header,
               const std::vector<bool>& left_out) {
    Usual usual;
    for (std::size_t c = 0; c < header.size(); ++c) {
        if (const auto named = type_by_name(header[c])) {
            usual.types.push_back(*named);
            continue;
        }
        std::array<std::size_t, types> counts{};
        std::size_t filled = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (left_out[r] || rows[r][c] == blank) continue;
            ++counts[rows[r][c]];
            ++filled;
        }
        const auto most = std::max_element(counts.begin(), counts.end());
        const bool clear = filled >= 2 && *most * 10 >= filled * 6;
        usual.types.push_back(clear ? static_cast<Type>(most - counts.begin()) : filled == 0 ? blank : prose);
    }
    return usual;
}

enum class Verdict { nothing, agrees, disagrees };

// A cell against what its column holds: a typed cell in a column of words, or words in a typed column, disagree; so do
// two types.
Verdict verdict(Type cell, Type usual) {
    if (cell == blank) return Verdict::nothing;
    if (cell == usual) return cell == prose ? Verdict::nothing : Verdict::agrees;
    if (usual != prose && usual != blank) return Verdict::disagrees;
    return cell != prose && usual == prose ? Verdict::disagrees : Verdict::nothing;
}

struct Segment {
    std::size_t from = 0;  // the first cell that stands one place too far right
    std::size_t to = 0;    // behind the last column that takes its cell from the right
    std::size_t by = 1;    // places
    int gain = 0;
};

// The run of columns that gains most when its cells move back by so many places.
std::optional<Segment> shift_by(const std::vector<Type>& row, const Usual& usual, std::size_t by) {
    constexpr int enough = 3;
    std::optional<Segment> best;
    for (std::size_t from = 1; from + by < row.size(); ++from) {
        int gain = 0;
        int wrong = 0;
        int right = 0;
        for (std::size_t c = from; c + by < row.size(); ++c) {
            const Verdict here = verdict(row[c], usual.types[c]);
            const Verdict moved = verdict(row[c + by], usual.types[c]);
            wrong += here == Verdict::disagrees ? 1 : 0;
            right += moved == Verdict::agrees ? 1 : 0;
            gain += (here == Verdict::disagrees ? 1 : 0) - (here == Verdict::agrees ? 1 : 0);
            gain += (moved == Verdict::agrees ? 1 : 0) - (moved == Verdict::disagrees ? 1 : 0);
            if (wrong < enough || right < enough || gain <= (best ? best->gain : 0)) continue;
            best = Segment{from, c + 1, by, gain};
        }
    }
    // The first wrong cell begins it.
    if (best)
        while (best->from + 1 < best->to && verdict(row[best->from], usual.types[best->from]) != Verdict::disagrees)
            ++best->from;
    return best;
}

std::optional<Segment> shift_of(const std::vector<Type>& row, const Usual& usual) {
    const auto one = shift_by(row, usual, 1);
    const auto two = shift_by(row, usual, 2);
    return two && (!one || two->gain > one->gain) ? two : one;
}

}  // namespace

std::vector<std::optional<Shift>> shifted_rows(const Table& table) {
    const std::size_t width = table.header.size();
    std::vector<std::optional<Shift>> found(table.rows.size());
    constexpr std::size_t fewest_columns = 6;
    constexpr std::size_t fewest_rows = 4;
    if (width < fewest_columns || table.rows.size() < fewest_rows) return found;
    std::vector<std::vector<Type>> rows;
    std::vector<bool> left_out(table.rows.size(), false);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        std::vector<Type> kinds(width, blank);
        for (std::size_t c = 0; c < std::min(width, table.rows[r].cells.size()); ++c)
            kinds[c] = type_of(table.rows[r].cells[c]);
        left_out[r] = table.rows[r].cells.size() != width;
        rows.push_back(std::move(kinds));
    }
    // Where most rows have moved, the columns are those of the others: rows that moved are taken out and the columns
    // looked at again, until nothing changes.
    std::vector<std::optional<Segment>> shifts(rows.size());
    for (int round = 0; round < 4; ++round) {
        const Usual usual = usual_of(rows, table.header, left_out);
        bool changed = false;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (table.rows[r].cells.size() != width) continue;
            const auto shift = shift_of(rows[r], usual);
            changed = changed || shift.has_value() != shifts[r].has_value();
            shifts[r] = shift;
            left_out[r] = shift.has_value();
        }
        if (!changed) break;
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (!shifts[r]) continue;
        Segment at = *shifts[r];
        // A comma that parts two cells has left its blank, and a house number alone is the first half of a street.
        const auto& cells_now = table.rows[r].cells;
        if (at.from + 1 < at.to && cells_now[at.from + 1].starts_with(' ') && !cells_now[at.from].starts_with(' '))
            ++at.from;
        Shift shift{at.from, cells_now};
        std::vector<std::string>& cells = shift.mended;
        for (std::size_t i = 0; i < at.by; ++i) {
            cells[at.from - 1] += ", " + std::string(text::trim(cells[at.from]));
            cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(at.from));
        }
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(at.to), at.by, "");
        found[r] = std::move(shift);
    }
    return found;
}

}  // namespace cafe::intake
