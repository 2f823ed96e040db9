// A record as programs read it: what its file says, typed by the field list.
#pragma once

#include <string_view>

#include "model/field.hpp"
#include "render/json.hpp"
#include "yaml/tree.hpp"

namespace cafe::render {

/// `id` followed by the file's keys in the order of the file, unknown ones included; an unknown `id` is left out. No
/// defaults are added. Numbers and booleans are typed where the field list says so and the text is one; all else is
/// text as written. An item that is just its main value becomes the full mapping. A field that may hold several values
/// is always a list.
Json record_json(std::string_view id, const yaml::Node& tree, const model::Shape& shape);

/// The same for one field's value.
Json value_json(const yaml::Node& node, const model::Field& field);

}  // namespace cafe::render
