#include "render/kit.hpp"

#include "base/utf8.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"

namespace cafe::render {

namespace {

constexpr std::size_t empty_lines = 12;
constexpr std::size_t blank_records = 2;

struct Titles {
    Words sign_in{"Feuille de présence", "Sign-in sheet"};
    Words name{"Nom", "Name"};
    Words of{"Structure, fonction", "Organisation, function"};
    Words signature{"Signature", "Signature"};
    Words checked{"Fiche relue, juste", "Record checked, right"};
    Words agenda{"Ordre du jour", "Agenda"};
    Words questions{"Questions ouvertes", "Open questions"};
    Words actions{"Qui fait quoi, encore ouvert", "Who does what, still open"};
    Words since{"Depuis votre dernière venue", "Since you last came"};
    Words blank{"Fiche partenaire à remplir", "Partner record to fill in"};
};

constexpr std::string_view sheet_style =
    "@page{size:A4;margin:15mm}*{box-sizing:border-box}body{font:11pt/1.4 Arial,\"Liberation Sans\",sans-serif;"
    "color:#000;margin:0}section{break-after:page}section:last-child{break-after:auto}h1{font-size:16pt;margin:0 0 2mm}"
    "h2{font-size:13pt;margin:6mm 0 2mm}p{margin:0 0 4mm}table{width:100%;border-collapse:collapse}th,td{border:.3mm "
    "solid #444;padding:1.5mm "
    "2mm;text-align:left;vertical-align:top;height:9mm}th{background:#eee}th:first-child{width:45mm}thead{display:"
    "table-header-group}tr{break-inside:avoid}td.box{width:24mm;text-align:center;font-size:14pt}td.sign{width:42mm}"
    ".tent{height:128mm;border-bottom:.3mm dashed #999;break-inside:avoid;display:flex;flex-direction:column}"
    ".tent div{height:64mm;display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:"
    "center}.tent .back{transform:rotate(180deg);border-top:.2mm dotted #bbb}.tent b{font-size:30pt;line-height:1.15}"
    ".tent span{font-size:15pt}.blank td:first-child{width:52mm}.blank td{height:13mm}small{color:#444}";

std::string line_of(const view::KitPerson& person) {
    if (person.name.empty()) return person.partner;
    if (person.role.empty()) return person.partner;
    return person.partner.empty() ? person.role : person.partner + ", " + person.role;
}

class Html {
public:
    explicit Html(Lang lang) : lang_(lang) {}

