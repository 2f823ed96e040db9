#include "query/understand.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "query/asked_place.hpp"
#include "query/dictionary.hpp"
#include "query/exclusion.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"
#include "query/word_lists.hpp"

namespace cafe::query {

namespace {

using Retry = std::function<std::string(const std::string&)>;
using territory::Announced;

// Ages beyond which somebody is counted among a public; a minor of twelve is both a child and young.
constexpr int child_until = 17;
constexpr int young_from = 12;
constexpr int young_until = 25;
constexpr int senior_from = 60;
constexpr int oldest = 120;

bool says_years(std::string_view word) {
    return stands_in(WordList::years, word);
}
bool is_article(std::string_view word) {
    return stands_in(WordList::articles, word);
}
// What stands between the words of a commune's name.
bool is_link(std::string_view word) {
    return stands_in(WordList::links, word);
}
bool is_month(std::string_view word) {
    return stands_in(WordList::months, word);
}
bool says_when(std::string_view word) {
    return stands_in(WordList::when, word);
}
// « lundi », "Mondays", « demain »; nothing for any other word.
std::optional<AskedDay> day_called(std::string_view word) {
    constexpr std::array<std::array<std::string_view, 7>, 2> weekdays{
        {{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
         {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}}};
    if (stands_in(WordList::tomorrow, word)) return AskedDay{0, 1};
    const std::string_view one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    for (const auto& names : weekdays)
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == one) return AskedDay{static_cast<int>(i) + 1, 0};
    return std::nullopt;
}

struct Age {
    std::size_t length = 0;  // tokens; 0: none
    int from = 0;
    int until = oldest;
};

class Reader {
public:
    Reader(std::string_view run, const store::Catalog& catalog, const Lexicon& lexicon, const Retry& retry)
        : catalog_(catalog), lexicon_(lexicon), retry_(retry), run_(run) {
        take_numbers();
        words_ = fold::words(rest_);
        tokens_ = tokens_of(rest_);
        // A question all in capitals has no acronyms.
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i].acronym = tokens_[i].acronym;
        lend_sans();
    }

    Result<Understood> read() {
        while (at_ < tokens_.size()) {
            if (take_exclusion()) continue;
            const std::size_t first = understood_.clues.size();
            const std::size_t before = at_;
            if (auto refused = step()) return *refused;
            exclusion_.leave_out(understood_.clues, first, before);
            for (std::size_t i = first; i < understood_.clues.size(); ++i) {
                const Clue& clue = understood_.clues[i];
                // « sans voiture » asks for who has none, and not for who speaks of them.
                if (clue.kind == Clue::Kind::area || clue.kind == Clue::Kind::person || clue.excluded || clue.denied ||
                    denies(folded(before)))
                    take_away(before, at_);
            }
        }
        Exclusion::settle(understood_.clues);
        understood_.content = content();
        drop_wider_places();
        add_situations();
        return std::move(understood_);
    }

private:
    // What says something: neither places nor people, nor what is not wanted.
    [[nodiscard]] std::vector<Token> content() const {
        std::vector<Token> all;
        for (std::size_t i = 0; i < tokens_.size(); ++i)
            if (i >= taken_.size() || !taken_[i]) all.push_back(tokens_[i]);
        return all;
    }

    // « Agen Montanou » is Montanou: the wider place says where the other lies.
    void drop_wider_places() {
        auto& clues = understood_.clues;
        const auto holds_another = [&](const Clue& wider) {
            return wider.area && std::any_of(clues.begin(), clues.end(), [&](const Clue& other) {
                       return other.area && *other.area != *wider.area &&
                              catalog_.territory().contains(*wider.area, *other.area);
                   });
        };
        std::vector<Clue> kept;
        for (const Clue& clue : clues)
            if (!holds_another(clue)) kept.push_back(clue);
        clues = std::move(kept);
    }

