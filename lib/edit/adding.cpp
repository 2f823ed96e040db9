#include "edit/adding.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/create.hpp"
#include "model/kind.hpp"
#include "model/values.hpp"
#include "store/read.hpp"
#include "territory/territory.hpp"
#include "yaml/parse.hpp"

namespace cafe::edit {

namespace {

using model::Field;
using model::RecordKind;
using model::Shape;
using model::Taken;

// ---- Ids -----------------------------------------------------------------------------------------------------------

bool is_taken(const store::Book& book, const store::Changes& files, const store::Ref& ref) {
    const std::string path = store::path_of(ref);
    return std::any_of(book.sources.begin(), book.sources.end(), [&](const auto& one) { return one->path == path; }) ||
           std::find(book.unreadable.begin(), book.unreadable.end(), ref) != book.unreadable.end() ||
           std::any_of(files.begin(), files.end(), [&](const auto& one) { return one.path == path; });
}

// ---- Copies --------------------------------------------------------------------------------------------------------

Value inside(const Value& value, const Field* field);

// The members of a mapping that go with it. Days on which a café does not meet are its own; months and public holidays
// are habits.
Map members(const Map& from, const Shape* shape) {
    Map map;
    for (const Member& member : from) {
        const Field* field = shape == nullptr ? nullptr : shape->find(member.key);
        if (field != nullptr && field->taken == Taken::never) continue;
        Value value = inside(member.value, field);
        if (value.list() != nullptr && value.list()->empty()) continue;
        map.push_back(Member{member.key, std::move(value)});
    }
    return map;
}

Value inside(const Value& value, const Field* field) {
    const Shape* shape = field == nullptr || field->shape == nullptr ? nullptr : &field->shape();
    if (value.map() != nullptr) return Value{members(*value.map(), shape)};
    if (value.list() == nullptr) return value;
    const bool habits = field != nullptr && field->taken == Taken::habits;
    List list;
    for (const Value& item : *value.list())
        if (!habits || item.text() == nullptr || !Date::parse(*item.text())) list.push_back(inside(item, field));
    return Value{std::move(list)};
}

std::vector<std::string> texts_at(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    if (value == nullptr) return {};
    if (value->text() != nullptr) return {*value->text()};
    std::vector<std::string> texts;
    if (value->list() != nullptr)
        for (const Value& item : *value->list())
            if (item.text() != nullptr) texts.push_back(*item.text());
    return texts;
}

std::string text_at(const Value& record, std::string_view key) {
    const auto texts = texts_at(record, key);
    return texts.size() == 1 ? texts.front() : "";
}

bool begins_with_vowel(const std::string& name) {
    const std::string folded = fold::text(name);
    return !folded.empty() && std::string_view("aeiouyh").find(folded.front()) != std::string_view::npos;
}

// « Café partenaires de Fumel », Fumel → Agen: « Café partenaires d'Agen ».
std::string with_place(const std::string& name, const std::string& old_place, const std::string& place) {
    const std::size_t at = name.rfind(old_place);
    if (old_place.empty() || at == std::string::npos) return place;
    std::string before = name.substr(0, at);
    for (const std::string_view link : {" de ", " d'", " d’"}) {
        if (!before.ends_with(link)) continue;
        before.resize(before.size() - link.size());
        before += begins_with_vowel(place) ? " d'" : " de ";
        break;
    }
    return before + place + name.substr(at + old_place.size());
}

// The place that a café's name holds: one of the words it begins with a capital that is also in its address.
std::string place_of(const Value& cafe) {
    const Value* venue = cafe.find("place");
    return venue == nullptr ? "" : text_at(*venue, "commune");
}

// « Mme Odette de la Tour » → "odette-de-la-tour": a person's name keeps its particles and loses the titles before it.
std::string person_slug(const std::string& name, std::size_t limit) {
    constexpr std::array<std::string_view, 15> titles{"m",      "mr",           "mme",     "mlle",       "monsieur",
                                                      "madame", "mademoiselle", "dr",      "pr",         "mrs",
                                                      "miss",   "ms",           "docteur", "professeur", "maitre"};
    std::vector<std::string> words;
    for (const fold::Word& word : fold::words(name)) {
        std::string ascii;
        for (const char c : word.folded)
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) ascii.push_back(c);
        if (!ascii.empty()) words.push_back(std::move(ascii));
    }
    while (words.size() > 1 && std::find(titles.begin(), titles.end(), words.front()) != titles.end())
        words.erase(words.begin());
    std::string id;
    for (const std::string& word : words) {
        if (id.size() + (id.empty() ? 0 : 1) + word.size() > limit) break;
        id += (id.empty() ? "" : "-") + word;
    }
    return id.empty() && !words.empty() ? words.front().substr(0, limit) : id;
}

// Whether all that `part` says stands in `whole`; one value where a list of one is meant is the same.
bool covers(const Value& whole, const Value& part) {
    if (const std::string* text = part.text()) return identity(whole) == *text;
    if (const List* items = part.list()) {
        if (whole.list() == nullptr)  // one value where a list of one is meant
            return items->size() == 1 && covers(whole, items->front());
        return std::all_of(items->begin(), items->end(), [&](const Value& item) {
            return std::any_of(whole.list()->begin(), whole.list()->end(),
                               [&](const Value& other) { return covers(other, item); });
        });
    }
    if (whole.text() != nullptr) return part.map()->size() == 1 && covers(whole, part.map()->front().value);
    return std::all_of(part.map()->begin(), part.map()->end(), [&](const Member& member) {
        const Value* other = whole.find(member.key);
        return other != nullptr && covers(*other, member.value);
    });
}

}  // namespace

