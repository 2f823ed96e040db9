#include "edit/generate.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "yaml/scalar.hpp"

namespace cafe::test {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using model::Type;

const std::vector<std::string>& texts() {
    static const std::vector<std::string> all{"CCAS de Fumel",
                                              "Aide sociale : colis",
                                              "oui",
                                              "no",
                                              "on",
                                              "047500",
                                              "12",
                                              "2026-11-06",
                                              "09:00",
                                              "a, b [c]",
                                              "# pas un commentaire",
                                              "vers 9 h #2",
                                              "- tiret",
                                              "l'accueil",
                                              "dit \"oui\"",
                                              "{accolades}",
                                              "* étoile",
                                              "05 36 49 00 01",
                                              "à l'œuvre",
                                              "~",
                                              "null",
                                              "fin :",
                                              "a: b",
                                              "100 %",
                                              "? vraiment",
                                              "!urgent",
                                              "C:\\dossier",
                                              "naïve @ ville",
                                              "x"};
    return all;
}

const std::vector<std::string>& long_texts() {
    static const std::vector<std::string> all{
        "Première ligne.\nDeuxième : ligne.\n", "Sans fin de ligne\n\nun alinéa plus bas",
        "# un titre Markdown\n\n- un point\n- deux points\n", "  retrait d'abord\npuis rien\n", "Une ligne.\n\n\n"};
    return all;
}

std::string some_text(Chance& chance, const Field& field) {
    switch (field.type) {
        case Type::number: return std::to_string(chance.below(90) + 1);
        case Type::decimal: return "44." + std::to_string(chance.below(9000) + 1000);
        case Type::boolean: return chance.one_in(2) ? "true" : "false";
        case Type::date:
            return "2026-0" + std::to_string(chance.below(9) + 1) + "-1" + std::to_string(chance.below(10));
        case Type::time: return chance.one_in(2) ? "09:00" : "18:30";
        case Type::markdown: return chance.one_in(2) ? chance.pick(long_texts()) : chance.pick(texts());
        default: return chance.pick(texts());
    }
}

std::string single_quoted(const std::string& text) {
    return "'" + text::replace_all(text, "'", "''") + "'";
}

// Writes a record the way somebody in a hurry does: each choice of layout anew.
class Writer {
public:
    Writer(Chance& chance) : chance_(chance) {}  // NOLINT(google-explicit-constructor)

    std::string write(const Shape& shape) {
        if (chance_.one_in(4)) out_ += "# En-tête du fichier\n" + std::string(chance_.one_in(2) ? "\n" : "");
        mapping(shape, 0, 0, false);
        if (chance_.one_in(8)) out_ += "# dernier mot\n";
        if (chance_.one_in(5)) out_.pop_back();
        if (chance_.one_in(4)) out_ = text::replace_all(out_, "\n", "\r\n");
        if (chance_.one_in(6)) out_.insert(0, "\xEF\xBB\xBF");
        return out_;
    }

private:
    void comment(std::size_t column) {
        if (chance_.one_in(9)) out_ += "\n";
        if (chance_.one_in(7)) out_ += std::string(column, ' ') + "# à revoir : \"un mot\n";
        if (chance_.one_in(40)) out_ += std::string(column, ' ') + "# et encore\n";
    }
    std::string line_end() { return chance_.one_in(8) ? "   # au bout de la ligne\n" : "\n"; }

    std::string scalar(const std::string& text, bool typed, yaml::Context context) {
        const bool one_line = text.find('\n') == std::string::npos;
        if (one_line && chance_.one_in(6)) return single_quoted(text);
        if (chance_.one_in(8)) return yaml::write_quoted(text);
        return typed ? yaml::write_typed(text, context) : yaml::write_text(text, context);
    }

    static bool is_typed(const Field& field) {
        return field.type == Type::number || field.type == Type::decimal || field.type == Type::boolean ||
               field.type == Type::date;
    }

