#include "store/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/hash.hpp"
#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "store/beneath.hpp"
#include "store/journal.hpp"

namespace cafe::store {

namespace {

constexpr int lock_seconds = 10;
constexpr std::size_t many = 64;  // files of a change that are synced together
// Twice the largest notebook anybody keeps: a guard against reading nonsense, not a limit of changes.
constexpr std::size_t largest_journal = std::size_t{1} << 30U;

std::string journal_path(const Folders& folders) {
    return path::join(folders.state, "journal");
}
std::string last_path(const Folders& folders) {
    return path::join(folders.state, "last-change");
}

Error conflict(const Phrase<std::string>& phrase, const std::string& path) {
    return Error{ErrorKind::conflict, phrase(utf8::printable(path)),
                 Words{"relancez la commande", "run the command again"}};
}

Error has_changed(const std::string& path) {
    constexpr Phrase<std::string> phrase{"{} a changé entre-temps", "{} has changed in the meantime"};
    return conflict(phrase, path);
}

Error stands_already(const std::string& path) {
    constexpr Phrase<std::string> phrase{"{} existe déjà", "{} exists already"};
    return conflict(phrase, path);
}

// ---- Before: what is asked for, and is it still possible?
// --------------------------------------------------------------

Result<Changes> without_idle_ones(const Changes& changes) {
    constexpr Phrase<std::string> twice{"{} figure deux fois dans le même changement",
                                        "{} stands twice in the same change"};
    std::set<std::string> seen;
    Changes wanted;
    for (const FileChange& change : changes) {
        if (!seen.insert(change.path).second)
            return Error{ErrorKind::environment, twice(utf8::printable(change.path)), {}};
        if (change.before != change.after) wanted.push_back(change);
    }
    return wanted;
}

Result<std::unique_ptr<Lock>> take_lock(Disk& disk, const Folders& folders) {
    if (auto made = make_folder_synced(disk, folders.state); !made) return made.error();
    return disk.lock(path::join(folders.state, "lock"), lock_seconds);
}

/// The bytes of a file if they can be one of the two texts: those of any other length are not read.
struct Look {
    std::optional<FileInfo> info;
    std::optional<std::string> bytes;  ///< nothing when there is no file, or certainly another one
    [[nodiscard]] bool is(const std::optional<std::string>& text) const {
        return text ? bytes == text : !info.has_value();
    }
};

Result<Look> look(Disk& disk, const std::string& path, const std::optional<std::string>& a,
                  const std::optional<std::string>& b) {
    auto info = disk.info(path);
    if (!info) return info.error();
    Look found{*info, std::nullopt};
    if (!found.info || found.info->kind != FileKind::file) return found;
    const auto size = static_cast<std::size_t>(found.info->size);
    if (!(a && a->size() == size) && !(b && b->size() == size)) return found;
    auto bytes = disk.read(path, size);
    if (!bytes) return bytes.error();
    found.bytes = std::move(*bytes);
    return found;
}

/// A change that may begin: its journal, and the info of each file when it was seen to be unchanged.
struct Plan {
    Journal journal;
    std::vector<std::optional<FileInfo>> seen;
};

/// Adds the folders above a file that are not there yet.
Result<Done> add_new_folders(Disk& disk, const Folders& folders, const std::string& path,
                             std::vector<std::string>& known) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (std::find(known.begin(), known.end(), folder) != known.end()) continue;
        const auto info = disk.info(path::join(folders.root, folder));
        if (!info) return info.error();
        if (!info->has_value()) known.push_back(folder);
    }
    return Done{};
}

Result<Plan> plan(Disk& disk, const Folders& folders, const Changes& changes) {
    Plan plan;
    std::string everything;
    std::set<std::string> known;  // folders whose way was looked at: once for all of their files
    for (const FileChange& change : changes) {
        const bool first_there = known.insert(path::parent(change.path)).second || !path::is_beneath(change.path);
        if (first_there)
            if (auto way = check_way(disk, folders.root, change.path); !way) return way.error();
        const auto found = look(disk, path::join(folders.root, change.path), change.before, std::nullopt);
        if (!found) return found.error();
        if (!found->is(change.before)) return change.before ? has_changed(change.path) : stands_already(change.path);
        if (first_there)
            if (auto added = add_new_folders(disk, folders, change.path, plan.journal.new_folders); !added)
                return added.error();
        everything += fmt::format("{}\n{}\n{}\n", change.path, change.before.value_or(""), change.after.value_or(""));
        std::optional<unsigned> mode;
        if (found->info) mode = found->info->mode;
        plan.journal.steps.push_back(Step{change.path, "", mode, change.before, change.after});
        plan.seen.push_back(found->info);
    }
    const std::string change = fingerprint(everything);
    for (Step& step : plan.journal.steps)
        step.temporary =
            path::join(path::parent(step.path), fmt::format(".cafe-{}.tmp", fingerprint(change + step.path)));
    return plan;
}

