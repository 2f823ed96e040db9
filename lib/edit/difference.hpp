// What changed between two versions of a record, as a value: by key, and in lists by what identifies their items.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/value.hpp"
#include "edit/meaning.hpp"
#include "model/path.hpp"

namespace cafe::edit {

/// One value that differs. Absent `before`: it was added; absent `after`: it was removed. A mapping or an item that
/// is new or gone is one change, with all its parts.
struct FieldChange {
    model::RecordPath path;  ///< items by identity ("contacts.marie-delmas.role", "themes.logement"), else by position
    std::optional<Value> before;
    std::optional<Value> after;
    bool operator==(const FieldChange&) const = default;
};

/// What differs, in the order of the later record; what is gone stands where it was. Empty when both say the same: the
/// order of keys, the order of a set, an item written in short, and blank lines at the end of a text do not count.
std::vector<FieldChange> difference(const Value& before, const Value& after, const model::Shape& shape);

/// True when two values mean the same under `meaning`, as `difference` sees it.
bool equivalent(const Value& a, const Value& b, const Meaning& meaning);

/// A list's item as a mapping: `"05 36 49 00 01"` → `{number: "05 36 49 00 01"}`. Other values as they are.
Value in_full(const Value& item, const Meaning& meaning);
/// A single value where the field list has a list, as that list; an absent one as an empty list.
List as_list(const std::optional<Value>& value);

/// Which item of a list a value is: folded, telephone numbers as they are dialled. Empty: nothing identifies it.
std::string identity_of(const Value& item, const Meaning& meaning);
/// True for a list of texts whose order says nothing.
bool is_set(const Meaning& list);

/// Which items of two lists are the same one, as pairs of positions in the order of `a`: equal ones, those of one
/// identity, and items of which the identity itself was corrected (a telephone number, a line of a list in order).
enum class Corrected { same, other };  ///< an item whose identity differs is the same one, corrected; or another one
std::vector<std::pair<std::size_t, std::size_t>> matched(const List& a, const List& b, const Meaning& list,
                                                         Corrected corrected = Corrected::same);

/// How an item is named in a path: by what identifies it as it is written, where that is one value and no other item
/// has it; else by its position.
std::string step_of(const List& list, std::size_t index, const Meaning& meaning);

}  // namespace cafe::edit
