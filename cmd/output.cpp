#include "output.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/path.hpp"
#include "model/values.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/record_json.hpp"

namespace cafe::cmd {

namespace {

using model::Field;
using model::Shape;
using yaml::Kind;
using yaml::Node;

constexpr std::array<std::string_view, 6> machine_forms{"--json", "--jsonl", "--csv", "--tsv", "--count", "-0"};

constexpr Phrase<std::string, std::string> not_both{"choisir {} ou {}, pas les deux", "choose {} or {}, not both"};
constexpr Phrase<std::string> unknown_field{"champ inconnu : {}", "unknown field: {}"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire « {} » ?", "did you mean '{}'?"};
constexpr Phrase<std::string> choose{"choisir parmi : {}", "choose from: {}"};

// Every scalar that a path leads to, lists passed through.
void collect(const Node& node, const std::vector<std::string>& steps, std::size_t at, const Shape* shape,
             std::vector<std::string>& found) {
    if (node.kind == Kind::sequence) {
        for (const Node& item : node.items) collect(item, steps, at, shape, found);
        return;
    }
    if (at == steps.size()) {
        if (node.kind == Kind::scalar) found.push_back(node.text);
        // Of a mapping its main value: phones → the numbers.
        if (node.kind == Kind::mapping && shape != nullptr)
            if (const Field* main = shape->main())
                if (const Node* value = node.find(main->key)) collect(*value, steps, at, nullptr, found);
        return;
    }
    if (node.kind == Kind::scalar && shape != nullptr) {
        const Field* main = shape->main();
        if (main != nullptr && steps[at] == main->key && at + 1 == steps.size()) found.push_back(node.text);
        return;
    }
    const Node* value = node.find(steps[at]);
    if (value == nullptr) return;
    const Field* field = shape == nullptr ? nullptr : shape->find(steps[at]);
    collect(*value, steps, at + 1, field != nullptr && field->shape != nullptr ? &field->shape() : nullptr, found);
}

// "phones.e164": the numbers of a list as machines dial them, which no record holds. The path of the list, or nothing.
std::optional<std::string> numbers_of(const std::string& path, const Shape& shape) {
    constexpr std::string_view derived = ".e164";
    if (!path.ends_with(derived)) return std::nullopt;
    std::string list = path.substr(0, path.size() - derived.size());
    const auto number = model::RecordPath::parse(list + ".number");
    const Field* field = number ? model::column_of(shape, *number) : nullptr;
    return field != nullptr && field->type == model::Type::phone ? std::optional(std::move(list)) : std::nullopt;
}

std::vector<std::string> values_at(const Node& tree, const std::string& path, const Shape& shape) {
    std::vector<std::string> found;
    if (const auto numbers = numbers_of(path, shape)) {
        for (const std::string& written : values_at(tree, *numbers + ".number", shape))
            if (const auto phone = model::to_phone(written); phone && !phone->is_short) found.push_back(phone->dial);
        return found;
    }
    if (const auto parsed = model::RecordPath::parse(path)) collect(tree, parsed->steps, 0, &shape, found);
    return found;
}

Result<std::vector<std::string>> chosen_fields(const Arguments& arguments, const Shape& shape) {
    std::vector<std::string> fields;
    const std::string typed = arguments.value("--fields");
    for (const std::string_view part : text::split(typed, ',')) {
        const std::string name(text::trim(part));
        if (name.empty()) continue;
        const auto path = model::RecordPath::parse(name);
        const bool own = name.starts_with("x-");
        if (name != "id" && !own && !numbers_of(name, shape) && (!path || model::column_of(shape, *path) == nullptr)) {
            std::vector<std::string> known = model::all_paths(shape);
            known.emplace_back("id");
            const auto near = text::nearest(name, known);
            std::vector<std::string> top{"id"};
            for (const Field& field : shape.fields) top.emplace_back(field.key);
            return Error{ErrorKind::usage, unknown_field(utf8::printable(name)),
                         near ? did_you_mean(*near) : choose(text::join(top, ", "))};
        }
        fields.push_back(name);
    }
    return fields;
}

std::string cell(const Listed& record, const std::string& field, const Shape& shape) {
    if (field == "id") return record.id;
    return text::join(values_at(record.tree, field, shape), ", ");
}

// A chosen field in JSON: the value of the file when it is a whole field, else the list of what its path leads to.
render::Json chosen_json(const Listed& record, const std::vector<std::string>& fields, const Shape& shape) {
    render::JsonObject object;
    for (const std::string& name : fields) {
        if (name == "id") {
            object.add("id", record.id);
            continue;
        }
        const Field* field = shape.find(name);
        const Node* node = record.tree.find(name);
        if (field != nullptr && node != nullptr) {
            object.add(name, render::value_json(*node, *field));
            continue;
        }
        const auto values = values_at(record.tree, name, shape);
        const auto path = model::RecordPath::parse(name);
        bool through_list = numbers_of(name, shape).has_value();
        const Shape* inside = &shape;
        for (const std::string& step : path ? path->steps : std::vector<std::string>{}) {
            const Field* row = inside == nullptr ? nullptr : inside->find(step);
            through_list = through_list || (row != nullptr && row->list);
            inside = row != nullptr && row->shape != nullptr ? &row->shape() : nullptr;
        }
        if (through_list)
            object.add(name, render::json_list(values));
        else if (values.empty())
            object.add(name, render::json_null());
        else
            object.add(name, values.front());
    }
    return object.done();
}

void print_rows(World& world, const Listing& listing, const std::vector<std::string>& fields,
                render::TableFormat format) {
    world.out << render::table_start(format) << render::table_row(fields, format);
    for (const Listed& record : listing.records) {
        std::vector<std::string> cells;
        for (const std::string& field : fields) cells.push_back(cell(record, field, *listing.shape));
        world.out << render::table_row(cells, format);
    }
}

// The fields a table for programs has when none are chosen: all that hold one value or a list of plain values.
std::vector<std::string> all_plain_fields(const Shape& shape) {
    std::vector<std::string> fields{"id"};
    for (const Field& field : shape.fields) {
        if (field.shape == nullptr) {
            fields.emplace_back(field.key);
        } else if (field.list && field.shape().main() != nullptr) {
            fields.push_back(std::string(field.key) + "." + std::string(field.shape().main()->key));
        } else if (field.storage == model::Storage::mapping) {
            for (const Field& part : field.shape().fields)
                if (part.shape == nullptr) fields.push_back(std::string(field.key) + "." + std::string(part.key));
        }
    }
    return fields;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const std::string_view word : text::words(text)) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return utf8::printable(out);
}

// Widths of the columns: what they need, less what the terminal does not have, taken from the widest.
std::vector<std::size_t> widths_of(const std::vector<Column>& columns, const World& world) {
    constexpr std::size_t gap = 2;
    constexpr std::size_t least = 8;
    std::vector<std::size_t> widths;
    for (const Column& column : columns) {
        std::size_t width = utf8::width(column.title);
        for (const std::string& text : column.cells) width = std::max(width, utf8::width(text));
        widths.push_back(width);
    }
    if (!world.out_is_terminal || widths.empty()) return widths;
    const auto total = [&] {
        std::size_t sum = gap * (widths.size() - 1);
        for (const std::size_t width : widths) sum += width;
        return sum;
    };
    const auto room = static_cast<std::size_t>(std::max(world.width, 20));
    while (total() > room) {
        auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= least) break;
        --*widest;
    }
    return widths;
}

void print_table(World& world, std::vector<Column> columns) {
    for (Column& column : columns)
        for (std::string& text : column.cells) text = one_line(text);
    const auto widths = widths_of(columns, world);
    const auto line = [&](const auto& text_of, bool strong) {
        std::string out;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string& text = text_of(columns[i]);
            std::string shown(text);
            if (utf8::width(text) > widths[i]) shown = std::string(utf8::fit(text, widths[i] - 1)) + "…";
            if (i > 0) out += "  ";
            out += i + 1 == columns.size() ? shown : utf8::pad(shown, widths[i]);
        }
        while (!out.empty() && out.back() == ' ') out.pop_back();
        if (strong && world.colour) out = "\x1b[1m" + out + "\x1b[0m";
        world.out << out << '\n';
    };
    line([](const Column& column) -> const std::string& { return column.title; }, true);
    const std::size_t rows = columns.empty() ? 0 : columns.front().cells.size();
    for (std::size_t row = 0; row < rows; ++row)
        line([row](const Column& column) -> const std::string& { return column.cells[row]; }, false);
}

}  // namespace

