#include "model/reference.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "model/needs.hpp"

namespace cafe::model {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t drawn = 6;
constexpr unsigned modulus = 37;

unsigned check_of(std::string_view letters) {
    unsigned rest = 0;
    for (const char c : letters)
        rest = (rest * static_cast<unsigned>(alphabet.size()) + static_cast<unsigned>(alphabet.find(c))) % modulus;
    return rest;
}

// A letter as people type it; nothing for what is none of them.
std::optional<char> letter(char typed) {
    char c = ascii::upper(typed);
    if (c == 'O') c = '0';
    if (c == 'I' || c == 'L') c = '1';
    return alphabet.find(c) == std::string_view::npos ? std::nullopt : std::optional(c);
}

// "  - {ref: \"K7QF2M-8\", to: a}": whether the line sets a key `ref` to a reference.
bool holds_reference(std::string_view line) {
    constexpr std::string_view key = "ref:";
    line = text::trim(line);
    while (line.starts_with("- ") || line.starts_with("{")) line = text::trim(line.substr(1));
    if (!line.starts_with(key)) return false;
    std::string_view value = line.substr(key.size());
    value = text::trim(value.substr(0, value.find_first_of(",}#")));
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'')) value = value.substr(1, value.size() - 2);
    return looks_like_reference(value) && read_reference(value).has_value();
}

}  // namespace

std::string draw_reference(const std::function<std::string(std::size_t)>& draw) {
    for (;;) {
        std::string letters;
        // 256 is a multiple of 32: no letter is likelier than another.
        for (const char byte : draw(drawn)) letters += alphabet[static_cast<unsigned char>(byte) % alphabet.size()];
        const unsigned check = check_of(letters);
        if (check < alphabet.size()) return letters + '-' + alphabet[check];
    }
}

bool looks_like_reference(std::string_view typed) {
    const std::string_view trimmed = text::trim(typed);
    return trimmed.size() == drawn + 2 && trimmed[drawn] == '-' &&
           std::all_of(trimmed.begin(), trimmed.end(),
                       [](char c) { return c == '-' || ascii::is_letter_or_digit(c); }) &&
           std::count(trimmed.begin(), trimmed.end(), '-') == 1;
}

std::optional<std::string> read_reference(std::string_view typed) {
    std::string letters;
    const std::string_view trimmed = text::trim(typed);
    const std::size_t hyphen = trimmed.find('-');
    for (std::size_t i = 0; i < trimmed.size(); ++i) {
        const char c = trimmed[i];
        if (i == hyphen && i == drawn) continue;
        const auto read = letter(c);
        if (!read || letters.size() > drawn) return std::nullopt;
        letters += *read;
    }
    if (letters.size() != drawn + 1) return std::nullopt;
    const std::string_view six = std::string_view(letters).substr(0, drawn);
    const unsigned check = check_of(six);
    if (check >= alphabet.size() || alphabet[check] != letters.back()) return std::nullopt;
    return std::string(six) + '-' + letters.back();
}

Bracketed bracketed(std::string_view text) {
    Bracketed found{{}, std::string(text)};
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) break;
        auto reference = read_reference(text.substr(open + 1, close - open - 1));
        if (!reference) continue;
        if (std::find(found.references.begin(), found.references.end(), *reference) == found.references.end())
            found.references.push_back(std::move(*reference));
        found.rest = text.substr(close + 1);
    }
    return found;
}

std::optional<std::size_t> journal_form_at(std::string_view text) {
    // Nearly every text has neither.
    const bool may_refer = text.find("ref:") != std::string_view::npos;
    if (!may_refer && text.find("counters:") == std::string_view::npos) return std::nullopt;
    bool counts = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (holds_reference(line)) return begin;
        const std::string_view said = text::trim(line);
        if (counts && said.ends_with(':') && is_quarter(said.substr(0, said.size() - 1))) return begin;
        counts = line.starts_with("counters:");
        begin = end + 1;
    }
    return std::nullopt;
}

}  // namespace cafe::model
