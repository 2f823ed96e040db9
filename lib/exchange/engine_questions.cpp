#include "exchange/engine_questions.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "exchange/fiches.hpp"
#include "query/ask.hpp"
#include "query/lexicon.hpp"
#include "view/understanding.hpp"

namespace cafe::exchange {

namespace {

constexpr std::int64_t answers_kept = 10;

// Fewer in a large notebook: each of them reads every fiche.
std::size_t how_many(std::size_t fiches) {
    constexpr std::size_t fewest = 12;
    constexpr std::size_t most = 300;
    constexpr std::size_t readings = 60'000;
    return std::clamp(readings / std::max<std::size_t>(fiches, 1), fewest, most);
}

// As people ask for what a fiche does: its name, a theme where it serves, the words of somebody in need.
std::vector<std::string> about(const Edition& edition, const store::Catalog& catalog,
                               const store::PartnerEntry& entry) {
    std::vector<std::string> asked{entry.value.name};
    const std::string where = entry.areas.empty() ? "" : " " + catalog.territory().name(entry.areas.front());
    for (const std::string& theme : entry.value.themes)
        asked.push_back(label_of(edition, model::VocabularyKind::themes, theme) + where);
    for (const model::Service& service : entry.value.services)
        for (const std::string& situation : service.situations) asked.push_back(situation + where);
    return asked;
}

std::vector<std::string> questions(const Edition& edition, const store::Catalog& catalog) {
    std::vector<std::string> all;
    std::set<std::string> known;
    for (const store::PartnerEntry& entry : catalog.partners())
        for (std::string& asked : about(edition, catalog, entry))
            if (known.insert(asked).second) all.push_back(std::move(asked));
    const std::size_t most = how_many(catalog.partners().size());
    if (all.size() <= most) return all;
    std::vector<std::string> spread;
    for (std::size_t i = 0; i < most; ++i) spread.push_back(std::move(all[i * all.size() / most]));
    return spread;
}

view::Data answers_of(const query::Answer& answer) {
    view::DataList answers;
    for (const query::Hit& hit : answer.hits) {
        if (answers.size() == answers_kept) break;
        answers.push_back(view::DataObject().put("partner", hit.partner).add("service", hit.service).done());
    }
    return answers;
}

}  // namespace

void engine_questions(const Edition& edition, const store::Catalog& catalog, const PutRow& put) {
    const query::Lexicon lexicon(catalog, catalog.taught());
    std::int64_t number = 0;
    for (const std::string& asked : questions(edition, catalog)) {
        const auto answer = query::ask(std::span(&asked, 1), catalog, lexicon, {}, {edition.today});
        // A place with several bearers is refused: nobody answers then, here or there.
        if (!answer || answer->query.empty()) continue;
        const view::Data understood =
            view::DataObject().put("asks", view::understanding(catalog, *answer, edition.today)).done();
        put("question", {++number, asked, edition.json(understood), answers_kept, edition.json(answers_of(*answer))});
    }
}

}  // namespace cafe::exchange
