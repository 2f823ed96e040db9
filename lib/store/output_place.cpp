#include "store/output_place.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "model/kind.hpp"
#include "store/layout.hpp"
#include "store/needs.hpp"

namespace cafe::store {

namespace {

Words own_folder(const std::string& command) {
    static constexpr Phrase<std::string> choose{"donner à la publication un dossier à elle : {}",
                                                "give the publication a folder of its own: {}"};
    return choose(command);
}

Error refuse(const Phrase<std::string>& phrase, const std::string& folder, const std::string& command) {
    return Error{ErrorKind::environment, phrase(utf8::printable(folder)), own_folder(command)};
}

bool is_nobodys(const std::string& name) {
    constexpr std::array<std::string_view, 6> names{"CNAME",       "LICENSE",    "README.md",
                                                    "favicon.ico", "robots.txt", "_config.yml"};
    return name.starts_with(".") || std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_records(std::string_view folder) {
    return folder == "templates" || folder == needs_folder ||
           std::find(model::record_folders().begin(), model::record_folders().end(), folder) !=
               model::record_folders().end();
}

// The notebook around a folder, and the folder's first step in it; nothing when it lies in none.
Result<Done> outside_of_records(Disk& disk, const std::string& folder, const std::string& command) {
    static constexpr Phrase<std::string> records{"{} est un dossier du carnet", "{} is a folder of the notebook"};
    std::string step = path::name(folder);
    for (std::string above = path::parent(folder); !above.empty();) {
        const auto settings = disk.info(path::join(above, settings_file));
        if (!settings) return settings.error();
        if (*settings)
            return holds_records(step) ? Result<Done>(refuse(records, folder, command)) : Result<Done>(Done{});
        step = path::name(above);
        const std::string next = path::parent(above);
        if (next == above) break;
        above = next;
    }
    return Done{};
}

}  // namespace

Result<Done> may_publish_into(Disk& disk, const std::string& folder, const std::string& home,
                              const std::string& command) {
    static constexpr Phrase<std::string> root{"{} est tout le disque", "{} is the whole disk"};
    static constexpr Phrase<std::string> at_home{"{} est votre dossier personnel", "{} is your home folder"};
    static constexpr Phrase<std::string> notebook{"{} est un carnet : les pages s'y mêleraient aux fiches",
                                                  "{} is a notebook: the pages would mix with its records"};
    static constexpr Phrase<std::string, std::string> others{
        "{0} contient déjà autre chose ({1}) : rien n'a été écrit",
        "{0} holds other things already ({1}): nothing was written"};
    const std::string whole = path::normal(folder);
    if (whole == "/") return refuse(root, whole, command);
    if (!home.empty() && whole == path::normal(home)) return refuse(at_home, whole, command);
    const auto settings = disk.info(path::join(whole, settings_file));
    if (!settings) return settings.error();
    if (*settings) return refuse(notebook, whole, command);
    if (const auto outside = outside_of_records(disk, whole, command); !outside) return outside;
    const auto manifest = disk.info(path::join(whole, ".cafe-manifest"));
    if (!manifest) return manifest.error();
    if (*manifest) return Done{};
    const auto info = disk.info(whole);
    if (!info) return info.error();
    if (!*info || (*info)->kind != FileKind::folder) return Done{};
    const auto entries = disk.list(whole);
    if (!entries) return entries.error();
    const auto other = std::find_if(entries->begin(), entries->end(),
                                    [](const FolderEntry& entry) { return !is_nobodys(entry.name); });
    if (other == entries->end()) return Done{};
    return Error{ErrorKind::environment, others(utf8::printable(whole), utf8::printable(other->name)),
                 own_folder(command)};
}

}  // namespace cafe::store
