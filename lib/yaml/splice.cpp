// Where bytes are cut and put in. A block is cut by whole lines, brackets by their commas; what a person wrote between
// the lines (comments, blanks) is only touched where it stands inside the range.
#include "yaml/splice.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"

namespace cafe::yaml {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view bom = "\xEF\xBB\xBF";

// ---- Lines ---------------------------------------------------------------------------------------------------------

class Lines {
public:
    explicit Lines(std::string_view text) : text_(text), start_(text.starts_with(bom) ? bom.size() : 0) {}

    [[nodiscard]] std::size_t start() const { return start_; }

    [[nodiscard]] std::size_t begin_of(std::size_t offset) const {
        if (offset <= start_) return start_;
        const std::size_t end = text_.rfind('\n', offset - 1);
        return end == npos ? start_ : end + 1;
    }
    // Before LF or CR LF, or the end of the text.
    [[nodiscard]] std::size_t end_of(std::size_t offset) const {
        const std::size_t end = text_.find('\n', offset);
        if (end == npos) return text_.size();
        return end > offset && text_[end - 1] == '\r' ? end - 1 : end;
    }
    // The begin of the next line; nothing when this is the last and nothing ends it.
    [[nodiscard]] std::optional<std::size_t> next(std::size_t offset) const {
        const std::size_t end = text_.find('\n', offset);
        if (end == npos) return std::nullopt;
        return end + 1;
    }
    [[nodiscard]] std::size_t column_of(std::size_t offset) const { return offset - begin_of(offset); }
    // Only blanks stand before it on its line.
    [[nodiscard]] bool begins_line(std::size_t offset) const {
        const std::size_t begin = begin_of(offset);
        return text_.substr(begin, offset - begin).find_first_not_of(' ') == npos;
    }
    // The line end in use around an offset.
    [[nodiscard]] std::string eol_at(std::size_t offset) const {
        std::size_t end = text_.find('\n', offset);
        if (end == npos) end = text_.rfind('\n');
        return end != npos && end > 0 && text_[end - 1] == '\r' ? "\r\n" : "\n";
    }
    // The first of the comment lines directly above the line that begins at `line`, in its column, and not before
    // `limit`; `line` itself when there is none.
    [[nodiscard]] std::size_t comments_above(std::size_t line, std::size_t column, std::size_t limit) const {
        std::size_t first = line;
        while (first > limit && first > start_) {
            const std::size_t above = begin_of(first - 1);
            if (above < limit || !is_comment(above, column)) break;
            first = above;
        }
        return first;
    }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    [[nodiscard]] bool is_comment(std::size_t line, std::size_t column) const {
        const std::string_view bytes = text_.substr(line, end_of(line) - line);
        return bytes.find_first_not_of(' ') == column && bytes[column] == '#';
    }

