#include "query/phrase_book.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "query/everyday.hpp"
#include "query/little.hpp"

namespace cafe::query {

namespace {

constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();

// Whether a synonym says a word of the label: « hébergement » is all of its theme, « microcrédit » a part.
bool shares_a_word(std::span<const Token> synonym, std::span<const Token> label) {
    return std::any_of(synonym.begin(), synonym.end(), [&](const Token& token) {
        return !token.little &&
               std::any_of(label.begin(), label.end(), [&](const Token& own) { return own.root == token.root; });
    });
}

std::size_t full_words(std::span<const Token> tokens) {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [](const Token& token) { return !token.little; }));
}

// What the vocabularies and everyday speech say, in the order of its weight.
template <class Visit, class VisitUsual>
void each_spoken(const model::Vocabulary& vocabulary, Visit visit, VisitUsual visit_usual) {
    using How = Spoken::How;
    const auto say_term = [&](MeaningKind kind, const auto& term, bool in_family = false) {
        for (const std::string* label : {&term.label.fr, &term.label.en})
            visit(Spoken{kind, How::label, in_family, term.id, *label, &term.label});
        for (const auto* list : {&term.synonyms.fr, &term.synonyms.en})
            for (const std::string& synonym : *list)
                visit(Spoken{kind, How::synonym, in_family, term.id, synonym, &term.label});
    };
    for (const model::Family& family : vocabulary.families) {
        say_term(MeaningKind::theme, family);
        for (const model::Term& theme : family.children) say_term(MeaningKind::theme, theme, true);
    }
    for (const model::Term& term : vocabulary.publics) say_term(MeaningKind::public_, term);
    for (const model::Term& term : vocabulary.kinds) say_term(MeaningKind::kind, term);
    for (const Everyday& line : everyday_words()) {
        const auto kind = line.says == Everyday::Says::theme ? MeaningKind::theme
                          : line.says == Everyday::Says::kind || line.says == Everyday::Says::usual
                              ? MeaningKind::kind
                              : MeaningKind::public_;
        const bool is_theme = line.says != Everyday::Says::usual && vocabulary.theme(line.id) != nullptr;
        for (const auto part : text::split(line.words, ';')) {
            const Spoken spoken{kind, is_theme ? How::everyday : How::broad, false, line.id, text::trim(part), nullptr};
            if (line.says == Everyday::Says::usual)
                visit_usual(spoken);
            else
                visit(spoken);
        }
    }
}

}  // namespace

namespace {

// Of a word, or of the first of several.
std::uint16_t beginning_of(std::string_view words) {
    const auto letter = [&](std::size_t at) {
        return at < words.size() && words[at] != ' ' ? static_cast<unsigned>(static_cast<unsigned char>(words[at]))
                                                     : 0U;
    };
    return static_cast<std::uint16_t>(letter(0) << 8U | letter(1));
}

std::string letters_of(std::uint16_t beginning) {
    return {static_cast<char>(beginning >> 8U), static_cast<char>(beginning & 0xFFU)};
}

std::vector<std::uint16_t> beginnings_in(std::string_view text, std::span<const fold::Cut> cuts) {
    std::vector<std::uint16_t> all;
    for (const fold::Cut& cut : cuts) {
        const std::string word = fold::word(text.substr(cut.begin, cut.end - cut.begin));
        if (word.empty()) continue;
        if (std::find(all.begin(), all.end(), beginning_of(word)) == all.end()) all.push_back(beginning_of(word));
        if (!is_little(word)) break;
    }
    return all;
}

}  // namespace

std::vector<std::string> beginnings_of(std::string_view text) {
    std::vector<std::string> all;
    for (const std::uint16_t beginning : beginnings_in(text, fold::cuts(text))) all.push_back(letters_of(beginning));
    return all;
}

Breadths::Breadths(const model::Vocabulary& vocabulary, Spellings& spellings) : spellings_(spellings) {
    // What one theme is called is less than another that has it as a synonym: « gens du voyage » are for domiciliation,
    // and they are a theme of their own.
    const auto call = [&](const auto& term) {
        for (const std::string* label : {&term.label.fr, &term.label.en})
            theme_called_.emplace(in_form(spellings.tokens_of(*label), &Token::light, false), term.id);
    };
    for (const model::Family& family : vocabulary.families) {
        call(family);
        for (const model::Term& theme : family.children) call(theme);
    }
}

Meaning Breadths::meaning_of(const Spoken& spoken, std::span<const Token> words) const {
    return {spoken.kind, std::string(spoken.id), std::string(spoken.text), words.size() == 1 && words.front().acronym,
            breadth_of(spoken, words)};
}

Meaning::Breadth Breadths::breadth_of(const Spoken& spoken, std::span<const Token> words) const {
    if (spoken.how == Spoken::How::everyday) return Meaning::Breadth::everyday;
    if (spoken.how != Spoken::How::synonym) return Meaning::Breadth::broad;
    if (spoken.kind == MeaningKind::theme) {
        const auto called = theme_called_.find(in_form(words, &Token::light, false));
        if (called != theme_called_.end() && called->second != spoken.id) return Meaning::Breadth::narrow;
    }
    if (!spoken.in_family) return Meaning::Breadth::broad;
    for (const std::string* label : {&spoken.label->fr, &spoken.label->en})
        if (shares_a_word(words, spellings_.tokens_of(*label))) return Meaning::Breadth::broad;
    return Meaning::Breadth::narrow;
}

