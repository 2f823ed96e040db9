#include "paper_form.hpp"

#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/fields.hpp"
#include "query/lexicon.hpp"

namespace cafe::cmd {

namespace {

const model::Field* field_labelled(std::string_view label) {
    const std::string folded = fold::text(label);
    if (folded.empty()) return nullptr;
    for (const model::Field& field : model::partner_shape().fields)
        if (fold::text(field.label.fr) == folded || fold::text(field.label.en) == folded) return &field;
    return nullptr;
}

// "Nom : CCAS" with the label that the form prints, which no YAML key is.
std::optional<std::pair<const model::Field*, std::string>> labelled(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const model::Field* field = field_labelled(line.substr(0, colon));
    if (field == nullptr) return std::nullopt;
    return std::pair(field, std::string(text::trim(line.substr(colon + 1))));
}

constexpr Phrase<std::string, int, std::string> unknown_label{"{0}:{1} : aucune ligne de la fiche ne s'appelle « {2} »",
                                                              "{0}:{1}: no line of the form is called '{2}'"};
constexpr Phrase<> labels_are{"« cafe form » donne les noms des lignes ; une suite de la ligne du dessus va sans nom",
                              "'cafe form' gives the names of the lines; what goes on with the line above has none"};

// "Fax : 05 36 …" below telephones: a label of ours that was mistyped, or a line that the form lacks. Sentences have
// colons of their own, and addresses of pages begin with one.
std::optional<std::string_view> foreign_label(const model::Field& above, std::string_view line) {
    constexpr std::size_t longest = 40;
    const bool sentences = above.type == model::Type::line || above.type == model::Type::markdown;
    const std::size_t colon = line.find(':');
    if (sentences || colon == std::string_view::npos || colon == 0 || colon > longest) return std::nullopt;
    if (line.substr(colon + 1).starts_with("//")) return std::nullopt;
    const std::string_view label = text::trim(line.substr(0, colon));
    const bool has_digit = label.find_first_of("0123456789") != std::string_view::npos;
    return label.empty() || has_digit ? std::nullopt : std::optional(label);
}

std::string term_of(const query::Lexicon& lexicon, const model::Field& field, const std::string& typed) {
    const auto kind = field.vocabulary == model::VocabularyKind::themes    ? query::MeaningKind::theme
                      : field.vocabulary == model::VocabularyKind::publics ? query::MeaningKind::public_
                                                                           : query::MeaningKind::kind;
    const auto ids = lexicon.ids(kind, typed);
    return ids.empty() ? typed : ids.front();
}

}  // namespace

Result<std::optional<Value>> paper_record(const store::Catalog& catalog, const std::string& text,
                                          const std::string& file) {
    const std::optional<Value> no_form;
    // A record in YAML begins with a key in small letters.
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool key = first != std::string::npos && text[first] >= 'a' && text[first] <= 'z';
    if (key) return no_form;
    std::vector<std::pair<const model::Field*, std::string>> rows;
    int number = 0;
    for (std::string_view line : text::split(text, '\n')) {
        ++number;
        line = text::trim(line);
        if (line.empty() || line.front() == '#') continue;
        if (auto row = labelled(line)) {
            rows.push_back(std::move(*row));
        } else {
            if (rows.empty()) return no_form;
            if (const auto label = foreign_label(*rows.back().first, line))
                return Error{ErrorKind::usage,
                             unknown_label(utf8::printable(file), number, utf8::printable(std::string(*label))),
                             labels_are()};
            rows.back().second += (rows.back().second.empty() ? "" : " ") + std::string(line);
        }
    }
    if (rows.empty()) return no_form;
    const query::Lexicon lexicon(catalog);
    Map record;
    for (const auto& row : rows) {
        const auto* field = row.first;
        const auto& value = row.second;
        if (value.empty()) continue;
        const auto item = [&](std::string_view part) {
            const std::string typed(text::trim(part));
            return field->vocabulary == model::VocabularyKind::none ? typed : term_of(lexicon, *field, typed);
        };
        if (!field->list) {
            record.push_back({std::string(field->key), Value(item(value))});
            continue;
        }
        List items;
        for (const std::string_view part : text::split(value, ';'))
            if (!text::trim(part).empty()) items.emplace_back(item(part));
        record.push_back({std::string(field->key), Value(std::move(items))});
    }
    return std::optional(Value(std::move(record)));
}

}  // namespace cafe::cmd
