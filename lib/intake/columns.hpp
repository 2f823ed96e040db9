// A mapping over a table: which cells each of its columns means, and what only whole columns say.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "intake/cells.hpp"
#include "intake/table.hpp"
#include "model/import_mapping.hpp"

namespace cafe::intake {

/// Whether `pattern` (with * and ?) is all of a text; case and accents do not count.
bool matches(std::string_view pattern, std::string_view text);

/// A column of a mapping, and where it stands in the table.
struct Bound {
    const model::ImportColumn* column = nullptr;
    std::vector<std::size_t> positions;  ///< in the order to try them
    std::string shown;
    bool zero_lost = false;
    DayOrder order = DayOrder::day_first;
};
Bound bind(const Table& table, const model::ImportColumn& column);

/// The cells of a table; one that says nothing (« NA », « - ») is empty.
class Cells {
public:
    Cells(const Table& table, const model::ImportMapping& mapping);
    [[nodiscard]] std::string at(const Row& row, std::size_t column) const;
    [[nodiscard]] std::string of(const Row& row, const Bound& bound) const;
    [[nodiscard]] const Table& table() const { return table_; }

private:
    const Table& table_;
    std::set<std::string, std::less<>> empty_;
};

/// "itinerance != Oui", "statut = ouvert"; an empty condition holds.
bool holds(const std::string& condition, const Cells& cells, const Row& row);

/// Whether a column of that target holds telephones.
bool is_phone_target(std::string_view to);
/// Whether a spreadsheet took the zeros of the whole column, which is said once.
void look_at_phones(Bound& bound, const Cells& cells, std::vector<Words>& notes);
/// Whether the day stands before the month.
void look_at_dates(Bound& bound, const Cells& cells, std::vector<Words>& notes);

enum class Points { none, degrees, exchanged, lambert, lambert_exchanged };

/// Pairs of columns with a latitude and a longitude, and what they really hold.
struct PointColumns {
    std::vector<std::pair<const Bound*, const Bound*>> pairs;
    std::vector<Points> kinds;
};

struct Point {
    double latitude = 0;
    double longitude = 0;
};
/// Nothing where it is none in France.
std::optional<Point> point_of(double a, double b, Points kind);
PointColumns points_in(const std::vector<Bound>& bounds, const Cells& cells, std::vector<Words>& notes);

/// The columns of a table that the mapping neither uses nor leaves out; cafe's own aside.
std::vector<std::string> further_columns(const Table& table, const model::ImportMapping& mapping,
                                         const std::set<std::size_t>& used);

}  // namespace cafe::intake
