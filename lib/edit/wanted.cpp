// Edits on values: what a record shall say, before anybody asks how it is written.
#include <algorithm>
#include <array>

#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/edit.hpp"
#include "yaml/splice.hpp"

namespace cafe::edit {

namespace {

using model::Field;
using model::RecordPath;
using model::Shape;
using model::Storage;

constexpr Phrase<std::string> unknown_path{"champ inconnu « {} »", "unknown field '{}'"};
constexpr Phrase<std::string> choose_field{"au choix : {}", "choose from: {}"};
constexpr Phrase<std::string> no_parts{"« {} » n'a pas de sous-champs", "'{}' has no sub-fields"};
constexpr Phrase<std::string> no_list{"« {} » n'est pas une liste", "'{}' is not a list"};
constexpr Phrase<std::string> set_instead{"le remplacer : {}=…", "replace it: {}=…"};
constexpr Phrase<std::string> no_item{"« {} » n'est pas dans la liste", "'{}' is not in the list"};
constexpr Phrase<std::string> items_are{"la liste contient : {}", "the list holds: {}"};
constexpr Phrase<> list_is_empty{"la liste est vide", "the list is empty"};
constexpr Phrase<std::string> several_items{"« {} » désigne plusieurs lignes de la liste",
                                            "'{}' names several items of the list"};
constexpr Phrase<std::string> by_position{"les désigner par leur position : {}", "name them by position: {}"};
constexpr Phrase<std::string> takes_parts{"« {} » attend des sous-champs", "'{}' takes sub-fields"};
constexpr Phrase<std::string, std::string> write_parts{"écrire {0}={{…: …}}, ou {0}.{1}=…",
                                                       "write {0}={{…: …}}, or {0}.{1}=…"};
constexpr Phrase<std::string> takes_text{"« {} » attend un texte", "'{}' takes a text"};

Error usage(Words message, Words remedy) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

bool says_nothing(const Value& value) {
    if (const std::string* text = value.text()) return text->empty();
    if (const List* list = value.list()) return list->empty();
    return value.map()->empty();
}

Value* member(Map& map, std::string_view key) {
    for (Member& entry : map)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

Value& made_member(Map& map, const std::string& key) {
    if (Value* found = member(map, key)) return *found;
    map.push_back(Member{key, Value{}});
    return map.back().value;
}

void erase_member(Map& map, std::string_view key) {
    map.erase(std::remove_if(map.begin(), map.end(), [&](const Member& entry) { return entry.key == key; }), map.end());
}

// An item of a list of mappings may be just its main value: the new one does as its neighbours.
Value like_neighbours(Value item, const List& neighbours, const Field* field) {
    if (field == nullptr || field->shape == nullptr || neighbours.empty()) return item;
    const Field* main = field->shape().main();
    if (main == nullptr) return item;
    const auto all = [&](auto is) { return std::all_of(neighbours.begin(), neighbours.end(), is); };
    if (item.text() != nullptr && all([](const Value& other) { return other.map() != nullptr; }))
        return Value{Map{Member{std::string(main->key), std::move(item)}}};
    const Map* map = item.map();
    if (map != nullptr && map->size() == 1 && map->front().key == main->key && map->front().value.text() != nullptr &&
        all([](const Value& other) { return other.text() != nullptr; }))
        return Value{*map->front().value.text()};
    return item;
}

// ---- Walking a path ------------------------------------------------------------------------------------------------

class Walk {
public:
    Walk(const Edit& edit) : edit_(edit) {}  // NOLINT(google-explicit-constructor)

    // `map` is what stands at the steps before `depth`; `shape` is null where the field list knows nothing.
    Result<Done> mapping(Map& map, const Shape* shape, std::size_t depth) {
        const std::string& key = step(depth);
        const Field* field = shape == nullptr ? nullptr : shape->find(key);
        if (shape != nullptr && field == nullptr && member(map, key) == nullptr && !key.starts_with("x-"))
            return unknown(*shape, depth);
        return under(map, key, field, depth, false);
    }

private:
    [[nodiscard]] const std::string& step(std::size_t depth) const { return edit_.path.steps[depth]; }
    [[nodiscard]] bool ends(std::size_t depth) const { return depth + 1 == edit_.path.steps.size(); }
    [[nodiscard]] std::string path(std::size_t depth) const {
        return RecordPath{{edit_.path.steps.begin(), edit_.path.steps.begin() + static_cast<std::ptrdiff_t>(depth) + 1}}
            .print();
    }
    [[nodiscard]] bool removes() const {
        return edit_.op == Op::remove || (edit_.op == Op::set && says_nothing(edit_.value));
    }

    Result<Done> under(Map& map, const std::string& key, const Field* field, std::size_t depth, bool users_key) {
        const bool whole = ends(depth);
        if (whole && removes() && (edit_.op == Op::set || says_nothing(edit_.value))) {
            erase_member(map, key);
            return Done{};
        }
        const bool existed = member(map, key) != nullptr;
        if (!existed && removes()) {
            // Nothing to take away; the path must make sense all the same.
            Value none = empty_of(field, users_key);
            return whole ? Done{} : inside(none, field, depth, users_key);
        }
        Value& value = made_member(map, key);
        if (!existed && !whole) value = empty_of(field, users_key);
        const auto done = whole ? target(value, field, depth, users_key) : inside(value, field, depth, users_key);
        if (!done) return done;
        if (says_nothing(value) && (removes() || !existed)) erase_member(map, key);
        return done;
    }

    static Value empty_of(const Field* field, bool users_key) {
        if (field != nullptr && field->list && !users_key) return Value{List{}};
        return Value{Map{}};
    }

    // The path goes on behind `depth`.
    Result<Done> inside(Value& value, const Field* field, std::size_t depth, bool users_key) {
        if (field != nullptr && field->storage == Storage::keyed && !users_key) {
            if (value.map() == nullptr) value = Value{Map{}};
            return under(std::get<Map>(value.held), step(depth + 1), field, depth + 1, true);
        }
        if (field != nullptr && field->list && !users_key && value.list() == nullptr) value = Value{List{value}};
        if (value.list() != nullptr) return item(std::get<List>(value.held), field, depth);
        const Shape* shape = field == nullptr || field->shape == nullptr ? nullptr : &field->shape();
        if (field != nullptr && shape == nullptr) return usage(no_parts(path(depth)), {});
        if (const std::string* text = value.text()) {
            if (!text->empty()) return usage(no_parts(path(depth)), {});
            value = Value{Map{}};
        }
        return mapping(std::get<Map>(value.held), shape, depth + 1);
    }

    Result<Done> item(List& list, const Field* field, std::size_t depth) {
        const auto index = position(list, depth + 1);
        if (!index) return index.error();
        const bool whole = ends(depth + 1);
        const auto place = list.begin() + static_cast<std::ptrdiff_t>(*index);
        if (*index == list.size()) {
            if (removes()) return Done{};
            Value made;
            if (whole) {
                made = like_neighbours(edit_.value, list, field);
            } else {
                const auto done = part(made, field, depth + 1);
                if (!done) return done;
            }
            list.push_back(like_neighbours(std::move(made), list, field));
            return Done{};
        }
        if (whole && removes()) {
            if (edit_.op == Op::remove && !says_nothing(edit_.value)) return usage(no_list(path(depth + 1)), {});
            list.erase(place);
            return Done{};
        }
        if (whole) {
            if (edit_.op == Op::add) return usage(no_list(path(depth + 1)), set_instead(path(depth + 1)));
            *place = edit_.value;
            return Done{};
        }
        const auto done = part(*place, field, depth + 1);
        if (done && removes() && says_nothing(*place)) list.erase(place);
        return done;
    }

    // A part of an item, which may be written as its main value alone.
    Result<Done> part(Value& item, const Field* field, std::size_t depth) {
        if (field == nullptr || field->shape == nullptr) {
            if (field != nullptr || item.map() == nullptr) return usage(no_parts(path(depth)), {});
            return mapping(std::get<Map>(item.held), nullptr, depth + 1);
        }
        const Shape& shape = field->shape();
        const Field* main = shape.main();
        const std::string* text = item.text();
        if (text == nullptr) {
            if (item.map() == nullptr) return usage(no_parts(path(depth)), {});
            return mapping(std::get<Map>(item.held), &shape, depth + 1);
        }
        Map map;
        if (!text->empty() && main != nullptr) map.push_back(Member{std::string(main->key), *text});
        const bool was_short = !map.empty();
        const auto done = mapping(map, &shape, depth + 1);
        if (!done) return done;
        const bool still_short =
            was_short && map.size() == 1 && map.front().key == main->key && map.front().value.text() != nullptr;
        item = still_short ? map.front().value : Value{std::move(map)};
        return done;
    }

    // An item by position or identity; the position behind the last one is a new item.
    Result<std::size_t> position(const List& list, std::size_t depth) const {
        const std::string& name = step(depth);
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (identity(list[i]) == name) found.push_back(i);
        const auto number = text::to_integer(name);
        const bool counts =
            text::is_digits(name) && number && *number >= 0 && static_cast<unsigned long long>(*number) <= list.size();
        if (counts && (found.empty() || static_cast<std::size_t>(*number) < list.size()))
            return static_cast<std::size_t>(*number);
        if (found.size() == 1) return found.front();
        if (found.size() > 1) {
            std::vector<std::string> positions;
            for (const std::size_t index : found) positions.push_back(std::to_string(index));
            return usage(several_items(path(depth)), by_position(text::join(positions, ", ")));
        }
        std::vector<std::string> names;
        for (const Value& item : list)
            if (std::string known = identity(item); !known.empty()) names.push_back(utf8::printable(known));
        if (const auto near = text::nearest(name, names)) return usage(no_item(path(depth)), did_you_mean(*near));
        constexpr std::size_t most = 12;
        if (names.size() > most) {
            names.resize(most);
            names.emplace_back("…");
        }
        return usage(no_item(path(depth)), list.empty() ? list_is_empty() : items_are(text::join(names, ", ")));
    }

    // ---- The end of the path ---------------------------------------------------------------------------------------

    Result<Done> target(Value& value, const Field* field, std::size_t depth, bool users_key) {
        const bool list = (field != nullptr && field->list && !users_key) || value.list() != nullptr;
        const bool map = field != nullptr && !list &&
                         (field->storage == Storage::mapping || field->storage == Storage::keyed) &&
                         !(users_key && field->shape == nullptr);
        if (edit_.op == Op::set) return set(value, field, list, map, depth);
        if (list) {
            if (value.list() == nullptr) value = says_nothing(value) ? Value{List{}} : Value{List{value}};
            auto& items = std::get<List>(value.held);
            edit_.op == Op::add ? add(items, field) : take(items);
            return Done{};
        }
        if (map && !users_key && field->storage == Storage::keyed) return change_keys(value, depth);
        return usage(no_list(path(depth)), edit_.op == Op::add ? set_instead(path(depth)) : Words{});
    }

    Result<Done> set(Value& value, const Field* field, bool list, bool map, std::size_t depth) {
        if (list && edit_.value.list() == nullptr) {
            value = Value{List{edit_.value}};
            return Done{};
        }
        if (map && edit_.value.map() == nullptr) {
            const auto& fields = field->shape == nullptr ? std::vector<Field>{} : field->shape().fields;
            return usage(takes_parts(path(depth)),
                         fields.empty() ? Words{} : write_parts(path(depth), std::string(fields.front().key)));
        }
        if (!list && !map && field != nullptr && edit_.value.text() == nullptr)
            return usage(takes_text(path(depth)), {});
        value = edit_.value;
        return Done{};
    }

    void add(List& items, const Field* field) {
        const List given = edit_.value.list() != nullptr ? *edit_.value.list() : List{edit_.value};
        for (const Value& raw : given) {
            const bool stands = std::any_of(items.begin(), items.end(), [&](const Value& other) {
                if (yaml::same(other, raw)) return true;
                return raw.text() != nullptr && identity(other) == *raw.text();
            });
            if (!stands) items.push_back(like_neighbours(raw, items, field));
        }
    }

    void take(List& items) {
        const List given = edit_.value.list() != nullptr ? *edit_.value.list() : List{edit_.value};
        for (const Value& unwanted : given)
            items.erase(std::remove_if(items.begin(), items.end(),
                                       [&](const Value& other) {
                                           if (yaml::same(other, unwanted)) return true;
                                           return unwanted.text() != nullptr && identity(other) == *unwanted.text();
                                       }),
                        items.end());
    }

    // Entries under the user's own keys: `aliases+={Libos: Monsempron-Libos}`, `aliases-=Libos`.
    Result<Done> change_keys(Value& value, std::size_t depth) {
        if (value.map() == nullptr) value = Value{Map{}};
        Map& map = std::get<Map>(value.held);
        if (edit_.op == Op::add) {
            if (edit_.value.map() == nullptr) return usage(takes_parts(path(depth)), {});
            for (const Member& entry : *edit_.value.map()) made_member(map, entry.key) = entry.value;
            return Done{};
        }
        if (edit_.value.text() == nullptr) return usage(takes_text(path(depth)), {});
        erase_member(map, *edit_.value.text());
        return Done{};
    }

    [[nodiscard]] Error unknown(const Shape& shape, std::size_t depth) const {
        const std::string& key = step(depth);
        const std::string shown = utf8::printable(path(depth));
        const auto whole = [&](std::string_view name) {
            RecordPath meant = edit_.path;
            meant.steps[depth] = name;
            return did_you_mean(meant.print());
        };
        if (const Field* field = shape.find_french(key)) return usage(unknown_path(shown), whole(field->key));
        std::vector<std::string> keys;
        for (const Field& field : shape.fields) keys.emplace_back(field.key);
        if (const auto near = text::nearest(key, keys)) return usage(unknown_path(shown), whole(*near));
        return usage(unknown_path(shown), choose_field(text::join(keys, ", ")));
    }

    const Edit& edit_;
};

}  // namespace

std::string identity(const Value& item) {
    constexpr std::array<std::string_view, 10> keys{"id",      "number", "address", "place", "person",
                                                    "partner", "title",  "name",    "what",  "text"};
    if (const std::string* text = item.text()) return *text;
    for (const std::string_view key : keys)
        if (const Value* value = item.find(key); value != nullptr && value->text() != nullptr) return *value->text();
    return "";
}

Result<Value> wanted(const Value& record, const model::Shape& shape, const std::vector<Edit>& edits) {
    Value value = record;
    if (value.map() == nullptr) value = Value{Map{}};
    for (const Edit& edit : edits) {
        if (edit.path.steps.empty()) continue;
        const auto done = Walk(edit).mapping(std::get<Map>(value.held), &shape, 0);
        if (!done) return done.error();
    }
    return value;
}

}  // namespace cafe::edit
