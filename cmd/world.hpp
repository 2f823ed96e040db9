// Everything outside that a command may touch, in one value: real in main, in memory in the stories.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/chance.hpp"
#include "base/console.hpp"
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
    /// Shows what follows page by page; called when `out` is a terminal. Empty: there is no pager.
    std::function<void(Pager)> page{};
    /// Shows on the terminal of `err` how far a long job has come (Console::progress). Empty: nobody looks.
    std::function<void(const std::string&)> progress{};
    /// Bytes that nobody can foretell: for ids that say nothing, and salts.
    std::function<std::string(std::size_t)> draw = random_bytes;
    unsigned threads = 0;   ///< for reading and rendering; 0: as many as may run at once
    std::string program{};  ///< what tells this program from another build of it (own_identity); empty: not known
    int width = 80;         ///< columns of the terminal on `out`; tables are cut to it only when out_is_terminal

    // What the global options say; filled by `run`.
    std::string start = ".";            ///< -C: where the search for the notebook starts
    std::vector<std::string> beside{};  ///< further -C: notebooks that are read together with it
    Lang lang = Lang::fr;
    bool lang_is_chosen = false;  ///< by --lang or the environment: the notebook's language does not decide
    std::optional<Date> today{};  ///< set once it is known
    bool colour = false;
    bool ask = false;  ///< a person sits there: questions may be asked
    bool quiet = false;

    /// What was loaded and goes back to the system as a whole when the process ends: to free the trees of 10,000 fiches
    /// part by part takes longer than some of the checks.
    std::vector<std::shared_ptr<const void>> kept{};

    /// A sentence to people, on stderr, unless --quiet.
    void say(const Words& words) {
        if (!quiet) err << words.in(lang) << '\n';
    }

    /// "lecture : 4210 sur 10000", seen only where it takes long. With a total of 0 the words alone.
    void tell_progress(const Words& what, std::size_t done, std::size_t total) {
        constexpr std::size_t worth_a_look = 32;
        if (!progress || quiet || done % worth_a_look != 0) return;
        static constexpr Phrase<Words, std::size_t, std::size_t> of{"{} : {} sur {}", "{}: {} of {}"};
        progress(total == 0 ? what.in(lang) + "…" : of(what, done, total).in(lang));
    }
};

}  // namespace cafe::cmd
