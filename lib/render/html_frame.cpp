#include "render/html_frame.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/frame_markup.hpp"

namespace cafe::render {

namespace {

constexpr std::string_view standard_text =
    "<!DOCTYPE html>\n"
    "<html lang=\"{{lang}}\">\n"
    "<head>\n{{head}}</head>\n"
    "<body>\n{{skip}}{{banner}}{{trail}}{{content}}{{footer}}</body>\n"
    "</html>\n";

const std::vector<std::string>& names() {
    static const std::vector<std::string> list{"lang", "head", "skip", "banner", "trail", "content", "footer", "title"};
    return list;
}

constexpr Phrase<std::string, std::size_t, std::string> unknown_name{"{}:{} : rien ne s'appelle « {} »",
                                                                     "{}:{}: nothing is called '{}'"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire {} ?", "did you mean {}?"};
constexpr Phrase<std::string> names_are{"les noms sont : {}", "the names are: {}"};
constexpr Phrase<std::string, std::size_t> never_closed{"{}:{} : des accolades ouvertes ne sont pas fermées",
                                                        "{}:{}: braces are opened and not closed"};
constexpr Phrase<std::string, std::string> once{"{} : {} doit y être, une seule fois", "{}: {} must be there, once"};
constexpr Phrase<std::string> head_first{"{} : rien ne peut être chargé avant {{{{head}}}}",
                                         "{}: nothing may be loaded before {{{{head}}}}"};
constexpr Phrase<> why_head{
    "il porte la règle qui interdit toute requête vers l'extérieur ; ne mettre avant lui que "
    "<!DOCTYPE html>, <html> et <head>",
    "it carries the rule that forbids every request to the outside; put nothing before it but "
    "<!DOCTYPE html>, <html> and <head>"};
constexpr Phrase<std::string, std::size_t, std::string> no_place{"{}:{} : {} n'a pas sa place dans le cadre",
                                                                 "{}:{}: {} has no place in the frame"};
constexpr Phrase<> may_stand{
    "un cadre tient du texte, des titres, des listes, des liens et des images du site même ; rien qui s'exécute, se "
    "charge d'ailleurs ou cache le contenu",
    "a frame holds text, headings, lists, links and pictures of the site itself; nothing that runs, loads from "
    "elsewhere or hides the content"};
constexpr Phrase<std::string> not_utf8{"{} : le texte n'est pas en UTF-8", "{}: the text is not UTF-8"};

Error refusal(Words message, Words remedy = {}) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

// Every tag before the head is one that opens the document.
bool opens_the_document(std::string_view before) {
    const std::string text = ascii::lower(before);
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
        const std::string_view tag = std::string_view(text).substr(at);
        const bool known = tag.starts_with("<!doctype") || tag.starts_with("<html") ||
                           (tag.starts_with("<head") && !tag.starts_with("<header")) || tag.starts_with("<!--");
        if (!known) return false;
    }
    return true;
}

std::size_t line_of(std::string_view text, std::size_t at) {
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

const HtmlFrame& HtmlFrame::standard() {
    static const HtmlFrame frame = [] {
        auto read = HtmlFrame::read(standard_text, "");
        return read ? std::move(*read) : HtmlFrame();
    }();
    return frame;
}

Result<HtmlFrame> HtmlFrame::read(std::string_view text, const std::string& file) {
    if (text.starts_with(utf8::bom)) text.remove_prefix(utf8::bom.size());
    if (utf8::first_invalid(text)) return refusal(not_utf8(file));
    if (const auto found = misplaced_markup(text))
        return refusal(no_place(file, line_of(text, found->at), utf8::printable(found->what)), may_stand());
    HtmlFrame frame;
    std::array<std::size_t, std::tuple_size_v<FrameParts>> seen{};
    std::size_t at = 0;
    for (std::size_t begin = text.find("{{"); begin != std::string_view::npos; begin = text.find("{{", at)) {
        const std::size_t end = text.find("}}", begin);
        if (end == std::string_view::npos) return refusal(never_closed(file, line_of(text, begin)));
        const std::string name(text::trim(text.substr(begin + 2, end - begin - 2)));
        const auto known = std::find(names().begin(), names().end(), name);
        if (known == names().end()) {
            const auto near = text::nearest(name, names());
            return refusal(unknown_name(file, line_of(text, begin), utf8::printable(name)),
                           near ? did_you_mean("{{" + *near + "}}") : names_are(text::join(names(), ", ")));
        }
        const auto part = static_cast<FramePart>(known - names().begin());
        if (part == FramePart::head && !opens_the_document(text.substr(0, begin)))
            return refusal(head_first(file), why_head());
        ++seen[static_cast<std::size_t>(part)];
        frame.pieces_.push_back({std::string(text.substr(at, begin - at)), part});
        at = end + 2;
    }
    for (const FramePart needed : {FramePart::head, FramePart::content})
        if (seen[static_cast<std::size_t>(needed)] != 1)
            return refusal(once(file, "{{" + names()[static_cast<std::size_t>(needed)] + "}}"));
    frame.end_ = std::string(text.substr(at));
    return frame;
}

std::string HtmlFrame::filled(const FrameParts& parts) const {
    std::size_t size = end_.size();
    for (const Piece& piece : pieces_) size += piece.words.size() + parts[static_cast<std::size_t>(piece.part)].size();
    std::string page;
    page.reserve(size);
    for (const Piece& piece : pieces_) {
        page += piece.words;
        page += parts[static_cast<std::size_t>(piece.part)];
    }
    return page += end_;
}

}  // namespace cafe::render
