#include "support/power_cut_disk.hpp"

#include <algorithm>

namespace cafe::test {

Result<Done> PowerCutDisk::make_folder(const std::string& path) {
    std::vector<std::string> missing;
    for (std::string here = path; !memory_.info(here).value().has_value(); here = path::parent(here))
        missing.push_back(here);
    auto made = WrappedDisk::make_folder(path);
    if (!made) return made;
    std::reverse(missing.begin(), missing.end());
    for (const std::string& folder : missing) changes_.push_back({path::parent(folder), {}, folder, "", false});
    return made;
}

Result<Done> PowerCutDisk::create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) {
    auto created = WrappedDisk::create(path, bytes, mode);
    if (created) note(path, std::string(bytes));
    return created;
}

Result<Done> PowerCutDisk::rename(const std::string& from, const std::string& to, Existing existing) {
    const auto bytes = memory_.get(from);
    auto renamed = WrappedDisk::rename(from, to, existing);
    if (renamed) changes_.push_back({path::parent(to), {{from, std::nullopt}, {to, bytes}}, "", "", false});
    return renamed;
}

Result<Done> PowerCutDisk::sync_folder(const std::string& path) {
    auto synced = WrappedDisk::sync_folder(path);
    if (synced)
        for (Change& change : changes_)
            if (change.folder == path) change.synced = true;
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
        changes_.push_back({path::parent(path), {}, "", path, false});
    return removed;
}

std::size_t PowerCutDisk::pending() const {
    return static_cast<std::size_t>(
        std::count_if(changes_.begin(), changes_.end(), [](const Change& change) { return !change.synced; }));
}

void PowerCutDisk::each_state(const std::function<void(MemoryDisk&)>& use) const {
    for (std::size_t kept = 0; kept < std::size_t{1} << pending(); ++kept) {
        auto files = files_;
        auto folders = folders_;
        std::size_t unsynced = 0;
        for (const Change& change : changes_) {
            if (!change.synced && ((kept >> unsynced++) & 1U) == 0) continue;
            for (const auto& [path, bytes] : change.files) {
                files.erase(path.substr(1));
                if (bytes) files[path.substr(1)] = *bytes;
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
}

}  // namespace cafe::test
