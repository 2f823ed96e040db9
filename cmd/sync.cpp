// `cafe sync`: what others wrote comes in, what was written here goes out, and nothing wrong with it.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check_merge.hpp"
#include "command.hpp"
#include "commit.hpp"
#include "git/clone.hpp"
#include "notebook.hpp"
#include "store/catalog.hpp"
#include "territory/territory.hpp"
#include "versions.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> no_remote{"ce carnet n'a pas de dépôt distant : il n'y a personne avec qui l'échanger",
                             "this notebook has no remote: there is nobody to exchange it with"};
constexpr Phrase<> add_remote{"git remote add origin ADRESSE, puis git push -u origin main",
                              "git remote add origin ADDRESS, then git push -u origin main"};
constexpr Phrase<std::string> runs{"ce clone ferait tourner un programme ({}) : rien n'est lancé",
                                   "this clone would run a program ({}): nothing is run"};
constexpr Phrase<std::string> unset{"si ce n'est pas vous qui l'avez voulu : git config --unset {}",
                                    "unless you wanted it: git config --unset {}"};
constexpr Phrase<> unrecorded{"des fiches changées ne sont pas encore enregistrées",
                              "changed records are not committed yet"};
constexpr Phrase<> record_first{"cafe sync --commit les enregistre d'abord ; cafe diff les montre",
                                "cafe sync --commit commits them first; cafe diff shows them"};
constexpr Phrase<> merging{"une fusion est en cours", "a merge is under way"};
constexpr Phrase<> resolve_first{"cafe resolve, puis git commit", "cafe resolve, then git commit"};
constexpr Phrase<> no_branch{"aucune branche n'est ouverte ici", "no branch is checked out here"};
constexpr Phrase<std::string> offline{"le dépôt distant ne répond pas : {}", "the remote does not answer: {}"};
constexpr Phrase<> try_later{"rien n'a changé ici ; recommencer quand le réseau revient",
                             "nothing has changed here; try again when the network is back"};
constexpr Phrase<> locked{"git est verrouillé : une commande de git tourne, ou est morte",
                          "git is locked: a git command runs, or died"};
constexpr Phrase<> see_doctor{"« cafe doctor » dit quoi faire", "'cafe doctor' says what to do"};
constexpr Phrase<std::string> conflict{"deux personnes ont changé la même chose : {}",
                                       "two people changed the same thing: {}"};
constexpr Phrase<> then_resolve{"cafe resolve, puis git commit, puis cafe sync",
                                "cafe resolve, then git commit, then cafe sync"};
constexpr Phrase<std::string> no_merge{"git n'a pas pu réunir les deux versions : {}",
                                       "git could not join the two versions: {}"};
constexpr Phrase<Words> worse{"rien n'est envoyé : {} de plus qu'avant ; « cafe check » les montre",
                              "nothing is sent: {} more than before; 'cafe check' shows them"};
constexpr Noun errors{"erreur", "erreurs", "error", "errors"};
constexpr Phrase<> lost{"rien n'est envoyé : la fusion a perdu ou doublé ce qui est nommé ci-dessus",
                        "nothing is sent: the merge lost or doubled what is named above"};
constexpr Phrase<> rejected{"quelqu'un d'autre a envoyé entre-temps : rien n'est envoyé",
                            "somebody else sent meanwhile: nothing is sent"};
constexpr Phrase<> again{"recommencer : cafe sync", "again: cafe sync"};
constexpr Phrase<std::string> not_sent{"rien n'est envoyé : {}", "nothing is sent: {}"};
constexpr Phrase<Words> received{"reçu : {}", "received: {}"};
constexpr Phrase<Words> sent{"envoyé : {}", "sent: {}"};
constexpr Noun commits{"enregistrement", "enregistrements", "commit", "commits"};
constexpr Phrase<> up_to_date{"tout est à jour", "all is up to date"};
constexpr Phrase<> fetching{"réception", "receiving"};

Error environment(Words message, Words remedy) {
    return Error{ErrorKind::environment, std::move(message), std::move(remedy)};
}

std::string last_line(const std::string& said) {
    const std::string trimmed(text::trim(said));
    const auto lines = text::split(trimmed, '\n');
    return lines.empty() ? "" : utf8::printable(std::string(lines.back()));
}

