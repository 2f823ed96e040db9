// Themes, publics and kinds that the vocabulary does not know.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "check/inspection.hpp"
#include "model/vocabulary.hpp"

namespace cafe::check {

/// Looks at terms on the walk. What is proposed for an unknown word is sought once for each distinct word.
class TermCheck {
public:
    explicit TermCheck(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
    void value(const store::Met& met, Report& report);

private:
    const std::string& proposal(model::VocabularyKind kind, const std::string& written);

    const model::Vocabulary& vocabulary_;
    std::map<std::pair<model::VocabularyKind, std::string>, std::string> proposals_;  // empty: nothing near
    std::size_t sought_ = 0;
};

}  // namespace cafe::check
