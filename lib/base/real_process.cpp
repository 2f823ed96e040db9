// The programs of this machine, through POSIX: posix_spawnp with an argument vector, three pipes, one poll loop.
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "base/disk_error.hpp"
#include "base/interrupt.hpp"
#include "base/process.hpp"
#include "base/processors.hpp"

extern char** environ;  // NOLINT: POSIX names it so

namespace cafe {

namespace {

/// One end of a pipe that closes itself.
class End {
public:
    End() = default;
    End(const End&) = delete;
    End& operator=(const End&) = delete;
    ~End() { close(); }

    void set(int number) { number_ = number; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_ = -1;
};

struct Pipe {
    End read;
    End write;

    /// 0, or the error.
    int open() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return errno;
        read.set(ends[0]);
        write.set(ends[1]);
        return 0;
    }
};

/// What the child starts with: its three standard files, its folder, the signals that we ignore at their default, and
/// those that we hold back let through.
class Start {
public:
    Start() {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawnattr_init(&attributes_);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::sigaddset(&signals, SIGPIPE);
        ::sigaddset(&signals, SIGXFSZ);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;
    ~Start() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }

    void give(const End& end, int as) { ::posix_spawn_file_actions_adddup2(&actions_, end.number(), as); }
    void enter(const std::string& folder) { ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }

    /// 0 and the child's number, or the error.
    int spawn(const std::vector<std::string>& arguments, pid_t& child) {
        std::vector<char*> pointers;
        for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
        pointers.push_back(nullptr);
        return ::posix_spawnp(&child, pointers.front(), &actions_, &attributes_, pointers.data(), environ);
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// Appends what is there; closes the end when nothing more will come.
void drain(End& end, std::string& text) {
    std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    const ssize_t got = ::read(end.number(), buffer.data(), buffer.size());
    if (got > 0)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    else if (got == 0 || (errno != EINTR && errno != EAGAIN))
        end.close();
}

/// Writes as much as the pipe takes; closes the end when all is written or nobody reads.
void feed(End& end, std::string_view& input) {
    const ssize_t written = ::write(end.number(), input.data(), input.size());
    if (written > 0)
        input.remove_prefix(static_cast<std::size_t>(written));
    else if (written < 0 && errno != EINTR && errno != EAGAIN)
        end.close();
    if (input.empty()) end.close();
}

/// Feeds and drains until the child has closed its ends. In one loop: a child that waits for its output to be read
/// before it reads on never waits for ever.
///
/// A signal that ends us while we wait is passed on: Ctrl-C reaches the child by itself, `kill` does not.
void exchange(pid_t child, End& in, std::string_view input, End& out, End& err, Finished& finished) {
    constexpr int look_at_signals = 100;  // milliseconds
    bool passed_on = false;
    ::fcntl(in.number(), F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close();
    while (in.is_open() || out.is_open() || err.is_open()) {
        // poll passes over negative numbers: ends that are closed.
        std::array<pollfd, 3> ends{pollfd{in.number(), POLLOUT, 0}, pollfd{out.number(), POLLIN, 0},
                                   pollfd{err.number(), POLLIN, 0}};
        const int ready = ::poll(ends.data(), ends.size(), look_at_signals);
        if (const int signal = Uninterrupted::waiting(); signal != 0 && !passed_on) {
            ::kill(child, signal);
            passed_on = true;
        }
        if (ready <= 0) continue;  // nothing yet, or EINTR
        if (ends[0].revents != 0) feed(in, input);
        if (ends[1].revents != 0) drain(out, finished.out);
        if (ends[2].revents != 0) drain(err, finished.err);
    }
}

int exit_code(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return 127;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

Error cannot_start(const std::string& program, int code) {
    if (code != ENOENT) return disk_error(cannot_run, program, code);
    return Error{ErrorKind::environment,
                 cannot_run(program, Words{"ce programme n'est pas installé, ou pas trouvé (PATH)",
                                           "this program is not installed, or not found (PATH)"}),
                 {}};
}

class RealProcess final : public Process {
public:
    Result<Finished> run(const std::vector<std::string>& arguments, const std::string& folder,
                         const std::string& input) override {
        if (arguments.empty() || arguments.front().empty()) return cannot_start("\"\"", ENOENT);
        const std::string& program = arguments.front();
        Pipe in;
        Pipe out;
        Pipe err;
        for (Pipe* pipe : {&in, &out, &err})
            if (const int code = pipe->open(); code != 0) return cannot_start(program, code);
        Start start;
        start.give(in.read, STDIN_FILENO);
        start.give(out.write, STDOUT_FILENO);
        start.give(err.write, STDERR_FILENO);
        if (!folder.empty()) {
            // Otherwise a missing folder would read as a missing program.
            struct stat found {};
            if (::stat(folder.c_str(), &found) != 0) return disk_error(cannot_read, folder, errno);
            start.enter(folder);
        }
        // Who interrupts us waits until the child has ended: git then has taken its own locks away.
        const Uninterrupted whole;
        pid_t child = 0;
        if (const int code = start.spawn(arguments, child); code != 0) return cannot_start(program, code);
        in.read.close();
        out.write.close();
        err.write.close();
        Finished finished;
        exchange(child, in.write, input, out.read, err.read, finished);
        finished.code = exit_code(child);
        return finished;
    }

    Result<int> attend(const std::vector<std::string>& arguments, const std::string& folder) override {
        if (arguments.empty() || arguments.front().empty()) return cannot_start("\"\"", ENOENT);
        Start start;
        if (!folder.empty()) start.enter(folder);
        // Ctrl-C is for the editor: it decides whether that ends it.
        const Uninterrupted whole;
        pid_t child = 0;
        if (const int code = start.spawn(arguments, child); code != 0) return cannot_start(arguments.front(), code);
        return exit_code(child);
    }
};

void keep_absolute_search_path() {
    const char* path = std::getenv("PATH");
    if (path == nullptr) return;
    std::string kept;
    for (std::string_view rest(path); !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part.starts_with('/')) kept += (kept.empty() ? "" : ":") + std::string(part);
    }
    // An empty PATH would mean the current folder.
    ::setenv("PATH", kept.empty() ? "/usr/bin:/bin" : kept.c_str(), 1);
}

}  // namespace

std::unique_ptr<Process> real_process() {
    keep_absolute_search_path();
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    return std::make_unique<RealProcess>();
}

std::string own_identity() {
    struct stat found {};
    if (::stat("/proc/self/exe", &found) != 0) return "";
    return std::to_string(found.st_size) + "-" + std::to_string(found.st_mtim.tv_sec) + "-" +
           std::to_string(found.st_mtim.tv_nsec) + "-" + std::to_string(found.st_ino);
}

std::size_t usable_processors() {
    cpu_set_t usable;
    CPU_ZERO(&usable);
    if (::sched_getaffinity(0, sizeof usable, &usable) == 0) return static_cast<std::size_t>(CPU_COUNT(&usable));
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace cafe
