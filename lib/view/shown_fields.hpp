// Fields that a page shows by themselves, as their rows say.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/field.hpp"
#include "model/vocabulary.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// Label and value of every field of a struct whose row says that it is shown there, in the order of the field list.
/// Several values stand on one line; choices and terms by their labels, dates in words, links and numbers to follow.
/// `record` is of the type that the shape's rows expect.
std::vector<std::pair<std::string, Text>> shown_fields(const void* record, const model::Shape& shape,
                                                       model::Shown where, const model::Vocabulary& vocabulary,
                                                       Lang lang);

}  // namespace cafe::view
