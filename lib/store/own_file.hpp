// One generated file beside a person's own: written whole, never over somebody else's.
#pragma once

#include <functional>
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

/// Where the new bytes of a generated file stand until they are whole: hidden, beside it, always the same.
std::string temporary_for(const std::string& path);

/// Writes the file beside its place and renames it there; its folder is made. Not synced: it can be made again. What
/// stands there is replaced: ask `own_file_at` first.
Result<Done> put_own_file(Disk& disk, const std::string& path, std::string_view bytes);

}  // namespace cafe::store
