// Where the journal lies: one file a year in the user's own folder, read and written by nobody else, in no repository.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/result.hpp"
#include "orient/journal.hpp"

namespace cafe::orient {

/// The journals of all years: the year of `asked` says which file an orientation is in.
using Years = std::map<int, Journal>;

/// The folder of a notebook's journal beneath the user's folder for state, wherever that is; nothing is made.
Result<std::string> journal_place(Disk& disk, const std::string& user_states, const std::string& root);

/// The same where it may be used. An Error of kind environment where the user has no such folder, where it lies beneath
/// the notebook, or in any repository: git keeps everything, in every clone.
Result<std::string> journal_folder(Disk& disk, const std::string& user_states, const std::string& root);

/// Whether a folder may hold what names an orientation: an Error where it lies beneath the notebook or in a repository.
Result<Done> may_hold_references(Disk& disk, const std::string& folder, const std::string& root);

/// "orientations-2026.yaml".
std::string journal_file(int year);
bool is_journal_file(const std::string& name);
/// The names of journals in a folder, in order.
Result<std::vector<std::string>> journal_files(Disk& disk, const std::string& folder);

/// Reads all of them. An Error where one of them is no journal.
Result<Years> read_years(Disk& disk, const std::string& folder);

/// Reads them, lets `make` change them, and writes those that differ, each whole and with mode 0600, while no other
/// command does. A journal that others may read is written anew for that alone. When `make` refuses, nothing is
/// written.
Result<Done> change_years(Disk& disk, const std::string& folder, const std::function<Result<Done>(Years&)>& make);

/// The orientation with this reference, or null.
Orientation* find(Years& years, const std::string& reference);

/// All of them, the last one asked first.
std::vector<Orientation> all_of(const Years& years);

}  // namespace cafe::orient
