#include <algorithm>
#include <set>

#include "checking.hpp"
#include "git/git.hpp"
#include "git/snapshot.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_in_git{"{} n'est pas dans un dépôt git", "{} is not in a git repository"};
constexpr Phrase<> use_plain_check{"cafe check, sans --staged, lit le dossier",
                                   "cafe check, without --staged, reads the folder"};
constexpr Phrase<> no_staged_notebook{"cafe.yaml n'est pas encore dans git", "cafe.yaml is not in git yet"};
constexpr Phrase<> add_settings{"git add cafe.yaml", "git add cafe.yaml"};
constexpr Phrase<> nothing_staged{"rien de ce carnet n'est prêt à être enregistré (git add)",
                                  "nothing of this notebook is staged (git add)"};

// A finding without its line, which a change above it moves.
std::string trace_of(const Diagnostic& finding) {
    return finding.place.file + '\0' + std::string(finding.rule->code) + '\0' + finding.message.in(Lang::fr);
}

// What HEAD says already of files that the commit leaves alone.
Result<std::multiset<std::string>> said_before(World& world, const git::Repository& repository, const std::string& root,
                                               const CheckRequest& request) {
    const auto last = git::snapshot(world.process, repository, root, git::Version::last);
    if (!last) return last.error();
    std::multiset<std::string> before;
    const auto settings = (*last)->info(path::join(root, store::settings_file));
    if (!settings) return settings.error();
    if (!*settings) return before;  // the first commit of this notebook
    const auto book = open_book_on(world, **last, root);
    if (!book) return book.error();
    for (const Diagnostic& finding : findings_of(world, **last, *book, request)) before.insert(trace_of(finding));
    return before;
}

}  // namespace

Result<int> check_staged(World& world, const Arguments& arguments, const std::string& format, CheckRequest request) {
    const auto start = store::find_notebook(world.disk, world.start);
    if (!start) return start.error();
    const auto here = world.disk.current_folder();
    if (!here) return here.error();
    const std::string root = path::normal(path::join(*here, *start));
    const auto repository = git::find(world.disk, root);
    if (!repository) return repository.error();
    if (!*repository) return Error{ErrorKind::usage, not_in_git(root), use_plain_check()};
    const auto files = git::staged_files(world.process, **repository, root);
    if (!files) return files.error();
    const auto staged = git::snapshot(world.process, **repository, root, git::Version::staged);
    if (!staged) return staged.error();
    const auto settings = (*staged)->info(path::join(root, store::settings_file));
    if (!settings) return settings.error();
    if (!*settings) return Error{ErrorKind::usage, no_staged_notebook(), add_settings()};
    const auto book = open_book_on(world, **staged, root);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments.words);
    if (!selection) return selection.error();
    request.selection = *selection;
    Findings findings = findings_of(world, **staged, *book, request);
    const auto is_staged = [&](const Diagnostic& finding) {
        return std::binary_search(files->begin(), files->end(), finding.place.file);
    };
    if (!std::all_of(findings.begin(), findings.end(), is_staged)) {
        auto before = said_before(world, **repository, root, request);
        if (!before) return before.error();
        std::erase_if(findings, [&](const Diagnostic& finding) {
            if (is_staged(finding)) return false;
            const auto known = before->find(trace_of(finding));
            if (known == before->end()) return false;
            before->erase(known);
            return true;
        });
    }
    const std::size_t records =
        static_cast<std::size_t>(std::count_if(files->begin(), files->end(), [&](const std::string& file) {
            return selection->takes(file) && store::ref_at(file);
        }));
    if (files->empty() && findings.empty()) world.say(nothing_staged());
    return report_findings(world, **staged, *book, arguments, format, std::move(findings), records);
}

}  // namespace cafe::cmd
