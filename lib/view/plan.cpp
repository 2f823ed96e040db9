#include <initializer_list>
#include <utility>

#include "view/area_lists.hpp"
#include "view/directory.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> plan_title{"Plan du site", "Site map"};
constexpr Phrase<> partners_title{"Partenaires", "Partners"};
constexpr Phrase<> themes_title{"Thèmes", "Topics"};
constexpr Phrase<> areas_title{"Territoires", "Areas"};
constexpr Phrase<> publics_title{"Publics", "Publics"};
constexpr Phrase<> closed_title{"Structures fermées", "Closed organisations"};
constexpr Phrase<> meetings_title{"Réunions", "Meetings"};
constexpr Phrase<> network_title{"Réseau", "Network"};
constexpr Phrase<> glossary_title{"Glossaire", "Glossary"};
constexpr Phrase<> about_title{"À propos de cet annuaire", "About this directory"};
constexpr Phrase<> legal_notice{"Mentions légales", "Legal notice"};
constexpr Phrase<> accessibility_title{"Accessibilité", "Accessibility"};
constexpr Phrase<> other_pages{"Autres pages", "Other pages"};

Block section_of(const Words& title, Lang lang, std::vector<Text> links) {
    Section section;
    section.title = title.in(lang);
    section.blocks.push_back({items(std::move(links))});
    return {std::move(section)};
}

}  // namespace

Page plan_page(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    Page page;
    page.self = {PageKind::plan, ""};
    page.lang = lang;
    page.title = plan_title().in(lang);
    std::vector<Text> partners;
    for (const Listing& listing : directory.listings)
        partners.push_back(to_page(listing.name, {PageKind::fiche, listing.id}));
    page.body.push_back(section_of(partners_title(), lang, std::move(partners)));
    std::vector<Text> themes;
    for (const std::string& theme : directory.themes)
        themes.push_back(to_page(theme_label(directory, theme), {PageKind::theme, theme}));
    page.body.push_back(section_of(themes_title(), lang, std::move(themes)));
    Section areas;
    areas.title = areas_title().in(lang);
    add_wide_areas(areas.blocks, directory, 3);
    add_narrow_areas(areas.blocks, directory, 3);
    page.body.push_back({std::move(areas)});
    std::vector<Text> publics;
    for (const std::string& one : directory.publics)
        publics.push_back(to_page(public_label(directory, one), {PageKind::one_public, one}));
    if (!publics.empty()) page.body.push_back(section_of(publics_title(), lang, std::move(publics)));
    std::vector<Text> closed;
    for (const auto& fiche : directory.closed) closed.push_back(to_page(fiche->name, {PageKind::fiche, fiche.id()}));
    if (!closed.empty()) page.body.push_back(section_of(closed_title(), lang, std::move(closed)));
    std::vector<Text> others;
    for (const auto& [words, kind] :
         std::initializer_list<std::pair<Words, PageKind>>{{meetings_title(), PageKind::meetings},
                                                           {network_title(), PageKind::network},
                                                           {glossary_title(), PageKind::glossary},
                                                           {about_title(), PageKind::about},
                                                           {legal_notice(), PageKind::legal_notice},
                                                           {accessibility_title(), PageKind::accessibility}})
        others.push_back(to_page(words.in(lang), {kind, ""}));
    page.body.push_back(section_of(other_pages(), lang, std::move(others)));
    return page;
}

}  // namespace cafe::view
