#include "edit/origins.hpp"

#include <algorithm>

#include "edit/edit.hpp"

namespace cafe::edit {

namespace {

std::string text_under(const yaml::Node& tree, std::string_view key) {
    const yaml::Node* node = tree.find(key);
    return node != nullptr && node->kind == yaml::Kind::scalar ? node->text : std::string();
}

bool is_listed(const yaml::Node& tree, const std::string& name) {
    const yaml::Node* sources = tree.find("sources");
    return sources != nullptr && std::any_of(sources->items.begin(), sources->items.end(), [&](const yaml::Node& item) {
               return text_under(item, "name") == name || item.text == name;
           });
}

}  // namespace

std::optional<std::string> with_sources(const std::string& text, const yaml::Node& tree, const std::string& file) {
    const std::string name = text_under(tree, "source");
    const std::string link = text_under(tree, "source_link");
    if (name.empty() || is_listed(tree, name)) return std::nullopt;
    Map item{{"name", Value{name}}};
    if (!link.empty()) item.push_back({"link", Value{link}});
    std::vector<Edit> edits{{{{"source"}}, Op::remove, {}}};
    if (!link.empty()) edits.push_back({{{"source_link"}}, Op::remove, {}});
    edits.push_back({{{"sources"}}, Op::add, Value{List{Value{std::move(item)}}}});
    auto changed = apply(text, file, model::RecordKind::partner, edits);
    if (!changed) return std::nullopt;
    return std::move(*changed);
}

}  // namespace cafe::edit
