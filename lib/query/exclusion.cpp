#include "query/exclusion.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "query/dictionary.hpp"
#include "query/little.hpp"
#include "query/says.hpp"
#include "query/word_lists.hpp"

namespace cafe::query {

namespace {

bool has(const Clue& clue, MeaningKind kind) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [&](const Meaning& meaning) { return meaning.kind == kind; });
}

bool names_organisation(const Clue& clue) {
    return has(clue, MeaningKind::partner) || has(clue, MeaningKind::kind);
}

void keep_meanings(Clue& clue, MeaningKind kind) {
    auto& meanings = clue.meanings;
    meanings.erase(
        std::remove_if(meanings.begin(), meanings.end(), [&](const Meaning& meaning) { return meaning.kind != kind; }),
        meanings.end());
}

// What is left out of all that a phrase may mean.
MeaningKind kept_kind(const Clue& clue) {
    for (const MeaningKind kind : {MeaningKind::partner, MeaningKind::kind, MeaningKind::public_})
        if (has(clue, kind)) return kind;
    return MeaningKind::theme;
}

// How many words of the question a phrase takes here, 0 where it does not stand.
std::size_t length_at(const WordRow& row, const std::vector<Token>& tokens, std::size_t at) {
    if (at + row.size() > tokens.size()) return 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (std::find(row[i].begin(), row[i].end(), tokens[at + i].folded) == row[i].end()) return 0;
    return row.size();
}

std::size_t longest_at(WordList list, const std::vector<Token>& tokens, std::size_t at) {
    for (const WordRow& row : phrases_of(list))  // the longest first
        if (const std::size_t length = length_at(row, tokens, at); length > 0) return length;
    return 0;
}

bool is_needed(const Clue& clue) {
    return !clue.excluded && !clue.denied && !clue.unsure && clue.kind == Clue::Kind::words &&
           (has(clue, MeaningKind::theme) || names_organisation(clue));
}

bool is_asked(const Clue& clue) {
    return !clue.excluded && (clue.kind == Clue::Kind::words || clue.kind == Clue::Kind::text);
}

bool share_a_meaning(const Clue& a, const Clue& b) {
    return std::any_of(a.meanings.begin(), a.meanings.end(), [&](const Meaning& one) {
        return std::any_of(b.meanings.begin(), b.meanings.end(),
                           [&](const Meaning& other) { return one.kind == other.kind && one.id == other.id; });
    });
}

}  // namespace

std::string_view Exclusion::folded(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_[at].folded) : std::string_view();
}

// A capital behind the articles: « hors Fumel », « à part la Mission locale ».
bool Exclusion::begins_name(std::size_t at) const {
    while (at < tokens_.size() && stands_in(WordList::articles, folded(at))) ++at;
    return at < tokens_.size() && tokens_[at].capitalised;
}

Exclusion::Start Exclusion::start_at(std::size_t at) const {
    constexpr std::array ways{std::pair{WordList::leaves_out, Way::surely},
                              std::pair{WordList::not_wanted, Way::not_wanted},
                              std::pair{WordList::leaves_out_house, Way::house}};
    Start best;
    for (const auto& [list, way] : ways)
        if (const std::size_t length = longest_at(list, tokens_, at); length > best.length) best = {way, length};
    const std::size_t before_name = longest_at(WordList::leaves_out_names, tokens_, at);
    if (before_name > best.length && begins_name(at + before_name)) best = {Way::surely, before_name};
    return best;
}

std::size_t Exclusion::words_at(std::size_t at) const {
    return start_at(at).length;
}

void Exclusion::begin(std::size_t at) {
    const Start start = start_at(at);
    end();
    way_ = start.way;
    behind_ = at + start.length;
    until_ = behind_ + farthest;
}

void Exclusion::end() {
    way_ = Way::nothing;
    some_ = false;
    what_one_is_ = false;
    follows_.reset();
}

void Exclusion::pass(std::size_t at) {
    const std::string_view word = folded(at);
    const bool more = folded(at + 1) == "de" || folded(at + 1) == "d" || folded(at + 1) == "plus";
    if (longest_at(WordList::leaves_out_near, tokens_, at) > 0) {
        if (more && word != "ni") return;
        end();
        way_ = Way::near;
        what_one_is_ = at > 0 && stands_in(WordList::being, folded(at - 1));
        behind_ = at + 1;
        until_ = behind_ + farthest;
        return;
    }
    if (some_ && !is_joined(at)) end();
    if (at >= until_ && !some_) end();
    // « je n'y arrive pas, Fumel » leaves nothing out: « pas » stands right before what it leaves out.
    if (way_ != Way::nothing && way_ != Way::surely && !some_ && !follows_ && !stands_in(WordList::leading, word))
        follows_ = at;
}

// « sauf Habitalys et Agen Habitat »; « pas Emmaüs, à Eymet » asks for Eymet.
bool Exclusion::is_joined(std::size_t at) const {
    const auto joins = [&](std::size_t where) { return stands_in(WordList::joining, folded(where)); };
    if (joins(at)) return true;
    for (std::size_t from = at; from > 0; --from) {
        if (joins(from - 1)) return true;
        if (!stands_in(WordList::leading, folded(from - 1)) && !leads_to_place(folded(from - 1))) return false;
    }
    return false;
}