// ---- Forward
// -----------------------------------------------------------------------------------------------------------

/// The folders whose entries a change touches, as paths on the disk.
std::set<std::string> touched_folders(const Folders& folders, const Journal& journal) {
    std::set<std::string> touched;
    for (const Step& step : journal.steps) touched.insert(path::parent(path::join(folders.root, step.path)));
    for (const std::string& folder : journal.new_folders)
        touched.insert(path::parent(path::join(folders.root, folder)));
    return touched;
}

Result<Done> sync_folders(Disk& disk, const Folders& folders, const Journal& journal) {
    for (const std::string& folder : touched_folders(folders, journal))
        if (auto synced = disk.sync_folder(folder); !synced) return synced;
    return Done{};
}

Result<Done> put_journal(Disk& disk, const Folders& folders, const Journal& journal) {
    const std::string target = journal_path(folders);
    const std::string temporary = target + ".tmp";
    if (auto gone = disk.remove(temporary); !gone) return gone;
    if (auto created = disk.create(temporary, write_journal(journal), std::nullopt); !created) {
        static_cast<void>(disk.remove(temporary));
        return created;
    }
    if (auto renamed = disk.rename(temporary, target, Existing::keep); !renamed) return renamed;
    return disk.sync_folder(folders.state);
}

/// The same error with the name of the file that people know in place of the temporary one.
Error about(Error error, const std::string& temporary, const std::string& path) {
    error.message = Words{text::replace_all(error.message.fr, temporary, path),
                          text::replace_all(error.message.en, temporary, path)};
    return error;
}

Result<Done> write_texts(Disk& disk, const Folders& folders, const Journal& journal, const Progress& progress) {
    for (const std::string& folder : journal.new_folders)
        if (auto made = disk.make_folder(path::join(folders.root, folder)); !made) return made;
    // Many files are synced together: one by one, ten thousand take more than a minute.
    const bool together = journal.steps.size() > many;
    std::size_t done = 0;
    for (const Step& step : journal.steps) {
        if (progress) progress(++done, journal.steps.size());
        if (!step.after) continue;
        const std::string temporary = path::join(folders.root, step.temporary);
        const auto created = together ? disk.create_unsynced(temporary, *step.after, step.mode)
                                      : disk.create(temporary, *step.after, step.mode);
        if (!created) return about(created.error(), temporary, step.path);
    }
    return together ? sync_folders(disk, folders, journal) : Done{};
}

Result<Done> put_in_place(Disk& disk, const Folders& folders, const Plan& plan) {
    for (std::size_t i = 0; i < plan.journal.steps.size(); ++i) {
        const Step& step = plan.journal.steps[i];
        const std::string target = path::join(folders.root, step.path);
        const auto info = disk.info(target);
        if (!info) return info.error();
        if (*info != plan.seen[i]) return step.before ? has_changed(step.path) : stands_already(step.path);
        const auto done = step.after ? disk.rename(path::join(folders.root, step.temporary), target,
                                                   step.before ? Existing::replace : Existing::keep)
                                     : disk.remove(target);
        if (!done) return done;
    }
    return sync_folders(disk, folders, plan.journal);
}

/// The journal becomes the last change: from here on the change is made. When the folder cannot be synced after that,
/// the step is taken back; when that is impossible too, the change stays: its files are on the device already.
Result<Done> close_journal(Disk& disk, const Folders& folders) {
    if (auto renamed = disk.rename(journal_path(folders), last_path(folders), Existing::replace); !renamed)
        return renamed;
    auto synced = disk.sync_folder(folders.state);
    if (synced || !disk.rename(last_path(folders), journal_path(folders), Existing::keep)) return Done{};
    return synced;
}

Result<Done> carry_out(Disk& disk, const Folders& folders, const Plan& plan, const Progress& progress) {
    if (auto put = put_journal(disk, folders, plan.journal); !put) return put;
    if (auto written = write_texts(disk, folders, plan.journal, progress); !written) return written;
    if (auto placed = put_in_place(disk, folders, plan); !placed) return placed;
    return close_journal(disk, folders);
}

// ---- Back
// --------------------------------------------------------------------------------------------------------------

Result<Done> put_back(Disk& disk, const Folders& folders, const Step& step) {
    const std::string target = path::join(folders.root, step.path);
    if (!step.before) return disk.remove(target);
    const std::string temporary = path::join(folders.root, step.temporary);
    if (auto created = disk.create(temporary, *step.before, step.mode); !created) return created;
    return disk.rename(temporary, target, step.after ? Existing::replace : Existing::keep);
}

