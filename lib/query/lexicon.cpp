#include "query/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "query/little.hpp"
#include "query/situation.hpp"
#include "query/stem.hpp"
#include "query/terms.hpp"
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

bool is_also_a_word(std::string_view folded) {
    return stands_in(WordList::acronyms_also_words, folded);
}

}  // namespace

namespace {

// Its names, as a phrase book takes them.
template <class Visit>
void each_name(const store::Sketch& partner, Visit visit) {
    const auto call = [&](std::string_view name) {
        visit(Spoken{MeaningKind::partner, Spoken::How::broad, false, partner.id, name, nullptr});
    };
    call(partner.name);
    call(partner.short_name);
    for (const std::string_view alias : partner.aliases) call(alias);
}

// The numbers that fiches have under a term, with how many fiches have each; nothing where nobody can tell.
std::optional<std::map<std::size_t, std::size_t>> numbers(const store::Catalog& catalog, const std::string& beginning) {
    std::map<std::size_t, std::size_t> found;
    std::vector<std::string> terms;
    const auto all = catalog.with_term(beginning, [&](std::string_view term) {
        terms.emplace_back(term);
        return true;
    });
    if (all.is_all()) return std::nullopt;
    for (const std::string& term : terms) {
        const auto some = catalog.with_term(term, [&](std::string_view other) { return other == term; });
        const auto number = text::to_integer(std::string_view(term).substr(beginning.size()));
        if (some.is_all() || !number) return std::nullopt;
        if (const std::size_t fiches = some.count(0); fiches > 0) found[static_cast<std::size_t>(*number)] = fiches;
    }
    return found;
}

}  // namespace

Lexicon::Lexicon(const store::Catalog& catalog, const std::vector<store::Taught>& taught)
    : vocabulary_(catalog.vocabulary()), lines_(taught), phrases_(vocabulary_), catalog_(catalog) {
    Spellings spellings;
    for (const model::Acronym& acronym : vocabulary_.acronyms) acronyms_[fold::text(acronym.letters)] = acronym.meaning;
    by_terms_ = catalog.keeps_terms() && look_up_terms();
    if (!by_terms_)
        catalog.each_sketch([&](const store::Sketch& partner) {
            each_name(partner, [&](const Spoken& name) { phrases_.add(name); });
            for (const auto& situation : partner.situations)
                add_situation({partner.id, situation.service, situation.text,
                               telling_roots(spellings.tokens_of(situation.text))});
        });
    for (const store::Taught& line : lines_) {
        if (catalog.has_partner(line.target))
            add_situation({line.target, whole_fiche, line.phrase, telling_roots(spellings.tokens_of(line.phrase))});
        else if (vocabulary_.knows(model::VocabularyKind::themes, line.target))
            taught_.push_back(line);
    }
    for (const auto& person : catalog.people()) add_person(person.id, person.value.name);
}

