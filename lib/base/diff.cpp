#include "base/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

// Lines that each text has exactly once and that stand in the same order in both are held fast (patience); what lies
// between two of them is compared by Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations",
// 1986). Its cost is capped, so that two texts of a megabyte without a common line are told apart as fast as they are
// read.
namespace cafe::diff {

namespace {

constexpr std::size_t context = 3;
constexpr int most_differences = 1000;

using Ids = std::vector<int>;

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
        result.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return result;
}

// Equal lines get equal numbers, so that comparing two is comparing two ints.
Ids numbered(const std::vector<std::string_view>& lines, std::unordered_map<std::string_view, int>& numbers) {
    Ids result;
    result.reserve(lines.size());
    for (const auto line : lines)
        result.push_back(numbers.emplace(line, static_cast<int>(numbers.size())).first->second);
    return result;
}

/// Two parts, one of each text, that are compared with each other.
struct Part {
    Span a;
    Span b;
};

void trim_equal_ends(const Ids& a, const Ids& b, Part& part) {
    while (part.a.begin < part.a.end && part.b.begin < part.b.end && a[part.a.begin] == b[part.b.begin]) {
        ++part.a.begin;
        ++part.b.begin;
    }
    while (part.a.begin < part.a.end && part.b.begin < part.b.end && a[part.a.end - 1] == b[part.b.end - 1]) {
        --part.a.end;
        --part.b.end;
    }
}

void add(std::vector<Replaced>& result, Span a, Span b) {
    if (a.size() == 0 && b.size() == 0) return;
    if (!result.empty() && result.back().a.end == a.begin && result.back().b.end == b.begin) {
        result.back().a.end = a.end;
        result.back().b.end = b.end;
        return;
    }
    result.push_back({a, b});
}

using Furthest = std::vector<int>;  // furthest x on each diagonal -d..d

int at(const Furthest& furthest, int d, int diagonal) {
    return furthest[static_cast<std::size_t>(diagonal + d)];
}

// Where the furthest path of d differences on a diagonal comes from, given those of d - 1.
bool comes_from_above(const Furthest& before, int d, int diagonal) {
    if (diagonal == -d) return true;
    if (diagonal == d) return false;
    return at(before, d - 1, diagonal - 1) < at(before, d - 1, diagonal + 1);
}

// Walks the recorded paths back from the end and writes down every step that is no equal line.
void walk_back(const std::vector<Furthest>& paths, const Part& part, std::vector<Replaced>& result) {
    std::vector<Replaced> steps;
    int x = static_cast<int>(part.a.size());
    int y = static_cast<int>(part.b.size());
    for (int d = static_cast<int>(paths.size()) - 1; d > 0; --d) {
        const Furthest& before = paths[static_cast<std::size_t>(d - 1)];
        const int diagonal = x - y;
        const bool down = comes_from_above(before, d, diagonal);
        const int previous = down ? diagonal + 1 : diagonal - 1;
        x = at(before, d - 1, previous);
        y = x - previous;
        const auto ax = part.a.begin + static_cast<std::size_t>(x);
        const auto by = part.b.begin + static_cast<std::size_t>(y);
        steps.push_back(down ? Replaced{{ax, ax}, {by, by + 1}} : Replaced{{ax, ax + 1}, {by, by}});
    }
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) add(result, step->a, step->b);
}

void compare(const Ids& a, const Ids& b, Part part, std::vector<Replaced>& result) {
    trim_equal_ends(a, b, part);
    if (part.a.size() == 0 || part.b.size() == 0) return add(result, part.a, part.b);
    const int width = static_cast<int>(part.a.size());
    const int height = static_cast<int>(part.b.size());
    std::vector<Furthest> paths;
    for (int d = 0; d <= std::min(width + height, most_differences); ++d) {
        Furthest furthest(static_cast<std::size_t>(2 * d + 1), -1);
        for (int diagonal = -d; diagonal <= d; diagonal += 2) {
            int x = 0;
            if (d > 0) {
                const Furthest& before = paths.back();
                x = comes_from_above(before, d, diagonal) ? at(before, d - 1, diagonal + 1)
                                                          : at(before, d - 1, diagonal - 1) + 1;
            }
            // Paths that have left the rectangle lead nowhere; they stay where they are.
            while (x < width && x - diagonal < height && x >= 0 && x - diagonal >= 0 &&
                   a[part.a.begin + static_cast<std::size_t>(x)] ==
                       b[part.b.begin + static_cast<std::size_t>(x - diagonal)])
                ++x;
            furthest[static_cast<std::size_t>(diagonal + d)] = x;
            if (x == width && x - diagonal == height) {
                paths.push_back(std::move(furthest));
                return walk_back(paths, part, result);
            }
        }
        paths.push_back(std::move(furthest));
    }
    add(result, part.a, part.b);
}

