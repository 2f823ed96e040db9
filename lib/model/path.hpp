// The way to a value inside a record: "phones.0.number", "contacts.marie-delmas.role".
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.hpp"

namespace cafe::model {

/// Keys, positions (from 0) and identities of list items, from the outermost. Empty: the record itself.
struct RecordPath {
    std::vector<std::string> steps;
    auto operator<=>(const RecordPath&) const = default;

    /// Steps parted by dots; `\.` is a dot and `\\` a backslash inside a step (territory.yaml's own keys may hold any
    /// character). Nothing for an empty text, an empty step or a backslash before anything else.
    static std::optional<RecordPath> parse(std::string_view text);
    /// What `parse` reads back.
    [[nodiscard]] std::string print() const;
};

/// What a path leads to by the field list.
struct PathTarget {
    const Field* field = nullptr;
    bool item = false;  ///< one item of the field's list (or one entry under a user's key), not the whole of it
};

/// Follows a path that names an item (by position or identity) wherever it passes a list: `phones.0.number`. Nothing
/// when a key is unknown or a scalar is asked for parts.
std::optional<PathTarget> target_of(const Shape& shape, const RecordPath& path);
/// Follows a path that passes lists without naming an item: `phones.number`, a column. Null when there is none.
const Field* column_of(const Shape& shape, const RecordPath& path);

/// Every path that `column_of` follows, in canonical order, a mapping before its parts: "address", "address.street".
std::vector<std::string> all_paths(const Shape& shape);

}  // namespace cafe::model
