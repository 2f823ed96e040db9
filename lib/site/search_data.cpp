#include "site/search_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "calendar/open_week.hpp"
#include "facts/service.hpp"
#include "model/values.hpp"
#include "query/everyday.hpp"
#include "query/lexicon.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"
#include "query/texts.hpp"
#include "render/json.hpp"
#include "render/typography.hpp"
#include "view/meetings.hpp"
#include "view/wording.hpp"

namespace cafe::site {

namespace {

using model::VocabularyKind;
using query::Meaning;
using query::MeaningKind;
using query::Token;
using territory::AreaKind;
using territory::AreaRef;

// How near to doing it (query::value_of): a service; the fiche, whose services part no themes; the fiche as a whole.
constexpr double of_service = 1.0;
constexpr double of_whole = 0.55;
constexpr double of_fiche = 0.45;

// More communes than this are not all listed: a notebook of a whole région.
constexpr std::size_t most_communes = 1500;

constexpr Phrase<> filter_by{"Filtrer", "Filter"};
constexpr Phrase<> any_theme{"Tous les thèmes", "All topics"};
constexpr Phrase<> any_area{"Tous les territoires", "All areas"};
constexpr Phrase<> any_public{"Tous les publics", "All publics"};
constexpr Phrase<> open_now{"Ouvert maintenant", "Open now"};
constexpr Phrase<> group_communes{"Communes", "Communes"};
constexpr Phrase<> group_wider{"Secteurs et intercommunalités", "Wider areas"};
constexpr Phrase<> answers_are{"Réponses", "Answers"};
constexpr Phrase<> one_partner{"1 partenaire", "1 partner"};
constexpr Phrase<> partners_are{"# partenaires", "# partners"};
constexpr Phrase<> none_found{"Aucun partenaire de ce carnet : essayez un autre mot",
                              "No partner in this notebook: try another word"};
constexpr Phrase<> none_with_filters{"Aucun avec ces filtres, # sans filtre", "None with these filters, # without"};
constexpr Phrase<> show_more{"Afficher la suite (#)", "Show more (#)"};
constexpr Phrase<> read_instead{"Lu : « # »", "Read as: “#”"};
constexpr Phrase<> remove{"Retirer : #", "Remove: #"};
constexpr Phrase<> clear_all{"Tout effacer", "Clear all"};
constexpr Phrase<> keep{"Retenir", "Keep"};
constexpr Phrase<> kept{"Retenus : #", "Kept: #"};
constexpr Phrase<> write_together{"Leur écrire", "Write to them"};
constexpr Phrase<> without_mail{"# sans adresse électronique", "# without an e-mail address"};
constexpr Phrase<> give_back{"Tout rendre", "Keep none"};
constexpr Phrase<> meetings_are{"Réunions", "Meetings"};
constexpr Phrase<> emergency{"En urgence", "In an emergency"};

std::string quoted(std::string_view text) {
    return render::json_in_page(render::json_text(text));
}

std::string base36(std::size_t number) {
    std::string digits;
    do {
        digits.insert(digits.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
        number /= 36;
    } while (number > 0);
    return digits;
}

// What a position is marked with; no digit, no small letter, none of the signs that part lists.
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-.:=?@[]^_{}~";

/// Positions in rising order, each with a letter: "A", "3B" stand for the next one and for three further.
class Postings {
public:
    void add(std::size_t position, std::size_t letter) {
        const std::size_t step = position + 1 - next_;
        if (step != 1) written_ += base36(step);
        written_ += letters[std::min(letter, letters.size() - 1)];
        next_ = position + 1;
    }
    [[nodiscard]] const std::string& written() const { return written_; }

private:
    std::string written_;
    std::size_t next_ = 0;
};

// A bar parts the fields of a line of data; a text has a blank in its place.
std::string plain_text(std::string_view text) {
    return text::replace_all(text, "|", " ");
}
// In a list a semicolon parts the texts, and a circumflex the lists.
std::string list_text(std::string_view text) {
    return text::replace_all(text::replace_all(plain_text(text), ";", ","), "^", " ");
}

/// Lines in order: of what a line shares with the one before, only the length is written.
class Lines {
public:
    void add(std::string line) {
        constexpr std::size_t most = 35;  // one digit
        std::size_t same = 0;
        // ASCII alone: the script does not count in bytes.
        while (same < std::min({line.size(), last_.size(), most}) && line[same] == last_[same] && line[same] > 0)
            ++same;
        written_ += (written_.empty() ? "" : ";") + base36(same) + line.substr(same);
        last_ = std::move(line);
    }
    [[nodiscard]] const std::string& written() const { return written_; }

private:
    std::string written_;
    std::string last_;
};

/// A text with its most frequent pairs of bytes as one sign each, and the pairs in the order they were found: "Eer"
/// says that E stands for "er". Signs already there may stand in later pairs.
struct Paired {
    std::string text;
    std::string pairs;
};
Paired paired(std::string text) {
    constexpr std::string_view signs = "EFGHIJKLMNOPQRSTUVWXYZ!#$%*+,-.:=?@[]^_{}~";
    constexpr std::size_t rare = 8;
    Paired out{std::move(text), {}};
    std::vector<std::size_t> times;
    for (const char sign : signs) {
        if (out.text.find(sign) != std::string::npos) continue;
        times.assign(std::size_t{128} * 128, 0);
        std::size_t most = 0;
        for (std::size_t i = 0; i + 1 < out.text.size(); ++i) {
            const auto first = static_cast<unsigned char>(out.text[i]);
            const auto second = static_cast<unsigned char>(out.text[i + 1]);
            if (first > 127 || second > 127) continue;
            const std::size_t pair = first * std::size_t{128} + second;
            if (++times[pair] > times[most]) most = pair;
        }
        if (times[most] < rare) break;
        const std::string pair{static_cast<char>(most / 128), static_cast<char>(most % 128)};
        out.text = text::replace_all(out.text, pair, std::string(1, sign));
        out.pairs += sign + pair;
    }
    return out;
}

template <class List, class Write>
std::string listed(const List& list, Write write) {
    std::string out = "[";
    for (const auto& each : list) {
        if (out.size() > 1) out += ',';
        out += write(each);
    }
    return out + "]";
}

std::string joined(const std::vector<std::size_t>& list) {
    std::string out;
    for (const std::size_t number : list) out += (out.empty() ? "" : ",") + std::to_string(number);
    return out;
}
std::string numbers(const std::vector<std::size_t>& list) {
    return "[" + joined(list) + "]";
}
std::string joined(const std::vector<std::string>& list) {
    std::vector<std::string> all;
    for (const std::string& text : list) all.push_back(list_text(text));
    return text::join(all, ";");
}
std::string texts(const std::vector<std::string>& list) {
    return listed(list, quoted);
}

/// One published fiche: what was released of it, and where it serves.
struct Shown {
    const view::Listing* listing = nullptr;
    const model::Partner* partner = nullptr;
    const store::PartnerEntry* entry = nullptr;
    std::vector<std::size_t> services;  ///< positions of those offered on the day of the edition
    std::size_t slot = 0;               ///< the fiche as a whole; its services have those behind it
};

/// A spelling of a meaning, to be found in what fiches say.
struct Phrase_ {
    std::vector<std::size_t> roots;  ///< numbers of `Spellings`
    std::set<std::size_t> said_in;   ///< slots
    bool of_kind = false;            ///< it means a kind of organisation
};

/// The words of many texts, each spelling worked out once: a notebook has a million words and some ten thousand of
/// them.
class Spellings {
public:
    struct Spelling {
        std::string folded;  ///< empty: no word
        std::size_t light = 0;
        std::size_t root = 0;
        bool little = false;
    };
    /// A word of a text. One in capitals is never little.
    struct Said {
        const Spelling* spelling = nullptr;
        bool little = false;
    };

    /// As query::tokens_of.
    std::vector<Said> words_of(std::string_view text) {
        std::vector<Said> words;
        const std::vector<fold::Cut> cuts = fold::cuts(text);
        words.reserve(cuts.size());
        std::vector<bool> capitals;
        for (const fold::Cut& cut : cuts) {
            const Spelling& spelling = spelling_of(text.substr(cut.begin, cut.end - cut.begin));
            if (spelling.folded.empty()) continue;
            words.push_back({&spelling, spelling.little});
            capitals.push_back(cut.acronym);
        }
        if (std::find(capitals.begin(), capitals.end(), true) != capitals.end() &&
            !query::is_shouted(text, words.size()))
            for (std::size_t i = 0; i < words.size(); ++i) words[i].little = words[i].little && !capitals[i];
        return words;
    }

    std::size_t root(const std::string& root) { return number(roots_, root); }
    /// Light forms in the order of their numbers.
    [[nodiscard]] std::vector<const std::string*> lights() const {
        std::vector<const std::string*> lights(lights_.size());
        for (const auto& [light, number] : lights_) lights[number] = &light;
        return lights;
    }

private:
    using Numbers = std::unordered_map<std::string, std::size_t>;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    static std::size_t number(Numbers& numbers, const std::string& text) {
        return numbers.try_emplace(text, numbers.size()).first->second;
    }

    const Spelling& spelling_of(std::string_view cut) {
        if (const auto known = spellings_.find(cut); known != spellings_.end()) return known->second;
        Spelling spelling{fold::word(cut)};
        const std::string& folded = spelling.folded;
        // « St » is written for « Saint ».
        spelling.light = number(lights_, query::stem::light(folded == "st"    ? "saint"
                                                            : folded == "ste" ? "sainte"
                                                                              : folded));
        spelling.root = number(roots_, query::stem::root(folded));
        spelling.little = query::is_little(folded);
        return spellings_.emplace(cut, std::move(spelling)).first->second;
    }

    Numbers lights_;
    Numbers roots_;
    std::unordered_map<std::string, Spelling, Hash, std::equal_to<>> spellings_;
};

class Writer {
public:
    explicit Writer(const view::Directory& directory)
        : directory_(directory), catalog_(directory.edition.catalog), lexicon_(catalog_.vocabulary()) {
        for (std::size_t i = 0; i < directory.listings.size(); ++i) {
            const view::Listing& listing = directory.listings[i];
            Shown shown{&listing, &*directory.fiches[i], catalog_.partner(listing.id), {}, slots_};
            const auto& services = shown.partner->services;
            for (std::size_t k = 0; k < std::min(services.size(), shown.entry->service_areas.size()); ++k)
                if (is_offered(services[k])) shown.services.push_back(k);
            slots_ += 1 + shown.services.size();
            shown_.push_back(std::move(shown));
        }
    }

    std::string write() {
        collect_meanings();
        read_texts();
        collect_areas();
        std::string out = "CAFE={";
        const auto add = [&](std::string_view key, const std::string& value) {
            if (out.back() != '{') out += ",\n";
            out += fmt::format("\"{}\":{}", key, value);
        };
        add("w", word_lists());
        add("e", endings());
        add("y", R"([["enfants",0,17],["jeunes",12,25],["seniors",60,199]])");
        const std::string meanings = meanings_written();  // both fill `classes_`
        const std::string anybody = public_table("");
        add("c",
            listed(classes_, [](const auto& each) { return fmt::format("[{:.3f},{:.2f}]", each.first, each.second); }));
        add("m", meanings);
        add("b", quoted(anybody));
        const Paired phrases = paired(phrases_written());
        add("x", quoted(phrases.pairs));
        add("p", quoted(phrases.text));
        add("z", serving_areas());
        const std::string areas = areas_written();  // fills `groups_` and `wide_`
        add("n", std::to_string(wide_));
        add("g", texts(groups_));
        add("a", areas);
        add("l", words());
        add("u", emergencies());
        add("t", family_labels());
        add("q", labels(VocabularyKind::publics, publics_));
        add("h", hours_written());
        add("r", meetings());
        const std::string partners = partners_written();  // fills `sides_`
        add("k", kind_labels());
        add("s", texts(sides_));
        add("v", acronyms_written());
        add("f", partners);
        add("i", quoted(index_));
        return out + "};\n";
    }

private:
    [[nodiscard]] bool is_offered(const model::Service& service) const {
        const Date& today = directory_.edition.today;
        return (!service.from || *service.from <= today) && (!service.until || today <= *service.until);
    }

    // ---- Words ----------------------------------------------------------------------------------------------------

    static std::string word_lists() {
        using query::WordList;
        return texts({query::words_of(WordList::little), query::stem::invariable_words(),
                      query::words_of(WordList::denying), query::words_of(WordList::denying_with_de),
                      query::words_of(WordList::vague), query::words_of(WordList::also_places),
                      query::words_of(WordList::before_places) + " d du", query::acronyms_that_are_words(),
                      query::words_of(WordList::anybody), "depuis pendant durant since y", "d de un une any a",
                      "l la le les the", "ae ea ei ie iy yi sc cs sz zs ck kc cq qc ou uo"});
    }
    static std::string endings() {
        return listed(query::stem::root_endings(),
                      [](const auto& ending) { return fmt::format("[\"{}\",{}]", ending.letters, ending.least); });
    }

    // ---- Meanings: who answers for a theme, a public, a kind, and how surely (query/fiche.cpp) ---------------------

    struct Sense {
        MeaningKind kind = MeaningKind::theme;
        std::string id;
        std::array<std::set<std::string>, 3> known;  // by breadth, its phrases in light stems
    };

    void collect_meanings() {
        for (const Meaning& meaning : lexicon_.meanings()) {
            if (meaning.kind == MeaningKind::partner) continue;
            const auto [at, is_new] = senses_by_id_.try_emplace({meaning.kind, meaning.id}, senses_.size());
            if (is_new) senses_.push_back({meaning.kind, meaning.id, {}});
            add_phrase(at->second, meaning);
        }
        for (std::size_t i = 0; i < senses_.size(); ++i)
            if (senses_[i].kind == MeaningKind::kind) add_usual_business(i);
        number_senses();
    }

    // Those with most phrases first: their numbers are short.
    void number_senses() {
        std::vector<std::size_t> phrases(senses_.size());
        for (const auto& [words, meanings] : said_)
            for (const Said& said : meanings) ++phrases[said.sense];
        std::vector<std::size_t> order(senses_.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return phrases[a] > phrases[b]; });
        std::vector<std::size_t> number(senses_.size());
        std::vector<Sense> sorted;
        for (const std::size_t sense : order) {
            number[sense] = sorted.size();
            sorted.push_back(std::move(senses_[sense]));
        }
        senses_ = std::move(sorted);
        for (auto& [words, meanings] : said_)
            for (Said& said : meanings) said.sense = number[said.sense];
        for (auto& [id, sense] : senses_by_id_) sense = number[sense];
    }

    // The words of a phrase as they are looked up: little words inside of it do not count.
    static std::vector<Token> words_of_phrase(std::string_view said) {
        std::vector<Token> words = query::tokens_of(said);
        if (words.size() > 1 && !words.front().little && !words.back().little)
            words.erase(std::remove_if(words.begin(), words.end(), [](const Token& word) { return word.little; }),
                        words.end());
        return words;
    }
    static std::string in_form(const std::vector<Token>& words, std::string Token::*form) {
        std::string out;
        for (const Token& word : words) out += (out.empty() ? "" : " ") + word.*form;
        return out;
    }

    // What a kind of organisation that is here usually does.
    void add_usual_business(std::size_t sense) {
        const bool here = std::any_of(shown_.begin(), shown_.end(),
                                      [&](const Shown& shown) { return shown.partner->kind == senses_[sense].id; });
        for (const query::Everyday& line : query::everyday_words()) {
            if (!here || line.says != query::Everyday::Says::usual || line.id != senses_[sense].id) continue;
            for (const std::string_view said : text::split(line.words, ';')) {
                std::vector<Token> words = query::tokens_of(said);
                std::erase_if(words, [](const Token& word) { return word.little; });
                said_[in_form(words, &Token::folded)].push_back({sense, usual_breadth, no_slot});
            }
        }
    }

    // Other endings of the same words are no other phrase.
    void add_phrase(std::size_t sense, const Meaning& meaning) {
        const std::vector<Token> words = words_of_phrase(meaning.said);
        if (words.empty()) return;
        const auto breadth = static_cast<std::size_t>(meaning.breadth);
        if (!senses_[sense].known[breadth].insert(in_form(words, &Token::light)).second) return;
        Phrase_ phrase;
        for (const Token& word : words)
            if (!word.little) phrase.roots.push_back(spellings_.root(word.root));
        said_[in_form(words, &Token::folded)].push_back({sense, breadth, phrases_.size()});
        // Where one word of a theme is said, the index of words tells.
        phrase.of_kind = meaning.kind == MeaningKind::kind;
        if (phrase.of_kind ? !phrase.roots.empty() : meaning.kind == MeaningKind::theme && phrase.roots.size() > 1)
            begin_with(phrase.roots.front()).push_back(phrases_.size());
        if (phrase.of_kind) {
            if (meaning.acronym && meaning.said.size() >= 3 && meaning.said.size() <= 6)
                spelled_.emplace_back(fold::text(meaning.said), phrases_.size());
        }
        phrases_.push_back(std::move(phrase));
    }

    // The phrases that begin with a root.
    std::vector<std::size_t>& begin_with(std::size_t root) {
        if (root >= by_first_root_.size()) by_first_root_.resize(root + 1);
        return by_first_root_[root];
    }

    // The phrases that the words say from here on, kinds of organisation in names alone; little words between do not
    // count.
    void hear(const std::vector<Spellings::Said>& words, std::size_t at, std::size_t slot, bool in_name) {
        const std::size_t first = words[at].spelling->root;
        if (first >= by_first_root_.size()) return;
        for (const std::size_t index : by_first_root_[first]) {
            if (phrases_[index].of_kind && !in_name) continue;
            const auto& roots = phrases_[index].roots;
            std::size_t same = 0;
            for (std::size_t i = at; i < words.size() && same < roots.size(); ++i) {
                if (words[i].spelling->root == roots[same])
                    ++same;
                else if (!words[i].little)
                    break;
            }
            if (same == roots.size()) phrases_[index].said_in.insert(slot);
        }
    }

    /// What a word weighs in which slots, text by text.
    struct Weights {
        std::vector<std::pair<std::size_t, double>> slots;
        std::size_t last_text = 0;  ///< a text counts once
    };

    void read_texts() {
        std::vector<Weights> weights;  // by light form
        std::size_t texts = 0;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            std::set<std::string> people;
            for (const model::Contact& contact : shown_[i].partner->contacts)
                if (const auto person =
                        facts::release_person(catalog_, contact.person, {directory_.edition.reader, false}))
                    people.insert((*person)->name);
            for (const query::Text& text : query::texts_of(catalog_, *shown_[i].partner)) {
                if (text.field == "contacts" && people.count(std::string(text.text)) == 0) continue;
                read_text(i, text, ++texts, weights);
            }
        }
        const std::vector<const std::string*> lights = spellings_.lights();
        std::vector<std::size_t> by_word;
        for (std::size_t word = 0; word < weights.size(); ++word)
            if (!weights[word].slots.empty() && lights[word]->find_first_of(" ;|") == std::string::npos)
                by_word.push_back(word);
        std::sort(by_word.begin(), by_word.end(),
                  [&](std::size_t a, std::size_t b) { return *lights[a] < *lights[b]; });
        Lines lines;
        for (const std::size_t word : by_word) {
            auto& slots = weights[word].slots;
            // Of a partner's services the texts come field by field.
            std::stable_sort(slots.begin(), slots.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            Postings postings;
            for (std::size_t i = 0; i < slots.size();) {
                const std::size_t slot = slots[i].first;
                double weight = 0;
                for (; i < slots.size() && slots[i].first == slot; ++i) weight += slots[i].second;
                postings.add(slot, static_cast<std::size_t>(std::max(0.0, weight * 2 - 1)));
            }
            lines.add(*lights[word] + "|" + postings.written());
        }
        index_ = lines.written();
    }

    void read_text(std::size_t partner, const query::Text& text, std::size_t number, std::vector<Weights>& weights) {
        const std::size_t slot = slot_of(partner, text.service);
        if (slot == no_slot) return;
        const auto words = spellings_.words_of(text.text);
        const bool in_name =
            !text.service && (text.field == "name" || text.field == "short_name" || text.field == "aliases");
        // « CAF » is said by "Caisse d'Allocations Familiales" (query/fiche.cpp, spells).
        if (in_name) {
            std::string initials;
            for (const Spellings::Said& word : words)
                if (!word.little) initials += word.spelling->folded.front();
            for (const auto& [acronym, phrase] : spelled_)
                if (initials.find(acronym) != std::string::npos) phrases_[phrase].said_in.insert(slot);
        }
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at].little) continue;
            hear(words, at, slot, in_name);
            const std::size_t light = words[at].spelling->light;
            if (light >= weights.size()) weights.resize(light + 1);
            Weights& of_word = weights[light];
            if (std::exchange(of_word.last_text, number) != number) of_word.slots.emplace_back(slot, text.weight);
        }
    }

    static constexpr std::size_t no_slot = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t slot_of(std::size_t partner, std::optional<std::size_t> service) const {
        if (!service) return shown_[partner].slot;
        const auto& services = shown_[partner].services;
        const auto at = std::find(services.begin(), services.end(), *service);
        if (at == services.end()) return no_slot;
        return shown_[partner].slot + 1 + static_cast<std::size_t>(at - services.begin());
    }

    // Its letter; when these are used up the nearest strength of the same level.
    std::size_t class_of(double strength, double level) {
        const std::pair value{std::round(strength * 1000) / 1000, level};
        const auto at = std::find(classes_.begin(), classes_.end(), value);
        if (at != classes_.end()) return static_cast<std::size_t>(at - classes_.begin());
        if (classes_.size() < letters.size()) {
            classes_.push_back(value);
            return classes_.size() - 1;
        }
        std::size_t nearest = 0;
        const auto distance = [&](std::size_t i) {
            return std::abs(classes_[i].first - strength) + (classes_[i].second == level ? 0.0 : 10.0);
        };
        for (std::size_t i = 1; i < classes_.size(); ++i)
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
        constexpr double same_theme = 0.85;
        constexpr double family_theme = 0.68;
        const bool is_family = catalog_.vocabulary().family(stated) != nullptr;
        std::vector<std::pair<std::size_t, double>> senses;
        for (std::size_t i = 0; i < senses_.size(); ++i) {
            const auto& [kind, asked, known] = senses_[i];
            if (kind == MeaningKind::theme && catalog_.vocabulary().answers(stated, asked))
                senses.emplace_back(i, is_family && stated != asked ? family_theme : same_theme);
        }
        return senses;
    }

    // Partner by partner: what each states is little, what may be asked is much.
    void answer_themes() {
        answers_.assign(senses_.size(), {});
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
                answers_[sense].push_back({slot, said.first * (0.95 + 0.05 * part), level});
            }
        };
        for (const Shown& shown : shown_) {
            const model::Partner& partner = *shown.partner;
            const bool parts = std::any_of(partner.services.begin(), partner.services.end(),
                                           [](const model::Service& service) { return !service.themes.empty(); });
            answer(partner.themes, shown.slot, parts ? of_fiche : of_whole);
            for (std::size_t k = 0; k < shown.services.size(); ++k)
                answer(partner.services[shown.services[k]].themes, shown.slot + 1 + k, of_service);
        }
    }

    std::string theme_table(std::size_t sense) {
        Postings postings;
        for (const auto& [slot, strength, level] : answers_[sense]) postings.add(slot, class_of(strength, level));
        return postings.written();
    }

    // Without an id: those who are there for any public.
    std::string public_table(const std::string& id) {
        const auto strength = [&](const std::vector<std::string>& stated, bool whole) {
            const auto has = [&](std::string_view one) {
                return std::find(stated.begin(), stated.end(), one) != stated.end();
            };
            if (!id.empty()) return has(id) ? 1.0 : 0.0;
            if (has("tous-publics")) return 0.8;
            return whole && stated.empty() ? 0.4 : 0.0;
        };
        Postings postings;
        for (const Shown& shown : shown_) {
            const model::Partner& partner = *shown.partner;
            if (const double whole = strength(partner.publics, true); whole > 0)
                postings.add(shown.slot, class_of(whole, of_fiche));
            for (std::size_t k = 0; k < shown.services.size(); ++k)
                if (const double own = strength(partner.services[shown.services[k]].publics, false); own > 0)
                    postings.add(shown.slot + 1 + k, class_of(own, of_service));
        }
        return postings.written();
    }

    std::string kind_table(const std::string& id) {
        constexpr double by_kind = 0.8;
        Postings postings;
        for (const Shown& shown : shown_)
            if (shown.partner->kind == id) postings.add(shown.slot, class_of(by_kind, of_fiche));
        return postings.written();
    }

    [[nodiscard]] std::string family_of(const Sense& sense) const {
        if (sense.kind != MeaningKind::theme) return quoted(sense.id);
        const model::Family* family = catalog_.vocabulary().family_of(sense.id);
        if (family == nullptr || family->id == sense.id) return "-1";
        const auto at = senses_by_id_.find({MeaningKind::theme, family->id});
        return at == senses_by_id_.end() ? "-1" : std::to_string(at->second);
    }

    std::string meanings_written() {
        answer_themes();
        std::size_t at = 0;
        return listed(senses_, [&](const Sense& sense) {
            const std::size_t number = at++;
            const std::string_view kind = sense.kind == MeaningKind::theme  ? "t"
                                          : sense.kind == MeaningKind::kind ? "k"
                                                                            : "p";
            const std::string table = sense.kind == MeaningKind::theme  ? theme_table(number)
                                      : sense.kind == MeaningKind::kind ? kind_table(sense.id)
                                                                        : public_table(sense.id);
            std::string out = fmt::format("[\"{}\",{},\"{}\"", kind, family_of(sense), table);
            return out + "]";
        });
    }

    // Each phrase with what it may mean: a sense, a letter for how broad it is, the slots that say it.
    [[nodiscard]] std::string phrases_written() const {
        Lines lines;
        for (const auto& [words, meanings] : said_) {
            std::string codes;
            for (const Said& said : meanings) {
                codes += letters[said.breadth] + base36(said.sense);
                if (said.phrase == no_slot || phrases_[said.phrase].said_in.empty()) continue;
                Postings postings;
                for (const std::size_t slot : phrases_[said.phrase].said_in) postings.add(slot, 0);
                codes += "(" + postings.written() + ")";
            }
            lines.add(words + codes);
        }
        return lines.written();
    }

    // ---- Areas ----------------------------------------------------------------------------------------------------

    void collect_areas() {
        for (const auto& [area, key] : directory_.areas) areas_.emplace(area, 0);
        const territory::Territory& territory = catalog_.territory();
        std::vector<AreaRef> communes;
        for (const std::string& code : catalog_.settings().departments) {
            const auto here = territory.communes_of({AreaKind::departement, "dep:" + code});
            communes.insert(communes.end(), here.begin(), here.end());
        }
        if (communes.size() <= most_communes)
            for (const AreaRef& commune : communes) areas_.emplace(commune, 0);
        // As they are offered to be picked: wider ones, then communes and quarters, by name.
        std::vector<std::tuple<bool, std::string, std::string, AreaKind>> order;
        for (const auto& [area, at] : areas_)
            order.emplace_back(is_small(area), fold::text(territory.name(area)), area.code, area.kind);
        std::sort(order.begin(), order.end());
        for (const auto& [small, name, code, kind] : order) order_.push_back({kind, code});
        for (std::size_t i = 0; i < order_.size(); ++i) areas_[order_[i]] = i;
        wide_ = static_cast<std::size_t>(
            std::count_if(order_.begin(), order_.end(), [](const AreaRef& area) { return !is_small(area); }));
        const auto collect = [&](const std::vector<AreaRef>& served) {
            for (const AreaRef& area : served)
                if (serving_at_.try_emplace(area, serving_.size()).second) serving_.push_back(area);
        };
        for (const Shown& shown : shown_) {
            collect(shown.entry->areas);
            for (const std::size_t service : shown.services) collect(shown.entry->service_areas[service]);
        }
    }

    // By its place among the areas, or -1; and how narrow it is, in hundredths (query::Fiche::specificity).
    [[nodiscard]] std::string serving_areas() const {
        return listed(serving_, [&](const AreaRef& area) {
            const auto at = areas_.find(area);
            const auto communes = static_cast<double>(std::max<std::size_t>(catalog_.territory().size(area), 1));
            const auto narrow = std::lround(100 * std::max(0.05, 0.98 - std::log(communes) / 11));
            return fmt::format("[{},{}]", at == areas_.end() ? -1 : static_cast<long>(at->second), narrow);
        });
    }

    // A text as it is shown.
    [[nodiscard]] std::string set(std::string_view text) const {
        const Lang lang = directory_.edition.lang;
        std::string words = render::typeset(plain_text(text), lang);
        return lang == Lang::fr ? render::with_apostrophes(std::move(words)) : words;
    }

    static bool is_small(const AreaRef& area) {
        return area.kind == AreaKind::commune || area.kind == AreaKind::quarter;
    }

    // Its names, its page, and which serving areas hold it or a part of it, by the place of these two lists among
    // `groups_`.
    std::string areas_written() {
        const territory::Territory& territory = catalog_.territory();
        return listed(order_, [&](const AreaRef& area) {
            std::vector<std::size_t> inside;
            std::vector<std::size_t> part;
            for (std::size_t i = 0; i < serving_.size(); ++i) {
                if (territory.contains(serving_[i], area))
                    inside.push_back(i);
                else if (territory.touches(serving_[i], area))
                    part.push_back(i);
            }
            const auto page = directory_.areas.find(area);
            std::vector<std::string> names = other_names(area);
            names.insert(names.begin(), set(territory.name(area)));
            return quoted(fmt::format("{}|{}|{}", joined(names), page == directory_.areas.end() ? "" : page->second,
                                      number_among(groups_, joined(inside) + ";" + joined(part))));
        });
    }

    // The place of a text in a list where each stands once.
    static std::size_t number_among(std::vector<std::string>& list, std::string text) {
        const auto at = std::find(list.begin(), list.end(), text);
        if (at != list.end()) return static_cast<std::size_t>(at - list.begin());
        list.push_back(std::move(text));
        return list.size() - 1;
    }

    // « agglo d'Agen », "47500": as people write it.
    [[nodiscard]] std::vector<std::string> other_names(const AreaRef& area) const {
        std::vector<std::string> names;
        if (area.kind == AreaKind::commune) names = catalog_.territory().postcodes(area);
        for (const auto& [said, meant] : store::territory_setup(catalog_.settings(), catalog_.own_areas()).aliases) {
            const auto found = catalog_.territory().resolve(said, territory::Spoken::record);
            if (const auto* named = std::get_if<AreaRef>(&found); named != nullptr && *named == area)
                names.push_back(said);
        }
        return names;
    }

    // ---- Partners --------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string labels(VocabularyKind kind, std::vector<std::string>& ids) const {
        ids = catalog_.vocabulary().ids(kind);
        return listed(ids, [&](const std::string& id) {
            return fmt::format("[{},{}]", quoted(id),
                               quoted(set(catalog_.vocabulary().label(kind, id).in(directory_.edition.lang))));
        });
    }
    [[nodiscard]] std::string family_labels() const {
        return listed(catalog_.vocabulary().families, [&](const model::Family& family) {
            return fmt::format("[{},{}]", quoted(family.id), quoted(set(view::theme_label(directory_, family.id))));
        });
    }

    // What the script says, in the language of the edition; # is a number or a word.
    [[nodiscard]] std::string words() const {
        std::vector<std::string> all;
        for (const Words& each :
             {filter_by(),      any_theme(),    any_area(),    any_public(),   open_now(),    group_communes(),
              group_wider(),    answers_are(),  one_partner(), partners_are(), none_found(),  none_with_filters(),
              show_more(),      read_instead(), remove(),      clear_all(),    keep(),        kept(),
              write_together(), without_mail(), give_back(),   emergency(),    meetings_are()})
            all.push_back(each.in(directory_.edition.lang));
        return texts(all);
    }

    // The numbers to call first, each with the positions of the meanings that bring it up.
    [[nodiscard]] std::string emergencies() const {
        const model::Vocabulary& vocabulary = catalog_.vocabulary();
        return listed(vocabulary.emergency, [&](const model::EmergencyNumber& number) {
            std::vector<std::size_t> about;
            for (std::size_t i = 0; i < senses_.size(); ++i) {
                if (senses_[i].kind != MeaningKind::theme) continue;
                const auto& themes = number.themes;
                const bool for_it = std::any_of(themes.begin(), themes.end(), [&](const std::string& theme) {
                    return vocabulary.answers(theme, senses_[i].id);
                });
                if (for_it) about.push_back(i);
            }
            return fmt::format("[{},{},{}]", quoted(number.number), quoted(set(number.name)), numbers(about));
        });
    }

    [[nodiscard]] std::string hours_written() {
        for (const Shown& shown : shown_) {
            // Who is suspended is not there, whatever the hours say.
            const std::string week = shown.listing->mark.empty() ? calendar::open_week(shown.partner->hours) : "";
            std::optional<std::size_t> at;
            if (!week.empty()) {
                const auto [known, is_new] = week_at_.try_emplace(week, weeks_.size());
                if (is_new) weeks_.push_back(week);
                at = known->second;
            }
            week_of_.push_back(at);
        }
        return texts(weeks_);
    }

    // What it is called, other words for it, and the name of its minutes' page or 0.
    [[nodiscard]] std::string meetings() const {
        return listed(view::meeting_entries(directory_), [&](const view::MeetingEntry& entry) {
            return fmt::format("[{},{},{}]", quoted(set(entry.shown)), quoted(entry.words),
                               entry.minutes.empty() ? "0" : quoted(entry.minutes));
        });
    }

    [[nodiscard]] std::vector<std::size_t> ranks() const {
        std::vector<std::size_t> order(shown_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const auto verified = [&](std::size_t i) {
            const auto& on = shown_[i].entry->value.verified;
            return on ? on->on : std::nullopt;
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            if (verified(a) != verified(b)) return verified(a) > verified(b);
            return shown_[a].listing->id < shown_[b].listing->id;
        });
        std::vector<std::size_t> ranks(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
        return ranks;
    }

    [[nodiscard]] std::string kind_labels() const {
        return listed(kinds_, [&](const std::string& id) {
            return quoted(set(catalog_.vocabulary().label(VocabularyKind::kinds, id).in(directory_.edition.lang)));
        });
    }

    std::string partners_written() {
        const auto rank = ranks();
        std::size_t at = 0;
        return listed(shown_, [&](const Shown& shown) {
            const std::size_t i = at++;
            return "\n" + partner_written(shown, i, rank[i]);
        });
    }

    template <class Id>
    static std::size_t position(const std::vector<Id>& ids, const Id& id) {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }

    // Ten digits without the blanks between them, which the script puts back; any other number as people read it.
    [[nodiscard]] static std::string short_phone(const std::string& number) {
        const std::string shown = view::to_phone(number).front().text;
        std::string digits = shown;
        std::erase(digits, ' ');
        const bool national = digits.size() == 10 && digits.front() == '0' && shown.size() == 14 &&
                              digits.find_first_not_of("0123456789") == std::string::npos;
        return national ? digits : shown;
    }

    // Acronyms of the vocabulary in what the script makes cards of, with their meaning.
    [[nodiscard]] std::string acronyms_written() const {
        std::map<std::string_view, std::string_view> meanings;
        for (const model::Acronym& acronym : catalog_.vocabulary().acronyms)
            if (acronym.letters.size() > 1) meanings.emplace(acronym.letters, acronym.meaning);
        std::map<std::string_view, std::string_view> used;
        const auto look_in = [&](std::string_view text) {
            const auto in_word = [](char byte) {
                return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
            };
            for (std::size_t at = 0; at < text.size(); ++at) {
                const std::size_t from = at;
                while (at < text.size() && in_word(text[at])) ++at;
                if (at < from + 2) continue;
                if (const auto found = meanings.find(text.substr(from, at - from)); found != meanings.end())
                    used.insert(*found);
            }
        };
        for (std::size_t i = view::first_cards; i < shown_.size(); ++i)
            for (const std::string* text : {&shown_[i].listing->name, &shown_[i].listing->kicker,
                                            &shown_[i].listing->summary, &shown_[i].listing->areas})
                look_in(*text);
        return listed(used,
                      [&](const auto& each) { return quoted(plain_text(each.first) + "|" + plain_text(each.second)); });
    }

    // One line: what its card shows where the page has none, what the filters ask, what is asked of it.
    std::string partner_written(const Shown& shown, std::size_t at, std::size_t rank) {
        const model::Partner& partner = *shown.partner;
        const view::Listing& listing = *shown.listing;
        std::vector<std::size_t> publics;
        for (const std::string& id : listing.publics)
            if (const std::size_t place = position(publics_, id); place < publics_.size()) publics.push_back(place);
        std::string age;
        if (partner.age_min || partner.age_max)
            age = fmt::format("{}-{}", partner.age_min.value_or(0), partner.age_max.value_or(120));
        std::string services;  // where it serves when that is its own, then its situations
        for (const std::size_t service : shown.services) {
            const model::Service& value = partner.services[service];
            services += '^';
            if (!value.territory.empty()) services += serving(shown.entry->service_areas[service]);
            for (const std::string& situation : value.situations) services += ";" + set(list_text(situation));
        }
        std::vector<std::string> phones;
        for (const model::Phone& phone : partner.phones) phones.push_back(short_phone(phone.number));
        const bool has_card = at < view::first_cards;
        const std::string side =
            set(listing.commune) + "|" + (listing.areas == listing.commune ? "" : set(listing.areas));
        const std::vector<std::string> fields{listing.id,
                                              set(listing.name),
                                              set(partner.short_name),
                                              joined(partner.aliases),
                                              joined(phones),
                                              plain_text(partner.emails.empty() ? "" : partner.emails.front().address),
                                              set(view::capitalised(listing.mark)),
                                              has_card ? "" : std::to_string(number_among(kinds_, partner.kind)),
                                              has_card ? "" : std::to_string(number_among(sides_, side)),
                                              joined(listing.families),
                                              joined(publics),
                                              serving(shown.entry->areas),
                                              age,
                                              std::to_string(rank),
                                              week_of_[at] ? std::to_string(*week_of_[at]) : "",
                                              services,
                                              has_card ? "" : set(listing.summary)};
        std::string line;
        for (const std::string& field : fields) line += field + "|";
        line.pop_back();
        return quoted(line);
    }

    [[nodiscard]] std::string serving(const std::vector<AreaRef>& areas) const {
        std::vector<std::size_t> at;
        for (const AreaRef& area : areas) at.push_back(serving_at_.at(area));
        return joined(at);
    }

    const view::Directory& directory_;
    const store::Catalog& catalog_;
    const query::Lexicon lexicon_;
    std::vector<Shown> shown_;
    std::size_t slots_ = 0;

    std::vector<Sense> senses_;
    std::map<std::pair<MeaningKind, std::string>, std::size_t> senses_by_id_;
    std::vector<Phrase_> phrases_;
    struct Said {
        std::size_t sense = 0;
        std::size_t breadth = 0;
        std::size_t phrase = 0;  ///< or no_slot
    };
    static constexpr std::size_t usual_breadth = 3;             ///< said of what a kind of organisation usually does
    std::map<std::string, std::vector<Said>> said_;             // by the words of the phrase
    std::vector<std::pair<std::string, std::size_t>> spelled_;  // acronyms of kinds, with their phrase
    Spellings spellings_;
    std::vector<std::vector<std::size_t>> by_first_root_;
    std::vector<std::vector<Answer>> answers_;  // of each sense that is a theme
    std::vector<std::pair<double, double>> classes_;
    std::string index_;

    std::map<AreaRef, std::size_t> areas_;  // with their place in `order_`
    std::vector<AreaRef> order_;
    std::size_t wide_ = 0;             // those of `order_` that are neither communes nor quarters stand first
    std::vector<std::string> groups_;  // lists of serving areas that several areas share
    std::vector<AreaRef> serving_;     // areas that fiches name
    std::map<AreaRef, std::size_t> serving_at_;
    std::vector<std::string> publics_;
    std::vector<std::string> kinds_;  // of fiches that have no card in the page
    std::vector<std::string> sides_;  // commune and areas of these
    std::vector<std::string> weeks_;
    std::unordered_map<std::string, std::size_t> week_at_;
    std::vector<std::optional<std::size_t>> week_of_;  // by fiche
};

}  // namespace

std::string search_data(const view::Directory& directory) {
    return Writer(directory).write();
}

}  // namespace cafe::site
