#include "render/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "render/html.hpp"

namespace cafe::render {

namespace {

// Avery's own templates for Word; A4 is 210 by 297 mm.
constexpr std::array<LabelSheet, 7> sheets{{
    {"L7160", 3, 7, 63.5, 38.1, 7.25, 15.15, 66.04, 38.1},
    {"L7159", 3, 8, 64.0, 33.9, 6.45, 13.05, 66.55, 33.9},
    {"L7162", 2, 8, 99.1, 33.9, 4.65, 12.95, 101.6, 33.9},
    {"L7163", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1},
    {"L7165", 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7},
    {"J8160", 3, 7, 63.5, 38.1, 7.25, 15.15, 66.04, 38.1},
    {"J8163", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1},
}};

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{1}</title>
<style>
@page{{size:210mm 297mm;margin:0}}
body{{margin:0;font:10pt/1.25 Arial,sans-serif;color:#000}}
.sheet{{position:relative;width:210mm;height:297mm;overflow:hidden;break-after:page}}
.sheet:last-child{{break-after:auto}}
.label{{position:absolute;box-sizing:border-box;width:{2}mm;height:{3}mm;padding:3mm 5mm;overflow:hidden;display:flex;flex-direction:column;justify-content:center}}
@media screen{{.sheet{{box-shadow:0 0 8px #0004;margin:1rem auto}}.label{{outline:1px dashed #bbb}}}}
</style>
</head>
<body>
)";

}  // namespace

std::optional<LabelSheet> label_sheet(std::string_view name) {
    for (const LabelSheet& sheet : sheets)
        if (fold::text(sheet.name) == fold::text(name)) return sheet;
    return std::nullopt;
}

std::vector<std::string> label_sheets() {
    std::vector<std::string> names;
    for (const LabelSheet& sheet : sheets) names.emplace_back(sheet.name);
    return names;
}

std::string label_page(const LabelSheet& sheet, const std::vector<std::vector<std::string>>& labels, int start,
                       std::string_view title, Lang lang) {
    std::string out =
        fmt::format(fmt::runtime(head), lang == Lang::fr ? "fr" : "en", html_escaped(title), sheet.width, sheet.height);
    int at = std::max(start - 1, 0) % sheet.labels();
    bool open = false;
    for (const std::vector<std::string>& lines : labels) {
        if (!open) out += "<div class=\"sheet\">\n";
        open = true;
        out += fmt::format("<div class=\"label\" style=\"left:{:.2f}mm;top:{:.2f}mm\">",
                           sheet.left + sheet.across * (at % sheet.columns),
                           sheet.top + sheet.down * (at / sheet.columns));
        for (std::size_t i = 0; i < lines.size(); ++i)
            out += i == 0 ? "<b>" + html_escaped(lines[i]) + "</b>" : "<span>" + html_escaped(lines[i]) + "</span>";
        out += "</div>\n";
        if (++at == sheet.labels()) {
            at = 0;
            open = false;
            out += "</div>\n";
        }
    }
    if (open) out += "</div>\n";
    return out + "</body>\n</html>\n";
}

}  // namespace cafe::render
