#include "store/outputs.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "store/beneath.hpp"
#include "store/layout.hpp"

namespace cafe::store {

namespace {

constexpr std::string_view manifest_name = ".cafe-manifest";
constexpr std::string_view manifest_temporary = ".cafe-manifest.tmp";
constexpr std::string_view title = "cafe-manifest 1";
constexpr std::string_view announced = "----------------";  // named, not written yet
constexpr std::size_t fingerprint_size = announced.size();
constexpr std::size_t largest_manifest = std::size_t{64} << 20U;
constexpr std::size_t largest_output = std::size_t{256} << 20U;

using Entries = std::map<std::string, std::string>;

std::string manifest_text(const Entries& entries) {
    std::string text = std::string(title) + '\n';
    for (const auto& [path, print] : entries) text += fmt::format("{} {}\n", print, path);
    return text;
}

bool is_output_path(std::string_view path) {
    return path::is_beneath(path) && !path::name(path).starts_with(".cafe-");
}

/// Nothing when it is not what `manifest_text` wrote.
std::optional<Entries> read_entries(std::string_view text) {
    Entries entries;
    if (!text.ends_with('\n')) return std::nullopt;
    const auto lines = text::split(text.substr(0, text.size() - 1), '\n');
    if (lines.empty() || lines.front() != title) return std::nullopt;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (line.size() < fingerprint_size + 2 || line[fingerprint_size] != ' ') return std::nullopt;
        const std::string_view path = line.substr(fingerprint_size + 1);
        if (!is_output_path(path)) return std::nullopt;
        entries[std::string(path)] = line.substr(0, fingerprint_size);
    }
    return entries;
}

std::string temporary_for(const std::string& path) {
    return path::join(path::parent(path), fmt::format(".cafe-{}.tmp", fingerprint(path)));
}

Error refuse(const Phrase<std::string>& phrase, const std::string& path, Words remedy = {}) {
    return Error{ErrorKind::environment, phrase(utf8::printable(path)), std::move(remedy)};
}

Error not_ours(const std::string& path) {
    constexpr Phrase<std::string> phrase{"{} existe déjà et n'a pas été produit par cafe : rien n'a été écrit",
                                         "{} stands already and was not made by cafe: nothing was written"};
    return refuse(phrase, path,
                  Words{"choisissez un dossier vide, ou déplacez ce fichier, puis relancez la commande",
                        "choose an empty folder, or move this file away, then run the command again"});
}

}  // namespace

// ---- Before anything is written
// ----------------------------------------------------------------------------------------

Result<OutputFolder> OutputFolder::open(Disk& disk, const std::string& folder, const std::vector<std::string>& files) {
    constexpr Phrase<std::string> notebook{"{} est un carnet : les pages s'y mêleraient aux fiches",
                                           "{} is a notebook: the pages would mix with its records"};
    OutputFolder outputs(disk, path::normal(folder));
    const auto settings = disk.info(outputs.at(settings_file));
    if (!settings) return settings.error();
    if (settings->has_value())
        return refuse(notebook, outputs.folder_, Words{"choisissez un autre dossier", "choose another folder"});
    if (auto read = outputs.read_manifest(); !read) return read.error();
    if (auto fine = outputs.announce(files); !fine) return fine.error();
    return outputs;
}

Result<Done> OutputFolder::read_manifest() {
    constexpr Phrase<std::string> damaged{
        "{} est abîmé : impossible de savoir quels fichiers de ce dossier ont été produits par cafe",
        "{} is damaged: there is no telling which files of this folder were made by cafe"};
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
    if (entries == ours_) return Done{};
    ours_ = entries;
    return write_manifest(entries);
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
    const auto info = disk_->info(at(path));
    if (!info) return info.error();
    if (!info->has_value()) return Done{};
    if (info->value().kind != FileKind::file || !ours_.contains(path)) return not_ours(at(path));
    return Done{};
}

// ---- One file
// ----------------------------------------------------------------------------------------------------------

Result<Done> OutputFolder::put(const std::string& path, std::string_view bytes) {
    constexpr Phrase<std::string> unknown{"{} n'était pas annoncé", "{} was not announced"};
    if (!planned_.contains(path) || generated_.contains(path)) return refuse(unknown, path);
    if (auto cleared = clear(temporary_for(path)); !cleared) return cleared;
    const auto info = disk_->info(at(path));
    if (!info) return info.error();
    const bool stands = info->has_value();
    if (stands) {
        const auto old = disk_->read(at(path), largest_output);
        if (!old) return old.error();
        if (*old == bytes) {
            generated_[path] = fingerprint(bytes);
            ++report_.unchanged;
            return Done{};
        }
        const std::string& print = ours_[path];
        if (print != announced && print != fingerprint(*old)) ++report_.edited;
    }
    if (auto written = replace(path, bytes, stands ? Existing::replace : Existing::keep); !written) return written;
    generated_[path] = fingerprint(bytes);
    ++report_.written;
    return Done{};
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
    const auto info = disk_->info(at(temporary));
    if (!info) return info.error();
    return info->has_value() ? disk_->remove(at(temporary)) : Done{};
}

// ---- At the end
// --------------------------------------------------------------------------------------------------------

Result<OutputReport> OutputFolder::finish() {
    for (const auto& [path, print] : ours_)
        if (!generated_.contains(path))
            if (auto removed = remove_stale(path); !removed) return removed.error();
    if (auto removed = remove_empty_folders(); !removed) return removed.error();
    if (auto written = write_manifest(generated_); !written) return written.error();
    return report_;
}

Result<Done> OutputFolder::remove_stale(const std::string& path) {
    if (auto cleared = clear(temporary_for(path)); !cleared) return cleared;
    const auto info = disk_->info(at(path));
    if (!info) return info.error();
    // A folder or a link of this name is not what we wrote: somebody else's.
    if (!info->has_value() || info->value().kind != FileKind::file) return Done{};
    const auto old = disk_->read(at(path), largest_output);
    // Removed even when it was edited: a page that is no longer made may be one that must no longer be read.
    if (old && ours_[path] != announced && ours_[path] != fingerprint(*old)) ++report_.edited;
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
    std::string text = manifest_text(entries);
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

}  // namespace cafe::store
