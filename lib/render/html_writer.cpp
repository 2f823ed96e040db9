#include "render/html_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "base/url.hpp"
#include "render/html_escape.hpp"
#include "render/map_svg.hpp"
#include "render/markup.hpp"
#include "render/qr.hpp"
#include "render/typography.hpp"

namespace cafe::render {

using namespace view;

namespace {

constexpr Phrase<> side_name{"Coordonnées", "Contact details"};

// The colours that assets/style.css knows for families of themes.
constexpr std::size_t tints = 14;

std::string tint_class(std::size_t tint) {
    return fmt::format("t{}", tint % tints + 1);
}

// What a byte is to a word: bytes of letters that are not ASCII go on with it, but for U+2019, U+202F and their like
// (E2 80 …), which end it.
enum class InWord : unsigned char { no, yes, as_before };

constexpr auto in_words = [] {
    std::array<InWord, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
        if (plain || (byte >= 0xC3 && byte != 0xE2))
            kinds[byte] = InWord::yes;
        else if (byte >= 0x80 && byte < 0xC0)
            kinds[byte] = InWord::as_before;
    }
    return kinds;
}();

// Where the word that begins at `begin` ends: at `begin` when none does.
std::size_t word_end(std::string_view text, std::size_t begin) {
    const auto kind = [&](std::size_t at) { return in_words[static_cast<unsigned char>(text[at])]; };
    if (kind(begin) != InWord::yes) return begin;
    std::size_t end = begin + 1;
    while (end < text.size() && kind(end) != InWord::no) ++end;
    return end;
}

std::string_view sign_class(Sign sign) {
    switch (sign) {
        case Sign::none: return "";
        case Sign::phone: return "ic tel";
        case Sign::mail: return "ic mel";
        case Sign::web: return "ic web";
        case Sign::place: return "ic lieu";
    }
    return "";
}

// Bytes of words, without the tags around them.
std::size_t words_in(std::string_view html) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t tag = std::min(html.find('<', at), html.size());
        words += tag - at;
        at = std::min(html.find('>', tag), html.size() - 1) + 1;
    }
    return words;
}

}  // namespace

void HtmlWriter::open(std::string_view tag, std::initializer_list<Attribute> attributes) {
    out_ += '<';
    out_ += tag;
    for (const Attribute& attribute : attributes) {
        if (attribute.value.empty()) continue;
        out_ += ' ';
        out_ += attribute.name;
        out_ += "=\"";
        append_html(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
}

void HtmlWriter::close(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += '>';
}

// A line feed in a text is a line break.
void HtmlWriter::words(std::string_view text) {
    if (exact_) {
        append_html_lines(out_, text);
        return;
    }
    if (lang_ != Lang::fr) {
        spell(text);
        return;
    }
    set_.clear();
    append_typeset(set_, text, lang_);
    set_ = with_apostrophes(std::move(set_));
    spell(set_);
}

void HtmlWriter::bare(std::string_view text) {
    out_ += html_escaped(typeset(text, lang_));
}

void HtmlWriter::element(std::string_view tag, std::string_view text, std::initializer_list<Attribute> attributes) {
    open(tag, attributes);
    words(text);
    close(tag);
}

// Opens a link when there is somewhere to go; says whether it did.
bool HtmlWriter::open_link(const Link& link, std::string_view css, std::string_view current) {
    if (const auto* page = std::get_if<PageRef>(&link)) {
        const std::string href = places_.page(*page);
        if (href.empty()) return false;
        open("a", {{"class", css}, {"href", href}, {"aria-current", current}});
        return true;
    }
    const auto& outside = std::get<Outside>(link);
    const bool web = outside.kind() == Outside::Kind::web;
    open("a", {{"class", css}, {"href", outside.href()}, {"rel", web ? "noopener noreferrer" : ""}});
    return true;
}

void HtmlWriter::link(const Link& target, std::string_view text, std::string_view css, std::string_view current) {
    if (open_link(target, css, current)) {
        words(text);
        close("a");
    } else {
        element("span", text, {{"class", css}});
    }
}

void HtmlWriter::text(const Text& text) {
    for (const Inline& part : text) inline_(part);
}

void HtmlWriter::blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit([this](const auto& each) { write(each); }, block.is);
}

void HtmlWriter::write(const Section& section) {
    const std::string tag = heading(section.level >= 3 ? 3 : 2);
    if (!section.on_paper) open("div", {{"class", "ecran"}});
    section_(section, tag);
    if (!section.on_paper) close("div");
}

std::string HtmlWriter::heading(int level) const {
    return fmt::format("h{}", level + lowered_);
}

void HtmlWriter::content(const Page& page, const std::function<void(const SearchField&)>& search) {
    open("div", {{"class", page.beside_title ? "accroche heros" : "accroche"}});
    if (page.beside_title) open("div");
    if (!page.kicker.empty()) element("p", page.kicker, {{"class", "genre"}});
    element(heading(1), page.title);
    line();
    if (!page.lead.empty()) element("p", page.lead, {{"class", "chapo"}});
    if (page.search && search) search(*page.search);
    blocks(page.head);
    if (page.beside_title) {
        close("div");
        write(*page.beside_title);
    }
    ours("</div>\n");
    if (page.side.empty()) {
        blocks(page.body);
        return;
    }
    ours("<div class=\"page\"><div>\n");
    blocks(page.body);
    ours("</div>\n");
    open("aside", {{"aria-label", side_name().in(page.lang)}});
    line();
    for (const Section& section : page.side) write(section);
    ours("</aside></div>\n");
}

void HtmlWriter::section_(const Section& section, const std::string& tag) {
    if (section.look == Look::plain) {
        element(tag, section.title, {{"id", section.anchor.empty() ? "" : prefix_ + section.anchor}});
        line();
        blocks(section.blocks);
        return;
    }
    const std::string id =
        section.anchor.empty() ? fmt::format("{}s{}", prefix_, ++sections_) : prefix_ + section.anchor;
    open("section", {{"class", section.look == Look::guide ? "orienter" : "panneau"}, {"aria-labelledby", id}});
    element(tag, section.title, {{"id", id}});
    line();
    blocks(section.blocks);
    close("section");
    line();
}

// Words with their acronyms explained.
void HtmlWriter::spell(std::string_view text) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const std::size_t end = word_end(text, begin);
        at = std::max(end, begin + 1);
        if (text[begin] < 'A' || text[begin] > 'Z') continue;
        const std::string_view word = text.substr(begin, end - begin);
        const auto* meaning = meaning_of(word);
        if (meaning == nullptr) continue;
        append_html_lines(out_, text.substr(done, begin - done));
        open("abbr", {{"title", *meaning}});
        out_ += word;
        close("abbr");
        done = end;
    }
    append_html_lines(out_, text.substr(done));
}