bool is_locked(const Finished& ran) {
    return ran.code != 0 && ran.err.find(".lock'") != std::string::npos;
}

std::size_t count_errors(const store::Book& book, const Date& day) {
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    const Findings found = check::check(book, territory, day);
    return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [](const Diagnostic& finding) {
        return finding.rule->severity == Severity::error;
    }));
}

struct Upstream {
    std::string branch;  // here
    std::string remote;
    std::string name;  // "origin/main"
    bool exists = false;
};

Result<Upstream> upstream_of(World& world, const git::Repository& repository) {
    const auto head = git::run(world.process, repository, {"symbolic-ref", "--quiet", "--short", "HEAD"});
    if (!head) return head.error();
    if (head->code != 0) return environment(no_branch(), {});
    Upstream upstream;
    upstream.branch = text::trim(head->out);
    const auto remotes = git::ask(world.process, repository, {"remote"});
    if (!remotes) return remotes.error();
    const auto names = text::words(*remotes);
    const auto chosen =
        git::run(world.process, repository, {"config", "--get", "branch." + upstream.branch + ".remote"});
    if (!chosen) return chosen.error();
    upstream.remote = text::trim(chosen->out);
    if (upstream.remote.empty() && !names.empty())
        upstream.remote =
            std::find(names.begin(), names.end(), "origin") != names.end() ? "origin" : std::string(names.front());
    if (upstream.remote.empty() || names.empty()) return environment(no_remote(), add_remote());
    upstream.name = upstream.remote + "/" + upstream.branch;
    const auto tracked =
        git::run(world.process, repository,
                 {"rev-parse", "--abbrev-ref", "--symbolic-full-name", upstream.branch + "@{upstream}"});
    if (!tracked) return tracked.error();
    if (tracked->code == 0) upstream.name = text::trim(tracked->out);
    return upstream;
}

Result<std::size_t> count_commits(World& world, const git::Repository& repository, const std::string& range) {
    const auto said = git::run(world.process, repository, {"rev-list", "--count", "--no-merges", range, "--"});
    if (!said) return said.error();
    const auto number = text::to_integer(text::trim(said->out));
    return number && *number > 0 ? static_cast<std::size_t>(*number) : std::size_t{0};
}

Result<Done> ready(World& world, const Arguments& arguments, const git::Repository& repository,
                   const std::string& root) {
    const auto foreign = git::foreign_settings(world.process, repository);
    if (!foreign) return foreign.error();
    if (!foreign->empty())
        return environment(runs(utf8::printable(text::join(*foreign, ", "))), unset(utf8::printable(foreign->front())));
    const auto open = git::run(world.process, repository, {"rev-parse", "--quiet", "--verify", "MERGE_HEAD"});
    if (!open) return open.error();
    if (open->code == 0) return Error{ErrorKind::conflict, merging(), resolve_first()};
    const auto status = git::ask(world.process, repository, {"status", "--porcelain", "-z", "--untracked-files=all"});
    if (!status) return status.error();
    bool changed = false;
    for (const std::string_view line : text::split(*status, '\0'))
        if (line.size() > 3) {
            const auto path = git::path_in_notebook(repository, root, std::string(line.substr(3)));
            changed = changed || (path && path->ends_with(".yaml")) || (!line.starts_with("??"));
        }
    if (!changed) return Done{};
    if (!arguments.has("--commit")) return Error{ErrorKind::usage, unrecorded(), record_first()};
    return commit_records(world, root);
}

