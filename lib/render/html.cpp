#include "render/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/utf8.hpp"
#include "render/markup.hpp"
#include "render/typography.hpp"

namespace cafe::render {

namespace {

using namespace view;

// Pages are also opened from a folder, where some browsers take 'self' for nothing: hence `file:`.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'self' file:; img-src 'self' data: file:; base-uri 'none'; form-action 'none'";

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

std::string tint_class(std::size_t tint) {
    return fmt::format("t{}", tint % tints + 1);
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

    Writer(Lang lang, const Places& places) : lang_(lang), places_(places) {}

    void open(std::string_view tag, std::initializer_list<Attribute> attributes = {}) {
        out_ += '<';
        out_ += tag;
        for (const Attribute& attribute : attributes) {
            if (attribute.value.empty()) continue;
            out_ += ' ';
            out_ += attribute.name;
            out_ += "=\"";
            out_ += html_escaped(attribute.value);
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
        const std::string set = html_escaped(typeset(text, lang_));
        for (const char byte : set) {
            if (byte == '\n')
                out_ += "<br>";
            else
                out_ += byte;
        }
    }
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

    std::string take() { return std::move(out_); }

private:
    void inline_(const Inline& part) {
        const bool linked = part.link && open_link(*part.link);
        switch (part.tone) {
            case Tone::plain: words(part.text); break;
            case Tone::strong: element("strong", part.text); break;
            case Tone::emphasis: element("em", part.text); break;
            case Tone::quiet: element("span", part.text, {{"class", "doux"}}); break;
            case Tone::code: element("code", part.text); break;
        }
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
        const bool wide = table.columns.size() > 3;
        if (wide)
            open("div", {{"class", "defile"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", table.caption}});
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
    html.ours("<!DOCTYPE html>\n");
    html.open("html", {{"lang", page.lang == Lang::fr ? "fr" : "en"}});
    html.ours("\n<head>\n<meta charset=\"utf-8\">\n");
    html.open("meta",
              {{"http-equiv", "Content-Security-Policy"}, {"content", places.sheet.empty() ? policy : policy_alone}});
    html.ours("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.ours("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.element("title", page.self.kind == PageKind::home ? frame.title : page.title + " – " + frame.title);
    html.line();
    if (!page.description.empty()) html.open("meta", {{"name", "description"}, {"content", page.description}});
    html.line();
    html.open("link", {{"rel", "icon"}, {"href", icon}});
    html.line();
    write_style(html, places);
    html.ours("\n</head>\n");
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

void write_banner(Writer& html, const Page& page, const Frame& frame) {
    html.element("a", skip().in(page.lang), {{"class", "evite"}, {"href", "#contenu"}});
    html.ours("\n<header class=\"tete\"><div class=\"cadre\">\n");
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

void write_main(Writer& html, const Page& page) {
    html.ours("<main id=\"contenu\" class=\"cadre\">\n");
    html.open("div", {{"class", page.beside_title ? "accroche heros" : "accroche"}});
    if (page.beside_title) html.open("div");
    if (!page.kicker.empty()) html.element("p", page.kicker, {{"class", "genre"}});
    html.element("h1", page.title);
    html.line();
    if (!page.lead.empty()) html.element("p", page.lead, {{"class", "chapo"}});
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
    html.ours("</main>\n");
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        switch (character) {
            case U'&': out += "&amp;"; break;
            case U'<': out += "&lt;"; break;
            case U'>': out += "&gt;"; break;
            case U'"': out += "&quot;"; break;
            case U'\'': out += "&#39;"; break;
            default: {
                const bool control = (character < 0x20 && character != U'\n' && character != U'\t') ||
                                     (character >= 0x7F && character < 0xA0);
                utf8::append(out, control ? utf8::replacement : character);
            }
        }
    }
    return out;
}

std::string html_page(const Page& page, const Frame& frame, const Places& places) {
    Writer html(page.lang, places);
    write_head(html, page, frame, places);
    html.ours("<body>\n");
    write_banner(html, page, frame);
    write_trail(html, page);
    write_main(html, page);
    html.ours("<footer class=\"pied\"><div class=\"cadre\">");
    html.text(frame.footer);
    html.ours("</div></footer>\n</body>\n</html>\n");
    return html.take();
}

}  // namespace cafe::render
