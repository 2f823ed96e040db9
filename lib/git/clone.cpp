#include "git/clone.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::git {

namespace {

constexpr Phrase<std::string> said_no{"git a refusé : {}", "git refused: {}"};

// 126, 127 and what is above 128: the program did not run, or died. An honest conflict is 1 and is not merged again.
constexpr std::string_view driver =
    "cafe merge-driver %O %A %B %L %P; s=$?; if [ $s -ge 126 ]; then "
    "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; [ $s -eq 0 ] || s=1; fi; exit $s";

struct Setting {
    std::string_view name;
    std::string_view value;
};
constexpr std::array<Setting, 4> settings{{
    {"merge.cafe.name", "cafe: records, field by field"},
    {"merge.cafe.driver", driver},
    {"diff.cafe.textconv", "cafe textconv"},
    {"diff.cafe.xfuncname", "^( *- \\{?(id|person|partner|number|address|name|title|area): .*|[a-z_-]+:.*)$"},
}};

bool runs_a_program(const std::string& name, const std::string& value) {
    const auto is = [&](std::string_view begin, std::string_view end) {
        return name.starts_with(begin) && name.ends_with(end);
    };
    // Our own lines, as we write them; with other words they run something else.
    for (const Setting& setting : settings)
        if (name == setting.name) return value != setting.value;
    if (is("filter.", ".clean") || is("filter.", ".smudge") || is("filter.", ".process")) return true;
    if (is("remote.", ".uploadpack") || is("remote.", ".receivepack") || is("remote.", ".vcs")) return true;
    if (is("merge.", ".driver") || is("diff.", ".command") || is("diff.", ".textconv") || name == "diff.external")
        return true;
    if (name == "core.sshcommand" || name == "core.gitproxy" || name == "core.askpass") return true;
    if (name == "core.alternaterefscommand" || is("gpg.", "program") || name == "gpg.program") return true;
    const bool address = is("remote.", ".url") || is("remote.", ".pushurl") || is("url.", ".insteadof");
    return name == "protocol.ext.allow" || (address && value.find("ext::") != std::string::npos) ||
           (is("url.", ".insteadof") && name.find("ext::") != std::string::npos);
}

}  // namespace

Result<Finished> run(Process& process, const Repository& repository, const std::vector<std::string>& arguments,
                     const std::string& input) {
    return process.run(command(arguments), repository.top, input);
}

Result<std::string> ask(Process& process, const Repository& repository, const std::vector<std::string>& arguments,
                        const std::string& input) {
    auto finished = run(process, repository, arguments, input);
    if (!finished) return finished.error();
    if (finished->code != 0)
        return Error{ErrorKind::environment, said_no(utf8::printable(std::string(text::trim(finished->err)))), {}};
    return std::move(finished->out);
}

std::string path_in_repository(const Repository& repository, const std::string& root, const std::string& path) {
    if (root == repository.top) return path;
    const std::string top = repository.top == "/" ? "/" : repository.top + "/";
    return root.substr(top.size()) + "/" + path;
}

std::optional<std::string> path_in_notebook(const Repository& repository, const std::string& root,
                                            const std::string& path) {
    const std::string folder = path_in_repository(repository, root, "");
    if (!path.starts_with(folder)) return std::nullopt;
    return path.substr(folder.size());
}

Result<std::vector<Commit>> commits_of(Process& process, const Repository& repository, const std::string& path) {
    const auto said = ask(
        process, repository,
        {"log", "--follow", "-M", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-merges",
         "--date=short", "--format=%x01%H%x02%ad%x02%an%x02%P", "--name-status", "-z", "--", ":(top,literal)" + path});
    if (!said) return said.error();
    std::vector<Commit> commits;
    for (const std::string_view part : text::split(*said, '\x01')) {
        if (part.empty()) continue;
        const std::size_t head = std::min(part.find('\0'), part.size());
        const auto words = text::split(part.substr(0, head), '\x02');
        if (words.size() < 3) continue;
        Commit commit;
        commit.id = words[0];
        commit.date = words[1];
        commit.author = words[2];
        if (words.size() > 3) commit.parent = std::string(words[3].substr(0, words[3].find(' ')));
        while (!commit.parent.empty() && commit.parent.back() == '\n') commit.parent.pop_back();
        std::vector<std::string> names;
        for (const std::string_view name : text::split(part.substr(head), '\0'))
            if (!text::trim(name).empty()) names.emplace_back(text::trim(name));
        // "M", path; "R100", old, new.
        commit.path = names.empty() ? path : names.back();
        commit.before = names.size() > 2 ? names[names.size() - 2] : commit.path;
        commits.push_back(std::move(commit));
    }
    return commits;
}

Result<std::vector<std::optional<std::string>>> texts_of(Process& process, const Repository& repository,
                                                         const std::vector<std::string>& objects) {
    std::vector<std::optional<std::string>> texts;
    if (objects.empty()) return texts;
    std::string input;
    for (const std::string& object : objects) {
        // A line end in a path would be another question.
        input += (object.find('\n') == std::string::npos ? object : "0") + "\n";
    }
    const auto answer = ask(process, repository, {"cat-file", "--batch"}, input);
    if (!answer) return answer.error();
    std::size_t at = 0;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::size_t line_end = answer->find('\n', at);
        if (line_end == std::string::npos) break;
        const std::string line = answer->substr(at, line_end - at);
        at = line_end + 1;
        const auto words = text::words(line);
        const auto size = words.size() == 3 && words[1] == "blob" ? text::to_integer(words[2]) : std::nullopt;
        if (!size) {
            texts.emplace_back();
            continue;
        }
        texts.emplace_back(answer->substr(at, static_cast<std::size_t>(*size)));
        at += static_cast<std::size_t>(*size) + 1;
    }
    texts.resize(objects.size());
    return texts;
}

