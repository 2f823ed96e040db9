// From a text to an area: names, short forms, codes, the notebook's own words. Nothing is guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "territory/atlas.hpp"
#include "territory/names.hpp"

namespace cafe::territory {

/// Folds the name of a place for the tables: as fold::place, "s/ Lot" as "sur Lot", "Agen Cedex 9" as "Agen".
std::string place_key(std::string_view text);

/// A word of the notebook for an area.
struct OwnWord {
    std::string key;    ///< folded
    std::string owner;  ///< the id of the own area; empty for an alias
    Spot means;
};

class Lookup {
public:
    /// The départements (rows) and the atlas of the notebook; the atlas must outlive the lookup.
    Lookup(const Atlas& atlas, std::vector<Index> departements);

    void add_word(std::string_view said, std::string owner, const Spot& means);
    /// Another word of the notebook that is folded alike.
    [[nodiscard]] bool has_word(std::string_view said) const;

    /// `without`: the id of an own area that must not answer, because it is the one that is being worked out.
    [[nodiscard]] Resolved resolve(std::string_view text, Spoken spoken, std::string_view without = {}) const;
    [[nodiscard]] Resolved resolve_address(std::string_view commune, std::string_view postcode) const;
    [[nodiscard]] std::optional<Match> area_at(std::span<const fold::Word> words, std::size_t start,
                                               Announced announced) const;

private:
    /// What is sought in the tables, and what it must be.
    struct Asked {
        std::string key;
        Said said = Said::nothing;
        bool article = false;  ///< one was taken off: then it is no commune, whose article belongs to the name
        std::optional<Index> departement;
        std::string five;  ///< an INSEE code or postcode that the commune must have
    };
    [[nodiscard]] static std::vector<Asked> readings(std::string_view key);
    [[nodiscard]] static std::vector<Asked> qualified(std::string_view text, std::string_view key);

    [[nodiscard]] std::optional<Resolved> by_prefix(std::string_view text, Spoken spoken) const;
    [[nodiscard]] std::optional<Resolved> by_bare_code(std::string_view text, Spoken spoken) const;
    [[nodiscard]] Resolved by_five_digits(std::string_view digits, Spoken spoken) const;
    [[nodiscard]] Resolved by_postcode(std::string_view postcode, Spoken spoken) const;
    [[nodiscard]] std::optional<Resolved> by_own_word(std::string_view key, std::string_view without) const;
    [[nodiscard]] std::optional<Resolved> by_own_id(std::string_view key, std::string_view without) const;
    [[nodiscard]] std::optional<Resolved> by_name(const std::vector<Asked>& asked, Spoken spoken) const;
    [[nodiscard]] std::optional<Resolved> by_loose_name(std::string_view key) const;
    [[nodiscard]] std::vector<Spot> bearers(const Asked& asked, bool in_notebook) const;
    [[nodiscard]] bool begins_only(const std::vector<Asked>& asked) const;
    [[nodiscard]] bool bearers_elsewhere_only(const std::vector<Asked>& asked) const;
    [[nodiscard]] std::vector<Spot> local_short_forms(const Asked& asked, const std::vector<Spot>& elsewhere) const;
    [[nodiscard]] Unresolved suggest(std::string_view key, Spoken spoken) const;

    [[nodiscard]] std::optional<Match> match(std::span<const fold::Word> run, Announced announced) const;

    /// A name that may be suggested. `letters` has a bit for each letter in it, so that most are ruled out unread.
    struct Suggested {
        std::string_view name;  ///< of the tables
        std::uint32_t letters = 0;
        Spot area;
        bool here = false;  ///< in the notebook's départements
    };
    [[nodiscard]] const std::vector<Suggested>& suggested() const;
    [[nodiscard]] bool in_notebook(const Spot& area) const;
    [[nodiscard]] Resolved one_or_all(const std::vector<Spot>& found) const;
    [[nodiscard]] std::vector<Candidate> candidates(const std::vector<Spot>& found) const;

    const Atlas* atlas_;
    std::vector<Index> departements_;  // sorted
    std::vector<OwnWord> words_;       // sorted by key
    // Made when the first name is unknown, which most notebooks never see, by whichever thread asks first.
    struct Suggestions {
        std::once_flag made;
        std::vector<Suggested> names;
    };
    std::unique_ptr<Suggestions> suggestions_ = std::make_unique<Suggestions>();
};

}  // namespace cafe::territory
