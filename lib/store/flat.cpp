// The text, then the tree from its root downward: of each node and key a byte that says what it is, its span, what it
// says where that is more than its bytes, and how many parts it has. Numbers have seven bits a byte, the lowest first.
#include "store/flat.hpp"

#include <cstdint>
#include <utility>

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

class Reader {
public:
    explicit Reader(std::string_view rest) : rest_(rest) {}

    bool source(Source& into) {
        if (!bytes(into.text) || into.text.size() > yaml::largest_text) return false;
        text_ = into.text;
        return node(into.tree, 0) && into.tree.kind == Kind::mapping && rest_.empty();
    }

private:
    bool number(std::size_t& value) {
        value = 0;
        for (unsigned shift = 0; shift < 63 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::size_t>(byte & 0x7FU) << shift;
            if (byte < 0x80U) return true;
        }
        return false;
    }
    bool bytes(std::string& value) {
        std::size_t size = 0;
        if (!number(size) || size > rest_.size()) return false;
        value = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return true;
    }
    // How many parts follow: each takes more than a byte.
    bool count(std::size_t& value) { return number(value) && value <= rest_.size() && value <= yaml::most_nodes; }

    struct Head {
        Kind kind = Kind::empty;
        bool flow = false;
    };
    template <class Part>
    bool part(Part& into, Head& head) {
        if (rest_.empty()) return false;
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        const unsigned style = byte >> style_shift & style_mask;
        std::size_t begin = 0;
        std::size_t size = 0;
        if (style > static_cast<unsigned>(Style::folded) || !number(begin) || !number(size) ||
            begin > text_.size() || size > text_.size() - begin)
            return false;
        head = {static_cast<Kind>(byte & most_kinds), (byte >> flow_bit & 1U) != 0};
        into.style = static_cast<Style>(style);
        into.span = {begin, begin + size};
        switch (static_cast<Said>(byte >> said_shift)) {
            case Said::nothing: return true;
            case Said::its_bytes: return into.text = text_.substr(begin, size), true;
            case Said::between_quotes:
                if (size < 2) return false;
                return into.text = text_.substr(begin + 1, size - 2), true;
            case Said::other: break;
        }
        return bytes(into.text);
    }
    bool node(Node& into, std::size_t depth) {
        Head head;
        if (depth > yaml::deepest_level || !part(into, head)) return false;
        into.kind = head.kind;
        into.flow = head.flow;
        if (into.kind == Kind::sequence) return items(into, depth);
        return into.kind != Kind::mapping || entries(into, depth);
    }
    bool items(Node& into, std::size_t depth) {
        std::size_t size = 0;
        if (!count(size)) return false;
        into.items.resize(size);
        for (Node& item : into.items)
            if (!node(item, depth + 1)) return false;
        return true;
    }
    bool entries(Node& into, std::size_t depth) {
        std::size_t size = 0;
        if (!count(size)) return false;
        into.entries.resize(size);
        for (Entry& entry : into.entries) {
            Head head;
            if (!part(entry.key, head) || !node(entry.value, depth + 1)) return false;
        }
        return true;
    }

    std::string_view rest_;
    std::string_view text_;
};

}  // namespace

void write_flat(const Source& source, std::string& out) {
    Writer writer(source.text, out);
    writer.bytes(source.text);
    writer.node(source.tree);
}

std::optional<Source> read_flat(std::string_view bytes, const Ref& ref, const std::string& path) {
    Source source{ref, path, {}, {}};
    if (!Reader(bytes).source(source)) return std::nullopt;
    return source;
}

}  // namespace cafe::store
