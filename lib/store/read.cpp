#include "store/read.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"
#include "store/reading.hpp"
#include "store/rules.hpp"
#include "yaml/causes.hpp"
#include "yaml/rules.hpp"
#include "yaml/scalar.hpp"

namespace cafe::store {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using model::Type;
using yaml::Kind;
using yaml::Node;

// ---- Reading into structs ------------------------------------------------------------------------------------------

// A tree as `reading` asks for it.
class TreePart {
public:
    explicit TreePart(const Node& node) : node_(node) {}
    [[nodiscard]] Kind kind() const { return node_.kind; }
    [[nodiscard]] std::string_view text() const { return node_.text; }
    template <class Visit>
    void items(Visit visit) const {
        for (const Node& item : node_.items) {
            TreePart part(item);
            visit(part);
        }
    }
    template <class Visit>
    void entries(Visit visit) const {
        for (const yaml::Entry& entry : node_.entries) {
            TreePart part(entry.value);
            visit(std::string_view(entry.key.text), part);
        }
    }

private:
    const Node& node_;
};

// ---- Walking -------------------------------------------------------------------------------------------------------

class Walker {
public:
    Walker(const std::function<void(const Met&)>& visit) : visit_(visit) {}  // NOLINT(google-explicit-constructor)

    void mapping(const Node& node, const Shape& shape) {
        for (const yaml::Entry& entry : node.entries) {
            const Step step(path_, entry.key.text);
            const Field* field = shape.find(entry.key.text);
            visit_({path_, field, shape, &entry.key, entry.value});
            if (field != nullptr) inside(*field, shape, entry.value);
        }
    }

private:
    // One step down the path, taken back at the end of its scope.
    class Step {
    public:
        Step(std::string& path, std::string_view name) : path_(path), length_(path.size()) {
            if (!path_.empty()) path_ += '.';
            path_ += name;
        }
        ~Step() { path_.resize(length_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        std::string& path_;
        std::size_t length_;
    };

    void inside(const Field& field, const Shape& shape, const Node& node) {
        if (field.storage == Storage::keyed) {
            for (const yaml::Entry& entry : node.entries) {
                const Step step(path_, entry.key.text);
                if (field.shape != nullptr && entry.value.kind == Kind::mapping)
                    mapping(entry.value, field.shape());
                else if (field.shorthand && entry.value.kind == Kind::scalar)
                    visit_({path_, &field.shape().fields.front(), field.shape(), &entry.key, entry.value, true});
                else
                    visit_({path_, &field, shape, &entry.key, entry.value, true});
            }
            return;
        }
        if (node.kind == Kind::mapping && field.storage == Storage::mapping) return mapping(node, field.shape());
        if (node.kind == Kind::mapping && field.storage == Storage::list) return mapping(node, field.shape());
        if (node.kind != Kind::sequence || !field.list) return;
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const Node& item = node.items[i];
            const Step step(path_, std::to_string(i));
            if (field.storage == Storage::texts) {
                visit_({path_, &field, shape, nullptr, item});
            } else if (item.kind == Kind::mapping) {
                mapping(item, field.shape());
            } else if (const Field* main = field.shape().main(); main != nullptr && item.kind == Kind::scalar) {
                visit_({path_, main, field.shape(), nullptr, item});
            } else {
                visit_({path_, &field, shape, nullptr, item});
            }
        }
    }

