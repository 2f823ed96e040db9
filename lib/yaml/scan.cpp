#include "yaml/scan.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "yaml/causes.hpp"
#include "yaml/limits.hpp"
#include "yaml/scanner.hpp"

namespace cafe::yaml {

Line line_at(std::string_view bytes, std::size_t begin) {
    const std::size_t feed = bytes.find('\n', begin);
    Line line{begin, std::min(feed, bytes.size()), feed == npos ? bytes.size() : feed + 1};
    if (line.end > line.begin && bytes[line.end - 1] == '\r') --line.end;
    return line;
}

std::vector<Event> Scanner::run() {
    constexpr std::size_t bytes_of_an_event = 12;  // of a usual fiche
    events_.reserve(bytes_.size() / bytes_of_an_event);
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

// ---- Which collection does a line belong to?

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

// ---- Events

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

// ---- Looking, never moving

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

namespace {

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