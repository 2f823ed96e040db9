#include "query/today.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "model/kind.hpp"
#include "model/path.hpp"

namespace cafe::query {

namespace {

bool is_date(const std::string& key) {
    const auto path = model::RecordPath::parse(key);
    return path && std::any_of(model::kinds().begin(), model::kinds().end(), [&](const model::Kind& kind) {
               const model::Field* field = model::column_of(kind.shape(), *path);
               return field != nullptr && field->type == model::Type::date;
           });
}

bool is_key(char c) {
    return ascii::is_letter_or_digit(c) || c == '_' || c == '.' || c == '-';
}

// One bound that begins here: the word for the day, whole.
std::size_t day_at(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 4> names{"today", "aujourd'hui", "aujourd’hui", "aujourdhui"};
    for (const std::string_view name : names) {
        const std::string_view rest = text.substr(at);
        if (!rest.starts_with(name)) continue;
        const bool ends = rest.size() == name.size() || !ascii::is_letter_or_digit(rest[name.size()]);
        if (ends) return name.size();
    }
    return 0;
}

std::string replaced(const std::string& word, const std::string& day) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        out += word[at];
        if (word[at++] != ':') continue;
        std::size_t begin = at - 1;
        while (begin > 0 && is_key(word[begin - 1])) --begin;
        if (!is_date(word.substr(begin, at - 1 - begin))) continue;
        while (at < word.size() && word[at] != ' ' && word[at] != ')') {
            if (const std::size_t length = day_at(word, at); length != 0) {
                out += day;
                at += length;
            } else {
                out += word[at++];
            }
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> with_today(std::span<const std::string> words, const Date& today) {
    std::vector<std::string> all;
    for (const std::string& word : words) all.push_back(replaced(word, today.iso()));
    return all;
}

}  // namespace cafe::query