    // Which fields stand there: in the order of the list, or nearly.
    std::vector<const Field*> chosen(const Shape& shape, std::size_t depth) {
        std::vector<const Field*> fields;
        for (const Field& field : shape.fields)
            if (chance_.one_in(depth == 0 ? 3 : 2)) fields.push_back(&field);
        if (fields.empty()) fields.push_back(&shape.fields.front());
        if (chance_.one_in(5) && fields.size() > 1) std::swap(fields[chance_.below(fields.size())], fields.front());
        return fields;
    }

    void mapping(const Shape& shape, std::size_t column, std::size_t depth, bool behind_dash) {
        bool first = true;
        for (const Field* field : chosen(shape, depth)) {
            if (!first || !behind_dash) {
                comment(column);
                out_ += std::string(column, ' ');
            }
            first = false;
            out_ += (chance_.one_in(12) ? "\"" + std::string(field->key) + "\"" : std::string(field->key)) + ":";
            value(*field, column, depth);
        }
        if (depth == 0 && chance_.one_in(3)) out_ += "x-casier: \"7\"" + line_end();
        if (depth == 0 && chance_.one_in(6)) out_ += "inconnu: {a: 1, b: [2, trois]}" + line_end();
    }

    void value(const Field& field, std::size_t column, std::size_t depth) {
        if (chance_.one_in(25)) {
            out_ += line_end();
            return;
        }
        if (field.storage == Storage::keyed) return keyed(field, column, depth);
        if (field.list) return list(field, column, depth);
        if (field.shape != nullptr) {
            if (depth < 3 && chance_.one_in(2)) {
                out_ += line_end();
                return mapping(field.shape(), column + 1 + chance_.below(4), depth + 1, false);
            }
            out_ += " " + braces(field.shape()) + line_end();
            return;
        }
        text_value(field, column);
    }

    void text_value(const Field& field, std::size_t column) {
        const std::string text = some_text(chance_, field);
        out_ += std::string(1 + (chance_.one_in(6) ? 2 : 0), ' ');
        if (text.find('\n') != std::string::npos && !chance_.one_in(5)) {
            if (chance_.one_in(3)) {
                out_ += ">\n" + std::string(column + 3, ' ') + "un texte plié\n" + std::string(column + 3, ' ') +
                        "sur deux lignes\n";
                return;
            }
            out_ += yaml::write_block(text, column + chance_.below(3)) + "\n";
            return;
        }
        out_ += scalar(text, is_typed(field), yaml::Context::block) + line_end();
    }

    std::string braces(const Shape& shape) {
        std::string text = "{";
        for (const Field* field : chosen(shape, 1)) {
            if (field->shape != nullptr || field->list) continue;
            if (text.size() > 1) text += chance_.one_in(6) ? "," : ", ";
            if (text.back() == ',') text += " ";
            text += std::string(field->key) + ": " +
                    scalar(some_text(chance_, *field), is_typed(*field), yaml::Context::flow);
        }
        return text + "}";
    }

    void list(const Field& field, std::size_t column, std::size_t depth) {
        const std::size_t count = chance_.below(4) + 1;
        if (field.shape == nullptr && chance_.one_in(2)) return brackets(field, column, count);
        const std::size_t dash = column + chance_.below(4);
        out_ += line_end();
        const std::size_t gap = chance_.one_in(5) ? 3 : 1;
        for (std::size_t i = 0; i < count; ++i) {
            comment(dash);
            out_ += std::string(dash, ' ') + "-" + std::string(gap, ' ');
            if (field.shape == nullptr) {
                item_text(field, dash);
            } else if (field.shape().main() != nullptr && chance_.one_in(4)) {
                item_text(*field.shape().main(), dash);
            } else if (chance_.one_in(2) || depth >= 2) {
                out_ += braces(field.shape()) + line_end();
            } else {
                mapping(field.shape(), dash + 1 + gap, depth + 1, true);
            }
        }
    }

    void item_text(const Field& field, std::size_t dash) {
        if (chance_.one_in(6)) {
            out_ += yaml::write_block("Une ligne,\nune autre : la fin\n", dash) + "\n";
            return;
        }
        const std::string text = some_text(chance_, field);
        out_ += scalar(text.find('\n') == std::string::npos ? text : "un", is_typed(field), yaml::Context::block) +
                line_end();
    }

