#include "view/area.hpp"

#include <algorithm>
#include <set>

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
constexpr Phrase<> nobody_at_all{"Personne du réseau n’intervient ici, même en partie, pour :",
                                 "Nobody of the network serves this place, not even a part of it, for:"};
constexpr Phrase<> only_in_part{"En partie :", "In part:"};
constexpr Phrase<Words> and_more{"… et {}", "… and {}"};
constexpr Noun others{"autre", "autres", "other", "others"};
constexpr Phrase<> nobody_serves_all{"Personne n’intervient dans tout ce territoire.",
                                     "Nobody serves the whole of this area."};
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
    std::set<const Listing*> all;  // serve all of it, from wherever
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
        if (by.reach == facts::Reach::all) found.all.insert(&listing);
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

bool does(const Listing& listing, std::size_t family) {
    return std::find(listing.families.begin(), listing.families.end(), family) != listing.families.end();
}

struct ByFamily {
    Facts served;  // with those who serve the whole area, first who are on the spot; then those who serve a part of it
    Tags gaps;     // that somebody in the directory answers for, and nobody here
};

// The first few with their telephone, a line each; for the others the search.
Text who_serves(const Directory& directory, const std::vector<const Listing*>& listings, const std::string& family,
                const AreaRef& area) {
    constexpr std::size_t few = 5;
    std::vector<Text> lines;
    for (std::size_t i = 0; i < listings.size() && i < few; ++i) lines.push_back(short_entry(*listings[i]));
    if (listings.size() > few)
        lines.push_back(to_page(and_more(count(listings.size() - few, others)).in(directory.edition.lang),
                                search_for("", family, directory.areas.at(area))));
    return join(lines, "\n");
}

ByFamily by_family(const Directory& directory, const Served& found, const AreaRef& area) {
    const auto& families = directory.edition.catalog.vocabulary().families;
    ByFamily made;
    for (std::size_t i = 0; i < families.size(); ++i) {
        const std::string label = theme_label(directory, families[i].id);
        std::vector<const Listing*> wholly;
        std::vector<const Listing*> partly;
        const auto take = [&](const Listing& listing) {
            if (does(listing, i)) (found.all.count(&listing) > 0 ? wholly : partly).push_back(&listing);
        };
        for (const std::vector<const Listing*>* some : {&found.here, &found.desks, &found.wholly})
            for (const Listing* listing : *some) take(*listing);
        for (const Serving& part : found.partly) take(*part.listing);
        Text all = who_serves(directory, wholly, families[i].id, area);
        if (!partly.empty()) {
            const std::string before = all.empty() ? "" : "\n";
            all = std::move(all) + quiet(before + only_in_part().in(directory.edition.lang) + "\n") +
                  who_serves(directory, partly, families[i].id, area);
        }
        if (!all.empty())
            made.served.rows.emplace_back(label, std::move(all));
        else if (directory.has_theme(families[i].id))
            made.gaps.tags.push_back({label, {PageKind::theme, families[i].id}, i});
    }
    return made;
}

Section section_of(const Words& title, Lang lang, std::vector<Block> blocks) {
    Section section;
    section.title = title.in(lang);
    section.blocks = std::move(blocks);
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
    const std::string partners = how_many(found.all.size(), lang);
    if (auto map = area_map(directory, area)) {
        page.beside_title = section_of(on_the_map(), lang, {{std::move(*map)}});
        page.beside_title->look = Look::panel;
    }
    const bool somebody_here = !found.here.empty() || !found.desks.empty();
    page.lead = somebody_here       ? serving_here(partners, found.here.size(), found.desks.size()).in(lang)
                : found.all.empty() ? nobody_serves_all().in(lang)
                                    : serving(partners).in(lang);

    const auto add_cards = [&](const Words& title, const std::vector<const Listing*>& listings) {
        if (!listings.empty()) page.body.push_back({section_of(title, lang, cards(directory, listings))});
    };
    // First what a question is about, needs that nobody meets and those that somebody does; then who they are.
    ByFamily by = by_family(directory, found, area);
    if (!by.gaps.tags.empty()) {
        Section section = section_of(nobody_here(), lang, {{Paragraph{plain(nobody_at_all().in(lang)), Sign::none}}});
        section.anchor = "manques";
        section.blocks.push_back({std::move(by.gaps)});
        page.head.push_back({std::move(section)});
    }
    if (!by.served.rows.empty()) page.head.push_back({section_of(by_theme(), lang, {{std::move(by.served)}})});
    add_cards(on_the_spot(), found.here);
    add_cards(with_desks(), found.desks);
    if (!found.wholly.empty()) {
        std::vector<Text> entries;
        for (const Listing* listing : found.wholly) entries.push_back(short_entry(*listing));
        const Words title = somebody_here ? come_too() : serve_here();
        page.body.push_back({section_of(title, lang, lines_of(std::move(entries), lang))});
    }
    if (!found.partly.empty()) {
        std::vector<Text> entries;
        for (const Serving& serving_part : found.partly)
            entries.push_back(short_entry(*serving_part.listing) + quiet(" – ") +
                              area_link(directory, serving_part.by));
        page.body.push_back({section_of(in_part(), lang, lines_of(std::move(entries), lang))});
    }
    return page;
}

}  // namespace cafe::view