// The lines that each part has exactly once, as pairs of places, in the order of `a`.
std::vector<std::pair<std::size_t, std::size_t>> unique_in_both(const Ids& a, const Ids& b, const Part& part,
                                                                std::size_t numbers) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    constexpr std::size_t several = static_cast<std::size_t>(-2);
    std::vector<std::size_t> in_b(numbers, none);
    std::vector<std::size_t> in_a(numbers, none);
    const auto note = [](std::vector<std::size_t>& places, const Ids& ids, Span span) {
        for (std::size_t i = span.begin; i < span.end; ++i) {
            auto& place = places[static_cast<std::size_t>(ids[i])];
            place = place == none ? i : several;
        }
    };
    note(in_a, a, part.a);
    note(in_b, b, part.b);
    std::vector<std::pair<std::size_t, std::size_t>> result;
    for (std::size_t i = part.a.begin; i < part.a.end; ++i) {
        const auto number = static_cast<std::size_t>(a[i]);
        if (in_a[number] < several && in_b[number] < several) result.emplace_back(i, in_b[number]);
    }
    return result;
}

// The longest run of pairs whose second halves rise too (patience sorting).
std::vector<std::pair<std::size_t, std::size_t>> longest_rising(
    const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tops;  // index of the pair that ends the best run of each length
    std::vector<std::size_t> previous(pairs.size(), none);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::lower_bound(tops.begin(), tops.end(), pairs[i].second,
                                            [&](std::size_t top, std::size_t b) { return pairs[top].second < b; });
        if (place != tops.begin()) previous[i] = *std::prev(place);
        if (place == tops.end())
            tops.push_back(i);
        else
            *place = i;
    }
    std::vector<std::pair<std::size_t, std::size_t>> result;
    for (std::size_t i = tops.empty() ? none : tops.back(); i != none; i = previous[i]) result.push_back(pairs[i]);
    std::reverse(result.begin(), result.end());
    return result;
}

// A run of new or of gone lines can often stand in several places. As far down as it goes, a new item of a list is
// shown with its own first line and not with that of the item before.
void slide_down(const Ids& a, const Ids& b, std::vector<Replaced>& changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto& change = changes[i];
        const bool added = change.a.size() == 0;
        if (!added && change.b.size() != 0) continue;
        const Ids& ids = added ? b : a;
        Span& run = added ? change.b : change.a;
        const std::size_t limit =
            i + 1 < changes.size() ? (added ? changes[i + 1].b : changes[i + 1].a).begin - 1 : ids.size();
        while (run.end < limit && ids[run.begin] == ids[run.end]) {
            for (Span* span : {&change.a, &change.b}) {
                ++span->begin;
                ++span->end;
            }
        }
    }
}

std::vector<Replaced> compare_lines(const std::vector<std::string_view>& a_lines,
                                    const std::vector<std::string_view>& b_lines) {
    std::unordered_map<std::string_view, int> numbers;
    const Ids a = numbered(a_lines, numbers);
    const Ids b = numbered(b_lines, numbers);
    Part part{{0, a.size()}, {0, b.size()}};
    trim_equal_ends(a, b, part);
    std::vector<Replaced> result;
    Part gap{{part.a.begin, part.a.begin}, {part.b.begin, part.b.begin}};
    for (const auto& [in_a, in_b] : longest_rising(unique_in_both(a, b, part, numbers.size()))) {
        gap.a.end = in_a;
        gap.b.end = in_b;
        compare(a, b, gap, result);
        gap = {{in_a + 1, in_a + 1}, {in_b + 1, in_b + 1}};
    }
    gap.a.end = part.a.end;
    gap.b.end = part.b.end;
    compare(a, b, gap, result);
    slide_down(a, b, result);
    return result;
}

