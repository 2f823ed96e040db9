// Two fiches of one organisation become one.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "edit/references.hpp"
#include "merge/fields.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::merge {

struct Joined {
    store::Changes files;
    std::vector<Conflict> kept;  ///< what the two said differently: the first one's stands
    std::size_t followed = 0;    ///< other files that named the second one
};

/// Takes the fiche `other` into `keep`: what only it says is added, lists by their items; what both say differently
/// stays as `keep` has it; its name becomes an alias, every record that names it names `keep`, its file goes. Errors as
/// `edit::renamed`.
Result<Joined> join_partners(const store::Book& book, const std::string& keep, const std::string& other,
                             const edit::RewriteQuery& rewrite);

}  // namespace cafe::merge
