#include <algorithm>

#include "base/ascii.hpp"
#include "base/disk_error.hpp"
#include "base/real_path.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "doctor.hpp"
#include "indexed.hpp"
#include "notebook.hpp"
#include "orient/keeping.hpp"
#include "store/book.hpp"
#include "store/health.hpp"
#include "store/journal.hpp"

namespace cafe::cmd {

std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t most = 5;
    std::vector<std::string> shown;
    for (const std::string& name : names) {
        if (shown.size() == most) {
            shown.emplace_back("…");
            break;
        }
        shown.push_back(printable_path(name));
    }
    return text::join(shown, ", ");
}

std::string in_quotes(const std::string& text) {
    return "'" + text::replace_all(printable_path(text), "'", "'\\''") + "'";
}

namespace {

class Machine : private Examination {
public:
    Machine(World& world, std::string root) : Examination(world, std::move(root)) {}

    std::vector<Checkup> run() && {
        records();
        for (Checkup& one : examine_clone(world_, root_)) found_.push_back(std::move(one));
        state();
        leftovers();
        names();
        place();
        orientations();
        index();
        locale();
        return std::move(found_);
    }

private:
    void records() {
        static constexpr Phrase<std::string> all{"carnet : {}, tous les fichiers se lisent",
                                                 "notebook: {}, every file can be read"};
        static constexpr Phrase<std::string> some_not{"fichiers illisibles : {}", "files that cannot be read: {}"};
        const auto book = open_book_on(world_, world_.disk, root_);
        if (!book) return unknown("records", book.error());
        if (book->unreadable.empty()) return good("records", all(utf8::printable(root_)));
        std::vector<std::string> names;
        for (const store::Ref& ref : book->unreadable) names.push_back(store::path_of(ref));
        bad(Health::wrong, "records", some_not(some_of(names)), "cafe check");
    }

    // ---- cafe's own folder -------------------------------------------------------------------------------------

    void state() {
        static constexpr Phrase<> free{"le carnet est libre, aucun changement interrompu",
                                       "nobody writes to the notebook, no change was cut off"};
        static constexpr Phrase<> held{"une autre commande cafe écrit dans ce carnet",
                                       "another cafe command writes to this notebook"};
        static constexpr Phrase<> wait{"attendre qu'elle finisse ; le système libère le verrou quand elle meurt",
                                       "wait until it ends; the system frees the lock when it dies"};
        static constexpr Phrase<> cut_off{"un changement a été interrompu : la prochaine commande l'annule",
                                          "a change was cut off: the next command takes it back"};
        static constexpr Phrase<> damaged{"le journal d'un changement interrompu est abîmé",
                                          "the journal of a change that was cut off is damaged"};
        static constexpr Phrase<std::string> compare{"comparer les fiches avec git (git diff), puis supprimer {}",
                                                     "compare the records with git (git diff), then remove {}"};
        static constexpr Phrase<std::string> drafts{"brouillons non terminés : {}", "unfinished drafts: {}"};
        const auto folder = state_folder(world_, root_);
        if (!folder) return unknown("state", folder.error());
        const auto stands = world_.disk.info(path::join(*folder, "lock"));
        if (!stands) return unknown("state", stands.error());
        if (*stands)
            if (const auto lock = world_.disk.lock(path::join(*folder, "lock"), 0); !lock)
                return bad(Health::wrong, "lock", held(), "", wait());
        const std::string journal = path::join(*folder, "journal");
        if (const auto info = world_.disk.info(journal); info && *info) {
            constexpr std::size_t largest = std::size_t{1} << 30U;
            const auto text = world_.disk.read(journal, largest);
            if (text && store::read_journal(*text)) return bad(Health::wrong, "journal", cut_off(), "cafe check");
            return bad(Health::wrong, "journal", damaged(), "", compare(in_quotes(journal)));
        }
        good("lock", free());
        if (const auto entries = world_.disk.list(path::join(*folder, "drafts")); entries && !entries->empty()) {
            std::vector<std::string> names;
            for (const FolderEntry& entry : *entries) names.push_back(entry.name);
            static constexpr Phrase<std::string> take_up{"les reprendre avec « cafe edit », ou les supprimer dans {}",
                                                         "take them up with 'cafe edit', or remove them in {}"};
            bad(Health::doubtful, "drafts", drafts(some_of(names)), "",
                take_up(utf8::printable(path::join(*folder, "drafts"))));
        }
    }

