// Tree → struct: the one reader of every record, walking the field list.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "model/field.hpp"
#include "store/record.hpp"
#include "yaml/tree.hpp"

namespace cafe::store {

/// Fills a struct of `shape` from a mapping: what can be read is read, the rest stays at its default. Unknown keys are
/// left to `findings_in`. `owner` must point to the struct whose members the shape names.
void read_into(void* owner, const model::Shape& shape, const yaml::Node& mapping);

/// A value met by `walk`. `path` is dotted ("phones.0.number"); the node is a scalar, or a list or mapping of the wrong
/// kind. `field` is null for a key that the shape does not know.
struct Met {
    const std::string& path;
    const model::Field* field;
    const model::Shape& shape;
    const yaml::Key* key;  ///< null for an item of a list and for an item's shorthand
    const yaml::Node& node;
    bool users_key = false;  ///< the key is the user's own: an area's id, an alias, an acronym
};

/// Visits every key of a tree with its row of the field list, parents before children, in the order of the file.
void walk(const yaml::Node& mapping, const model::Shape& shape, const std::function<void(const Met&)>& visit);

/// What reading alone can say of a tree: unknown and French keys, a list where text is due, dates, numbers and booleans
/// that are none.
Findings findings_in(const Source& source, const model::Shape& shape);

/// The rules that reading raises, for the list of all.
std::span<const Rule* const> reading_rules();

/// Whether a scalar of this field says something of its type: a date that exists, a number within its bounds. Text
/// types accept everything.
bool reads_as(const model::Field& field, const std::string& text);

/// An item that is a field's name and its value, without the space between them: `- number:"05 36 49 00 01"`. It has
/// been told; what it would be as a value is nobody's business.
bool has_glued_key(const Met& met);

template <class T>
T read(const yaml::Node& mapping, const model::Shape& shape) {
    T value;
    read_into(&value, shape, mapping);
    return value;
}

}  // namespace cafe::store
