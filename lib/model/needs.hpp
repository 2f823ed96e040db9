// needs/2026-Q3.yaml: how many orientations were asked for in a quarter, in tables that point at nobody.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "model/field.hpp"

namespace cafe::model {

/// A number below this one, which is not nought, may stand in no table: it would be about somebody.
inline constexpr int least_count = 5;

/// What is left of cells that were too small, under one key; what nobody said; no reason, where nothing was refused.
inline constexpr std::string_view other_cells = "others";
inline constexpr std::string_view unsaid_cell = "unsaid";
inline constexpr std::string_view no_reason_cell = "none";

struct CountCell {
    std::string key;     ///< its key in the file: a theme, the code of an area, a reason, a delay
    std::string number;  ///< as written
    bool operator==(const CountCell&) const = default;
};

/// One table beside the other, never crossed. A table of which too little could be told is missing.
struct Needs {
    std::string quarter;
    std::optional<int> asked;  ///< rounded to five
    std::optional<bool> at_least;
    std::vector<CountCell> themes;
    std::vector<CountCell> areas;
    std::vector<CountCell> reasons;
    std::vector<CountCell> delays;
    std::vector<std::string> added;  ///< digests of the files that were added up
    bool operator==(const Needs&) const = default;
};

/// A table of counts: the key of its field, and where it is in the struct.
struct CountTable {
    std::string_view key;
    Label label;
    std::vector<CountCell> Needs::*cells;
};
const std::vector<CountTable>& count_tables();

/// The field list of the file.
const Shape& needs_shape();

/// Why somebody was refused, or did not go; how long the first answer took. What a cell of those tables may be called.
const std::vector<Choice>& reasons();
const std::vector<Choice>& delays();

/// Whether a number may stand in a table: nought, or enough of them.
bool is_large_enough(int count);

/// Whether all that a record counts is a number that may leave.
bool is_safe(const Needs& needs);

/// The quarter of a day: "2026-Q3".
std::string quarter_of(const Date& day);
/// Whether a text is a quarter, from 1900-Q1 to 2199-Q4.
bool is_quarter(std::string_view text);
/// The first day behind a quarter. Only for what is one.
Date end_of_quarter(std::string_view quarter);
/// « 3e trimestre 2026 », "third quarter of 2026". Only for what is one.
Words quarter_in_words(std::string_view quarter);

}  // namespace cafe::model
