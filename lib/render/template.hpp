// The user's own text of a mail (`templates/invitation.md`): Markdown with holes whose names are checked.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cafe::render {

/// What fills the holes: name → words as they are, or Markdown that we made ourselves (a list of the agenda).
struct Filling {
    std::string words;
    bool is_markdown = false;
};
using Fillings = std::map<std::string, Filling, std::less<>>;

/// A template that was read: its first line is `# the subject`, the rest the text.
///
/// `{{name}}` is a hole; `{{#name}}…{{/name}}` stands only when the name says something, `{{^name}}…{{/name}}` only
/// when it does not. A line that had holes and came out blank is dropped.
class Template {
public:
    /// An Error of kind usage names the line: a name that is none of `names` (with the nearest), a section that is not
    /// closed, a first line that is no subject. `file` is its name in errors.
    static Result<Template> read(std::string_view text, const std::string& file, const std::vector<std::string>& names);

    /// One line of plain words.
    [[nodiscard]] std::string subject(const Fillings& fillings) const;
    /// Markdown; what the fillings say is escaped and can be neither heading, link nor HTML.
    [[nodiscard]] std::string body(const Fillings& fillings) const;

private:
    struct Piece {
        enum class Kind { text, hole, open, open_unless, close } kind = Kind::text;
        std::string words;  // the text, or the name
    };
    static Result<std::vector<Piece>> pieces(std::string_view text, const std::string& file,
                                             const std::vector<std::string>& names);
    std::vector<Piece> subject_;
    std::vector<Piece> body_;

    static std::string fill(const std::vector<Piece>& pieces, const Fillings& fillings, bool escape);
};

}  // namespace cafe::render
