// The laws of editing, on ten thousand generated records. A case that breaks one is printed whole; the number in its
// first line is its seed.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "edit/edit.hpp"
#include "edit/generate.hpp"
#include "yaml/parse.hpp"
#include "yaml/scalar.hpp"
#include "yaml/splice.hpp"

namespace {

using namespace cafe;
using test::Chance;

struct Case {
    std::uint64_t seed = 0;
    model::RecordKind kind = model::RecordKind::partner;
    std::string text;
    yaml::Node tree;
};

// The record of a seed; nothing for the few that the reader refuses.
std::optional<Case> made(Chance& chance, std::uint64_t seed) {
    Case one;
    one.seed = seed;
    one.kind = model::all_record_kinds[chance.below(model::all_record_kinds.size())];
    one.text = test::record_text(chance, one.kind);
    yaml::Parsed parsed = yaml::parse(one.text, "x.yaml");
    if (!parsed.root) return std::nullopt;
    one.tree = std::move(*parsed.root);
    return one;
}

Result<std::string> applied(const Case& one, const std::string& text, const std::vector<edit::Edit>& edits) {
    return edit::apply(text, "x.yaml", one.kind, edits);
}

std::string shown(const Case& one, const std::vector<edit::Edit>& edits, const std::string& after) {
    std::ostringstream out;
    out << "seed " << one.seed << "\n--- before\n" << one.text << "\n";
    for (const edit::Edit& edit : edits) {
        out << "--- edit " << edit.path.print()
            << (edit.op == edit::Op::set   ? " ="
                : edit.op == edit::Op::add ? " +="
                                           : " -=");
        if (const std::string* text = edit.value.text()) out << " " << yaml::write_quoted(*text);
        out << "\n";
    }
    out << "--- after\n" << after << "\n---";
    return out.str();
}

// Each entry of the record by its key: from the key to the end of its last line.
std::map<std::string, std::string> entries_of(const std::string& text, const yaml::Node& tree) {
    std::map<std::string, std::string> entries;
    for (const yaml::Entry& entry : tree.entries) {
        const std::size_t end = std::max(entry.key.span.end, entry.value.span.end);
        const std::size_t line_end = std::min(text.find('\n', end), text.size());
        entries[entry.key.text] =
            std::string(text::trim(text.substr(entry.key.span.begin, line_end - entry.key.span.begin)));
    }
    return entries;
}

// Lines between the entries of the record, which belong to none: comments.
std::vector<std::string> lines_between(const std::string& text, const yaml::Node& tree) {
    std::vector<std::string> lines;
    std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool inside = std::any_of(tree.entries.begin(), tree.entries.end(), [&](const yaml::Entry& entry) {
            return entry.key.span.begin < end && std::max(entry.key.span.end, entry.value.span.end) > begin;
        });
        const std::string line(text::trim(std::string_view(text).substr(begin, end - begin)));
        if (!inside && line.find('#') != std::string::npos) lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

bool has_key(const yaml::Node& tree, const std::string& key) {
    return tree.find(key) != nullptr;
}

// What an edit of `key` may not have touched; empty when it did not.
std::string harm(const Case& one, const std::string& after, const std::string& key) {
    const yaml::Parsed parsed = yaml::parse(after, "x.yaml");
    if (!parsed.root) return "unreadable";
    const auto before_entries = entries_of(one.text, one.tree);
    const auto after_entries = entries_of(after, *parsed.root);
    for (const auto& [name, bytes] : before_entries) {
        if (name == key) continue;
        const auto other = after_entries.find(name);
        if (other == after_entries.end()) return "lost " + name;
        if (other->second != bytes) return "changed " + name;
    }
    for (const auto& [name, bytes] : after_entries)
        if (name != key && !before_entries.contains(name)) return "new " + name;
    std::vector<std::string> old_order;
    std::vector<std::string> new_order;
    for (const yaml::Entry& entry : one.tree.entries)
        if (entry.key.text != key) old_order.push_back(entry.key.text);
    for (const yaml::Entry& entry : parsed.root->entries)
        if (entry.key.text != key) new_order.push_back(entry.key.text);
    if (old_order != new_order) return "order";
    if (one.text.starts_with("\xEF\xBB\xBF") != after.starts_with("\xEF\xBB\xBF")) return "byte order mark";
    if (count(one.text, "\n") > 0) {
        const bool carriage = one.text.find("\r\n") != std::string::npos;
        if (carriage != (count(after, "\r\n") == count(after, "\n")) && count(after, "\n") > 0) return "line ends";
        if (!carriage && count(after, "\r") > 0) return "line ends";
    }
    // A text without a last line end goes on without one, unless a blank line stood above what was taken out: it stays.
    const bool blank_stays = !one.text.ends_with('\n') && (after.ends_with("\n\n") || after.ends_with("\n\r\n"));
    if (one.text.ends_with('\n') != after.ends_with('\n') && !blank_stays) return "final line end";
    // Comments between the fields: all there, but those directly above a field that is gone.
    const bool gone = has_key(one.tree, key) && !has_key(*parsed.root, key);
    // What stood inside the edited field may now stand behind it.
    const auto old_lines = lines_between(one.text, one.tree);
    const auto new_lines = lines_between(after, *parsed.root);
    std::size_t met = 0;
    for (const std::string& line : new_lines)
        if (met < old_lines.size() && old_lines[met] == line) ++met;
    if (!gone && met != old_lines.size()) return "lines between";
    constexpr std::size_t most_comments_above = 2;
    if (gone && new_lines.size() + most_comments_above < old_lines.size()) return "too many lines between";
    return "";
}

// A blank line that stood inside a field which became shorter stands behind it afterwards.
std::string without_blank_lines(const std::string& text) {
    std::string out;
    for (const std::string_view line : text::split(text, '\n'))
        if (!text::trim(line).empty()) out.append(line).append("\n");
    return out;
}

bool is_new_key(const Case& one, const edit::Edit& edit) {
    return !has_key(one.tree, edit.path.steps.front());
}

}  // namespace

TEST_CASE("an edit changes what it says and nothing else, in records of every kind") {
    constexpr std::uint64_t cases = 6000;
    std::size_t tried = 0;
    std::size_t unproved = 0;
    for (std::uint64_t seed = 1; seed <= cases; ++seed) {
        Chance chance(seed);
        const auto one = made(chance, seed);
        REQUIRE_MESSAGE(one.has_value(), "the generator writes what the reader refuses: seed ", seed);
        const edit::Edit edit = test::some_edit(chance, to_value(one->tree), model::shape_of(one->kind));
        const auto target = edit::wanted(to_value(one->tree), model::shape_of(one->kind), {edit});
        if (!target) continue;
        ++tried;
        const auto after = applied(*one, one->text, {edit});
        if (!after) {
            ++unproved;
            CHECK_MESSAGE(after.error().kind == ErrorKind::conflict, shown(*one, {edit}, after.error().message.en));
            if (target->map()->empty()) --unproved;  // nothing would be left of the record
            continue;
        }
        const std::string wrong = harm(*one, *after, edit.path.steps.front());
        CHECK_MESSAGE(wrong.empty(), wrong, "\n", shown(*one, {edit}, *after));
        const yaml::Parsed parsed = yaml::parse(*after, "x.yaml");
        REQUIRE(parsed.root.has_value());
        CHECK_MESSAGE(yaml::same(to_value(*parsed.root), *target), shown(*one, {edit}, *after));
        if (yaml::same(to_value(one->tree), *target)) CHECK(*after == one->text);
        const auto again = applied(*one, *after, {edit});
        const bool settles = edit.op == edit::Op::set && again.ok() && !edit.path.steps.back().empty() &&
                             !text::is_digits(edit.path.steps.back());
        if (settles) CHECK_MESSAGE(*again == *after, shown(*one, {edit}, *again));
    }
    MESSAGE("edits tried: ", tried, ", refused as unproved: ", unproved);
    CHECK(tried > cases * 9 / 10);
    CHECK(unproved * 100 < tried);
}

TEST_CASE("two edits of different fields give the same lines in either order") {
    constexpr std::uint64_t first = 100'001;
    constexpr std::uint64_t cases = 2000;
    std::size_t tried = 0;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        Chance chance(seed);
        const auto one = made(chance, seed);
        REQUIRE(one.has_value());
        const Value record = to_value(one->tree);
        const model::Shape& shape = model::shape_of(one->kind);
        const edit::Edit a = test::some_edit(chance, record, shape);
        const edit::Edit b = test::some_edit(chance, record, shape);
        if (a.path.steps.front() == b.path.steps.front()) continue;
        const auto ab = applied(*one, one->text, {a, b});
        const auto ba = applied(*one, one->text, {b, a});
        if (!ab || !ba) continue;
        const auto a_then = applied(*one, one->text, {a});
        const auto a_then_b = a_then ? applied(*one, *a_then, {b}) : a_then;
        if (!a_then_b) continue;
        ++tried;
        // A new field stands behind its nearest neighbour of the field list: when that goes, it stands elsewhere.
        const bool moves = is_new_key(*one, a) || is_new_key(*one, b);
        const yaml::Parsed parsed = yaml::parse(*ab, "");
        const yaml::Parsed other = yaml::parse(*a_then_b, "");
        REQUIRE(parsed.root.has_value());
        REQUIRE(other.root.has_value());
        CHECK_MESSAGE(yaml::same(to_value(*parsed.root), to_value(*other.root)), shown(*one, {a, b}, *ab));
        const bool removes =
            !has_key(*parsed.root, a.path.steps.front()) || !has_key(*parsed.root, b.path.steps.front());
        if (moves && removes) continue;
        CHECK_MESSAGE(without_blank_lines(*ab) == without_blank_lines(*ba),
                      shown(*one, {a, b}, *ab + "--- the other way\n" + *ba));
        CHECK_MESSAGE(without_blank_lines(*ab) == without_blank_lines(*a_then_b),
                      shown(*one, {a, b}, *ab + "--- one after the other\n" + *a_then_b));
    }
    CHECK(tried > cases / 2);
}

