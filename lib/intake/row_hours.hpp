// The cells of one row that say when it is open, and the hours that they make together.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "intake/columns.hpp"
#include "model/import_mapping.hpp"

namespace cafe::intake {

/// What a row says of its hours: as OpenStreetMap writes them, and word for word what cannot be read.
struct RowHours {
    std::string hours;
    std::string words;
};

/// Whether columns of mornings and afternoons name no day: the days stand in a column of their own.
bool has_halves_of_no_day(const std::vector<Bound>& bounds);

class HoursCells {
public:
    explicit HoursCells(bool halves_of_no_day = false) : halves_(halves_of_no_day) {}

    /// A cell of a column whose target is "hours". Gives back words that are no hours.
    std::string take(const model::ImportColumn& column, const std::string& cell);
    /// All that was taken.
    RowHours finish();

private:
    struct Half {
        std::string written;
        std::string hours;  ///< empty: they cannot be read
    };
    void take_day(const model::ImportColumn& column, const std::string& cell);
    void join_halves();

    static constexpr std::size_t week_days = 7;
    bool halves_;
    std::array<std::string, week_days> opens_;               // when each day begins, until its end is read
    std::array<std::vector<std::string>, week_days> spans_;  // of each day
    std::vector<std::string> words_;
    std::string text_hours_;
    std::string days_;  // « lundi, mardi », beside halves
    Half morning_;
    Half afternoon_;
};

}  // namespace cafe::intake
