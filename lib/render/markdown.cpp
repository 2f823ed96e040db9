#include "render/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "render/markup.hpp"
#include "render/typography.hpp"

namespace cafe::render {

namespace {

using namespace view;

// ASCII punctuation that CommonMark, its tables, or a forge's own additions (@name, #1, :smile:) may act on. Escaping a
// character that would not have acted is allowed (CommonMark 2.4), but makes the source harder to read: full stops,
// commas and brackets of a sentence stay, and are handled where they could begin a line.
constexpr std::string_view active = "\\`*_[]<>&#|~!$@^{}";

bool begins_like_list(std::string_view line) {
    if (line.empty()) return false;
    if (line.front() == '-' || line.front() == '+' || line.front() == '=') return true;
    std::size_t digits = 0;
    while (digits < line.size() && ascii::is_digit(line[digits])) ++digits;
    return digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
}

// A line that begins like a list item, an underline of a heading or a rule: the character that makes it one is escaped.
std::string with_safe_beginning(std::string line) {
    if (!begins_like_list(line)) return line;
    const std::size_t sign = line.find_first_not_of("0123456789");
    line.insert(sign, "\\");
    return line;
}

class Writer {
public:
    Writer(Lang lang, const std::function<std::string(const PageRef&)>& address) : lang_(lang), address_(address) {}

    void heading(int level, const std::string& words) {
        begin();
        out_ += std::string(static_cast<std::size_t>(level), '#') + " " + one_line(plain(words)) + "\n";
    }

    void paragraph(const Text& text) {
        begin();
        lines(inline_text(text, "\\\n"), "");
    }

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit([this](const auto& each) { write(each); }, block.is);
    }
    void write(const Section& section) {
        // A map is left out, and a heading over nothing else with it.
        const auto is_map = [](const Block& block) { return std::holds_alternative<view::Map>(block.is); };
        if (!section.blocks.empty() && std::all_of(section.blocks.begin(), section.blocks.end(), is_map)) return;
        heading(section.level, section.title);
        blocks(section.blocks);
    }

    std::string take() { return std::move(out_); }

private:
    // A blank line before each block; none at the start.
    void begin() {
        if (!out_.empty()) out_ += margin_ + "\n";
        while (out_.ends_with(" \n")) out_.erase(out_.size() - 2, 1);
    }

    std::string words(std::string_view text) const { return markdown_escaped(typeset(text, lang_)); }

    std::string target(const Link& link) const {
        if (const auto* page = std::get_if<PageRef>(&link)) return address_(*page);
        return std::get<Outside>(link).href();
    }

    // Angle brackets hold every character of an address but line ends and themselves, which no checked address has.
    std::string inline_part(const Inline& part, std::string_view line_break) const {
        std::string text;
        for (const char byte : words(part.text)) {
            if (byte == '\n')
                text += line_break;
            else
                text.push_back(byte);
        }
        if (part.tone == Tone::strong || part.tone == Tone::badge) text = between(text, "**");
        if (part.tone == Tone::emphasis) text = between(text, "*");
        const std::string href = part.link ? target(*part.link) : "";
        return href.empty() ? text : fmt::format("[{}](<{}>)", text, href);
    }

    // Signs of emphasis must touch the words, so blanks at the ends stay outside.
    static std::string between(const std::string& text, const std::string& sign) {
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string::npos) return text;
        const std::size_t end = text.find_last_not_of(' ') + 1;
        return text.substr(0, begin) + sign + text.substr(begin, end - begin) + sign + text.substr(end);
    }

    std::string inline_text(const Text& text, std::string_view line_break) const {
        std::string out;
        for (const Inline& part : text) out += inline_part(part, line_break);
        return out;
    }
    std::string one_line(const Text& text) const { return inline_text(text, " "); }