    void add_situations() {
        auto heard = lexicon_.situations_in(tokens_);
        // « logement » is a theme before it is « je cherche un logement ».
        const bool about_themes = std::any_of(understood_.clues.begin(), understood_.clues.end(), [](const Clue& clue) {
            return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                               [](const Meaning& meaning) { return meaning.kind == MeaningKind::theme; });
        });
        if (about_themes)
            heard.erase(
                std::remove_if(heard.begin(), heard.end(),
                               [](const HeardSituation& one) { return one.asked.find(' ') == std::string::npos; }),
                heard.end());
        if (heard.empty()) return;
        for (HeardSituation& one : heard) one.asked = words_as_typed(one.asked);
        Clue clue;
        clue.kind = Clue::Kind::situation;
        const auto best = std::max_element(heard.begin(), heard.end(),
                                           [](const auto& a, const auto& b) { return a.coverage < b.coverage; });
        clue.asked = best->asked;
        clue.situations = std::move(heard);
        understood_.clues.push_back(std::move(clue));
    }

    // « impayé loyer » of "impaye loyer".
    [[nodiscard]] std::string words_as_typed(const std::string& folded_words) const {
        std::vector<std::string> typed;
        for (const std::string_view word : text::words(folded_words)) {
            const auto same = [&](const Token& token) { return token.folded == word; };
            const auto at = std::find_if(tokens_.begin(), tokens_.end(), same);
            typed.push_back(at == tokens_.end() ? std::string(word) : rest_.substr(at->begin, at->end - at->begin));
        }
        return text::join(typed, " ");
    }

    // Telephone numbers leave the text, blanks stand in their place.
    void take_numbers() {
        rest_ = run_;
        for (const NumberInText& number : numbers_in(run_)) {
            Clue clue;
            clue.kind = Clue::Kind::phone;
            clue.asked = run_.substr(number.begin, number.end - number.begin);
            clue.sought = {sought_number(number.dial)};
            understood_.clues.push_back(std::move(clue));
            std::fill(rest_.begin() + static_cast<std::ptrdiff_t>(number.begin),
                      rest_.begin() + static_cast<std::ptrdiff_t>(number.end), ' ');
        }
    }

    // « sans papiers ni toit » says « sans toit ».
    void lend_sans() {
        bool sans = false;
        for (Token& token : tokens_) {
            sans = sans || token.folded == "sans";
            if (sans && token.folded == "ni") token.folded = token.light = token.root = "sans";
        }
    }

    [[nodiscard]] std::string_view folded(std::size_t at) const {
        return at < tokens_.size() ? std::string_view(tokens_[at].folded) : std::string_view();
    }
    [[nodiscard]] std::string as_typed(std::size_t at, std::size_t length) const {
        const std::size_t begin = tokens_[at].begin;
        return rest_.substr(begin, tokens_[at + length - 1].end - begin);
    }

    // A number that can be an age, also with its "a" or "ans" grown on: "45A", "19ans".
    [[nodiscard]] std::optional<std::pair<int, bool>> years(std::size_t at) const {
        const std::string_view word = folded(at);
        const std::size_t digits = word.find_first_not_of("0123456789");
        if (digits == 0) return std::nullopt;
        const auto number = text::to_integer(word.substr(0, digits));
        if (!number || *number > oldest) return std::nullopt;
        const bool grown_on = digits != std::string_view::npos;
        if (grown_on && !says_years(word.substr(digits))) return std::nullopt;
        return std::pair{static_cast<int>(*number), grown_on};
    }

    // « depuis 2 ans », « il y a 3 ans » tell how long.
    [[nodiscard]] bool is_duration() const {
        std::size_t before = at_;
        if (before > 0 && folded(before - 1) == "a") --before;
        return before > 0 && stands_in(WordList::how_long, folded(before - 1)) &&
               (before == at_ || folded(before - 1) == "y") && folded(at_ + 2) != "old";
    }

    [[nodiscard]] Age age() const {
        if (is_duration()) return {};
        std::size_t at = at_;
        const bool over = (folded(at) == "plus" && folded(at + 1) == "de") || folded(at) == "over";
        const bool under = (folded(at) == "moins" && folded(at + 1) == "de") || folded(at) == "under";
        if (over || under) at += folded(at + 1) == "de" ? 2 : 1;
        const auto first = years(at);
        if (!first) return {};
        if (first->second || says_years(folded(at + 1))) {
            Age age{at + (first->second ? 1 : 2) - at_, first->first, first->first};
            if (over) age.until = oldest;
            if (under) age.from = 0;
            if (folded(at_ + age.length) == "old") ++age.length;
            return age;
        }
        const auto second = years(at + 1);  // "16-25 ans": the hyphen is a blank
        if (over || under || !second || (!second->second && !says_years(folded(at + 2)))) return {};
        return {static_cast<std::size_t>(second->second ? 2 : 3), first->first, second->first};
    }

