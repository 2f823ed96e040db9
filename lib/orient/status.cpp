#include "orient/status.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cafe::orient {

namespace {

constexpr int days_to_reply = 10;
constexpr int days_on_a_list = 90;
constexpr int months_kept_closed = 6;
constexpr int months_kept = 24;
constexpr int days_of_a_week = 7;

constexpr Phrase<> no_answer{"expiré, sans réponse", "expired, no answer"};
constexpr Phrase<Words, Words> with_reason{"{} : {}", "{}: {}"};

// In the order of model::delays(): how many days each takes at most. What was never answered has none.
constexpr std::array delays{std::pair{std::string_view("week"), days_of_a_week},
                            std::pair{std::string_view("month"), days_to_expire}};

Words words_of(const model::Label& label) {
    return {std::string(label.fr), std::string(label.en)};
}

int days_between(const Date& from, const Date& to) {
    return to.days_since_1970() - from.days_since_1970();
}

bool is_answer(Is is) {
    return is != Is::asked && is != Is::withdrawn;
}

bool is_end(Is is) {
    return is == Is::refused || is == Is::withdrawn || is == Is::started;
}

std::optional<Date> first(const Orientation& orientation, bool (*counts)(Is)) {
    std::optional<Date> day;
    for (const Event& event : orientation.events)
        if (counts(event.is) && (!day || event.on < *day)) day = event.on;
    return day;
}

std::optional<int> median(std::vector<int> numbers) {
    if (numbers.empty()) return std::nullopt;
    std::sort(numbers.begin(), numbers.end());
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

}  // namespace

State state_of(const Orientation& orientation, const Date& today) {
    // Events compare by day, then by what they are, then by their reason: their order in the file says nothing.
    Event last{orientation.asked, Is::asked, "", ""};
    for (const Event& event : orientation.events) last = std::max(last, event);
    State state;
    state.is = last.is;
    state.since = last.on;
    state.why = last.why;
    state.closed = is_end(last.is);
    switch (last.is) {
        case Is::asked:
            state.turn = Turn::receiver;
            state.due = last.on.plus_days(days_to_reply);
            break;
        case Is::seen:
            state.turn = Turn::receiver;
            state.due = last.on.plus_days(days_to_reply);
            break;
        case Is::waiting:
            state.turn = Turn::receiver;
            state.due = last.on.plus_days(days_on_a_list);
            break;
        case Is::proposed: state.turn = Turn::person; break;
        case Is::refused: state.turn = Turn::sender; break;
        case Is::withdrawn:
        case Is::started: break;
    }
    const Date expires = orientation.asked.plus_days(days_to_expire);
    if (last.is == Is::asked && !answered_on(orientation) && expires < today) {
        state.expired = true;
        state.since = expires;
        state.turn = Turn::sender;
        state.due = expires;
    }
    return state;
}

Words in_words(const State& state) {
    if (state.expired) return no_answer();
    const Words words = words_of(name_of(state.is).label);
    const model::Choice* reason = reason_called(state.why);
    return reason == nullptr ? words : with_reason(words, words_of(reason->label));
}

Words in_words(Turn turn) {
    constexpr std::array<model::Label, 4> labels{
        {{"–", "–"}, {"à vous", "yours"}, {"à eux", "theirs"}, {"à la personne", "the person's"}}};
    return words_of(labels.at(static_cast<std::size_t>(turn)));
}

std::optional<Date> answered_on(const Orientation& orientation) {
    return first(orientation, is_answer);
}

std::string_view delay_class(const Orientation& orientation) {
    const auto answered = answered_on(orientation);
    if (!answered) return "none";
    const int days = days_between(orientation.asked, *answered);
    for (const auto& [key, most] : delays)
        if (days <= most) return key;
    return "later";
}

Figures figures(const std::vector<Orientation>& orientations, const std::optional<Date>& since, const Date& today) {
    Figures all;
    std::vector<int> to_answer;
    std::vector<int> to_start;
    for (const Orientation& one : orientations) {
        if (since && one.asked < *since) continue;
        const State state = state_of(one, today);
        ++all.asked;
        const auto answered = answered_on(one);
        const auto started = first(one, [](Is is) { return is == Is::started; });
        if (answered) to_answer.push_back(days_between(one.asked, *answered));
        if (started) to_start.push_back(days_between(one.asked, *started));
        all.answered += answered ? 1 : 0;
        all.started += state.is == Is::started ? 1 : 0;
        all.refused += state.is == Is::refused ? 1 : 0;
        all.withdrawn += state.is == Is::withdrawn ? 1 : 0;
        all.expired += state.expired ? 1 : 0;
        all.open += state.closed || state.expired ? 0 : 1;
        if (!state.why.empty()) ++all.reasons[state.why];
        if (!one.theme.empty()) ++all.themes[one.theme];
        if (!one.area.empty()) ++all.areas[one.area];
        ++all.fiches[parts_of(one.to).first];
    }
    all.days_to_answer = median(std::move(to_answer));
    all.days_to_start = median(std::move(to_start));
    return all;
}

bool is_to_purge(const Orientation& orientation, const Date& today) {
    if (orientation.asked.plus_months(months_kept) <= today) return true;
    const State state = state_of(orientation, today);
    return (state.closed || state.expired) && state.since.plus_months(months_kept_closed) <= today;
}

std::size_t purge(Journal& journal, const Date& today, const ThemeOf& theme_of) {
    std::vector<Orientation> kept;
    std::size_t gone = 0;
    for (Orientation& one : journal.orientations) {
        if (!is_to_purge(one, today)) {
            kept.push_back(std::move(one));
            continue;
        }
        count(journal.counters[model::quarter_of(one.asked)], one, theme_of(one));
        ++gone;
    }
    journal.orientations = std::move(kept);
    return gone;
}

void count(Counts& counts, const Orientation& orientation, const std::string& theme) {
    const auto add = [&](std::string_view table, std::string_view key, std::string_view otherwise) {
        ++counts.tables[std::string(table)][std::string(key.empty() ? otherwise : key)];
    };
    ++counts.asked;
    add("themes", theme, model::unsaid_cell);
    add("areas", orientation.area, model::unsaid_cell);
    add("delays", delay_class(orientation), model::unsaid_cell);
    // The last reason is the one that stands: a state that has none is of no refusal.
    Event last{orientation.asked, Is::asked, "", ""};
    for (const Event& event : orientation.events) last = std::max(last, event);
    add("reasons", last.why, model::no_reason_cell);
}

}  // namespace cafe::orient
