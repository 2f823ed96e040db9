#include "view/dead_ends.hpp"

#include <algorithm>
#include <vector>

#include "facts/serves.hpp"
#include "facts/service.hpp"
#include "view/urgent.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> partners_trail{"Partenaires", "Partners"};
constexpr Phrase<> has_closed{"Cette structure a fermé : n’y envoyez plus personne.",
                              "This organisation has closed: send nobody there any more."};
constexpr Phrase<> instead{"À qui s’adresser", "Whom to ask instead"};
constexpr Phrase<> missing_title{"Cette page n’existe pas", "There is no such page"};
constexpr Phrase<> missing_lead{"Elle a peut-être changé d’adresse, ou la structure a fermé.",
                                "It may have moved, or the organisation has closed."};
constexpr Phrase<> go_on{"Pour continuer", "Where to go on"};
constexpr Phrase<> to_search{"Chercher un partenaire, un besoin, une commune", "Search for a partner, a need, a place"};
constexpr Phrase<> to_themes{"Partir d’un thème", "Start from a topic"};
constexpr Phrase<> to_areas{"Partir d’un territoire", "Start from an area"};
constexpr Phrase<> to_all{"Toutes les pages et tous les partenaires, de A à Z", "All pages and partners, from A to Z"};

// How well a partner stands in for one that closed: the themes that both have, where both are.
struct Stand {
    const Listing* listing;
    bool named = false;  // by the closed fiche itself
    std::size_t themes = 0;
    facts::Reach reach = facts::Reach::none;
};

std::vector<const Listing*> who_stands_in(const Directory& directory, const facts::Released<model::Partner>& closed) {
    constexpr std::size_t most = 6;
    const store::PartnerEntry* entry = directory.edition.catalog.partner(closed.id());
    const std::vector<std::string> themes = facts::all_themes(*closed);
    std::vector<Stand> all;
    for (const Listing& listing : directory.listings) {
        Stand stand{&listing};
        const auto& also = closed->see_also;
        stand.named = closed->parent == listing.id || std::find(also.begin(), also.end(), listing.id) != also.end();
        stand.themes = static_cast<std::size_t>(std::count_if(themes.begin(), themes.end(), [&](const auto& theme) {
            return std::find(listing.themes.begin(), listing.themes.end(), theme) != listing.themes.end();
        }));
        if (entry != nullptr)
            for (const territory::AreaRef& area : entry->areas)
                stand.reach = std::max(stand.reach,
                                       facts::reach(directory.edition.catalog.territory(), listing.served, area).reach);
        if (stand.named || (stand.themes > 0 && stand.reach != facts::Reach::none)) all.push_back(stand);
    }
    std::stable_sort(all.begin(), all.end(), [](const Stand& a, const Stand& b) {
        if (a.named != b.named) return a.named;
        return a.themes != b.themes ? a.themes > b.themes : a.reach > b.reach;
    });
    if (all.size() > most) all.resize(most);
    std::vector<const Listing*> listings;
    for (const Stand& stand : all) listings.push_back(stand.listing);
    return listings;
}

Section section_of(const Words& title, Lang lang, std::vector<Block> blocks) {
    Section section;
    section.title = title.in(lang);
    section.blocks = std::move(blocks);
    return section;
}

Section ways_on(Lang lang) {
    return section_of(
        go_on(), lang,
        {{items(
            {to_page(to_search().in(lang), {PageKind::home, ""}), to_page(to_themes().in(lang), {PageKind::themes, ""}),
             to_page(to_areas().in(lang), {PageKind::areas, ""}), to_page(to_all().in(lang), {PageKind::plan, ""})})}});
}

}  // namespace

Page closed_page(const Directory& directory, const facts::Released<model::Partner>& closed) {
    Page page;
    page.self = {PageKind::fiche, closed.id()};
    page.lang = directory.edition.lang;
    page.title = closed->name;
    page.kicker = kind_and_name(directory.edition, *closed);
    page.lead = closed->summary;
    page.description = has_closed().in(page.lang);
    page.trail.emplace_back(partners_trail().in(page.lang), PageRef{PageKind::home, ""});
    page.head.push_back({Notice{{strong(has_closed().in(page.lang))}}});
    if (const auto listings = who_stands_in(directory, closed); !listings.empty())
        page.body.push_back({section_of(instead(), page.lang, cards(directory, listings))});
    page.body.push_back({ways_on(page.lang)});
    return page;
}

Page missing_page(const Directory& directory) {
    Page page;
    page.self = {PageKind::missing, ""};
    page.lang = directory.edition.lang;
    page.title = missing_title().in(page.lang);
    page.lead = missing_lead().in(page.lang);
    page.description = page.title;
    if (auto numbers = all_emergency_numbers(directory)) page.head.push_back({std::move(*numbers)});
    page.body.push_back({ways_on(page.lang)});
    return page;
}

}  // namespace cafe::view