    const std::function<void(const Met&)>& visit_;
    std::string path_;
};

// ---- Findings ------------------------------------------------------------------------------------------------------

constexpr Rule unknown_key{
    "W101",
    Severity::warning,
    "champ inconnu",
    "unknown field",
    "Ce champ n'existe pas dans ce genre de fiche : personne ne le lira. Il est gardé tel quel. Un champ à vous "
    "commence par x-.",
    "No such field exists in this kind of record: nobody will read it. It is kept as it is. A field of your own begins "
    "with x-.",
    "name: CCAS de Fumel\nphonse: [\"05 36 49 00 01\"]\n",
    "name: CCAS de Fumel\nphones: [\"05 36 49 00 01\"]\n",
};
constexpr Rule french_key{
    "W102",
    Severity::warning,
    "champ écrit en français",
    "field written in French",
    "Les noms de champs sont les termes anglais du domaine, les mêmes dans toutes les fiches ; les valeurs sont en "
    "français.",
    "Field names are the English terms of the field, the same in every record; the values are in your language.",
    "nom: CCAS de Fumel\n",
    "name: CCAS de Fumel\n",
};
constexpr Rule wrong_kind{
    "E101",
    Severity::error,
    "valeur de la mauvaise forme",
    "value of the wrong form",
    "Le champ attend un texte, une liste ou des sous-champs, et le fichier donne autre chose. La valeur n'est pas lue.",
    "The field takes a text, a list or sub-fields, and the file gives something else. The value is not read.",
    "summary: [Aide, Conseil]\n",
    "summary: Aide et conseil\n",
};
constexpr Rule not_a_date{
    "E102",
    Severity::error,
    "date impossible",
    "impossible date",
    "Une date s'écrit année-mois-jour et doit exister au calendrier, entre 1900 et 2199.",
    "A date is written year-month-day and must exist in the calendar, between 1900 and 2199.",
    "verified: {on: 06/11/2026}\n",
    "verified: {on: 2026-11-06}\n",
};
constexpr Rule not_a_number{
    "E103",
    Severity::error,
    "nombre attendu",
    "number expected",
    "Le champ attend un nombre, en chiffres, sans unité.",
    "The field takes a number, in digits, without a unit.",
    "age_min: seize ans\n",
    "age_min: 16\n",
};
constexpr Rule not_a_boolean{
    "E104",
    Severity::error,
    "true ou false attendu",
    "true or false expected",
    "Le champ attend true (oui) ou false (non).",
    "The field takes true or false.",
    "address: {confidential: oui}\n",
    "address: {confidential: true}\n",
};
constexpr Rule nothing_written{
    "H101",
    Severity::hint,
    "champ laissé vide",
    "field left empty",
    "Un champ sans valeur ne dit rien : le remplir, ou enlever la ligne.",
    "A field without a value says nothing: fill it in, or remove the line.",
    "website:\n",
    "website: https://ccas.example.org\n",
};

constexpr std::array reading_rules_{&unknown_key,  &french_key,    &wrong_kind,     &not_a_date,
                                    &not_a_number, &not_a_boolean, &nothing_written};

constexpr Phrase<std::string> no_such_field{"champ inconnu « {} »", "unknown field '{}'"};
constexpr Phrase<std::string, std::string> invisible_in_field{"champ inconnu « {} », qui contient {}",
                                                              "unknown field '{}', which contains {}"};
constexpr Phrase<> an_invisible{"un caractère invisible", "an invisible character"};
constexpr Phrase<std::string> use_key{"écrire « {} »", "write '{}'"};
constexpr Phrase<> name_it_x{"l'enlever, ou le faire commencer par x- s'il est à vous",
                             "remove it, or begin it with x- if it is your own"};
constexpr Phrase<Words> of_another{"c'est un champ d'un autre genre de fiche ({}) : l'écrire là-bas, ou l'enlever",
                                   "it is a field of another kind of record ({}): write it there, or remove it"};
constexpr Phrase<std::string, std::string> french_for{"« {} » est le nom français du champ « {} »",
                                                      "'{}' is the French name of the field '{}'"};
constexpr Phrase<std::string, Words> expects{"« {} » attend {}", "'{}' takes {}"};
constexpr Phrase<std::string, Words> item_expects{"chaque valeur de « {} » est {}", "each value of '{}' is {}"};
constexpr Phrase<std::string> is_no_date{"« {} » n'est pas une date", "'{}' is not a date"};
constexpr Phrase<std::string> no_such_day{"le jour {} n'existe pas", "the day {} does not exist"};
constexpr Phrase<> write_date{"écrire l'année, le mois, le jour : 2026-11-06", "write year, month, day: 2026-11-06"};
constexpr Phrase<std::string> write_this{"écrire {}", "write {}"};
constexpr Phrase<int> month_ends{"corriger la date : ce mois finit le {}",
                                 "put the date right: this month ends on day {}"};
constexpr Phrase<> put_date_right{"corriger la date", "put the date right"};
constexpr Phrase<std::string> is_no_number{"« {} » n'est pas un nombre", "'{}' is not a number"};
constexpr Phrase<std::string> is_no_whole_number{"« {} » n'est pas un nombre entier", "'{}' is not a whole number"};
constexpr Phrase<std::string> is_negative{"« {} » est négatif", "'{}' is negative"};
constexpr Phrase<> write_whole{"l'écrire en chiffres, sans virgule ni unité",
                               "write it in digits, without a decimal point or a unit"};
constexpr Phrase<> write_digits{"l'écrire en chiffres, sans unité", "write it in digits, without a unit"};
constexpr Phrase<std::string, std::string> is_no_boolean{"« {} » attend true ou false, pas « {} »",
                                                         "'{}' takes true or false, not '{}'"};
constexpr Phrase<> write_boolean{"écrire true (oui) ou false (non)", "write true or false"};
constexpr Phrase<std::string> left_empty{"« {} » est vide", "'{}' is empty"};
constexpr Phrase<std::string> empty_item{"« {} » contient une valeur vide", "'{}' holds an empty value"};
constexpr Phrase<> fill_or_remove{"le remplir, ou enlever la ligne", "fill it in, or remove the line"};
constexpr Phrase<std::string> write_list{"écrire une liste : {0}: [un, deux], ou une ligne « - … » par valeur",
                                         "write a list: {0}: [one, two], or one line '- …' for each value"};
constexpr Phrase<std::string, std::string> write_this_list{
    "écrire une liste : {0}: {1}, ou une ligne « - … » par valeur",
    "write a list: {0}: {1}, or one line '- …' for each value"};
constexpr Phrase<> write_one_value{"écrire une valeur sur une ligne, sans crochets ni tirets",
                                   "write one value on one line, without brackets or dashes"};
constexpr Phrase<> write_text{"écrire un texte sur une ligne", "write a text on one line"};
constexpr Phrase<std::string> put_quotes{"mettre le texte entre guillemets : {}", "put the text between quotes: {}"};
constexpr Phrase<std::string> write_keys{"écrire ses sous-champs : {}", "write its sub-fields: {}"};

const Words a_text{"un texte", "a text"};
const Words one_value{"une seule valeur", "one value"};
const Words a_list{"une liste", "a list"};
const Words sub_fields{"des sous-champs", "sub-fields"};

std::string last_step(const std::string& path) {
    return path.substr(path.rfind('.') + 1);
}

// What people call a value: the key that it stands under, for an item that of its list.
std::string name_of(const Met& met) {
    return met.key != nullptr ? last_step(met.path) : last_step(met.path.substr(0, met.path.rfind('.')));
}

// « number:05 36 49 00 01 »: where the colon stands that a space should follow, behind a field of the shape.
std::size_t glued_colon(std::string_view text, const Shape& shape) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return std::string_view::npos;
    return shape.find(text.substr(0, colon)) != nullptr ? colon : std::string_view::npos;
}

// What stands behind a glued colon, when all of it does: a bracket runs on.
std::string behind_colon(std::string_view text) {
    constexpr std::size_t longest = 80;
    const bool whole = text.find_first_of("[{") == std::string_view::npos && text.size() <= longest;
    return whole ? utf8::printable(text) : "…";
}

std::string keys_of(const Shape& shape) {
    std::vector<std::string> keys;
    for (const Field& field : shape.fields) keys.emplace_back(field.key);
    return text::join(keys, ", ");
}

bool holds_invisible(std::string_view key) {
    for (std::size_t at = 0; at < key.size();)
        if (utf8::is_unprintable(utf8::next(key, at))) return true;
    return false;
}

// What to write in the place of a day that has the form of one and does not exist.
Words right_day(const std::string& text) {
    const auto year = text::to_integer(std::string_view(text).substr(0, 4));
    const auto month = text::to_integer(std::string_view(text).substr(5, 2));
    const auto first = year && month ? Date::of(static_cast<int>(*year), static_cast<int>(*month), 1) : std::nullopt;
    return first ? month_ends(days_in(first->year, first->month)) : put_date_right();
}

Words right_date(const std::string& text) {
    const auto meant = date_as_spoken(text);
    return meant ? write_this(meant->iso()) : write_date();
}

// A text on one line as a value of a list in brackets, quoted where it must be.
std::string in_brackets(std::string_view text) {
    return yaml::write_text(text::trim(text), yaml::Context::flow);
}

// « logement, insertion » where a list is due: `[logement, insertion]`. Words of the vocabulary come apart at blanks
// too. Empty when it is no short line.
std::string list_of(const Field& field, std::string_view written) {
    constexpr std::size_t longest = 80;
    while (written.starts_with('[')) written.remove_prefix(1);
    while (written.ends_with(']')) written.remove_suffix(1);
    if (written.size() > longest || written.find('\n') != std::string_view::npos || text::trim(written).empty())
        return {};
    std::vector<std::string> items;
    const bool words = field.vocabulary != model::VocabularyKind::none;
    for (std::size_t at = 0; at <= written.size();) {
        const std::size_t end = std::min(written.find_first_of(words ? ",; " : ",;", at), written.size());
        const std::string_view item = text::trim(written.substr(at, end - at));
        if (!item.empty()) items.push_back(in_brackets(item));
        at = end + 1;
    }
    return "[" + text::join(items, ", ") + "]";
}

// The one value of a list that stands where a single value is due; null when it holds several, or none.
const Node* only_item(const Node& node) {
    const bool one = node.kind == Kind::sequence && node.items.size() == 1;
    return one && node.items[0].kind == Kind::scalar && !node.items[0].text.empty() ? node.items.data() : nullptr;
}

// « verified: 2026-11-06 »: the sub-field that such a value can only belong to; null when there is none.
const Field* only_place_for(const Shape& shape, const Node& node) {
    if (node.kind != Kind::scalar) return nullptr;
    const Field* found = nullptr;
    for (const Field& field : shape.fields) {
        if (field.need != model::Need::required || field.storage != Storage::date) continue;
        if (found == nullptr && reads_as(field, node.text)) found = &field;
    }
    return found;
}

// The kind of record that has a field of this name, when it is not this one.
std::optional<model::RecordKind> kind_with(std::string_view key) {
    for (const model::RecordKind kind : model::all_record_kinds)
        if (model::shape_of(kind).find(key) != nullptr) return kind;
    return std::nullopt;
}

class Finder {
public:
    Finder(const Source& source, Findings& found) : source_(source), found_(found) {}

