#include "render/mailbox.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

std::string without_controls(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t character = utf8::next(name, at);
        if (character == U'\n' || character == U'\t')
            out.push_back(' ');
        else if (!utf8::is_unprintable(character))
            utf8::append(out, character);
    }
    return std::string(text::trim(out));
}

}  // namespace

std::string mailbox(std::string_view name, std::string_view address) {
    // "=?" would be read as the start of an encoded word, quotes or not.
    const std::string clean = text::replace_all(without_controls(name), "=?", "= ?");
    if (clean.empty()) return std::string(address);
    std::string quoted;
    for (const char c : clean) {
        if (c == '"' || c == '\\') quoted.push_back('\\');
        quoted.push_back(c);
    }
    return "\"" + quoted + "\" <" + std::string(address) + ">";
}

std::string outlook_mailbox(std::string_view name, std::string_view address) {
    std::string plain;
    for (const char c : without_controls(name))
        if (std::string_view("\"\\;,<>()[]:@").find(c) == std::string_view::npos) plain.push_back(c);
    const std::string_view shown = text::trim(plain);
    if (shown.empty()) return std::string(address);
    return std::string(shown) + " <" + std::string(address) + ">";
}

}  // namespace cafe::render
