// Which records name another one, and what they say once it has another id.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "base/result.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::edit {

/// A value that names a record: a reference of the field list that leads to it, in full or as an item's short form.
/// Where a reference may lead to two folders, the first that has such a record is meant.
struct Mention {
    const store::Source* source = nullptr;
    std::string field;  ///< "attendance.3.person"
    Place place;
};

/// Every mention of a record in the notebook, in the order of the files, its own file included.
std::vector<Mention> mentions_of(const store::Book& book, const store::Ref& ref);

/// Free texts that hold an id as a word of its own ("vu avec ccas-fumel"). For ids of several words only: `fumel` is a
/// word like any other. They are for a person to look at; nothing changes them.
std::vector<Mention> texts_with(const store::Book& book, const std::string& id);

/// Whether an id stands in a text as a word of its own: no letter, digit, hyphen or underscore beside it.
bool holds_id(std::string_view text, std::string_view id);

/// A query over fiches with a record under its new id; the same text where it does not name it. What a query is stands
/// on a higher floor, so the caller says it.
using RewriteQuery = std::function<std::string(const std::string& query)>;

/// The files of a change that gives a record another id: its own one moved, and every other that names it, each by the
/// bytes of `transform`. An Error of kind usage when a reference would then lead to another record, as a field that
/// may name people or partners does; of kind conflict when a text cannot be changed with proof.
Result<store::Changes> renamed(const store::Book& book, const store::Ref& ref, const std::string& new_id,
                               const RewriteQuery& rewrite);

}  // namespace cafe::edit
