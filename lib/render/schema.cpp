#include "render/schema.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <vector>

#include "base/text.hpp"
#include "model/field_words.hpp"
#include "render/json.hpp"

namespace cafe::render {

namespace {

using model::Field;
using model::Label;
using model::Shape;
using model::Type;

Words words_of(const Label& label) {
    return {std::string(label.fr), std::string(label.en)};
}

// The form of a type as a regular expression. Never narrower than `check`.
std::string_view pattern_of(Type type) {
    switch (type) {
        case Type::date: return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
        case Type::time: return "[0-9]";
        case Type::postcode: return "^[0-9]{5}$";
        case Type::department: return "^([0-9]{2}|2[AB]|9[78][0-9])$";
        case Type::email: return "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";
        case Type::url: return "^https?://[^/\\s]+\\.[^\\s]+$";
        case Type::language: return "^[a-z]{2}$";
        case Type::siret: return "^[0-9]{14}$";
        case Type::rna: return "^W[0-9][0-9A-Z][0-9]{7}$";
        case Type::id: return "^[a-z0-9]+(-[a-z0-9]+)*$";
        case Type::colour: return "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$";
        case Type::reference: return "^[a-z0-9]+(-[a-z0-9]+)*$";
        default: return "";
    }
}

// One schema is built with one of these, so that every part says its words in the same order.
class Writer {
public:
    Writer(const model::Vocabulary& vocabulary, Lang first) : vocabulary_(vocabulary), first_(first) {}

    // The members that describe a mapping, into `out`.
    void mapping(JsonObject& out, const Shape& shape) const {
        JsonObject properties;
        std::vector<std::string> required;
        for (const Field& field : shape.fields) {
            properties.add(field.key, whole(field));
            if (field.need == model::Need::required) required.emplace_back(field.key);
        }
        out.add("type", "object");
        out.add("properties", properties.done());
        out.add("patternProperties", JsonObject().add("^x-", JsonObject().done()).done());
        if (!required.empty()) out.add("required", json_list(required));
        out.add("additionalProperties", json_boolean(false));
    }

    // A snippet: a record with the fields that every one should have, ready to be filled in.
    [[nodiscard]] Json snippets(const Shape& shape, const Words& label, bool in_list) const {
        const Json body = snippet_body(shape);
        const std::array bodies{in_list ? json_list(std::array{body}) : body};
        const std::array all{
            JsonObject().add("label", label.in(first_)).add("description", both(label)).add("body", bodies[0]).done()};
        return json_list(all);
    }

    [[nodiscard]] std::string both(const Words& words) const {
        if (words.fr == words.en) return words.fr;
        const Lang other = first_ == Lang::fr ? Lang::en : Lang::fr;
        return words.in(first_) + " / " + words.in(other);
    }

private:
    // A field: its words, and its value or the list of them.
    [[nodiscard]] Json whole(const Field& field) const {
        JsonObject out;
        out.add("title", both(words_of(field.label)));
        out.add("markdownDescription", described(field));
        if (field.storage == model::Storage::keyed) {
            JsonObject item;
            if (field.shorthand) {
                JsonObject shorthand;
                value(shorthand, field.shape().fields.front());
                JsonObject full;
                value(full, field);
                item.add("anyOf", json_list(std::array{shorthand.done(), full.done()}));
            } else {
                value(item, field);
            }
            out.add("type", "object").add("additionalProperties", item.done());
            return out.done();
        }
        if (!field.list) {
            value(out, field);
            return out.done();
        }
        JsonObject item;
        const Field* main = field.shape == nullptr ? nullptr : field.shape().main();
        if (main != nullptr) {
            JsonObject shorthand;
            value(shorthand, *main);
            JsonObject full;
            value(full, field);
            item.add("anyOf", json_list(std::array{shorthand.done(), full.done()}));
        } else {
            value(item, field);
        }
        out.add("type", "array").add("items", item.done());
        if (field.shape != nullptr) out.add("defaultSnippets", snippets(field.shape(), words_of(field.label), true));
        return out.done();
    }

