#include "view/record_list.hpp"

#include <optional>

#include "base/text.hpp"
#include "model/path.hpp"
#include "model/values.hpp"

namespace cafe::view {

namespace {

using model::Field;
using model::Shape;
using yaml::Kind;
using yaml::Node;

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

}  // namespace

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

std::string column_text(const Node& tree, const std::string& path, const Shape& shape) {
    return text::join(values_at(tree, path, shape), ", ");
}

}  // namespace cafe::view
