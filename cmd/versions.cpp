#include "versions.hpp"

#include "history/words.hpp"
#include "model/fields.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

std::vector<Words> lines_of(const std::string& path, const Versions::Changes& changes, bool made, bool gone) {
    constexpr Phrase<> was_made{"créée", "made"};
    constexpr Phrase<> is_gone{"supprimée", "removed"};
    constexpr Phrase<> hidden{"une valeur confidentielle a changé", "a confidential value changed"};
    constexpr Phrase<> unreadable{"une des deux versions ne peut pas être lue",
                                  "one of the two versions cannot be read"};
    constexpr Phrase<> layout{"la présentation seulement", "the layout only"};
    if (made) return {was_made()};
    if (gone) return {is_gone()};
    if (changes.unreadable) return {unreadable()};
    const auto ref = store::ref_at(path);
    std::vector<Words> lines;
    if (!ref) return lines;
    for (const edit::FieldChange& change : changes.fields)
        lines.push_back(history::in_words(change, model::shape_of(ref->kind)));
    if (changes.hidden) lines.push_back(hidden());
    if (lines.empty()) lines.push_back(layout());
    return lines;
}

render::Json json_of(const std::optional<Value>& value) {
    if (!value) return render::json_null();
    if (value->text() != nullptr) return render::json_text(*value->text());
    if (const List* list = value->list()) {
        std::vector<render::Json> items;
        for (const Value& item : *list) items.push_back(json_of(std::optional(item)));
        return render::json_list(items);
    }
    render::JsonObject object;
    for (const Member& member : *value->map()) object.add(member.key, json_of(std::optional(member.value)));
    return object.done();
}

std::vector<render::Json> json_of(const std::vector<edit::FieldChange>& changes, const std::string& file) {
    std::vector<render::Json> written;
    for (const edit::FieldChange& change : changes) {
        render::JsonObject object;
        if (!file.empty()) object.add("file", file);
        object.add("path", change.path.print())
            .add("before", json_of(change.before))
            .add("after", json_of(change.after));
        written.push_back(object.done());
    }
    return written;
}

Result<git::Repository> repository_of(World& world, const std::string& root) {
    constexpr Phrase<> none{"ce carnet n'est pas dans un dépôt git : il n'a pas d'historique",
                            "this notebook is not in a git repository: it has no history"};
    constexpr Phrase<> make_one{"pour en commencer un : git init, puis cafe init",
                                "to start one: git init, then cafe init"};
    const auto found = git::find(world.disk, root);
    if (!found) return found.error();
    if (!*found) return Error{ErrorKind::environment, none(), make_one()};
    return **found;
}

}  // namespace cafe::cmd
