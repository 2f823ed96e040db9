// What a part of a record means by the field list, while a walk goes down into it.
#pragma once

#include <string_view>

#include "model/field.hpp"

namespace cafe::edit {

struct Meaning {
    const model::Field* field = nullptr;  ///< null where the field list knows nothing, and for the record itself
    const model::Shape* shape = nullptr;  ///< of the mapping that stands there
    bool users_keys = false;              ///< it is a mapping under the user's own keys
};

inline Meaning meaning_of(const model::Shape& record) {
    return {nullptr, &record, false};
}

/// What stands under a key of a mapping.
inline Meaning entry_of(const Meaning& owner, std::string_view key) {
    const auto shape_of = [](const model::Field& field) { return field.shape == nullptr ? nullptr : &field.shape(); };
    if (owner.users_keys) return {owner.field, shape_of(*owner.field), false};
    const model::Field* field = owner.shape == nullptr ? nullptr : owner.shape->find(key);
    if (field == nullptr) return {};
    if (field->storage == model::Storage::keyed) return {field, nullptr, true};
    return {field, shape_of(*field), false};
}

/// What an item of a list means.
inline Meaning item_of(const Meaning& owner) {
    if (owner.field == nullptr) return {};
    return {owner.field, owner.field->shape == nullptr ? nullptr : &owner.field->shape(), false};
}

}  // namespace cafe::edit
