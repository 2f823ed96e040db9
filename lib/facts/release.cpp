#include "facts/release.hpp"

#include <algorithm>

#include "facts/audience.hpp"
#include "model/audience.hpp"
#include "model/fields.hpp"
#include "store/read.hpp"

namespace cafe::facts {

namespace {

using model::Audience;
using model::Field;
using model::Folder;
using model::Shape;
using model::Storage;
using yaml::Entry;
using yaml::Kind;
using yaml::Node;

std::string text_under(const Node& mapping, std::string_view key) {
    const Node* value = mapping.find(key);
    return value != nullptr && value->kind == Kind::scalar ? value->text : std::string();
}

bool objects_to(const model::Person& person, std::string_view scope) {
    if (!person.privacy || !person.privacy->objection) return false;
    const std::string& said = person.privacy->objection->scope;
    // A scope that is none of the three is read as the widest: a slip must not print a person who objected.
    return said == scope || (said != "directory" && said != "mailings");
}

bool admits(Reader reader, Audience audience) {
    switch (reader) {
        case Reader::own: return true;
        case Reader::partners: return audience != Audience::private_;
        case Reader::everyone: return audience == Audience::public_;
    }
    return false;
}

// A copy of one record's tree without what is not for the reader.
class Pruner {
public:
    Pruner(const store::Catalog& catalog, Disclosure disclosure, model::RecordKind kind)
        : catalog_(catalog), disclosure_(disclosure), kind_(kind) {}

    Node record(const Node& tree) {
        if (kind_ == model::RecordKind::partner && !own()) note_who_left(tree);
        return mapping(tree, model::shape_of(kind_), true);
    }

private:
    [[nodiscard]] bool own() const { return disclosure_.reader == Reader::own; }

    [[nodiscard]] bool shows_person(const std::string& id) const {
        const model::Person* person = catalog_.person(id);
        return person != nullptr && !objects_to(*person, "directory") &&
               admits(disclosure_.reader, model::audience_of(person->audience, Audience::partners));
    }

    // A reference to a person, or free words that may name one.
    [[nodiscard]] bool shows_name(const Field& field, const std::string& text) const {
        if (own() || (field.folder != Folder::people && field.other_folder != Folder::people)) return true;
        if (std::find(left_.begin(), left_.end(), text) != left_.end()) return false;
        if (field.folder == Folder::partners && catalog_.partner(text) != nullptr) return true;
        if (shows_person(text)) return true;
        const bool free_words = field.or_words && catalog_.person(text) == nullptr;
        return free_words && disclosure_.reader == Reader::partners;
    }

    // An item of a list: out when its audience, or the person it is about, is not for the reader.
    [[nodiscard]] bool shows_item(const Node& item, const Shape& shape) const {
        if (own()) return true;
        if (item.kind == Kind::scalar) {
            const Field* main = shape.main();
            if (main != nullptr && !shows_name(*main, item.text)) return false;
            return shape.find("audience") == nullptr || admits(disclosure_.reader, default_audience());
        }
        if (shape.find("audience") != nullptr &&
            !admits(disclosure_.reader, model::audience_of(text_under(item, "audience"), default_audience())))
            return false;
        if (&shape == &model::contact_shape() && !holds_function(item)) return false;
        const Field* person = shape.find("person");
        const Node* named = item.find("person");
        return person == nullptr || named == nullptr || named->kind != Kind::scalar || shows_name(*person, named->text);
    }

    // Whom the fiche names for no function that is held: neither is named where a service says whom to ask.
    void note_who_left(const Node& tree) {
        const Node* contacts = tree.find("contacts");
        if (contacts == nullptr) return;
        std::vector<std::string> present;
        for (const Node& contact : contacts->items) {
            const std::string person = contact.kind == Kind::scalar ? contact.text : text_under(contact, "person");
            if (!person.empty()) (holds_function(contact) ? present : left_).push_back(person);
        }
        std::erase_if(left_, [&](const std::string& person) {
            return std::find(present.begin(), present.end(), person) != present.end();
        });
    }

