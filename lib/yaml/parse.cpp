#include "yaml/parse.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "yaml/bytes.hpp"
#include "yaml/causes.hpp"
#include "yaml/confirm.hpp"
#include "yaml/report.hpp"
#include "yaml/scan.hpp"

namespace cafe::yaml {

namespace {

class Builder {
public:
    Builder(std::vector<Event>& events, std::string_view bytes, Report& report)
        : events_(events), bytes_(bytes), report_(report) {}

    Node build() {
        Node node;
        take(node);
        return node;
    }

private:
    void take(Node& node) {
        Event& event = events_[next_++];
        node.span = event.span;
        node.flow = event.flow;
        switch (event.type) {
            case Event::Type::empty:
            case Event::Type::end: return;
            case Event::Type::scalar:
                node.kind = Kind::scalar;
                node.style = event.style;
                node.text = std::move(event.text);
                return;
            case Event::Type::sequence:
                node.kind = Kind::sequence;
                node.items.resize(event.children);
                for (Node& item : node.items) take(item);
                break;
            case Event::Type::mapping:
                node.kind = Kind::mapping;
                node.entries.resize(event.children / 2);
                for (Entry& entry : node.entries) {
                    take(entry.key);
                    take(entry.value);
                }
                refuse_twins(node);
                break;
        }
        finish(node);
    }

    void take(Key& key) {
        Event& event = events_[next_++];
        key.style = event.style;
        key.span = event.span;
        key.text = std::move(event.text);
    }

    // A collection ends with its bracket, or with the last of what it holds.
    void finish(Node& node) {
        const Event& end = events_[next_++];
        if (node.flow)
            node.span.end = end.span.end;
        else if (!node.items.empty())
            node.span.end = node.items.back().span.end;
        else if (!node.entries.empty())
            node.span.end = node.entries.back().value.span.end;
    }

    void refuse_twins(const Node& node) {
        constexpr std::size_t few = 32;  // so few are compared faster than hashed
        if (node.entries.size() <= few)
            compare_all(node);
        else
            compare_hashed(node);
    }

    void compare_all(const Node& node) {
        for (std::size_t second = 1; second < node.entries.size(); ++second)
            for (std::size_t first = 0; first < second; ++first) {
                if (!same_key(node.entries[first].key.text, node.entries[second].key.text)) continue;
                refuse(node, first, second);
                break;
            }
    }

    void compare_hashed(const Node& node) {
        std::unordered_map<std::string, std::size_t> seen;
        seen.reserve(node.entries.size());
        for (std::size_t i = 0; i < node.entries.size(); ++i) {
            const auto [found, is_new] = seen.try_emplace(utf8::nfc(node.entries[i].key.text), i);
            if (!is_new) refuse(node, found->second, i);
        }
    }

    static bool same_key(std::string_view a, std::string_view b) {
        if (a == b) return true;
        const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80U; };
        if (std::none_of(a.begin(), a.end(), beyond_ascii) || std::none_of(b.begin(), b.end(), beyond_ascii))
            return false;
        return utf8::nfc(a) == utf8::nfc(b);
    }

    void refuse(const Node& node, std::size_t first, std::size_t second) {
        const Key& twin = node.entries[second].key;
        cause::twin_key(report_, twin.span, twin.text, report_.line_of(node.entries[first].key.span.begin));
    }

    std::vector<Event>& events_;
    std::string_view bytes_;
    Report& report_;
    std::size_t next_ = 0;
};

Span place_of(const std::vector<Event>& events, std::size_t index, std::string_view bytes) {
    const std::size_t event = std::min(index, events.size() - 1);
    const std::size_t begin = std::min(events[event].span.begin, bytes.size());
    return Span{begin, std::max(begin, events[event].span.end)};
}

}  // namespace

Parsed parse(std::string_view bytes, const std::string& file, Confirm confirm) {
    Report report(bytes, file);
    const std::vector<std::size_t> invisible = check_bytes(bytes, report);
    if (report.refused()) return Parsed{std::nullopt, report.take()};

    std::vector<Event> events = scan(bytes, invisible, report);
    if (!report.refused() && (confirm == Confirm::all || !is_everyday(bytes, events)))
        if (const auto parting = first_disagreement(bytes, events))
            cause::two_readings(report, place_of(events, *parting, bytes));
    if (events.empty()) return Parsed{std::nullopt, report.take()};

    Node root = Builder(events, bytes, report).build();
    if (report.refused()) return Parsed{std::nullopt, report.take()};
    return Parsed{std::move(root), report.take()};
}

}  // namespace cafe::yaml
