#include "yaml/scanner.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "yaml/causes.hpp"

namespace cafe::yaml {

namespace {

// Where the comma is that a quoted text has swallowed, since its second quote was meant to open the next value:
// `"05 36, "06 11"` in a list, `street: "5 rue X, postcode: "47500"` among pairs. npos when there is none.
std::size_t swallowed_comma(std::string_view written) {
    if (written.size() < 3) return std::string_view::npos;
    std::string_view inside = written.substr(1, written.size() - 2);
    const std::size_t comma = inside.rfind(',');
    if (comma == std::string_view::npos || comma == 0) return std::string_view::npos;
    const std::string_view behind = text::trim(inside.substr(comma + 1));
    const bool is_key = behind.size() > 1 && behind.ends_with(':') && behind.find(' ') == std::string_view::npos;
    return behind.empty() || is_key ? comma + 1 : std::string_view::npos;
}

}  // namespace

void Scanner::flow() {
    const std::size_t opening = at_;
    const bool list = at(at_) == '[';
    if (!open(list ? Event::Type::sequence : Event::Type::mapping, true, opening)) return;
    ++at_;
    flow_entries(opening, list ? ']' : '}');
    end(Span{at_ - 1, at_});
}

// Moves behind the closing sign, or stops.
void Scanner::flow_entries(std::size_t opening, char closing) {
    bool complete = false;  // a value stands here and no comma behind it yet
    while (!stopped_ && flow_gap(opening, closing)) {
        const char sign = at(at_);
        if (sign == ']' || sign == '}') {
            if (sign != closing) {
                cause::wrong_bracket(report_, Span{at_, at_ + 1}, sign, closing);
                stop();
            }
            ++at_;
            return;
        }
        if (sign == ',') {
            if (!complete) {
                cause::extra_comma(report_, Span{at_, at_ + 1});
                return stop();
            }
            complete = false;
            ++at_;
            continue;
        }
        if (complete) {
            missing_comma();
            return stop();
        }
        closing == ']' ? flow_item() : flow_pair(opening, closing);
        complete = true;
    }
}

// Two values with nothing between them: a comma was forgotten, or a quote closed too early.
void Scanner::missing_comma() {
    const Event& before = events_.back();
    const Span next = flow_rest(at_);
    const bool quoted = before.type == Event::Type::scalar && before.style != Style::plain;
    if (!quoted) return cause::missing_comma(report_, Span{at_, at_ + 1});
    const std::string_view written = text_of(before.span);
    if (const std::size_t comma = swallowed_comma(written); comma != npos)
        return cause::unclosed_before_comma(report_, Span{before.span.begin, before.span.begin + comma},
                                            written.front());
    // `["Une" aide]` is one text; `["Une" "aide"]` and `{a: "x" b: y}` are two values.
    const bool is_value = std::string_view("\"'[{").find(at(at_)) != npos || text_of(next).find(": ") != npos;
    if (is_value) return cause::missing_comma(report_, Span{at_, at_ + 1});
    cause::text_after_quote_in_brackets(report_, next, written.front());
}

void Scanner::flow_item() {
    const std::size_t begin = at_;
    const bool collection = at(at_) == '[' || at(at_) == '{';
    std::optional<Event> scalar;
    if (collection)
        flow();
    else
        scalar = flow_scalar();
    if (stopped_ || !skip_blanks()) return stop();
    const bool json_key = collection || scalar->style != Style::plain;
    if (is_flow_colon(at_) || (json_key && at(at_) == ':')) {
        const Span span{begin, flow_rest(at_).end};
        collection ? cause::complex_key(report_, span) : cause::pair_in_list(report_, span, text_of(span));
        return stop();
    }
    if (!scalar) return;
    if (scalar->style == Style::plain) check_plain_value(*scalar);
    add(std::move(*scalar));
}

// The plain value that the last comma ended, with that comma: « 44 » of `latitude: 44,4985`.
std::string_view Scanner::before_comma() const {
    const Event& before = events_.back();
    const bool plain = before.type == Event::Type::scalar && before.style == Style::plain && !before.key;
    return plain && at(before.span.end) == ',' ? text_of(before.span) : std::string_view{};
}

void Scanner::flow_pair(std::size_t opening, char closing) {
    if (at(at_) == '[' || at(at_) == '{') {
        cause::complex_key(report_, rest(at_));
        return stop();
    }
    std::optional<Event> key = flow_scalar();
    if (!key || !skip_blanks()) return stop();
    const bool is_plain = key->style == Style::plain;
    if (!is_flow_colon(at_) && (is_plain || at(at_) != ':')) {
        if (is_plain && key->text.find(':') != npos)
            cause::no_key(report_, key->span, key->text);
        else
            cause::key_without_value(report_, key->span, key->text, before_comma());
        return stop();
    }
    if (is_plain && (at(at_ + 1) == '[' || at(at_ + 1) == '{')) {  // YAML allows it, yaml-cpp reads on
        cause::no_key(report_, key->span, key->text + ":…");
        return stop();
    }
    check_key(*key);
    key->key = true;
    add(std::move(*key));
    ++at_;
    const std::size_t after = at_;
    if (!flow_gap(opening, closing)) return;
    const char sign = at(at_);
    if (sign == ',' || sign == ']' || sign == '}')
        return add(Event{.type = Event::Type::empty, .span = Span{after, after}, .text = {}});
    if (sign == '[' || sign == '{') return flow();
    std::optional<Event> value = flow_scalar();
    if (!value || !skip_blanks()) return stop();
    if (at(at_) == ':') {
        const Span span{value->span.begin, flow_rest(at_).end};
        cause::colon_in_text(report_, span, last_key(), text_of(span));
        return stop();
    }
    if (value->style == Style::plain) check_plain_value(*value);
    add(std::move(*value));
}

// Moves to the next sign or value, over blanks, comments and line ends. False when the reading stops here.
bool Scanner::flow_gap(std::size_t opening, char closing) {
    while (true) {
        if (!skip_blanks()) {
            stop();
            return false;
        }
        const bool comment = is_comment(at_);
        if (at_ < line_.end && !comment) return true;
        if (comment && events_.back().type == Event::Type::scalar && events_.back().style == Style::plain &&
            events_.back().span.begin > line_.begin)
            note_comment();
        if (!flow_line(opening, closing)) return false;
    }
}

// Goes to the next line inside brackets, which must be indented: else the closing sign was forgotten.
bool Scanner::flow_line(std::size_t opening, char closing) {
    if (line_.next < bytes_.size()) {
        line_ = line_at(bytes_, line_.next);
        at_ = line_.begin;
        while (at(at_) == ' ') ++at_;
        if (at_ >= line_.end || at(at_) == '#' || at(at_) == '\t') return true;
        const bool shallow = !open_.empty() && at_ - line_.begin <= open_.back().column;
        const bool closes = at(at_) == ']' || at(at_) == '}';
        if (shallow && closes) cause::closing_bracket(report_, Span{at_, at_ + 1});
        if ((!shallow || closes) && !is_document_marker(at_)) return true;
    }
    const int last_line = report_.line_of(std::max(opening, events_.back().span.begin));
    const std::size_t line_end = line_at(bytes_, opening).end;
    const std::string_view line = bytes_.substr(opening, line_end - opening);
    const std::size_t comment = line.find(" #");
    if (comment != npos && line.find(closing, comment) != npos && report_.line_of(opening) == last_line)
        cause::bracket_in_comment(report_, Span{opening, line_end}, closing);
    else
        cause::unclosed_bracket(report_, Span{opening, line_end}, closing, last_line);
    stop();
    return false;
}

}  // namespace cafe::yaml
