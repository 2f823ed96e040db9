#include "query/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"
#include "query/weights.hpp"
#include "query/word_lists.hpp"

namespace cafe::query {

namespace {

// No phrase steps over a « pas »: « emploi, il n'est pas handicapé » is no work for the disabled.
bool says_not(std::span<const Token> tokens) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token& token) { return stands_in(WordList::stepping_over, token.folded); });
}

std::size_t full_words(std::span<const Token> tokens) {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return !token.little; }));
}

// A person in need says « je dors », whoever asks for them « il dort »: the same word of a situation.
std::string said_by_anyone(const std::string& root) {
    const bool of_a_verb = root.size() >= 3 && (root.back() == 's' || root.back() == 't' || root.back() == 'x');
    return of_a_verb ? root.substr(0, root.size() - 1) : root;
}

bool is_also_a_word(std::string_view folded) {
    return stands_in(WordList::acronyms_also_words, folded);
}

}  // namespace

Lexicon::Lexicon(const store::Catalog& catalog, const std::vector<store::Taught>& taught)
    : vocabulary_(catalog.vocabulary()), lines_(taught), phrases_(vocabulary_) {
    Spellings spellings;
    for (const model::Acronym& acronym : vocabulary_.acronyms) acronyms_[fold::text(acronym.letters)] = acronym.meaning;
    catalog.each_sketch([&](const store::Sketch& partner) {
        const auto call = [&](std::string_view name) {
            phrases_.add({MeaningKind::partner, Spoken::How::broad, false, partner.id, name, nullptr});
        };
        call(partner.name);
        call(partner.short_name);
        for (const std::string_view alias : partner.aliases) call(alias);
        for (const auto& situation : partner.situations)
            add_situation(partner.id, situation.service, situation.text, spellings.tokens_of(situation.text));
    });
    for (const store::Taught& line : lines_) {
        if (catalog.has_partner(line.target))
            add_situation(line.target, whole_fiche, line.phrase, spellings.tokens_of(line.phrase));
        else if (vocabulary_.knows(model::VocabularyKind::themes, line.target))
            taught_.push_back(line);
    }
    for (const auto& person : catalog.people()) add_person(person.id, person.value.name);
}

void Lexicon::add_person(const std::string& id, const std::string& name) {
    Person person{id, {}};
    for (fold::Word& word : fold::words(name)) person.words.push_back(std::move(word.folded));
    if (person.words.size() < 2) return;
    const auto index = static_cast<std::uint32_t>(people_.size());
    for (const std::string& word : person.words) people_by_word_[word].push_back(index);
    people_.push_back(std::move(person));
}

bool Lexicon::is_of_a_person(std::string_view folded) const {
    return people_by_word_.contains(std::string(folded));
}

Lexicon::Named Lexicon::person_at(std::span<const Token> question, std::size_t at) const {
    Named best;
    const auto found = people_by_word_.find(question[at].folded);
    if (found == people_by_word_.end()) return best;
    const auto says = [&](std::span<const std::string> words) {
        if (words.empty() || at + words.size() > question.size()) return false;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (question[at + i].folded != words[i]) return false;
        return true;
    };
    const bool titled = at > 0 && is_title(question[at - 1].folded);
    const auto take = [&](std::size_t length, const Person& person) {
        if (length < best.length) return;
        if (length > best.length) best = {length, {}};
        if (std::find(best.people.begin(), best.people.end(), person.id) == best.people.end())
            best.people.push_back(person.id);
    };
    for (const std::uint32_t index : found->second) {
        const Person& person = people_[index];
        const std::span<const std::string> words(person.words);
        std::vector<std::string> turned(words.begin() + 1, words.end());
        turned.push_back(words.front());
        if (says(words) || says(turned))
            take(words.size(), person);
        else if (titled && says(words.subspan(1)))
            take(words.size() - 1, person);
    }
    return best;
}

void Lexicon::add_situation(std::string_view partner, std::size_t service, std::string_view text,
                            std::span<const Token> tokens) {
    Situation situation{partner, service, text, {}};
    for (const Token& token : tokens) {
        auto& roots = situation.roots;
        std::string root = said_by_anyone(token.root);
        if (token.little || denies(token.folded) || std::find(roots.begin(), roots.end(), root) != roots.end())
            continue;
        roots.push_back(std::move(root));
    }
    if (situation.roots.empty()) return;
    const auto index = static_cast<std::uint32_t>(situations_.size());
    for (const std::string& root : situation.roots) situations_by_root_[root].push_back(index);
    situations_.push_back(std::move(situation));
}

std::vector<HeardSituation> Lexicon::situations_in(std::span<const Token> question) const {
    constexpr std::size_t shortest_alone = 3;
    std::map<std::uint32_t, std::vector<std::pair<std::string, const Token*>>> said;  // in the order of the situations
    std::vector<std::string> seen;
    for (const Token& token : question) {
        std::string root = said_by_anyone(token.root);
        if (token.little || std::find(seen.begin(), seen.end(), root) != seen.end()) continue;
        seen.push_back(root);
        const auto found = situations_by_root_.find(root);
        if (found == situations_by_root_.end()) continue;
        for (const std::uint32_t index : found->second) said[index].emplace_back(root, &token);
    }
    // A word that few situations have tells more.
    const auto rarity = [&](const std::string& root) {
        const auto with = static_cast<double>(situations_by_root_.at(root).size());
        return std::log(1 + static_cast<double>(situations_.size()) / with);
    };
    std::map<std::pair<std::string_view, std::size_t>, HeardSituation> best;
    for (const auto& [index, tokens] : said) {
        const Situation& situation = situations_[index];
        double all = 0;
        for (const std::string& root : situation.roots) all += rarity(root);
        double heard = 0;
        std::string asked;
        for (const auto& [root, token] : tokens) {
            heard += rarity(root);
            asked += (asked.empty() ? "" : " ") + token->folded;
        }
        const bool alone = situation.roots.size() == 1;
        if (alone ? situation.roots.front().size() < shortest_alone
                  : tokens.size() < 2 || heard < weights().situation_least * all)
            continue;
        auto& slot = best[{situation.partner, situation.service}];
        const double coverage = heard / all * (alone ? weights().lone_word : 1.0);
        if (coverage > slot.coverage)
            slot = {std::string(situation.partner), situation.service, std::string(situation.text), std::move(asked),
                    coverage};
    }
    std::vector<HeardSituation> result;
    for (auto& [where, one] : best) result.push_back(std::move(one));
    return result;
}

