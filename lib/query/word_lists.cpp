#include "query/word_lists.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "query/embedded.hpp"

namespace cafe::query {

namespace {

constexpr std::array<std::string_view, word_lists> keys{"little",
                                                        "denying",
                                                        "denying_with_de",
                                                        "before_places",
                                                        "near",
                                                        "also_places",
                                                        "vague",
                                                        "anybody",
                                                        "functions",
                                                        "leaders",
                                                        "succeeding",
                                                        "titles",
                                                        "acronyms_also_words",
                                                        "invariable",
                                                        "years",
                                                        "how_long",
                                                        "articles",
                                                        "links",
                                                        "months",
                                                        "when",
                                                        "tomorrow",
                                                        "mornings",
                                                        "afternoons",
                                                        "evenings",
                                                        "forms",
                                                        "being",
                                                        "joining",
                                                        "leading",
                                                        "indefinite",
                                                        "stepping_over",
                                                        "any_business",
                                                        "leaves_out",
                                                        "leaves_out_names",
                                                        "leaves_out_house",
                                                        "leaves_out_near",
                                                        "not_wanted"};

struct Lists {
    std::array<std::vector<std::string_view>, word_lists> words;  // sorted
    std::array<std::vector<WordRow>, word_lists> phrases;
};

std::optional<std::size_t> list_called(std::string_view key) {
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
}

bool has_phrases(std::size_t list) {
    return list >= static_cast<std::size_t>(WordList::leaves_out);
}

template <class Visit>
void each_line(Visit visit) {
    bool titles = true;
    for (const std::string_view line : text::split(embedded_lists(), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        if (!titles) visit(line, text::split(line, '\t'));
        titles = false;
    }
}

WordRow row_of(std::string_view phrase) {
    WordRow row;
    for (const std::string_view word : text::words(phrase)) row.push_back(text::split(word, '|'));
    return row;
}

Lists read() {
    Lists all;
    each_line([&](std::string_view, const auto& columns) {
        const auto list = list_called(columns[0]);
        if (!list || columns.size() != 3) return;
        if (has_phrases(*list)) {
            for (const std::string_view phrase : text::split(columns[1], ';'))
                all.phrases[*list].push_back(row_of(phrase));
            return;
        }
        const auto words = text::words(columns[1]);
        all.words[*list].insert(all.words[*list].end(), words.begin(), words.end());
    });
    for (auto& words : all.words) std::sort(words.begin(), words.end());
    for (auto& phrases : all.phrases)
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const WordRow& a, const WordRow& b) { return a.size() > b.size(); });
    return all;
}

const Lists& lists() {
    static const Lists all = read();
    return all;
}

}  // namespace

std::string_view key_of(WordList list) {
    return keys[static_cast<std::size_t>(list)];
}

bool stands_in(WordList list, std::string_view folded) {
    const auto& words = lists().words[static_cast<std::size_t>(list)];
    return std::binary_search(words.begin(), words.end(), folded);
}

std::string words_of(WordList list) {
    std::string all;
    for (const std::string_view word : lists().words[static_cast<std::size_t>(list)])
        (all += all.empty() ? "" : " ") += word;
    return all;
}

std::span<const WordRow> phrases_of(WordList list) {
    return lists().phrases[static_cast<std::size_t>(list)];
}

std::vector<std::string> wrong_lines_of_lists() {
    std::vector<std::string> wrong;
    each_line([&](std::string_view line, const auto& columns) {
        if (columns.size() != 3 || !list_called(columns[0]) || columns[1].empty()) wrong.emplace_back(line);
    });
    return wrong;
}

}  // namespace cafe::query
