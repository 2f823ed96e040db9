// The words a question may use and what they mean: themes, publics, kinds and partners, in every spelling known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/phrase_book.hpp"
#include "query/spellings.hpp"
#include "store/catalog.hpp"
#include "store/taught.hpp"

namespace cafe::query {

/// Stands for the fiche where a service's position is expected.
inline constexpr std::size_t whole_fiche = static_cast<std::size_t>(-1);

/// Words of a person in need that a service has among its `situations`, heard in a question.
struct HeardSituation {
    std::string partner;
    std::size_t service = 0;  ///< its position in the fiche, or `whole_fiche` for what was taught
    std::string text;         ///< as the fiche has it
    std::string asked;        ///< the words of the question that say it
    double coverage = 0;      ///< how much of it was said, 0 to 1
    bool operator==(const HeardSituation&) const = default;
};

/// The longest phrase found at a place.
struct Found {
    std::size_t length = 0;  ///< tokens; 0: none
    std::vector<Meaning> meanings;
    bool unsure = false;                     ///< by the family of words alone
    std::vector<std::string> usual_kinds{};  ///< the kinds of organisation whose business it usually is
};

/// Names and situations of fiches that the index keeps are looked up there when a question asks for them.
///
/// Folded phrases → meanings. Looking up takes as many steps as the longest phrase has words. Several threads may ask.
///
/// A phrase is recognised as written, else with other endings, else by its family of words, else without its little
/// words ("aide domicile" for « aide à domicile »). An acronym is recognised whole; one that is also a word (AS, PASS)
/// only in capitals or when nothing else is asked. A family of themes beats its own children for the same phrase.
class Lexicon {
public:
    explicit Lexicon(const store::Catalog& catalog, const std::vector<store::Taught>& taught = {});

    [[nodiscard]] Found longest_at(std::span<const Token> question, std::size_t at) const;

    /// The situations of services that a question says, by partner and service, the best of each service. A situation
    /// is heard when its telling words are: all of them, or at least two that make up most of it.
    [[nodiscard]] std::vector<HeardSituation> situations_in(std::span<const Token> question) const;

    /// The people of the notebook that are named at a place, and how many tokens that takes: by their whole name, in
    /// either order, or by what they are called behind the first word of it, where a title or a capital says so.
    struct Named {
        std::size_t length = 0;
        std::vector<std::string> people;
    };
    [[nodiscard]] Named person_at(std::span<const Token> question, std::size_t at) const;
    /// Whether a word stands in the name of somebody.
    [[nodiscard]] bool is_of_a_person(std::string_view folded) const;

    /// What the notebook was taught of themes.
    [[nodiscard]] const std::vector<store::Taught>& taught() const { return taught_; }

    /// What an acronym of the vocabulary stands for, or nothing.
    [[nodiscard]] std::string_view meaning_of_acronym(std::string_view folded) const;

    /// The ids that a whole text means among those of one kind, in the order of the vocabulary; empty when none.
    [[nodiscard]] std::vector<std::string> ids(MeaningKind kind, std::string_view text) const;

    /// Single words of the vocabulary and of names, folded, sorted, each once: what a misspelt word may have been.
    [[nodiscard]] const std::vector<std::string>& single_words() const;
    /// Whether a folded word is one of them.
    [[nodiscard]] bool has_word(std::string_view folded) const;

private:
    using Depth = PhraseBook::Depth;
    // Its texts live as long as the catalog, or are those of `lines_`.
    struct Situation {
        std::string_view partner;
        std::size_t service = 0;
        std::string_view text;
        std::vector<std::string> roots;  ///< of its telling words, each once
    };

    [[nodiscard]] bool look_up_terms();
    void add_names(const store::Sketch& partner);
    void add_situation(Situation situation);
    [[nodiscard]] std::vector<Situation> situations_with(const std::vector<std::string>& roots) const;
    [[nodiscard]] std::size_t count_with(const std::string& root) const;
    [[nodiscard]] bool is_in_a_name(std::string_view folded) const;
    [[nodiscard]] std::vector<Meaning> settle(const std::vector<std::uint32_t>& meanings, std::span<const Token> phrase,
                                              bool alone) const;

    const model::Vocabulary& vocabulary_;
    std::vector<store::Taught> lines_;   // all that was taught
    std::vector<store::Taught> taught_;  // of themes
    mutable std::mutex looking_up_;      ///< guards what is worked out when it is asked
    mutable PhraseBook phrases_;
    mutable std::optional<std::vector<std::string>>
        phrase_words_;  ///< single ones of phrases, names that are looked up left out
    mutable std::optional<std::vector<std::string>> single_words_;

    const store::Catalog& catalog_;
    bool by_terms_ = false;  ///< names and situations of fiches are looked up
    std::size_t count_ = 0;  ///< of all situations
    std::vector<Situation>
        situations_;  ///< of fiches and what was taught, in this order; by terms, what was taught alone
    mutable std::unordered_map<std::string, std::size_t> counts_;  ///< by root, of those that are looked up
    std::unordered_map<std::string, std::vector<std::uint32_t>> situations_by_root_;
    void add_person(const std::string& id, const std::string& name);

    struct Person {
        std::string id;
        std::vector<std::string> words;
    };
    std::vector<Person> people_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> people_by_word_;
    std::unordered_map<std::string, std::string> acronyms_;  ///< folded → what they stand for
};

/// Acronyms of the field that are also words (AS, PASS), folded, parted by blanks.
std::string acronyms_that_are_words();

}  // namespace cafe::query
