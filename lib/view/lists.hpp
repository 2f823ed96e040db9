// What `cafe list` lists: records, words of the vocabularies, areas, each with the columns that people see.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "model/fields.hpp"
#include "store/catalog.hpp"
#include "territory/area.hpp"
#include "view/record_list.hpp"

namespace cafe::view {

struct MadeList {
    RecordList list;
    std::size_t of = 0;  ///< how many there are in all
};

/// What is made of each record that is listed: nothing but its id, the columns that people see, or its tree, of which
/// programs are told.
enum class Wanted { ids, columns, trees };

/// Partners, people or cafés of these ids, as their own network may see them.
MadeList list_of(const store::Catalog& catalog, model::RecordKind kind, const std::vector<std::string>& ids, Lang lang,
                 Wanted wanted);

/// Every word of a vocabulary, with how many partners say it.
MadeList list_of_words(const store::Catalog& catalog, model::VocabularyKind kind, Lang lang);
MadeList list_of_acronyms(const store::Catalog& catalog, Lang lang);

/// The official areas of one level in the notebook's départements, by name; without a level the network's own, then
/// those that partners serve.
MadeList list_of_areas(const store::Catalog& catalog, std::optional<territory::AreaKind> level, Lang lang);

/// Keys that programs may ask of words and areas, which are no records of their own.
const model::Shape& listed_word_shape();

}  // namespace cafe::view
