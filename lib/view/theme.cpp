#include "view/theme.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/vocabulary.hpp"
#include "view/urgent.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> kicker{"Thème", "Topic"};
constexpr Phrase<> all_themes{"Thèmes", "Topics"};
constexpr Phrase<> which_situation{"Quelle situation, qui appeler ?", "Which situation, whom to call?"};
constexpr Phrase<> situation_column{"Situation", "Situation"};
constexpr Phrase<> other_situations{"Autres situations", "Other situations"};
constexpr Phrase<> filter_them{"Les filtrer par commune ou par public dans la recherche",
                               "Filter them by place or public in the search"};
constexpr Phrase<> call_column{"Qui appeler", "Whom to call"};
constexpr Phrase<std::string, std::string> described{"{} : {}, qui appeler, comment orienter.",
                                                     "{}: {}, whom to call, how to refer."};
constexpr Phrase<> who_serves_where{"Qui intervient où", "Who serves where"};
constexpr Phrase<> area_column{"Territoire", "Area"};
constexpr Phrase<> partner_column{"Partenaire", "Partner"};
constexpr Phrase<> number_column{"Sur tout le territoire", "On the whole area"};
constexpr Phrase<> part_column{"Sur une partie", "On a part of it"};
constexpr Phrase<> at_home{"siège", "office"};
constexpr Phrase<> desk{"permanence", "desk"};
constexpr Phrase<> yes{"oui", "yes"};
constexpr Phrase<> partly{"en partie", "in part"};

Text contact_of(const Directory& directory, const Answer& answer) {
    const Listing& listing = directory.listings[answer.listing];
    Text text = to_page(listing.name, {PageKind::fiche, listing.id});
    if (!answer.phone.empty()) text = std::move(text) + plain(" ") + to_phone(answer.phone);
    std::vector<std::string> beside;
    if (!listing.mark.empty()) beside.push_back(listing.mark);
    if (!answer.where.empty()) beside.push_back(answer.where);
    if (!answer.delay.empty()) beside.push_back(answer.delay);
    if (!beside.empty()) text = std::move(text) + quiet(" – " + text::join(beside, " – "));
    return text;
}

// One row for each situation, however it was spelled; several partners may answer for it.
Table situations(const Directory& directory, const std::vector<const Answer*>& answers) {
    struct Row {
        std::string words;
        std::vector<Text> contacts;
        std::vector<std::size_t> listings;
    };
    std::map<std::string, Row> rows;
    for (const Answer* answer : answers) {
        Row& row = rows[fold::text(answer->situation)];
        if (row.words.empty()) row.words = capitalised(answer->situation);
        if (std::find(row.listings.begin(), row.listings.end(), answer->listing) != row.listings.end()) continue;
        row.listings.push_back(answer->listing);
        row.contacts.push_back(contact_of(directory, *answer));
    }
    const Lang lang = directory.edition.lang;
    Table table{which_situation().in(lang), {situation_column().in(lang), call_column().in(lang)}, {}};
    for (const auto& [folded, row] : rows) table.rows.push_back({plain(row.words), join(row.contacts, "\n")});
    return table;
}

// Of a family by its themes, each answer under the first of them that it is about; what is about none of them stands
// at the end.
std::vector<Block> situations_by_theme(const Directory& directory, const model::Family& family) {
    std::vector<std::vector<const Answer*>> groups(family.children.size() + 1);
    for (const Answer* answer : directory.answers_for(family.id)) {
        const auto about = std::find_if(family.children.begin(), family.children.end(), [&](const model::Term& child) {
            return std::find(answer->themes.begin(), answer->themes.end(), child.id) != answer->themes.end();
        });
        groups[static_cast<std::size_t>(about - family.children.begin())].push_back(answer);
    }
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].empty()) continue;
        const bool other = i == family.children.size();
        Section section;
        section.level = 3;
        section.title =
            other ? other_situations().in(directory.edition.lang) : theme_label(directory, family.children[i].id);
        section.anchor = other ? "autres" : "t-" + family.children[i].id;
        Table table = situations(directory, groups[i]);
        table.caption += " – " + section.title;
        section.blocks.push_back({std::move(table)});
        blocks.push_back({std::move(section)});
    }
    return blocks;
}

Text mark(Presence presence, Lang lang) {
    switch (presence) {
        case Presence::home: return {{at_home().in(lang), Tone::badge, {}}};
        case Presence::desk: return {{desk().in(lang), Tone::ribbon, {}}};
        case Presence::serves: return plain(yes().in(lang));
        case Presence::part: return quiet(partly().in(lang));
        case Presence::none: break;
    }
    return quiet("–");
}

// What each of the theme's partners is to an area; `listings` are in the order of the directory.
std::vector<Presence> presences(const Directory& directory, const std::vector<const Listing*>& listings,
                                const territory::AreaRef& area) {
    std::map<std::size_t, facts::ServedBy> serving;
    for (const Server& server : directory.serving(area)) serving.emplace(server.listing, server.by);
    std::vector<Presence> found;
    for (const Listing* listing : listings) {
        const auto by = serving.find(static_cast<std::size_t>(listing - directory.listings.data()));
        found.push_back(presence(directory, *listing, by == serving.end() ? facts::ServedBy{} : by->second, area));
    }
    return found;
}

