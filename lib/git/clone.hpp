// What commands ask of a clone: its commits and their texts, its settings, and the setup for merging records.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/process.hpp"
#include "git/git.hpp"

namespace cafe::git {

/// Runs git at the top of the work tree, without hooks, fsmonitor and `ext::`. Whatever its exit code is.
Result<Finished> run(Process& process, const Repository& repository, const std::vector<std::string>& arguments,
                     const std::string& input = "");
/// Its output; a refusal of git is an Error of kind environment with git's words.
Result<std::string> ask(Process& process, const Repository& repository, const std::vector<std::string>& arguments,
                        const std::string& input = "");

/// A path of the notebook as git names it, from the top of the work tree.
std::string path_in_repository(const Repository& repository, const std::string& root, const std::string& path);
/// The other way; nothing for a file outside of the notebook.
std::optional<std::string> path_in_notebook(const Repository& repository, const std::string& root,
                                            const std::string& path);

struct Commit {
    std::string id;
    std::string date;    ///< 2026-11-06
    std::string author;  ///< a name
    std::string path;    ///< of the file in this commit, from the top
    std::string parent;  ///< the first one; empty for a first commit
    std::string before;  ///< of the file in the parent, where it was renamed; else as `path`
};

/// The commits that changed a file, the newest first, over its renames.
Result<std::vector<Commit>> commits_of(Process& process, const Repository& repository, const std::string& path);

/// Texts by "COMMIT:PATH" or object id, in one go. What is not there is nothing.
Result<std::vector<std::optional<std::string>>> texts_of(Process& process, const Repository& repository,
                                                         const std::vector<std::string>& objects);

/// A file that differs between two commits; nothing on one side when it is not there.
struct Changed {
    std::optional<std::string> before;  ///< its path
    std::optional<std::string> after;
    bool operator==(const Changed&) const = default;
};
/// Which files differ between two commits; without `to` between a commit and the work tree.
Result<std::vector<Changed>> changed_files(Process& process, const Repository& repository, const std::string& from,
                                           const std::optional<std::string>& to);

/// A commit of the main line and what it changed there: a merge stands for all that it brought.
struct Step {
    std::string id;
    std::string moment;  ///< of the commit, with its own zone: 2026-11-06T10:00:00+01:00 (RFC 3339)
    std::string parent;  ///< the first one; empty for a first commit
    std::vector<Changed> files;
    bool operator==(const Step&) const = default;
};
/// The last `most` commits that changed files beneath a folder, given from the top; the newest first, renames followed.
Result<std::vector<Step>> main_line(Process& process, const Repository& repository, const std::string& folder,
                                    std::size_t most);
/// Whether this clone has the last commits alone, as `git clone --depth` makes it.
Result<bool> is_shallow(Process& process, const Repository& repository);

/// The id of a commit as people name it ("HEAD~2", a branch). Nothing when git knows none.
Result<std::optional<std::string>> commit_id(Process& process, const Repository& repository, const std::string& name);

/// Settings of the clone itself that would run a program of somebody else's choice: filters, `ext::`, ssh commands,
/// upload-pack, merge drivers, external diffs. By name; ours are not among them.
Result<std::vector<std::string>> foreign_settings(Process& process, const Repository& repository);

/// What a line of .gitattributes says for the records.
inline constexpr std::string_view attributes_line = "*.yaml text eol=lf merge=cafe diff=cafe";
/// And for what imports remember: lines that belong together whoever wrote them.
inline constexpr std::string_view memory_attributes =
    "*.seen text eol=lf merge=union\n*.conflicts text eol=lf merge=union";
/// Whether .gitattributes of the notebook, or of the top of the work tree, asks for merging by fields.
bool asks_for_merge(Disk& disk, const Repository& repository, const std::string& root);
/// Tells a clone how records are merged and compared.
Result<Done> set_up(Process& process, const Repository& repository);
/// Whether it has been told.
Result<bool> is_set_up(Process& process, const Repository& repository);

}  // namespace cafe::git
