// Everything outside that a command may touch, in one value: real in main, in memory in the stories.
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "base/process.hpp"
#include "base/words.hpp"

namespace cafe::cmd {

enum class Colour { automatic, always, never };

struct World {
    Disk& disk;
    Process& process;
    std::ostream& out;
    std::ostream& err;
    std::istream& in;
    /// A variable of the environment; nothing when it is unset.
    std::function<std::optional<std::string>(const std::string&)> variable;
    /// The day it is in a time zone ("Europe/Paris"). Asked only when neither --today nor CAFE_TODAY says it.
    std::function<Date(const std::string&)> clock;

    bool out_is_terminal = false;
    bool err_is_terminal = false;
    bool in_is_terminal = false;
    unsigned threads = 0;  ///< for reading; 0: as many as the machine has
    int width = 80;        ///< columns of the terminal on `out`; tables are cut to it only when out_is_terminal

    // What the global options say; filled by `run`.
    std::string start = ".";  ///< -C: where the search for the notebook starts
    Lang lang = Lang::fr;
    bool lang_is_chosen = false;  ///< by --lang or the environment: the notebook's language does not decide
    std::optional<Date> today{};  ///< set once it is known
    bool colour = false;
    bool ask = false;  ///< a person sits there: questions may be asked
    bool quiet = false;

    /// A sentence to people, on stderr, unless --quiet.
    void say(const Words& words) {
        if (!quiet) err << words.in(lang) << '\n';
    }
};

}  // namespace cafe::cmd
