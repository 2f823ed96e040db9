#include "orient/keeping.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"
#include "base/hash.hpp"
#include "base/real_path.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "git/git.hpp"
#include "store/whole_file.hpp"

namespace cafe::orient {

namespace {

constexpr std::string_view beginning = "orientations-";
constexpr std::string_view ending = ".yaml";
constexpr std::size_t largest = std::size_t{1} << 24U;
constexpr unsigned private_mode = 0600;
constexpr unsigned of_others = 0077;
constexpr int seconds_to_wait = 10;

constexpr Phrase<> no_folder{"pas de dossier pour le journal : la variable HOME est vide ou absente",
                             "no folder for the journal: the variable HOME is empty or unset"};
constexpr Phrase<> set_home{"donner à HOME le chemin de votre dossier, ou à XDG_STATE_HOME celui d'un autre",
                            "set HOME to the path of your folder, or XDG_STATE_HOME to that of another"};
constexpr Phrase<std::string> in_repository{
    "ce qui nomme une orientation n'est jamais gardé dans un dépôt git, et {} en est un",
    "what names an orientation is never kept in a git repository, and {} is one"};
constexpr Phrase<std::string> in_notebook{"ce qui nomme une orientation n'est jamais gardé dans le carnet ({})",
                                          "what names an orientation is never kept in the notebook ({})"};
constexpr Phrase<> elsewhere{
    "choisir un dossier à vous seul, hors de tout dépôt ; pour le journal : XDG_STATE_HOME",
    "choose a folder of yours alone, outside of any repository; for the journal: XDG_STATE_HOME"};

constexpr Phrase<std::string> no_file{"{} n'est pas un fichier : un journal n'est lu ni par un lien ni ailleurs",
                                      "{} is no file: a journal is read neither through a link nor elsewhere"};
constexpr Phrase<> put_file{"mettre le fichier lui-même à cette place, hors de tout dépôt",
                            "put the file itself in that place, outside of any repository"};

bool is_beneath_folder(const std::string& path, const std::string& folder) {
    return path == folder || path.starts_with(folder == "/" ? folder : folder + "/");
}

Result<std::string> absolute(Disk& disk, const std::string& folder) {
    const auto here = disk.current_folder();
    if (!here) return here.error();
    return path::normal(path::join(*here, folder));
}

// The folder without a link in its name, which need not stand yet: what stands of it is looked at.
Result<std::string> without_links(Disk& disk, const std::string& folder) {
    std::string here = folder;
    std::string rest;
    for (;;) {
        // The last part is followed too, where it is a link.
        const auto info = disk.info(here == "/" ? here : here + "/.");
        if (!info) return info.error();
        if (*info || here == "/" || here.empty()) break;
        rest = path::join(path::name(here), rest);
        here = path::parent(here);
    }
    auto real = real_path(disk, here);
    return real ? path::normal(path::join(*real, rest)) : real;
}

std::optional<int> year_of(const std::string& name) {
    if (!name.starts_with(beginning) || !name.ends_with(ending)) return std::nullopt;
    const std::string year = name.substr(beginning.size(), name.size() - beginning.size() - ending.size());
    const auto number = year.size() == 4 ? text::to_integer(year) : std::nullopt;
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

// Where the folder cannot be synced, what stood before comes back, so that an error means that nothing is noted. When
// that fails too the new text stays: its bytes are on the device.
Result<Done> write(Disk& disk, const std::string& folder, const std::string& name, const std::string& bytes) {
    const std::string path = path::join(folder, name);
    const auto info = disk.info(path);
    if (!info) return info.error();
    const auto before = *info ? disk.read(path, largest) : Result<std::string>(std::string());
    if (!before) return before.error();
    if (auto done = store::put_whole(disk, path, bytes, private_mode); !done) return done;
    auto synced = disk.sync_folder(folder);
    if (synced) return synced;
    const auto back = *info ? store::put_whole(disk, path, *before, private_mode) : disk.remove(path);
    return back ? synced : Result<Done>(Done{});
}

// Where the answer of a network file system was lost, what stands now decides.
Result<Done> remove(Disk& disk, const std::string& path) {
    auto gone = disk.remove(path);
    if (gone) return gone;
    const auto info = disk.info(path);
    return info && !*info ? Result<Done>(Done{}) : gone;
}

struct Read {
    Years years;
    std::map<int, std::string> texts;  // as they stand; empty where others may read them
};

Result<Read> read_all(Disk& disk, const std::string& folder) {
    Read read;
    const auto names = journal_files(disk, folder);
    if (!names) return names.error();
    for (const std::string& name : *names) {
        const std::string file = path::join(folder, name);
        const auto info = disk.info(file);
        if (!info) return info.error();
        auto text = disk.read(file, largest);
        if (!text) return text.error();
        auto journal = read_journal(*text, file);
        if (!journal) return journal.error();
        const int year = *year_of(name);
        read.years[year] = std::move(*journal);
        const bool open = *info && ((*info)->mode & of_others) != 0;
        read.texts[year] = open ? std::string() : std::move(*text);
    }
    return read;
}

}  // namespace

Result<std::string> journal_place(Disk& disk, const std::string& user_states, const std::string& root) {
    if (user_states.empty()) return Error{ErrorKind::environment, no_folder(), set_home()};
    const auto notebook = absolute(disk, root);
    if (!notebook) return notebook.error();
    // Its name tells people whose it is; the rest keeps two notebooks of one name apart.
    const std::string name = path::name(*notebook) + "-" + fingerprint(*notebook);
    return path::normal(path::join(path::join(user_states, "cafe"), name));
}

Result<std::string> journal_folder(Disk& disk, const std::string& user_states, const std::string& root) {
    auto folder = journal_place(disk, user_states, root);
    if (!folder) return folder;
    if (const auto may = may_hold_references(disk, *folder, root); !may) return may.error();
    return folder;
}

Result<Done> may_hold_references(Disk& disk, const std::string& typed, const std::string& root) {
    const auto folder = absolute(disk, typed);
    if (!folder) return folder.error();
    const auto notebook = real_path(disk, root);
    if (!notebook) return notebook.error();
    // A folder may lie elsewhere than its name says.
    const auto place = without_links(disk, *folder);
    if (!place) return place.error();
    if (is_beneath_folder(*place, *notebook) || is_beneath_folder(*folder, *notebook))
        return Error{ErrorKind::environment, in_notebook(utf8::printable(*folder)), elsewhere()};
    for (const std::string& one : {*folder, *place}) {
        const auto repository = git::find(disk, one);
        if (!repository) return repository.error();
        if (*repository)
            return Error{ErrorKind::environment, in_repository(utf8::printable((*repository)->top)), elsewhere()};
    }
    return Done{};
}

std::string journal_file(int year) {
    return std::string(beginning) + fmt::format("{:04}", year) + std::string(ending);
}

bool is_journal_file(const std::string& name) {
    return year_of(name).has_value();
}

Result<std::vector<std::string>> journal_files(Disk& disk, const std::string& folder) {
    const auto entries = disk.list(folder);
    if (!entries) return entries.error();
    std::vector<std::string> names;
    for (const FolderEntry& entry : *entries) {
        if (!year_of(entry.name)) continue;
        if (entry.kind != FileKind::file)
            return Error{ErrorKind::environment, no_file(utf8::printable(path::join(folder, entry.name))), put_file()};
        names.push_back(entry.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<Years> read_years(Disk& disk, const std::string& folder) {
    auto read = read_all(disk, folder);
    if (!read) return read.error();
    return std::move(read->years);
}

Result<Done> change_years(Disk& disk, const std::string& folder, const std::function<Result<Done>(Years&)>& make) {
    if (auto made = disk.make_folder(folder); !made) return made;
    const auto lock = disk.lock(path::join(folder, "lock"), seconds_to_wait);
    if (!lock) return lock.error();
    auto read = read_all(disk, folder);
    if (!read) return read.error();
    if (auto done = make(read->years); !done) return done;
    for (const auto& [year, journal] : read->years) {
        const auto stands = read->texts.find(year);
        const std::string name = journal_file(year);
        if (journal.empty()) {
            if (stands == read->texts.end()) continue;
            if (auto gone = remove(disk, path::join(folder, name)); !gone) return gone;
            continue;
        }
        const std::string text = write_journal(journal);
        if (stands != read->texts.end() && stands->second == text) continue;
        if (auto done = write(disk, folder, name, text); !done) return done;
    }
    return Done{};
}

Orientation* find(Years& years, const std::string& reference) {
    for (auto& [year, journal] : years)
        for (Orientation& one : journal.orientations)
            if (one.ref == reference) return &one;
    return nullptr;
}

std::vector<Orientation> all_of(const Years& years) {
    std::vector<Orientation> all;
    for (const auto& [year, journal] : years)
        all.insert(all.end(), journal.orientations.begin(), journal.orientations.end());
    std::stable_sort(all.begin(), all.end(), [](const Orientation& a, const Orientation& b) {
        return a.asked != b.asked ? b.asked < a.asked : a.ref < b.ref;
    });
    return all;
}

}  // namespace cafe::orient
