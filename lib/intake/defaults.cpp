#include "intake/defaults.hpp"

#include <algorithm>

namespace cafe::intake {

namespace {

bool guesses(const model::ImportMapping& mapping, std::string_view key) {
    return std::find(mapping.set.guess.begin(), mapping.set.guess.end(), key) != mapping.set.guess.end();
}
std::string kind_for(const Value& record, const model::ImportMapping& mapping, const Lexicon& lexicon) {
    const auto said = guesses(mapping, "kind") ? lexicon.terms_in(model::VocabularyKind::kinds, text_at(record, "name"))
                                               : std::vector<std::string>{};
    return said.empty() ? mapping.set.kind : said.front();
}
std::string words_of(const Value& record) {
    std::string words = text_at(record, "name") + ". " + text_at(record, "summary");
    if (const Value* missions = record.find("missions"); missions != nullptr && missions->list() != nullptr)
        for (const Value& mission : *missions->list())
            if (mission.text() != nullptr) words += ". " + *mission.text();
    return words;
}
std::vector<std::string> themes_for(const Value& record, const model::ImportMapping& mapping, const Lexicon& lexicon) {
    constexpr std::size_t most = 2;
    auto said = guesses(mapping, "themes") ? lexicon.terms_in(model::VocabularyKind::themes, words_of(record))
                                           : std::vector<std::string>{};
    if (said.size() > most) said.resize(most);
    return said.empty() ? mapping.set.themes : said;
}

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
    if (missing("kind")) text("kind", kind_for(record, mapping, lexicon));
    text("parent", mapping.set.parent);
    if (missing("themes")) list("themes", themes_for(record, mapping, lexicon));
    list("publics", mapping.set.publics);
    list("territory", areas_for(row, mapping, lexicon));
    text("fee", mapping.set.fee);
    list("languages", mapping.set.languages);
    text("audience", mapping.set.audience);
    list("tags", mapping.set.tags);
    return Value{std::move(map)};
}

}  // namespace cafe::intake
