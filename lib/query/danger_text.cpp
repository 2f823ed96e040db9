#include "query/danger_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

namespace cafe::query::danger {

namespace {

constexpr std::size_t least_stem = 4;
constexpr std::size_t longest_run = 5;
constexpr std::size_t concepts_apart = 3;

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool is_letter(char letter) {
    return letter >= 'a' && letter <= 'z';
}
bool is_vowel(char letter) {
    return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

// In this order; what one makes the next one reads.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> sounds{{{"ph", "f"},
                                                                                {"qu", "k"},
                                                                                {"ck", "k"},
                                                                                {"ch", "q"},
                                                                                {"sh", "q"},
                                                                                {"ce", "se"},
                                                                                {"ci", "si"},
                                                                                {"cy", "sy"},
                                                                                {"c", "k"},
                                                                                {"z", "s"},
                                                                                {"y", "i"},
                                                                                {"eau", "o"},
                                                                                {"au", "o"},
                                                                                {"ai", "e"},
                                                                                {"ei", "e"},
                                                                                {"eu", "e"}}};

// Splits at blanks.
std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string key_of_word(std::string_view word) {
    return key_of(sound_of(fold::text(word)));
}
// Of "menac*" both "menak" (« menaça ») and "menas" (« menace »).
std::vector<std::string> starts_of(std::string_view word) {
    std::vector<std::string> starts{sound_of(fold::text(word.substr(0, word.size() - 1)))};
    if (word.ends_with("c*")) {
        starts.push_back(starts.front());
        starts.back().back() = 's';
    }
    return starts;
}

std::size_t concept_named(const Table& table, std::string_view name) {
    const auto found = std::find(table.concepts.begin(), table.concepts.end(), name);
    return found == table.concepts.end() ? no_concept : static_cast<std::size_t>(found - table.concepts.begin());
}

// One word of a run: it doubles the runs where it has two beginnings.
bool read_atom(std::string_view text, const Table& table, std::vector<std::vector<Atom>>& runs) {
    const auto add = [&](Atom atom) {
        for (auto& run : runs) run.push_back(atom);
    };
    if (text.front() >= 'A' && text.front() <= 'Z') {
        const std::size_t at = concept_named(table, text);
        add({Atom::Kind::meaning, "", at});
        return at != no_concept;
    }
    if (text.back() != '*') {
        add({Atom::Kind::key, key_of_word(text), 0});
        return true;
    }
    const auto starts = starts_of(text);
    auto others = starts.size() > 1 ? runs : std::vector<std::vector<Atom>>();
    add({Atom::Kind::start, starts.front(), 0});
    for (auto& run : others) run.push_back({Atom::Kind::start, starts.back(), 0});
    runs.insert(runs.end(), others.begin(), others.end());
    return true;
}

// "mourir|crev*|DIE|en_finir".
bool read_element(std::string_view text, const Table& table, Element& into) {
    for (const std::string_view one : split(text, '|')) {
        std::vector<std::vector<Atom>> runs(1);
        for (const std::string_view word : split(one, '_'))
            if (!read_atom(word, table, runs)) return false;
        into.any.insert(into.any.end(), runs.begin(), runs.end());
    }
    return !into.any.empty();
}

// Up to two words may stand at a blank, six at "..".
bool read_phrase(std::string_view text, const Table& table, Phrase& into) {
    constexpr std::size_t near = 2;
    constexpr std::size_t far = 6;
    std::size_t gap = 0;
    for (std::string_view piece : split(text, ' ')) {
        if (piece == "..") {
            gap = far;
            continue;
        }
        const bool unless = piece.front() == '!';
        if (unless) piece.remove_prefix(1);
        Element element;
        if (!read_element(piece, table, element)) return false;
        element.gap = gap;
        gap = near;
        (unless ? into.unless : into.elements).push_back(std::move(element));
    }
    return !into.elements.empty();
}

bool is(const Word& word, const Atom& atom) {
    switch (atom.kind) {
        case Atom::Kind::key: return word.key == atom.letters;
        case Atom::Kind::start: return word.sound.starts_with(atom.letters);
        case Atom::Kind::meaning: break;
    }
    return word.concept_at == atom.concept_at;
}

bool stands_at(const std::vector<Word>& words, std::size_t at, const std::vector<Atom>& run) {
    if (at + run.size() > words.size()) return false;
    for (std::size_t i = 0; i < run.size(); ++i)
        if (!is(words[at + i], run[i])) return false;
    return true;
}

bool is_said(const std::vector<Word>& words, const Element& element) {
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const auto& run : element.any)
            if (stands_at(words, at, run)) return true;
    return false;
}

