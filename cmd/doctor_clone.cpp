#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "doctor.hpp"
#include "git/clone.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

class Clone : private Examination {
public:
    Clone(World& world, std::string root) : Examination(world, std::move(root)) {}

    std::vector<Checkup> run() && {
        git_program();
        repository();
        if (repository_) {
            setup();
            program_in_path();
            foreign_settings();
            unfinished_merge();
            index();
        }
        clock();
        return std::move(found_);
    }

private:
    [[nodiscard]] std::string git_answer(const std::vector<std::string>& arguments) const {
        const auto said = git::run(world_.process, *repository_, arguments);
        return said && said->code == 0 ? std::string(text::trim(said->out)) : std::string();
    }

    void git_program() {
        static constexpr Phrase<> missing{"git n'est pas installé", "git is not installed"};
        static constexpr Phrase<> install{"l'installer : https://git-scm.com", "install it: https://git-scm.com"};
        const auto version = world_.process.run({"git", "--version"}, "", "");
        git_ = version && version->code == 0;
        if (git_) return good("git", same(utf8::printable(std::string(text::trim(version->out)))));
        bad(Health::wrong, "git", missing(), "", install());
    }

    void repository() {
        static constexpr Phrase<> none{"le carnet n'est dans aucun dépôt git : ni historique, ni partage",
                                       "the notebook is in no git repository: no history, no sharing"};
        static constexpr Phrase<std::string> in{"dépôt git : {}", "git repository: {}"};
        static constexpr Phrase<> not_yours{"le dépôt appartient à un autre utilisateur : git refuse de le lire",
                                            "the repository belongs to another user: git refuses to read it"};
        static constexpr Phrase<> nobody{"git ne sait pas qui vous êtes : rien ne peut être enregistré",
                                         "git does not know who you are: nothing can be committed"};
        static constexpr Phrase<std::string> who{"vous êtes {} pour git", "you are {} to git"};
        auto repository = git::find(world_.disk, root_);
        if (!repository) return unknown("repository", repository.error());
        if (!*repository) return bad(Health::doubtful, "repository", none(), "cafe init");
        repository_ = **repository;
        good("repository", in(utf8::printable(repository_->top)));
        if (!git_) return;
        if (const auto said = git::run(world_.process, *repository_, {"rev-parse", "--git-dir"});
            said && said->code != 0 && said->err.find("dubious ownership") != std::string::npos)
            return bad(Health::wrong, "owner", not_yours(),
                       "git config --global --add safe.directory " + in_quotes(repository_->top));
        const std::string name = git_answer({"config", "user.name"});
        const std::string mail = git_answer({"config", "user.email"});
        if (name.empty() || mail.empty())
            return bad(Health::wrong, "identity", nobody(),
                       name.empty() ? "git config --global user.name \"Prénom Nom\""
                                    : "git config --global user.email prenom.nom@example.org");
        good("identity", who(utf8::printable(name + " <" + mail + ">")));
    }

    void setup() {
        static constexpr Phrase<> ready{"les fiches se fusionnent champ par champ dans ce clone",
                                        "records are merged field by field in this clone"};
        static constexpr Phrase<> not_told{"ce clone fusionne les fiches ligne à ligne : cafe n'y est pas installé",
                                           "this clone merges records line by line: cafe is not set up in it"};
        static constexpr Phrase<> not_asked{".gitattributes ne demande pas la fusion par champs",
                                            ".gitattributes does not ask for merging by fields"};
        if (!git_) return;
        const auto done = git::is_set_up(world_.process, *repository_);
        if (!done) return unknown("merge-driver", done.error());
        if (!git::asks_for_merge(world_.disk, *repository_, root_))
            return bad(Health::wrong, "merge-driver", not_asked(),
                       "echo '" + std::string(git::attributes_line) + "' >> " +
                           in_quotes(path::join(root_, ".gitattributes")));
        if (!*done) return bad(Health::wrong, "merge-driver", not_told(), "cafe init");
        good("merge-driver", ready());
    }

    // git starts it by its name.
    void program_in_path() {
        static constexpr Phrase<std::string> found{"git trouve {}", "git finds {}"};
        static constexpr Phrase<> missing{"git ne trouve pas cafe : les fusions se feraient ligne à ligne",
                                          "git does not find cafe: merges would go line by line"};
        static constexpr Phrase<> add{"ajouter à PATH le dossier où cafe est installé",
                                      "add the folder that cafe is installed in to PATH"};
        const auto said = world_.process.run({"cafe", "--version"}, "", "");
        if (said && said->code == 0) return good("path", found(utf8::printable(std::string(text::trim(said->out)))));
        bad(Health::wrong, "path", missing(), "", add());
    }

