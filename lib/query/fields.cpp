#include "query/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/date.hpp"
#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/path.hpp"
#include "model/values.hpp"
#include "store/layout.hpp"

namespace cafe::query {

namespace {

using model::Field;
using model::Type;
using store::Catalog;

constexpr Phrase<std::string> unknown_field{"champ inconnu « {} »", "unknown field '{}'"};
constexpr Phrase<std::string> use_key{"la clé est « {} »", "the key is '{}'"};
constexpr Phrase<std::string> quote_it{"pour chercher le mot lui-même : \"{}\"", "to look for the word itself: \"{}\""};
constexpr Phrase<std::string, std::string> unknown_value{"le champ {} n'a pas de valeur « {} »",
                                                         "field {} has no value '{}'"};
constexpr Phrase<std::string> values_are{"valeurs possibles : {}", "possible values: {}"};
constexpr Phrase<std::string, std::string> unknown_record{"le champ {} : aucune fiche « {} »",
                                                          "field {}: no record '{}'"};
constexpr Phrase<std::string> no_bounds{"le champ {} n'a ni dates ni nombres à borner",
                                        "field {} holds no dates or numbers to bound"};
constexpr Phrase<std::string, std::string> bad_bound{"le champ {} ne se compare pas à « {} »",
                                                     "field {} cannot be compared with '{}'"};
constexpr Phrase<> date_shape{"une date s'écrit 2026-11-06, 2026-11 ou 2026",
                              "a date is written 2026-11-06, 2026-11 or 2026"};
constexpr Phrase<> number_shape{"un nombre s'écrit en chiffres", "a number is written in digits"};

Error usage(Words message, Words remedy = {}) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

bool is_number(Type type) {
    return type == Type::number || type == Type::decimal;
}

// What a fiche that does not say it means (records.md).
struct Default {
    std::string_view path;
    std::string_view value;
};
constexpr std::array<Default, 6> defaults{{{"audience", "public"},
                                           {"status", "active"},
                                           {"address.confidential", "false"},
                                           {"phones.audience", "public"},
                                           {"emails.audience", "public"},
                                           {"permanences.audience", "public"}}};

Error unknown_field_error(const model::Shape& shape, std::string_view key) {
    const std::string shown = utf8::printable(key);
    if (const Field* french = shape.find_french(key))
        return usage(unknown_field(shown), use_key(std::string(french->key)));
    std::vector<std::string> paths = model::all_paths(shape);
    for (const std::string_view special : {"id", "in", "touches", "theme", "public", "not"})
        paths.emplace_back(special);
    if (const auto near = text::nearest(key, paths)) return usage(unknown_field(shown), did_you_mean(*near + ":"));
    return usage(unknown_field(shown), quote_it(shown));
}

Error unknown_value_error(const std::string& path, std::string_view value, const std::vector<std::string>& known) {
    const std::string shown = utf8::printable(value);
    if (const auto near = text::nearest(value, known)) return usage(unknown_value(path, shown), did_you_mean(*near));
    constexpr std::size_t many = 12;
    if (known.empty() || known.size() > many) return usage(unknown_value(path, shown));
    return usage(unknown_value(path, shown), values_are(text::join(known, ", ")));
}

// A whole date, or the first or last day of a month or year that is named alone. Empty stays empty.
std::optional<std::string> date_bound(std::string_view text, bool last) {
    if (text.empty()) return std::string();
    std::string full(text);
    if (text.size() == 4) full += last ? "-12-31" : "-01-01";
    if (text.size() == 7) full += "-01";
    const auto date = Date::parse(full);
    if (!date) return std::nullopt;
    if (text.size() == 7 && last) return date->plus_months(1).plus_days(-1).iso();
    return date->iso();
}

std::optional<std::string> bound(Type type, std::string_view text, bool last) {
    if (type == Type::date) return date_bound(text, last);
    if (text.empty() || text::to_number(text)) return std::string(text);
    return std::nullopt;
}

Result<FieldTest> bounded(FieldTest test, std::string_view value, Type type) {
    const std::size_t dots = value.find("..");
    const std::string_view low = dots == std::string_view::npos ? value : value.substr(0, dots);
    const std::string_view high = dots == std::string_view::npos ? value : value.substr(dots + 2);
    const auto from = bound(type, low, false);
    const auto until = bound(type, high, true);
    if (!from || !until) {
        const std::string wrong = utf8::printable(!from ? low : high);
        return usage(bad_bound(test.path, wrong), type == Type::date ? date_shape() : number_shape());
    }
    test.kind = FieldTest::Kind::between;
    test.from = *from;
    test.until = *until;
    return test;
}

std::optional<MeaningKind> meaning_of(model::VocabularyKind kind) {
    switch (kind) {
        case model::VocabularyKind::themes: return MeaningKind::theme;
        case model::VocabularyKind::publics: return MeaningKind::public_;
        case model::VocabularyKind::kinds: return MeaningKind::kind;
        case model::VocabularyKind::none: break;
    }
    return std::nullopt;
}

Result<FieldTest> term_test(FieldTest test, std::string_view value, const Catalog& catalog, const Lexicon& lexicon) {
    test.kind = FieldTest::Kind::value;
    test.values = lexicon.ids(*meaning_of(test.field->vocabulary), value);
    if (!test.values.empty()) return test;
    const auto near = catalog.vocabulary().nearest(test.field->vocabulary, value);
    const std::string shown = utf8::printable(value);
    return usage(unknown_value(test.path, shown), near ? did_you_mean(*near) : Words{});
}

Result<FieldTest> choice_test(FieldTest test, std::string_view value) {
    test.kind = FieldTest::Kind::value;
    std::vector<std::string> known;
    const std::string folded = fold::text(value);
    for (const model::Choice& choice : test.field->choices) {
        known.emplace_back(choice.value);
        if (folded == fold::text(choice.value) || folded == fold::text(choice.label.fr) ||
            folded == fold::text(choice.label.en))
            test.values.emplace_back(choice.value);
    }
    if (test.values.empty()) return unknown_value_error(test.path, value, known);
    return test;
}

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& entries) {
    std::vector<std::string> ids;
    for (const auto& entry : entries) ids.push_back(entry.id);
    return ids;
}

std::vector<std::string> ids_in(const Catalog& catalog, model::Folder folder) {
    switch (folder) {
        case model::Folder::partners: return ids_of(catalog.partners());
        case model::Folder::people: return ids_of(catalog.people());
        case model::Folder::cafes: return ids_of(catalog.cafes());
        case model::Folder::meetings: return ids_of(catalog.meetings());
        case model::Folder::none: break;
    }
    return {};
}

FieldTest words_test(FieldTest test, std::string_view value) {
    test.kind = FieldTest::Kind::words;
    test.sought = sought_in(value);
    return test;
}

Result<FieldTest> reference_test(FieldTest test, std::string_view value, const Catalog& catalog) {
    auto known = ids_in(catalog, test.field->folder);
    const auto more = ids_in(catalog, test.field->other_folder);
    known.insert(known.end(), more.begin(), more.end());
    test.kind = FieldTest::Kind::value;
    if (std::find(known.begin(), known.end(), value) != known.end()) {
        test.values.emplace_back(value);
        return test;
    }
    if (test.field->or_words) return words_test(std::move(test), value);
    const auto near = text::nearest(value, known);
    return usage(unknown_record(test.path, utf8::printable(value)), near ? did_you_mean(*near) : Words{});
}

Result<FieldTest> area_test(FieldTest test, std::string_view value, const Catalog& catalog) {
    const auto found = catalog.territory().resolve(value, territory::Spoken::command_line);
    if (const auto* unresolved = std::get_if<territory::Unresolved>(&found))
        return usage(territory::explain(utf8::printable(value), *unresolved));
    test.kind = FieldTest::Kind::area;
    test.areas.push_back(std::get<territory::AreaRef>(found));
    return test;
}

// ---- A record's answer
// -----------------------------------------------------------------------------------------------

void gather_all(const yaml::Node& node, std::vector<std::string>& out) {
    if (node.kind == yaml::Kind::scalar && !node.text.empty()) out.push_back(node.text);
    for (const yaml::Node& item : node.items) gather_all(item, out);
    for (const yaml::Entry& entry : node.entries) gather_all(entry.value, out);
}

void gather(const yaml::Node& node, const model::Shape* shape, std::span<const std::string> steps,
            std::vector<std::string>& out) {
    if (steps.empty()) return gather_all(node, out);
    if (node.kind == yaml::Kind::sequence) {
        const auto position = text::is_digits(steps.front()) ? text::to_integer(steps.front()) : std::nullopt;
        if (position && static_cast<std::size_t>(*position) < node.items.size())
            return gather(node.items[static_cast<std::size_t>(*position)], shape, steps.subspan(1), out);
        for (const yaml::Node& item : node.items) gather(item, shape, steps, out);
        return;
    }
    const Field* field = shape == nullptr ? nullptr : shape->find(steps.front());
    if (node.kind == yaml::Kind::scalar) {
        const Field* main = shape == nullptr ? nullptr : shape->main();
        if (main != nullptr && main == field && steps.size() == 1) gather_all(node, out);
        return;
    }
    if (const yaml::Node* value = node.find(steps.front()))
        gather(*value, field != nullptr && field->shape != nullptr ? &field->shape() : nullptr, steps.subspan(1), out);
}

// Nothing of a confidential address answers a question, or asking would tell it. An unreadable word counts as true.
bool is_hidden(const yaml::Node& tree, const std::string& path) {
    const bool tells =
        path == "address" || (path.starts_with("address.") && path != "address.confidential") || path == "siret";
    if (!tells) return false;
    const yaml::Node* address = tree.find("address");
    const yaml::Node* said = address == nullptr ? nullptr : address->find("confidential");
    return said != nullptr && said->text != "false";
}

bool lies_between(const FieldTest& test, const std::string& text) {
    if (test.field->type == Type::date) {
        if (!Date::parse(text)) return false;
        return (test.from.empty() || test.from <= text) && (test.until.empty() || text <= test.until);
    }
    const auto number = text::to_number(text);
    if (!number) return false;
    const auto low = text::to_number(test.from);
    const auto high = text::to_number(test.until);
    return (!low || *low <= *number) && (!high || *number <= *high);
}

bool says_value(const FieldTest& test, const std::string& text, const Catalog& catalog) {
    switch (test.kind) {
        case FieldTest::Kind::present: return true;
        case FieldTest::Kind::words: return says(text, test.sought);
        case FieldTest::Kind::between: return lies_between(test, text);
        case FieldTest::Kind::value:
            return std::any_of(test.values.begin(), test.values.end(), [&](const std::string& value) {
                if (test.field != nullptr && test.field->vocabulary == model::VocabularyKind::themes)
                    return catalog.vocabulary().answers(text, value);
                return value == text;
            });
        case FieldTest::Kind::area: break;
    }
    const auto named = catalog.territory().resolve(text, territory::Spoken::record);
    const auto* area = std::get_if<territory::AreaRef>(&named);
    return area != nullptr && std::find(test.areas.begin(), test.areas.end(), *area) != test.areas.end();
}

}  // namespace