    // Whether the words in front deny what follows: « sans », « pas de », "without", "not".
    [[nodiscard]] bool denied() const {
        std::size_t before = at_;
        while (before > 0 && (folded(before - 1) == "de" || folded(before - 1) == "d" || folded(before - 1) == "un" ||
                              folded(before - 1) == "une" || folded(before - 1) == "any" || folded(before - 1) == "a"))
            --before;
        if (before == 0) return false;
        const std::string_view word = folded(before - 1);
        if (denies(word) || word == "not" || word.starts_with("aucun")) return true;
        const bool with_de = before < at_ && folded(before).starts_with('d');
        // « plus de » of something is also more of it: only behind a verb with its « ne ».
        if (!with_de || !denies_with_de(word)) return false;
        return word != "plus" || said_before("n", before) || said_before("ne", before);
    }
    [[nodiscard]] bool said_before(std::string_view word, std::size_t end) const {
        for (std::size_t i = end > 4 ? end - 4 : 0; i < end; ++i)
            if (folded(i) == word) return true;
        return false;
    }

    // The word that announces a place, past articles: « à la », « près de ».
    [[nodiscard]] bool announced() const {
        std::size_t before = at_;
        while (before > 0 && is_article(folded(before - 1))) --before;
        // "a" without its accent is also the English article.
        if (before > 0 && as_typed(before - 1, 1) == "a" && !tokens_[at_].capitalised) return false;
        return before > 0 &&
               (leads_to_place(folded(before - 1)) || folded(before - 1) == "d" || folded(before - 1) == "du");
    }
    [[nodiscard]] bool near_announced() const {
        for (std::size_t back = 1; back <= 3 && back <= at_; ++back) {
            if (means_near(folded(at_ - back))) return true;
            if (!tokens_[at_ - back].little) return false;
        }
        return false;
    }

    // « sauf », « autre que », "except" say nothing but that what follows is not wanted. Says whether words were taken.
    bool take_exclusion() {
        const std::size_t length = exclusion_.words_at(at_);
        if (length == 0 || lexicon_.longest_at(tokens_, at_).length > length) {
            exclusion_.pass(at_);
            return false;
        }
        exclusion_.begin(at_);
        take_away(at_, at_ + length);
        for (const std::size_t end = at_ + length; at_ < end; ++at_) understood_.ignored.push_back(words_[at_].folded);
        return true;
    }

    // « pas les Fondeurs »: a house by a part of its name.
    bool take_house_not_wanted() {
        std::size_t length = 0;
        auto house = exclusion_.house_at(at_, length);
        if (!house) return false;
        house->asked = as_typed(at_, length);
        understood_.clues.push_back(std::move(*house));
        at_ += length;
        return true;
    }

    // These words are of no need.
    void take_away(std::size_t begin, std::size_t end) {
        taken_.resize(tokens_.size());
        std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
                  taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
    }

    // Somebody of the notebook by their name; not where a house is called so, or a place.
    std::optional<std::size_t> take_person(std::size_t rival) {
        const Lexicon::Named named = lexicon_.person_at(tokens_, at_);
        if (named.length == 0 || named.length < rival) return std::nullopt;
        Clue clue;
        clue.kind = Clue::Kind::person;
        clue.asked = as_typed(at_, named.length);
        clue.people = named.people;
        for (std::size_t i = at_; i < at_ + named.length; ++i) clue.sought.push_back(sought(words_[i]));
        understood_.clues.push_back(std::move(clue));
        at_ += named.length;
        return named.length;
    }

    std::optional<Error> step() {
        // "my father at home" tells where, and asks for no housing.
        if (folded(at_) == "home" && at_ > 0 && folded(at_ - 1) == "at") {
            understood_.ignored.push_back(words_[at_++].folded);
            return std::nullopt;
        }
        const Age age_here = age();
        const Found phrase = lexicon_.longest_at(tokens_, at_);
        if (take_person(std::max(phrase.length, age_here.length))) return std::nullopt;
        const auto place = place_here(std::max(phrase.length, age_here.length));
        const bool is_place = place && place->count >= phrase.length && place->count >= age_here.length;
        if (is_place) return take_place(*place);
        if (age_here.length > 0) add_age(age_here);
        if (phrase.length == 0 && age_here.length == 0 && take_house_not_wanted()) return std::nullopt;
        if (phrase.length > 0 && phrase.length >= age_here.length) {
            const std::size_t begin = at_;
            add_phrase(phrase);
            if (tells_for_whom_alone(phrase)) add_need_within(begin, phrase.length);
            return std::nullopt;
        }
        if (age_here.length > 0) {
            at_ += age_here.length;
            return std::nullopt;
        }
        return take_word();
    }

