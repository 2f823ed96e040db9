// Which rows a query lets through: `only:` of a mapping.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/value.hpp"
#include "store/book.hpp"

namespace cafe::intake {

/// Of each record, whether the query finds it, asked of a notebook that has only them. An Error of kind usage when the
/// query cannot be asked.
Result<std::vector<bool>> kept_by_query(const store::Book& book, const std::string& question_asked,
                                        const std::vector<Value>& records);

}  // namespace cafe::intake
