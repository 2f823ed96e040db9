#include "model/path.hpp"

#include <utility>

#include "base/text.hpp"

namespace cafe::model {

namespace {

bool has_items(const Field& field) {
    return field.list || field.storage == Storage::keyed;
}

// `field` stands at steps[at - 1]; follows what remains. With `items`, each list takes a step for its item.
std::optional<PathTarget> follow(const Field& field, const RecordPath& path, std::size_t at, bool items) {
    bool item = false;
    if (items && has_items(field) && at < path.steps.size()) {
        ++at;
        item = true;
    }
    if (at == path.steps.size()) return PathTarget{&field, item};
    if (field.shape == nullptr) return std::nullopt;
    const Field* part = field.shape().find(path.steps[at]);
    if (part == nullptr) return std::nullopt;
    return follow(*part, path, at + 1, items);
}

std::optional<PathTarget> start(const Shape& shape, const RecordPath& path, bool items) {
    if (path.steps.empty()) return std::nullopt;
    const Field* field = shape.find(path.steps.front());
    if (field == nullptr) return std::nullopt;
    return follow(*field, path, 1, items);
}

void add_paths(const Shape& shape, const std::string& prefix, std::vector<std::string>& paths) {
    for (const Field& field : shape.fields) {
        const std::string path = prefix + std::string(field.key);
        paths.push_back(path);
        if (field.shape != nullptr) add_paths(field.shape(), path + ".", paths);
    }
}

}  // namespace

std::optional<RecordPath> RecordPath::parse(std::string_view text) {
    RecordPath path;
    std::string step;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.') {
            if (step.empty()) return std::nullopt;
            path.steps.push_back(std::exchange(step, {}));
        } else if (text[i] == '\\') {
            ++i;
            if (i == text.size() || (text[i] != '.' && text[i] != '\\')) return std::nullopt;
            step += text[i];
        } else {
            step += text[i];
        }
    }
    if (step.empty()) return std::nullopt;
    path.steps.push_back(std::move(step));
    return path;
}

std::string RecordPath::print() const {
    std::string text;
    for (const std::string& step : steps) {
        if (!text.empty()) text += '.';
        text += text::replace_all(text::replace_all(step, "\\", "\\\\"), ".", "\\.");
    }
    return text;
}

std::optional<PathTarget> target_of(const Shape& shape, const RecordPath& path) {
    return start(shape, path, true);
}

const Field* column_of(const Shape& shape, const RecordPath& path) {
    const auto target = start(shape, path, false);
    return target ? target->field : nullptr;
}

std::vector<std::string> all_paths(const Shape& shape) {
    std::vector<std::string> paths;
    add_paths(shape, "", paths);
    return paths;
}

}  // namespace cafe::model
