#include "query/stem.hpp"

#include "base/text.hpp"
#include "query/embedded.hpp"
#include "query/word_lists.hpp"

namespace cafe::query::stem {

namespace {

constexpr std::string_view vowels = "aeiouy";

bool has_digit(std::string_view word) {
    return word.find_first_of("0123456789") != std::string_view::npos;
}

/// Whether a letter that may be doubled stands twice at the end.
bool ends_doubled(std::string_view word) {
    const char last = word.back();
    return word.size() > 3 && last >= 'a' && last <= 'z' && last == word[word.size() - 2] &&
           vowels.find(last) == std::string_view::npos;
}

void drop_plural(std::string& word) {
    if (word.ends_with("eaux") || word.ends_with("eux") || word.ends_with("oux")) {
        word.pop_back();
    } else if (word.size() > 4 && word.ends_with("aux")) {
        word.replace(word.size() - 2, 2, "l");
    } else if (word.ends_with('s') && !word.ends_with("ss")) {
        word.pop_back();
    }
}

struct Ending {
    std::string_view letters;
    std::size_t least;     ///< letters that must stay
    std::size_t kept = 0;  ///< letters of the ending that stay
};

// endings.tsv: of endings that fit together the longer stands first.
std::vector<Ending> read_endings() {
    std::vector<Ending> all;
    bool titles = true;
    const auto number = [](std::string_view column) {
        return static_cast<std::size_t>(text::to_integer(column).value_or(0));
    };
    for (const std::string_view line : text::split(embedded_endings(), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        const auto columns = text::split(line, '\t');
        if (!titles && columns.size() == 3) all.push_back({columns[0], number(columns[1]), number(columns[2])});
        titles = false;
    }
    return all;
}

const std::vector<Ending>& endings() {
    static const std::vector<Ending> all = read_endings();
    return all;
}

bool is_invariable(std::string_view word) {
    return stands_in(WordList::invariable, word);
}

bool fits(std::string_view word, const Ending& ending) {
    if (!word.ends_with(ending.letters)) return false;
    const std::string_view start = word.substr(0, word.size() - ending.letters.size() + ending.kept);
    if (start.size() < ending.least) return false;
    if (ending.letters != "er") return true;
    // -ier and -oyer are rarely verbs (métier, papier, loyer, foyer); three letters are often a noun (carer, hiver).
    return start.back() != 'i' && !start.ends_with("oy") &&
           (start.size() > 3 || start.find_last_of("guy") == start.size() - 1);
}

// "professionnelle" without its e is "professionnel".
void write_once(std::string& word) {
    if (ends_doubled(word)) word.pop_back();
}

void soften(std::string& word) {
    if (word.size() > 2 && word.back() == 'y') word.back() = 'i';
}

}  // namespace

std::string light(std::string_view word) {
    std::string out(word);
    if (out.size() <= 3 || has_digit(out)) return out;
    if (!is_invariable(word)) drop_plural(out);
    if (out == "cafe") return out;  // or it would be the Caf
    const std::size_t whole = out.size();
    while (whole - out.size() < 2 && out.size() > 3 && out.back() == 'e') out.pop_back();
    // « courses » are no « cours ».
    if (out.size() < whole && is_invariable(out)) out.push_back('e');
    if (out.size() < whole) write_once(out);
    soften(out);
    return out;
}

std::string root(std::string_view word) {
    std::string out = light(word);
    if (out.size() <= 3 || has_digit(out)) return out;
    for (const Ending& ending : endings()) {
        if (!fits(out, ending)) continue;
        out.resize(out.size() - ending.letters.size() + ending.kept);
        write_once(out);
        soften(out);
        break;
    }
    return out;
}

std::string invariable_words() {
    return words_of(WordList::invariable);
}

std::vector<RootEnding> root_endings() {
    std::vector<RootEnding> all;
    for (const Ending& ending : endings()) all.push_back({ending.letters, ending.least});
    return all;
}

}  // namespace cafe::query::stem
