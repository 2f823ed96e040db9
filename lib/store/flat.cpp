// The text, then the tree from its root downward: of each node and key a byte that says what it is, its span, what it
// says where that is more than its bytes, and how many parts it has. Numbers have seven bits a byte, the lowest first.
#include "store/flat.hpp"

#include <cstdint>
#include <utility>

#include "store/reading.hpp"
#include "yaml/limits.hpp"

namespace cafe::store {

namespace {

using yaml::Entry;
using yaml::Kind;
using yaml::Node;
using yaml::Style;

// What a scalar says, beside its bytes.
enum class Said : std::uint8_t { nothing, its_bytes, between_quotes, other };

constexpr unsigned kind_bits = 2;   // the lowest, then
constexpr unsigned flow_bit = 2;    // its place
constexpr unsigned style_shift = 3;
constexpr unsigned style_mask = 7;
constexpr unsigned said_shift = 6;
constexpr unsigned most_kinds = (1U << kind_bits) - 1;

class Writer {
public:
    Writer(std::string_view text, std::string& out) : text_(text), out_(out) {}

    void number(std::uint64_t value) {
        for (; value >= 0x80U; value >>= 7U) out_ += static_cast<char>(0x80U | (value & 0x7FU));
        out_ += static_cast<char>(value);
    }
    void bytes(std::string_view value) {
        number(value.size());
        out_ += value;
    }
    void node(const Node& node) {
        part(node.kind, node.flow, node.style, node.span, node.text);
        if (node.kind == Kind::sequence) {
            number(node.items.size());
            for (const Node& item : node.items) this->node(item);
        }
        if (node.kind == Kind::mapping) {
            number(node.entries.size());
            for (const Entry& entry : node.entries) {
                part(Kind::scalar, false, entry.key.style, entry.key.span, entry.key.text);
                this->node(entry.value);
            }
        }
    }

private:
    void part(Kind kind, bool flow, Style style, Span span, std::string_view says) {
        const Said said = said_by(span, says);
        out_ += static_cast<char>(static_cast<unsigned>(kind) | (flow ? 1U << flow_bit : 0U) |
                                  static_cast<unsigned>(style) << style_shift |
                                  static_cast<unsigned>(said) << said_shift);
        number(span.begin);
        number(span.size());
        if (said == Said::other) bytes(says);
    }
    [[nodiscard]] Said said_by(Span span, std::string_view says) const {
        if (says.empty()) return Said::nothing;
        const std::string_view written = text_.substr(span.begin, span.size());
        if (says == written) return Said::its_bytes;
        if (written.size() >= 2 && says == written.substr(1, written.size() - 2)) return Said::between_quotes;
        return Said::other;
    }

    std::string_view text_;
    std::string& out_;
};

// One part as it stands in the bytes; the parts inside of it follow.
struct Head {
    Kind kind = Kind::empty;
    bool flow = false;
    Style style = Style::plain;
    Span span;
    std::string_view text;
};

// Goes through the bytes once. After anything that cannot be, `failed` and the end.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : rest_(bytes) {
        text_ = taken();
        if (text_.size() > yaml::largest_text) fail();
    }

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string_view text() const { return text_; }

    Head head() {
        Head head;
        if (rest_.empty()) return fail(), head;
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        const unsigned style = byte >> style_shift & style_mask;
        const std::size_t begin = number();
        const std::size_t size = number();
        if (style > static_cast<unsigned>(Style::folded) || begin > text_.size() || size > text_.size() - begin)
            return fail(), head;
        head.kind = static_cast<Kind>(byte & most_kinds);
        head.flow = (byte >> flow_bit & 1U) != 0;
        head.style = static_cast<Style>(style);
        head.span = {begin, begin + size};
        switch (static_cast<Said>(byte >> said_shift)) {
            case Said::nothing: break;
            case Said::its_bytes: head.text = text_.substr(begin, size); break;
            case Said::between_quotes:
                if (size < 2) return fail(), head;
                head.text = text_.substr(begin + 1, size - 2);
                break;
            case Said::other: head.text = taken(); break;
        }
        return head;
    }

