// One record as a sheet to read, whatever its kind: the field list's labels and what the file says.
#pragma once

#include <string>
#include <vector>

#include "model/fields.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"
#include "yaml/tree.hpp"

namespace cafe::view {

/// In the order of the field list, then the keys it does not know, then a section for each list whose items hold
/// records or free text of their own (services, questions). Terms are shown by their labels, references by the name of
/// their record, dates in words. `tree` must come from a Released value.
Page record_sheet(const store::Ref& ref, const yaml::Node& tree, const store::Catalog& catalog, Lang lang);

/// A fiche for those it is about, who say whether it is right: all that the sheet says in words they use themselves,
/// without ids, coordinates and the name above it, its address as on an envelope.
std::vector<Block> sheet_to_confirm(const yaml::Node& partner, const store::Catalog& catalog, Lang lang);

}  // namespace cafe::view