    std::string_view text_;
    std::size_t start_;
};

std::string with_line_ends(const std::string& text, const std::string& eol) {
    return eol == "\n" ? text : text::replace_all(text, "\n", eol);
}

std::string blanks(std::size_t count) {
    return std::string(count, ' ');
}

// ---- Parts ---------------------------------------------------------------------------------------------------------

struct Found {
    const Node* parent = nullptr;  // null: the root
    std::size_t index = 0;
    const Node* node = nullptr;
    bool in_brackets = false;  // somewhere above
    std::size_t from = 0;      // behind the content that stands before the collection
};

Found find(const Node& root, const Location& location) {
    Found found{nullptr, 0, &root, false, 0};
    for (const std::size_t index : location) {
        found.parent = found.node;
        found.index = index;
        found.in_brackets = found.in_brackets || found.parent->flow;
        if (found.parent->kind == Kind::mapping) {
            found.node = &found.parent->entries[index].value;
        } else {
            found.node = &found.parent->items[index];
        }
    }
    return found;
}

std::size_t count_of(const Node& collection) {
    return collection.kind == Kind::mapping ? collection.entries.size() : collection.items.size();
}

std::size_t end_of_part(const Node& collection, std::size_t index) {
    if (collection.kind == Kind::sequence) return collection.items[index].span.end;
    const Entry& entry = collection.entries[index];
    return std::max(entry.key.span.end, entry.value.span.end);
}

// Behind the colon of an entry.
std::size_t behind_colon(std::string_view text, const Entry& entry) {
    const std::size_t colon = text.find(':', entry.key.span.end);
    return colon == npos ? entry.key.span.end : colon + 1;
}

// The dash of an item of a block list: the first sign behind what stands before it that is no comment.
std::size_t dash_of(const Lines& lines, const Node& list, std::size_t index) {
    if (index == 0) return list.span.begin;
    const std::string_view text = lines.text();
    std::optional<std::size_t> line = lines.next(list.items[index - 1].span.end);
    while (line) {
        const std::size_t sign = text.find_first_not_of(' ', *line);
        if (sign == npos) break;
        if (text[sign] == '-') return sign;
        line = lines.next(*line);
    }
    return list.items[index].span.begin;
}

std::size_t begin_of_part(const Lines& lines, const Node& collection, std::size_t index) {
    if (collection.kind == Kind::mapping) return collection.entries[index].key.span.begin;
    if (collection.flow) return collection.items[index].span.begin;
    return dash_of(lines, collection, index);
}

// Behind the last content before a part: nothing above it may be taken for a comment. The first part of a collection
// has the key or dash of its collection before it.
std::size_t content_before(const Lines& lines, const Node& root, const Location& location) {
    const Found found = find(root, location);
    if (found.parent == nullptr) return lines.start();
    if (found.index > 0) return end_of_part(*found.parent, found.index - 1);
    if (location.size() == 1) return lines.start();
    Location above(location.begin(), location.end() - 1);
    const Found owner = find(root, above);
    if (owner.parent->kind == Kind::mapping) return behind_colon(lines.text(), owner.parent->entries[owner.index]);
    return begin_of_part(lines, *owner.parent, owner.index) + 1;
}

// Where the own lines of a part begin, its comments above included.
std::size_t first_line_of(const Lines& lines, const Node& root, const Location& location, std::size_t begin) {
    const std::size_t line = lines.begin_of(begin);
    const std::size_t before = content_before(lines, root, location);
    // The line that holds the content before is not a comment, however it looks.
    const std::size_t limit = before <= lines.start() ? lines.start() : lines.next(before).value_or(line);
    return lines.comments_above(line, lines.column_of(begin), std::min(limit, line));
}

bool holds_comment(std::string_view gap) {
    for (std::size_t at = gap.find('#'); at != npos; at = gap.find('#', at + 1))
        if (at == 0 || gap[at - 1] == ' ' || gap[at - 1] == '\t' || gap[at - 1] == '\n') return true;
    return false;
}

// ---- Taking out ----------------------------------------------------------------------------------------------------

// The comma between two parts inside brackets.
std::size_t comma_in(std::string_view text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        if (text[i] == ',') return i;
        if (text[i] == '#') i = std::min(text.find('\n', i), to);
    }
    return npos;
}

void propose_remove_flow(const Lines& lines, const Node& collection, std::size_t index,
                         std::vector<TextPatch>& proposals) {
    const std::string_view text = lines.text();
    const std::size_t begin = begin_of_part(lines, collection, index);
    const std::size_t end = end_of_part(collection, index);
    const std::size_t count = count_of(collection);
    if (index + 1 < count) {
        const std::size_t next = begin_of_part(lines, collection, index + 1);
        const std::string_view gap = text.substr(end, next - end);
        const std::size_t comma = comma_in(text, end, next);
        if (gap.find('\n') == npos) {
            proposals.push_back({{begin, next}, ""});
        } else if (lines.begins_line(begin) && comma != npos && comma < lines.end_of(end)) {
            const std::size_t first = lines.comments_above(
                lines.begin_of(begin), lines.column_of(begin),
                index == 0 ? lines.next(collection.span.begin).value_or(0) : end_of_part(collection, index - 1));
            proposals.push_back({{first, lines.next(comma).value_or(next)}, ""});
        }
        if (index > 0) proposals.push_back({{end_of_part(collection, index - 1), end}, ""});
        if (!holds_comment(gap)) proposals.push_back({{begin, next}, ""});
        if (comma != npos) proposals.push_back({{begin, comma + 1}, ""});
        return;
    }
    if (index == 0) return;
    // The last one: the comma before it goes as well, the comments behind that comma stay.
    const std::size_t before = end_of_part(collection, index - 1);
    const std::size_t comma = comma_in(text, before, begin);
    if (comma == npos) return;
    const std::string gap =
        std::string(text.substr(before, comma - before)) + std::string(text.substr(comma + 1, begin - comma - 1));
    if (!holds_comment(gap)) {
        // A comma at the end stays what it was: a comma at the end.
        proposals.push_back({{before, end}, ""});
        return;
    }
    const std::size_t trimmed = gap.find_last_not_of(" \n\r");
    proposals.push_back({{before, end}, gap.substr(0, trimmed + 1)});
    proposals.push_back({{before, end}, gap});
}

