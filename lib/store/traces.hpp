// What cafe keeps beside the records, and what it must let go of when somebody is erased.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"
#include "store/changes.hpp"

namespace cafe::store {

/// Whether a text speaks of somebody.
using Speaks = std::function<bool(std::string_view text)>;

struct Cleared {
    std::size_t changes = 0;  ///< that `undo` could have taken back
    std::size_t drafts = 0;
    std::size_t others = 0;  ///< the last change, what publications remember, anything else
};

/// Removes from the folder for state what speaks of somebody, in whatever file it stands, and what could: the last
/// change and the memories of publications, which are made again. The lock stays. A file that cannot be read goes.
Result<Cleared> clear_traces(Disk& disk, const std::string& state, const Speaks& speaks);

/// Empties a folder of things that can be made again, with all below it.
Result<Done> clear_folder(Disk& disk, const std::string& folder);

/// Whether a file holds rows that an import rejected, by its first line.
bool is_rejects(std::string_view text);

/// The rows of what imports remember (`imports/*.seen`), and of the files of rejected rows beneath the notebook, that
/// speak of somebody: the files without them, as changes. A row ends where no quotes are open.
Result<Changes> rows_without(Disk& disk, const std::string& root, const Speaks& speaks);

/// Every regular file beneath the notebook that is no record, sorted: nothing of git, nothing larger than a record may
/// be, links are not followed. The folders of publications are named by their manifest alone.
Result<std::vector<std::string>> other_files(Disk& disk, const std::string& root);

/// The manifest that marks a folder as a publication.
inline constexpr std::string_view manifest_file = ".cafe-manifest";

}  // namespace cafe::store
