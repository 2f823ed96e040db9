#include "merge/losses.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "edit/difference.hpp"
#include "merge/comments.hpp"
#include "model/values.hpp"
#include "yaml/parse.hpp"

namespace cafe::merge {

namespace {

using edit::Meaning;
using Key = std::pair<std::string, std::string>;  // field, value as it is compared
struct Seen {
    int times = 0;
    std::string value;  // as it was written
};
using Counts = std::map<Key, Seen>;

class Counter {
public:
    Counts counts;

    void count(const Value& value, const Meaning& meaning, const std::string& field, bool item) {
        if (const List* list = value.list()) {
            for (const Value& one : *list)
                count(edit::in_full(one, edit::item_of(meaning)), edit::item_of(meaning), field, true);
            return;
        }
        if (const Map* map = value.map()) {
            for (const Member& member : *map)
                count(member.value, edit::entry_of(meaning, member.key),
                      field.empty() ? member.key : field + "." + member.key, false);
            return;
        }
        const bool listed = !item && !meaning.users_keys && meaning.field != nullptr && meaning.field->list;
        if (listed) {
            if (!value.text()->empty()) count(Value{List{value}}, meaning, field, false);
            return;
        }
        leaf(*value.text(), meaning, field);
    }

    void add(const std::string& field, const std::string& compared, std::string_view written) {
        Seen& seen = counts[{field, compared}];
        ++seen.times;
        seen.value = written;
    }

private:
    void leaf(const std::string& text, const Meaning& meaning, const std::string& field) {
        if (meaning.field != nullptr && meaning.field->type == model::Type::phone)
            if (const auto phone = model::to_phone(text)) return add(field, phone->dial, text);
        for (const std::string_view line : text::split(text, '\n')) {
            const std::string_view words = text::trim(line);
            if (!words.empty()) add(field, std::string(words), words);
        }
    }
};

Counts counts_of(const Counted& version, const model::Shape& shape) {
    Counter counter;
    counter.count(version.value, edit::meaning_of(shape), "", false);
    for (const std::string& line : version.comments) counter.add("#", line, line);
    return std::move(counter.counts);
}

int times(const Counts& counts, const Key& key) {
    const auto at = counts.find(key);
    return at == counts.end() ? 0 : at->second.times;
}

// The values at which a person is asked: those may go either way.
std::set<Key> values_of(const std::vector<Conflict>& open, const model::Shape& shape) {
    std::set<Key> keys;
    for (const Conflict& conflict : open) {
        // The same fields as in the record: the conflict's value under its path, items left out.
        Meaning meaning = edit::meaning_of(shape);
        std::string field;
        bool item = false;
        for (const std::string& step : conflict.path.steps) {
            const bool list = !item && meaning.field != nullptr && meaning.field->list && !meaning.users_keys;
            if (list) {
                meaning = edit::item_of(meaning);
                item = true;
                continue;
            }
            meaning = edit::entry_of(meaning, step);
            field += (field.empty() ? "" : ".") + step;
            item = false;
        }
        for (const auto* side : {&conflict.base, &conflict.ours, &conflict.theirs}) {
            if (!*side) continue;
            Counter counter;
            counter.count(item ? edit::in_full(**side, meaning) : **side, meaning, field, item);
            for (const auto& [key, seen] : counter.counts) keys.insert(key);
        }
    }
    return keys;
}

}  // namespace

std::vector<Loss> losses(const Counted& base, const Counted& ours, const Counted& theirs, const Counted& result,
                         const model::Shape& shape, const std::vector<Conflict>& open) {
    const Counts of_base = counts_of(base, shape);
    const Counts of_ours = counts_of(ours, shape);
    const Counts of_theirs = counts_of(theirs, shape);
    const Counts of_result = counts_of(result, shape);
    const std::set<Key> asked = values_of(open, shape);
    std::map<Key, std::string> keys;
    for (const auto* counts : {&of_base, &of_ours, &of_theirs, &of_result})
        for (const auto& [key, seen] : *counts) keys.emplace(key, seen.value);
    std::vector<Loss> found;
    for (const auto& [key, value] : keys) {
        if (asked.contains(key)) continue;
        const int b = times(of_base, key);
        const int o = times(of_ours, key);
        const int t = times(of_theirs, key);
        const int sum = std::max(0, o + t - b);
        const bool added = o >= b && t >= b;
        const bool removed = o <= b && t <= b;
        const int least = added ? std::max(o, t) : sum;
        const int most = removed ? std::min(o, t) : added ? sum : std::max(o, t);
        const int now = times(of_result, key);
        if (now < least) found.push_back({Loss::What::lost, key.first, value});
        if (now > most) found.push_back({Loss::What::doubled, key.first, value});
    }
    return found;
}

std::vector<std::string> comment_lines(std::string_view text, const model::Shape& shape) {
    std::vector<std::string> lines;
    const yaml::Parsed parsed = yaml::parse(text, "");
    if (!parsed.root) return lines;
    for (const Comment& comment : comments_of(text, *parsed.root, shape))
        for (const std::string_view line : text::split(comment.text, '\n')) {
            const std::size_t begin = line.find_first_not_of("# \t");
            if (begin != std::string_view::npos) lines.emplace_back(text::trim(line.substr(begin)));
        }
    return lines;
}

}  // namespace cafe::merge
