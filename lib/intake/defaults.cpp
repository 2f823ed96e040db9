#include "intake/defaults.hpp"

#include <algorithm>

namespace cafe::intake {

namespace {

std::vector<std::string> areas_for(const Become& row, const model::ImportMapping& mapping, const Lexicon& lexicon) {
    std::vector<std::string> areas;
    for (const model::ImportArea& area : mapping.set.territory) {
        if (area.from.empty()) {
            areas.push_back(area.area);
        } else if (const Value* address = row.record.find("address")) {
            const std::string commune = text_at(*address, "commune");
            if (commune.empty()) {
                if (!row.department.empty()) areas.push_back(row.department);
                continue;
            }
            if (const auto meant = lexicon.area(commune))
                areas.push_back(*meant);
            else if (const auto found = lexicon.commune(commune, text_at(*address, "postcode")); !found.code.empty())
                areas.push_back(found.code);
        } else if (!row.department.empty()) {
            areas.push_back(row.department);
        }
    }
    return areas;
}

}  // namespace

Value with_defaults(const Become& row, const model::ImportMapping& mapping, const Lexicon& lexicon) {
    Map map = *row.record.map();
    for (const Member& member : row.by_words)
        if (row.record.find(member.key) == nullptr) map.push_back(member);
    const Value record{map};
    const auto missing = [&](std::string_view key) { return record.find(key) == nullptr; };
    const auto text = [&](std::string_view key, const std::string& value) {
        if (!value.empty() && missing(key)) map.push_back(Member{std::string(key), Value{value}});
    };
    const auto list = [&](std::string_view key, const std::vector<std::string>& values) {
        if (values.empty() || !missing(key)) return;
        List items;
        for (const std::string& value : values) items.push_back(Value{value});
        map.push_back(Member{std::string(key), Value{std::move(items)}});
    };
    text("kind", mapping.set.kind);
    text("parent", mapping.set.parent);
    list("themes", mapping.set.themes);
    list("publics", mapping.set.publics);
    list("territory", areas_for(row, mapping, lexicon));
    text("fee", mapping.set.fee);
    list("languages", mapping.set.languages);
    text("audience", mapping.set.audience);
    list("tags", mapping.set.tags);
    return Value{std::move(map)};
}

}  // namespace cafe::intake
