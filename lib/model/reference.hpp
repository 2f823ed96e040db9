// The reference of an orientation: K7QF2M-8. It is drawn, never derived, so that nobody can turn it back into a person.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::model {

/// Six letters and digits of Crockford's base 32 (no I, L, O, U) and a check character: their value modulo 37, which
/// finds every single slip and every swap of neighbours. `draw` gives bytes that nobody can foretell; values whose
/// check would be a sign are drawn again.
std::string draw_reference(const std::function<std::string(std::size_t)>& draw);

/// The reference that was typed, as it is written: small letters, the hyphen left out, O for 0, I and L for 1. Nothing
/// where the check does not fit.
std::optional<std::string> read_reference(std::string_view typed);

/// Whether a text has the form of a reference, whatever its check: six letters or digits, a hyphen, one more.
bool looks_like_reference(std::string_view typed);

/// The references that stand between square brackets in a text, each once, in order; what follows the last is in
/// `rest`.
struct Bracketed {
    std::vector<std::string> references;
    std::string rest;
};
Bracketed bracketed(std::string_view text);

/// Where a text has the form of a journal of orientations, whatever file it is: at a key `ref` that holds a reference,
/// or at the counters of a quarter. Nothing in any other text.
std::optional<std::size_t> journal_form_at(std::string_view text);
inline bool has_journal_form(std::string_view text) {
    return journal_form_at(text).has_value();
}

}  // namespace cafe::model
