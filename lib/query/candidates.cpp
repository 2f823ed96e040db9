#include "query/candidates.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "query/says.hpp"

namespace cafe::query {

namespace {

// What `Fiche::by_area` needs of a fiche, and no more than that.
class PlaceAsked {
public:
    PlaceAsked(const store::Catalog& catalog, const Query& query, const Clue& clue)
        : catalog_(catalog), clue_(clue), anywhere_(!is_served_alone(query, clue)) {}

    bool may_hold(const store::Sketch& fiche) {
        if (anywhere_) return true;
        const auto serves = [&](std::string_view area) { return serves_some(area); };
        return std::any_of(fiche.territory.begin(), fiche.territory.end(), serves) || is_named(fiche.name) ||
               std::any_of(fiche.aliases.begin(), fiche.aliases.end(),
                           [&](std::string_view alias) { return is_named(alias); });
    }

private:
    // By what a fiche serves and is called. Where it sits and what lies near is another matter, and so is a postcode by
    // itself.
    static bool is_served_alone(const Query& query, const Clue& clue) {
        const bool by_distance = clue.within || clue.relation == Relation::near || clue.relation == Relation::seat;
        const bool postcode = clue.area->kind == territory::AreaKind::postcode && query.clues.size() == 1;
        return !by_distance && !postcode;
    }
    [[nodiscard]] bool is_named(std::string_view name) const {
        return !clue_.sought.empty() && says_in_row(fold::words(name), clue_.sought);
    }
    // Records write the same few areas.
    bool serves_some(std::string_view written) {
        const auto [at, is_new] = serves_.try_emplace(written, false);
        if (!is_new) return at->second;
        const auto found = catalog_.territory().resolve(std::string(written), territory::Spoken::record);
        const auto* area = std::get_if<territory::AreaRef>(&found);
        at->second = area != nullptr && (catalog_.territory().contains(*area, *clue_.area) ||
                                         catalog_.territory().touches(*area, *clue_.area));
        return at->second;
    }

    const store::Catalog& catalog_;
    const Clue& clue_;
    bool anywhere_;
    std::unordered_map<std::string_view, bool> serves_;
};

class Candidates {
public:
    Candidates(const store::Catalog& catalog, const Query& query) {
        for (std::size_t clue = 0; clue < query.clues.size(); ++clue)
            if (query.clues[clue].kind == Clue::Kind::area)
                places_.emplace(clue, PlaceAsked(catalog, query, query.clues[clue]));
    }

    // One of its services may answer one part, another the next: more come through than answer.
    bool may_hold(const Expression& expression, const store::Sketch& fiche) {
        const auto may = [&](const Expression& part) { return may_hold(part, fiche); };
        switch (expression.kind) {
            case Expression::Kind::all: return std::all_of(expression.parts.begin(), expression.parts.end(), may);
            case Expression::Kind::any: return std::any_of(expression.parts.begin(), expression.parts.end(), may);
            case Expression::Kind::none: return true;
            case Expression::Kind::clue: break;
        }
        const auto place = places_.find(expression.clue);
        return place == places_.end() || place->second.may_hold(fiche);
    }

private:
    std::unordered_map<std::size_t, PlaceAsked> places_;
};

}  // namespace

std::vector<const store::PartnerEntry*> candidates(const store::Catalog& catalog, const Query& query) {
    Candidates candidates(catalog, query);
    return catalog.partners_that([&](const store::Sketch& fiche) { return candidates.may_hold(query.filter, fiche); });
}

}  // namespace cafe::query
