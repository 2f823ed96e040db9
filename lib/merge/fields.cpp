#include "merge/fields.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "edit/difference.hpp"
#include "merge/lines.hpp"
#include "model/identity.hpp"
#include "model/values.hpp"

namespace cafe::merge {

namespace {

using edit::equivalent;
using edit::Meaning;
using model::RecordPath;
using Maybe = std::optional<Value>;

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool says_nothing(const Value& value) {
    if (const std::string* text = value.text()) return text->empty();
    if (const List* list = value.list()) return list->empty();
    return value.map()->empty();
}

Maybe said(Maybe value) {
    if (value && says_nothing(*value)) return std::nullopt;
    return value;
}

Maybe entry(const Maybe& mapping, const std::string& key) {
    const Value* value = mapping ? mapping->find(key) : nullptr;
    return value == nullptr ? Maybe() : said(*value);
}

bool alike(const Maybe& a, const Maybe& b, const Meaning& meaning) {
    if (!a || !b) return a.has_value() == b.has_value();
    return equivalent(*a, *b, meaning);
}

// An element of a merged list: where it stands in each version.
struct Element {
    std::size_t base = none;
    std::size_t ours = none;
    std::size_t theirs = none;
    bool near = false;  // ours and theirs are two items, spelled almost alike
};

// The text that a person knows an item by, whatever its id.
std::string name_of_item(const Value& item) {
    for (const auto* key : {"name", "title", "what", "text"})
        if (const Value* value = item.find(key); value != nullptr && value->text() != nullptr)
            return fold::text(*value->text());
    return "";
}

class Merger {
public:
    Merger(const std::vector<Choice>& choices, const std::set<std::string>& forced)
        : choices_(choices), forced_(forced) {}

    std::vector<Conflict> take_conflicts() { return std::move(conflicts_); }

    Maybe node(const Maybe& base, const Maybe& ours, const Maybe& theirs, const Meaning& meaning, bool item) {
        if (!forced_.empty() && !alike(ours, theirs, meaning) && forced_.contains(path_.print()))
            return choose(base, ours, theirs, Reason::wrong_together);
        if (alike(ours, theirs, meaning)) return ours == base ? theirs : ours;
        if (alike(ours, base, meaning) && !forced_below()) return theirs;
        if (alike(theirs, base, meaning) && !forced_below()) return ours;
        const bool listed = !item && !meaning.users_keys && meaning.field != nullptr && meaning.field->list;
        const auto is_list = [](const Maybe& value) { return value && value->list() != nullptr; };
        if (listed || (is_list(ours) && is_list(theirs)))
            return list(edit::as_list(base), edit::as_list(ours), edit::as_list(theirs), meaning);
        if (ours && theirs && ours->map() != nullptr && theirs->map() != nullptr) {
            if (meaning.field != nullptr && model::is_one_fact(*meaning.field) && !item)
                return fact(base, ours, theirs, meaning);
            return mapping(base, ours, theirs, meaning);
        }
        if (ours && theirs && ours->text() != nullptr && theirs->text() != nullptr)
            return text(base, ours, theirs, meaning);
        return choose(base, ours, theirs,
                      !ours     ? Reason::removed_here
                      : !theirs ? Reason::removed_there
                                : Reason::both_changed);
    }

private:
    [[nodiscard]] bool forced_below() const {
        const std::string prefix = path_.steps.empty() ? "" : path_.print() + ".";
        const auto at = forced_.lower_bound(prefix);
        return at != forced_.end() && at->starts_with(prefix);
    }

    const Choice& choice() const {
        static const Choice ours;
        return conflicts_.size() < choices_.size() ? choices_[conflicts_.size()] : ours;
    }

    Maybe choose(const Maybe& base, const Maybe& ours, const Maybe& theirs, Reason reason) {
        const Choice chosen = choice();
        conflicts_.push_back({path_, base, ours, theirs, reason, false});
        switch (chosen.take) {
            case Choice::Take::theirs: return theirs;
            case Choice::Take::value: return said(chosen.value);
            case Choice::Take::ours:
            case Choice::Take::both: break;
        }
        return ours;
    }

