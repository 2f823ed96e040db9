#include "yaml/tree.hpp"

#include <utility>

namespace cafe::yaml {

const Node* Node::find(std::string_view key) const {
    for (const Entry& entry : entries)
        if (entry.key.text == key) return &entry.value;
    return nullptr;
}

Value to_value(const Node& node) {
    switch (node.kind) {
        case Kind::empty: return Value{};
        case Kind::scalar: return Value{node.text};
        case Kind::sequence: {
            List list;
            list.reserve(node.items.size());
            for (const Node& item : node.items) list.push_back(to_value(item));
            return Value{std::move(list)};
        }
        case Kind::mapping: {
            Map map;
            map.reserve(node.entries.size());
            for (const Entry& entry : node.entries) map.push_back(Member{entry.key.text, to_value(entry.value)});
            return Value{std::move(map)};
        }
    }
    return Value{};
}

}  // namespace cafe::yaml
