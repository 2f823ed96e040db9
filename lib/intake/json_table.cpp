#include "intake/json_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "base/text.hpp"
#include "intake/encoding.hpp"

namespace cafe::intake {

namespace {

using Tree = nlohmann::ordered_json;

constexpr std::size_t most_columns = 2000;
constexpr int deepest = 64;

std::string text_of(const Tree& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_number_integer() || value.is_number_unsigned()) return value.dump();
    if (value.is_number_float()) {
        constexpr double exact = 9007199254740992.0;
        const double number = value.get<double>();
        if (std::abs(number) < exact && number == std::floor(number)) return fmt::format("{:.0f}", number);
        return fmt::format("{}", number);
    }
    if (value.is_array()) {
        std::vector<std::string> parts;
        for (const Tree& item : value)
            if (std::string part = text_of(item); !part.empty())
                parts.push_back(text::replace_all(part, " ; ", " \\; "));
        return text::join(parts, " ; ");
    }
    return "";
}

class Rows {
public:
    void add(const Tree& object) {
        Record record{records_.size() + 2, std::vector<std::string>(columns_.size())};
        fill(record, object, "", 0);
        records_.push_back(std::move(record));
    }
    void put(std::string_view name, std::string text) { cell(records_.back(), std::string(name)) = std::move(text); }

    Table done() {
        Table table;
        table.header = columns_;
        std::size_t mended = 0;
        for (Record& record : records_) {
            record.cells.resize(columns_.size());
            for (std::string& text : record.cells) {
                std::string right = without_mojibake(text);
                if (right == text) continue;
                text = std::move(right);
                ++mended;
            }
            table.rows.push_back({record.line - 1, std::move(record.cells), {}, {}});
        }
        static constexpr Noun cells_noun{"cellule", "cellules", "cell", "cells"};
        static constexpr Phrase<Words> repaired{"{} aux accents brouillés (« Ã© ») : réparation faite",
                                                "{} with garbled accents ('Ã©'), repaired"};
        if (mended > 0) table.notes.push_back(repaired(count(mended, cells_noun)));
        table.strict = true;
        return table;
    }

private:
    std::string& cell(Record& record, const std::string& name) {
        const auto [at, made] = positions_.emplace(name, columns_.size());
        if (made) columns_.push_back(name);
        if (record.cells.size() < columns_.size()) record.cells.resize(columns_.size());
        return record.cells[at->second];
    }

    void fill(Record& record, const Tree& object, const std::string& above, int depth) {
        if (depth > deepest) return;
        for (const auto& [key, value] : object.items()) {
            const std::string name = above.empty() ? key : above + "." + key;
            if (value.is_object()) {
                fill(record, value, name, depth + 1);
            } else if (columns_.size() < most_columns || positions_.contains(name)) {
                cell(record, name) = text_of(value);
            }
        }
    }

    std::vector<std::string> columns_;
    std::unordered_map<std::string, std::size_t> positions_;
    std::vector<Record> records_;
};

// The list of records in a document: itself, or the only list of objects that it holds.
const Tree* list_in(const Tree& document) {
    if (document.is_array()) return &document;
    if (!document.is_object()) return nullptr;
    const Tree* found = nullptr;
    for (const auto& [key, value] : document.items()) {
        if (!value.is_array() || value.empty() || !value.front().is_object()) continue;
        if (found != nullptr) return nullptr;
        found = &value;
    }
    return found;
}

}  // namespace

Result<Table> read_json(std::string_view text) {
    static constexpr Phrase<> damaged{"ce JSON ne se lit pas", "this JSON cannot be read"};
    static constexpr Phrase<std::size_t> fault_at{"la faute est au {}e octet", "the fault is at byte {}"};
    static constexpr Phrase<> no_list{"ce JSON n'est pas une liste d'objets", "this JSON is not a list of objects"};
    static constexpr Phrase<> give_list{"donner une liste : [{{\"nom\": …}}, …], ou du GeoJSON",
                                        "give a list: [{{\"name\": …}}, …], or GeoJSON"};
    Tree document;
    try {
        document = Tree::parse(text);
    } catch (const Tree::parse_error& error) {
        return Error{ErrorKind::usage, damaged(), fault_at(error.byte)};
    } catch (const std::exception&) {
        return Error{ErrorKind::usage, damaged(), {}};
    }
    const bool geo = document.is_object() && document.value("type", Tree()) == "FeatureCollection";
    const Tree* list = list_in(document);
    if (list == nullptr) return Error{ErrorKind::usage, no_list(), give_list()};
    Rows rows;
    for (const Tree& item : *list) {
        if (!item.is_object()) return Error{ErrorKind::usage, no_list(), give_list()};
        if (!geo) {
            rows.add(item);
            continue;
        }
        const auto properties = item.find("properties");
        rows.add(properties != item.end() && properties->is_object() ? *properties : Tree::object());
        if (item.contains("id") && !item["id"].is_null()) rows.put("id", text_of(item["id"]));
        const auto geometry = item.find("geometry");
        if (geometry == item.end() || !geometry->is_object() || geometry->value("type", Tree()) != "Point") continue;
        const auto point = geometry->find("coordinates");
        if (point == geometry->end() || !point->is_array() || point->size() < 2) continue;
        rows.put("longitude", text_of((*point)[0]));
        rows.put("latitude", text_of((*point)[1]));
    }
    return rows.done();
}

}  // namespace cafe::intake