    Maybe mapping(const Maybe& base, const Maybe& ours, const Maybe& theirs, const Meaning& meaning) {
        Map merged;
        const auto take = [&](const std::string& key) {
            path_.steps.push_back(key);
            const Meaning part = edit::entry_of(meaning, key);
            if (Maybe value = node(entry(base, key), entry(ours, key), entry(theirs, key), part, false))
                merged.push_back({key, std::move(*value)});
            path_.steps.pop_back();
        };
        for (const Member& member : *ours->map()) take(member.key);
        for (const Member& member : *theirs->map())
            if (ours->find(member.key) == nullptr) take(member.key);
        if (merged.empty()) return std::nullopt;
        return Value{std::move(merged)};
    }

    // A conflict in one of its parts is one of the whole: nobody said the mixture.
    Maybe fact(const Maybe& base, const Maybe& ours, const Maybe& theirs, const Meaning& meaning) {
        const std::size_t before = conflicts_.size();
        Maybe merged = mapping(base, ours, theirs, meaning);
        if (conflicts_.size() == before) return merged;
        conflicts_.resize(before);
        return choose(base, ours, theirs, Reason::both_changed);
    }

    Maybe text(const Maybe& base, const Maybe& ours, const Maybe& theirs, const Meaning& meaning) {
        const std::string& here = *ours->text();
        const std::string& there = *theirs->text();
        const model::Field* field = meaning.field;
        if (field != nullptr && field->type == model::Type::phone) {
            const auto one = model::to_phone(here);
            const auto other = model::to_phone(there);
            if (one && other && one->dial == other->dial) return ours;
        }
        if (!base && fold::text(here) == fold::text(there) && !fold::text(here).empty())
            return choose(base, ours, theirs, Reason::near_duplicate);
        const std::string* before = base ? base->text() : nullptr;
        const bool lined = before != nullptr && ((field != nullptr && field->type == model::Type::markdown) ||
                                                 here.find('\n') != std::string::npos);
        if (!lined) return choose(base, ours, theirs, Reason::both_changed);
        const auto ended = [](const std::string& one) { return one.ends_with('\n') ? one : one + "\n"; };
        const auto chunks = merge_lines(ended(*before), ended(here), ended(there), Touching::separate);
        const auto as_before = [&](std::string merged) {
            if (!here.ends_with('\n') && merged.ends_with('\n')) merged.pop_back();
            return said(Value{std::move(merged)});
        };
        if (is_clean(chunks)) return as_before(taking(chunks, Side::ours));
        const Maybe left = as_before(taking(chunks, Side::ours));
        const Maybe right = as_before(taking(chunks, Side::theirs));
        const bool both = choice().take == Choice::Take::both;
        Maybe chosen = choose(base, left, right, Reason::both_changed);
        conflicts_.back().both_may_stay = true;
        if (!both) return chosen;
        std::string all;
        for (const Chunk& chunk : chunks) all += chunk.conflict ? chunk.ours + chunk.theirs : chunk.text;
        return as_before(std::move(all));
    }

    // ---- Lists -----------------------------------------------------------------------------------------------------

