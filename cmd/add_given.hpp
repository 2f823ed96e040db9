// What `--from` gives a new record.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/value.hpp"
#include "model/kind.hpp"
#include "store/catalog.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// A record that was given, and its text as it came, comments and all; the text of a form filled in on paper is empty.
struct Given {
    Value record;
    std::string text;
};

/// Reads a record from a file, or from standard input for "-": YAML, or for a partner the lines of `cafe form`. An
/// Error of kind usage with the place for a text that is neither.
Result<Given> given_record(World& world, const store::Catalog& catalog, model::RecordKind kind,
                           const std::string& file);

}  // namespace cafe::cmd