const std::string* HtmlWriter::meaning_of(std::string_view word) const {
    if (places_.abbreviations == nullptr || word.size() < 2) return nullptr;
    const auto found = places_.abbreviations->find(word);
    return found == places_.abbreviations->end() ? nullptr : &found->second;
}

void HtmlWriter::inline_(const Inline& part) {
    const bool linked = part.link && open_link(*part.link);
    // An address is copied as it stands: neither its apostrophes nor its capitals are ours to dress.
    const auto* outside = part.link ? std::get_if<view::Outside>(&*part.link) : nullptr;
    exact_ = outside != nullptr && outside->shown() == part.text;
    if (part.aging) open("span", {{"data-jusqu", part.aging->last.iso()}, {"data-alors", part.aging->then}});
    switch (part.tone) {
        case Tone::plain: words(part.text); break;
        case Tone::strong: element("strong", part.text); break;
        case Tone::emphasis: element("em", part.text); break;
        case Tone::quiet: element("span", part.text, {{"class", "doux"}}); break;
        case Tone::code: element("code", part.text); break;
        case Tone::badge: element("span", part.text, {{"class", "pastille plein"}}); break;
        case Tone::ribbon: element("span", part.text, {{"class", "pastille"}}); break;
    }
    exact_ = false;
    if (part.aging) close("span");
    if (linked) close("a");
}

void HtmlWriter::write(const Paragraph& paragraph) {
    open("p", {{"class", sign_class(paragraph.sign)}});
    text(paragraph.text);
    close("p");
    line();
}

void HtmlWriter::write(const Items& list) {
    const std::string_view tag = list.numbered ? "ol" : "ul";
    open(tag);
    for (const Item& item : list.items) {
        open("li");
        text(item.text);
        blocks(item.below);
        close("li");
    }
    close(tag);
    line();
}

void HtmlWriter::write(const Steps& steps) {
    open("ol", {{"class", "etapes"}});
    for (const Text& step : steps.items) {
        open("li");
        text(step);
        close("li");
    }
    close("ol");
    line();
}

void HtmlWriter::write(const Facts& facts) {
    open("dl", {{"class", "cles"}});
    for (const auto& [label, value] : facts.rows) {
        element("dt", label);
        open("dd");
        text(value);
        close("dd");
    }
    close("dl");
    line();
}

