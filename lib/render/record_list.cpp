#include "render/record_list.hpp"

#include <algorithm>
#include <array>

#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/path.hpp"
#include "render/record_json.hpp"

namespace cafe::render {

namespace {

using model::Field;
using model::Shape;
using view::Column;
using view::Listed;
using view::numbers_of;
using view::values_at;
using view::Weight;
using yaml::Node;

constexpr Phrase<std::string> unknown_field{"champ inconnu : {}", "unknown field: {}"};
constexpr Phrase<std::string> choose{"choisir parmi : {}", "choose from: {}"};

std::string cell(const Listed& record, const std::string& field, const Shape& shape) {
    if (field == "id") return record.id;
    return text::join(values_at(record.tree, field, shape), ", ");
}

// A chosen field in JSON: the value of the file when it is a whole field, else the list of what its path leads to.
Json chosen_json(const Listed& record, const std::vector<std::string>& fields, const Shape& shape) {
    JsonObject object;
    for (const std::string& name : fields) {
        if (name == "id") {
            object.add("id", record.id);
            continue;
        }
        const Field* field = shape.find(name);
        const Node* node = record.tree.find(name);
        if (field != nullptr && node != nullptr) {
            object.add(name, value_json(*node, *field));
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
            object.add(name, json_list(values));
        else if (values.empty())
            object.add(name, json_null());
        else
            object.add(name, values.front());
    }
    return object.done();
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

bool is_phone(std::string_view cell) {
    return cell.size() >= 4 && cell.find_first_not_of("0123456789 +.()-,") == std::string_view::npos;
}

// Whoever reads a table acts on its short columns, phones and dates, finds a record by its id, which comes first, and
// reads the text that comes last.
Weight weight_of(const std::vector<Column>& columns, std::size_t index, std::size_t width) {
    constexpr std::size_t narrow = 12;
    const Column& column = columns[index];
    if (column.weight != Weight::by_content) return column.weight;
    const bool phones = std::all_of(column.cells.begin(), column.cells.end(),
                                    [](const std::string& cell) { return cell.empty() || is_phone(cell); });
    if (width <= narrow || phones || column.title == "date") return Weight::whole;
    if (index == 0) return Weight::id;
    return index + 1 == columns.size() ? Weight::text : Weight::detail;
}

// Widths of the columns: what they need, less what the terminal does not have, taken from the widest of those that
// matter least, down to a width at which a cell still says something.
std::vector<std::size_t> widths_of(const std::vector<Column>& columns, std::size_t room) {
    struct Least {
        Weight weight;
        std::size_t width;
    };
    static constexpr std::array cuts{Least{Weight::detail, 8}, Least{Weight::text, 16}, Least{Weight::detail, 6},
                                     Least{Weight::text, 12},  Least{Weight::id, 12},   Least{Weight::detail, 4},
                                     Least{Weight::text, 8},   Least{Weight::id, 8},    Least{Weight::whole, 8}};
    constexpr std::size_t gap = 2;
    std::vector<std::size_t> widths;
    std::vector<Weight> weights;
    for (const Column& column : columns) {
        std::size_t width = utf8::width(column.title);
        for (const std::string& text : column.cells) width = std::max(width, utf8::width(text));
        weights.push_back(weight_of(columns, widths.size(), width));
        widths.push_back(width);
    }
    if (room == 0 || widths.empty()) return widths;
    std::size_t total = gap * (widths.size() - 1);
    for (const std::size_t width : widths) total += width;
    for (const Least& least : cuts) {
        while (total > room) {
            std::size_t* widest = nullptr;
            for (std::size_t i = 0; i < widths.size(); ++i)
                if (weights[i] == least.weight && widths[i] > least.width && (widest == nullptr || widths[i] > *widest))
                    widest = &widths[i];
            if (widest == nullptr) break;
            --*widest;
            --total;
        }
    }
    return widths;
}

}  // namespace

Result<std::vector<std::string>> fields_of(std::string_view typed, const Shape& shape) {
    std::vector<std::string> fields;
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

Json listed_json(const view::RecordList& list, const Listed& record, const std::vector<std::string>& fields) {
    return fields.empty() ? record_json(record.id, record.tree, *list.shape) : chosen_json(record, fields, *list.shape);
}

std::string table_of(const view::RecordList& list, std::vector<std::string> fields, TableFormat format) {
    if (fields.empty()) fields = all_plain_fields(*list.shape);
    std::string table(table_start(format));
    table += table_row(fields, format);
    for (const Listed& record : list.records) {
        std::vector<std::string> cells;
        for (const std::string& field : fields) cells.push_back(cell(record, field, *list.shape));
        table += table_row(cells, format);
    }
    return table;
}

std::vector<Column> columns_of(const view::RecordList& list, const std::vector<std::string>& fields) {
    if (fields.empty()) return list.columns;
    std::vector<Column> columns;
    for (const std::string& field : fields) {
        Column column{field, {}};
        for (const Listed& record : list.records) column.cells.push_back(cell(record, field, *list.shape));
        columns.push_back(std::move(column));
    }
    return columns;
}

std::string table_text(std::vector<Column> columns, const TableStyle& style) {
    std::string all;
    for (Column& column : columns)
        for (std::string& text : column.cells) text = utf8::one_line(text);
    const auto widths = widths_of(columns, style.width);
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
        if (strong && style.colour) out = "\x1b[1m" + out + "\x1b[0m";
        all += out + '\n';
    };
    line([](const Column& column) -> const std::string& { return column.title; }, true);
    const std::size_t rows = columns.empty() ? 0 : columns.front().cells.size();
    for (std::size_t row = 0; row < rows; ++row)
        line([row](const Column& column) -> const std::string& { return column.cells[row]; }, false);
    return all;
}

}  // namespace cafe::render
