#include "model/vocabulary.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace cafe::model {

namespace {

// ---- Merging: what a later entry gives replaces, what it leaves out stays ------------------------------------------

void take(std::string& into, const std::string& from) {
    if (!from.empty()) into = from;
}
void take(std::vector<std::string>& into, const std::vector<std::string>& from) {
    if (!from.empty()) into = from;
}

template <class Entry>
void take_words(Entry& into, const Entry& from) {
    take(into.label.fr, from.label.fr);
    take(into.label.en, from.label.en);
    take(into.synonyms.fr, from.synonyms.fr);
    take(into.synonyms.en, from.synonyms.en);
    take(into.di, from.di);
}

void merge_entry(Term& into, const Term& from) {
    take_words(into, from);
    take(into.di_v0, from.di_v0);
}

template <class Entry>
const Entry* by_id(const std::vector<Entry>& entries, std::string_view id) {
    for (const Entry& entry : entries)
        if (entry.id == id) return &entry;
    return nullptr;
}
template <class Entry>
Entry* by_id(std::vector<Entry>& entries, std::string_view id) {
    for (Entry& entry : entries)
        if (entry.id == id) return &entry;
    return nullptr;
}

void merge_terms(std::vector<Term>& into, const std::vector<Term>& from) {
    for (const Term& term : from) {
        if (term.id.empty()) continue;
        if (Term* known = by_id(into, term.id))
            merge_entry(*known, term);
        else
            into.push_back(term);
    }
}

Term* theme_in(std::vector<Family>& families, std::string_view id) {
    for (Family& family : families)
        if (Term* theme = by_id(family.children, id)) return theme;
    return nullptr;
}

// A child whose id is known elsewhere, as a family or below another one, would make two themes of one word: the first
// stays where it is.
void merge_children(std::vector<Family>& families, std::size_t at, const std::vector<Term>& children) {
    for (const Term& child : children) {
        if (child.id.empty() || by_id(families, child.id) != nullptr) continue;
        if (Term* known = theme_in(families, child.id))
            merge_entry(*known, child);
        else
            families[at].children.push_back(child);
    }
}

void merge_family(std::vector<Family>& families, const Family& family) {
    if (family.id.empty()) return;
    if (Term* theme = theme_in(families, family.id)) {
        take_words(*theme, Term{family.id, family.label, family.synonyms, family.di, {}});
        return;
    }
    Family* known = by_id(families, family.id);
    if (known == nullptr) {
        families.push_back(Family{family.id, family.label, family.synonyms, {}, family.di});
        known = &families.back();
    } else {
        take_words(*known, family);
    }
    merge_children(families, static_cast<std::size_t>(known - families.data()), family.children);
}

void merge_numbers(std::vector<EmergencyNumber>& into, const std::vector<EmergencyNumber>& from) {
    for (const EmergencyNumber& number : from) {
        if (number.number.empty()) continue;
        const auto known = std::find_if(into.begin(), into.end(),
                                        [&](const EmergencyNumber& one) { return one.number == number.number; });
        if (known == into.end()) {
            into.push_back(number);
            continue;
        }
        take(known->name, number.name);
        take(known->themes, number.themes);
    }
}

// ---- Looking up ----------------------------------------------------------------------------------------------------

Words spoken(const Bilingual& label, std::string_view id) {
    const std::string fallback(id);
    const std::string& fr = !label.fr.empty() ? label.fr : label.en;
    const std::string& en = !label.en.empty() ? label.en : label.fr;
    return Words{fr.empty() ? fallback : fr, en.empty() ? fallback : en};
}

// "C.A.F." and "caf" are the same letters.
std::string letters_of(std::string_view text) {
    std::string letters = fold::text(text);
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    return letters;
}

// What an entry may be called, and its id: ids first, then labels, then synonyms, each in the order of the files.
struct Called {
    std::string name;
    std::string id;
};

struct Names {
    std::vector<Called> ids, labels, synonyms;

    template <class Entry>
    void add(const Entry& entry) {
        ids.push_back({entry.id, entry.id});
        for (const std::string* label : {&entry.label.fr, &entry.label.en})
            if (!label->empty()) labels.push_back({*label, entry.id});
        for (const auto* list : {&entry.synonyms.fr, &entry.synonyms.en})
            for (const std::string& synonym : *list) synonyms.push_back({synonym, entry.id});
    }
};

Names names_of(const Vocabulary& vocabulary, VocabularyKind kind) {
    Names names;
    if (kind == VocabularyKind::themes) {
        for (const Family& family : vocabulary.families) {
            names.add(family);
            for (const Term& theme : family.children) names.add(theme);
        }
    } else {
        for (const Term& term : kind == VocabularyKind::publics ? vocabulary.publics : vocabulary.kinds)
            names.add(term);
    }
    return names;
}

std::optional<std::string> same_name(const std::vector<Called>& all, const std::string& folded) {
    for (const Called& called : all)
        if (fold::text(called.name) == folded) return called.id;
    return std::nullopt;
}

std::optional<std::string> near_name(const std::vector<Called>& all, const std::string& folded) {
    std::vector<std::string> candidates;
    candidates.reserve(all.size());
    for (const Called& called : all) candidates.push_back(fold::text(called.name));
    const auto nearest = text::nearest(folded, candidates);
    if (!nearest) return std::nullopt;
    const auto at = std::find(candidates.begin(), candidates.end(), *nearest);
    return all[static_cast<std::size_t>(at - candidates.begin())].id;
}

}  // namespace