Result<FieldTest> field_test(std::string_view key, std::string_view value, const Catalog& catalog,
                             const Lexicon& lexicon, model::RecordKind kind) {
    FieldTest test;
    test.path = key;
    value = text::trim(value);
    if (key == "id") {
        if (value.empty()) return test;
        test = words_test(std::move(test), value);
        for (Sought& word : test.sought) word.acronym = true;  // whole words: `id:caf` is no café
        return test;
    }
    const model::Shape& shape = model::shape_of(kind);
    const auto path = model::RecordPath::parse(key);
    test.field = path ? model::column_of(shape, *path) : nullptr;
    if (test.field == nullptr && path) {
        const auto target = model::target_of(shape, *path);
        if (target) test.field = target->field;
    }
    if (test.field == nullptr && !key.starts_with("x-")) return unknown_field_error(shape, key);
    if (value.empty()) return test;
    if (test.field == nullptr) return words_test(std::move(test), value);

    const Type type = test.field->type;
    if (!test.field->choices.empty()) return choice_test(std::move(test), value);
    if (type == Type::date || is_number(type)) return bounded(std::move(test), value, type);
    if (value.find("..") != std::string_view::npos && value.find("...") == std::string_view::npos)
        return usage(no_bounds(test.path));
    switch (type) {
        case Type::term: return term_test(std::move(test), value, catalog, lexicon);
        case Type::reference: return reference_test(std::move(test), value, catalog);
        case Type::area:
        case Type::commune: return area_test(std::move(test), value, catalog);
        case Type::boolean: {
            if (!model::to_boolean(value)) return unknown_value_error(test.path, value, {"true", "false"});
            test.kind = FieldTest::Kind::value;
            test.values.emplace_back(value);
            return test;
        }
        default: return words_test(std::move(test), value);
    }
}

bool answers(const FieldTest& test, const std::string& id, const yaml::Node& tree, const model::Shape& shape,
             const Catalog& catalog) {
    if (test.path == "id" && test.field == nullptr)
        return test.kind == FieldTest::Kind::present || says(id, test.sought);
    if (is_hidden(tree, test.path)) return false;
    std::vector<std::string> found;
    const auto path = model::RecordPath::parse(test.path);
    if (path) gather(tree, &shape, path->steps, found);
    if (found.empty() && test.kind != FieldTest::Kind::present)
        for (const Default& fallback : defaults)
            if (fallback.path == test.path) found.emplace_back(fallback.value);
    return std::any_of(found.begin(), found.end(),
                       [&](const std::string& text) { return says_value(test, text, catalog); });
}

}  // namespace cafe::query
