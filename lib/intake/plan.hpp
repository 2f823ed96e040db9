// What an import will do: which row is which fiche, what is written, what waits for somebody, what is said.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "intake/people.hpp"
#include "intake/rows.hpp"
#include "intake/three_way.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::intake {

/// One row and what becomes of it.
struct RowReport {
    const Become* row = nullptr;
    Outcome outcome = Outcome::rejected;
    std::string record;               ///< "partners/ccas-fumel"; empty: none
    std::vector<std::string> fields;  ///< written, or in conflict
    Words why;                        ///< of what waits
    std::vector<std::string> candidates;
};

struct Counts {
    std::size_t made = 0;
    std::size_t updated = 0;
    std::size_t same = 0;
    std::size_t kept = 0;
    std::size_t conflicts = 0;
    std::size_t unsure = 0;
    std::size_t rejected = 0;
    std::size_t twice = 0;
    std::size_t outside = 0;
    std::size_t left_out = 0;
};

struct Plan {
    store::Changes files;
    std::vector<RowReport> rows;
    std::vector<Words> notes;            ///< once for the file, in order
    std::vector<std::string> gone;       ///< fiches whose row is no longer in the file: "partners/x (2)"
    std::vector<std::string> to_inform;  ///< new people
    Counts counts;

    /// Whether something waits for a decision.
    [[nodiscard]] bool waits() const { return counts.conflicts + counts.unsure + counts.rejected + counts.twice > 0; }
};

struct Request {
    std::string name;  ///< of the mapping
    Mode mode = Mode::all;
    As as = As::partners;
    Date today;
    std::string digest;                                   ///< of the file's bytes
    std::vector<std::pair<std::string, Value>> people{};  ///< of a table that cafe wrote: ids and records
    bool learn = false;  ///< a name that somebody decided about becomes another name of the fiche
    std::function<void(std::size_t done, std::size_t total)> progress{};
};

/// What the last import left beside the mapping, as it was read; empty where there is none.
struct Files {
    std::string memory;
    std::string conflicts;
    std::vector<std::string> others;  ///< memories of other mappings of the same source
};

/// The rows of a table against a book. `rows` must outlive the plan. An Error of kind usage when the mapping cannot be
/// used: its query cannot be asked.
Result<Plan> plan_of(const store::Book& book, const Table& table, const model::ImportMapping& mapping, const Rows& rows,
                     const Lexicon& lexicon, const Request& request, const Files& files);

}  // namespace cafe::intake
