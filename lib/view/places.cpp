#include "view/places.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "facts/service.hpp"
#include "meetings/attendance.hpp"
#include "meetings/event.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using facts::PlacesCount;

constexpr facts::Disclosure own{facts::Reader::own, false};
constexpr facts::Disclosure partners{facts::Reader::partners, false};

constexpr Phrase<> to_be_asked{"à demander", "to be asked"};
constexpr Phrase<Words> to_be_asked_of{"à demander ({} en tout)", "to be asked ({} in all)"};
constexpr Noun places_noun{"place", "places", "place", "places"};
constexpr Phrase<> in_a_part{"sur une partie de la période", "for a part of the period"};
constexpr Phrase<> counted_today{"compté aujourd'hui", "counted today"};
constexpr Phrase<> counted_yesterday{"compté hier", "counted yesterday"};
constexpr Phrase<int> counted_ago{"compté il y a {} jours", "counted {} days ago"};
constexpr Phrase<Words> counted_ahead{"compté le {}, un jour à venir", "counted on {}, a day to come"};
constexpr Phrase<> never_counted{"jamais compté", "never counted"};
constexpr Phrase<> right_now{"en ce moment", "now"};
constexpr Phrase<Words, Words> from_until{"du {} au {}", "{} to {}"};
constexpr Phrase<Words> from_on{"à partir du {}", "from {}"};
constexpr Phrase<Words> until_then{"jusqu'au {}", "until {}"};
constexpr Phrase<std::string, std::string> in_period{"{} {}", "{} {}"};
constexpr Phrase<std::string, Words> as_counted{"{}, au {}", "{}, on {}"};

constexpr Phrase<> sheet_title{"Places libres : le tour de table", "Free places: the round table"};
constexpr Phrase<> how_to{"Demander à chacun, écrire ce qu'il dit ; le recopier ensuite par « cafe places set ».",
                          "Ask each of them, write down what they say; type it afterwards with 'cafe places set'."};
constexpr Phrase<> partner_title{"Structure, service", "Organisation, service"};
constexpr Phrase<> last_title{"La dernière fois", "Last time"};
constexpr Phrase<> places_title{"Places", "Places"};
constexpr Phrase<> free_title{"Libres", "Free"};
constexpr Phrase<> waiting_title{"En attente", "Waiting"};
constexpr Phrase<> period_title{"Périodes à venir : du… au…, combien", "Periods to come: from… to…, how many"};

std::string name_of(const facts::Released<model::Partner>& partner) {
    return partner->name.empty() ? partner.id() : partner->name;
}

}  // namespace

std::string places_in_words(const PlacesCount& count, Lang lang) {
    if (count.means == PlacesCount::Means::ask)
        return (count.places ? to_be_asked_of(cafe::count(static_cast<std::size_t>(*count.places), places_noun))
                             : to_be_asked())
            .in(lang);
    // How many there are in all is of every day, not of a period.
    std::string words =
        numbers_of_places(count.free, count.from || count.until ? std::nullopt : count.places, count.waiting, lang);
    return count.means == PlacesCount::Means::part ? words + ", " + in_a_part().in(lang) : words;
}

std::string counted_in_words(const std::optional<Date>& as_of, const Date& today, Lang lang) {
    if (!as_of) return never_counted().in(lang);
    const int days = today.days_since_1970() - as_of->days_since_1970();
    if (days < 0) return counted_ahead(plain_date(*as_of)).in(lang);
    if (days == 0) return counted_today().in(lang);
    return (days == 1 ? counted_yesterday() : counted_ago(days)).in(lang);
}

std::string period_in_words(const facts::Period& period, Lang lang) {
    if (period.from && period.until) return from_until(plain_date(*period.from), plain_date(*period.until)).in(lang);
    if (period.from) return from_on(plain_date(*period.from)).in(lang);
    if (period.until) return until_then(plain_date(*period.until)).in(lang);
    return right_now().in(lang);
}

std::string openings_in_words(const std::vector<model::Opening>& openings, const model::Settings& settings,
                              const Date& today, Lang lang) {
    std::vector<std::string> parts;
    for (const model::Opening& opening : openings) {
        if (opening.until && *opening.until < today) continue;
        const bool shown = opening.free && facts::is_fresh_count(opening.as_of, settings, today);
        const std::string words =
            shown ? numbers_of_places(opening.free, std::nullopt, std::nullopt, lang) : to_be_asked().in(lang);
        std::string part = in_period(words, period_in_words({opening.from, opening.until}, lang)).in(lang);
        if (shown) part = as_counted(part, plain_date(*opening.as_of)).in(lang);
        parts.push_back(opening.note.empty() ? part : part + " (" + opening.note + ")");
    }
    return text::join(parts, " ; ");
}