    // Who has left, and who has not come yet, is the notebook's own to know. A date that cannot be read is none that
    // has come, nor one that is still to come: it hides.
    [[nodiscard]] bool holds_function(const Node& contact) const {
        const auto is_empty = [](const Node* node) {
            return node == nullptr || node->kind == Kind::empty || (node->kind == Kind::scalar && node->text.empty());
        };
        const Node* since = contact.find("since");
        const Node* until = contact.find("until");
        if (!disclosure_.day) return is_empty(until);
        const auto holds = [&](const Node* node, bool begins) {
            if (is_empty(node)) return true;
            const auto date = node->kind == Kind::scalar ? Date::parse(node->text) : std::nullopt;
            return date && (begins ? *date <= *disclosure_.day : *disclosure_.day <= *date);
        };
        return holds(since, true) && holds(until, false);
    }

    [[nodiscard]] Audience default_audience() const {
        return kind_ == model::RecordKind::meeting ? Audience::partners : Audience::public_;
    }

    [[nodiscard]] bool shows_key(const Field* field, std::string_view key, bool top, bool hidden_place) const {
        if (top && hidden_place && key == "siret") return false;
        if (own()) return true;
        return field != nullptr && disclosure_.reader <= widest_reader(field->seen);
    }

    // Of a confidential address nothing is shown but that it is one; the notebook's own people see where letters go.
    [[nodiscard]] Node address(const Node& node) const {
        Node shown = without_content(node);
        for (const Entry& entry : node.entries)
            if (entry.key.text == "confidential" || (own() && entry.key.text == "mail")) shown.entries.push_back(entry);
        return shown;
    }

    [[nodiscard]] bool hides_place(const Node& tree) const {
        const Node* place = tree.find("address");
        if (place == nullptr || place->kind != Kind::mapping || (own() && disclosure_.reveal)) return false;
        // Read by the field list, so that an unreadable `confidential: oui` hides rather than shows.
        const Shape& shape = model::partner_shape().find("address")->shape();
        return store::read<model::Address>(*place, shape).confidential.value_or(false);
    }

    [[nodiscard]] Node mapping(const Node& node, const Shape& shape, bool top) const {
        const bool hidden_place = top && kind_ == model::RecordKind::partner && hides_place(node);
        Node shown = without_content(node);
        shown.entries.reserve(node.entries.size());
        for (const Entry& entry : node.entries) {
            const Field* field = shape.find(entry.key.text);
            if (!shows_key(field, entry.key.text, top, hidden_place)) continue;
            if (hidden_place && entry.key.text == "address") {
                shown.entries.push_back({entry.key, address(entry.value)});
                continue;
            }
            if (field == nullptr) {
                shown.entries.push_back(entry);
                continue;
            }
            if (entry.value.kind == Kind::scalar && field->storage != Storage::list &&
                !shows_name(*field, entry.value.text))
                continue;
            shown.entries.push_back({entry.key, value(entry.value, *field)});
        }
        return shown;
    }

    [[nodiscard]] Node value(const Node& node, const Field& field) const {
        if (field.shape == nullptr) return texts(node, field);
        if (node.kind == Kind::mapping && field.storage == Storage::mapping) return mapping(node, field.shape(), false);
        if (field.storage != Storage::list) return node;
        // One item written without its list.
        if (node.kind == Kind::mapping)
            return shows_item(node, field.shape()) ? mapping(node, field.shape(), false) : empty_of(node);
        if (node.kind == Kind::scalar && !shows_item(node, field.shape())) return empty_of(node);
        Node shown = without_content(node);
        shown.items.reserve(node.items.size());
        for (const Node& item : node.items)
            if (shows_item(item, field.shape()))
                shown.items.push_back(item.kind == Kind::mapping ? mapping(item, field.shape(), false) : item);
        return shown;
    }

    [[nodiscard]] Node texts(const Node& node, const Field& field) const {
        if (node.kind != Kind::sequence || field.folder != Folder::people) return node;
        Node shown = without_content(node);
        for (const Node& item : node.items)
            if (item.kind == Kind::scalar && shows_name(field, item.text)) shown.items.push_back(item);
        return shown;
    }

    // What a part is, without its items and entries: only what is shown of them is copied.
    static Node without_content(const Node& node) {
        Node bare;
        bare.kind = node.kind;
        bare.flow = node.flow;
        bare.style = node.style;
        bare.span = node.span;
        bare.text = node.text;
        return bare;
    }

    static Node empty_of(const Node& node) {
        Node nothing;
        nothing.kind = Kind::empty;
        nothing.span = node.span;
        return nothing;
    }

