#include "base/real_path.hpp"

#include <optional>
#include <vector>

#include "base/text.hpp"

namespace cafe {

namespace {

Result<bool> has_link(Disk& disk, const std::string& path) {
    std::string here = "/";
    const std::string whole = path;
    for (const std::string_view part : text::split(whole, '/')) {
        if (part.empty()) continue;
        here = path::join(here, part);
        const auto info = disk.info(here);
        if (!info) return info.error();
        if (!*info) return false;
        if ((*info)->kind == FileKind::link) return true;
    }
    return false;
}

bool is_same(const FileInfo& one, const FileInfo& other) {
    return one.device == other.device && one.inode == other.inode;
}

// The name of a folder among those of the folder above.
std::optional<std::string> name_above(Disk& disk, const std::string& above, const FileInfo& folder) {
    const auto entries = disk.list(above);
    if (!entries) return std::nullopt;
    for (const FolderEntry& entry : *entries) {
        if (entry.kind != FileKind::folder) continue;
        const auto info = disk.info(path::join(above, entry.name));
        if (info && *info && is_same(**info, folder)) return entry.name;
    }
    return std::nullopt;
}

// Up from the folder itself, each time by its name in the folder above, as `pwd` once found its way (getcwd(3)).
std::optional<std::string> found_upward(Disk& disk, const std::string& folder, const FileInfo& root) {
    constexpr int deepest = 256;
    std::string name;
    std::string here = folder;
    for (int depth = 0; depth < deepest; ++depth) {
        const auto info = disk.info(here);
        if (!info || !*info) return std::nullopt;
        if (is_same(**info, root)) return "/" + name;
        const std::string above = here + "/..";
        const auto called = name_above(disk, above, **info);
        if (!called) return std::nullopt;
        name = *called + (name.empty() ? "" : "/" + name);
        here = above;
    }
    return std::nullopt;
}

}  // namespace

Result<std::string> real_path(Disk& disk, const std::string& folder) {
    const auto current = disk.current_folder();
    if (!current) return current.error();
    const std::string typed = path::join(*current, folder);
    std::string plain = path::normal(typed);
    const auto linked = has_link(disk, plain);
    if (!linked) return linked.error();
    if (!*linked) return plain;
    // A link in the last part is followed where it is one in the middle.
    const std::string followed = typed + "/.";
    const auto info = disk.info(followed);
    const auto root = disk.info("/");
    if (!info || !*info || !root || !*root) return plain;
    if (auto found = found_upward(disk, followed, **root)) return std::move(*found);
    return followed;
}

}  // namespace cafe
