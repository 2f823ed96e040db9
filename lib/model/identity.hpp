// Which item of a list an item is, and what a list or a mapping means as a whole: what a comparison or a merge of two
// versions of a record must know beside the field list.
#pragma once

#include "model/field.hpp"

namespace cafe::model {

/// Whether a field says which item of its list a mapping is.
enum class Identifies {
    no,
    alone,     ///< when it says something, it is the identity by itself; the first such field counts
    together,  ///< the identity is what all such fields say
};

/// What a field of the items described by `shape` does.
Identifies identifies(const Shape& shape, const Field& field);

/// True for a list of texts whose order says something; any other one is a set.
bool is_ordered(const Field& field);

/// True for a mapping whose parts were said together, as who verified when: two versions are never mixed by halves.
bool is_one_fact(const Field& field);

}  // namespace cafe::model
