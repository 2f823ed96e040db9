// What a change of a record is called in lines and in JSON, and the repository that keeps its versions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edit/difference.hpp"
#include "git/clone.hpp"
#include "history/versions.hpp"
#include "render/json.hpp"
#include "store/book.hpp"
#include "world.hpp"

namespace cafe::cmd {

using history::Versions;

/// The lines that tell of changes, without indentation.
std::vector<Words> lines_of(const std::string& path, const Versions::Changes& changes, bool made, bool gone);

/// `[{"path": …, "before": …, "after": …}]`, the file added where one is given.
std::vector<render::Json> json_of(const std::vector<edit::FieldChange>& changes, const std::string& file = "");
render::Json json_of(const std::optional<Value>& value);

/// The repository around a notebook; an Error of kind environment, with a clear word, when there is none.
Result<git::Repository> repository_of(World& world, const std::string& root);

}  // namespace cafe::cmd
