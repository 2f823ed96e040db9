// The last step of every changing command: check what would be written, show it or write it, say it in one line.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "command.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// --dry-run, --json and --commit, for the declaration of a changing command.
std::vector<Option> change_options();

/// What a changing command is about to do.
struct Change {
    store::Changes files;    ///< by path; those that stay the same are left out when it is reported
    std::string id;          ///< of the record that it is about, for --json; may be empty
    Words said;              ///< one line, said once it is done: "ccas-fumel : themes + mobilite"
    Words unchanged;         ///< said instead when no file differs; empty: "rien à changer" / "nothing to change"
    bool remembered = true;  ///< `cafe undo` can take it back
};

/// Writes a change, or shows it under --dry-run (a unified diff on stdout) and writes nothing. With --json stdout is a
/// cafe/change/1 document and nothing else, the sentence goes unsaid. Exit code 0. An Error when it cannot be written:
/// everything is as it was.
Result<int> finish_change(World& world, const Arguments& arguments, const std::string& root, Change change);

/// Says on stderr that a change of many records passes by those that could not be read. Nothing when there are none.
void say_left_out(World& world, std::size_t unreadable);

/// Refuses what `cafe check` would refuse: the first error that stands in one of the new texts and not in the old one
/// is an Error of kind usage with the words of `check`. A text that cannot be read is one. Warnings pass, but unknown
/// fields under Keys::known. References are looked for in the book, and among the new files.
enum class Keys { any, known };
Result<Done> check_change(const store::Book& book, const store::Changes& changes, Keys keys = Keys::any);

}  // namespace cafe::cmd