// Areas × partners: a column for each partner while they are few, a row while they are some; beyond that numbers.
Table matrix(const Directory& directory, const std::vector<const Listing*>& listings) {
    constexpr std::size_t few = 7;
    constexpr std::size_t some = 40;
    const Lang lang = directory.edition.lang;
    const std::vector<territory::AreaRef> areas = matrix_areas(directory);
    Table table{who_serves_where().in(lang), {}, {}, listings.size() > few && listings.size() <= some};
    std::vector<std::vector<Presence>> found;
    for (const territory::AreaRef& area : areas) found.push_back(presences(directory, listings, area));
    if (listings.size() <= few) {
        table.columns.push_back(area_column().in(lang));
        for (const Listing* listing : listings) table.columns.push_back(listing->name);
        for (std::size_t i = 0; i < areas.size(); ++i) {
            std::vector<Text> row{area_link(directory, areas[i])};
            for (const Presence each : found[i]) row.push_back(mark(each, lang));
            table.rows.push_back(std::move(row));
        }
    } else if (listings.size() <= some) {
        table.columns.push_back(partner_column().in(lang));
        for (const territory::AreaRef& area : areas) table.columns.push_back(area_name(directory, area));
        for (std::size_t j = 0; j < listings.size(); ++j) {
            std::vector<Text> row{to_page(listings[j]->name, {PageKind::fiche, listings[j]->id})};
            for (std::size_t i = 0; i < areas.size(); ++i) row.push_back(mark(found[i][j], lang));
            table.rows.push_back(std::move(row));
        }
    } else {
        table.columns = {area_column().in(lang), number_column().in(lang), part_column().in(lang)};
        for (std::size_t i = 0; i < areas.size(); ++i) {
            const auto part = static_cast<std::size_t>(std::count(found[i].begin(), found[i].end(), Presence::part));
            const auto none = static_cast<std::size_t>(std::count(found[i].begin(), found[i].end(), Presence::none));
            table.rows.push_back({area_link(directory, areas[i]), plain(std::to_string(listings.size() - part - none)),
                                  plain(std::to_string(part))});
        }
    }
    return table;
}

Tags themes_of(const Directory& directory, const model::Family& family, std::size_t tint) {
    Tags tags;
    for (const model::Term& child : family.children)
        if (directory.has_theme(child.id))
            tags.tags.push_back({theme_label(directory, child.id), {PageKind::theme, child.id}, tint});
    return tags;
}

}  // namespace

// One flat table reads well while it is short.
std::vector<Block> situation_blocks(const Directory& directory, std::string_view theme) {
    const model::Family* family = directory.edition.catalog.vocabulary().family_of(theme);
    constexpr std::size_t short_enough = 12;
    const bool is_family = family != nullptr && family->id == theme;
    if (is_family && directory.answers_for(theme).size() > short_enough) return situations_by_theme(directory, *family);
    Table table = situations(directory, directory.answers_for(theme));
    if (table.rows.empty()) return {};
    return {{std::move(table)}};
}

Page theme_page(const Directory& directory, std::string_view theme) {
    const model::Vocabulary& vocabulary = directory.edition.catalog.vocabulary();
    const model::Family* family = vocabulary.family_of(theme);
    const std::vector<const Listing*> listings = directory.for_theme(theme);
    Page page;
    page.self = {PageKind::theme, std::string(theme)};
    page.lang = directory.edition.lang;
    page.title = theme_label(directory, theme);
    page.kicker = kicker().in(page.lang);
    const std::string partners = how_many(listings.size(), page.lang);
    page.description = described(page.title, partners).in(page.lang);
    page.trail.emplace_back(all_themes().in(page.lang), PageRef{PageKind::themes, ""});
    const bool child = family != nullptr && family->id != theme;
    if (child) page.trail.emplace_back(theme_label(directory, family->id), PageRef{PageKind::theme, family->id});

    if (auto numbers = emergency_numbers_of(directory, theme)) page.head.push_back({std::move(*numbers)});
    if (family != nullptr && !child) {
        const auto tint = static_cast<std::size_t>(family - vocabulary.families.data());
        if (Tags below = themes_of(directory, *family, tint); !below.tags.empty())
            page.head.push_back({std::move(below)});
    }
    if (auto blocks = situation_blocks(directory, theme); !blocks.empty()) {
        Section section;
        section.title = which_situation().in(page.lang);
        section.blocks = std::move(blocks);
        page.body.push_back({std::move(section)});
    }
    Section section;
    section.title = partners;
    section.anchor = "partenaires";
    const PageRef asked = child ? search_for(page.title, "", "") : search_for("", std::string(theme), "");
    section.blocks.push_back({Paragraph{to_page(filter_them().in(page.lang), asked), Sign::none}});
    for (Block& block : cards(directory, listings)) section.blocks.push_back(std::move(block));
    page.body.push_back({std::move(section)});
    if (Table where = matrix(directory, listings); where.rows.size() > 1) {
        Section matrix_section;
        matrix_section.title = where.caption;
        matrix_section.anchor = "territoires";
        matrix_section.blocks.push_back({std::move(where)});
        page.body.push_back({std::move(matrix_section)});
    }
    return page;
}

}  // namespace cafe::view
