#include "check/together.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "calendar/holidays.hpp"
#include "check/inspection.hpp"
#include "check/notebook_rules.hpp"
#include "facts/contact.hpp"
#include "facts/lookalike.hpp"
#include "facts/release.hpp"

namespace cafe::check {

namespace {

using model::Meeting;

Span span_of(const store::Source& source, std::string_view key) {
    const yaml::Node* node = source.tree.find(key);
    return node == nullptr ? Span{} : node->span;
}

// An item of a list as it stands in the file, or one of its keys where it has it.
Span span_of_item(const store::Source& source, std::string_view list, std::size_t index, std::string_view key = "") {
    const yaml::Node* node = source.tree.find(list);
    if (node == nullptr) return {};
    if (node->kind != yaml::Kind::sequence) return node->span;
    if (index >= node->items.size()) return node->span;
    const yaml::Node& item = node->items[index];
    const yaml::Node* part = key.empty() ? nullptr : item.find(key);
    if (part != nullptr) return part->span;
    return item.kind == yaml::Kind::mapping ? start_of(item) : item.span;
}

// ---- Twins ---------------------------------------------------------------------------------------------------------

template <class T>
void report_twins(const std::vector<store::Record<T>>& records, const std::vector<facts::Twins>& twins,
                  const Words& remedy, const TwinsBeside& beside, Findings& found) {
    static constexpr Phrase<std::string, Words> sure{"sans doute la même que {0} : {1}",
                                                     "probably the same as {0}: {1}"};
    static constexpr Phrase<std::string, Words> perhaps{"peut-être la même que {0} : {1}",
                                                        "perhaps the same as {0}: {1}"};
    for (const facts::Twins& pair : twins) {
        const bool same = pair.likeness == facts::Likeness::same;
        // A similar name alone is worth a word to who adds a record, not a finding for ever after.
        if (!same && pair.agree.size() == 1 && pair.agree[0].trait == facts::Trait::similar_name) continue;
        if (!beside.counts(pair.first, pair.second)) continue;
        const auto* second = store::find(records, pair.second);
        const auto* first = store::find(records, pair.first);
        if (first == nullptr || second == nullptr) continue;
        Report report(*second->source, found);
        const Words why = facts::reasons(pair.agree);
        const std::string other = beside.path(first->source->ref);
        report.add(same ? rule::twins : rule::perhaps_twins, span_of(*second->source, "name"),
                   same ? sure(other, why) : perhaps(other, why), remedy);
    }
}

// ---- Meetings ------------------------------------------------------------------------------------------------------

bool takes_place(const Meeting& meeting) {
    return meeting.status != "cancelled" && meeting.status != "postponed";
}

// By person, the fiches' lines about them: made once for all meetings.
struct Function {
    std::string_view partner;
    const model::Contact* contact;
};
using Functions = std::map<std::string_view, std::vector<Function>>;

Functions functions_of(const store::Book& book) {
    Functions functions;
    for (const auto& partner : book.partners)
        for (const model::Contact& contact : partner.value.contacts)
            if (!contact.person.empty()) functions[contact.person].push_back({partner.id, &contact});
    return functions;
}

// Somebody who has functions, none of them on that day. Who has none at all is another matter.
bool had_left(const Functions& functions, const model::Attendee& attendee, const Date& day) {
    const auto known = functions.find(attendee.person);
    if (known == functions.end()) return false;
    bool any = false;
    for (const Function& function : known->second) {
        if (!attendee.partner.empty() && function.partner != attendee.partner) continue;
        if (facts::is_present(*function.contact, day)) return false;
        any = true;
    }
    return any;
}

void check_attendance(const store::Record<Meeting>& meeting, const Functions& functions, Report& report) {
    static constexpr Phrase<std::string, Words> gone{"{0} n'était pas en fonction le {1}", "{0} held no post on {1}"};
    static constexpr Phrase<> look{"corriger until ou since dans sa fiche, ou la personne qui est venue",
                                   "put until or since right in the fiche, or the person who came"};
    if (!meeting.value.date) return;
    for (std::size_t i = 0; i < meeting.value.attendance.size(); ++i) {
        const model::Attendee& attendee = meeting.value.attendance[i];
        if (!had_left(functions, attendee, *meeting.value.date)) continue;
        report.add(rule::had_left, span_of_item(report.source(), "attendance", i, "person"),
                   gone(attendee.person, plain_date(*meeting.value.date)), look());
    }
}

void check_day(const Meeting& meeting, const model::Settings& settings, const Date& today, Report& report) {
    static constexpr Phrase<Words, Words> off{"le {0} est férié ({1})", "{0} is a public holiday ({1})"};
    static constexpr Phrase<Words> bridge{"le {} est un jour de pont", "{} is a bridge day"};
    static constexpr Phrase<Words, std::string> closed{"le {0}, le réseau est fermé : {1}",
                                                       "on {0} the network is closed: {1}"};
    static constexpr Phrase<> move{"choisir un autre jour, ou status: cancelled si elle n'a pas lieu",
                                   "choose another day, or status: cancelled when it does not take place"};
    if (!meeting.date || !takes_place(meeting)) return;
    const Span span = span_of(report.source(), "date");
    const Words day = long_date(*meeting.date);
    if (const auto holiday = calendar::holiday_on(*meeting.date, settings.departments))
        return report.add(rule::on_holiday, span, off(day, holiday->name), move());
    if (meeting.status == "held") return;
    for (const model::Holiday& period : settings.holidays)
        if (period.from && *period.from <= *meeting.date && *meeting.date <= period.until.value_or(*period.from))
            return report.add(rule::on_bridge, span, closed(day, shown(period.name)), move());
    // What has passed cannot be moved any more.
    if (*meeting.date >= today && calendar::is_bridge(*meeting.date, settings.departments))
        report.add(rule::on_bridge, span, bridge(day), move());
}

std::optional<int> places_of(const store::Book& book, const Meeting& meeting) {
    if (meeting.place) return meeting.place->capacity;
    const auto* cafe = store::find(book.cafes, meeting.cafe);
    return cafe == nullptr || !cafe->value.place ? std::nullopt : cafe->value.place->capacity;
}

int accepted(const Meeting& meeting) {
    int people = 0;
    for (const model::Invitation& invitation : meeting.invitations)
        if (invitation.reply == "accepted") people += invitation.count.value_or(1);
    return people;
}

int present(const Meeting& meeting) {
    return std::max(meeting.headcount.value_or(0), static_cast<int>(meeting.attendance.size()));
}

void check_room(const store::Book& book, const Meeting& meeting, const Meeting* last, const Date& today,
                Report& report) {
    static constexpr Phrase<int, int> more{"{0} personnes ont accepté, la salle en reçoit {1}",
                                           "{0} people accepted, the room holds {1}"};
    static constexpr Phrase<int, int> came{"{0} personnes sont venues la dernière fois, la salle en reçoit {1}",
                                           "{0} people came last time, the room holds {1}"};
    static constexpr Phrase<> larger{"trouver une salle plus grande, ou corriger capacity",
                                     "find a larger room, or put capacity right"};
    const auto places = places_of(book, meeting);
    if (!places || *places <= 0 || meeting.status == "held" || !takes_place(meeting)) return;
    const Span span = span_of(report.source(), meeting.place ? "place" : "date");
    if (const int coming = accepted(meeting); coming > *places)
        return report.add(rule::too_many, span, more(coming, *places), larger());
    if (last != nullptr && meeting.date && *meeting.date >= today && present(*last) > *places)
        report.add(rule::crowded, span, came(present(*last), *places), larger());
}

void check_actions(const Meeting& meeting, Report& report) {
    static constexpr Phrase<> nobody{"personne ne porte cette action", "nobody is responsible for this action"};
    static constexpr Phrase<> no_day{"cette action n'a pas de date", "this action has no date"};
    static constexpr Phrase<> neither{"cette action n'a ni personne ni date",
                                      "this action has neither a person nor a date"};
    static constexpr Phrase<> say{"écrire who (une personne ou un partenaire) et due (un jour)",
                                  "write who (a person or a partner) and due (a day)"};
    for (std::size_t i = 0; i < meeting.actions.size(); ++i) {
        const model::Action& action = meeting.actions[i];
        const bool open = action.status.empty() || action.status == "open";
        if (!open || (!action.who.empty() && action.due)) continue;
        report.add(rule::loose_action, span_of_item(report.source(), "actions", i, "what"),
                   !action.who.empty() ? no_day()
                   : action.due        ? nobody()
                                       : neither(),
                   say());
    }
}

// ---- Objections ----------------------------------------------------------------------------------------------------

bool objects_to_all(const model::Person& person) {
    return person.privacy && person.privacy->objection &&
           (person.privacy->objection->scope.empty() || person.privacy->objection->scope == "all");
}

}  // namespace

void check_twins(const store::Book& book, Findings& found) {
    check_twins(book, found, {[](std::string_view, std::string_view) { return true; }, store::path_of});
}

void check_twins(const store::Book& book, Findings& found, const TwinsBeside& beside) {
    static constexpr Phrase<> fiches{"n'en garder qu'une ; si elles sont deux, l'écrire dans see_also",
                                     "keep one of them; if they are two, write it in see_also"};
    static constexpr Phrase<> people{"n'en garder qu'une ; si elles sont deux, donner à chacune sa coordonnée",
                                     "keep one of them; if they are two, give each an e-mail or phone of their own"};
    report_twins(book.partners, facts::twins(facts::identified<model::Partner>(book.partners), book.vocabulary),
                 fiches(), beside, found);
    report_twins(book.people, facts::twins(facts::identified<model::Person>(book.people)), people(), beside, found);
}

void check_functions(const store::Book& book, Findings& found) {
    static constexpr Phrase<> nowhere{"aucune fiche ne nomme cette personne dans contacts",
                                      "no fiche names this person among its contacts"};
    static constexpr Phrase<std::string> add{"ajouter « person: {} » aux contacts de sa fiche, ou effacer la personne",
                                             "add 'person: {}' to the contacts of their fiche, or erase the person"};
    const Functions functions = functions_of(book);
    // A fiche that cannot be read may name anybody.
    if (std::any_of(book.unreadable.begin(), book.unreadable.end(),
                    [](const store::Ref& ref) { return ref.kind == model::RecordKind::partner; }))
        return;
    for (const auto& person : book.people) {
        if (functions.contains(person.id) || objects_to_all(person.value)) continue;
        Report(*person.source, found)
            .add(rule::in_no_fiche, span_of(*person.source, "name"), nowhere(), add(person.id));
    }
}

void check_meetings(const store::Book& book, const Date& today, Findings& found) {
    const Functions functions = functions_of(book);
    std::vector<const store::Record<Meeting>*> by_date;
    for (const auto& meeting : book.meetings) by_date.push_back(&meeting);
    std::stable_sort(by_date.begin(), by_date.end(),
                     [](const auto* a, const auto* b) { return a->value.date < b->value.date; });
    std::map<std::string_view, const Meeting*> last;  // by café: the last one that somebody came to
    for (const auto* meeting : by_date) {
        Report report(*meeting->source, found);
        check_attendance(*meeting, functions, report);
        check_day(meeting->value, book.settings.value, today, report);
        const auto before = last.find(meeting->value.cafe);
        check_room(book, meeting->value, before == last.end() ? nullptr : before->second, today, report);
        check_actions(meeting->value, report);
        if (present(meeting->value) > 0) last[meeting->value.cafe] = &meeting->value;
    }
}

void check_informed(const store::Book& book, Findings& found) {
    static constexpr Phrase<> never{"rien ne dit que cette personne sait qu'elle est dans le carnet",
                                    "nothing says that this person knows that they are in the notebook"};
    static constexpr Phrase<std::string> tell{
        "l'informer, puis écrire le jour : cafe set {} privacy.informed.on=… privacy.informed.how=courriel",
        "tell them, then record the day: cafe set {} privacy.informed.on=… privacy.informed.how=email"};
    for (const auto& person : book.people) {
        const auto& privacy = person.value.privacy;
        if (privacy && privacy->informed && privacy->informed->on) continue;
        Report(*person.source, found).add_on_record(rule::never_informed, never(), tell(person.id));
    }
}

void check_objections(const store::Book& book, Findings& found) {
    static constexpr Phrase<std::string> on_list{"{} s'est opposé(e) aux envois et figure encore sur une liste",
                                                 "{} objected to mailings and is still on a list"};
    static constexpr Phrase<std::string> invited{"{} s'est opposé(e) aux envois et a été invité(e) depuis",
                                                 "{} objected to mailings and has been invited since"};
    static constexpr Phrase<> take_out{"l'enlever de la liste", "take them off the list"};
    std::map<std::string_view, std::optional<Date>> objectors;  // since when
    for (const auto& person : book.people) {
        if (facts::may_be_mailed(person.value)) continue;
        objectors.emplace(person.id, person.value.privacy->objection->on);
        if (!person.value.lists.empty())
            Report(*person.source, found)
                .add(rule::objector_on_list, span_of(*person.source, "lists"), on_list(person.id), take_out());
    }
    if (objectors.empty()) return;
    for (const auto& meeting : book.meetings) {
        for (std::size_t i = 0; i < meeting.value.invitations.size(); ++i) {
            const model::Invitation& invitation = meeting.value.invitations[i];
            const auto objector = objectors.find(invitation.person);
            if (objector == objectors.end()) continue;
            // An invitation from before the objection was right when it was sent.
            const auto sent = invitation.sent ? invitation.sent : meeting.value.date;
            if (objector->second && sent && *sent < *objector->second) continue;
            Report(*meeting.source, found)
                .add(rule::objector_on_list, span_of_item(*meeting.source, "invitations", i, "person"),
                     invited(invitation.person), take_out());
        }
    }
}

}  // namespace cafe::check
