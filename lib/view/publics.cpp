#include "view/publics.hpp"

#include <algorithm>

namespace cafe::view {

namespace {

constexpr Phrase<> title{"Publics", "Publics"};
constexpr Phrase<> lead{"Partir de la personne : qui est là pour elle.",
                        "Start from the person: who is there for them."};
constexpr Phrase<> kicker{"Public", "Public"};
constexpr Phrase<std::string, std::string> described{"{} : {} qui les accueillent en particulier.",
                                                     "{}: {} that receive them in particular."};
constexpr Phrase<> for_all{"Ouverts à tous", "Open to everyone"};
constexpr Phrase<> by_theme{"Par thème", "By topic"};
constexpr std::string_view everyone = "tous-publics";

const std::vector<std::size_t>& stating(const Directory& directory, std::string_view id) {
    static const std::vector<std::size_t> nobody;
    const auto found = directory.listings_by_public.find(id);
    return found == directory.listings_by_public.end() ? nobody : found->second;
}

Section section_of(std::string heading, std::vector<Block> blocks) {
    Section section;
    section.title = std::move(heading);
    section.blocks = std::move(blocks);
    return section;
}

// Each family with those of the listings that answer for it, and their telephone: a line each.
Facts families(const Directory& directory, const std::vector<std::size_t>& listings) {
    const auto& vocabulary = directory.edition.catalog.vocabulary();
    Facts facts;
    for (std::size_t i = 0; i < vocabulary.families.size(); ++i) {
        std::vector<Text> names;
        for (const std::size_t position : listings) {
            const Listing& listing = directory.listings[position];
            if (std::find(listing.families.begin(), listing.families.end(), i) != listing.families.end())
                names.push_back(short_entry(listing));
        }
        if (!names.empty())
            facts.rows.emplace_back(theme_label(directory, vocabulary.families[i].id), join(names, "\n"));
    }
    return facts;
}

}  // namespace

Page publics_page(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    Page page;
    page.self = {PageKind::publics, ""};
    page.lang = lang;
    page.title = title().in(lang);
    page.lead = lead().in(lang);
    page.description = page.lead;
    std::vector<Text> entries;
    for (const std::string& id : directory.publics)
        entries.push_back(to_page(public_label(directory, id), {PageKind::one_public, id}) +
                          quiet(" – " + how_many(stating(directory, id).size(), lang)));
    if (!entries.empty()) page.body.push_back({items(std::move(entries))});
    return page;
}

Page public_page(const Directory& directory, std::string_view id) {
    const Lang lang = directory.edition.lang;
    const std::vector<std::size_t>& listings = stating(directory, id);
    const std::string partners = how_many(listings.size(), lang);
    Page page;
    page.self = {PageKind::one_public, std::string(id)};
    page.lang = lang;
    page.title = public_label(directory, id);
    page.kicker = kicker().in(lang);
    page.description = described(page.title, partners).in(lang);
    page.trail.emplace_back(title().in(lang), PageRef{PageKind::publics, ""});
    if (Facts by = families(directory, listings); by.rows.size() > 1)
        page.body.push_back({section_of(by_theme().in(lang), {{std::move(by)}})});
    std::vector<const Listing*> all;
    for (const std::size_t position : listings) all.push_back(&directory.listings[position]);
    page.body.push_back({section_of(partners, cards(directory, all))});
    if (id == everyone) return page;
    std::vector<Text> open;
    for (const std::size_t position : stating(directory, everyone))
        if (std::find(listings.begin(), listings.end(), position) == listings.end())
            open.push_back(short_entry(directory.listings[position]));
    if (!open.empty()) page.body.push_back({section_of(for_all().in(lang), lines_of(std::move(open), lang))});
    return page;
}

}  // namespace cafe::view
