#include "facts/open_items.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/fields.hpp"
#include "store/read.hpp"

namespace cafe::facts {

namespace {

using yaml::Kind;
using yaml::Node;

// An item written as its main value alone, as the mapping it stands for.
Node as_mapping(const Node& item, const model::Shape& shape) {
    if (item.kind == Kind::mapping || shape.main() == nullptr) return item;
    Node mapping;
    mapping.kind = Kind::mapping;
    mapping.span = item.span;
    yaml::Entry entry;
    entry.key.text = std::string(shape.main()->key);
    entry.value = item;
    mapping.entries.push_back(std::move(entry));
    return mapping;
}

std::vector<const Node*> items_of(const Node* list) {
    std::vector<const Node*> items;
    if (list == nullptr || list->kind == Kind::empty) return items;
    if (list->kind != Kind::sequence) return {list};
    for (const Node& item : list->items)
        if (item.kind == Kind::mapping || item.kind == Kind::scalar) items.push_back(&item);
    return items;
}

std::vector<std::string> themes_of(const model::Question& question) {
    return question.themes;
}
std::vector<std::string> themes_of(const model::Action&) {
    return {};
}

// Every item under `key` of every meeting, by date of meeting and id, in the order of the minutes.
template <class T>
std::vector<Raised<T>> all_raised(const store::Catalog& catalog, Reader reader, std::string_view key) {
    const model::Shape& shape = model::meeting_shape().find(key)->shape();
    std::vector<Raised<T>> all;
    for (const auto& entry : catalog.meetings()) {
        const auto meeting = release_meeting(catalog, entry.id, {reader, false});
        if (!meeting) continue;
        std::size_t position = 0;
        for (const Node* item : items_of(meeting->tree().find(key))) {
            Raised<T> raised;
            raised.tree = as_mapping(*item, shape);
            raised.value = store::read<T>(raised.tree, shape);
            raised.meeting = entry.id;
            raised.name =
                entry.id + "/" +
                (raised.value.id.empty() ? std::string(key) + "." + std::to_string(position) : raised.value.id);
            raised.date = entry.value.date;
            raised.cafe = entry.value.cafe;
            raised.themes = themes_of(raised.value);
            if (raised.themes.empty()) raised.themes = entry.value.themes;
            all.push_back(std::move(raised));
            ++position;
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Raised<T>& a, const Raised<T>& b) {
        return std::tie(a.date, a.meeting) < std::tie(b.date, b.meeting);
    });
    return all;
}

bool has_met_since(const store::Catalog& catalog, const std::string& cafe, const Date& since, const Date& today) {
    return std::any_of(catalog.meetings().begin(), catalog.meetings().end(), [&](const auto& entry) {
        const model::Meeting& meeting = entry.value;
        return meeting.cafe == cafe && meeting.status == "held" && meeting.date && *meeting.date > since &&
               *meeting.date <= today;
    });
}

}  // namespace

std::vector<Raised<model::Question>> questions(const store::Catalog& catalog, Reader reader, const Date& today) {
    auto all = all_raised<model::Question>(catalog, reader, "questions");
    for (Raised<model::Question>& each : all) {
        each.open = !each.value.answer || each.value.answer->text.empty();
        each.late = each.open && each.date && has_met_since(catalog, each.cafe, *each.date, today);
    }
    return all;
}

std::vector<Raised<model::Action>> actions(const store::Catalog& catalog, Reader reader, const Date& today) {
    auto all = all_raised<model::Action>(catalog, reader, "actions");
    for (Raised<model::Action>& each : all) {
        // A status that is none of the three is open: a slip must not lose what was promised.
        each.open = each.value.status != "done" && each.value.status != "dropped";
        each.late = each.open && each.value.due && *each.value.due < today;
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        if (a.value.due.has_value() != b.value.due.has_value()) return a.value.due.has_value();
        return a.value.due < b.value.due;
    });
    return all;
}

}  // namespace cafe::facts
