// Parts of a record → struct: the one reader of every record, walking the field list. It reads whatever has parts: a
// tree, or the bytes that the index keeps.
//
// A part says its `kind()` and, as a scalar, its `text()`; `items(visit)` and `entries(visit)` hand over what it holds,
// once and in order, and nothing where it is no list or no mapping.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/field.hpp"
#include "model/values.hpp"
#include "yaml/tree.hpp"

namespace cafe::store::reading {

using model::Field;
using model::Shape;
using model::Storage;
using yaml::Kind;

template <class Part>
void read_mapping(void* owner, const Shape& shape, Part& part);

template <class Part>
void read_scalar(void* slot, const Field& field, const Part& part) {
    if (part.kind() != Kind::scalar) return;
    const std::string_view text = part.text();
    switch (field.storage) {
        case Storage::text: *static_cast<std::string*>(slot) = text; break;
        case Storage::texts: static_cast<std::vector<std::string>*>(slot)->emplace_back(text); break;
        case Storage::number: *static_cast<std::optional<int>*>(slot) = model::to_whole_number(text); break;
        case Storage::decimal: *static_cast<std::optional<double>*>(slot) = text::to_number(text); break;
        case Storage::boolean: {
            const auto value = model::to_boolean(text);
            *static_cast<std::optional<bool>*>(slot) = value || !field.cautious ? value : true;
            break;
        }
        case Storage::date: *static_cast<std::optional<Date>*>(slot) = Date::parse(text); break;
        case Storage::mapping:
        case Storage::list:
        case Storage::keyed: break;
    }
}

// An item of a list of mappings may be just its main value.
template <class Part>
void read_item(void* owner, const Field& field, Part& item) {
    if (item.kind() == Kind::mapping) {
        read_mapping(field.slot(owner), field.shape(), item);
    } else if (item.kind() == Kind::scalar) {
        if (const Field* main = field.shape().main()) {
            void* target = field.slot(owner);
            read_scalar(main->slot(target), *main, item);
        }
    }
}

template <class Part>
void read_keyed(void* owner, const Field& field, Part& part) {
    part.entries([&](std::string_view key, auto& value) {
        if (field.shape != nullptr) {
            if (value.kind() == Kind::mapping) {
                read_mapping(field.entry(owner, std::string(key)), field.shape(), value);
            } else if (value.kind() == Kind::scalar && field.shorthand) {
                const Field& first = field.shape().fields.front();
                read_scalar(first.slot(field.entry(owner, std::string(key))), first, value);
            }
        } else if (value.kind() == Kind::scalar) {
            *static_cast<std::string*>(field.entry(owner, std::string(key))) = value.text();
        }
    });
}

template <class Part>
void read_field(void* owner, const Field& field, Part& part) {
    switch (field.storage) {
        case Storage::mapping:
            if (part.kind() == Kind::mapping) read_mapping(field.slot(owner), field.shape(), part);
            break;
        case Storage::list:
            if (part.kind() == Kind::sequence)
                part.items([&](auto& item) { read_item(owner, field, item); });
            else
                read_item(owner, field, part);
            break;
        case Storage::keyed: read_keyed(owner, field, part); break;
        case Storage::texts:
            if (part.kind() == Kind::sequence)
                part.items([&](auto& item) { read_scalar(field.slot(owner), field, item); });
            else
                read_scalar(field.slot(owner), field, part);
            break;
        default: read_scalar(field.slot(owner), field, part);
    }
}

/// Fills a struct of `shape`: what can be read is read, the rest stays at its default.
template <class Part>
void read_mapping(void* owner, const Shape& shape, Part& part) {
    part.entries([&](std::string_view key, auto& value) {
        if (const Field* field = shape.find(key)) read_field(owner, *field, value);
    });
}

}  // namespace cafe::store::reading
