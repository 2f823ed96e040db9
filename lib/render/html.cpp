#include "render/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/map_svg.hpp"
#include "render/markup.hpp"
#include "render/qr.hpp"
#include "render/typography.hpp"

namespace cafe::render {

namespace {

using namespace view;

// Pages are also opened from a folder, where some browsers take 'self' for nothing: hence `file:`.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; form-action 'none'";

// With scripts: those of the publication's own files, never one in the page.
constexpr std::string_view policy_scripts =
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; "
    "form-action 'none'";

// A page that is sent alone has its one style sheet inside, which bears this name; nothing else may set a style.
constexpr std::string_view policy_alone =
    "default-src 'none'; style-src 'nonce-cafe'; img-src data:; base-uri 'none'; form-action 'none'";

constexpr std::string_view cup =
    "<svg viewBox=\"0 0 32 32\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\" stroke-linecap=\"round\" "
    "aria-hidden=\"true\"><path d=\"M6 13h17v7a7 7 0 0 1-7 7h-3a7 7 0 0 1-7-7zM23 15h2a3.5 3.5 0 0 1 0 7h-2.3M11 9c-1.6"
    "-1.8 1.6-3 0-5M17 9c-1.6-1.8 1.6-3 0-5\"/></svg>";

constexpr std::string_view icon =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/"
    "svg'%20viewBox='0%200%2032%2032'%20fill='none'%20stroke='"
    "%237a4a21'%20stroke-width='3'%3E%3Cpath%20d='M6%2011h17v9a7%207%200%200%201-7%207h-3a7%207%200%200%201-7-7zM23%"
    "2014"
    "h3v7h-3'/%3E%3C/svg%3E";

constexpr Phrase<> skip{"Aller au contenu", "Skip to content"};
constexpr Phrase<> main_menu{"Principale", "Main"};
constexpr Phrase<> trail_name{"Fil d’Ariane", "Breadcrumbs"};
constexpr Phrase<> side_name{"Coordonnées", "Contact details"};

// The colours that assets/style.css knows for families of themes.
constexpr std::size_t tints = 14;

// Bytes that most pages have room in.
constexpr std::size_t most_pages = 16384;

std::string tint_class(std::size_t tint) {
    return fmt::format("t{}", tint % tints + 1);
}

// Bytes but letters and digits as %XX.
std::string url_encoded(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        const bool plain = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
        out += plain ? std::string(1, byte) : fmt::format("%{:02X}", code);
    }
    return out;
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

// `text` escaped, its line feeds as line breaks where they are to be seen.
enum class LineFeed { keep, line_break };

// Bytes that stay as they are whatever stands around them.
template <LineFeed line_feed>
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = true;
    for (const char sign : {'&', '<', '>', '"', '\''}) plain[static_cast<unsigned char>(sign)] = false;
    plain['\t'] = true;
    plain['\n'] = line_feed == LineFeed::keep;
    return plain;
}();

std::string_view entity_for(char byte) {
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\n': return "<br>";
        default: return "\xEF\xBF\xBD";  // U+FFFD
    }
}

template <LineFeed line_feed>
void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (plain_bytes<line_feed>[byte]) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        if (byte < 0x80) {
            ++at;
        } else {
            // A character beyond ASCII stays, one that HTML forbids or that is no UTF-8 does not.
            const bool letter =
                byte >= 0xC3 && byte < 0xE0 && at + 1 < text.size() && (text[at + 1] & '\xC0') == '\x80';
            if (letter) {
                at += 2;
                continue;
            }
            const char32_t character = utf8::next(text, at);
            if (character >= 0xA0 && (character != utf8::replacement || at - begin > 1)) continue;
        }
        out += text.substr(from, begin - from);
        out += entity_for(text[begin]);
        from = at;
    }
    out += text.substr(from);
}