std::string places_of_service(const model::Service& service, const model::Settings& settings, const Date& today,
                              Lang lang) {
    std::string words = service.capacity ? capacity_in_words(*service.capacity, settings, today, lang) : "";
    const std::string periods = openings_in_words(service.openings, settings, today, lang);
    return words.empty() || periods.empty() ? words + periods : words + " ; " + periods;
}

Text aging_places(const model::Service& service, const model::Settings& settings, const Date& today, Lang lang) {
    std::string words = places_of_service(service, settings, today, lang);
    if (words.empty()) return {};
    std::optional<Date> last;
    const auto count = [&](const std::optional<Date>& counted) {
        if (!facts::is_fresh_count(counted, settings, today)) return;
        const Date until = facts::last_fresh_day(*counted, settings);
        if (!last || until < *last) last = until;
    };
    if (service.capacity) count(service.capacity->as_of);
    for (const model::Opening& opening : service.openings) count(opening.as_of);
    Text text = plain(std::move(words));
    if (last) text.front().aging = Aging{*last, places_of_service(service, settings, last->plus_days(1), lang)};
    return text;
}

std::vector<PlacesCount> places_of_hits(const store::Catalog& catalog, const std::vector<query::Hit>& hits,
                                        const facts::Period& period, const Date& today) {
    std::vector<PlacesCount> all;
    for (const query::Hit& hit : hits)
        if (const auto partner = facts::release_partner(catalog, hit.partner, own))
            for (PlacesCount& count : facts::places_of(*partner, hit.service, period, catalog.settings(), today))
                all.push_back(std::move(count));
    facts::sort_by_meaning(all);
    return all;
}

std::vector<PlacesCount> places_of_all(const store::Catalog& catalog, const facts::Period& period, const Date& today) {
    std::vector<std::pair<std::string, query::Hit>> open;
    for (const store::PartnerEntry& entry : catalog.partners()) {
        if (model::status_of(entry.value.status) == model::Status::closed) continue;
        query::Hit hit;
        hit.partner = entry.id;
        open.emplace_back(fold::text(entry.value.name), std::move(hit));
    }
    std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<query::Hit> hits;
    for (auto& [name, hit] : open) hits.push_back(std::move(hit));
    return places_of_hits(catalog, hits, period, today);
}

std::string number_to_ask(const store::Catalog& catalog, const std::string& partner, const std::string& service,
                          const Date& today) {
    const auto released = facts::release_partner(catalog, partner, own);
    if (!released) return {};
    std::optional<model::Referral> referral = (*released)->referral;
    for (const model::Service& one : (*released)->services)
        if (one.id == service && !service.empty()) referral = facts::effective(**released, one).referral;
    if (referral && referral->professionals && !referral->professionals->phone.empty())
        return referral->professionals->phone;
    return facts::whom_to_call(catalog, *released, service, "", today).phone;
}

std::optional<Page> places_sheet(const store::Catalog& catalog, const std::string& meeting, const Date& today,
                                 Lang lang) {
    const model::Meeting* known = catalog.meeting(meeting);
    if (known == nullptr) return std::nullopt;
    Table table;
    table.caption = sheet_title().in(lang);
    for (const auto& title : {partner_title, last_title, places_title, free_title, waiting_title, period_title})
        table.columns.push_back(title().in(lang));
    std::vector<std::string> met;
    for (const meetings::Expected& one : meetings::expected_at(catalog, meeting, today)) {
        if (one.partner.empty() || std::find(met.begin(), met.end(), one.partner) != met.end()) continue;
        met.push_back(one.partner);
        const auto partner = facts::release_partner(catalog, one.partner, partners);
        if (!partner || model::status_of((*partner)->status) == model::Status::closed) continue;
        for (const model::Service& service : (*partner)->services) {
            if (!service.capacity && service.openings.empty()) continue;
            const model::Capacity counted = service.capacity.value_or(model::Capacity{});
            std::string last = numbers_of_places(counted.free, counted.places, counted.waiting, lang);
            last += (last.empty() ? "" : ", ") + counted_in_words(counted.as_of, today, lang);
            table.rows.push_back({plain(name_of(*partner) + ", " + (service.name.empty() ? service.id : service.name)),
                                  plain(last),
                                  plain(counted.places ? std::to_string(*counted.places) : ""),
                                  {},
                                  {},
                                  plain(openings_in_words(service.openings, catalog.settings(), today, lang))});
        }
    }
    if (table.rows.empty()) return std::nullopt;
    Page page;
    page.self = {PageKind::handout, ""};
    page.lang = lang;
    page.title = sheet_title().in(lang);
    const std::string when = known->date ? ", " + long_date(*known->date).in(lang) : "";
    page.body.push_back({Paragraph{plain(meetings::convener(catalog, *known) + when)}});
    page.body.push_back({std::move(table)});
    page.body.push_back({Paragraph{plain(how_to().in(lang))}});
    return page;
}

}  // namespace cafe::view
