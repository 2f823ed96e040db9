// `find --note-miss`: a personal setting, what it notes, and how that is shown and let go of.
#pragma once

#include <string>

#include "command.hpp"
#include "query/query.hpp"

namespace cafe::cmd {

/// The options --note-miss, --show and --clear.
std::vector<Option> miss_options();

/// Switches it on, or with --show and --clear shows or lets go of what was noted. Without `--note-miss` nothing.
Result<std::optional<int>> run_misses(World& world, const Arguments& arguments);

/// Notes the words of a question that found nobody, where the user has asked for it. What cannot be noted is not.
void note_miss(World& world, const std::string& question, const query::Query& query, const store::Catalog& catalog,
               const query::Lexicon& lexicon);

}  // namespace cafe::cmd
