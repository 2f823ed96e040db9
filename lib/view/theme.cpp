#include "view/theme.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/vocabulary.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> kicker{"Thème", "Topic"};
constexpr Phrase<> all_themes{"Thèmes", "Topics"};
constexpr Phrase<> which_situation{"Quelle situation, qui appeler ?", "Which situation, whom to call?"};
constexpr Phrase<> situation_column{"Situation", "Situation"};
constexpr Phrase<> call_column{"Qui appeler", "Whom to call"};
constexpr Phrase<std::string, std::string> described{"{} : {}, qui appeler, comment orienter.",
                                                     "{}: {}, whom to call, how to refer."};
constexpr Phrase<> emergency{"En urgence : ", "In an emergency: "};

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
Table situations(const Directory& directory, std::string_view theme) {
    struct Row {
        std::string words;
        std::vector<Text> contacts;
        std::vector<std::size_t> listings;
    };
    std::map<std::string, Row> rows;
    for (const Answer* answer : directory.answers_for(theme)) {
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

std::optional<Notice> emergency_numbers(const Directory& directory, std::string_view theme) {
    const model::Vocabulary& vocabulary = directory.edition.catalog.vocabulary();
    std::vector<Text> numbers;
    for (const model::EmergencyNumber& number : vocabulary.emergency)
        if (std::any_of(number.themes.begin(), number.themes.end(),
                        [&](const std::string& stated) { return vocabulary.answers(stated, theme); }))
            numbers.push_back(to_phone(number.number) + plain(" " + number.name));
    if (numbers.empty()) return std::nullopt;
    return Notice{{strong(emergency().in(directory.edition.lang)) + join(numbers, " · ")}};
}

Tags themes_of(const Directory& directory, const model::Family& family, std::size_t tint) {
    Tags tags;
    for (const model::Term& child : family.children)
        if (directory.has_theme(child.id))
            tags.tags.push_back({theme_label(directory, child.id), {PageKind::theme, child.id}, tint});
    return tags;
}

}  // namespace

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

    if (auto numbers = emergency_numbers(directory, theme)) page.head.push_back({std::move(*numbers)});
    if (family != nullptr && !child) {
        const auto tint = static_cast<std::size_t>(family - vocabulary.families.data());
        if (Tags below = themes_of(directory, *family, tint); !below.tags.empty())
            page.head.push_back({std::move(below)});
    }
    if (Table table = situations(directory, theme); !table.rows.empty()) {
        Section section;
        section.title = table.caption;
        section.blocks.push_back({std::move(table)});
        page.body.push_back({std::move(section)});
    }
    Cards cards;
    for (const Listing* listing : listings) cards.cards.push_back(card(directory, *listing));
    Section section;
    section.title = partners;
    section.blocks.push_back({std::move(cards)});
    page.body.push_back({std::move(section)});
    return page;
}

}  // namespace cafe::view
