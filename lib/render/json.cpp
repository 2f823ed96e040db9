#include "render/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

bool needs_escape(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
}

void append_escaped(std::string& out, char32_t character) {
    switch (character) {
        case U'"': out += "\\\""; return;
        case U'\\': out += "\\\\"; return;
        case U'\n': out += "\\n"; return;
        case U'\r': out += "\\r"; return;
        case U'\t': out += "\\t"; return;
        default: break;
    }
    if (needs_escape(character))
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(character));
    else
        utf8::append(out, character);
}

// Where the ASCII that stands for itself ends: nearly all there is.
std::size_t plain_end(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= ' ' && text[at] < '\x7F' && text[at] != '"' && text[at] != '\\') ++at;
    return at;
}

std::string joined(std::span<const Json> items, std::string_view open, std::string_view between,
                   std::string_view close) {
    std::string out(open);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += between;
        out += items[i].bytes();
    }
    out += close;
    return out;
}

std::size_t digits_from(std::string_view text, std::size_t at) {
    while (at < text.size() && ascii::is_digit(text[at])) ++at;
    return at;
}

bool is_json_number(std::string_view text) {
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t whole = at;
    at = digits_from(text, at);
    if (at == whole || (text[whole] == '0' && at > whole + 1)) return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = ++at;
        at = digits_from(text, at);
        if (at == fraction) return false;
    }
    return at == text.size();
}

}  // namespace

Json json_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 2);
    out.push_back('"');
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = plain_end(text, at);
        out.append(text, at, end - at);
        if ((at = end) < text.size()) append_escaped(out, utf8::next(text, at));
    }
    out.push_back('"');
    return Json(std::move(out));
}

Json json_number(std::int64_t number) {
    return Json(fmt::format("{}", number));
}

Json json_number(double number) {
    if (!std::isfinite(number)) return json_null();
    return Json(fmt::format("{}", number));
}

Json json_boolean(bool value) {
    return Json(value ? "true" : "false");
}

Json json_null() {
    return Json("null");
}

Json json_list(std::span<const Json> items) {
    return Json(joined(items, "[", ", ", "]"));
}

Json json_list(std::span<const std::string> texts) {
    std::vector<Json> items;
    items.reserve(texts.size());
    for (const std::string& text : texts) items.push_back(json_text(text));
    return json_list(items);
}

Json json_lines(std::span<const Json> items) {
    if (items.empty()) return json_list(items);
    return Json(joined(items, "[\n  ", ",\n  ", "\n]"));
}

JsonObject& JsonObject::add(std::string_view key, const Json& value) {
    if (bytes_.size() > 1) bytes_ += ", ";
    bytes_ += json_text(key).bytes();
    bytes_ += ": ";
    bytes_ += value.bytes();
    return *this;
}

Json JsonObject::done() const {
    return Json(bytes_ + "}");
}

std::string json_document(const Json& value) {
    return value.bytes() + "\n";
}

std::string json_in_page(const Json& value) {
    // These three occur in JSON inside texts only, where an escape stands for the same character.
    const auto is_marked = [](char byte) { return byte == '<' || byte == '>' || byte == '&'; };
    const std::string& bytes = value.bytes();
    std::string out;
    out.reserve(bytes.size());
    std::size_t done = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (!is_marked(bytes[at])) continue;
        out.append(bytes, done, at - done);
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(bytes[at]));
        done = at + 1;
    }
    return out.append(bytes, done);
}

std::optional<Json> json_number_as_written(std::string_view text) {
    if (!is_json_number(text)) return std::nullopt;
    return Json(std::string(text));
}

}  // namespace cafe::render
