// The disk of this machine, through POSIX. With real_process.cpp the only file that speaks to the system: a port to
// another one starts here. Each step that can fail is looked at, the closing of a file too.
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include "base/disk.hpp"
#include "base/disk_error.hpp"
#include "base/patient_disk.hpp"
#include "base/stamped_disk.hpp"

namespace cafe {

namespace {

// What is small is put in order: each entry moves once.
std::vector<FolderEntry> by_name(std::vector<FolderEntry> entries) {
    std::vector<FolderEntry*> order;
    order.reserve(entries.size());
    for (FolderEntry& entry : entries) order.push_back(&entry);
    std::sort(order.begin(), order.end(), [](const FolderEntry* a, const FolderEntry* b) { return a->name < b->name; });
    std::vector<FolderEntry> sorted;
    sorted.reserve(entries.size());
    for (FolderEntry* entry : order) sorted.push_back(std::move(*entry));
    return sorted;
}

/// Calls again while a signal interrupts.
template <class Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

/// An open file that closes itself. `close` says whether it went well: some systems report a failed write only then.
class File {
public:
    explicit File(int number) : number_(number) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (number_ >= 0) ::close(number_);
    }

    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }
    /// 0, or the error. Never twice: the number is free after the first, whatever it said (Linux, close(2)).
    int close() {
        const int result = ::close(number_);
        number_ = -1;
        return result == 0 || errno == EINTR ? 0 : errno;
    }

private:
    int number_;
};

/// What the system is given: it knows no empty path, and would cut a path at a NUL.
const char* native(const std::string& path) {
    if (path.empty()) return ".";
    return path.find('\0') == std::string::npos ? path.c_str() : "";
}

int open_file(const std::string& path, int flags, mode_t mode = 0) {
    return uninterrupted([&] { return ::open(native(path), flags | O_CLOEXEC | O_NOFOLLOW, mode); });
}

FileKind kind_of(mode_t mode) {
    if (S_ISREG(mode)) return FileKind::file;
    if (S_ISDIR(mode)) return FileKind::folder;
    return S_ISLNK(mode) ? FileKind::link : FileKind::other;
}