// A wide table scrolls inside its frame and can be reached with the keyboard; a narrow one breaks its lines.
void HtmlWriter::write(const Table& table) {
    const bool wide = table.matrix || table.columns.size() > 3;
    if (wide)
        open("div", {{"class", table.matrix ? "defile matrice" : "defile"},
                     {"tabindex", "0"},
                     {"role", "region"},
                     {"aria-label", table.caption}});
    else
        open("div", {{"class", "libre"}});
    open("table");
    element("caption", table.caption, {{"class", "evite"}});
    open("thead");
    open("tr");
    for (const std::string& column : table.columns) element("th", column, {{"scope", "col"}});
    close("tr");
    close("thead");
    open("tbody");
    for (const std::vector<Text>& row : table.rows) table_row(row);
    close("tbody");
    close("table");
    close("div");
    line();
}

void HtmlWriter::write(const Week& week) {
    open("table", {{"class", "heures"}, {"data-h", week.minutes}});
    element("caption", week.caption, {{"class", "evite"}});
    open("tbody");
    for (const Week::Day& day : week.days) {
        open("tr", {{"data-j", fmt::format("{}", day.weekday)}});
        element("th", day.name, {{"scope", "row"}});
        // A line breaks between spans of time, never inside of one; French has its first blank from the typesetter.
        // A dash lets a line end behind it, no-break space or not (UAX 14, LB12a), but for a word joiner.
        const std::string_view dash = lang_ == Lang::fr ? " –\u2060\u00a0" : "\u00a0–\u2060\u00a0";
        element("td", text::replace_all(day.times, " – ", dash));
        close("tr");
    }
    close("tbody");
    close("table");
    line();
}

// Four light squares around it, as the standard asks.
void HtmlWriter::write(const QrCode& code) {
    const auto squares = qr_squares(code.holds);
    if (!squares) return;
    const std::size_t side = squares->width + 8;
    open("div", {{"class", "scan"}});
    open("svg", {{"class", "qr"},
                 {"viewBox", fmt::format("-4 -4 {} {}", side, side)},
                 {"role", "img"},
                 {"aria-label", code.label}});
    out_ += "<path d=\"";
    out_ += qr_path(*squares);
    out_ += "\" stroke=\"#000\"></path></svg>";
    element("span", code.words, {{"class", "petit"}});
    close("div");
    line();
}

std::string_view HtmlWriter::fill_class(view::Map::Fill fill) {
    return fill == view::Map::Fill::ground ? "sol" : fill == view::Map::Fill::chosen ? "ici" : "";
}

// One picture, or a group of links that each have a name.
void HtmlWriter::write(const view::Map& map) {
    const bool leads = std::any_of(map.shapes.begin(), map.shapes.end(), [&](const view::Map::Shape& shape) {
        return shape.page && !places_.page(*shape.page).empty();
    });
    if (!map.source.empty()) open("figure");
    open("svg", {{"class", "carte"},
                 {"viewBox", fmt::format("0 0 {} {}", map.width, map.height)},
                 {"role", leads ? "group" : "img"},
                 {"aria-label", map.label}});
    for (const view::Map::Shape& shape : map.shapes) write_shape(shape);
    out_ += "</svg>";
    if (!map.source.empty()) {
        element("figcaption", map.source);
        close("figure");
    }
    line();
}

void HtmlWriter::write_shape(const view::Map::Shape& shape) {
    const bool linked = shape.page && open_link(*shape.page);
    if (linked) element("title", shape.name);
    out_ += "<path";
    if (const std::string_view fill = fill_class(shape.fill); !fill.empty()) {
        out_ += " class=\"";
        out_ += fill;
        out_ += '"';
    }
    out_ += " d=\"";
    out_ += map_path(shape);
    out_ += "\"></path>";
    if (linked) close("a");
    line();
}

void HtmlWriter::table_row(const std::vector<Text>& row) {
    open("tr");
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i == 0)
            open("th", {{"scope", "row"}});
        else
            open("td");
        text(row[i]);
        close(i == 0 ? "th" : "td");
    }
    close("tr");
    line();
}

void HtmlWriter::tag_list(const std::vector<Tag>& tags) {
    if (tags.empty()) return;
    open("ul", {{"class", "tags"}});
    for (const Tag& tag : tags) {
        open("li");
        link(tag.page, tag.text, tag.tint ? "tag " + tint_class(*tag.tint) : "tag lieu-dit");
        close("li");
    }
    close("ul");
    line();
}