Result<int> run_sync(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const std::string root = book->root;
    const auto repository = repository_of(world, root);
    if (!repository) return repository.error();
    const auto upstream = upstream_of(world, *repository);
    if (!upstream) return upstream.error();
    if (const auto fine = ready(world, arguments, *repository, root); !fine) return fine.error();
    const auto set_up = git::is_set_up(world.process, *repository);
    if (!set_up) return set_up.error();
    if (!*set_up)
        if (const auto done = git::set_up(world.process, *repository); !done) return done.error();
    const std::size_t before = count_errors(*book, today(world));

    world.tell_progress(fetching(), 0, 0);
    const auto fetched =
        git::run(world.process, *repository, {"fetch", "--quiet", "--no-recurse-submodules", "--", upstream->remote});
    if (!fetched) return fetched.error();
    if (is_locked(*fetched)) return environment(locked(), see_doctor());
    if (fetched->code != 0) return environment(offline(last_line(fetched->err)), try_later());
    const auto there = git::commit_id(world.process, *repository, upstream->name);
    if (!there) return there.error();
    std::size_t incoming = 0;
    if (*there) {
        const auto count_in = count_commits(world, *repository, "HEAD.." + **there);
        if (!count_in) return count_in.error();
        incoming = *count_in;
        const auto merged =
            git::run(world.process, *repository, {"merge", "--quiet", "--no-edit", "--no-gpg-sign", **there});
        if (!merged) return merged.error();
        if (merged->code != 0) {
            const auto open =
                git::ask(world.process, *repository, {"diff", "--name-only", "--diff-filter=U", "-z", "--no-ext-diff"});
            if (!open) return open.error();
            std::vector<std::string> paths;
            for (const std::string_view path : text::split(*open, '\0'))
                if (!path.empty()) paths.push_back(utf8::printable(std::string(path)));
            if (paths.empty()) return environment(no_merge(last_line(merged->err + merged->out)), {});
            return Error{ErrorKind::conflict, conflict(text::join(paths, ", ")), then_resolve()};
        }
    }
    if (incoming > 0) {
        world.say(received(count(incoming, commits)));
        const auto parents = git::ask(world.process, *repository, {"rev-list", "--parents", "-n", "1", "HEAD"});
        if (!parents) return parents.error();
        if (text::words(*parents).size() > 2) {
            const auto missing = losses_of_merge(world, root, "HEAD");
            if (!missing) return missing.error();
            if (*missing > 0) {
                world.say(lost());
                return 1;
            }
        }
        const auto now = store::load(world.disk, root);
        if (!now) return now.error();
        const std::size_t after = count_errors(*now, today(world));
        if (after > before) {
            world.say(worse(count(after - before, errors)));
            return 1;
        }
    }
    std::size_t outgoing = 0;
    if (*there) {
        const auto count_out = count_commits(world, *repository, **there + "..HEAD");
        if (!count_out) return count_out.error();
        outgoing = *count_out;
    }
    const auto head = git::commit_id(world.process, *repository, "HEAD");
    if (!head) return head.error();
    if (*there && **there == head->value_or("")) {
        if (incoming == 0) world.say(up_to_date());
        return 0;
    }
    const auto pushed = git::run(world.process, *repository,
                                 {"push", "--quiet", "--no-verify", "--set-upstream", "--", upstream->remote,
                                  "HEAD:refs/heads/" + upstream->name.substr(upstream->remote.size() + 1)});
    if (!pushed) return pushed.error();
    if (pushed->code != 0) {
        const bool late = pushed->err.find("fetch first") != std::string::npos ||
                          pushed->err.find("non-fast-forward") != std::string::npos;
        return late ? environment(rejected(), again()) : environment(not_sent(last_line(pushed->err)), {});
    }
    world.say(sent(count(std::max<std::size_t>(outgoing, 1), commits)));
    return 0;
}

}  // namespace

const Command& sync_command() {
    static const Command command{
        .name = "sync",
        .group = Group::change,
        .summary = {"recevoir ce que les autres ont écrit, envoyer ce qui l'est ici",
                    "receive what others wrote, send what was written here"},
        .most = 0,
        .options = {{"--commit",
                     ValueKind::none,
                     {},
                     {"enregistrer d'abord les fiches changées", "commit the changed records first"}}},
        .about =
            {"Reçoit, réunit champ par champ, vérifie, puis envoie. Rien n'est envoyé si la fusion a perdu quelque "
             "chose ou si cafe check trouve plus d'erreurs qu'avant. Un conflit se tranche avec cafe resolve (code "
             "de sortie 5).",
             "Receives, merges field by field, checks, then sends. Nothing is sent when the merge lost something or "
             "when cafe check finds more errors than before. A conflict is settled with cafe resolve (exit code "
             "5)."},
        .examples = {{"cafe sync",
                      {"chaque matin, et après chaque changement", "each morning, and after each change"}}},
        .run = run_sync,
    };
    return command;
}

}  // namespace cafe::cmd
