#include "yaml/bytes.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "yaml/limits.hpp"
#include "yaml/rules.hpp"

namespace cafe::yaml {

namespace {

using namespace std::string_view_literals;

// UTF-16 and UTF-32 give themselves away by their byte order mark or by a zero among the first two bytes.
bool is_wide(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.starts_with("\0\0\xFE\xFF"sv))
        return true;
    if (bytes.size() < 4) return false;
    const bool first = bytes[0] == '\0';
    const bool second = bytes[1] == '\0';
    return first != second && (first ? bytes[2] == '\0' : bytes[3] == '\0');
}

void refuse_wide(Report& report) {
    report.add(rule::not_utf8, Span{0, 1},
               Words{"le fichier est en UTF-16 ou UTF-32, pas en UTF-8", "the file is UTF-16 or UTF-32, not UTF-8"},
               Words{"l'enregistrer sous « UTF-8 » dans l'éditeur", "save it as \"UTF-8\" in the editor"});
}

// One finding per line is enough: a Latin-1 text has a wrong byte at every accent.
void refuse_invalid(std::string_view bytes, Report& report) {
    static constexpr Phrase<std::string> message{"octet {} invalide : le texte n'est pas en UTF-8",
                                                 "invalid byte {}: the text is not UTF-8"};
    std::size_t from = 0;
    while (!report.full()) {
        const auto found = utf8::first_invalid(bytes.substr(from));
        if (!found) return;
        const std::size_t at = from + *found;
        const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[at]));
        report.add(rule::not_utf8, Span{at, at + 1}, message(fmt::format("0x{:02X}", byte)),
                   Words{"enregistrer le fichier en UTF-8, puis corriger ce caractère",
                         "save the file as UTF-8, then correct this character"});
        from = bytes.find('\n', at);
        if (from == std::string_view::npos) return;
    }
}

bool is_marker(std::string_view line, char sign) {
    constexpr std::size_t length = 7;  // git's default conflict-marker-size
    if (line.size() < length) return false;
    for (std::size_t i = 0; i < length; ++i)
        if (line[i] != sign) return false;
    return line.size() == length || line[length] == ' ' || line[length] == '\r' || line[length] == '\n';
}

// One finding per conflict, at its first line; leftovers of a half-resolved one count as one each.
bool refuse_conflicts(std::string_view bytes, Report& report) {
    static constexpr Phrase<int> remedy{
        "réunir ce que les deux ont écrit (« cafe resolve » le fait champ par champ) et supprimer les lignes de <, = "
        "et > "
        "à partir de la ligne {}",
        "join what both wrote ('cafe resolve' does it field by field) and delete the lines of <, = and > from line {} "
        "on"};
    bool found = false;
    bool inside = false;
    for (std::size_t at = 0; at < bytes.size();) {
        const char sign = bytes[at];
        const bool candidate = sign == '<' || sign == '=' || sign == '>' || sign == '|';
        const std::size_t end = bytes.find('\n', at);
        if (candidate && is_marker(bytes.substr(at, 8), sign)) {
            if (!inside || sign == '<')
                report.add(rule::conflict_marker, Span{at, end == std::string_view::npos ? bytes.size() : end},
                           Words{"conflit git non résolu", "unresolved git conflict"}, remedy(report.line_of(at)));
            found = true;
            inside = sign != '>';
        }
        if (end == std::string_view::npos) break;
        at = end + 1;
    }
    return found;
}

void refuse_character(char32_t character, Span span, Report& report) {
    static constexpr Phrase<std::string> message{"caractère interdit {}", "forbidden character {}"};
    static constexpr Phrase<std::string> named{"caractère interdit {} (invisible, souvent collé par mégarde)",
                                               "forbidden character {} (invisible, often pasted by accident)"};
    const std::string name = fmt::format("U+{:04X}", static_cast<unsigned>(character));
    const Words erase{"le supprimer", "delete it"};
    if (character == U'\r')
        report.add(rule::lone_carriage_return, span,
                   Words{"retour chariot (CR) sans fin de ligne", "carriage return (CR) without a line feed"},
                   Words{"le supprimer ou couper la ligne ici", "delete it or break the line here"});
    else if (character == 0x2028 || character == 0x2029)
        report.add(rule::line_separator, span, named(name),
                   Words{"le remplacer par une espace ou couper la ligne ici",
                         "replace it by a space or break the line here"});
    else
        report.add(rule::control_character, span, message(name), erase);
}

// Bytes that may begin something to look at; all others are known to be harmless once the text is valid UTF-8.
constexpr std::array<bool, 256> suspicious = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = byte != '\t' && byte != '\n';
    table[0x7F] = true;
    for (const unsigned lead : {0xC2U, 0xD8U, 0xE2U, 0xEFU}) table[lead] = true;
    return table;
}();

}  // namespace

bool is_forbidden(char32_t character) {
    if (character == U'\t' || character == U'\n') return false;
    if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return true;
    if (character == 0x2028 || character == 0x2029 || character == 0xFEFF) return true;
    if (character >= 0xD800 && character <= 0xDFFF) return true;
    return character == 0xFFFE || character == 0xFFFF || character > 0x10FFFF;
}

bool is_invisible(char32_t character) {
    if (character >= 0xE0000) return false;
    return utf8::is_unprintable(character) && !is_forbidden(character);
}

std::vector<std::size_t> check_bytes(std::string_view bytes, Report& report) {
    std::vector<std::size_t> invisible;
    if (bytes.empty()) {
        report.add(rule::empty_text, Span{0, 0}, Words{"le fichier est vide", "the file is empty"},
                   Words{"reprendre la dernière version dans git, ou supprimer le fichier",
                         "take the last version from git, or delete the file"});
        return invisible;
    }
    if (bytes.size() > largest_text) {
        report.add(rule::too_large, Span{0, 0}, Words{"le fichier dépasse 1 Mio", "the file is larger than 1 MiB"},
                   Words{"n'y garder que la fiche", "keep only the record in it"});
        return invisible;
    }
    if (is_wide(bytes)) {
        refuse_wide(report);
        return invisible;
    }
    if (refuse_conflicts(bytes, report)) return invisible;
    if (utf8::first_invalid(bytes)) {
        refuse_invalid(bytes, report);
        return invisible;
    }
    const bool with_bom = bytes.starts_with(utf8::bom);
    if (with_bom)
        report.add(rule::bom, Span{0, utf8::bom.size()},
                   Words{"le fichier commence par une marque d'ordre des octets (BOM)",
                         "the file begins with a byte order mark (BOM)"},
                   Words{"l'enregistrer en « UTF-8 sans BOM »", "save it as \"UTF-8 without BOM\""});
    for (std::size_t at = with_bom ? utf8::bom.size() : 0; at < bytes.size();) {
        if (!suspicious[static_cast<unsigned char>(bytes[at])]) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char32_t character = utf8::next(bytes, at);
        if (character == U'\r' && bytes.substr(at).starts_with('\n')) continue;
        if (is_forbidden(character)) {
            refuse_character(character, Span{begin, at}, report);
            if (report.full()) return invisible;
        } else if (is_invisible(character) && invisible.size() < most_findings) {
            invisible.push_back(begin);
        }
    }
    return invisible;
}

}  // namespace cafe::yaml
