#include "yaml/scan.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "yaml/causes.hpp"
#include "yaml/decode.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"

namespace cafe::yaml {

namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Line {
    std::size_t begin = 0;  // behind a BOM
    std::size_t end = 0;    // before LF or CR LF
    std::size_t next = 0;   // begin of the next line, or the size of the text
};

Line line_at(std::string_view bytes, std::size_t begin) {
    const std::size_t feed = bytes.find('\n', begin);
    Line line{begin, std::min(feed, bytes.size()), feed == npos ? bytes.size() : feed + 1};
    if (line.end > line.begin && bytes[line.end - 1] == '\r') --line.end;
    return line;
}

bool is_flow_sign(char c) {
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

std::vector<Event> Scanner::run() {
    line_ = line_at(bytes_, bytes_.starts_with(utf8::bom) ? utf8::bom.size() : 0);
    while (true) {
        read_line();
        if (stopped_ || (report_.full() && report_.refused()) || line_.next >= bytes_.size()) break;
        line_ = line_at(bytes_, line_.next);
    }
    while (!open_.empty()) close_block();
    if (events_.empty() && !report_.refused()) cause::no_record(report_);
    return std::move(events_);
}

// ---- Lines
// -----------------------------------------------------------------------------------------------------------

void Scanner::read_line() {
    at_ = line_.begin;
    while (at(at_) == ' ') ++at_;
    if (at_ >= line_.end || at(at_) == '#') return;
    if (at(at_) == '\t') return cause::tab(report_, at_);
    const std::size_t column = at_ - line_.begin;
    if (column == 0 && document_sign()) return;
    if (document_ended_) {
        cause::second_document(report_, rest(at_));
        return stop();
    }
    if (open_.empty()) return root(column);
    content(column);
}

bool Scanner::is_document_marker(std::size_t offset) const {
    if (offset != line_.begin) return false;
    const std::string_view sign = bytes_.substr(offset, 3);
    return (sign == "---" || sign == "...") && blank(offset + 3);
}

// `%`, `---` and `...` in the first column. True when they are what this line is.
bool Scanner::document_sign() {
    const bool begun = !events_.empty() || document_started_ || document_ended_;
    if (at(at_) == '%' && !begun) {
        cause::directive(report_, rest(at_));
        stop();
        return true;
    }
    if (!is_document_marker(at_)) return false;
    const bool starts = at(at_) == '-';
    if (starts && begun) {
        cause::second_document(report_, rest(at_));
        stop();
        return true;
    }
    (starts ? document_started_ : document_ended_) = true;
    at_ += 3;
    if (!skip_blanks() || at_ >= line_.end || at(at_) == '#') return true;
    starts ? cause::text_after_document_start(report_, rest(at_)) : cause::second_document(report_, rest(at_));
    stop();
    return true;
}

// Nothing is open: either the record begins here, or it was in braces and is over.
void Scanner::root(std::size_t column) {
    if (!events_.empty()) {
        cause::text_after_bracket(report_, rest(at_));
        return stop();
    }
    const char first = at(at_);
    if (first == '{') return bracket_node(Role::fresh);
    if (is_dash(at_) || first == '[' || first == '|' || first == '>') {
        cause::not_a_mapping(report_, rest(at_));
        return stop();
    }
    node(Role::entry, column);
}

void Scanner::content(std::size_t column) {
    const bool item = is_dash(at_);
    if (skip_ && (column > *skip_ || (column == *skip_ && item && !open_.back().list))) return;
    skip_.reset();
    Open& top = open_.back();
    if (top.waiting && (column > top.column || (!top.list && item && column == top.column))) {
        top.waiting = false;
        return node(Role::fresh, column);
    }
    give_up_waiting();
    std::optional<std::size_t> closed;
    while (!open_.empty() &&
           (open_.back().column > column || (open_.back().list && open_.back().column == column && !item))) {
        closed = open_.back().column;
        close_block();
    }
    if (open_.empty() || open_.back().column != column || open_.back().list != item) return misplaced(column, closed);
    item ? dash(column) : node(Role::entry, column);
}

// The line fits no open collection. `closed` is the column of the last one that it ended.
void Scanner::misplaced(std::size_t column, std::optional<std::size_t> closed) {
    if (open_.empty()) {
        cause::unknown_column(report_, rest(at_), column, *closed, *closed);
        return stop();
    }
    const std::size_t outer = open_.back().column;
    if (outer == column)
        cause::item_among_keys(report_, rest(at_));
    else if (closed && *closed == column)
        cause::key_among_items(report_, rest(at_));
    else if (closed && !block_text_before_)
        cause::unknown_column(report_, rest(at_), column, outer, *closed);
    else
        stray_continuation(column);
    skip_ = outer;
}

// The line is deeper than the last key, which has its value: why could that be?
void Scanner::stray_continuation(std::size_t column) {
    const Event& before = events_.back();
    if (block_text_before_) return cause::after_block_text(report_, rest(at_));
    const bool entry = looks_like_entry(at_);
    if (entry && !is_dash(at_) && own_line_value_ == column)
        return cause::no_key(report_, before.span, text_of(before.span));
    if (entry || before.type != Event::Type::scalar)
        return cause::second_value(report_, rest(at_), open_.back().column);
    cause::plain_over_lines(report_, rest(at_));
}

// ---- What stands on a line
// -------------------------------------------------------------------------------------------

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

// ---- Inside brackets
// -------------------------------------------------------------------------------------------------

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
            cause::missing_comma(report_, Span{at_, at_ + 1});
            return stop();
        }
        closing == ']' ? flow_item() : flow_pair(opening, closing);
        complete = true;
    }
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
            cause::key_without_value(report_, key->span, key->text);
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
    cause::unclosed_bracket(report_, Span{opening, line_end}, closing, last_line);
    stop();
    return false;
}