std::string free_id(const store::Book& book, const store::Changes& files, RecordKind kind, const std::string& name) {
    return free_id(
        [&](const std::string& path) {
            const auto ref = store::ref_at(path);
            return ref && is_taken(book, files, *ref);
        },
        kind, name);
}

std::string free_id(const std::function<bool(const std::string& path)>& taken, RecordKind kind,
                    const std::string& name) {
    const std::size_t limit = model::row_of(kind).longest_id;
    constexpr std::size_t room_for_number = 4;
    const std::size_t room = limit - room_for_number;
    std::string slug = kind == RecordKind::person ? person_slug(name, room) : fold::slug(name, room);
    const bool nameless = slug.empty();
    if (nameless) slug = model::row_of(kind).names.front();
    std::string id = nameless ? slug + "-1" : slug;
    for (int number = 2; !model::is_id(id, limit) || taken(store::path_of({kind, id})); ++number)
        id = slug + "-" + std::to_string(number);
    return id;
}

Value copied(RecordKind kind, const Value& from) {
    const Shape& shape = model::shape_of(kind);
    Map map;
    for (const Member& member : *from.map()) {
        const Field* field = shape.find(member.key);
        if (field != nullptr && field->taken == Taken::copied)
            map.push_back(Member{member.key, inside(member.value, field)});
    }
    return Value{std::move(map)};
}

NextCafe next_cafe(const territory::Territory& territory, const Value& from, const Value& record,
                   const std::string& typed) {
    NextCafe next{typed, typed, {}};
    const std::string invite = text_at(record, "invite");
    const auto areas = texts_at(from, "territory");
    const bool of_own_area = std::any_of(areas.begin(), areas.end(), [&](const std::string& area) {
        return invite == "touches:" + area || invite == "in:" + area;
    });
    const auto resolved = territory.resolve(typed, territory::Spoken::record);
    const auto* area = std::get_if<territory::AreaRef>(&resolved);
    if (area != nullptr) {
        const std::string place = territory.name(*area);
        next.name = with_place(text_at(from, "name"), place_of(from), place);
        next.edits.push_back({{{"territory"}}, edit::Op::set, Value{List{Value{place}}}});
        const bool quoted = place.find(' ') != std::string::npos;
        const std::string asked = quoted ? "\"" + place + "\"" : place;
        if (of_own_area)
            next.edits.push_back({{{"invite"}}, edit::Op::set, Value{invite.substr(0, invite.find(':') + 1) + asked}});
    }
    // Whoever is invited elsewhere is not this café's to invite.
    if (area == nullptr || !of_own_area) next.edits.push_back({{{"invite"}}, edit::Op::remove, {}});
    return next;
}

