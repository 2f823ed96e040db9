#include "paper_form.hpp"

#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
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

std::string term_of(const query::Lexicon& lexicon, const model::Field& field, const std::string& typed) {
    const auto kind = field.vocabulary == model::VocabularyKind::themes    ? query::MeaningKind::theme
                      : field.vocabulary == model::VocabularyKind::publics ? query::MeaningKind::public_
                                                                           : query::MeaningKind::kind;
    const auto ids = lexicon.ids(kind, typed);
    return ids.empty() ? typed : ids.front();
}

}  // namespace

std::optional<Value> paper_record(const store::Catalog& catalog, const std::string& text) {
    std::vector<std::pair<const model::Field*, std::string>> rows;
    for (std::string_view line : text::split(text, '\n')) {
        line = text::trim(line);
        if (line.empty() || line.front() == '#') continue;
        if (auto row = labelled(line)) {
            rows.push_back(std::move(*row));
        } else {
            if (rows.empty()) return std::nullopt;
            rows.back().second += (rows.back().second.empty() ? "" : " ") + std::string(line);
        }
    }
    // A record in YAML begins with a key in small letters.
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool key = first != std::string::npos && text[first] >= 'a' && text[first] <= 'z';
    if (rows.empty() || key) return std::nullopt;
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
    return Value(std::move(record));
}

}  // namespace cafe::cmd
