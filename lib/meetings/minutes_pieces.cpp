#include "meetings/minutes_pieces.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "model/values.hpp"

namespace cafe::meetings::minutes_page {

void set(Map& item, std::string_view key, Value value) {
    const auto found = std::find_if(item.begin(), item.end(), [&](const Member& each) { return each.key == key; });
    const bool empty = value.text() != nullptr  ? value.text()->empty()
                       : value.map() != nullptr ? value.map()->empty()
                                                : value.list()->empty();
    if (empty) {
        if (found != item.end()) item.erase(found);
    } else if (found == item.end()) {
        item.push_back({std::string(key), std::move(value)});
    } else if (found->value.text() == nullptr || value.text() == nullptr ||
               text::trim(*found->value.text()) != text::trim(*value.text())) {
        found->value = std::move(value);
    }
}

std::string take_id(std::string& line) {
    if (!line.ends_with(']')) return {};
    const std::size_t open = line.rfind(" [");
    if (open == std::string::npos) return {};
    std::string id = line.substr(open + 2, line.size() - open - 3);
    if (!model::is_id(id)) return {};
    line.resize(open);
    return id;
}

std::string take_brackets(std::string& text) {
    if (!text.ends_with(')')) return {};
    int depth = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        if (text[at] == ')') ++depth;
        if (text[at] == '(' && --depth == 0) {
            std::string inside(text::trim(std::string_view(text).substr(at + 1, text.size() - at - 2)));
            text = std::string(text::trim(std::string_view(text).substr(0, at)));
            return inside;
        }
    }
    return {};
}

bool says_all(const Value& one, const Value& typed) {
    if (one == typed) return true;
    if (one.map() == nullptr || typed.map() == nullptr) return false;
    return std::all_of(typed.map()->begin(), typed.map()->end(), [&](const Member& member) {
        const Value* value = one.find(member.key);
        return member.key == "id" || (value != nullptr && *value == member.value);
    });
}

List joined(List all, const List& said) {
    for (const Value& item : said) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const Value& one) {
            return says_all(one, item) || (!text_in(item, "person").empty() && item.map() != nullptr &&
                                           text_in(one, "person") == text_in(item, "person"));
        });
        if (!known) all.push_back(item);
    }
    return all;
}

std::string text_in(const Value& item, std::string_view key) {
    if (item.text() != nullptr) return *item.text();
    const Value* value = item.find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
}

std::vector<std::pair<std::string, std::string>> partings(const std::string& text) {
    std::vector<std::pair<std::string, std::string>> all;
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (std::size_t at = text.find(':'); at < end; at = text.find(':', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\n') continue;
        std::string left(text::trim(std::string_view(text).substr(0, at)));
        while (left.ends_with("\xC2\xA0") || left.ends_with("\xE2\x80\xAF"))
            left.resize(left.size() - (left.ends_with("\xC2\xA0") ? 2 : 3));
        all.emplace_back(left, std::string(text::trim(std::string_view(text).substr(at + 1))));
    }
    return all;
}

}  // namespace cafe::meetings::minutes_page
