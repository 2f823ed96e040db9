// A record that somebody filled in on paper and typed back: "Nom : CCAS de Fumel", a label and what follows it.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/value.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// The partner that the lines of `cafe form` say, whatever of them is empty; nothing for a text that is no such form. A
/// line without a label goes on with the one above. Items of a list stand between semicolons; terms are read by their
/// label, a synonym or their id, and stay as typed when nobody knows them. An Error for a line with a label that no
/// field has, below one that holds no sentences: `file` is named in it.
Result<std::optional<Value>> paper_record(const store::Catalog& catalog, const std::string& text,
                                          const std::string& file);

}  // namespace cafe::cmd
