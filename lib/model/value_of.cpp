#include "model/value_of.hpp"

#include <fmt/format.h>

namespace cafe::model {

namespace {

Value one_value(const Field& field, const void* held) {
    switch (field.storage) {
        case Storage::text:
        case Storage::texts: return Value{*static_cast<const std::string*>(held)};
        case Storage::number: return Value{fmt::format("{}", *static_cast<const int*>(held))};
        case Storage::decimal: return Value{fmt::format("{}", *static_cast<const double*>(held))};
        case Storage::boolean: return Value{*static_cast<const bool*>(held) ? "true" : "false"};
        case Storage::date: return Value{static_cast<const Date*>(held)->iso()};
        case Storage::mapping:
        case Storage::list: return value_of(held, field.shape());
        case Storage::keyed: break;
    }
    return {};
}

bool says_nothing(const Value& value) {
    if (value.text() != nullptr) return value.text()->empty();
    return value.list() != nullptr ? value.list()->empty() : value.map()->empty();
}

}  // namespace

Value value_of(const void* record, const Shape& shape) {
    Map map;
    for (const Field& field : shape.fields) {
        if (field.count == nullptr) continue;
        List values;
        for (std::size_t i = 0; i < field.count(record); ++i) values.push_back(one_value(field, field.at(record, i)));
        std::erase_if(values, says_nothing);
        if (values.empty()) continue;
        if (field.list)
            map.push_back(Member{std::string(field.key), Value{std::move(values)}});
        else
            map.push_back(Member{std::string(field.key), std::move(values.front())});
    }
    return Value{std::move(map)};
}

}  // namespace cafe::model