    // How many parts follow: each takes more than a byte.
    std::size_t count() {
        const std::size_t value = number();
        if (value > rest_.size() || value > yaml::most_nodes) return fail(), 0;
        return value;
    }

    void fail() {
        failed_ = true;
        rest_ = {};
    }

private:
    std::size_t number() {
        std::size_t value = 0;
        for (unsigned shift = 0; shift < 63 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::size_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U) return value;
        }
        return fail(), 0;
    }
    std::string_view taken() {
        const std::size_t size = number();
        if (size > rest_.size()) return fail(), std::string_view();
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }

    std::string_view rest_;
    std::string_view text_;
    bool failed_ = false;
};

void read_node(Cursor& cursor, Node& into, std::size_t depth) {
    const Head head = cursor.head();
    if (depth > yaml::deepest_level) return cursor.fail();
    into.kind = head.kind;
    into.flow = head.flow;
    into.style = head.style;
    into.span = head.span;
    into.text = head.text;
    if (into.kind == Kind::sequence) {
        into.items.resize(cursor.count());
        for (Node& item : into.items)
            if (!cursor.failed()) read_node(cursor, item, depth + 1);
    }
    if (into.kind == Kind::mapping) {
        into.entries.resize(cursor.count());
        for (Entry& entry : into.entries) {
            const Head key = cursor.head();
            if (cursor.failed()) return;
            entry.key.style = key.style;
            entry.key.span = key.span;
            entry.key.text = key.text;
            read_node(cursor, entry.value, depth + 1);
        }
    }
}

// The bytes as `reading` asks for them: a part that nobody looked into is passed over.
class FlatPart {
public:
    FlatPart(Cursor& cursor, std::size_t depth) : cursor_(cursor), depth_(depth), head_(cursor.head()) {
        if (depth > yaml::deepest_level) cursor.fail();
    }

    [[nodiscard]] Kind kind() const { return cursor_.failed() ? Kind::empty : head_.kind; }
    [[nodiscard]] std::string_view text() const { return head_.text; }
    template <class Visit>
    void items(Visit visit) {
        if (kind() != Kind::sequence) return;
        passed_ = true;
        for (std::size_t left = cursor_.count(); left > 0 && !cursor_.failed(); --left) {
            FlatPart item(cursor_, depth_ + 1);
            visit(item);
            item.pass();
        }
    }
    template <class Visit>
    void entries(Visit visit) {
        if (kind() != Kind::mapping) return;
        passed_ = true;
        for (std::size_t left = cursor_.count(); left > 0 && !cursor_.failed(); --left) {
            const Head key = cursor_.head();
            FlatPart value(cursor_, depth_ + 1);
            visit(key.text, value);
            value.pass();
        }
    }
    void pass() {
        if (passed_) return;
        const auto nothing = [](auto&&...) {};
        items(nothing);
        entries(nothing);
    }

private:
    Cursor& cursor_;
    std::size_t depth_;
    Head head_;
    bool passed_ = false;
};

}  // namespace

void write_flat(const Source& source, std::string& out) {
    Writer writer(source.text, out);
    writer.bytes(source.text);
    writer.node(source.tree);
}

std::optional<Source> read_flat(std::string_view bytes, const Ref& ref, const std::string& path) {
    Cursor cursor(bytes);
    Source source{ref, path, std::string(cursor.text()), {}};
    read_node(cursor, source.tree, 0);
    if (cursor.failed() || !cursor.at_end() || source.tree.kind != Kind::mapping) return std::nullopt;
    return source;
}

bool read_flat_into(std::string_view bytes, void* owner, const model::Shape& shape) {
    Cursor cursor(bytes);
    FlatPart root(cursor, 0);
    if (root.kind() != Kind::mapping) return false;
    reading::read_mapping(owner, shape, root);
    return !cursor.failed() && cursor.at_end();
}

}  // namespace cafe::store