// Whether names and situations can be left where they are until they are asked for.
bool Lexicon::look_up_terms() {
    const auto longest = numbers(catalog_, written(Term::longest, ""));
    const auto situations = numbers(catalog_, written(Term::situations, ""));
    if (!longest || !situations) return false;
    std::size_t most = longest->empty() ? 0 : longest->rbegin()->first;
    for (const auto& [count, fiches] : *situations) count_ += count * fiches;
    Spellings spellings;
    const auto look_at = [&](const store::Sketch& partner) {
        each_name(partner, [&](const Spoken& name) { most = std::max(most, fold::cuts(name.text).size()); });
        for (const auto& situation : partner.situations)
            count_ += telling_roots(spellings.tokens_of(situation.text)).empty() ? 0 : 1;
    };
    catalog_.each_sketch(look_at, catalog_.nobody());
    phrases_.ask_for_names(
        [this](std::string_view letters, const std::function<void(const Spoken&)>& visit) {
            const std::string term = written(Term::beginning, letters);
            const auto choice = catalog_.with_term(term, [&](std::string_view found) { return found == term; });
            catalog_.each_sketch(
                [&](const store::Sketch& partner) {
                    each_name(partner, [&](const Spoken& name) {
                        const auto beginnings = beginnings_of(name.text);
                        if (std::find(beginnings.begin(), beginnings.end(), letters) != beginnings.end()) visit(name);
                    });
                },
                choice);
        },
        most);
    return true;
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

void Lexicon::add_situation(Situation situation) {
    if (situation.roots.empty()) return;
    const auto index = static_cast<std::uint32_t>(situations_.size());
    for (const std::string& root : situation.roots) situations_by_root_[root].push_back(index);
    situations_.push_back(std::move(situation));
    ++count_;
}

// In the order of the fiches, what was taught behind them.
std::vector<Lexicon::Situation> Lexicon::situations_with(const std::vector<std::string>& roots) const {
    std::vector<Situation> found;
    const auto has_some = [&](const Situation& situation) {
        return std::any_of(situation.roots.begin(), situation.roots.end(), [&](const std::string& root) {
            return std::find(roots.begin(), roots.end(), root) != roots.end();
        });
    };
    if (by_terms_) {
        store::Choice choice = catalog_.nobody();
        for (const std::string& root : roots)
            choice |= catalog_.with_term(written(Term::root, root + '\0'), [](std::string_view) { return true; });
        Spellings spellings;
        catalog_.each_sketch(
            [&](const store::Sketch& partner) {
                for (const auto& one : partner.situations) {
                    Situation situation{partner.id, one.service, one.text,
                                        telling_roots(spellings.tokens_of(one.text))};
                    if (has_some(situation)) found.push_back(std::move(situation));
                }
            },
            choice);
    }
    std::set<std::uint32_t> kept;
    for (const std::string& root : roots)
        if (const auto with = situations_by_root_.find(root); with != situations_by_root_.end())
            kept.insert(with->second.begin(), with->second.end());
    for (const std::uint32_t index : kept) found.push_back(situations_[index]);
    return found;
}

// How many situations have a root.
std::size_t Lexicon::count_with(const std::string& root) const {
    const auto kept = situations_by_root_.find(root);
    const std::size_t own = kept == situations_by_root_.end() ? 0 : kept->second.size();
    if (!by_terms_) return own;
    const auto [at, is_new] = counts_.try_emplace(root, own);
    if (!is_new) return at->second;
    const auto count_all = [&](const store::Choice& choice) {
        std::size_t count = 0;
        Spellings spellings;
        catalog_.each_sketch(
            [&](const store::Sketch& partner) {
                for (const auto& situation : partner.situations) {
                    const auto roots = telling_roots(spellings.tokens_of(situation.text));
                    count += std::find(roots.begin(), roots.end(), root) == roots.end() ? 0 : 1;
                }
            },
            choice);
        return count;
    };
    const auto kept_there = numbers(catalog_, written(Term::root, root + '\0'));
    at->second += count_all(kept_there ? catalog_.nobody() : store::Choice());
    if (kept_there)
        for (const auto& [count, fiches] : *kept_there) at->second += count * fiches;
    return at->second;
}

std::vector<HeardSituation> Lexicon::situations_in(std::span<const Token> question) const {
    constexpr std::size_t shortest_alone = 3;
    std::vector<std::pair<std::string, const Token*>> said;
    std::vector<std::string> seen;
    for (const Token& token : question) {
        std::string root = said_by_anyone(token.root);
        if (token.little || std::find(seen.begin(), seen.end(), root) != seen.end()) continue;
        seen.push_back(root);
        said.emplace_back(std::move(root), &token);
    }
    const std::scoped_lock lock(looking_up_);
    // A word that few situations have tells more.
    const auto rarity = [&](const std::string& root) {
        return std::log(1 + static_cast<double>(count_) / static_cast<double>(count_with(root)));
    };
    std::map<std::pair<std::string_view, std::size_t>, HeardSituation> best;
    for (const Situation& situation : situations_with(seen)) {
        std::vector<std::pair<std::string, const Token*>> tokens;
        for (const auto& one : said)
            if (std::find(situation.roots.begin(), situation.roots.end(), one.first) != situation.roots.end())
                tokens.push_back(one);
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
    if (single_words_) return *single_words_;
    single_words_ = phrases_.single_words();
    if (!by_terms_) return *single_words_;
    Spellings spellings;
    catalog_.each_sketch([&](const store::Sketch& partner) {
        each_name(partner, [&](const Spoken& name) {
            for (const Token& token : spellings.tokens_of(name.text))
                if (may_be_meant(token)) single_words_->push_back(token.folded);
        });
    });
    std::sort(single_words_->begin(), single_words_->end());
    single_words_->erase(std::unique(single_words_->begin(), single_words_->end()), single_words_->end());
    return *single_words_;
}

bool Lexicon::has_word(std::string_view folded) const {
    if (by_terms_ && is_in_a_name(folded)) return true;
    const std::scoped_lock lock(looking_up_);
    if (!phrase_words_) phrase_words_ = phrases_.single_words();
    return std::binary_search(phrase_words_->begin(), phrase_words_->end(), folded);
}

bool Lexicon::is_in_a_name(std::string_view folded) const {
    const std::string term = written(Term::single, folded);
    const auto choice = catalog_.with_term(term, [&](std::string_view found) { return found == term; });
    bool is_there = false;
    Spellings spellings;
    catalog_.each_sketch(
        [&](const store::Sketch& partner) {
            each_name(partner, [&](const Spoken& name) {
                for (const Token& token : spellings.tokens_of(name.text))
                    is_there = is_there || (may_be_meant(token) && token.folded == folded);
            });
        },
        choice);
    return is_there;
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
