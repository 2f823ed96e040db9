// What stands in a record, without positions or layout: a text, a list or a map.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cafe {

struct Value;
struct Member;

using List = std::vector<Value>;
/// In the order of the file. Keys are unique: the reader refuses twins.
using Map = std::vector<Member>;

/// A tree of texts. Every scalar is text until the field list says what it is.
struct Value {
    std::variant<std::string, List, Map> held;

    // All out of line: clang 14 wants Member complete for any of them.
    Value();
    Value(std::string text);  // NOLINT(google-explicit-constructor): a text is a value
    Value(const char* text);  // NOLINT(google-explicit-constructor)
    Value(List list);         // NOLINT(google-explicit-constructor)
    Value(Map map);           // NOLINT(google-explicit-constructor)
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&held); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&held); }
    [[nodiscard]] const Map* map() const { return std::get_if<Map>(&held); }

    /// The value under `key`, or nothing when this is no map or has no such key.
    [[nodiscard]] const Value* find(std::string_view key) const;
};

struct Member {
    std::string key;
    Value value;
};

// Out of line: clang 14 rejects defaulted comparisons over these incomplete types.
bool operator==(const Value& a, const Value& b);
bool operator==(const Member& a, const Member& b);

}  // namespace cafe
