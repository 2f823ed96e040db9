#include "support/leaves.hpp"

#include <algorithm>

namespace cafe::test {

namespace {

void add(const Value& value, const std::string& path, const model::Field& field, Leaves& leaves) {
    if (const List* list = value.list()) {
        for (const Value& item : *list) add(item, path, field, leaves);
    } else if (const Map* map = value.map()) {
        if (field.shape == nullptr) return;
        for (const Member& member : *map)
            if (const model::Field* part = field.shape().find(member.key))
                add(member.value, path + "." + member.key, *part, leaves);
    } else if (field.shape != nullptr && field.shape().main() != nullptr) {
        leaves[path + "." + std::string(field.shape().main()->key)].push_back(*value.text());
    } else {
        leaves[path].push_back(*value.text());
    }
}

}  // namespace

Leaves leaves_of(const Value& record, const model::Shape& shape) {
    Leaves leaves;
    for (const Member& member : *record.map())
        if (const model::Field* field = shape.find(member.key)) add(member.value, member.key, *field, leaves);
    return leaves;
}

std::vector<std::string> missing_from(const std::vector<std::string>& other, std::vector<std::string> all) {
    for (const std::string& value : other)
        if (const auto at = std::find(all.begin(), all.end(), value); at != all.end()) all.erase(at);
    return all;
}

}  // namespace cafe::test
