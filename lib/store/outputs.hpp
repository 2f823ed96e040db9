// Generated files: a folder whose pages are given one at a time, written where they differ, and cleared of those that
// are no longer made. What somebody else put into the folder is never touched.
//
// The manifest (`.cafe-manifest`) tells our files from others. It names a new file before that is written and forgets a
// file after that is gone, so that an interrupted run is simply run again.
//
// A memory of the last run lies elsewhere, because it says when files were written, and a publication is the same bytes
// whoever made it. It saves work and decides nothing: a file is left alone only when it stands exactly as it was left
// (size, time, inode) and would be made from the same again. Without a memory, with another's or a damaged one, every
// file is made and compared.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"
#include "base/interrupt.hpp"

namespace cafe::store {

struct OutputReport {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
    std::size_t edited = 0;  ///< of the written and removed ones, those that somebody had changed since we wrote them
    bool operator==(const OutputReport&) const = default;
};

/// Where the last run into a folder is remembered, and by which program: what another made from the same may differ.
/// With an empty path or maker nothing is remembered.
struct OutputMemory {
    std::string path;
    std::string maker;
};

/// Use: `open`, `put` for each file, `finish`. Files are whole at any moment, old or new; they are not synced one by
/// one, a lost one is made again. After an Error nothing needs to be undone: the next run completes the folder.
///
/// A new file comes to its place by rename. The files of a folder that did not stand are gathered in one beside it and
/// come out together, at the end: that is one rename for all of them, a third of what writing them costs.
class OutputFolder {
public:
    /// `files` are the paths that will be put, inside the folder. Refused before anything is written: paths that lead
    /// out of the folder, into git or through a link, paths named twice, a file that stands already and is not ours, a
    /// folder that is a notebook, a damaged manifest. Makes the folder when it is not there.
    /// `edition`, one word, is what the folder holds: a folder of another one is refused too. Empty: any.
    static Result<OutputFolder> open(Disk& disk, const std::string& folder, const std::vector<std::string>& files,
                                     OutputMemory memory = {}, std::string edition = "");

    /// Whether `put` with this key is going to ask for the bytes, unless somebody touched the file. Looks at no file;
    /// may be asked by several threads while another puts.
    [[nodiscard]] bool wants(std::string_view path, std::string_view key) const;

    /// Writes a file of the list when it is not there or differs, by rename. Each at most once. `key` stands for all
    /// that the bytes are made from: `make` is not called for a file that is remembered with this key and stands as it
    /// was left. An empty key stands for nothing.
    Result<Done> put(const std::string& path, const std::string& key, const std::function<std::string()>& make);
    Result<Done> put(const std::string& path, const std::string& bytes) {
        return put(path, "", [&] { return bytes; });
    }

    /// Removes the files of earlier runs that were not put this time, and folders that became empty by that; then the
    /// manifest. Call it once, when all files are put.
    Result<OutputReport> finish();

private:
    /// A file as it was left: what it was made from, and how to see that nobody touched it since.
    struct Left {
        std::string key;
        std::uint64_t size = 0;
        std::int64_t modified = 0;
        std::uint64_t inode = 0;
    };
    using Leftovers = std::map<std::string, Left, std::less<>>;

    OutputFolder(Disk& disk, std::string folder, OutputMemory memory, std::string edition)
        : disk_(&disk), folder_(std::move(folder)), memory_(std::move(memory)), edition_(std::move(edition)) {}

    [[nodiscard]] std::string at(std::string_view path) const { return path::join(folder_, path); }
    [[nodiscard]] bool remembers() const { return !memory_.path.empty() && !memory_.maker.empty(); }
    Result<Done> read_manifest();
    void recall();
    void remember();
    Result<Done> announce(const std::vector<std::string>& files);
    Result<Done> check(const std::string& path);
    Result<Done> check_ours(const std::string& path);
    Result<const FolderEntry*> standing(std::string_view path);
    Result<Done> write_manifest(const std::map<std::string, std::string>& entries);
    Result<Done> make_folder(const std::string& folder);
    Result<Done> write(const std::string& path, const std::string& key, std::string_view bytes,
                       const std::string& print, Existing existing);
    Result<Done> replace(const std::string& path, std::string_view bytes, Existing existing);
    Result<Done> create(const std::string& path, std::string_view bytes);
    Result<Done> gather(const std::string& folder);
    Result<bool> clear_gathered(const std::string& folder);
    Result<Done> bring_out();
    void leave(const std::string& path, const std::string& key, const FileInfo& info);
    Result<Done> clear(std::string_view temporary);
    Result<Done> remove_stale(const std::string& path);
    Result<Done> remove_empty_folders();

    Disk* disk_;
    std::string folder_;
    OutputMemory memory_;
    std::string edition_;
    std::string remembered_;                                              // the memory as it stands on the disk
    Leftovers last_;                                                      // of the last run
    Leftovers left_;                                                      // of this one
    std::map<std::string, std::vector<FolderEntry>, std::less<>> names_;  // of each folder before anything is written
    std::string manifest_;                                                // as it stands on the disk
    std::map<std::string, std::string> ours_;       // what it says: path → fingerprint of what we wrote
    std::map<std::string, std::string> generated_;  // this time
    std::set<std::string> planned_;
    std::set<std::string> clear_ways_;  // folders that were looked at
    std::set<std::string> standing_;    // folders that stand
    std::set<std::string> emptied_;     // folders that lost a file
    /// New folders of the first level, whose files come out together; whether there is one yet.
    std::map<std::string, bool, std::less<>> gathering_;
    std::unique_ptr<Uninterrupted> held_back_;  // Ctrl-C, from the first gathered file until they come out
    OutputReport report_;
};

}  // namespace cafe::store