    void leftovers() {
        static constexpr Phrase<> none{"aucun fichier temporaire oublié", "no temporary file left over"};
        static constexpr Phrase<std::string> left{"fichiers temporaires oubliés : {}", "temporary files left over: {}"};
        const auto files = store::leftovers(world_.disk, root_);
        if (!files) return unknown("temporary-files", files.error());
        if (files->empty()) return good("temporary-files", none());
        std::string mend = "rm";
        for (const std::string& file : *files) mend += " " + in_quotes(path::join(root_, file));
        bad(Health::wrong, "temporary-files", left(some_of(*files)), mend);
    }

    void names() {
        static constexpr Phrase<> fine{"les noms de fichiers vont aussi sous macOS et Windows",
                                       "file names work on macOS and Windows too"};
        static constexpr Phrase<std::string> same_there{"un seul fichier sous macOS ou Windows : {}",
                                                        "one file on macOS or Windows: {}"};
        static constexpr Phrase<std::string> refused{"noms que Windows refuse : {}", "names that Windows refuses: {}"};
        const auto files = store::all_files(world_.disk, root_);
        if (!files) return unknown("names", files.error());
        const auto twins = store::collisions(*files);
        std::vector<std::string> refused_names;
        for (const std::string& file : *files)
            for (const std::string_view part : text::split(file, '/'))
                if (store::is_refused_by_windows(part)) {
                    refused_names.push_back(file);
                    break;
                }
        if (twins.empty() && refused_names.empty()) return good("names", fine());
        const auto renaming = [&](const std::string& file) {
            return "git mv -- " + in_quotes(file) + " " + in_quotes(file + ".autre");
        };
        if (!twins.empty())
            bad(Health::wrong, "names",
                same_there(utf8::printable(twins.front().first) + " = " + utf8::printable(twins.front().second)),
                renaming(twins.front().second));
        if (!refused_names.empty())
            bad(Health::wrong, "names", refused(some_of(refused_names)), renaming(refused_names.front()));
    }

    void place() {
        static constexpr Phrase<> here{"le carnet est sur un disque de cette machine",
                                       "the notebook is on a disk of this machine"};
        static constexpr Phrase<std::string> remote{
            "le carnet est sur un disque réseau ({}) : deux machines peuvent y écrire à la fois sans se voir",
            "the notebook is on a network disk ({}): two machines may write to it at once without seeing each other"};
        static constexpr Phrase<> clone_it{"travailler dans un clone sur cette machine : git clone, puis cafe sync",
                                           "work in a clone on this machine: git clone, then cafe sync"};
        static constexpr Phrase<std::string> synchronised{
            "{} synchronise ce dossier : il change des fichiers pendant que cafe et git écrivent, et abîme les clones",
            "{} synchronises this folder: it changes files while cafe and git write, and damages clones"};
        static constexpr Phrase<> nobody{"aucun programme ne synchronise ce dossier",
                                         "no program synchronises this folder"};
        static constexpr Phrase<> move_it{"déplacer le clone hors de ce dossier ; git partage déjà le carnet",
                                          "move the clone out of that folder; git already shares the notebook"};
        const auto current = world_.disk.current_folder();
        if (!current) return unknown("disk", current.error());
        const std::string whole = path::normal(path::join(*current, root_));
        constexpr std::size_t largest = std::size_t{1} << 22U;
        const auto mounts = world_.disk.read("/proc/self/mounts", largest);
        const auto system = mounts ? store::file_system_of(*mounts, whole) : std::nullopt;
        if (system && store::is_remote(*system))
            bad(Health::doubtful, "disk", remote(utf8::printable(*system)), "", clone_it());
        else
            good("disk", here());
        const auto program = store::synchronised_by(world_.disk, whole);
        if (!program) return unknown("synchronised", program.error());
        if (*program) return bad(Health::doubtful, "synchronised", synchronised(**program), "", move_it());
        good("synchronised", nobody());
    }

