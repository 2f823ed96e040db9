#include "model/values.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::model {

namespace {

using ascii::is_digit;
using ascii::is_lower;
using ascii::is_upper;
using ascii::lower;

constexpr bool is_alpha(char c) {
    return ascii::is_letter(c);
}
constexpr bool is_alnum(char c) {
    return ascii::is_letter_or_digit(c);
}
constexpr char to_lower(char c) {
    return ascii::lower(c);
}

template <std::size_t N>
constexpr bool is_one_of(std::string_view text, const std::array<std::string_view, N>& all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

// ---- Telephone -----------------------------------------------------------------------------------------------------

// A number taken apart: its groups of digits, and whether + or 00 made it international.
struct Digits {
    bool international = false;
    std::vector<std::string> groups;

    [[nodiscard]] std::string joined() const { return text::join(groups, ""); }
};

bool separates(char32_t c) {
    switch (c) {
        case U' ':
        case U'.':
        case U'-':
        case U'/':
        case U'(':
        case U')':
        case 0x00A0:  // no-break space
        case 0x202F:  // narrow no-break space
        case 0x2009:  // thin space
        case 0x2010:  // hyphen
        case 0x2011:  // non-breaking hyphen
        case 0x2013:  // en dash
            return true;
        default: return false;
    }
}

// Nothing when anything but digits and separators stands there, or when a separator ends it.
std::optional<Digits> take_apart(std::string_view text) {
    Digits digits;
    text = text::trim(text);
    const bool plus_in_bracket = text.starts_with("(+");  // (+33) 5 53 40 00 00
    if (plus_in_bracket) text.remove_prefix(1);
    if (text.starts_with('+')) {
        digits.international = true;
        text = text::trim(text.substr(1));  // "+ 33 5 53 40 00 00"
    }
    const bool bracket = !digits.international && text.starts_with('(');
    if (text.empty() || (!is_digit(text.front()) && !bracket)) return std::nullopt;
    bool in_group = false;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text.substr(at, 3) == "(0)") {  // +33 (0)5: the zero of calls at home
            if (!digits.international && !text.starts_with("00")) return std::nullopt;
            at += 3;
            in_group = false;
            continue;
        }
        const char32_t c = utf8::next(text, at);
        if (c >= U'0' && c <= U'9') {
            if (!in_group) digits.groups.emplace_back();
            digits.groups.back() += static_cast<char>(c);
            in_group = true;
        } else if (separates(c)) {
            in_group = false;
        } else {
            return std::nullopt;
        }
    }
    if (digits.groups.empty() || (!is_digit(text.back()) && text.back() != ')')) return std::nullopt;
    return digits;
}

// 00 is + for those who dial it.
void turn_double_zero(Digits& digits) {
    if (digits.international || !digits.joined().starts_with("00")) return;
    std::size_t left = 2;
    while (left > 0) {
        std::string& first = digits.groups.front();
        const std::size_t cut = std::min(left, first.size());
        first.erase(0, cut);
        left -= cut;
        if (first.empty()) digits.groups.erase(digits.groups.begin());
        if (digits.groups.empty()) break;
    }
    digits.international = true;
}

std::string in_pairs(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 2 == 0) out += ' ';
        out += digits[i];
    }
    return out;
}

struct Prefix {
    std::string_view home;     // how a number begins within France
    std::string_view country;  // and its country code (Arcep, numbering plan)
};

// The mobile numbers in 0709 are parted among the départements overseas by their fifth and sixth digits.
constexpr std::array overseas{
    Prefix{"063998", "33"},  // within Mayotte's 0639, Arcep's mobile numbers for fiction and examples
    Prefix{"0590", "590"},  Prefix{"0690", "590"},   Prefix{"0691", "590"},   Prefix{"0594", "594"},
    Prefix{"0694", "594"},  Prefix{"0596", "596"},   Prefix{"0696", "596"},   Prefix{"0697", "596"},
    Prefix{"0262", "262"},  Prefix{"0263", "262"},   Prefix{"0269", "262"},   Prefix{"0639", "262"},
    Prefix{"0692", "262"},  Prefix{"0693", "262"},   Prefix{"07090", "590"},  Prefix{"07091", "596"},
    Prefix{"07092", "262"}, Prefix{"070935", "262"}, Prefix{"070936", "262"}, Prefix{"070937", "262"},
    Prefix{"07093", "594"},
};

