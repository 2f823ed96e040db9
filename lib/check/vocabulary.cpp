#include "check/vocabulary.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/rules.hpp"

namespace cafe::check {

namespace {

using model::Term;
using model::VocabularyKind;

constexpr std::size_t npos = std::string_view::npos;

struct Speech {
    const Rule* rule;
    Phrase<std::string> unknown;
    Phrase<> all;
};

const Speech& speech_of(VocabularyKind kind) {
    static const Speech theme{&rule::unknown_theme,
                              {"thème inconnu « {} »", "unknown theme '{}'"},
                              {"« cafe list themes » montre les thèmes", "'cafe list themes' shows the themes"}};
    static const Speech target{&rule::unknown_public,
                               {"public inconnu « {} »", "unknown target group '{}'"},
                               {"choisir un public de la liste ; le reste va dans publics_note",
                                "choose a target group of the list; the rest goes into publics_note"}};
    static const Speech kind_of{&rule::unknown_kind,
                                {"type d'organisme inconnu « {} »", "unknown kind of organisation '{}'"},
                                {"choisir un type de la liste ; vocabulary/kinds.yaml peut en ajouter",
                                 "choose a kind of the list; vocabulary/kinds.yaml can add one"}};
    if (kind == VocabularyKind::themes) return theme;
    return kind == VocabularyKind::publics ? target : kind_of;
}

bool has_code(const std::vector<std::string>& codes, const std::string& written) {
    return std::find(codes.begin(), codes.end(), written) != codes.end();
}

const Term* with_code(const std::vector<Term>& terms, const std::string& written) {
    for (const Term& term : terms)
        if (has_code(term.di, written) || has_code(term.di_v0, written)) return &term;
    return nullptr;
}

// Codes of data·inclusion are found in files that were imported.
std::string by_exchange_code(const model::Vocabulary& vocabulary, VocabularyKind kind, const std::string& written) {
    if (kind != VocabularyKind::themes) {
        const Term* term = with_code(kind == VocabularyKind::publics ? vocabulary.publics : vocabulary.kinds, written);
        return term == nullptr ? "" : term->id;
    }
    for (const model::Family& family : vocabulary.families) {
        if (has_code(family.di, written)) return family.id;
        if (const Term* term = with_code(family.children, written)) return term->id;
    }
    return "";
}

// « logement insertion », « logement; insertion » where one of the words is known: a comma was forgotten, or another
// sign stands in its place. Nothing for other texts.
std::string with_commas(const model::Vocabulary& vocabulary, VocabularyKind kind, const std::string& written) {
    std::string apart = written;
    std::replace_if(
        apart.begin(), apart.end(), [](char sign) { return std::string_view(",;/+&").find(sign) != npos; }, ' ');
    std::vector<std::string> words;
    for (const std::string_view word : text::words(apart))
        if (word != "et" && word != "and") words.emplace_back(word);
    const bool one_known =
        std::any_of(words.begin(), words.end(), [&](const std::string& word) { return vocabulary.knows(kind, word); });
    if (words.size() < 2 || !one_known) return "";
    return text::join(words, ", ");
}

constexpr Phrase<std::string> comma_missing{"s'il y a plusieurs mots, une virgule entre eux : {}",
                                            "if these are several words, a comma between them: {}"};

}  // namespace

void TermCheck::value(const store::Met& met, Report& report) {
    const VocabularyKind kind = met.field->vocabulary;
    const std::string* written = said(met);
    if (kind == VocabularyKind::none || written == nullptr || vocabulary_.knows(kind, *written)) return;
    const Speech& speech = speech_of(kind);
    if (const std::string parted = with_commas(vocabulary_, kind, *written); !parted.empty()) {
        if (met.field->list && met.key != nullptr) return;  // "themes: logement, mobilite": told, a list is due
        return report.add(*speech.rule, met.node.span, speech.unknown(shown(*written)), comma_missing(shown(parted)));
    }
    const std::string& near = proposal(kind, *written);
    report.add(*speech.rule, met.node.span, speech.unknown(shown(*written)),
               near.empty() ? speech.all() : did_you_mean(near));
}

const std::string& TermCheck::proposal(VocabularyKind kind, const std::string& written) {
    const auto [at, is_new] = proposals_.try_emplace({kind, written});
    if (!is_new) return at->second;
    at->second = by_exchange_code(vocabulary_, kind, written);
    if (at->second.empty() && ++sought_ <= most_proposals) at->second = vocabulary_.nearest(kind, written).value_or("");
    return at->second;
}

}  // namespace cafe::check