std::size_t behind_blank_lines(const Lines& lines, std::size_t line) {
    while (true) {
        const auto next = lines.next(line);
        if (!next || lines.text().find_first_not_of(' ', line) < lines.end_of(line)) return line;
        line = *next;
    }
}

void propose_remove_block(const Lines& lines, const Node& root, const Location& location, const Found& found,
                          std::vector<TextPatch>& proposals) {
    const std::string_view text = lines.text();
    const Node& collection = *found.parent;
    const std::size_t begin = begin_of_part(lines, collection, found.index);
    const std::size_t last = lines.end_of(end_of_part(collection, found.index));
    const std::optional<std::size_t> next = lines.next(last);
    if (lines.begins_line(begin)) {
        const std::size_t first = first_line_of(lines, root, location, begin);
        if (next) {
            proposals.push_back({{first, *next}, ""});
            // Blank lines behind it would become the last ones of a block text above that keeps them all.
            proposals.push_back({{first, behind_blank_lines(lines, *next)}, ""});
        } else {
            // The text ends without a line end, and goes on doing so; a blank line above keeps its own.
            std::size_t end_before = first;
            const auto drop = [&](char sign) {
                if (end_before > lines.start() && text[end_before - 1] == sign) --end_before;
            };
            drop('\n');
            drop('\r');
            const bool blank_above = end_before > lines.start() && text[end_before - 1] == '\n';
            proposals.push_back({{blank_above ? first : end_before, text.size()}, ""});
            while (end_before > lines.start() && (text[end_before - 1] == '\n' || text[end_before - 1] == '\r'))
                --end_before;
            proposals.push_back({{end_before, text.size()}, ""});
        }
        return;
    }
    // The first entry behind a dash: the next one moves up to it.
    if (found.index + 1 >= count_of(collection) || !next) return;
    const std::size_t follower = begin_of_part(lines, collection, found.index + 1);
    if (!holds_comment(text.substr(*next, follower - *next)))
        proposals.push_back({{begin, follower}, ""});
    else
        proposals.push_back({{begin - 1, last}, ""});
}

// ---- Putting in ----------------------------------------------------------------------------------------------------

std::string entry_text(const std::string& key, const Draft& value, std::size_t column) {
    return write_text(key, Context::key) + ":" + write_behind(value, column);
}

void propose_insert_flow(const Lines& lines, const Node& collection, std::size_t index, const std::string& key,
                         const Draft& value, std::vector<TextPatch>& proposals) {
    const std::string_view text = lines.text();
    std::string part = write_flow(value);
    if (collection.kind == Kind::mapping) part = write_text(key, Context::key) + ": " + part;
    const std::size_t count = count_of(collection);
    if (count == 0) {
        const char open = collection.kind == Kind::mapping ? '{' : '[';
        const char close = collection.kind == Kind::mapping ? '}' : ']';
        proposals.push_back({{collection.span.begin + 1, collection.span.begin + 1}, part});
        proposals.push_back({collection.span, open + part + close});
        return;
    }
    if (index < count) {
        const std::size_t begin = begin_of_part(lines, collection, index);
        if (lines.begins_line(begin)) {
            const std::string eol = lines.eol_at(begin);
            proposals.push_back({{begin, begin}, part + "," + eol + blanks(lines.column_of(begin))});
        }
        proposals.push_back({{begin, begin}, part + ", "});
        return;
    }
    const std::size_t before = end_of_part(collection, count - 1);
    const std::size_t begin = begin_of_part(lines, collection, count - 1);
    const std::size_t line_end = lines.end_of(before);
    // One part a line: the new one gets its own, below what its neighbour's line says.
    if (lines.begins_line(begin) && line_end < collection.span.end) {
        std::string rest(text.substr(before, line_end - before));
        const std::size_t comma = comma_in(text, before, line_end);
        const bool trailing = comma != npos;
        if (!trailing) rest.insert(0, ",");
        const std::string eol = lines.eol_at(before);
        proposals.push_back(
            {{before, line_end}, rest + eol + blanks(lines.column_of(begin)) + part + (trailing ? "," : "")});
    }
    std::string separator = ", ";
    if (count > 1) {
        const std::size_t earlier = end_of_part(collection, count - 2);
        const std::string_view used = text.substr(earlier, begin - earlier);
        if (used.find_first_not_of(", ") == npos) separator = used;
    }
    proposals.push_back({{before, before}, separator + part});
    proposals.push_back({{before, before}, ", " + part});
}

