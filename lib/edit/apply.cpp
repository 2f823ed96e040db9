// Wanted tree → text: the differences, one after the other, each spliced in and proved before the next is looked for.
#include <algorithm>
#include <optional>

#include "edit/create.hpp"
#include "edit/edit.hpp"
#include "edit/meaning.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"
#include "yaml/splice.hpp"

namespace cafe::edit {

namespace {

using model::Field;
using model::Shape;
using yaml::Draft;
using yaml::Kind;
using yaml::Location;
using yaml::Node;

constexpr Phrase<std::string, int, std::string> not_proved{
    "{0}:{1} : ce changement de « {2} » ne peut pas être fait sans rien abîmer",
    "{0}:{1}: this change of '{2}' cannot be made without harm"};
constexpr Phrase<int> by_hand{"l'écrire à la main, ligne {} du fichier", "write it by hand, on line {} of the file"};
constexpr Phrase<std::string, int, Words> unreadable{"{0}:{1} : {2}", "{0}:{1}: {2}"};

// ---- The next difference -------------------------------------------------------------------------------------------

struct Step {
    enum class What { replace, insert, remove };
    What what = What::replace;
    Location where;         // of the part; of the collection for insert
    std::size_t index = 0;  // for insert
    std::string key;        // for insert into a mapping
    Value value;
    Meaning meaning;
    bool item = false;
};

std::size_t rank_of(const Shape* shape, std::string_view key) {
    const Field* field = shape == nullptr ? nullptr : shape->find(key);
    return field == nullptr ? std::string_view::npos : static_cast<std::size_t>(field - shape->fields.data());
}

// Where the field list has a new key: behind the nearest key before it. An unknown one goes to the end.
std::size_t place_of(const Node& mapping, const Shape* shape, std::string_view key) {
    const std::size_t rank = rank_of(shape, key);
    if (rank == std::string_view::npos) return mapping.entries.size();
    std::size_t best = 0;
    std::optional<std::size_t> behind;
    for (std::size_t i = 0; i < mapping.entries.size(); ++i) {
        const std::size_t other = rank_of(shape, mapping.entries[i].key.text);
        if (other == std::string_view::npos || other > rank || (behind && other < best)) continue;
        best = other;
        behind = i + 1;
    }
    if (behind) return *behind;
    for (std::size_t i = 0; i < mapping.entries.size(); ++i)
        if (rank_of(shape, mapping.entries[i].key.text) != std::string_view::npos) return i;
    return 0;
}

class Difference {
public:
    std::optional<Step> find(const Node& node, const Value& wanted, const Meaning& meaning, bool item) {
        if (yaml::same(to_value(node), wanted)) return std::nullopt;
        if (node.kind == Kind::mapping && wanted.map() != nullptr && !wanted.map()->empty() && !node.entries.empty())
            return mapping(node, *wanted.map(), meaning);
        if (node.kind == Kind::sequence && wanted.list() != nullptr && !wanted.list()->empty() && !node.items.empty())
            return sequence(node, *wanted.list(), meaning);
        const bool fills = (node.kind == Kind::mapping && wanted.map() != nullptr && node.flow) ||
                           (node.kind == Kind::sequence && wanted.list() != nullptr && node.flow);
        if (fills && wanted.list() != nullptr && !wanted.list()->empty())
            return Step{Step::What::insert, where_, 0, "", wanted.list()->front(), item_of(meaning), true};
        if (fills && wanted.map() != nullptr && !wanted.map()->empty()) {
            const Member& first = wanted.map()->front();
            return Step{Step::What::insert, where_, 0, first.key, first.value, entry_of(meaning, first.key), false};
        }
        return Step{Step::What::replace, where_, 0, "", wanted, meaning, item};
    }

private:
    std::optional<Step> below(std::size_t index, const Node& node, const Value& wanted, const Meaning& meaning,
                              bool item) {
        where_.push_back(index);
        auto step = find(node, wanted, meaning, item);
        where_.pop_back();
        return step;
    }

