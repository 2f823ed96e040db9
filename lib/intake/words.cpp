#include "intake/words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/embed.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"

// CAFE_INTAKE_DATA is set for this file alone; CMake rebuilds it when one of the files changes.
CAFE_EMBED(intake_columns, CAFE_INTAKE_DATA "/columns.tsv");
CAFE_EMBED(intake_mailboxes, CAFE_INTAKE_DATA "/mailboxes.txt");

namespace cafe::intake {

namespace {

using Known = std::unordered_map<std::string_view, KnownColumn>;

struct Columns {
    Known partners;
    Known people;
};

const Columns& columns() {
    static const Columns all = [] {
        Columns found;
        const std::string_view text = CAFE_EMBEDDED(intake_columns);
        for (const std::string_view line : text::split(text, '\n')) {
            if (line.empty() || line.front() == '#') continue;
            const auto parts = text::split(line, '\t');
            if (parts.size() != 4) continue;
            (parts[0] == "people" ? found.people : found.partners).emplace(parts[3], KnownColumn{parts[1], parts[2]});
        }
        return found;
    }();
    return all;
}

}  // namespace

std::optional<KnownColumn> known_column(std::string_view header, bool people) {
    const Known& known = people ? columns().people : columns().partners;
    // "Courriel*" is a field that must be filled; "properties.nom" and "h_lundi" have signs for blanks.
    const std::string folded = fold::text(text::replace_all(header, "_", " "));
    const auto found = known.find(folded);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

bool says_service(std::string_view word) {
    static const std::unordered_set<std::string_view> words = [] {
        std::unordered_set<std::string_view> all;
        const std::string_view text = CAFE_EMBEDDED(intake_mailboxes);
        for (const std::string_view line : text::split(text, '\n'))
            if (!line.empty()) all.insert(line);
        return all;
    }();
    if (words.contains(word)) return true;
    // "franceservices", "mairiedefumel": a word that begins as one of them.
    constexpr std::size_t telling = 5;
    for (std::size_t length = telling; length < word.size(); ++length)
        if (words.contains(word.substr(0, length))) return true;
    return false;
}

bool is_civility(std::string_view word) {
    static constexpr std::array<std::string_view, 15> all{"m",        "mr",     "mme",          "mlle", "melle",
                                                          "monsieur", "madame", "mademoiselle", "dr",   "pr",
                                                          "me",       "maitre", "docteur",      "abbe", "pere"};
    return std::find(all.begin(), all.end(), word) != all.end();
}

}  // namespace cafe::intake
