// The fields of a record and their values, as `set`, `add` and --fields take them.
#include <algorithm>

#include "base/text.hpp"
#include "model/fields.hpp"
#include "view/offers.hpp"

namespace cafe::view {

namespace {

// Parts of a field once it is named: the first offer stays short.
void add_parts(Offers& found, const model::Shape& shape, Lang lang, const std::string& of) {
    for (const std::string& path : model::all_paths(shape)) {
        if (!path.starts_with(of + ".") || path.find('.', of.size() + 1) != std::string::npos) continue;
        const model::Field* field = model::column_of(shape, *model::RecordPath::parse(path));
        found.push_back({path, field == nullptr ? "" : std::string(field->label.in(lang))});
    }
}

}  // namespace

Offers Offering::assigned_values(const model::Shape& shape, const std::string& typed) const {
    const std::size_t equals = typed.find('=');
    if (equals == std::string::npos) return {};
    std::string name = typed.substr(0, equals);
    if (name.ends_with('+') || name.ends_with('-')) name.pop_back();
    const auto path = model::RecordPath::parse(name);
    const auto target = path ? model::target_of(shape, *path) : std::nullopt;
    if (!target) return {};
    const model::Field* field = target->field;
    if (field->shape != nullptr && field->list) field = field->shape().main();
    if (field == nullptr) return {};
    const std::string before = typed.substr(0, equals + 1);
    const auto made = [&](const std::string& begun) { return values_of(*field, begun); };
    Offers found = target->field->list && !target->item ? offered_in_list(typed.substr(equals + 1), made)
                                                        : made(typed.substr(equals + 1));
    for (Offer& offer : found) offer.value.insert(0, before);
    return found;
}

Offers offered_fields(const model::Shape& whole, Lang lang, const std::string& typed) {
    const model::Shape* shape = &whole;
    const std::size_t point = typed.rfind('.');
    const std::string before = point == std::string::npos ? "" : typed.substr(0, point + 1);
    const std::string begun = typed.substr(before.size());
    const auto steps = text::split(before, '.');
    for (std::size_t i = 0; i < steps.size() && !steps[i].empty(); ++i) {
        const model::Field* field = shape->find(steps[i]);
        if (field == nullptr || field->shape == nullptr) return {};
        shape = &field->shape();
        if (!field->list) continue;
        if (++i >= steps.size() || steps[i].empty()) return {{before + "0.", ""}};
    }
    Offers found;
    for (const model::Field& field : shape->fields)
        if (field.key.starts_with(begun))
            found.push_back({before + std::string(field.key) + "=", std::string(field.label.in(lang))});
    return found;
}

Offers Offering::values_of(const model::Field& field, const std::string& typed) const {
    Offers found;
    switch (field.type) {
        case model::Type::term: return terms(field.vocabulary, typed);
        case model::Type::area: return areas(typed);
        case model::Type::reference:
            if (field.folder == model::Folder::meetings) return meetings(typed);
            if (field.folder == model::Folder::cafes) return cafes(typed);
            return people_and_partners(typed);
        case model::Type::boolean: return offered({"true", "false"}, typed);
        case model::Type::choice:
            for (const model::Choice& choice : field.choices)
                if (choice.value.starts_with(typed))
                    found.push_back({std::string(choice.value), std::string(choice.label.in(lang_))});
            return found;
        default: return found;
    }
}

Offers offered_columns(const model::Shape& shape, Lang lang, const std::string& typed) {
    return offered_in_list(typed, [&](const std::string& begun) {
        Offers found;
        if (std::string_view("id").starts_with(begun)) found.push_back({"id", ""});
        for (const std::string& path : model::all_paths(shape)) {
            if (!path.starts_with(begun) || path.find('.', begun.size()) != std::string::npos) continue;
            const model::Field* field = model::column_of(shape, *model::RecordPath::parse(path));
            found.push_back({path, field == nullptr ? "" : std::string(field->label.in(lang))});
            if (path == begun) add_parts(found, shape, lang, path);
        }
        return found;
    });
}

}  // namespace cafe::view
