#include "site/search_codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "render/json.hpp"

namespace cafe::site {

namespace {

/// How often each pair of ASCII stands in a text that changes.
class PairCounts {
public:
    explicit PairCounts(std::string_view text) {
        for (std::size_t at = 0; at + 1 < text.size(); ++at) count(text[at], text[at + 1], 1);
    }

    void count(char first, char second, int more) {
        const auto one = static_cast<unsigned char>(first);
        const auto two = static_cast<unsigned char>(second);
        if (one >= ascii || two >= ascii) return;
        int& times = times_[one * ascii + two];
        if (times == 0) met_.push_back(one * ascii + two);
        times += more;
    }

    /// The most frequent pair, of several the one whose last place comes first; empty when all are rarer than `least`.
    [[nodiscard]] std::string most(int least, std::string_view text) const {
        std::string found;
        for (const std::size_t pair : met_) {
            if (times_[pair] < least) continue;
            const std::string other{static_cast<char>(pair / ascii), static_cast<char>(pair % ascii)};
            if (times_[pair] == least && !found.empty() && text.rfind(found) < text.rfind(other)) continue;
            least = times_[pair];
            found = other;
        }
        return found;
    }

private:
    static constexpr std::size_t ascii = 128;
    std::vector<int> times_ = std::vector<int>(ascii * ascii);
    std::vector<std::size_t> met_;  // pairs that stand in the text or did; some more than once
};

// The text with a sign for each such pair, counted on.
std::string with_sign(std::string_view text, std::string_view pair, char sign, PairCounts& counts) {
    std::string out;
    out.reserve(text.size());
    std::size_t done = 0;
    for (std::size_t at = text.find(pair); at != std::string_view::npos; at = text.find(pair, done)) {
        out += text.substr(done, at - done);
        done = at + pair.size();
        counts.count(pair.front(), pair.back(), -1);
        if (!out.empty()) {
            counts.count(out.back(), pair.front(), -1);
            counts.count(out.back(), sign, 1);
        }
        if (done < text.size()) {
            counts.count(pair.back(), text[done], -1);
            counts.count(sign, text[done], 1);
        }
        out += sign;
    }
    return out += text.substr(done);
}

}  // namespace

std::string quoted(std::string_view text) {
    return render::json_in_page(render::json_text(text));
}

std::string texts(const std::vector<std::string>& list) {
    return listed(list, quoted);
}
std::string numbers(const std::vector<std::size_t>& list) {
    return "[" + joined(list) + "]";
}

std::string plain_text(std::string_view text) {
    return text::replace_all(text, "|", " ");
}
std::string list_text(std::string_view text) {
    std::string plain = plain_text(text);
    std::replace(plain.begin(), plain.end(), ';', ',');
    std::replace(plain.begin(), plain.end(), '^', ' ');
    return plain;
}

std::string joined(const std::vector<std::size_t>& list) {
    std::string out;
    for (const std::size_t number : list) out += (out.empty() ? "" : ",") + std::to_string(number);
    return out;
}
std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& text : list) {
        if (&text != &list.front()) out += ';';
        out += list_text(text);
    }
    return out;
}

std::string base36(std::size_t number) {
    constexpr std::size_t base = 36;
    std::array<char, 16> digits{};  // enough for any number
    auto first = digits.end();
    do {
        *--first = "0123456789abcdefghijklmnopqrstuvwxyz"[number % base];
        number /= base;
    } while (number > 0);
    return {first, digits.end()};
}

char plain_sign(std::size_t value) {
    const std::size_t letter = 35 + value;
    return static_cast<char>(letter < '\\' ? letter : letter + 1);
}
std::size_t plain_value(char sign) {
    return static_cast<std::size_t>(sign) - 35 - (sign > '\\' ? 1 : 0);
}

void Postings::add(std::size_t position, std::size_t letter) {
    const std::size_t step = position + 1 - next_;
    if (step != 1) written_ += base36(step);
    written_ += letters[std::min(letter, letters.size() - 1)];
    next_ = position + 1;
}

void Lines::add(std::string line) {
    constexpr std::size_t most = 35;  // one digit
    const std::size_t end = std::min({line.size(), last_.size(), most});
    std::size_t same = 0;
    // ASCII alone: the script does not count in bytes.
    while (same < end && line[same] == last_[same] && line[same] > 0) ++same;
    if (!written_.empty()) written_ += ';';
    written_ += base36(same);
    written_.append(line, same);
    last_ = std::move(line);
}

std::size_t Shared::place(const std::string& text) {
    const auto [known, is_new] = places_.try_emplace(text, list_.size());
    if (is_new) list_.push_back(text);
    return known->second;
}

Paired paired(std::string text) {
    constexpr std::string_view signs = "EFGHIJKLMNOPQRSTUVWXYZ!#$%*+,-.:=?@[]^_{}~";
    constexpr int rare = 8;
    PairCounts counts(text);
    Paired out{std::move(text), {}};
    for (const char sign : signs) {
        if (out.text.find(sign) != std::string::npos) continue;
        const std::string pair = counts.most(rare, out.text);
        if (pair.empty()) break;
        out.text = with_sign(out.text, pair, sign, counts);
        out.pairs += sign + pair;
    }
    return out;
}

}  // namespace cafe::site
