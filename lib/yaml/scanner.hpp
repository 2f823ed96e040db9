// The machine behind `scan`: one pass over the text, line by line. Only the files scan*.cpp include this.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/decode.hpp"
#include "yaml/event.hpp"
#include "yaml/report.hpp"

namespace cafe::yaml {

inline constexpr std::size_t npos = std::string_view::npos;

/// A line of a text, as offsets.
struct Line {
    std::size_t begin = 0;  ///< behind a BOM
    std::size_t end = 0;    ///< before LF or CR LF
    std::size_t next = 0;   ///< begin of the next line, or the size of the text
};
Line line_at(std::string_view bytes, std::size_t begin);

/// A sign that ends a bare text inside brackets.
inline bool is_flow_sign(char c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

// Block YAML is read by lines: the column of a line's first character says to which open collection it belongs. Inside
// brackets lines mean nothing but an indentation to keep. What a line holds is a row of tokens that is never read
// twice, so the whole is one pass; only a missing closing quote looks ahead, and stops at the next quote.
//
// A refusal that concerns one value leaves the structure standing (`skip_` steps over the lines that belong to it), so
// that one run shows more than one; a refusal of the structure itself ends the reading (`stopped_`).
class Scanner {
public:
    Scanner(std::string_view bytes, Report& report) : bytes_(bytes), report_(report) {}

    std::vector<Event> run();

private:
    enum class Role {
        entry,  // begins a line of an open mapping: must be a key
        fresh,  // begins a line or follows a dash: may be anything
        value,  // follows a key on its line: no key, no dash
    };
    struct Open {
        std::size_t column = 0;
        bool list = false;
        bool waiting = false;   // the last key or dash has no value yet
        std::size_t after = 0;  // behind that key's colon or that dash
    };

    // Lines: which collection does this one belong to?
    void read_line();
    bool document_sign();
    void root(std::size_t column);
    void content(std::size_t column);
    void misplaced(std::size_t column, std::optional<std::size_t> closed);
    void stray_continuation(std::size_t column);

    // What stands on a line, outside brackets.
    void dash(std::size_t column);
    void node(Role role, std::size_t column);
    void bracket_node(Role role);
    void key_and_value(Event key, Role role, std::size_t column);
    void block_text(Role role);
    void block_lines(const BlockHeader& header, Event& event);
    void finish_line(char closing);
    void skip_value();
    void refuse_line(Role role);

    // Inside brackets.
    void flow();
    void flow_entries(std::size_t opening, char closing);
    void missing_comma();
    void flow_item();
    void flow_pair(std::size_t opening, char closing);
    bool flow_gap(std::size_t opening, char closing);
    bool flow_line(std::size_t opening, char closing);
    std::optional<Event> flow_scalar();
    void stop() { stopped_ = true; }

    // Scalars.
    std::optional<Event> quoted();
    Event plain();
    std::optional<Event> flow_plain();
    bool refuse_sign(Role role);
    bool refuse_flow_sign();
    bool refuse_reference();
    void check_key(const Event& key);
    void check_plain_value(const Event& value);
    void note_comment();

    // Events.
    bool open(Event::Type type, bool flow, std::size_t begin);
    bool open_block(bool list, std::size_t column, std::size_t begin);
    void add(Event event);
    void end(Span span);
    void close_block();
    void give_up_waiting();

    // Looking, never moving.
    [[nodiscard]] char at(std::size_t offset) const { return offset < line_.end ? bytes_[offset] : '\n'; }
    [[nodiscard]] bool blank(std::size_t offset) const {
        return offset >= line_.end || bytes_[offset] == ' ' || bytes_[offset] == '\t';
    }
    [[nodiscard]] bool is_dash(std::size_t offset) const { return at(offset) == '-' && blank(offset + 1); }
    [[nodiscard]] bool is_colon(std::size_t offset) const { return at(offset) == ':' && blank(offset + 1); }
    [[nodiscard]] bool is_flow_colon(std::size_t offset) const {
        return at(offset) == ':' && (blank(offset + 1) || is_flow_sign(at(offset + 1)));
    }
    [[nodiscard]] bool is_comment(std::size_t offset) const {
        return at(offset) == '#' && (offset == line_.begin || blank(offset - 1));
    }
    [[nodiscard]] bool is_document_marker(std::size_t offset) const;
    [[nodiscard]] bool looks_like_entry(std::size_t offset) const;
    [[nodiscard]] bool runs_over_lines(char quote) const;
    [[nodiscard]] std::size_t word_end(std::size_t begin) const;
    /// From `begin` to the end of the line's text, without comment and blanks.
    [[nodiscard]] Span rest(std::size_t begin) const;
    /// The same inside brackets: up to the sign that ends the value.
    [[nodiscard]] Span flow_rest(std::size_t begin) const;
    [[nodiscard]] std::string_view text_of(Span span) const { return bytes_.substr(span.begin, span.size()); }
    [[nodiscard]] std::string_view last_key() const;
    [[nodiscard]] std::string_view before_comma() const;
    /// Moves over spaces. False, with a finding, when a tab follows.
    bool skip_blanks();

    std::string_view bytes_;
    Report& report_;
    std::vector<Event> events_;
    std::vector<std::size_t> parents_;  // events of the collections that are open, in blocks and in brackets
    std::vector<Open> open_;            // the collections among them that lines belong to

    Line line_;
    std::size_t at_ = 0;
    std::size_t nodes_ = 0;
    std::optional<std::size_t> skip_;            // lines deeper than this column belong to something refused
    std::optional<std::size_t> own_line_value_;  // the column of a scalar that stood alone on the line before
    bool block_text_before_ = false;
    bool document_started_ = false;
    bool document_ended_ = false;
    bool stopped_ = false;
};

}  // namespace cafe::yaml
