#include "view/booklet.hpp"

#include <set>

#include "view/fiche.hpp"
#include "view/urgent.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> what_it_is{"Livret des partenaires", "Booklet of the partners"};
constexpr Phrase<Words, std::string> counted_on{"{0}, au {1}", "{0}, {1}"};
constexpr Noun fiche_noun{"fiche", "fiches", "record", "records"};
constexpr Phrase<> by_name{"Par nom", "By name"};
constexpr Phrase<> by_theme{"Par thème", "By topic"};
constexpr Phrase<> number_column{"N°", "No."};
constexpr Phrase<> name_column{"Partenaire", "Partner"};
constexpr Phrase<> phone_column{"Téléphone", "Telephone"};
constexpr Phrase<> theme_column{"Thème", "Topic"};
constexpr Phrase<> fiches_column{"Fiches", "Records"};

// Positions in the directory, which is in the order of names.
std::vector<std::size_t> chosen(const Directory& directory, const std::vector<std::string>& ids) {
    std::set<std::size_t> positions;
    for (const std::string& id : ids)
        if (const auto at = directory.by_id.find(id); at != directory.by_id.end()) positions.insert(at->second);
    return {positions.begin(), positions.end()};
}

Section list_of_names(const Directory& directory, const std::vector<std::size_t>& positions) {
    const Lang lang = directory.edition.lang;
    Table table{by_name().in(lang), {number_column().in(lang), name_column().in(lang), phone_column().in(lang)}, {}};
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const Listing& listing = directory.listings[positions[i]];
        Text name = to_page(listing.name, {PageKind::fiche, listing.id});
        if (!listing.mark.empty()) name = std::move(name) + quiet(" – " + listing.mark);
        table.rows.push_back({plain(std::to_string(i + 1)), std::move(name),
                              listing.phone.empty() ? plain("") : to_phone(listing.phone)});
    }
    Section section;
    section.title = table.caption;
    section.blocks.push_back({std::move(table)});
    return section;
}

// Themes alone, not their families: a family would only say again what stands below it.
Section list_of_themes(const Directory& directory, const std::vector<std::size_t>& positions) {
    const Lang lang = directory.edition.lang;
    const model::Vocabulary& vocabulary = directory.edition.catalog.vocabulary();
    Table table{by_theme().in(lang), {theme_column().in(lang), fiches_column().in(lang)}, {}};
    for (const std::string& theme : directory.themes) {
        const model::Family* family = vocabulary.family_of(theme);
        if (family != nullptr && family->id == theme && !family->children.empty()) continue;
        const std::vector<const Listing*> listings = directory.for_theme(theme);
        const std::set<const Listing*> answering(listings.begin(), listings.end());
        std::vector<Text> fiches;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const Listing& listing = directory.listings[positions[i]];
            if (!answering.contains(&listing)) continue;
            fiches.push_back(to_page(std::to_string(i + 1) + " " + listing.name, {PageKind::fiche, listing.id}));
        }
        if (!fiches.empty()) table.rows.push_back({plain(theme_label(directory, theme)), join(fiches, " · ")});
    }
    Section section;
    section.title = table.caption;
    section.blocks.push_back({std::move(table)});
    return section;
}

}  // namespace

Booklet booklet(const Directory& directory, const std::vector<std::string>& ids) {
    const Edition& edition = directory.edition;
    const std::vector<std::size_t> positions = chosen(directory, ids);
    Booklet made;
    made.lang = edition.lang;
    made.title = title_of(edition.catalog.settings());
    made.subtitle = what_it_is().in(made.lang);
    made.dated = counted_on(count(positions.size(), fiche_noun), plain_date(edition.today).in(made.lang)).in(made.lang);
    made.warning = warning_of(edition.reader, made.lang);
    if (auto numbers = all_emergency_numbers(directory)) made.head.push_back({std::move(*numbers)});
    made.contents.push_back(list_of_names(directory, positions));
    if (Section themes = list_of_themes(directory, positions); !std::get<Table>(themes.blocks.front().is).rows.empty())
        made.contents.push_back(std::move(themes));
    for (const std::size_t position : positions)
        made.fiches.push_back(fiche_page(directory, directory.fiches[position]));
    return made;
}

}  // namespace cafe::view
