// One file that is written whole: beside its place, then renamed there.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "base/result.hpp"

namespace cafe::store {

/// What stands at a path, before something generated goes there.
enum class OwnFile { absent, ours, others };

/// `is_ours` is asked of what stands there; a folder, a link and what cannot be read or
/// is beyond 256 MiB is somebody else's.
Result<OwnFile> own_file_at(Disk& disk, const std::string& path, const std::function<bool(std::string_view)>& is_ours);

/// Where the new bytes of a file stand until they are whole: hidden, beside it, always the same.
std::string temporary_for(const std::string& path);

/// Writes the file beside its place, synced, and renames it there: whoever dies before leaves what stood. Its folder is
/// made. What stands there is replaced: where it may be somebody else's, ask `own_file_at` first. Without a mode it
/// gets the permissions that the user's new files get.
Result<Done> put_whole(Disk& disk, const std::string& path, std::string_view bytes,
                       std::optional<unsigned> mode = std::nullopt);

}  // namespace cafe::store
