// What `rename` and `archive` share: who else names a record.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/book.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// An Error of kind reference when a file that cannot be read may name this id: nobody could follow it there.
Result<Done> nothing_hidden(World& world, const store::Book& book, const std::string& id);

/// Names the free texts that hold an id as a word; they stay as they are. Nothing where there are none.
std::vector<Words> texts_left(const store::Book& book, const std::string& id);

/// A query over fiches that names a record by `id:`, or by a field whose values are records of its kind, with the new
/// id in its place: `parent:mairie-fumel`.
std::string query_with_id(const std::string& query, const store::Ref& old, const std::string& new_id);

}  // namespace cafe::cmd
