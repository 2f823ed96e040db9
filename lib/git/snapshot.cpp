#include "git/snapshot.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>

#include "base/disk_error.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::git {

namespace {

// As large as the largest file that any reader asks for; what is larger is known by its size alone.
constexpr std::size_t largest = 4 * 1024 * 1024;

constexpr std::string_view record_ending = ".yaml";
constexpr std::string_view link_mode = "120000";

struct Blob {
    FileKind kind = FileKind::file;
    std::uint64_t size = 0;
    std::string bytes;
};

using Blobs = std::map<std::string, Blob, std::less<>>;  // by absolute path

Error refused(const std::string& said) {
    constexpr Phrase<std::string> no{"git a refusé : {}", "git refused: {}"};
    return Error{ErrorKind::environment, no(utf8::printable(std::string(text::trim(said)))), {}};
}

// Git reads nothing in a clone that belongs to somebody else, and some of its commands then only print their usage: it
// is asked first. Its advice names `safe.directory` in every language.
Result<Done> may_read(Process& process, const Repository& repository) {
    constexpr Phrase<std::string> of_another{"ce dépôt appartient à quelqu'un d'autre, git refuse de le lire : {}",
                                             "this repository belongs to somebody else, git refuses to read it: {}"};
    constexpr Phrase<std::string> trust_it{
        "s'il vient de quelqu'un de sûr : git config --global --add safe.directory '{}'",
        "if it comes from somebody you trust: git config --global --add safe.directory '{}'"};
    const auto finished = process.run(command({"rev-parse", "--git-dir"}), repository.top, "");
    if (!finished) return finished.error();
    if (finished->code == 0) return Done{};
    if (finished->err.find("safe.directory") == std::string::npos) return refused(finished->err);
    const std::string top = printable_path(repository.top);
    return Error{ErrorKind::environment, of_another(top), trust_it(top)};
}

Result<std::string> ask(Process& process, const Repository& repository, const std::vector<std::string>& arguments,
                        const std::string& input = "") {
    auto finished = process.run(command(arguments), repository.top, input);
    if (!finished) return finished.error();
    if (finished->code != 0) return refused(finished->err);
    return std::move(finished->out);
}

// "" for the whole work tree, else "partenaires/".
std::string below(const Repository& repository, const std::string& root) {
    if (root == repository.top) return "";
    const std::string top = repository.top == "/" ? "/" : repository.top + "/";
    return root.substr(top.size()) + "/";
}

// A pathspec that names the folder and nothing by pattern.
std::string pathspec(const std::string& folder) {
    return folder.empty() ? "." : ":(top,literal)" + folder;
}

struct Entry {
    std::string path;  // from the top of the work tree
    std::string object;
    FileKind kind = FileKind::file;
};

// `ls-files -s -z`: "100644 3b18… 0\tpath"; `ls-tree -r -z`: "100644 blob 3b18…\tpath".
std::vector<Entry> entries_of(std::string_view listing, Version version) {
    std::vector<Entry> entries;
    std::set<std::string, std::less<>> seen;
    for (const std::string_view line : text::split(listing, '\0')) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        const auto words = text::words(line.substr(0, tab));
        if (words.size() != 3) continue;
        const bool link = words[0] == link_mode;
        if (!link && !words[0].starts_with("100")) continue;  // a submodule
        // Stages 1, 2, 3 of a merge are their base, ours and theirs.
        if (version == Version::staged && words[2] != "0" && words[2] != "2") continue;
        Entry entry{std::string(line.substr(tab + 1)), std::string(words[version == Version::staged ? 1 : 2]),
                    link ? FileKind::link : FileKind::file};
        if (!entry.path.ends_with(record_ending) || !seen.insert(entry.path).second) continue;
        entries.push_back(std::move(entry));
    }
    return entries;
}