    void raw(std::string_view text) { out_ += text; }
    void element(std::string_view tag, std::string_view text) {
        out_ += "<" + std::string(tag) + ">" + html_escaped(utf8::printable(text)) + "</" +
                std::string(tag.substr(0, tag.find(' '))) + ">\n";
    }
    void list(const std::vector<std::string>& items, std::string_view tag) {
        out_ += "<" + std::string(tag) + ">\n";
        for (const std::string& item : items) element("li", item);
        out_ += "</" + std::string(tag) + ">\n";
    }
    void heading(const Words& words) { element("h2", words.in(lang_)); }
    std::string take() && { return std::move(out_); }

private:
    Lang lang_;
    std::string out_;
};

void tent(Html& html, const view::KitPerson& person) {
    const std::string name = person.name.empty() ? person.partner : person.name;
    const std::string below = person.name.empty() ? "" : line_of(person);
    html.raw("<div class=\"tent\">\n");
    for (const std::string_view side : {"back", "front"}) {
        html.raw(side == "back" ? "<div class=\"back\">" : "<div>");
        html.element("b", name);
        if (!below.empty()) html.element("span", below);
        html.raw("</div>\n");
    }
    html.raw("</div>\n");
}

}  // namespace

std::string kit_html(const view::Kit& kit, Lang lang) {
    const Titles titles;
    Html html(lang);
    html.raw(lang == Lang::fr ? "<!DOCTYPE html>\n<html lang=\"fr\">\n" : "<!DOCTYPE html>\n<html lang=\"en\">\n");
    html.raw(
        "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n");
    html.element("title", kit.title + ", " + kit.when);
    html.raw("<style>");
    html.raw(sheet_style);
    html.raw("</style>\n</head>\n<body>\n<section>\n");
    html.element("h1", titles.sign_in.in(lang));
    html.element("p", kit.title + ", " + kit.when + (kit.place.empty() ? "" : ", " + kit.place));
    html.raw("<table>\n<thead><tr>");
    for (const Words& title : {titles.name, titles.of, titles.signature, titles.checked})
        html.element("th", title.in(lang));
    html.raw("</tr></thead>\n<tbody>\n");
    for (const view::KitPerson& person : kit.people) {
        html.raw("<tr>");
        html.element("td", person.name);
        html.element("td", line_of(person));
        html.raw("<td class=\"sign\"></td><td class=\"box\">☐</td></tr>\n");
    }
    for (std::size_t i = 0; i < empty_lines; ++i)
        html.raw("<tr><td></td><td></td><td class=\"sign\"></td><td class=\"box\">☐</td></tr>\n");
    html.raw("</tbody>\n</table>\n</section>\n<section>\n");
    html.element("h1", titles.agenda.in(lang));
    html.element("p", kit.title + ", " + kit.when);
    if (!kit.agenda.empty()) html.list(kit.agenda, "ol");
    if (!kit.questions.empty()) {
        html.heading(titles.questions);
        html.list(kit.questions, "ul");
    }
    if (!kit.actions.empty()) {
        html.heading(titles.actions);
        html.list(kit.actions, "ul");
    }
    if (!kit.since.empty()) {
        html.heading(titles.since);
        for (const view::SinceLastTime& since : kit.since) {
            html.element("p", since.partner + " (" + since.last + ")");
            html.list(since.lines, "ul");
        }
    }
    html.raw("</section>\n");
    for (std::size_t i = 0; i < blank_records; ++i) {
        html.raw("<section class=\"blank\">\n");
        html.element("h1", titles.blank.in(lang));
        html.raw("<table>\n<tbody>\n");
        for (const std::string& label : kit.form) {
            html.raw("<tr>");
            html.element("td", label);
            html.raw("<td></td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n</section>\n");
    }
    if (!kit.people.empty()) {
        html.raw("<section>\n");
        for (const view::KitPerson& person : kit.people) tent(html, person);
        html.raw("</section>\n");
    }
    html.raw("</body>\n</html>\n");
    return std::move(html).take();
}

std::string kit_markdown(const view::Kit& kit, Lang lang) {
    const Titles titles;
    const auto safe = [](const std::string& text) { return markdown_escaped(utf8::printable(text)); };
    std::string out = "# " + safe(kit.title + ", " + kit.when) + "\n\n";
    if (!kit.place.empty()) out += safe(kit.place) + "\n\n";
    out += "## " + titles.sign_in.in(lang) + "\n\n| " + titles.name.in(lang) + " | " + titles.of.in(lang) + " | " +
           titles.signature.in(lang) + " | " + titles.checked.in(lang) + " |\n|---|---|---|---|\n";
    for (const view::KitPerson& person : kit.people)
        out += "| " + safe(person.name) + " | " + safe(line_of(person)) + " |  | ☐ |\n";
    for (std::size_t i = 0; i < empty_lines; ++i) out += "|  |  |  | ☐ |\n";
    const auto list = [&](const Words& title, const std::vector<std::string>& items) {
        if (items.empty()) return;
        out += "\n## " + title.in(lang) + "\n\n";
        for (const std::string& item : items) out += "- " + safe(item) + "\n";
    };
    list(titles.agenda, kit.agenda);
    list(titles.questions, kit.questions);
    list(titles.actions, kit.actions);
    if (!kit.since.empty()) out += "\n## " + titles.since.in(lang) + "\n";
    for (const view::SinceLastTime& since : kit.since) {
        out += "\n" + safe(since.partner + " (" + since.last + ")") + "\n\n";
        for (const std::string& line : since.lines) out += "- " + safe(line) + "\n";
    }
    out += "\n## " + titles.blank.in(lang) + "\n\n";
    for (const std::string& label : kit.form) out += safe(label) + " :\n\n";
    return out;
}

}  // namespace cafe::render
