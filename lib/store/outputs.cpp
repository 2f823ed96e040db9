#include "store/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "store/beneath.hpp"
#include "store/layout.hpp"
#include "store/whole_file.hpp"

namespace cafe::store {

namespace {

constexpr std::string_view manifest_name = ".cafe-manifest";
constexpr std::string_view manifest_temporary = ".cafe-manifest.tmp";
constexpr std::string_view title = "cafe-manifest 2";
constexpr std::string_view first_title = "cafe-manifest 1";  // the same lines with another digest
constexpr std::string_view memory_title = "cafe-outputs 1 ";
constexpr std::string_view announced = "----------------";  // named, not written yet
constexpr std::size_t print_size = announced.size();
constexpr std::size_t largest_manifest = std::size_t{64} << 20U;
constexpr std::size_t largest_output = std::size_t{256} << 20U;

using Entries = std::map<std::string, std::string>;

/// Half a digest is enough to notice that somebody edited a file.
std::string print_of(std::string_view bytes) {
    return digest_of(bytes).substr(0, print_size);
}

std::string manifest_text(const Entries& entries, const std::string& edition) {
    std::string text = std::string(title) + (edition.empty() ? "" : " " + edition) + '\n';
    for (const auto& [path, print] : entries) text += fmt::format("{} {}\n", print, path);
    return text;
}

bool is_output_path(std::string_view path) {
    return path::is_beneath(path) && !path::name(path).starts_with(".cafe-");
}

/// "cafe-manifest 2", and behind it the edition where one is said.
bool is_title(std::string_view line) {
    return line == title || (line.starts_with(title) && line.substr(title.size()).starts_with(' '));
}

std::string_view edition_of(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    return is_title(line) && line.size() > title.size() ? line.substr(title.size() + 1) : std::string_view();
}

/// Nothing when it is not what `manifest_text` wrote.
std::optional<Entries> read_entries(std::string_view text) {
    Entries entries;
    if (!text.ends_with('\n')) return std::nullopt;
    const auto lines = text::split(text.substr(0, text.size() - 1), '\n');
    if (lines.empty() || (!is_title(lines.front()) && lines.front() != first_title)) return std::nullopt;
    const bool known = is_title(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (line.size() < print_size + 2 || line[print_size] != ' ') return std::nullopt;
        const std::string_view path = line.substr(print_size + 1);
        if (!is_output_path(path)) return std::nullopt;
        entries[std::string(path)] = known ? line.substr(0, print_size) : announced;
    }
    return entries;
}

/// The folder of the first level that a path leads through; none for a file of the first level.
std::string_view first_folder(std::string_view path) {
    const std::size_t slash = path.find('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// Where a path of a folder of the first level lies while that is gathered.
std::string gathered(std::string_view path) {
    const std::string_view folder = first_folder(path);
    return temporary_for(std::string(folder)) + std::string(path.substr(folder.size()));
}

Error refuse(const Phrase<std::string>& phrase, const std::string& path, Words remedy = {}) {
    return Error{ErrorKind::environment, phrase(utf8::printable(path)), std::move(remedy)};
}

Error not_ours(const std::string& path) {
    constexpr Phrase<std::string> phrase{"{} existe déjà et n'a pas été produit par cafe : rien n'a été écrit",
                                         "{} is already there and was not made by cafe: nothing was written"};
    return refuse(phrase, path,
                  Words{"choisissez un dossier vide, ou déplacez ce fichier, puis relancez la commande",
                        "choose an empty folder, or move this file away, then run the command again"});
}

}  // namespace

// ---- Before anything is written
// ----------------------------------------------------------------------------------------

Result<OutputFolder> OutputFolder::open(Disk& disk, const std::string& folder, const std::vector<std::string>& files,
                                        OutputMemory memory, std::string edition) {
    constexpr Phrase<std::string> notebook{"{} est un carnet : les pages s'y mêleraient aux fiches",
                                           "{} is a notebook: the pages would mix with its records"};
    OutputFolder outputs(disk, path::normal(folder), std::move(memory), std::move(edition));
    const auto settings = disk.info(outputs.at(settings_file));
    if (!settings) return settings.error();
    if (settings->has_value())
        return refuse(notebook, outputs.folder_.empty() ? "." : outputs.folder_,
                      Words{"choisissez un autre dossier", "choose another folder"});
    if (auto read = outputs.read_manifest(); !read) return read.error();
    outputs.recall();
    if (auto fine = outputs.announce(files); !fine) return fine.error();
    return outputs;
}

Result<Done> OutputFolder::read_manifest() {
    constexpr Phrase<std::string> damaged{
        "{} est abîmé : impossible de savoir quels fichiers de ce dossier ont été produits par cafe",
        "{} is damaged: there is no telling which files of this folder were made by cafe"};
    constexpr Phrase<std::string, std::string> other_edition{"{0} contient l'édition « {1} » : rien n'a été écrit",
                                                             "{0} holds the '{1}' edition: nothing was written"};
    const std::string path = at(manifest_name);
    const auto info = disk_->info(path);
    if (!info) return info.error();
    if (!info->has_value()) return Done{};
    auto text = disk_->read(path, largest_manifest);
    if (!text) return text.error();
    auto entries = read_entries(*text);
    if (!entries)
        return refuse(damaged, path,
                      Words{"videz ce dossier ou choisissez-en un autre, puis relancez la commande",
                            "empty this folder or choose another one, then run the command again"});
    const std::string_view stands = edition_of(*text);
    if (!edition_.empty() && !stands.empty() && stands != edition_)
        return Error{ErrorKind::environment, other_edition(utf8::printable(folder_), utf8::printable(stands)),
                     Words{"publier dans un autre dossier : chaque édition a le sien",
                           "publish into another folder: each edition has its own"}};
    manifest_ = std::move(*text);
    ours_ = std::move(*entries);
    return Done{};
}

/// Looks at every path, then names the new ones in the manifest.
Result<Done> OutputFolder::announce(const std::vector<std::string>& files) {
    constexpr Phrase<std::string> twice{"deux pages veulent le même nom de fichier : {}",
                                        "two pages want the same file name: {}"};
    Entries entries = ours_;
    for (const auto& [path, print] : ours_)
        if (auto fine = check(path); !fine) return fine;
    for (const std::string& path : files) {
        if (!planned_.insert(path).second) return refuse(twice, path);
        if (auto fine = check(path); !fine) return fine;
        if (auto fine = check_ours(path); !fine) return fine;
        entries.emplace(path, announced);
    }
    if (auto made = make_folder(folder_); !made) return made;
    if (auto cleared = clear(manifest_temporary); !cleared) return cleared;
    std::set<std::string, std::less<>> folders;
    for (const auto& [path, print] : entries)
        if (const auto folder = first_folder(path); !folder.empty()) folders.emplace(folder);
    for (const std::string& folder : folders)
        if (auto ready = gather(folder); !ready) return ready;
    if (entries == ours_) return Done{};
    ours_ = entries;
    return write_manifest(entries);
}

/// Has a folder that does not stand gathered, and removes what an interrupted run gathered of it.
Result<Done> OutputFolder::gather(const std::string& folder) {
    const auto stands = standing(folder);
    if (!stands) return stands.error();
    const auto old = standing(temporary_for(folder));
    if (!old) return old.error();
    if (*old != nullptr && (*old)->kind != FileKind::folder) {
        if (auto removed = disk_->remove(at(temporary_for(folder))); !removed) return removed;
    } else if (*old != nullptr) {
        const auto gone = clear_gathered(folder);
        if (!gone) return gone.error();
        if (!*gone) return Done{};
    }
    if (*stands == nullptr) gathering_.emplace(folder, false);
    return Done{};
}

/// Only what is ours goes: a folder where somebody put a file of theirs stays, and is not gathered in. Says whether it
/// is gone.
Result<bool> OutputFolder::clear_gathered(const std::string& folder) {
    std::set<std::string> folders{temporary_for(folder)};
    for (const auto& [path, print] : ours_) {
        if (first_folder(path) != folder) continue;
        const std::string file = gathered(path);
        auto removed = check_way(*disk_, folder_, file);
        if (removed) removed = disk_->remove(at(file));
        if (!removed) return removed.error();
        for (std::string up = path::parent(file); !up.empty(); up = path::parent(up)) folders.insert(up);
    }
    for (auto each = folders.rbegin(); each != folders.rend(); ++each)
        if (auto removed = disk_->remove_empty_folder(at(*each)); !removed) return removed.error();
    const auto left = disk_->info(at(temporary_for(folder)));
    if (!left) return left.error();
    return !left->has_value();
}

/// That a path stays in the folder and meets no link on its way. Each folder is looked at once.
Result<Done> OutputFolder::check(const std::string& path) {
    constexpr Phrase<std::string> no_output{"{} ne peut pas être le nom d'un fichier produit",
                                            "{} cannot be the name of a generated file"};
    if (!is_output_path(path)) return refuse(no_output, path);
    if (clear_ways_.contains(path::parent(path))) return Done{};
    if (auto fine = check_way(*disk_, folder_, path); !fine) return fine;
    clear_ways_.insert(path::parent(path));
    return Done{};
}

Result<Done> OutputFolder::check_ours(const std::string& path) {
    const auto entry = standing(path);
    if (!entry) return entry.error();
    if (*entry != nullptr && ((*entry)->kind != FileKind::file || !ours_.contains(path))) return not_ours(at(path));
    return Done{};
}

/// What stood under this path before anything was written, or null. Each folder is listed once: asking for every file
/// was an eighth of a first publication.
Result<const FolderEntry*> OutputFolder::standing(std::string_view path) {
    const std::string parent = path::parent(path);
    auto names = names_.find(parent);
    if (names == names_.end()) {
        const auto info = disk_->info(at(parent));
        if (!info) return info.error();
        std::vector<FolderEntry> entries;
        if (info->has_value() && info->value().kind == FileKind::folder) {
            auto listed = disk_->list(at(parent));
            if (!listed) return listed.error();
            entries = std::move(*listed);
        }
        names = names_.emplace(parent, std::move(entries)).first;
    }
    const std::string name = path::name(path);
    const auto entry = std::lower_bound(names->second.begin(), names->second.end(), name,
                                        [](const FolderEntry& a, const std::string& b) { return a.name < b; });
    return entry != names->second.end() && entry->name == name ? &*entry : nullptr;
}

// ---- One file
// ----------------------------------------------------------------------------------------------------------

// Reads what `open` has left and nothing that `put` changes.
bool OutputFolder::wants(std::string_view path, std::string_view key) const {
    const auto last = last_.find(path);
    return key.empty() || last == last_.end() || last->second.key != key;
}

Result<Done> OutputFolder::put(const std::string& path, const std::string& key,
                               const std::function<std::string()>& make) {
    constexpr Phrase<std::string> unknown{"{} n'était pas annoncé", "{} was not announced"};
    if (!planned_.contains(path) || generated_.contains(path)) return refuse(unknown, path);
    if (auto cleared = clear(temporary_for(path)); !cleared) return cleared;
    const auto entry = standing(path);
    if (!entry) return entry.error();
    Result<std::optional<FileInfo>> info = std::optional<FileInfo>();
    if (*entry != nullptr) info = disk_->info(at(path));
    if (!info) return info.error();
    if (!info->has_value()) {
        const std::string bytes = make();
        return write(path, key, bytes, print_of(bytes), Existing::keep);
    }
    const std::string& print = ours_[path];
    const auto last = last_.find(path);
    const bool untouched = print != announced && last != last_.end() && last->second.size == (*info)->size &&
                           last->second.modified == (*info)->modified && last->second.inode == (*info)->inode;
    const auto keep = [&](const std::string& made) {
        generated_[path] = made;
        ++report_.unchanged;
        leave(path, key, **info);
        return Done{};
    };
    if (untouched && !key.empty() && last->second.key == key) return keep(print);
    const std::string bytes = make();
    const std::string made = print_of(bytes);
    if (untouched && made == print) return keep(print);
    const auto old = disk_->read(at(path), largest_output);
    if (!old) return old.error();
    if (*old == bytes) return keep(made);
    if (print != announced && print != print_of(*old)) ++report_.edited;
    return write(path, key, bytes, made, Existing::replace);
}

Result<Done> OutputFolder::write(const std::string& path, const std::string& key, std::string_view bytes,
                                 const std::string& print, Existing existing) {
    const auto gathering = gathering_.find(first_folder(path));
    const bool gathers = gathering != gathering_.end();
    const std::string place = gathers ? gathered(path) : path;
    const auto written = gathers ? create(place, bytes) : replace(path, bytes, existing);
    if (!written) {
        static_cast<void>(bring_out());  // what is whole stays, as it does where nothing is gathered
        return written;
    }
    if (gathers) gathering->second = true;
    generated_[path] = print;
    ++report_.written;
    if (remembers())
        if (const auto info = disk_->info(at(place)); info && info->has_value()) leave(path, key, **info);
    return Uninterrupted::waiting() != 0 ? bring_out() : Done{};
}

void OutputFolder::leave(const std::string& path, const std::string& key, const FileInfo& info) {
    if (remembers()) left_.insert_or_assign(path, Left{key, info.size, info.modified, info.inode});
}

/// Each folder is asked for once.
Result<Done> OutputFolder::make_folder(const std::string& folder) {
    if (standing_.contains(folder)) return Done{};
    const auto info = disk_->info(folder);
    if (!info) return info.error();
    if (!info->has_value() || info->value().kind != FileKind::folder)
        if (auto made = disk_->make_folder(folder); !made) return made;
    standing_.insert(folder);
    return Done{};
}

Result<Done> OutputFolder::create(const std::string& path, std::string_view bytes) {
    if (!held_back_) held_back_ = std::make_unique<Uninterrupted>();
    if (auto made = make_folder(path::parent(at(path))); !made) return made;
    auto done = disk_->create_unsynced(at(path), bytes, std::nullopt);
    if (!done) static_cast<void>(disk_->remove(at(path)));
    return done;
}

Result<Done> OutputFolder::replace(const std::string& path, std::string_view bytes, Existing existing) {
    if (auto made = make_folder(path::parent(at(path))); !made) return made;
    const std::string temporary = at(temporary_for(path));
    const Uninterrupted whole;
    auto done = disk_->create_unsynced(temporary, bytes, std::nullopt);
    if (done) done = disk_->rename(temporary, at(path), existing);
    if (!done) static_cast<void>(disk_->remove(temporary));
    return done;
}

/// Removes what an interrupted run may have left. Asks first: a run that changes nothing writes nothing.
Result<Done> OutputFolder::clear(std::string_view temporary) {
    const auto entry = standing(temporary);
    if (!entry) return entry.error();
    return *entry != nullptr ? disk_->remove(at(temporary)) : Done{};
}

// ---- At the end
// --------------------------------------------------------------------------------------------------------

Result<OutputReport> OutputFolder::finish() {
    if (auto out = bring_out(); !out) return out.error();
    for (const auto& [path, print] : ours_)
        if (!generated_.contains(path))
            if (auto removed = remove_stale(path); !removed) return removed.error();
    if (auto removed = remove_empty_folders(); !removed) return removed.error();
    if (auto written = write_manifest(generated_); !written) return written.error();
    remember();
    return report_;
}

/// What was gathered comes to its place, each folder with all its files. A signal that waited happens then.
Result<Done> OutputFolder::bring_out() {
    Result<Done> done = Done{};
    for (const auto& [folder, any] : gathering_)
        if (any && done) done = disk_->rename(at(temporary_for(folder)), at(folder), Existing::keep);
    gathering_.clear();
    held_back_.reset();
    return done;
}

Result<Done> OutputFolder::remove_stale(const std::string& path) {
    if (auto cleared = clear(temporary_for(path)); !cleared) return cleared;
    const auto info = disk_->info(at(path));
    if (!info) return info.error();
    // A folder or a link of this name is not what we wrote: somebody else's.
    if (!info->has_value() || info->value().kind != FileKind::file) return Done{};
    const auto old = disk_->read(at(path), largest_output);
    // Removed even when it was edited: a page that is no longer made may be one that must no longer be read.
    if (old && ours_[path] != announced && ours_[path] != print_of(*old)) ++report_.edited;
    if (auto removed = disk_->remove(at(path)); !removed) return removed;
    ++report_.removed;
    for (std::string folder = path::parent(path); !folder.empty(); folder = path::parent(folder))
        emptied_.insert(folder);
    return Done{};
}

Result<Done> OutputFolder::remove_empty_folders() {
    // Backwards: "a/b" comes behind "a" and goes first.
    for (auto folder = emptied_.rbegin(); folder != emptied_.rend(); ++folder)
        if (auto removed = disk_->remove_empty_folder(at(*folder)); !removed) return removed;
    return Done{};
}

/// Synced: it must never be shorter than the truth. Not written when it says this already.
Result<Done> OutputFolder::write_manifest(const Entries& entries) {
    std::string text = manifest_text(entries, edition_);
    if (text == manifest_) return Done{};
    const std::string temporary = at(manifest_temporary);
    const Uninterrupted whole;
    auto done = disk_->create(temporary, text, std::nullopt);
    if (done) done = disk_->rename(temporary, at(manifest_name), Existing::replace);
    if (!done) {
        static_cast<void>(disk_->remove(temporary));
        return done;
    }
    manifest_ = std::move(text);
    return Done{};
}

// ---- The memory
// --------------------------------------------------------------------------------------------------------

namespace {

/// The next word of a line, up to a blank; the rest stays.
std::string_view take_word(std::string_view& line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, blank);
    line.remove_prefix(std::min(blank + 1, line.size()));
    return word;
}

template <class Number>
bool take_number(std::string_view& line, Number& number) {
    const std::string_view word = take_word(line);
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), number);
    return code == std::errc() && end == word.data() + word.size();
}

}  // namespace

