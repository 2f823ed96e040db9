#include "merge/comments.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "edit/difference.hpp"
#include "yaml/parse.hpp"
#include "yaml/splice.hpp"

namespace cafe::merge {

namespace {

using edit::Meaning;
using yaml::Kind;
using yaml::Node;

constexpr std::size_t npos = std::string_view::npos;

struct Part {
    std::string anchor;
    std::size_t begin = 0;  // of the key, of the dash, of an item in brackets
};

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t end = at == 0 ? npos : text.rfind('\n', at - 1);
    return end == npos ? (text.starts_with("\xEF\xBB\xBF") ? 3 : 0) : end + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return end > at && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

// Every entry and item, and the bytes where a `#` is a letter.
class Survey {
public:
    Survey(std::string_view text, const Node& root, const Meaning& meaning) : text_(text) { below(root, meaning, ""); }

    std::vector<Part> parts;
    std::vector<Span> words;

private:
    void below(const Node& node, const Meaning& meaning, const std::string& anchor) {
        if (node.kind == Kind::scalar) {
            Span span = node.span;
            // Behind the sign of a block text a comment may stand.
            if (node.style == yaml::Style::literal || node.style == yaml::Style::folded) {
                const std::size_t end = std::min(text_.find('\n', span.begin), span.end);
                span.begin = end;
            }
            words.push_back(span);
            return;
        }
        for (const yaml::Entry& entry : node.entries) {
            words.push_back(entry.key.span);
            const std::string name = anchor + "/" + entry.key.text;
            parts.push_back({name, entry.key.span.begin});
            below(entry.value, edit::entry_of(meaning, entry.key.text), name);
        }
        if (node.items.empty()) return;
        List values;
        for (const Node& item : node.items) values.push_back(to_value(item));
        const Meaning item_meaning = edit::item_of(meaning);
        std::vector<std::string> names;
        for (const Value& value : values) names.push_back(edit::identity_of(value, item_meaning));
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const auto same = static_cast<std::size_t>(std::count(names.begin(), names.end(), names[i]));
            const auto earlier = static_cast<std::size_t>(
                std::count(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]));
            std::string name = anchor + "/" + (names[i].empty() ? "#" + std::to_string(i) : names[i]);
            if (!names[i].empty() && same > 1) name += "#" + std::to_string(earlier);
            parts.push_back({name, node.flow ? node.items[i].span.begin : dash_before(node.items[i].span.begin)});
            below(node.items[i], item_meaning, name);
        }
    }

    [[nodiscard]] std::size_t dash_before(std::size_t at) const {
        std::size_t sign = at;
        while (sign > 0 && text_[sign - 1] == ' ') --sign;
        if (sign > 0 && text_[sign - 1] == '-') return sign - 1;
        return at;
    }

    std::string_view text_;
};

// The parts by where they begin; of several at one place the outermost, which was met first.
std::vector<Part> sorted(std::vector<Part> parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.begin < b.begin; });
    return parts;
}

const Part* first_from(const std::vector<Part>& parts, std::size_t at) {
    const auto found = std::lower_bound(parts.begin(), parts.end(), at,
                                        [](const Part& part, std::size_t offset) { return part.begin < offset; });
    return found == parts.end() ? nullptr : &*found;
}

bool is_blank(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin).find_first_not_of(" \t\r") == npos;
}

// Where a comment begins on a line, or npos.
std::size_t sign_on(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Span>& words) {
    for (std::size_t at = begin; at < end;) {
        const auto after = std::upper_bound(words.begin(), words.end(), at,
                                            [](std::size_t offset, const Span& span) { return offset < span.begin; });
        if (after != words.begin() && std::prev(after)->end > at) {
            at = std::prev(after)->end;
            continue;
        }
        if (text[at] == '#' && (at == begin || text[at - 1] == ' ' || text[at - 1] == '\t')) return at;
        ++at;
    }
    return npos;
}

std::optional<std::size_t> begin_of(std::string_view text, const Node& root, const model::Shape& shape,
                                    const std::string& anchor) {
    for (const Part& part : Survey(text, root, edit::meaning_of(shape)).parts)
        if (part.anchor == anchor) return part.begin;
    return std::nullopt;
}

struct Named {
    std::string anchor;
    Comment::Where where;
    std::string text;
    bool operator==(const Named&) const = default;
};

std::vector<Named> named(const std::vector<Comment>& comments) {
    std::vector<Named> all;
    for (const Comment& comment : comments) all.push_back({comment.anchor, comment.where, comment.text});
    return all;
}

