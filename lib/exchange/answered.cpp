#include "exchange/answered.hpp"

#include <set>

#include "query/fiche.hpp"

namespace cafe::exchange {

namespace {

// The stated ones, their families, and all themes of a family that is stated.
std::set<std::string> asked_of(const model::Vocabulary& vocabulary, const std::vector<std::string>& stated) {
    std::set<std::string> asked;
    for (const std::string& theme : stated) {
        asked.insert(theme);
        if (const model::Family* family = vocabulary.family_of(theme)) asked.insert(family->id);
        if (const model::Family* family = vocabulary.family(theme))
            for (const model::Term& child : family->children) asked.insert(child.id);
    }
    return asked;
}

}  // namespace

std::vector<Answered> answered(const model::Vocabulary& vocabulary, const model::Partner& partner,
                               std::optional<std::size_t> service) {
    const bool own = service && !partner.services[*service].themes.empty();
    const auto& stated = own ? partner.services[*service].themes : partner.themes;
    const query::Level level = service                            ? query::Level::service
                               : query::parts_its_themes(partner) ? query::Level::fiche
                                                                  : query::Level::whole;
    std::vector<Answered> all;
    for (const std::string& theme : asked_of(vocabulary, stated))
        all.push_back({theme, query::how_surely(vocabulary, stated, theme), query::value_of(level), service && !own});
    return all;
}

}  // namespace cafe::exchange