    // Writes lines behind the margin; `first` stands before the first of them, blanks as wide before the others.
    void lines(const std::string& text, const std::string& first) {
        std::size_t at = 0;
        bool is_first = true;
        while (at <= text.size()) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::string line = with_safe_beginning(trimmed(text.substr(at, end - at)));
            out_ += margin_ + (is_first ? first : std::string(first.size(), ' ')) + line + "\n";
            is_first = false;
            at = end + 1;
        }
    }

    // Four blanks at the start would be code.
    static std::string trimmed(std::string line) {
        line.erase(0, line.find_first_not_of(" \t"));
        return line;
    }

    void item(const Text& text, const std::vector<Block>& below, const std::string& sign) {
        lines(inline_text(text, "\\\n"), sign);
        if (below.empty()) return;
        const std::string margin = margin_;
        margin_ += std::string(sign.size(), ' ');
        blocks(below);
        margin_ = margin;
    }

    // One that only leads to a page that is not here says nothing.
    void write(const Paragraph& block) {
        const Text& text = block.text;
        const auto* page = text.size() == 1 && text[0].link ? std::get_if<PageRef>(&*text[0].link) : nullptr;
        if (page == nullptr || !address_(*page).empty()) paragraph(text);
    }

    void write(const Items& list) {
        begin();
        int number = 0;
        for (const Item& each : list.items)
            item(each.text, each.below, list.numbered ? fmt::format("{}. ", ++number) : "- ");
    }

    void write(const Steps& steps) {
        begin();
        int number = 0;
        for (const Text& step : steps.items) item(step, {}, fmt::format("{}. ", ++number));
    }

    void write(const Facts& facts) {
        begin();
        const std::string_view colon = lang_ == Lang::fr ? "\xE2\x80\xAF: " : ": ";
        for (const auto& [label, value] : facts.rows) {
            const std::string name = one_line(plain(label));
            lines(fmt::format("**{}**{}{}", name, colon, inline_text(value, "\\\n")), "- ");
        }
    }

    void write(const Table& table) {
        begin();
        std::string row = "|";
        std::string rule = "|";
        for (const std::string& column : table.columns) {
            row += " " + one_line(plain(column)) + " |";
            rule += " --- |";
        }
        out_ += margin_ + row + "\n" + margin_ + rule + "\n";
        for (const std::vector<Text>& cells : table.rows) {
            row = "|";
            for (const Text& cell : cells) row += " " + inline_text(cell, "<br>") + " |";
            out_ += margin_ + row + "\n";
        }
    }

    void write(const Week& week) {
        Facts facts;
        for (const Week::Day& day : week.days) facts.rows.emplace_back(day.name, plain(day.times));
        write(facts);
    }

    // A picture has no place in a text; the addresses that it holds stand in the page.
    void write(const QrCode&) {}

    void write(const Tags& tags) {
        std::vector<Text> words;
        for (const Tag& tag : tags.tags) words.push_back(to_page(tag.text, tag.page));
        if (!words.empty()) paragraph(join(words, " · "));
    }

    void write(const Cards& cards) {
        begin();
        for (const Card& card : cards.cards) {
            Text line{{card.name, Tone::strong, Link(card.page)}};
            if (!card.mark.empty()) line = std::move(line) + plain(" (" + card.mark + ")");
            if (!card.text.empty()) line = std::move(line) + plain("\n" + card.text);
            std::vector<Text> below;
            for (const Line& each : card.lines) below.push_back(each.text);
            if (!below.empty()) line = std::move(line) + plain("\n") + join(below, " · ");
            item(line, {}, "- ");
        }
    }

    void write(const Folded& folded) {
        paragraph(strong(folded.words));
        blocks(folded.blocks);
    }

    // It stands in the page as well.
    void write(const AtHand&) {}

    void write(const Notice& notice) {
        std::vector<Block> paragraphs;
        for (const Text& line : notice.lines) paragraphs.push_back({Paragraph{line, {}}});
        write(Quote{std::move(paragraphs)});
    }

    void write(const Markdown& block) { blocks(blocks_of(block.text)); }

    void write(const Heading& block) {
        begin();
        out_ += margin_ + "### " + one_line(block.text) + "\n";
    }

    void write(const Quote& quote) {
        begin();
        const std::string margin = margin_;
        const std::size_t start = out_.size();
        margin_ += "> ";
        std::string before = std::move(out_);
        out_.clear();
        blocks(quote.blocks);
        out_ = std::move(before) + out_;
        margin_ = margin;
        if (out_.size() == start) out_ += margin_ + ">\n";
    }

    // The words beside a map say what it shows.
    void write(const view::Map& /*map*/) {}

    // A fence longer than any run of backticks inside.
    void write(const Preformatted& code) {
        begin();
        std::size_t longest = 2;
        std::size_t run = 0;
        for (const char byte : code.text) {
            run = byte == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        const std::string fence(longest + 1, '`');
        out_ += margin_ + fence + "\n";
        std::size_t at = 0;
        while (at <= code.text.size()) {
            const std::size_t end = std::min(code.text.find('\n', at), code.text.size());
            out_ += margin_ + code.text.substr(at, end - at) + "\n";
            at = end + 1;
        }
        out_ += margin_ + fence + "\n";
    }

    // The addresses to call and write to stand in the page; files of the publication do not.
    void write(const Actions& actions) {
        std::vector<Text> files;
        for (const Action& action : actions.actions)
            if (const auto* page = std::get_if<PageRef>(&action.link); page != nullptr && !address_(*page).empty())
                files.push_back(to_page(action.text, *page));
        if (!files.empty()) paragraph(join(files, " · "));
    }

    Lang lang_;
    const std::function<std::string(const PageRef&)>& address_;
    std::string out_;
    std::string margin_;
};

}  // namespace

std::string markdown_escaped(std::string_view words) {
    std::string out;
    out.reserve(words.size() + words.size() / 8);
    for (std::size_t at = 0; at < words.size(); ++at) {
        // Forges make links of bare addresses: their colon, or the point behind www, is escaped.
        const bool address =
            words.substr(at).starts_with("://") || (words[at] == '.' && words.substr(0, at).ends_with("www"));
        if (address || active.find(words[at]) != std::string_view::npos) out.push_back('\\');
        out.push_back(words[at]);
    }
    return out;
}

std::string markdown_page(const Page& page, const Frame& frame,
                          const std::function<std::string(const PageRef&)>& address) {
    Writer markdown(page.lang, address);
    std::vector<Text> menu;
    for (const auto& [words, target] : frame.menu) menu.push_back(to_page(words, target));
    if (!menu.empty()) markdown.paragraph(strong(frame.title) + plain(" – ") + join(menu, " · "));
    if (!frame.warning.empty()) markdown.paragraph(strong(frame.warning));
    if (!frame.subtitle.empty()) markdown.paragraph({{frame.subtitle, Tone::emphasis, {}}});
    if (page.trail.size() > 1) {
        std::vector<Text> trail;
        for (const auto& [words, target] : page.trail) trail.push_back(to_page(words, target));
        markdown.paragraph(join(trail, " › ") + plain(" › " + page.title));
    }
    markdown.heading(1, page.title);
    if (!page.kicker.empty()) markdown.paragraph({{page.kicker, Tone::emphasis, {}}});
    if (!page.lead.empty()) markdown.paragraph(plain(page.lead));
    markdown.blocks(page.head);
    if (page.beside_title) markdown.write(*page.beside_title);
    markdown.blocks(page.body);
    for (const Section& section : page.side) markdown.write(section);
    if (!frame.urgent.empty()) markdown.paragraph(frame.urgent);
    if (!frame.footer.empty()) markdown.paragraph(frame.footer);
    return markdown.take();
}

}  // namespace cafe::render
