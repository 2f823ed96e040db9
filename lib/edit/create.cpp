#include "edit/create.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "yaml/scalar.hpp"

namespace cafe::edit {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using model::Type;
using yaml::Draft;

constexpr std::size_t widest_list = 100;     // characters of a list in brackets
constexpr std::size_t widest_mapping = 110;  // of an item in braces, which stands behind a dash
constexpr std::size_t longest_word = 40;     // what is longer is a sentence and gets its own line

bool says_nothing(const Value& value) {
    if (const std::string* text = value.text()) return text->empty();
    if (const List* list = value.list()) return std::all_of(list->begin(), list->end(), says_nothing);
    const Map& map = *value.map();
    return std::all_of(map.begin(), map.end(), [](const Member& member) { return says_nothing(member.value); });
}

bool is_typed(const Field* field) {
    if (field == nullptr) return false;
    return field->type == Type::number || field->type == Type::decimal || field->type == Type::boolean ||
           field->type == Type::date;
}

bool has_lines(const Draft& draft) {
    if (draft.kind == yaml::Kind::scalar) return draft.text.find('\n') != std::string::npos;
    return std::any_of(draft.items.begin(), draft.items.end(), has_lines) ||
           std::any_of(draft.entries.begin(), draft.entries.end(),
                       [](const yaml::DraftEntry& entry) { return has_lines(entry.value); });
}

bool is_nested(const Draft& draft) {
    return std::any_of(draft.entries.begin(), draft.entries.end(), [](const yaml::DraftEntry& entry) {
        return entry.value.kind == yaml::Kind::mapping ||
               (entry.value.kind == yaml::Kind::sequence && !entry.value.flow);
    });
}

Draft scalar(const std::string& text, const Field* field) {
    Draft draft;
    draft.text = text;
    draft.typed = is_typed(field);
    return draft;
}

Draft sequence(const List& list, const Field* field) {
    Draft draft;
    draft.kind = yaml::Kind::sequence;
    bool words = true;
    for (const Value& item : list) {
        if (says_nothing(item)) continue;
        draft.items.push_back(draft_of_item(item, field));
        words = words && item.text() != nullptr && utf8::length(*item.text()) <= longest_word;
    }
    draft.flow = words && !has_lines(draft) && utf8::length(write_flow(draft)) <= widest_list;
    return draft;
}

// Keys in the order of the field list, then those that it does not know.
std::vector<const Member*> in_order(const Map& map, const Shape* shape) {
    std::vector<const Member*> ordered;
    for (const Member& member : map) ordered.push_back(&member);
    if (shape == nullptr) return ordered;
    const auto rank = [&](const Member* member) {
        const Field* field = shape->find(member->key);
        return field == nullptr ? shape->fields.size() : static_cast<std::size_t>(field - shape->fields.data());
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const Member* a, const Member* b) { return rank(a) < rank(b); });
    return ordered;
}

Draft mapping(const Map& map, const Shape* shape, const Field* keyed) {
    Draft draft;
    draft.kind = yaml::Kind::mapping;
    for (const Member* member : in_order(map, shape)) {
        if (says_nothing(member->value)) continue;
        Draft value = keyed != nullptr ? draft_of_item(member->value, keyed)
                                       : draft_of(member->value, shape == nullptr ? nullptr : shape->find(member->key));
        draft.entries.push_back({member->key, std::move(value)});
    }
    draft.flow = !has_lines(draft) && !is_nested(draft) && utf8::length(write_flow(draft)) <= widest_mapping;
    return draft;
}

}  // namespace

Draft draft_of_item(const Value& value, const Field* field) {
    if (const std::string* text = value.text()) return scalar(*text, field);
    if (const List* list = value.list()) return sequence(*list, nullptr);
    return mapping(*value.map(), field == nullptr || field->shape == nullptr ? nullptr : &field->shape(), nullptr);
}

Draft draft_of(const Value& value, const Field* field) {
    if (const std::string* text = value.text()) return scalar(*text, field);
    if (const List* list = value.list()) return sequence(*list, field);
    if (field != nullptr && field->storage == Storage::keyed) {
        Draft draft = mapping(*value.map(), nullptr, field);
        draft.flow = false;
        return draft;
    }
    Draft draft = draft_of_item(value, field);
    // An address is read line by line.
    if (draft.entries.size() > 4) draft.flow = false;
    return draft;
}

std::string create(model::RecordKind kind, const Value& record) {
    if (record.map() == nullptr) return "";
    Draft draft = mapping(*record.map(), &model::shape_of(kind), nullptr);
    std::string text;
    for (const yaml::DraftEntry& entry : draft.entries) {
        text += yaml::write_text(entry.key, yaml::Context::key) + ":" + yaml::write_behind(entry.value, 0) + "\n";
    }
    return text;
}

}  // namespace cafe::edit
