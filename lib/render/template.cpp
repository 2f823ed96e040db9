#include "render/template.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/markdown.hpp"

namespace cafe::render {

namespace {

constexpr Phrase<std::string, std::size_t, std::string> unknown_name{"{}:{} : rien ne s'appelle « {} »",
                                                                     "{}:{}: nothing is called '{}'"};
constexpr Phrase<std::string> did_you_mean{"vouliez-vous dire {} ?", "did you mean {}?"};
constexpr Phrase<std::string> names_are{"les noms sont : {}", "the names are: {}"};
constexpr Phrase<std::string, std::size_t> never_closed{"{}:{} : des accolades ouvertes ne sont pas fermées",
                                                        "{}:{}: braces are opened and not closed"};
constexpr Phrase<std::string, std::size_t, std::string> wrong_close{"{}:{} : {} ferme ce qui n'est pas ouvert",
                                                                    "{}:{}: {} closes what is not open"};
constexpr Phrase<std::string, std::string> left_open{"{} : {} n'est jamais fermé", "{}: {} is never closed"};
constexpr Phrase<std::string> no_subject{"{}:1 : la première ligne doit être l'objet du message",
                                         "{}:1: the first line must be the subject of the mail"};
constexpr Phrase<> write_subject{"l'écrire après un croisillon, par exemple : # {{{{cafe}}}}, {{{{date}}}}",
                                 "write it behind a hash, for example: # {{{{cafe}}}}, {{{{date}}}}"};
constexpr Phrase<> not_utf8{"le texte n'est pas en UTF-8", "the text is not UTF-8"};

Error refusal(Words message, Words remedy = {}) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

}  // namespace

Result<std::vector<Template::Piece>> Template::pieces(std::string_view text, const std::string& file,
                                                      const std::vector<std::string>& names) {
    std::vector<Piece> pieces;
    std::vector<std::string> open;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find("{{", at), text.size());
        if (begin > at) pieces.push_back({Piece::Kind::text, std::string(text.substr(at, begin - at))});
        line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                    text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
        if (begin == text.size()) break;
        const std::size_t end = text.find("}}", begin);
        if (end == std::string_view::npos) return refusal(never_closed(file, line));
        std::string_view tag = text::trim(text.substr(begin + 2, end - begin - 2));
        Piece piece{Piece::Kind::hole, {}};
        if (!tag.empty() && (tag.front() == '#' || tag.front() == '^' || tag.front() == '/')) {
            piece.kind = tag.front() == '#'   ? Piece::Kind::open
                         : tag.front() == '^' ? Piece::Kind::open_unless
                                              : Piece::Kind::close;
            tag = text::trim(tag.substr(1));
        }
        piece.words = std::string(tag);
        if (std::find(names.begin(), names.end(), piece.words) == names.end()) {
            const auto near = text::nearest(piece.words, names);
            return refusal(unknown_name(file, line, utf8::printable(tag)),
                           near ? did_you_mean("{{" + *near + "}}") : names_are(text::join(names, ", ")));
        }
        if (piece.kind == Piece::Kind::close) {
            if (open.empty() || open.back() != piece.words)
                return refusal(wrong_close(file, line, "{{/" + piece.words + "}}"));
            open.pop_back();
        } else if (piece.kind != Piece::Kind::hole) {
            open.push_back(piece.words);
        }
        pieces.push_back(std::move(piece));
        at = end + 2;
    }
    if (!open.empty()) return refusal(left_open(file, "{{#" + open.back() + "}}"));
    return pieces;
}

Result<Template> Template::read(std::string_view text, const std::string& file, const std::vector<std::string>& names) {
    if (text.starts_with(utf8::bom)) text.remove_prefix(utf8::bom.size());
    if (utf8::first_invalid(text)) return refusal(Words{file + " : " + not_utf8().fr, file + ": " + not_utf8().en});
    const std::string lines = text::replace_all(text, "\r\n", "\n");
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view first = std::string_view(lines).substr(0, end);
    if (!first.starts_with("# ") || text::trim(first.substr(2)).empty())
        return refusal(no_subject(file), write_subject());
    auto subject = pieces(text::trim(first.substr(2)), file, names);
    if (!subject) return subject.error();
    // The line ends of the first line stay, so that lines are counted rightly.
    auto body = pieces(std::string_view(lines).substr(end), file, names);
    if (!body) return body.error();
    Template made;
    made.subject_ = std::move(*subject);
    made.body_ = std::move(*body);
    return made;
}

std::string Template::fill(const std::vector<Piece>& pieces, const Fillings& fillings, bool escape) {
    constexpr char mark = '\x01';  // where something was filled in or left out; no text of ours holds it
    std::string out;
    std::vector<bool> shown;
    const auto all_shown = [&shown] { return std::find(shown.begin(), shown.end(), false) == shown.end(); };
    for (const Piece& piece : pieces) {
        const auto found = fillings.find(piece.words);
        const bool says = found != fillings.end() && !text::trim(found->second.words).empty();
        switch (piece.kind) {
            case Piece::Kind::open: shown.push_back(says); break;
            case Piece::Kind::open_unless: shown.push_back(!says); break;
            case Piece::Kind::close: shown.pop_back(); break;
            case Piece::Kind::text:
                if (all_shown()) out += piece.words;
                continue;
            case Piece::Kind::hole:
                if (says && all_shown())
                    out += escape && !found->second.is_markdown
                               ? markdown_escaped(
                                     text::replace_all(text::replace_all(found->second.words, "\n", " "), "\x01", ""))
                               : found->second.words;
                break;
        }
        out += mark;
    }
    std::string kept;
    for (const std::string_view line : text::split(out, '\n')) {
        const std::string clean = text::replace_all(line, std::string(1, mark), "");
        if (clean.size() != line.size() && text::trim(clean).empty()) continue;
        kept += clean + "\n";
    }
    return kept;
}

std::string Template::subject(const Fillings& fillings) const {
    return std::string(text::trim(fill(subject_, fillings, false)));
}

std::string Template::body(const Fillings& fillings) const {
    return fill(body_, fillings, true);
}

}  // namespace cafe::render
