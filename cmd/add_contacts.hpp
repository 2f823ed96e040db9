// The people of a new partner.
#pragma once

#include <vector>

#include "command.hpp"
#include "edit/edit.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "store/changes.hpp"

namespace cafe::cmd {

/// The edits that add what --contact and --role say. Whom the notebook does not have yet is added to `files`; whom it
/// has is used as she is, and that is said.
Result<std::vector<edit::Edit>> contacts_to_add(World& world, const Arguments& arguments, const store::Book& book,
                                                const store::Catalog& catalog, store::Changes& files);

}  // namespace cafe::cmd
