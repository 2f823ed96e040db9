// The edge of the world: real streams, the real disk, the real clock. Computes nothing.
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <streambuf>
#include <string>
#include <vector>

#include "run.hpp"

namespace {

// Writes to a descriptor and remembers the first failure: std::cout would forget why.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
        setp(bytes_.data(), bytes_.data() + bytes_.size());
    }
    ~DescriptorBuffer() override { sync(); }
    DescriptorBuffer(const DescriptorBuffer&) = delete;
    DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

    [[nodiscard]] int failure() const { return failure_; }

protected:
    int sync() override {
        const char* from = pbase();
        while (from < pptr() && failure_ == 0) {
            const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
            if (written >= 0)
                from += written;
            else if (errno != EINTR)
                failure_ = errno;
        }
        setp(bytes_.data(), bytes_.data() + bytes_.size());
        return failure_ == 0 ? 0 : -1;
    }

    int_type overflow(int_type character) override {
        if (sync() != 0) return traits_type::eof();
        if (!traits_type::eq_int_type(character, traits_type::eof())) sputc(traits_type::to_char_type(character));
        return traits_type::not_eof(character);
    }

private:
    int descriptor_;
    int failure_ = 0;
    std::array<char, 65536> bytes_{};
};

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

cafe::Date clock_in(const std::string& zone) {
    ::setenv("TZ", zone.c_str(), 1);
    ::tzset();
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return cafe::Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(cafe::Date{});
}

int terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

// What was printed must have arrived, or the exit code says so. A reader that went away (head, less) is no failure.
int closed(int code, const DescriptorBuffer& out, std::ostream& err) {
    if (out.failure() == 0 || out.failure() == EPIPE) return code;
    err << "cafe: la sortie n'a pas pu être écrite en entier / the output could not be written in full (errno "
        << out.failure() << ")\n";
    return 4;
}

}  // namespace

int main(int count, char** words) {
    // A closed pipe and a file that may not grow are errors of write, handled where they happen.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    DescriptorBuffer out_buffer(STDOUT_FILENO);
    DescriptorBuffer err_buffer(STDERR_FILENO);
    std::ostream out(&out_buffer);
    std::ostream err(&err_buffer);
    err << std::unitbuf;
    try {
        const auto disk = cafe::real_disk();
        const auto process = cafe::real_process();
        cafe::cmd::World world{*disk, *process, out, err, std::cin, variable, clock_in};
        world.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
        world.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
        world.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
        world.width = terminal_width();
        const std::vector<std::string> arguments(words + 1, words + count);
        const int code = cafe::cmd::run(arguments, world);
        out.flush();
        return closed(code, out_buffer, err);
    } catch (const std::exception& bug) {
        err << "cafe: c'est un défaut de cafe, merci de le signaler / this is a bug in cafe, please report it: "
            << bug.what() << '\n';
        return 70;
    }
}
