// A disk in memory that behaves like the real one (tests/base/disk_test.cpp proves it), counts time in writes and keeps
// a log of what was asked of it.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"

namespace cafe::test {

/// One call as it was made: `name` is the function of Disk, `path` absolute (of a rename: the target).
struct Call {
    std::string name;
    std::string path;
    bool operator==(const Call&) const = default;
};

/// Paths that are not absolute start at the current folder, which stands from the beginning. Times are counted: each
/// change of a file is one second later than the one before. Safe to read from several threads.
class MemoryDisk final : public Disk {
public:
    explicit MemoryDisk(std::string current_folder = "/home");

    /// Makes a folder the current one.
    void enter(const std::string& folder) { current_ = folder; }

    // What a test prepares and looks at; not logged, no permissions asked.
    /// Writes a file whole, with the folders above it.
    void put(const std::string& path, std::string_view bytes, unsigned mode = 0644);
    void put_folder(const std::string& path, unsigned mode = 0755);
    void put_link(const std::string& path, const std::string& target);
    /// A pipe, a device: neither file nor folder.
    void put_other(const std::string& path);
    /// Copies a folder of this machine with all below it. `.git` is left out.
    void put_real_folder(const std::string& path, const std::string& real_folder);
    void set_mode(const std::string& path, unsigned mode);
    void erase(const std::string& path);
    /// The bytes of a file, or nothing.
    [[nodiscard]] std::optional<std::string> get(const std::string& path) const;
    /// Every file beneath a folder: path inside it → bytes. Links are "→ target".
    [[nodiscard]] std::map<std::string, std::string> files(const std::string& folder) const;
    /// Every folder beneath a folder, by its path inside it.
    [[nodiscard]] std::vector<std::string> folders(const std::string& folder) const;

    [[nodiscard]] const std::vector<Call>& log() const { return log_; }
    /// The paths given to one function, in order: `paths_of("read")` is what was read.
    [[nodiscard]] std::vector<std::string> paths_of(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const { return paths_of(name).size(); }
    /// Every call that can change something.
    [[nodiscard]] std::size_t count_writes() const;
    void forget_log() { log_.clear(); }

    Result<std::optional<FileInfo>> info(const std::string& path) override;
    Result<std::string> read(const std::string& path, std::size_t limit) override;
    Result<std::vector<FolderEntry>> list(const std::string& folder) override;
    Result<Done> make_folder(const std::string& path) override;
    Result<Done> create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) override;
    Result<Done> create_unsynced(const std::string& path, std::string_view bytes,
                                 std::optional<unsigned> mode) override;
    Result<Done> rename(const std::string& from, const std::string& to, Existing existing) override;
    Result<Done> sync_folder(const std::string& path) override;
    Result<Done> remove(const std::string& path) override;
    Result<Done> remove_empty_folder(const std::string& path) override;
    Result<std::unique_ptr<Lock>> lock(const std::string& path, int seconds) override;
    Result<std::string> current_folder() override;

private:
    struct Node {
        FileKind kind = FileKind::file;
        std::string bytes;  // of a link: its target
        unsigned mode = 0644;
        std::uint64_t inode = 0;
        std::int64_t modified = 0;
    };
    struct Found {
        std::string path;  // absolute, no links in it but perhaps the last part
        Node* node = nullptr;
        int code = 0;       // of <cerrno>, when the way there is closed
        bool free = false;  // only the last part is missing: it can be made
    };
    class HeldLock;

    Found walk(const std::string& path);
    Node& add(const std::string& path, FileKind kind, std::string_view bytes, unsigned mode);
    void touch_parent(const std::string& path);
    int may_change(const std::string& path);
    bool has_entries(const std::string& folder) const;
    Result<Done> make_one_folder(const std::string& path);
    Result<Done> write_new(const std::string& path, std::string_view bytes, std::optional<unsigned> mode);
    void note(std::string_view name, const std::string& path);
    [[nodiscard]] std::string absolute(const std::string& path) const;

    mutable std::recursive_mutex mutex_;
    std::string current_;
    std::map<std::string, Node> nodes_;
    std::map<std::string, bool> locked_;
    std::vector<Call> log_;
    std::uint64_t next_inode_ = 1;
    std::int64_t clock_ = 1'800'000'000;
};

}  // namespace cafe::test
