// A stretch of work that a signal does not cut in two.
#pragma once

#include <csignal>

namespace cafe {

/// While it lives, SIGINT, SIGTERM and SIGHUP wait; what came meanwhile happens when it goes. For the moments between a
/// temporary file and its rename, and for waiting on a program that gets the same Ctrl-C from the terminal. One inside
/// another adds nothing. Speaks for the thread that makes it: files are written by one thread.
class Uninterrupted {
public:
    Uninterrupted();
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;
    ~Uninterrupted();

    /// A signal that came since and waits; 0 when there is none.
    [[nodiscard]] static int waiting();

private:
    sigset_t before_{};
};

}  // namespace cafe
