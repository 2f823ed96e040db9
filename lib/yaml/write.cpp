// Drafts → lines: how a new value is written, inside brackets or as a block.
#include <algorithm>

#include "yaml/scalar.hpp"
#include "yaml/splice.hpp"

namespace cafe::yaml {

namespace {

constexpr std::size_t step = 2;

bool has_lines(std::string_view text) {
    return text.find('\n') != std::string_view::npos;
}

std::string write_scalar(const Draft& draft, Context context) {
    if (!draft.written.empty()) return draft.written;
    return draft.typed ? write_typed(draft.text, context) : write_text(draft.text, context);
}

// Whether the collection stands in brackets: asked for, or nothing is in it that a block could show.
bool in_brackets(const Draft& draft) {
    return draft.flow || (draft.items.empty() && draft.entries.empty());
}

std::string write_entries(const Draft& mapping, std::size_t column) {
    std::string out;
    for (const DraftEntry& entry : mapping.entries) {
        if (!out.empty()) out.append("\n").append(column, ' ');
        out += write_text(entry.key, Context::key) + ":" + write_behind(entry.value, column);
    }
    return out;
}

}  // namespace

std::string write_flow(const Draft& draft) {
    if (draft.kind == Kind::sequence) {
        std::string out = "[";
        for (const Draft& item : draft.items) {
            if (out.size() > 1) out += ", ";
            out += write_flow(item);
        }
        return out + "]";
    }
    if (draft.kind == Kind::mapping) {
        std::string out = "{";
        for (const DraftEntry& entry : draft.entries) {
            if (out.size() > 1) out += ", ";
            out += write_text(entry.key, Context::key) + ": " + write_flow(entry.value);
        }
        return out + "}";
    }
    return write_scalar(draft, Context::flow);
}

std::string write_behind(const Draft& draft, std::size_t column) {
    if (draft.kind == Kind::scalar) {
        if (draft.written.empty() && has_lines(draft.text)) return " " + write_block(draft.text, column);
        return " " + write_scalar(draft, Context::block);
    }
    if (in_brackets(draft)) return " " + write_flow(draft);
    const std::string indent = "\n" + std::string(column + step, ' ');
    if (draft.kind == Kind::mapping) return indent + write_entries(draft, column + step);
    std::string out;
    for (const Draft& item : draft.items) out += indent + write_item(item, column + step);
    return out;
}

std::string write_item(const Draft& draft, std::size_t column, std::string_view gap) {
    const std::string dash = "-" + std::string(gap);
    if (draft.kind == Kind::scalar) {
        if (draft.written.empty() && has_lines(draft.text)) return dash + write_block(draft.text, column);
        return dash + write_scalar(draft, Context::block);
    }
    // A list right inside a list has no block of its own: `- - a` is hard to read.
    if (draft.kind == Kind::sequence || in_brackets(draft)) return dash + write_flow(draft);
    return dash + write_entries(draft, column + dash.size());
}

}  // namespace cafe::yaml