/// Takes one step back if it was made. A file that is neither of its two texts belongs to whoever wrote it since.
Result<Done> undo_step(Disk& disk, const Folders& folders, const Step& step, Recovery& recovery) {
    const auto clear = way_is_clear(disk, folders.root, step.path);
    if (!clear) return clear.error();
    if (!*clear) {
        recovery.left.push_back(step.path);
        return Done{};
    }
    if (auto gone = disk.remove(path::join(folders.root, step.temporary)); !gone) return gone;
    const auto found = look(disk, path::join(folders.root, step.path), step.before, step.after);
    if (!found) return found.error();
    if (found->is(step.before)) return Done{};
    if (!found->is(step.after)) {
        recovery.left.push_back(step.path);
        return Done{};
    }
    if (auto back = put_back(disk, folders, step); !back) return back;
    recovery.undone.push_back(step.path);
    return Done{};
}

/// Takes all steps back and, when all of them are, the journal away. May be interrupted anywhere and begun again.
Result<Recovery> undo(Disk& disk, const Folders& folders, const Journal& journal) {
    Recovery recovery;
    for (const Step& step : journal.steps)
        if (auto undone = undo_step(disk, folders, step, recovery); !undone) return undone.error();
    for (auto folder = journal.new_folders.rbegin(); folder != journal.new_folders.rend(); ++folder)
        if (auto gone = disk.remove_empty_folder(path::join(folders.root, *folder)); !gone) return gone.error();
    for (const std::string& folder : touched_folders(folders, journal)) {
        const auto info = disk.info(folder);
        if (!info) return info.error();
        if (!info->has_value()) continue;
        if (auto synced = disk.sync_folder(folder); !synced) return synced.error();
    }
    if (auto gone = disk.remove(journal_path(folders)); !gone) return gone.error();
    if (auto synced = disk.sync_folder(folders.state); !synced) return synced.error();
    return recovery;
}

Result<std::optional<Journal>> read_if_there(Disk& disk, const std::string& path) {
    constexpr Phrase<std::string> damaged{"{} est abîmé : impossible de savoir où en était le dernier changement",
                                          "{} is damaged: there is no telling how far the last change had come"};
    const auto info = disk.info(path);
    if (!info) return info.error();
    if (!info->has_value()) return std::optional<Journal>();
    const auto text = disk.read(path, largest_journal);
    if (!text) return text.error();
    auto journal = read_journal(*text);
    if (journal) return journal;
    return Error{ErrorKind::environment, damaged(utf8::printable(path)),
                 Words{"comparez les fiches avec leur dernière version dans git (git diff), puis supprimez ce fichier",
                       "compare the records with their last version in git (git diff), then remove this file"}};
}

/// Needs the lock.
Result<Recovery> undo_unfinished(Disk& disk, const Folders& folders) {
    const auto journal = read_if_there(disk, journal_path(folders));
    if (!journal) return journal.error();
    if (!journal->has_value()) return Recovery{};
    return undo(disk, folders, **journal);
}

Error nothing_saved(Error error) {
    constexpr Phrase<Words> phrase{"{} ; rien n'a été enregistré", "{}; nothing was saved"};
    error.message = phrase(error.message);
    return error;
}

/// A step failed: everything back, and what is said about it.
Error give_up(Disk& disk, const Folders& folders, const Journal& journal, Error error) {
    constexpr Phrase<Words> half_way{
        "{} ; le changement est resté à moitié fait, la prochaine commande remettra les fichiers comme avant",
        "{}; the change was left half-way, the next command will put the files back as they were"};
    if (undo(disk, folders, journal)) return nothing_saved(std::move(error));
    error.message = half_way(error.message);
    return error;
}

}  // namespace

Result<Done> commit(Disk& disk, const Folders& folders, const Changes& changes, const Progress& progress) {
    const auto wanted = without_idle_ones(changes);
    if (!wanted) return nothing_saved(wanted.error());
    if (wanted->empty()) return Done{};
    const auto lock = take_lock(disk, folders);
    if (!lock) return nothing_saved(lock.error());
    const Uninterrupted whole;
    if (auto recovered = undo_unfinished(disk, folders); !recovered) return nothing_saved(recovered.error());
    const auto ready = plan(disk, folders, *wanted);
    if (!ready) return nothing_saved(ready.error());
    if (auto done = carry_out(disk, folders, *ready, progress); !done)
        return give_up(disk, folders, ready->journal, done.error());
    return Done{};
}

Result<Recovery> recover(Disk& disk, const Folders& folders) {
    const auto info = disk.info(journal_path(folders));
    if (!info) return info.error();
    if (!info->has_value()) return Recovery{};
    const auto lock = take_lock(disk, folders);
    if (!lock) return lock.error();
    const Uninterrupted whole;
    return undo_unfinished(disk, folders);
}

Result<std::optional<Changes>> last_change(Disk& disk, const Folders& folders) {
    const auto journal = read_if_there(disk, last_path(folders));
    if (!journal) return journal.error();
    if (!journal->has_value()) return std::optional<Changes>();
    Changes changes;
    for (const Step& step : journal->value().steps) changes.push_back(FileChange{step.path, step.before, step.after});
    return std::optional(std::move(changes));
}

}  // namespace cafe::store
