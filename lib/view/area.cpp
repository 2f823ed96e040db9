#include "view/area.hpp"

#include <algorithm>

#include "view/map.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using territory::AreaKind;
using territory::AreaRef;

constexpr Phrase<> all_areas{"Territoires", "Areas"};
constexpr Phrase<> on_the_map{"Sur la carte", "On the map"};
constexpr Phrase<> by_theme{"Par thème", "By topic"};
constexpr Phrase<> on_the_spot{"Sur place", "On the spot"};
constexpr Phrase<> come_too{"Interviennent aussi ici", "Also serve this place"};
constexpr Phrase<> serve_here{"Interviennent ici", "Serve this place"};
constexpr Phrase<> in_part{"Une partie seulement", "A part only"};
constexpr Phrase<> with_desks{"Y tiennent une permanence", "Hold a desk here"};
constexpr Phrase<> nobody_here{"Ce que personne ne couvre ici", "What nobody covers here"};
constexpr Phrase<> nobody_wholly{"Personne n’intervient dans tout ce territoire pour ces thèmes :",
                                 "Nobody serves the whole of this area for these topics:"};
constexpr Phrase<> in_part_only{"en partie", "in part"};
constexpr Phrase<std::string> serving{"{} pour tout ce territoire.", "{} for the whole of this area."};
constexpr Phrase<std::string, std::size_t, std::size_t> serving_here{
    "{} pour tout ce territoire ; sur place : {}, en permanence : {}.",
    "{} for the whole of this area; on the spot: {}, with a desk: {}."};
constexpr Phrase<std::string> described{"Qui aide à {}, par thème.", "Who helps in {}, by topic."};

struct Serving {
    const Listing* listing;
    AreaRef by;
};

// Everybody who serves the area, sorted into those who do so wholly and in part, each in the order of the directory.
struct Served {
    std::vector<const Listing*> here;    // the address is inside the area
    std::vector<const Listing*> desks;   // receive people inside it, from elsewhere
    std::vector<const Listing*> wholly;  // serve all of it from elsewhere
    std::vector<Serving> partly;
    std::size_t all = 0;  // serve all of it, from wherever
};

// "Here" means little in an area as wide as a département.
bool is_wide(const AreaRef& area) {
    return area.kind == AreaKind::departement || area.kind == AreaKind::region || area.kind == AreaKind::country;
}

Served served(const Directory& directory, const AreaRef& area) {
    const territory::Territory& territory = directory.edition.catalog.territory();
    Served found;
    for (const Server& server : directory.serving(area)) {
        const Listing& listing = directory.listings[server.listing];
        const facts::ServedBy& by = server.by;
        if (by.reach == facts::Reach::all) ++found.all;
        const auto inside = [&](const AreaRef& site) { return !is_wide(area) && territory.contains(area, site); };
        if (listing.home && inside(*listing.home))
            found.here.push_back(&listing);
        else if (std::any_of(listing.desks.begin(), listing.desks.end(), inside))
            found.desks.push_back(&listing);
        else if (by.reach == facts::Reach::all)
            found.wholly.push_back(&listing);
        else
            found.partly.push_back({&listing, by.by});
    }
    return found;
}

// Each family with those who are on the spot, then those who serve the whole area from elsewhere.
Facts families(const Directory& directory, const Served& found) {
    const auto& vocabulary = directory.edition.catalog.vocabulary();
    Facts facts;
    for (std::size_t i = 0; i < vocabulary.families.size(); ++i) {
        std::vector<Text> entries;
        for (const std::vector<const Listing*>* some : {&found.here, &found.desks, &found.wholly})
            for (const Listing* listing : *some)
                if (std::find(listing->families.begin(), listing->families.end(), i) != listing->families.end())
                    entries.push_back(to_page(listing->name, {PageKind::fiche, listing->id}));
        if (!entries.empty())
            facts.rows.emplace_back(theme_label(directory, vocabulary.families[i].id), join(entries, ", "));
    }
    return facts;
}