/// Most file systems say the kind with the name; the others are asked. Nothing: errno says why.
std::optional<FileKind> kind_of_entry(int folder, const dirent& entry) {
    if (entry.d_type == DT_REG) return FileKind::file;
    if (entry.d_type == DT_DIR) return FileKind::folder;
    struct stat found {};
    if (::fstatat(folder, entry.d_name, &found, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
    return kind_of(found.st_mode);
}

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

FileInfo info_of(const struct stat& found) {
    FileInfo info;
    info.kind = kind_of(found.st_mode);
    info.device = found.st_dev;
    info.inode = found.st_ino;
    info.size = static_cast<std::uint64_t>(found.st_size);
    info.modified = nanoseconds(found.st_mtim);
    info.mode = found.st_mode & 07777U;
    return info;
}

// Whether a file stands in this folder ("partners/", or "") itself.
bool is_right_in(std::string_view folder, std::string_view file) {
    return file.starts_with(folder) && file.find('/', folder.size()) == std::string_view::npos;
}

std::optional<Stamp> stamp_at(int folder, const char* name) {
    struct stat found {};
    if (::fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
    return Stamp{found.st_dev, found.st_ino, static_cast<std::uint64_t>(found.st_size), nanoseconds(found.st_mtim),
                 nanoseconds(found.st_ctim)};
}

/// 0, or the error.
int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// 0, or the error. Asked for only where it differs: file systems without permissions refuse every change of them.
int set_mode(int file, unsigned mode) {
    struct stat found {};
    if (::fstat(file, &found) != 0) return errno;
    if ((found.st_mode & 07777U) == mode) return 0;
    return ::fchmod(file, static_cast<mode_t>(mode)) == 0 ? 0 : errno;
}

/// 0, or the error.
int rename_without_replacing(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, native(from), AT_FDCWD, native(to), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // A file system that does not know the flag (NFS). A folder replaces nothing but an empty one.
    struct stat found {};
    if (::lstat(native(from), &found) == 0 && S_ISDIR(found.st_mode))
        return ::rename(native(from), native(to)) == 0 ? 0 : errno;
    // A file gets a second name, which is refused where one stands, then the first one goes.
    if (::link(native(from), native(to)) != 0) return errno;
    if (::unlink(native(from)) == 0) return 0;
    const int code = errno;
    ::unlink(native(to));
    return code;
}

Result<Done> done_or(int code, const Failed& failed, const std::string& path) {
    if (code != 0) return disk_error(failed, path, code);
    return Done{};
}

class HeldLock final : public Lock {
public:
    explicit HeldLock(int number) : file_(number) {}

private:
    File file_;
};

class RealOpenFile final : public OpenFile {
public:
    RealOpenFile(int number, std::uint64_t size) : file_(number), size_(size) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    bool read_at(std::uint64_t begin, std::span<char> into) override {
        while (!into.empty()) {
            const ssize_t got = uninterrupted(
                [&] { return ::pread(file_.number(), into.data(), into.size(), static_cast<off_t>(begin)); });
            if (got <= 0) return false;
            into = into.subspan(static_cast<std::size_t>(got));
            begin += static_cast<std::uint64_t>(got);
        }
        return true;
    }

private:
    File file_;
    std::uint64_t size_;
};

class RealDisk final : public StampedDisk {
public:
    explicit RealDisk(std::function<void()> waiting) : waiting_(std::move(waiting)) {}

    Result<std::optional<FileInfo>> info(const std::string& path) override {
        struct stat found {};
        if (::lstat(native(path), &found) == 0) return std::optional(info_of(found));
        if (errno == ENOENT || errno == ENOTDIR) return std::optional<FileInfo>();
        return disk_error(cannot_read, path, errno);
    }

    Result<std::string> read(const std::string& path, std::size_t limit) override {
        // O_NONBLOCK: a pipe must not keep us waiting for its writer before we can see that it is one.
        const File file(open_file(path, O_RDONLY | O_NONBLOCK));
        if (!file.is_open()) return errno == ENXIO ? not_a_file(path) : disk_error(cannot_read, path, errno);
        struct stat found {};
        if (::fstat(file.number(), &found) != 0) return disk_error(cannot_read, path, errno);
        if (S_ISDIR(found.st_mode)) return disk_error(cannot_read, path, EISDIR);
        if (!S_ISREG(found.st_mode)) return not_a_file(path);
        if (static_cast<std::uint64_t>(found.st_size) > limit) return too_large(path, limit);
        // One byte more than it has: the end is seen without another turn, and a file that grows meanwhile is read on.
        std::string bytes(static_cast<std::size_t>(found.st_size) + 1, '\0');
        for (std::size_t size = 0;;) {
            const ssize_t got =
                uninterrupted([&] { return ::read(file.number(), bytes.data() + size, bytes.size() - size); });
            if (got < 0) return disk_error(cannot_read, path, errno);
            size += static_cast<std::size_t>(got);
            if (size > limit) return too_large(path, limit);
            const bool all_it_has = size == static_cast<std::size_t>(found.st_size) && size < bytes.size();
            if (got == 0 || all_it_has) {
                bytes.resize(size);
                return bytes;
            }
            if (size == bytes.size()) bytes.resize(size * 2);
        }
    }

    Result<std::vector<FolderEntry>> list(const std::string& folder) override {
        std::vector<FolderEntry> entries;
        const int number = open_file(folder, O_RDONLY | O_DIRECTORY);
        if (number < 0) {
            if (errno == ENOENT) return entries;
            return disk_error(cannot_read, folder, errno);
        }
        const std::unique_ptr<DIR, int (*)(DIR*)> open_folder(::fdopendir(number), ::closedir);
        if (!open_folder) {
            const int code = errno;
            ::close(number);
            return disk_error(cannot_read, folder, code);
        }
        for (errno = 0; const dirent* entry = ::readdir(open_folder.get()); errno = 0) {
            std::string name = entry->d_name;
            if (name == "." || name == "..") continue;
            if (const auto kind = kind_of_entry(number, *entry))
                entries.push_back({std::move(name), *kind});
            else if (errno != ENOENT)  // ENOENT: gone since the folder was read
                return disk_error(cannot_read, path::join(folder, name), errno);
        }
        if (errno != 0) return disk_error(cannot_read, folder, errno);
        return by_name(std::move(entries));
    }

    Result<Done> make_folder(const std::string& path) override { return make_folders(path, 0777); }

    Result<Done> make_private_folder(const std::string& path) override { return make_folders(path, 0700); }

    Result<Done> create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) override {
        return write_new(path, bytes, mode, true);
    }

    Result<Done> create_unsynced(const std::string& path, std::string_view bytes,
                                 std::optional<unsigned> mode) override {
        unsynced_ = true;
        return write_new(path, bytes, mode, false);
    }

    Result<Done> rename(const std::string& from, const std::string& to, Existing existing) override {
        if (existing == Existing::keep) return done_or(rename_without_replacing(from, to), cannot_write, to);
        return done_or(::rename(native(from), native(to)) == 0 ? 0 : errno, cannot_write, to);
    }

    Result<Done> sync_folder(const std::string& path) override {
        File folder(open_file(path, O_RDONLY | O_DIRECTORY));
        if (!folder.is_open()) return disk_error(cannot_write, path, errno);
        // What was made unsynced goes in one stroke with all else: file by file takes ten times as long.
        if (unsynced_.exchange(false) && uninterrupted([&] { return ::syncfs(folder.number()); }) != 0)
            return disk_error(cannot_write, path, errno);
        // EINVAL: a file system that cannot sync folders (some network ones), which is all that it offers.
        if (uninterrupted([&] { return ::fsync(folder.number()); }) != 0 && errno != EINVAL)
            return disk_error(cannot_write, path, errno);
        return done_or(folder.close(), cannot_write, path);
    }

    Result<Done> remove(const std::string& path) override {
        const bool gone = ::unlink(native(path)) == 0 || errno == ENOENT || errno == ENOTDIR;
        return done_or(gone ? 0 : errno, cannot_remove, path);
    }

    Result<Done> remove_empty_folder(const std::string& path) override {
        const bool fine =
            ::rmdir(native(path)) == 0 || errno == ENOENT || errno == ENOTDIR || errno == ENOTEMPTY || errno == EEXIST;
        return done_or(fine ? 0 : errno, cannot_remove, path);
    }

    Result<std::unique_ptr<Lock>> lock(const std::string& path, int seconds) override {
        using Clock = std::chrono::steady_clock;
        const int number = open_file(path, O_RDWR | O_CREAT, 0666);
        if (number < 0) return disk_error(cannot_lock, path, errno);
        std::unique_ptr<Lock> held = std::make_unique<HeldLock>(number);
        const auto start = Clock::now();
        const auto deadline = start + std::chrono::seconds(seconds);
        bool said = !waiting_;
        while (::flock(number, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EINTR) continue;
            if (errno != EWOULDBLOCK) return disk_error(cannot_lock, path, errno);
            if (Clock::now() >= deadline) return lock_is_held(path);
            if (!said && Clock::now() - start > std::chrono::milliseconds(500)) {
                waiting_();
                said = true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return held;
    }

    std::vector<std::optional<Stamp>> stamps(const std::string& folder, std::span<const std::string> paths) override {
        std::vector<std::optional<Stamp>> found(paths.size());
        // Asked in their own folder, which is sooner than by their whole way: most stand in that of the one before.
        for (std::size_t i = 0; i < paths.size();) {
            const std::size_t slash = paths[i].rfind('/');
            const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
            const std::string beneath = paths[i].substr(0, name);
            const File open_folder(open_file(path::join(folder, beneath), O_RDONLY | O_DIRECTORY));
            do {
                const char* path = native(paths[i]);
                if (open_folder.is_open() && *path != '\0') found[i] = stamp_at(open_folder.number(), path + name);
            } while (++i < paths.size() && is_right_in(beneath, paths[i]));
        }
        return found;
    }

    std::unique_ptr<OpenFile> open(const std::string& path) override {
        const int number = open_file(path, O_RDONLY | O_NONBLOCK);
        if (number < 0) return nullptr;
        struct stat found {};
        const bool is_file = ::fstat(number, &found) == 0 && S_ISREG(found.st_mode);
        auto file = std::make_unique<RealOpenFile>(number, static_cast<std::uint64_t>(found.st_size));
        return is_file ? std::move(file) : nullptr;
    }

    std::int64_t now() override {
        timespec time{};
        ::clock_gettime(CLOCK_REALTIME, &time);
        return nanoseconds(time);
    }

    Result<std::string> current_folder() override {
        std::string folder(256, '\0');
        while (::getcwd(folder.data(), folder.size()) == nullptr) {
            if (errno != ERANGE) return disk_error(cannot_read, ".", errno);
            folder.resize(folder.size() * 2);
        }
        folder.resize(folder.find('\0'));
        return folder;
    }

private:
    static Result<Done> make_folders(const std::string& path, mode_t mode) {
        int result = ::mkdir(native(path), mode);
        if (result != 0 && errno == ENOENT && !path::parent(path).empty()) {
            if (auto above = make_folders(path::parent(path), mode); !above) return above;
            result = ::mkdir(native(path), mode);
        }
        if (result == 0) return Done{};
        const int code = errno;
        struct stat found {};
        if (::lstat(native(path), &found) == 0 && S_ISDIR(found.st_mode)) return Done{};
        return disk_error(cannot_make_folder, path, code);
    }

    static Result<Done> write_new(const std::string& path, std::string_view bytes, std::optional<unsigned> mode,
                                  bool sync) {
        File file(open_file(path, O_WRONLY | O_CREAT | O_EXCL, 0666));
        if (!file.is_open()) return disk_error(cannot_write, path, errno);
        int code = mode ? set_mode(file.number(), *mode) : 0;
        if (code == 0) code = write_all(file.number(), bytes);
        if (code == 0 && sync && uninterrupted([&] { return ::fsync(file.number()); }) != 0) code = errno;
        const int closing = file.close();
        return done_or(code != 0 ? code : closing, cannot_write, path);
    }

    std::function<void()> waiting_;
    std::atomic<bool> unsynced_ = false;  // whether a file was made that no sync has seen
};

}  // namespace

std::unique_ptr<Disk> real_disk(std::function<void()> waiting) {
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    return std::make_unique<RealDisk>(std::move(waiting));
}

std::unique_ptr<Disk> real_disk() {
    return real_disk({});
}

}  // namespace cafe