    void foreign_settings() {
        static constexpr Phrase<> none{"aucun réglage de ce clone ne lance de programme",
                                       "no setting of this clone runs a program"};
        static constexpr Phrase<std::string> some_run{"des réglages de ce clone lancent un programme : {}",
                                                      "settings of this clone run a program: {}"};
        if (!git_) return;
        const auto foreign = git::foreign_settings(world_.process, *repository_);
        if (!foreign) return unknown("settings", foreign.error());
        if (foreign->empty()) return good("settings", none());
        bad(Health::doubtful, "settings", some_run(some_of(*foreign)),
            "git config --local --unset-all " + in_quotes(foreign->front()));
    }

    void unfinished_merge() {
        static constexpr Phrase<> none{"aucune fusion en cours", "no merge under way"};
        static constexpr Phrase<> under_way{"une fusion n'est pas terminée", "a merge is not finished"};
        for (const auto* mark : {"MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD"}) {
            const auto info = world_.disk.info(path::join(repository_->folder, mark));
            if (info && *info) return bad(Health::wrong, "merge", under_way(), "cafe resolve");
        }
        good("merge", none());
    }

    // What git leaves behind when it is killed while it writes: index.lock, HEAD.lock, refs/heads/main.lock.
    [[nodiscard]] std::vector<std::string> locks_in(const std::string& folder, int deeper) const {
        std::vector<std::string> found;
        const auto entries = world_.disk.list(path::join(repository_->folder, folder));
        if (!entries) return found;
        for (const FolderEntry& entry : *entries) {
            const std::string name = path::join(folder, entry.name);
            if (entry.kind == FileKind::file && name.ends_with(".lock")) found.push_back(name);
            if (entry.kind != FileKind::folder || deeper == 0 || (folder.empty() && name != "refs")) continue;
            for (std::string& lock : locks_in(name, deeper - 1)) found.push_back(std::move(lock));
        }
        return found;
    }

    void index() {
        static constexpr Phrase<> fine{"l'index de git est libre et se lit", "git's index is free and can be read"};
        static constexpr Phrase<std::string> held{"git est verrouillé ({}) : une commande de git tourne, ou est morte",
                                                  "git is locked ({}): a git command runs, or died"};
        static constexpr Phrase<> damaged{"l'index de git est abîmé : git ne lit plus ce qui est enregistré",
                                          "git's index is damaged: git no longer reads what is committed"};
        const std::string file = path::join(repository_->folder, "index");
        constexpr int deepest = 6;
        if (const auto locks = locks_in("", deepest); !locks.empty()) {
            std::string mend = "rm";
            for (const std::string& lock : locks) mend += " " + in_quotes(path::join(repository_->folder, lock));
            return bad(Health::wrong, "git-lock", held(some_of(locks)), mend);
        }
        if (!git_) return;
        const auto said = git::run(world_.process, *repository_, {"ls-files", "--cached", "--", "cafe.yaml"});
        if (!said) return unknown("index", said.error());
        if (said->code == 0) return good("index", fine());
        if (said->err.find("index") == std::string::npos) return;  // another line says what keeps git from reading
        bad(Health::wrong, "index", damaged(),
            "rm " + in_quotes(file) + " && git -C " + in_quotes(repository_->top) + " reset --quiet");
    }

    void clock() {
        static constexpr Phrase<Words> today_is{"nous sommes le {}", "today is {}"};
        static constexpr Phrase<Words, std::string> behind{
            "l'horloge dit {0}, et le dernier enregistrement dans git est du {1}",
            "the clock says {0}, and the last commit is of {1}"};
        static constexpr Phrase<> set_it{"remettre l'horloge à l'heure", "set the clock"};
        const Date day = today(world_);
        std::string last;
        if (repository_ && git_) last = git_answer({"log", "-1", "--format=%cs"});
        const auto commit = Date::parse(last);
        if (commit && day.plus_days(1) < *commit)
            return bad(Health::wrong, "clock", behind(plain_date(day), last), "", set_it());
        good("clock", today_is(plain_date(day)));
    }

    std::optional<git::Repository> repository_;
    bool git_ = false;
};

}  // namespace

std::vector<Checkup> examine_clone(World& world, const std::string& root) {
    return Clone(world, root).run();
}

}  // namespace cafe::cmd
