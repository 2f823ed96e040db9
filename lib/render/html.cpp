#include "render/html.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "render/html_escape.hpp"
#include "render/html_writer.hpp"

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

// Bytes that most pages have room in.
constexpr std::size_t most_pages = 16384;

constexpr Phrase<> skip{"Aller au contenu", "Skip to content"};
constexpr Phrase<> main_menu{"Principale", "Main"};
constexpr Phrase<> trail_name{"Fil d’Ariane", "Breadcrumbs"};

void write_style(HtmlWriter& html, const Places& places) {
    if (places.sheet.empty()) {
        for (const std::string& style : {places.style, places.second_style})
            if (!style.empty()) html.open("link", {{"rel", "stylesheet"}, {"href", style}});
        return;
    }
    html.open("style", {{"nonce", "cafe"}});
    html.line();
    html.ours(places.sheet);
    html.close("style");
}

void write_head(HtmlWriter& html, const Page& page, const Frame& frame, const Places& places) {
    html.ours("<meta charset=\"utf-8\">\n");
    if (!places.mark.empty()) {
        html.ours(places.mark);
        html.line();
    }
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
    // What is kept among some is no search engine's.
    if (!frame.warning.empty()) html.ours("<meta name=\"robots\" content=\"noindex\">\n");
    html.open("link", {{"rel", "icon"}, {"href", icon}});
    html.line();
    write_style(html, places);
    html.line();
    if (!places.early.empty()) {
        html.ours("<script src=\"");
        html.ours(html_escaped(places.early));
        html.ours("\"></script>\n");
    }
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

void write_menu(HtmlWriter& html, const Page& page, const Frame& frame) {
    html.open("nav", {{"aria-label", main_menu().in(page.lang)}});
    html.open("ul");
    for (const auto& [words, target] : frame.menu) {
        html.open("li");
        html.link(target, words, "", current(page, target));
        html.close("li");
    }
    html.ours("</ul></nav>\n");
}

void write_skip(HtmlWriter& html, const Page& page) {
    html.element("a", skip().in(page.lang), {{"class", "evite"}, {"href", "#contenu"}});
    html.line();
}

void write_footer(HtmlWriter& html, const Frame& frame) {
    html.ours("<footer class=\"pied\"><div class=\"cadre\">");
    if (!frame.urgent.empty()) {
        html.open("p", {{"class", "urgent"}});
        html.text(frame.urgent);
        html.close("p");
        html.line();
    }
    html.text(frame.footer);
    html.ours("</div></footer>\n");
}

void write_banner(HtmlWriter& html, const Page& page, const Frame& frame) {
    html.ours("<header class=\"tete\">");
    if (!frame.warning.empty()) html.element("p", frame.warning, {{"class", "bandeau"}});
    html.ours("<div class=\"cadre\">\n");
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

void write_trail(HtmlWriter& html, const Page& page) {
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

void write_main(HtmlWriter& html, const Page& page, bool scripts) {
    HtmlWriter inside = html.beside(most_pages);
    inside.content(page, [&](const SearchField& search) { inside.write(search, scripts); });
    html.open("main", {{"id", "contenu"}, {"class", paper_class(page, inside.written())}});
    html.line();
    html.ours(inside.written());
    html.ours("</main>\n");
}

}  // namespace

std::string html_page(const Page& page, const Frame& frame, const Places& places) {
    HtmlWriter html(page.lang, places, most_pages);
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
    HtmlWriter html(page.lang, nowhere);
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
