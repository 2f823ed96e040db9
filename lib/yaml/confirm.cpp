#include "yaml/confirm.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>

#include "base/utf8.hpp"

namespace cafe::yaml {

namespace {

// ---- What every reader of YAML reads alike ----

constexpr std::size_t npos = std::string_view::npos;

// `---` stands before the record or nowhere, `...` behind it or nowhere. In a comment there they are no markers; one
// such record more is confirmed.
bool has_marker(std::string_view bytes, const std::vector<Event>& events) {
    const auto last =
        std::find_if(events.rbegin(), events.rend(), [](const Event& event) { return event.type != Event::Type::end; });
    return bytes.substr(0, events.front().span.begin).find("---") != npos ||
           bytes.substr(last->span.end).find("...") != npos;
}

// The event that ends the collection begun at `index`.
std::size_t end_of(const std::vector<Event>& events, std::size_t index) {
    for (std::size_t open = 0;; ++index) {
        const Event::Type type = events[index].type;
        if (type == Event::Type::mapping || type == Event::Type::sequence) ++open;
        if (type == Event::Type::end && --open == 0) return index;
    }
}

// `#` and line ends inside brackets have rules of their own.
bool is_everyday_bracket(std::string_view bytes, Span span) {
    const std::string_view written = bytes.substr(span.begin, span.size());
    return written.find('\n') == npos && written.find('#') == npos;
}

// No escape but of the quote and the backslash itself.
bool is_everyday_quote(std::string_view written) {
    for (std::size_t at = written.find('\\'); at != npos; at = written.find('\\', at + 2))
        if (written[at + 1] != '"' && written[at + 1] != '\\') return false;
    return true;
}

// Keeping all line ends, an indentation that is told, a comment behind the sign, lines deeper than the first: not here.
bool is_everyday_block(std::string_view bytes, const Event& event) {
    std::string_view header = bytes.substr(event.span.begin + 1, 2);
    if (header.starts_with('-')) header.remove_prefix(1);
    const std::string_view text = event.text;
    return header.starts_with('\n') && !text.empty() && text.front() != '\n' && text.front() != ' ' &&
           (event.style == Style::literal || text.find("\n ") == npos);
}

bool is_everyday_scalar(std::string_view bytes, const Event& event) {
    switch (event.style) {
        // A bare text that begins with one of these is a text only for what stands behind it.
        case Style::plain: return std::string_view("?:").find(bytes[event.span.begin]) == npos;
        case Style::single_quoted: return true;
        case Style::double_quoted: return is_everyday_quote(bytes.substr(event.span.begin, event.span.size()));
        case Style::literal:
        case Style::folded: return is_everyday_block(bytes, event);
    }
    return false;
}

// ---- The second opinion: yaml-cpp must meet the same events ----

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

}  // namespace

bool is_everyday(std::string_view bytes, const std::vector<Event>& events) {
    if (events.empty()) return false;
    if (bytes.starts_with(utf8::bom) || bytes.find('\r') != npos || bytes.find('\t') != npos) return false;
    if (has_marker(bytes, events)) return false;
    std::size_t bracket_end = 0;  // the event that ends the outermost brackets
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        if (event.type == Event::Type::scalar && !is_everyday_scalar(bytes, event)) return false;
        if (!event.flow || i < bracket_end) continue;
        bracket_end = end_of(events, i);
        if (!is_everyday_bracket(bytes, Span{event.span.begin, events[bracket_end].span.end})) return false;
    }
    return true;
}

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

}  // namespace cafe::yaml
