#include "selection.hpp"

#include <algorithm>

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_such_path{"« {} » n'est pas dans ce carnet", "'{}' is not in this notebook"};
constexpr Phrase<> path_is{"donner un fichier ou un dossier du carnet : partners, partners/ccas-fumel.yaml",
                           "give a file or folder of the notebook: partners, partners/ccas-fumel.yaml"};

bool lies_under(std::string_view file, std::string_view selected) {
    if (selected.empty() || file == selected) return true;
    return file.starts_with(selected) && file.substr(selected.size()).starts_with("/");
}

// A path as typed, seen from the current folder and then from the notebook; the first that is there.
Result<std::string> selected_path(World& world, const store::Book& book, const std::string& typed) {
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    for (const std::string& folder : {*here, book.root}) {
        const std::string whole = path::normal(path::join(folder, typed));
        const auto part = path_inside(book.root, whole);
        if (!part || typed.empty()) continue;
        if (part->empty()) return *part;
        const auto info = world.disk.info(whole);
        if (!info) return info.error();
        if (*info) return *part;
    }
    return Error{ErrorKind::reference, no_such_path(typed), path_is()};
}

}  // namespace

bool Selection::takes(std::string_view file) const {
    return paths.empty() ||
           std::any_of(paths.begin(), paths.end(), [file](const std::string& path) { return lies_under(file, path); });
}

std::optional<std::string> path_inside(const std::string& root, const std::string& path) {
    const auto as_folder = [](const std::string& folder) { return folder.ends_with('/') ? folder : folder + "/"; };
    if (path == root || root.starts_with(as_folder(path))) return "";
    if (!path.starts_with(as_folder(root))) return std::nullopt;
    return path.substr(as_folder(root).size());
}

Result<Selection> selection_of(World& world, const store::Book& book, const std::vector<std::string>& typed) {
    Selection selection;
    for (const std::string& word : typed) {
        auto path = selected_path(world, book, word);
        if (!path) return path.error();
        selection.paths.push_back(std::move(*path));
    }
    return selection;
}

std::size_t files_in(const store::Book& book, const Selection& selection) {
    if (selection.paths.empty()) return book.files;
    std::size_t files = 0;
    for (const auto& source : book.sources) files += selection.takes(source->path) ? 1 : 0;
    for (const store::Ref& ref : book.unreadable) files += selection.takes(store::path_of(ref)) ? 1 : 0;
    return files;
}

}  // namespace cafe::cmd