    std::optional<Step> mapping(const Node& node, const Map& wanted, const Meaning& meaning) {
        const Value whole{wanted};
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            const yaml::Entry& entry = node.entries[i];
            if (const Value* value = whole.find(entry.key.text))
                if (auto step = below(i, entry.value, *value, entry_of(meaning, entry.key.text), false)) return step;
        }
        for (const Member& member : wanted)
            if (node.find(member.key) == nullptr)
                return Step{Step::What::insert,
                            where_,
                            place_of(node, meaning.shape, member.key),
                            member.key,
                            member.value,
                            entry_of(meaning, member.key),
                            false};
        for (std::size_t i = 0; i < node.entries.size(); ++i)
            if (whole.find(node.entries[i].key.text) == nullptr) return removal(i);
        return std::nullopt;
    }

    Step removal(std::size_t index) {
        Step step;
        step.what = Step::What::remove;
        step.where = where_;
        step.where.push_back(index);
        return step;
    }

    // Both lists without what they begin and end with in common.
    std::optional<Step> sequence(const Node& node, const List& wanted, const Meaning& meaning) {
        List now;
        for (const Node& item : node.items) now.push_back(to_value(item));
        std::size_t begin = 0;
        while (begin < now.size() && begin < wanted.size() && yaml::same(now[begin], wanted[begin])) ++begin;
        std::size_t now_end = now.size();
        std::size_t wanted_end = wanted.size();
        while (now_end > begin && wanted_end > begin && yaml::same(now[now_end - 1], wanted[wanted_end - 1])) {
            --now_end;
            --wanted_end;
        }
        // The first run of items that differ: up to the next that both have.
        const auto [old_run, new_run] = first_run(now, begin, now_end, wanted, wanted_end);
        if (old_run == 0) return insertion(begin, wanted[begin], meaning);
        if (new_run == 0) return removal(begin);
        return changed_run(node, now, begin, old_run, wanted, new_run, meaning);
    }

    Step insertion(std::size_t index, const Value& value, const Meaning& meaning) {
        return Step{Step::What::insert, where_, index, "", value, item_of(meaning), true};
    }

    // How many items of each list stand before the next one in common, by the longest common rest.
    static std::pair<std::size_t, std::size_t> first_run(const List& now, std::size_t begin, std::size_t now_end,
                                                         const List& wanted, std::size_t wanted_end) {
        const std::size_t rows = now_end - begin;
        const std::size_t columns = wanted_end - begin;
        constexpr std::size_t most = 1'000'000;
        if (rows == 0 || columns == 0 || rows * columns > most) return {rows, columns};
        std::vector<std::vector<std::size_t>> common(rows + 1, std::vector<std::size_t>(columns + 1, 0));
        for (std::size_t i = rows; i-- > 0;)
            for (std::size_t j = columns; j-- > 0;)
                common[i][j] = yaml::same(now[begin + i], wanted[begin + j])
                                   ? common[i + 1][j + 1] + 1
                                   : std::max(common[i + 1][j], common[i][j + 1]);
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < rows && j < columns && !yaml::same(now[begin + i], wanted[begin + j])) {
            if (common[i][j] == 0) return {rows, columns};
            if (common[i + 1][j] >= common[i][j + 1])
                ++i;
            else
                ++j;
        }
        if (i == rows || j == columns) return {rows, columns};
        return {i, j};
    }

    // Items that changed: those of one identity belong together; where there is none, they take each other's place.
    std::optional<Step> changed_run(const Node& node, const List& now, std::size_t begin, std::size_t old_run,
                                    const List& wanted, std::size_t new_run, const Meaning& meaning) {
        const std::string name = identity(wanted[begin]);
        for (std::size_t i = 0; i < old_run; ++i) {
            if (name.empty() || identity(now[begin + i]) != name) continue;
            if (i > 0) return removal(begin);
            return below(begin, node.items[begin], wanted[begin], item_of(meaning), true);
        }
        const std::string old_name = identity(now[begin]);
        for (std::size_t j = 1; j < new_run; ++j)
            if (!old_name.empty() && identity(wanted[begin + j]) == old_name)
                return insertion(begin, wanted[begin], meaning);
        return below(begin, node.items[begin], wanted[begin], item_of(meaning), true);
    }