// Whether a phrase goes on with its element `at`, from the word `from` on or `gap` words later. What it takes is noted.
bool goes_on(const std::vector<Word>& words, const Phrase& phrase, std::size_t at, std::size_t from, std::size_t gap,
             std::vector<std::size_t>& taken) {
    if (at == phrase.elements.size()) return true;
    for (std::size_t i = from; i < words.size() && i <= from + gap; ++i) {
        if (words[i].key == "|") return false;
        for (const auto& run : phrase.elements[at].any) {
            if (!stands_at(words, i, run)) continue;
            const std::size_t before = taken.size();
            for (std::size_t k = 0; k < run.size(); ++k) taken.push_back(i + k);
            const std::size_t next_gap = at + 1 < phrase.elements.size() ? phrase.elements[at + 1].gap : 0;
            if (goes_on(words, phrase, at + 1, i + run.size(), next_gap, taken)) return true;
            taken.resize(before);
        }
    }
    return false;
}

// Where a phrase is said at or behind `from`; empty where it is not.
std::vector<std::size_t> said_from(const std::vector<Word>& words, const Phrase& phrase, std::size_t from) {
    std::vector<std::size_t> taken;
    for (; from < words.size(); ++from)
        if (goes_on(words, phrase, 0, from, 0, taken)) break;
    return taken;
}

bool has_unless(const std::vector<Word>& words, const Phrase& phrase) {
    return std::any_of(phrase.unless.begin(), phrase.unless.end(),
                       [&](const Element& element) { return is_said(words, element); });
}

std::size_t concept_of(const Word& word, const Table& table) {
    const auto before = [](const Entry& entry, const std::string& key) { return entry.key < key; };
    const auto found = std::lower_bound(table.whole.begin(), table.whole.end(), word.key, before);
    if (found != table.whole.end() && found->key == word.key) return found->concept_at;
    // The longest beginning.
    for (std::size_t length = word.sound.size(); length > 1; --length) {
        const std::string start = word.sound.substr(0, length);
        const auto begins = std::lower_bound(table.starts.begin(), table.starts.end(), start, before);
        if (begins != table.starts.end() && begins->key == start) return begins->concept_at;
    }
    return no_concept;
}

std::uint32_t bucket_of(std::string_view feature) {
    const std::uint32_t hash = fnv32(feature);
    return (hash ^ (hash >> 15U)) & (buckets - 1);
}

void sort_entries(std::vector<Entry>& entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& one, const Entry& other) { return one.key < other.key; });
}

}  // namespace

std::string sound_of(std::string_view folded) {
    std::string word(folded);
    if (std::any_of(word.begin(), word.end(), is_digit)) return word;
    for (const auto& [letters, sound] : sounds) word = text::replace_all(std::move(word), letters, sound);
    // An h says something at the beginning alone: "hit" is no "it".
    if (!word.empty()) word.erase(std::remove(word.begin() + 1, word.end(), 'h'), word.end());
    word.erase(std::unique(word.begin(), word.end()), word.end());
    return word.empty() ? std::string(folded) : word;
}

std::string key_of(std::string_view sound) {
    std::string_view key = sound;
    if (!key.empty() && std::any_of(key.begin(), key.end(), is_digit)) return std::string(key);
    while (key.size() > least_stem) {
        if (key.size() > least_stem + 1 && key.ends_with("er"))
            key.remove_suffix(2);
        else if (std::string_view("sxtde").find(key.back()) != std::string_view::npos)
            key.remove_suffix(1);
        else
            break;
    }
    return std::string(key);
}

