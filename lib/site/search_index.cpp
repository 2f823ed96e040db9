#include "site/search_index.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/release.hpp"
#include "query/everyday.hpp"
#include "query/spellings.hpp"
#include "query/stem.hpp"
#include "query/synonyms.hpp"
#include "query/texts.hpp"
#include "query/weights.hpp"
#include "query/word_lists.hpp"
#include "site/search_codes.hpp"

namespace cafe::site {

namespace {

using query::in_form;
using query::Meaning;
using query::MeaningKind;
using query::Token;
using Sense = SearchIndex::Sense;

constexpr std::size_t none = static_cast<std::size_t>(-1);

constexpr std::size_t label_aside = 1;    // of a kind of organisation: its label does not say it
constexpr std::size_t usual_breadth = 3;  // said of what a kind of organisation usually does

// How a slot says what may be asked; a letter of its posting. What tells a need stands last.
enum class Saying { text, situation, need };

std::size_t telling_words(std::span<const Token> words) {
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [](const Token& word) { return !word.little; }));
}

// Whether the little words of a phrase do not count as it is looked up: those inside of it. « sait pas lire » steps
// over none.
bool has_little_inside(std::span<const Token> words) {
    return words.size() > 1 && !words.front().little && !words.back().little &&
           std::none_of(words.begin(), words.end(), [](const Token& word) {
               return query::stands_in(query::WordList::stepping_over, word.folded);
           });
}

class Indexer {
public:
    Indexer(const view::Directory& directory, const std::vector<Shown>& shown)
        : directory_(directory), catalog_(directory.edition.catalog), shown_(shown), synonyms_(catalog_.vocabulary()) {}

    SearchIndex index() {
        collect_senses();
        read_texts();
        answer_themes();
        for (std::size_t i = 0; i < index_.senses.size(); ++i) {
            index_.senses[i].slots = answers_for(index_.senses[i], i);
            index_.senses[i].others = who_says_otherwise(index_.senses[i], i);
        }
        index_.anybody = who_is_for("");
        index_.undecided = who_says_no_themes();
        index_.phrases = phrases_written();
        index_.sayings = sayings_written();
        for (const auto& [word, in_capitals] : always_in_capitals_)
            if (in_capitals) index_.acronyms.push_back(word);
        index_.words = words_written();
        return std::move(index_);
    }

private:
    // ---- Phrases and what they may mean ---------------------------------------------------------------------------

    /// What may be asked of a theme, to be found in what fiches say.
    struct Phrase {
        std::vector<std::size_t> roots;  ///< their numbers
        std::vector<std::string> lights;
        std::map<std::size_t, Saying> said_in{};  ///< slots
    };
    /// What some words may mean.
    struct Said {
        std::size_t sense = 0;
        std::size_t breadth = 0;
    };

    /// A spelling of a meaning that is not looked up unless it tells something.
    struct OtherSpelling {
        std::size_t sense = 0;
        Meaning meaning;
        std::vector<Token> words{};
    };

    void collect_senses() {
        std::map<std::pair<MeaningKind, std::string>, std::size_t> numbers;
        std::vector<std::array<std::set<std::string>, 3>> known;  // of each sense, by breadth: phrases in light stems
        std::vector<OtherSpelling> others;
        std::vector<OtherSpelling> with_little;
        query::each_meaning(
            catalog_.vocabulary(), spellings_, [&](const Meaning& meaning, std::span<const Token> said) {
                if (said.size() == 1) {
                    const auto [word, first] = always_in_capitals_.try_emplace(said.front().folded, meaning.acronym);
                    word->second = word->second && meaning.acronym;
                }
                const auto [at, is_new] = numbers.try_emplace({meaning.kind, meaning.id}, index_.senses.size());
                if (is_new) {
                    index_.senses.push_back({meaning.kind, meaning.id, {}, {}});
                    known.emplace_back();
                }
                const auto breadth = static_cast<std::size_t>(meaning.breadth);
                if (has_little_inside(said) && telling_words(said) < said.size())
                    with_little.push_back({at->second, meaning, {said.begin(), said.end()}});
                if (known[at->second][breadth].insert(in_form(said, &Token::light, has_little_inside(said))).second)
                    add_phrase(at->second, meaning, said);
                else
                    others.push_back({at->second, meaning, {said.begin(), said.end()}});
            });
        keep_telling_endings(others);
        keep_telling_little_words(with_little);
        for (std::size_t i = 0; i < index_.senses.size(); ++i)
            if (index_.senses[i].kind == MeaningKind::kind) add_usual_business(i);
        number_senses();
    }