// ---- Scalars
// ---------------------------------------------------------------------------------------------------------

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
            cause::unclosed_quote(report_, Span{begin, last}, quote);
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
            cause::tab(report_, at_);
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
            cause::tab(report_, at_);
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
    for (const std::string_view blank_sign : {"\u00A0", "\u202F"})
        if (key.text.ends_with(blank_sign))
            cause::no_break_space_in_key(report_, Span{key.span.end - blank_sign.size(), key.span.end}, key.text);
}

void Scanner::check_plain_value(const Event& value) {
    const std::string_view text = value.text;
    if (other_reading(text) == Reading::surprising) cause::lookalike(report_, value.span, text);
    const bool opens = text.starts_with("\u201C") || text.starts_with("\u201D") || text.starts_with("\u201E");
    const bool closes = text.ends_with("\u201C") || text.ends_with("\u201D");
    if (opens && closes && text.size() > 3) cause::curly_quotes(report_, value.span, text);
}

// `# word` was meant as a comment; `#word` behind a value may be a part of it.
void Scanner::note_comment() {
    const char next = at(at_ + 1);
    const bool word = (next >= '0' && next <= '9') || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                      static_cast<unsigned char>(next) >= 0x80U;
    if (word) cause::glued_comment(report_, Span{at_, line_.end});
}

// ---- Events
// ----------------------------------------------------------------------------------------------------------

bool Scanner::open(Event::Type type, bool flow, std::size_t begin) {
    if (parents_.size() >= deepest_level) {
        cause::too_deep(report_, Span{begin, begin + 1});
        stop();
        return false;
    }
    const std::size_t index = events_.size();
    add(Event{.type = type, .flow = flow, .span = Span{begin, begin}, .text = {}});
    parents_.push_back(index);
    return true;
}

bool Scanner::open_block(bool list, std::size_t column, std::size_t begin) {
    if (!open(list ? Event::Type::sequence : Event::Type::mapping, false, begin)) return false;
    open_.push_back(Open{.column = column, .list = list});
    return true;
}

void Scanner::add(Event event) {
    if (++nodes_ == most_nodes + 1) {
        cause::too_many_nodes(report_, Span{event.span.begin, event.span.begin + 1});
        stop();
    }
    if (!parents_.empty()) ++events_[parents_.back()].children;
    events_.push_back(std::move(event));
}

void Scanner::end(Span span) {
    const Event& parent = events_[parents_.back()];
    if (parent.type == Event::Type::mapping && parent.children % 2 != 0)
        add(Event{.type = Event::Type::empty, .span = Span{span.begin, span.begin}, .text = {}});
    parents_.pop_back();
    events_.push_back(Event{.type = Event::Type::end, .span = span, .text = {}});
}

void Scanner::give_up_waiting() {
    if (open_.empty() || !open_.back().waiting) return;
    open_.back().waiting = false;
    const std::size_t after = open_.back().after;
    add(Event{.type = Event::Type::empty, .span = Span{after, after}, .text = {}});
}

void Scanner::close_block() {
    give_up_waiting();
    open_.pop_back();
    end(Span{at_, at_});
}

// ---- Looking
// ---------------------------------------------------------------------------------------------------------

bool Scanner::skip_blanks() {
    while (at(at_) == ' ') ++at_;
    if (at(at_) != '\t') return true;
    cause::tab(report_, at_);
    return false;
}

bool Scanner::looks_like_entry(std::size_t offset) const {
    if (is_dash(offset)) return true;
    for (std::size_t i = offset; i < line_.end && !is_comment(i); ++i)
        if (is_colon(i)) return true;
    return false;
}

std::size_t Scanner::word_end(std::size_t begin) const {
    std::size_t last = begin;
    while (!blank(last)) ++last;
    return last;
}

Span Scanner::rest(std::size_t begin) const {
    std::size_t last = begin;
    for (std::size_t i = begin; i < line_.end && !(i > begin && is_comment(i)); ++i)
        if (!blank(i)) last = i + 1;
    return Span{begin, last};
}

Span Scanner::flow_rest(std::size_t begin) const {
    const Span line = rest(begin);
    const std::size_t sign = text_of(line).find_first_of(",[]{}", 1);
    std::size_t last = sign == npos ? line.end : begin + sign;
    while (last > begin + 1 && blank(last - 1)) --last;
    return Span{begin, last};
}

std::string_view Scanner::last_key() const {
    for (auto event = events_.rbegin(); event != events_.rend(); ++event)
        if (event->key) return event->text;
    return {};
}

// ---- Invisible characters
// --------------------------------------------------------------------------------------------

// Those in comments concern nobody.
void report_invisible(std::string_view bytes, const std::vector<std::size_t>& places, const std::vector<Event>& events,
                      Report& report) {
    auto event = events.begin();
    for (const std::size_t place : places) {
        while (event != events.end() && (event->type != Event::Type::scalar || event->span.end <= place)) ++event;
        if (event == events.end()) return;
        if (place < event->span.begin) continue;
        std::size_t behind = place;
        const char32_t character = utf8::next(bytes, behind);
        cause::invisible(report, Span{place, behind}, character, event->key);
    }
}

}  // namespace

std::vector<Event> scan(std::string_view bytes, const std::vector<std::size_t>& invisible, Report& report) {
    std::vector<Event> events = Scanner(bytes, report).run();
    report_invisible(bytes, invisible, events, report);
    return events;
}

}  // namespace cafe::yaml
