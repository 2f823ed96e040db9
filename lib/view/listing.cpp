#include "view/listing.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/url.hpp"
#include "facts/freshness.hpp"
#include "model/values.hpp"
#include "model/vocabulary.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using model::VocabularyKind;
using territory::AreaKind;
using territory::AreaRef;

constexpr Phrase<std::string> suspended_until{"interrompu jusqu’au {}", "suspended until {}"};
constexpr Phrase<std::string> suspended_from{"interrompu à partir du {}", "suspended from {}"};
constexpr Phrase<> suspended{"interrompu en ce moment", "suspended at present"};
constexpr Phrase<std::string> was_checked{"Vérifiée le {}", "Checked on {}"};
constexpr Phrase<std::string> due_again{"À revérifier (vérifiée le {})", "Due to be checked again (checked on {})"};
constexpr Phrase<> not_checked{"Jamais vérifiée", "Never checked"};
constexpr Phrase<std::size_t> the_others{"Afficher la suite ({})", "Show more ({})"};
constexpr std::size_t most_cards = 60;
constexpr Noun partner_noun{"partenaire", "partenaires", "partner", "partners"};

}  // namespace

const Listing* Directory::find(std::string_view id) const {
    const auto at = by_id.find(id);
    return at == by_id.end() ? nullptr : &listings[at->second];
}

const territory::Outline& Directory::outline(const AreaRef& area) const {
    static const territory::Outline unknown;
    const auto found = outlines.find(area);
    return found == outlines.end() ? unknown : found->second;
}

bool Directory::has_theme(std::string_view id) const {
    return std::find(themes.begin(), themes.end(), id) != themes.end();
}

bool Directory::has_public(std::string_view id) const {
    return std::find(publics.begin(), publics.end(), id) != publics.end();
}

const std::vector<Server>& Directory::serving(const AreaRef& area) const {
    static const std::vector<Server> nobody;
    const auto found = servers.find(area);
    return found == servers.end() ? nobody : found->second;
}

std::vector<const Listing*> Directory::for_theme(std::string_view id) const {
    std::vector<const Listing*> found;
    if (const auto at = listings_by_theme.find(id); at != listings_by_theme.end())
        for (const std::size_t position : at->second) found.push_back(&listings[position]);
    return found;
}

std::vector<const Answer*> Directory::answers_for(std::string_view theme) const {
    std::vector<const Answer*> found;
    if (const auto at = answers_by_theme.find(theme); at != answers_by_theme.end())
        for (const std::size_t position : at->second) found.push_back(&answers[position]);
    return found;
}

std::string how_many(std::size_t partners, Lang lang) {
    return count(partners, partner_noun).in(lang);
}

std::string kind_and_name(const Edition& edition, const model::Partner& partner) {
    const std::string kind = edition.catalog.vocabulary().label(VocabularyKind::kinds, partner.kind).in(edition.lang);
    if (partner.short_name.empty() || partner.short_name == kind) return kind;
    return kind.empty() ? partner.short_name : kind + " · " + partner.short_name;
}

std::string suspension_mark(const model::Partner& partner, const Date& today, Lang lang) {
    if (model::status_of(partner.status) != model::Status::suspended) return {};
    if (!partner.suspension) return suspended().in(lang);
    const auto& [from, until, reason] = *partner.suspension;
    if (until && *until < today) return {};
    if (from && *from > today) return suspended_from(plain_date(*from).in(lang)).in(lang);
    return until ? suspended_until(plain_date(*until).in(lang)).in(lang) : suspended().in(lang);
}

std::string title_of(const model::Settings& settings) {
    return settings.publish && !settings.publish->title.empty() ? settings.publish->title : settings.name;
}

std::string warning_of(facts::Reader reader, Lang lang) {
    static constexpr Phrase<> for_partners{"Édition des partenaires : ne pas diffuser",
                                           "Partners’ edition: do not pass on"};
    return reader == facts::Reader::everyone ? std::string() : for_partners().in(lang);
}

std::string theme_label(const Directory& directory, std::string_view theme) {
    return directory.edition.catalog.vocabulary().label(VocabularyKind::themes, theme).in(directory.edition.lang);
}

std::string public_label(const Directory& directory, std::string_view id) {
    return directory.edition.catalog.vocabulary().label(VocabularyKind::publics, id).in(directory.edition.lang);
}

std::vector<AreaRef> matrix_areas(const Directory& directory) {
    constexpr std::size_t most = 40;
    std::vector<AreaRef> found;
    for (const AreaKind kind : {AreaKind::epci, AreaKind::own, AreaKind::commune}) {
        found.clear();
        for (const auto& [area, key] : directory.areas)
            if (area.kind == kind) found.push_back(area);
        if (found.size() >= 2) break;
    }
    std::vector<std::tuple<std::string, std::string, std::size_t>> names;
    for (std::size_t i = 0; i < found.size(); ++i)
        names.emplace_back(fold::text(area_name(directory, found[i])), found[i].code, i);
    std::sort(names.begin(), names.end());
    if (names.size() > most) names.resize(most);
    std::vector<AreaRef> sorted;
    for (const auto& [name, code, at] : names) sorted.push_back(found[at]);
    return sorted;
}

