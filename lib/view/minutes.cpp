#include "view/minutes.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/erased.hpp"
#include "facts/functions.hpp"
#include "facts/open_items.hpp"
#include "meetings/event.hpp"
#include "meetings/who_comes.hpp"
#include "model/fields.hpp"
#include "model/vocabulary.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using Rows = std::vector<std::pair<std::string, Text>>;

const Words minutes_kind{"Compte rendu", "Minutes"};
const Words planned_kind{"Réunion prévue", "Planned meeting"};
const Words cancelled_kind{"Réunion annulée", "Cancelled meeting"};
const Words postponed_kind{"Réunion reportée", "Postponed meeting"};
constexpr Phrase<Words> meeting_of_day{"Rencontre du {}", "Meeting of {}"};
const Words a_meeting{"Rencontre", "Meeting"};

constexpr Phrase<std::string, std::string> from_to{"de {} à {}", "{} to {}"};
constexpr Phrase<std::string> from{"à {}", "at {}"};

const Words place_label{"Lieu", "Place"};
const Words access_label{"Accès", "How to get there"};
const Words led_by{"Animation", "Led by"};
const Words written_by{"Rédaction", "Minutes by"};
const Words breakfast_label{"Petit-déjeuner", "Breakfast"};
const Words themes_label{"Thèmes", "Topics"};
const Words approved_label{"Approuvé", "Approved"};
const Words answers_label{"Réponses", "Replies"};
constexpr Phrase<std::string> on_day{"le {}", "on {}"};
constexpr Phrase<std::string, std::string> on_day_by{"le {} par {}", "on {} by {}"};

const Words is_cancelled{"Cette réunion a été annulée.", "This meeting was cancelled."};
const Words is_postponed{"Cette réunion a été reportée.", "This meeting was postponed."};
constexpr Phrase<Words> is_postponed_to{"Cette réunion a été reportée au {}.", "This meeting was postponed to {}."};

const Words agenda_title{"Ordre du jour", "Agenda"};
const Words present_title{"Qui était là", "Who was there"};
constexpr Noun people_present{"personne autour de la table", "personnes autour de la table", "person at the table",
                              "people at the table"};
constexpr Phrase<Words> all_named{"{}.", "{}."};
constexpr Phrase<Words> one_unnamed{"{}, dont une qui n’est pas nommée ici.", "{}, one of whom is not named here."};
constexpr Phrase<Words, std::size_t> some_unnamed{"{}, dont {} qui ne sont pas nommées ici.",
                                                  "{}, {} of whom are not named here."};
const Words others_label{"Et aussi", "Also"};
const Words guests_label{"Invités", "Guests"};
const Words excused_title{"Excusés", "Apologies"};
const Words talk_title{"Échanges", "Discussion"};
const Words round_table_title{"Tour de table", "Round table"};
const Words some_partner{"Un partenaire", "A partner"};

const Words questions_title{"Questions, inquiétudes et besoins", "Questions, worries and needs"};
const Words only_questions_title{"Questions", "Questions"};
const Words question_word{"Question", "Question"};
const Words worry_word{"Inquiétude", "Worry"};
const Words need_word{"Besoin", "Need"};
constexpr Phrase<std::string> question_by{"Question posée par {}", "Question asked by {}"};
constexpr Phrase<std::string> worry_by{"Inquiétude exprimée par {}", "Worry voiced by {}"};
constexpr Phrase<std::string> need_by{"Besoin exprimé par {}", "Need voiced by {}"};
constexpr Phrase<std::string, std::string> raised_on{"{}, le {}", "{}, on {}"};
const Words answer_word{"Réponse", "Answer"};
constexpr Phrase<std::string> answer_by{"Réponse donnée par {}", "Answer given by {}"};
const Words answer_later{"Réponse donnée plus tard", "Answer given later"};
constexpr Phrase<Words, std::string> later_on{"{}, le {}", "{}, on {}"};
constexpr Phrase<Words, std::string> later_by{"{}, par {}", "{}, by {}"};
constexpr Phrase<Words, std::string, std::string> later_on_by{"{}, le {}, par {}", "{}, on {}, by {}"};
const Words no_answer{"Pas encore de réponse.", "No answer yet."};

