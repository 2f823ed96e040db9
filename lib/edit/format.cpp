// The whole record written again in the canonical layout, its comments kept where they belong: above the part that
// follows them, or behind the part whose line they share. What comes out is read again and compared, values and
// comments, before anybody gets it.
#include "edit/format.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "edit/create.hpp"
#include "edit/edit.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"
#include "yaml/splice.hpp"

namespace cafe::edit {

namespace {

using model::Field;
using model::Shape;
using model::Storage;
using yaml::Kind;
using yaml::Node;

constexpr Phrase<std::string> not_safe{"{} ne peut pas être mis en forme sans rien perdre",
                                       "{} cannot be laid out without a loss"};
constexpr Phrase<> by_hand{
    "la mettre en forme à la main : un commentaire entre crochets y gêne, ou une liste tout de suite dans une liste",
    "lay it out by hand: a comment inside brackets is in the way, or a list right inside a list"};
constexpr Phrase<std::string, int, Words> unreadable{"{0}:{1} : {2}", "{0}:{1}: {2}"};
constexpr std::size_t step = 2;
constexpr std::size_t npos = std::string_view::npos;

// ---- Comments ------------------------------------------------------------------------------------------------------

// What of a line is not content: a comment, or nothing but blanks.
struct Remark {
    std::size_t at = 0;
    bool own_line = false;
    std::size_t blanks = 0;  // before a comment that shares its line
    bool blank = false;      // a blank line
    std::string text;        // from its #
};

void add_scalars(const Node& node, std::vector<Span>& spans) {
    if (node.kind == Kind::scalar) spans.push_back(node.span);
    for (const Node& item : node.items) add_scalars(item, spans);
    for (const yaml::Entry& entry : node.entries) {
        spans.push_back(entry.key.span);
        add_scalars(entry.value, spans);
    }
}

// The texts of a record: nothing inside them is a comment, except behind the sign of a block text.
std::vector<Remark> remarks_of(std::string_view text, const Node& root) {
    std::vector<Span> spans;
    add_scalars(root, spans);
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Remark> remarks;
    std::size_t span = 0;
    for (std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        while (span < spans.size() && spans[span].end <= begin) ++span;
        // The last blank line of a block text that keeps them all ends where it begins.
        const bool kept = span > 0 && spans[span - 1].end == begin;
        const bool inside = kept || (span < spans.size() && spans[span].begin < begin);
        if (!inside && text::trim(text.substr(begin, end - begin)).empty() && end < text.size())
            remarks.push_back({begin, true, 0, true, ""});
        std::size_t at = begin;
        for (std::size_t next = span; at < end; ++at) {
            while (next < spans.size() && spans[next].end <= at) ++next;
            if (next < spans.size() && spans[next].begin <= at) {
                const char sign = text[spans[next].begin];
                const bool header = spans[next].begin >= begin && spans[next].end > end && (sign == '|' || sign == '>');
                if (!header || text[at] != '#') {
                    if (!header) at = std::min(spans[next].end, end) - 1;
                    continue;
                }
            }
            if (text[at] != '#' || (at > begin && text[at - 1] != ' ' && text[at - 1] != '\t')) continue;
            const bool own = text::trim(text.substr(begin, at - begin)).empty();
            const std::size_t content = own ? npos : text.find_last_not_of(" \t", at - 1);
            const std::size_t blanks = content == npos ? 0 : at - content - 1;
            remarks.push_back({at, own, blanks, false, std::string(text::trim(text.substr(at, end - at)))});
            break;
        }
        begin = end + 1;
    }
    return remarks;
}

std::vector<std::string> comments_of(std::string_view text, const Node& root) {
    std::vector<std::string> comments;
    for (const Remark& remark : remarks_of(text, root))
        if (!remark.blank) comments.push_back(remark.text);
    std::sort(comments.begin(), comments.end());
    return comments;
}

// ---- Writing -------------------------------------------------------------------------------------------------------

class Layout {
public:
    Layout(std::string_view text, const Node& root) : text_(text), root_(root), remarks_(remarks_of(text, root)) {}

    std::string write(const Shape& shape) {
        mapping(root_, &shape, nullptr, 0, false);
        above(text_.size(), 0);
        std::string out = std::move(out_);
        while (out.ends_with("\n\n")) out.pop_back();
        out.erase(0, out.find_first_not_of('\n'));
        return out;
    }

