// Runs a program on a pseudo-terminal and shows, readably, every byte that it put on the screen.
//
//   cafe_terminal COLUMNSxROWS [--when TEXT KEYS]… [--quiet-for MS KEYS]… -- PROGRAM ARGUMENT…
//
// Steps happen in their order: `--when` waits until TEXT was printed since the step before, `--quiet-for` until nothing
// was printed for so long; then the keys are typed (\n Enter, ^C, ^D), or with `kill:TERM` the program alone gets a
// signal. Printed are the screen's bytes (escape as \e, a return to the line's start as \r), `terminal left changed`
// where the modes of the terminal are not what they were, and `? CODE` or `? killed by N` unless the code is 0.
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds patience{60};

struct Step {
    std::string text;  // awaited; empty: silence is
    std::chrono::milliseconds silence{0};
    std::string keys;
};

struct Wanted {
    unsigned short columns = 80;
    unsigned short rows = 24;
    std::vector<Step> steps;
    std::vector<char*> program;
};

bool read_arguments(int count, char** words, Wanted& wanted) {
    if (count < 4 || std::sscanf(words[1], "%hux%hu", &wanted.columns, &wanted.rows) != 2) return false;
    int at = 2;
    for (; at < count && std::strcmp(words[at], "--") != 0; at += 3) {
        if (at + 2 >= count) return false;
        const std::string name = words[at];
        if (name == "--when")
            wanted.steps.push_back({words[at + 1], {}, words[at + 2]});
        else if (name == "--quiet-for")
            wanted.steps.push_back({"", std::chrono::milliseconds(std::atoi(words[at + 1])), words[at + 2]});
        else
            return false;
    }
    for (++at; at < count; ++at) wanted.program.push_back(words[at]);
    wanted.program.push_back(nullptr);
    return wanted.program.size() > 1;
}

void type(int terminal, pid_t child, const std::string& keys) {
    if (keys.rfind("kill:", 0) == 0) {
        const std::string name = keys.substr(5);
        ::kill(child, name == "INT" ? SIGINT : name == "HUP" ? SIGHUP : SIGTERM);
        return;
    }
    std::string bytes;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == '^' && i + 1 < keys.size())
            bytes += static_cast<char>(keys[++i] & 0x1F);
        else if (keys[i] == '\\' && i + 1 < keys.size() && keys[i + 1] == 'n')
            bytes += '\n', ++i;
        else
            bytes += keys[i];
    }
    if (::write(terminal, bytes.data(), bytes.size()) < 0) std::perror("write");
}

// Everything until the program has ended and nobody holds the terminal any more.
std::string watch(int terminal, pid_t child, const std::vector<Step>& steps) {
    std::string seen;
    std::size_t step = 0;
    std::size_t from = 0;
    const auto start = Clock::now();
    auto last = start;
    for (;;) {
        pollfd ready{terminal, POLLIN, 0};
        ::poll(&ready, 1, 20);
        const auto now = Clock::now();
        if (now - start > patience) {
            ::kill(child, SIGKILL);
            return seen + "\n(no end after a minute)";
        }
        if ((ready.revents & (POLLIN | POLLHUP)) != 0) {
            std::array<char, 65536> bytes{};
            const ssize_t got = ::read(terminal, bytes.data(), bytes.size());
            if (got <= 0 && errno != EINTR) return seen;  // EIO: the last one has closed it
            if (got > 0) seen.append(bytes.data(), static_cast<std::size_t>(got));
            last = now;
        }
        if (step == steps.size()) continue;
        const Step& next = steps[step];
        const std::size_t found = next.text.empty() ? std::string::npos : seen.find(next.text, from);
        if (next.text.empty() ? now - last < next.silence : found == std::string::npos) continue;
        from = next.text.empty() ? seen.size() : found + next.text.size();
        type(terminal, child, next.keys);
        last = now;
        ++step;
    }
}

std::string readable(const std::string& bytes) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
        if (c == '\r')
            out += "\\r";
        else if (c == '\x1b')
            out += "\\e";
        else if (c == '\n' || static_cast<unsigned char>(c) >= 0x20)
            out += c;
        else
            out += "^" + std::string(1, static_cast<char>(c + 0x40));
    }
    return out;
}

}  // namespace

int main(int count, char** words) {
    Wanted wanted;
    if (!read_arguments(count, words, wanted)) {
        std::fputs("usage: cafe_terminal COLUMNSxROWS [--when TEXT KEYS]… [--quiet-for MS KEYS]… -- PROGRAM …\n",
                   stderr);
        return 2;
    }
    const winsize size{wanted.rows, wanted.columns, 0, 0};
    int terminal = -1;
    int program_side = -1;
    if (::openpty(&terminal, &program_side, nullptr, nullptr, &size) != 0) {
        std::perror("openpty");
        return 4;
    }
    termios before{};
    ::tcgetattr(program_side, &before);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(terminal);
        ::login_tty(program_side);
        // A script that runs in the background hands down an ignored Ctrl-C.
        for (const int signal : {SIGINT, SIGQUIT}) ::signal(signal, SIG_DFL);
        ::execvp(wanted.program.front(), wanted.program.data());
        std::perror(wanted.program.front());
        ::_exit(127);
    }
    ::close(program_side);
    const std::string seen = watch(terminal, child, wanted.steps);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    termios after{};
    ::tcgetattr(terminal, &after);
    std::string shown = readable(seen);
    if (!shown.empty() && shown.back() != '\n') shown += "%\n";  // as zsh shows a line that is not ended
    std::fputs(shown.c_str(), stdout);
    if (before.c_lflag != after.c_lflag || before.c_iflag != after.c_iflag || before.c_oflag != after.c_oflag)
        std::puts("terminal left changed");
    if (WIFSIGNALED(status))
        std::printf("? killed by %d\n", WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0)
        std::printf("? %d\n", WEXITSTATUS(status));
    return 0;
}
