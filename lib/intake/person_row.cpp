#include "intake/person_row.hpp"

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/words.hpp"

namespace cafe::intake {

std::string spoken_name(const std::string& name) {
    std::string out;
    bool first = true;
    bool all_capitals = true;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = utf8::next(name, at);
        if (utf8::is_letter_or_digit(c) && utf8::lower(c) == c && c > '9') all_capitals = false;
    }
    if (!all_capitals) {
        // Word by word: « Solène BÉLARD ».
        std::vector<std::string> words;
        for (const std::string_view word : text::words(name)) {
            std::size_t letters = 0;
            bool capitals = true;
            for (std::size_t at = 0; at < word.size();) {
                const char32_t c = utf8::next(word, at);
                if (!utf8::is_letter_or_digit(c)) continue;
                ++letters;
                if (utf8::lower(c) == c) capitals = false;
            }
            words.push_back(capitals && letters > 2 ? spoken_name(std::string(word)) : std::string(word));
        }
        return text::join(words, " ");
    }
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = utf8::next(name, at);
        utf8::append(out, first ? c : utf8::lower(c));
        first = c == ' ' || c == '-' || c == '\'' || c == U'’';
    }
    for (const std::string_view particle : {"D'", "D’"})
        if (out.starts_with(particle)) out[0] = 'd';
    return out;
}

std::string without_civility(std::string name, std::string& title) {
    const auto words = text::words(name);
    if (words.size() > 1 && is_civility(fold::text(words.front()))) {
        const std::string_view civility = words.front();
        if (title.empty()) title = std::string(civility);
        name = std::string(text::trim(
            std::string_view(name).substr(static_cast<std::size_t>(civility.data() + civility.size() - name.data()))));
    }
    return name;
}

std::vector<PersonRow> people_in(const std::string& cell) {
    std::vector<PersonRow> found;
    std::string marked = text::replace_all(cell, " et ", "/");
    for (const std::string_view sign : {";", "\n", " & "}) marked = text::replace_all(marked, sign, "/");
    for (const std::string_view part : text::split(marked, '/')) {
        PersonRow person;
        std::string name = one_line(part);
        if (const std::size_t open = name.find('('); open != std::string::npos) {
            const std::size_t close = name.find(')', open);
            person.role = one_line(name.substr(open + 1, close == std::string::npos ? close : close - open - 1));
            name = one_line(name.substr(0, open));
        }
        person.name = spoken_name(without_civility(name, person.title));
        if (fold::words(person.name).size() >= 1 && !person.name.empty()) found.push_back(std::move(person));
    }
    return found;
}

}  // namespace cafe::intake
