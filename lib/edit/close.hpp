// What ends: a partner or a café that closes, the functions of somebody who leaves.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "edit/references.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::edit {

/// The files of a change that ends something. None: it had ended already.
struct Ending {
    store::Changes files;
    std::size_t functions = 0;  ///< of people, that end by it
};

/// A partner becomes closed and the functions of its contacts end on a day; a café becomes closed; of a person every
/// function in every fiche ends. Nothing is erased: what ended before keeps its day, what begins only later ends on the
/// day it begins. The record is in the book. Any other kind of record is an Error of kind usage.
Result<Ending> close(const store::Book& book, const store::Ref& ref, const Date& day);

/// Where somebody who follows the notebook would still be led to a record. What was, in meetings and networks, in
/// contacts, verifications and agreements, stays said and is not among them.
std::vector<Mention> still_leading_to(const store::Book& book, const store::Ref& ref);

}  // namespace cafe::edit