void each_meaning(const model::Vocabulary& vocabulary, Spellings& spellings, const Learn& learn) {
    const Breadths breadths(vocabulary, spellings);
    const auto take = [&](const Spoken& spoken) {
        const auto words = spellings.tokens_of(spoken.text);
        if (!words.empty()) learn(breadths.meaning_of(spoken, words), words);
    };
    each_spoken(vocabulary, take, [](const Spoken&) {});
}

PhraseBook::PhraseBook(const model::Vocabulary& vocabulary) : breadths_(vocabulary, spellings_) {
    each_spoken(
        vocabulary, [&](const Spoken& spoken) { add(spoken); },
        [&](const Spoken& spoken) {
            for (const Beginning beginning : beginnings_in(spoken.text, fold::cuts(spoken.text)))
                buckets_[beginning].usual.push_back(static_cast<std::uint32_t>(usual_.size()));
            usual_.push_back(spoken);
        });
}

void PhraseBook::add(const Spoken& spoken) {
    const auto cuts = fold::cuts(spoken.text);
    longest_ = std::max(longest_, cuts.size());
    for (const Beginning beginning : beginnings_in(spoken.text, cuts))
        buckets_[beginning].spoken.push_back(static_cast<std::uint32_t>(spoken_.size()));
    spoken_.push_back(spoken);
    meaning_of_.push_back(unknown);
}

void PhraseBook::ask_for_names(NamesThatBegin names, std::size_t longest) {
    names_ = std::move(names);
    longest_ = std::max(longest_, longest);
}

void PhraseBook::make_ready(std::string_view words) {
    const Beginning beginning = beginning_of(words);
    if (names_ && asked_.insert(beginning).second)
        names_(letters_of(beginning), [&](const Spoken& name) {
            buckets_[beginning].spoken.push_back(static_cast<std::uint32_t>(spoken_.size()));
            spoken_.push_back(name);
            meaning_of_.push_back(unknown);
        });
    const auto bucket = buckets_.find(beginning);
    if (bucket == buckets_.end()) return;
    work_out(beginning, bucket->second);
    buckets_.erase(bucket);
}

void PhraseBook::work_out(Beginning beginning, const Bucket& bucket) {
    for (const std::uint32_t spoken : bucket.spoken) learn(beginning, spoken);
    for (const std::uint32_t at : bucket.usual) {
        const auto tokens = spellings_.tokens_of(usual_[at].text);
        std::string words = in_form(tokens, &Token::light, true);
        if (words.empty()) words = in_form(tokens, &Token::light, false);  // « comment aller »
        if (beginning_of(words) == beginning) usual_kinds_[words].emplace_back(usual_[at].id);
    }
}

void PhraseBook::learn(Beginning beginning, std::uint32_t spoken) {
    const auto tokens = spellings_.tokens_of(spoken_[spoken].text);
    if (tokens.empty()) return;
    std::uint32_t& number = meaning_of_[spoken];
    if (number == unknown) {
        number = static_cast<std::uint32_t>(meanings_.size());
        meanings_.push_back(breadths_.meaning_of(spoken_[spoken], tokens));
    }
    add_key(beginning, Depth::same, in_form(tokens, &Token::folded, false), number);
    if (meanings_[number].acronym) return;
    add_key(beginning, Depth::light, in_form(tokens, &Token::light, false), number);
    add_key(beginning, Depth::root, in_form(tokens, &Token::root, false), number);
    // « à la rue » without its little words is any street.
    if (full_words(tokens) >= 2) add_key(beginning, Depth::bare, in_form(tokens, &Token::light, true), number);
}

namespace {

std::string key_of(PhraseBook::Depth depth, const std::string& words) {
    return static_cast<char>('0' + static_cast<int>(depth)) + words;
}

}  // namespace

void PhraseBook::add_key(Beginning beginning, Depth depth, const std::string& words, std::uint32_t meaning) {
    if (beginning_of(words) != beginning) return;
    auto& meanings = keys_[key_of(depth, words)];
    if (meanings.empty() || meanings.back() != meaning) meanings.push_back(meaning);
}

const std::vector<std::uint32_t>* PhraseBook::find(Depth depth, const std::string& words) {
    make_ready(words);
    const auto found = keys_.find(key_of(depth, words));
    return found == keys_.end() ? nullptr : &found->second;
}

std::vector<std::string> PhraseBook::usual_kinds(const std::string& words) {
    make_ready(words);
    const auto found = usual_kinds_.find(words);
    return found == usual_kinds_.end() ? std::vector<std::string>{} : found->second;
}

std::vector<std::string> PhraseBook::single_words() {
    std::vector<std::string> words;
    for (const Spoken& spoken : spoken_)
        for (const Token& token : spellings_.tokens_of(spoken.text))
            if (may_be_meant(token)) words.push_back(token.folded);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace cafe::query