const Words decisions_title{"Décisions", "Decisions"};
const Words actions_title{"Qui fait quoi", "Who does what"};
const Words who_column{"Qui", "Who"};
const Words due_column{"Pour le", "By"};
const Words what_column{"Quoi", "What"};
const Words nobody_said{"non précisé", "not said"};
const Words no_date_yet{"sans date", "no date"};
const Words done{"fait", "done"};
const Words dropped{"abandonné", "dropped"};
constexpr Phrase<Words, std::string> state_on{"{} le {}", "{} on {}"};

const Words announcements_title{"Dates à retenir", "Dates to remember"};
const Words fiches_title{"Fiches", "Fiches"};
const Words given_label{"Remises ce jour-là", "Handed in"};
const Words verified_label{"Relues à la table", "Checked at the table"};
const Words next_title{"Prochaine rencontre", "Next meeting"};
const Words left_open_title{"Resté ouvert", "Still open"};

// What separates a label from what it says; renderers set the blank.
std::string colon(Lang lang) {
    return lang == Lang::fr ? " : " : ": ";
}

bool was_told(const model::Meeting& meeting) {
    return !meeting.attendance.empty() || meeting.headcount || !meeting.round_table.empty() ||
           !meeting.decisions.empty() || !meeting.minutes.empty();
}

class Minutes {
public:
    Minutes(const facts::Released<model::Meeting>& released, const store::Catalog& catalog, Lang lang)
        : released_(released), meeting_(*released), catalog_(catalog), reader_(released.reader()), lang_(lang) {}

    Page page() const {
        Page page;
        page.self = {PageKind::minutes, released_.id()};
        page.lang = lang_;
        page.title = say(meeting_title(meeting_));
        page.kicker = say(kind_of_minutes(meeting_));
        const std::string by = meetings::convener(catalog_, meeting_);
        if (!by.empty()) page.kicker += " · " + by;
        page.lead = capitalised(when(meeting_, meeting_.title.empty()));
        page.description = page.kicker;
        add_head(page);
        add_body(page);
        return page;
    }

private:
    [[nodiscard]] std::string say(const Words& words) const { return words.in(lang_); }
    [[nodiscard]] std::string day(const Date& date) const { return plain_date(date).in(lang_); }

    // ---- Names -----------------------------------------------------------------------------------------------------

    // Empty for somebody who is unknown, or not to be named to this reader.
    [[nodiscard]] std::string person(const std::string& id) const {
        if (id.empty()) return {};
        if (const auto erased = facts::erased_name(catalog_, id)) return say(*erased);
        const auto released = facts::release_person(catalog_, id, {reader_, false});
        return released ? (*released)->name : std::string();
    }
    [[nodiscard]] std::string partner(const std::string& id) const {
        if (id.empty()) return {};
        if (const auto erased = facts::erased_name(catalog_, id)) return say(*erased);
        const auto released = facts::release_partner(catalog_, id, {reader_, false});
        return released ? (*released)->name : std::string();
    }
    // A person, a partner, or words. An id of a record that is not for this reader is no word, nor is the name of a
    // person who is not to be named.
    [[nodiscard]] std::string who(const std::string& written) const {
        std::string name = person(written);
        if (name.empty()) name = partner(written);
        if (!name.empty()) return name;
        const bool known = catalog_.person(written) != nullptr || catalog_.partner(written) != nullptr;
        return known || names_hidden_person(written) ? std::string() : written;
    }
    [[nodiscard]] bool names_hidden_person(const std::string& words) const {
        const std::string folded = fold::text(words);
        return std::any_of(catalog_.people().begin(), catalog_.people().end(), [&](const auto& entry) {
            return fold::text(entry.value.name) == folded && person(entry.id).empty();
        });
    }