    // The private journal of orientations, where there is one: nothing may copy it.
    void orientations() {
        static constexpr Phrase<std::string> fine{"le journal des orientations est à vous seul : {}",
                                                  "the journal of orientations is yours alone: {}"};
        static constexpr Phrase<std::string, std::string> copied{
            "{} synchronise ou copie le journal des orientations : {}",
            "{} synchronises or copies the journal of orientations: {}"};
        static constexpr Phrase<std::string> in_backup{
            "le journal des orientations est dans un dossier de sauvegarde : {}",
            "the journal of orientations lies in a folder of backups: {}"};
        static constexpr Phrase<std::string> in_notebook{"un journal d'orientations est dans le carnet : {}",
                                                         "a journal of orientations lies in the notebook: {}"};
        static constexpr Phrase<> take_out{
            "le sortir du carnet ; s'il a été enregistré dans git, l'historique le garde",
            "take it out of the notebook; if git committed it, its history keeps it"};
        static constexpr Phrase<> move_it{"donner à XDG_STATE_HOME un dossier à vous seul, et y déplacer le journal",
                                          "set XDG_STATE_HOME to a folder of yours alone, and move the journal there"};
        if (const auto files = store::all_files(world_.disk, root_)) {
            std::vector<std::string> strays;
            for (const std::string& file : *files)
                if (orient::is_journal_file(path::name(file))) strays.push_back(file);
            if (!strays.empty()) bad(Health::wrong, "orientations", in_notebook(some_of(strays)), "", take_out());
        }
        const auto folder = orient::journal_place(world_.disk, user_states(world_), root_);
        if (!folder) return;
        const auto files = orient::journal_files(world_.disk, *folder);
        if (!files) return unknown("orientations", files.error());
        if (files->empty()) return;
        if (const auto may = orient::may_hold_references(world_.disk, *folder, root_); !may)
            return bad(Health::wrong, "orientations", may.error().message, "", move_it());
        // Where it really lies, whatever link leads there.
        const auto real = real_path(world_.disk, *folder);
        for (const std::string& place : {*folder, real ? *real : *folder}) {
            const auto program = store::synchronised_by(world_.disk, place);
            if (program && *program)
                return bad(Health::wrong, "orientations", copied(**program, utf8::printable(place)), "", move_it());
            if (store::is_in_backup(place))
                return bad(Health::wrong, "orientations", in_backup(utf8::printable(place)), "", move_it());
        }
        good("orientations", fine(utf8::printable(*folder)));
    }

    // What is kept of the files so that questions need not read them all.
    void index() {
        static constexpr Phrase<> off{"index : laissé de côté (CAFE_NO_INDEX), chaque fichier est lu chaque fois",
                                      "index: left out (CAFE_NO_INDEX), every file is read every time"};
        static constexpr Phrase<> none{"index : aucun encore, la prochaine question le fait",
                                       "index: none yet, the next question makes it"};
        static constexpr Phrase<std::string, std::string> stands{
            "index : {} Ko gardés pour répondre plus vite ; pour l'effacer : {}",
            "index: {} KB kept to answer sooner; to remove it: {}"};
        if (!world_.variable("CAFE_NO_INDEX").value_or("").empty()) return good("index", off());
        const auto place = index_place(world_);
        if (!place) return;
        std::uint64_t size = 0;
        for (const std::string& file : store::index_files(place->folder, root_))
            if (const auto info = world_.disk.info(file); info && *info) size += (*info)->size;
        constexpr std::uint64_t kilobyte = 1000;
        if (size == 0) return good("index", none());
        good("index", stands(std::to_string((size + kilobyte - 1) / kilobyte), "rm -r " + in_quotes(place->folder)));
    }

    // ---- The machine -------------------------------------------------------------------------------------------

    void locale() {
        static constexpr Phrase<std::string> reads{"le terminal est en UTF-8 ({})", "the terminal is in UTF-8 ({})"};
        static constexpr Phrase<std::string> not_utf8{
            "le terminal n'est pas en UTF-8 ({}) : les accents s'affichent mal dans l'éditeur et dans git",
            "the terminal is not in UTF-8 ({}): accents look wrong in the editor and in git"};
        std::string locale;
        for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"})
            if (locale.empty()) locale = world_.variable(name).value_or("");
        const std::string lower = ascii::lower(locale);
        if (lower.find("utf-8") != std::string::npos || lower.find("utf8") != std::string::npos)
            return good("locale", reads(utf8::printable(locale)));
        bad(Health::doubtful, "locale", not_utf8(locale.empty() ? "LANG" : utf8::printable(locale)),
            world_.lang == Lang::fr ? "export LANG=fr_FR.UTF-8" : "export LANG=C.UTF-8");
    }
};

}  // namespace

std::vector<Checkup> examine(World& world, const std::string& root) {
    return Machine(world, root).run();
}

}  // namespace cafe::cmd
