#include "check/forms.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/punycode.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/zone.hpp"
#include "check/inspection.hpp"
#include "check/rules.hpp"
#include "model/fields.hpp"
#include "model/sender.hpp"
#include "model/values.hpp"
#include "yaml/scalar.hpp"

namespace cafe::check {

namespace {

using model::Type;

constexpr std::size_t npos = std::string_view::npos;

constexpr Noun digit_noun{"chiffre", "chiffres", "digit", "digits"};

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

bool holds_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (utf8::is_letter_or_digit(c) && (c < U'0' || c > U'9')) return true;
    }
    return false;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(text);
    return parts;
}

// ---- Telephone -----------------------------------------------------------------------------------------------------

bool are_phones(const std::vector<std::string_view>& parts) {
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(),
                                           [](std::string_view part) { return model::to_phone(part).has_value(); });
}

// Each as it was written; empty when it is no row of numbers.
std::vector<std::string> several_phones(std::string_view text) {
    constexpr std::array<std::string_view, 11> separators{" ou ", " et ",   " or ",   ",", ";", "/",
                                                          " - ",  "\u2013", "\u2014", "|", "\n"};
    std::vector<std::string> phones;
    for (const std::string_view separator : separators) {
        const auto parts = split_at(text, separator);
        if (!are_phones(parts)) continue;
        for (const std::string_view part : parts) phones.emplace_back(text::trim(part));
        return phones;
    }
    return phones;
}

Words why_no_phone(std::string_view text) {
    static constexpr Phrase<> words_beside{"autre chose que des chiffres l'accompagne",
                                           "something other than digits goes with it"};
    static constexpr Phrase<Words> home{"{}, il en faut 10", "{}, 10 are needed"};
    static constexpr Phrase<Words> of_the_pacific{
        "{}, il en faut 10 ; en Nouvelle-Calédonie, à Wallis ou à Saint-Pierre il y faut l'indicatif",
        "{}, 10 are needed; in New Caledonia, Wallis or Saint-Pierre it needs the country code"};
    static constexpr Phrase<Words> after_country{"{} après +33, il en faut 9", "{} after +33, 9 are needed"};
    static constexpr Phrase<Words> abroad{"{}, un numéro étranger en a de 7 à 15", "{}, a foreign number has 7 to 15"};
    static constexpr Phrase<> first_digits{"un numéro français commence par 01 à 09",
                                           "a French number begins with 01 to 09"};
    static constexpr Phrase<> stray_sign{"un signe de trop", "a stray sign"};
    if (holds_letter(text)) return words_beside();
    const std::string digits = digits_of(text);
    if (digits.size() == 10 && digits.starts_with("00")) return first_digits();
    std::string_view rest = digits;
    const bool abroad_sign = text::trim(text).starts_with('+') || digits.starts_with("00");
    if (rest.starts_with("00")) rest.remove_prefix(2);
    if (abroad_sign && rest.starts_with("33")) {
        rest.remove_prefix(2);
        if (rest.starts_with('0')) rest.remove_prefix(1);
        return rest.size() == 9 ? first_digits() : after_country(count(rest.size(), digit_noun));
    }
    if (abroad_sign)
        return rest.size() >= 7 && rest.size() <= 15 ? stray_sign() : abroad(count(rest.size(), digit_noun));
    if (digits.size() == 6) return of_the_pacific(count(digits.size(), digit_noun));
    if (digits.size() != 10) return home(count(digits.size(), digit_noun));
    return model::to_phone(digits) ? stray_sign() : first_digits();
}

