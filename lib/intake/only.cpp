#include "intake/only.hpp"

#include <fmt/format.h>

#include <memory>
#include <set>

#include "edit/create.hpp"
#include "query/lexicon.hpp"
#include "query/match.hpp"
#include "query/query.hpp"
#include "store/amend.hpp"
#include "store/catalog.hpp"
#include "yaml/parse.hpp"

namespace cafe::intake {

using model::RecordKind;

Result<std::vector<bool>> kept_by_query(const store::Book& book, const std::string& question_asked,
                                        const std::vector<Value>& records) {
    std::vector<bool> kept(records.size(), true);
    store::Book as_it_became;
    as_it_became.root = book.root;
    as_it_became.settings = book.settings;
    as_it_became.areas = book.areas;
    as_it_became.network = book.network;
    as_it_became.vocabulary = book.vocabulary;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string id = fmt::format("r{:07}", i);
        const std::string text = edit::create(RecordKind::partner, records[i]);
        yaml::Parsed parsed = yaml::parse(text, "");
        if (!parsed.root) continue;
        const store::Ref ref{RecordKind::partner, id};
        auto source =
            std::make_shared<store::Source>(store::Source{ref, store::path_of(ref), text, std::move(*parsed.root)});
        as_it_became.sources.push_back(source);
        store::place(source, as_it_became);
    }
    const store::Catalog catalog(std::move(as_it_became));
    const query::Lexicon words(catalog);
    const std::vector<std::string> question{question_asked};
    const auto query = query::parse(question, catalog, words, {});
    if (!query) return query.error();
    const auto selected = query::select(catalog, *query);
    const std::set<std::string> ids(selected.begin(), selected.end());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = ids.contains(fmt::format("r{:07}", i));
    return kept;
}

}  // namespace cafe::intake