    void brackets(const Field& field, std::size_t column, std::size_t count) {
        const bool lines = chance_.one_in(4);
        const std::string indent = "\n" + std::string(column + 2, ' ');
        out_ += " [";
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out_ += lines ? "," : ", ";
            if (lines && i > 0 && chance_.one_in(4)) out_ += "  # pour mémoire";
            if (lines) out_ += indent;
            std::string text = some_text(chance_, field);
            if (text.find('\n') != std::string::npos) text = "deux";
            out_ += scalar(text, is_typed(field), yaml::Context::flow);
        }
        if (lines) out_ += "\n" + std::string(column + 1, ' ');
        out_ += "]" + line_end();
    }

    void keyed(const Field& field, std::size_t column, std::size_t depth) {
        out_ += line_end();
        const std::size_t inner = column + 2;
        for (const std::string key : {"Libos", "un-deux", "Fumélois"}) {
            if (chance_.one_in(3)) continue;
            comment(inner);
            out_ += std::string(inner, ' ') + yaml::write_text(key, yaml::Context::key) + ":";
            if (field.shape == nullptr) {
                out_ += " " + scalar(chance_.pick(texts()), false, yaml::Context::block) + line_end();
            } else {
                out_ += " " + braces(field.shape()) + line_end();
            }
        }
        (void)depth;
    }

    Chance& chance_;
    std::string out_;
};

Value some_record(Chance& chance, const Shape& shape, std::size_t depth) {
    Map map;
    for (const Field& field : shape.fields) {
        if (!chance.one_in(3) || (depth > 0 && field.shape != nullptr)) continue;
        map.push_back(Member{std::string(field.key), some_value(chance, field, false)});
    }
    if (map.empty()) map.push_back(Member{std::string(shape.fields.front().key), "x"});
    return Value{std::move(map)};
}

// A path into what stands: a key, then perhaps a part of it.
void go_into(Chance& chance, const Value& value, model::RecordPath& path) {
    if (chance.one_in(3)) return;
    if (const Map* map = value.map(); map != nullptr && !map->empty()) {
        const Member& member = (*map)[chance.below(map->size())];
        path.steps.push_back(member.key);
        go_into(chance, member.value, path);
    } else if (const List* list = value.list(); list != nullptr && !list->empty()) {
        const std::size_t index = chance.below(list->size());
        path.steps.push_back(std::to_string(index));
        go_into(chance, (*list)[index], path);
    }
}

}  // namespace

std::size_t Chance::below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % bound);
}

std::string record_text(Chance& chance, model::RecordKind kind) {
    return Writer(chance).write(model::shape_of(kind));
}

Value some_value(Chance& chance, const Field& field, bool item) {
    if (field.storage == Storage::keyed && !item) {
        Map map;
        map.push_back(Member{"Cuzorn", field.shape == nullptr ? Value{"x: y"} : some_record(chance, field.shape(), 1)});
        return Value{std::move(map)};
    }
    if (field.list && !item) {
        List list;
        const std::size_t count = chance.below(3) + 1;
        for (std::size_t i = 0; i < count; ++i) list.push_back(some_value(chance, field, true));
        return Value{std::move(list)};
    }
    if (field.shape != nullptr) return some_record(chance, field.shape(), 1);
    return Value{some_text(chance, field)};
}

edit::Edit some_edit(Chance& chance, const Value& record, const Shape& shape) {
    edit::Edit edit;
    const Map& map = *record.map();
    if (!map.empty() && !chance.one_in(4)) {
        const Member& member = map[chance.below(map.size())];
        edit.path.steps.push_back(member.key);
        go_into(chance, member.value, edit.path);
    } else {
        edit.path.steps.emplace_back(chance.pick(shape.fields).key);
    }
    const auto target = model::target_of(shape, edit.path);
    const Field unknown{};
    const Field& field = target ? *target->field : unknown;
    const bool list = target && !target->item && field.list;
    if (chance.one_in(4)) {
        edit.op = edit::Op::remove;
    } else if (list && chance.one_in(2)) {
        edit.op = edit::Op::add;
        edit.value = some_value(chance, field, true);
    } else {
        edit.value = some_value(chance, field, target && target->item);
    }
    return edit;
}

}  // namespace cafe::test
