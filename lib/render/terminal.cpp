#include "render/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/markup.hpp"

namespace cafe::render {

namespace {

using namespace view;

// A word may change its tone inside: "(**Fumel**)".
struct Piece {
    std::string text;
    Tone tone = Tone::plain;
};
using Word = std::vector<Piece>;
using WordList = std::vector<Word>;

std::size_t width_of(const Word& word) {
    std::size_t width = 0;
    for (const Piece& piece : word) width += utf8::width(piece.text);
    return width;
}

// Where a link leads is said when its words do not.
std::string spoken(const Inline& part) {
    if (!part.link) return part.text;
    const auto* outside = std::get_if<Outside>(&*part.link);
    const bool hidden = outside != nullptr && outside->kind() == Outside::Kind::web && part.text != outside->shown() &&
                        part.text != outside->href();
    return hidden ? fmt::format("{} ({})", part.text, outside->href()) : part.text;
}

// The lines of a text, each cut into words at its blanks.
std::vector<WordList> lines_of(const Text& text) {
    std::vector<WordList> lines(1);
    bool glued = false;
    for (const Inline& part : text) {
        const std::string printable = utf8::printable(spoken(part));
        std::string run;
        const auto flush = [&] {
            if (run.empty()) return;
            if (!glued) lines.back().emplace_back();
            lines.back().back().push_back({run, part.tone});
            run.clear();
            glued = true;
        };
        for (const char byte : printable) {
            if (byte != ' ' && byte != '\n') {
                run.push_back(byte);
                continue;
            }
            flush();
            glued = false;
            if (byte == '\n') lines.emplace_back();
        }
        flush();
    }
    return lines;
}

std::size_t width_of(const Text& text) {
    std::size_t widest = 0;
    for (const WordList& line : lines_of(text)) {
        std::size_t width = line.empty() ? 0 : line.size() - 1;
        for (const Word& word : line) width += width_of(word);
        widest = std::max(widest, width);
    }
    return widest;
}

class Printer {
public:
    explicit Printer(const TerminalStyle& style) : style_(style) {}

    void page(const Page& page) {
        lang_ = page.lang;
        if (!page.kicker.empty()) paragraph(quiet(page.kicker));
        paragraph(strong(page.title));
        if (!page.lead.empty()) paragraph(plain(page.lead));
        blocks(page.head);
        if (page.beside_title) write(*page.beside_title);
        blocks(page.body);
        for (const Section& section : page.side) write(section);
    }

    std::string take() { return std::move(out_); }

private:
    std::string painted(const Piece& piece) const {
        if (!style_.colour) return piece.text;
        switch (piece.tone) {
            case Tone::strong: return "\x1b[1m" + piece.text + "\x1b[0m";
            case Tone::quiet: return "\x1b[2m" + piece.text + "\x1b[0m";
            case Tone::emphasis: return "\x1b[3m" + piece.text + "\x1b[0m";
            case Tone::plain:
            case Tone::code:
            case Tone::badge:
            case Tone::ribbon: break;
        }
        return piece.text;
    }

    // Breaks a text into lines of `width` columns (0: never), each painted and without its indent.
    std::vector<std::string> wrapped(const Text& text, std::size_t width) const {
        std::vector<std::string> lines;
        for (const WordList& words : lines_of(text)) {
            std::string line;
            std::size_t used = 0;
            for (const Word& word : words) {
                const std::size_t needed = width_of(word);
                if (used > 0 && width > 0 && used + 1 + needed > width) {
                    lines.push_back(std::move(line));
                    line.clear();
                    used = 0;
                }
                if (used > 0) line.push_back(' ');
                used += needed + (used > 0 ? 1 : 0);
                for (const Piece& piece : word) line += painted(piece);
            }
            lines.push_back(std::move(line));
        }
        return lines;
    }

    // The columns that are left beside `taken`; 0 when lines are never broken.
    [[nodiscard]] std::size_t room(std::size_t taken) const {
        if (style_.width <= 0) return 0;
        constexpr std::size_t least = 20;
        return std::max(
            least, static_cast<std::size_t>(style_.width) - std::min(taken, static_cast<std::size_t>(style_.width)));
    }

