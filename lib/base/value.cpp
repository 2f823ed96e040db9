#include "base/value.hpp"

#include <utility>

namespace cafe {

Value::Value() = default;
Value::Value(std::string text) : held(std::move(text)) {}
Value::Value(const char* text) : held(std::string(text)) {}
Value::Value(List list) : held(std::move(list)) {}
Value::Value(Map map) : held(std::move(map)) {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

const Value* Value::find(std::string_view key) const {
    if (const Map* members = map())
        for (const Member& member : *members)
            if (member.key == key) return &member.value;
    return nullptr;
}

bool operator==(const Value& a, const Value& b) {
    return a.held == b.held;
}
bool operator==(const Member& a, const Member& b) {
    return a.key == b.key && a.value == b.value;
}

}  // namespace cafe