    Location where_;
};

// ---- One difference done -------------------------------------------------------------------------------------------

Value& value_at(Value& root, const Location& location, std::size_t depth) {
    Value* value = &root;
    for (std::size_t i = 0; i < depth; ++i) {
        if (auto* map = std::get_if<Map>(&value->held))
            value = &(*map)[location[i]].value;
        else
            value = &std::get<List>(value->held)[location[i]];
    }
    return *value;
}

Value after(Value root, const Step& step) {
    const auto offset = [](std::size_t index) { return static_cast<std::ptrdiff_t>(index); };
    if (step.what == Step::What::replace) {
        value_at(root, step.where, step.where.size()) = step.value;
        return root;
    }
    const bool insert = step.what == Step::What::insert;
    Value& owner = value_at(root, step.where, step.where.size() - (insert ? 0 : 1));
    const std::size_t index = insert ? step.index : step.where.back();
    if (auto* map = std::get_if<Map>(&owner.held)) {
        if (insert)
            map->insert(map->begin() + offset(index), Member{step.key, step.value});
        else
            map->erase(map->begin() + offset(index));
    } else {
        auto& list = std::get<List>(owner.held);
        if (insert)
            list.insert(list.begin() + offset(index), step.value);
        else
            list.erase(list.begin() + offset(index));
    }
    return root;
}

bool is_quoted(const Node& node) {
    return node.kind == Kind::scalar &&
           (node.style == yaml::Style::single_quoted || node.style == yaml::Style::double_quoted);
}

// A new item does as its neighbours: in braces or as a block, between quotes where all of them are so by habit.
void follow_neighbours(Draft& draft, const Node& list, std::size_t index) {
    const Node* neighbour = nullptr;
    for (std::size_t i = 0; i < list.items.size(); ++i)
        if (list.items[i].kind == Kind::mapping && (neighbour == nullptr || i < index)) neighbour = &list.items[i];
    if (draft.kind == Kind::mapping && neighbour != nullptr) draft.flow = neighbour->flow;
    const bool one_line = draft.kind == Kind::scalar && draft.text.find('\n') == std::string::npos;
    if (!one_line || list.items.empty() || !std::all_of(list.items.begin(), list.items.end(), is_quoted)) return;
    const yaml::Context context = list.flow ? yaml::Context::flow : yaml::Context::block;
    const auto needs = [&](const std::string& text) { return yaml::write_text(text, context).starts_with('"'); };
    const bool habit =
        std::none_of(list.items.begin(), list.items.end(), [&](const Node& item) { return needs(item.text); });
    if (!habit && !needs(draft.text)) return;
    const bool single = list.items.back().style == yaml::Style::single_quoted;
    const std::string doubled = yaml::write_quoted(draft.text);
    if (!single)
        draft.written = doubled;
    else if (doubled.find_first_of("\\'") == std::string::npos)
        draft.written = "'" + draft.text + "'";
}

// An entry under a key of the user's own does as the one before it: in braces or as a block.
void follow_siblings(Draft& draft, const Node& mapping, std::size_t index) {
    for (std::size_t i = 0; i < mapping.entries.size(); ++i)
        if (mapping.entries[i].value.kind == draft.kind && draft.kind == Kind::mapping && i < index)
            draft.flow = mapping.entries[i].value.flow;
}

Draft draft_of_step(const Step& step, const Node& root) {
    Draft draft = step.item ? draft_of_item(step.value, step.meaning.field) : draft_of(step.value, step.meaning.field);
    const Node& there = yaml::at(root, step.where);
    if (step.what == Step::What::insert && there.kind == Kind::sequence) follow_neighbours(draft, there, step.index);
    if (step.what == Step::What::insert && there.kind == Kind::mapping && step.meaning.field != nullptr &&
        step.meaning.field->storage == model::Storage::keyed)
        follow_siblings(draft, there, step.index);
    if (step.what == Step::What::replace && there.kind == draft.kind && !there.items.empty()) draft.flow = there.flow;
    return draft;
}

