#include "edit/mend.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "edit/origins.hpp"
#include "store/layout.hpp"
#include "yaml/parse.hpp"

namespace cafe::edit {

namespace {

using yaml::Kind;
using yaml::Node;

bool touches(const std::vector<TextPatch>& patches, Span span) {
    return std::any_of(patches.begin(), patches.end(), [span](const TextPatch& patch) {
        return patch.span.begin <= span.end && span.begin <= patch.span.end;
    });
}

bool says_the_same(const Node& before, const Node& after, const std::vector<TextPatch>& patches);

// A list that lost items: whether those that no change touches are still there, in their order.
bool keeps_the_others(const Node& before, const Node& after, const std::vector<TextPatch>& patches) {
    std::size_t next = 0;
    for (const Node& item : before.items) {
        if (touches(patches, item.span)) continue;
        while (next < after.items.size() && !says_the_same(item, after.items[next], patches)) ++next;
        if (next++ == after.items.size()) return false;
    }
    return true;
}

// Whether all that no change touches says what it said, up to its normal form.
bool says_the_same(const Node& before, const Node& after, const std::vector<TextPatch>& patches) {
    if (before.kind == Kind::scalar || before.kind == Kind::empty) {
        if (touches(patches, before.span)) return true;
        return before.kind == after.kind && utf8::nfc(before.text) == utf8::nfc(after.text);
    }
    if (before.kind != after.kind) return touches(patches, before.span);
    if (before.kind == Kind::sequence) {
        const std::size_t all = before.items.size();
        if (after.items.size() < all) return keeps_the_others(before, after, patches);
        // One item that becomes several: what stands before and behind it stays.
        std::size_t first = 0;
        while (first < all && !touches(patches, before.items[first].span)) ++first;
        if (after.items.size() != all && first == all) return false;
        for (std::size_t i = 0; i < first; ++i)
            if (!says_the_same(before.items[i], after.items[i], patches)) return false;
        const std::size_t more = after.items.size() - all;
        for (std::size_t i = first; i < all; ++i) {
            if (touches(patches, before.items[i].span)) continue;
            bool kept = false;
            for (std::size_t shift = 0; shift <= more; ++shift)
                kept = kept || says_the_same(before.items[i], after.items[i + shift], patches);
            if (!kept) return false;
        }
        return true;
    }
    if (before.entries.size() < after.entries.size()) return false;
    std::size_t gone = before.entries.size() - after.entries.size();
    for (std::size_t i = 0, j = 0; i < before.entries.size(); ++i) {
        const yaml::Entry& was = before.entries[i];
        // A key that a change takes away with its value.
        if (gone > 0 && touches(patches, was.key.span) &&
            (j == after.entries.size() || after.entries[j].key.text != was.key.text)) {
            --gone;
            continue;
        }
        if (j == after.entries.size()) return false;
        const yaml::Entry& is = after.entries[j++];
        if (!touches(patches, was.key.span) && utf8::nfc(was.key.text) != utf8::nfc(is.key.text)) return false;
        if (!says_the_same(was.value, is.value, patches)) return false;
    }
    return true;
}

// The text with its changes done, the last first. Of two that overlap the first stays.
std::string patched(const std::string& text, const std::vector<TextPatch>& patches) {
    std::string out = text;
    for (auto patch = patches.rbegin(); patch != patches.rend(); ++patch)
        out.replace(patch->span.begin, patch->span.size(), patch->bytes);
    return out;
}

void keep_apart(std::vector<TextPatch>& patches) {
    std::stable_sort(patches.begin(), patches.end(),
                     [](const TextPatch& a, const TextPatch& b) { return a.span.begin < b.span.begin; });
    std::vector<TextPatch> apart;
    for (TextPatch& patch : patches)
        if (apart.empty() || apart.back().span.end <= patch.span.begin) apart.push_back(std::move(patch));
    patches = std::move(apart);
}

void add_block_texts(const Node& node, std::vector<Span>& spans) {
    if (node.kind == Kind::scalar && (node.style == yaml::Style::literal || node.style == yaml::Style::folded))
        spans.push_back(node.span);
    for (const Node& item : node.items) add_block_texts(item, spans);
    for (const yaml::Entry& entry : node.entries) add_block_texts(entry.value, spans);
}

// Lines without blanks at their end, but in block texts, where they may be meant.
std::string without_trailing_blanks(const std::string& text, const Node& root) {
    std::vector<Span> block_texts;
    add_block_texts(root, block_texts);
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool has_cr = end > begin && text[end - 1] == '\r';
        const std::size_t line_end = has_cr ? end - 1 : end;
        const bool is_text = std::any_of(block_texts.begin(), block_texts.end(),
                                         [&](const Span& span) { return span.begin <= line_end && begin < span.end; });
        std::size_t last = line_end;
        while (!is_text && last > begin && (text[last - 1] == ' ' || text[last - 1] == '\t')) --last;
        out.append(text, begin, last - begin);
        out.append(text, line_end, end + 1 - line_end);
        begin = end + 1;
    }
    return out;
}

std::string with_line_end(const std::string& text, const Node&) {
    if (text.empty() || text.ends_with('\n')) return text;
    return text + (text.find("\r\n") != std::string::npos ? "\r\n" : "\n");
}

std::string in_normal_form(const std::string& text, const Node&) {
    return utf8::nfc(text);
}

// The layout of a text that can be read: each step counts only where the text says the same with it.
std::string tidied(std::string text, const std::string& file) {
    for (const auto step : {in_normal_form, without_trailing_blanks, with_line_end}) {
        const auto before = yaml::parse(text, file);
        if (!before.root) return text;
        std::string tidy = step(text, *before.root);
        if (tidy == text) continue;
        const auto after = yaml::parse(tidy, file);
        if (after.root && says_the_same(*before.root, *after.root, {})) text = std::move(tidy);
    }
    return text;
}

// `summary: Aide sociale : colis` → quotes around all that stands behind the key. Only where the blank before the
// second colon shows that it is French, and where nothing else needs care.
std::optional<TextPatch> quotes_around(const std::string& text, const Place& place) {
    if (place.line <= 0) return std::nullopt;
    const LineIndex index(text);
    const std::string_view line = index.line(place.line);
    const std::size_t key = line.find(": ");
    const std::size_t colon = line.find(" : ", key == std::string_view::npos ? line.size() : key + 1);
    if (key == std::string_view::npos || colon == std::string_view::npos) return std::nullopt;
    const std::string_view said = text::trim(line.substr(key + 2));
    if (said.empty() || said.find_first_of("\"\\\t#{}[]&*!|>%@`'") < 1 || said.find('"') != std::string_view::npos ||
        said.find('\\') != std::string_view::npos || said.find(" #") != std::string_view::npos)
        return std::nullopt;
    if (!std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(key),
                     [](char c) { return c == ' ' || c == '-' || c == '_' || ascii::is_lower(c); }))
        return std::nullopt;
    const auto begin = static_cast<std::size_t>(said.data() - text.data());
    return TextPatch{{begin, begin + said.size()}, '"' + std::string(said) + '"'};
}

