// One meeting: who was invited and came, what was said, asked and decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/cafe.hpp"
#include "model/partner.hpp"

namespace cafe::model {

/// What the last calendar invitation said. Written by `meeting invite`.
struct CalendarMark {
    std::optional<Date> stamp;    ///< DTSTAMP: this day at 00:00Z
    std::optional<int> sequence;  ///< SEQUENCE (RFC 5545 §3.8.7.4)
    std::string digest;           ///< of date, start, end, place and status
    bool operator==(const CalendarMark&) const = default;
};

/// A person, or a partner without one, invited at its own address.
struct Invitation {
    std::string person;
    std::string partner;
    std::optional<Date> sent;
    std::string reply;  ///< iCalendar's accepted, declined, tentative; empty: none yet
    std::optional<Date> replied;
    std::optional<int> count;
    std::string instead_of;
    bool operator==(const Invitation&) const = default;
};

/// Somebody present or excused: a person of the notebook, or a guest without any address.
struct Attendee {
    std::string person;
    std::string partner;
    std::string guest;
    std::string organisation;
    bool operator==(const Attendee&) const = default;
};

/// What one partner told at the round table.
struct News {
    std::string partner;
    std::string speaker;
    std::string news;
    std::vector<std::string> themes;
    std::string audience;  ///< partners when empty
    bool operator==(const News&) const = default;
};

struct Answer {
    std::string text;
    std::string by;
    std::optional<Date> on;
    std::string meeting;
    bool operator==(const Answer&) const = default;
};

struct Question {
    std::string id;
    std::string kind;  ///< question (also when empty), worry, need
    std::string by;
    std::string text;
    std::vector<std::string> themes;
    std::vector<std::string> areas;
    std::string audience;  ///< partners when empty
    std::optional<Answer> answer;
    bool operator==(const Question&) const = default;
};

struct Decision {
    std::string text;
    bool operator==(const Decision&) const = default;
};

struct Closing {
    std::optional<Date> on;
    std::string meeting;
    bool operator==(const Closing&) const = default;
};

struct Action {
    std::string id;
    std::string what;
    std::string who;
    std::optional<Date> due;
    std::string status;  ///< open (also when empty), done, dropped
    std::optional<Closing> closed;
    bool operator==(const Action&) const = default;
};

struct Announcement {
    std::optional<Date> date;
    std::string title;
    std::string place;
    std::string partner;
    bool operator==(const Announcement&) const = default;
};

/// What happened to fiches at the meeting.
struct FichesSeen {
    std::vector<std::string> given;
    std::vector<std::string> verified;
    bool operator==(const FichesSeen&) const = default;
};

struct Meeting {
    std::string cafe;  ///< empty for a meeting of the whole network
    std::optional<Date> date;
    std::string start;
    std::string end;
    std::string kind;  ///< monthly, thematic, general
    std::vector<std::string> themes;
    std::string title;
    std::optional<Venue> place;  ///< the café's when absent
    std::string invite;          ///< a query over fiches; the café's when empty
    std::string status;          ///< planned (also when empty), confirmed, held, cancelled, postponed
    std::string facilitator;
    std::string scribe;
    std::string breakfast;
    std::vector<std::string> agenda;
    std::optional<int> headcount;  ///< where no names were kept
    std::optional<CalendarMark> calendar;
    std::vector<Invitation> invitations;
    std::vector<Attendee> attendance;
    std::vector<Attendee> excused;
    std::vector<News> round_table;
    std::vector<Question> questions;
    std::vector<Decision> decisions;
    std::vector<Action> actions;
    std::vector<Announcement> announcements;
    std::optional<FichesSeen> fiches;
    std::string minutes;
    std::optional<Agreement> approved;
    std::string next;  ///< a meeting's id, or a date
    bool operator==(const Meeting&) const = default;
};

}  // namespace cafe::model
