// Generated files: a folder whose pages are given one at a time, written where they differ, and cleared of those that
// are no longer made. What somebody else put into the folder is never touched.
//
// The manifest (`.cafe-manifest`) tells our files from others. It names a new file before that is written and forgets a
// file after that is gone, so that an interrupted run is simply run again.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"

namespace cafe::store {

struct OutputReport {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
    std::size_t edited = 0;  ///< of the written and removed ones, those that somebody had changed since we wrote them
    bool operator==(const OutputReport&) const = default;
};

/// Use: `open`, `put` for each file, `finish`. Files are whole at any moment, old or new; they are not synced one by
/// one, a lost one is made again. After an Error nothing needs to be undone: the next run completes the folder.
class OutputFolder {
public:
    /// `files` are the paths that will be put, inside the folder. Refused before anything is written: paths that lead
    /// out of the folder, into git or through a link, paths named twice, a file that stands already and is not ours, a
    /// folder that is a notebook, a damaged manifest. Makes the folder when it is not there.
    static Result<OutputFolder> open(Disk& disk, const std::string& folder, const std::vector<std::string>& files);

    /// Writes a file of the list when it is not there or differs, by rename. Each at most once.
    Result<Done> put(const std::string& path, std::string_view bytes);

    /// Removes the files of earlier runs that were not put this time, and folders that became empty by that; then the
    /// manifest. Call it once, when all files are put.
    Result<OutputReport> finish();

private:
    OutputFolder(Disk& disk, std::string folder) : disk_(&disk), folder_(std::move(folder)) {}

    [[nodiscard]] std::string at(std::string_view path) const { return path::join(folder_, path); }
    Result<Done> read_manifest();
    Result<Done> announce(const std::vector<std::string>& files);
    Result<Done> check(const std::string& path);
    Result<Done> check_ours(const std::string& path);
    Result<Done> write_manifest(const std::map<std::string, std::string>& entries);
    Result<Done> make_folder(const std::string& folder);
    Result<Done> replace(const std::string& path, std::string_view bytes, Existing existing);
    Result<Done> clear(std::string_view temporary);
    Result<Done> remove_stale(const std::string& path);
    Result<Done> remove_empty_folders();

    Disk* disk_;
    std::string folder_;
    std::string manifest_;                          // as it stands on the disk
    std::map<std::string, std::string> ours_;       // what it says: path → fingerprint of what we wrote
    std::map<std::string, std::string> generated_;  // this time
    std::set<std::string> planned_;
    std::set<std::string> clear_ways_;  // folders that were looked at
    std::set<std::string> standing_;    // folders that stand
    std::set<std::string> emptied_;     // folders that lost a file
    OutputReport report_;
};

}  // namespace cafe::store