// The blanks between dash and content of an item of a block list.
std::string gap_of(const Lines& lines, const Node& list, std::size_t index) {
    const std::size_t dash = dash_of(lines, list, index);
    const std::size_t content = list.items[index].span.begin;
    const std::string gap(lines.text().substr(dash + 1, content > dash + 1 ? content - dash - 1 : 0));
    return gap.empty() || gap.find_first_not_of(' ') != npos ? " " : gap;
}

// The column of the comment below, which only blank lines part from the line that begins at `line`.
std::optional<std::size_t> comment_below(const Lines& lines, std::size_t line) {
    const std::string_view text = lines.text();
    const std::size_t sign = text.find_first_not_of(" \r\n", line);
    if (sign == npos || text[sign] != '#') return std::nullopt;
    return lines.column_of(sign);
}

// The ways to write a value above the line that begins at `below`, the best first. A text of several lines stands
// deeper than a comment below it, which would be its last line otherwise. At the end of a file that lacks its last line
// end, other readers take the one of a block text away: there it stands between quotes.
std::vector<Draft> manners_of(const Lines& lines, const Draft& value, std::optional<std::size_t> below) {
    if (value.kind != Kind::scalar || !value.written.empty() || value.text.find('\n') == npos) return {value};
    std::vector<Draft> manners;
    if (below || !value.text.ends_with('\n')) manners.push_back(value);
    const auto comment = below ? comment_below(lines, *below) : std::nullopt;
    if (comment && *comment > 0) {
        // write_block indents by two more: one deeper than the comment.
        manners.push_back(value);
        manners.back().written = write_block(value.text, *comment - 1);
    }
    manners.push_back(value);
    manners.back().written = write_quoted(value.text);
    return manners;
}

void propose_insert_block(const Lines& lines, const Node& root, const Location& location, const Node& collection,
                          std::size_t index, const std::string& key, const Draft& value,
                          std::vector<TextPatch>& proposals) {
    const std::string_view text = lines.text();
    const std::size_t head = begin_of_part(lines, collection, 0);
    const std::size_t column = lines.column_of(head);
    const std::string eol = lines.eol_at(index > 0 ? end_of_part(collection, index - 1) : head);
    const auto part = [&](const Draft& draft) {
        if (collection.kind == Kind::mapping) return with_line_ends(entry_text(key, draft, column), eol);
        return with_line_ends(write_item(draft, column, gap_of(lines, collection, index > 0 ? index - 1 : 0)), eol);
    };
    if (index > 0) {
        const auto next = lines.next(lines.end_of(end_of_part(collection, index - 1)));
        for (const Draft& draft : manners_of(lines, value, next)) {
            if (next)
                proposals.push_back({{*next, *next}, blanks(column) + part(draft) + eol});
            else
                proposals.push_back({{text.size(), text.size()}, eol + blanks(column) + part(draft)});
        }
        return;
    }
    if (!lines.begins_line(head)) {
        proposals.push_back({{head, head}, part(value) + eol + blanks(column)});
        return;
    }
    Location first = location;
    first.push_back(0);
    const std::size_t line = first_line_of(lines, root, first, head);
    for (const Draft& draft : manners_of(lines, value, line))
        proposals.push_back({{line, line}, blanks(column) + part(draft) + eol});
}

// ---- Another value -------------------------------------------------------------------------------------------------

std::string write_single(std::string_view value) {
    return "'" + text::replace_all(value, "'", "''") + "'";
}

// The same words between the quotes that the old ones had, where it is the writer's habit or the quotes are needed.
std::string in_old_quotes(const Node& old, const Draft& value, Context context) {
    if (value.kind != Kind::scalar || !value.written.empty() || value.text.find('\n') != npos) return "";
    if (old.style != Style::single_quoted && old.style != Style::double_quoted) return "";
    const auto needs_quotes = [&](const std::string& text, bool typed) {
        const std::string written = typed ? write_typed(text, context) : write_text(text, context);
        return written.starts_with('"');
    };
    const bool habit = !needs_quotes(old.text, value.typed);
    if (!habit && !needs_quotes(value.text, value.typed)) return "";
    return old.style == Style::double_quoted ? write_quoted(value.text) : write_single(value.text);
}

bool is_block_text(const Node& node) {
    return node.kind == Kind::scalar && (node.style == Style::literal || node.style == Style::folded);
}