// What is put where, so that `comment` stands at its part.
std::optional<TextPatch> patch_for(std::string_view text, const Node& root, const model::Shape& shape,
                                   const std::string& anchor, Comment::Where where,
                                   const std::optional<Comment>& comment, const Comment* there) {
    const std::string eol = text.find("\r\n") != npos ? "\r\n" : "\n";
    if (there != nullptr && !comment) {
        Span span = there->span;
        if (where == Comment::Where::above) span.end = std::min(text.find('\n', span.end), text.size() - 1) + 1;
        return TextPatch{span, ""};
    }
    if (!comment) return std::nullopt;
    std::size_t begin = text.size();
    if (!anchor.empty()) {
        const auto found = begin_of(text, root, shape, anchor);
        if (!found) return std::nullopt;
        begin = *found;
    }
    if (where == Comment::Where::behind) {
        if (there != nullptr) return TextPatch{there->span, there->blanks + comment->text};
        const std::size_t end = line_end(text, begin);
        return TextPatch{{end, end}, (comment->blanks.empty() ? "  " : comment->blanks) + comment->text};
    }
    const std::size_t line = anchor.empty() ? text.size() : line_begin(text, begin);
    if (!anchor.empty() && !is_blank(text, line, begin)) return std::nullopt;
    const std::string margin(anchor.empty() ? 0 : begin - line, ' ');
    std::string lines;
    for (const std::string_view one : text::split(comment->text, '\n')) {
        if (!lines.empty()) lines += eol;
        lines += margin + std::string(one);
    }
    if (there != nullptr) return TextPatch{there->span, lines};
    if (anchor.empty() && !text.empty() && !text.ends_with('\n')) lines.insert(0, eol);
    return TextPatch{{line, line}, lines + eol + (comment->blank_below ? eol : "")};
}

}  // namespace

std::vector<Comment> comments_of(std::string_view text, const yaml::Node& root, const model::Shape& shape) {
    Survey survey(text, root, edit::meaning_of(shape));
    const std::vector<Part> parts = sorted(std::move(survey.parts));
    std::vector<Span> words = std::move(survey.words);
    std::sort(words.begin(), words.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Comment> comments;
    bool running = false;  // the line before was a comment of its own
    for (std::size_t at = line_begin(text, 0); at < text.size();) {
        const std::size_t end = line_end(text, at);
        const std::size_t feed = text.find('\n', at);
        const std::size_t sign = sign_on(text, at, end, words);
        if (sign != npos && is_blank(text, at, sign)) {
            const Part* part = first_from(parts, end);
            const std::string line(text.substr(sign, end - sign));
            const std::string anchor = part == nullptr ? "" : part->anchor;
            const Comment* known = find(comments, anchor, Comment::Where::above);
            if (running || known != nullptr) {
                Comment& last = comments.back();
                last.text += "\n" + line;
                last.span.end = end;
            } else {
                Comment comment{anchor, Comment::Where::above, line, "", false, {at, end}};
                comments.push_back(std::move(comment));
            }
            running = true;
        } else {
            if (running && is_blank(text, at, end)) comments.back().blank_below = true;
            running = false;
            if (sign != npos) {
                const Part* part = first_from(parts, at);
                std::size_t blanks = sign;
                while (blanks > at && (text[blanks - 1] == ' ' || text[blanks - 1] == '\t')) --blanks;
                std::string anchor = part != nullptr && part->begin < sign ? part->anchor : "/#line";
                comments.push_back({std::move(anchor),
                                    Comment::Where::behind,
                                    std::string(text.substr(sign, end - sign)),
                                    std::string(text.substr(blanks, sign - blanks)),
                                    false,
                                    {blanks, end}});
            }
        }
        if (feed == npos) break;
        at = feed + 1;
    }
    return comments;
}

const Comment* find(const std::vector<Comment>& comments, const std::string& anchor, Comment::Where where) {
    for (const Comment& comment : comments)
        if (comment.anchor == anchor && comment.where == where) return &comment;
    return nullptr;
}

std::optional<std::string> with_comment(std::string_view text, const model::Shape& shape, const std::string& anchor,
                                        Comment::Where where, const std::optional<Comment>& comment) {
    const yaml::Parsed before = yaml::parse(text, "");
    if (!before.root) return std::nullopt;
    const std::vector<Comment> comments = comments_of(text, *before.root, shape);
    const Comment* there = find(comments, anchor, where);
    const auto patch = patch_for(text, *before.root, shape, anchor, where, comment, there);
    if (!patch) return std::nullopt;
    std::string changed(text.substr(0, patch->span.begin));
    changed.append(patch->bytes).append(text.substr(patch->span.end));
    const yaml::Parsed after = yaml::parse(changed, "");
    if (!after.root || !yaml::same(to_value(*before.root), to_value(*after.root))) return std::nullopt;
    std::vector<Named> wanted = named(comments);
    std::erase_if(wanted, [&](const Named& one) { return one.anchor == anchor && one.where == where; });
    std::vector<Named> found = named(comments_of(changed, *after.root, shape));
    if (comment) {
        const auto at = std::find(found.begin(), found.end(), Named{anchor, where, comment->text});
        if (at == found.end()) return std::nullopt;
        found.erase(at);
    }
    if (!std::is_permutation(wanted.begin(), wanted.end(), found.begin(), found.end())) return std::nullopt;
    return changed;
}

}  // namespace cafe::merge