    // Other endings of the same words are another phrase where they mean something else as they are written:
    // « retraite » is also who is « retraité », « retraites » are not.
    void keep_telling_endings(std::span<const OtherSpelling> others) {
        std::map<std::string, std::set<std::size_t>> written;  // senses by the words as they are
        std::map<std::string, std::set<std::size_t>> bent;     // by light stems
        const auto note = [&](std::span<const Token> words, std::size_t sense) {
            written[in_form(words, &Token::folded, has_little_inside(words))].insert(sense);
            bent[in_form(words, &Token::light, has_little_inside(words))].insert(sense);
        };
        for (const auto& [words, meanings] : said_)
            for (const Said& said : meanings) note(spellings_.tokens_of(words), said.sense);
        for (const OtherSpelling& other : others) note(other.words, other.sense);
        std::set<std::string> looked_up;
        for (const auto& [words, meanings] : said_) looked_up.insert(words);
        for (const OtherSpelling& other : others) {
            const bool little = has_little_inside(other.words);
            const std::string words = in_form(other.words, &Token::folded, little);
            const bool alike = written[words] == bent[in_form(other.words, &Token::light, little)];
            if (alike && !looked_up.contains(words)) continue;
            const auto& meanings = said_[words];
            if (std::none_of(meanings.begin(), meanings.end(),
                             [&](const Said& said) { return said.sense == other.sense; }))
                add_phrase(other.sense, other.meaning, other.words);
        }
    }

    // Little words inside a phrase count where they tell meanings apart: « garde d'enfants » is no « garde des enfants
    // ».
    void keep_telling_little_words(std::span<const OtherSpelling> phrases) {
        std::map<std::string, std::set<std::size_t>> written;  // senses by the words as they are
        for (const OtherSpelling& phrase : phrases)
            written[in_form(phrase.words, &Token::folded, false)].insert(phrase.sense);
        std::map<std::string, std::set<std::size_t>> bare;
        for (const auto& [words, meanings] : said_)
            for (const Said& said : meanings)
                bare[in_form(spellings_.tokens_of(words), &Token::light, true)].insert(said.sense);
        for (const OtherSpelling& phrase : phrases) {
            const std::string words = in_form(phrase.words, &Token::folded, false);
            if (written[words] == bare[in_form(phrase.words, &Token::light, true)]) continue;
            said_[words].push_back({phrase.sense, static_cast<std::size_t>(phrase.meaning.breadth)});
        }
    }

