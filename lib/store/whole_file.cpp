#include "store/whole_file.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/interrupt.hpp"

namespace cafe::store {

Result<OwnFile> own_file_at(Disk& disk, const std::string& path, const std::function<bool(std::string_view)>& is_ours) {
    const auto info = disk.info(path);
    if (!info) return info.error();
    if (!*info) return OwnFile::absent;
    if ((*info)->kind != FileKind::file) return OwnFile::others;
    // A booklet of a whole département with its codes is some tens of megabytes.
    constexpr std::size_t largest = std::size_t{256} * 1024 * 1024;
    const auto bytes = disk.read(path, largest);
    return bytes && is_ours(*bytes) ? OwnFile::ours : OwnFile::others;
}

std::string temporary_for(const std::string& path) {
    return path::join(path::parent(path), fmt::format(".cafe-{}.tmp", fingerprint(path)));
}

Result<Done> put_whole(Disk& disk, const std::string& path, std::string_view bytes, std::optional<unsigned> mode) {
    if (const std::string folder = path::parent(path); !folder.empty())
        if (auto made = disk.make_folder(folder); !made) return made;
    const std::string temporary = temporary_for(path);
    const Uninterrupted whole;
    // What an interrupted run left.
    if (auto cleared = disk.remove(temporary); !cleared) return cleared;
    auto done = disk.create(temporary, bytes, mode);
    if (done) {
        done = disk.rename(temporary, path, Existing::replace);
        if (done) return done;
        // A network file system can do what is asked and lose the answer: a temporary that is gone was renamed.
        if (const auto left = disk.info(temporary); left && !*left) return Done{};
    }
    static_cast<void>(disk.remove(temporary));
    return done;
}

}  // namespace cafe::store