std::string_view country_of(std::string_view home) {
    for (const Prefix& prefix : overseas)
        if (home.starts_with(prefix.home)) return prefix.country;
    return "33";
}

std::optional<PhoneNumber> french(std::string_view home) {
    if (home.size() != 10 || home[0] != '0' || home[1] == '0') return std::nullopt;
    return PhoneNumber{"+" + std::string(country_of(home)) + std::string(home.substr(1)), in_pairs(home), false};
}

std::optional<PhoneNumber> international(const Digits& digits) {
    const std::string all = digits.joined();
    for (const std::string_view country : std::array<std::string_view, 5>{"33", "590", "594", "596", "262"}) {
        if (!all.starts_with(country)) continue;
        std::string home = all.substr(country.size());
        if (!home.starts_with('0')) home.insert(0, "0");  // else +33 05…, which people write
        auto number = french(home);
        // +33 is also written before overseas numbers; the other codes only before their own.
        const bool fits = number && (country == "33" || number->dial.starts_with("+" + std::string(country)));
        if (fits) return number;
        // Numbers in 09 are of no place: overseas they are written behind the code of theirs, +590 976 00 12 34.
        if (!number || !home.starts_with("09")) return std::nullopt;
        const std::string code = "+" + std::string(country);
        return PhoneNumber{code + home.substr(1), code + " " + home.substr(1, 3) + " " + in_pairs(home.substr(4)),
                           false};
    }
    constexpr std::size_t shortest = 7;
    constexpr std::size_t longest = 15;  // E.164
    if (all.size() < shortest || all.size() > longest || all.front() == '0') return std::nullopt;
    return PhoneNumber{"+" + all, "+" + text::join(digits.groups, " "), false};
}

// 15, 112, 3919, 1013; 116 117 and 118 218 (Arcep, numbering plan).
bool is_short_number(std::string_view digits) {
    constexpr std::array<std::string_view, 10> known{"15", "17", "18", "112", "114", "115", "119", "191", "196", "197"};
    if (is_one_of(digits, known)) return true;
    if (digits.size() == 4) return digits.starts_with('3') || digits.starts_with("10");
    return digits.size() == 6 && (digits.starts_with("116") || digits.starts_with("118"));
}

// ---- Names of hosts ------------------------------------------------------------------------------------------------

bool is_host_label(std::string_view label) {
    constexpr std::size_t longest = 63;  // RFC 1035 §2.3.4
    if (label.empty() || label.size() > longest || label.front() == '-' || label.back() == '-') return false;
    return std::all_of(label.begin(), label.end(), [](char c) { return is_alnum(c) || c == '-'; });
}

// At least two labels; the last one is no number, which leaves out IP addresses.
bool is_host(std::string_view host) {
    constexpr std::size_t longest = 253;
    if (host.size() > longest) return false;
    const auto labels = text::split(host, '.');
    if (labels.size() < 2 || !std::all_of(labels.begin(), labels.end(), is_host_label)) return false;
    const std::string_view last = labels.back();
    return last.size() >= 2 && (lower(last).starts_with("xn--") || std::all_of(last.begin(), last.end(), is_alpha));
}

bool is_port(std::string_view port) {
    const auto number = text::to_integer(port);
    return port.size() <= 5 && text::is_digits(port) && number && *number >= 1 && *number <= 65535;
}

// What follows the host: no blanks, quotes, brackets of markup or backslashes, and nothing that cannot be seen.
bool is_url_rest(std::string_view rest) {
    if (utf8::first_invalid(rest)) return false;
    std::size_t at = 0;
    while (at < rest.size()) {
        const char32_t c = utf8::next(rest, at);
        if (c <= U' ' || c == 0x7F || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A)) return false;
        if (std::u32string_view(U"\"<>\\^`{|}").find(c) != std::u32string_view::npos) return false;
        if (utf8::is_unprintable(c) || c == 0x200C || c == 0x200D) return false;
    }
    return true;
}

