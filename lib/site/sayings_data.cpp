#include "site/sayings_data.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "query/understand.hpp"
#include "site/reader_data.hpp"
#include "site/search_codes.hpp"

namespace cafe::site {

namespace {

// What each acronym of the vocabulary stands for.
std::string acronyms(const model::Vocabulary& vocabulary) {
    return listed(vocabulary.acronyms, [](const model::Acronym& acronym) {
        return quoted(fold::text(acronym.letters) + "|" + fold::text(acronym.meaning));
    });
}

// What the themes of the recogniser are called, by which it is known whose business they usually are.
std::string called(const model::Vocabulary& vocabulary) {
    return listed(recognised_themes(), [&](std::string_view theme) {
        return quoted(fold::text(vocabulary.label(model::VocabularyKind::themes, theme).fr));
    });
}

// Where the kinds of organisation of the recogniser stand among the senses; -1 for one that nobody here is.
std::string kinds(const SearchIndex& index) {
    return listed(recognised_kinds(), [&](std::string_view kind) {
        const auto at = std::find_if(index.senses.begin(), index.senses.end(), [&](const SearchIndex::Sense& sense) {
            return sense.kind == query::MeaningKind::kind && sense.id == kind;
        });
        return at == index.senses.end() ? std::string("-1") : std::to_string(at - index.senses.begin());
    });
}

}  // namespace

std::string sayings_data(const view::Directory& directory, const SearchIndex& index, const std::string& held_at) {
    const model::Vocabulary& vocabulary = directory.edition.catalog.vocabulary();
    return fmt::format("SAYS={{\"s\":{},\n\"c\":{},\n\"v\":{},\n\"u\":{},\n\"m\":{},\n\"k\":{},\n\"n\":{}}};\n",
                       quoted(index.sayings), quoted(text::join(index.acronyms, " ")), acronyms(vocabulary),
                       called(vocabulary), kinds(index), query::near_kilometres, held_at);
}

}  // namespace cafe::site