// A text that becomes a mapping around it keeps its bytes: "05 36" → {number: "05 36", label: accueil}.
bool keep_bytes(Draft& draft, std::string_view text, const Node& old) {
    if (old.kind != Kind::scalar || draft.kind != Kind::mapping) return false;
    const std::string_view bytes = text.substr(old.span.begin, old.span.size());
    if (bytes.find('\n') != std::string_view::npos) return false;
    for (yaml::DraftEntry& entry : draft.entries) {
        if (entry.value.kind != Kind::scalar || entry.value.text != old.text) continue;
        entry.value.written = bytes;
        return true;
    }
    return false;
}

std::vector<TextPatch> proposals_for(const Step& step, std::string_view text, const Node& root) {
    if (step.what == Step::What::remove) return propose_remove(text, root, step.where);
    Draft draft = draft_of_step(step, root);
    if (step.what == Step::What::insert) return propose_insert(text, root, step.where, step.index, step.key, draft);
    std::vector<TextPatch> proposals;
    if (Draft kept = draft; keep_bytes(kept, text, yaml::at(root, step.where)))
        proposals = propose_replace(text, root, step.where, kept);
    for (TextPatch& patch : propose_replace(text, root, step.where, draft)) proposals.push_back(std::move(patch));
    if (draft.kind != Kind::scalar) {
        draft.flow = !draft.flow;
        for (TextPatch& patch : propose_replace(text, root, step.where, draft)) proposals.push_back(std::move(patch));
    }
    return proposals;
}

// The path that people know a part by.
std::string path_of(const Node& root, const Step& step) {
    model::RecordPath path;
    const Node* node = &root;
    for (const std::size_t index : step.where) {
        if (node->kind == Kind::mapping) {
            path.steps.push_back(node->entries[index].key.text);
            node = &node->entries[index].value;
        } else {
            path.steps.push_back(std::to_string(index));
            node = &node->items[index];
        }
    }
    if (step.what == Step::What::insert && !step.key.empty()) path.steps.push_back(step.key);
    return path.print();
}

Error refusal(std::string_view text, const std::string& file, const Node& root, const Step& step) {
    const int line = LineIndex(text).line_of(yaml::at(root, step.where).span.begin);
    return Error{ErrorKind::conflict, not_proved(file, line, path_of(root, step)), by_hand(line)};
}

Error not_readable(const yaml::Parsed& parsed, const std::string& file) {
    for (const Diagnostic& finding : parsed.findings)
        if (finding.rule->severity == Severity::error)
            return Error{ErrorKind::reference, unreadable(file, finding.place.line, finding.message), finding.remedy};
    return Error{ErrorKind::reference, same(file), {}};
}

}  // namespace

Result<std::string> transform(std::string_view text, const yaml::Node& tree, const std::string& file,
                              const model::Shape& shape, const Value& wanted) {
    yaml::Spliced state{std::string(text), tree};
    const Meaning record{nullptr, &shape, false};
    while (const auto step = Difference().find(state.root, wanted, record, false)) {
        const Value target = after(to_value(state.root), *step);
        auto spliced = yaml::splice(state.text, proposals_for(*step, state.text, state.root), target);
        if (!spliced) return refusal(state.text, file, state.root, *step);
        state = std::move(*spliced);
    }
    return std::move(state.text);
}

Result<std::string> apply(const store::Source& source, const std::vector<Edit>& edits) {
    const model::Shape& shape = model::shape_of(source.ref.kind);
    const auto target = wanted(to_value(source.tree), shape, edits);
    if (!target) return target.error();
    return transform(source.text, source.tree, source.path, shape, *target);
}

Result<std::string> apply(std::string_view text, const std::string& file, model::RecordKind kind,
                          const std::vector<Edit>& edits) {
    const yaml::Parsed parsed = yaml::parse(text, file);
    if (!parsed.root) return not_readable(parsed, file);
    const model::Shape& shape = model::shape_of(kind);
    const auto target = wanted(to_value(*parsed.root), shape, edits);
    if (!target) return target.error();
    return transform(text, *parsed.root, file, shape, *target);
}

}  // namespace cafe::edit