// ---- Registers -----------------------------------------------------------------------------------------------------

bool luhn(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        int value = *digit - '0';
        if (twice) value = value > 4 ? 2 * value - 9 : 2 * value;
        sum += value;
        twice = !twice;
    }
    return sum % 10 == 0;
}

int digit_sum(std::string_view digits) {
    int sum = 0;
    for (const char digit : digits) sum += digit - '0';
    return sum;
}

// ISO 639-1, two letters each.
constexpr std::string_view languages =
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

bool is_choice(const Field& field, std::string_view text) {
    return field.choices.empty() || std::any_of(field.choices.begin(), field.choices.end(),
                                                [text](const Choice& choice) { return choice.value == text; });
}

// Ten digits with blanks or points between them, as nearly every number of a notebook is written; empty otherwise.
std::string ten_digits(std::string_view text) {
    constexpr std::size_t of_france = 10;
    std::string digits;
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return digits;
    for (const char c : text) {
        if (is_digit(c))
            digits += c;
        else if (c != ' ' && c != '.')
            return {};
    }
    return digits.size() == of_france ? digits : std::string();
}

}  // namespace

std::optional<bool> to_boolean(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    return std::nullopt;
}

std::optional<int> to_whole_number(std::string_view text) {
    constexpr std::size_t longest = 9;
    if (!text::is_digits(text) || text.size() > longest) return std::nullopt;
    if (text.size() > 1 && text.front() == '0') return std::nullopt;
    const auto number = text::to_integer(text);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<PhoneNumber> to_phone(std::string_view text) {
    if (auto number = french(ten_digits(text))) return number;
    auto digits = take_apart(text);
    if (!digits) return std::nullopt;
    // Ten digits are a number of France. 00 53 47 90 00 is 05 53 … with a slip: Cuba, +53, has longer ones.
    constexpr std::size_t of_france = 10;
    const bool slip =
        !digits->international && digits->joined().size() == of_france && digits->joined().starts_with("00");
    if (slip) return std::nullopt;
    turn_double_zero(*digits);
    if (digits->groups.empty()) return std::nullopt;
    if (digits->international) return international(*digits);
    const std::string all = digits->joined();
    if (is_short_number(all))
        return PhoneNumber{all, all.size() == 6 ? all.substr(0, 3) + " " + all.substr(3) : all, true};
    return french(all);
}

bool is_email(std::string_view text) {
    constexpr std::size_t longest = 254;
    constexpr std::size_t longest_name = 64;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || text.size() > longest) return false;
    const std::string_view name = text.substr(0, at);
    if (name.empty() || name.size() > longest_name || name.front() == '.' || name.back() == '.') return false;
    if (name.find("..") != std::string_view::npos) return false;
    constexpr std::string_view others = ".!#$%&'*+/=?^_`{|}~-";  // RFC 5322 atext, and the point
    for (const char c : name)
        if (!is_alnum(c) && others.find(c) == std::string_view::npos) return false;
    return is_host(text.substr(at + 1));
}

bool is_url(std::string_view text) {
    const std::string start = lower(text.substr(0, 8));
    const std::size_t scheme = start == "https://" ? 8 : start.starts_with("http://") ? 7 : 0;
    if (scheme == 0) return false;
    const std::string_view after = text.substr(scheme);
    const std::size_t end = std::min(after.find_first_of("/?#"), after.size());
    std::string_view host = after.substr(0, end);
    if (const std::size_t colon = host.find(':'); colon != std::string_view::npos) {
        if (!is_port(host.substr(colon + 1))) return false;
        host = host.substr(0, colon);
    }
    return is_host(host) && is_url_rest(after.substr(end));
}

