// The commands that take somebody out of git's history: for a person to run, cafe rewrites no history.
#pragma once

#include <string>
#include <vector>

namespace cafe::git {

/// What has to go from every commit. Paths from the top of the work tree; texts as they were written.
struct Purge {
    std::vector<std::string> paths;     ///< of the record, under every id it had
    std::vector<std::string> ids;       ///< every id it had
    std::string instead;                ///< of the id
    std::string name_instead;           ///< of the name: « personne effacée »
    std::vector<std::string> names;     ///< several words each
    std::vector<std::string> surnames;  ///< gone where a title stands before them
    std::vector<std::string> mailboxes;
    std::vector<std::string> numbers;  ///< digits as they are dialled at home
    std::string remote;                ///< address of the shared repository; empty: the clone has none
    std::string branch;
};

/// Lines for a shell, comments and all: `git filter-repo` with the list of what it replaces. They run as they stand at
/// the top of the work tree, in bash, dash and zsh. Nothing of what a record says is a command in them.
std::vector<std::string> recipe(const Purge& purge);

}  // namespace cafe::git
