// A disk with stamps whose clock a test turns.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/stamped_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/wrapped_disk.hpp"

namespace cafe::test {

// What an open file was when it was opened.
class OpenText final : public OpenFile {
public:
    explicit OpenText(std::string bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    bool read_at(std::uint64_t begin, std::span<char> into) override {
        if (begin > bytes_.size() || bytes_.size() - begin < into.size()) return false;
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(begin), into.size(), into.begin());
        return true;
    }

private:
    std::string bytes_;
};

// A disk in memory whose clock the test turns. What is written through `write` is stamped by it; a file keeps its
// inode.
class TurnedDisk final : public Wrapped<StampedDisk> {
public:
    explicit TurnedDisk(MemoryDisk& memory) : Wrapped(memory), memory_(memory) {}

    std::vector<std::optional<Stamp>> stamps(const std::string& folder, std::span<const std::string> paths) override {
        std::vector<std::optional<Stamp>> found;
        for (const std::string& path : paths) {
            const auto info = memory_.info(path::join(folder, path));
            const bool is_file = info && *info && (*info)->kind == FileKind::file;
            found.push_back(is_file ? std::optional(stamp_of(path::join(folder, path), (*info)->size)) : std::nullopt);
        }
        return found;
    }
    std::unique_ptr<OpenFile> open(const std::string& path) override {
        auto bytes = memory_.read(path, static_cast<std::size_t>(-1));
        return bytes ? std::make_unique<OpenText>(std::move(*bytes)) : nullptr;
    }
    std::int64_t now() override { return clock; }
    Result<Done> make_private_folder(const std::string& path) override { return memory_.make_folder(path); }

    void write(const std::string& path, std::string_view bytes) {
        memory_.put(path, bytes);
        times_[path] = {clock, clock};
    }
    void rename_file(const std::string& from, const std::string& to) {
        memory_.put(to, memory_.get(from).value_or(""));
        memory_.erase(from);
        times_[to] = {times_[from].first, clock};  // as the system: the inode changes, what it holds does not
        inodes_[to] = inode_of(from);
        inodes_.erase(from);
    }
    // As `touch -d`: a time of one's choice for the content, the clock's for the inode.
    void touch(const std::string& path, std::int64_t time) { times_[path] = {time, clock}; }
    [[nodiscard]] std::int64_t modified(const std::string& path) { return times_[path].first; }

    std::int64_t clock = 1'800'000'000'000'000'000;

private:
    Stamp stamp_of(const std::string& path, std::uint64_t size) {
        const auto [modified, changed] = times_[path];
        return {1, inode_of(path), size, modified, changed};
    }
    std::uint64_t inode_of(const std::string& path) {
        const auto [at, is_new] = inodes_.emplace(path, next_inode_);
        if (is_new) ++next_inode_;
        return at->second;
    }

    MemoryDisk& memory_;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> times_;
    std::map<std::string, std::uint64_t> inodes_;
    std::uint64_t next_inode_ = 100;
};

}  // namespace cafe::test
