// What one fiche, or one of its services, answers to the clues of a question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/query.hpp"
#include "query/reason.hpp"
#include "query/synonyms.hpp"
#include "query/texts.hpp"

namespace cafe::query {

/// How near to doing it: by its words only; as a whole, though its services do other things; as a whole, because it
/// does not part its themes among services; as a whole, in the very words that were asked; by a service of its own.
enum class Level { text, fiche, whole, said, service };

double value_of(Level level);

/// The answer to one clue. No strength: there is none.
struct Verdict {
    double strength = 0;
    Level level = Level::text;
    Reason reason;
    std::vector<Reason> further;  ///< of other kinds: the same word named a theme and a kind
    [[nodiscard]] bool holds() const { return strength > 0; }
};

/// Keeps the stronger of two.
void keep_better(Verdict& best, Verdict other);
/// The same, but a reason of another kind makes the answer surer.
void combine(Verdict& best, Verdict other);

bool is_about_themes(const Clue& clue);
bool names_partner(const Clue& clue);
/// A partner or a kind of partner.
bool names_organisation(const Clue& clue);
/// The strength that is all one can ask of a clue.
double full_strength(const Clue& clue);

/// The longest word of a phrase, of equal ones the last: « crèche » of « place en crèche ».
const Sought& telling_word(const std::vector<Sought>& phrase);
/// Whether all themes that were asked are asked by words at least so narrow.
bool is_narrow(const Clue& clue, Meaning::Breadth least);

/// Whether names are looked for it where nothing else answers: « crèche » is the crèche before it is a theme.
bool may_be_name(const Clue& clue);
/// Whether it may stand in a name at all: a word that a whole sentence says does not.
bool may_stand_in_names(const Clue& clue);
/// Whether a text is what a house is called.
bool is_name_of_house(const Text& text);

/// How surely themes that a fiche or a service states answer for one that is asked; 0 when none does.
double how_surely(const model::Vocabulary& vocabulary, const std::vector<std::string>& stated, std::string_view asked);
/// Whether a fiche says of its services which does what.
bool parts_its_themes(const model::Partner& partner);
/// How narrow an area is that holds the asked one: 1 when it is no wider.
double specificity(const territory::Territory& territory, const territory::AreaRef& by,
                   const territory::AreaRef& asked);

/// A text of a fiche with its words, folded when they are first asked for.
class FoldedText {
public:
    explicit FoldedText(const Text& from) : text(from) {}

    Text text;
    const std::vector<fold::Word>& words() const {
        if (!words_) words_ = fold::words(text.text);
        return *words_;
    }

private:
    mutable std::optional<std::vector<fold::Word>> words_;
};

/// Reads one fiche for one question. Each of its texts is folded only when a clue asks for it.
class Fiche {
public:
    Fiche(const store::Catalog& catalog, const Query& query, const std::vector<Synonyms>& synonyms,
          const store::PartnerEntry& entry)
        : catalog_(catalog), query_(query), synonyms_(synonyms), entry_(entry) {}

    [[nodiscard]] std::size_t services() const { return entry_.value.services.size(); }

    /// What the service at this position, or the whole fiche, answers by itself.
    const Verdict& verdict(std::size_t clue, std::size_t service);

    /// Weighted occurrences of a free word, and where it stands best.
    struct Occurrence {
        double weight = 0;
        Verdict best;
        std::optional<std::size_t> service;
    };

    Occurrence occurrence(const Clue& clue);
    /// Weighted occurrences of a word of the question.
    double said(const Sought& word);
    /// The hours of the service, or of the whole fiche.
    [[nodiscard]] std::string_view hours(std::size_t service) const;

    std::size_t length();

private:
    const std::vector<FoldedText>& texts();
    [[nodiscard]] std::string service_field(std::size_t service, std::string_view field) const;
    Verdict judge(const Clue& clue, std::size_t index, std::size_t service);
    Verdict by_meaning(const Clue& clue, std::size_t index, std::size_t service);
    Verdict by_theme(const Clue& clue, const Meaning& meaning, std::size_t service);
    [[nodiscard]] Verdict by_people(const Clue& clue, const Meaning& meaning, std::size_t service, bool strict) const;
    [[nodiscard]] bool is_for_others(const Clue& clue, std::size_t service) const;
    [[nodiscard]] Verdict by_own_name(const Clue& clue, const Meaning& meaning) const;
    Verdict by_part_of_name(const Clue& clue);
    bool says_asked(const Clue& clue, std::size_t service);
    bool bears_in_name(const Clue& clue);
    Verdict by_said_theme(const Clue& clue, std::size_t index, std::size_t service);
    Verdict by_word(const Clue& clue, std::size_t service);
    [[nodiscard]] Verdict by_situation(const Clue& clue, std::size_t service) const;
    [[nodiscard]] Verdict by_place_in_name(const Clue& clue);
    bool spells(const FoldedText& text, const Clue& clue) const;
    Verdict by_phrase(const Clue& clue, std::size_t service);
    [[nodiscard]] Verdict by_field(const Clue& clue) const;
    [[nodiscard]] Verdict by_person(const Clue& clue) const;
    [[nodiscard]] bool sits_in(const territory::AreaRef& area) const;
    [[nodiscard]] Verdict by_phone(const Clue& clue) const;
    [[nodiscard]] Verdict by_age(const Clue& clue) const;
    Verdict by_area(const Clue& clue, std::size_t service);
    [[nodiscard]] double for_a_commune_of(const territory::AreaRef& postcode,
                                          const std::vector<territory::AreaRef>& areas) const;
    [[nodiscard]] bool is_postcode_alone(const Clue& clue) const;
    [[nodiscard]] bool lies_near(const Clue& clue) const;

    const store::Catalog& catalog_;
    const Query& query_;
    const std::vector<Synonyms>& synonyms_;
    const store::PartnerEntry& entry_;
    std::vector<std::optional<Verdict>> verdicts_;
    std::optional<std::vector<FoldedText>> folded_;
};

}  // namespace cafe::query
