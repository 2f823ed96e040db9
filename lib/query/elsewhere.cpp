#include "query/elsewhere.hpp"

#include <algorithm>

#include "facts/release.hpp"
#include "facts/serves.hpp"
#include "facts/service.hpp"

namespace cafe::query {

namespace {

Expression without_places(const Expression& expression, const Query& query) {
    if (expression.kind == Expression::Kind::clue)
        return query.clues[expression.clue].kind == Clue::Kind::area ? Expression{} : expression;
    Expression kept = expression;
    for (Expression& part : kept.parts) part = without_places(part, query);
    return kept;
}

// Nothing of a confidential place tells its distance.
std::optional<Elsewhere::Nearest> nearest_of(const store::Catalog& catalog, const territory::AreaRef& place,
                                             const std::vector<Hit>& others) {
    std::optional<Elsewhere::Nearest> nearest;
    for (const Hit& hit : others) {
        const auto* entry = catalog.partner(hit.partner);
        const auto partner = facts::release_partner(catalog, hit.partner, {facts::Reader::own, false});
        if (entry == nullptr || !partner || hit.status != model::Status::active) continue;
        if (entry->value.address && entry->value.address->confidential.value_or(false)) continue;
        for (const territory::AreaRef& area : entry->areas) {
            const auto distance = catalog.territory().distance_km(area, place);
            if (distance && (!nearest || *distance < nearest->kilometres)) nearest = {hit.partner, *distance};
        }
    }
    return nearest;
}

void add_serving(const store::Catalog& catalog, Elsewhere& found) {
    const std::vector<model::Family>& families = catalog.vocabulary().families;
    std::vector<bool> named(families.size());
    for (const store::PartnerEntry& entry : catalog.partners()) {
        if (model::status_of(entry.value.status) == model::Status::closed) continue;
        const auto serves = [&](const std::vector<territory::AreaRef>& areas) {
            return facts::reach(catalog.territory(), areas, found.place).reach != facts::Reach::none;
        };
        if (!serves(entry.areas) && std::none_of(entry.service_areas.begin(), entry.service_areas.end(), serves))
            continue;
        ++found.serving;
        for (const std::string& theme : facts::all_themes(entry.value))
            if (const model::Family* family = catalog.vocabulary().family_of(theme))
                named[static_cast<std::size_t>(family - families.data())] = true;
    }
    for (std::size_t family = 0; family < named.size(); ++family)
        if (named[family]) found.families.push_back(family);
}

}  // namespace

std::optional<Elsewhere> elsewhere(const store::Catalog& catalog, const Query& query, const MatchOptions& options) {
    const auto place = std::find_if(query.clues.begin(), query.clues.end(),
                                    [](const Clue& clue) { return clue.kind == Clue::Kind::area; });
    if (place == query.clues.end()) return std::nullopt;
    Elsewhere found;
    found.place = *place->area;
    Query anywhere = query;
    anywhere.filter = without_places(query.filter, query);
    const auto others = match(catalog, anywhere, options);
    found.answering = others.size();
    found.nearest = nearest_of(catalog, found.place, others);
    add_serving(catalog, found);
    return found;
}

}  // namespace cafe::query
