#include "check/fields.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/date.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/forms.hpp"
#include "check/meaning.hpp"
#include "check/rules.hpp"
#include "model/values.hpp"
#include "yaml/causes.hpp"
#include "yaml/scalar.hpp"

namespace cafe::check {

namespace {

using model::Field;
using model::Need;
using model::Shape;
using model::Storage;
using model::Type;
using yaml::Kind;
using yaml::Node;

Words label_of(const Field& field) {
    return {std::string(field.label.fr), std::string(field.label.en)};
}

// ---- What is missing -----------------------------------------------------------------------------------------------

bool says_nothing(const Node& node) {
    switch (node.kind) {
        case Kind::empty: return true;
        case Kind::scalar: return text::trim(node.text).empty();
        case Kind::sequence: return node.items.empty();
        case Kind::mapping: return node.entries.empty();
    }
    return false;
}

const yaml::Entry* entry_of(const Node& mapping, std::string_view key) {
    for (const yaml::Entry& entry : mapping.entries)
        if (yaml::cause::meant_key(entry.key.text) == key) return &entry;
    return nullptr;
}

void say_missing(const Field& field, Span span, Report& report) {
    static constexpr Phrase<std::string, Words> absent{"champ obligatoire absent : « {0} » ({1})",
                                                       "required field missing: '{0}' ({1})"};
    static constexpr Phrase<std::string, Words> add_line{"ajouter une ligne, par exemple {0}: {1}",
                                                         "add a line, for example {0}: {1}"};
    static constexpr Phrase<std::string> add_field{"ajouter une ligne {}: …", "add a line {}: …"};
    const std::string key(field.key);
    const Words example = example_of(field);
    report.add(rule::missing, span, absent(key, label_of(field)),
               example.empty() ? add_field(key) : add_line(key, example));
}

void check_missing(const Part& part, Report& report) {
    for (const Field& field : part.shape.fields) {
        if (field.need != Need::required) continue;
        const yaml::Entry* entry = entry_of(part.mapping, field.key);
        if (entry != nullptr && !says_nothing(entry->value)) continue;
        const Span whole = part.owner == nullptr ? Span{} : start_of(part.mapping);
        say_missing(field, entry == nullptr ? whole : entry->key.span, report);
    }
}

// An item written as its main value alone says nothing of the other fields.
void check_short_item(const Node& item, const Shape& shape, Report& report) {
    const Field* main = shape.main();
    if (item.kind != Kind::scalar || main == nullptr) return;
    for (const Field& field : shape.fields)
        if (field.need == Need::required && &field != main) say_missing(field, item.span, report);
}

// A line of a list that should name somebody: where person and partner are both possible and neither is required.
void check_somebody(const Part& part, Report& report) {
    static constexpr Phrase<> nobody{"cette ligne ne nomme personne", "this line names nobody"};
    static constexpr Phrase<std::string> add_one{"ajouter {}", "add {}"};
    const Field* person = part.shape.find("person");
    const Field* partner = part.shape.find("partner");
    if (part.owner == nullptr || person == nullptr || partner == nullptr) return;
    if (person->need == Need::required || partner->need == Need::required) return;
    std::vector<std::string> ways;
    for (const std::string_view key : {"person", "partner", "guest"}) {
        if (part.shape.find(key) == nullptr) continue;
        const yaml::Entry* entry = entry_of(part.mapping, key);
        if (entry != nullptr && !says_nothing(entry->value)) return;
        ways.emplace_back(key);
    }
    report.add(rule::names_nobody, start_of(part.mapping), nobody(), add_one(text::join(ways, ", ")));
}

// ---- What contradicts itself ---------------------------------------------------------------------------------------

struct Pair {
    std::string_view low;
    std::string_view high;
};

constexpr std::array pairs{Pair{"from", "until"},   Pair{"since", "until"},      Pair{"start", "end"},
                           Pair{"signed", "until"}, Pair{"signed", "withdrawn"}, Pair{"age_min", "age_max"},
                           Pair{"free", "places"},  Pair{"sent", "replied"}};

// A value that can be compared with another of its type, or nothing.
std::optional<std::string> comparable(const Field& field, const Node& node) {
    if (node.kind != Kind::scalar) return std::nullopt;
    if (field.type == Type::date && Date::parse(node.text)) return node.text;
    if (field.type == Type::time) return canonical_time(node.text);
    if (field.type != Type::number || !model::to_whole_number(node.text)) return std::nullopt;
    constexpr std::size_t widest = 9;
    return std::string(widest - node.text.size(), '0') + node.text;
}

void check_pair(const Part& part, const Pair& pair, Report& report) {
    static constexpr Phrase<std::string, std::string, std::string, std::string> before{
        "« {0} » ({1}) vient avant « {2} » ({3})", "'{0}' ({1}) comes before '{2}' ({3})"};
    static constexpr Phrase<std::string, std::string, std::string, std::string> smaller{
        "« {0} » ({1}) est plus petit que « {2} » ({3})", "'{0}' ({1}) is smaller than '{2}' ({3})"};
    static constexpr Phrase<> put_right{"corriger celui des deux qui est faux", "put right whichever is wrong"};
    const Field* low = part.shape.find(pair.low);
    const Field* high = part.shape.find(pair.high);
    if (low == nullptr || high == nullptr || low->type != high->type) return;
    const Node* first = part.mapping.find(pair.low);
    const Node* last = part.mapping.find(pair.high);
    if (first == nullptr || last == nullptr) return;
    const auto begin = comparable(*low, *first);
    const auto end = comparable(*high, *last);
    if (!begin || !end || *begin <= *end) return;
    const auto& sentence = low->type == Type::number ? smaller : before;
    report.add(rule::ends_before_start, last->span,
               sentence(std::string(pair.high), last->text, std::string(pair.low), first->text), put_right());
}

// ---- Ids -----------------------------------------------------------------------------------------------------------

void check_twin_ids(const store::Met& met, Report& report) {
    static constexpr Phrase<std::string> given_twice{"l'identifiant « {} » est donné deux fois dans cette liste",
                                                     "the id '{}' is given twice in this list"};
    static constexpr Phrase<std::string> rename{"en changer un : « {} » par exemple",
                                                "change one of them: '{}' for example"};
    if (met.field->storage != Storage::list) return;
    // An id of another list than the notebook's, as of a source, may well be the same in two.
    const Field* key = met.field->shape().find("id");
    if (key == nullptr || key->type != Type::id) return;
    std::set<std::string_view> seen;
    for (const Node& item : met.node.items) {
        const Node* id = item.find("id");
        if (id == nullptr || id->kind != Kind::scalar || id->text.empty()) continue;
        if (!seen.insert(id->text).second)
            report.add(rule::twin_id, id->span, given_twice(shown(id->text)), rename(shown(id->text) + "-2"));
    }
}

// The keys of territory.yaml's areas are their ids.
void check_own_keys(const store::Met& met, Report& report) {
    if (met.field->storage != Storage::keyed || met.field->shape == nullptr || met.field->shorthand) return;
    static const Field as_id = [] {
        Field field;
        field.type = Type::id;
        return field;
    }();
    for (const yaml::Entry& entry : met.node.entries)
        if (const auto fault = fault_of_form(as_id, entry.key.text))
            report.add(*fault->rule, entry.key.span, fault->message, fault->remedy);
}

// ---- Values --------------------------------------------------------------------------------------------------------

// "par téléphone" says "telephone".
bool says_word(std::string_view label, const std::string& folded) {
    const std::string spoken = fold::text(label);
    const auto words = text::words(spoken);
    return spoken == folded || std::find(words.begin(), words.end(), folded) != words.end();
}

// Numbers have no spelling that could be near.
std::optional<std::string> nearest_choice(const Field& field, const std::string& written) {
    if (field.type == Type::number) return std::nullopt;
    const std::string folded = fold::text(written);
    std::vector<std::string> values;
    std::vector<std::string> labels;
    for (const model::Choice& choice : field.choices) {
        if (says_word(choice.label.fr, folded) || says_word(choice.label.en, folded)) return std::string(choice.value);
        values.emplace_back(choice.value);
        labels.emplace_back(choice.label.fr);
    }
    if (auto near = text::nearest(written, values)) return near;
    const auto near = text::nearest(written, labels);
    if (!near) return std::nullopt;
    return values[static_cast<std::size_t>(std::find(labels.begin(), labels.end(), *near) - labels.begin())];
}

// "free (gratuit), paid (payant)"
Words list_of(const std::vector<model::Choice>& choices) {
    std::vector<std::string> fr;
    std::vector<std::string> en;
    for (const model::Choice& choice : choices) {
        const std::string value(choice.value);
        fr.push_back(choice.label.fr == choice.value ? value : value + " (" + std::string(choice.label.fr) + ")");
        en.push_back(choice.label.en == choice.value ? value : value + " (" + std::string(choice.label.en) + ")");
    }
    return {text::join(fr, ", "), text::join(en, ", ")};
}

void check_choice(const Field& field, const Node& node, Report& report) {
    static constexpr Phrase<std::string, std::string> not_taken{"« {0} » n'accepte pas « {1} »",
                                                                "'{0}' does not take '{1}'"};
    static constexpr Phrase<std::string, Words> meant{"vouliez-vous dire « {0} » ? Au choix : {1}",
                                                      "did you mean '{0}'? Choose from: {1}"};
    static constexpr Phrase<Words> choose{"choisir parmi : {}", "choose from: {}"};
    const bool known = std::any_of(field.choices.begin(), field.choices.end(),
                                   [&](const model::Choice& choice) { return choice.value == node.text; });
    if (known) return;
    const Words all = list_of(field.choices);
    const auto near = nearest_choice(field, node.text);
    report.add(rule::unknown_choice, node.span, not_taken(std::string(field.key), shown(node.text)),
               near ? meant(*near, all) : choose(all));
}

void check_number(const Field& field, const Node& node, Report& report) {
    static constexpr Phrase<std::string, std::string, int, int> between{"« {0} » vaut {1} : entre {2} et {3}",
                                                                        "'{0}' is {1}: between {2} and {3}"};
    static constexpr Phrase<std::string, std::string, int> at_least{"« {0} » vaut {1} : au moins {2}",
                                                                    "'{0}' is {1}: at least {2}"};
    static constexpr Phrase<> put_right{"corriger le nombre", "put the number right"};
    if (model::within_bounds(field, node.text)) return;
    const std::string key(field.key);
    const bool open = field.most == std::numeric_limits<int>::max();
    report.add(
        rule::out_of_bounds, node.span,
        open ? at_least(key, shown(node.text), field.least) : between(key, shown(node.text), field.least, field.most),
        put_right());
}

std::string line_end_of(std::string_view text) {
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

// One item with nothing but this field becomes one for each value: "- number: …" or "{number: …}". With other fields
// beside it, nobody knows whose they are.
std::optional<TextPatch> items_for(const std::vector<std::string>& values, const store::Met& met,
                                   std::string_view text) {
    const Span span = met.node.span;
    const std::string key = met.key->text + ": ";
    if (text.substr(met.key->span.begin, span.begin - met.key->span.begin) != key) return std::nullopt;
    const std::size_t line = text.rfind('\n', met.key->span.begin) + 1;  // npos + 1 is 0: the first line
    const std::string before(text.substr(line, met.key->span.begin - line));
    const std::size_t behind = text.find_first_not_of(" \r\n", span.end);
    const std::size_t dash = before.find('-');
    if (dash != std::string::npos && before.find_first_not_of(" -") == std::string::npos) {
        const std::size_t next_line = behind == std::string_view::npos ? 0 : text.rfind('\n', behind) + 1;
        if (behind != std::string_view::npos && (next_line <= span.end || behind - next_line > dash))
            return std::nullopt;
        return TextPatch{span, text::join(values, line_end_of(text) + before + key)};
    }
    const std::size_t brace = before.find_last_not_of(' ');
    if (brace == std::string::npos || before[brace] != '{' || brace == 0) return std::nullopt;
    const std::size_t outside = before.find_last_not_of(' ', brace - 1);
    const bool in_list = outside != std::string::npos && (before[outside] == '[' || before[outside] == ',');
    if (!in_list || behind == std::string_view::npos || text[behind] != '}') return std::nullopt;
    return TextPatch{span, text::join(values, "}, {" + key)};
}

// What a fault says to write in the place of the value; several only where each can be an item of the list, in
// brackets or behind dashes.
std::optional<TextPatch> fix_of(const Fault& fault, const store::Met& met, const Report& report) {
    if (fault.instead.empty() || met.node.style == yaml::Style::literal || met.node.style == yaml::Style::folded)
        return std::nullopt;
    std::vector<std::string> values;
    for (const std::string& value : fault.instead) values.push_back(yaml::write_quoted(value));
    if (values.size() == 1) return TextPatch{met.node.span, values.front()};
    const std::string_view text = report.source().text;
    if (met.key != nullptr) return items_for(values, met, text);
    const std::size_t before = text.find_last_not_of(' ', met.node.span.begin - 1);
    if (before == std::string_view::npos) return std::nullopt;
    if (text[before] == '[' || text[before] == ',') return TextPatch{met.node.span, text::join(values, ", ")};
    if (text[before] != '-') return std::nullopt;
    const std::size_t line = text.rfind('\n', before) + 1;  // npos + 1 is 0: the first line
    const std::string dash(text.substr(line, met.node.span.begin - line));
    if (dash.find_first_not_of(" -") != std::string::npos) return std::nullopt;
    return TextPatch{met.node.span, text::join(values, line_end_of(text) + dash)};
}

void check_length(const Field& field, const Node& node, Report& report) {
    static constexpr Noun characters{"caractère", "caractères", "character", "characters"};
    static constexpr Phrase<std::string, Words, int> too_long{"« {0} » a {1}, {2} au plus",
                                                              "'{0}' has {1}, at most {2}"};
    static constexpr Phrase<std::string, Words, int> too_short{"« {0} » a {1}, au moins {2}",
                                                               "'{0}' has {1}, at least {2}"};
    static constexpr Phrase<Words> shorten{"en enlever {} ; un texte long va dans description ou notes",
                                           "remove {}; a long text goes into description or notes"};
    static constexpr Phrase<> complete{"l'écrire en entier", "write it in full"};
    const std::string_view said = text::trim(node.text);
    if (model::within_bounds(field, said)) return;
    const std::size_t length = utf8::length(said);
    const Words counted = count(length, characters);
    const std::string key(field.key);
    if (static_cast<long long>(length) < field.least)
        return report.add(rule::wrong_length, node.span, too_short(key, counted, field.least), complete());
    const std::size_t excess = length - static_cast<std::size_t>(field.most);
    report.add(rule::wrong_length, node.span, too_long(key, counted, field.most), shorten(count(excess, characters)));
}

}  // namespace

void check_accents(const store::Source& source, Report& report) {
    static constexpr Phrase<std::string> apart{"les accents de « {} » sont détachés de leurs lettres (forme NFD)",
                                               "the accents of '{}' stand apart from their letters (form NFD)"};
    static constexpr Phrase<> mend{"« cafe check --fix » les recompose", "'cafe check --fix' puts them together"};
    const std::string_view text = source.text;
    const auto is_end = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '"'; };
    // U+0300 to U+036F: 0xCC or 0xCD, and one more byte. Nearly no file has either.
    if (text.find('\xCC') == std::string_view::npos && text.find('\xCD') == std::string_view::npos) return;
    for (std::size_t at = text.find_first_of("\xCC\xCD"); at != std::string_view::npos;
         at = text.find_first_of("\xCC\xCD", at)) {
        std::size_t begin = at;
        while (begin > 0 && !is_end(text[begin - 1])) --begin;
        while (at < text.size() && !is_end(text[at])) ++at;
        const std::string_view word = text.substr(begin, at - begin);
        const std::string composed = utf8::nfc(word);
        if (composed == word) continue;
        return report.add(rule::accents_apart, Span{begin, at}, apart(shown(composed)), mend());
    }
}

void check_part(const Part& part, Report& report) {
    check_missing(part, report);
    check_somebody(part, report);
    for (const Pair& pair : pairs) check_pair(part, pair, report);
}

void check_value(const store::Met& met, Report& report) {
    parts_of(met, [&](const Part& part) { check_part(part, report); });
    if (met.field->shape != nullptr && !met.users_key) {
        if (met.field->storage == Storage::list)
            for (const Node& item : met.node.items) check_short_item(item, met.field->shape(), report);
        check_twin_ids(met, report);
        return check_own_keys(met, report);
    }
    const std::string* text = said(met);
    if (text == nullptr || !store::reads_as(*met.field, *text) || store::has_glued_key(met)) return;
    if (!met.field->choices.empty()) return check_choice(*met.field, met.node, report);
    if (met.field->type == Type::number || met.field->type == Type::decimal)
        return check_number(*met.field, met.node, report);
    if (const auto fault = fault_of_form(*met.field, *text))
        return report.add(*fault->rule, met.node.span, fault->message, fault->remedy, fix_of(*fault, met, report));
    check_length(*met.field, met.node, report);
    check_meaning(met, *text, report);
}

}  // namespace cafe::check
