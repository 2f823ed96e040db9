#include "intake/three_way.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours.hpp"
#include "intake/rows.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

using model::Field;
using model::Type;

const Field* field_at(const std::string& path) {
    const auto parsed = model::RecordPath::parse(path);
    const auto target = parsed ? model::target_of(model::partner_shape(), *parsed) : std::nullopt;
    return target ? target->field : nullptr;
}

// Items of lists by what they are called: "services.domiciliation.fee".
const Value* at(const Value& record, const std::string& path) {
    const Value* value = &record;
    for (const std::string_view step : text::split(path, '.')) {
        const Value* next = nullptr;
        if (value->list() == nullptr) {
            next = value->find(step);
        } else {
            for (const Value& item : *value->list())
                if (next == nullptr && main_text(item) == step) next = &item;
        }
        if (next == nullptr) return nullptr;
        value = next;
    }
    return value;
}

bool says(const Value* value) {
    if (value == nullptr) return false;
    if (const std::string* text = value->text()) return !text->empty();
    if (value->list() != nullptr) return !value->list()->empty();
    return !value->map()->empty();
}

std::vector<Value> items_at(const Value& record, const std::string& path) {
    const Value* value = at(record, path);
    if (!says(value)) return {};
    if (value->list() != nullptr) return *value->list();
    return {*value};
}

model::RecordPath path_of(const std::string& path) {
    return model::RecordPath::parse(path).value_or(model::RecordPath{{path}});
}

struct Item {
    std::string hash;
    Value value;
};

std::vector<Item> hashed(const std::string& path, const std::vector<Value>& values) {
    std::vector<Item> items;
    for (const Value& value : values) items.push_back({hash_of(normalised(path, value)), value});
    return items;
}

