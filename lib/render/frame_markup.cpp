#include "render/frame_markup.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace cafe::render {

namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// Text and layout. None of them runs, loads, sends or hides anything, and none changes how the rest is read.
bool may_stand(std::string_view element) {
    return is_one_of(element, {"html",    "head",   "body",       "header", "footer",     "nav",  "main", "section",
                               "article", "aside",  "div",        "p",      "span",       "br",   "hr",   "a",
                               "ul",      "ol",     "li",         "dl",     "dt",         "dd",   "h1",   "h2",
                               "h3",      "h4",     "h5",         "h6",     "strong",     "em",   "b",    "i",
                               "small",   "abbr",   "sub",        "sup",    "blockquote", "cite", "q",    "time",
                               "address", "figure", "figcaption", "img",    "meta",       "link"});
}

// The value without what a browser leaves out of an address.
std::string address_of(std::string_view value) {
    std::string out;
    for (const char c : value)
        if (static_cast<unsigned char>(c) > 0x20U) out += c;
    return lowered(out);
}

// A file of the publication: no scheme, no host, no way out of the folder by the root.
bool is_own_file(std::string_view value) {
    const std::string address = address_of(value);
    return !address.empty() && address.find(':') == std::string::npos && address.front() != '/' &&
           address.find('\\') == std::string::npos && address.find('&') == std::string::npos;
}

bool is_own_picture(std::string_view value) {
    const std::string address = address_of(value);
    for (const std::string_view type :
         {"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"})
        if (address.starts_with(type)) return true;
    return is_own_file(value);
}

// Where a click may lead.
bool is_link(std::string_view value) {
    const std::string address = address_of(value);
    for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
        if (address.starts_with(scheme)) return true;
    return is_own_file(value) || address.starts_with("#");
}

bool may_have(std::string_view element, std::string_view attribute, std::string_view value) {
    if (is_one_of(attribute, {"class", "id", "lang", "dir", "title", "role"}) || attribute.starts_with("aria-"))
        return attribute != "aria-hidden";
    if (element == "a") {
        if (attribute == "rel") return true;
        return attribute == "href" && is_link(value);
    }
    if (element == "img") {
        if (attribute == "src") return is_own_picture(value);
        return is_one_of(attribute, {"alt", "width", "height"});
    }
    if (element == "time") return attribute == "datetime";
    if (element == "meta") {
        if (attribute == "charset") return lowered(value) == "utf-8";
        if (attribute == "name")
            return is_one_of(lowered(value), {"author", "keywords", "robots", "theme-color", "color-scheme",
                                              "generator", "application-name", "google-site-verification"});
        return attribute == "content";
    }
    if (element == "link") {
        if (attribute == "rel") return is_one_of(lowered(value), {"stylesheet", "icon"});
        if (attribute == "href") return is_own_picture(value);
        return is_one_of(attribute, {"type", "sizes"});
    }
    return false;
}

/// Reads a frame as a browser does, as far as it holds what may stand; stops at the first thing that may not.
class Reading {
public:
    explicit Reading(std::string_view text) : text_(text) {}

    std::optional<Misplaced> run() {
        while (at_ < text_.size()) {
            if (text_[at_] != '<') {
                ++at_;
                continue;
            }
            if (!tag()) return misplaced();
        }
        return std::nullopt;
    }

private:
    bool tag() {
        begin_ = at_;
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("<!--")) return comment();
        if (rest.starts_with("<!")) return doctype();
        const bool closes = rest.starts_with("</");
        at_ += closes ? 2 : 1;
        const std::string element = lowered(take_name());
        if (element.empty() || !may_stand(element)) return false;
        if (closes) {
            skip_blanks();
            return take('>');
        }
        return attributes(element);
    }

    // A comment that a browser ends elsewhere than we do would hide what follows, or show what it holds.
    bool comment() {
        const std::size_t end = text_.find("-->", begin_ + 4);
        if (end == std::string_view::npos) return false;
        const std::string_view inside = text_.substr(begin_ + 4, end - begin_ - 4);
        const bool plain = inside.find("--") == std::string_view::npos && !inside.starts_with(">") &&
                           !inside.starts_with("->") && inside.find("{{") == std::string_view::npos &&
                           inside.find("<!") == std::string_view::npos;
        at_ = end + 3;
        return plain;
    }

    bool doctype() {
        const std::size_t end = text_.find('>', at_);
        if (end == std::string_view::npos) return false;
        const std::string said = lowered(text_.substr(at_, end - at_));
        at_ = end + 1;
        return text::join(strings(said), " ") == "<!doctype html";
    }

    static std::vector<std::string> strings(const std::string& said) {
        std::vector<std::string> words;
        for (const std::string_view word : text::words(said)) words.emplace_back(word);
        return words;
    }

    bool attributes(const std::string& element) {
        for (;;) {
            const bool blank = skip_blanks();
            if (take('>')) return true;
            if (text_.substr(at_).starts_with("/>")) {
                at_ += 2;
                return true;
            }
            if (!blank) return false;
            const std::string name = lowered(take_name());
            if (name.empty()) return false;
            std::string_view value;
            skip_blanks();
            if (take('=') && !take_value(value)) return false;
            if (!may_have(element, name, value)) return false;
        }
    }

    // In quotes, or of plain characters. A hole in it is ours: the language or the title, escaped.
    bool take_value(std::string_view& value) {
        skip_blanks();
        if (at_ >= text_.size()) return false;
        const char quote = text_[at_];
        std::size_t end = at_;
        if (quote == '"' || quote == '\'') {
            end = text_.find(quote, at_ + 1);
            if (end == std::string_view::npos) return false;
            value = text_.substr(at_ + 1, end - at_ - 1);
            at_ = end + 1;
        } else {
            while (end < text_.size() && (is_name(text_[end]) || std::string_view("_./#").find(text_[end]) != npos))
                ++end;
            value = text_.substr(at_, end - at_);
            if (value.empty()) return false;
            at_ = end;
        }
        for (std::size_t hole = value.find("{{"); hole != npos; hole = value.find("{{", hole + 2)) {
            const std::size_t close = value.find("}}", hole);
            if (close == npos || quote != '"') return false;
            const std::string_view name = text::trim(value.substr(hole + 2, close - hole - 2));
            if (name != "lang" && name != "title") return false;
        }
        return true;
    }

    std::string_view take_name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    bool skip_blanks() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
        return at_ > begin;
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    [[nodiscard]] Misplaced misplaced() const {
        constexpr std::size_t longest = 60;
        std::string_view said = text_.substr(begin_, std::min(longest, text_.size() - begin_));
        said = said.substr(0, std::min(said.find('\n'), said.size()));
        const std::size_t end = said.find('>');
        return {begin_, std::string(end == npos ? said : said.substr(0, end + 1))};
    }

    static constexpr std::size_t npos = std::string_view::npos;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
};

}  // namespace

std::optional<Misplaced> misplaced_markup(std::string_view frame) {
    return Reading(frame).run();
}

}  // namespace cafe::render
