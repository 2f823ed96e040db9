#include "edit/assignment.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/parse.hpp"
#include "yaml/splice.hpp"

namespace cafe::edit {

namespace {

using edit::Edit;
using edit::Op;
using model::Field;

constexpr Phrase<std::string> no_assignment{"« {} » n'est pas un changement", "'{}' is not a change"};
constexpr Phrase<> write_so{"écrire CHAMP=VALEUR, CHAMP+=VALEUR, CHAMP-=VALEUR, ou CHAMP= pour effacer",
                            "write PATH=VALUE, PATH+=VALUE, PATH-=VALUE, or PATH= to delete"};
constexpr Phrase<std::string> bad_path{"« {} » n'est pas un chemin", "'{}' is not a path"};
constexpr Phrase<> path_is{"des champs séparés par des points : phones.0.number",
                           "fields with dots between: phones.0.number"};
constexpr Phrase<std::string, Words> bad_value{"valeur illisible pour « {0} » : {1}",
                                               "unreadable value for '{0}': {1}"};
constexpr Phrase<std::string> bad_characters{"la valeur de « {} » contient un caractère interdit",
                                             "the value of '{}' holds a character that no record may hold"};

constexpr Phrase<std::string> given_twice{"« {} » reçoit deux valeurs", "'{}' is given two values"};
constexpr Phrase<std::string> add_to_it{"les donner d'un coup, {0}=UN,DEUX, ou ajouter la seconde : {0}+=DEUX",
                                        "give both at once, {0}=ONE,TWO, or add the second: {0}+=TWO"};
constexpr Phrase<> keep_one{"n'en garder qu'une", "keep one of them"};

struct Parts {
    std::string path;
    Op op = Op::set;
    std::string value;
};

std::optional<Parts> parts_of(const std::string& word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0) return std::nullopt;
    Parts parts{word.substr(0, equals), Op::set, word.substr(equals + 1)};
    if (parts.path.ends_with('+')) parts.op = Op::add;
    if (parts.path.ends_with('-')) parts.op = Op::remove;
    if (parts.op != Op::set) parts.path.pop_back();
    if (parts.path.empty() || parts.path.find_first_of(" \t\n") == 0) return std::nullopt;
    return parts;
}

// Whether the value is written as YAML where that is read at all.
bool looks_like_yaml(const std::string& value) {
    if (value.empty()) return false;
    return std::string_view("[{\"'").find(value.front()) != std::string_view::npos || value.starts_with("- ");
}

bool takes_yaml(const model::Shape& shape, const model::RecordPath& path, Op op) {
    const auto target = model::target_of(shape, path);
    if (!target) return path.steps.front().starts_with("x-");
    const Field& field = *target->field;
    if (op != Op::set) return true;
    if (target->item) return field.shape != nullptr;
    return field.list || field.shape != nullptr || field.storage == model::Storage::keyed;
}

// Whether the items of a list are words that never hold a comma, so that « a, b » can only be two of them.
bool is_list_of_words(const model::Shape& shape, const model::RecordPath& path) {
    const auto target = model::target_of(shape, path);
    if (!target || !target->field->list || target->item) return false;
    const Field* field = target->field;
    if (field->shape != nullptr) field = field->shape().main();
    if (field == nullptr) return false;
    switch (field->type) {
        case model::Type::choice:
        case model::Type::term:
        case model::Type::area:
        case model::Type::commune:
        case model::Type::postcode:
        case model::Type::department:
        case model::Type::reference:
        case model::Type::phone:
        case model::Type::email:
        case model::Type::language:
        case model::Type::date:
        case model::Type::id: return true;
        default: return false;
    }
}

Value parted(const std::string& text) {
    List items;
    for (const std::string_view part : text::split(text, ','))
        if (const auto word = text::trim(part); !word.empty()) items.emplace_back(std::string(word));
    return Value{std::move(items)};
}

Result<Value> yaml_value(const Parts& parts) {
    const bool block = parts.value.starts_with("- ");
    const yaml::Parsed parsed = yaml::parse((block ? "value:\n" : "value: ") + parts.value + "\n", "");
    if (parsed.root && parsed.root->entries.size() == 1) return to_value(parsed.root->entries.front().value);
    for (const Diagnostic& finding : parsed.findings)
        if (finding.rule->severity == Severity::error)
            return Error{ErrorKind::usage, bad_value(utf8::printable(parts.path), finding.message), finding.remedy};
    return Error{ErrorKind::usage, bad_value(utf8::printable(parts.path), same(utf8::printable(parts.value))), {}};
}

// Whether a record can hold the text: written between quotes, it is read back.
bool can_be_held(const std::string& value) {
    return !utf8::first_invalid(value) &&
           yaml::parse("value: \"" + text::replace_all(text::replace_all(value, "\\", ""), "\"", "") + "\"\n", "")
               .root.has_value();
}

std::string shown(const Value& value) {
    constexpr std::size_t most = 60;
    std::string text;
    if (const std::string* plain = value.text()) {
        text = text::replace_all(*plain, "\n", " ");
    } else if (const List* list = value.list()) {
        for (const Value& item : *list) text += (text.empty() ? "" : ", ") + shown(item);
    } else {
        for (const Member& member : *value.map())
            text += (text.empty() ? "" : ", ") + member.key + ": " + shown(member.value);
        text = "{" + text + "}";
    }
    text = utf8::printable(text);
    return utf8::width(text) <= most ? text : std::string(utf8::fit(text, most)) + "…";
}

}  // namespace

