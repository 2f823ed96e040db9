// What no index goes below: the names of a notebook's records, and the stamp of each.
//
//   stat_loop FOLDER
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace {

// How many files there are, and nothing that depends on how fast the machine is.
std::size_t files_in(const std::string& path) {
    const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return 0;
    DIR* const entries = ::fdopendir(folder);
    std::size_t files = 0;
    while (const dirent* entry = ::readdir(entries)) {
        struct stat found {};
        if (entry->d_type != DT_REG) continue;
        files += ::fstatat(folder, entry->d_name, &found, AT_SYMLINK_NOFOLLOW) == 0 ? 1 : 0;
    }
    ::closedir(entries);
    return files;
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    std::size_t files = 0;
    for (const char* folder : {"", "/partners", "/people", "/cafes", "/meetings"})
        files += files_in(std::string(words[1]) + folder);
    std::printf("%zu\n", files);
    return files > 0 ? 0 : 1;
}
