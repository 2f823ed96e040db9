// Signals held back, through POSIX: the kernel keeps them pending.
#include <array>

#include "base/interrupt.hpp"

namespace cafe {

namespace {

constexpr std::array held{SIGINT, SIGTERM, SIGHUP};

}  // namespace

Uninterrupted::Uninterrupted() {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : held) ::sigaddset(&signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

Uninterrupted::~Uninterrupted() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

int Uninterrupted::waiting() {
    sigset_t pending;
    ::sigemptyset(&pending);
    ::sigpending(&pending);
    for (const int signal : held)
        if (::sigismember(&pending, signal) == 1) return signal;
    return 0;
}

}  // namespace cafe