    // ---- Head ------------------------------------------------------------------------------------------------------

    // "vendredi 6 novembre 2026, de 8 h 30 à 10 h 30"
    [[nodiscard]] std::string when(const model::Meeting& meeting, bool day_is_said) const {
        std::vector<std::string> parts;
        if (meeting.date && !day_is_said) parts.push_back(long_date(*meeting.date).in(lang_));
        const std::string start = time_in_words(meeting.start, lang_);
        if (!meeting.start.empty() && !meeting.end.empty())
            parts.push_back(say(from_to(start, time_in_words(meeting.end, lang_))));
        else if (!meeting.start.empty())
            parts.push_back(say(from(start)));
        return text::join(parts, ", ");
    }

    // The meeting's own place, else the café's.
    [[nodiscard]] model::Venue venue(const model::Meeting& meeting) const {
        if (meeting.place) return *meeting.place;
        if (meeting.cafe.empty()) return {};
        const auto cafe = facts::release_cafe(catalog_, meeting.cafe, {reader_, false});
        return cafe && (*cafe)->place ? *(*cafe)->place : model::Venue{};
    }
    [[nodiscard]] std::string address(const model::Venue& venue) const {
        std::vector<std::string> parts;
        for (const std::string& part : {venue.name, venue.street})
            if (!part.empty()) parts.push_back(part);
        const std::string town = venue.postcode.empty() ? venue.commune : venue.postcode + " " + venue.commune;
        if (!town.empty()) parts.push_back(town);
        return text::join(parts, ", ");
    }

    void add_row(Rows& rows, const Words& label, std::string value) const {
        if (!value.empty()) rows.emplace_back(say(label), plain(std::move(value)));
    }

    void add_head(Page& page) const {
        if (meeting_.status == "cancelled") page.head.push_back({Notice{{strong(say(is_cancelled))}}});
        if (meeting_.status == "postponed") {
            const auto to = next_date();
            page.head.push_back({Notice{{strong(say(to ? is_postponed_to(long_date(*to)) : is_postponed))}}});
        }
        Rows rows;
        const model::Venue where = venue(meeting_);
        add_row(rows, place_label, address(where));
        if (is_to_come()) add_row(rows, access_label, where.access);
        add_row(rows, led_by, person(meeting_.facilitator));
        add_row(rows, written_by, person(meeting_.scribe));
        add_row(rows, breakfast_label, who(meeting_.breakfast));
        std::vector<std::string> themes;
        for (const std::string& id : meeting_.themes)
            themes.push_back(catalog_.vocabulary().label(model::VocabularyKind::themes, id).in(lang_));
        add_row(rows, themes_label, text::join(themes, ", "));
        add_row(rows, approved_label, approved());
        if (is_to_come() && reader_ != facts::Reader::everyone)
            if (const model::Meeting* whole = catalog_.meeting(released_.id()))
                add_row(rows, answers_label, say(meetings::in_words(meetings::who_comes(*whole))));
        if (!rows.empty()) page.head.push_back({Facts{std::move(rows)}});
    }

    [[nodiscard]] std::string approved() const {
        if (!meeting_.approved || !meeting_.approved->on) return {};
        const std::string by = who(meeting_.approved->by);
        const std::string on = day(*meeting_.approved->on);
        return by.empty() ? say(on_day(on)) : say(on_day_by(on, by));
    }

    [[nodiscard]] bool is_to_come() const {
        const std::string& status = meeting_.status;
        return status != "held" && status != "cancelled" && status != "postponed" && !was_told(meeting_);
    }

    // ---- Body ------------------------------------------------------------------------------------------------------

    void section(Page& page, const Words& title, std::vector<Block> blocks) const {
        if (blocks.empty()) return;
        Section section;
        section.title = say(title);
        section.blocks = std::move(blocks);
        page.body.push_back({std::move(section)});
    }

