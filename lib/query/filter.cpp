#include "query/filter.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "query/lexicon.hpp"
#include "query/match.hpp"

namespace cafe::query {

Result<std::vector<std::string>> filter(std::span<const std::string> words, const store::Catalog& catalog,
                                        model::RecordKind kind, std::string command) {
    if (std::all_of(words.begin(), words.end(), [](const std::string& word) { return text::trim(word).empty(); }))
        return select(catalog, {}, kind);
    const Lexicon lexicon(catalog);
    ParseOptions options;
    options.kind = kind;
    options.reading = Reading::filter;
    options.command = std::move(command);
    const auto parsed = parse(words, catalog, lexicon, options);
    if (!parsed) return parsed.error();
    return select(catalog, *parsed, kind);
}

}  // namespace cafe::query