    static std::vector<Element> elements_of(const List& base, const List& ours, const List& theirs,
                                            const Meaning& meaning) {
        std::vector<Element> elements;
        std::vector<std::size_t> by_ours(ours.size(), none);
        std::vector<std::size_t> by_theirs(theirs.size(), none);
        for (std::size_t i = 0; i < base.size(); ++i) elements.push_back({i, none, none, false});
        for (const auto& [i, j] : edit::matched(base, ours, meaning)) {
            elements[i].ours = j;
            by_ours[j] = i;
        }
        for (const auto& [i, j] : edit::matched(base, theirs, meaning)) {
            elements[i].theirs = j;
            by_theirs[j] = i;
        }
        // What both added.
        List new_ours;
        List new_theirs;
        std::vector<std::size_t> at_ours;
        std::vector<std::size_t> at_theirs;
        for (std::size_t j = 0; j < ours.size(); ++j)
            if (by_ours[j] == none) {
                new_ours.push_back(ours[j]);
                at_ours.push_back(j);
            }
        for (std::size_t j = 0; j < theirs.size(); ++j)
            if (by_theirs[j] == none) {
                new_theirs.push_back(theirs[j]);
                at_theirs.push_back(j);
            }
        std::vector<bool> met_ours(new_ours.size(), false);
        std::vector<bool> met_theirs(new_theirs.size(), false);
        const auto meet = [&](std::size_t i, std::size_t j, bool near) {
            elements.push_back({none, at_ours[i], at_theirs[j], near});
            met_ours[i] = met_theirs[j] = true;
        };
        for (const auto& [i, j] : edit::matched(new_ours, new_theirs, meaning, edit::Corrected::other))
            meet(i, j, false);
        for (std::size_t i = 0; i < new_ours.size(); ++i)
            for (std::size_t j = 0; j < new_theirs.size(); ++j) {
                if (met_ours[i] || met_theirs[j]) continue;
                const std::string name = name_of_item(new_ours[i]);
                if (!name.empty() && name == name_of_item(new_theirs[j])) meet(i, j, true);
            }
        for (std::size_t i = 0; i < new_ours.size(); ++i)
            if (!met_ours[i]) elements.push_back({none, at_ours[i], none, false});
        for (std::size_t j = 0; j < new_theirs.size(); ++j)
            if (!met_theirs[j]) elements.push_back({none, none, at_theirs[j], false});
        return elements;
    }

    using Where = std::size_t Element::*;

    static std::vector<std::size_t> order_of(const std::vector<Element>& elements, Where where) {
        std::vector<std::size_t> order;
        for (std::size_t e = 0; e < elements.size(); ++e)
            if (elements[e].*where != none) order.push_back(e);
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return elements[a].*where < elements[b].*where; });
        return order;
    }

    // True when the items that a version shares with the base stand in another order there.
    static bool is_moved(const std::vector<Element>& elements, Where where) {
        std::size_t last = 0;
        for (const std::size_t e : order_of(elements, where)) {
            if (elements[e].base == none) continue;
            if (elements[e].base < last) return true;
            last = elements[e].base;
        }
        return false;
    }

    // The items that both changed versions share, in their two orders.
    static bool same_order(const std::vector<Element>& elements) {
        std::size_t last = 0;
        for (const std::size_t e : order_of(elements, &Element::ours)) {
            if (elements[e].theirs == none) continue;
            if (elements[e].theirs < last) return false;
            last = elements[e].theirs;
        }
        return true;
    }

    // The order of one version, with what only the other one has behind what it follows there.
    static std::vector<std::size_t> woven(const std::vector<Element>& elements, Where first, Where second) {
        std::vector<std::size_t> order = order_of(elements, first);
        std::size_t before = none;
        for (const std::size_t e : order_of(elements, second)) {
            if (elements[e].*first == none) {
                auto place = order.begin();
                if (before != none) place = std::find(order.begin(), order.end(), before) + 1;
                while (place != order.end() && elements[*place].*second == none) ++place;
                order.insert(place, e);
            }
            before = e;
        }
        return order;
    }

    Maybe list(const List& base, const List& ours, const List& theirs, const Meaning& meaning) {
        const std::vector<Element> elements = elements_of(base, ours, theirs, meaning);
        bool by_theirs = is_moved(elements, &Element::theirs) && !is_moved(elements, &Element::ours);
        if (!edit::is_set(meaning) && is_moved(elements, &Element::theirs) && is_moved(elements, &Element::ours) &&
            !same_order(elements)) {
            by_theirs = choice().take == Choice::Take::theirs;
            choose(Value{base}, Value{ours}, Value{theirs}, Reason::order);
        }
        List merged;
        for (const std::size_t e : by_theirs ? woven(elements, &Element::theirs, &Element::ours)
                                             : woven(elements, &Element::ours, &Element::theirs))
            element(elements[e], base, ours, theirs, meaning, merged);
        if (merged.empty()) return std::nullopt;
        return Value{std::move(merged)};
    }