Presence presence(const Directory& directory, const Listing& listing, const facts::ServedBy& by, const AreaRef& area) {
    const territory::Territory& territory = directory.edition.catalog.territory();
    const auto inside = [&](const AreaRef& site) { return territory.contains(area, site); };
    if (listing.home && inside(*listing.home)) return Presence::home;
    if (std::any_of(listing.desks.begin(), listing.desks.end(), inside)) return Presence::desk;
    if (by.reach == facts::Reach::none) return Presence::none;
    return by.reach == facts::Reach::all ? Presence::serves : Presence::part;
}

std::string area_name(const Directory& directory, const AreaRef& area) {
    return directory.edition.catalog.territory().name(area);
}

std::vector<Tag> family_tags(const Directory& directory, const Listing& listing) {
    std::vector<Tag> tags;
    for (const std::size_t family : listing.families) {
        const std::string& id = directory.edition.catalog.vocabulary().families[family].id;
        tags.push_back({theme_label(directory, id), {PageKind::theme, id}, family});
    }
    return tags;
}

Card card(const Directory& directory, const Listing& listing) {
    Card card;
    card.page = {PageKind::fiche, listing.id};
    card.kicker = listing.kicker;
    card.name = listing.name;
    card.text = listing.summary;
    card.mark = capitalised(listing.mark);
    card.tags = family_tags(directory, listing);
    if (!listing.phone.empty()) card.lines.push_back({to_phone(listing.phone), Sign::phone});
    if (!listing.commune.empty()) card.lines.push_back({plain(listing.commune), Sign::place});
    if (!listing.areas.empty() && listing.areas != listing.commune)
        card.lines.push_back({plain(listing.areas), Sign::none});
    card.lines.push_back({plain(listing.checked), Sign::none});
    return card;
}

std::vector<Block> cards(const Directory& directory, const std::vector<const Listing*>& listings) {
    Cards first;
    std::vector<Text> others;
    for (const Listing* listing : listings) {
        if (first.cards.size() < most_cards)
            first.cards.push_back(card(directory, *listing));
        else
            others.push_back(short_entry(*listing));
    }
    std::vector<Block> blocks{{std::move(first)}};
    if (!others.empty()) {
        const std::string words = the_others(others.size()).in(directory.edition.lang);
        blocks.push_back({Folded{words, {{items(std::move(others))}}}});
    }
    return blocks;
}

std::vector<Block> lines_of(std::vector<Text> entries, Lang lang) {
    if (entries.size() <= most_cards) return {{items(std::move(entries))}};
    const auto rest = entries.begin() + most_cards;
    std::vector<Text> others(std::make_move_iterator(rest), std::make_move_iterator(entries.end()));
    entries.erase(rest, entries.end());
    const std::string words = the_others(others.size()).in(lang);
    return {{items(std::move(entries))}, {Folded{words, {{items(std::move(others))}}}}};
}

PageRef search_for(const std::string& words, const std::string& family, const std::string& area) {
    std::vector<std::string> asked;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) asked.push_back(std::string(name) + "=" + url_encoded(value));
    };
    add("q", words);
    add("t", family);
    add("a", area);
    return {PageKind::home, text::join(asked, "&")};
}

Words checked_on(const std::string& day) {
    return was_checked(day);
}
Words check_again(const std::string& day) {
    return due_again(day);
}
Words never_checked() {
    return not_checked();
}

std::string checked_in_words(const Edition& edition, const model::Partner& partner) {
    const auto fresh = facts::freshness(partner, edition.catalog.settings(), edition.today);
    if (!fresh.verified) return not_checked().in(edition.lang);
    const std::string day = plain_date(*fresh.verified).in(edition.lang);
    return (fresh.stale ? due_again(day) : was_checked(day)).in(edition.lang);
}

Text area_link(const Directory& directory, const AreaRef& area) {
    const auto page = directory.areas.find(area);
    if (page == directory.areas.end()) return plain(area_name(directory, area));
    return to_page(area_name(directory, area), {PageKind::area, page->second});
}

Text short_entry(const Listing& listing) {
    Text text = to_page(listing.name, {PageKind::fiche, listing.id});
    if (!listing.mark.empty()) text = std::move(text) + quiet(" (" + listing.mark + ")");
    if (!listing.phone.empty()) text = std::move(text) + plain(" ") + to_phone(listing.phone);
    return text;
}

Text venue_line(const model::Venue& venue) {
    std::vector<Text> parts;
    for (const std::string* part : {&venue.name, &venue.street, &venue.commune})
        if (!part->empty()) parts.push_back(plain(*part));
    return join(parts, ", ");
}

}  // namespace cafe::view