bool is_assignment(const std::string& word) {
    const auto parts = parts_of(word);
    return parts && model::RecordPath::parse(parts->path).has_value();
}

Result<Edit> assignment(const std::string& word, const model::Shape& shape) {
    const auto parts = parts_of(word);
    if (!parts) return Error{ErrorKind::usage, no_assignment(utf8::printable(word)), write_so()};
    auto path = model::RecordPath::parse(parts->path);
    if (!path) return Error{ErrorKind::usage, bad_path(utf8::printable(parts->path)), path_is()};
    Edit edit{std::move(*path), parts->op, Value{parts->value}};
    if (parts->op == Op::remove && parts->value.empty())
        return Error{ErrorKind::usage, no_assignment(utf8::printable(word)), write_so()};
    if (takes_yaml(shape, edit.path, edit.op) && looks_like_yaml(parts->value)) {
        auto value = yaml_value(*parts);
        if (!value) return value.error();
        edit.value = std::move(*value);
    } else if (!can_be_held(text::replace_all(parts->value, "\n", " "))) {
        return Error{ErrorKind::usage, bad_characters(utf8::printable(parts->path)), {}};
    } else if (parts->value.find(',') != std::string::npos && is_list_of_words(shape, edit.path)) {
        edit.value = parted(parts->value);
    }
    return edit;
}

Result<std::vector<Edit>> assignments(const std::vector<std::string>& words, const model::Shape& shape) {
    std::vector<Edit> edits;
    for (const std::string& word : words) {
        auto edit = assignment(word, shape);
        if (!edit) return edit.error();
        const bool again = edit->op == Op::set && std::any_of(edits.begin(), edits.end(), [&](const Edit& other) {
                               return other.op == Op::set && other.path.steps == edit->path.steps;
                           });
        if (again) {
            const std::string path = utf8::printable(edit->path.print());
            const auto target = model::target_of(shape, edit->path);
            const bool list = target && target->field->list && !target->item;
            return Error{ErrorKind::usage, given_twice(path), list ? add_to_it(path) : keep_one()};
        }
        edits.push_back(std::move(*edit));
    }
    return edits;
}

Words nothing_taken(const std::vector<Edit>& edits) {
    static constexpr Phrase<std::string, std::string> not_there{"« {0} » n'est pas dans {1}", "'{0}' is not in {1}"};
    Words all;
    for (const Edit& edit : edits) {
        if (edit.op != Op::remove || shown(edit.value).empty()) return {};
        const Words one = not_there(shown(edit.value), utf8::printable(edit.path.print()));
        all = all.empty() ? one : Words{all.fr + ", " + one.fr, all.en + ", " + one.en};
    }
    return all;
}

std::string in_one_line(const std::vector<Edit>& edits) {
    std::string line;
    for (const Edit& edit : edits) {
        if (!line.empty()) line += " ; ";
        const std::string path = utf8::printable(edit.path.print());
        const std::string value = shown(edit.value);
        if (edit.op == Op::add)
            line += path + " + " + value;
        else if (edit.op == Op::remove && !value.empty())
            line += path + " - " + value;
        else
            line += path + " = " + (value.empty() ? "∅" : value);
    }
    return line;
}

}  // namespace cafe::edit
