// Why the system refused, in plain words: one maker of error messages for every disk and every program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/words.hpp"

namespace cafe {

/// What failed: a path (or a program), then the reason.
using Failed = Phrase<std::string, Words>;

inline constexpr Failed cannot_read{"impossible de lire {} : {}", "cannot read {}: {}"};
inline constexpr Failed cannot_write{"impossible d'écrire {} : {}", "cannot write {}: {}"};
inline constexpr Failed cannot_make_folder{"impossible de créer le dossier {} : {}", "cannot make the folder {}: {}"};
inline constexpr Failed cannot_remove{"impossible de supprimer {} : {}", "cannot remove {}: {}"};
inline constexpr Failed cannot_lock{"impossible de verrouiller {} : {}", "cannot lock {}: {}"};
inline constexpr Failed cannot_run{"impossible de lancer {} : {}", "cannot run {}: {}"};

/// The reason behind a number of <cerrno>. Numbers that nobody needs to know by heart are given as they are.
Words reason(int code);
/// What a person can do about it; empty where nothing is known to help.
Words remedy_for(int code);

/// A name of a file in one line: control characters and line ends are shown, so that none forges a line of a report.
std::string printable_path(std::string_view path);

/// An Error of kind environment. Control characters in the path are shown, not obeyed.
Error disk_error(const Failed& failed, const std::string& path, int code);
Error not_a_file(const std::string& path);
Error too_large(const std::string& path, std::size_t limit);
/// Another process holds the lock.
Error lock_is_held(const std::string& path);

}  // namespace cafe
