#include "support/memory_disk.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/disk_error.hpp"
#include "base/text.hpp"

namespace cafe::test {

namespace {

std::string prefix_of(const std::string& folder) {
    return folder == "/" ? folder : folder + "/";
}

}  // namespace

class MemoryDisk::HeldLock final : public Lock {
public:
    HeldLock(MemoryDisk& disk, std::string path) : disk_(disk), path_(std::move(path)) {}
    HeldLock(const HeldLock&) = delete;
    HeldLock& operator=(const HeldLock&) = delete;
    ~HeldLock() override {
        const std::lock_guard guard(disk_.mutex_);
        disk_.locked_.erase(path_);
    }

private:
    MemoryDisk& disk_;
    std::string path_;
};

MemoryDisk::MemoryDisk(std::string current_folder) : current_(std::move(current_folder)) {
    add("/", FileKind::folder, "", 0755);
    put_folder(current_);
}

std::string MemoryDisk::absolute(const std::string& path) const {
    return path::normal(path::join(current_, path));
}

void MemoryDisk::note(std::string_view name, const std::string& path) {
    log_.push_back(Call{std::string(name), absolute(path)});
}

MemoryDisk::Node& MemoryDisk::add(const std::string& path, FileKind kind, std::string_view bytes, unsigned mode) {
    Node& node = nodes_[path];
    node = Node{kind, std::string(bytes), mode, next_inode_++, clock_++ * 1'000'000'000};
    return node;
}

void MemoryDisk::touch_parent(const std::string& path) {
    nodes_[path::parent(path)].modified = clock_++ * 1'000'000'000;
}

/// Goes down a path part by part as the system does: links in the middle are followed, the last part never.
MemoryDisk::Found MemoryDisk::walk(const std::string& path) {
    if (path.find('\0') != std::string::npos) return {path, nullptr, ENOENT, false};
    std::string rest = path.starts_with('/') ? path : prefix_of(current_) + path;
    if (rest.size() > 1 && rest.ends_with('/')) rest.pop_back();
    std::string here = "/";
    for (int links = 0; !rest.empty();) {
        const std::size_t slash = rest.find('/');
        const std::string part = rest.substr(0, slash);
        const bool last = slash == std::string::npos;
        rest = last ? "" : rest.substr(slash + 1);
        if (part.empty() || part == ".") continue;
        const Node& folder = nodes_.at(here);
        if ((folder.mode & 0100U) == 0) return {prefix_of(here) + part, nullptr, EACCES, false};
        if (part.size() > 255) return {prefix_of(here) + part, nullptr, ENAMETOOLONG, false};
        const std::string next = part == ".." ? path::parent(here) : prefix_of(here) + part;
        const auto found = nodes_.find(next);
        if (found == nodes_.end()) return {next, nullptr, ENOENT, last};
        if (last) return {next, &found->second, 0, false};
        if (found->second.kind == FileKind::link) {
            if (++links > 40) return {next, nullptr, ELOOP, false};
            rest = found->second.bytes + "/" + rest;
            if (rest.starts_with('/')) here.resize(1);
            continue;
        }
        if (found->second.kind != FileKind::folder) return {next, nullptr, ENOTDIR, false};
        here = next;
    }
    return {here, &nodes_.at(here), 0, false};
}

/// 0 when entries of the folder that holds `path` may be made and removed.
int MemoryDisk::may_change(const std::string& path) {
    return (nodes_.at(path::parent(path)).mode & 0200U) != 0 ? 0 : EACCES;
}

bool MemoryDisk::has_entries(const std::string& folder) const {
    const auto next = nodes_.upper_bound(prefix_of(folder));
    return next != nodes_.end() && next->first.starts_with(prefix_of(folder));
}

// ---- Preparing and looking
// -------------------------------------------------------------------------------------------

void MemoryDisk::put(const std::string& path, std::string_view bytes, unsigned mode) {
    const std::lock_guard guard(mutex_);
    put_folder(path::parent(absolute(path)));
    add(absolute(path), FileKind::file, bytes, mode);
}

void MemoryDisk::put_folder(const std::string& path, unsigned mode) {
    const std::lock_guard guard(mutex_);
    const std::string folder = absolute(path);
    if (nodes_.contains(folder)) return;
    put_folder(path::parent(folder));
    add(folder, FileKind::folder, "", mode);
}

void MemoryDisk::put_link(const std::string& path, const std::string& target) {
    const std::lock_guard guard(mutex_);
    put_folder(path::parent(absolute(path)));
    add(absolute(path), FileKind::link, target, 0777);
}

void MemoryDisk::put_other(const std::string& path) {
    const std::lock_guard guard(mutex_);
    put_folder(path::parent(absolute(path)));
    add(absolute(path), FileKind::other, "", 0644);
}

void MemoryDisk::put_real_folder(const std::string& path, const std::string& real_folder) {
    namespace fs = std::filesystem;
    put_folder(path);
    for (auto entry = fs::recursive_directory_iterator(real_folder); entry != fs::end(entry); ++entry) {
        if (entry->path().filename() == ".git") {
            entry.disable_recursion_pending();
            continue;
        }
        const std::string target = path::join(path, fs::relative(entry->path(), real_folder).generic_string());
        if (entry->is_directory()) put_folder(target);
        if (!entry->is_regular_file()) continue;
        std::ifstream file(entry->path(), std::ios::binary);
        put(target, std::string(std::istreambuf_iterator<char>(file), {}));
    }
}

void MemoryDisk::set_mode(const std::string& path, unsigned mode) {
    const std::lock_guard guard(mutex_);
    nodes_.at(absolute(path)).mode = mode;
}

void MemoryDisk::erase(const std::string& path) {
    const std::lock_guard guard(mutex_);
    const std::string gone = absolute(path);
    std::erase_if(nodes_,
                  [&](const auto& entry) { return entry.first == gone || entry.first.starts_with(prefix_of(gone)); });
}

std::optional<std::string> MemoryDisk::get(const std::string& path) const {
    const std::lock_guard guard(mutex_);
    const auto found = nodes_.find(absolute(path));
    if (found == nodes_.end() || found->second.kind != FileKind::file) return std::nullopt;
    return found->second.bytes;
}

std::map<std::string, std::string> MemoryDisk::files(const std::string& folder) const {
    const std::lock_guard guard(mutex_);
    const std::string prefix = prefix_of(absolute(folder));
    std::map<std::string, std::string> found;
    for (auto node = nodes_.lower_bound(prefix); node != nodes_.end() && node->first.starts_with(prefix); ++node) {
        if (node->second.kind == FileKind::file) found[node->first.substr(prefix.size())] = node->second.bytes;
        if (node->second.kind == FileKind::link) found[node->first.substr(prefix.size())] = "→ " + node->second.bytes;
    }
    return found;
}

std::vector<std::string> MemoryDisk::folders(const std::string& folder) const {
    const std::lock_guard guard(mutex_);
    const std::string prefix = prefix_of(absolute(folder));
    std::vector<std::string> found;
    for (auto node = nodes_.lower_bound(prefix); node != nodes_.end() && node->first.starts_with(prefix); ++node)
        if (node->second.kind == FileKind::folder && node->first != "/")
            found.push_back(node->first.substr(prefix.size()));
    return found;
}

std::vector<std::string> MemoryDisk::paths_of(std::string_view name) const {
    std::vector<std::string> paths;
    for (const Call& call : log_)
        if (call.name == name) paths.push_back(call.path);
    return paths;
}

std::size_t MemoryDisk::count_writes() const {
    constexpr std::array reading{"info", "read", "list", "current_folder"};
    return static_cast<std::size_t>(std::count_if(log_.begin(), log_.end(), [&](const Call& call) {
        return std::find(reading.begin(), reading.end(), call.name) == reading.end();
    }));
}

// ---- The disk
// --------------------------------------------------------------------------------------------------------

Result<std::optional<FileInfo>> MemoryDisk::info(const std::string& path) {
    const std::lock_guard guard(mutex_);
    note("info", path);
    const Found found = walk(path);
    if (found.node != nullptr) {
        const Node& node = *found.node;
        return std::optional(FileInfo{node.kind, 1, node.inode, node.bytes.size(), node.modified, node.mode});
    }
    if (found.code == ENOENT || found.code == ENOTDIR) return std::optional<FileInfo>();
    return disk_error(cannot_read, path, found.code);
}

Result<std::string> MemoryDisk::read(const std::string& path, std::size_t limit) {
    const std::lock_guard guard(mutex_);
    note("read", path);
    const Found found = walk(path);
    if (found.code != 0) return disk_error(cannot_read, path, found.code);
    if (found.node->kind == FileKind::link) return disk_error(cannot_read, path, ELOOP);
    if (found.node->kind == FileKind::folder) return disk_error(cannot_read, path, EISDIR);
    if (found.node->kind == FileKind::other) return not_a_file(path);
    if ((found.node->mode & 0400U) == 0) return disk_error(cannot_read, path, EACCES);
    if (found.node->bytes.size() > limit) return too_large(path, limit);
    return found.node->bytes;
}

Result<std::vector<FolderEntry>> MemoryDisk::list(const std::string& folder) {
    const std::lock_guard guard(mutex_);
    note("list", folder);
    std::vector<FolderEntry> entries;
    const Found found = walk(folder);
    if (found.code == ENOENT) return entries;
    if (found.code != 0) return disk_error(cannot_read, folder, found.code);
    if (found.node->kind != FileKind::folder) return disk_error(cannot_read, folder, ENOTDIR);
    if ((found.node->mode & 0400U) == 0) return disk_error(cannot_read, folder, EACCES);
    const std::string prefix = prefix_of(found.path);
    for (auto node = nodes_.lower_bound(prefix); node != nodes_.end() && node->first.starts_with(prefix); ++node) {
        const std::string name = node->first.substr(prefix.size());
        if (!name.empty() && name.find('/') == std::string::npos) entries.push_back({name, node->second.kind});
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return entries;
}

Result<Done> MemoryDisk::make_one_folder(const std::string& path) {
    Found found = walk(path);
    if (found.node == nullptr && found.code == ENOENT && !found.free && !path::parent(path).empty()) {
        if (auto above = make_one_folder(path::parent(path)); !above) return above;
        found = walk(path);
    }
    if (found.node != nullptr && found.node->kind == FileKind::folder) return Done{};
    const int code = found.node != nullptr ? EEXIST : found.free ? may_change(found.path) : found.code;
    if (code != 0) return disk_error(cannot_make_folder, path, code);
    add(found.path, FileKind::folder, "", 0755);
    touch_parent(found.path);
    return Done{};
}

Result<Done> MemoryDisk::make_folder(const std::string& path) {
    const std::lock_guard guard(mutex_);
    note("make_folder", path);
    return make_one_folder(path);
}

Result<Done> MemoryDisk::write_new(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) {
    const Found found = walk(path);
    if (found.node != nullptr) return disk_error(cannot_write, path, EEXIST);
    if (!found.free) return disk_error(cannot_write, path, found.code);
    if (const int code = may_change(found.path); code != 0) return disk_error(cannot_write, path, code);
    add(found.path, FileKind::file, bytes, mode.value_or(0644));
    touch_parent(found.path);
    return Done{};
}

Result<Done> MemoryDisk::create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) {
    const std::lock_guard guard(mutex_);
    note("create", path);
    return write_new(path, bytes, mode);
}

Result<Done> MemoryDisk::create_unsynced(const std::string& path, std::string_view bytes,
                                         std::optional<unsigned> mode) {
    const std::lock_guard guard(mutex_);
    note("create_unsynced", path);
    return write_new(path, bytes, mode);
}

Result<Done> MemoryDisk::rename(const std::string& from, const std::string& to, Existing existing) {
    const std::lock_guard guard(mutex_);
    note("rename", to);
    const Found source = walk(from);
    if (source.code != 0) return disk_error(cannot_write, to, source.code);
    const Found target = walk(to);
    if (target.node == nullptr && !target.free) return disk_error(cannot_write, to, target.code);
    if (target.node != nullptr) {
        if (existing == Existing::keep) return disk_error(cannot_write, to, EEXIST);
        if (target.node->kind == FileKind::folder) return disk_error(cannot_write, to, EISDIR);
    }
    for (const std::string& path : {source.path, target.path})
        if (const int code = may_change(path); code != 0) return disk_error(cannot_write, to, code);
    if (source.node->kind == FileKind::folder && existing == Existing::replace)
        return disk_error(cannot_write, to, EISDIR);
    std::vector<std::string> paths{source.path};
    const std::string prefix = prefix_of(source.path);
    for (auto node = nodes_.lower_bound(prefix); node != nodes_.end() && node->first.starts_with(prefix); ++node)
        paths.push_back(node->first);
    for (const std::string& path : paths) {
        Node moved = std::move(nodes_.at(path));  // keeps its time, as on a real disk
        nodes_.erase(path);
        nodes_[target.path + path.substr(source.path.size())] = std::move(moved);
    }
    touch_parent(source.path);
    touch_parent(target.path);
    return Done{};
}

Result<Done> MemoryDisk::sync_folder(const std::string& path) {
    const std::lock_guard guard(mutex_);
    note("sync_folder", path);
    const Found found = walk(path);
    if (found.code != 0) return disk_error(cannot_write, path, found.code);
    if (found.node->kind != FileKind::folder) return disk_error(cannot_write, path, ENOTDIR);
    return Done{};
}

Result<Done> MemoryDisk::remove(const std::string& path) {
    const std::lock_guard guard(mutex_);
    note("remove", path);
    const Found found = walk(path);
    if (found.code == ENOENT || found.code == ENOTDIR) return Done{};
    if (found.code != 0) return disk_error(cannot_remove, path, found.code);
    if (found.node->kind == FileKind::folder) return disk_error(cannot_remove, path, EISDIR);
    if (const int code = may_change(found.path); code != 0) return disk_error(cannot_remove, path, code);
    nodes_.erase(found.path);
    touch_parent(found.path);
    return Done{};
}

Result<Done> MemoryDisk::remove_empty_folder(const std::string& path) {
    const std::lock_guard guard(mutex_);
    note("remove_empty_folder", path);
    const Found found = walk(path);
    if (found.code == ENOENT || found.code == ENOTDIR) return Done{};
    if (found.code != 0) return disk_error(cannot_remove, path, found.code);
    if (found.node->kind != FileKind::folder || has_entries(found.path)) return Done{};
    if (const int code = may_change(found.path); code != 0) return disk_error(cannot_remove, path, code);
    nodes_.erase(found.path);
    touch_parent(found.path);
    return Done{};
}

Result<std::unique_ptr<Lock>> MemoryDisk::lock(const std::string& path, int /*seconds*/) {
    const std::lock_guard guard(mutex_);
    note("lock", path);
    const Found found = walk(path);
    if (found.node == nullptr) {
        if (auto made = write_new(path, "", std::nullopt); !made) return disk_error(cannot_lock, path, found.code);
    } else if (found.node->kind == FileKind::link) {
        return disk_error(cannot_lock, path, ELOOP);
    } else if (found.node->kind == FileKind::folder) {
        return disk_error(cannot_lock, path, EISDIR);
    }
    if (locked_.contains(found.path)) return lock_is_held(path);
    locked_[found.path] = true;
    return std::unique_ptr<Lock>(std::make_unique<HeldLock>(*this, found.path));
}

Result<std::string> MemoryDisk::current_folder() {
    const std::lock_guard guard(mutex_);
    note("current_folder", "");
    return current_;
}

}  // namespace cafe::test