namespace {

// "M", path; "R100", old, new.
std::vector<Changed> changed_of(const std::vector<std::string_view>& names, std::size_t from) {
    std::vector<Changed> changed;
    for (std::size_t i = from; i + 1 < names.size();) {
        const std::string_view said = text::trim(names[i]);
        const char kind = said.empty() ? 'M' : said.front();
        const std::string first(names[i + 1]);
        if (kind == 'R' || kind == 'C') {
            if (i + 2 >= names.size()) break;
            changed.push_back({kind == 'R' ? std::optional(first) : std::nullopt, std::string(names[i + 2])});
            i += 3;
            continue;
        }
        changed.push_back(
            {kind == 'A' ? std::nullopt : std::optional(first), kind == 'D' ? std::nullopt : std::optional(first)});
        i += 2;
    }
    return changed;
}

// One commit of main_line: what stands before its files, then these.
std::optional<Step> step_of(std::string_view said) {
    if (said.empty()) return std::nullopt;
    const auto names = text::split(said, '\0');
    const auto head = text::split(names.front(), '\x02');
    if (head.size() < 3) return std::nullopt;
    const std::string_view parents = text::trim(head[2]);
    return Step{std::string(head[0]), std::string(head[1]), std::string(parents.substr(0, parents.find(' '))),
                changed_of(names, 1)};
}

}  // namespace

Result<std::vector<Step>> main_line(Process& process, const Repository& repository, const std::string& folder,
                                    std::size_t most) {
    const auto said = ask(
        process, repository,
        {"log", "--first-parent", "-m", "-M", "--no-ext-diff", "--no-textconv", "--no-show-signature", "-n",
         std::to_string(most), "--format=%x01%H%x02%cI%x02%P", "--name-status", "-z", "--", ":(top,literal)" + folder});
    if (!said) return said.error();
    std::vector<Step> steps;
    for (const std::string_view part : text::split(*said, '\x01'))
        if (auto step = step_of(part)) steps.push_back(std::move(*step));
    return steps;
}

Result<bool> is_shallow(Process& process, const Repository& repository) {
    const auto said = ask(process, repository, {"rev-parse", "--is-shallow-repository"});
    if (!said) return said.error();
    return text::trim(*said) != "false";
}

Result<std::vector<Changed>> changed_files(Process& process, const Repository& repository, const std::string& from,
                                           const std::optional<std::string>& to) {
    std::vector<std::string> arguments{to ? "diff-tree" : "diff-index", "-z", "-M", "--name-status"};
    if (to) arguments.emplace_back("-r");
    arguments.push_back(from);
    if (to) arguments.push_back(*to);
    arguments.emplace_back("--");
    const auto said = ask(process, repository, arguments);
    if (!said) return said.error();
    std::vector<Changed> changed = changed_of(text::split(*said, '\0'), 0);
    if (!to) {
        const auto others = ask(process, repository, {"ls-files", "-z", "--others", "--exclude-standard"});
        if (!others) return others.error();
        for (const std::string_view name : text::split(*others, '\0'))
            if (!name.empty()) changed.push_back({std::nullopt, std::string(name)});
    }
    return changed;
}

Result<std::optional<std::string>> commit_id(Process& process, const Repository& repository, const std::string& name) {
    if (name.empty() || name.front() == '-') return std::optional<std::string>();
    const auto finished = run(process, repository, {"rev-parse", "--verify", "--quiet", name + "^{commit}"});
    if (!finished) return finished.error();
    if (finished->code != 0) return std::optional<std::string>();
    return std::optional(std::string(text::trim(finished->out)));
}

Result<std::vector<std::string>> foreign_settings(Process& process, const Repository& repository) {
    // What the clone's own files include is the clone's too, wherever it lies. Before each setting stands its scope.
    const auto said = run(process, repository, {"config", "--list", "--show-scope", "--includes", "-z"});
    if (!said) return said.error();
    std::vector<std::string> found;
    const auto parts = text::split(said->out, '\0');
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        if (parts[i] != "local" && parts[i] != "worktree") continue;
        const std::string_view entry = parts[i + 1];
        const std::size_t line = std::min(entry.find('\n'), entry.size());
        const std::string name(entry.substr(0, line));
        const std::string value(entry.substr(std::min(line + 1, entry.size())));
        if (runs_a_program(name, value)) found.push_back(name);
    }
    return found;
}

bool asks_for_merge(Disk& disk, const Repository& repository, const std::string& root) {
    constexpr std::size_t largest_attributes = std::size_t{1} << 20U;
    for (const std::string& folder : {root, repository.top}) {
        const auto text = disk.read(path::join(folder, ".gitattributes"), largest_attributes);
        if (text && text->find("merge=cafe") != std::string::npos) return true;
    }
    return false;
}

Result<Done> set_up(Process& process, const Repository& repository) {
    for (const Setting& setting : settings) {
        const auto done =
            ask(process, repository, {"config", "--local", std::string(setting.name), std::string(setting.value)});
        if (!done) return done.error();
    }
    return Done{};
}

Result<bool> is_set_up(Process& process, const Repository& repository) {
    const auto said = run(process, repository, {"config", "--get", "merge.cafe.driver"});
    if (!said) return said.error();
    return said->code == 0 && text::trim(said->out) == driver;
}

}  // namespace cafe::git