    // A text behind a prefix ("- ", "1. ", "Délai  "); further lines stand below its first.
    void put(const Text& text, const std::string& prefix, std::size_t prefix_width) {
        const std::vector<std::string> lines = wrapped(text, room(indent_ + prefix_width));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string line(indent_, ' ');
            line += i == 0 ? prefix : std::string(prefix_width, ' ');
            line += lines[i];
            while (!line.empty() && line.back() == ' ') line.pop_back();
            out_ += line + "\n";
        }
    }
    void paragraph(const Text& text) { put(text, "", 0); }
    void gap() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
    }

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (style_.letter) gap();
            std::visit([this](const auto& each) { write(each); }, block.is);
        }
    }

    void write(const Paragraph& block) { paragraph(block.text); }
    void write(const Heading& block) {
        gap();
        paragraph(block.text);
    }
    void write(const Markdown& block) { blocks(blocks_of(block.text)); }

    void write(const Items& list) {
        int number = 0;
        for (const Item& item : list.items) {
            const std::string prefix = list.numbered ? fmt::format("{}. ", ++number) : "- ";
            put(item.text, prefix, prefix.size());
            indent_ += 2;
            for (const Block& block : item.below) std::visit([this](const auto& each) { write(each); }, block.is);
            indent_ -= 2;
        }
    }

    void write(const Steps& steps) {
        int number = 0;
        for (const Text& step : steps.items) {
            const std::string prefix = fmt::format("{}. ", ++number);
            put(step, prefix, prefix.size());
        }
    }

    // « Délai : 3 jours »; what has several lines stands below its label.
    void as_sentence(const std::string& label, const Text& value) {
        const auto lines = lines_of(value).size();
        const std::string colon = lang_ == Lang::fr ? " :" : ":";
        if (lines < 2) {
            const Text said = strong(label + colon) + plain(" ") + value;
            return put(said, "", 0);
        }
        paragraph(strong(label + colon));
        indent_ += 2;
        paragraph(value);
        indent_ -= 2;
    }

    void write(const Facts& facts) {
        if (style_.letter) {
            for (const auto& [label, value] : facts.rows) as_sentence(label, value);
            return;
        }
        constexpr std::size_t widest_label = 28;
        std::size_t column = 0;
        for (const auto& [label, value] : facts.rows)
            column = std::max(column, std::min(widest_label, utf8::width(utf8::printable(label))));
        for (const auto& [label, value] : facts.rows) {
            const std::string printable = utf8::printable(label);
            const std::string prefix = painted({utf8::pad(printable, column), Tone::quiet}) + "  ";
            put(value, prefix, std::max(column, utf8::width(printable)) + 2);
        }
    }

    // Columns as wide as their widest cell; the last one breaks its lines.
    void write(const Table& table) {
        std::vector<std::size_t> widths;
        for (const std::string& column : table.columns) widths.push_back(utf8::width(utf8::printable(column)));
        for (const std::vector<Text>& row : table.rows)
            for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
                widths[i] = std::max(widths[i], width_of(on_one_line(row[i])));
        std::vector<Text> titles;
        for (const std::string& column : table.columns) titles.push_back(quiet(column));
        table_row(titles, widths);
        for (std::vector<Text> row : table.rows) {
            for (Text& cell : row) cell = on_one_line(std::move(cell));
            table_row(row, widths);
        }
    }

    // The second line of a cell, as in HTML, stands behind the first one.
    static Text on_one_line(Text cell) {
        for (view::Inline& part : cell) part.text = text::replace_all(part.text, "\n", ", ");
        return cell;
    }

    void write(const Week& week) {
        Facts facts;
        for (const Week::Day& day : week.days) facts.rows.emplace_back(day.name, plain(day.times));
        write(facts);
    }
    void write(const QrCode&) {}

    void table_row(const std::vector<Text>& row, const std::vector<std::size_t>& widths) {
        std::string prefix;
        std::size_t taken = 0;
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::vector<std::string> lines = wrapped(row[i], 0);
            prefix += text::join(lines, " ") + std::string(widths[i] - std::min(widths[i], width_of(row[i])) + 2, ' ');
            taken += widths[i] + 2;
        }
        if (!row.empty()) put(row.back(), prefix, taken);
    }

    void write(const Tags& tags) {
        std::vector<Text> words;
        for (const Tag& tag : tags.tags) words.push_back(plain(tag.text));
        paragraph(join(words, " · "));
    }

    void write(const Cards& cards) {
        for (const Card& card : cards.cards) {
            gap();
            Text name = strong(card.name);
            if (!card.kicker.empty()) name = std::move(name) + quiet(" – " + card.kicker);
            if (!card.mark.empty()) name = std::move(name) + plain(" – " + card.mark);
            paragraph(name);
            indent_ += 2;
            if (!card.text.empty()) paragraph(plain(card.text));
            for (const Line& line : card.lines) paragraph(line.text);
            indent_ -= 2;
        }
    }

    void write(const Folded& folded) { blocks(folded.blocks); }
    void write(const AtHand&) {}
    void write(const Notice& notice) {
        gap();
        for (const Text& line : notice.lines) put(line, "! ", 2);
    }

    void write(const Quote& quote) {
        indent_ += 2;
        blocks(quote.blocks);
        indent_ -= 2;
    }

    void write(const view::Map& /*map*/) {}

    void write(const Preformatted& lines) {
        for (const std::string_view line : text::split(lines.text, '\n'))
            out_ += std::string(indent_ + 2, ' ') + utf8::printable(line) + "\n";
    }

    // What can be done with a click is nothing here: the same addresses stand in the page.
    void write(const Actions&) {}

    void write(const Section& section) {
        gap();
        paragraph(strong(section.title));
        indent_ += 2;
        blocks(section.blocks);
        indent_ -= 2;
    }

    TerminalStyle style_;
    std::string out_;
    std::size_t indent_ = 0;
    Lang lang_ = Lang::fr;
};

}  // namespace

std::string terminal(const Page& page, const TerminalStyle& style) {
    Printer printer(style);
    printer.page(page);
    return printer.take();
}

}  // namespace cafe::render
