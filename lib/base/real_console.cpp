// The console through POSIX: descriptors, one child for the pager, and the handlers of three signals.
#include "base/console.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <streambuf>
#include <vector>

#include "base/utf8.hpp"

extern char** environ;  // NOLINT: POSIX names it so

namespace cafe {

namespace {

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};
constexpr int interrupted = 130;
constexpr std::string_view erase_line = "\r\x1b[K";

// A handler has no argument: what it has to know stands here, and is touched by this file alone.
struct Shared {
    std::atomic<pid_t> pager{0};
    std::atomic<int> pipe{-1};
    std::atomic<bool> line_shown{false};
    std::atomic<bool> err_is_terminal{false};
};
Shared& shared() {
    static Shared state;
    return state;
}

/// 0, or the error. Safe in a handler.
int write_all(int descriptor, const char* from, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(descriptor, from, size);
        if (written < 0 && errno != EINTR) return errno;
        if (written < 0) continue;
        from += written;
        size -= static_cast<std::size_t>(written);
    }
    return 0;
}

void remove_line() {
    if (shared().line_shown.exchange(false))
        static_cast<void>(write_all(STDERR_FILENO, erase_line.data(), erase_line.size()));
}

/// The status of a child that has ended. Safe in a handler.
int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return 0;
    return status;
}

