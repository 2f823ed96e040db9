// The layout of the geography inside the binary: what make_tables writes and tables.cpp reads.
//
// One block of bytes without pointers: a header, then arrays of fixed rows, then the text that they point into by
// offset. It is written and read by the same build, so byte order is the machine's own; every section begins at a
// multiple of four.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

namespace cafe::territory::blob {

inline constexpr std::uint32_t magic = 0x32414743;  // "CGA2"
inline constexpr std::uint32_t nothing = 0xFFFFFFFF;
inline constexpr std::uint16_t nothing16 = 0xFFFF;
inline constexpr std::int32_t no_degree = 0x7FFFFFFF;

/// A text inside the text section.
struct Text {
    std::uint32_t at;
    std::uint32_t size;
};

/// `first` and `count` of rows in another section.
struct Range {
    std::uint32_t first;
    std::uint32_t count;
};

/// INSEE codes and postcodes, always five characters; kept apart from their rows so that a search stays in the cache.
using Five = std::array<char, 5>;

/// In the order of the codes; a département's communes therefore stand together.
struct Commune {
    Text name;
    std::uint32_t population;  ///< `nothing`: not known
    std::int32_t latitude;     ///< ten-thousandths of a degree, or `no_degree`
    std::int32_t longitude;
    std::uint16_t departement;
    std::uint16_t epci;  ///< `nothing16`: none
    Range postcodes;     ///< in `commune_postcodes`
};

struct Part {
    Five code;
    std::uint8_t former;  ///< 1: a commune of its own once; 0: an arrondissement
    std::uint16_t unused;
    Text name;
    std::uint32_t commune;
    Range postcodes;
};

struct Epci {
    std::uint32_t siren;
    Text name;
    Range members;  ///< in `epci_members`, sorted
};

struct Departement {
    Text code;
    Text name;
    Range communes;  ///< rows of `communes`
    std::uint32_t region;
    std::uint32_t capital;
};

struct Region {
    Text code;
    Text name;
};

enum class Kind : std::uint8_t { commune, part, epci, departement, region };

/// How near a key is to what the area is called: its name, a short form that people write, or an EPCI's bare core.
enum class Form : std::uint8_t { name, short_form, core };

/// Sorted by key, then kind, then row.
struct Name {
    std::uint32_t at;
    std::uint16_t size;
    Kind kind;
    Form form;
    std::uint32_t row;
};

/// A line between two communes, or between one and what lies beyond the known outlines: drawn once for both.
/// Ten-thousandths of a degree.
struct Border {
    std::uint32_t left;
    std::uint32_t right;  ///< `nothing`: beyond
    std::int32_t longitude;
    std::int32_t latitude;
    Range steps;  ///< in `border_steps`
};

struct Step {
    std::int16_t east;
    std::int16_t north;
};

struct Section {
    std::uint32_t at;  ///< bytes from the beginning
    std::uint32_t count;
};

struct Header {
    std::uint32_t magic;
    std::uint32_t size;
    Section commune_codes;      ///< Five, sorted
    Section communes;           ///< Commune
    Section postcodes;          ///< Five, sorted
    Section postcode_ranges;    ///< Range in postcode_communes, one for each postcode
    Section postcode_communes;  ///< rows of communes
    Section commune_postcodes;  ///< rows of postcodes, in the order of the source
    Section parts;              ///< Part, by code
    Section epcis;              ///< Epci, by SIREN
    Section epci_members;       ///< rows of communes
    Section departements;       ///< Departement, by code
    Section regions;            ///< Region, by code
    Section names;              ///< Name
    Section borders;            ///< Border
    Section border_steps;       ///< Step
    Section text;               ///< bytes
};

static_assert(sizeof(Five) == 5 && sizeof(Commune) == 32 && sizeof(Part) == 28 && sizeof(Epci) == 20 &&
              sizeof(Departement) == 32 && sizeof(Name) == 12 && sizeof(Border) == 24 && sizeof(Step) == 4);
static_assert(std::is_trivially_copyable_v<Header> && std::is_trivially_copyable_v<Commune>);

}  // namespace cafe::territory::blob
