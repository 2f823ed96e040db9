#include "view/meetings.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "base/words.hpp"
#include "meetings/event.hpp"
#include "model/values.hpp"
#include "view/hours.hpp"
#include "view/minutes.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using Meeting = facts::Released<model::Meeting>;

constexpr Phrase<> title{"Réunions", "Meetings"};
constexpr Phrase<> lead{"Les rencontres à venir, et ce qui s’est dit aux précédentes.",
                        "The meetings to come, and what was said at those before."};
constexpr Phrase<> public_lead{"Les rencontres à venir et les précédentes.", "The meetings to come and those before."};
constexpr Phrase<> coming{"À venir", "To come"};
constexpr Phrase<> past{"Passées", "Past"};
constexpr Phrase<> nothing_planned{"Aucune rencontre n’est annoncée pour l’instant.", "No meeting is announced yet."};
constexpr Phrase<> when_column{"Quand", "When"};
constexpr Phrase<> what_column{"Quoi", "What"};
constexpr Phrase<> who_column{"Café", "Café"};
constexpr Phrase<> where_column{"Où", "Where"};
constexpr Phrase<> called_off{"annulée", "called off"};
constexpr Phrase<> put_off{"reportée", "postponed"};
constexpr Phrase<> feed{"Les réunions dans votre agenda (.ics)", "The meetings in your calendar (.ics)"};
constexpr Phrase<std::string> from_to{", {}", ", {}"};

bool is_over(const Meeting& meeting, const Date& today) {
    return meeting->status == "held" || *meeting->date < today;
}

bool is_off(const Meeting& meeting) {
    return meeting->status == "cancelled" || meeting->status == "postponed";
}

// Those with a date, earliest first.
std::vector<Meeting> dated(const Directory& directory) {
    const Edition& edition = directory.edition;
    std::vector<Meeting> meetings;
    for (const auto& entry : edition.catalog.meetings()) {
        auto meeting = facts::release_meeting(edition.catalog, entry.id, {edition.reader, false});
        if (meeting && (*meeting)->date && model::is_id(store::own_id(entry.id)))
            meetings.push_back(std::move(*meeting));
    }
    std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
        return std::tuple(*a->date, a->start, a.id()) < std::tuple(*b->date, b->start, b.id());
    });
    return meetings;
}

Text place_of(const Directory& directory, const Meeting& meeting) {
    const Edition& edition = directory.edition;
    std::optional<model::Venue> venue = meeting->place;
    if (!venue)
        if (const auto cafe = facts::release_cafe(edition.catalog, meeting->cafe, {edition.reader, false}))
            venue = (*cafe)->place;
    return venue ? venue_line(*venue) : Text{};
}

Text name_of(const Directory& directory, const Meeting& meeting, const std::set<std::string>& linked) {
    const Lang lang = directory.edition.lang;
    // Beside its day, a meeting without a title is its café's.
    const std::string words = meeting->title.empty() ? meetings::convener(directory.edition.catalog, *meeting)
                                                     : meeting_title(*meeting).in(lang);
    Text text = linked.count(meeting.id()) > 0 ? to_page(words, {PageKind::minutes, meeting.id()}) : plain(words);
    if (meeting->status == "cancelled") text = std::move(text) + quiet(" (" + called_off().in(lang) + ")");
    if (meeting->status == "postponed") text = std::move(text) + quiet(" (" + put_off().in(lang) + ")");
    return text;
}

Text day_of(const Meeting& meeting, Lang lang, bool with_hour) {
    Text day = plain(capitalised(long_date(*meeting->date).in(lang)));
    if (with_hour && !meeting->start.empty())
        day = std::move(day) + plain(from_to(time_in_words(meeting->start, lang)).in(lang));
    return day;
}

Section section_of(const Words& heading, Lang lang, Block block, std::string anchor) {
    Section section;
    section.title = heading.in(lang);
    section.anchor = std::move(anchor);
    section.blocks.push_back(std::move(block));
    return section;
}

