#include "meetings/invitations.hpp"

#include <algorithm>

#include "facts/functions.hpp"
#include "meetings/attendance.hpp"
#include "query/filter.hpp"

namespace cafe::meetings {

namespace {

constexpr Phrase<std::string> invites_nobody{"{} : rien ne dit qui est invité", "{}: nothing says who is invited"};
constexpr Phrase<> write_invite{"l'écrire dans son champ invite, ou celui du café, par exemple invite: \"in:Fumel\"",
                                "write it in its field invite, or the café's, for example invite: \"in:Fumel\""};
constexpr Phrase<Words> in_invite{"invite : {}", "invite: {}"};

bool is_about(const model::Invitation& line, const Addressee& one) {
    return one.person.empty() ? line.person.empty() && line.partner == one.partner : line.person == one.person;
}

}  // namespace

std::string invite_query(const store::Catalog& catalog, const model::Meeting& meeting) {
    if (!meeting.invite.empty()) return meeting.invite;
    const model::Cafe* cafe = catalog.cafe(meeting.cafe);
    return cafe == nullptr ? std::string() : cafe->invite;
}

Result<std::vector<Addressee>> invited_by(const store::Catalog& catalog, const std::string& query, OnePer one_per,
                                          const Date& today) {
    const std::vector<std::string> words{query};
    const auto ids = query::filter(words, catalog, model::RecordKind::partner, "cafe mail list --to");
    if (!ids) return Error{ids.error().kind, in_invite(ids.error().message), ids.error().remedy};
    std::vector<Addressee> found;
    for (const std::string& id : *ids) {
        const Mailing reached_by_mail = mailing(catalog, std::vector<std::string>{id}, one_per, today);
        const auto add = [&](const std::string& person, const std::string& partner) {
            const Addressee one{person, partner};
            const bool known = std::any_of(found.begin(), found.end(), [&](const Addressee& other) {
                return one.person.empty() ? other == one : other.person == one.person;
            });
            if (!known) found.push_back(one);
        };
        bool reached = false;
        for (const Recipient& one : reached_by_mail.recipients) {
            add(one.person, one.partner);
            reached = true;
        }
        for (const Skipped& one : reached_by_mail.skipped) {
            const bool asked = one.reason == "by-phone" || one.reason == "by-post" ||
                               (one.reason == "no-email" && (!one.person.empty() || !reached));
            if (asked && (one_per == OnePer::person || !reached)) {
                add(one.person, one.partner);
                reached = true;
            }
        }
    }
    return found;
}

Result<std::vector<Addressee>> invited_to(const store::Catalog& catalog, const std::string& id, OnePer one_per,
                                          const Date& today) {
    const model::Meeting& meeting = *catalog.meeting(id);
    std::vector<Addressee> all = addressees(meeting, Part::invited);
    const std::string query = invite_query(catalog, meeting);
    if (query.empty() && all.empty()) return Error{ErrorKind::usage, invites_nobody(id), write_invite()};
    // Once the file names them it is the list: who was struck from it stays out.
    if (query.empty() || !all.empty()) return all;
    return invited_by(catalog, query, one_per, today);
}

Result<std::vector<Addressee>> found_since(const store::Catalog& catalog, const std::string& id, OnePer one_per,
                                           const Date& today) {
    const model::Meeting& meeting = *catalog.meeting(id);
    const std::string query = invite_query(catalog, meeting);
    std::vector<Addressee> since;
    if (query.empty() || addressees(meeting, Part::invited).empty()) return since;
    const auto found = invited_by(catalog, query, one_per, today);
    if (!found) return found.error();
    for (const Addressee& one : *found)
        if (invitation_of(meeting, one) == nullptr) since.push_back(one);
    return since;
}

const model::Invitation* invitation_of(const model::Meeting& meeting, const Addressee& one) {
    for (const model::Invitation& line : meeting.invitations)
        if (is_about(line, one)) return &line;
    return nullptr;
}

InvitationLines::InvitationLines(const store::Source& source, const model::Meeting& meeting) {
    const yaml::Node* node = source.tree.find("invitations");
    if (node == nullptr) return;
    // A lone line may stand without its list.
    if (node->kind == yaml::Kind::sequence)
        for (const yaml::Node& item : node->items) lines_.push_back(yaml::to_value(item));
    else if (node->kind != yaml::Kind::empty)
        lines_.push_back(yaml::to_value(*node));
    for (const model::Invitation& line : meeting.invitations) who_.push_back({line.person, line.partner});
    lines_.resize(who_.size());
}

void InvitationLines::add(const Addressee& one) {
    if (std::any_of(who_.begin(), who_.end(), [&](const Addressee& other) {
            return one.person.empty() ? other == one : other.person == one.person;
        }))
        return;
    Map line;
    if (!one.person.empty()) line.push_back({"person", Value(one.person)});
    if (!one.partner.empty()) line.push_back({"partner", Value(one.partner)});
    who_.push_back(one);
    lines_.emplace_back(std::move(line));
}

InvitationLines lines_to_change(const store::Catalog& catalog, const store::Source& source, const std::string& id,
                                const Date& today, OnePer one_per) {
    const model::Meeting& meeting = *catalog.meeting(id);
    InvitationLines lines(source, meeting);
    if (!meeting.invitations.empty()) return lines;
    if (const auto invited = invited_to(catalog, id, one_per, day_of(meeting, today)))
        for (const Addressee& one : *invited) lines.add(one);
    return lines;
}

Date day_of(const model::Meeting& meeting, const Date& today) {
    return meeting.date && *meeting.date > today ? *meeting.date : today;
}

void InvitationLines::set(const Addressee& one, std::string_view key, const std::string& value) {
    std::size_t at = 0;
    while (at < who_.size() && !(one.person.empty() ? who_[at] == one : who_[at].person == one.person)) ++at;
    if (at == who_.size()) {
        who_.push_back(one);
        lines_.emplace_back(Map{});
    }
    Map line = lines_[at].map() == nullptr ? Map{} : *lines_[at].map();
    if (line.empty() && !who_[at].person.empty()) line.push_back({"person", Value(who_[at].person)});
    if (line.empty() || (lines_[at].map() != nullptr && lines_[at].map()->empty() && !who_[at].partner.empty()))
        line.push_back({"partner", Value(who_[at].partner)});
    const auto found = std::find_if(line.begin(), line.end(), [&](const Member& each) { return each.key == key; });
    if (found == line.end())
        line.push_back({std::string(key), Value(value)});
    else
        found->value = Value(value);
    lines_[at] = Value(std::move(line));
}

bool is_new(const store::Catalog& catalog, const Addressee& one, const Date& today) {
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        if (!meeting.date || *meeting.date >= today) continue;
        const auto came = [&](const model::Attendee& each) {
            return one.person.empty() ? each.partner == one.partner : each.person == one.person;
        };
        if (std::any_of(meeting.attendance.begin(), meeting.attendance.end(), came) ||
            std::any_of(meeting.excused.begin(), meeting.excused.end(), came) || invitation_of(meeting, one) != nullptr)
            return false;
    }
    return true;
}

