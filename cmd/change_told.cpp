#include "change_told.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::cmd {

namespace {

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

}  // namespace

ToldChanges field_changes(const store::Changes& files, const Versions& versions) {
    ToldChanges told;
    for (const store::FileChange& file : files) {
        if (file.before == file.after) continue;
        Versions::Changes changes = versions.between(file.path, file.before, file.after);
        for (edit::FieldChange& change : changes.fields) told.changes.push_back({file.path, std::move(change)});
        told.hidden = told.hidden || changes.hidden;
    }
    return told;
}

Words in_words(const ToldChanges& told) {
    constexpr Phrase<> hidden{"une valeur confidentielle a changé", "a confidential value changed"};
    std::vector<std::string> lines;
    for (const ToldChange& one : told.changes) lines.push_back(line_of(one.change));
    Words words = same(text::join(lines, " ; "));
    if (!told.hidden) return words;
    if (lines.empty()) return hidden();
    return {words.fr + " ; " + hidden().fr, words.en + " ; " + hidden().en};
}

render::Json changes_json(const ToldChanges& told) {
    std::vector<render::Json> entries;
    for (const ToldChange& one : told.changes) entries.push_back(json_of({one.change}, one.file).front());
    return render::json_list(entries);
}

}  // namespace cafe::cmd