struct Work {
    std::string text;
    const Node* tree = nullptr;  // null: it could not be read
    std::vector<TextPatch> patches;
    std::set<std::string> codes;
};

}  // namespace

Mended mend(const store::Book& book, const Findings& findings,
            const std::function<std::string(const std::string& file)>& text_of, Layout layout) {
    static constexpr Phrase<std::string, std::string> done{"{0} : réparé ({1})", "{0}: mended ({1})"};
    static constexpr Phrase<std::string> tidy{"{} : blancs, fin de fichier, forme des accents",
                                              "{}: blanks, end of file, form of accents"};
    std::map<std::string, Work> works;
    for (const auto& source : book.sources) works[source->path] = {source->text, &source->tree, {}, {}};
    for (const Diagnostic& finding : findings) {
        const bool colon = finding.rule->code == "E013";
        if (!finding.fix && !colon) continue;
        auto [at, is_new] = works.try_emplace(finding.place.file);
        if (is_new) at->second.text = text_of(finding.place.file);
        const auto fix = finding.fix ? finding.fix : quotes_around(at->second.text, finding.place);
        if (!fix || fix->span.end > at->second.text.size()) continue;
        at->second.patches.push_back(*fix);
        at->second.codes.emplace(finding.rule->code);
    }
    Mended mended;
    for (auto& [file, work] : works) {
        keep_apart(work.patches);
        std::string after = patched(work.text, work.patches);
        if (!work.patches.empty()) {
            const auto parsed = yaml::parse(after, file);
            if (!parsed.root || (work.tree != nullptr && !says_the_same(*work.tree, *parsed.root, work.patches))) {
                ++mended.not_proven;
                continue;
            }
        }
        if (layout == Layout::too) after = tidied(after, file);
        const auto ref = store::ref_at(file);
        if (layout == Layout::too && ref && ref->kind == model::RecordKind::partner)
            if (const auto parsed = yaml::parse(after, file); parsed.root)
                if (auto newer = with_sources(after, *parsed.root, file)) {
                    after = std::move(*newer);
                    work.codes.emplace("source → sources");
                }
        if (after == work.text) continue;
        const std::vector<std::string> codes(work.codes.begin(), work.codes.end());
        mended.said.push_back(codes.empty() ? tidy(file) : done(file, text::join(codes, ", ")));
        mended.files.push_back({file, work.text, std::move(after)});
    }
    return mended;
}

}  // namespace cafe::edit
