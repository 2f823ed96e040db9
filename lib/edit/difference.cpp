#include "edit/difference.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/identity.hpp"
#include "model/values.hpp"
#include "yaml/splice.hpp"

namespace cafe::edit {

namespace {

using model::Field;
using model::Identifies;
using model::identifies;
using model::is_ordered;
using model::RecordPath;
using model::Type;

std::string_view without_last_line_ends(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

// A text as it is compared with others of its list.
std::string compared(const std::string& text, const Field* field) {
    if (field != nullptr && field->type == Type::phone)
        if (const auto phone = model::to_phone(text)) return phone->dial;
    std::string folded = fold::text(text);
    return folded.empty() ? text : folded;
}

const std::string* text_under(const Value& mapping, std::string_view key) {
    const Value* value = mapping.find(key);
    return value == nullptr || value->text() == nullptr || value->text()->empty() ? nullptr : value->text();
}

// The field that names an item, when one alone does.
const Field* naming_field(const Value& item, const Meaning& meaning) {
    if (meaning.shape == nullptr || item.map() == nullptr) return nullptr;
    for (const Field& field : meaning.shape->fields)
        if (identifies(*meaning.shape, field) == Identifies::alone && text_under(item, field.key) != nullptr)
            return &field;
    const Field* together = nullptr;
    for (const Field& field : meaning.shape->fields) {
        if (identifies(*meaning.shape, field) != Identifies::together || text_under(item, field.key) == nullptr)
            continue;
        if (together != nullptr) return nullptr;
        together = &field;
    }
    if (together != nullptr) return together;
    const Field* main = meaning.shape->main();
    return main != nullptr && text_under(item, main->key) != nullptr ? main : nullptr;
}

std::size_t leaves(const Value& value) {
    if (const List* list = value.list()) {
        std::size_t sum = 0;
        for (const Value& item : *list) sum += leaves(item);
        return sum;
    }
    if (const Map* map = value.map()) {
        std::size_t sum = 0;
        for (const Member& member : *map) sum += leaves(member.value);
        return sum;
    }
    return 1;
}

std::size_t shared_leaves(const Value& a, const Value& b) {
    std::size_t sum = 0;
    if (const Map* map = a.map()) {
        for (const Member& member : *map)
            if (const Value* other = b.find(member.key)) sum += shared_leaves(member.value, *other);
    } else if (const List* list = a.list(); list != nullptr && b.list() != nullptr) {
        for (const Value& item : *list)
            if (std::find(b.list()->begin(), b.list()->end(), item) != b.list()->end()) sum += leaves(item);
    } else if (a.text() != nullptr && b.text() != nullptr && *a.text() == *b.text()) {
        sum = 1;
    }
    return sum;
}

// Half of the words, or more, stand in both.
bool alike_in_words(const std::string& a, const std::string& b) {
    const std::string fa = fold::text(a);
    const std::string fb = fold::text(b);
    const auto words_a = text::words(fa);
    const auto words_b = text::words(fb);
    const std::set<std::string_view> of_b(words_b.begin(), words_b.end());
    const auto both = std::count_if(words_a.begin(), words_a.end(), [&](auto word) { return of_b.contains(word); });
    return static_cast<std::size_t>(both) * 2 >= std::max(words_a.size(), words_b.size());
}

// What is left of two lists after identity: may one be the other with a corrected identity? Never where a reference
// or an id names the item: Marie's function given to Paul is not Marie corrected.
bool may_be_corrected(const Value& a, const Value& b, const Meaning& meaning, bool alone) {
    if (a.text() != nullptr && b.text() != nullptr && meaning.shape == nullptr)
        return alone || alike_in_words(*a.text(), *b.text());
    const Value whole_a = in_full(a, meaning);
    const Value whole_b = in_full(b, meaning);
    const Field* name_a = naming_field(whole_a, meaning);
    if (name_a == nullptr || name_a != naming_field(whole_b, meaning)) return false;
    if (name_a->type == Type::reference || name_a->type == Type::id) return false;
    if (alone) return true;
    const std::size_t others = std::max(leaves(whole_a), leaves(whole_b)) - 1;
    if (others > 0 && shared_leaves(whole_a, whole_b) * 2 >= others) return true;
    return name_a->type != Type::phone && name_a->type != Type::email &&
           alike_in_words(*text_under(whole_a, name_a->key), *text_under(whole_b, name_a->key));
}

// One of several fields that identify together: the partner of a round of news, the title of an announcement.
std::string part_of_identity(const Value& item, const Meaning& meaning, const Field& field) {
    if (item.map() == nullptr) return "";
    for (const Field& other : meaning.shape->fields)
        if (identifies(*meaning.shape, other) == Identifies::alone && text_under(item, other.key) != nullptr) return "";
    const std::string* text = text_under(item, field.key);
    return text == nullptr ? "" : compared(*text, &field);
}

constexpr std::size_t none = static_cast<std::size_t>(-1);

class Matching {
public:
    Matching(const List& a, const List& b, const Meaning& list)
        : a_(a), b_(b), list_(list), item_(item_of(list)), of_a_(a.size(), none), of_b_(b.size(), none) {
        for (const Value& item : a) names_a_.push_back(identity_of(item, item_));
        for (const Value& item : b) names_b_.push_back(identity_of(item, item_));
    }

    std::vector<std::pair<std::size_t, std::size_t>> pairs(Corrected correct) {
        by_name([&](std::size_t i, std::size_t j) { return equivalent(a_[i], b_[j], item_); });
        by_name([](std::size_t, std::size_t) { return true; });
        if (correct == Corrected::same) {
            by_part_of_name();
            if (!is_set(list_)) corrected();
        }
        std::vector<std::pair<std::size_t, std::size_t>> found;
        for (std::size_t i = 0; i < a_.size(); ++i)
            if (of_a_[i] != none) found.emplace_back(i, of_a_[i]);
        return found;
    }

private:
    void pair(std::size_t i, std::size_t j) {
        of_a_[i] = j;
        of_b_[j] = i;
    }

    // Items of one name that `fits`, the most alike first.
    template <class Fits>
    void by_name(const Fits& fits) {
        std::map<std::string, std::vector<std::size_t>, std::less<>> named;
        for (std::size_t j = 0; j < b_.size(); ++j)
            if (of_b_[j] == none) named[names_b_[j]].push_back(j);
        for (std::size_t i = 0; i < a_.size(); ++i) {
            const auto at = of_a_[i] == none && !names_a_[i].empty() ? named.find(names_a_[i]) : named.end();
            if (at == named.end()) continue;
            std::size_t best = none;
            std::size_t most = 0;
            for (const std::size_t j : at->second) {
                if (of_b_[j] != none || !fits(i, j)) continue;
                const std::size_t shared = shared_leaves(in_full(a_[i], item_), in_full(b_[j], item_));
                if (best != none && shared <= most) continue;
                best = j;
                most = shared;
            }
            if (best != none) pair(i, best);
        }
    }

    // A round of news gains its speaker, an announcement another day: one part is the same, and no other item left over
    // has it.
    void by_part_of_name() {
        if (item_.shape == nullptr) return;
        for (const Field& field : item_.shape->fields) {
            if (identifies(*item_.shape, field) != Identifies::together) continue;
            std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> left;
            for (std::size_t i = 0; i < a_.size(); ++i)
                if (of_a_[i] == none) left[part_of_identity(a_[i], item_, field)].first.push_back(i);
            for (std::size_t j = 0; j < b_.size(); ++j)
                if (of_b_[j] == none) left[part_of_identity(b_[j], item_, field)].second.push_back(j);
            for (const auto& [name, both] : left)
                if (!name.empty() && both.first.size() == 1 && both.second.size() == 1)
                    pair(both.first.front(), both.second.front());
        }
    }

    // Runs of items that stand between the same matched neighbours.
    void corrected() {
        std::map<std::size_t, std::vector<std::size_t>> runs_b;  // by the position in `a` of the matched item before
        std::size_t before = none;
        for (std::size_t j = 0; j < b_.size(); ++j) {
            if (of_b_[j] == none)
                runs_b[before].push_back(j);
            else
                before = of_b_[j];
        }
        std::map<std::size_t, std::vector<std::size_t>> runs_a;
        before = none;
        for (std::size_t i = 0; i < a_.size(); ++i) {
            if (of_a_[i] == none)
                runs_a[before].push_back(i);
            else
                before = i;
        }
        for (const auto& [place, run_a] : runs_a) {
            const auto at = runs_b.find(place);
            if (at == runs_b.end()) continue;
            const std::vector<std::size_t>& run_b = at->second;
            if (run_a.size() == 1 && run_b.size() == 1) {
                if (may_be_corrected(a_[run_a[0]], b_[run_b[0]], item_, true)) pair(run_a[0], run_b[0]);
                continue;
            }
            for (const std::size_t i : run_a)
                for (const std::size_t j : run_b)
                    if (of_a_[i] == none && of_b_[j] == none && may_be_corrected(a_[i], b_[j], item_, false))
                        pair(i, j);
        }
    }

    const List& a_;
    const List& b_;
    Meaning list_;
    Meaning item_;
    std::vector<std::size_t> of_a_;
    std::vector<std::size_t> of_b_;
    std::vector<std::string> names_a_;
    std::vector<std::string> names_b_;
};

// An item that no other of its list is called like: its name, or its position where a name would be a whole text.
std::string step_by_name(const Value& one, std::size_t index, const Meaning& list) {
    const Meaning item = item_of(list);
    if (one.text() != nullptr) {
        const Field* main = item.shape == nullptr ? nullptr : item.shape->main();
        const bool long_text =
            (list.field != nullptr && is_ordered(*list.field)) || (main != nullptr && main->type == Type::markdown);
        return long_text ? std::to_string(index) : *one.text();
    }
    const Field* field = naming_field(one, item);
    if (field == nullptr || field->type == Type::markdown) return std::to_string(index);
    return *text_under(one, field->key);
}

// How each item of a list is named in a path.
std::vector<std::string> steps_of(const List& list, const Meaning& meaning) {
    const Meaning item = item_of(meaning);
    std::vector<std::string> names;
    std::map<std::string_view, std::size_t> bearers;
    names.reserve(list.size());
    for (const Value& one : list) names.push_back(identity_of(one, item));
    for (const std::string& name : names) ++bearers[name];
    std::vector<std::string> steps;
    steps.reserve(list.size());
    for (std::size_t index = 0; index < list.size(); ++index) {
        const bool alone = !names[index].empty() && bearers[names[index]] == 1;
        steps.push_back(alone ? step_by_name(list[index], index, meaning) : std::to_string(index));
    }
    return steps;
}

class Difference {
public:
    std::vector<FieldChange> take(const Value& before, const Value& after, const Meaning& meaning) {
        value(before, after, meaning);
        return std::move(found_);
    }

private:
    void value(const Value& before, const Value& after, const Meaning& meaning) {
        if (equivalent(before, after, meaning)) return;
        if (before.map() != nullptr && after.map() != nullptr) return mapping(before, after, meaning);
        const bool list = meaning.field != nullptr && meaning.field->list && !in_item_ && !meaning.users_keys;
        if ((before.list() != nullptr || after.list() != nullptr) &&
            (list || (before.list() != nullptr && after.list() != nullptr)))
            return items(as_list(before), as_list(after), meaning);
        add(before, after);
    }

    void mapping(const Value& before, const Value& after, const Meaning& meaning) {
        const bool outer = in_item_;
        in_item_ = false;
        for (const Member& member : *after.map()) {
            path_.steps.push_back(member.key);
            const Value* old = before.find(member.key);
            if (old == nullptr)
                added(member.value, entry_of(meaning, member.key));
            else
                value(*old, member.value, entry_of(meaning, member.key));
            path_.steps.pop_back();
        }
        for (const Member& member : *before.map()) {
            if (after.find(member.key) != nullptr) continue;
            path_.steps.push_back(member.key);
            removed(member.value, entry_of(meaning, member.key));
            path_.steps.pop_back();
        }
        in_item_ = outer;
    }

    void added(const Value& value, const Meaning& meaning) {
        if (is_set(meaning) && value.list() != nullptr) return items({}, *value.list(), meaning);
        add(std::nullopt, value);
    }
    void removed(const Value& value, const Meaning& meaning) {
        if (is_set(meaning) && value.list() != nullptr) return items(*value.list(), {}, meaning);
        add(value, std::nullopt);
    }

    void items(const List& before, const List& after, const Meaning& meaning) {
        std::vector<std::size_t> of_after(after.size(), none);
        std::vector<bool> kept(before.size(), false);
        for (const auto& [i, j] : matched(before, after, meaning)) {
            of_after[j] = i;
            kept[i] = true;
        }
        const auto steps_after = steps_of(after, meaning);
        for (std::size_t j = 0; j < after.size(); ++j) {
            path_.steps.push_back(steps_after[j]);
            if (of_after[j] == none) {
                add(std::nullopt, after[j]);
            } else {
                const bool outer = in_item_;
                in_item_ = true;
                const Meaning item = item_of(meaning);
                value(in_full(before[of_after[j]], item), in_full(after[j], item), item);
                in_item_ = outer;
            }
            path_.steps.pop_back();
        }
        const auto steps_before = steps_of(before, meaning);
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (kept[i]) continue;
            path_.steps.push_back(steps_before[i]);
            add(before[i], std::nullopt);
            path_.steps.pop_back();
        }
        // Nothing but the order of a list where order says something.
        if (before.size() == after.size() && std::is_permutation(before.begin(), before.end(), after.begin()) &&
            before != after && !is_set(meaning))
            add(Value{before}, Value{after});
    }

    void add(std::optional<Value> before, std::optional<Value> after) {
        found_.push_back({path_, std::move(before), std::move(after)});
    }

    std::vector<FieldChange> found_;
    RecordPath path_;
    bool in_item_ = false;
};

bool same_lists(const List& a, const List& b, const Meaning& meaning) {
    if (a.size() != b.size()) return false;
    const Meaning item = item_of(meaning);
    if (is_set(meaning)) return std::is_permutation(a.begin(), a.end(), b.begin());
    return std::equal(a.begin(), a.end(), b.begin(),
                      [&](const Value& one, const Value& other) { return equivalent(one, other, item); });
}

}  // namespace

bool is_set(const Meaning& list) {
    return list.field != nullptr && list.field->storage == model::Storage::texts && !model::is_ordered(*list.field);
}

List as_list(const std::optional<Value>& value) {
    if (!value) return {};
    if (value->list() != nullptr) return *value->list();
    if (value->text() != nullptr && value->text()->empty()) return {};
    return List{*value};
}

Value in_full(const Value& item, const Meaning& meaning) {
    if (item.text() == nullptr || meaning.shape == nullptr) return item;
    const Field* main = meaning.shape->main();
    if (main == nullptr || item.text()->empty()) return item;
    return Value{Map{Member{std::string(main->key), item}}};
}

bool equivalent(const Value& a, const Value& b, const Meaning& meaning) {
    if (a.text() != nullptr && b.text() != nullptr)
        return without_last_line_ends(*a.text()) == without_last_line_ends(*b.text());
    const bool listed = meaning.field != nullptr && meaning.field->list;
    if (a.list() != nullptr && b.list() != nullptr) return same_lists(*a.list(), *b.list(), meaning);
    if (a.map() != nullptr && b.map() != nullptr) {
        if (a.map()->size() != b.map()->size()) return false;
        return std::all_of(a.map()->begin(), a.map()->end(), [&](const Member& member) {
            const Value* other = b.find(member.key);
            return other != nullptr && equivalent(member.value, *other, entry_of(meaning, member.key));
        });
    }
    if (listed && (a.list() != nullptr || b.list() != nullptr)) return same_lists(as_list(a), as_list(b), meaning);
    if (meaning.shape != nullptr && (a.map() != nullptr || b.map() != nullptr)) {
        const Value whole_a = in_full(a, meaning);
        const Value whole_b = in_full(b, meaning);
        return whole_a.map() != nullptr && whole_b.map() != nullptr && equivalent(whole_a, whole_b, meaning);
    }
    return false;
}

std::string identity_of(const Value& item, const Meaning& meaning) {
    if (item.text() != nullptr && meaning.shape == nullptr) return compared(*item.text(), meaning.field);
    const Value whole = in_full(item, meaning);
    if (whole.map() == nullptr || meaning.shape == nullptr) return "";
    std::string together;
    bool says = false;
    for (const Field& field : meaning.shape->fields) {
        const std::string* text = text_under(whole, field.key);
        if (identifies(*meaning.shape, field) == Identifies::alone && text != nullptr)
            return std::string(field.key) + "=" + compared(*text, &field);
        if (identifies(*meaning.shape, field) != Identifies::together) continue;
        says = says || text != nullptr;
        together += std::string(field.key) + "=" + (text == nullptr ? "" : compared(*text, &field)) + "\n";
    }
    if (says) return together;
    const Field* main = naming_field(whole, meaning);
    return main == nullptr ? "" : std::string(main->key) + "=" + compared(*text_under(whole, main->key), main);
}

std::vector<std::pair<std::size_t, std::size_t>> matched(const List& a, const List& b, const Meaning& list,
                                                         Corrected corrected) {
    return Matching(a, b, list).pairs(corrected);
}

std::string step_of(const List& list, std::size_t index, const Meaning& meaning) {
    const Meaning item = item_of(meaning);
    const std::string name = identity_of(list[index], item);
    if (name.empty()) return std::to_string(index);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (i != index && identity_of(list[i], item) == name) return std::to_string(index);
    return step_by_name(list[index], index, meaning);
}

std::vector<FieldChange> difference(const Value& before, const Value& after, const model::Shape& shape) {
    return Difference().take(before, after, meaning_of(shape));
}

}  // namespace cafe::edit