Result<TypedContact> contact_of(const std::string& typed) {
    static constexpr Phrase<std::string> no_contact{"« {} » n'est pas un contact", "'{}' is not a contact"};
    static constexpr Phrase<> write_it{"écrire \"Marie Delmas <marie@example.org>\"",
                                       "write \"Marie Delmas <marie@example.org>\""};
    const std::size_t open = typed.find('<');
    TypedContact contact{std::string(text::trim(std::string_view(typed).substr(0, open))), ""};
    if (open != std::string::npos) {
        const std::size_t close = typed.find('>', open);
        const bool ends = close != std::string::npos && text::trim(std::string_view(typed).substr(close + 1)).empty();
        if (ends) contact.email = text::trim(std::string_view(typed).substr(open + 1, close - open - 1));
        if (!ends || !model::is_email(contact.email)) contact.name.clear();
    }
    if (contact.name.empty() || contact.name.find('@') != std::string::npos)
        return Error{ErrorKind::usage, no_contact(utf8::printable(typed)), write_it()};
    return contact;
}

Result<std::string> known_person(const store::Catalog& catalog, const TypedContact& contact) {
    static constexpr Phrase<std::string, std::string> other_email{"{0} a une autre adresse que {1}",
                                                                  "{0} has a different address from {1}"};
    static constexpr Phrase<std::string, std::string> say_who{
        "la même personne : --contact {0} ; une autre : cafe add person \"{1}\" d'abord",
        "the same person: --contact {0}; somebody else: cafe add person \"{1}\" first"};
    const std::string name = fold::text(contact.name);
    std::string by_name;
    bool has_email = false;
    for (const auto& person : catalog.people()) {
        for (const auto& email : person.value.emails)
            if (!contact.email.empty() && fold::text(email.address) == fold::text(contact.email)) return person.id;
        if (fold::text(person.value.name) != name || !by_name.empty()) continue;
        by_name = person.id;
        has_email = !person.value.emails.empty();
    }
    if (by_name.empty() || contact.email.empty() || !has_email) return by_name;
    return Error{ErrorKind::usage, other_email("people/" + by_name, contact.email), say_who(by_name, contact.name)};
}

std::optional<std::string> standing_as(const store::Book& book, RecordKind kind, const Value& record) {
    for (const auto& source : book.sources)
        if (source->ref.kind == kind && covers(yaml::to_value(source->tree), record)) return source->ref.id;
    return std::nullopt;
}

std::vector<facts::Lookalike> lookalikes(const store::Catalog& catalog, RecordKind kind, const Value& record) {
    const yaml::Parsed parsed = yaml::parse(create(kind, record), "");
    if (!parsed.root) return {};
    const Shape& shape = model::shape_of(kind);
    if (kind == RecordKind::partner)
        return facts::lookalikes(catalog, store::read<model::Partner>(*parsed.root, shape));
    if (kind == RecordKind::person) return facts::lookalikes(catalog, store::read<model::Person>(*parsed.root, shape));
    return {};
}

bool says(const Value& record, std::string_view key) {
    const Value* value = record.find(key);
    if (value == nullptr) return false;
    if (const std::string* text = value->text()) return !text->empty();
    return value->list() == nullptr || !value->list()->empty();
}

std::vector<const Field*> silent(const Value& record, const Shape& shape, model::Need need) {
    std::vector<const Field*> found;
    for (const Field& field : shape.fields)
        if (field.need == need && !says(record, field.key)) found.push_back(&field);
    return found;
}

}  // namespace cafe::edit
