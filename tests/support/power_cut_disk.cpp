#include "support/power_cut_disk.hpp"

#include <algorithm>
#include <random>

namespace cafe::test {

Result<Done> PowerCutDisk::make_folder(const std::string& path) {
    std::vector<std::string> missing;
    for (std::string here = path; !memory_.info(here).value().has_value(); here = path::parent(here))
        missing.push_back(here);
    auto made = WrappedDisk::make_folder(path);
    if (!made) return made;
    std::reverse(missing.begin(), missing.end());
    for (const std::string& folder : missing) changes_.push_back({path::parent(folder), {}, folder, "", false, true});
    return made;
}

Result<Done> PowerCutDisk::create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) {
    auto created = WrappedDisk::create(path, bytes, mode);
    if (created) note(path, std::string(bytes));
    return created;
}

Result<Done> PowerCutDisk::create_unsynced(const std::string& path, std::string_view bytes,
                                           std::optional<unsigned> mode) {
    auto created = WrappedDisk::create_unsynced(path, bytes, mode);
    if (!created) return created;
    note(path, std::string(bytes));
    changes_.back().bytes_safe = false;
    return created;
}

Result<Done> PowerCutDisk::rename(const std::string& from, const std::string& to, Existing existing) {
    const auto bytes = memory_.get(from);
    auto renamed = WrappedDisk::rename(from, to, existing);
    if (renamed) changes_.push_back({path::parent(to), {{from, std::nullopt}, {to, bytes}}, "", "", false, true});
    return renamed;
}

Result<Done> PowerCutDisk::sync_folder(const std::string& path) {
    auto synced = WrappedDisk::sync_folder(path);
    if (!synced) return synced;
    for (Change& change : changes_) {
        change.bytes_safe = true;  // the disk syncs all that it created unsynced first
        if (change.folder == path) change.synced = true;
    }
    return synced;
}

Result<Done> PowerCutDisk::remove(const std::string& path) {
    const bool stands = memory_.get(path).has_value();
    auto removed = WrappedDisk::remove(path);
    if (removed && stands) note(path, std::nullopt);
    return removed;
}

Result<Done> PowerCutDisk::remove_empty_folder(const std::string& path) {
    const bool stands = memory_.info(path).value().has_value();
    auto removed = WrappedDisk::remove_empty_folder(path);
    if (removed && stands && !memory_.info(path).value().has_value())
        changes_.push_back({path::parent(path), {}, "", path, false, true});
    return removed;
}

std::size_t PowerCutDisk::pending() const {
    return static_cast<std::size_t>(
        std::count_if(changes_.begin(), changes_.end(), [](const Change& change) { return !change.synced; }));
}

void PowerCutDisk::state(const Survives& survives, const std::function<void(MemoryDisk&)>& use) const {
    auto files = files_;
    auto folders = folders_;
    std::size_t unsynced = 0;
    for (const Change& change : changes_) {
        if (!change.synced && !survives.change(unsynced++)) continue;
        for (const auto& [path, bytes] : change.files) {
            files.erase(path.substr(1));
            if (bytes)
                files[path.substr(1)] = change.bytes_safe ? *bytes : bytes->substr(0, survives.part(bytes->size()));
        }
        if (!change.made.empty()) folders.insert(change.made);
        folders.erase(change.gone);
    }
    MemoryDisk disk;
    // A folder or file whose folder was lost is lost with it.
    const auto reachable = [&](std::string folder) {
        for (; folder != "/"; folder = path::parent(folder))
            if (!folders.contains(folder)) return false;
        return true;
    };
    for (const std::string& folder : folders)
        if (reachable(folder)) disk.put_folder(folder);
    for (const auto& [path, bytes] : files)
        if (reachable(path::parent("/" + path))) disk.put("/" + path, bytes);
    use(disk);
}

void PowerCutDisk::each_state(const std::function<void(MemoryDisk&)>& use) const {
    const auto whole = [](std::size_t bytes) { return bytes; };
    for (std::size_t kept = 0; kept < std::size_t{1} << pending(); ++kept)
        state({[&](std::size_t unsynced) { return ((kept >> unsynced) & 1U) != 0; }, whole}, use);
}

void PowerCutDisk::some_states(std::size_t more, unsigned seed, const std::function<void(MemoryDisk&)>& use) const {
    std::mt19937 draw(seed);
    const auto part = [&](std::size_t bytes) { return draw() % (bytes + 1); };
    state({[](std::size_t) { return false; }, part}, use);
    state({[](std::size_t) { return true; }, part}, use);
    for (std::size_t i = 0; i < more; ++i) {
        const auto share = draw() % 100;
        state({[&](std::size_t) { return draw() % 100 < share; }, part}, use);
    }
}

}  // namespace cafe::test