void append_words(std::string& out, std::string_view text) {
    append_escaped<LineFeed::line_break>(out, text);
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

// Elements around text. Tags and attribute names are ours; every text and every attribute's value goes through
// `html_escaped` in here.
class Writer {
public:
    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    Writer(Lang lang, const Places& places, std::size_t room = 0) : lang_(lang), places_(places) { out_.reserve(room); }
    /// Another one, of the same page.
    [[nodiscard]] Writer beside(std::size_t room) const { return {lang_, places_, room}; }

    void open(std::string_view tag, std::initializer_list<Attribute> attributes = {}) {
        out_ += '<';
        out_ += tag;
        for (const Attribute& attribute : attributes) {
            if (attribute.value.empty()) continue;
            out_ += ' ';
            out_ += attribute.name;
            out_ += "=\"";
            append_escaped<LineFeed::keep>(out_, attribute.value);
            out_ += '"';
        }
        out_ += '>';
    }
    void close(std::string_view tag) {
        out_ += "</";
        out_ += tag;
        out_ += '>';
    }
    void line() { out_ += '\n'; }
    void ours(std::string_view markup) { out_ += markup; }

    // A line feed in a text is a line break.
    void words(std::string_view text) {
        if (exact_) {
            append_words(out_, text);
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
    // A text where no element may stand: the title of the document.
    void bare(std::string_view text) { out_ += html_escaped(typeset(text, lang_)); }

    void element(std::string_view tag, std::string_view text, std::initializer_list<Attribute> attributes = {}) {
        open(tag, attributes);
        words(text);
        close(tag);
    }

    // Opens a link when there is somewhere to go; says whether it did.
    bool open_link(const Link& link, std::string_view css = "", std::string_view current = "") {
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

    void link(const Link& target, std::string_view text, std::string_view css = "", std::string_view current = "") {
        if (open_link(target, css, current)) {
            words(text);
            close("a");
        } else {
            element("span", text, {{"class", css}});
        }
    }

    void text(const Text& text) {
        for (const Inline& part : text) inline_(part);
    }

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit([this](const auto& each) { write(each); }, block.is);
    }

    void write(const Section& section) {
        const std::string tag = section.level >= 3 ? "h3" : "h2";
        if (!section.on_paper) open("div", {{"class", "ecran"}});
        section_(section, tag);
        if (!section.on_paper) close("div");
    }

    void section_(const Section& section, const std::string& tag) {
        if (section.look == Look::plain) {
            element(tag, section.title, {{"id", section.anchor}});
            line();
            blocks(section.blocks);
            return;
        }
        const std::string id = section.anchor.empty() ? fmt::format("s{}", ++sections_) : section.anchor;
        open("section", {{"class", section.look == Look::guide ? "orienter" : "panneau"}, {"aria-labelledby", id}});
        element(tag, section.title, {{"id", id}});
        line();
        blocks(section.blocks);
        close("section");
        line();
    }

    [[nodiscard]] const std::string& written() const { return out_; }
    std::string take() { return std::move(out_); }

private:
    // Words with their acronyms explained.
    void spell(std::string_view text) {
        std::size_t done = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const std::size_t end = word_end(text, begin);
            at = std::max(end, begin + 1);
            if (text[begin] < 'A' || text[begin] > 'Z') continue;
            const std::string_view word = text.substr(begin, end - begin);
            const auto* meaning = meaning_of(word);
            if (meaning == nullptr) continue;
            append_words(out_, text.substr(done, begin - done));
            open("abbr", {{"title", *meaning}});
            out_ += word;
            close("abbr");
            done = end;
        }
        append_words(out_, text.substr(done));
    }
    [[nodiscard]] const std::string* meaning_of(std::string_view word) const {
        if (places_.abbreviations == nullptr || word.size() < 2) return nullptr;
        const auto found = places_.abbreviations->find(word);
        return found == places_.abbreviations->end() ? nullptr : &found->second;
    }

    void inline_(const Inline& part) {
        const bool linked = part.link && open_link(*part.link);
        // An address is copied as it stands: neither its apostrophes nor its capitals are ours to dress.
        const auto* outside = part.link ? std::get_if<view::Outside>(&*part.link) : nullptr;
        exact_ = outside != nullptr && outside->shown() == part.text;
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
        if (linked) close("a");
    }

    void write(const Paragraph& paragraph) {
        open("p", {{"class", sign_class(paragraph.sign)}});
        text(paragraph.text);
        close("p");
        line();
    }

    void write(const Items& list) {
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

    void write(const Steps& steps) {
        open("ol", {{"class", "etapes"}});
        for (const Text& step : steps.items) {
            open("li");
            text(step);
            close("li");
        }
        close("ol");
        line();
    }

    void write(const Facts& facts) {
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
    void write(const Table& table) {
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

    void write(const Week& week) {
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
    void write(const QrCode& code) {
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

    static std::string_view fill_class(Map::Fill fill) {
        return fill == Map::Fill::ground ? "sol" : fill == Map::Fill::chosen ? "ici" : "";
    }

    // One picture, or a group of links that each have a name.
    void write(const Map& map) {
        const bool leads = std::any_of(map.shapes.begin(), map.shapes.end(), [&](const Map::Shape& shape) {
            return shape.page && !places_.page(*shape.page).empty();
        });
        open("svg", {{"class", "carte"},
                     {"viewBox", fmt::format("0 0 {} {}", map.width, map.height)},
                     {"role", leads ? "group" : "img"},
                     {"aria-label", map.label}});
        for (const Map::Shape& shape : map.shapes) write_shape(shape);
        out_ += "</svg>";
        line();
    }

    void write_shape(const Map::Shape& shape) {
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

    void table_row(const std::vector<Text>& row) {
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

    void write(const Tags& tags) { tag_list(tags.tags); }

    void tag_list(const std::vector<Tag>& tags) {
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

    void write(const Cards& cards) {
        open("ul", {{"class", "fiches"}});
        line();
        for (const Card& card : cards.cards) write_card(card);
        close("ul");
        line();
    }

    // The colour of its first theme.
    static std::string card_tint(const Card& card) {
        if (card.tags.empty() || !card.tags.front().tint) return "";
        return " " + tint_class(*card.tags.front().tint);
    }

    void write_card(const Card& card) {
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
        for (const Line& each : card.lines) {
            open("p", {{"class", each.sign == Sign::none ? "petit doux" : sign_class(each.sign)}});
            text(each.text);
            close("p");
        }
        close("div");
        close("li");
        line();
    }

    void write(const Notice& notice) {
        open("div", {{"class", "avis"}, {"role", "note"}});
        for (const Text& each : notice.lines) {
            open("p");
            text(each);
            close("p");
        }
        close("div");
        line();
    }

    void write(const Markdown& markdown) { blocks(blocks_of(markdown.text)); }

    void write(const Heading& heading) {
        open("h3");
        text(heading.text);
        close("h3");
        line();
    }

    void write(const Quote& quote) {
        open("blockquote");
        blocks(quote.blocks);
        close("blockquote");
        line();
    }

    // White space counts here, so the words are not set.
    void write(const Preformatted& lines) {
        open("pre");
        out_ += html_escaped(lines.text);
        close("pre");
        line();
    }

    void write(const Actions& actions) {
        open("div", {{"class", "actions"}});
        for (std::size_t i = 0; i < actions.actions.size(); ++i)
            link(actions.actions[i].link, actions.actions[i].text, i == 0 ? "bouton plein" : "bouton");
        close("div");
        line();
    }

    Lang lang_;
    const Places& places_;
    bool exact_ = false;  // the words are an address
    std::string set_;     // words as they are set, before they are escaped
    std::string out_;
    int sections_ = 0;
};

void write_style(Writer& html, const Places& places) {
    if (places.sheet.empty()) {
        html.open("link", {{"rel", "stylesheet"}, {"href", places.style}});
        return;
    }
    html.open("style", {{"nonce", "cafe"}});
    html.line();
    html.ours(places.sheet);
    html.close("style");
}

void write_head(Writer& html, const Page& page, const Frame& frame, const Places& places) {
    html.ours("<meta charset=\"utf-8\">\n");
    const std::string_view allowed = !places.sheet.empty()    ? policy_alone
                                     : places.scripts.empty() ? policy
                                                              : policy_scripts;
    html.open("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", allowed}});
    html.ours("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.ours("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.open("title");
    html.bare(page.self.kind == PageKind::home ? frame.title : page.title + " – " + frame.title);
    html.close("title");
    html.line();
    if (!page.description.empty()) html.open("meta", {{"name", "description"}, {"content", page.description}});
    html.line();
    html.open("link", {{"rel", "icon"}, {"href", icon}});
    html.line();
    write_style(html, places);
    html.line();
    for (const std::string& script : places.scripts) {
        html.ours("<script defer src=\"");
        html.ours(html_escaped(script));
        html.ours("\"></script>\n");
    }
    // Data, which no browser runs: the policy is about scripts.
    if (!places.data.empty()) {
        html.ours("<script type=\"application/ld+json\">");
        html.ours(places.data);
        html.ours("</script>\n");
    }
}

// The entry of the menu that leads to this page: itself, or the first of its trail.
std::string_view current(const Page& page, const PageRef& entry) {
    if (entry == page.self) return "page";
    return !page.trail.empty() && page.trail.front().second == entry ? "true" : "";
}

void write_menu(Writer& html, const Page& page, const Frame& frame) {
    html.open("nav", {{"aria-label", main_menu().in(page.lang)}});
    html.open("ul");
    for (const auto& [words, target] : frame.menu) {
        html.open("li");
        html.link(target, words, "", current(page, target));
        html.close("li");
    }
    html.ours("</ul></nav>\n");
}

void write_skip(Writer& html, const Page& page) {
    html.element("a", skip().in(page.lang), {{"class", "evite"}, {"href", "#contenu"}});
    html.line();
}

void write_footer(Writer& html, const Frame& frame) {
    html.ours("<footer class=\"pied\"><div class=\"cadre\">");
    html.text(frame.footer);
    html.ours("</div></footer>\n");
}

void write_banner(Writer& html, const Page& page, const Frame& frame) {
    html.ours("<header class=\"tete\"><div class=\"cadre\">\n");
    const bool home = html.open_link(PageRef{PageKind::home, ""}, "marque");
    if (!home) html.open("span", {{"class", "marque"}});
    html.ours(cup);
    html.open("span");
    html.words(frame.title);
    html.ours(" ");
    if (!frame.subtitle.empty()) html.element("small", frame.subtitle);
    html.close("span");
    html.close(home ? "a" : "span");
    html.line();
    if (!frame.menu.empty()) write_menu(html, page, frame);
    html.ours("</div></header>\n");
}

void write_trail(Writer& html, const Page& page) {
    if (page.trail.empty()) return;
    html.open("nav", {{"class", "fil cadre"}, {"aria-label", trail_name().in(page.lang)}});
    html.open("ol");
    for (const auto& [words, target] : page.trail) {
        html.open("li");
        html.link(target, words);
        html.close("li");
    }
    html.element("li", page.title, {{"aria-current", "page"}});
    html.ours("</ol></nav>\n");
}

// The examples lead to the page itself with a question in the address: # and nothing that a record says.
void write_search(Writer& html, const SearchField& search, bool runs) {
    if (runs) {
        html.ours("<div class=\"quete js-seul\" role=\"search\">");
        html.element("label", search.label, {{"for", "q"}});
        html.ours("<input id=\"q\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></div>\n");
        html.ours("<p class=\"essais js-seul\">");
        html.words(search.examples_label);
        for (const std::string& example : search.examples) {
            html.ours(" ");
            html.element("a", example, {{"href", "#q=" + url_encoded(example)}});
        }
        html.ours("</p>\n<noscript>");
    }
    html.element("p", search.without);
    html.ours(runs ? "</noscript>\n" : "\n");
}

void write_content(Writer& html, const Page& page, bool scripts) {
    html.open("div", {{"class", page.beside_title ? "accroche heros" : "accroche"}});
    if (page.beside_title) html.open("div");
    if (!page.kicker.empty()) html.element("p", page.kicker, {{"class", "genre"}});
    html.element("h1", page.title);
    html.line();
    if (!page.lead.empty()) html.element("p", page.lead, {{"class", "chapo"}});
    if (page.search) write_search(html, *page.search, scripts);
    html.blocks(page.head);
    if (page.beside_title) {
        html.close("div");
        html.write(*page.beside_title);
    }
    html.ours("</div>\n");
    if (page.side.empty()) {
        html.blocks(page.body);
    } else {
        html.ours("<div class=\"page\"><div>\n");
        html.blocks(page.body);
        html.ours("</div>\n");
        html.open("aside", {{"aria-label", side_name().in(page.lang)}});
        html.line();
        for (const Section& section : page.side) html.write(section);
        html.ours("</aside></div>\n");
    }
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

// On paper a fiche is one sheet of A4: the more it says, the smaller its letters (assets/style.css). The bounds were
// measured on sheets that were full.
std::string_view paper_class(const Page& page, std::string_view content) {
    if (page.self.kind != PageKind::fiche) return "cadre";
    const std::size_t words = words_in(content);
    if (words < 2400) return "cadre";
    if (words < 3000) return "cadre long1";
    if (words < 3900) return "cadre long2";
    return words < 5000 ? "cadre long3" : "cadre long4";
}

void write_main(Writer& html, const Page& page, bool scripts) {
    Writer inside = html.beside(most_pages);
    write_content(inside, page, scripts);
    html.open("main", {{"id", "contenu"}, {"class", paper_class(page, inside.written())}});
    html.line();
    html.ours(inside.written());
    html.ours("</main>\n");
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    append_escaped<LineFeed::keep>(out, text);
    return out;
}

std::string html_page(const Page& page, const Frame& frame, const Places& places) {
    Writer html(page.lang, places, most_pages);
    // The parts stand one behind the other; where each begins is known when all of them do.
    std::vector<std::size_t> begins;
    const auto part = [&](const auto& write) {
        begins.push_back(html.written().size());
        write();
    };
    part([&] { write_head(html, page, frame, places); });
    part([&] { write_skip(html, page); });
    part([&] { write_banner(html, page, frame); });
    part([&] { write_trail(html, page); });
    part([&] { write_main(html, page, !places.scripts.empty()); });
    part([&] { write_footer(html, frame); });
    part([&] { html.bare(frame.title); });
    begins.push_back(html.written().size());
    FrameParts parts{page.lang == Lang::fr ? "fr" : "en"};
    const std::string_view all = html.written();
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) parts[i + 1] = all.substr(begins[i], begins[i + 1] - begins[i]);
    const HtmlFrame& around = places.frame == nullptr ? HtmlFrame::standard() : *places.frame;
    return around.filled(parts);
}

std::string html_letter(const Page& page, std::string_view sheet) {
    const Places nowhere{[](const PageRef&) { return std::string(); }, ""};
    Writer html(page.lang, nowhere);
    html.ours(page.lang == Lang::fr ? "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
                                    : "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.ours("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.open("title");
    html.bare(page.title);
    html.close("title");
    html.ours("\n<style>\n");
    html.ours(sheet);
    html.ours("\n</style>\n</head>\n<body>\n");
    html.element("h1", page.title);
    html.line();
    html.blocks(page.body);
    html.ours("</body>\n</html>\n");
    return html.take();
}

}  // namespace cafe::render
