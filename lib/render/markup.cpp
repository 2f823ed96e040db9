#include "render/markup.hpp"

#include <cmark-gfm.h>

#include <memory>
#include <optional>
#include <string>

namespace cafe::render {

namespace {

using view::Block;
using view::Inline;
using view::Item;
using view::Items;
using view::Link;
using view::Outside;
using view::Text;
using view::Tone;

constexpr int deepest = 8;

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string text_of(const char* text) {
    return text == nullptr ? "" : text;
}

std::optional<Link> checked(const char* url) {
    const std::string address = text_of(url);
    std::optional<Outside> outside;
    if (address.starts_with("mailto:"))
        outside = Outside::mail(address.substr(7));
    else if (address.starts_with("tel:"))
        outside = Outside::phone(address.substr(4));
    else
        outside = Outside::web(address);
    if (!outside) return std::nullopt;
    return Link(*outside);
}

// The inlines below one node. The library's iterator walks them, so that a thousand emphases inside each other need no
// stack of ours.
class InlineReader {
public:
    Text read(cmark_node* parent) {
        const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(parent));
        for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            if (node != parent) visit(node, event == CMARK_EVENT_ENTER);
        }
        return std::move(text_);
    }

private:
    void visit(cmark_node* node, bool enter) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK ||
            type == CMARK_NODE_CODE_BLOCK)
            add(text_of(cmark_node_get_literal(node)), tone());
        else if (type == CMARK_NODE_CODE)
            add(text_of(cmark_node_get_literal(node)), Tone::code);
        else if (type == CMARK_NODE_SOFTBREAK)
            add(" ", tone());
        else if (type == CMARK_NODE_LINEBREAK)
            add("\n", tone());
        else if (type == CMARK_NODE_STRONG)
            strong_ += enter ? 1 : -1;
        else if (type == CMARK_NODE_EMPH)
            emphasis_ += enter ? 1 : -1;
        else if (type == CMARK_NODE_LINK)
            link_ = enter ? checked(cmark_node_get_url(node)) : std::nullopt;
    }

    [[nodiscard]] Tone tone() const {
        if (strong_ > 0) return Tone::strong;
        return emphasis_ > 0 ? Tone::emphasis : Tone::plain;
    }

    void add(std::string words, Tone tone) {
        const bool continues = !text_.empty() && text_.back().tone == tone && !link_ && !text_.back().link;
        if (continues)
            text_.back().text += words;
        else
            text_.push_back({std::move(words), tone, link_});
    }

    Text text_;
    std::optional<Link> link_;  // links never stand inside links (CommonMark 6.3)
    int strong_ = 0;
    int emphasis_ = 0;
};

Text inlines(cmark_node* node) {
    return InlineReader().read(node);
}

std::string without_last_line_end(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

std::vector<Block> blocks_below(cmark_node* parent, int depth);

// The first paragraph of an item is its text, the rest stands below it.
Item item_of(cmark_node* node, int depth) {
    Item item;
    std::vector<Block> blocks = blocks_below(node, depth);
    if (blocks.empty()) return item;
    std::size_t rest = 0;
    if (auto* paragraph = std::get_if<view::Paragraph>(&blocks.front().is)) {
        item.text = std::move(paragraph->text);
        rest = 1;
    }
    for (std::size_t i = rest; i < blocks.size(); ++i) item.below.push_back(std::move(blocks[i]));
    return item;
}

Items items_of(cmark_node* list, int depth) {
    Items items;
    items.numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    for (cmark_node* node = cmark_node_first_child(list); node != nullptr; node = cmark_node_next(node))
        items.items.push_back(item_of(node, depth));
    return items;
}

void add_block(std::vector<Block>& blocks, cmark_node* node, int depth) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_THEMATIC_BREAK) return;
    const bool nests = type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE;
    if (nests && depth >= deepest)
        blocks.push_back({view::Paragraph{inlines(node), {}}});
    else if (type == CMARK_NODE_LIST)
        blocks.push_back({items_of(node, depth + 1)});
    else if (type == CMARK_NODE_BLOCK_QUOTE)
        blocks.push_back({view::Quote{blocks_below(node, depth + 1)}});
    else if (type == CMARK_NODE_HEADING)
        blocks.push_back({view::Heading{inlines(node)}});
    else if (type == CMARK_NODE_CODE_BLOCK)
        blocks.push_back({view::Preformatted{without_last_line_end(text_of(cmark_node_get_literal(node)))}});
    else if (type == CMARK_NODE_HTML_BLOCK)
        blocks.push_back(
            {view::Paragraph{view::plain(without_last_line_end(text_of(cmark_node_get_literal(node)))), {}}});
    else
        blocks.push_back({view::Paragraph{inlines(node), {}}});
}

std::vector<Block> blocks_below(cmark_node* parent, int depth) {
    std::vector<Block> blocks;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
        add_block(blocks, node, depth);
    return blocks;
}

}  // namespace

std::vector<Block> blocks_of(std::string_view markdown) {
    const std::unique_ptr<cmark_node, FreeNode> document(
        cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8));
    return blocks_below(document.get(), 0);
}

}  // namespace cafe::render
