#include "territory/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

// The block itself, written by make_tables during the build and laid into the read-only part of the binary.
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    ".hidden cafe_geography\n"
    ".global cafe_geography\n"
    "cafe_geography:\n"
    ".incbin \"" CAFE_GEOGRAPHY
    "\"\n"
    ".byte 0\n"
    ".text\n");

extern "C" __attribute__((visibility("hidden"))) const unsigned char cafe_geography[];

namespace cafe::territory::tables {

namespace {

const blob::Header& header() {
    return *reinterpret_cast<const blob::Header*>(cafe_geography);
}

template <class Row>
std::span<const Row> rows(blob::Section section) {
    return {reinterpret_cast<const Row*>(cafe_geography + section.at), section.count};
}

std::string_view text(blob::Text text) {
    return {reinterpret_cast<const char*>(cafe_geography + header().text.at + text.at), text.size};
}

std::string_view text(const blob::Five& five) {
    return {five.data(), five.size()};
}

std::optional<Index> maybe(std::uint32_t row) {
    return row == blob::nothing ? std::nullopt : std::optional<Index>(row);
}

// The row whose code (as `code_of` reads it) is `code`, in rows sorted by code.
template <class Row, class CodeOf>
std::optional<Index> find(std::span<const Row> list, std::string_view code, CodeOf code_of) {
    const auto found = std::lower_bound(list.begin(), list.end(), code,
                                        [&](const Row& row, std::string_view wanted) { return code_of(row) < wanted; });
    if (found == list.end() || code_of(*found) != code) return std::nullopt;
    return static_cast<Index>(found - list.begin());
}

// Five bytes as a number, the first one highest, so that numbers have the order of the texts: a publication looks up
// communes by the hundred thousand.
std::uint64_t number_of(std::string_view five) {
    std::uint64_t number = 0;
    for (const char byte : five) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

std::optional<Index> find_five(blob::Section section, std::string_view code) {
    if (code.size() != sizeof(blob::Five)) return std::nullopt;
    const auto list = rows<blob::Five>(section);
    const auto found =
        std::lower_bound(list.begin(), list.end(), number_of(code),
                         [](const blob::Five& five, std::uint64_t wanted) { return number_of(text(five)) < wanted; });
    if (found == list.end() || text(*found) != code) return std::nullopt;
    return static_cast<Index>(found - list.begin());
}

std::span<const Index> postcodes_in(blob::Range range) {
    return rows<Index>(header().commune_postcodes).subspan(range.first, range.count);
}

std::optional<Point> point(std::int32_t latitude, std::int32_t longitude) {
    if (latitude == blob::no_degree || longitude == blob::no_degree) return std::nullopt;
    return Point{latitude / 10'000.0, longitude / 10'000.0};
}

// The names whose first `size` bytes are `beginning`; a shorter name is less than any that goes on.
std::span<const blob::Name> from(std::string_view beginning) {
    const auto names = rows<blob::Name>(header().names);
    const auto begins = [&](const blob::Name& name) { return folded(name).substr(0, beginning.size()); };
    const auto first =
        std::lower_bound(names.begin(), names.end(), beginning,
                         [&](const blob::Name& name, std::string_view wanted) { return begins(name) < wanted; });
    const auto last =
        std::upper_bound(first, names.end(), beginning,
                         [&](std::string_view wanted, const blob::Name& name) { return wanted < begins(name); });
    return names.subspan(static_cast<std::size_t>(first - names.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace

std::size_t bytes() {
    return header().size;
}
Index communes() {
    return header().communes.count;
}
Index parts() {
    return header().parts.count;
}
Index epcis() {
    return header().epcis.count;
}
Index departements() {
    return header().departements.count;
}
Index regions() {
    return header().regions.count;
}

Index borders() {
    return header().borders.count;
}

Commune commune(Index row) {
    const auto& found = rows<blob::Commune>(header().communes)[row];
    return {text(rows<blob::Five>(header().commune_codes)[row]),
            text(found.name),
            maybe(found.population),
            found.departement,
            epci_of(row),
            point(found.latitude, found.longitude),
            postcodes_in(found.postcodes)};
}

Part part(Index row) {
    const auto& found = rows<blob::Part>(header().parts)[row];
    return {text(found.code), text(found.name), found.commune, found.former != 0, postcodes_in(found.postcodes)};
}

Epci epci(Index row) {
    const auto& found = rows<blob::Epci>(header().epcis)[row];
    return {fmt::format("{:09}", found.siren), text(found.name),
            rows<Index>(header().epci_members).subspan(found.members.first, found.members.count)};
}

Departement departement(Index row) {
    const auto& found = rows<blob::Departement>(header().departements)[row];
    return {text(found.code),    text(found.name),    found.communes.first, found.communes.first + found.communes.count,
            maybe(found.region), maybe(found.capital)};
}

Region region(Index row) {
    const auto& found = rows<blob::Region>(header().regions)[row];
    return {text(found.code), text(found.name)};
}

Border border(Index row) {
    const auto& found = rows<blob::Border>(header().borders)[row];
    return {found.left, maybe(found.right), found.longitude, found.latitude,
            rows<blob::Step>(header().border_steps).subspan(found.steps.first, found.steps.count)};
}

std::string_view postcode(Index row) {
    return text(rows<blob::Five>(header().postcodes)[row]);
}

Index departement_of(Index commune) {
    return rows<blob::Commune>(header().communes)[commune].departement;
}

std::optional<Index> epci_of(Index commune) {
    const std::uint16_t epci = rows<blob::Commune>(header().communes)[commune].epci;
    return epci == blob::nothing16 ? std::nullopt : std::optional<Index>(epci);
}

std::optional<Index> find_commune(std::string_view insee) {
    return find_five(header().commune_codes, insee);
}

std::optional<Index> find_part(std::string_view insee) {
    return find(rows<blob::Part>(header().parts), insee, [](const blob::Part& row) { return text(row.code); });
}

std::optional<Index> find_epci(std::string_view siren) {
    if (siren.size() != 9 || !text::is_digits(siren)) return std::nullopt;
    const auto wanted = static_cast<std::uint32_t>(*text::to_integer(siren));
    const auto list = rows<blob::Epci>(header().epcis);
    const auto found = std::lower_bound(list.begin(), list.end(), wanted,
                                        [](const blob::Epci& row, std::uint32_t number) { return row.siren < number; });
    if (found == list.end() || found->siren != wanted) return std::nullopt;
    return static_cast<Index>(found - list.begin());
}

std::optional<Index> find_departement(std::string_view code) {
    return find(rows<blob::Departement>(header().departements), code,
                [](const blob::Departement& row) { return text(row.code); });
}

std::optional<Index> find_region(std::string_view code) {
    return find(rows<blob::Region>(header().regions), code, [](const blob::Region& row) { return text(row.code); });
}

std::optional<Index> find_postcode(std::string_view five_digits) {
    return find_five(header().postcodes, five_digits);
}

std::span<const Index> communes_of_postcode(Index postcode) {
    const blob::Range range = rows<blob::Range>(header().postcode_ranges)[postcode];
    return rows<Index>(header().postcode_communes).subspan(range.first, range.count);
}

std::span<const blob::Name> named(std::string_view folded_name) {
    const auto list = from(folded_name);
    const auto longer =
        std::find_if(list.begin(), list.end(), [&](const blob::Name& name) { return name.size != folded_name.size(); });
    return list.first(static_cast<std::size_t>(longer - list.begin()));
}

std::span<const blob::Name> named_longer(std::string_view folded_name) {
    return from(std::string(folded_name) + ' ');
}

std::span<const blob::Name> named_from(std::string_view folded_beginning) {
    return from(folded_beginning);
}

std::string_view folded(const blob::Name& name) {
    return text(blob::Text{name.at, name.size});
}

}  // namespace cafe::territory::tables