Fault fault_of_phone(const std::string& text) {
    static constexpr Phrase<std::string> several{"« {} » contient plusieurs numéros", "'{}' holds several numbers"};
    static constexpr Phrase<> one_line_each{"un numéro par ligne, chacun avec son intitulé (label)",
                                            "one number a line, each with its label"};
    static constexpr Phrase<std::string, Words> implausible{"« {} » n'est pas un numéro plausible : {}",
                                                            "'{}' is not a plausible number: {}"};
    static constexpr Phrase<> apart{"garder le numéro seul ; le reste va dans label ou tip",
                                    "keep the number alone; the rest goes into label or tip"};
    static constexpr Phrase<> ask{"le demander au partenaire, ou enlever la ligne",
                                  "ask the partner, or remove the line"};
    static constexpr Phrase<std::string> lost_zero{"écrire \"{}\" si le zéro du début s'est perdu",
                                                   "write \"{}\" if the leading zero got lost"};
    static constexpr Phrase<std::string> with_code{
        "écrire \"+687 {0}\" en Nouvelle-Calédonie, \"+681 {0}\" à Wallis-et-Futuna, \"+508 {0}\" à "
        "Saint-Pierre-et-Miquelon",
        "write \"+687 {0}\" in New Caledonia, \"+681 {0}\" in Wallis and Futuna, \"+508 {0}\" in Saint Pierre and "
        "Miquelon"};
    if (auto phones = several_phones(text); !phones.empty())
        return {&rule::two_numbers, several(shown(text)), one_line_each(), std::move(phones)};
    // Spreadsheets take 05 36 49 00 01 for a number, and its zero away.
    const std::string digits = digits_of(text);
    if (digits.size() == 9 && digits.front() != '0' && text.front() == digits.front() && !holds_letter(text))
        if (const auto whole = model::to_phone("0" + digits))
            return {&rule::implausible_phone, implausible(shown(text), why_no_phone(text)), lost_zero(whole->display)};
    if (digits.size() == 6 && digits.front() != '0' && !holds_letter(text) && text.find('+') == npos)
        return {&rule::implausible_phone, implausible(shown(text), why_no_phone(text)),
                with_code(digits.substr(0, 2) + " " + digits.substr(2, 2) + " " + digits.substr(4))};
    return {&rule::implausible_phone, implausible(shown(text), why_no_phone(text)),
            holds_letter(text) ? apart() : ask()};
}

// ---- E-mail, web ---------------------------------------------------------------------------------------------------

// The one address among other words and signs: « Accueil <accueil@x.org> », « mailto:accueil@x.org ». Empty when there
// is none, or more than one.
std::string address_in(std::string_view text) {
    std::string found;
    std::string apart(text);
    std::replace_if(
        apart.begin(), apart.end(), [](char c) { return std::string_view("<>()[],;:\"'\t").find(c) != npos; }, ' ');
    bool first = true;
    for (std::string_view word : text::words(apart)) {
        while (word.ends_with('.')) word.remove_suffix(1);
        if (word == "mailto") continue;
        const bool alone = first || text.find('<') != npos;  // of « marie delmas@x.org » nobody knows what was meant
        first = false;
        if (word.find('@') == npos) continue;
        if (!found.empty() || !alone || !model::is_email(word)) return "";
        found = word;
    }
    return found;
}

// "www.lucé.fr" → "www.xn--luc-dma.fr" (RFC 5891): the name that every program takes. Accents as one letter, small.
std::string host_in_ascii(std::string_view host) {
    std::vector<std::string> labels;
    for (const std::string_view label : text::split(host, '.')) {
        std::string small;
        const std::string composed = utf8::nfc(label);
        for (std::size_t at = 0; at < composed.size();) utf8::append(small, utf8::lower(utf8::next(composed, at)));
        labels.push_back(is_ascii(small) ? small : "xn--" + punycode(small));
    }
    return text::join(labels, ".");
}

// The same address with its host in ASCII; empty where the host is plain or still none.
std::string url_in_ascii(const std::string& url) {
    const std::size_t host = url.find("//");
    if (host == npos) return "";
    const std::size_t end = std::min(url.find_first_of("/?#", host + 2), url.size());
    const std::string_view name = std::string_view(url).substr(host + 2, end - host - 2);
    if (is_ascii(name)) return "";
    std::string meant = url.substr(0, host + 2) + host_in_ascii(name) + url.substr(end);
    return model::is_url(meant) ? meant : "";
}

