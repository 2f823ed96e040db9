#include "git/unmerged.hpp"

#include "base/text.hpp"

namespace cafe::git {

// `ls-files -u -z`: "100644 3b18… 1\tpath", stages 1 to 3 of base, ours, theirs.
Result<std::vector<Unmerged>> unmerged(Process& process, const Repository& repository) {
    const auto said = ask(process, repository, {"ls-files", "-u", "-z"});
    if (!said) return said.error();
    std::vector<Unmerged> files;
    std::vector<std::string> objects;
    std::vector<std::pair<std::size_t, char>> places;
    for (const std::string_view line : text::split(*said, '\0')) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) continue;
        const auto words = text::words(line.substr(0, tab));
        if (words.size() != 3 || words[2].empty()) continue;
        const std::string path(line.substr(tab + 1));
        if (files.empty() || files.back().path != path) files.push_back({path, {}, {}, {}});
        objects.emplace_back(words[1]);
        places.emplace_back(files.size() - 1, words[2].front());
    }
    auto texts = texts_of(process, repository, objects);
    if (!texts) return texts.error();
    for (std::size_t i = 0; i < places.size(); ++i) {
        Unmerged& file = files[places[i].first];
        (places[i].second == '1'   ? file.base
         : places[i].second == '2' ? file.ours
                                   : file.theirs) = std::move((*texts)[i]);
    }
    return files;
}

std::optional<LastChange> last_change(Process& process, const Repository& repository, const std::string& commit,
                                      const std::string& path) {
    const auto said = run(process, repository,
                          {"log", "-1", "--no-ext-diff", "--no-textconv", "--date=short", "--format=%an%x02%ad", commit,
                           "--", ":(top,literal)" + path});
    if (!said || said->code != 0) return std::nullopt;
    const std::string line(text::trim(said->out));
    const std::size_t sign = line.find('\x02');
    if (sign == std::string::npos) return std::nullopt;
    return LastChange{line.substr(0, sign), line.substr(sign + 1)};
}

}  // namespace cafe::git
