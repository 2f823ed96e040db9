#include "render/bars_svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace cafe::render {

namespace {

constexpr int row = 24;
constexpr int label_width = 220;
constexpr int widest = 360;
constexpr int head = 40;
constexpr std::size_t label_columns = 32;

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : utf8::printable(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string cut(const std::string& label) {
    if (utf8::width(label) <= label_columns) return label;
    return std::string(utf8::fit(label, label_columns - 1)) + "…";
}

}  // namespace

std::string bars_svg(const std::string& title, const std::vector<Bar>& bars) {
    int most = 1;
    for (const Bar& bar : bars) most = std::max(most, bar.value);
    const int width = label_width + widest + 60;
    const int height = head + row * static_cast<int>(bars.size()) + 10;
    std::string read;
    for (const Bar& bar : bars)
        read += (read.empty() ? "" : ", ") + escaped(bar.label) + " " + std::to_string(bar.value);
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
        "font-family=\"sans-serif\" font-size=\"13\">\n<title>{2}</title>\n<desc>{3}</desc>\n"
        "<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n<text x=\"8\" y=\"24\" font-size=\"16\" "
        "font-weight=\"bold\">{2}</text>\n",
        width, height, escaped(title), read);
    int y = head;
    for (const Bar& bar : bars) {
        const int length = std::max(1, widest * std::max(bar.value, 0) / most);
        out += fmt::format(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"16\" "
            "fill=\"#14507a\"/>\n<text x=\"{}\" y=\"{}\">{}</text>\n",
            label_width - 8, y + 15, escaped(cut(bar.label)), label_width, y + 2, length, label_width + length + 6,
            y + 15, bar.value);
        y += row;
    }
    return out + "</svg>\n";
}

}  // namespace cafe::render