    void operator()(const Met& met) {
        if (met.field == nullptr) return unknown(met);
        const Node& node = met.node;
        const bool is_item = met.key == nullptr;
        if (node.kind == Kind::empty || (node.kind == Kind::scalar && node.text.empty())) return empty(met);
        switch (met.field->storage) {
            case Storage::list:
            case Storage::texts:
                if (is_item && node.kind != Kind::scalar) return item(met);
                if (met.field->shorthand && node.kind == Kind::mapping) return;
                if (!is_item && node.kind != Kind::sequence) return kind(met, a_list, list_instead(met));
                return;
            case Storage::mapping:
                if (node.kind != Kind::mapping) kind(met, sub_fields, sub_fields_instead(met));
                return;
            case Storage::keyed: return keyed(met);
            default: break;
        }
        if (node.kind != Kind::scalar) return single(met);
        if (is_item && node.style == yaml::Style::plain) glued(node.text, node.span, met.shape);
        scalar(met);
    }

private:
    void add(const Rule& rule, Span span, Words message, Words remedy, std::optional<TextPatch> fix = std::nullopt) {
        if (!lines_) lines_.emplace(source_.text);  // most records have no finding at all
        found_.push_back(
            {&rule, lines_->place(source_.path, span), std::move(message), std::move(remedy), std::move(fix)});
    }

