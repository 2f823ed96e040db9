#include "versions.hpp"

#include <algorithm>
#include <memory>

#include "facts/release.hpp"
#include "facts/withhold.hpp"
#include "history/words.hpp"
#include "model/fields.hpp"
#include "store/catalog.hpp"
#include "store/layout.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

template <class T>
store::Record<T> record_of(const std::shared_ptr<const store::Source>& source) {
    return {source->ref.id, store::read<T>(source->tree, model::shape_of(source->ref.kind)), source};
}

std::optional<Value> raw(const std::optional<std::string>& text) {
    if (!text) return Value{Map{}};
    const yaml::Parsed parsed = yaml::parse(*text, "");
    if (!parsed.root) return std::nullopt;
    return to_value(*parsed.root);
}

bool hides_address(const yaml::Node& tree) {
    const auto partner = store::read<model::Partner>(tree, model::partner_shape());
    return partner.address && partner.address->confidential.value_or(false);
}

// The record as if its address had been confidential then.
void make_confidential(yaml::Node& tree) {
    for (yaml::Entry& entry : tree.entries) {
        if (entry.key.text != "address" || entry.value.kind != yaml::Kind::mapping) continue;
        auto& parts = entry.value.entries;
        std::erase_if(parts, [](const yaml::Entry& part) { return part.key.text == "confidential"; });
        yaml::Entry confidential;
        confidential.key.text = "confidential";
        confidential.value.kind = yaml::Kind::scalar;
        confidential.value.text = "true";
        parts.push_back(std::move(confidential));
    }
}

const facts::Disclosure own_people{facts::Reader::own, false};

}  // namespace

Versions::Versions(const store::Book& book) {
    small_.root = book.root;
    small_.settings = book.settings;
    small_.areas = book.areas;
    small_.vocabulary = book.vocabulary;
    for (const auto& partner : book.partners)
        if (partner.value.address && partner.value.address->confidential.value_or(false))
            small_.partners.push_back(partner);
}

Value Versions::shown(const std::string& path, const std::optional<std::string>& text, bool confidential) const {
    const auto ref = store::ref_at(path);
    if (!text || !ref) return Value{Map{}};
    yaml::Parsed parsed = yaml::parse(*text, path);
    if (!parsed.root) return Value{Map{}};
    if (confidential && ref->kind == RecordKind::partner) make_confidential(*parsed.root);
    const auto source =
        std::make_shared<const store::Source>(store::Source{*ref, path, *text, std::move(*parsed.root)});
    store::Book book = small_;
    book.sources.push_back(source);
    const auto tree = [&](const auto& released) { return released ? to_value(released->tree()) : Value{Map{}}; };
    switch (ref->kind) {
        case RecordKind::partner:
            std::erase_if(book.partners, [&](const auto& partner) { return partner.id >= ref->id; });
            book.partners.push_back(record_of<model::Partner>(source));
            for (const auto& partner : small_.partners)
                if (partner.id > ref->id) book.partners.push_back(partner);
            break;
        case RecordKind::person: book.people.push_back(record_of<model::Person>(source)); break;
        case RecordKind::cafe: book.cafes.push_back(record_of<model::Cafe>(source)); break;
        case RecordKind::meeting: book.meetings.push_back(record_of<model::Meeting>(source)); break;
        default: break;
    }
    // The texts of the other version may repeat what is confidential today.
    book = facts::for_reader(std::move(book), own_people).book;
    const store::Catalog catalog(book);
    switch (ref->kind) {
        case RecordKind::partner: return tree(facts::release_partner(catalog, ref->id, own_people));
        case RecordKind::person: return tree(facts::release_person(catalog, ref->id, own_people));
        case RecordKind::cafe: return tree(facts::release_cafe(catalog, ref->id, own_people));
        case RecordKind::meeting: return tree(facts::release_meeting(catalog, ref->id, own_people));
        default: return to_value(book.sources.back()->tree);
    }
}

bool Versions::is_confidential(const std::string& path, const std::optional<std::string>& before,
                               const std::optional<std::string>& after) const {
    const auto ref = store::ref_at(path);
    if (!ref || ref->kind != RecordKind::partner) return false;
    if (store::find(small_.partners, ref->id) != nullptr) return true;
    for (const auto* text : {&before, &after}) {
        if (!*text) continue;
        const yaml::Parsed parsed = yaml::parse(**text, path);
        if (parsed.root && hides_address(*parsed.root)) return true;
    }
    return false;
}

Versions::Changes Versions::between(const std::string& path, const std::optional<std::string>& before,
                                    const std::optional<std::string>& after) const {
    Changes changes;
    const auto ref = store::ref_at(path);
    if (!ref) return changes;
    const auto raw_before = raw(before);
    const auto raw_after = raw(after);
    if (!raw_before || !raw_after) {
        changes.unreadable = true;
        return changes;
    }
    const model::Shape& shape = model::shape_of(ref->kind);
    const bool confidential = is_confidential(path, before, after);
    changes.fields = edit::difference(shown(path, before, confidential), shown(path, after, confidential), shape);
    changes.hidden = edit::difference(*raw_before, *raw_after, shape).size() > changes.fields.size();
    return changes;
}

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