Fault fault_of_email(const std::string& text) {
    static constexpr Phrase<std::string, Words> impossible{"« {} » n'est pas une adresse de courriel : {}",
                                                           "'{}' is not an e-mail address: {}"};
    static constexpr Phrase<> no_at{"il manque le signe @", "the sign @ is missing"};
    static constexpr Phrase<> several{"il y a plusieurs adresses", "there are several addresses"};
    static constexpr Phrase<> accent{"une lettre porte un accent", "a letter has an accent"};
    static constexpr Phrase<> foreign{"une lettre est d'un autre alphabet, même si elle ressemble à une des nôtres",
                                      "a letter is of another alphabet, even if it looks like one of ours"};
    static constexpr Phrase<> name_before{"un nom ou un espace l'accompagne", "a name or a blank goes with it"};
    static constexpr Phrase<> other{"un signe manque ou est de trop", "a sign is missing or stray"};
    static constexpr Phrase<> one_each{"une adresse par ligne", "one address a line"};
    static constexpr Phrase<> bare{"écrire l'adresse seule : accueil@exemple.fr",
                                   "write the address alone: office@example.org"};
    static constexpr Phrase<std::string> this_one{"écrire l'adresse seule : {}", "write the address alone: {}"};
    const auto signs = std::count(text.begin(), text.end(), '@');
    if (const std::string meant = address_in(text); !meant.empty())
        return {&rule::bad_email,
                impossible(shown(text), text.find_first_of(" <>\t") == npos ? other() : name_before()),
                this_one(meant)};
    if (signs > 1) return {&rule::bad_email, impossible(shown(text), several()), one_each()};
    if (signs == 0) return {&rule::bad_email, impossible(shown(text), no_at()), bare()};
    if (!is_ascii(text)) {
        const Words why = is_ascii(fold::text(text)) ? accent() : foreign();
        const std::size_t at = text.find('@');
        const std::string meant = text.substr(0, at + 1) + host_in_ascii(std::string_view(text).substr(at + 1));
        return {&rule::bad_email, impossible(shown(text), why), model::is_email(meant) ? this_one(meant) : bare()};
    }
    if (text.find_first_of(" <>\t") != std::string::npos)
        return {&rule::bad_email, impossible(shown(text), name_before()), bare()};
    return {&rule::bad_email, impossible(shown(text), other()), bare()};
}

// « Café partenaires <cafe@example.org> », or the address alone.
Fault fault_of_sender(const std::string& text) {
    static constexpr Phrase<std::string> impossible{"« {} » n'est pas un expéditeur", "'{}' is not a sender"};
    static constexpr Phrase<> write_so{
        "écrire l'adresse seule, ou un nom puis l'adresse entre chevrons : "
        "Café partenaires <cafe@exemple.fr>",
        "write the address alone, or a name and the address in angle brackets: "
        "Partners' café <cafe@example.org>"};
    return {&rule::bad_email, impossible(shown(text)), write_so()};
}

// A time zone: of its form, and one that calendars can be written in.
Fault fault_of_timezone(const std::string& text) {
    static constexpr Phrase<std::string> is_none{"« {} » n'est pas un fuseau horaire", "'{}' is not a time zone"};
    static constexpr Phrase<std::string> not_known{"le fuseau « {} » n'est pas de ceux que cafe sait écrire",
                                                   "the time zone '{}' is not one that cafe can write"};
    static constexpr Phrase<std::string> choose{"choisir parmi : {}", "choose from: {}"};
    return {&rule::bad_timezone, model::is_timezone(text) ? not_known(shown(text)) : is_none(shown(text)),
            choose(text::join(calendar::zone_names(), ", "))};
}

// « www.x.org », « http//x.org », « https:/x.org. » as they were meant, if they were.
std::string put_right(std::string_view text) {
    bool secure = true;
    for (const std::string_view scheme : {"https", "http"}) {
        if (!text.starts_with(scheme) || text.find_first_of(":/", scheme.size()) != scheme.size()) continue;
        secure = scheme.size() == 5 || !text.starts_with("http://");
        text.remove_prefix(std::min(text.size(), text.find_first_not_of(":/", scheme.size())));
        break;
    }
    while (text.ends_with('.') || text.ends_with(',') || text.ends_with(';')) text.remove_suffix(1);
    return (secure ? "https://" : "http://") + std::string(text);
}

Fault fault_of_url(const std::string& text) {
    static constexpr Phrase<std::string> impossible{"« {} » n'est pas une adresse web", "'{}' is not a web address"};
    static constexpr Phrase<std::string> write{"écrire {}", "write {}"};
    static constexpr Phrase<> one{"une seule adresse, sans espace", "one address, without blanks"};
    static constexpr Phrase<> begin{"commencer par https:// et un nom de domaine",
                                    "begin with https:// and a domain name"};
    static constexpr Phrase<std::string> in_ascii{
        "écrire {} : le même site, sous le nom que tous les programmes lisent",
        "write {}: the same site, by the name that every program reads"};
    static constexpr Phrase<> copy{
        "recopier l'adresse que montre le navigateur : le nom du site a une lettre accentuée ou d'un autre alphabet",
        "copy the address that the browser shows: the site's name has an accented letter or one of another alphabet"};
    if (const std::string whole = put_right(text); model::is_url(whole))
        return {&rule::bad_url, impossible(shown(text)), write(whole)};
    if (const std::string meant = url_in_ascii(put_right(text)); !meant.empty())
        return {&rule::bad_url, impossible(shown(text)), in_ascii(meant)};
    const bool is_begun = text.starts_with("https://") || text.starts_with("http://");
    const std::size_t host = text.find("//") + 2;
    if (is_begun && !is_ascii(std::string_view(text).substr(host, text.find('/', host) - host)))
        return {&rule::bad_url, impossible(shown(text)), copy()};
    const bool blanks = text.find_first_of(" \t,;") != std::string::npos;
    return {&rule::bad_url, impossible(shown(text)), blanks ? one() : begin()};
}