bool holds(const std::vector<Item>& items, const std::string& hash) {
    return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.hash == hash; });
}
bool holds(const std::vector<std::string>& hashes, const std::string& hash) {
    return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

std::vector<std::string> hashes_of(const std::vector<Item>& items) {
    std::vector<std::string> hashes;
    for (const Item& item : items) hashes.push_back(item.hash);
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

class Merging {
public:
    Merging(const Value& here, const Seen& base, bool verified_later, Mode mode)
        : here_(here), base_(base), verified_later_(verified_later), mode_(mode) {}

    ThreeWay run(const Value& theirs) {
        out_.remembered = base_.fields;
        for (const Compared& field : compared_fields(theirs)) {
            // What an item says that does not stand here comes with the item, or not at all.
            if (!field.item.empty() && at(here_, field.item) == nullptr) {
                if (holds(added_items_, field.item)) remember(field.path, hashes_of(hashed(field.path, field.values)));
                continue;
            }
            if (field.list)
                list(field);
            else
                scalar(field);
        }
        for (const auto& [path, hashes] : base_.fields)
            if (!says(at(theirs, path)) && says(at(here_, path))) ++out_.silent;
        return std::move(out_);
    }

private:
    void scalar(const Compared& field) {
        const std::vector<Value> here = items_at(here_, field.path);
        const Item theirs = hashed(field.path, field.values).front();
        const auto known = base_.fields.find(field.path);
        const bool is_known = known != base_.fields.end() && !known->second.empty();
        const std::string base = is_known ? known->second.front() : "";
        if (here.empty()) {
            if (!is_known) return write(field, {theirs.hash});
            if (base == theirs.hash) return kept();  // taken away by hand
            return conflict(field, here);
        }
        const std::string hash = hash_of(normalised(field.path, here.front()));
        if (hash == theirs.hash) return remember(field.path, {theirs.hash});
        if (mode_ == Mode::only_fill) return kept();
        if (!is_known) return conflict(field, here);
        if (base == theirs.hash) return kept();
        if (base == hash && !verified_later_) return write(field, {theirs.hash});
        conflict(field, here);
    }

    void list(const Compared& field) {
        const std::vector<Value> values = items_at(here_, field.path);
        const std::vector<Item> here = hashed(field.path, values);
        const std::vector<Item> theirs = hashed(field.path, field.values);
        const auto known = base_.fields.find(field.path);
        const bool is_known = known != base_.fields.end();
        if (here.empty() && !is_known) {
            for (const Value& value : field.values) added_items_.push_back(field.path + "." + main_text(value));
            return write(field, hashes_of(theirs));
        }
        const std::vector<std::string> base = is_known ? known->second : std::vector<std::string>{};
        List added;
        List removed;
        for (const Item& item : theirs)
            if (!holds(here, item.hash) && !holds(base, item.hash)) added.push_back(item.value);
        for (const Item& item : here)
            if (holds(base, item.hash) && !holds(theirs, item.hash)) removed.push_back(Value{main_text(item.value)});
        if (added.empty() && removed.empty()) {
            const bool all_here =
                std::all_of(theirs.begin(), theirs.end(), [&](const Item& item) { return holds(here, item.hash); });
            if (!all_here) kept();
            return remember(field.path, is_known || all_here ? hashes_of(theirs) : base);
        }
        if (mode_ == Mode::only_fill) return kept();
        if (!is_known || verified_later_) return conflict(field, values);
        out_.changed.push_back(field.path);
        if (!removed.empty()) out_.edits.push_back({path_of(field.path), edit::Op::remove, Value{std::move(removed)}});
        for (const Value& value : added) added_items_.push_back(field.path + "." + main_text(value));
        if (!added.empty()) out_.edits.push_back({path_of(field.path), edit::Op::add, Value{std::move(added)}});
        remember(field.path, hashes_of(theirs));
    }

    void write(const Compared& field, std::vector<std::string> hashes) {
        out_.changed.push_back(field.path);
        Value value = field.list ? Value{List(field.values.begin(), field.values.end())} : field.values.front();
        out_.edits.push_back({path_of(field.path), edit::Op::set, std::move(value)});
        remember(field.path, std::move(hashes));
    }
    void remember(const std::string& path, std::vector<std::string> hashes) {
        out_.remembered[path] = std::move(hashes);
    }
    void kept() { ++out_.kept; }
    void conflict(const Compared& field, const std::vector<Value>& here) {
        if (mode_ == Mode::only_fill) return kept();
        out_.conflicts.push_back({field.path, here, field.values});
    }

    const Value& here_;
    const Seen& base_;
    bool verified_later_;
    Mode mode_;
    std::vector<std::string> added_items_;  // "services.domiciliation"
    ThreeWay out_;
};

// A value under `path`; `item` is the item of a list that it stands in.
void compare(const std::string& path, const Value& value, const std::string& item, std::vector<Compared>& found) {
    if (value.text() != nullptr) {
        found.push_back({path, false, {value}, item});
        return;
    }
    if (const Map* map = value.map()) {
        for (const Member& member : *map) compare(path + "." + member.key, member.value, item, found);
        return;
    }
    found.push_back({path, true, *value.list(), item});
    for (const Value& each : *value.list()) {
        const std::string id = text_at(each, "id");
        // An item without an id of its own is what it is called: there is nothing else to compare.
        if (id.empty() || !item.empty()) continue;
        for (const Member& member : *each.map())
            if (member.key != "id") compare(path + "." + id + "." + member.key, member.value, path + "." + id, found);
    }
}

}  // namespace

std::vector<Compared> compared_fields(const Value& record) {
    std::vector<Compared> found;
    for (const Member& member : *record.map())
        if (member.key != "sources") compare(member.key, member.value, "", found);
    return found;
}

std::string normalised(const std::string& path, const Value& value) {
    const std::string text = main_text(value);
    const Field* field = field_at(path);
    if (path == "phones") {
        const auto phone = model::to_phone(text);
        return phone ? phone->dial : fold::text(text);
    }
    if (path == "emails") return ascii::lower(text);
    if (field == nullptr) return text;
    switch (field->type) {
        case Type::hours: {
            const auto reading = calendar::read_hours(text);
            return reading.hours ? calendar::canonical(*reading.hours) : fold::text(text);
        }
        case Type::url: {
            std::string site = ascii::lower(text);
            for (const std::string_view start : {"https://", "http://", "www."})
                if (site.starts_with(start)) site.erase(0, start.size());
            while (site.ends_with('/')) site.pop_back();
            return site;
        }
        case Type::decimal: {
            const auto number = text::to_number(text);
            return number ? fmt::format("{:.4f}", *number) : text;
        }
        case Type::line:
        case Type::markdown:
        case Type::area:
        case Type::commune: return fold::place(text);
        default: return std::string(text::trim(text));
    }
}

ThreeWay three_way(const Value& here, const Value& theirs, const Seen& base, bool verified_later, Mode mode) {
    return Merging(here, base, verified_later, mode).run(theirs);
}

std::map<std::string, std::vector<std::string>> remembered_of(const Value& record) {
    std::map<std::string, std::vector<std::string>> found;
    for (const Compared& field : compared_fields(record))
        found[field.path] = hashes_of(hashed(field.path, field.values));
    return found;
}

std::string main_text(const Value& value) {
    if (const std::string* text = value.text()) return *text;
    for (const std::string_view key : {"number", "address", "place", "person", "id", "name"})
        if (const Value* inner = value.find(key); inner != nullptr && inner->text() != nullptr) return *inner->text();
    return "";
}

std::string in_words(const std::vector<Difference>& differences) {
    const auto shown = [](const std::vector<Value>& values) {
        std::vector<std::string> texts;
        for (const Value& value : values) {
            std::string text = main_text(value);
            texts.push_back(std::string(utf8::fit(utf8::one_line(text), 60)));
        }
        return text::join(texts, " ; ");
    };
    std::vector<std::string> parts;
    for (const Difference& difference : differences)
        parts.push_back(difference.path + " « " + shown(difference.here) + " » → « " + shown(difference.theirs) + " »");
    return text::join(parts, ", ");
}

}  // namespace cafe::intake
