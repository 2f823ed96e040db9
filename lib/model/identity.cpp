#include "model/identity.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace cafe::model {

namespace {

struct Row {
    std::string_view shape;
    std::string_view key;
    Identifies how;
};

// In each shape the order of its fields counts. A field of type id is not listed: it always identifies alone.
constexpr std::array<Row, 33> rows{{
    {"phone", "number", Identifies::alone},
    {"email", "address", Identifies::alone},
    {"person-email", "address", Identifies::alone},
    {"person-phone", "number", Identifies::alone},
    {"permanence", "place", Identifies::alone},
    {"service", "name", Identifies::alone},
    {"contact", "person", Identifies::alone},
    {"attendee", "person", Identifies::alone},
    {"attendee", "guest", Identifies::alone},
    {"attendee", "partner", Identifies::together},
    {"invitation", "person", Identifies::alone},
    {"invitation", "partner", Identifies::together},
    {"news", "partner", Identifies::together},
    {"news", "speaker", Identifies::together},
    {"question", "text", Identifies::alone},
    {"decision", "text", Identifies::alone},
    {"action", "what", Identifies::alone},
    {"announcement", "date", Identifies::together},
    {"announcement", "title", Identifies::together},
    {"signatory", "partner", Identifies::alone},
    {"deployment", "area", Identifies::alone},
    {"training", "title", Identifies::alone},
    {"participant", "person", Identifies::alone},
    {"participant", "guest", Identifies::alone},
    {"source", "name", Identifies::together},
    {"source", "id", Identifies::together},
    {"import-area", "name", Identifies::together},
    {"import-area", "from", Identifies::together},
    {"opening", "from", Identifies::together},
    {"opening", "until", Identifies::together},
    {"holiday", "name", Identifies::alone},
    {"emergency", "number", Identifies::alone},
    {"area", "name", Identifies::alone},
}};

constexpr std::array<std::string_view, 7> ordered{"missions", "limits", "situations", "steps",
                                                  "bring",    "agenda", "commitments"};
constexpr std::array<std::string_view, 10> facts{"verified", "agreement", "suspension", "capacity", "calendar",
                                                 "answer",   "closed",    "approved",   "informed", "objection"};

}  // namespace

Identifies identifies(const Shape& shape, const Field& field) {
    if (field.type == Type::id) return Identifies::alone;
    for (const Row& row : rows)
        if (row.shape == shape.name && row.key == field.key) return row.how;
    return Identifies::no;
}

bool is_ordered(const Field& field) {
    return field.type == Type::line && std::find(ordered.begin(), ordered.end(), field.key) != ordered.end();
}

bool is_one_fact(const Field& field) {
    return field.storage == Storage::mapping && std::find(facts.begin(), facts.end(), field.key) != facts.end();
}

}  // namespace cafe::model