std::string column_text(const Node& tree, const std::string& path, const Shape& shape) {
    return text::join(values_at(tree, path, shape), ", ");
}

Result<bool> wants_machine_form(const Arguments& arguments) {
    std::string first;
    for (const std::string_view form : machine_forms) {
        if (!arguments.has(form)) continue;
        if (!first.empty()) return Error{ErrorKind::usage, not_both(first, std::string(form)), {}};
        first = form;
    }
    return !first.empty();
}

yaml::Node mapping_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
    yaml::Node node;
    node.kind = yaml::Kind::mapping;
    for (const auto& [key, value] : pairs) {
        yaml::Entry entry;
        entry.key.text = key;
        entry.value.kind = yaml::Kind::scalar;
        entry.value.text = value;
        node.entries.push_back(std::move(entry));
    }
    return node;
}

Result<int> print_listing(World& world, const Arguments& arguments, const Listing& listing) {
    const auto machine = wants_machine_form(arguments);
    if (!machine) return machine.error();
    auto chosen = chosen_fields(arguments, *listing.shape);
    if (!chosen) return chosen.error();
    const std::vector<std::string>& fields = *chosen;
    const int code = listing.records.empty() ? 1 : 0;
    const auto json_of = [&](const Listed& record) {
        return fields.empty() ? render::record_json(record.id, record.tree, *listing.shape)
                              : chosen_json(record, fields, *listing.shape);
    };
    if (arguments.has("--count")) {
        world.out << listing.records.size() << '\n';
    } else if (arguments.has("-0")) {
        for (const Listed& record : listing.records) world.out << record.id << '\0';
    } else if (arguments.has("--json")) {
        std::vector<render::Json> records;
        for (const Listed& record : listing.records) records.push_back(json_of(record));
        world.out << render::json_document(
            render::JsonObject().add("schema", listing.schema).add("records", render::json_lines(records)).done());
    } else if (arguments.has("--jsonl")) {
        for (const Listed& record : listing.records) world.out << render::json_document(json_of(record));
    } else if (arguments.has("--csv") || arguments.has("--tsv")) {
        print_rows(world, listing, fields.empty() ? all_plain_fields(*listing.shape) : fields,
                   arguments.has("--csv") ? render::TableFormat::csv : render::TableFormat::tsv);
    } else if (!listing.records.empty()) {
        std::vector<Column> columns = listing.columns;
        if (!fields.empty()) {
            columns.clear();
            for (const std::string& field : fields) {
                Column column{field, {}};
                for (const Listed& record : listing.records)
                    column.cells.push_back(cell(record, field, *listing.shape));
                columns.push_back(std::move(column));
            }
        }
        print_table(world, std::move(columns));
    }
    return code;
}

}  // namespace cafe::cmd
