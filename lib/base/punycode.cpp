#include "base/punycode.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/utf8.hpp"

namespace cafe {

namespace {

// RFC 3492 §5.
constexpr std::uint32_t base = 36;
constexpr std::uint32_t least = 1;
constexpr std::uint32_t most = 26;
constexpr std::uint32_t skew = 38;
constexpr std::uint32_t damp = 700;
constexpr std::uint32_t first_bias = 72;
constexpr std::uint32_t first_character = 0x80;

char digit(std::uint32_t value) {
    return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

// §6.1
std::uint32_t adapted(std::uint32_t delta, std::uint32_t points, bool first) {
    delta = first ? delta / damp : delta / 2;
    delta += delta / points;
    std::uint32_t k = 0;
    for (; delta > ((base - least) * most) / 2; k += base) delta /= base - least;
    return k + (base - least + 1) * delta / (delta + skew);
}

}  // namespace

// §6.3
std::string punycode(std::string_view label) {
    std::vector<std::uint32_t> points;
    for (std::size_t at = 0; at < label.size();) points.push_back(static_cast<std::uint32_t>(utf8::next(label, at)));
    std::string out;
    for (const std::uint32_t point : points)
        if (point < first_character) out += static_cast<char>(point);
    const auto plain = static_cast<std::uint32_t>(out.size());
    if (plain > 0) out += '-';
    std::uint32_t next = first_character;
    std::uint32_t delta = 0;
    std::uint32_t bias = first_bias;
    std::uint32_t done = plain;
    while (done < points.size()) {
        std::uint32_t smallest = 0x10FFFF;
        for (const std::uint32_t point : points)
            if (point >= next) smallest = std::min(smallest, point);
        delta += (smallest - next) * (done + 1);
        next = smallest;
        for (const std::uint32_t point : points) {
            if (point < next) ++delta;
            if (point != next) continue;
            std::uint32_t rest = delta;
            for (std::uint32_t k = base;; k += base) {
                const std::uint32_t limit = k <= bias ? least : std::min(k - bias, most);
                if (rest < limit) break;
                out += digit(limit + (rest - limit) % (base - limit));
                rest = (rest - limit) / (base - limit);
            }
            out += digit(rest);
            bias = adapted(delta, done + 1, done == plain);
            delta = 0;
            ++done;
        }
        ++delta;
        ++next;
    }
    return out;
}

}  // namespace cafe
