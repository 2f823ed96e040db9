#include "query/ask.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "query/asked_place.hpp"
#include "query/dictionary.hpp"
#include "query/texts.hpp"
#include "query/understand.hpp"
#include "query/weights.hpp"

namespace cafe::query {

namespace {

using store::Catalog;

constexpr std::size_t shortest_corrected = 5;

// How many letters may be wrong.
std::size_t tolerance(std::string_view word) {
    const std::size_t letters = utf8::length(word);
    if (letters < shortest_corrected) return 0;
    return letters < 8 ? 1 : 2;
}

std::vector<std::string> each_once(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Every word that the vocabulary or a fiche says, sorted.
std::vector<std::string> known_words(const Catalog& catalog, const Lexicon& lexicon) {
    std::vector<std::string> words = lexicon.single_words();
    for (const store::PartnerEntry& entry : catalog.partners())
        for (const Text& text : texts_of(catalog, entry.value))
            for (fold::Word& word : fold::words(text.text)) words.push_back(std::move(word.folded));
    return each_once(std::move(words));
}

// Every word of the names of fiches, sorted.
std::vector<std::string> words_of_names(const Catalog& catalog) {
    std::vector<std::string> words;
    const auto add = [&](std::string_view name) {
        for (fold::Word& word : fold::words(name)) words.push_back(std::move(word.folded));
    };
    for (const store::PartnerEntry& entry : catalog.partners()) {
        add(entry.value.name);
        for (const std::string& alias : entry.value.aliases) add(alias);
    }
    return each_once(std::move(words));
}

// A slip of the hand or of the ear: a letter too many, too few, or one that sounds nearly alike. « refuse » is no
// misspelt « refuge ».
bool is_slip(std::string_view typed, std::string_view meant) {
    constexpr std::size_t long_enough = 8;
    if (typed.size() != meant.size() || typed.size() >= long_enough) return true;
    constexpr std::string_view alike = "ae ea ei ie iy yi sc cs sz zs ck kc cq qc ou uo";
    const auto [one, other] = std::mismatch(typed.begin(), typed.end(), meant.begin());
    return one == typed.end() || alike.find(std::string{*one, *other}) != std::string_view::npos;
}

struct Near {
    std::string word;
    std::size_t distance = 0;
};

// The only word at the least distance; of several, the one that goes on where the word ends, or that is a word
// of the vocabulary, when only one is.
std::optional<Near> clearly_nearest(const std::string& word, const std::vector<std::string>& known,
                                    const Lexicon& lexicon) {
    constexpr std::size_t two_may_be_wrong_from = 10;
    std::size_t least =
        word.size() < two_may_be_wrong_from ? std::min<std::size_t>(tolerance(word), 1) : tolerance(word);
    std::vector<std::string> nearest;
    for (const std::string& candidate : known) {
        if (candidate.size() < shortest_corrected - 1 || candidate.front() != word.front()) continue;
        const std::size_t distance = text::edit_distance(word, candidate, least);
        if (distance > least || !is_slip(word, candidate)) continue;
        // « asthmatique » is no « automatique »: two slips, and the second letter is one of them.
        if (distance > 1 && candidate[1] != word[1]) continue;
        if (distance < least) nearest.clear();
        least = distance;
        nearest.push_back(candidate);
    }
    // « adress » forgot the end of « adresse » rather than a letter of "address".
    if (nearest.size() > 1) {
        const auto goes_on = [&](const std::string& candidate) { return candidate.starts_with(word); };
        const auto first = std::find_if(nearest.begin(), nearest.end(), goes_on);
        if (first != nearest.end() && std::count_if(first, nearest.end(), goes_on) == 1) nearest = {*first};
    }
    if (nearest.size() > 1)
        nearest.erase(std::remove_if(nearest.begin(), nearest.end(),
                                     [&](const std::string& candidate) { return !lexicon.has_word(candidate); }),
                      nearest.end());
    // Singular and plural of one word are one candidate.
    if (nearest.size() > 1) {
        const auto same_word = [&](const std::string& other) {
            return sought(fold::Word{other, 0, 0, false}).light ==
                   sought(fold::Word{nearest.front(), 0, 0, false}).light;
        };
        if (!std::all_of(nearest.begin(), nearest.end(), same_word)) return std::nullopt;
    }
    if (nearest.empty()) return std::nullopt;
    return Near{nearest.front(), least};
}

// The place a misspelt word may be: one of the notebook's, near enough and no farther than any other word.
std::optional<Error> refuse_place(const Clue& clue, const std::optional<Near>& near, const Catalog& catalog,
                                  const std::string& question, const ParseOptions& options, bool has_place) {
    const std::string& word = clue.sought.front().folded;
    const std::size_t limit = near ? near->distance : tolerance(word);
    // « les Pompiers » are no Pompiey, whatever their capital.
    if (utf8::length(word) < 5 || is_dictionary_word(word)) return std::nullopt;
    // « arrêter de fumer Villeneuve » has its place.
    if (has_place) return std::nullopt;
    auto found = catalog.territory().resolve(clue.asked, territory::Spoken::command_line);
    auto* unresolved = std::get_if<territory::Unresolved>(&found);
    if (unresolved == nullptr || unresolved->why != territory::Unresolved::Why::unknown) return std::nullopt;
    auto& candidates = unresolved->candidates;
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                    [&](const territory::Candidate& candidate) {
                                        // Far away any word is nearly some commune's name.
                                        return !is_of_notebook(candidate.area, catalog) ||
                                               text::edit_distance(word, fold::place(candidate.name), limit) > limit;
                                    }),
                     candidates.end());
    if (candidates.empty()) return std::nullopt;
    const auto retry = [&](const std::string& other) {
        return options.command + " " + text::replace_all(question, clue.asked, other);
    };
    return area_error(clue.asked, *unresolved, retry);
}

// Written like a name: with a capital behind the first word, where not every word has one.
bool looks_like_name(std::string_view word, std::string_view question) {
    const std::vector<Token> tokens = tokens_of(question);
    if (std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.capitalised; })) return false;
    return std::any_of(tokens.begin() + 1, tokens.end(),
                       [&](const Token& token) { return token.capitalised && token.folded == word; });
}