    // Nothing when a phrase that is as long means more than a place that nothing announces.
    [[nodiscard]] std::optional<territory::Territory::Match> place_here(std::size_t rival) const {
        const bool said = announced() || near_announced();
        // What is said in a sentence is a postcode before it is a code of INSEE.
        if (auto five = five_digits_here()) return five;
        auto match = catalog_.territory().area_at(words_, at_, said ? Announced::yes : Announced::no);
        if (!match && is_lone_name(rival)) match = catalog_.territory().area_at(words_, at_, Announced::yes);
        if (!match) return std::nullopt;
        // « en Mars » is a month before it is a commune elsewhere.
        if (match->count == 1 && is_month(tokens_[at_].folded) && !is_ours_alone(*match)) return std::nullopt;
        if (is_far_word(*match)) return std::nullopt;
        const bool ordinary = match->count == 1 && (tokens_[at_].little || is_also_a_place(tokens_[at_].folded));
        if (ordinary && !tokens_[at_].capitalised) return std::nullopt;
        if (ordinary && tokens_[at_].little && !said) return std::nullopt;
        if (match->certain) return rival < match->count || is_ours(*match) ? match : std::nullopt;
        if (rival != 0) return std::nullopt;
        // « RSA tonneins rdv »: a telegram has no capitals. « cours », « sos » are words before they are communes.
        const Token& token = tokens_[at_];
        const bool is_name = token.capitalised || (!is_also_a_place(token.folded) && is_ours(*match));
        return is_name ? match : std::nullopt;
    }

    // « au marché », « à la montagne » are no journey to La Marche or La Montagne, nor is « place du Marché ».
    [[nodiscard]] bool is_far_word(const territory::Territory::Match& match) const {
        const bool after_article = at_ > 0 && is_article(folded(at_ - 1));
        const auto is_longer = [&](const std::string& name, std::size_t by) {
            return fold::words(name).size() > match.count + by;
        };
        const auto is_far = [&](const territory::AreaRef& area, const std::string& name) {
            return !is_of_notebook(area, catalog_) && (tokens_[at_].little || after_article || is_longer(name, 0));
        };
        const auto* area = std::get_if<territory::AreaRef>(&match.answer);
        const std::string name = area == nullptr ? std::string() : catalog_.territory().name(*area);
        const bool elsewhere = area != nullptr && !is_of_notebook(*area, catalog_);
        if (elsewhere && has_other_accents(as_typed(at_, match.count), name)) return true;
        if (tokens_[at_ + match.count - 1].capitalised) return false;
        if (elsewhere && match.count == 1 && is_village(*area) && is_dictionary_word(folded(at_))) return true;
        // « à la croix » is no La Croix-Blanche.
        if (area != nullptr)
            return is_far(*area, name) ||
                   (after_article && area->kind == territory::AreaKind::commune && is_longer(name, 1));
        const auto& candidates = std::get<territory::Unresolved>(match.answer).candidates;
        return std::all_of(candidates.begin(), candidates.end(),
                           [&](const territory::Candidate& one) { return is_far(one.area, one.name); });
    }

    // « numérique Paris »: one word with a capital behind words without. Two in a row are a person.
    [[nodiscard]] bool is_lone_name(std::size_t rival) const {
        const Token& token = tokens_[at_];
        return rival == 0 && at_ > 0 && token.capitalised && !token.acronym && !token.little &&
               !tokens_[at_ - 1].capitalised && (at_ + 1 >= tokens_.size() || !tokens_[at_ + 1].capitalised);
    }

