// Elements around the words of a page. Tags and attribute names are ours; every text and every attribute's value is
// escaped in here.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/html_places.hpp"
#include "view/page.hpp"

namespace cafe::render {

/// The policy of a document that is sent alone: its one style sheet is inside and bears this name, nothing else may set
/// a style, and nothing runs.
inline constexpr std::string_view policy_alone =
    "default-src 'none'; style-src 'nonce-cafe'; img-src data:; base-uri 'none'; form-action 'none'";

class HtmlWriter {
public:
    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    HtmlWriter(Lang lang, const Places& places, std::size_t room = 0) : lang_(lang), places_(places) {
        out_.reserve(room);
    }
    /// Another one, of the same page.
    [[nodiscard]] HtmlWriter beside(std::size_t room) const { return {lang_, places_, room}; }

    void open(std::string_view tag, std::initializer_list<Attribute> attributes = {});
    void close(std::string_view tag);
    void line() { out_ += '\n'; }
    /// Markup that is made by us.
    void ours(std::string_view markup) { out_ += markup; }

    /// A line feed in a text is a line break.
    void words(std::string_view text);
    /// A text where no element may stand: the title of the document.
    void bare(std::string_view text);
    void element(std::string_view tag, std::string_view text, std::initializer_list<Attribute> attributes = {});

    /// Opens a link when there is somewhere to go; says whether it did.
    bool open_link(const view::Link& link, std::string_view css = "", std::string_view current = "");
    void link(const view::Link& target, std::string_view text, std::string_view css = "",
              std::string_view current = "");
    void text(const view::Text& text);
    void blocks(const std::vector<view::Block>& blocks);
    void write(const view::Section& section);
    /// A field where a script `runs`, else the words that stand in for it.
    void write(const view::SearchField& search, bool runs);
    /// All of a page but what stands around it; `search` writes its field where it has one.
    void content(const view::Page& page, const std::function<void(const view::SearchField&)>& search = nullptr);
    /// From here on anchors begin with `prefix`: pages that stand in one document share none.
    void under(std::string prefix) { prefix_ = std::move(prefix); }
    /// From here on headings stand so many levels lower: a page inside of another one.
    void lower(int levels) { lowered_ = levels; }
    [[nodiscard]] const std::string& written() const { return out_; }
    std::string take() { return std::move(out_); }

private:
    void section_(const view::Section& section, const std::string& tag);
    [[nodiscard]] std::string heading(int level) const;
    void spell(std::string_view text);
    [[nodiscard]] const std::string* meaning_of(std::string_view word) const;
    void inline_(const view::Inline& part);
    void write(const view::Paragraph& paragraph);
    void write(const view::Items& list);
    void write(const view::Steps& steps);
    void write(const view::Facts& facts);
    void write(const view::Table& table);
    void write(const view::Week& week);
    void write(const view::QrCode& code);
    void write(const view::Folded& folded);
    void write(const view::AtHand& at_hand);
    void write_line(const view::Line& each);
    static std::string_view fill_class(view::Map::Fill fill);
    void write(const view::Map& map);
    void write_shape(const view::Map::Shape& shape);
    void table_row(const std::vector<view::Text>& row);
    void write(const view::Tags& tags) { tag_list(tags.tags); }
    void tag_list(const std::vector<view::Tag>& tags);
    void write(const view::Cards& cards);
    static std::string card_tint(const view::Card& card);
    void write_card(const view::Card& card);
    void write(const view::Notice& notice);
    void write(const view::Markdown& markdown);
    void write(const view::Heading& heading);
    void write(const view::Quote& quote);
    void write(const view::Preformatted& lines);
    void write(const view::Actions& actions);
    void deed(std::string_view what, std::string_view words);

    Lang lang_;
    const Places& places_;
    bool exact_ = false;  // the words are an address
    std::string set_;     // words as they are set, before they are escaped
    std::string out_;
    std::string prefix_;  // of anchors
    int sections_ = 0;
    int lowered_ = 0;
};

/// The classes of what holds a page whose content was written: on paper a fiche is one sheet of A4, the more it says,
/// the smaller its letters (assets/style.css).
std::string_view paper_class(const view::Page& page, std::string_view content);

}  // namespace cafe::render
