#include "render/html_one_file.hpp"

#include <set>

#include "base/hashes.hpp"
#include "render/html_writer.hpp"

namespace cafe::render {

namespace {

using namespace view;

constexpr Phrase<> skip{"Aller au contenu", "Skip to content"};
constexpr Phrase<> up{"↑ Haut de page", "↑ Top"};

// Where a page is in the file, as assets/page.js has it too (a letter of its folder, its key); nothing where it is not.
class Anchors {
public:
    explicit Anchors(const OneFile& edition) {
        for (const Page& fiche : edition.fiches) fiches_.insert(fiche.self.key);
        for (const Section& list : edition.lists)
            for (const Block& block : list.blocks)
                if (const auto* section = std::get_if<Section>(&block.is)) themes_.insert(section->anchor);
    }
    static std::string of_fiche(const std::string& id) { return "p-" + id; }

    [[nodiscard]] std::string operator()(const PageRef& to) const {
        if (to.kind == PageKind::fiche && fiches_.contains(to.key)) return "#" + of_fiche(to.key);
        if (to.kind == PageKind::theme && themes_.contains("t-" + to.key)) return "#t-" + to.key;
        if (to.kind == PageKind::plan) return "#plan";
        return to.kind == PageKind::home ? "#contenu" : std::string();
    }

private:
    std::set<std::string, std::less<>> fiches_;
    std::set<std::string, std::less<>> themes_;
};

void write_head(HtmlWriter& html, const OneFile& edition, const Frame& frame, const OneFileParts& parts,
                const std::string& script) {
    html.ours("<head>\n<meta charset=\"utf-8\">\n");
    html.ours(one_file_mark);
    html.line();
    if (!edition.warning.empty()) html.ours(one_file_partners);
    html.open("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; script-src '" + sha256_of_policy(script) + "'; style-src '" +
                                       sha256_of_policy(parts.sheet) +
                                       "'; img-src data:; base-uri 'none'; form-action 'none'"}});
    html.ours("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.ours("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.open("title");
    html.bare(frame.title);
    html.close("title");
    html.ours("\n<style>");
    html.ours(parts.sheet);
    html.ours("</style>\n</head>\n");
}

void write_fiche(HtmlWriter& html, const Page& page, Lang lang) {
    const std::string anchor = Anchors::of_fiche(page.self.key);
    html.open("article", {{"id", anchor}});
    html.under(anchor + "-");
    html.lower(1);
    html.content(page);
    html.lower(0);
    html.under("");
    html.open("p", {{"class", "haut"}});
    html.element("a", up().in(lang), {{"href", "#contenu"}});
    html.close("p");
    html.ours("</article>\n");
}

}  // namespace

std::string html_one_file(const OneFile& edition, const Frame& frame, const OneFileParts& parts) {
    const Lang lang = edition.home.lang;
    const Anchors anchors(edition);
    Places places{[&](const PageRef& to) { return anchors(to); }, ""};
    places.abbreviations = parts.abbreviations;
    HtmlWriter html(lang, places);
    html.ours(lang == Lang::fr ? "<!DOCTYPE html>\n<html lang=\"fr\">\n" : "<!DOCTYPE html>\n<html lang=\"en\">\n");
    write_head(html, edition, frame, parts, parts.script);
    html.ours("<body>\n");
    html.element("a", skip().in(lang), {{"class", "evite"}, {"href", "#contenu"}});
    html.ours("\n<header class=\"tete\"><div class=\"cadre\"><span class=\"marque\"><span>");
    html.words(frame.title);
    html.ours(" ");
    html.element("small", edition.dated);
    html.ours("</span></span></div></header>\n<main id=\"contenu\" class=\"cadre un\">\n");
    if (!edition.warning.empty()) html.element("p", edition.warning, {{"class", "bandeau"}});
    html.content(edition.home, [&](const SearchField& search) { html.write(search, true); });
    html.ours("<div class=\"listes\">\n");
    for (const Section& list : edition.lists) html.write(list);
    html.ours("</div>\n");
    for (const Page& fiche : edition.fiches) write_fiche(html, fiche, lang);
    html.ours("</main>\n<footer class=\"pied\"><div class=\"cadre\">");
    html.blocks(edition.urgent);
    html.text(frame.footer);
    html.ours("</div></footer>\n");
    for (const auto& [id, json] : parts.data) {
        html.open("script", {{"type", "application/json"}, {"id", id}});
        html.ours(json);
        html.ours("</script>\n");
    }
    html.ours("<script>");
    html.ours(parts.script);
    html.ours("</script>\n</body>\n</html>\n");
    return html.take();
}

}  // namespace cafe::render
