#include "facts/withhold.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "facts/secrets.hpp"
#include "store/amend.hpp"

namespace cafe::facts {

namespace {

using model::Storage;
using model::Type;

// Half a number or address is none: these go whole.
bool is_whole(const model::Field* field) {
    if (field == nullptr) return false;
    return field->type == Type::phone || field->type == Type::email || field->type == Type::url ||
           field->type == Type::siret || field->type == Type::postcode;
}

bool is_line(const model::Field* field) {
    return field != nullptr && (field->type == Type::phone || field->type == Type::email);
}

// A number or mailbox, and nothing else that must not be told.
bool is_contact_alone(const Telling& telling) {
    return std::all_of(telling.told.begin(), telling.told.end(), [](Told told) { return told == Told::contact; });
}

bool is_text(const model::Field* field) {
    if (field == nullptr) return true;
    switch (field->storage) {
        case Storage::number:
        case Storage::decimal:
        case Storage::boolean:
        case Storage::date: return false;
        default: return true;
    }
}

void take_out(const Telling& telling) {
    // The tree is a copy of our own; `Telling` points into it.
    if (telling.users_key != nullptr) {
        std::string& text = const_cast<yaml::Key*>(telling.users_key)->text;  // NOLINT(*-const-cast)
        text = without(text, telling.spans);
        return;
    }
    auto& node = const_cast<yaml::Node&>(*telling.node);  // NOLINT(*-const-cast)
    if (!is_text(telling.field)) {
        node = yaml::Node{};
        return;
    }
    node.text =
        is_whole(telling.field) ? without(node.text, {{0, node.text.size()}}) : without(node.text, telling.spans);
}

}  // namespace

ForReader for_reader(store::Book book, Disclosure disclosure, Lines lines) {
    ForReader shown{std::move(book), {}};
    if (disclosure.reveal && disclosure.reader == Reader::own) return shown;
    const Secrets secrets(shown.book.partners);
    if (secrets.empty()) return shown;
    std::vector<std::shared_ptr<const store::Source>> copies;
    for (const auto& source : shown.book.sources) {
        if (secrets.told_in(*source, disclosure.reader).empty()) continue;
        const auto copy = std::make_shared<store::Source>(*source);
        for (const Telling& telling : secrets.told_in(*copy, disclosure.reader)) {
            if (lines == Lines::stay && is_line(telling.field) && is_contact_alone(telling)) continue;
            if (telling.field == nullptr || !telling.field->internal)
                shown.withheld.push_back({source->path, telling.path});
            take_out(telling);
        }
        copy->text.clear();
        copies.push_back(copy);
    }
    store::put(shown.book, copies);
    return shown;
}

}  // namespace cafe::facts
