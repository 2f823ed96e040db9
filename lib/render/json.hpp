// JSON, written piece by piece: always valid UTF-8, always in the order it was given, one line a record.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cafe::render {

/// A piece of JSON that is already written and valid (RFC 8259). Made by the functions below only, so that no text can
/// slip in unescaped.
class Json {
public:
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    bool operator==(const Json&) const = default;

private:
    friend Json json_text(std::string_view text);
    friend Json json_number(std::int64_t number);
    friend Json json_number(double number);
    friend std::optional<Json> json_number_as_written(std::string_view text);
    friend Json json_boolean(bool value);
    friend Json json_null();
    friend Json json_list(std::span<const Json> items);
    friend Json json_lines(std::span<const Json> items);
    friend class JsonObject;
    explicit Json(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes_;
};

/// Escapes `"`, `\`, C0, DEL, C1, U+2028 and U+2029; a byte that is not UTF-8 becomes U+FFFD.
Json json_text(std::string_view text);
Json json_number(std::int64_t number);
/// The shortest digits that read back the same; `null` for a number that JSON cannot write (infinity, NaN).
Json json_number(double number);
Json json_boolean(bool value);
Json json_null();
/// `["a", "b"]`
Json json_list(std::span<const Json> items);
Json json_list(std::span<const std::string> texts);
/// The same with each item on a line of its own: for lists of records, so that they can be read and compared.
Json json_lines(std::span<const Json> items);

/// A mapping in the order its members are added. Keys are not checked for twins.
///
///     JsonObject().add("schema", "cafe/show/1").add("record", record).done()
class JsonObject {
public:
    JsonObject& add(std::string_view key, const Json& value);
    JsonObject& add(std::string_view key, std::string_view text) { return add(key, json_text(text)); }
    JsonObject& add(std::string_view key, const char* text) { return add(key, json_text(text)); }
    JsonObject& add(std::string_view key, int number) { return add(key, json_number(std::int64_t{number})); }
    JsonObject& add(std::string_view key, std::size_t number) {
        return add(key, json_number(static_cast<std::int64_t>(number)));
    }
    [[nodiscard]] Json done() const;

private:
    std::string bytes_ = "{";
};

/// A whole document for a file or stdout: the value and a line feed.
std::string json_document(const Json& value);

/// JSON that may stand inside an HTML page: `<`, `>` and `&` as `\uXXXX` too, so that no `</script>` can be spelled.
std::string json_in_page(const Json& value);

/// The number a text is, digit by digit as it stands, when it is spelled as RFC 8259 spells one without exponent ("12",
/// "-0.50"): not "012", "+1", "1.", ".5".
std::optional<Json> json_number_as_written(std::string_view text);

}  // namespace cafe::render
