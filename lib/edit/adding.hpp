// What a new record is made from: its id, what it copies from another one, the people it names.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "edit/edit.hpp"
#include "facts/lookalike.hpp"
#include "model/fields.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "store/changes.hpp"

namespace cafe::edit {

/// An id made from a name that no record of the kind has, readable or not, and none of the new files: "ccas-fumel",
/// "ccas-fumel-2". A name without a Latin letter or digit gives "partner-1", "person-1", "cafe-1".
std::string free_id(const store::Book& book, const store::Changes& files, model::RecordKind kind,
                    const std::string& name);

/// The same where the caller knows which paths are taken.
std::string free_id(const std::function<bool(const std::string& path)>& taken, model::RecordKind kind,
                    const std::string& name);

/// What a new record may take over from another, as the rows of its fields say: habits, no name, no date, no person, no
/// phone, e-mail or address.
Value copied(model::RecordKind kind, const Value& from);

/// A café after another one: "agen" after « Café partenaires de Fumel » is « Café partenaires d'Agen », and invites
/// who touches Agen where the other invites who touches its own territory. A name that names no area stays as it is.
struct NextCafe {
    std::string name;
    std::string called;       ///< what the id is made from
    std::vector<Edit> edits;  ///< territory and invite
};
NextCafe next_cafe(const territory::Territory& territory, const Value& from, const Value& record,
                   const std::string& typed);

/// "Marie Delmas <marie@example.org>", or a name alone.
struct TypedContact {
    std::string name;
    std::string email;
};
Result<TypedContact> contact_of(const std::string& typed);

/// The id of the person who is meant: the one with this e-mail, else with this name. Empty when there is none. An Error
/// of kind usage when somebody of that name has another e-mail: it may be somebody else.
Result<std::string> known_person(const store::Catalog& catalog, const TypedContact& contact);

/// The id of a record that says all that this one would: the same command, run again, makes nothing twice.
std::optional<std::string> standing_as(const store::Book& book, model::RecordKind kind, const Value& record);

/// The records that a new one may be already (facts::lookalikes): partners and people.
std::vector<facts::Lookalike> lookalikes(const store::Catalog& catalog, model::RecordKind kind, const Value& record);

/// Whether a record says anything for a key.
bool says(const Value& record, std::string_view key);

/// The fields of this need for which a record says nothing.
std::vector<const model::Field*> silent(const Value& record, const model::Shape& shape, model::Need need);

}  // namespace cafe::edit
