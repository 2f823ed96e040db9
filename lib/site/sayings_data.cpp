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

// What themes are called, by which it is known whose business they usually are.
std::string called(const model::Vocabulary& vocabulary, const std::vector<std::string_view>& themes) {
    return listed(themes, [&](std::string_view theme) {
        return quoted(fold::text(vocabulary.label(model::VocabularyKind::themes, theme).fr));
    });
}

/// What a notebook was taught, as the edition may show it.
struct Taught {
    std::vector<std::string_view> themes = recognised_themes();  ///< then those that were taught besides
    std::vector<std::string> of_themes;                          ///< "PLACE|phrase": the place in `themes`
    std::vector<std::string> of_fiches;                          ///< "PLACE|phrase": the place among the fiches
};

Taught taught(const view::Directory& directory, const SearchIndex& index) {
    Taught all;
    const auto place = [](const auto& list, const auto& is) {
        return static_cast<std::size_t>(std::find_if(list.begin(), list.end(), is) - list.begin());
    };
    for (const store::Taught& line : directory.edition.catalog.taught()) {
        const std::string phrase = "|" + plain_text(line.phrase);
        const std::size_t fiche =
            place(directory.listings, [&](const view::Listing& listing) { return listing.id == line.target; });
        if (fiche < directory.listings.size()) all.of_fiches.push_back(std::to_string(fiche) + phrase);
        if (place(index.senses, [&](const SearchIndex::Sense& sense) {
                return sense.kind == query::MeaningKind::theme && sense.id == line.target;
            }) == index.senses.size())
            continue;
        const std::size_t theme = place(all.themes, [&](std::string_view id) { return id == line.target; });
        if (theme == all.themes.size()) all.themes.emplace_back(line.target);
        all.of_themes.push_back(std::to_string(theme) + phrase);
    }
    return all;
}

// Where themes stand among the senses; -1 for one that is none.
std::string senses_of(const std::vector<std::string_view>& themes, const SearchIndex& index) {
    return listed(themes, [&](std::string_view theme) {
        const auto at = std::find_if(index.senses.begin(), index.senses.end(), [&](const SearchIndex::Sense& sense) {
            return sense.kind == query::MeaningKind::theme && sense.id == theme;
        });
        return at == index.senses.end() ? std::string("-1") : std::to_string(at - index.senses.begin());
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
    const Taught lines = taught(directory, index);
    return fmt::format(
        "SAYS={{\"s\":{},\n\"c\":{},\n\"v\":{},\n\"u\":{},\n\"m\":{},\n\"k\":{},\n\"n\":{},\n\"t\":{},\n\"f\":{},"
        "\n\"j\":{}}};\n",
        quoted(index.sayings), quoted(text::join(index.acronyms, " ")), acronyms(vocabulary),
        called(vocabulary, lines.themes), kinds(index), query::near_kilometres, held_at, texts(lines.of_themes),
        texts(lines.of_fiches), senses_of(lines.themes, index));
}

}  // namespace cafe::site
