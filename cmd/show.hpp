// How one record is shown, for every command that does.
#pragma once

#include "base/result.hpp"
#include "command.hpp"
#include "store/catalog.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// As people read it, or with --json as cafe/show/1; --reveal shows a confidential address too. An Error of kind
/// reference when there is no such record.
Result<int> show_record(World& world, const store::Catalog& catalog, const store::Ref& ref, const Arguments& arguments);

}  // namespace cafe::cmd
