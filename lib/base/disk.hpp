// The disk as an argument: everything the toolkit asks of a file system. Real, in memory, or made to fail.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cafe {

enum class FileKind { file, folder, link, other };

/// What tells whether a file is still the one that was read. Times in nanoseconds since 1970.
struct FileInfo {
    FileKind kind = FileKind::file;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    unsigned mode = 0644;  ///< permission bits
    bool operator==(const FileInfo&) const = default;
};

struct FolderEntry {
    std::string name;
    FileKind kind = FileKind::file;
    bool operator==(const FolderEntry&) const = default;
};

/// Held until it is destroyed; the system frees it when the process dies.
class Lock {
public:
    virtual ~Lock() = default;
};

enum class Existing { keep, replace };

/// Paths use `/`; an empty path is the current folder. Links are never followed in the last part of a path. Every
/// refusal is an Error of kind environment whose message names the path. Nothing is retried.
class Disk {
public:
    virtual ~Disk() = default;

    /// Nothing when there is no such file; an error when it cannot be known.
    virtual Result<std::optional<FileInfo>> info(const std::string& path) = 0;
    /// The whole of a regular file; an error when it is no regular file, a link, or larger than `limit` bytes.
    virtual Result<std::string> read(const std::string& path, std::size_t limit) = 0;
    /// Names in a folder in byte order, without `.` and `..`. A folder that is not there is empty.
    virtual Result<std::vector<FolderEntry>> list(const std::string& folder) = 0;

    /// Makes the folder and those above it; one that stands already is a success.
    virtual Result<Done> make_folder(const std::string& path) = 0;
    /// Writes a file that must not exist, whole, and syncs it to the device before returning. After an error a part of
    /// it may stand. Without a mode it gets the permissions that the user's new files get.
    virtual Result<Done> create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) = 0;
    /// As `create` without the sync, which `sync_folder` of its folder makes up for: many files, or replaceable.
    virtual Result<Done> create_unsynced(const std::string& path, std::string_view bytes,
                                         std::optional<unsigned> mode) = 0;
    /// With Existing::keep the target must not exist. A folder, with all in it, only so.
    virtual Result<Done> rename(const std::string& from, const std::string& to, Existing existing) = 0;
    virtual Result<Done> sync_folder(const std::string& path) = 0;
    /// Removing a file that is not there is a success.
    virtual Result<Done> remove(const std::string& path) = 0;
    /// Removes a folder when it is empty; otherwise, and when it is not there, leaves all as it is: a success.
    virtual Result<Done> remove_empty_folder(const std::string& path) = 0;
    /// Waits up to `seconds` for the lock file, made when it is not there.
    virtual Result<std::unique_ptr<Lock>> lock(const std::string& path, int seconds) = 0;
    /// The current folder, absolute.
    virtual Result<std::string> current_folder() = 0;
};

/// The disk of this machine. From the first call a size limit of the process (SIGXFSZ) is an error, not its end.
std::unique_ptr<Disk> real_disk();

namespace path {

/// `folder/name`; an absolute name stays as it is; an empty folder or "." adds nothing.
std::string join(std::string_view folder, std::string_view name);
/// The folder of a path: "a/b" → "a", "a" → "", "/a" → "/".
std::string parent(std::string_view path);
/// "a/b" → "b".
std::string name(std::string_view path);
/// Without `.`, `..` and doubled `/`, as far as that can be known from the text alone.
std::string normal(std::string_view path);
/// Whether a path can only lead to a place beneath the folder it is used in: relative, each part a plain name (no `..`,
/// no control character, no backslash) and none of them `.git`. Says nothing about links.
bool is_beneath(std::string_view path);

}  // namespace path

}  // namespace cafe