// Those in whose name the words stand.
std::vector<Meaning> Exclusion::houses_called(const std::vector<Sought>& words) const {
    std::vector<Meaning> houses;
    if (words.empty()) return houses;
    for (const store::PartnerEntry& entry : catalog_.partners()) {
        std::vector<std::string_view> names{entry.value.name, entry.value.short_name};
        names.insert(names.end(), entry.value.aliases.begin(), entry.value.aliases.end());
        const auto named = std::find_if(names.begin(), names.end(),
                                        [&](std::string_view name) { return says_in_row(fold::words(name), words); });
        if (named != names.end())
            houses.push_back({MeaningKind::partner, entry.id, std::string(*named), false, Meaning::Breadth::broad});
    }
    return houses;
}

std::optional<Clue> Exclusion::house_at(std::size_t at, std::size_t& length) const {
    constexpr std::size_t longest = 4;
    if (way_ == Way::nothing || (follows_ && *follows_ < at) || tokens_[at].little) return std::nullopt;
    if (!tokens_[at].capitalised && is_dictionary_word(folded(at))) return std::nullopt;
    for (length = std::min(longest, tokens_.size() - at); length > 0; --length) {
        Clue clue;
        clue.kind = Clue::Kind::words;
        for (std::size_t i = at; i < at + length; ++i)
            if (!tokens_[i].little)
                clue.sought.push_back({tokens_[i].folded, tokens_[i].light, tokens_[i].root, false, {}});
        clue.meanings = houses_called(clue.sought);
        if (!clue.meanings.empty() && !tokens_[at + length - 1].little) return clue;
    }
    return std::nullopt;
}

bool Exclusion::may_leave_out(const Clue& clue, std::size_t begin) const {
    const bool place = clue.kind == Clue::Kind::area;
    if (!place && clue.kind != Clue::Kind::words && clue.kind != Clue::Kind::person) return false;
    if (way_ == Way::surely) return true;
    if (follows_ && *follows_ < begin && !some_) return false;
    // A place wants its preposition: « pas à Fumel ».
    const std::string_view leading = begin > 0 ? folded(begin - 1) : std::string_view();
    if (place) return leads_to_place(leading) || stands_in(WordList::articles, leading);
    // « ne veut pas se soigner » is a need.
    if (way_ == Way::not_wanted && tokens_[begin].little && !stands_in(WordList::leading, folded(begin))) return false;
    // « n'a pas droit à »
    if (way_ == Way::near && clue.unsure) return false;
    // « j'ai pas le permis » asks for it: a bare « pas » leaves out places, organisations and whom somebody is not.
    return way_ == Way::not_wanted || clue.kind == Clue::Kind::person || names_organisation(clue) ||
           (has(clue, MeaningKind::public_) && what_one_is_);
}

// « pas l'ADIL » is the house that is called so, and no other landlord; « pas un HLM » is any.
void Exclusion::mean_houses(Clue& clue, std::size_t begin) const {
    if (clue.kind != Clue::Kind::words || has(clue, MeaningKind::partner)) return;
    const bool any = begin > behind_ && stands_in(WordList::indefinite, folded(begin - 1));
    const bool is_name = tokens_[begin].capitalised || tokens_[begin].acronym;
    const bool narrow = std::none_of(clue.meanings.begin(), clue.meanings.end(),
                                     [](const Meaning& meaning) { return meaning.breadth == Meaning::Breadth::broad; });
    if (any || !(is_name || narrow || has(clue, MeaningKind::kind))) return;
    const auto called_so = [&](const Meaning& meaning) {
        const model::Term* term = catalog_.vocabulary().find_kind(meaning.id);
        return meaning.kind == MeaningKind::kind && term != nullptr &&
               (says_in_row(fold::words(term->label.fr), clue.sought) ||
                says_in_row(fold::words(term->label.en), clue.sought));
    };
    if (std::any_of(clue.meanings.begin(), clue.meanings.end(), called_so)) return;
    if (auto houses = houses_called(clue.sought); !houses.empty()) clue.meanings = std::move(houses);
}

void Exclusion::leave_out(std::vector<Clue>& clues, std::size_t first, std::size_t begin) {
    if (way_ == Way::nothing) return;
    for (std::size_t i = first; i < clues.size(); ++i) {
        Clue clue = clues[i];
        mean_houses(clue, begin);
        if (!may_leave_out(clue, begin)) {
            // A word in between: « pas trop cher à Fumel ».
            if (way_ != Way::surely || !clue.meanings.empty()) return end();
            continue;
        }
        keep_meanings(clue, kept_kind(clue));
        clue.excluded = true;
        clue.doubtful = way_ == Way::not_wanted;
        clue.denied = false;
        clue.unsure = false;
        if (clue.kind == Clue::Kind::area && clue.relation != Relation::near) clue.relation = Relation::seat;
        clues[i] = std::move(clue);
        some_ = true;
    }
}

void Exclusion::settle(std::vector<Clue>& clues) {
    const bool needs = std::any_of(clues.begin(), clues.end(), is_needed);
    const bool asks = std::any_of(clues.begin(), clues.end(), is_asked);
    for (Clue& clue : clues) {
        if (!clue.excluded || clue.kind != Clue::Kind::words) continue;
        const auto asked_too = [&](const Clue& other) { return !other.excluded && share_a_meaning(clue, other); };
        const bool theme_asked = has(clue, MeaningKind::theme) && std::any_of(clues.begin(), clues.end(), asked_too);
        // A house that somebody does not want is never the answer; a theme may be, where nothing else is needed.
        const bool doubtful = clue.doubtful && !names_organisation(clue);
        if ((doubtful ? needs : asks) && !theme_asked) continue;
        clue.excluded = false;
        clue.denied = true;
    }
}

}  // namespace cafe::query
