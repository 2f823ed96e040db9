// What lies in a notebook, looks like a record and is not read: `check` tells of it, so that nobody waits for it to
// show.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/disk.hpp"

namespace cafe::store {

/// Beside cafe.yaml: records that belong into a folder, settings with another ending, a folder of records under another
/// name ("partenaires").
void strays_at_top(Disk& disk, const std::string& root, const std::vector<FolderEntry>& entries, Findings& findings);

/// In a folder of records: "x.yaml.txt", a folder that holds records.
void strays_in(Disk& disk, const std::string& root, const std::string& folder, const std::vector<FolderEntry>& entries,
               Findings& findings);

/// The file that this one is a copy of, as programs that synchronise folders name the second of two ("x (copie en
/// conflit de Marie).yaml", "x.sync-conflict-….yaml", "x (1).yaml"). Nothing where that file is not there.
std::optional<std::string> copied_from(std::string_view name, const std::vector<FolderEntry>& entries);

}  // namespace cafe::store
