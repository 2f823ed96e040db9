// The geography of France inside the binary: communes, their parts, EPCI, départements and régions, read where they
// lie.
//
// Nothing is loaded or built at start: every function looks straight into one block of bytes (see blob.hpp), so the
// views it returns live as long as the program. Source of the data: lib/territory/data/SOURCE.md. A row number
// (`Index`) is good for this build only; what is kept or shown is a code.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "territory/blob.hpp"

namespace cafe::territory::tables {

using Index = std::uint32_t;

/// Degrees, WGS 84.
struct Point {
    double latitude = 0;
    double longitude = 0;
    bool operator==(const Point&) const = default;
};

struct Commune {
    std::string_view code;  ///< INSEE, "47106"
    std::string_view name;
    std::optional<std::uint32_t> population;  ///< municipal; not known for the uninhabited lands of the south
    Index departement = 0;
    std::optional<Index> epci;         ///< none on some islands and overseas
    std::optional<Point> centre;       ///< missing for 105 communes
    std::span<const Index> postcodes;  ///< the main one first; none in the lands of the south
};

/// A part of a commune with an INSEE code of its own: an arrondissement of Paris, Lyon or Marseille, or a former
/// commune.
struct Part {
    std::string_view code;
    std::string_view name;
    Index commune = 0;
    bool former = false;               ///< a commune of its own once
    std::span<const Index> postcodes;  ///< empty: those of the commune
};

struct Epci {
    std::string siren;  ///< nine digits
    std::string_view name;
    std::span<const Index> communes;  ///< sorted, never empty
};

/// Départements and overseas collectivities. Its communes are the rows `first` to `end` (exclusive).
struct Departement {
    std::string_view code;  ///< "47", "2A", "974"
    std::string_view name;
    Index first = 0;
    Index end = 0;
    std::optional<Index> region;   ///< none for overseas collectivities
    std::optional<Index> capital;  ///< the chef-lieu, a commune; the southern lands have theirs elsewhere
};

struct Region {
    std::string_view code;  ///< INSEE, "75" is Nouvelle-Aquitaine
    std::string_view name;
};

/// A line that two communes share, or that ends the known land: `right` is nothing there. Known for the départements
/// whose contours are in lib/territory/data; simplified, so that neighbours still fit.
struct Border {
    Index left = 0;
    std::optional<Index> right;
    std::int32_t longitude = 0;  ///< of its first place, ten-thousandths of a degree
    std::int32_t latitude = 0;
    std::span<const blob::Step> steps;  ///< from each place to the next, likewise; never empty
};

std::size_t bytes();
Index communes();
Index parts();
Index epcis();
Index departements();
Index regions();
Index borders();

Commune commune(Index row);
Part part(Index row);
Epci epci(Index row);
Departement departement(Index row);
Region region(Index row);
std::string_view postcode(Index row);
Border border(Index row);

/// The cheap halves of `commune(row)`, for questions asked of ten thousand fiches.
Index departement_of(Index commune);
std::optional<Index> epci_of(Index commune);

// By code, as INSEE writes it (capital A and B in Corsica). Nothing when there is none.
std::optional<Index> find_commune(std::string_view insee);
std::optional<Index> find_part(std::string_view insee);
std::optional<Index> find_epci(std::string_view siren);
std::optional<Index> find_departement(std::string_view code);
std::optional<Index> find_region(std::string_view code);
std::optional<Index> find_postcode(std::string_view five_digits);

/// The communes that a postcode (its row) serves, in the order of their codes.
std::span<const Index> communes_of_postcode(Index postcode);

/// Everything called by this name. `folded` is fold::place's; the best forms do not come first.
std::span<const blob::Name> named(std::string_view folded);
/// Everything whose name begins with these words and goes on: "villeneuve" → "villeneuve sur lot".
std::span<const blob::Name> named_longer(std::string_view folded);
/// Everything whose folded name begins with these bytes, whole words or not.
std::span<const blob::Name> named_from(std::string_view folded_beginning);
std::string_view folded(const blob::Name& name);

}  // namespace cafe::territory::tables
