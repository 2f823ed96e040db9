#include "view/wording.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/freshness.hpp"
#include "model/path.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<int, int> free_of{"{} libres sur {}", "{} free of {}"};
constexpr Phrase<int, int> one_free_of{"{} libre sur {}", "{} free of {}"};
constexpr Phrase<int> places_in_all{"{} en tout", "{} in all"};
constexpr Phrase<std::string> full_now{"complet : {}", "full: {}"};
constexpr Phrase<> to_be_asked{"places libres à demander", "ask for free places"};
constexpr Phrase<int> free_places{"{} libres", "{} free"};
constexpr Phrase<int> one_free_place{"{} libre", "{} free"};
constexpr Phrase<int> waiting{"{} en attente", "{} waiting"};
constexpr Phrase<std::string> as_of{"au {}", "on {}"};

}  // namespace

std::string list_of(const std::vector<std::string>& words, Lang lang) {
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i + 1 == words.size())
            list += lang == Lang::fr ? " et " : " and ";
        else if (i > 0)
            list += ", ";
        list += words[i];
    }
    return list;
}

std::string capitalised(std::string_view words) {
    if (words.empty()) return {};
    std::size_t at = 0;
    char32_t first = utf8::next(words, at);
    const bool latin = (first >= U'a' && first <= U'z') || (first >= 0xE0 && first <= 0xFE && first != 0xF7);
    if (latin) first -= 0x20;
    std::string out;
    utf8::append(out, first);
    out += words.substr(at);
    return out;
}

std::string choice_label(const model::Shape& shape, std::string_view path, const std::string& value, Lang lang) {
    const auto parsed = model::RecordPath::parse(path);
    const model::Field* field = parsed ? model::column_of(shape, *parsed) : nullptr;
    if (field != nullptr)
        for (const model::Choice& choice : field->choices)
            if (choice.value == value) return std::string(choice.label.in(lang));
    return value;
}

std::string numbers_of_places(const std::optional<int>& free, const std::optional<int>& places,
                              const std::optional<int>& waits, Lang lang) {
    std::vector<std::string> parts;
    // French counts 0 and 1 as one.
    if (free && places) parts.push_back((*free < 2 ? one_free_of : free_of)(*free, *places).in(lang));
    if (free && !places) parts.push_back((*free < 2 ? one_free_place : free_places)(*free).in(lang));
    if (!free && places) parts.push_back(places_in_all(*places).in(lang));
    if (waits.value_or(0) > 0) parts.push_back(waiting(*waits).in(lang));
    return text::join(parts, ", ");
}

std::string capacity_in_words(const model::Capacity& capacity, const model::Settings& settings, const Date& today,
                              Lang lang) {
    const bool counted = capacity.free || capacity.waiting;
    const bool shown = counted && facts::is_fresh_count(capacity.as_of, settings, today);
    std::string text = shown ? numbers_of_places(capacity.free, capacity.places, capacity.waiting, lang)
                             : numbers_of_places(std::nullopt, capacity.places, std::nullopt, lang);
    const auto add = [&](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
    if (shown) add(as_of(plain_date(*capacity.as_of).in(lang)).in(lang));
    if (counted && !shown) add(to_be_asked().in(lang));
    return shown && capacity.free == 0 ? full_now(std::move(text)).in(lang) : text;
}

}  // namespace cafe::view
