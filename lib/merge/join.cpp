#include "merge/join.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "edit/edit.hpp"
#include "model/fields.hpp"
#include "yaml/parse.hpp"

namespace cafe::merge {

namespace {

using model::RecordKind;

// A list that named both names the one that stays once; nothing is left where a fiche names itself.
Value without_twins(const Value& value, const std::string& id, bool is_itself) {
    if (const List* list = value.list()) {
        List kept;
        bool met = is_itself;
        for (const Value& item : *list) {
            if (item.text() != nullptr && *item.text() == id) {
                if (met) continue;
                met = true;
            }
            kept.push_back(without_twins(item, id, false));
        }
        return Value{std::move(kept)};
    }
    if (const Map* map = value.map()) {
        Map kept;
        for (const Member& member : *map) {
            const bool self =
                is_itself && member.key == "parent" && member.value.text() != nullptr && *member.value.text() == id;
            const bool names_itself = is_itself && member.key == "see_also";
            Value once = without_twins(member.value, id, names_itself);
            const bool emptied = names_itself && once.list() != nullptr && once.list()->empty();
            if (!self && !emptied) kept.push_back(Member{member.key, std::move(once)});
        }
        return Value{std::move(kept)};
    }
    return value;
}

std::string text_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
}

// The other's name among the aliases, where it is another one.
Value with_alias(Value record, const std::string& name) {
    if (name.empty() || fold::text(name) == fold::text(text_at(record, "name"))) return record;
    Map map = *record.map();
    List aliases;
    for (const Member& member : map)
        if (member.key == "aliases") {
            if (member.value.list() != nullptr)
                aliases = *member.value.list();
            else
                aliases = {member.value};
        }
    for (const Value& alias : aliases)
        if (alias.text() != nullptr && fold::text(*alias.text()) == fold::text(name)) return record;
    aliases.push_back(Value{name});
    std::erase_if(map, [](const Member& member) { return member.key == "aliases"; });
    map.push_back(Member{"aliases", Value{std::move(aliases)}});
    return Value{std::move(map)};
}

}  // namespace

Result<Joined> join_partners(const store::Book& book, const std::string& keep, const std::string& other,
                             const edit::RewriteQuery& rewrite) {
    const store::Ref gone{RecordKind::partner, other};
    const std::string keep_path = store::path_of({RecordKind::partner, keep});
    auto files = edit::renamed(book, gone, keep, rewrite);
    if (!files) return files.error();
    Joined out;
    const store::Source* ours = store::source_at(book, keep_path);
    std::string text = ours->text;
    Value theirs{Map{}};
    for (store::FileChange& file : *files) {
        if (file.path == keep_path && !file.before) {
            const yaml::Parsed parsed = yaml::parse(*file.after, keep_path);
            if (parsed.root) theirs = yaml::to_value(*parsed.root);
        } else if (file.path == keep_path) {
            text = *file.after;
        } else if (!file.after) {
            out.files.push_back(std::move(file));
        } else {
            const auto ref = store::ref_at(file.path);
            const yaml::Parsed parsed = yaml::parse(*file.after, file.path);
            if (ref && parsed.root) {
                auto once = edit::transform(*file.after, *parsed.root, file.path, model::shape_of(ref->kind),
                                            without_twins(yaml::to_value(*parsed.root), keep, false));
                if (!once) return once.error();
                file.after = std::move(*once);
            }
            ++out.followed;
            out.files.push_back(std::move(file));
        }
    }
    const yaml::Parsed parsed = yaml::parse(text, keep_path);
    if (!parsed.root) return Error{ErrorKind::reference, same(keep_path), {}};
    const model::Shape& shape = model::partner_shape();
    MergedFields merged = merge_fields(Value{Map{}}, yaml::to_value(*parsed.root), theirs, shape);
    const std::string name = text_at(theirs, "name");
    Value whole = without_twins(with_alias(std::move(merged.value), name), keep, true);
    auto joined = edit::transform(text, *parsed.root, keep_path, shape, whole);
    if (!joined) return joined.error();
    out.files.push_back({keep_path, ours->text, std::move(*joined)});
    for (Conflict& conflict : merged.conflicts)
        if (conflict.path.print() != "name") out.kept.push_back(std::move(conflict));
    return out;
}

}  // namespace cafe::merge