    void unknown(const Met& met) {
        const std::string key(yaml::cause::meant_key(met.key->text));  // W003 tells of the rest
        if (key.starts_with("x-") || (key != met.key->text && met.shape.find(key) != nullptr)) return;
        if (met.key->style == yaml::Style::plain && glued(key, met.key->span, met.shape)) return;
        if (const Field* meant = met.shape.find_french(key)) {
            const std::string name(meant->key);
            return add(french_key, met.key->span, french_for(key, name), use_key(name), in_english(met, *meant));
        }
        std::vector<std::string> keys;
        for (const Field& field : met.shape.fields) keys.emplace_back(field.key);
        const auto near = text::nearest(key, keys);
        const Words message = holds_invisible(key)
                                  ? Words{invisible_in_field(utf8::printable(key), an_invisible().fr).fr,
                                          invisible_in_field(utf8::printable(key), an_invisible().en).en}
                                  : no_such_field(key);
        const auto other = kind_with(key);
        if (other && met.path == key && !near) {
            const model::Label name = model::name_of(*other);
            const Words kind{std::string(name.fr), std::string(name.en)};
            return add(unknown_key, met.key->span, message, of_another(kind));
        }
        add(unknown_key, met.key->span, message, near ? use_key(*near) : name_it_x());
    }

