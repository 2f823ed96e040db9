// A record as the values of its fields by path, for tests that compare what two notebooks say.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "model/field.hpp"

namespace cafe::test {

/// "phones.number" → {"05 36 49 10 20"}: the values of each field, in order, whatever item of a list they stand in.
using Leaves = std::map<std::string, std::vector<std::string>>;
Leaves leaves_of(const Value& record, const model::Shape& shape);

/// What `all` has and `other` has not, each value as often as it is missing.
std::vector<std::string> missing_from(const std::vector<std::string>& other, std::vector<std::string> all);

}  // namespace cafe::test
