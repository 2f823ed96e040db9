#include "store/memory.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "store/journal.hpp"

namespace cafe::store {

namespace {

constexpr std::string_view title = "cafe-change 2";
constexpr std::size_t largest = std::size_t{1} << 28U;
constexpr unsigned private_mode = 0600;

std::string folder_of(const Folders& folders) {
    return path::join(folders.state, "memory");
}

std::string write(const Date& day, const Changes& changes) {
    Journal journal;
    for (const FileChange& change : changes)
        journal.steps.push_back({change.path, change.path, std::nullopt, change.before, change.after});
    return fmt::format("{}\n{}\n{}", title, day.iso(), write_journal(journal));
}

std::optional<Remembered> read(const std::string& id, std::string_view text) {
    constexpr std::size_t lines = 2;
    std::vector<std::string> head;
    for (std::size_t i = 0; i < lines; ++i) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        head.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    const auto day = Date::parse(head[1]);
    const auto journal = read_journal(text);
    if (head[0] != title || !day || !journal) return std::nullopt;
    Remembered change{id, *day, {}};
    for (const Step& step : journal->steps) change.changes.push_back({step.path, step.before, step.after});
    return change;
}

bool is_number(const std::string& name) {
    constexpr std::size_t digits = 6;
    return name.size() == digits && text::is_digits(name);
}

Result<std::vector<std::string>> names_in(Disk& disk, const Folders& folders) {
    const auto entries = disk.list(folder_of(folders));
    if (!entries) return entries.error();
    std::vector<std::string> names;
    for (const FolderEntry& entry : *entries)
        if (is_number(entry.name) && entry.kind == FileKind::file) names.push_back(entry.name);
    std::sort(names.rbegin(), names.rend());
    return names;
}

}  // namespace

Result<Done> remember(Disk& disk, const Folders& folders, const Date& day, const Changes& changes) {
    if (changes.empty()) return Done{};
    if (auto made = disk.make_folder(folder_of(folders)); !made) return made;
    const auto names = names_in(disk, folders);
    if (!names) return names.error();
    const long long last = names->empty() ? 0 : text::to_integer(text::trim(names->front())).value_or(0);
    const std::string id = fmt::format("{:06}", last + 1);
    if (auto made = disk.create_unsynced(path::join(folder_of(folders), id), write(day, changes), private_mode); !made)
        return made;
    for (std::size_t i = 0; i < names->size(); ++i) {
        const std::string& name = (*names)[i];
        bool old = i + 1 >= most_remembered;
        if (!old) {
            const auto text = disk.read(path::join(folder_of(folders), name), largest);
            const auto change = text ? read(name, *text) : std::nullopt;
            old = !change || day.days_since_1970() - change->day.days_since_1970() > remembered_days;
        }
        if (!old) continue;
        if (auto gone = disk.remove(path::join(folder_of(folders), name)); !gone) return gone;
    }
    return Done{};
}

Result<std::vector<Remembered>> remembered(Disk& disk, const Folders& folders) {
    const auto names = names_in(disk, folders);
    if (!names) return names.error();
    std::vector<Remembered> changes;
    for (const std::string& name : *names) {
        const auto text = disk.read(path::join(folder_of(folders), name), largest);
        if (!text) continue;
        if (auto change = read(name, *text)) changes.push_back(std::move(*change));
    }
    return changes;
}

Result<Done> forget_change(Disk& disk, const Folders& folders, const std::string& id) {
    if (!is_number(id)) return Done{};
    return disk.remove(path::join(folder_of(folders), id));
}

Result<Done> forget_changes_of(Disk& disk, const Folders& folders, const std::string& path) {
    const auto changes = remembered(disk, folders);
    if (!changes) return changes.error();
    for (const Remembered& change : *changes) {
        const bool touches = std::any_of(change.changes.begin(), change.changes.end(),
                                         [&](const FileChange& file) { return file.path == path; });
        if (!touches) continue;
        if (auto gone = forget_change(disk, folders, change.id); !gone) return gone;
    }
    return Done{};
}

}  // namespace cafe::store