void write_line(std::string& out, char sign, std::string_view line) {
    out += sign;
    out += line;
    if (line.back() != '\n') out += "\n\\ No newline at end of file\n";
}

// Lines are counted from 1; an empty range names the line before it.
std::string range(Span span) {
    if (span.size() == 1) return fmt::format("{}", span.begin + 1);
    return fmt::format("{},{}", span.size() == 0 ? span.begin : span.begin + 1, span.size());
}

void write_hunk(std::string& out, const std::vector<std::string_view>& a, const std::vector<std::string_view>& b,
                const Replaced* first, const Replaced* last) {
    const std::size_t before = std::min(context, first->a.begin);
    const std::size_t after = std::min(context, a.size() - std::prev(last)->a.end);
    const Span in_a{first->a.begin - before, std::prev(last)->a.end + after};
    const Span in_b{first->b.begin - before, std::prev(last)->b.end + after};
    out += fmt::format("@@ -{} +{} @@\n", range(in_a), range(in_b));
    std::size_t next = in_a.begin;
    for (const Replaced* change = first; change != last; ++change) {
        for (; next < change->a.begin; ++next) write_line(out, ' ', a[next]);
        for (; next < change->a.end; ++next) write_line(out, '-', a[next]);
        for (std::size_t i = change->b.begin; i < change->b.end; ++i) write_line(out, '+', b[i]);
    }
    for (; next < in_a.end; ++next) write_line(out, ' ', a[next]);
}

void write_hunks(std::string& out, std::string_view before, std::string_view after) {
    const auto a = split_lines(before);
    const auto b = split_lines(after);
    const auto changes = compare_lines(a, b);
    const Replaced* const end = changes.data() + changes.size();
    for (const Replaced* first = changes.data(); first != end;) {
        const Replaced* last = first + 1;
        while (last != end && last->a.begin - std::prev(last)->a.end <= 2 * context) ++last;
        write_hunk(out, a, b, first, last);
        first = last;
    }
}

// As git writes a path that holds what would end it or be obeyed: between quotes, with escapes.
std::string quoted(const std::string& path) {
    const auto plain = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
    };
    if (std::all_of(path.begin(), path.end(), plain)) return path;
    std::string result = "\"";
    for (const char c : path) {
        if (plain(c))
            result += c;
        else if (c == '"' || c == '\\')
            result += {'\\', c};
        else
            result += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return result + '"';
}

// A blank in a path would end it for `patch` without the tab behind it.
std::string name_line(std::string_view sign, const std::string& path) {
    return fmt::format("{} {}{}\n", sign, quoted(path), path.find(' ') == std::string::npos ? "" : "\t");
}

std::string diff_line(const std::string& from, const std::string& to) {
    return fmt::format("diff --git {} {}\n", quoted("a/" + from), quoted("b/" + to));
}

}  // namespace

std::vector<Replaced> lines(std::string_view a, std::string_view b) {
    return compare_lines(split_lines(a), split_lines(b));
}

std::string unified(const std::string& path, const std::optional<std::string>& before,
                    const std::optional<std::string>& after) {
    if (before == after) return "";
    std::string out = diff_line(path, path);
    if (!before) out += "new file mode 100644\n";
    if (!after) out += "deleted file mode 100644\n";
    const std::string a = before.value_or("");
    const std::string b = after.value_or("");
    if (a == b) return out;  // an empty file comes or goes
    out += before ? name_line("---", "a/" + path) : "--- /dev/null\n";
    out += after ? name_line("+++", "b/" + path) : "+++ /dev/null\n";
    write_hunks(out, a, b);
    return out;
}

std::string unified_rename(const std::string& from, const std::string& to, const std::string& before,
                           const std::string& after) {
    std::string out = diff_line(from, to);
    out += fmt::format("rename from {}\nrename to {}\n", quoted(from), quoted(to));
    if (before == after) return out;
    out += name_line("---", "a/" + from) + name_line("+++", "b/" + to);
    write_hunks(out, before, after);
    return out;
}

}  // namespace cafe::diff