Table read_table(std::string_view text, std::string& wrong) {
    Table table;
    const auto fail = [&](std::string_view line) {
        if (wrong.empty()) wrong = std::string(line);
    };
    for (const std::string_view line : split(text, '\n')) {
        const auto columns = split(line, '\t');
        if (columns.size() < 3) {
            fail(line);
            continue;
        }
        const std::string_view name = columns[1];
        if (columns[0] == "class") {
            table.classes.push_back({name, split(columns[2], ' '), 0});
            if (columns.size() > 3) {
                const auto least = text::to_integer(columns[3]);
                if (least) table.classes.back().threshold = static_cast<std::int32_t>(*least);
            }
        } else if (columns[0] == "word") {
            std::size_t at = concept_named(table, name);
            if (at == no_concept) {
                at = table.concepts.size();
                table.concepts.push_back(name);
            }
            for (const std::string_view word : split(columns[2], ' ')) {
                if (word.back() == '*')
                    for (std::string& start : starts_of(word)) table.starts.push_back({std::move(start), at});
                else
                    table.whole.push_back({key_of_word(word), at});
            }
        } else if (columns[0] == "phrase") {
            Phrase phrase;
            phrase.text = columns[2];
            if (!read_phrase(columns[2], table, phrase)) fail(line);
            for (const std::string_view one_class : split(name, ',')) {
                const auto found = std::find_if(table.classes.begin(), table.classes.end(),
                                                [&](const Class& one) { return one.id == one_class; });
                if (found == table.classes.end() && one_class != "harmless") fail(line);
                phrase.about =
                    found == table.classes.end() ? Phrase::harmless : static_cast<int>(found - table.classes.begin());
                table.phrases.push_back(phrase);
            }
        } else {
            fail(line);
        }
    }
    sort_entries(table.whole);
    sort_entries(table.starts);
    return table;
}

namespace {

constexpr char key_sign = '=';
constexpr char start_sign = '^';
constexpr char meaning_sign = '@';

std::size_t number_of(std::string_view text) {
    std::size_t number = 0;
    for (const char digit : text) number = number * 10 + static_cast<std::size_t>(digit - '0');
    return number;
}

std::string written(const Atom& atom) {
    switch (atom.kind) {
        case Atom::Kind::key: return key_sign + atom.letters;
        case Atom::Kind::start: return start_sign + atom.letters;
        case Atom::Kind::meaning: break;
    }
    return meaning_sign + std::to_string(atom.concept_at);
}

// "4:=tue_=le|@3": how many words may stand before it, and any of its runs.
std::string written(const Element& element) {
    std::string out = std::to_string(element.gap) + ":";
    for (const auto& run : element.any) {
        if (out.back() != ':') out += '|';
        for (std::size_t i = 0; i < run.size(); ++i) out += (i > 0 ? "_" : "") + written(run[i]);
    }
    return out;
}

std::string written(const std::vector<Entry>& entries) {
    std::string out;
    for (const Entry& entry : entries)
        out += (out.empty() ? "" : ",") + std::to_string(entry.concept_at) + ":" + entry.key;
    return out;
}

Atom atom_in(std::string_view text) {
    const std::string_view rest = text.substr(1);
    if (text.front() == meaning_sign) return {Atom::Kind::meaning, "", number_of(rest)};
    return {text.front() == key_sign ? Atom::Kind::key : Atom::Kind::start, std::string(rest), 0};
}

Element element_in(std::string_view text) {
    const std::size_t colon = text.find(':');
    Element element;
    element.gap = number_of(text.substr(0, colon));
    for (const std::string_view run : split(text.substr(colon + 1), '|')) {
        auto& atoms = element.any.emplace_back();
        for (const std::string_view atom : split(run, '_')) atoms.push_back(atom_in(atom));
    }
    return element;
}

void read_entries(std::string_view text, std::vector<Entry>& into) {
    for (const std::string_view one : split(text, ',')) {
        const std::size_t colon = one.find(':');
        into.push_back({std::string(one.substr(colon + 1)), number_of(one.substr(0, colon))});
    }
}

}  // namespace

std::string worked_out(const Table& table) {
    std::string out;
    for (const Class& one : table.classes) {
        out += "class\t" + std::string(one.id) + "\t" + std::to_string(one.threshold) + "\t";
        for (const std::string_view number : one.numbers) out += std::string(number) + " ";
        out += '\n';
    }
    out += "concepts\t";
    for (const std::string_view name : table.concepts) out += std::string(name) + " ";
    out += "\nwhole\t" + written(table.whole) + "\nstarts\t" + written(table.starts) + "\n";
    for (const Phrase& phrase : table.phrases) {
        out += "p\t" + std::to_string(phrase.about + 1) + "\t";
        for (const Element& element : phrase.elements) out += written(element) + ";";
        for (const Element& element : phrase.unless) out += "!" + written(element) + ";";
        out.back() = '\n';
    }
    return out;
}

