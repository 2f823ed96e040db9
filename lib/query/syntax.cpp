#include "query/syntax.hpp"

#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace cafe::query {

namespace {

constexpr Phrase<> unclosed_quote{"un guillemet n'est jamais refermé", "a quotation mark is never closed"};
constexpr Phrase<> unclosed_parenthesis{"une parenthèse n'est jamais refermée", "a parenthesis is never closed"};
constexpr Phrase<> too_deep{"trop de parenthèses ou de « not: » les uns dans les autres",
                            "too many parentheses or 'not:' inside each other"};
constexpr Phrase<> close_quote{"le refermer, ou écrire la question sans lui", "close it, or ask without it"};
constexpr Phrase<> close_parenthesis{"la refermer, ou écrire la question sans elle", "close it, or ask without it"};

struct Marks {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<Marks, 3> marks{{{"\"", "\""}, {"“", "”"}, {"«", "»"}}};

// The parser goes one call deeper for each.
constexpr int most_signs = 200;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
using ascii::is_letter;
bool is_key_character(char c) {
    return ascii::is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
}

class Cutter {
public:
    explicit Cutter(std::string_view query) : query_(query) {}

    Result<std::vector<Piece>> cut() {
        while (at_ < query_.size()) {
            if (is_blank(query_[at_])) {
                ++at_;
            } else if (query_[at_] == '(' && !begins_number()) {
                add(Piece::Kind::open, at_ + 1);
                ++depth_;
                ++signs_;
            } else if (query_[at_] == ')') {
                if (depth_ > 0) {
                    --depth_;
                    add(Piece::Kind::close, at_ + 1);
                } else {
                    ++at_;
                }
            } else if (opening_mark()) {
                auto text = quoted();
                if (!text) return usage(unclosed_quote(), close_quote());
                Piece& piece = add(Piece::Kind::phrase, at_);
                piece.text = std::move(*text);
            } else if (auto refused = word()) {
                return *refused;
            }
        }
        if (depth_ > 0) return usage(unclosed_parenthesis(), close_parenthesis());
        if (signs_ > most_signs) return usage(too_deep(), close_parenthesis());
        return std::move(pieces_);
    }

private:
    static Error usage(Words message, Words remedy) {
        return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
    }

    Piece& add(Piece::Kind kind, std::size_t end) {
        Piece piece;
        piece.kind = kind;
        piece.begin = at_;
        piece.end = end;
        at_ = end;
        pieces_.push_back(std::move(piece));
        return pieces_.back();
    }

    // "+33 (0)5…", "(+33) 5…": a parenthesis of a telephone number.
    [[nodiscard]] bool begins_number() const {
        const std::string_view rest = query_.substr(at_);
        return rest.starts_with("(0)") || rest.starts_with("(+");
    }

    [[nodiscard]] const Marks* opening_mark() const {
        for (const Marks& pair : marks)
            if (query_.substr(at_).starts_with(pair.open)) return &pair;
        return nullptr;
    }

    // Behind the opening mark at `at_`; moves behind the closing one. Nothing when there is none.
    std::optional<std::string> quoted() {
        const Marks* pair = opening_mark();
        const std::size_t begin = at_ + pair->open.size();
        const std::size_t end = query_.find(pair->close, begin);
        if (end == std::string_view::npos) return std::nullopt;
        at_ = end + pair->close.size();
        return std::string(text::trim(query_.substr(begin, end - begin)));
    }

    [[nodiscard]] std::size_t word_end() const {
        std::size_t end = at_;
        while (end < query_.size() && !is_blank(query_[end]) && query_[end] != '"' &&
               !(query_[end] == ')' && depth_ > 0))
            ++end;
        return end;
    }

    // The length of `key:` at the cursor, or 0. A link is no field.
    [[nodiscard]] std::size_t key_length() const {
        if (!is_letter(query_[at_])) return 0;
        std::size_t end = at_;
        while (end < query_.size() && is_key_character(query_[end])) ++end;
        if (end >= query_.size() || query_[end] != ':') return 0;
        return query_.substr(end).starts_with("://") ? 0 : end + 1 - at_;
    }

    std::optional<Error> word() {
        const std::size_t key = key_length();
        if (key == 0) {
            const std::size_t end = word_end();
            const std::string_view text = query_.substr(at_, end - at_);
            const bool is_or = text == "OR" || text == "OU";
            Piece& piece = add(is_or ? Piece::Kind::or_ : Piece::Kind::word, end);
            piece.text = text;
            return std::nullopt;
        }
        const std::string name = ascii::lower(query_.substr(at_, key - 1));
        if (name == "not") {
            add(Piece::Kind::not_, at_ + key);
            ++signs_;
            return std::nullopt;
        }
        Piece piece;
        piece.kind = Piece::Kind::field;
        piece.key = std::move(name);
        piece.begin = at_;
        at_ += key;
        if (at_ < query_.size() && opening_mark()) {
            auto text = quoted();
            if (!text) return usage(unclosed_quote(), close_quote());
            piece.text = std::move(*text);
            piece.quoted = true;
        } else {
            const std::size_t end = word_end();
            piece.text = query_.substr(at_, end - at_);
            at_ = end;
        }
        piece.end = at_;
        pieces_.push_back(std::move(piece));
        return std::nullopt;
    }

    std::string_view query_;
    std::size_t at_ = 0;
    int depth_ = 0;
    int signs_ = 0;  // that may stand inside each other
    std::vector<Piece> pieces_;
};

}  // namespace

Result<std::vector<Piece>> pieces_of(std::string_view query) {
    return Cutter(query).cut();
}

}  // namespace cafe::query