    void add_body(Page& page) const {
        const bool told = !is_to_come();
        if (!told) add_agenda(page);
        add_decisions(page);
        section(page, actions_title, action_table(meeting_.actions));
        if (told) add_agenda(page);
        section(page, present_title, present());
        section(page, excused_title, excused());
        if (!meeting_.minutes.empty()) section(page, talk_title, {Block{Markdown{meeting_.minutes}}});
        section(page, round_table_title, round_table());
        section(page, questions_heading(), questions());
        section(page, announcements_title, announcements());
        section(page, fiches_title, fiches());
        if (is_to_come()) section(page, left_open_title, left_open());
        section(page, next_title, next());
    }

    void add_agenda(Page& page) const {
        std::vector<Text> points;
        for (const std::string& point : meeting_.agenda) points.push_back(plain(point));
        if (points.empty()) return;
        Items list = items(std::move(points));
        list.numbered = true;
        section(page, agenda_title, {Block{std::move(list)}});
    }

    // ---- Who -------------------------------------------------------------------------------------------------------

    struct Group {
        std::string id;
        std::string name;
        std::vector<std::string> people;
    };

    // "Lucie Arnal (stagiaire au CMS)"
    static std::string guest(const model::Attendee& attendee) {
        return attendee.organisation.empty() ? attendee.guest : attendee.guest + " (" + attendee.organisation + ")";
    }

    [[nodiscard]] bool is_named_guest(const model::Attendee& attendee) const {
        return attendee.person.empty() && !attendee.guest.empty() && !names_hidden_person(attendee.guest);
    }

