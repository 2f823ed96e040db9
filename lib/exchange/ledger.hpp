// What became of every filled field: counted by the table of fates, corrected by the writers where one value fared
// otherwise.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/fates.hpp"
#include "facts/release.hpp"
#include "model/field.hpp"

namespace cafe::exchange {

/// How many values a field has, by its path.
using Counts = std::map<std::string, std::size_t, std::less<>>;
Counts count_values(const void* record, const model::Shape& shape);

/// One fiche. `own` is what the notebook holds, `released` what the reader may have.
class Ledger {
public:
    Ledger(Way way, const model::Partner& own, const model::Partner& released);

    /// These have found no place although the table says so; without a number all that are left of that path.
    void lose(std::string_view path, std::size_t values = all);
    /// The same for values that left as words.
    void flatten(std::string_view path, std::size_t values = all);
    /// The other way round: the table says that these are lost, and they are not.
    void find(std::string_view path, std::size_t values, Fate fate);
    /// Everything below a mapping: "referral".
    void lose_below(std::string_view path);
    /// A service that is not written.
    void refuse(const model::Service& service);
    void lose(const model::Service& service);
    /// The whole fiche is not written.
    void refuse();

    struct Tally {
        std::size_t held = 0;      ///< by the notebook
        std::size_t released = 0;  ///< for the reader
        std::size_t holders = 0;   ///< services, phones… that have a value there
        std::size_t flattened = 0;
        std::size_t lost = 0;
        std::size_t refused = 0;
        std::size_t found = 0;  ///< are mapped although the table says otherwise
    };
    /// By path, without what is private; `flattened` and `lost` are what both the table and the writer say.
    [[nodiscard]] std::map<std::string, Tally, std::less<>> tallies() const;

private:
    static constexpr std::size_t all = static_cast<std::size_t>(-1);
    void move(std::string_view path, std::size_t values, std::size_t Tally::*to);

    Way way_;
    std::map<std::string, Tally, std::less<>> tallies_;
};

}  // namespace cafe::exchange
