#include "publish_news.hpp"

#include <map>
#include <optional>
#include <set>

#include "base/utf8.hpp"
#include "git/clone.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

namespace {

// As long as a feed is read; what a season's commits change at most.
constexpr std::size_t most_commits = 200;
constexpr std::size_t most_revisions = 400;
constexpr std::size_t most_news = 60;

constexpr Phrase<Words> no_feed{"pas de flux des changements : {}", "no feed of changes: {}"};
constexpr Phrase<> cut_short{"ce clone n'a que les derniers commits (git fetch --unshallow)",
                             "this clone has the last commits alone (git fetch --unshallow)"};

// A revision as git names it: what stands before and after.
struct Step {
    history::Revision revision;
    std::string before;
    std::string after;
};

// Paths become what the file is called today, while commits are read backwards.
class Names {
public:
    Names(const git::Repository& repository, const std::string& root) : repository_(repository), root_(root) {}

    std::optional<std::string> partner(const git::Changed& changed) {
        const auto known = today_.find(*changed.after);
        const std::string today = known == today_.end() ? *changed.after : known->second;
        if (*changed.before != *changed.after) today_[*changed.before] = today;
        const auto path = git::path_in_notebook(repository_, root_, today);
        const auto ref = path ? store::ref_at(*path) : std::nullopt;
        return ref && ref->kind == model::RecordKind::partner ? std::optional(ref->id) : std::nullopt;
    }

    // Before this commit it was no file, or another one.
    void begin(const std::string& path) { today_.erase(path); }

private:
    const git::Repository& repository_;
    const std::string& root_;
    std::map<std::string, std::string> today_;
};

std::vector<Step> steps_of(const std::vector<git::Step>& commits, Names names) {
    std::vector<Step> steps;
    for (const git::Step& commit : commits) {
        for (const git::Changed& changed : commit.files) {
            if (!changed.before || !changed.after || steps.size() == most_revisions) continue;
            const auto partner = names.partner(changed);
            if (!partner) continue;
            Step& step = steps.emplace_back();
            step.revision.partner = *partner;
            step.revision.moment = commit.moment;
            step.before = commit.parent + ":" + *changed.before;
            step.after = commit.id + ":" + *changed.after;
        }
        for (const git::Changed& changed : commit.files)
            if (!changed.before && changed.after) names.begin(*changed.after);
    }
    return steps;
}

Result<std::vector<history::Revision>> revisions_of(Process& process, const git::Repository& repository,
                                                    const std::string& root) {
    const std::string folder =
        git::path_in_repository(repository, root, std::string(store::folder_of(model::RecordKind::partner)));
    const auto commits = git::main_line(process, repository, folder, most_commits);
    if (!commits) return commits.error();
    std::vector<Step> steps = steps_of(*commits, Names(repository, root));
    std::vector<std::string> objects;
    for (const Step& step : steps)
        for (const std::string& object : {step.before, step.after}) objects.push_back(object);
    auto texts = git::texts_of(process, repository, objects);
    if (!texts) return texts.error();
    std::vector<history::Revision> revisions;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i].revision.before = std::move((*texts)[2 * i]);
        steps[i].revision.after = std::move((*texts)[2 * i + 1]);
        revisions.push_back(std::move(steps[i].revision));
    }
    return revisions;
}

}  // namespace

Result<std::vector<history::News>> news_of(World& world, const store::Book& book, facts::Disclosure reader) {
    const std::vector<history::News> none;
    const auto repository = git::find(world.disk, book.root);
    if (!repository) return repository.error();
    if (!*repository) return none;
    // Without git the pages are right all the same.
    const auto without = [&](const Words& reason) {
        world.say(no_feed(reason));
        return none;
    };
    const auto shallow = git::is_shallow(world.process, **repository);
    if (!shallow) return without(shallow.error().message);
    if (*shallow) return without(cut_short());
    const auto last = git::commit_id(world.process, **repository, "HEAD");
    if (last && !*last) return none;  // nothing was committed yet
    const auto revisions = revisions_of(world.process, **repository, book.root);
    if (!revisions) return without(revisions.error().message);
    return history::news_in(*revisions, history::Versions(book, reader), most_news);
}

}  // namespace cafe::cmd
