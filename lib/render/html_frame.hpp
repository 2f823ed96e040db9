// What stands around the content of every published page, as a text with named holes that a network may replace
// (templates/frame.html).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace cafe::render {

/// The parts of a page, in the order of a document. They are markup that we made, already escaped.
enum class FramePart {
    lang,     ///< "fr": the value of an attribute
    head,     ///< everything that belongs into `<head>`, the content security policy first
    skip,     ///< the link to the content, for the keyboard
    banner,   ///< the network's name and the menu
    trail,    ///< from the first page to this one
    content,  ///< `<main>`
    footer,
    title,  ///< of the publication
};
using FrameParts = std::array<std::string_view, 8>;

class HtmlFrame {
public:
    /// The one that is built in.
    static const HtmlFrame& standard();
    /// `{{name}}` is a hole. An Error of kind usage names the line: a hole of another name (with the nearest), one that
    /// is not closed, `head` before anything a browser would load or `content` missing or there twice, a script or an
    /// address of its own that the policy would block. `file` is its name in errors.
    static Result<HtmlFrame> read(std::string_view text, const std::string& file);

    [[nodiscard]] std::string filled(const FrameParts& parts) const;

private:
    struct Piece {
        std::string words;  // stand before the part
        FramePart part;
    };
    std::vector<Piece> pieces_;
    std::string end_;
};

}  // namespace cafe::render
