#include "yaml/parse.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "yaml/bytes.hpp"
#include "yaml/causes.hpp"
#include "yaml/report.hpp"
#include "yaml/scan.hpp"

namespace cafe::yaml {

namespace {

// ---- The second opinion: yaml-cpp must meet the same events
// ----------------------------------------------------------

// Reads the text where it lies, without a copy.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // a get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

// The two readers part here. Never leaves this file.
struct Disagreement {
    std::size_t event;
};

// yaml-cpp turns these bare words into nothing; for a record they are text.
bool is_null_word(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Under `>+` yaml-cpp loses count of the blank lines at the end, so only what stands before them is compared.
bool same_text(const Event& event, std::string_view theirs) {
    if (event.style != Style::folded) return event.text == theirs;
    const auto without_end = [](std::string_view text) { return text.substr(0, text.find_last_not_of('\n') + 1); };
    return without_end(event.text) == without_end(theirs);
}

// Walks our events along with yaml-cpp's and throws at the first difference in kind, place, style or text. Marks count
// bytes behind the BOM; that of an empty value is the next token, so it is not compared.
class Confirmation : public YAML::EventHandler {
public:
    Confirmation(const std::vector<Event>& events, std::size_t skipped) : events_(events), skipped_(skipped) {}

    [[nodiscard]] std::size_t met() const { return next_; }

    void OnDocumentStart(const YAML::Mark&) override {
        if (next_ != 0) throw Disagreement{next_};
    }
    void OnDocumentEnd() override {
        if (next_ != events_.size()) throw Disagreement{next_};
    }
    void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override {
        const Event& event = expect(anchor == 0);
        const bool word = event.type == Event::Type::scalar && event.style == Style::plain && is_null_word(event.text);
        confirm(event.type == Event::Type::empty || word);
    }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { throw Disagreement{next_}; }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        const Event& event = expect(anchor == 0);
        const bool plain = event.style == Style::plain;
        confirm(event.type == Event::Type::scalar && begins_at(event, mark) && tag == (plain ? "?" : "!") &&
                same_text(event, value));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        collection(Event::Type::sequence, mark, tag, anchor, style);
    }
    void OnSequenceEnd() override { confirm(expect(true).type == Event::Type::end); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        collection(Event::Type::mapping, mark, tag, anchor, style);
    }
    void OnMapEnd() override { confirm(expect(true).type == Event::Type::end); }

private:
    void collection(Event::Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) {
        const Event& event = expect(anchor == 0);
        confirm(event.type == type && begins_at(event, mark) && event.flow == (style == YAML::EmitterStyle::Flow) &&
                (tag.empty() || tag == "?"));
    }
    [[nodiscard]] const Event& expect(bool sound) const {
        if (!sound || next_ >= events_.size()) throw Disagreement{next_};
        return events_[next_];
    }
    void confirm(bool agreed) {
        if (!agreed) throw Disagreement{next_};
        ++next_;
    }
    [[nodiscard]] bool begins_at(const Event& event, const YAML::Mark& mark) const {
        return mark.pos >= 0 && static_cast<std::size_t>(mark.pos) + skipped_ == event.span.begin;
    }

    const std::vector<Event>& events_;
    std::size_t skipped_;
    std::size_t next_ = 0;
};

// The event where yaml-cpp parts from us, or nothing when it agrees to the end. `HandleNextDocument` is called twice
// at most: on some texts a third call would never come back.
std::optional<std::size_t> first_disagreement(std::string_view bytes, const std::vector<Event>& events) {
    const std::size_t skipped = bytes.starts_with(utf8::bom) ? utf8::bom.size() : 0;
    std::string with_line_end;
    std::string_view text = bytes.substr(skipped);
    if (!text.ends_with('\n')) {  // else yaml-cpp drops the last line of a block text
        with_line_end.reserve(text.size() + 1);
        with_line_end.append(text) += '\n';
        text = with_line_end;
    }
    Confirmation confirmation(events, skipped);
    try {
        ViewBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(confirmation) || parser.HandleNextDocument(confirmation))
            return confirmation.met();
        if (confirmation.met() != events.size()) return confirmation.met();
    } catch (const Disagreement& parting) {
        return parting.event;
    } catch (const YAML::Exception&) {
        return confirmation.met();
    }
    return std::nullopt;
}

// ---- The tree
// --------------------------------------------------------------------------------------------------------

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

Parsed parse(std::string_view bytes, const std::string& file) {
    Report report(bytes, file);
    const std::vector<std::size_t> invisible = check_bytes(bytes, report);
    if (report.refused()) return Parsed{std::nullopt, report.take()};

    std::vector<Event> events = scan(bytes, invisible, report);
    if (!report.refused())
        if (const auto parting = first_disagreement(bytes, events))
            cause::two_readings(report, place_of(events, *parting, bytes));
    if (events.empty()) return Parsed{std::nullopt, report.take()};

    Node root = Builder(events, bytes, report).build();
    if (report.refused()) return Parsed{std::nullopt, report.take()};
    return Parsed{std::move(root), report.take()};
}

}  // namespace cafe::yaml