    void element(const Element& element, const List& base, const List& ours, const List& theirs, const Meaning& meaning,
                 List& merged) {
        const auto at = [](const List& list, std::size_t index) {
            return index == none ? Maybe() : Maybe(list[index]);
        };
        const Maybe before = at(base, element.base);
        const Maybe here = at(ours, element.ours);
        const Maybe there = at(theirs, element.theirs);
        path_.steps.push_back(here    ? edit::step_of(ours, element.ours, meaning)
                              : there ? edit::step_of(theirs, element.theirs, meaning)
                                      : edit::step_of(base, element.base, meaning));
        const Meaning item = edit::item_of(meaning);
        if (element.near || is_near(before, here, there)) {
            const bool both = choice().take == Choice::Take::both;
            Maybe chosen = choose(before, here, there, Reason::near_duplicate);
            conflicts_.back().both_may_stay = true;
            if (both) merged.push_back(*there);
            if (chosen) merged.insert(merged.end() - (both ? 1 : 0), std::move(*chosen));
        } else if (Maybe value = item_value(before, here, there, item)) {
            merged.push_back(std::move(*value));
        }
        path_.steps.pop_back();
    }

    static bool is_near(const Maybe& before, const Maybe& here, const Maybe& there) {
        return !before && here && there && here->text() != nullptr && there->text() != nullptr && *here != *there &&
               !model::to_phone(*here->text());
    }

    Maybe item_value(const Maybe& before, const Maybe& here, const Maybe& there, const Meaning& item) {
        if (before && !here && !there) return std::nullopt;
        const bool mappings = (here && here->map() != nullptr) || (there && there->map() != nullptr);
        if (!mappings) return node(before, here, there, item, true);
        const auto full = [&](const Maybe& value) { return value ? Maybe(edit::in_full(*value, item)) : Maybe(); };
        Maybe merged = node(full(before), full(here), full(there), item, true);
        // Written in short where ours was, and still can be.
        if (merged && here && here->text() != nullptr && merged->map() != nullptr && merged->map()->size() == 1 &&
            *merged == edit::in_full(merged->map()->front().value, item))
            return merged->map()->front().value;
        if (merged && here && *merged == edit::in_full(*here, item)) return here;
        if (merged && there && *merged == edit::in_full(*there, item)) return there;
        return merged;
    }

    const std::vector<Choice>& choices_;
    const std::set<std::string>& forced_;
    std::vector<Conflict> conflicts_;
    RecordPath path_;
};

}  // namespace

MergedFields merge_fields(const Value& base, const Value& ours, const Value& theirs, const model::Shape& shape,
                          const std::vector<Choice>& choices, const std::set<std::string>& forced) {
    Merger merger(choices, forced);
    MergedFields merged;
    const Maybe value = merger.node(base, ours, theirs, edit::meaning_of(shape), false);
    merged.value = value && value->map() != nullptr ? *value : Value{Map{}};
    merged.conflicts = merger.take_conflicts();
    return merged;
}

Words in_words(const Conflict& conflict) {
    constexpr Phrase<std::string> both{"{} : les deux versions l'ont changé", "{}: both versions changed it"};
    constexpr Phrase<std::string> here{"{} : retiré ici, changé là-bas", "{}: removed here, changed there"};
    constexpr Phrase<std::string> there{"{} : changé ici, retiré là-bas", "{}: changed here, removed there"};
    constexpr Phrase<std::string> near{"{} : ajouté deux fois, presque pareil", "{}: added twice, almost alike"};
    constexpr Phrase<std::string> order{"{} : mis dans deux ordres différents", "{}: put in two different orders"};
    constexpr Phrase<std::string> wrong{"{} : chaque version est juste, les deux ensemble ne le sont plus",
                                        "{}: each version is right, both together are not"};
    constexpr Phrase<> comment{"un commentaire n'a plus sa place", "a comment has no place any more"};
    const std::string path = conflict.path.print();
    switch (conflict.reason) {
        case Reason::removed_here: return here(path);
        case Reason::removed_there: return there(path);
        case Reason::near_duplicate: return near(path);
        case Reason::order: return order(path);
        case Reason::wrong_together: return wrong(path);
        case Reason::comment: return comment();
        case Reason::both_changed: break;
    }
    return both(path);
}

}  // namespace cafe::merge