// `cat-file --batch-check`: "3b18… blob 12" a line, in the order of the question.
std::vector<std::uint64_t> sizes_of(std::string_view answer) {
    std::vector<std::uint64_t> sizes;
    for (const std::string_view line : text::split(answer, '\n')) {
        if (line.empty()) continue;
        const auto words = text::words(line);
        const auto size = words.size() == 3 ? text::to_integer(words[2]) : std::nullopt;
        sizes.push_back(size && *size >= 0 ? static_cast<std::uint64_t>(*size) : 0);
    }
    return sizes;
}

Result<Done> read_contents(Process& process, const Repository& repository, const std::vector<Entry>& entries,
                           std::vector<Blob>& blobs) {
    std::string objects;
    for (const Entry& entry : entries) objects += entry.object + "\n";
    const auto checked = ask(process, repository, {"cat-file", "--batch-check"}, objects);
    if (!checked) return checked.error();
    const std::vector<std::uint64_t> sizes = sizes_of(*checked);
    if (sizes.size() != entries.size()) return refused(*checked);
    std::string wanted;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        blobs[i].size = sizes[i];
        if (sizes[i] <= largest) wanted += entries[i].object + "\n";
    }
    const auto answer = ask(process, repository, {"cat-file", "--batch"}, wanted);
    if (!answer) return answer.error();
    // Each: a line as above, the bytes, a line feed.
    std::size_t at = 0;
    for (Blob& blob : blobs) {
        if (blob.size > largest) continue;
        const std::size_t line_end = answer->find('\n', at);
        if (line_end == std::string::npos || line_end + 1 + blob.size > answer->size()) return refused(*checked);
        blob.bytes = answer->substr(line_end + 1, blob.size);
        at = line_end + 1 + blob.size + 1;
    }
    return Done{};
}

class SnapshotDisk final : public Disk {
public:
    SnapshotDisk(std::string root, Blobs blobs) : root_(std::move(root)), blobs_(std::move(blobs)) {}

    Result<std::optional<FileInfo>> info(const std::string& path) override {
        const std::string whole = absolute(path);
        FileInfo info;
        if (const auto found = blobs_.find(whole); found != blobs_.end()) {
            info.kind = found->second.kind;
            info.size = found->second.size;
            return std::optional(info);
        }
        if (whole != root_ && !is_folder(whole)) return std::optional<FileInfo>();
        info.kind = FileKind::folder;
        info.mode = 0755;
        return std::optional(info);
    }

    Result<std::string> read(const std::string& path, std::size_t limit) override {
        const auto found = blobs_.find(absolute(path));
        if (found == blobs_.end()) return disk_error(cannot_read, path, ENOENT);
        if (found->second.kind == FileKind::link) return disk_error(cannot_read, path, ELOOP);
        if (found->second.size > std::min(limit, largest)) return too_large(path, std::min(limit, largest));
        return found->second.bytes;
    }

    Result<std::vector<FolderEntry>> list(const std::string& folder) override {
        const std::string within = absolute(folder) + "/";
        std::vector<FolderEntry> entries;
        for (auto at = blobs_.lower_bound(within); at != blobs_.end() && at->first.starts_with(within); ++at) {
            const std::string_view rest = std::string_view(at->first).substr(within.size());
            const std::size_t slash = rest.find('/');
            const std::string name(rest.substr(0, slash));
            if (!entries.empty() && entries.back().name == name) continue;
            entries.push_back({name, slash == std::string_view::npos ? at->second.kind : FileKind::folder});
        }
        const auto by_name = [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; };
        std::stable_sort(entries.begin(), entries.end(), by_name);
        const auto same = [](const FolderEntry& a, const FolderEntry& b) { return a.name == b.name; };
        entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
        return entries;
    }

    Result<std::string> current_folder() override { return root_; }

