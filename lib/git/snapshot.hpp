// A notebook as git keeps it: what is about to be committed, or what was committed last. Nothing is written anywhere.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/process.hpp"
#include "git/git.hpp"

namespace cafe::git {

enum class Version {
    staged,  ///< the index: what `git commit` would record
    last,    ///< HEAD; a repository without any commit has no file there
};

/// The YAML files beneath the folder `root` (absolute, inside the work tree) in that version, as a disk on which every
/// write is refused. Bytes are git's own: no line ending is changed. Other files, and those of submodules, are not
/// there; a file that a merge has not settled is there as our side has it, as git marks nothing in it.
/// An Error of kind environment when git cannot be run or refuses.
Result<std::unique_ptr<Disk>> snapshot(Process& process, const Repository& repository, const std::string& root,
                                       Version version);

/// The files beneath `root` that the next commit would add or change, by their path inside it, in byte order.
Result<std::vector<std::string>> staged_files(Process& process, const Repository& repository, const std::string& root);

/// The folder where this repository's hooks lie, absolute; `core.hooksPath` may have moved it.
Result<std::string> hooks_folder(Process& process, const Repository& repository);

}  // namespace cafe::git