// Only calls that POSIX lets a handler make; the signals of the set wait until it is over.
extern "C" void end_by_signal(int signal) {
    Shared& state = shared();
    const pid_t pager = state.pager;
    const bool line_was_shown = state.line_shown;
    remove_line();
    if (pager > 0) {
        // A pager that still shows what it has got owns the terminal: Ctrl-C does not end it, its user does.
        if (const int pipe = state.pipe; pipe >= 0) ::close(pipe);
        if (signal != SIGINT) ::kill(pager, signal);
        wait_for(pager);
    } else if (signal == SIGINT && !line_was_shown && state.err_is_terminal) {
        // The terminal has written ^C where the cursor was: what comes next begins a line.
        static_cast<void>(write_all(STDERR_FILENO, "\n", 1));
    }
    if (signal == SIGINT) ::_exit(interrupted);
    ::signal(signal, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    ::raise(signal);
}

void catch_signals() {
    struct sigaction action {};
    action.sa_handler = end_by_signal;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (const int signal : ending_signals) ::sigaddset(&action.sa_mask, signal);
    for (const int signal : ending_signals) {
        struct sigaction before {};
        // What was ignored when we started stays so: nohup, or a shell's background job.
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        ::sigaction(signal, &action, nullptr);
    }
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

int columns_of(int descriptor) {
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// ---- The pager -----------------------------------------------------------------------------------------------------

std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& variables) {
    std::vector<std::string> environment;
    for (const auto& [name, value] : variables) environment.push_back(name + "=" + value);
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view held(*entry);
        bool replaced = false;
        for (const auto& [name, value] : variables) replaced = replaced || held.starts_with(name + "=");
        if (!replaced) environment.emplace_back(held);
    }
    return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// 0 and the child's number, or the error. `input` becomes its standard input.
int spawn(const CommandLine& command, int input, pid_t& child) {
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    ::posix_spawnattr_init(&attributes);
    sigset_t ours;
    ::sigemptyset(&ours);
    ::posix_spawnattr_setsigmask(&attributes, &ours);
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::sigaddset(&ours, signal);
    ::posix_spawnattr_setsigdefault(&attributes, &ours);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    std::vector<std::string> arguments = command.arguments;
    std::vector<std::string> environment = environment_with(command.variables);
    const int code = ::posix_spawnp(&child, arguments.front().c_str(), &actions, &attributes,
                                    pointers_to(arguments).data(), pointers_to(environment).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    return code;
}

// ---- The streams ---------------------------------------------------------------------------------------------------

/// Collects what is printed and hands it on: when it is flushed, and whole lines alone when the room is full, so that
/// whoever is interrupted between two writes has printed no half line. Remembers the first failure.
class LineBuffer : public std::streambuf {
public:
    LineBuffer() { setp(bytes_.data(), bytes_.data() + bytes_.size()); }
    LineBuffer(const LineBuffer&) = delete;
    LineBuffer& operator=(const LineBuffer&) = delete;
    ~LineBuffer() override = default;

    [[nodiscard]] int failure() const { return failure_; }

protected:
    /// 0, or the error.
    virtual int hand_on(std::string_view bytes) = 0;

    int sync() override {
        give(waiting());
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        return failure_ == 0 ? 0 : -1;
    }

    int_type overflow(int_type character) override {
        const std::string_view all = waiting();
        const std::size_t end = all.rfind('\n');
        const std::string rest(end == std::string_view::npos ? std::string_view() : all.substr(end + 1));
        give(all.substr(0, all.size() - rest.size()));
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        sputn(rest.data(), static_cast<std::streamsize>(rest.size()));
        if (failure_ != 0) return traits_type::eof();
        if (!traits_type::eq_int_type(character, traits_type::eof())) sputc(traits_type::to_char_type(character));
        return traits_type::not_eof(character);
    }

private:
    [[nodiscard]] std::string_view waiting() const { return {pbase(), static_cast<std::size_t>(pptr() - pbase())}; }

    void give(std::string_view bytes) {
        if (!bytes.empty() && failure_ == 0) failure_ = hand_on(bytes);
    }

    int failure_ = 0;
    std::array<char, 65536> bytes_{};
};

class RealConsole final : public Console {
public:
    RealConsole() : out_buffer_(*this), err_buffer_(*this), out_(&out_buffer_), err_(&err_buffer_) {
        err_ << std::unitbuf;
        err_.tie(&out_);
        const char* kind = std::getenv("TERM");
        rewrites_ = err_is_terminal_ && kind != nullptr && *kind != '\0' && std::strcmp(kind, "dumb") != 0;
        shared().err_is_terminal = err_is_terminal_;
        catch_signals();
    }
    RealConsole(const RealConsole&) = delete;
    RealConsole& operator=(const RealConsole&) = delete;
    ~RealConsole() override { finish(); }

    std::ostream& out() override { return out_; }
    std::ostream& err() override { return err_; }
    [[nodiscard]] bool out_is_terminal() const override { return out_is_terminal_; }
    [[nodiscard]] bool err_is_terminal() const override { return err_is_terminal_; }
    [[nodiscard]] bool in_is_terminal() const override { return ::isatty(STDIN_FILENO) == 1; }
    [[nodiscard]] int width() const override { return columns_of(STDOUT_FILENO); }

    void page_with(Pager pager) override { wanted_ = std::make_unique<Pager>(std::move(pager)); }

    void progress(const std::string& line) override {
        if (!rewrites_ || shared().pager > 0) return;
        const auto now = Clock::now();
        if (now < next_line_) return;
        next_line_ = now + std::chrono::milliseconds(100);
        const auto room = static_cast<std::size_t>(columns_of(STDERR_FILENO) - 1);
        const std::string shown = "\r" + std::string(utf8::fit(line, room)) + "\x1b[K";
        shared().line_shown = true;
        static_cast<void>(write_all(STDERR_FILENO, shown.data(), shown.size()));
    }

    int finish() override {
        out_.flush();
        end_pager();
        remove_line();
        return out_buffer_.failure();
    }

private:
    using Clock = std::chrono::steady_clock;

    class OutBuffer final : public LineBuffer {
    public:
        explicit OutBuffer(RealConsole& console) : console_(console) {}

    private:
        int hand_on(std::string_view bytes) override { return console_.print(bytes); }
        RealConsole& console_;
    };

    class ErrBuffer final : public LineBuffer {
    public:
        explicit ErrBuffer(RealConsole& console) : console_(console) {}

    private:
        int hand_on(std::string_view bytes) override { return console_.say(bytes); }
        RealConsole& console_;
    };

    int print(std::string_view bytes) {
        remove_line();
        if (wanted_) start_pager();
        const int pipe = shared().pipe;
        return write_all(pipe >= 0 ? pipe : STDOUT_FILENO, bytes.data(), bytes.size());
    }

    int say(std::string_view bytes) {
        if (shared().pager > 0 && err_is_terminal_) {
            held_ += bytes;
            return 0;
        }
        remove_line();
        return write_all(STDERR_FILENO, bytes.data(), bytes.size());
    }

    void start_pager() {
        const std::unique_ptr<Pager> pager = std::move(wanted_);
        std::array<int, 2> ends{-1, -1};
        pid_t child = 0;
        has_mode_ = ::tcgetattr(STDOUT_FILENO, &mode_) == 0;
        int code = ::pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno;
        if (code == 0) code = spawn(pager->command, ends[0], child);
        if (ends[0] >= 0) ::close(ends[0]);
        if (code == 0) {
            shared().pipe = ends[1];
            shared().pager = child;
            return;
        }
        if (ends[1] >= 0) ::close(ends[1]);
        if (!pager->otherwise.empty()) say(pager->otherwise + "\n");
    }

    void end_pager() {
        const pid_t child = shared().pager;
        if (child <= 0) return;
        // From here on Ctrl-C is the pager's affair: all that we had to print, it has got.
        static_cast<void>(std::signal(SIGINT, SIG_IGN));
        ::close(shared().pipe.exchange(-1));
        const int status = wait_for(child);
        shared().pager = 0;
        // One that was killed could not put the terminal back as it was.
        if (WIFSIGNALED(status) && has_mode_) ::tcsetattr(STDOUT_FILENO, TCSADRAIN, &mode_);
        if (!held_.empty()) say(held_);
        held_.clear();
    }

    bool out_is_terminal_ = ::isatty(STDOUT_FILENO) == 1;
    bool err_is_terminal_ = ::isatty(STDERR_FILENO) == 1;
    bool rewrites_ = false;
    Clock::time_point next_line_ = Clock::now() + std::chrono::milliseconds(500);
    std::unique_ptr<Pager> wanted_;
    bool has_mode_ = false;
    termios mode_{};  // of the terminal when the pager got it
    std::string held_;
    OutBuffer out_buffer_;
    ErrBuffer err_buffer_;
    std::ostream out_;
    std::ostream err_;
};

}  // namespace

std::unique_ptr<Console> real_console() {
    return std::make_unique<RealConsole>();
}

}  // namespace cafe