Table read_worked_out(std::string_view text) {
    Table table;
    for (const std::string_view line : split(text, '\n')) {
        const auto columns = split(line, '\t');
        if (columns.front() == "class") {
            const auto threshold = text::to_integer(columns[2]);
            table.classes.push_back(
                {columns[1], split(columns[3], ' '), static_cast<std::int32_t>(threshold.value_or(0))});
        } else if (columns.front() == "concepts") {
            table.concepts = split(columns[1], ' ');
        } else if (columns.front() == "whole") {
            read_entries(columns[1], table.whole);
        } else if (columns.front() == "starts") {
            read_entries(columns[1], table.starts);
        } else {
            Phrase phrase;
            phrase.about = static_cast<int>(number_of(columns[1])) - 1;
            for (const std::string_view one : split(columns[2], ';')) {
                if (one.front() == '!')
                    phrase.unless.push_back(element_in(one.substr(1)));
                else
                    phrase.elements.push_back(element_in(one));
            }
            table.phrases.push_back(std::move(phrase));
        }
    }
    return table;
}

std::vector<Word> words_of(std::string_view question, const Table& table) {
    std::vector<Word> words;
    const auto add = [&](std::string_view folded) {
        Word word;
        word.sound = sound_of(folded);
        word.key = key_of(word.sound);
        word.concept_at = concept_of(word, table);
        words.push_back(std::move(word));
    };
    const std::string folded = fold::text(question);
    std::size_t at = 0;
    while (at < folded.size()) {
        std::size_t end = at;
        while (end < folded.size() && (is_letter(folded[end]) || is_digit(folded[end]))) ++end;
        std::string_view word = std::string_view(folded).substr(at, end - at);
        if (word.size() > 2 && word[0] == 'j' && is_letter(word[1]) && !is_vowel(word[1])) {
            add("j");
            word.remove_prefix(1);
        }
        if (!word.empty()) add(word);
        at = end + 1;
    }
    return words;
}

std::vector<Word> without_harmless(std::vector<Word> words, const Table& table) {
    for (const Phrase& phrase : table.phrases) {
        if (phrase.about != Phrase::harmless) continue;
        const auto taken = said_from(words, phrase, 0);
        if (taken.empty() || has_unless(words, phrase)) continue;
        for (const std::size_t at : taken) words[at] = Word{"|", "|", no_concept};
    }
    words.erase(std::unique(words.begin(), words.end(),
                            [](const Word& one, const Word& other) { return one.key == "|" && other.key == "|"; }),
                words.end());
    return words;
}

bool says(const std::vector<Word>& words, const Phrase& phrase) {
    return !said_from(words, phrase, 0).empty() && !has_unless(words, phrase);
}

std::vector<std::uint32_t> features_of(const std::vector<Word>& words) {
    std::vector<std::uint32_t> features;
    std::string feature;
    const auto add = [&](char kind, std::initializer_list<std::string_view> parts) {
        feature.assign(1, kind);
        for (const std::string_view part : parts) (feature += part) += ' ';
        features.push_back(bucket_of(feature));
    };
    std::vector<std::string> concepts;
    std::string letters = " ";
    for (std::size_t i = 0; i < words.size(); ++i) {
        add('w', {words[i].key});
        if (i > 0) add('b', {words[i - 1].key, words[i].key});
        (letters += words[i].sound) += ' ';
        if (words[i].concept_at != no_concept) concepts.push_back(std::to_string(words[i].concept_at));
    }
    for (std::size_t i = 0; i < concepts.size(); ++i) {
        add('c', {concepts[i]});
        for (std::size_t j = i + 1; j < concepts.size() && j <= i + concepts_apart; ++j)
            add('p', {concepts[i], concepts[j]});
        if (i > 1) add('t', {concepts[i - 2], concepts[i - 1], concepts[i]});
    }
    for (std::size_t length = 3; length <= longest_run; ++length)
        for (std::size_t at = 0; at + length <= letters.size(); ++at)
            add('l', {std::string_view(letters).substr(at, length)});
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

}  // namespace cafe::query::danger
