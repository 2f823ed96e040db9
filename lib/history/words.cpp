#include "history/words.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::history {

namespace {

constexpr std::size_t longest = 70;

std::string cut(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    text = std::string(text::trim(text));
    if (utf8::length(text) <= longest) return text;
    std::size_t bytes = 0;
    std::size_t letters = 0;
    while (bytes < text.size() && letters + 1 < longest) {
        ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) ++bytes;
        ++letters;
    }
    return text.substr(0, bytes) + "…";
}

// The way to a value, one word per step: labels of keys, items by their name. `item` tells whether the last step is an
// item of a list.
struct Way {
    std::vector<std::string> fr;
    std::vector<std::string> en;
    std::vector<std::string> kinds_fr;  // the labels among them: no word that somebody wrote
    std::vector<std::string> kinds_en;
    bool item = false;
    bool named_by_value = false;  // the item's name is all that it says
};

Way way_of(const edit::FieldChange& change, const model::Shape& shape) {
    Way way;
    edit::Meaning meaning = edit::meaning_of(shape);
    for (const std::string& step : change.path.steps) {
        const bool in_list = !way.item && meaning.field != nullptr && meaning.field->list && !meaning.users_keys;
        if (in_list) {
            meaning = edit::item_of(meaning);
            way.item = true;
            way.named_by_value = meaning.shape == nullptr;
            way.fr.push_back(step);
            way.en.push_back(step);
            continue;
        }
        const bool users = meaning.users_keys;
        meaning = edit::entry_of(meaning, step);
        way.item = false;
        const bool labelled = !users && meaning.field != nullptr && !meaning.field->label.fr.empty();
        way.fr.push_back(labelled ? std::string(meaning.field->label.fr) : step);
        way.en.push_back(labelled ? std::string(meaning.field->label.en) : step);
        if (!labelled) continue;
        way.kinds_fr.push_back(way.fr.back());
        way.kinds_en.push_back(way.en.back());
    }
    return way;
}

}  // namespace

std::string on_one_line(const Value& value) {
    if (value.text() != nullptr) return cut(*value.text());
    std::vector<std::string> parts;
    if (const List* list = value.list())
        for (const Value& item : *list) parts.push_back(on_one_line(item));
    if (const Map* map = value.map())
        for (const Member& member : *map) parts.push_back(on_one_line(member.value));
    return cut(text::join(parts, ", "));
}

Words field_in_words(const edit::FieldChange& change, const model::Shape& shape) {
    const Way way = way_of(change, shape);
    return {text::join(way.fr, ", "), text::join(way.en, ", ")};
}

Words kind_in_words(const edit::FieldChange& change, const model::Shape& shape) {
    const Way way = way_of(change, shape);
    return {text::join(way.kinds_fr, ", "), text::join(way.kinds_en, ", ")};
}

Words in_words(const edit::FieldChange& change, const model::Shape& shape) {
    Way way = way_of(change, shape);
    // An item that came or went is named by what it says.
    if (way.item && (!change.before || !change.after || way.named_by_value) && !way.fr.empty()) {
        way.fr.pop_back();
        way.en.pop_back();
    }
    // An item whose name itself was corrected would be named twice.
    const std::vector<std::string>& steps = change.path.steps;
    if (!way.item && way.fr.size() > 1 && change.after && change.after->text() != nullptr &&
        steps[steps.size() - 2] == *change.after->text()) {
        way.fr.erase(way.fr.end() - 2);
        way.en.erase(way.en.end() - 2);
    }
    const Words field{text::join(way.fr, ", "), text::join(way.en, ", ")};
    constexpr Phrase<Words, std::string, std::string> became{"{0} {1} → {2}", "{0} {1} → {2}"};
    constexpr Phrase<Words, std::string> came{"{0} + {1}", "{0} + {1}"};
    constexpr Phrase<Words, std::string> went{"{0} − {1}", "{0} − {1}"};
    if (!change.before) return came(field, on_one_line(*change.after));
    if (!change.after) return went(field, on_one_line(*change.before));
    return became(field, on_one_line(*change.before), on_one_line(*change.after));
}

}  // namespace cafe::history