    // A postcode or an INSEE code; digits that are neither are a word.
    [[nodiscard]] std::optional<territory::Territory::Match> five_digits_here() const {
        if (tokens_[at_].folded.size() != 5 || !text::is_digits(tokens_[at_].folded)) return std::nullopt;
        const auto& territory = catalog_.territory();
        auto found = territory.resolve("cp:" + tokens_[at_].folded, territory::Spoken::command_line);
        const auto* postcode = std::get_if<territory::AreaRef>(&found);
        const auto code = territory.resolve("insee:" + tokens_[at_].folded, territory::Spoken::command_line);
        const auto* commune = std::get_if<territory::AreaRef>(&code);
        // Both there are: the one that is of the notebook is meant.
        if (commune != nullptr &&
            (postcode == nullptr || (!is_of_notebook(*postcode, catalog_) && is_of_notebook(*commune, catalog_))))
            found = code;
        const auto* unresolved = std::get_if<territory::Unresolved>(&found);
        if (unresolved != nullptr && unresolved->why == territory::Unresolved::Why::unknown) return std::nullopt;
        return territory::Territory::Match{1, found, true};
    }

    [[nodiscard]] bool is_ours_alone(const territory::Territory::Match& match) const {
        const auto* area = std::get_if<territory::AreaRef>(&match.answer);
        return area != nullptr && is_of_notebook(*area, catalog_);
    }

    [[nodiscard]] bool is_ours(const territory::Territory::Match& match) const {
        const auto* area = std::get_if<territory::AreaRef>(&match.answer);
        return area == nullptr || is_of_notebook(*area, catalog_);
    }

    // « Villeneuve sur Tarn » is not our Villeneuve: how many tokens the longer name has, 0 when there is none.
    [[nodiscard]] std::size_t longer_name(std::size_t count) const {
        const auto goes_on = [&](std::size_t at) {
            const std::string_view link = folded(at);
            return link == "sur" || link == "sous" || link == "les" || link == "lez";
        };
        // A name that is begun may have been taken with its link: « Villeneuve sur ».
        std::size_t last = at_ + count;
        if (count > 1 && goes_on(last - 1)) --last;
        if (!goes_on(last++)) return 0;
        if (folded(last) == "l" || folded(last) == "la" || folded(last) == "le") ++last;
        const bool is_name = last < tokens_.size() && tokens_[last].capitalised && !tokens_[last].acronym;
        return is_name && tokens_[at_].capitalised ? last + 1 - at_ : 0;
    }

    std::optional<Error> take_place(const territory::Territory::Match& match) {
        if (const std::size_t longer = longer_name(match.count); longer > 0) {
            const std::string name = as_typed(at_, longer);
            const auto found = catalog_.territory().resolve(name, territory::Spoken::command_line);
            if (const auto* unresolved = std::get_if<territory::Unresolved>(&found))
                return area_error(name, *unresolved, retry_instead_of(at_, longer));
            if (longer > match.count) return take_place({longer, found, true});
        }
        const std::string asked = as_typed(at_, match.count);
        if (const auto* unresolved = std::get_if<territory::Unresolved>(&match.answer)) {
            if (const auto named = only_one_named(*unresolved)) return take_place({match.count, *named, match.certain});
            return area_error(asked, *unresolved, retry_instead_of(at_, match.count));
        }
        Clue clue;
        clue.kind = Clue::Kind::area;
        clue.asked = asked;
        clue.area = std::get<territory::AreaRef>(match.answer);
        for (std::size_t i = at_; i < at_ + match.count; ++i)
            if (!tokens_[i].little) clue.sought.push_back(sought(words_[i]));
        const bool narrow =
            clue.area->kind == territory::AreaKind::commune || clue.area->kind == territory::AreaKind::quarter;
        clue.relation = narrow ? Relation::in : Relation::touches;
        if (near_announced()) {
            clue.relation = Relation::near;
            clue.within = near_kilometres;
        }
        understood_.clues.push_back(std::move(clue));
        at_ += match.count;
        return std::nullopt;
    }

    // « Sauveterre » of several in the département: the only one that fiches name as their own.
    [[nodiscard]] std::optional<territory::AreaRef> only_one_named(const territory::Unresolved& unresolved) const {
        if (unresolved.why != territory::Unresolved::Why::ambiguous) return std::nullopt;
        std::optional<territory::AreaRef> named;
        for (const territory::Candidate& candidate : unresolved.candidates) {
            const auto is_named = [&](const store::PartnerEntry& entry) {
                return std::find(entry.areas.begin(), entry.areas.end(), candidate.area) != entry.areas.end();
            };
            const auto& partners = catalog_.partners();
            if (std::none_of(partners.begin(), partners.end(), is_named)) continue;
            if (named) return std::nullopt;
            named = candidate.area;
        }
        return named;
    }

