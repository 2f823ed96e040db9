#include "store/beneath.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cafe::store {

Result<bool> way_is_clear(Disk& disk, const std::string& root, const std::string& path) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const auto info = disk.info(path::join(root, path.substr(0, slash)));
        if (!info) return info.error();
        if (!info->has_value()) return true;
        if (info->value().kind != FileKind::folder) return false;
    }
    return true;
}

Result<Done> check_way(Disk& disk, const std::string& root, const std::string& path) {
    constexpr Phrase<std::string> outside{"{} ne désigne pas un fichier de ce dossier",
                                          "{} does not name a file of this folder"};
    constexpr Phrase<std::string> blocked{"le chemin de {} passe par un lien ou par un fichier",
                                          "the way to {} leads through a link or a file"};
    if (!path::is_beneath(path)) return Error{ErrorKind::environment, outside(utf8::printable(path)), {}};
    const auto clear = way_is_clear(disk, root, path);
    if (!clear) return clear.error();
    if (!*clear) return Error{ErrorKind::environment, blocked(utf8::printable(path::join(root, path))), {}};
    return Done{};
}

Result<std::vector<std::string>> missing_folders(Disk& disk, const std::string& folder) {
    std::vector<std::string> missing;
    for (std::string here = folder; !here.empty() && here != "/"; here = path::parent(here)) {
        const auto info = disk.info(here);
        if (!info) return info.error();
        if (info->has_value()) break;
        missing.push_back(here);
    }
    std::reverse(missing.begin(), missing.end());
    return missing;
}

Result<Done> make_folder_synced(Disk& disk, const std::string& folder) {
    const auto missing = missing_folders(disk, folder);
    if (!missing) return missing.error();
    if (auto made = disk.make_folder(folder); !made) return made;
    for (const std::string& made : *missing)
        if (auto synced = disk.sync_folder(path::parent(made)); !synced) return synced;
    return Done{};
}

}  // namespace cafe::store
