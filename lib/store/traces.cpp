#include "store/traces.hpp"

#include <algorithm>

#include "store/layout.hpp"

namespace cafe::store {

namespace {

constexpr std::size_t largest_trace = std::size_t{1} << 28U;
constexpr int deepest = 12;
constexpr std::size_t most_files = 20'000;

bool is_in(const std::string& path, std::string_view folder) {
    return path.find("/" + std::string(folder) + "/") != std::string::npos;
}

Result<Done> clear(Disk& disk, const std::string& folder, int depth, const Speaks& speaks, Cleared& cleared) {
    const auto entries = disk.list(folder);
    if (!entries) return entries.error();
    for (const FolderEntry& entry : *entries) {
        const std::string path = path::join(folder, entry.name);
        if (entry.kind == FileKind::folder) {
            if (depth == deepest) continue;
            if (auto below = clear(disk, path, depth + 1, speaks, cleared); !below) return below;
            continue;
        }
        if (entry.name == "lock" && depth == 0) continue;
        const bool made_again = depth == 0 && (entry.name == "last-change" || entry.name.starts_with("published-"));
        if (!made_again && entry.kind == FileKind::file) {
            const auto text = disk.read(path, largest_trace);
            if (text && !speaks(*text)) continue;
        }
        if (auto gone = disk.remove(path); !gone) return gone;
        ++(is_in(path, "memory") ? cleared.changes : is_in(path, "drafts") ? cleared.drafts : cleared.others);
    }
    return Done{};
}

Result<Done> clear_all(Disk& disk, const std::string& folder, int depth) {
    const auto entries = disk.list(folder);
    if (!entries) return entries.error();
    for (const FolderEntry& entry : *entries) {
        const std::string path = path::join(folder, entry.name);
        if (entry.kind == FileKind::folder && depth < deepest) {
            if (auto below = clear_all(disk, path, depth + 1); !below) return below;
            if (auto gone = disk.remove_empty_folder(path); !gone) return gone;
            continue;
        }
        if (entry.kind == FileKind::folder) continue;
        if (auto gone = disk.remove(path); !gone) return gone;
    }
    return Done{};
}

// Records of a table: a line end between quotes ends none.
std::vector<std::string_view> rows_of(std::string_view text) {
    std::vector<std::string_view> rows;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') quoted = !quoted;
        if (text[at] != '\n' || quoted) continue;
        rows.push_back(text.substr(begin, at + 1 - begin));
        begin = at + 1;
    }
    if (begin < text.size()) rows.push_back(text.substr(begin));
    return rows;
}

bool is_memory(const std::string& path) {
    return path.starts_with("imports/") && path.ends_with(".seen");
}

Result<Done> gather(Disk& disk, const std::string& root, const std::string& folder, int depth,
                    std::vector<std::string>& found) {
    const auto entries = disk.list(path::join(root, folder));
    if (!entries) return entries.error();
    const bool published = std::any_of(entries->begin(), entries->end(),
                                       [](const FolderEntry& entry) { return entry.name == manifest_file; });
    if (published) {
        found.push_back(path::join(folder, manifest_file));
        return Done{};
    }
    for (const FolderEntry& entry : *entries) {
        if (found.size() >= most_files) return Done{};
        const std::string path = path::join(folder, entry.name);
        if (entry.kind == FileKind::folder) {
            // The schemas of editors are written by `init` and speak of examples alone.
            if (entry.name == ".git" || entry.name == ".vscode" || depth == deepest) continue;
            if (auto below = gather(disk, root, path, depth + 1, found); !below) return below;
        } else if (entry.kind == FileKind::file && !ref_at(path)) {
            found.push_back(path);
        }
    }
    return Done{};
}

}  // namespace

bool is_rejects(std::string_view text) {
    const std::string_view head = text.substr(0, std::min(text.find('\n'), text.size()));
    return head.find("cafe:ligne") != std::string_view::npos && head.find("cafe:motif") != std::string_view::npos;
}

Result<Cleared> clear_traces(Disk& disk, const std::string& state, const Speaks& speaks) {
    Cleared cleared;
    if (auto done = clear(disk, state, 0, speaks, cleared); !done) return done.error();
    return cleared;
}

Result<Done> clear_folder(Disk& disk, const std::string& folder) {
    return clear_all(disk, folder, 0);
}

Result<std::vector<std::string>> other_files(Disk& disk, const std::string& root) {
    std::vector<std::string> found;
    if (auto done = gather(disk, root, "", 0, found); !done) return done.error();
    std::sort(found.begin(), found.end());
    return found;
}

Result<Changes> rows_without(Disk& disk, const std::string& root, const Speaks& speaks) {
    Changes changes;
    const auto files = other_files(disk, root);
    if (!files) return files.error();
    for (const std::string& file : *files) {
        const bool table = is_memory(file) || file.ends_with(".csv") || file.ends_with(".tsv");
        if (!table || !path::is_beneath(file)) continue;
        const auto text = disk.read(path::join(root, file), largest_trace);
        if (!text || (!is_memory(file) && !is_rejects(*text))) continue;
        std::string left;
        for (const std::string_view row : rows_of(*text))
            if (!speaks(row)) left += row;
        if (left != *text) changes.push_back({file, *text, std::move(left)});
    }
    return changes;
}

}  // namespace cafe::store