// A word of the dictionary is right as it is, unless it is written like a name: « Secour populaire ».
std::vector<const Clue*> unheard_of(const Query& query, const Catalog& catalog, const Lexicon& lexicon,
                                    std::string_view question) {
    std::vector<const Clue*> clues;
    for (const Clue& clue : query.clues)
        if (clue.kind == Clue::Kind::text && tolerance(clue.sought.front().folded) > 0 &&
            !clue.sought.front().acronym &&
            clue.sought.front().folded.find_first_of("0123456789") == std::string::npos &&
            !lexicon.has_word(clue.sought.front().folded) &&
            (!is_dictionary_word(clue.sought.front().folded) ||
             looks_like_name(clue.sought.front().folded, question)) &&
            !lexicon.is_of_a_person(clue.sought.front().folded) && !is_said(catalog, clue.sought.front()))
            clues.push_back(&clue);
    return clues;
}

// « dordi », « jcherche »: the word behind a little one that was typed onto it; empty where there is none.
std::string_view behind_elision(std::string_view word, const Lexicon& lexicon) {
    constexpr std::string_view vowels = "aeiouyh";
    constexpr std::size_t shortest = 4;
    const std::string_view rest = word.substr(1);
    if (rest.size() < shortest || std::string_view("dlmtsnj").find(word.front()) == std::string_view::npos) return {};
    if (word.front() != 'j' && vowels.find(rest.front()) == std::string_view::npos) return {};
    return lexicon.has_word(rest) || is_dictionary_word(rest) ? rest : std::string_view();
}

struct Corrected {
    std::string question;
    std::vector<Correction> corrections;
};

