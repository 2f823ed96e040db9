// JSON as a table: a list of flat objects, or GeoJSON. The only user of nlohmann-json.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "intake/table.hpp"

namespace cafe::intake {

/// The objects as rows, their keys as columns ("address.commune" for what stands inside another object); lists of texts
/// joined by " ; ". A FeatureCollection gives the properties, latitude and longitude. An object that holds the list
/// under one key is that list. An Error of kind usage for anything else.
Result<Table> read_json(std::string_view text);

}  // namespace cafe::intake