std::optional<TooSmall> too_small(const store::Catalog& catalog, const model::Meeting& meeting, const Date& before) {
    const model::Cafe* cafe = catalog.cafe(meeting.cafe);
    TooSmall room;
    if (meeting.place)
        room.capacity = meeting.place->capacity.value_or(0);
    else if (cafe != nullptr && cafe->place)
        room.capacity = cafe->place->capacity.value_or(0);
    if (room.capacity <= 0) return std::nullopt;
    for (const model::Invitation& line : meeting.invitations)
        if (line.reply == "accepted") room.expected += std::max(line.count.value_or(1), 1);
    room.by_replies = room.expected > 0;
    if (!room.by_replies) {
        std::optional<Date> last;
        for (const auto& entry : catalog.meetings()) {
            const model::Meeting& other = entry.value;
            if (other.cafe != meeting.cafe || !other.date || *other.date >= before || how_many_came(other) == 0)
                continue;
            if (other.kind != meeting.kind && !other.kind.empty() && !meeting.kind.empty()) continue;
            if (last && *other.date <= *last) continue;
            last = other.date;
            room.expected = how_many_came(other);
            room.last = entry.id;
        }
    }
    return room.expected > room.capacity ? std::optional(room) : std::nullopt;
}

}  // namespace cafe::meetings
