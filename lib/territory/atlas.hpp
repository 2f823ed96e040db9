// The areas by their rows: which holds which, which meet. What Territory says in words, this says in numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "territory/area.hpp"
#include "territory/setup.hpp"
#include "territory/tables.hpp"

namespace cafe::territory {

using tables::Index;

/// An area by its row: of the tables, or for `own` its position among the notebook's areas. Quarters count through: the
/// parts of the tables first, then the notebook's areas (`tables::parts()` + position).
struct Spot {
    AreaKind kind = AreaKind::country;
    Index row = 0;
    bool operator==(const Spot&) const = default;
};

/// An own area worked out. It is a set of whole communes and of quarters, less quarters that were cut out.
struct Own {
    OwnArea said;
    bool quarter = false;
    std::vector<Index> communes;      ///< sorted; of a quarter: where it lies
    std::vector<std::uint64_t> bits;  ///< the same, one bit for each commune of France
    std::vector<Spot> quarters;       ///< whose commune is not among `communes`
    std::vector<Spot> cut;            ///< quarters that `except` took out of `communes`
    std::optional<Spot> parent;       ///< of a quarter that lies in another

    [[nodiscard]] bool has(Index commune) const { return (bits[commune / 64] >> (commune % 64) & 1U) != 0; }
    void include(Index commune) { bits[commune / 64] |= std::uint64_t{1} << (commune % 64); }
    void exclude(Index commune) { bits[commune / 64] &= ~(std::uint64_t{1} << (commune % 64)); }
};

class Atlas {
public:
    /// The own areas by name only, each still empty.
    explicit Atlas(std::vector<OwnArea> areas);

    [[nodiscard]] const std::vector<Own>& owns() const { return owns_; }
    [[nodiscard]] Spot own_spot(std::size_t position) const;
    /// The position of an own area or own quarter; nothing for an area of the tables.
    [[nodiscard]] std::optional<std::size_t> position(const Spot& area) const;
    /// The first of that id.
    [[nodiscard]] std::optional<std::size_t> own_by_id(std::string_view id) const;

    // Working out the own areas, once.
    void add(std::size_t own, const Spot& area);
    /// Says whether that took anything away.
    bool take_out(std::size_t own, const Spot& area);
    void lay_within(std::size_t own, const Spot& area);
    void finish(std::size_t own);

    [[nodiscard]] std::optional<Spot> spot(const AreaRef& area) const;
    [[nodiscard]] AreaRef ref(const Spot& area) const;
    [[nodiscard]] std::string name(const Spot& area) const;
    [[nodiscard]] Words kind_name(const Spot& area) const;
    [[nodiscard]] Words detail(const Spot& area) const;
    [[nodiscard]] Candidate candidate(const Spot& area) const;

    [[nodiscard]] bool holds(const Spot& a, const Spot& b) const;
    [[nodiscard]] bool meets(const Spot& a, const Spot& b) const;
    [[nodiscard]] std::size_t size(const Spot& area) const;
    /// Wholly or in part, sorted.
    [[nodiscard]] std::vector<Index> communes(const Spot& area) const;

private:
    [[nodiscard]] const Own* own(const Spot& area) const;
    [[nodiscard]] std::vector<Index> home(const Spot& quarter) const;
    template <class Test>
    [[nodiscard]] bool any_home(const Spot& quarter, Test test) const;
    [[nodiscard]] bool inside(Spot quarter, const Spot& outer) const;
    [[nodiscard]] bool related(const Spot& a, const Spot& b) const { return inside(a, b) || inside(b, a); }
    [[nodiscard]] bool has_commune(const Spot& area, Index commune) const;
    [[nodiscard]] bool holds_commune(const Spot& area, Index commune) const;
    [[nodiscard]] bool holds_quarter(const Spot& area, const Spot& quarter) const;
    [[nodiscard]] bool holds_own(const Spot& area, const Own& other) const;
    [[nodiscard]] bool meets_quarter(const Spot& area, const Spot& quarter) const;
    template <class Test>
    bool any_commune(const Spot& area, Test test) const;

    std::vector<Own> owns_;
    std::vector<std::size_t> by_id_;  ///< positions in owns_
};

}  // namespace cafe::territory