    void value(JsonObject& out, const Field& field) const {
        if (field.shape != nullptr) return mapping(out, field.shape());
        if (field.vocabulary != model::VocabularyKind::none) return terms(out, field.vocabulary);
        if (!field.choices.empty()) return choices(out, field);
        const bool low = field.least != std::numeric_limits<int>::min();
        const bool high = field.most != std::numeric_limits<int>::max();
        if (field.type == Type::boolean) {
            out.add("type", "boolean");
        } else if (field.type == Type::number || field.type == Type::decimal) {
            out.add("type", field.type == Type::number ? "integer" : "number");
            if (low) out.add("minimum", field.least);
            if (high) out.add("maximum", field.most);
        } else {
            // Unquoted digits are a number to other readers, and text to cafe.
            const std::vector<std::string> scalars{"string", "number", "boolean"};
            out.add("type", json_list(scalars));
            out.add("minLength", low ? field.least : 1);
            if (high) out.add("maxLength", field.most);
            pattern(out, field);
        }
    }

    void pattern(JsonObject& out, const Field& field) const {
        if (field.or_words || pattern_of(field.type).empty()) return;
        static constexpr Phrase<Words> expected{"attendu : {}", "expected: {}"};
        Field one = field;
        one.list = false;
        out.add("pattern", pattern_of(field.type));
        out.add("patternErrorMessage", both(expected(model::type_in_words(one))));
    }

    void choices(JsonObject& out, const Field& field) const {
        std::vector<Json> values;
        std::vector<std::string> says;
        for (const model::Choice& choice : field.choices) {
            const auto number = field.type == Type::number ? json_number_as_written(choice.value) : std::nullopt;
            values.push_back(number ? *number : json_text(choice.value));
            says.push_back(both(words_of(choice.label)));
        }
        out.add("enum", json_list(std::span<const Json>(values)));
        out.add("markdownEnumDescriptions", json_list(std::span<const std::string>(says)));
    }

    void terms(JsonObject& out, model::VocabularyKind kind) const {
        const std::vector<std::string> ids = vocabulary_.ids(kind);
        std::vector<std::string> says;
        for (const std::string& id : ids) says.push_back(both(vocabulary_.label(kind, id)));
        out.add("enum", json_list(std::span<const std::string>(ids)));
        out.add("markdownEnumDescriptions", json_list(std::span<const std::string>(says)));
    }

    [[nodiscard]] std::string described(const Field& field) const {
        const auto said = [&](Lang lang) {
            std::string text = fmt::format("**{}** ({}; {}", field.label.in(lang), model::type_in_words(field).in(lang),
                                           model::need_in_words(field).in(lang));
            if (const Words bounds = model::bounds_in_words(field); !bounds.empty()) text += "; " + bounds.in(lang);
            return text + "). " + std::string(field.help.in(lang));
        };
        return said(first_) + "\n\n" + said(first_ == Lang::fr ? Lang::en : Lang::fr);
    }

    // What stands at the cursor: "$1", "${2|free,paid,conditional|}".
    [[nodiscard]] static std::string stop(const Field& field, std::size_t number) {
        if (field.choices.empty()) return fmt::format("${}", number);
        std::vector<std::string> values;
        for (const model::Choice& choice : field.choices) values.emplace_back(choice.value);
        return fmt::format("${{{}|{}|}}", number, text::join(values, ","));
    }

    [[nodiscard]] static Json snippet_body(const Shape& shape) {
        JsonObject body;
        std::size_t stops = 0;
        for (const Field& field : shape.fields) {
            const bool wanted = field.need != model::Need::optional || &field == shape.main();
            if (!wanted || field.shape != nullptr) continue;
            const std::string at = stop(field, ++stops);
            if (field.list)
                body.add(field.key, json_list(std::vector<std::string>{at}));
            else
                body.add(field.key, at);
        }
        return body.done();
    }

    const model::Vocabulary& vocabulary_;
    Lang first_;
};

}  // namespace

std::string json_schema(model::RecordKind kind, const model::Vocabulary& vocabulary, Lang first) {
    return json_schema(model::shape_of(kind), model::name_of(kind), vocabulary, first);
}

std::string json_schema(const Shape& shape, const model::Label& label, const model::Vocabulary& vocabulary,
                        Lang first) {
    const Writer writer(vocabulary, first);
    const Words name = words_of(label);
    JsonObject out;
    out.add("$schema", "http://json-schema.org/draft-07/schema#");
    out.add("title", writer.both(name));
    writer.mapping(out, shape);
    out.add("defaultSnippets", writer.snippets(shape, name, false));
    return json_document(out.done());
}

}  // namespace cafe::render
