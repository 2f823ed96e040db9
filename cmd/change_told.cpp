#include "change_told.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/fields.hpp"
#include "store/layout.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

// The record that a text is; an empty one where there is no text. Nothing when it cannot be read.
std::optional<Value> record_of(const std::optional<std::string>& text) {
    if (!text) return Value{Map{}};
    const yaml::Parsed parsed = yaml::parse(*text, "");
    if (!parsed.root) return std::nullopt;
    return yaml::to_value(*parsed.root);
}

std::string shown(const Value& value) {
    constexpr std::size_t most = 60;
    std::string line;
    if (const std::string* plain = value.text()) {
        line = text::replace_all(*plain, "\n", " ");
    } else if (const List* list = value.list()) {
        for (const Value& item : *list) line += (line.empty() ? "" : ", ") + shown(item);
    } else {
        for (const Member& member : *value.map())
            line += (line.empty() ? "" : ", ") + member.key + ": " + shown(member.value);
        line = "{" + line + "}";
    }
    line = utf8::printable(line);
    return utf8::width(line) <= most ? line : std::string(utf8::fit(line, most)) + "…";
}

// "themes.mobilite" of a list of words, whose item is its own name: "themes".
std::string without_item(const model::RecordPath& path, const Value& item) {
    model::RecordPath list = path;
    const std::string* word = item.text();
    if (word == nullptr || path.steps.size() < 2 || path.steps.back() != *word) return "";
    list.steps.pop_back();
    return utf8::printable(list.print());
}

std::string line_of(const edit::FieldChange& change) {
    const std::string path = utf8::printable(change.path.print());
    if (change.before && change.after) return path + " : " + shown(*change.before) + " → " + shown(*change.after);
    if (change.after) {
        const std::string list = without_item(change.path, *change.after);
        return list.empty() ? path + " = " + shown(*change.after) : list + " + " + shown(*change.after);
    }
    const std::string list = without_item(change.path, *change.before);
    return list.empty() ? path + " : " + shown(*change.before) + " → ∅" : list + " - " + shown(*change.before);
}

render::Json json_of(const Value& value) {
    if (const std::string* plain = value.text()) return render::json_text(*plain);
    if (const List* list = value.list()) {
        std::vector<render::Json> items;
        for (const Value& item : *list) items.push_back(json_of(item));
        return render::json_list(items);
    }
    render::JsonObject object;
    for (const Member& member : *value.map()) object.add(member.key, json_of(member.value));
    return object.done();
}

render::Json json_of(const std::optional<Value>& value) {
    return value ? json_of(*value) : render::json_null();
}

}  // namespace

std::vector<ToldChange> field_changes(const store::Changes& files) {
    std::vector<ToldChange> told;
    for (const store::FileChange& file : files) {
        const auto ref = store::ref_at(file.path);
        if (!ref || file.before == file.after) continue;
        const auto before = record_of(file.before);
        const auto after = record_of(file.after);
        if (!before || !after) continue;
        for (edit::FieldChange& change : edit::difference(*before, *after, model::shape_of(ref->kind)))
            told.push_back({file.path, std::move(change)});
    }
    return told;
}

std::string in_words(const std::vector<ToldChange>& changes) {
    std::vector<std::string> lines;
    for (const ToldChange& told : changes) lines.push_back(line_of(told.change));
    return text::join(lines, " ; ");
}

render::Json changes_json(const std::vector<ToldChange>& changes) {
    std::vector<render::Json> entries;
    for (const ToldChange& told : changes)
        entries.push_back(render::JsonObject()
                              .add("file", told.file)
                              .add("path", told.change.path.print())
                              .add("before", json_of(told.change.before))
                              .add("after", json_of(told.change.after))
                              .done());
    return render::json_list(entries);
}

}  // namespace cafe::cmd
