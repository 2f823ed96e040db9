// The areas of France and the notebook's own: which area a name means, which area holds or touches which, how far.
//
// A name is sought among the notebook's own areas and aliases, then in its départements, then in all of France, where
// it must be unique. Nothing is guessed: what has several bearers comes back with all of them, what has none with those
// that are written nearly like it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.hpp"
#include "base/words.hpp"
#include "territory/area.hpp"
#include "territory/outline.hpp"
#include "territory/setup.hpp"
#include "territory/tables.hpp"

namespace cafe::territory {

/// Made once from the setup and never changed; copies share what they know.
class Territory {
public:
    explicit Territory(Setup setup);

    /// The area that a whole text names: a name as people say it ("Ste Livrade s/ Lot", "agglo d'Agen", "Brax (47)",
    /// "47500 Fumel"), a code (`insee:`, `epci:`, `dep:`, `reg:`, `cp:`, or bare: 47106, 200068930, 47), or an own id.
    [[nodiscard]] Resolved resolve(std::string_view text, Spoken spoken) const;

    /// The commune (or a part of one) of an address. The postcode decides between homonyms; where it belongs to none of
    /// them, or is empty, the name alone does, so that a checker can say that they do not go together.
    [[nodiscard]] Resolved resolve_address(std::string_view commune, std::string_view postcode) const;

    using Match = territory::Match;
    /// The longest run of words from `start` that names an area. Words that name one of the notebook's are always seen;
    /// a commune elsewhere in France by several words or when announced; bare numbers only when announced.
    [[nodiscard]] std::optional<Match> area_at(std::span<const fold::Word> words, std::size_t start,
                                               Announced announced) const;

    // What is asked of an area. An AreaRef that this territory does not know has an empty name and holds nothing.
    [[nodiscard]] bool known(const AreaRef& area) const;
    [[nodiscard]] std::string name(const AreaRef& area) const;
    /// "commune", "communauté de communes" / "community of communes", or the network's own word.
    [[nodiscard]] Words kind_name(const AreaRef& area) const;
    /// Kind and where: "commune, Lot-et-Garonne".
    [[nodiscard]] Words detail(const AreaRef& area) const;
    [[nodiscard]] Candidate candidate(const AreaRef& area) const;

    /// Every part of b lies in a. Reflexive and transitive.
    [[nodiscard]] bool contains(const AreaRef& a, const AreaRef& b) const;
    /// a and b share at least a part. Symmetric. Two quarters of one commune do not touch unless one holds the other.
    [[nodiscard]] bool touches(const AreaRef& a, const AreaRef& b) const;
    /// Communes, for putting narrow areas before wide ones. A quarter counts 0.
    [[nodiscard]] std::size_t size(const AreaRef& area) const;
    /// The communes of an area in the order of their codes; for a quarter the commune it lies in.
    [[nodiscard]] std::vector<AreaRef> communes_of(const AreaRef& area) const;
    /// Kilometres between the nearest centres of communes of both; 0 when they touch; nothing when no centre is known.
    [[nodiscard]] std::optional<double> distance_km(const AreaRef& a, const AreaRef& b) const;
    /// The centre of a commune, or of the commune of a quarter; the mean of the communes' for wider areas.
    [[nodiscard]] std::optional<tables::Point> centre(const AreaRef& area) const;

    /// The outline of what of the area lies in départements whose outlines are known, a quarter's is that of its
    /// commune; else empty.
    [[nodiscard]] Outline outline(const AreaRef& area) const;

    /// Of all communes of the area (an arrondissement has its own), sorted, each once.
    [[nodiscard]] std::vector<std::string> postcodes(const AreaRef& area) const;
    /// Empty when it is not a postcode.
    [[nodiscard]] std::vector<AreaRef> communes_of_postcode(std::string_view postcode) const;
    [[nodiscard]] FiveDigits five_digits(std::string_view digits) const;

    /// The notebook's own areas, in the order of the setup.
    [[nodiscard]] std::vector<AreaRef> own_areas() const;
    /// In the order of the setup: départements, areas, aliases.
    [[nodiscard]] const std::vector<SetupProblem>& problems() const;

private:
    struct Inside;
    std::shared_ptr<const Inside> inside_;
};

}  // namespace cafe::territory
