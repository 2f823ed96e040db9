#include "merge/lines.hpp"

#include <algorithm>

#include "base/diff.hpp"

namespace cafe::merge {

namespace {

using Lines = std::vector<std::string_view>;

std::string joined(const Lines& lines, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += lines[i];
    return text;
}

// A run of base lines that one or both sides replace.
struct Group {
    Span base;
    std::vector<diff::Replaced> ours;
    std::vector<diff::Replaced> theirs;
};

bool meet(const Span& a, const Span& b, Touching touching) {
    if (touching == Touching::conflict) return a.begin <= b.end && b.begin <= a.end;
    if (a.size() == 0 && b.size() == 0) return a.begin == b.begin;
    return a.begin < b.end && b.begin < a.end;
}

std::vector<Group> groups_of(const std::vector<diff::Replaced>& ours, const std::vector<diff::Replaced>& theirs,
                             Touching touching) {
    std::vector<Group> groups;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < ours.size() || j < theirs.size()) {
        // What ends first goes first, so that an insertion stands before the line that it is put before.
        const bool take_ours =
            j == theirs.size() ||
            (i < ours.size() && (ours[i].a.begin < theirs[j].a.begin ||
                                 (ours[i].a.begin == theirs[j].a.begin && ours[i].a.end <= theirs[j].a.end)));
        Group group;
        group.base = take_ours ? ours[i].a : theirs[j].a;
        (take_ours ? group.ours : group.theirs).push_back(take_ours ? ours[i++] : theirs[j++]);
        for (bool grown = true; grown;) {
            grown = false;
            const auto widen = [&](const diff::Replaced& hunk) {
                group.base.begin = std::min(group.base.begin, hunk.a.begin);
                group.base.end = std::max(group.base.end, hunk.a.end);
                grown = true;
            };
            if (i < ours.size() && meet(group.base, ours[i].a, touching)) {
                widen(ours[i]);
                group.ours.push_back(ours[i++]);
            }
            if (j < theirs.size() && meet(group.base, theirs[j].a, touching)) {
                widen(theirs[j]);
                group.theirs.push_back(theirs[j++]);
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

// What one side has where the base has `range`; `shift` is how far its lines have moved before.
Span range_in(const Span& range, const std::vector<diff::Replaced>& hunks, std::ptrdiff_t& shift) {
    Span found{static_cast<std::size_t>(static_cast<std::ptrdiff_t>(range.begin) + shift), 0};
    for (const diff::Replaced& hunk : hunks)
        shift += static_cast<std::ptrdiff_t>(hunk.b.size()) - static_cast<std::ptrdiff_t>(hunk.a.size());
    found.end = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(range.end) + shift);
    return found;
}

void settle(std::vector<Chunk>& chunks, const std::string& text) {
    if (text.empty()) return;
    if (chunks.empty() || chunks.back().conflict) chunks.emplace_back();
    chunks.back().text += text;
}

// Equal lines at both ends of a conflict are none.
void conflict(std::vector<Chunk>& chunks, std::string base, const Lines& ours, Span of_ours, const Lines& theirs,
              Span of_theirs) {
    std::size_t head = 0;
    while (head < std::min(of_ours.size(), of_theirs.size()) &&
           ours[of_ours.begin + head] == theirs[of_theirs.begin + head])
        ++head;
    std::size_t tail = 0;
    while (tail < std::min(of_ours.size(), of_theirs.size()) - head &&
           ours[of_ours.end - 1 - tail] == theirs[of_theirs.end - 1 - tail])
        ++tail;
    settle(chunks, joined(ours, of_ours.begin, of_ours.begin + head));
    Chunk chunk;
    chunk.conflict = true;
    chunk.base = std::move(base);
    chunk.ours = joined(ours, of_ours.begin + head, of_ours.end - tail);
    chunk.theirs = joined(theirs, of_theirs.begin + head, of_theirs.end - tail);
    chunks.push_back(std::move(chunk));
    settle(chunks, joined(ours, of_ours.end - tail, of_ours.end));
}

std::string ended(std::string_view text) {
    std::string out(text);
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    return out;
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(at, next - at));
        at = next;
    }
    return lines;
}

std::vector<Chunk> merge_lines(std::string_view base, std::string_view ours, std::string_view theirs,
                               Touching touching) {
    const Lines base_lines = lines_of(base);
    const Lines ours_lines = lines_of(ours);
    const Lines theirs_lines = lines_of(theirs);
    std::vector<Chunk> chunks;
    std::size_t at = 0;
    std::ptrdiff_t shift_ours = 0;
    std::ptrdiff_t shift_theirs = 0;
    for (const Group& group : groups_of(diff::lines(base, ours), diff::lines(base, theirs), touching)) {
        settle(chunks, joined(base_lines, at, group.base.begin));
        at = group.base.end;
        const Span of_ours = range_in(group.base, group.ours, shift_ours);
        const Span of_theirs = range_in(group.base, group.theirs, shift_theirs);
        const std::string text_ours = joined(ours_lines, of_ours.begin, of_ours.end);
        const std::string text_theirs = joined(theirs_lines, of_theirs.begin, of_theirs.end);
        if (group.theirs.empty() || text_ours == text_theirs)
            settle(chunks, text_ours);
        else if (group.ours.empty())
            settle(chunks, text_theirs);
        else
            conflict(chunks, joined(base_lines, group.base.begin, group.base.end), ours_lines, of_ours, theirs_lines,
                     of_theirs);
    }
    settle(chunks, joined(base_lines, at, base_lines.size()));
    return chunks;
}

bool is_clean(const std::vector<Chunk>& chunks) {
    return std::none_of(chunks.begin(), chunks.end(), [](const Chunk& chunk) { return chunk.conflict; });
}

std::string taking(const std::vector<Chunk>& chunks, Side side) {
    std::string text;
    for (const Chunk& chunk : chunks)
        text += !chunk.conflict ? chunk.text : side == Side::ours ? chunk.ours : chunk.theirs;
    return text;
}

std::string marked(std::string_view ours, std::string_view theirs, const Labels& labels, const std::string& reason) {
    const std::string_view both = ours.empty() ? theirs : ours;
    const std::string eol = both.ends_with("\r\n") ? "\r\n" : "\n";
    const auto line = [&](char sign, const std::string& words) {
        return std::string(labels.size, sign) + (words.empty() ? "" : " " + words) + eol;
    };
    return line('<', reason.empty() ? labels.ours : labels.ours + " : " + reason) + ended(ours) + line('=', "") +
           ended(theirs) + line('>', labels.theirs);
}

std::string between_markers(std::string_view ours, std::string_view theirs, const Labels& labels,
                            const std::function<std::string(std::size_t begin, std::size_t end)>& reason) {
    const Lines ours_lines = lines_of(ours);
    const Lines theirs_lines = lines_of(theirs);
    std::string text;
    std::size_t at = 0;
    for (const diff::Replaced& hunk : diff::lines(ours, theirs)) {
        text += joined(ours_lines, at, hunk.a.begin);
        text = ended(text);
        text += marked(joined(ours_lines, hunk.a.begin, hunk.a.end), joined(theirs_lines, hunk.b.begin, hunk.b.end),
                       labels, reason ? reason(hunk.a.begin, hunk.a.end) : "");
        at = hunk.a.end;
    }
    return text + joined(ours_lines, at, ours_lines.size());
}

std::string with_markers(const std::vector<Chunk>& chunks, const Labels& labels) {
    std::string text;
    for (const Chunk& chunk : chunks) {
        if (chunk.conflict) text = ended(text);
        text += chunk.conflict ? marked(chunk.ours, chunk.theirs, labels, "") : chunk.text;
    }
    return text;
}

}  // namespace cafe::merge