// ---- Registers -----------------------------------------------------------------------------------------------------

Fault fault_of_siret(const std::string& text) {
    static constexpr Phrase<std::string, Words> impossible{"« {} » n'est pas un SIRET : {}", "'{}' is not a SIRET: {}"};
    static constexpr Phrase<Words> other_count{"{}, il en faut 14", "{}, 14 are needed"};
    static constexpr Phrase<> key{"la clé de contrôle ne tombe pas juste", "its check digit does not fit"};
    static constexpr Phrase<> blanks{"il s'écrit sans espace", "it is written without blanks"};
    static constexpr Phrase<> letters{"quatorze chiffres et rien d'autre", "fourteen digits and nothing else"};
    static constexpr Phrase<std::string> write{"écrire \"{}\"", "write \"{}\""};
    static constexpr Phrase<> copy{"recopier les quatorze chiffres", "copy the fourteen digits again"};
    const std::string digits = digits_of(text);
    if (digits != text && model::is_siret(digits))
        return {&rule::bad_siret,
                impossible(shown(text), holds_letter(text) ? letters() : blanks()),
                write(digits),
                {digits}};
    const Words why = digits.size() == 14 ? key() : other_count(count(digits.size(), digit_noun));
    return {&rule::bad_siret, impossible(shown(text), why), copy()};
}

Fault fault_of_postcode(const std::string& text) {
    static constexpr Phrase<std::string> impossible{"« {} » n'est pas un code postal", "'{}' is not a postcode"};
    static constexpr Phrase<std::string> lost_zero{"écrire \"0{}\" si le zéro du début s'est perdu",
                                                   "write \"0{}\" if the leading zero got lost"};
    static constexpr Phrase<> five{"cinq chiffres, entre guillemets : \"47500\"", "five digits, in quotes: \"47500\""};
    static constexpr Phrase<std::string> write{"écrire \"{}\"", "write \"{}\""};
    const std::string digits = digits_of(text);
    if (!holds_letter(text) && model::is_postcode(digits))
        return {&rule::bad_postcode, impossible(shown(text)), write(digits), {digits}};
    const bool four = text.size() == 4 && text::is_digits(text);
    return {&rule::bad_postcode, impossible(shown(text)), four ? lost_zero(text) : five()};
}

Fault fault_of_rna(const std::string& text) {
    static constexpr Phrase<std::string> impossible{"« {} » n'est pas un numéro d'association",
                                                    "'{}' is not an association number"};
    static constexpr Phrase<> shape{"W et neuf chiffres : W473001234", "W and nine digits: W473001234"};
    static constexpr Phrase<std::string> write{"écrire {}", "write {}"};
    std::string meant;
    for (const char c : text)
        if (c != ' ' && c != '.' && c != '-') meant += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (model::is_rna(meant)) return {&rule::bad_rna, impossible(shown(text)), write(meant), {meant}};
    if (model::is_rna("W" + meant)) return {&rule::bad_rna, impossible(shown(text)), write("W" + meant)};
    return {&rule::bad_rna, impossible(shown(text)), shape()};
}

Fault fault_of_language(const std::string& text) {
    static constexpr Phrase<std::string> impossible{"« {} » n'est pas un code de langue",
                                                    "'{}' is not a language code"};
    static constexpr Phrase<> shape{"deux lettres minuscules : fr, en, ar, es, pt, uk",
                                    "two lower-case letters: fr, en, ar, es, pt, uk"};
    static constexpr Phrase<std::string> write{"écrire {}", "write {}"};
    static constexpr Phrase<std::string> commas{"une virgule entre les codes : {}", "a comma between the codes: {}"};
    std::vector<std::string> codes;
    const std::string folded = fold::text(text);  // which makes blanks of commas and the like
    for (const std::string_view word : text::words(folded)) codes.emplace_back(word);
    const bool all = std::all_of(codes.begin(), codes.end(), model::is_language);
    if (codes.empty() || !all) return {&rule::bad_language, impossible(shown(text)), shape()};
    return {&rule::bad_language, impossible(shown(text)),
            codes.size() == 1 ? write(codes.front()) : commas(text::join(codes, ", "))};
}

