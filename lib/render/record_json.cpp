#include "render/record_json.hpp"

#include <vector>

#include "model/values.hpp"

namespace cafe::render {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using yaml::Kind;
using yaml::Node;

// A node that the field list does not know: texts, lists and mappings as they are.
Json untyped(const Node& node) {
    switch (node.kind) {
        case Kind::empty: return json_text("");
        case Kind::scalar: return json_text(node.text);
        case Kind::sequence: {
            std::vector<Json> items;
            for (const Node& item : node.items) items.push_back(untyped(item));
            return json_list(items);
        }
        case Kind::mapping: {
            JsonObject object;
            for (const yaml::Entry& entry : node.entries) object.add(entry.key.text, untyped(entry.value));
            return object.done();
        }
    }
    return json_null();
}

// A text becomes a number only when it is spelled as JSON spells it, so that nothing changes on the way: 047500 stays.
Json scalar(const Node& node, const Field& field) {
    if (node.kind != Kind::scalar) return untyped(node);
    switch (field.storage) {
        case Storage::number:
            if (const auto number = model::to_whole_number(node.text)) return json_number(std::int64_t{*number});
            break;
        case Storage::decimal:
            if (const auto number = json_number_as_written(node.text)) return *number;
            break;
        case Storage::boolean:
            if (const auto value = model::to_boolean(node.text)) return json_boolean(*value);
            break;
        default: break;
    }
    return json_text(node.text);
}

void add_entry(JsonObject& object, const yaml::Entry& entry, const Shape& shape) {
    const Field* field = shape.find(entry.key.text);
    object.add(entry.key.text, field == nullptr ? untyped(entry.value) : value_json(entry.value, *field));
}

Json mapping_json(const Node& mapping, const Shape& shape) {
    JsonObject object;
    for (const yaml::Entry& entry : mapping.entries) add_entry(object, entry, shape);
    return object.done();
}

Json item(const Node& node, const Field& field) {
    if (field.storage != Storage::list) return scalar(node, field);
    if (node.kind == Kind::mapping) return mapping_json(node, field.shape());
    const Field* main = field.shape().main();
    if (main == nullptr || node.kind != Kind::scalar) return untyped(node);
    return JsonObject().add(main->key, scalar(node, *main)).done();
}

Json list(const Node& node, const Field& field) {
    std::vector<Json> items;
    if (node.kind == Kind::sequence)
        for (const Node& each : node.items) items.push_back(item(each, field));
    else if (node.kind != Kind::empty)
        items.push_back(item(node, field));
    return json_list(items);
}

// Under the user's own keys: mappings of the shape, or texts.
Json keyed(const Node& node, const Field& field) {
    if (node.kind != Kind::mapping || field.shape == nullptr) return untyped(node);
    JsonObject object;
    for (const yaml::Entry& entry : node.entries)
        object.add(entry.key.text,
                   entry.value.kind == Kind::mapping ? mapping_json(entry.value, field.shape()) : untyped(entry.value));
    return object.done();
}

}  // namespace

Json value_json(const Node& node, const Field& field) {
    switch (field.storage) {
        case Storage::list:
        case Storage::texts: return list(node, field);
        case Storage::keyed: return keyed(node, field);
        case Storage::mapping: return node.kind == Kind::mapping ? mapping_json(node, field.shape()) : untyped(node);
        default: return scalar(node, field);
    }
}

Json record_json(std::string_view id, const Node& tree, const Shape& shape) {
    JsonObject object;
    object.add("id", id);
    for (const yaml::Entry& entry : tree.entries)
        if (entry.key.text != "id") add_entry(object, entry, shape);
    return object.done();
}

}  // namespace cafe::render
