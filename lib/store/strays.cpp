#include "store/strays.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/kind.hpp"
#include "store/layout.hpp"
#include "store/rules.hpp"
#include "yaml/parse.hpp"

namespace cafe::store {

namespace {

// What people call folders of records besides the names of the kinds, folded.
struct Said {
    std::string_view name;
    std::string_view folder;
};
constexpr std::array said_by_hand{
    Said{"contacts", "people"},
    Said{"rencontres", "meetings"},
    Said{"vocabulaire", "vocabulary"},
};

void tell(const std::string& file, Words message, Words remedy, Findings& findings) {
    findings.push_back({&rules::not_read, Place{file, 0, 0, 0}, std::move(message), std::move(remedy), {}});
}

// "x.yaml.txt", "x.yml", "x.YAML" → "x"; nothing for any other name.
std::optional<std::string_view> stem_of(std::string_view name) {
    for (const std::string_view ending : {".yaml.txt", ".yml.txt", ".yml", ".YAML", ".Yaml", ".YML"})
        if (name.size() > ending.size() && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    return std::nullopt;
}

std::size_t records_in(Disk& disk, const std::string& folder) {
    const auto entries = disk.list(folder);
    if (!entries) return 0;
    const bool is_notebook = std::any_of(entries->begin(), entries->end(),
                                         [](const FolderEntry& entry) { return entry.name == settings_file; });
    if (is_notebook) return 0;
    return static_cast<std::size_t>(std::count_if(entries->begin(), entries->end(), [](const FolderEntry& entry) {
        return entry.kind == FileKind::file && entry.name.ends_with(".yaml") && !entry.name.starts_with(".");
    }));
}

bool is_record_folder(const std::string& name) {
    return std::find(model::record_folders().begin(), model::record_folders().end(), name) !=
           model::record_folders().end();
}

// The folder of records that a folder of this name was meant to be.
std::optional<std::string> folder_meant(const std::string& name) {
    const std::string folded = fold::text(name);
    for (const Said& said : said_by_hand)
        if (said.name == folded) return std::string(said.folder);
    if (const model::Kind* kind = model::kind_called(name); kind != nullptr && !kind->folder.empty())
        return std::string(kind->folder);
    return text::nearest(name, model::record_folders());
}

// The folder of records that a file beside cafe.yaml belongs into, by what it says.
std::optional<std::string_view> folder_for(Disk& disk, const std::string& path) {
    const auto bytes = disk.read(path, largest_record);
    if (!bytes) return std::nullopt;
    const yaml::Parsed parsed = yaml::parse(*bytes, "");
    if (!parsed.root) return std::nullopt;
    const auto has = [&](std::string_view key) { return parsed.root->find(key) != nullptr; };
    if (has("cafe") && has("date")) return "meetings";
    if (!has("name")) return std::nullopt;
    if (has("kind") || has("themes")) return "partners";
    if (has("schedule") || has("invite")) return "cafes";
    if (has("emails") || has("phones")) return "people";
    return std::nullopt;
}

constexpr Noun files_noun{"fichier", "fichiers", "file", "files"};
constexpr Phrase<Words> folder_not_read{"ce dossier n'est pas lu : {}", "this folder is not read: {}"};

}  // namespace

void strays_at_top(Disk& disk, const std::string& root, const std::vector<FolderEntry>& entries, Findings& findings) {
    static constexpr Phrase<> outside{"ce fichier n'est pas lu : il n'est pas dans un dossier de fiches",
                                      "this file is not read: it is in no folder of records"};
    static constexpr Phrase<std::string> move_to{"le mettre dans {}/", "move it into {}/"};
    static constexpr Phrase<std::string> name_it{"le renommer en {}", "rename it to {}"};
    for (const FolderEntry& entry : entries) {
        const bool hidden = entry.name.starts_with(".");
        if (hidden || ref_at(entry.name)) continue;
        if (entry.kind == FileKind::folder) {
            if (is_record_folder(entry.name)) continue;
            const auto meant = folder_meant(entry.name);
            const std::size_t records = meant ? records_in(disk, path::join(root, entry.name)) : 0;
            if (records > 0) tell(entry.name, folder_not_read(count(records, files_noun)), name_it(*meant), findings);
            continue;
        }
        if (entry.kind != FileKind::file) continue;
        if (const auto stem = stem_of(entry.name)) {
            const std::string right = std::string(*stem) + ".yaml";
            if (ref_at(right)) tell(entry.name, rules::wrong_ending(), name_it(right), findings);
        } else if (entry.name.ends_with(".yaml")) {
            if (const auto folder = folder_for(disk, path::join(root, entry.name)))
                tell(entry.name, outside(), move_to(std::string(*folder)), findings);
        }
    }
}

void strays_in(Disk& disk, const std::string& root, const std::string& folder, const std::vector<FolderEntry>& entries,
               Findings& findings) {
    static constexpr Phrase<std::string> move_up{"mettre ses fichiers dans {}/", "move its files into {}/"};
    for (const FolderEntry& entry : entries) {
        if (entry.name.starts_with(".")) continue;
        if (entry.kind == FileKind::file && (entry.name.ends_with(".yaml.txt") || entry.name.ends_with(".yml.txt")))
            tell(path::join(folder, entry.name), rules::wrong_ending(), rules::rename_yaml(), findings);
        if (entry.kind != FileKind::folder || entry.name.ends_with(".yaml")) continue;
        const std::string path = path::join(folder, entry.name);
        const std::size_t records = records_in(disk, path::join(root, path));
        if (records > 0) tell(path, folder_not_read(count(records, files_noun)), move_up(folder), findings);
    }
}

namespace {

bool may_stand_in_id(char c) {
    return ascii::is_lower(c) || ascii::is_digit(c) || c == '-';
}

}  // namespace

std::optional<std::string> copied_from(std::string_view name, const std::vector<FolderEntry>& entries) {
    constexpr std::string_view ending = ".yaml";
    if (!name.ends_with(ending)) return std::nullopt;
    const std::string_view stem = name.substr(0, name.size() - ending.size());
    // An id ends where the first sign stands that none holds.
    const auto sign = std::find_if_not(stem.begin(), stem.end(), may_stand_in_id);
    const auto end = static_cast<std::size_t>(sign - stem.begin());
    if (sign == stem.end() || end == 0) return std::nullopt;
    std::string original(stem.substr(0, end));
    while (original.ends_with('-')) original.pop_back();
    const std::string added = fold::text(stem.substr(end));
    const auto says = [&](std::string_view word) { return added.find(word) != std::string::npos; };
    const bool numbered = text::is_digits(added);
    if (!numbered && !says("conflit") && !says("conflict") && !says("copie") && !says("copy")) return std::nullopt;
    original += ending;
    const bool stands =
        std::any_of(entries.begin(), entries.end(), [&](const FolderEntry& entry) { return entry.name == original; });
    return stands ? std::optional(original) : std::nullopt;
}

}  // namespace cafe::store