    // The same line with the field's own name, a list around a value that stands where one is due. Nothing where the
    // record says that field already.
    [[nodiscard]] std::optional<TextPatch> in_english(const Met& met, const Field& field) const {
        const Node* owner = owner_of(source_.tree, *met.key);
        if (owner == nullptr || owner->find(field.key) != nullptr || met.key->style != yaml::Style::plain)
            return std::nullopt;
        const std::string name(field.key);
        const Span key{met.key->span.begin, met.key->span.begin + met.key->text.size()};
        const bool one_line = met.node.kind == Kind::scalar && met.node.style == yaml::Style::plain &&
                              met.node.text.find('\n') == std::string::npos;
        const std::string list = field.list && one_line ? list_of(field, met.node.text) : "";
        if (list.empty()) return TextPatch{key, name};
        return TextPatch{{key.begin, met.node.span.end}, name + ": " + list};
    }

    // The mapping that a key stands in.
    static const Node* owner_of(const Node& tree, const yaml::Key& key) {
        for (const yaml::Entry& entry : tree.entries) {
            if (&entry.key == &key) return &tree;
            if (const Node* owner = owner_of(entry.value, key)) return owner;
        }
        for (const Node& item : tree.items)
            if (const Node* owner = owner_of(item, key)) return owner;
        return nullptr;
    }

    static Words list_instead(const Met& met) {
        const std::string key = last_step(met.path);
        const std::string list = met.node.kind == Kind::scalar ? list_of(*met.field, met.node.text) : "";
        return list.empty() ? write_list(key) : write_this_list(key, list);
    }

    static Words sub_fields_instead(const Met& met) {
        const Field* place = only_place_for(met.field->shape(), met.node);
        if (place == nullptr) return write_keys(keys_of(met.field->shape()));
        return write_this(last_step(met.path) + ": {" + std::string(place->key) + ": " + met.node.text + "}");
    }

    // A list or sub-fields where one value is due.
    void single(const Met& met) {
        const bool is_text = met.field->storage == Storage::text && met.field->choices.empty();
        const Node* one = met.key == nullptr ? nullptr : only_item(met.node);
        if (one == nullptr) return kind(met, is_text ? a_text : one_value, is_text ? write_text() : write_one_value());
        kind(met, is_text ? a_text : one_value,
             write_this(utf8::printable(met.key->text + ": " +
                                        (is_text ? yaml::write_text(one->text, yaml::Context::block)
                                                 : yaml::write_typed(one->text, yaml::Context::block)))));
    }

    void empty(const Met& met) {
        const Span span = met.key != nullptr ? met.key->span : met.node.span;
        const std::string name = name_of(met);
        add(nothing_written, span, met.key != nullptr ? left_empty(name) : empty_item(name), fill_or_remove());
    }

    // The commonest slip in a list of texts: « - Aide sociale : colis », which YAML reads as a field and its value.
    void item(const Met& met) {
        const std::string_view written =
            std::string_view(source_.text).substr(met.node.span.begin, met.node.span.size());
        const bool one_line = written.find('\n') == std::string_view::npos;
        if (met.node.kind != Kind::mapping || met.node.flow || !one_line) return kind(met, a_text, write_text());
        const std::string quoted = yaml::write_quoted(text::trim(written));
        add(yaml::rule::colon_in_text, met.node.span,
            {"un deux-points dans le texte : il faut des guillemets", "a colon inside the text: it needs quotes"},
            put_quotes(utf8::printable(quoted)), TextPatch{met.node.span, quoted});
    }