/// Whatever is not as `remember` wrote it is no memory. A file of the same instant as the memory may have been touched
/// after it: that one is compared (as git does with its index).
void OutputFolder::recall() {
    if (!remembers()) return;
    const auto info = disk_->info(memory_.path);
    if (!info || !info->has_value()) return;
    auto text = disk_->read(memory_.path, largest_manifest);
    if (!text || !text->ends_with('\n')) return;
    const auto lines = text::split(std::string_view(*text).substr(0, text->size() - 1), '\n');
    if (lines.front() != std::string(memory_title) + memory_.maker) return;
    Leftovers last;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::string_view line = lines[i];
        Left left;
        left.key = take_word(line);
        if (!take_number(line, left.size) || !take_number(line, left.modified) || !take_number(line, left.inode))
            return;
        if (left.modified < (*info)->modified) last.insert_or_assign(last.end(), std::string(line), std::move(left));
    }
    last_ = std::move(last);
    remembered_ = std::move(*text);
}

/// What cannot be remembered is made again next time, no more.
void OutputFolder::remember() {
    if (!remembers()) return;
    std::string text = std::string(memory_title) + memory_.maker + '\n';
    for (const auto& [path, left] : left_)
        fmt::format_to(std::back_inserter(text), "{} {} {} {} {}\n", left.key, left.size, left.modified, left.inode,
                       path);
    if (text == remembered_) return;
    const std::string temporary = memory_.path + ".tmp";
    const Uninterrupted whole;
    if (!disk_->make_folder(path::parent(memory_.path)) || !disk_->remove(temporary)) return;
    const bool written = disk_->create_unsynced(temporary, text, std::nullopt) &&
                         disk_->rename(temporary, memory_.path, Existing::replace);
    if (!written) static_cast<void>(disk_->remove(temporary));
}

}  // namespace cafe::store
