#include "model/field.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"

namespace cafe::model {

namespace {

// "Numéro_Siret", "numero-siret" and "numéro siret" are the same key to a person.
std::string as_spoken(std::string_view key) {
    std::string text(key);
    std::replace(text.begin(), text.end(), '_', ' ');
    return fold::text(text);
}

}  // namespace

const Field* Shape::find(std::string_view key) const {
    // Asked for every key of every record: most fields are told apart by their length and first letter.
    if (key.empty()) return nullptr;
    for (const Field& field : fields)
        if (field.key.size() == key.size() && field.key.front() == key.front() && field.key == key) return &field;
    return nullptr;
}

const Field* Shape::find_french(std::string_view key) const {
    const std::string spoken = as_spoken(key);
    for (const Field& field : fields)
        for (const std::string_view french : field.french)
            if (as_spoken(french) == spoken) return &field;
    return nullptr;
}

const Field* Shape::main() const {
    constexpr std::array<std::string_view, 9> keys{"number", "address", "place", "person", "partner",
                                                   "title",  "name",    "what",  "text"};
    for (const std::string_view key : keys)
        if (const Field* field = find(key)) return field;
    return nullptr;
}

}  // namespace cafe::model
