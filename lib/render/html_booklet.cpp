#include "render/html_booklet.hpp"

#include <set>

#include "render/html_writer.hpp"

namespace cafe::render {

namespace {

using namespace view;

constexpr Phrase<> skip{"Aller aux fiches", "Skip to the records"};
constexpr Phrase<int> number{"Fiche {}", "Record {}"};

std::string anchor_of(const std::string& id) {
    return "f-" + id;
}

void write_head(HtmlWriter& html, const Booklet& booklet, std::string_view sheet) {
    html.ours(booklet.lang == Lang::fr ? "<!DOCTYPE html>\n<html lang=\"fr\">\n"
                                       : "<!DOCTYPE html>\n<html lang=\"en\">\n");
    html.ours("<head>\n<meta charset=\"utf-8\">\n");
    html.ours(booklet_mark);
    html.line();
    html.open("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy_alone}});
    html.ours("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.ours("<meta name=\"referrer\" content=\"no-referrer\">\n");
    if (!booklet.warning.empty()) html.ours("<meta name=\"robots\" content=\"noindex\">\n");
    html.open("title");
    html.bare(booklet.title + " – " + booklet.subtitle);
    html.close("title");
    html.ours("\n<style nonce=\"cafe\">\n");
    html.ours(sheet);
    html.ours("</style>\n</head>\n");
}

void write_cover(HtmlWriter& html, const Booklet& booklet) {
    html.ours("<header class=\"couverture\">\n");
    if (!booklet.warning.empty()) html.element("p", booklet.warning, {{"class", "bandeau"}});
    html.element("p", booklet.subtitle, {{"class", "genre"}});
    html.element("h1", booklet.title);
    html.element("p", booklet.dated, {{"class", "chapo"}});
    html.line();
    html.blocks(booklet.head);
    html.ours("</header>\n<nav class=\"sommaire\">\n");
    for (const Section& section : booklet.contents) html.write(section);
    html.ours("</nav>\n");
}

void write_fiche(HtmlWriter& html, const Page& page, const Booklet& booklet, int place) {
    HtmlWriter inside = html.beside(0);
    inside.under(anchor_of(page.self.key) + "-");
    inside.content(page);
    html.open("article", {{"class", paper_class(page, inside.written())}, {"id", anchor_of(page.self.key)}});
    html.open("p", {{"class", "numero"}});
    html.words(number(place).in(booklet.lang));
    html.element("span", booklet.title + ", " + booklet.dated);
    if (!booklet.warning.empty()) html.element("b", booklet.warning);
    html.close("p");
    html.line();
    html.ours(inside.written());
    html.ours("</article>\n");
}

}  // namespace

std::string html_booklet(const Booklet& booklet, std::string_view sheet, const Abbreviations* abbreviations) {
    std::set<std::string, std::less<>> inside;
    for (const Page& page : booklet.fiches) inside.insert(page.self.key);
    Places places{[&](const PageRef& to) {
                      return to.kind == PageKind::fiche && inside.contains(to.key) ? "#" + anchor_of(to.key)
                                                                                   : std::string();
                  },
                  ""};
    places.abbreviations = abbreviations;
    HtmlWriter html(booklet.lang, places);
    write_head(html, booklet, sheet);
    html.ours("<body class=\"livret\">\n");
    html.element("a", skip().in(booklet.lang), {{"class", "evite"}, {"href", "#fiches"}});
    html.line();
    write_cover(html, booklet);
    html.ours("<main id=\"fiches\">\n");
    for (std::size_t i = 0; i < booklet.fiches.size(); ++i)
        write_fiche(html, booklet.fiches[i], booklet, static_cast<int>(i + 1));
    html.ours("</main>\n</body>\n</html>\n");
    return html.take();
}

}  // namespace cafe::render
