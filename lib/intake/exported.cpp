#include "intake/exported.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/fields.hpp"

namespace cafe::intake {

namespace {

using model::Field;
using model::Shape;
using model::Storage;

// At " ; ", but not at " \; ", which stands for a semicolon of the text.
std::vector<std::string> items_of(const std::string& cell) {
    std::vector<std::string> items;
    std::size_t at = 0;
    for (;;) {
        const std::size_t next = cell.find(" ; ", at);
        const bool last = next == std::string::npos;
        items.push_back(text::replace_all(cell.substr(at, last ? next : next - at), " \\; ", " ; "));
        if (last) break;
        at = next + 3;
    }
    // An absent value at the end: "accueil ; ".
    if (items.back().ends_with(" ;")) {
        items.back().resize(items.back().size() - 2);
        items.emplace_back();
    }
    for (std::string& item : items) item = std::string(text::trim(item));
    return items;
}

using Columns = std::vector<std::pair<std::string, std::string>>;  // path, cell

Value record(const Columns& columns, const Shape& shape);

// The items of a list of mappings, from the column of their main values and those beside it.
Value list_of(const Columns& columns, const Shape& shape) {
    const Field* main = shape.main();
    std::vector<Columns> items;
    for (const auto& [path, cell] : columns) {
        const std::vector<std::string> parts = items_of(cell);
        const std::string key = path.empty() && main != nullptr ? std::string(main->key) : path;
        if (key.empty()) continue;
        if (items.size() < parts.size()) items.resize(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (!parts[i].empty()) items[i].emplace_back(key, parts[i]);
    }
    List list;
    for (const Columns& item : items) {
        Value one = record(item, shape);
        if (one.map()->empty()) continue;
        const Member& first = one.map()->front();
        const bool is_short = one.map()->size() == 1 && main != nullptr && first.key == main->key;
        list.push_back(is_short ? first.value : std::move(one));
    }
    return Value{std::move(list)};
}

Value record(const Columns& columns, const Shape& shape) {
    Map map;
    for (const Field& field : shape.fields) {
        Columns inner;
        for (const auto& [path, cell] : columns) {
            if (cell.empty()) continue;
            if (path == field.key)
                inner.emplace_back("", cell);
            else if (path.starts_with(std::string(field.key) + "."))
                inner.emplace_back(path.substr(field.key.size() + 1), cell);
        }
        if (inner.empty()) continue;
        Value value;
        switch (field.storage) {
            case Storage::list: value = list_of(inner, field.shape()); break;
            case Storage::mapping: value = record(inner, field.shape()); break;
            case Storage::keyed: continue;
            case Storage::texts: {
                List list;
                for (std::string& item : items_of(inner.front().second))
                    if (!item.empty()) list.push_back(Value{std::move(item)});
                value = Value{std::move(list)};
                break;
            }
            default: value = Value{inner.front().second};
        }
        const bool nothing =
            (value.list() != nullptr && value.list()->empty()) || (value.map() != nullptr && value.map()->empty());
        if (!nothing) map.push_back(Member{std::string(field.key), std::move(value)});
    }
    return Value{std::move(map)};
}

const Table* table_called(const std::vector<Table>& tables, std::string_view name) {
    for (const Table& table : tables)
        if (fold::text(table.sheet) == name) return &table;
    return nullptr;
}

std::string cell_of(const Table& table, const Row& row, std::string_view column) {
    const std::size_t at = table.column(column);
    return at < row.cells.size() ? std::string(text::trim(row.cells[at])) : std::string();
}

void append(Value& record, std::string_view key, Value item) {
    Map map = *record.map();
    for (Member& member : map)
        if (member.key == key && member.value.list() != nullptr) {
            List list = *member.value.list();
            list.push_back(std::move(item));
            member.value = Value{std::move(list)};
            record = Value{std::move(map)};
            return;
        }
    map.push_back(Member{std::string(key), Value{List{std::move(item)}}});
    record = Value{std::move(map)};
}

}  // namespace

Value record_of(const std::vector<std::string>& header, const std::vector<std::string>& cells, const Shape& shape) {
    Columns columns;
    for (std::size_t c = 0; c < std::min(header.size(), cells.size()); ++c) columns.emplace_back(header[c], cells[c]);
    return record(columns, shape);
}

Exported read_exported(const std::vector<Table>& tables) {
    Exported out;
    out.partners = table_called(tables, "partenaires");
    if (out.partners == nullptr) out.partners = table_called(tables, "");
    if (out.partners == nullptr || out.partners->column("id") >= out.partners->header.size()) {
        out.partners = nullptr;
        return out;
    }
    std::map<std::string, std::size_t> by_id;
    for (const Row& row : out.partners->rows) {
        Become one;
        one.row = &row;
        one.id = cell_of(*out.partners, row, "id");
        one.record = record_of(out.partners->header, row.cells, model::partner_shape());
        by_id.emplace(one.id, out.rows.all.size());
        out.rows.all.push_back(std::move(one));
    }
    const auto give = [&](std::string_view name, std::string_view key, const Shape& shape) {
        const Table* table = table_called(tables, name);
        if (table == nullptr) return;
        for (const Row& row : table->rows) {
            const auto partner = by_id.find(cell_of(*table, row, "partner"));
            if (partner == by_id.end()) continue;
            Value item = record_of(table->header, row.cells, shape);
            if (!item.map()->empty()) append(out.rows.all[partner->second].record, key, std::move(item));
        }
    };
    const Field* permanences = model::partner_shape().find("permanences");
    give("services", "services", model::service_shape());
    give("permanences", "permanences", permanences->shape());
    if (const Table* people = table_called(tables, "personnes")) {
        for (const Row& row : people->rows) {
            const std::string id = cell_of(*people, row, "id");
            if (id.empty()) continue;
            const bool known = std::any_of(out.people.begin(), out.people.end(),
                                           [&](const auto& person) { return person.first == id; });
            // The columns behind `partner` are those of the function.
            const std::size_t function = people->column("partner");
            const auto part = [&](const std::vector<std::string>& cells, bool behind) {
                const auto middle = cells.begin() + static_cast<std::ptrdiff_t>(std::min(function, cells.size()));
                return behind ? std::vector<std::string>(middle, cells.end())
                              : std::vector<std::string>(cells.begin(), middle);
            };
            if (!known)
                out.people.emplace_back(
                    id, record_of(part(people->header, false), part(row.cells, false), model::person_shape()));
            const auto partner = by_id.find(cell_of(*people, row, "partner"));
            if (partner == by_id.end()) continue;
            Value contact = record_of(part(people->header, true), part(row.cells, true), model::contact_shape());
            Map map{Member{"person", id}};
            for (const Member& member : *contact.map())
                if (member.key != "person") map.push_back(member);
            append(out.rows.all[partner->second].record, "contacts", Value{std::move(map)});
        }
    }
    return out;
}

void mark_unchanged(Rows& rows, const Rows& as_exported) {
    std::map<std::string_view, const Become*> own;
    for (const Become& row : as_exported.all)
        if (!row.id.empty()) own.emplace(row.id, &row);
    for (Become& row : rows.all) {
        const auto found = own.find(row.id);
        if (found == own.end()) continue;
        const Become& exported = *found->second;
        for (const Member& member : *row.record.map())
            if (const Value* same = exported.record.find(member.key); same != nullptr && *same == member.value)
                row.unchanged.insert(member.key);
        std::erase_if(row.people, [&](const PersonRow& person) {
            return std::find(exported.people.begin(), exported.people.end(), person) != exported.people.end();
        });
    }
}

}  // namespace cafe::intake
