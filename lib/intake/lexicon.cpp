#include "intake/lexicon.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/partner.hpp"

namespace cafe::intake {

namespace {

using model::VocabularyKind;

std::string key_of(std::string_view written) {
    return fold::text(text::replace_all(written, "_", " "));
}

void add_to(std::unordered_map<std::string, std::string>& index, std::string_view written, const std::string& id) {
    std::string key = key_of(written);
    if (key.empty()) return;
    // A word that two entries bear belongs to the first.
    index.emplace(key, id);
    if (key.ends_with('s'))
        key.pop_back();
    else
        key.push_back('s');
    index.emplace(std::move(key), id);
}

template <class Entry>
void add_entry(std::unordered_map<std::string, std::string>& index, const Entry& entry) {
    add_to(index, entry.id, entry.id);
    for (const std::string& code : entry.di) add_to(index, code, entry.id);
}

template <class Entry>
void add_words(std::unordered_map<std::string, std::string>& index, const Entry& entry) {
    for (const std::string& label : {entry.label.fr, entry.label.en}) add_to(index, label, entry.id);
    for (const std::string& word : entry.synonyms.fr) add_to(index, word, entry.id);
    for (const std::string& word : entry.synonyms.en) add_to(index, word, entry.id);
}

void add_codes(std::unordered_map<std::string, std::string>& index, const model::Term& term) {
    add_entry(index, term);
    for (const std::string& code : term.di_v0) add_to(index, code, term.id);
}

const model::ImportWord* word_in(const std::vector<model::ImportWord>& words, const std::string& key) {
    for (const model::ImportWord& word : words)
        if (key_of(word.written) == key) return &word;
    return nullptr;
}

bool says_nothing(const std::string& meant) {
    return meant.empty() || meant == "null" || meant == "~";
}

/// What somebody decided about this word, for this column or for all imports; nothing when nobody has.
std::optional<Looked> decided_for(const std::string& key, const std::vector<model::ImportWord>& of_column,
                                  const std::vector<model::ImportWord>& learnt) {
    for (const auto* words : {&of_column, &learnt})
        if (const model::ImportWord* word = word_in(*words, key))
            return says_nothing(word->meant) ? Looked{"", true, ""} : Looked{word->meant, false, ""};
    return std::nullopt;
}

}  // namespace

Lexicon::Lexicon(const store::Book& book, const territory::Territory& territory)
    : vocabulary_(book.vocabulary), territory_(territory) {
    // Ids and codes come before words of people, families after their themes.
    for (const model::Family& family : vocabulary_.families)
        for (const model::Term& theme : family.children) add_codes(themes_, theme);
    for (const model::Family& family : vocabulary_.families) add_entry(themes_, family);
    for (const model::Family& family : vocabulary_.families) add_words(themes_, family);
    for (const model::Family& family : vocabulary_.families)
        for (const model::Term& theme : family.children) add_words(themes_, theme);
    for (const model::Term& term : vocabulary_.publics) add_codes(publics_, term);
    for (const model::Term& term : vocabulary_.publics) add_words(publics_, term);
    for (const model::Term& term : vocabulary_.kinds) add_codes(kinds_, term);
    for (const model::Term& term : vocabulary_.kinds) add_words(kinds_, term);
    for (const model::Field& field : model::partner_shape().fields)
        if (field.key == "fee")
            for (const model::Choice& choice : field.choices) {
                add_to(fees_, choice.value, std::string(choice.value));
                add_to(fees_, choice.label.fr, std::string(choice.value));
                add_to(fees_, choice.label.en, std::string(choice.value));
            }
    for (const auto& [word, meant] :
         {std::pair("gratuite", "free"), std::pair("oui gratuit", "free"), std::pair("payante", "paid"),
          std::pair("gratuit sous condition", "conditional"), std::pair("gratuit sous conditions", "conditional"),
          std::pair("adhesion", "conditional"), std::pair("pass numerique", "conditional")})
        add_to(fees_, word, meant);
    for (const auto& partner : book.partners) {
        partners_.emplace(partner.id, partner.id);
        add_to(partners_, partner.value.name, partner.id);
        add_to(partners_, partner.value.short_name, partner.id);
        for (const std::string& alias : partner.value.aliases) add_to(partners_, alias, partner.id);
    }
}

const Lexicon::Index& Lexicon::index_of(VocabularyKind kind) const {
    if (kind == VocabularyKind::themes) return themes_;
    return kind == VocabularyKind::publics ? publics_ : kinds_;
}

Looked Lexicon::term(VocabularyKind kind, std::string_view written, const std::vector<model::ImportWord>& of_column,
                     const std::vector<model::ImportWord>& learnt) const {
    const std::string key = key_of(written);
    if (auto decided = decided_for(key, of_column, learnt)) return *decided;
    const Index& index = index_of(kind);
    if (const auto found = index.find(key); found != index.end()) return {found->second, false, ""};
    if (const model::Acronym* acronym = vocabulary_.acronym(written))
        if (const auto found = index.find(key_of(acronym->meaning)); found != index.end())
            return {found->second, false, ""};
    const std::string memo = std::to_string(static_cast<int>(kind)) + key;
    const auto known = nearest_.find(memo);
    if (known != nearest_.end()) return {"", false, known->second};
    constexpr std::size_t most = 300;  // seeking takes milliseconds
    std::string near = nearest_.size() < most ? vocabulary_.nearest(kind, written).value_or("") : "";
    nearest_.emplace(memo, near);
    return {"", false, near};
}

Looked Lexicon::fee(std::string_view written, const std::vector<model::ImportWord>& of_column,
                    const std::vector<model::ImportWord>& learnt) const {
    const std::string key = key_of(written);
    if (auto decided = decided_for(key, of_column, learnt)) return *decided;
    const auto found = fees_.find(key);
    return {found == fees_.end() ? "" : found->second, false, ""};
}

std::vector<Lexicon::Spoken> Lexicon::spoken_in(VocabularyKind kind, std::string_view text) const {
    constexpr std::size_t telling = 5;
    constexpr std::size_t most_words = 4;
    const Index& index = index_of(kind);
    const auto words = fold::words(text);
    std::vector<Spoken> found;
    for (std::size_t i = 0; i < words.size();) {
        // The longest run from here: « recherche d'emploi » is not « emploi » besides.
        Spoken longest;
        std::string run;
        for (std::size_t n = 0; n < most_words && i + n < words.size(); ++n) {
            run += (n == 0 ? "" : " ") + words[i + n].folded;
            if (n == 0 && run.size() < telling && !words[i].acronym) continue;
            if (const auto term = index.find(run); term != index.end()) longest = {term->second, n + 1};
        }
        i += std::max<std::size_t>(longest.words, 1);
        if (longest.words > 0) found.push_back(std::move(longest));
    }
    return found;
}

std::vector<std::string> Lexicon::terms_in(VocabularyKind kind, std::string_view text) const {
    std::vector<std::string> found;
    for (Spoken& spoken : spoken_in(kind, text))
        if (std::find(found.begin(), found.end(), spoken.id) == found.end()) found.push_back(std::move(spoken.id));
    return found;
}

std::string Lexicon::term_in(VocabularyKind kind, std::string_view text) const {
    Spoken most;
    for (Spoken& spoken : spoken_in(kind, text))
        if (spoken.words > most.words) most = std::move(spoken);
    return most.id;
}

Lexicon::Commune Lexicon::commune_by_code(const std::string& insee) const {
    std::string code = insee;
    if (code.size() == 4 && text::is_digits(code)) code.insert(0, "0");
    const std::string memo = "#" + code;
    if (const auto known = communes_.find(memo); known != communes_.end()) return known->second;
    Commune found;
    const auto resolved = territory_.resolve("insee:" + code, territory::Spoken::record);
    if (const auto* area = std::get_if<territory::AreaRef>(&resolved)) {
        found.name = territory_.name(*area);
        found.code = area->code;
        found.postcodes = territory_.postcodes(*area);
    }
    communes_.emplace(memo, found);
    return found;
}

Lexicon::Commune Lexicon::commune(const std::string& words, const std::string& postcode) const {
    const std::string memo = words + "\x1F" + postcode;
    if (const auto known = communes_.find(memo); known != communes_.end()) return known->second;
    Commune found;
    auto resolved = territory_.resolve_address(words, postcode);
    // « VAILLY SUR AISNE » with blanks, « Villeneuve/Lot ».
    if (std::get_if<territory::Unresolved>(&resolved) != nullptr && words.find('/') != std::string::npos)
        resolved = territory_.resolve_address(text::replace_all(words, "/", " sur "), postcode);
    if (const auto* area = std::get_if<territory::AreaRef>(&resolved)) {
        territory::AreaRef meant = *area;
        found.name = territory_.name(meant);
        found.code = meant.code;
        found.postcodes = territory_.postcodes(meant);
    } else {
        // Of several of that name, the one of the postcode's département; a postcode that serves one commune alone says
        // it, where the name is a hamlet's.
        std::vector<territory::AreaRef> meant;
        const auto& unresolved = std::get<territory::Unresolved>(resolved);
        const std::string department = postcode.substr(0, postcode.starts_with("97") ? 3 : 2);
        for (const territory::Candidate& candidate : unresolved.candidates) {
            found.candidates.push_back(candidate.name + " (" + candidate.how + ")");
            if (unresolved.why == territory::Unresolved::Why::ambiguous && department.size() >= 2 &&
                candidate.area.kind == territory::AreaKind::commune &&
                candidate.area.code.starts_with("insee:" + department))
                meant.push_back(candidate.area);
        }
        if (unresolved.why == territory::Unresolved::Why::unknown && postcode.size() == 5) {
            meant = territory_.communes_of_postcode(postcode);
            std::vector<std::string> names;
            for (const territory::AreaRef& commune : meant) names.push_back(fold::place(territory_.name(commune)));
            // A slip of the pen, among the few that the postcode serves.
            if (const auto near = text::nearest(fold::place(words), names); near && meant.size() > 1)
                meant = {meant[static_cast<std::size_t>(std::find(names.begin(), names.end(), *near) - names.begin())]};
        }
        if (meant.size() == 1) {
            found.name = territory_.name(meant.front());
            found.code = meant.front().code;
            found.postcodes = territory_.postcodes(meant.front());
            found.by_postcode = unresolved.why == territory::Unresolved::Why::unknown;
        }
    }
    communes_.emplace(memo, found);
    return found;
}

std::optional<std::string> Lexicon::area(const std::string& words) const {
    if (const auto known = areas_.find(words); known != areas_.end()) return known->second;
    std::optional<std::string> found;
    const auto resolved = territory_.resolve(words, territory::Spoken::record);
    if (const auto* area = std::get_if<territory::AreaRef>(&resolved)) {
        const std::string name = territory_.name(*area);
        // The name alone where it means the same again, else the code.
        const auto again = territory_.resolve(name, territory::Spoken::record);
        const auto* same = std::get_if<territory::AreaRef>(&again);
        found = same != nullptr && *same == *area ? name : territory_.candidate(*area).how;
    }
    areas_.emplace(words, found);
    return found;
}

std::string Lexicon::partner(std::string_view name, const std::vector<model::ImportWord>& learnt) const {
    const std::string key = key_of(name);
    if (const model::ImportWord* word = word_in(learnt, key)) return says_nothing(word->meant) ? "" : word->meant;
    const auto found = partners_.find(key);
    return found == partners_.end() ? "" : found->second;
}

}  // namespace cafe::intake
