#include "render/roff.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

// A character that roff would read as a command, or draw as another one.
std::string_view named(char32_t character) {
    switch (character) {
        case U'\\': return "\\(rs";
        case U'-': return "\\-";
        case U'\'': return "\\(aq";
        case U'"': return "\\(dq";
        case U'`': return "\\(ga";
        case U'^': return "\\(ha";
        case U'~': return "\\(ti";
        default: return "";
    }
}

// A text on one line of its own. A point at its start would be a command.
std::string line_of(std::string_view text) {
    const std::string escaped = roff_text(text);
    return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

// A text as one argument of a macro.
std::string argument(std::string_view text) {
    return "\"" + text::replace_all(roff_text(text), "\n", " ") + "\"";
}

}  // namespace

std::string roff_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (const std::string_view name = named(character); !name.empty())
            out += name;
        else if (character == U'\n' || (character >= U' ' && character < 0x7F))
            out += static_cast<char>(character);
        else
            out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(character));
    }
    return out;
}

ManualPage::ManualPage(std::string_view name, int section, std::string_view source, std::string_view manual) {
    // Left-aligned and never hyphenated: commands must be copied as they stand.
    roff_ = fmt::format(".TH {} {} {} {} {}\n.nh\n.ad l\n", argument(name), section, argument(""), argument(source),
                        argument(manual));
}

ManualPage& ManualPage::section(std::string_view title) {
    roff_ += fmt::format(".SH {}\n", argument(title));
    return *this;
}

ManualPage& ManualPage::subsection(std::string_view title) {
    roff_ += fmt::format(".SS {}\n", argument(title));
    return *this;
}

ManualPage& ManualPage::paragraph(std::string_view text) {
    roff_ += ".PP\n";
    for (const std::string_view line : text::split(text, '\n'))
        if (!text::trim(line).empty()) roff_ += line_of(text::trim(line)) + "\n";
    return *this;
}

ManualPage& ManualPage::call(std::string_view command, std::string_view arguments) {
    roff_ +=
        fmt::format(".PP\n\\fB{}\\fR{}{}\n", roff_text(command), arguments.empty() ? "" : " ", roff_text(arguments));
    return *this;
}

ManualPage& ManualPage::term(std::string_view word, std::string_view meaning) {
    roff_ += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff_text(word), line_of(text::replace_all(meaning, "\n", " ")));
    return *this;
}

ManualPage& ManualPage::lines(std::string_view text) {
    roff_ += ".PP\n.nf\n";
    for (const std::string_view line : text::split(text, '\n')) roff_ += line_of(line) + "\n";
    roff_ += ".fi\n";
    return *this;
}

std::string roff_link(std::string_view target) {
    return fmt::format(".so {}\n", target);
}

}  // namespace cafe::render