Block coming_table(const Directory& directory, const std::vector<Meeting>& meetings,
                   const std::set<std::string>& linked) {
    const Lang lang = directory.edition.lang;
    Table table;
    table.caption = coming().in(lang);
    table.columns = {when_column().in(lang), what_column().in(lang), where_column().in(lang)};
    for (const Meeting& meeting : meetings)
        if (!is_over(meeting, directory.edition.today))
            table.rows.push_back(
                {day_of(meeting, lang, true), name_of(directory, meeting, linked), place_of(directory, meeting)});
    if (table.rows.empty()) return {Paragraph{plain(nothing_planned().in(lang)), Sign::none}};
    return {std::move(table)};
}

// Latest first; one that was called off never took place.
Table past_table(const Directory& directory, const std::vector<Meeting>& meetings,
                 const std::set<std::string>& linked) {
    const Lang lang = directory.edition.lang;
    Table table;
    table.caption = past().in(lang);
    table.columns = {when_column().in(lang), what_column().in(lang), who_column().in(lang)};
    for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting)
        if (is_over(*meeting, directory.edition.today) && !is_off(*meeting))
            table.rows.push_back({day_of(*meeting, lang, false), name_of(directory, *meeting, linked),
                                  plain(meetings::convener(directory.edition.catalog, **meeting))});
    return table;
}

}  // namespace

std::vector<std::string> published_minutes(const Directory& directory) {
    std::vector<std::string> ids;
    if (directory.edition.reader == facts::Reader::everyone) return ids;
    const std::vector<Meeting> meetings = dated(directory);
    for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting)
        if (is_over(*meeting, directory.edition.today) && !is_off(*meeting)) ids.push_back(meeting->id());
    return ids;
}

std::vector<MeetingEntry> meeting_entries(const Directory& directory) {
    const Lang lang = directory.edition.lang;
    const std::vector<std::string> minutes = published_minutes(directory);
    const auto entry_of = [&](const Meeting& meeting) {
        MeetingEntry entry{long_date(*meeting->date).in(lang), {}, {}};
        for (const std::string& part : {meeting->title, meetings::convener(directory.edition.catalog, *meeting)})
            if (!part.empty()) entry.shown += ", " + part;
        std::vector<std::string> words = meeting->agenda;
        for (const std::string& theme : meeting->themes) words.push_back(theme_label(directory, theme));
        for (const Inline& part : place_of(directory, meeting)) words.push_back(part.text);
        entry.words = text::join(words, " ");
        if (std::find(minutes.begin(), minutes.end(), meeting.id()) != minutes.end()) entry.minutes = meeting.id();
        return entry;
    };
    const std::vector<Meeting> meetings = dated(directory);
    std::vector<MeetingEntry> entries;
    for (const Meeting& meeting : meetings)
        if (!is_over(meeting, directory.edition.today) && !is_off(meeting)) entries.push_back(entry_of(meeting));
    for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting)
        if (is_over(*meeting, directory.edition.today) && !is_off(*meeting)) entries.push_back(entry_of(*meeting));
    return entries;
}

Page meetings_page(const Directory& directory) {
    Page page;
    page.self = {PageKind::meetings, ""};
    page.lang = directory.edition.lang;
    page.title = title().in(page.lang);
    const std::vector<std::string> minutes = published_minutes(directory);
    page.lead = (minutes.empty() ? public_lead() : lead()).in(page.lang);
    page.description = page.lead;
    page.head.push_back({Actions{{{feed().in(page.lang), Link(PageRef{PageKind::feed, ""})}}}});
    const std::set<std::string> linked(minutes.begin(), minutes.end());
    const std::vector<Meeting> meetings = dated(directory);
    page.body.push_back({section_of(coming(), page.lang, coming_table(directory, meetings, linked), "a-venir")});
    if (Table table = past_table(directory, meetings, linked); !table.rows.empty())
        page.body.push_back({section_of(past(), page.lang, {std::move(table)}, "passees")});
    return page;
}

}  // namespace cafe::view