    /// Something has a form that this layout cannot carry.
    [[nodiscard]] bool failed() const { return failed_; }

private:
    // The remarks before an offset that nobody has written yet, each on a line of its own.
    void above(std::size_t offset, std::size_t column) {
        for (Remark& remark : remarks_) {
            if (remark.at >= offset) break;
            if (remark.at < done_) continue;
            done_ = remark.at + 1;
            if (!remark.blank) {
                out_.append(column, ' ').append(remark.text).append("\n");
            } else if (out_ != "\n" && !out_.ends_with("\n\n")) {
                out_ += "\n";
            }
        }
    }
    // Ends a line, with the comment that shares it with the bytes up to `offset`.
    void end_line(std::size_t from, std::size_t offset) {
        const std::size_t line_end = std::min(text_.find('\n', offset), text_.size());
        bool first = true;
        for (const Remark& remark : remarks_) {
            if (remark.at < from || remark.at < done_ || remark.at >= line_end) continue;
            if (remark.blank) continue;
            if (remark.own_line && remark.at >= offset) continue;
            out_ += std::string(first && remark.blanks > 0 ? remark.blanks : 1, ' ') + remark.text;
            first = false;
        }
        done_ = std::max(done_, line_end);
        out_ += "\n";
    }

    // A key that could be read without quotes needs none: « Fumélois: », « la Lémance: ».
    [[nodiscard]] std::string key_of(const yaml::Key& key) const {
        if (key.style == yaml::Style::plain) return std::string(text_.substr(key.span.begin, key.span.size()));
        return yaml::write_text(key.text, yaml::Context::key);
    }

    static const Field* field_of(const Shape* shape, const Field* keyed, const std::string& key) {
        if (keyed != nullptr) return keyed;
        return shape == nullptr ? nullptr : shape->find(key);
    }

    // The entries with the comments above them, in the order of the field list. Comments move with what they stand
    // above, so each entry is written in its place of the file and put in order afterwards.
    void mapping(const Node& node, const Shape* shape, const Field* keyed, std::size_t column, bool behind_dash) {
        struct Written {
            std::size_t rank;
            std::string text;
        };
        std::vector<Written> parts;
        const std::string before = std::move(out_);
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            const yaml::Entry& entry = node.entries[i];
            out_.clear();
            // Behind a dash there is no line above: what stood there was written above the dash.
            if (i > 0 || !behind_dash) above(entry.key.span.begin, column);
            const Field* field = field_of(shape, keyed, entry.key.text);
            out_ += std::string(column, ' ') + key_of(entry.key) + ":";
            value(entry.value, field, keyed != nullptr, column, entry.key.span.end);
            const std::size_t rank = shape == nullptr || field == nullptr || keyed != nullptr
                                         ? parts.size() + (shape == nullptr ? 0 : shape->fields.size())
                                         : static_cast<std::size_t>(field - shape->fields.data());
            parts.push_back({rank, std::move(out_)});
        }
        std::stable_sort(parts.begin(), parts.end(),
                         [](const Written& a, const Written& b) { return a.rank < b.rank; });
        out_ = before;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            std::string_view text = parts[i].text;
            if (i == 0 && behind_dash && text.substr(0, column) == std::string(column, ' ') &&
                !text.substr(column).starts_with("#"))
                text.remove_prefix(column);
            else if (i == 0 && behind_dash)
                failed_ = true;
            out_ += text;
        }
    }

    void value(const Node& node, const Field* field, bool item, std::size_t column, std::size_t from) {
        const bool collection = node.kind == Kind::mapping || node.kind == Kind::sequence;
        if (!collection || node.flow) return whole(node, field, item, column, from);
        // The rest of the key's line, then the block.
        const std::size_t line_end = std::min(text_.find('\n', from), text_.size());
        end_line(from, std::min(line_end, node.span.begin));
        if (node.kind == Kind::sequence) return sequence(node, field, column + step);
        const bool keyed = field != nullptr && field->storage == Storage::keyed && !item;
        const Shape* shape = field == nullptr || field->shape == nullptr || keyed ? nullptr : &field->shape();
        mapping(node, shape, keyed ? field : nullptr, column + step, false);
    }

    // A scalar, or a collection in brackets, on its line.
    void whole(const Node& node, const Field* field, bool item, std::size_t column, std::size_t from) {
        if (node.kind != Kind::empty) {
            yaml::Draft draft = item ? draft_of_item(to_value(node), field) : draft_of(to_value(node), field);
            keep_quotes(draft, node);
            if (node.kind != Kind::scalar) draft.flow = true;
            std::string text = yaml::write_behind(draft, column);
            const std::size_t header = std::min(text.find('\n'), text.size());
            // Behind the sign of a block text its comment follows at once.
            out_ += text.substr(0, header);
            end_line(from, node.span.end);
            if (header < text.size()) {
                out_ += text.substr(header + 1);
                out_ += "\n";
            }
            return;
        }
        end_line(from, std::max(from, node.span.end));
    }

