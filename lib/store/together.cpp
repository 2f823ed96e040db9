#include "store/together.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/fields.hpp"
#include "model/kind.hpp"
#include "store/amend.hpp"
#include "store/kept_source.hpp"
#include "store/read.hpp"

namespace cafe::store {

namespace {

using model::Folder;
using model::RecordKind;
using model::Type;

// Which own areas of a notebook need its name before them: an earlier one means something else by their id.
std::set<std::string> areas_in_conflict(const Book& book, const model::OwnAreas& known) {
    std::set<std::string> ids;
    for (const model::OwnArea& area : book.areas.value.areas)
        for (const model::OwnArea& other : known.areas)
            if (other.id == area.id && other != area) ids.insert(area.id);
    return ids;
}

// The files of one notebook under the ids that they have beside others.
class Renaming {
public:
    Renaming(const Beside& beside, std::set<std::string> areas) : name_(beside.name), areas_(std::move(areas)) {
        for (const auto& source : beside.book.sources) ids_[source->ref.kind].insert(source->ref.id);
        for (const Ref& ref : beside.book.unreadable) ids_[ref.kind].insert(ref.id);
    }

    [[nodiscard]] std::string id(const std::string& own) const { return name_ + notebook_mark + own; }
    // An area's id holds no colon: with one it would be the code of a commune, of a département.
    [[nodiscard]] std::string area(const std::string& own) const {
        return areas_.contains(own) ? name_ + "-" + own : own;
    }
    [[nodiscard]] Ref ref(const Ref& own) const { return {own.kind, own.id.empty() ? "" : id(own.id)}; }
    [[nodiscard]] Taught taught(Taught line) const {
        if (has(RecordKind::partner, line.target)) line.target = id(line.target);
        return line;
    }
    [[nodiscard]] bool has(RecordKind kind, const std::string& own) const {
        const auto at = ids_.find(kind);
        return at != ids_.end() && at->second.contains(own);
    }

    [[nodiscard]] std::shared_ptr<const Source> file(const Source& own) const {
        auto copy = std::make_shared<Source>(own);
        copy->ref = ref(own.ref);
        copy->path = path_of(copy->ref);
        walk(copy->tree, model::shape_of(own.ref.kind), [&](const Met& met) {
            if (met.field == nullptr || met.node.kind != yaml::Kind::scalar) return;
            // The tree is a copy of our own; `Met` points into it.
            std::string& text = const_cast<yaml::Node&>(met.node).text;  // NOLINT(*-const-cast)
            if (met.field->type == Type::area) text = area(text);
            if (leads(*met.field, text)) text = id(text);
        });
        return copy;
    }

private:
    // A reference that leads nowhere stays as it is: in another notebook it must not lead anywhere either, and no id
    // there is without a name before it.
    [[nodiscard]] bool leads(const model::Field& field, const std::string& text) const {
        if (field.type != Type::reference) return false;
        const auto into = [&](Folder folder) { return folder != Folder::none && has(kind_in(folder), text); };
        return into(field.folder) || into(field.other_folder);
    }

    std::string name_;
    std::set<std::string> areas_;
    std::map<RecordKind, std::set<std::string>> ids_;
};

template <class T>
void append(std::vector<T>& into, std::vector<T> more) {
    std::move(more.begin(), more.end(), std::back_inserter(into));
}

void take_settings(const model::Settings& more, model::Settings& all) {
    for (const std::string& department : more.departments)
        if (std::find(all.departments.begin(), all.departments.end(), department) == all.departments.end())
            all.departments.push_back(department);
    append(all.emergency, more.emergency);
}

void take_areas(const Renaming& renaming, model::OwnAreas more, model::OwnAreas& all) {
    const auto is_said = [&](const model::PlaceAlias& alias) {
        return std::any_of(all.aliases.begin(), all.aliases.end(),
                           [&](const model::PlaceAlias& other) { return other.said == alias.said; });
    };
    for (model::OwnArea& area : more.areas) {
        area.id = renaming.area(area.id);
        if (std::find(all.areas.begin(), all.areas.end(), area) == all.areas.end())
            all.areas.push_back(std::move(area));
    }
    for (model::PlaceAlias& alias : more.aliases)
        if (!is_said(alias)) all.aliases.push_back(std::move(alias));
}

void take_network(model::Network more, model::Network& all) {
    if (!all.protocol) all.protocol = std::move(more.protocol);
    append(all.signatories, std::move(more.signatories));
    append(all.deployment, std::move(more.deployment));
    append(all.trainings, std::move(more.trainings));
}

void take_forgotten(const Renaming& renaming, model::Forgotten more, model::Forgotten& all) {
    for (model::ForgottenRecord& record : more.records) record.id = renaming.id(record.id);
    append(all.records, std::move(more.records));
    append(all.addresses, std::move(more.addresses));
}

// A file into the book of all. Of the files that every notebook has, the first one's stays the source.
void take(const Renaming& renaming, const Source& own, Book& all) {
    const auto source = renaming.file(own);
    const model::Shape& shape = model::shape_of(own.ref.kind);
    switch (own.ref.kind) {
        case RecordKind::settings: return take_settings(read<model::Settings>(source->tree, shape), all.settings.value);
        case RecordKind::territory:
            return take_areas(renaming, read<model::OwnAreas>(source->tree, shape), all.areas.value);
        case RecordKind::network: return take_network(read<model::Network>(source->tree, shape), all.network.value);
        case RecordKind::forgotten:
            return take_forgotten(renaming, read<model::Forgotten>(source->tree, shape), all.forgotten.value);
        default: place(source, all);
    }
    if (!own.ref.id.empty()) all.sources.push_back(source);
}

// What the first notebook alone says.
void begin(const Renaming& renaming, const Book& first, Book& all) {
    all.root = first.root;
    for (const auto& source : first.sources) {
        if (source->ref.kind == RecordKind::settings) {
            all.settings = {source->ref.id,
                            read<model::Settings>(renaming.file(*source)->tree, model::settings_shape()), source};
            all.settings.value.departments.clear();
            all.settings.value.emergency.clear();
        }
        if (source->ref.id.empty()) all.sources.push_back(source);
    }
}

template <class T>
void sort_by_id(std::vector<Record<T>>& records) {
    std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

void sort(Book& book) {
    sort_by_id(book.partners);
    sort_by_id(book.people);
    sort_by_id(book.cafes);
    sort_by_id(book.meetings);
    sort_by_id(book.mappings);
    const auto by_path = [](const auto& a, const auto& b) { return a->path < b->path; };
    std::stable_sort(book.sources.begin(), book.sources.end(), by_path);
    std::sort(book.unreadable.begin(), book.unreadable.end(),
              [](const Ref& a, const Ref& b) { return path_of(a) < path_of(b); });
}

}  // namespace

Book together(std::vector<Beside> books) {
    Book all;
    all.vocabulary = builtin_vocabulary();
    for (std::size_t i = 0; i < books.size(); ++i) {
        make_whole(books[i].book);
        const Renaming renaming(books[i], areas_in_conflict(books[i].book, all.areas.value));
        if (i == 0) begin(renaming, books[i].book, all);
        for (const auto& source : books[i].book.sources) take(renaming, *source, all);
        for (const Ref& ref : books[i].book.unreadable) all.unreadable.push_back(renaming.ref(ref));
        for (const Taught& line : books[i].book.taught) all.taught.push_back(renaming.taught(line));
        all.files += books[i].book.files;
    }
    all.vocabulary.add(all.settings.value.emergency);
    learn(all.taught, all.vocabulary);
    sort(all);
    return all;
}

}  // namespace cafe::store
