#include "site/page_key.hpp"

#include <optional>
#include <type_traits>
#include <variant>

namespace cafe::site {

namespace {

using namespace view;

// Each struct is taken apart by name, never by a list of the members that seemed to matter: g++ and clang refuse a
// binding whose number of names is not that of the members.
class Taker {
public:
    Taker(Digest& digest, const Has& has) : digest_(digest), has_(has) {}

    template <class... Values>
    void all(const Values&... values) {
        (take(values), ...);
    }

private:
    void take(const std::string& text) { digest_.add(text); }
    template <class Number>
    requires std::is_integral_v<Number> || std::is_enum_v<Number>
    void take(Number number) { digest_.add(static_cast<std::uint64_t>(number)); }
    template <class T>
    void take(const std::vector<T>& list) {
        digest_.add(list.size());
        for (const T& each : list) take(each);
    }
    template <class T>
    void take(const std::optional<T>& value) {
        take(value.has_value());
        if (value) take(*value);
    }
    template <class A, class B>
    void take(const std::pair<A, B>& pair) {
        all(pair.first, pair.second);
    }
    template <class... Kinds>
    void take(const std::variant<Kinds...>& value) {
        take(value.index());
        std::visit([&](const auto& each) { take(each); }, value);
    }

    void take(const PageRef& page) {
        const auto& [kind, key] = page;
        all(kind, key, has_(page));
    }
    void take(const Outside& outside) { all(outside.kind(), outside.href(), outside.shown()); }
    void take(const Aging& aging) {
        const auto& [last, then] = aging;
        all(last.days_since_1970(), then);
    }
    void take(const Inline& part) {
        const auto& [text, tone, link, aging] = part;
        all(text, tone, link, aging);
    }
    void take(const Line& line) {
        const auto& [text, sign] = line;
        all(text, sign);
    }
    void take(const Paragraph& paragraph) {
        const auto& [text, sign] = paragraph;
        all(text, sign);
    }
    void take(const Item& item) {
        const auto& [text, below] = item;
        all(text, below);
    }
    void take(const Items& list) {
        const auto& [items, numbered] = list;
        all(items, numbered);
    }
    void take(const Steps& steps) {
        const auto& [items] = steps;
        all(items);
    }
    void take(const Facts& facts) {
        const auto& [rows] = facts;
        all(rows);
    }
    void take(const Table& table) {
        const auto& [caption, columns, rows, matrix] = table;
        all(caption, columns, rows, matrix);
    }
    void take(const Week::Day& day) {
        const auto& [weekday, name, times] = day;
        all(weekday, name, times);
    }
    void take(const Week& week) {
        const auto& [caption, days, minutes] = week;
        all(caption, days, minutes);
    }
    void take(const QrCode& code) {
        const auto& [holds, label, words] = code;
        all(holds, label, words);
    }
    void take(const view::Map::Dot& dot) {
        const auto& [x, y] = dot;
        digest_.add(std::uint64_t{static_cast<std::uint32_t>(x)} << 32U | static_cast<std::uint32_t>(y));
    }
    void take(const view::Map::Shape& shape) {
        const auto& [name, page, fill, rings] = shape;
        all(name, page, fill, rings);
    }
    void take(const view::Map& map) {
        const auto& [label, width, height, shapes, source] = map;
        all(label, width, height, shapes, source);
    }
    void take(const Tag& tag) {
        const auto& [text, page, tint] = tag;
        all(text, page, tint);
    }
    void take(const Tags& list) {
        const auto& [tags] = list;
        all(tags);
    }
    void take(const Card& card) {
        const auto& [page, kicker, name, text, mark, tags, lines] = card;
        all(page, kicker, name, text, mark, tags, lines);
    }
    void take(const Cards& list) {
        const auto& [cards] = list;
        all(cards);
    }
    void take(const Folded& folded) {
        const auto& [words, blocks] = folded;
        all(words, blocks);
    }
    void take(const AtHand& at_hand) {
        const auto& [lines] = at_hand;
        all(lines);
    }
    void take(const Notice& notice) {
        const auto& [lines] = notice;
        all(lines);
    }
    void take(const Markdown& markdown) {
        const auto& [text] = markdown;
        all(text);
    }
    void take(const Heading& heading) {
        const auto& [text] = heading;
        all(text);
    }
    void take(const Quote& quote) {
        const auto& [blocks] = quote;
        all(blocks);
    }
    void take(const Preformatted& lines) {
        const auto& [text] = lines;
        all(text);
    }
    void take(const Action& action) {
        const auto& [text, link] = action;
        all(text, link);
    }
    void take(const Actions::Deeds& deeds) {
        const auto& [share, print] = deeds;
        all(share, print);
    }
    void take(const Actions& list) {
        const auto& [actions, deeds] = list;
        all(actions, deeds);
    }
    void take(const Section& section) {
        const auto& [title, blocks, look, level, anchor, on_paper] = section;
        all(title, blocks, look, level, anchor, on_paper);
    }
    void take(const Block& block) {
        const auto& [is] = block;
        all(is);
    }
    void take(const SearchField& search) {
        const auto& [label, examples, examples_label, without] = search;
        all(label, examples, examples_label, without);
    }

    Digest& digest_;
    const Has& has_;
};

}  // namespace

void add_to(Digest& digest, const view::Page& page, const Has& has) {
    const auto& [self, lang, title, kicker, lead, description, search, head, beside, body, side, trail] = page;
    Taker(digest, has).all(self, lang, title, kicker, lead, description, search, head, beside, body, side, trail);
}

void add_to(Digest& digest, const render::Frame& frame, const Has& has) {
    const auto& [title, subtitle, menu, footer, urgent, warning] = frame;
    Taker(digest, has).all(title, subtitle, menu, footer, urgent, warning);
}

}  // namespace cafe::site