void Vocabulary::add(const ThemesFile& file) {
    for (const Family& family : file.themes) merge_family(families, family);
}

void Vocabulary::add(const PublicsFile& file) {
    merge_terms(publics, file.publics);
}

void Vocabulary::add(const KindsFile& file) {
    merge_terms(kinds, file.kinds);
}

void Vocabulary::add(const AcronymsFile& file) {
    for (const Acronym& acronym : file.acronyms) {
        const auto known = std::find_if(acronyms.begin(), acronyms.end(), [&](const Acronym& one) {
            return letters_of(one.letters) == letters_of(acronym.letters);
        });
        if (known == acronyms.end())
            acronyms.push_back(acronym);
        else
            *known = acronym;
    }
    merge_numbers(emergency, file.emergency);
}

void Vocabulary::add(const std::vector<EmergencyNumber>& numbers) {
    merge_numbers(emergency, numbers);
}

const Family* Vocabulary::family(std::string_view id) const {
    return by_id(families, id);
}

const Term* Vocabulary::theme(std::string_view id) const {
    for (const Family& family : families)
        if (const Term* theme = by_id(family.children, id)) return theme;
    return nullptr;
}

const Family* Vocabulary::family_of(std::string_view id) const {
    for (const Family& family : families)
        if (family.id == id || by_id(family.children, id) != nullptr) return &family;
    return nullptr;
}

const Term* Vocabulary::find_public(std::string_view id) const {
    return by_id(publics, id);
}

const Term* Vocabulary::find_kind(std::string_view id) const {
    return by_id(kinds, id);
}

const Acronym* Vocabulary::acronym(std::string_view letters) const {
    const std::string asked = letters_of(letters);
    for (const Acronym& acronym : acronyms)
        if (letters_of(acronym.letters) == asked) return &acronym;
    return nullptr;
}

bool Vocabulary::knows(VocabularyKind kind, std::string_view id) const {
    if (kind == VocabularyKind::themes) return family_of(id) != nullptr;
    return by_id(kind == VocabularyKind::publics ? publics : kinds, id) != nullptr;
}

std::vector<std::string> Vocabulary::ids(VocabularyKind kind) const {
    std::vector<std::string> ids;
    for (const Called& called : names_of(*this, kind).ids) ids.push_back(called.id);
    return ids;
}

Words Vocabulary::label(VocabularyKind kind, std::string_view id) const {
    if (kind == VocabularyKind::themes) {
        if (const Family* found = family(id)) return spoken(found->label, id);
        if (const Term* found = theme(id)) return spoken(found->label, id);
        return same(std::string(id));
    }
    const Term* found = by_id(kind == VocabularyKind::publics ? publics : kinds, id);
    return found != nullptr ? spoken(found->label, id) : same(std::string(id));
}

std::vector<std::string> Vocabulary::expand(std::string_view id) const {
    if (const Family* found = family(id)) {
        std::vector<std::string> all{found->id};
        for (const Term& child : found->children) all.push_back(child.id);
        return all;
    }
    return theme(id) != nullptr ? std::vector<std::string>{std::string(id)} : std::vector<std::string>{};
}

bool Vocabulary::answers(std::string_view stated, std::string_view asked) const {
    if (stated == asked) return true;
    const auto is_child = [this](std::string_view parent, std::string_view child) {
        const Family* found = family(parent);
        return found != nullptr && by_id(found->children, child) != nullptr;
    };
    return is_child(stated, asked) || is_child(asked, stated);
}

std::optional<std::string> Vocabulary::nearest(VocabularyKind kind, std::string_view written) const {
    const std::string folded = fold::text(written);
    if (folded.empty()) return std::nullopt;
    const Names names = names_of(*this, kind);
    for (const auto* all : {&names.ids, &names.labels, &names.synonyms})
        if (auto id = same_name(*all, folded)) return id;
    for (const auto* all : {&names.ids, &names.labels, &names.synonyms})
        if (auto id = near_name(*all, folded)) return id;
    return std::nullopt;
}

}  // namespace cafe::model