    [[nodiscard]] Retry retry_instead_of(std::size_t at, std::size_t length) const {
        const std::size_t begin = tokens_[at].begin;
        const std::size_t end = tokens_[at + length - 1].end;
        return [this, begin, end](const std::string& other) {
            return retry_(std::string(run_.substr(0, begin)) + other + std::string(run_.substr(end)));
        };
    }

    void add_phrase(const Found& phrase) {
        Clue clue;
        clue.kind = Clue::Kind::words;
        clue.asked = as_typed(at_, phrase.length);
        clue.meanings = phrase.meanings;
        for (std::size_t i = at_; i < at_ + phrase.length; ++i)
            if (!tokens_[i].little) clue.sought.push_back(sought(words_[i]));
        const bool acronym = std::all_of(phrase.meanings.begin(), phrase.meanings.end(),
                                         [](const Meaning& meaning) { return meaning.acronym; });
        if (acronym && clue.sought.size() == 1) clue.sought.front().acronym = true;
        clue.denied = denied();
        clue.unsure = phrase.unsure || tells_for_whom(clue) || (phrase.length == 1 && is_vague(tokens_[at_].folded));
        clue.usual_kinds = phrase.usual_kinds;
        if (phrase.length == 1) spell_out(clue);
        understood_.clues.push_back(std::move(clue));
        at_ += phrase.length;
    }

    [[nodiscard]] static bool tells_for_whom_alone(const Found& phrase) {
        return phrase.length > 1 &&
               std::all_of(phrase.meanings.begin(), phrase.meanings.end(),
                           [](const Meaning& meaning) { return meaning.kind == MeaningKind::public_; });
    }

    // « femme victime de violences conjugales »: whom it is for takes no need away. The longest need that begins within
    // is kept beside.
    void add_need_within(std::size_t begin, std::size_t length) {
        Found best;
        std::size_t where = 0;
        for (std::size_t at = begin; at < begin + length; ++at) {
            Found inner = lexicon_.longest_at(tokens_, at);
            const bool need = std::any_of(inner.meanings.begin(), inner.meanings.end(),
                                          [](const Meaning& meaning) { return meaning.kind == MeaningKind::theme; });
            if (!need || inner.unsure || inner.length <= best.length || (at == begin && inner.length == length))
                continue;
            best = std::move(inner);
            where = at;
        }
        if (best.length == 0) return;
        const std::size_t behind = std::max(at_, where + best.length);
        at_ = where;
        add_phrase(best);
        at_ = behind;
    }

    void spell_out(Clue& clue) {
        for (const fold::Word& word : fold::words(
                 lexicon_.meaning_of_acronym(clue.sought.empty() ? std::string_view() : clue.sought.front().folded)))
            if (!is_little(word.folded)) clue.spelled_out.push_back(sought(word));
    }

    // One of several is enough.
    void add_publics(std::string asked, std::initializer_list<std::string_view> ids) {
        Clue clue;
        clue.kind = Clue::Kind::words;
        clue.asked = std::move(asked);
        for (const std::string_view id : ids)
            clue.meanings.push_back(
                Meaning{MeaningKind::public_, std::string(id), std::string(id), false, Meaning::Breadth::broad});
        understood_.clues.push_back(std::move(clue));
    }

    void add_age(const Age& age) {
        const std::string asked = as_typed(at_, age.length);
        Clue clue;
        clue.kind = Clue::Kind::age;
        clue.asked = asked;
        clue.age_from = age.from;
        clue.age_until = age.until;
        understood_.clues.push_back(std::move(clue));
        const bool child = age.until <= child_until;
        const bool young = age.from >= young_from && age.until <= young_until;
        if (child && young) add_publics(asked, {"enfants", "jeunes"});
        if (child != young) add_publics(asked, {child ? "enfants" : "jeunes"});
        if (age.from >= senior_from) add_publics(asked, {"seniors"});
    }

    // « F 45A », « femme de 45 ans » in the short hand of social workers.
    [[nodiscard]] bool is_sex_before_age() {
        if (folded(at_) != "f" || !tokens_[at_].capitalised) return false;
        ++at_;
        const bool age_follows = age().length > 0;
        --at_;
        return age_follows;
    }