TEST_CASE("what is put in and taken out again leaves the bytes that were there") {
    constexpr std::uint64_t first = 200'001;
    constexpr std::uint64_t cases = 2000;
    std::size_t tried = 0;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        Chance chance(seed);
        const auto one = made(chance, seed);
        REQUIRE(one.has_value());
        const model::Shape& shape = model::shape_of(one->kind);
        const Value record = to_value(one->tree);
        std::vector<edit::Edit> there;
        std::vector<edit::Edit> back;
        const model::Field& field = chance.pick(shape.fields);
        const std::string key(field.key);
        const yaml::Node* node = one->tree.find(key);
        if (node == nullptr) {
            there = {{{{key}}, edit::Op::set, test::some_value(chance, field, false)}};
            back = {{{{key}}, edit::Op::remove, {}}};
        } else if (node->kind == yaml::Kind::sequence && !node->items.empty()) {
            const std::string end = std::to_string(node->items.size());
            there = {{{{key, end}}, edit::Op::set, test::some_value(chance, field, true)}};
            back = {{{{key, end}}, edit::Op::remove, {}}};
        } else if (node->kind == yaml::Kind::scalar && node->style == yaml::Style::plain) {
            there = {{{{key}}, edit::Op::set, Value{"tout : autre chose"}}};
            back = {{{{key}}, edit::Op::set, Value{node->text}}};
        } else {
            continue;
        }
        const auto after = applied(*one, one->text, there);
        if (!after) continue;
        if (*after == one->text) continue;
        const auto again = applied(*one, *after, back);
        ++tried;
        REQUIRE_MESSAGE(again.ok(), shown(*one, there, *after));
        CHECK_MESSAGE(*again == one->text, shown(*one, there, *after + "--- and back\n" + *again));
    }
    CHECK(tried > cases / 2);
}