Fault fault_of_id(const std::string& text) {
    static constexpr Phrase<std::string> impossible{"« {} » ne peut pas être un identifiant", "'{}' cannot be an id"};
    static constexpr Phrase<std::string> write{"écrire « {} »", "write '{}'"};
    static constexpr Phrase<> shape{"minuscules sans accents, chiffres et traits d'union",
                                    "lower-case letters without accents, digits and hyphens"};
    const std::string slug = fold::slug(text);
    return {&rule::bad_id, impossible(shown(text)), slug.empty() ? shape() : write(slug)};
}

// Types whose fault needs no reason: what they are, and how they are written.
struct Plain {
    Type type;
    const Rule* rule;
    model::Label what;
    model::Label how;
};

constexpr std::array plain_forms{
    Plain{Type::department,
          &rule::bad_department,
          {"un code de département", "a département code"},
          {"écrire le code, entre guillemets : \"47\", \"2A\", \"974\"",
           "write the code, in quotes: \"47\", \"2A\", \"974\""}},
    Plain{Type::colour,
          &rule::bad_colour,
          {"une couleur", "a colour"},
          {"écrire par exemple \"#8a3b12\"", "write for example \"#8a3b12\""}},
    Plain{Type::time,
          &rule::bad_time,
          {"une heure", "a time"},
          {"écrire l'heure et les minutes, entre guillemets : \"09:30\"",
           "write hours and minutes, in quotes: \"09:30\""}},
};

std::optional<Fault> plain_fault(Type type, const std::string& text) {
    static constexpr Phrase<std::string, Words> is_not{"« {} » n'est pas {}", "'{}' is not {}"};
    for (const Plain& form : plain_forms)
        if (form.type == type)
            return Fault{form.rule,
                         is_not(shown(text), {std::string(form.what.fr), std::string(form.what.en)}),
                         {std::string(form.how.fr), std::string(form.how.en)}};
    return std::nullopt;
}

std::optional<Fault> fault_of_line(const model::Field& field, const std::string& text) {
    static constexpr Phrase<std::string> on_several{"« {} » tient sur une ligne, et en a plusieurs ici",
                                                    "'{}' fits on one line, and has several here"};
    static constexpr Phrase<> join{"écrire le texte sur une seule ligne, sans |",
                                   "write the text on one line, without |"};
    // A block text ends with a line feed: that alone makes no second line.
    if (text::trim(text).find_first_of("\r\n") == std::string_view::npos) return std::nullopt;
    return Fault{&rule::several_lines, on_several(std::string(field.key)), join()};
}

std::optional<Fault> fault_of_type(const model::Field& field, const std::string& text) {
    switch (field.type) {
        case Type::phone: return fault_of_phone(text);
        case Type::email: return fault_of_email(text);
        case Type::timezone: return fault_of_timezone(text);
        case Type::url: return fault_of_url(text);
        case Type::siret: return fault_of_siret(text);
        case Type::language: return fault_of_language(text);
        case Type::rna: return fault_of_rna(text);
        case Type::postcode: return fault_of_postcode(text);
        case Type::id: return fault_of_id(text);
        default: return plain_fault(field.type, text);
    }
}

}  // namespace

std::optional<Fault> fault_of_form(const model::Field& field, const std::string& text) {
    static constexpr Phrase<std::string> write{"écrire {}", "write {}"};
    if (&field == model::settings_shape().find("from") && !model::to_sender(text)) return fault_of_sender(text);
    if (field.type == Type::line) return fault_of_line(field, text);
    const bool usable = field.type != Type::timezone || calendar::zone_named(text);
    if (usable && model::has_form_of(field, text)) return std::nullopt;
    std::optional<Fault> fault = fault_of_type(field, text);
    const auto inner = yaml::between_curly_quotes(text);
    if (fault && inner && model::has_form_of(field, *inner)) {
        fault->remedy = write(shown('"' + std::string(*inner) + '"'));
        fault->instead = {std::string(*inner)};
    }
    return fault;
}

}  // namespace cafe::check
