// Changes of a record that lose nothing: record + edits → spliced text → read again → equal to the wanted tree, or
// refused with the line to edit by hand. docs/editing.md says what is promised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "store/record.hpp"
#include "yaml/tree.hpp"

namespace cafe::edit {

/// What happens to the value under a path.
/// - set: it becomes `value`. What does not stand yet is made, mappings on the way too; a list takes a new item under
///   the position behind its last. A value that says nothing (empty text, list or mapping) removes.
/// - add: `value`, or each item of it when it is a list, comes to the end of the list, unless it stands there already.
/// - remove: without a value (empty text) the path goes; with one, the items of the list that are equal to it, or bear
///   it as their identity. What is not there is a success. What becomes empty by it goes too.
enum class Op { set, add, remove };

struct Edit {
    model::RecordPath path;  ///< items by position (from 0) or by identity: phones.0.number, contacts.marie-delmas
    Op op = Op::set;
    Value value;
};

/// The identity of an item of a list: itself when it is a text; else its id, or the first of its main values that it
/// has (number, address, place, person, partner, title, name, what, text). Empty when it has none.
std::string identity(const Value& item);

/// What a record says after the edits, in order. An Error of kind usage: a path that the field list does not know (with
/// the nearest), an item that does not exist, a list asked of a text.
Result<Value> wanted(const Value& record, const model::Shape& shape, const std::vector<Edit>& edits);

/// A record's text, by the bytes, with the edits done. The same bytes when nothing changes. Errors as `wanted`, and of
/// kind conflict when it cannot be proved: it names the line to edit by hand.
Result<std::string> apply(const store::Source& source, const std::vector<Edit>& edits);
/// The same for a text that was not loaded; `file` is its name in errors. An unreadable one is an Error of kind
/// reference.
Result<std::string> apply(std::string_view text, const std::string& file, model::RecordKind kind,
                          const std::vector<Edit>& edits);

/// The text changed so that it says `wanted`, and as few of its bytes as that takes. What differs in nothing but the
/// order of keys is not a difference.
Result<std::string> transform(std::string_view text, const yaml::Node& tree, const std::string& file,
                              const model::Shape& shape, const Value& wanted);

}  // namespace cafe::edit
