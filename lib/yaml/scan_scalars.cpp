#include "yaml/scanner.hpp"

#include <algorithm>

#include "yaml/causes.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"

#include "base/ascii.hpp"

namespace cafe::yaml {

std::optional<Event> Scanner::quoted() {
    const std::size_t begin = at_;
    const char quote = at(begin);
    const std::size_t behind = closing_quote(bytes_, begin, line_.end);
    if (behind == npos) {
        std::size_t last = line_.end;
        while (bytes_[last - 1] == ' ') --last;
        if (runs_over_lines(quote))
            cause::quoted_over_lines(report_, Span{begin, last}, last_key());
        else
            cause::unclosed_quote(report_, Span{begin, last}, text_of(Span{begin, last}));
        return std::nullopt;
    }
    Event event;
    event.type = Event::Type::scalar;
    event.style = quote == '"' ? Style::double_quoted : Style::single_quoted;
    event.span = Span{begin, behind};
    const Span inside{begin + 1, behind - 1};
    event.text = quote == '"' ? decode_double(bytes_, inside, report_) : decode_single(text_of(inside));
    at_ = behind;
    return event;
}

// An open quote whose partner ends one of the lines indented below: a text over several lines, not a forgotten quote.
bool Scanner::runs_over_lines(char quote) const {
    if (open_.empty()) return false;
    for (std::size_t next = line_.next; next < bytes_.size();) {
        const Line line = line_at(bytes_, next);
        const std::size_t first = std::min(bytes_.find_first_not_of(' ', line.begin), line.end);
        next = line.next;
        if (first == line.end) continue;
        if (first - line.begin <= open_.back().column) return false;
        const std::size_t found = first + bytes_.substr(first, line.end - first).find(quote);
        if (found < first) continue;  // npos: none on this line
        const std::size_t behind = std::min(bytes_.find_first_not_of(' ', found + 1), line.end);
        return behind == line.end || bytes_[behind] == '#' || is_flow_sign(bytes_[behind]);
    }
    return false;
}

// A bare text up to `: `, ` #` or the end of the line.
Event Scanner::plain() {
    const std::size_t begin = at_;
    std::size_t last = begin;  // behind the last character that is no blank
    for (; at_ < line_.end; ++at_) {
        const char c = bytes_[at_];
        if (c == ' ') continue;
        if ((c == ':' && blank(at_ + 1)) || (c == '#' && last < at_)) break;
        if (c == '\t') {
            cause::tab(report_, at_, cause::TabIn::text);
            at_ = line_.end;
            break;
        }
        last = at_ + 1;
    }
    Event event;
    event.type = Event::Type::scalar;
    event.span = Span{begin, last};
    event.text = text_of(event.span);
    return event;
}

std::optional<Event> Scanner::flow_scalar() {
    const bool quote = at(at_) == '"' || at(at_) == '\'';
    std::optional<Event> scalar;
    if (quote)
        scalar = quoted();
    else if (!refuse_flow_sign())
        scalar = flow_plain();
    if (!scalar) stop();
    return scalar;
}

// As `plain`, ended by the signs of a list too.
std::optional<Event> Scanner::flow_plain() {
    const std::size_t begin = at_;
    std::size_t last = begin;
    for (; at_ < line_.end; ++at_) {
        const char c = bytes_[at_];
        if (c == ' ') continue;
        if (is_flow_sign(c) || is_flow_colon(at_) || (c == '#' && last < at_)) break;
        if (c == '\t') {
            cause::tab(report_, at_, cause::TabIn::text);
            return std::nullopt;
        }
        if (c == '?') {  // YAML allows it, yaml-cpp ends the text here
            cause::question_in_brackets(report_, flow_rest(begin), text_of(flow_rest(begin)));
            return std::nullopt;
        }
        last = at_ + 1;
    }
    Event event;
    event.type = Event::Type::scalar;
    event.span = Span{begin, last};
    event.text = text_of(event.span);
    return event;
}

// A look at one character decides; where a line ends is only asked for a refusal, or a long line would be read again
// for each of its values.
bool Scanner::refuse_reference() {
    void (*say)(Report&, Span, std::string_view) = nullptr;
    switch (at(at_)) {
        case '&': say = cause::anchor; break;
        case '*': say = cause::alias; break;
        case '!': say = cause::tag; break;
        default: return false;
    }
    say(report_, Span{at_, word_end(at_)}, text_of(rest(at_)));
    return true;
}

// Signs that begin no bare text outside brackets. True, with a finding, when one stands here.
bool Scanner::refuse_sign(Role role) {
    if (refuse_reference()) return true;
    const char sign = at(at_);
    const bool alone = blank(at_ + 1);
    if (std::string_view("%@`,]}").find(sign) != npos)
        cause::reserved_start(report_, rest(at_), text_of(rest(at_)));
    else if (sign == '?' && alone)
        cause::complex_key(report_, rest(at_));
    else if (sign == ':' && alone)
        cause::empty_key(report_, rest(at_));
    else if (sign == '-' && alone && role == Role::value)
        cause::list_on_key_line(report_, rest(at_), text_of(rest(at_)));
    else
        return false;
    return true;
}

// The same inside brackets.
bool Scanner::refuse_flow_sign() {
    if (refuse_reference()) return true;
    const char sign = at(at_);
    const bool alone = blank(at_ + 1) || is_flow_sign(at(at_ + 1));
    if (std::string_view("%@`|>#").find(sign) != npos || (sign == '-' && alone))
        cause::reserved_start(report_, flow_rest(at_), text_of(flow_rest(at_)));
    else if (sign == ':' && alone)
        cause::empty_key(report_, flow_rest(at_));
    else if (sign == '?' && blank(at_ + 1))  // else flow_plain has the word for it
        cause::complex_key(report_, flow_rest(at_));
    else
        return false;
    return true;
}

void Scanner::check_key(const Event& key) {
    const bool bare = key.style == Style::plain;
    const bool null = bare && (key.text == "~" || key.text == "null" || key.text == "Null" || key.text == "NULL");
    if (key.text.empty() || null) return cause::empty_key(report_, key.span);
    if (bare && key.text == "<<") return cause::merge_key(report_, key.span);
    if (key.span.size() > longest_key) return cause::long_key(report_, key.span);
    if (!bare && key.text.find_first_of("\n\t") != npos) return cause::key_over_lines(report_, key.span);
    const std::string_view meant = cause::meant_key(key.text);
    if (meant.size() == key.text.size() || meant.empty()) return;
    const auto before = static_cast<std::size_t>(meant.data() - key.text.data());
    const std::size_t after = key.text.size() - before - meant.size();
    const std::size_t quote = bare ? 0 : 1;
    if (before > 0)
        cause::no_break_space_before_key(report_, Span{key.span.begin + quote, key.span.begin + quote + before},
                                         key.text);
    if (after > 0)
        cause::no_break_space_in_key(report_, Span{key.span.end - quote - after, key.span.end - quote}, key.text);
}

void Scanner::check_plain_value(const Event& value) {
    const std::string_view text = value.text;
    if (other_reading(text) == Reading::surprising) cause::lookalike(report_, value.span, text);
    if (const auto inner = between_curly_quotes(text)) cause::curly_quotes(report_, value.span, *inner);
}

// `# word` was meant as a comment; `#word` behind a value may be a part of it.
void Scanner::note_comment() {
    const char next = at(at_ + 1);
    const bool word = ascii::is_letter_or_digit(next) || static_cast<unsigned char>(next) >= 0x80U;
    if (word) cause::glued_comment(report_, Span{at_, line_.end});
}

}  // namespace cafe::yaml