    // Those who may be named, by partner in the order of its name, each partner once.
    [[nodiscard]] std::vector<Group> by_partner(std::vector<std::string>& alone) const {
        std::vector<Group> groups;
        for (const model::Attendee& attendee : meeting_.attendance) {
            const std::string name = person(attendee.person);
            if (name.empty()) continue;
            const std::string id = facts::came_for(catalog_, attendee, meeting_.date.value_or(Date{}));
            const std::string of = partner(id);
            if (of.empty()) {
                alone.push_back(name);
                continue;
            }
            auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.name == of; });
            if (group == groups.end()) group = groups.insert(groups.end(), {id, of, {}});
            group->people.push_back(name);
        }
        std::stable_sort(groups.begin(), groups.end(),
                         [](const Group& a, const Group& b) { return fold::text(a.name) < fold::text(b.name); });
        return groups;
    }

    [[nodiscard]] Text group_line(const std::string& label, const std::vector<std::string>& people) const {
        return strong(label) + plain(colon(lang_) + text::join(people, ", "));
    }

    // The partner's name, leading to its page where it has one.
    [[nodiscard]] Text fiche_link(const Group& group) const {
        const store::PartnerEntry* entry = catalog_.partner(group.id);
        const bool open = entry != nullptr && model::status_of(entry->value.status) != model::Status::closed;
        Text name = strong(group.name);
        if (open) name.front().link = PageRef{PageKind::fiche, group.id};
        return name;
    }

    // For partners everybody counts, also those who are not named to them: a number says nothing about anyone.
    [[nodiscard]] std::size_t how_many() const {
        if (reader_ == facts::Reader::everyone) return 0;
        const model::Meeting* whole = catalog_.meeting(released_.id());
        const std::size_t written = whole == nullptr ? 0 : whole->attendance.size();
        const int counted = meeting_.headcount.value_or(0);
        return std::max(written, static_cast<std::size_t>(std::max(counted, 0)));
    }

    [[nodiscard]] std::string count_sentence(std::size_t named) const {
        const std::size_t all = how_many();
        const Words counted = count(all, people_present);
        if (named == 0 || named >= all) return say(all_named(counted));
        const std::size_t unnamed = all - named;
        return say(unnamed == 1 ? one_unnamed(counted) : some_unnamed(counted, unnamed));
    }

    [[nodiscard]] std::vector<Block> present() const {
        std::vector<std::string> alone;
        const std::vector<Group> groups = by_partner(alone);
        std::vector<std::string> guests;
        for (const model::Attendee& attendee : meeting_.attendance)
            if (is_named_guest(attendee)) guests.push_back(guest(attendee));
        std::size_t named = alone.size() + guests.size();
        std::vector<Text> lines;
        for (const Group& group : groups) {
            named += group.people.size();
            lines.push_back(fiche_link(group) + plain(colon(lang_) + text::join(group.people, ", ")));
        }
        if (!alone.empty())
            lines.push_back(groups.empty() ? plain(text::join(alone, ", ")) : group_line(say(others_label), alone));
        if (!guests.empty()) lines.push_back(group_line(say(guests_label), guests));
        if (how_many() == 0) return {};
        std::vector<Block> blocks{{Paragraph{plain(count_sentence(named)), Sign::none}}};
        if (!lines.empty()) blocks.push_back({items(std::move(lines))});
        return blocks;
    }

    [[nodiscard]] std::vector<Block> excused() const {
        std::vector<std::string> names;
        for (const model::Attendee& attendee : meeting_.excused) {
            if (is_named_guest(attendee)) names.push_back(guest(attendee));
            const std::string name = person(attendee.person);
            if (name.empty()) continue;
            const std::string of = partner(facts::came_for(catalog_, attendee, meeting_.date.value_or(Date{})));
            names.push_back(of.empty() ? name : name + " (" + of + ")");
        }
        if (names.empty()) return {};
        return {{Paragraph{plain(text::join(names, ", ")), Sign::none}}};
    }

    // ---- What was said ---------------------------------------------------------------------------------------------

    [[nodiscard]] std::vector<Block> round_table() const {
        std::vector<std::string> partners;  // in the order in which they spoke
        for (const model::News& news : meeting_.round_table)
            if (std::find(partners.begin(), partners.end(), news.partner) == partners.end())
                partners.push_back(news.partner);
        std::vector<Block> blocks;
        for (const std::string& id : partners) {
            Section told;
            told.level = 3;
            told.title = who(id);
            if (told.title.empty()) told.title = say(some_partner);
            add_news(told, id);
            blocks.push_back({std::move(told)});
        }
        return blocks;
    }

    void add_news(Section& told, const std::string& id) const {
        for (const model::News& news : meeting_.round_table) {
            if (news.partner != id) continue;
            told.blocks.push_back({Markdown{news.news}});
            const std::string speaker = who(news.speaker);
            if (!speaker.empty()) told.blocks.push_back({Paragraph{quiet("– " + speaker), Sign::none}});
        }
    }

    [[nodiscard]] const Words& questions_heading() const {
        const bool plain_ones =
            std::all_of(meeting_.questions.begin(), meeting_.questions.end(),
                        [](const model::Question& each) { return each.kind.empty() || each.kind == "question"; });
        return plain_ones ? only_questions_title : questions_title;
    }

    [[nodiscard]] std::string asked_by(const model::Question& question) const {
        const std::string by = who(question.by);
        if (question.kind == "worry") return say(by.empty() ? worry_word : worry_by(by));
        if (question.kind == "need") return say(by.empty() ? need_word : need_by(by));
        return say(by.empty() ? question_word : question_by(by));
    }

    // When the answer came, if that was after the meeting that this page is about.
    [[nodiscard]] std::optional<Date> later_day(const model::Answer& answer, bool& later) const {
        const model::Meeting* other = catalog_.meeting(answer.meeting);
        std::optional<Date> on = answer.on;
        if (!on && other != nullptr) on = other->date;
        const bool elsewhere = !answer.meeting.empty() && answer.meeting != released_.id();
        later = on && meeting_.date ? *on > *meeting_.date : elsewhere;
        return on;
    }

    [[nodiscard]] std::string answered(const model::Answer& answer) const {
        const std::string by = who(answer.by);
        bool later = false;
        const std::optional<Date> on = later_day(answer, later);
        if (!later) return say(by.empty() ? answer_word : answer_by(by));
        if (on && !by.empty()) return say(later_on_by(answer_later, day(*on), by));
        if (on) return say(later_on(answer_later, day(*on)));
        return say(by.empty() ? answer_later : later_by(answer_later, by));
    }

    [[nodiscard]] std::vector<Block> questions() const {
        Items list;
        for (const model::Question& question : meeting_.questions) {
            Item item;
            item.text = strong(asked_by(question));
            item.below.push_back({Markdown{question.text}});
            const bool answered_at_all = question.answer && !question.answer->text.empty();
            if (answered_at_all) {
                item.below.push_back({Paragraph{strong(answered(*question.answer)), Sign::none}});
                item.below.push_back({Markdown{question.answer->text}});
            } else {
                item.below.push_back({Paragraph{quiet(say(no_answer)), Sign::none}});
            }
            list.items.push_back(std::move(item));
        }
        if (list.items.empty()) return {};
        return {{std::move(list)}};
    }

    // One Markdown list, so that a decision keeps its own emphasis and links.
    void add_decisions(Page& page) const {
        std::string list;
        for (const model::Decision& decision : meeting_.decisions) {
            const std::string text(text::trim(decision.text));
            if (!text.empty()) list += "- " + text::replace_all(text, "\n", "\n  ") + "\n";
        }
        if (!list.empty()) section(page, decisions_title, {Block{Markdown{std::move(list)}}});
    }

    // ---- What is to be done ----------------------------------------------------------------------------------------

    [[nodiscard]] std::string state(const model::Action& action) const {
        if (action.status != "done" && action.status != "dropped") return {};
        const Words& word = action.status == "done" ? done : dropped;
        if (!action.closed || !action.closed->on) return say(word);
        return say(state_on(word, day(*action.closed->on)));
    }

    [[nodiscard]] std::vector<Block> action_table(const std::vector<model::Action>& all) const {
        Table table{say(actions_title), {say(who_column), say(due_column), say(what_column)}, {}};
        for (const model::Action& action : all) {
            const std::string name = who(action.who);
            Text what = plain(action.what);
            if (const std::string how = state(action); !how.empty()) what = std::move(what) + quiet(" (" + how + ")");
            table.rows.push_back({plain(name.empty() ? say(nobody_said) : name),
                                  plain(action.due ? day(*action.due) : say(no_date_yet)), std::move(what)});
        }
        if (table.rows.empty()) return {};
        return {{std::move(table)}};
    }

    [[nodiscard]] std::vector<Block> announcements() const {
        std::vector<model::Announcement> sorted = meeting_.announcements;
        std::stable_sort(sorted.begin(), sorted.end(), [](const model::Announcement& a, const model::Announcement& b) {
            if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
            return a.date < b.date;
        });
        std::vector<Text> lines;
        for (const model::Announcement& each : sorted) {
            std::vector<std::string> parts{each.title};
            if (!each.place.empty()) parts.push_back(each.place);
            std::string said = text::join(parts, ", ");
            if (const std::string by = partner(each.partner); !by.empty()) said += " (" + by + ")";
            Text line = plain(said);
            if (each.date)
                line = strong(capitalised(long_date(*each.date).in(lang_))) + plain(colon(lang_)) + std::move(line);
            lines.push_back(std::move(line));
        }
        if (lines.empty()) return {};
        return {{items(std::move(lines))}};
    }

    [[nodiscard]] std::string partner_names(const std::vector<std::string>& ids) const {
        std::vector<std::string> names;
        for (const std::string& id : ids)
            if (std::string name = partner(id); !name.empty()) names.push_back(std::move(name));
        // A name may have a comma of its own.
        return text::join(names, lang_ == Lang::fr ? " ; " : "; ");
    }

    [[nodiscard]] std::vector<Block> fiches() const {
        if (!meeting_.fiches) return {};
        Rows rows;
        add_row(rows, given_label, partner_names(meeting_.fiches->given));
        add_row(rows, verified_label, partner_names(meeting_.fiches->verified));
        if (rows.empty()) return {};
        return {{Facts{std::move(rows)}}};
    }

    // What the earlier meetings of the same café left open, for one that is still to come.
    [[nodiscard]] std::vector<Block> left_open() const {
        const Date day_of = meeting_.date.value_or(Date{});
        const auto before = [&](const auto& each) {
            return each.open && each.cafe == meeting_.cafe && each.date < meeting_.date;
        };
        Items asked;
        for (const auto& each : facts::questions(catalog_, reader_, day_of)) {
            if (!before(each)) continue;
            const std::string by = asked_by(each.value);
            asked.items.push_back(
                {strong(each.date ? say(raised_on(by, day(*each.date))) : by), {Block{Markdown{each.value.text}}}});
        }
        std::vector<model::Action> promised;
        for (auto& each : facts::actions(catalog_, reader_, day_of))
            if (before(each)) promised.push_back(std::move(each.value));
        std::vector<Block> blocks;
        if (!asked.items.empty()) blocks.push_back({std::move(asked)});
        for (Block& block : action_table(promised)) blocks.push_back(std::move(block));
        return blocks;
    }

    // ---- Next ------------------------------------------------------------------------------------------------------

    // Of the next meeting, written already or not; nothing when `next` is words.
    [[nodiscard]] std::optional<Date> next_date() const {
        const model::Meeting* coming = catalog_.meeting(meeting_.next);
        if (coming != nullptr) return coming->date;
        return Date::parse(std::string_view(meeting_.next).substr(0, 10));
    }

    [[nodiscard]] std::vector<Block> next() const {
        if (meeting_.next.empty()) return {};
        const auto released = facts::release_meeting(catalog_, meeting_.next, {reader_, false});
        if (released) return next_meeting(**released);
        const auto date = next_date();
        return {{Paragraph{plain(date ? capitalised(long_date(*date).in(lang_)) : capitalised(meeting_.next)),
                           Sign::none}}};
    }

    [[nodiscard]] std::vector<Block> next_meeting(const model::Meeting& coming) const {
        Text line = strong(capitalised(when(coming, false)));
        if (!coming.title.empty()) line = std::move(line) + plain(colon(lang_) + coming.title);
        if (coming.status == "cancelled" || coming.status == "postponed")
            line = std::move(line) +
                   plain(" (" + choice_label(model::meeting_shape(), "status", coming.status, lang_) + ")");
        Rows rows;
        add_row(rows, place_label, address(venue(coming)));
        add_row(rows, breakfast_label, who(coming.breakfast));
        std::vector<Block> blocks{{Paragraph{std::move(line), Sign::none}}};
        if (!rows.empty()) blocks.push_back({Facts{std::move(rows)}});
        return blocks;
    }

    const facts::Released<model::Meeting>& released_;
    const model::Meeting& meeting_;
    const store::Catalog& catalog_;
    facts::Reader reader_;
    Lang lang_;
};

}  // namespace

Page minutes_page(const facts::Released<model::Meeting>& meeting, const store::Catalog& catalog, Lang lang) {
    return Minutes(meeting, catalog, lang).page();
}

Words kind_of_minutes(const model::Meeting& meeting) {
    if (meeting.status == "cancelled") return cancelled_kind;
    if (meeting.status == "postponed") return postponed_kind;
    return meeting.status == "held" || was_told(meeting) ? minutes_kind : planned_kind;
}

Words meeting_title(const model::Meeting& meeting) {
    if (!meeting.title.empty()) return same(meeting.title);
    return meeting.date ? meeting_of_day(long_date(*meeting.date)) : a_meeting;
}

}  // namespace cafe::view
