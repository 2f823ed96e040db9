#include "render/data_json.hpp"

namespace cafe::render {

namespace {

// Lists at this depth have a line for each item: 0 is the top.
constexpr int deepest_lines = 1;

Json written(const view::Data& data, int depth) {
    if (const auto* truth = std::get_if<bool>(&data.held)) return json_boolean(*truth);
    if (const auto* whole = std::get_if<std::int64_t>(&data.held)) return json_number(*whole);
    if (const auto* number = std::get_if<double>(&data.held)) return json_number(*number);
    if (const std::string* text = data.text()) return json_text(*text);
    if (const view::DataList* list = data.list()) {
        std::vector<Json> items;
        items.reserve(list->size());
        for (const view::Data& item : *list) items.push_back(written(item, deepest_lines + 1));
        return depth <= deepest_lines ? json_lines(items) : json_list(items);
    }
    if (const view::DataMap* map = data.map()) {
        JsonObject object;
        for (const view::DataMember& member : *map) object.add(member.key, written(member.value, depth + 1));
        return object.done();
    }
    return json_null();
}

}  // namespace

Json json_of(const view::Data& data) {
    return written(data, deepest_lines + 1);
}

std::string json_document(const view::Data& data) {
    return json_document(written(data, 0));
}

}  // namespace cafe::render