    // Quotes that somebody chose stay, between double ones: in a fiche `hours: "Mo-Fr 09:00-12:00"` and `tip: "le
    // matin"` stand beside numbers that need them, and a hand that takes some away does not know which.
    static void keep_quotes(yaml::Draft& draft, const Node& node) {
        const bool quoted = node.style == yaml::Style::double_quoted || node.style == yaml::Style::single_quoted;
        if (node.kind == Kind::scalar && quoted && !draft.typed && draft.text.find('\n') == std::string::npos)
            draft.written = yaml::write_quoted(draft.text);
        // What says nothing is left out of a draft: then the two do not run side by side.
        if (draft.items.size() == node.items.size())
            for (std::size_t i = 0; i < node.items.size(); ++i) keep_quotes(draft.items[i], node.items[i]);
        for (yaml::DraftEntry& entry : draft.entries)
            if (const Node* part = node.find(entry.key)) keep_quotes(entry.value, *part);
    }

    void sequence(const Node& node, const Field* field, std::size_t column) {
        const Shape* shape = field == nullptr || field->shape == nullptr ? nullptr : &field->shape();
        for (const Node& item : node.items) {
            above(item.span.begin, column);
            out_ += std::string(column, ' ') + "-";
            if (item.kind == Kind::mapping && !item.flow) {
                out_ += " ";
                mapping(item, shape, nullptr, column + step, true);
            } else if (item.kind == Kind::sequence && !item.flow) {
                failed_ = true;
            } else {
                whole(item, field, true, column, item.span.begin);
            }
        }
    }

    std::string_view text_;
    const Node& root_;
    std::vector<Remark> remarks_;
    std::string out_;
    std::size_t done_ = 0;  // remarks before it are written
    bool failed_ = false;
};

// Times and opening hours in their canonical form; everything else says what it said.
Value canonical(const Value& value, const Shape& shape);

Value canonical_part(const Value& value, const Field& field, bool item) {
    if (const List* list = value.list()) {
        List out;
        for (const Value& one : *list) out.push_back(canonical_part(one, field, true));
        return Value{std::move(out)};
    }
    if (const Map* map = value.map()) {
        if (field.storage != Storage::keyed || item)
            return field.shape == nullptr ? value : canonical(value, field.shape());
        Map out;
        for (const Member& member : *map) out.push_back({member.key, canonical_part(member.value, field, true)});
        return Value{std::move(out)};
    }
    const std::string& text = *value.text();
    if (field.type == model::Type::time) return Value{canonical_time(text).value_or(text)};
    if (field.type == model::Type::hours) {
        const calendar::HoursReading reading = calendar::read_hours(text);
        if (reading.hours) return Value{calendar::canonical(*reading.hours)};
    }
    return value;
}

Value canonical(const Value& value, const Shape& shape) {
    if (value.map() == nullptr) return value;
    Map out;
    for (const Member& member : *value.map()) {
        const Field* field = shape.find(member.key);
        out.push_back({member.key, field == nullptr ? member.value : canonical_part(member.value, *field, false)});
    }
    return Value{std::move(out)};
}

}  // namespace

Result<std::string> format(std::string_view text, const std::string& file, model::RecordKind kind) {
    const yaml::Parsed parsed = yaml::parse(text, file);
    if (!parsed.root) {
        for (const Diagnostic& finding : parsed.findings)
            if (finding.rule->severity == Severity::error)
                return Error{ErrorKind::reference, unreadable(file, finding.place.line, finding.message),
                             finding.remedy};
        return Error{ErrorKind::reference, same(file), {}};
    }
    // Line ends are LF: written anew, a text with CR LF has its lines again.
    const std::string plain = text::replace_all(text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text, "\r\n", "\n");
    const yaml::Parsed whole = yaml::parse(plain, file);
    if (!whole.root) return Error{ErrorKind::conflict, not_safe(file), by_hand()};
    const model::Shape& shape = model::shape_of(kind);
    const Value wanted = canonical(to_value(*whole.root), shape);
    const auto changed = transform(plain, *whole.root, file, shape, wanted);
    if (!changed) return changed.error();
    const yaml::Parsed again = yaml::parse(*changed, file);
    if (!again.root) return Error{ErrorKind::conflict, not_safe(file), by_hand()};
    Layout layout(*changed, *again.root);
    std::string out = layout.write(shape);
    const yaml::Parsed proof = yaml::parse(out, file);
    if (layout.failed() || !proof.root || !yaml::same(to_value(*proof.root), wanted) ||
        comments_of(out, *proof.root) != comments_of(*changed, *again.root))
        return Error{ErrorKind::conflict, not_safe(file), by_hand()};
    return out;
}

}  // namespace cafe::edit