void HtmlWriter::write(const Cards& cards) {
    open("ul", {{"class", "fiches"}});
    line();
    for (const Card& card : cards.cards) write_card(card);
    close("ul");
    line();
}

// The colour of its first theme.
std::string HtmlWriter::card_tint(const Card& card) {
    if (card.tags.empty() || !card.tags.front().tint) return "";
    return " " + tint_class(*card.tags.front().tint);
}

void HtmlWriter::write_card(const Card& card) {
    open("li", {{"class", "fiche" + card_tint(card)}});
    open("div");
    if (!card.kicker.empty()) element("p", card.kicker, {{"class", "genre"}});
    open("h3");
    link(card.page, card.name);
    close("h3");
    if (!card.mark.empty()) element("p", card.mark, {{"class", "marque-etat"}});
    if (!card.text.empty()) element("p", card.text, {{"class", "mission"}});
    tag_list(card.tags);
    close("div");
    open("div", {{"class", "cote"}});
    for (const Line& each : card.lines) write_line(each);
    close("div");
    close("li");
    line();
}

void HtmlWriter::write_line(const Line& each) {
    open("p", {{"class", each.sign == Sign::none ? "petit doux" : sign_class(each.sign)}});
    text(each.text);
    close("p");
}

void HtmlWriter::write(const view::Folded& folded) {
    open("details");
    element("summary", folded.words);
    line();
    blocks(folded.blocks);
    close("details");
    line();
}

void HtmlWriter::write(const view::AtHand& at_hand) {
    open("div", {{"class", "vue"}});
    for (const Line& each : at_hand.lines) write_line(each);
    close("div");
    line();
}

void HtmlWriter::write(const Notice& notice) {
    open("div", {{"class", "avis"}, {"role", "note"}});
    for (const Text& each : notice.lines) {
        open("p");
        text(each);
        close("p");
    }
    close("div");
    line();
}

void HtmlWriter::write(const Markdown& markdown) {
    blocks(blocks_of(markdown.text));
}

void HtmlWriter::write(const Heading& words) {
    const std::string tag = heading(3);
    open(tag);
    text(words.text);
    close(tag);
    line();
}

void HtmlWriter::write(const Quote& quote) {
    open("blockquote");
    blocks(quote.blocks);
    close("blockquote");
    line();
}

// White space counts here, so the words are not set.
void HtmlWriter::write(const Preformatted& lines) {
    open("pre");
    out_ += html_escaped(lines.text);
    close("pre");
    line();
}

void HtmlWriter::write(const Actions& actions) {
    open("div", {{"class", actions.deeds ? "actions outils" : "actions"}});
    for (std::size_t i = 0; i < actions.actions.size(); ++i) {
        const auto& [words, target] = actions.actions[i];
        if (const auto* page = std::get_if<PageRef>(&target); page != nullptr && places_.page(*page).empty()) continue;
        link(target, words, i == 0 && !actions.deeds ? "bouton plein" : "bouton");
    }
    if (actions.deeds) {
        deed("share", actions.deeds->share);
        deed("print", actions.deeds->print);
    }
    close("div");
    line();
}

// Where nothing runs there is no button that does nothing.
void HtmlWriter::deed(std::string_view what, std::string_view words) {
    if (words.empty()) return;
    ours("<button type=\"button\" class=\"bouton\" hidden data-fait=\"");
    ours(what);
    ours("\">");
    this->words(words);
    close("button");
}

// The examples lead to the page itself with a question in the address: # and nothing that a record says.
void HtmlWriter::write(const SearchField& search, bool runs) {
    if (runs) {
        ours("<div class=\"quete js-seul\" role=\"search\">");
        element("label", search.label, {{"for", "q"}});
        ours("<input id=\"q\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></div>\n");
        ours("<p class=\"essais js-seul\">");
        words(search.examples_label);
        for (const std::string& example : search.examples) {
            ours(" ");
            element("a", example, {{"href", "#q=" + url_encoded(example)}});
        }
        ours("</p>\n<noscript>");
    }
    element("p", search.without);
    ours(runs ? "</noscript>\n" : "\n");
}

// The bounds were measured on sheets that were full.
std::string_view paper_class(const Page& page, std::string_view content) {
    if (page.self.kind != PageKind::fiche) return "cadre";
    const std::size_t words = words_in(content);
    if (words < 2400) return "cadre";
    if (words < 3000) return "cadre long1";
    if (words < 3900) return "cadre long2";
    return words < 5000 ? "cadre long3" : "cadre long4";
}

}  // namespace cafe::render
