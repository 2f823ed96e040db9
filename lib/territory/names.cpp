#include "territory/names.hpp"

#include <array>

namespace cafe::territory {

namespace {

struct Designator {
    std::string_view words;
    Said said;
};

// Longer phrases before their own beginnings.
constexpr std::array designators{
    Designator{"communaute de communes", Said::epci},
    Designator{"communaute d agglomeration", Said::epci},
    Designator{"communaute d agglo", Said::epci},
    Designator{"communaute urbaine", Said::epci},
    Designator{"community of communes", Said::epci},
    Designator{"com com", Said::epci},
    Designator{"comcom", Said::epci},
    Designator{"codecom", Said::epci},
    Designator{"cdc", Said::epci},
    Designator{"cc", Said::epci},
    Designator{"agglomeration", Said::epci},
    Designator{"agglo", Said::epci},
    Designator{"ca", Said::epci},
    Designator{"cu", Said::epci},
    Designator{"metropole", Said::epci},
    Designator{"eurometropole", Said::epci},
    Designator{"intercommunalite", Said::epci},
    Designator{"interco", Said::epci},
    Designator{"epci", Said::epci},
    Designator{"departement", Said::departement},
    Designator{"department", Said::departement},
    Designator{"region", Said::region},
    Designator{"commune", Said::commune},
    Designator{"ville", Said::commune},
    Designator{"town", Said::commune},
    Designator{"city", Said::commune},
};

constexpr std::array<std::string_view, 4> designators_behind{"agglomeration", "agglo", "communaute", "metropole"};
constexpr std::array<std::string_view, 5> articles{"les", "le", "la", "los", "l"};
constexpr std::array<std::string_view, 12> links{"de la", "de l", "de",  "des", "du",     "d",
                                                 "le",    "la",   "les", "l",   "of the", "of"};

// Without `words` at the front; the text itself when they are not there or when nothing would be left.
std::string_view cut_front(std::string_view text, std::string_view words) {
    const bool there = text.size() > words.size() && text.substr(0, words.size()) == words && text[words.size()] == ' ';
    return there ? text.substr(words.size() + 1) : text;
}

template <std::size_t N>
std::string_view cut_first_of(std::string_view text, const std::array<std::string_view, N>& list) {
    for (const std::string_view words : list)
        if (const std::string_view rest = cut_front(text, words); rest.size() != text.size()) return rest;
    return text;
}

std::string_view cut_behind(std::string_view text) {
    for (const std::string_view word : designators_behind) {
        if (text.size() <= word.size() + 1) continue;
        const std::size_t at = text.size() - word.size();
        if (text.substr(at) == word && text[at - 1] == ' ') return text.substr(0, at - 1);
    }
    return text;
}

}  // namespace

Designated designated(std::string_view folded) {
    const std::string_view text = without_article(folded);  // "la communauté de communes …"
    for (const auto& [words, said] : designators)
        if (const std::string_view rest = cut_front(text, words); rest.size() != text.size())
            return {said, cut_first_of(rest, links)};
    return {Said::nothing, folded};
}

std::string_view without_article(std::string_view folded) {
    return cut_first_of(folded, articles);
}

std::string_view epci_core(std::string_view folded) {
    for (;;) {
        const Designated front = designated(folded);
        if (front.said != Said::epci) break;
        folded = front.rest;
    }
    return cut_first_of(cut_behind(folded), links);
}

bool says_epci_at_the_end(std::string_view folded) {
    return cut_behind(folded).size() != folded.size();
}

}  // namespace cafe::territory
