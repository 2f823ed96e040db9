#include "render/plain_text.hpp"

#include "base/text.hpp"
#include "render/markup.hpp"

namespace cafe::render {

namespace {

using view::Block;

std::string words_of(const view::Text& text) {
    std::string out;
    for (const view::Inline& run : text) out += run.text;
    return std::string(text::trim(out));
}

std::string indented(const std::string& lines, std::string_view by) {
    return text::replace_all(lines, "\n", "\n" + std::string(by));
}

std::string text_of(const std::vector<Block>& blocks);

std::string list_of(const view::Items& list) {
    std::string out;
    std::size_t number = 0;
    for (const view::Item& item : list.items) {
        const std::string mark = list.numbered ? std::to_string(++number) + ". " : "- ";
        out += (out.empty() ? "" : "\n") + mark + indented(words_of(item.text), "  ");
        if (!item.below.empty()) out += "\n  " + indented(text_of(item.below), "  ");
    }
    return out;
}

// What a record's own Markdown is made of (render/markup.hpp); other blocks stand in no record.
std::string text_of(const Block& block) {
    if (const auto* paragraph = std::get_if<view::Paragraph>(&block.is)) return words_of(paragraph->text);
    if (const auto* heading = std::get_if<view::Heading>(&block.is)) return words_of(heading->text);
    if (const auto* list = std::get_if<view::Items>(&block.is)) return list_of(*list);
    if (const auto* quote = std::get_if<view::Quote>(&block.is)) return text_of(quote->blocks);
    if (const auto* kept = std::get_if<view::Preformatted>(&block.is)) return std::string(text::trim(kept->text));
    return {};
}

std::string text_of(const std::vector<Block>& blocks) {
    std::vector<std::string> parts;
    for (const Block& block : blocks)
        if (std::string part = text_of(block); !part.empty()) parts.push_back(std::move(part));
    return text::join(parts, "\n\n");
}

}  // namespace

std::string plain_text(std::string_view markdown) {
    return text_of(blocks_of(markdown));
}

}  // namespace cafe::render