// A folded text again: lines filled up to the width of the others, a blank line for each line end. Empty when it cannot
// be said that way.
std::string write_folded(std::string_view value, std::size_t indent) {
    constexpr std::size_t width = 100;
    const bool ended = value.ends_with('\n');
    if (ended) value.remove_suffix(1);
    if (value.empty() || value.ends_with('\n')) return "";
    std::string out = ended ? ">" : ">-";
    for (const std::string_view paragraph : text::split(value, '\n')) {
        if (paragraph.starts_with(' ') || paragraph.starts_with('\t')) return "";
        if (out.size() > 2) out += '\n';
        std::size_t column = 0;
        for (const std::string_view word : text::split(paragraph, ' ')) {
            // Several blanks side by side stay on one line.
            if (column == 0 || (column + word.size() > width && !word.empty() && !out.ends_with(' '))) {
                out += '\n' + blanks(indent);
                column = 0;
            } else {
                out += ' ';
            }
            out += word;
            column += word.size() + 1;
        }
    }
    return out;
}

// A block text in the place of one: its indentation and manner stay.
void propose_block_text(const Lines& lines, const Node& old, const std::string& value, std::size_t column,
                        std::vector<std::string>& ways) {
    const auto body = lines.next(old.span.begin);
    if (!body || *body > old.span.end) return;
    std::size_t line = *body;
    while (lines.end_of(line) == line && lines.next(line)) line = *lines.next(line);
    const std::size_t sign = lines.text().find_first_not_of(' ', line);
    if (sign == npos || sign < line) return;
    const std::size_t indent = sign - line;
    if (old.style == Style::folded && indent > column) {
        std::string folded = write_folded(value, indent);
        if (!folded.empty()) ways.push_back(" " + folded);
    }
    if (indent >= 2 && indent > column) ways.push_back(" " + write_block(value, indent - 2));
}

// The comment behind the header of a block text, with the blanks before it.
std::string header_comment(const Lines& lines, const Node& old) {
    const std::size_t end = lines.end_of(old.span.begin);
    const std::string_view line = lines.text().substr(old.span.begin, end - old.span.begin);
    const std::size_t sign = line.find(" #");
    if (sign == npos) return "";
    const std::size_t begin = line.find_last_not_of(' ', sign);
    return std::string(line.substr(begin + 1));
}

void propose_replace_block(const Lines& lines, const Found& found, std::size_t begin, std::size_t column,
                           const Draft& value, std::vector<TextPatch>& proposals) {
    const Node& old = *found.node;
    const std::string_view text = lines.text();
    const std::string eol = lines.eol_at(begin);
    std::vector<std::string> ways;
    const bool lined = value.kind == Kind::scalar && value.text.find('\n') != npos;
    if (is_block_text(old) && (lined || old.text.find('\n') == npos) && value.kind == Kind::scalar)
        propose_block_text(lines, old, value.text, column, ways);
    if (const std::string quoted = in_old_quotes(old, value, Context::block); !quoted.empty())
        ways.push_back(" " + quoted);
    const auto below = lines.next(lines.end_of(std::max(begin, old.span.end)));
    for (const Draft& manner : manners_of(lines, value, below)) ways.push_back(write_behind(manner, column));
    if (value.kind == Kind::scalar) ways.push_back(" " + write_quoted(value.text));

    // What stands behind the key on its line and is no value: blanks and a comment.
    const std::size_t line_end = lines.end_of(begin);
    std::string kept;
    std::size_t end = std::max(begin, old.span.end);
    std::size_t value_begin = begin;
    if (old.kind == Kind::empty || old.span.begin > line_end) {
        kept = text.substr(begin, line_end - begin);
        if (old.kind == Kind::empty) end = line_end;
    } else if (is_block_text(old)) {
        kept = header_comment(lines, old);
    } else if (old.span.end <= line_end) {
        kept = text.substr(old.span.end, line_end - old.span.end);
        end = line_end;
    }
    // Blanks that the writer put between the colon and the value stay.
    std::string lead;
    if (old.kind != Kind::empty && old.span.begin <= line_end && old.span.begin > begin) {
        lead = text.substr(begin, old.span.begin - begin);
        value_begin = old.span.begin;
    }
    for (const std::string& way : ways) {
        const std::size_t first_end = std::min(way.find('\n'), way.size());
        std::string first = way.substr(0, first_end);
        std::size_t from = begin;
        if (!lead.empty() && first.starts_with(' ')) {
            first.erase(0, 1);
            from = value_begin;
        }
        const std::string rest = way.substr(first_end);
        if (rest.empty() && end == line_end && old.kind != Kind::empty && old.span.end <= line_end &&
            old.span.begin <= line_end) {
            proposals.push_back({{from, old.span.end}, first});
        } else {
            proposals.push_back({{from, end}, first + kept + with_line_ends(rest, eol)});
        }
    }
}

}  // namespace