    Result<Done> make_folder(const std::string& path) override { return disk_error(cannot_make_folder, path, EROFS); }
    Result<Done> create(const std::string& path, std::string_view, std::optional<unsigned>) override {
        return disk_error(cannot_write, path, EROFS);
    }
    Result<Done> create_unsynced(const std::string& path, std::string_view, std::optional<unsigned>) override {
        return disk_error(cannot_write, path, EROFS);
    }
    Result<Done> rename(const std::string&, const std::string& to, Existing) override {
        return disk_error(cannot_write, to, EROFS);
    }
    Result<Done> sync_folder(const std::string&) override { return Done{}; }
    Result<Done> remove(const std::string& path) override { return disk_error(cannot_remove, path, EROFS); }
    Result<Done> remove_empty_folder(const std::string& path) override {
        return disk_error(cannot_remove, path, EROFS);
    }
    Result<std::unique_ptr<Lock>> lock(const std::string& path, int) override {
        return disk_error(cannot_lock, path, EROFS);
    }

private:
    [[nodiscard]] std::string absolute(const std::string& path) const { return path::normal(path::join(root_, path)); }
    [[nodiscard]] bool is_folder(const std::string& whole) const {
        const std::string within = whole == "/" ? whole : whole + "/";
        const auto first = blobs_.lower_bound(within);
        return first != blobs_.end() && first->first.starts_with(within);
    }

    std::string root_;
    Blobs blobs_;
};

Result<std::string> listing_of(Process& process, const Repository& repository, const std::string& folder,
                               Version version) {
    if (version == Version::staged)
        return ask(process, repository, {"ls-files", "-s", "-z", "--full-name", "--", pathspec(folder)});
    const auto head = process.run(command({"rev-parse", "--verify", "--quiet", "HEAD"}), repository.top, "");
    if (!head) return head.error();
    if (head->code != 0) return std::string();  // no commit yet
    // ls-tree takes plain paths, and one that is not there is no error.
    std::vector<std::string> arguments{"ls-tree", "-r", "-z", "--full-tree", "HEAD"};
    if (!folder.empty()) arguments.insert(arguments.end(), {"--", folder});
    return ask(process, repository, arguments);
}

}  // namespace

Result<std::unique_ptr<Disk>> snapshot(Process& process, const Repository& repository, const std::string& root,
                                       Version version) {
    const auto listing = listing_of(process, repository, below(repository, root), version);
    if (!listing) return listing.error();
    const std::vector<Entry> entries = entries_of(*listing, version);
    std::vector<Blob> blobs(entries.size());
    if (!entries.empty())
        if (auto done = read_contents(process, repository, entries, blobs); !done) return done.error();
    Blobs by_path;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        blobs[i].kind = entries[i].kind;
        by_path.emplace(path::join(repository.top, entries[i].path), std::move(blobs[i]));
    }
    return std::unique_ptr<Disk>(std::make_unique<SnapshotDisk>(root, std::move(by_path)));
}

Result<std::vector<std::string>> staged_files(Process& process, const Repository& repository, const std::string& root) {
    if (const auto own = may_read(process, repository); !own) return own.error();
    const std::string folder = below(repository, root);
    const auto listing = ask(process, repository,
                             {"diff", "--cached", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff",
                              "--diff-filter=ACMTU", "--", pathspec(folder)});
    if (!listing) return listing.error();
    std::vector<std::string> files;
    for (const std::string_view file : text::split(*listing, '\0'))
        if (file.size() > folder.size() && file.starts_with(folder)) files.emplace_back(file.substr(folder.size()));
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

Result<std::string> hooks_folder(Process& process, const Repository& repository) {
    // Not `command`, which would answer with the folder it puts in the place of the hooks.
    const auto finished = process.run({"git", "rev-parse", "--git-path", "hooks"}, repository.top, "");
    if (!finished) return finished.error();
    if (finished->code != 0) return refused(finished->err);
    std::string folder = finished->out;
    while (!folder.empty() && (folder.back() == '\n' || folder.back() == '\r')) folder.pop_back();
    return path::normal(path::join(repository.top, folder));
}

}  // namespace cafe::git