Result<Corrected> corrected(std::string question, const Query& query, const Catalog& catalog, const Lexicon& lexicon,
                            const ParseOptions& options) {
    Corrected result{std::move(question), {}};
    const auto clues = unheard_of(query, catalog, lexicon, result.question);
    if (clues.empty()) return result;
    const auto known = known_words(catalog, lexicon);
    const bool has_place = std::any_of(query.clues.begin(), query.clues.end(),
                                       [](const Clue& clue) { return clue.kind == Clue::Kind::area; });
    for (const Clue* clue : clues) {
        // A place that stands here as a word, like « cours », is right as it is.
        const auto place = catalog.territory().resolve(clue->asked, territory::Spoken::command_line);
        if (std::holds_alternative<territory::AreaRef>(place)) continue;
        // « Œuvre » in the middle of a question is no misspelt « ouvre »: a name can be meant for another name alone.
        const std::string& word = clue->sought.front().folded;
        if (const std::string rest(behind_elision(word, lexicon)); !rest.empty()) {
            result.question = text::replace_all(result.question, clue->asked, word.substr(0, 1) + " " + rest);
            result.corrections.push_back(Correction{clue->asked, word.substr(0, 1) + " " + rest});
            continue;
        }
        const auto near =
            clearly_nearest(word, looks_like_name(word, result.question) ? words_of_names(catalog) : known, lexicon);
        if (auto refused = refuse_place(*clue, near, catalog, result.question, options, has_place)) return *refused;
        if (!near) continue;
        result.question = text::replace_all(result.question, clue->asked, near->word);
        result.corrections.push_back(Correction{clue->asked, near->word});
    }
    return result;
}

Answer complete(Answer answer, const Catalog& catalog, const MatchOptions& matching) {
    answer.direct = direct_answer(catalog, answer.query, answer.hits, matching.today);
    answer.ties = ties_of(answer.hits);
    return answer;
}

// Nobody answers: the likeliest theme is asked, where it is likely enough.
void guess(Answer& answer, const std::string& question, const Catalog& catalog, const Lexicon& lexicon,
           ParseOptions options, const MatchOptions& matching, Learning learning) {
    options.any_word = false;
    auto guessed = parse(std::span(&question, 1), catalog, lexicon, options, learning);
    if (!guessed ||
        std::none_of(guessed->clues.begin(), guessed->clues.end(), [](const Clue& clue) { return clue.learned; }))
        return;
    auto hits = match(catalog, *guessed, matching);
    if (hits.empty() && learning == Learning::kinds) return;  // what was understood before says more
    guessed->corrected = answer.query.corrected;
    answer.query = std::move(*guessed);
    answer.most_of_the_words = false;
    answer.hits = std::move(hits);
}

}  // namespace

bool is_doubtful(const Answer& answer) {
    const auto& clues = answer.query.clues;
    const bool guessed = !answer.query.probable.empty() &&
                         std::any_of(clues.begin(), clues.end(), [](const Clue& clue) { return clue.learned; });
    return !answer.direct && !answer.hits.empty() && (guessed || answer.hits.front().score < weights().perhaps);
}

std::vector<std::size_t> ties_of(const std::vector<Hit>& hits) {
    std::vector<std::size_t> ties;
    for (std::size_t i = 0; i < hits.size(); ++i)
        if (hits[i].status == hits.front().status && hits[i].part_only == hits.front().part_only &&
            hits.front().score - hits[i].score < weights().tie)
            ties.push_back(i);
    if (ties.size() < 2) ties.clear();
    return ties;
}

Result<Answer> ask(std::span<const std::string> words, const Catalog& catalog, const Lexicon& lexicon,
                   ParseOptions options, const MatchOptions& matching) {
    std::string question = text::join(words, " ");
    auto query = parse(words, catalog, lexicon, options);
    if (!query) return query.error();

    auto better = corrected(question, *query, catalog, lexicon, options);
    if (!better) return better.error();
    if (!better->corrections.empty()) {
        question = std::move(better->question);
        query = parse(std::span(&question, 1), catalog, lexicon, options);
        if (!query) return query.error();
        query->corrected = std::move(better->corrections);
    }
    Answer answer{std::move(*query), {}, {}, {}, false};
    answer.hits = match(catalog, answer.query, matching);
    if (!answer.hits.empty() || options.any_word) return complete(std::move(answer), catalog, matching);

    guess(answer, question, catalog, lexicon, options, matching, Learning::guess);
    if (!answer.hits.empty()) return complete(std::move(answer), catalog, matching);

    options.any_word = true;
    auto looser = parse(std::span(&question, 1), catalog, lexicon, options);
    if (!looser) return looser.error();
    looser->corrected = std::move(answer.query.corrected);
    answer.query = std::move(*looser);
    MatchOptions most = matching;
    most.most_of_the_words = true;
    answer.hits = match(catalog, answer.query, most);
    answer.most_of_the_words = true;
    for (const Learning further : {Learning::last_guess, Learning::kinds})
        if (answer.hits.empty()) guess(answer, question, catalog, lexicon, options, matching, further);
    return complete(std::move(answer), catalog, matching);
}

}  // namespace cafe::query