    const store::Catalog& catalog_;
    Disclosure disclosure_;
    model::RecordKind kind_;
    std::vector<std::string> left_;
};

}  // namespace

namespace {

PartnerInBrief in_brief(const model::Partner& partner) {
    return {partner.name, partner.kind, partner.territory,
            partner.phones.empty() ? std::string() : partner.phones.front().number};
}

PersonInBrief in_brief(const model::Person& person) {
    return {person.name, person.phones.empty() ? std::string() : person.phones.front().number,
            person.emails.empty() ? std::string() : person.emails.front().address};
}

}  // namespace

// The only friend of Released.
class Gate {
public:
    // From the value where the reader is the notebook's own: nothing is kept from them but a confidential place, of
    // which no brief tells.
    template <class Brief, class T>
    static std::optional<Released<Brief>> brief(const std::string& id, const T* value, Disclosure disclosure,
                                                std::optional<Released<T>> (*release)(const store::Catalog&,
                                                                                      const std::string&, Disclosure),
                                                const store::Catalog& catalog) {
        if (value == nullptr) return std::nullopt;
        if (disclosure.reader == Reader::own) return Released<Brief>(id, in_brief(*value), {}, Reader::own);
        const auto released = release(catalog, id, disclosure);
        if (!released) return std::nullopt;
        return Released<Brief>(id, in_brief(**released), {}, disclosure.reader);
    }

    template <class T>
    static std::optional<Released<T>> open(const store::Catalog& catalog, model::RecordKind kind, const std::string& id,
                                           Disclosure disclosure) {
        const yaml::Node* tree = catalog.tree({kind, id});
        if (tree == nullptr) return std::nullopt;
        Node shown = Pruner(catalog, disclosure, kind).record(*tree);
        T value = store::read<T>(shown, model::shape_of(kind));
        return Released<T>(id, std::move(value), std::move(shown), disclosure.reader);
    }
};

std::optional<Released<model::Partner>> release_partner(const store::Catalog& catalog, const std::string& id,
                                                        Disclosure disclosure) {
    const store::PartnerEntry* entry = catalog.partner(id);
    if (entry == nullptr) return std::nullopt;
    if (!admits(disclosure.reader, model::audience_of(entry->value.audience, Audience::public_))) return std::nullopt;
    return Gate::open<model::Partner>(catalog, model::RecordKind::partner, id, disclosure);
}

std::optional<Released<model::Person>> release_person(const store::Catalog& catalog, const std::string& id,
                                                      Disclosure disclosure) {
    const model::Person* person = catalog.person(id);
    if (person == nullptr) return std::nullopt;
    if (disclosure.reader != Reader::own) {
        if (objects_to(*person, "directory")) return std::nullopt;
        if (!admits(disclosure.reader, model::audience_of(person->audience, Audience::partners))) return std::nullopt;
    }
    return Gate::open<model::Person>(catalog, model::RecordKind::person, id, disclosure);
}

std::optional<Released<model::Cafe>> release_cafe(const store::Catalog& catalog, const std::string& id,
                                                  Disclosure disclosure) {
    return Gate::open<model::Cafe>(catalog, model::RecordKind::cafe, id, disclosure);
}

std::optional<Released<model::Meeting>> release_meeting(const store::Catalog& catalog, const std::string& id,
                                                        Disclosure disclosure) {
    return Gate::open<model::Meeting>(catalog, model::RecordKind::meeting, id, disclosure);
}

std::optional<Released<PartnerInBrief>> release_partner_in_brief(const store::Catalog& catalog, const std::string& id,
                                                                 Disclosure disclosure) {
    const store::PartnerEntry* entry = catalog.partner(id);
    const model::Partner* value = entry == nullptr ? nullptr : &entry->value;
    return Gate::brief<PartnerInBrief>(id, value, disclosure, release_partner, catalog);
}

std::optional<Released<PersonInBrief>> release_person_in_brief(const store::Catalog& catalog, const std::string& id,
                                                               Disclosure disclosure) {
    return Gate::brief<PersonInBrief>(id, catalog.person(id), disclosure, release_person, catalog);
}

bool may_be_mailed(const model::Person& person) {
    return !objects_to(person, "mailings");
}

}  // namespace cafe::facts
