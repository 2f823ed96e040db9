#include "view/one_file.hpp"

#include <algorithm>

#include "view/fiche.hpp"
#include "view/hours.hpp"
#include "view/urgent.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<Words, std::string> made_on{"{0}, au {1}", "{0}, {1}"};
constexpr Phrase<std::string> not_to_forward{"{} – ne pas transférer", "{} – do not forward"};
constexpr Phrase<> by_name{"De A à Z", "From A to Z"};
constexpr Phrase<> by_theme{"Qui fait quoi", "Who does what"};
constexpr Noun partner_noun{"partenaire", "partenaires", "partner", "partners"};

Section section_of(const Words& title, Lang lang, std::string anchor) {
    Section section;
    section.title = title.in(lang);
    section.anchor = std::move(anchor);
    return section;
}

Section names(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    std::vector<Text> all;
    for (const Listing& listing : directory.listings) all.push_back(short_entry(listing));
    Section section = section_of(by_name(), lang, "plan");
    section.blocks.push_back({items(std::move(all))});
    return section;
}

Text bearers(const Directory& directory, const std::string& theme) {
    std::vector<Text> all;
    for (const Listing* listing : directory.for_theme(theme))
        all.push_back(to_page(listing->name, {PageKind::fiche, listing->id}));
    return join(all, " · ");
}

// A family with its themes; one without has its partners itself.
Section family_section(const Directory& directory, const model::Family& family) {
    Section section;
    section.title = theme_label(directory, family.id);
    section.level = 3;
    section.anchor = "t-" + family.id;
    Facts facts;
    for (const model::Term& theme : family.children)
        if (directory.has_theme(theme.id))
            facts.rows.emplace_back(theme_label(directory, theme.id), bearers(directory, theme.id));
    if (facts.rows.empty())
        section.blocks.push_back({Paragraph{bearers(directory, family.id), Sign::none}});
    else
        section.blocks.push_back({std::move(facts)});
    return section;
}

Section themes(const Directory& directory) {
    Section section = section_of(by_theme(), directory.edition.lang, "themes");
    for (const model::Family& family : directory.edition.catalog.vocabulary().families)
        if (directory.has_theme(family.id)) section.blocks.push_back({family_section(directory, family)});
    return section;
}

template <class T>
bool is(const Block& block) {
    return std::holds_alternative<T>(block.is);
}

// The hours as a person is told them, instead of a table and of what it cannot say.
void write_out_hours(std::vector<Block>& blocks, const std::string& hours, Lang lang) {
    const auto week = std::find_if(blocks.begin(), blocks.end(), is<Week>);
    const auto days = hours_by_days(hours, lang);
    if (week == blocks.end() || !days) return;
    Facts facts;
    for (const auto& [when, times] : *days) facts.rows.emplace_back(when, plain(times));
    *week = {std::move(facts)};
    if (week + 1 != blocks.end() && is<Facts>(week[1])) blocks.erase(week + 1);
}

// Names alone of who else may help: what they do stands in their own fiche.
void shorten_see_also(Page& page) {
    for (Block& block : page.body) {
        auto* section = std::get_if<Section>(&block.is);
        if (section == nullptr || section->on_paper) continue;
        for (Block& list : section->blocks)
            if (auto* all = std::get_if<Items>(&list.is))
                for (Item& item : all->items)
                    std::erase_if(item.text, [](const Inline& run) { return run.text.starts_with(" – "); });
    }
}

// What is too heavy for a mail goes, what leads out of the file too.
Page in_short(Page page, const model::Partner& partner) {
    const auto heavy = [](const Block& block) { return is<QrCode>(block) || is<Map>(block) || is<Tags>(block); };
    std::erase_if(page.head, heavy);
    // What is to be done first; the other ways stand below, and so does the address.
    std::erase_if(page.head, is<AtHand>);
    std::erase_if(page.body, is<Actions>);
    for (Block& block : page.head)
        if (auto* actions = std::get_if<Actions>(&block.is))
            actions->actions.erase(actions->actions.begin() + 1, actions->actions.end());
    shorten_see_also(page);
    // In one column: how to send somebody there, how to reach them, what they do.
    auto at = page.body.begin();
    if (!page.body.empty() && is<Section>(page.body.front())) {
        auto& first = std::get<Section>(page.body.front().is);
        if (first.look == Look::guide) {
            first.look = Look::plain;
            first.anchor.clear();
            ++at;
        }
    }
    if (page.beside_title) page.side.insert(page.side.begin(), std::move(*page.beside_title));
    page.beside_title.reset();
    for (Section& section : page.side) {
        section.look = Look::plain;
        std::erase_if(section.blocks, heavy);
        write_out_hours(section.blocks, partner.hours, page.lang);
        if (!section.blocks.empty()) at = page.body.insert(at, {std::move(section)}) + 1;
    }
    page.side.clear();
    return page;
}

// Without areas: no page of the file is about one.
Page first_page(const Directory& directory) {
    Page page = home_page(directory);
    page.beside_title.reset();
    std::erase_if(page.body, [](const Block& block) {
        const auto* section = std::get_if<Section>(&block.is);
        return section != nullptr && section->anchor == "territoires";
    });
    for (Block& block : page.body)
        if (auto* section = std::get_if<Section>(&block.is); section != nullptr && section->anchor == "themes")
            section->anchor.clear();  // the list of the file has it
    return page;
}

}  // namespace

OneFile one_file(const Directory& directory) {
    const Edition& edition = directory.edition;
    OneFile made;
    made.home = first_page(directory);
    made.dated = made_on(count(directory.listings.size(), partner_noun), plain_date(edition.today).in(edition.lang))
                     .in(edition.lang);
    const std::string warning = warning_of(edition.reader, edition.lang);
    if (!warning.empty()) made.warning = not_to_forward(warning).in(edition.lang);
    if (auto numbers = all_emergency_numbers(directory)) made.urgent.push_back({std::move(*numbers)});
    made.lists.push_back(themes(directory));
    made.lists.push_back(names(directory));
    for (const auto& fiche : directory.fiches) made.fiches.push_back(in_short(fiche_page(directory, fiche), *fiche));
    return made;
}

}  // namespace cafe::view