    void number_senses() {
        auto& senses = index_.senses;
        std::vector<std::size_t> phrases(senses.size());
        for (const auto& [words, meanings] : said_)
            for (const Said& said : meanings) ++phrases[said.sense];
        std::vector<std::size_t> order(senses.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return phrases[a] > phrases[b]; });
        std::vector<std::size_t> number(senses.size());
        std::vector<Sense> sorted;
        for (const std::size_t sense : order) {
            number[sense] = sorted.size();
            sorted.push_back(std::move(senses[sense]));
        }
        senses = std::move(sorted);
        for (auto& [words, meanings] : said_)
            for (Said& said : meanings) said.sense = number[said.sense];
    }

    // What a kind of organisation that is here usually does.
    void add_usual_business(std::size_t sense) {
        const std::string& kind = index_.senses[sense].id;
        if (std::none_of(shown_.begin(), shown_.end(), [&](const Shown& shown) { return shown.partner->kind == kind; }))
            return;
        for (const query::Everyday& line : query::everyday_words()) {
            if (line.says != query::Everyday::Says::usual || line.id != kind) continue;
            for (const std::string_view said : text::split(line.words, ';')) {
                const std::vector<Token> words = spellings_.tokens_of(said);
                // « comment aller »: little words alone are looked up as they are.
                const std::string telling = in_form(words, &Token::folded, true);
                said_[telling.empty() ? in_form(words, &Token::folded, false) : telling].push_back(
                    {sense, usual_breadth});
            }
        }
    }

    void add_phrase(std::size_t sense, const Meaning& meaning, std::span<const Token> words) {
        const bool beside_label = meaning.kind == MeaningKind::kind && !is_in_label(meaning.id, words);
        said_[in_form(words, &Token::folded, has_little_inside(words))].push_back(
            {sense, beside_label ? label_aside : static_cast<std::size_t>(meaning.breadth)});
        if (meaning.kind == MeaningKind::theme) look_for(words);
    }

    // Many themes are called alike: the words are looked for once.
    void look_for(std::span<const Token> words) {
        const auto [at, is_new] = phrases_by_words_.try_emplace(in_form(words, &Token::light, true), phrases_.size());
        if (!is_new || at->first.empty()) return;
        Phrase phrase;
        for (const Token& word : words) {
            if (word.little) continue;
            phrase.roots.push_back(roots_.try_emplace(word.root, roots_.size()).first->second);
            phrase.lights.push_back(word.light);
        }
        begun_by_.resize(roots_.size());
        begun_by_[phrase.roots.front()].push_back(phrases_.size());
        phrases_.push_back(std::move(phrase));
    }

    // Whether the label of a kind of organisation says these words (query/exclusion.cpp, mean_houses).
    [[nodiscard]] bool is_in_label(const std::string& kind, std::span<const Token> words) {
        const model::Term* term = catalog_.vocabulary().find_kind(kind);
        if (term == nullptr) return false;
        const std::string said = " " + in_form(words, &Token::light, true) + " ";
        const auto says = [&](const std::string& label) {
            return (" " + in_form(spellings_.tokens_of(label), &Token::light, true) + " ").find(said) !=
                   std::string::npos;
        };
        return says(term->label.fr) || says(term->label.en);
    }

    [[nodiscard]] std::string phrases_written() const {
        Lines lines;
        for (const auto& [words, meanings] : said_) {
            std::string line = words;
            for (const Said& said : meanings) {
                line += letters[said.breadth];
                line += base36(said.sense);
            }
            lines.add(std::move(line));
        }
        return lines.written();
    }

    // Where one word is said at all, the index of words tells.
    [[nodiscard]] std::string sayings_written() const {
        Lines lines;
        for (const auto& [words, number] : phrases_by_words_) {
            if (words.empty()) continue;
            Postings postings;
            bool any = false;
            for (const auto& [slot, saying] : phrases_[number].said_in) {
                if (saying == Saying::text && phrases_[number].roots.size() == 1) continue;
                postings.add(slot, static_cast<std::size_t>(saying));
                any = true;
            }
            if (any) lines.add(words + "|" + postings.written());
        }
        return lines.written();
    }

    // ---- What the fiches say --------------------------------------------------------------------------------------

    /// A word in any ending, and what it weighs in which slots, in rising order.
    struct Weights {
        std::string word;
        std::vector<std::pair<std::size_t, double>> slots{};
        std::size_t last_text = 0;  ///< a text counts once
    };
    /// What is known of a spelling.
    struct Known {
        std::size_t root = none;     ///< the number of its root, when a phrase has it
        std::size_t weights = none;  ///< in `weights_`
    };

    const Known& known(const query::Spelling& spelling) {
        if (spelling.number >= known_.size()) known_.resize(spelling.number + 1);
        Known& known = known_[spelling.number];
        if (known.weights == none) learn(spelling, known);
        return known;
    }

    void learn(const query::Spelling& spelling, Known& known) {
        if (const auto root = roots_.find(spelling.root); root != roots_.end()) known.root = root->second;
        // « St » is written for « Saint ».
        std::string word = spelling.folded == "st"    ? query::stem::light("saint")
                           : spelling.folded == "ste" ? query::stem::light("sainte")
                                                      : spelling.light;
        const auto [at, is_new] = weights_by_word_.try_emplace(word, weights_.size());
        if (is_new) weights_.push_back({std::move(word)});
        known.weights = at->second;
    }

    void read_texts() {
        std::size_t number = 0;
        for (const Shown& shown : shown_) {
            std::set<std::string> people;
            for (const model::Contact& contact : shown.partner->contacts)
                if (const auto person =
                        facts::release_person(catalog_, contact.person, {directory_.edition.reader, false}))
                    people.insert((*person)->name);
            std::vector<query::Text> texts = query::texts_of(catalog_, *shown.partner);
            // Slot by slot: those of services come field by field.
            std::stable_sort(texts.begin(), texts.end(),
                             [](const query::Text& a, const query::Text& b) { return a.service < b.service; });
            for (const query::Text& text : texts) {
                if (text.field == "contacts" && people.count(std::string(text.text)) == 0) continue;
                const std::size_t slot = slot_of(shown, text.service);
                if (slot == none) continue;
                read_text(text, slot, ++number);
                if (text.service && text.says_need) hear_synonyms(text, slot);
            }
        }
    }

    static std::size_t slot_of(const Shown& shown, std::optional<std::size_t> service) {
        if (!service) return shown.slot;
        const auto at = std::find(shown.services.begin(), shown.services.end(), *service);
        if (at == shown.services.end()) return none;
        return shown.slot + 1 + static_cast<std::size_t>(at - shown.services.begin());
    }

    void read_text(const query::Text& text, std::size_t slot, std::size_t number) {
        const auto words = spellings_.words_of(text.text);
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at].little) continue;
            const Known known_word = known(*words[at].spelling);
            if (known_word.root != none) hear(known_word.root, std::span(words).subspan(at), slot, text);
            Weights& of_word = weights_[known_word.weights];
            if (std::exchange(of_word.last_text, number) == number) continue;
            if (of_word.slots.empty() || of_word.slots.back().first != slot) of_word.slots.emplace_back(slot, 0);
            of_word.slots.back().second += text.weight;
        }
    }

    // One word alone tells in what a person in need says (query/fiche.cpp, by_said_theme).
    void hear_synonyms(const query::Text& text, std::size_t slot) {
        std::vector<std::string> lights;
        for (const query::SpelledWord& word : spellings_.words_of(text.text)) lights.push_back(word.spelling->light);
        for (const std::string& theme : synonyms_.said_by(lights, text.field == "situations" ? 1 : 2))
            said_otherwise_[theme].insert(slot);
    }

    // The phrases that the words begin with, the first of them by its root; little words between do not count. That a
    // need is told takes its words themselves, in whatever ending.
    void hear(std::size_t first, std::span<const query::SpelledWord> words, std::size_t slot, const query::Text& text) {
        for (const std::size_t number : begun_by_[first]) {
            Phrase& phrase = phrases_[number];
            std::size_t same = 1;
            bool bent = words.front().spelling->light == phrase.lights.front();
            for (std::size_t i = 1; i < words.size() && same < phrase.roots.size(); ++i) {
                if (known(*words[i].spelling).root == phrase.roots[same]) {
                    bent = bent && words[i].spelling->light == phrase.lights[same];
                    ++same;
                } else if (!words[i].little) {
                    break;
                }
            }
            if (same < phrase.roots.size()) continue;
            const Saying saying = !bent || !text.says_need     ? Saying::text
                                  : text.field == "situations" ? Saying::situation
                                                               : Saying::need;
            Saying& known_saying = phrase.said_in[slot];
            known_saying = std::max(known_saying, saying);
        }
    }

    std::string words_written() {
        std::vector<std::size_t> fiches;  // of each slot
        for (std::size_t i = 0; i < shown_.size(); ++i) fiches.resize(fiches.size() + 1 + shown_[i].services.size(), i);
        index_.lengths.assign(shown_.size(), 0);
        std::vector<const Weights*> words;
        for (const Weights& word : weights_)
            if (!word.slots.empty() && word.word.find_first_of(" ;|") == std::string::npos) words.push_back(&word);
        std::sort(words.begin(), words.end(), [](const Weights* a, const Weights* b) { return a->word < b->word; });
        Lines lines;
        for (const Weights* word : words) {
            Postings postings;
            for (const auto& [slot, weight] : word->slots) {
                postings.add(slot, static_cast<std::size_t>(std::max(0.0, weight * 2 - 1)));
                ++index_.lengths[fiches[slot]];
            }
            lines.add(word->word + "|" + postings.written());
        }
        return lines.written();
    }

    // ---- Who answers, and how surely (query/fiche.cpp) -------------------------------------------------------------

    // Its letter; when these are used up the nearest strength of the same level.
    std::size_t class_of(double strength, double level) {
        auto& classes = index_.classes;
        const std::pair value{std::round(strength * 1000) / 1000, level};
        const auto at = std::find(classes.begin(), classes.end(), value);
        if (at != classes.end()) return static_cast<std::size_t>(at - classes.begin());
        if (classes.size() < letters.size()) {
            classes.push_back(value);
            return classes.size() - 1;
        }
        std::size_t nearest = 0;
        const auto distance = [&](std::size_t i) {
            return std::abs(classes[i].first - strength) + (classes[i].second == level ? 0.0 : 10.0);
        };
        for (std::size_t i = 1; i < classes.size(); ++i)
            if (distance(i) < distance(nearest)) nearest = i;
        return nearest;
    }

    /// Whom a theme is stated by, and how surely that answers for a sense.
    struct Answer {
        std::size_t slot = 0;
        double strength = 0;
        double level = 0;
    };

    // The senses that a stated theme answers for, each with how surely.
    [[nodiscard]] std::vector<std::pair<std::size_t, double>> senses_of(const std::string& stated) const {
        const bool is_family = catalog_.vocabulary().family(stated) != nullptr;
        std::vector<std::pair<std::size_t, double>> senses;
        for (std::size_t i = 0; i < index_.senses.size(); ++i) {
            const Sense& sense = index_.senses[i];
            if (sense.kind == MeaningKind::theme && catalog_.vocabulary().answers(stated, sense.id))
                senses.emplace_back(
                    i, is_family && stated != sense.id ? query::weights().by_family : query::weights().by_theme);
        }
        return senses;
    }

    // Partner by partner: what each states is little, what may be asked is much.
    void answer_themes() {
        answers_.assign(index_.senses.size(), {});
        std::unordered_map<std::string, std::vector<std::pair<std::size_t, double>>> senses;  // by stated theme
        std::map<std::size_t, std::pair<double, std::size_t>> heard;  // of one list: the surest, and how many
        const auto answer = [&](const std::vector<std::string>& stated, std::size_t slot, double level) {
            heard.clear();
            for (const std::string& theme : stated) {
                const auto [known, is_new] = senses.try_emplace(theme);
                if (is_new) known->second = senses_of(theme);
                for (const auto& [sense, strength] : known->second) {
                    auto& [most, times] = heard[sense];
                    most = std::max(most, strength);
                    ++times;
                }
            }
            // Who does this alone before who does it among other things.
            for (const auto& [sense, said] : heard) {
                const double part = static_cast<double>(said.second) / static_cast<double>(stated.size());
                answers_[sense].push_back({slot, said.first * (1 - query::weights().theme_share * (1 - part)), level});
            }
        };
        for (const Shown& shown : shown_) {
            const model::Partner& partner = *shown.partner;
            const bool parts = std::any_of(partner.services.begin(), partner.services.end(),
                                           [](const model::Service& service) { return !service.themes.empty(); });
            answer(partner.themes, shown.slot, parts ? query::weights().fiche : query::weights().whole);
            for (std::size_t k = 0; k < shown.services.size(); ++k)
                answer(partner.services[shown.services[k]].themes, shown.slot + 1 + k, query::weights().service);
        }
    }

    std::string who_does(std::size_t sense) {
        Postings postings;
        for (const auto& [slot, strength, level] : answers_[sense]) postings.add(slot, class_of(strength, level));
        return postings.written();
    }

    // Without an id: those who are there for any public.
    std::string who_is_for(const std::string& id) {
        const auto strength = [&](const std::vector<std::string>& stated, bool whole) {
            const auto has = [&](std::string_view one) {
                return std::find(stated.begin(), stated.end(), one) != stated.end();
            };
            if (!id.empty()) return has(id) ? 1.0 : 0.0;
            if (has("tous-publics")) return query::weights().for_everyone;
            return whole && stated.empty() ? query::weights().not_said : 0.0;
        };
        Postings postings;
        for (const Shown& shown : shown_) {
            const model::Partner& partner = *shown.partner;
            if (const double whole = strength(partner.publics, true); whole > 0)
                postings.add(shown.slot, class_of(whole, query::weights().fiche));
            for (std::size_t k = 0; k < shown.services.size(); ++k)
                if (const double own = strength(partner.services[shown.services[k]].publics, false); own > 0)
                    postings.add(shown.slot + 1 + k, class_of(own, query::weights().service));
        }
        return postings.written();
    }

    [[nodiscard]] std::string who_says_otherwise(const Sense& sense, std::size_t number) const {
        Postings postings;
        const auto said = said_otherwise_.find(sense.id);
        if (sense.kind != MeaningKind::theme || said == said_otherwise_.end()) return {};
        for (const std::size_t slot : said->second)
            if (std::none_of(answers_[number].begin(), answers_[number].end(),
                             [&](const Answer& answer) { return answer.slot == slot; }))
                postings.add(slot, 0);
        return postings.written();
    }

    [[nodiscard]] std::string who_says_no_themes() const {
        Postings postings;
        for (const Shown& shown : shown_)
            for (std::size_t k = 0; k < shown.services.size(); ++k)
                if (shown.partner->services[shown.services[k]].themes.empty()) postings.add(shown.slot + 1 + k, 0);
        return postings.written();
    }

    std::string who_is(const std::string& id) {
        Postings postings;
        for (const Shown& shown : shown_)
            if (shown.partner->kind == id)
                postings.add(shown.slot, class_of(query::weights().by_kind, query::weights().fiche));
        return postings.written();
    }

    std::string answers_for(const Sense& sense, std::size_t number) {
        switch (sense.kind) {
            case MeaningKind::theme: return who_does(number);
            case MeaningKind::kind: return who_is(sense.id);
            case MeaningKind::public_:
            case MeaningKind::partner: break;
        }
        return who_is_for(sense.id);
    }

    const view::Directory& directory_;
    const store::Catalog& catalog_;
    const std::vector<Shown>& shown_;
    SearchIndex index_;
    query::Spellings spellings_;
    query::ThemeSynonyms synonyms_;
    std::map<std::string, std::set<std::size_t>> said_otherwise_;  // by theme, slots of services

    std::map<std::string, bool> always_in_capitals_;  // words that mean something by themselves
    std::vector<Phrase> phrases_;
    std::map<std::string, std::size_t> phrases_by_words_;  // light stems without little words
    std::map<std::string, std::vector<Said>> said_;        // by the words of the phrase
    std::unordered_map<std::string, std::size_t> roots_;   // of the words of phrases, with their numbers
    std::vector<std::vector<std::size_t>> begun_by_;       // of each root, the phrases

    std::vector<Known> known_;  // by the number of the spelling
    std::vector<Weights> weights_;
    std::unordered_map<std::string, std::size_t> weights_by_word_;
    std::vector<std::vector<Answer>> answers_;  // of each sense that is a theme
};

bool is_offered(const model::Service& service, const Date& today) {
    return (!service.from || *service.from <= today) && (!service.until || today <= *service.until);
}

}  // namespace

std::vector<Shown> shown_fiches(const view::Directory& directory) {
    std::vector<Shown> all;
    std::size_t slots = 0;
    for (std::size_t i = 0; i < directory.listings.size(); ++i) {
        const view::Listing& listing = directory.listings[i];
        Shown shown{&listing, &*directory.fiches[i], directory.edition.catalog.partner(listing.id), {}, slots};
        const auto& services = shown.partner->services;
        for (std::size_t k = 0; k < std::min(services.size(), shown.entry->service_areas.size()); ++k)
            if (is_offered(services[k], directory.edition.today)) shown.services.push_back(k);
        slots += 1 + shown.services.size();
        all.push_back(std::move(shown));
    }
    return all;
}

SearchIndex search_index(const view::Directory& directory, const std::vector<Shown>& shown) {
    return Indexer(directory, shown).index();
}

}  // namespace cafe::site
