#include "check/taught.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "check/rules.hpp"
#include "query/recogniser.hpp"
#include "query/weights.hpp"

namespace cafe::check {

namespace {

constexpr Phrase<> no_phrase{"cette ligne n'a pas de phrase", "this line has no phrase"};
constexpr Phrase<> write_so{"écrire le thème ou la fiche, une tabulation, la phrase",
                            "write the topic or the record, a tab, the phrase"};
constexpr Phrase<std::string> means_nothing{"« {} » n'est ni un thème ni une fiche du carnet",
                                            "'{}' is neither a topic nor a record of the notebook"};
constexpr Phrase<> see_lists{"« cafe list themes » et « cafe list partners » les donnent",
                             "'cafe list themes' and 'cafe list partners' give them"};
constexpr Phrase<> names_somebody{"cette phrase nomme quelqu'un, ou dit un numéro ou une adresse",
                                  "this phrase names somebody, or says a number or an address"};
constexpr Phrase<> leave_it_out{"la dire sans cela : une dame, un voisin", "say it without: a lady, a neighbour"};
constexpr Phrase<std::string> about_another{"cette phrase parle plutôt de {}", "this phrase is rather about {}"};
constexpr Phrase<> move_it{"la mettre sous ce thème, ou la laisser si le carnet l'entend ainsi",
                           "put it under that topic, or leave it where the notebook means it so"};

Diagnostic finding_at(const Rule& rule, const store::Taught& line, Words message, Words remedy) {
    return {&rule, Place{std::string(store::taught_file), line.line, 1, 0}, std::move(message), std::move(remedy), {}};
}

bool has_number(std::string_view phrase) {
    constexpr std::size_t fewest = 5;
    std::size_t digits = 0;
    for (const char byte : phrase) {
        if (byte >= '0' && byte <= '9')
            ++digits;
        else if (byte != ' ' && byte != '.' && byte != '-')
            digits = 0;
        if (digits >= fewest) return true;
    }
    return false;
}

// Whether all words of a name stand in the phrase, in whatever order.
bool has_name(const std::vector<fold::Word>& phrase, std::string_view name) {
    const auto words = fold::words(name);
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const fold::Word& word) {
               return std::any_of(phrase.begin(), phrase.end(),
                                  [&](const fold::Word& said) { return said.folded == word.folded; });
           });
}

std::string family_of(const model::Vocabulary& vocabulary, const std::string& theme) {
    const model::Family* family = vocabulary.family_of(theme);
    return family == nullptr ? theme : family->id;
}

}  // namespace

bool tells_of_somebody(std::string_view phrase, const store::Book& book) {
    if (has_number(phrase) || phrase.find('@') != std::string_view::npos) return true;
    const auto words = fold::words(phrase);
    return std::any_of(book.people.begin(), book.people.end(),
                       [&](const auto& person) { return has_name(words, person.value.name); });
}

std::optional<std::string> other_theme(const store::Taught& line, std::span<const store::Taught> lines,
                                       const model::Vocabulary& vocabulary) {
    if (!vocabulary.knows(model::VocabularyKind::themes, line.target)) return std::nullopt;
    std::vector<store::Taught> others;
    for (const store::Taught& other : lines)
        if (other != line && vocabulary.knows(model::VocabularyKind::themes, other.target)) others.push_back(other);
    const auto guesses = query::recognise(query::features_of(query::tokens_of(line.phrase)), others, 1);
    if (guesses.empty() || guesses.front().p < query::weights().sure) return std::nullopt;
    if (family_of(vocabulary, guesses.front().id) == family_of(vocabulary, line.target)) return std::nullopt;
    return guesses.front().id;
}

Findings check_taught(std::span<const store::Taught> lines, const store::Book& book) {
    Findings found;
    for (const store::Taught& line : lines) {
        const bool known = book.vocabulary.knows(model::VocabularyKind::themes, line.target) ||
                           store::find(book.partners, line.target) != nullptr;
        if (line.phrase.empty()) {
            found.push_back(finding_at(rule::taught_nothing, line, no_phrase(), write_so()));
            continue;
        }
        if (!known)
            found.push_back(
                finding_at(rule::taught_nothing, line, means_nothing(utf8::printable(line.target)), see_lists()));
        if (tells_of_somebody(line.phrase, book))
            found.push_back(finding_at(rule::taught_names, line, names_somebody(), leave_it_out()));
        if (const auto other = other_theme(line, lines, book.vocabulary))
            found.push_back(finding_at(rule::taught_elsewhere, line, about_another(*other), move_it()));
    }
    return found;
}

}  // namespace cafe::check
