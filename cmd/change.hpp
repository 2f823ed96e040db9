// The last step of every changing command: check what would be written, show it or write it, say it in one line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "command.hpp"
#include "render/json.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// --dry-run, --json and --commit, for the declaration of a changing command.
std::vector<Option> change_options();

/// What a changing command is about to do.
struct Change {
    store::Changes files;        ///< by path; those that stay the same are left out when it is reported
    std::string id;              ///< of the record that it is about, for --json; may be empty
    Words said;                  ///< one line, said once it is done: "ccas-fumel : themes + mobilite"
    Words unchanged;             ///< said instead when no file differs; empty: "rien à changer" / "nothing to change"
    Findings warnings{};         ///< that the change brings about, said after it
    bool cancelled = false;      ///< the person said no: nothing is written
    std::vector<Words> notes{};  ///< said afterwards, also with --json: what the change leaves for people to do
    bool remembered = true;      ///< `cafe undo` can take it back
    std::vector<std::pair<std::string, render::Json>> details{};  ///< more members of the JSON document
};

/// Writes a change, or shows it under --dry-run (a unified diff on stdout, or in words the fields of a record whose
/// address is confidential) and writes nothing. With --json stdout is a cafe/change/1 document and nothing else, the
/// sentence goes unsaid. `book` is the notebook before the change. Exit code 0. An Error when it cannot be written:
/// everything is as it was.
Result<int> finish_change(World& world, const Arguments& arguments, const store::Book& book, Change change);

/// Opens the notebook, makes a change of it and finishes it. When another command wrote a file between the reading and
/// the writing, all of it is done again: as if the two had been run one after the other. Somebody who writes all the
/// time does not hold us for ever: then it is the Error of kind conflict.
Result<int> change_notebook(World& world, const Arguments& arguments,
                            const std::function<Result<Change>(const store::Book&)>& make);

/// That a change of many records passes by those that could not be read. Nothing when there are none.
std::vector<Words> left_out_of_change(std::size_t unreadable);
/// Says so on stderr.
void say_left_out(World& world, std::size_t unreadable);

/// Refuses what `cafe check` would refuse: the first error that stands in one of the new texts and not in the old one
/// is an Error of kind usage with the words of `check`. A text that cannot be read is one. Warnings pass, but unknown
/// fields under Keys::known. References are looked for in the book, and among the new files.
enum class Keys { any, known };
/// The warnings of `cafe check` that stand in one of the new texts and not in the old one, file by file.
Findings caused_warnings(const store::Book& book, const store::Changes& changes);
Result<Done> check_change(const store::Book& book, const store::Changes& changes, Keys keys = Keys::any);

}  // namespace cafe::cmd
