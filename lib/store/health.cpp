#include "store/health.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/kind.hpp"

namespace cafe::store {

namespace {

constexpr int deepest = 12;
constexpr std::size_t most_files = 100'000;

Result<Done> gather(Disk& disk, const std::string& root, const std::string& folder, int depth,
                    std::vector<std::string>& found) {
    const auto entries = disk.list(path::join(root, folder));
    if (!entries) return entries.error();
    for (const FolderEntry& entry : *entries) {
        if (entry.name == ".git" || found.size() >= most_files) continue;
        const std::string path = path::join(folder, entry.name);
        if (entry.kind != FileKind::folder) {
            found.push_back(path);
        } else if (depth < deepest) {
            if (auto below = gather(disk, root, path, depth + 1, found); !below) return below;
        }
    }
    return Done{};
}

// What two names have in common for a disk that tells neither case nor composition apart.
std::string as_others_see(const std::string& path) {
    return ascii::lower(utf8::nfc(path));
}

// A mount point as the table writes it: blanks and the like are "\040".
std::string unescaped(std::string_view text) {
    constexpr std::size_t digits = 3;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto is_octal = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '7'; };
        if (text[at] == '\\' && is_octal(at + 1) && is_octal(at + 2) && is_octal(at + digits)) {
            const int code = (text[at + 1] - '0') * 64 + (text[at + 2] - '0') * 8 + (text[at + digits] - '0');
            out += static_cast<char>(code);
            at += digits;
        } else {
            out += text[at];
        }
    }
    return out;
}

struct Synchroniser {
    std::string_view name;
    std::string_view folder{};  // a part of a path begins with it
    std::string_view mark{};    // it leaves a file or folder that begins with this
};
constexpr std::array synchronisers{
    Synchroniser{"OneDrive", "OneDrive"},
    Synchroniser{"Dropbox", "Dropbox", ".dropbox.cache"},
    Synchroniser{"Google Drive", "Google Drive"},
    Synchroniser{"Google Drive", "GoogleDrive"},
    Synchroniser{"iCloud", "Mobile Documents"},
    Synchroniser{"iCloud", "iCloud"},
    Synchroniser{"Nextcloud", "Nextcloud", ".sync_"},
    Synchroniser{"ownCloud", "ownCloud", ".owncloudsync"},
    Synchroniser{"pCloud", "pCloud"},
    Synchroniser{"kDrive", "kDrive"},
    Synchroniser{"Syncthing", "Syncthing", ".stfolder"},
};

}  // namespace

Result<std::vector<std::string>> all_files(Disk& disk, const std::string& root) {
    std::vector<std::string> found;
    if (auto done = gather(disk, root, "", 0, found); !done) return done.error();
    std::sort(found.begin(), found.end());
    return found;
}

Result<std::vector<std::string>> leftovers(Disk& disk, const std::string& root) {
    std::vector<std::string> found;
    std::vector<std::string> folders{""};
    for (const model::Kind& kind : model::kinds()) {
        const std::string folder(kind.folder.empty() ? path::parent(std::string(kind.file)) : std::string(kind.folder));
        if (std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(folder);
    }
    for (const std::string& folder : folders) {
        const auto entries = disk.list(path::join(root, folder));
        if (!entries) return entries.error();
        for (const FolderEntry& entry : *entries)
            if (entry.kind == FileKind::file && entry.name.starts_with(".cafe-") && entry.name.ends_with(".tmp"))
                found.push_back(path::join(folder, entry.name));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<Collision> collisions(const std::vector<std::string>& paths) {
    std::vector<Collision> found;
    std::map<std::string, std::string> seen;
    for (const std::string& path : paths) {
        const auto [at, is_new] = seen.emplace(as_others_see(path), path);
        if (!is_new) found.push_back({at->second, path});
    }
    return found;
}

bool is_refused_by_windows(std::string_view name) {
    constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    const std::string stem = ascii::lower(name.substr(0, std::min(name.find('.'), name.size())));
    const bool port =
        stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
    if (port || std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    if (name.ends_with('.') || name.ends_with(' ')) return true;
    return std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20U ||
               std::string_view("<>:\"|?*\\").find(c) != std::string_view::npos;
    });
}

std::optional<std::string> file_system_of(std::string_view mounts, std::string_view folder) {
    std::optional<std::string> found;
    std::size_t longest = 0;
    for (const std::string_view line : text::split(mounts, '\n')) {
        const auto words = text::words(line);
        if (words.size() < 3) continue;
        const std::string point = unescaped(words[1]);
        const bool above = point == "/" || folder == point || folder.starts_with(point + "/");
        // Of two on one point the later one hides the other.
        if (!above || point.size() < longest) continue;
        longest = point.size();
        found = std::string(words[2]);
    }
    return found;
}

bool is_remote(std::string_view file_system) {
    constexpr std::array<std::string_view, 14> remote{"nfs",       "nfs4",        "cifs",       "smb3",  "smbfs",
                                                      "9p",        "afs",         "ceph",       "ncpfs", "fuse.sshfs",
                                                      "glusterfs", "fuse.rclone", "fuse.davfs", "davfs"};
    return std::find(remote.begin(), remote.end(), file_system) != remote.end();
}

Result<std::optional<std::string>> synchronised_by(Disk& disk, const std::string& folder) {
    for (const std::string_view part : text::split(folder, '/'))
        for (const Synchroniser& one : synchronisers)
            if (part.starts_with(one.folder)) return std::optional(std::string(one.name));
    for (std::string above = folder;; above = path::parent(above)) {
        const auto entries = disk.list(above);
        // A folder above that may not be listed tells nothing.
        if (entries)
            for (const FolderEntry& entry : *entries)
                for (const Synchroniser& one : synchronisers)
                    if (!one.mark.empty() && entry.name.starts_with(one.mark))
                        return std::optional(std::string(one.name));
        if (above == "/" || above.empty()) return std::optional<std::string>();
    }
}

bool is_in_backup(const std::string& folder) {
    const auto parts = text::split(folder, '/');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        const std::string folded = fold::text(part);
        return folded.starts_with("sauvegarde") || folded.starts_with("backup") || folded == "bak";
    });
}

}  // namespace cafe::store
