// The queries that records hold, read as the commands that ask them would.
#pragma once

#include "check/queries.hpp"
#include "store/book.hpp"

namespace cafe::cmd {

/// Why a query of this notebook cannot be asked. Nothing is prepared before the first one; each is read once. The book
/// must outlive it.
check::Refusal refusal_in(const store::Book& book);

}  // namespace cafe::cmd
