// Typed values → JSON, on lines that can be read and compared.
#pragma once

#include "render/json.hpp"
#include "view/data.hpp"

namespace cafe::render {

Json json_of(const view::Data& data);

/// A whole document. A list at the top, or under a key of the top, has each item on a line of its own.
std::string json_document(const view::Data& data);

}  // namespace cafe::render
