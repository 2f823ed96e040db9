#include "base/text.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace cafe::text {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::u32string characters(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out.push_back(utf8::next(text, at));
    return out;
}

}  // namespace

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    if (text.empty()) return parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = text.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = text.find_first_of(blanks, begin);
        parts.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(blanks, end);
    }
    return parts;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t begin = 0;;) {
        const std::size_t at = text.find(from, begin);
        out += text.substr(begin, at - begin);
        if (at == std::string_view::npos) return out;
        out += to;
        begin = at + from.size();
    }
}

std::optional<long long> to_integer(std::string_view text) {
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<double> to_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (text.find_first_not_of("-.0123456789") != std::string_view::npos) return std::nullopt;
    return number;
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::u32string left = characters(a);
    const std::u32string right = characters(b);
    const std::size_t gap = left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (gap > limit) return limit + 1;
    std::vector<std::size_t> two_above(right.size() + 1);
    std::vector<std::size_t> above(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], two_above[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
        std::swap(two_above, above);
        std::swap(above, row);
    }
    return std::min(above[right.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::string folded = fold::text(word);
    std::size_t best = std::clamp<std::size_t>(utf8::length(folded) / 3, 1, 3) + 1;
    std::optional<std::string> found;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(folded, fold::text(candidate), best - 1);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

}  // namespace cafe::text
