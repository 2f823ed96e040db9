#include "check/inspection.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::check {

namespace {

using model::Storage;
using yaml::Kind;

std::string after(std::string_view help, std::string_view announced) {
    const std::size_t at = help.find(announced);
    return at == std::string_view::npos ? "" : std::string(text::trim(help.substr(at + announced.size())));
}

}  // namespace

void Report::add(const Rule& rule, Span span, Words message, Words remedy, std::optional<TextPatch> fix) {
    if (!lines_) lines_.emplace(source_.text);
    found_.push_back({&rule, lines_->place(source_.path, span), std::move(message), std::move(remedy), std::move(fix)});
}

void parts_of(const store::Met& met, const std::function<void(const Part&)>& visit) {
    if (met.field == nullptr || met.field->shape == nullptr || met.users_key) return;
    const auto take = [&](const yaml::Node& node) {
        if (node.kind == Kind::mapping) visit({node, met.field->shape(), met.field});
    };
    if (met.field->storage == Storage::keyed) {
        for (const yaml::Entry& entry : met.node.entries) take(entry.value);
    } else if (met.node.kind == Kind::sequence) {
        for (const yaml::Node& item : met.node.items) take(item);
    } else {
        take(met.node);
    }
}

const std::string* said(const store::Met& met) {
    if (met.field == nullptr || met.node.kind != Kind::scalar || met.node.text.empty()) return nullptr;
    if (met.field->shape != nullptr) return nullptr;
    if (met.field->storage == Storage::keyed && !met.users_key) return nullptr;
    return &met.node.text;
}

Span span_in(const yaml::Node& node, const Report& report, Span part) {
    const std::string_view file = report.source().text;
    const std::size_t quote = node.style == yaml::Style::plain ? 0 : 1;
    const Span span{node.span.begin + quote + part.begin, node.span.begin + quote + part.end};
    if (part.size() == 0 || span.end > node.span.end) return node.span;
    const std::string_view said = std::string_view(node.text).substr(part.begin, part.size());
    if (file.substr(span.begin, span.size()) == said) return span;
    // In a text over lines: where the same words stand, when they do once.
    const std::string_view written = file.substr(node.span.begin, node.span.size());
    const std::size_t at = written.find(said);
    if (at == std::string_view::npos || written.find(said, at + 1) != std::string_view::npos) return node.span;
    return {node.span.begin + at, node.span.begin + at + said.size()};
}

Span start_of(const yaml::Node& mapping) {
    return mapping.entries.empty() ? mapping.span : mapping.entries.front().key.span;
}

Words example_of(const model::Field& field) {
    Words example{after(field.help.fr, "Exemple :"), after(field.help.en, "Example:")};
    if (example.fr.empty() || example.en.empty()) return {};
    return example;
}

std::string shown(std::string_view text) {
    constexpr std::size_t widest = 80;
    if (utf8::width(text) <= widest) return std::string(text);
    return std::string(utf8::fit(text, widest - 1)) + "…";
}

Words did_you_mean(const std::string& near) {
    static constexpr Phrase<std::string> question{"vouliez-vous dire « {} » ?", "did you mean '{}'?"};
    return question(near);
}

}  // namespace cafe::check
