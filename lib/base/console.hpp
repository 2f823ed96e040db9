// The console of this machine: what is printed, the pager, the line of progress, and how a signal ends all that.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "base/command_line.hpp"

namespace cafe {

/// A program that shows long output page by page.
struct Pager {
    CommandLine command;
    std::string otherwise;  ///< said on stderr when it cannot be started; the output is then printed as it is
};

/// Made once, before any thread. From then on:
///
/// - SIGINT ends the program with exit code 130, SIGTERM and SIGHUP as they would have without us. The line of progress
///   is removed, a pager is waited for, nothing that is half a line is printed. `Uninterrupted` puts it off. A signal
///   that was ignored when we started stays ignored.
/// - SIGPIPE and SIGXFSZ are ignored: errors of write, handled where they happen.
/// - What is said on `err` comes after what was printed on `out` before it; while a pager shows, when it has ended.
class Console {
public:
    virtual ~Console() = default;

    virtual std::ostream& out() = 0;
    virtual std::ostream& err() = 0;
    [[nodiscard]] virtual bool out_is_terminal() const = 0;
    [[nodiscard]] virtual bool err_is_terminal() const = 0;
    [[nodiscard]] virtual bool in_is_terminal() const = 0;
    /// Columns of the terminal on `out`; 80 when that is not known.
    [[nodiscard]] virtual int width() const = 0;

    /// The pager starts with the first byte that reaches `out`, so that nothing starts it where nothing is printed. To
    /// be called only when `out` is a terminal.
    virtual void page_with(Pager pager) = 0;

    /// Shows one line on the terminal of `err`, in the place of the one before, until anything else is printed. Half a
    /// second after the start at the earliest, ten times a second at most; otherwise, and where there is no terminal
    /// that can do it, nothing happens.
    virtual void progress(const std::string& line) = 0;

    /// Prints what is left and waits for the pager. 0, or the error of <cerrno> for which a part could not be printed;
    /// a reader that went away is EPIPE.
    virtual int finish() = 0;
};

/// `TERM` decides whether a line can be rewritten ("dumb" or unset: not).
std::unique_ptr<Console> real_console();

}  // namespace cafe
