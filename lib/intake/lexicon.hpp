// The words of a notebook as an import meets them: themes, publics, kinds, fees, communes, organisations.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/import_mapping.hpp"
#include "model/vocabulary.hpp"
#include "store/book.hpp"
#include "territory/territory.hpp"

namespace cafe::intake {

/// A word that was looked up: what it means, or that it is known to say nothing, or what is written nearly like it.
struct Looked {
    std::string id;
    bool nothing = false;  ///< known, and it says nothing
    std::string nearest;
};

class Lexicon {
public:
    Lexicon(const store::Book& book, const territory::Territory& territory);

    /// A theme, public or kind by its id, label, synonym, acronym or code of data·inclusion; exactly, folded.
    [[nodiscard]] Looked term(model::VocabularyKind kind, std::string_view written,
                              const std::vector<model::ImportWord>& of_column,
                              const std::vector<model::ImportWord>& learnt) const;
    /// free, paid, conditional.
    [[nodiscard]] Looked fee(std::string_view written, const std::vector<model::ImportWord>& of_column,
                             const std::vector<model::ImportWord>& learnt) const;
    /// The terms whose label or synonym of two words or more, or of one long word, stands in a text, each once.
    [[nodiscard]] std::vector<std::string> terms_in(model::VocabularyKind kind, std::string_view text) const;

    /// The term that the most words of a text say, of equals the first; empty: none.
    [[nodiscard]] std::string term_in(model::VocabularyKind kind, std::string_view text) const;

    struct Commune {
        std::string name;  ///< as INSEE writes it; empty: not found
        std::string code;  ///< INSEE
        std::vector<std::string> postcodes;
        std::vector<std::string> candidates;  ///< of a name that several bear
        bool by_postcode = false;             ///< the name is a hamlet's or a district's: the postcode alone says it
    };
    [[nodiscard]] Commune commune(const std::string& words, const std::string& postcode) const;
    [[nodiscard]] Commune commune_by_code(const std::string& insee) const;
    /// An area as people say it, as it is written in a record; nothing where none is meant.
    [[nodiscard]] std::optional<std::string> area(const std::string& words) const;

    /// The fiche of an organisation's name: by what the mapping learnt, an id, a name, short name or alias; else none.
    [[nodiscard]] std::string partner(std::string_view name, const std::vector<model::ImportWord>& learnt) const;

private:
    using Index = std::unordered_map<std::string, std::string>;
    [[nodiscard]] const Index& index_of(model::VocabularyKind kind) const;
    struct Spoken {
        std::string id;
        std::size_t words = 0;
    };
    /// Each term that words of a text say, in order.
    [[nodiscard]] std::vector<Spoken> spoken_in(model::VocabularyKind kind, std::string_view text) const;

    const model::Vocabulary& vocabulary_;
    const territory::Territory& territory_;
    Index themes_;
    Index publics_;
    Index kinds_;
    Index fees_;
    Index partners_;
    mutable std::unordered_map<std::string, Commune> communes_;
    mutable std::unordered_map<std::string, std::optional<std::string>> areas_;
    mutable std::unordered_map<std::string, std::string> nearest_;
};

}  // namespace cafe::intake
