// A sheet for the wall, in letters as large as its lines allow.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "site/assets.hpp"
#include "site/site.hpp"
#include "view/page.hpp"

namespace cafe::site {

namespace {

// As its longest cell breaks in a column of so many letters.
std::size_t lines_of_row(const std::vector<view::Text>& row) {
    constexpr std::array<std::size_t, 2> letters{34, 58};
    std::size_t most = 1;
    for (std::size_t i = 0; i < row.size() && i < letters.size(); ++i) {
        std::string words;
        for (const view::Inline& run : row[i]) words += run.text;
        std::size_t lines = 0;
        for (const std::string_view line : text::split(words, '\n'))
            lines += 1 + static_cast<std::size_t>(utf8::width(line)) / letters[i];
        most = std::max(most, lines);
    }
    return most;
}

// Rows of tables and headings, each of which is a line at least.
std::size_t lines_in(const std::vector<view::Block>& blocks) {
    std::size_t lines = 0;
    for (const view::Block& block : blocks) {
        if (const auto* section = std::get_if<view::Section>(&block.is)) lines += 2 + lines_in(section->blocks);
        const auto* table = std::get_if<view::Table>(&block.is);
        if (table == nullptr) continue;
        for (const std::vector<view::Text>& row : table->rows) lines += lines_of_row(row);
    }
    return lines;
}

}  // namespace

std::string poster(const view::Page& page, const model::Settings& settings, Paper paper) {
    render::Frame frame;
    frame.title = view::title_of(settings);
    const std::size_t lines = lines_in(page.body);
    // Measured on sheets that chromium printed full: as many lines as stand on one in letters of so many points.
    struct Size {
        std::size_t lines;
        std::string_view points;
    };
    constexpr std::array<Size, 6> sizes{{{26, "17"}, {36, "14"}, {52, "11.5"}, {72, "9.5"}, {100, "8"}, {1000, "6.6"}}};
    // What fits none is printed in the smallest, on several sheets.
    const auto fits =
        std::find_if(sizes.begin(), std::prev(sizes.end()), [&](const Size& size) { return lines <= size.lines; });
    const double larger = paper == Paper::a3 ? 1.41 : 1;
    std::string sheet = style_sheet(settings.publish ? settings.publish->colour : "");
    sheet += assets::poster();
    sheet +=
        fmt::format("@media print {{ @page {{ size: {}; margin: 10mm; }} html {{ font-size: calc({}pt * {}); }} }}\n",
                    paper == Paper::a3 ? "A3" : "A4", fits->points, larger);
    return render::html_page(
        page, frame,
        {.page = [](const view::PageRef&) { return std::string(); }, .style = "", .sheet = sheet, .mark = poster_mark});
}

}  // namespace cafe::site
