// What one scalar means: pure readings of a text by its type. Nothing here looks at other records.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/field.hpp"

namespace cafe::model {

/// `true` or `false`, and nothing else: `oui`, `yes`, `no` never change by themselves.
std::optional<bool> to_boolean(std::string_view text);
/// A whole number of at most nine digits that fills the text. No leading zero, sign or decimal point: `047500` is none.
std::optional<int> to_whole_number(std::string_view text);

/// A telephone number once its spelling is set aside.
struct PhoneNumber {
    std::string dial;     ///< +33536490001 (ITU-T E.164), or the digits of a short number: 115
    std::string display;  ///< 05 36 49 00 01; a foreign one with the groups it was written in
    bool is_short = false;
    bool operator==(const PhoneNumber&) const = default;
};

/// French numbers of ten digits (also +33, 0033, +33 (0)), overseas ones, foreign ones with + or 00 (at most 15 digits,
/// E.164), short ones (15, 112, 115, 3919, 116 117). Points, spaces, hyphens, slashes and brackets may stand between.
/// Nothing for a number too short or too long, and for words beside it.
std::optional<PhoneNumber> to_phone(std::string_view text);

/// `name@host.tld` in plain ASCII, without quotes, comments or a display name (RFC 5321 lengths).
bool is_email(std::string_view text);
/// http or https with a plain host of at least two labels: no user, no IP address, no blanks, quotes or backslashes.
bool is_url(std::string_view text);

/// 14 digits whose Luhn sum holds; La Poste's establishments (SIREN 356000000) by the sum of their digits, a multiple
/// of five (INSEE).
bool is_siret(std::string_view text);
/// W and nine digits; the second and third may name a Corsican or overseas département (W2A, W9R).
bool is_rna(std::string_view text);
/// Five digits from 01000 to 98999. Whether it exists is the territory's to say.
bool is_postcode(std::string_view text);
/// 01 to 95 without 20, 2A, 2B, 971 to 978, 986 to 988.
bool is_department(std::string_view text);
/// An ISO 639-1 code in lower case.
bool is_language(std::string_view text);
/// The form of an IANA name: Europe/Paris, Indian/Reunion, UTC.
bool is_timezone(std::string_view text);
/// # and three or six hexadecimal digits.
bool is_colour(std::string_view text);

inline constexpr std::size_t longest_id = 64;
/// A meeting's id is its date, a hyphen and the café's id.
inline constexpr std::size_t longest_cafe_id = 53;

/// `[a-z0-9]+(-[a-z0-9]+)*`, no longer than `limit`, and no device name of Windows (con, prn, aux, nul, com1…, lpt1…).
bool is_id(std::string_view text, std::size_t limit = longest_id);

/// Whether a text has the form of its type. Types whose meaning stands elsewhere (terms, areas, references, hours,
/// schedules, queries) and plain text accept everything that is not empty. Bounds: see `within_bounds`.
bool has_form_of(const Field& field, std::string_view text);
/// Whether a text's length, or a number's value, lies between the field's bounds.
bool within_bounds(const Field& field, std::string_view text);

}  // namespace cafe::model