// The families that somebody in the directory answers for, and nobody in the whole of this area; with those who do in
// a part of it.
Items gaps(const Directory& directory, const Served& found) {
    const auto& families = directory.edition.catalog.vocabulary().families;
    std::vector<bool> covered(families.size());
    for (const std::vector<const Listing*>* some : {&found.here, &found.desks, &found.wholly})
        for (const Listing* listing : *some)
            for (const std::size_t family : listing->families) covered[family] = true;
    std::vector<Text> entries;
    for (std::size_t i = 0; i < families.size(); ++i) {
        if (covered[i] || !directory.has_theme(families[i].id)) continue;
        Text entry = to_page(theme_label(directory, families[i].id), {PageKind::theme, families[i].id});
        std::vector<Text> partly;
        for (const Serving& serving_part : found.partly) {
            const auto& own = serving_part.listing->families;
            if (std::find(own.begin(), own.end(), i) != own.end())
                partly.push_back(to_page(serving_part.listing->name, {PageKind::fiche, serving_part.listing->id}));
        }
        if (!partly.empty())
            entry = std::move(entry) + quiet(" – " + in_part_only().in(directory.edition.lang) + " : ") +
                    join(partly, ", ");
        entries.push_back(std::move(entry));
    }
    return items(std::move(entries));
}

Section section_of(const Words& title, Lang lang, Block block) {
    Section section;
    section.title = title.in(lang);
    section.blocks.push_back(std::move(block));
    return section;
}

}  // namespace

Page area_page(const Directory& directory, const AreaRef& area) {
    const Lang lang = directory.edition.lang;
    const Served found = served(directory, area);
    Page page;
    page.self = {PageKind::area, directory.areas.at(area)};
    page.lang = lang;
    page.title = area_name(directory, area);
    page.kicker = capitalised(directory.edition.catalog.territory().kind_name(area).in(lang));
    page.description = described(page.title).in(lang);
    page.trail.emplace_back(all_areas().in(lang), PageRef{PageKind::areas, ""});
    const std::string partners = how_many(found.all, lang);
    if (auto map = area_map(directory, area)) {
        page.beside_title = section_of(on_the_map(), lang, {std::move(*map)});
        page.beside_title->look = Look::panel;
    }
    const bool somebody_here = !found.here.empty() || !found.desks.empty();
    page.lead = somebody_here ? serving_here(partners, found.here.size(), found.desks.size()).in(lang)
                              : serving(partners).in(lang);

    const auto add_cards = [&](const Words& title, const std::vector<const Listing*>& listings) {
        if (listings.empty()) return;
        Cards cards;
        for (const Listing* listing : listings) cards.cards.push_back(card(directory, *listing));
        page.body.push_back({section_of(title, lang, {std::move(cards)})});
    };
    add_cards(on_the_spot(), found.here);
    add_cards(with_desks(), found.desks);
    if (Facts by = families(directory, found); !by.rows.empty())
        page.body.push_back({section_of(by_theme(), lang, {std::move(by)})});
    if (!found.wholly.empty()) {
        std::vector<Text> entries;
        for (const Listing* listing : found.wholly) entries.push_back(short_entry(*listing));
        const Words title = somebody_here ? come_too() : serve_here();
        page.body.push_back({section_of(title, lang, {items(std::move(entries))})});
    }
    if (!found.partly.empty()) {
        std::vector<Text> entries;
        for (const Serving& serving_part : found.partly)
            entries.push_back(short_entry(*serving_part.listing) + quiet(" – ") +
                              area_link(directory, serving_part.by));
        page.body.push_back({section_of(in_part(), lang, {items(std::move(entries))})});
    }
    if (Items missing = gaps(directory, found); !missing.items.empty()) {
        Section section = section_of(nobody_here(), lang, {Paragraph{plain(nobody_wholly().in(lang)), Sign::none}});
        section.anchor = "manques";
        section.blocks.push_back({std::move(missing)});
        page.body.push_back({std::move(section)});
    }
    return page;
}

}  // namespace cafe::view
