// A disk that says of many files at once whether they are as they were: what an index of a notebook goes by.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/disk.hpp"

namespace cafe {

/// What changes when a regular file does. Times in nanoseconds since 1970; `changed` is that of its inode, which a
/// program can set to no value of its own choice.
struct Stamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    std::int64_t changed = 0;
    bool operator==(const Stamp&) const = default;
};

/// A file that stays what it was when it was opened, even when another is put in its place.
class OpenFile {
public:
    virtual ~OpenFile() = default;
    /// Bytes, as they were when it was opened.
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `into` from a place on; false when there are fewer bytes, or they cannot be read. Several threads may read.
    virtual bool read_at(std::uint64_t begin, std::span<char> into) = 0;
};

/// The disk of a machine is one; a commit or an index of git read as a disk is none.
class StampedDisk : public Disk {
public:
    /// Of each file beneath a folder its stamp; nothing for what is no regular file or cannot be asked. Several threads
    /// may ask.
    virtual std::vector<std::optional<Stamp>> stamps(const std::string& folder,
                                                     std::span<const std::string> paths) = 0;
    /// A regular file; null where there is none that can be read.
    virtual std::unique_ptr<OpenFile> open(const std::string& path) = 0;
    /// The time by the clock of this machine, nanoseconds since 1970.
    virtual std::int64_t now() = 0;
    /// As `make_folder`; what is made is the user's alone (mode 0700).
    virtual Result<Done> make_private_folder(const std::string& path) = 0;
};

}  // namespace cafe