std::string_view Lexicon::meaning_of_acronym(std::string_view folded) const {
    const auto found = acronyms_.find(std::string(folded));
    return found == acronyms_.end() ? std::string_view() : std::string_view(found->second);
}

Found Lexicon::longest_at(std::span<const Token> question, std::size_t at) const {
    const std::scoped_lock lock(looking_up_);
    const std::size_t most = std::min(phrases_.longest(), question.size() - at);
    const bool alone = question.size() == 1;
    for (std::size_t length = most; length > 0; --length) {
        const auto phrase = question.subspan(at, length);
        // A phrase neither begins nor ends with a word that says nothing, unless the vocabulary has it so.
        const bool framed = !phrase.front().little && !phrase.back().little;
        const std::array keys{std::pair{Depth::same, in_form(phrase, &Token::folded, false)},
                              std::pair{Depth::light, in_form(phrase, &Token::light, false)},
                              std::pair{Depth::root, in_form(phrase, &Token::root, false)},
                              std::pair{Depth::bare, in_form(phrase, &Token::light, true)}};
        for (const auto& [depth, text] : keys) {
            if (depth == Depth::bare && (!framed || full_words(phrase) < 2 || says_not(phrase))) continue;
            if (length == 1 && phrase.front().little && !alone) continue;
            const auto* found = phrases_.find(depth, text);
            if (found == nullptr) continue;
            std::vector<std::uint32_t> heard = *found;
            // « conseillère numérique » is what one association is called, and what every conseiller numérique does.
            const auto is_name = [&](std::uint32_t meaning) {
                return phrases_.meaning(meaning).kind == MeaningKind::partner;
            };
            if (depth == Depth::same && std::all_of(heard.begin(), heard.end(), is_name))
                if (const auto* bent = phrases_.find(Depth::light, keys[1].second))
                    heard.insert(heard.end(), bent->begin(), bent->end());
            auto meanings = settle(heard, phrase, alone);
            if (meanings.empty()) continue;
            const std::string told = in_form(phrase, &Token::light, true);
            return Found{length, std::move(meanings), depth == Depth::root,
                         phrases_.usual_kinds(told.empty() ? in_form(phrase, &Token::light, false) : told)};
        }
    }
    return {};
}

const std::vector<std::string>& Lexicon::single_words() const {
    const std::scoped_lock lock(looking_up_);
    if (!single_words_) single_words_ = phrases_.single_words();
    return *single_words_;
}

bool Lexicon::has_word(std::string_view folded) const {
    const auto& words = single_words();
    return std::binary_search(words.begin(), words.end(), folded);
}

std::vector<std::string> Lexicon::ids(MeaningKind kind, std::string_view text) const {
    const bool is_id = (kind == MeaningKind::theme && vocabulary_.knows(model::VocabularyKind::themes, text)) ||
                       (kind == MeaningKind::public_ && vocabulary_.knows(model::VocabularyKind::publics, text)) ||
                       (kind == MeaningKind::kind && vocabulary_.knows(model::VocabularyKind::kinds, text));
    if (is_id) return {std::string(text)};
    const auto tokens = tokens_of(text);
    if (tokens.empty()) return {};
    std::vector<std::string> found;
    const Found longest = longest_at(tokens, 0);
    if (longest.length != tokens.size()) return found;
    for (const Meaning& meaning : longest.meanings)
        if (meaning.kind == kind) found.push_back(meaning.id);
    return found;
}

std::vector<Meaning> Lexicon::settle(const std::vector<std::uint32_t>& meanings, std::span<const Token> phrase,
                                     bool alone) const {
    std::vector<Meaning> kept;
    for (const std::uint32_t index : meanings) {
        const Meaning& meaning = phrases_.meaning(index);
        const bool doubtful = meaning.acronym && is_also_a_word(phrase.front().folded);
        if (doubtful && !phrase.front().acronym && !alone) continue;
        const auto is_twin = [&](const Meaning& other) { return other.kind == meaning.kind && other.id == meaning.id; };
        if (std::none_of(kept.begin(), kept.end(), is_twin)) kept.push_back(meaning);
    }
    const auto beaten_by_family = [&](const Meaning& meaning) {
        if (meaning.kind != MeaningKind::theme) return false;
        const model::Family* family = vocabulary_.family_of(meaning.id);
        return family != nullptr && family->id != meaning.id &&
               std::any_of(kept.begin(), kept.end(), [&](const Meaning& other) {
                   return other.kind == MeaningKind::theme && other.id == family->id;
               });
    };
    std::vector<Meaning> settled;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(settled),
                 [&](const Meaning& meaning) { return !beaten_by_family(meaning); });
    return settled;
}

std::string acronyms_that_are_words() {
    return words_of(WordList::acronyms_also_words);
}

}  // namespace cafe::query