    // True, with a finding, when a field's name opens the text and no space follows its colon.
    bool glued(std::string_view text, Span span, const Shape& shape) {
        const std::size_t colon = glued_colon(text, shape);
        if (colon == std::string_view::npos) return false;
        add(yaml::rule::no_space_after_colon, Span{span.begin + colon, span.begin + colon + 1},
            {"il manque une espace après le deux-points", "a space is missing after the colon"},
            use_key(std::string(text.substr(0, colon)) + ": " + behind_colon(text.substr(colon + 1))));
        return true;
    }

    void kind(const Met& met, const Words& due, Words remedy) {
        const Span span = met.node.kind == Kind::scalar || met.key == nullptr ? met.node.span : met.key->span;
        const std::string name = name_of(met);
        add(wrong_kind, span, met.key != nullptr ? expects(name, due) : item_expects(name, due), std::move(remedy));
    }

    // The list under the user's own keys itself, then each of its values.
    void keyed(const Met& met) {
        const bool is_value = met.users_key;
        if (!is_value && met.node.kind != Kind::mapping) return kind(met, sub_fields, {});
        if (is_value && met.field->shape != nullptr)
            return kind(met, sub_fields, write_keys(keys_of(met.field->shape())));
        if (is_value && met.node.kind != Kind::scalar) kind(met, a_text, write_text());
    }

    void scalar(const Met& met) {
        const std::string& text = met.node.text;
        if (reads_as(*met.field, text)) return;
        switch (met.field->storage) {
            case Storage::date: {
                const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
                return add(not_a_date, met.node.span, shaped ? no_such_day(text) : is_no_date(text),
                           shaped ? right_day(text) : right_date(text));
            }
            case Storage::number: {
                const bool negative = text.starts_with('-') && model::to_whole_number(text.substr(1));
                return add(not_a_number, met.node.span, negative ? is_negative(text) : is_no_whole_number(text),
                           write_whole());
            }
            case Storage::decimal: return add(not_a_number, met.node.span, is_no_number(text), write_digits());
            default:
                return add(not_a_boolean, met.node.span, is_no_boolean(last_step(met.path), text), write_boolean());
        }
    }

    const Source& source_;
    std::optional<LineIndex> lines_;
    Findings& found_;
};

}  // namespace

void read_into(void* owner, const Shape& shape, const Node& mapping) {
    TreePart part(mapping);
    reading::read_mapping(owner, shape, part);
}

void walk(const Node& mapping, const Shape& shape, const std::function<void(const Met&)>& visit) {
    Walker(visit).mapping(mapping, shape);
}

bool reads_as(const Field& field, const std::string& text) {
    switch (field.storage) {
        case Storage::date: return Date::parse(text).has_value();
        case Storage::number: return model::to_whole_number(text).has_value();
        case Storage::decimal: return text::to_number(text).has_value();
        case Storage::boolean: return model::to_boolean(text).has_value();
        default: return true;
    }
}

bool has_glued_key(const Met& met) {
    return met.key == nullptr && met.node.kind == Kind::scalar && met.node.style == yaml::Style::plain &&
           glued_colon(met.node.text, met.shape) != std::string_view::npos;
}

Findings findings_in(const Source& source, const Shape& shape) {
    Findings found;
    Finder finder(source, found);
    walk(source.tree, shape, [&](const Met& met) { finder(met); });
    return found;
}

bool rules::says_no_field(const Rule& rule) {
    return &rule == &unknown_key || &rule == &french_key;
}

bool rules::says_no_value(const Rule& rule) {
    return &rule == &wrong_kind || &rule == &not_a_date || &rule == &not_a_number || &rule == &not_a_boolean;
}

std::span<const Rule* const> reading_rules() {
    return reading_rules_;
}

}  // namespace cafe::store