const Node& at(const Node& root, const Location& location) {
    return *find(root, location).node;
}

std::vector<TextPatch> propose_replace(std::string_view text, const Node& root, const Location& location,
                                       const Draft& value) {
    std::vector<TextPatch> proposals;
    const Lines lines(text);
    const Found found = find(root, location);
    if (found.parent == nullptr) return proposals;
    if (found.in_brackets) {
        const Node& old = *found.node;
        if (const std::string quoted = in_old_quotes(old, value, Context::flow); !quoted.empty())
            proposals.push_back({old.span, quoted});
        proposals.push_back({old.span, (old.kind == Kind::empty ? " " : "") + write_flow(value)});
        if (value.kind == Kind::scalar) proposals.push_back({old.span, write_quoted(value.text)});
        return proposals;
    }
    if (found.parent->kind == Kind::mapping) {
        const Entry& entry = found.parent->entries[found.index];
        propose_replace_block(lines, found, behind_colon(text, entry), lines.column_of(entry.key.span.begin), value,
                              proposals);
        return proposals;
    }
    const std::size_t dash = dash_of(lines, *found.parent, found.index);
    const std::size_t column = lines.column_of(dash);
    if (value.kind == Kind::mapping && !value.flow && !value.entries.empty()) {
        // What a person wrote behind the sign of a block text has no place in a mapping of several lines.
        if (is_block_text(*found.node) && !header_comment(lines, *found.node).empty()) return proposals;
        // Behind a dash a mapping begins on the same line.
        const std::string part = with_line_ends(write_item(value, column), lines.eol_at(dash));
        if (found.node->span.end <= lines.end_of(dash) ||
            lines.begin_of(found.node->span.begin) == lines.begin_of(dash))
            proposals.push_back({{dash, std::max(dash + 1, found.node->span.end)}, part});
        return proposals;
    }
    propose_replace_block(lines, found, dash + 1, column, value, proposals);
    return proposals;
}

std::vector<TextPatch> propose_insert(std::string_view text, const Node& root, const Location& collection,
                                      std::size_t index, const std::string& key, const Draft& value) {
    std::vector<TextPatch> proposals;
    const Lines lines(text);
    const Node& owner = at(root, collection);
    if (owner.flow)
        propose_insert_flow(lines, owner, index, key, value, proposals);
    else if (count_of(owner) > 0)
        propose_insert_block(lines, root, collection, owner, index, key, value, proposals);
    return proposals;
}

std::vector<TextPatch> propose_remove(std::string_view text, const Node& root, const Location& location) {
    std::vector<TextPatch> proposals;
    const Lines lines(text);
    const Found found = find(root, location);
    if (found.parent == nullptr || count_of(*found.parent) < 2) return proposals;
    if (found.parent->flow)
        propose_remove_flow(lines, *found.parent, found.index, proposals);
    else
        propose_remove_block(lines, root, location, found, proposals);
    return proposals;
}

bool same(const Value& a, const Value& b) {
    if (a.held.index() != b.held.index()) return false;
    if (const std::string* text = a.text()) return *text == *b.text();
    if (const List* list = a.list())
        return std::equal(list->begin(), list->end(), b.list()->begin(), b.list()->end(), same);
    if (a.map()->size() != b.map()->size()) return false;
    return std::all_of(a.map()->begin(), a.map()->end(), [&](const Member& member) {
        const Value* other = b.find(member.key);
        return other != nullptr && same(member.value, *other);
    });
}

std::optional<Spliced> splice(std::string_view text, const std::vector<TextPatch>& proposals, const Value& wanted) {
    for (const TextPatch& patch : proposals) {
        if (patch.span.begin > patch.span.end || patch.span.end > text.size()) continue;
        std::string changed(text.substr(0, patch.span.begin));
        changed.append(patch.bytes).append(text.substr(patch.span.end));
        Parsed parsed = parse(changed, "");
        if (parsed.root && same(to_value(*parsed.root), wanted))
            return Spliced{std::move(changed), std::move(*parsed.root)};
    }
    return std::nullopt;
}

}  // namespace cafe::yaml