    std::optional<Error> take_word() {
        const Token& token = tokens_[at_];
        if (is_sex_before_age()) {
            add_publics(as_typed(at_, 1), {"femmes"});
            ++at_;
            return std::nullopt;
        }
        const bool counts = tokens_.size() > 1 && token.folded.size() < 3 && text::is_digits(token.folded);
        const auto day = day_called(token.folded);
        if (!understood_.day || (day && understood_.day->weekday == 0 && understood_.day->ahead == 0)) {
            const auto part = understood_.day ? understood_.day->part : AskedDay::Part::any;
            if (day) understood_.day = day;
            if (day) understood_.day->part = part;
        }
        take_part_of_day(token.folded);
        if (asks_for_successor(token.folded)) understood_.asks_successor = true;
        // « je commence lundi » is about no day.
        if (day || says_when(token.folded)) take_away(at_, at_ + 1);
        if (day || asks_for_successor(token.folded) || token.little || counts || denies(token.folded) ||
            says_when(token.folded) || means_near(token.folded)) {
            understood_.ignored.push_back(words_[at_].folded);
            ++at_;
            return std::nullopt;
        }
        if (auto refused = refuse_unknown_place()) return refused;
        Clue clue;
        clue.function = is_function(token.folded);
        clue.asked = as_typed(at_, 1);
        clue.sought = {sought(words_[at_])};
        clue.denied = denied();
        spell_out(clue);
        understood_.clues.push_back(std::move(clue));
        ++at_;
        return std::nullopt;
    }

    void take_part_of_day(std::string_view word) {
        using Part = AskedDay::Part;
        const bool morning = stands_in(WordList::mornings, word);
        const bool afternoon =
            stands_in(WordList::afternoons, word) || (word == "midi" && at_ > 0 && folded(at_ - 1) == "apres");
        const bool evening = stands_in(WordList::evenings, word);
        if (!morning && !afternoon && !evening) return;
        if (!understood_.day) understood_.day = AskedDay{};
        understood_.day->part = morning ? Part::morning : afternoon ? Part::afternoon : Part::evening;
    }

    // « à Fumell »: a word that must be a place and is none. A place is never corrected silently.
    [[nodiscard]] std::optional<Error> refuse_unknown_place() const {
        const Token& token = tokens_[at_];
        if (!announced() || !token.capitalised || token.acronym) return std::nullopt;
        // « l'association de Martine », « aux Restos »: no place is meant.
        if (folded(at_ - 1).starts_with('d') || lexicon_.has_word(token.folded)) return std::nullopt;
        // « en Mars », "from Hélène", « aux Pompiers »: a word of a language or of a name is no misspelt place.
        std::size_t length = 1;
        for (;;) {
            const std::size_t next = at_ + length;
            if (next < tokens_.size() && tokens_[next].capitalised && !tokens_[next].little)
                ++length;
            else if (next + 1 < tokens_.size() && tokens_[next].little && !tokens_[next].capitalised &&
                     is_link(folded(next)) && tokens_[next + 1].capitalised)
                length += 2;  // « Pene d'Agenais »
            else
                break;
        }
        if (lexicon_.is_of_a_person(token.folded) || (length == 1 && is_dictionary_word(token.folded)))
            return std::nullopt;
        const std::string asked = as_typed(at_, length);
        const auto found = catalog_.territory().resolve(asked, territory::Spoken::command_line);
        if (const auto* unresolved = std::get_if<territory::Unresolved>(&found))
            return area_error(asked, *unresolved, retry_instead_of(at_, length));
        return std::nullopt;
    }

    const store::Catalog& catalog_;
    const Lexicon& lexicon_;
    const Retry& retry_;
    std::vector<bool> taken_;  // tokens of places, of people and of what is excluded
    std::string_view run_;
    std::string rest_;  // the run without its telephone numbers, byte for byte as long
    std::vector<fold::Word> words_;
    std::vector<Token> tokens_;  // of the same words
    Exclusion exclusion_{tokens_, catalog_};
    std::size_t at_ = 0;
    Understood understood_;
};

}  // namespace

bool tells_for_whom(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(), [](const Meaning& meaning) {
        return meaning.kind == MeaningKind::public_ && is_anybody(meaning.id);
    });
}

Result<Understood> understand(std::string_view run, const store::Catalog& catalog, const Lexicon& lexicon,
                              const Retry& retry) {
    return Reader(run, catalog, lexicon, retry).read();
}

}  // namespace cafe::query
