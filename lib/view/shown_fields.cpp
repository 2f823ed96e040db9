#include "view/shown_fields.hpp"

#include <fmt/format.h>

#include "base/date.hpp"
#include "model/languages.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using model::Field;
using model::Storage;
using model::Type;

Text text_of(const Field& field, const std::string& value, const model::Vocabulary& vocabulary, Lang lang) {
    switch (field.type) {
        case Type::choice:
            for (const model::Choice& choice : field.choices)
                if (choice.value == value) return plain(std::string(choice.label.in(lang)));
            return plain(value);
        case Type::term: return plain(vocabulary.label(field.vocabulary, value).in(lang));
        case Type::language: return plain(std::string(model::language_name(value, lang)));
        case Type::hours: return plain(hours_in_a_line(value, lang));
        case Type::url: return to_web(value);
        case Type::phone: return to_phone(value);
        case Type::email: return to_mail(value);
        default: return plain(value);
    }
}

Text one_value(const Field& field, const void* held, const model::Vocabulary& vocabulary, Lang lang) {
    static constexpr Phrase<> yes{"oui", "yes"};
    static constexpr Phrase<> no{"non", "no"};
    switch (field.storage) {
        case Storage::text:
        case Storage::texts: return text_of(field, *static_cast<const std::string*>(held), vocabulary, lang);
        case Storage::number: return plain(fmt::format("{}", *static_cast<const int*>(held)));
        case Storage::decimal: return plain(fmt::format("{}", *static_cast<const double*>(held)));
        case Storage::boolean: return plain((*static_cast<const bool*>(held) ? yes() : no()).in(lang));
        case Storage::date: return plain(plain_date(*static_cast<const Date*>(held)).in(lang));
        case Storage::mapping:
        case Storage::list: {
            // Of a mapping its main value.
            const Field* main = field.shape().main();
            if (main == nullptr || main->count(held) == 0) return {};
            return one_value(*main, main->at(held, 0), vocabulary, lang);
        }
        case Storage::keyed: break;
    }
    return {};
}

}  // namespace

std::vector<std::pair<std::string, Text>> shown_fields(const void* record, const model::Shape& shape,
                                                       model::Shown where, const model::Vocabulary& vocabulary,
                                                       Lang lang) {
    std::vector<std::pair<std::string, Text>> rows;
    for (const Field& field : shape.fields) {
        if (field.shown != where || field.count == nullptr) continue;
        std::vector<Text> values;
        for (std::size_t i = 0; i < field.count(record); ++i) {
            Text value = one_value(field, field.at(record, i), vocabulary, lang);
            if (!value.empty()) values.push_back(std::move(value));
        }
        if (!values.empty()) rows.emplace_back(capitalised(field.label.in(lang)), join(values, ", "));
    }
    return rows;
}

}  // namespace cafe::view
