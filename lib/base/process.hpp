// Other programs as an argument. Argument vectors only, never a shell.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace cafe {

struct Finished {
    int code = 0;  ///< exit code; 128 + the signal when one ended it
    std::string out;
    std::string err;
};

class Process {
public:
    virtual ~Process() = default;
    /// Runs a program found in PATH to its end, in `folder` (empty: the current one), with `input` on its standard
    /// input. An error when it cannot be started; a program that fails is a Finished with its code.
    virtual Result<Finished> run(const std::vector<std::string>& arguments, const std::string& folder,
                                 const std::string& input) = 0;
    /// Runs a program that a person works with, an editor: it has our own standard input, output and error. Its exit
    /// code as in Finished. An error when it cannot be started.
    virtual Result<int> attend(const std::vector<std::string>& arguments, const std::string& folder) = 0;
};

/// The programs of this machine. From the first call a reader that goes away (SIGPIPE) is an error, not our end; the
/// programs themselves start with the usual signals.
std::unique_ptr<Process> real_process();

/// What tells this program from another build of it: size, time and inode of its file. Empty where the system does not
/// say which file that is.
std::string own_identity();

}  // namespace cafe