bool is_siret(std::string_view text) {
    if (text.size() != 14 || !text::is_digits(text)) return false;
    if (luhn(text)) return digit_sum(text) > 0;
    return text.starts_with("356000000") && digit_sum(text) % 5 == 0;
}

bool is_rna(std::string_view text) {
    if (text.size() != 10 || text.front() != 'W') return false;
    if (text::is_digits(text.substr(1))) return true;
    const bool corsica = text[1] == '2' && (text[2] == 'A' || text[2] == 'B');
    const bool overseas_letter = text[1] == '9' && is_upper(text[2]);
    return (corsica || overseas_letter) && text::is_digits(text.substr(3));
}

bool is_postcode(std::string_view text) {
    return text.size() == 5 && text::is_digits(text) && text >= "01000" && text <= "98999";
}

bool is_department(std::string_view text) {
    if (text == "2A" || text == "2B") return true;
    if (!text::is_digits(text)) return false;
    if (text.size() == 2) return text >= "01" && text <= "95" && text != "20";
    return text.size() == 3 && ((text >= "971" && text <= "978") || (text >= "986" && text <= "988"));
}

bool is_language(std::string_view text) {
    if (text.size() != 2 || !is_lower(text[0]) || !is_lower(text[1])) return false;
    for (std::size_t at = 0; at < languages.size(); at += 3)
        if (languages.substr(at, 2) == text) return true;
    return false;
}

bool is_timezone(std::string_view text) {
    constexpr std::size_t longest = 64;
    if (text == "UTC") return true;
    const auto parts = text::split(text, '/');
    if (text.size() > longest || parts.size() < 2 || parts.size() > 3) return false;
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        return !part.empty() && is_upper(part.front()) && std::all_of(part.begin(), part.end(), [](char c) {
            return is_alnum(c) || c == '_' || c == '-' || c == '+';
        });
    });
}

bool is_colour(std::string_view text) {
    if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return false;
    return std::all_of(text.begin() + 1, text.end(),
                       [](char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); });
}

bool is_id(std::string_view text, std::size_t limit) {
    if (text.empty() || text.size() > limit || text.front() == '-' || text.back() == '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool word = is_lower(text[i]) || is_digit(text[i]);
        if (!word && (text[i] != '-' || text[i - 1] == '-')) return false;
    }
    constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    if (is_one_of(text, devices)) return false;
    const bool numbered = text.size() == 4 && (text.starts_with("com") || text.starts_with("lpt"));
    return !numbered || text[3] < '1' || text[3] > '9';
}

bool has_form_of(const Field& field, std::string_view text) {
    if (text.empty()) return false;
    switch (field.type) {
        case Type::number: return to_whole_number(text).has_value() && is_choice(field, text);
        case Type::decimal: return text::to_number(text).has_value();
        case Type::boolean: return to_boolean(text).has_value();
        case Type::date: return Date::parse(text).has_value();
        case Type::time: return canonical_time(text).has_value();
        case Type::choice: return is_choice(field, text);
        case Type::postcode: return is_postcode(text);
        case Type::department: return is_department(text);
        case Type::phone: return to_phone(text).has_value();
        case Type::email: return is_email(text);
        case Type::url: return is_url(text);
        case Type::language: return is_language(text);
        case Type::siret: return is_siret(text);
        case Type::rna: return is_rna(text);
        case Type::id: return is_id(text);
        case Type::timezone: return is_timezone(text);
        case Type::colour: return is_colour(text);
        case Type::line: return text.find_first_of("\r\n") == std::string_view::npos;
        case Type::markdown:
        case Type::term:
        case Type::area:
        case Type::commune:
        case Type::reference:
        case Type::hours:
        case Type::schedule:
        case Type::query:
        case Type::record: break;
    }
    return true;
}

bool within_bounds(const Field& field, std::string_view text) {
    if (field.type == Type::number || field.type == Type::decimal) {
        const auto number = text::to_number(text);
        return number && *number >= field.least && *number <= field.most;
    }
    const auto length = static_cast<long long>(utf8::length(text));
    return length >= field.least && length <= field.most;
}

}  // namespace cafe::model
