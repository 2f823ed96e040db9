#include <algorithm>

#include "merge/random.hpp"

namespace cafe::test {

namespace {

std::string word(Draws& chance) {
    static const char* const words[] = {"accueil", "jeudi", "mairie", "santé", "bus", "hiver", "colis", "aide"};
    return std::string(words[chance.below(8)]) + " " + std::to_string(chance.below(100));
}

Value changed(const Value& value, Draws& chance, int depth) {
    if (const std::string* text = value.text()) {
        if (text->find('\n') == std::string::npos) return Value{word(chance)};
        std::string lines = *text;
        const std::size_t end = lines.find('\n', chance.below(lines.size()));
        lines.insert(end == std::string::npos ? lines.size() : end + 1, word(chance) + "\n");
        return Value{lines};
    }
    if (const List* list = value.list()) {
        List items = *list;
        const std::size_t what = chance.below(4);
        if (what == 0 && items.size() > 1)
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(chance.below(items.size())));
        else if (what == 1 && !items.empty() && items.front().map() != nullptr)
            items[chance.below(items.size())] = changed(items[chance.below(items.size())], chance, depth + 1);
        else if (items.empty() || items.front().text() != nullptr)
            items.insert(items.begin() + static_cast<std::ptrdiff_t>(chance.below(items.size() + 1)),
                         Value{word(chance)});
        else if (const Map* first = items.front().map()) {
            Map made;
            for (const Member& member : *first)
                if (member.value.text() != nullptr) made.push_back({member.key, Value{word(chance)}});
            if (!made.empty()) items.push_back(Value{std::move(made)});
        }
        return Value{std::move(items)};
    }
    Map map = *value.map();
    if (map.empty()) return value;
    const std::size_t at = chance.below(map.size());
    if (chance.below(5) == 0 && map.size() > 1)
        map.erase(map.begin() + static_cast<std::ptrdiff_t>(at));
    else
        map[at].value = changed(map[at].value, chance, depth + 1);
    return Value{std::move(map)};
}

}  // namespace

Value changed_under(const Value& record, const std::set<std::string>& keys, Draws& chance) {
    Map map;
    for (const Member& member : *record.map()) {
        if (!keys.contains(member.key)) {
            map.push_back(member);
            continue;
        }
        if (chance.below(8) == 0 && record.map()->size() > keys.size() + 1) continue;
        map.push_back({member.key, changed(member.value, chance, 0)});
    }
    return Value{std::move(map)};
}

}  // namespace cafe::test
