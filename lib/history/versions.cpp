#include "history/versions.hpp"

#include <algorithm>
#include <memory>

#include "facts/release.hpp"
#include "facts/withhold.hpp"
#include "model/fields.hpp"
#include "store/catalog.hpp"
#include "store/layout.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::history {

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

}  // namespace

Versions::Versions(const store::Book& book, facts::Disclosure reader) : reader_(reader) {
    small_.root = book.root;
    small_.settings = book.settings;
    small_.areas = book.areas;
    small_.vocabulary = book.vocabulary;
    // Whether somebody may be named is what they say today.
    if (reader.reader != facts::Reader::own) small_.people = book.people;
    for (const auto& partner : book.partners)
        if (partner.value.address && partner.value.address->confidential.value_or(false))
            small_.partners.push_back(partner);
}

std::optional<Value> Versions::released(const std::string& path, const std::optional<std::string>& text,
                                        bool confidential) const {
    const auto ref = store::ref_at(path);
    if (!text || !ref) return std::nullopt;
    if (reader_.reader != facts::Reader::own && ref->kind != RecordKind::partner) return std::nullopt;
    yaml::Parsed parsed = yaml::parse(*text, path);
    if (!parsed.root) return std::nullopt;
    if (confidential && ref->kind == RecordKind::partner) make_confidential(*parsed.root);
    const auto source =
        std::make_shared<const store::Source>(store::Source{*ref, path, *text, std::move(*parsed.root)});
    store::Book book = small_;
    book.sources.push_back(source);
    const auto tree = [](const auto& released) {
        return released ? std::optional(to_value(released->tree())) : std::nullopt;
    };
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
    book = facts::for_reader(std::move(book), reader_).book;
    const store::Catalog catalog(book);
    switch (ref->kind) {
        case RecordKind::partner: return tree(facts::release_partner(catalog, ref->id, reader_));
        case RecordKind::person: return tree(facts::release_person(catalog, ref->id, reader_));
        case RecordKind::cafe: return tree(facts::release_cafe(catalog, ref->id, reader_));
        case RecordKind::meeting: return tree(facts::release_meeting(catalog, ref->id, reader_));
        default: return to_value(book.sources.back()->tree);
    }
}

Value Versions::shown(const std::string& path, const std::optional<std::string>& text, bool confidential) const {
    return released(path, text, confidential).value_or(Value{Map{}});
}

std::optional<std::vector<edit::FieldChange>> Versions::told(const std::string& path,
                                                             const std::optional<std::string>& before,
                                                             const std::optional<std::string>& after) const {
    const auto ref = store::ref_at(path);
    const bool confidential = is_confidential(path, before, after);
    const auto then = released(path, before, confidential);
    const auto now = released(path, after, confidential);
    if (!ref || !then || !now) return std::nullopt;
    return edit::difference(*then, *now, model::shape_of(ref->kind));
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

}  // namespace cafe::history
