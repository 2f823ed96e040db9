#include "yaml/scanner.hpp"

#include <algorithm>
#include <utility>

#include "yaml/causes.hpp"

namespace cafe::yaml {

void Scanner::dash(std::size_t column) {
    const bool another = !open_.empty() && open_.back().list && open_.back().column == column;
    if (!another && !open_block(true, column, at_)) return;
    ++at_;
    open_.back().after = at_;
    open_.back().waiting = true;
    if (!skip_blanks()) return skip_value();
    if (at_ >= line_.end || at(at_) == '#') return;
    open_.back().waiting = false;
    node(Role::fresh, at_ - line_.begin);
}

void Scanner::node(Role role, std::size_t column) {
    own_line_value_.reset();
    block_text_before_ = false;
    const char first = at(at_);
    if (first == '[' || first == '{') return bracket_node(role);
    if (first == '|' || first == '>') return block_text(role);
    if (is_dash(at_) && role == Role::fresh) return dash(column);
    const bool quote = first == '"' || first == '\'';
    std::optional<Event> scalar;
    if (quote)
        scalar = quoted();
    else if (!refuse_sign(role))
        scalar = plain();
    if (!scalar) return refuse_line(role);
    const std::size_t behind = at_;
    while (at(at_) == ' ') ++at_;
    if (is_colon(at_)) return key_and_value(std::move(*scalar), role, column);
    at_ = behind;
    if (role == Role::entry) {
        const Span span = rest(scalar->span.begin);
        cause::no_key(report_, span, text_of(span));
        return refuse_line(role);
    }
    if (!quote) check_plain_value(*scalar);
    if (role == Role::fresh) own_line_value_ = column;
    add(std::move(*scalar));
    finish_line(quote ? first : '\0');
}

// What began here was refused; the structure goes on behind it.
void Scanner::refuse_line(Role role) {
    if (role != Role::entry) add(Event{.type = Event::Type::scalar, .span = rest(at_), .text = {}});
    skip_value();
}

void Scanner::skip_value() {
    at_ = line_.end;
    if (!open_.empty()) skip_ = open_.back().column;
}

void Scanner::bracket_node(Role role) {
    if (role == Role::entry) {
        cause::complex_key(report_, rest(at_));
        return refuse_line(role);
    }
    flow();
    if (stopped_) return;
    const std::size_t behind = at_;
    while (at(at_) == ' ') ++at_;
    if (is_colon(at_)) {
        cause::complex_key(report_, Span{behind - 1, at_ + 1});
        return skip_value();
    }
    at_ = behind;
    finish_line(']');
}

void Scanner::key_and_value(Event key, Role role, std::size_t column) {
    if (role == Role::value) {
        const Span span = rest(key.span.begin);
        cause::colon_in_text(report_, span, last_key(), text_of(span));
        at_ = span.begin;
        return refuse_line(role);
    }
    if ((role == Role::fresh || open_.empty()) && !open_block(false, column, key.span.begin)) return;
    check_key(key);
    key.key = true;
    add(std::move(key));
    ++at_;
    open_.back().after = at_;
    open_.back().waiting = true;
    if (!skip_blanks()) return skip_value();
    if (is_comment(at_)) note_comment();
    if (at_ >= line_.end || is_comment(at_)) return;
    open_.back().waiting = false;
    node(Role::value, column);
}

// Behind a value only blanks and a comment may follow. `closing` is the sign that ended the value, if any.
void Scanner::finish_line(char closing) {
    if (!skip_blanks()) return skip_value();
    if (at_ >= line_.end) return;
    if (is_comment(at_)) {
        if (closing == '\0') note_comment();
        return;
    }
    if (at(at_) == '#')
        cause::comment_after_value(report_, rest(at_));
    else if (closing == ']')
        cause::text_after_bracket(report_, rest(at_));
    else
        cause::text_after_quote(report_, rest(at_), closing);
    skip_value();
}

void Scanner::block_text(Role role) {
    const std::string_view line = bytes_.substr(at_, line_.end - at_);
    const BlockHeader header = read_block_header(line);
    if (role == Role::entry || !header.valid) {
        const Span span = rest(at_);
        cause::block_header(report_, span, text_of(span));
        return refuse_line(role);
    }
    Event event;
    event.type = Event::Type::scalar;
    event.style = header.folded ? Style::folded : Style::literal;
    event.span = Span{at_, at_ + header.size};
    block_lines(header, event);
    add(std::move(event));
    block_text_before_ = true;
}

// Takes the lines that belong to the text: blank ones and those as deep as its first (YAML 1.2.2 §8.1.1.1).
void Scanner::block_lines(const BlockHeader& header, Event& event) {
    const std::size_t parent = open_.back().column;
    std::size_t indent = header.indent == 0 ? 0 : parent + header.indent;
    Span deepest_blank{0, 0};
    BlockText text(header);
    while (line_.next < bytes_.size()) {
        const Line line = line_at(bytes_, line_.next);
        const std::size_t first = std::min(bytes_.find_first_not_of(' ', line.begin), line.end);
        const std::size_t spaces = first - line.begin;
        const bool is_blank = first == line.end;
        if (!is_blank && bytes_[first] == '\t' && spaces < (indent == 0 ? parent + 1 : indent)) {
            cause::tab(report_, first);
        } else if (is_blank && (indent == 0 || spaces <= indent)) {
            text.add({});
            if (indent == 0 && spaces > deepest_blank.size()) deepest_blank = Span{line.begin, line.end};
            if (header.chomp == '+') event.span.end = line.end;
        } else {
            if (indent == 0 && spaces > parent) {
                indent = spaces;
                if (deepest_blank.size() > indent) cause::block_indentation(report_, deepest_blank);
            }
            if (indent == 0 || spaces < indent) break;
            text.add(bytes_.substr(line.begin + indent, line.end - line.begin - indent));
            event.span.end = line.end;
        }
        line_ = line;
    }
    at_ = line_.end;
    event.text = text.take();
}

}  // namespace cafe::yaml
