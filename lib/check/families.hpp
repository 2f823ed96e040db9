// The list of checks: each family is a row. `check` walks all of them, and those that a change can touch.
#pragma once

#include <functional>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/date.hpp"
#include "check/inspection.hpp"
#include "model/fields.hpp"
#include "store/book.hpp"
#include "territory/territory.hpp"

namespace cafe::check {

/// What a family may look at.
struct Context {
    const store::Book& book;
    const territory::Territory& territory;
    Date today;
};

/// Some of the kinds of record.
class Kinds {
public:
    constexpr Kinds() = default;
    constexpr Kinds(std::initializer_list<model::RecordKind> kinds) {
        for (const model::RecordKind kind : kinds) bits_ |= bit(kind);
    }
    static constexpr Kinds all() {
        Kinds kinds;
        for (const model::RecordKind kind : model::all_record_kinds) kinds.bits_ |= bit(kind);
        return kinds;
    }
    [[nodiscard]] constexpr bool has(model::RecordKind kind) const { return (bits_ & bit(kind)) != 0; }

private:
    static constexpr unsigned bit(model::RecordKind kind) { return 1U << static_cast<unsigned>(kind); }
    unsigned bits_ = 0;
};

/// Called for each value met on the walk, with and without a row of the field list.
using Values = std::function<void(const store::Met&, Report&)>;
/// Called for each record.
using Records = std::function<void(const store::Source&, Report&)>;
/// Whether a change of one file can change what a family says of others. Either is null where there is no such file.
using Touches = bool (*)(const store::Source* before, const store::Source* after);

/// A row: what it looks at (each value, each record, the book), of which kinds of record.
struct Family {
    std::string_view name;
    Kinds concerns;                                     ///< what it looks at
    Kinds reads = {};                                   ///< what it judges values of others by
    Touches touches = nullptr;                          ///< null: any change of those can
    Values (*values)(const Context&) = nullptr;         ///< what looks at each value
    Records (*records)(const Context&) = nullptr;       ///< what looks at each record
    void (*book)(const Context&, Findings&) = nullptr;  ///< at records together
    bool refuses = true;                                ///< a row that looks at the book: whether it can find an error
};

std::span<const Family> families();

}  // namespace cafe::check
