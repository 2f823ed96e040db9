#include "intake/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/words.hpp"
#include "model/values.hpp"

namespace cafe::intake {

namespace {

using ascii::is_digit;

std::string plain_blanks(std::string_view cell) {
    std::string out = utf8::nfc(std::string(cell));
    for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87"})
        out = text::replace_all(out, blank, " ");
    for (const std::string_view nothing : {"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xC2\xAD", "\xE2\x80\x8E", "\xE2\x80\x8F"})
        out = text::replace_all(out, nothing, "");
    return out;
}

std::string digits_in(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (is_digit(c)) out.push_back(c);
    return out;
}

std::string trimmed_of(std::string text, std::string_view signs) {
    const auto is_sign = [&](char c) { return signs.find(c) != std::string_view::npos; };
    while (!text.empty() && is_sign(text.back())) text.pop_back();
    std::size_t begin = 0;
    while (begin < text.size() && is_sign(text[begin])) ++begin;
    return text.substr(begin);
}

}  // namespace

std::string one_line(std::string_view cell) {
    return utf8::one_line(plain_blanks(cell));
}

std::string prose(std::string_view cell) {
    const std::string plain = plain_blanks(cell);
    std::string out;
    std::size_t blank_lines = 0;
    for (const std::string_view line : text::split(plain, '\n')) {
        const std::string kept = utf8::one_line(std::string(line));
        if (kept.empty()) {
            ++blank_lines;
            continue;
        }
        if (!out.empty()) out += blank_lines > 0 ? "\n\n" : "\n";
        blank_lines = 0;
        out += kept;
    }
    return out;
}

// ---- Telephones ----------------------------------------------------------------------------------------------------

namespace {

// Where one number ends and the next begins: « / », « ; », « , », « ou », « et », a dash with blanks, a line end.
std::vector<std::string> phone_parts(std::string_view cell) {
    std::string text = plain_blanks(cell);
    text = text::replace_all(text, "–", " - ");
    text = text::replace_all(text, "—", " - ");
    std::string marked;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = std::string_view(text).substr(at);
        const auto word = [&](std::string_view one) {
            return rest.size() > one.size() && ascii::lower(rest.substr(0, one.size())) == one;
        };
        if (rest.front() == ';' || rest.front() == ',' || rest.front() == '\n' || rest.front() == '|') {
            marked += '\x1F';
        } else if (rest.front() == '/') {
            // "05/36/49/10/20" is one number, "05 36 49 10 20/06 …" are two: at least eight digits stand before.
            const std::size_t begin = marked.rfind('\x1F') == std::string::npos ? 0 : marked.rfind('\x1F') + 1;
            marked += digits_in(std::string_view(marked).substr(begin)).size() >= 9 ? '\x1F' : '.';
        } else if (word(" ou ") || word(" et ")) {
            marked += '\x1F';
            at += 3;
        } else if (word(" - ")) {
            const std::size_t begin = marked.rfind('\x1F') == std::string::npos ? 0 : marked.rfind('\x1F') + 1;
            const bool whole = digits_in(std::string_view(marked).substr(begin)).size() >= 9;
            marked += whole ? "\x1F" : " ";
            at += 2;
        } else {
            marked += rest.front();
        }
    }
    std::vector<std::string> parts;
    for (const std::string_view part : text::split(marked, '\x1F'))
        if (const std::string one = utf8::one_line(part); !one.empty()) parts.push_back(one);
    return parts;
}

struct NumberAndWords {
    std::string number;
    std::string words;
};

// The signs of a number, and the words beside it.
NumberAndWords apart(std::string_view part) {
    NumberAndWords found;
    std::string words;
    bool in_brackets = false;
    for (std::size_t at = 0; at < part.size(); ++at) {
        const char c = part[at];
        if (c == '(' && part.substr(at).starts_with("(0)")) {
            at += 2;
            continue;
        }
        if (c == '(') in_brackets = true;
        const bool of_number = !in_brackets && (is_digit(c) || (c == '+' && found.number.empty()));
        const bool between = !in_brackets && (c == '.' || c == ' ' || c == '-' || c == '\'');
        if (of_number)
            found.number.push_back(c);
        else if (!between || c == ' ')
            words.push_back(c);
        if (c == ')') in_brackets = false;
    }
    found.words = trimmed_of(utf8::one_line(words), " ()[]:;,.-/");
    return found;
}

std::optional<model::PhoneNumber> number_of(std::string digits, bool zero_lost) {
    constexpr std::size_t joined_with_33 = 11;
    constexpr std::size_t without_zero = 9;
    if (digits.size() == joined_with_33 && digits.starts_with("33")) digits.insert(0, "+");
    if (digits.size() == without_zero && digits.front() != '0' && zero_lost) digits.insert(0, "0");
    if (digits.starts_with("+330") && digits.size() == 13) digits.erase(3, 1);
    return model::to_phone(digits);
}

// Words that only say that it is a telephone.
bool says_telephone(const std::string& words) {
    static constexpr std::array<std::string_view, 14> known{
        "tel",  "t",        "telephone", "tph", "fixe",    "phone", "fax", "f", "standard telephonique",
        "port", "portable", "mobile",    "n",   "tel fixe"};
    return std::find(known.begin(), known.end(), fold::text(words)) != known.end();
}

}  // namespace

bool may_lack_zero(std::string_view cell) {
    const std::string digits = digits_in(cell);
    return digits.size() == 9 && digits.front() != '0' && apart(utf8::one_line(cell)).words.empty() &&
           cell.find('+') == std::string_view::npos;
}

bool is_whole_phone(std::string_view cell) {
    const std::string digits = digits_in(cell);
    return digits.size() == 10 && digits.front() == '0';
}

bool is_mobile(std::string_view number) {
    const auto phone = model::to_phone(number);
    return phone && (phone->dial.starts_with("+336") || phone->dial.starts_with("+337"));
}

PhonesCell read_phones(std::string_view cell, bool zero_lost) {
    PhonesCell found;
    const auto add = [&](std::string number, std::string label) {
        const auto same = [&](const PhoneCell& other) { return other.number == number; };
        if (std::none_of(found.phones.begin(), found.phones.end(), same))
            found.phones.push_back({std::move(number), std::move(label)});
    };
    for (const std::string& part : phone_parts(cell)) {
        NumberAndWords one = apart(part);
        if (says_telephone(one.words)) one.words.clear();
        if (one.number.empty()) {
            // « (ligne directe) » on the line below its number.
            if (!found.phones.empty() && found.phones.back().label.empty() && !one.words.empty())
                found.phones.back().label = one.words;
            continue;
        }
        if (const auto phone = number_of(one.number, zero_lost)) {
            add(phone->display, one.words);
            continue;
        }
        // "05 36 49 60 60 ou 61": the last digits of the number before.
        if (one.number.size() == 2 && !found.phones.empty()) {
            std::string other = digits_in(found.phones.back().number);
            if (other.size() == 10) {
                other.replace(8, 2, one.number);
                if (const auto phone = model::to_phone(other)) add(phone->display, one.words);
                continue;
            }
        }
        if (one.number.size() == 20) {
            const auto first = number_of(one.number.substr(0, 10), false);
            const auto second = number_of(one.number.substr(10), false);
            if (first && second) {
                add(first->display, "");
                add(second->display, one.words);
                continue;
            }
        }
        found.unread.push_back(part);
    }
    return found;
}

// ---- Mailboxes -----------------------------------------------------------------------------------------------------

EmailsCell read_emails(std::string_view cell) {
    EmailsCell found;
    std::string text = plain_blanks(cell);
    // « accueil (at) mairie.fr »
    for (const std::string_view at : {" [at] ", "[at]", " (at) ", "(at)", " @ ", " @", "@ "})
        text = text::replace_all(text, at, "@");
    std::string word;
    const auto end = [&] {
        std::string one = trimmed_of(ascii::lower(word), "<>()[]\"'.,;:");
        word.clear();
        if (one.starts_with("mailto:")) one.erase(0, 7);
        if (one.find('@') == std::string::npos) return;
        if (!model::is_email(one)) return found.unread.push_back(one);
        if (std::find(found.addresses.begin(), found.addresses.end(), one) == found.addresses.end())
            found.addresses.push_back(one);
    };
    for (const char c : text) {
        if (c == ' ' || c == ';' || c == ',' || c == '/' || c == '\n' || c == '\t' || c == '|' || c == '\r')
            end();
        else
            word.push_back(c);
    }
    end();
    return found;
}

bool looks_personal(std::string_view address, const std::vector<std::string>& own) {
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos) return false;
    std::string box(address.substr(0, at));
    if (std::any_of(box.begin(), box.end(), is_digit)) return false;
    std::replace(box.begin(), box.end(), '_', '.');
    std::replace(box.begin(), box.end(), '-', '.');
    std::vector<std::string> words;
    for (const std::string_view word : text::split(box, '.'))
        if (!word.empty()) words.emplace_back(fold::text(word));
    if (words.size() < 2 || words.size() > 3) return false;
    constexpr std::size_t shortest = 3;
    if (std::none_of(words.begin(), words.end(), [](const std::string& word) { return word.size() >= shortest; }))
        return false;
    return std::none_of(words.begin(), words.end(), [&](const std::string& word) {
        return says_service(word) || (word.size() > 1 && std::find(own.begin(), own.end(), word) != own.end());
    });
}

// ---- Addresses -----------------------------------------------------------------------------------------------------

namespace {

// « 47 500 » → "47500".
std::string with_joined_postcode(std::string text) {
    for (std::size_t at = 0; at + 6 <= text.size(); ++at) {
        const bool begins = at == 0 || !ascii::is_digit(text[at - 1]);
        if (begins && is_digit(text[at]) && is_digit(text[at + 1]) && text[at + 2] == ' ' && is_digit(text[at + 3]) &&
            is_digit(text[at + 4]) && is_digit(text[at + 5]) && (at + 6 == text.size() || text[at + 6] == ' '))
            text.erase(at + 2, 1);
    }
    return text;
}

// Where the last group of exactly five digits begins that a name follows.
std::size_t postcode_in(std::string_view text) {
    std::size_t found = std::string_view::npos;
    for (std::size_t at = 0; at + 5 <= text.size(); ++at) {
        const bool begins = at == 0 || !is_digit(text[at - 1]);
        const bool five = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                      text.begin() + static_cast<std::ptrdiff_t>(at + 5), is_digit);
        const bool ends = at + 5 == text.size() || !is_digit(text[at + 5]);
        if (begins && five && ends && model::is_postcode(text.substr(at, 5))) found = at;
    }
    return found;
}

// Without CEDEX and what follows, a country, a district: « PARIS 12 », « Paris 4e ».
std::string commune_words(std::string text, bool& cedex) {
    text = trimmed_of(std::move(text), " ,;-.()");
    std::vector<std::string> words;
    for (const std::string_view word : text::words(text)) words.emplace_back(word);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (fold::text(words[i]) != "cedex") continue;
        cedex = true;
        words.resize(i);
        break;
    }
    while (words.size() > 1) {
        const std::string last = fold::text(words.back());
        if (last == "france" || last == "fra")
            words.pop_back();
        else
            break;
    }
    static constexpr std::array<std::string_view, 3> with_districts{"paris", "lyon", "marseille"};
    if (words.size() >= 2) {
        const std::string first = fold::text(words.front());
        const bool known = std::find(with_districts.begin(), with_districts.end(), first) != with_districts.end();
        const std::string last = fold::text(words.back());
        if (known && !last.empty() && is_digit(last.front())) words.pop_back();
        if (known && words.size() == 2 && fold::text(words.back()) == "sp") words.pop_back();
    }
    return text::join(words, " ");
}

}  // namespace

AddressCell read_address(std::string_view cell) {
    AddressCell found;
    const std::string text = with_joined_postcode(text::replace_all(one_line(cell), "–", "-"));
    const std::size_t at = postcode_in(text);
    if (at == std::string::npos) {
        found.street = trimmed_of(text, " ,;");
        return found;
    }
    std::string after = text.substr(at + 5);
    found.postcode = text.substr(at, 5);
    // « …, 51200, Épernay, Marne, Grand Est, FRA »: the first words behind the postcode are the commune.
    after = trimmed_of(std::move(after), " ,;-.");
    if (const std::size_t comma = after.find(','); comma != std::string::npos) after.resize(comma);
    found.commune = commune_words(std::move(after), found.cedex);
    found.street = trimmed_of(text.substr(0, at), " ,;-");
    return found;
}

AddressCell read_commune(std::string_view cell) {
    AddressCell found;
    const std::string text = with_joined_postcode(one_line(cell));
    const std::size_t at = postcode_in(text);
    if (at == std::string::npos) {
        found.commune = commune_words(text, found.cedex);
        return found;
    }
    found.postcode = text.substr(at, 5);
    std::string after = trimmed_of(text.substr(at + 5), " ,;-.()");
    std::string before = trimmed_of(text.substr(0, at), " ,;-.()");
    found.commune = commune_words(after.empty() ? std::move(before) : std::move(after), found.cedex);
    return found;
}

std::string read_postcode(std::string_view cell) {
    std::string text = one_line(cell);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    if (!text::is_digits(text)) {
        const std::size_t at = postcode_in(text);
        return at == std::string::npos ? "" : text.substr(at, 5);
    }
    return text.size() == 4 || text.size() == 5 ? text : "";
}

// ---- Hours ---------------------------------------------------------------------------------------------------------

namespace {

struct HourReader {
    std::string_view text;
    std::size_t at = 0;

    void blanks() {
        while (at < text.size() && text[at] == ' ') ++at;
    }
    bool take(std::string_view word) {
        if (!text.substr(at).starts_with(word)) return false;
        at += word.size();
        return true;
    }
    // 9h30, 09:00, 14h, 9, 9 h 30, 14H00
    std::optional<int> clock() {
        blanks();
        std::size_t from = at;
        int hours = 0;
        while (at < text.size() && is_digit(text[at]) && at - from < 2) hours = hours * 10 + (text[at++] - '0');
        if (at == from || hours > 24) return std::nullopt;
        const std::size_t behind = at;
        blanks();
        int minutes = 0;
        if (take("h") || take("H") || take(":") || take("heures") || take(".")) {
            blanks();
            from = at;
            while (at < text.size() && is_digit(text[at]) && at - from < 2) minutes = minutes * 10 + (text[at++] - '0');
            if (at - from == 1 || minutes > 59) return std::nullopt;
            // 09:00:00
            if (take(":") && !take("00")) return std::nullopt;
        } else {
            at = behind;
        }
        return hours * 60 + minutes;
    }
};

std::string clock_words(int minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace

std::optional<std::string> read_day_hours(std::string_view cell) {
    std::string text = ascii::lower(one_line(cell));
    for (const std::string_view dash : {"–", "—", "‑", "−"}) text = text::replace_all(text, dash, "-");
    text = text::replace_all(text, "à", "-");
    const std::string folded = fold::text(text);
    if (folded.empty() || folded == "ferme" || folded == "fermee" || folded == "closed" || folded == "off" ||
        folded == "non" || folded == "fermeture")
        return "off";
    HourReader reader{text};
    std::string out;
    int last = -1;
    for (;;) {
        reader.blanks();
        reader.take("de ");
        const auto from = reader.clock();
        reader.blanks();
        if (!from || !reader.take("-")) return std::nullopt;
        const auto until = reader.clock();
        if (!until || *until <= *from || *from < last) return std::nullopt;
        out += (out.empty() ? "" : ",") + clock_words(*from) + "-" + clock_words(*until);
        last = *until;
        reader.blanks();
        if (reader.at == text.size()) return out;
        if (!reader.take("/") && !reader.take(",") && !reader.take("et ") && !reader.take(";") &&
            !reader.take("puis ") && !reader.take("- ") && !reader.take("|"))
            return std::nullopt;
    }
}

std::string_view day_of(std::string_view column) {
    struct Day {
        std::string_view word;
        std::string_view day;
    };
    static constexpr std::array<Day, 21> days{
        {{"lundi", "Mo"},    {"mardi", "Tu"},    {"mercredi", "We"}, {"jeudi", "Th"},   {"vendredi", "Fr"},
         {"samedi", "Sa"},   {"dimanche", "Su"}, {"monday", "Mo"},   {"tuesday", "Tu"}, {"wednesday", "We"},
         {"thursday", "Th"}, {"friday", "Fr"},   {"saturday", "Sa"}, {"sunday", "Su"},  {"mo", "Mo"},
         {"tu", "Tu"},       {"we", "We"},       {"th", "Th"},       {"fr", "Fr"},      {"sa", "Sa"},
         {"su", "Su"}}};
    for (const fold::Word& word : fold::words(text::replace_all(column, "_", " ")))
        for (const Day& day : days)
            if (word.folded == day.word) return day.day;
    return {};
}

std::string_view half_of(std::string_view column) {
    std::string_view half;
    for (const fold::Word& word : fold::words(text::replace_all(column, "_", " "))) {
        if (word.folded == "matin" || word.folded == "matinee" || word.folded == "morning") half = "morning";
        if (word.folded == "midi" || word.folded == "aprem" || word.folded == "afternoon") half = "afternoon";
    }
    return half;
}

std::string week_of(const std::vector<std::string>& days) {
    static constexpr std::array<std::string_view, 7> names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    std::vector<std::pair<std::string, std::string>> groups;  // days, hours
    for (std::size_t first = 0; first < days.size() && first < names.size();) {
        std::size_t last = first;
        while (last + 1 < days.size() && days[last + 1] == days[first]) ++last;
        if (!days[first].empty() && days[first] != "off") {
            std::string span(names[first]);
            if (last > first) span += (last == first + 1 ? "," : "-") + std::string(names[last]);
            const auto same = std::find_if(groups.begin(), groups.end(),
                                           [&](const auto& group) { return group.second == days[first]; });
            if (same == groups.end())
                groups.emplace_back(span, days[first]);
            else
                same->first += "," + span;
        }
        first = last + 1;
    }
    std::string out;
    for (const auto& [span, hours] : groups) out += (out.empty() ? "" : "; ") + span + " " + hours;
    return out;
}

// ---- Dates, numbers ------------------------------------------------------------------------------------------------

std::optional<Date> read_date(std::string_view cell, DayOrder order) {
    std::string text = one_line(cell);
    // A time behind: "06/10/2021 17:51", "2024-05-21T10:08:40Z"
    if (const std::size_t at = text.find_first_of("T "); at != std::string::npos && at >= 8) {
        const std::string behind = text.substr(at + 1);
        if (!behind.empty() && is_digit(behind.front()) && behind.find(':') != std::string::npos) text.resize(at);
    }
    if (const auto date = Date::parse(text)) return date;
    std::vector<std::string> parts;
    std::string part;
    for (const char c : text) {
        if (is_digit(c)) {
            part.push_back(c);
        } else if (c == '/' || c == '-' || c == '.') {
            parts.push_back(part);
            part.clear();
        } else {
            return date_as_spoken(text);
        }
    }
    parts.push_back(part);
    const auto number = [](const std::string& digits) {
        return static_cast<int>(text::to_integer(digits).value_or(0));
    };
    if (parts.size() == 3) {
        for (const std::string& one : parts)
            if (one.empty() || one.size() > 4) return std::nullopt;
        if (parts[0].size() == 4) return Date::of(number(parts[0]), number(parts[1]), number(parts[2]));
        int year = number(parts[2]);
        if (parts[2].size() == 2) year += 2000;
        if (parts[2].size() != 4 && parts[2].size() != 2) return std::nullopt;
        if (parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
        return order == DayOrder::day_first ? Date::of(year, number(parts[1]), number(parts[0]))
                                            : Date::of(year, number(parts[0]), number(parts[1]));
    }
    // A spreadsheet counts days from 1899-12-30.
    if (parts.size() == 1 && parts[0].size() == 5) {
        constexpr int days_to_1970 = 25569;
        const int serial = number(parts[0]);
        if (serial > 20000 && serial < 80000) return Date::from_days(serial - days_to_1970);
    }
    return std::nullopt;
}

std::optional<double> read_decimal(std::string_view cell) {
    std::string text = one_line(cell);
    std::replace(text.begin(), text.end(), ',', '.');
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    if (text.starts_with("+")) text.erase(0, 1);
    return text::to_number(text);
}

SiretCell read_siret(std::string_view cell) {
    std::string text = one_line(cell);
    if (text.ends_with(".0") || text.ends_with(",0")) text.resize(text.size() - 2);
    if (const std::size_t at = text.find_first_of("eE"); at != std::string::npos && text.find_first_of(",.") < at) {
        const std::string mantissa = digits_in(text.substr(0, at));
        if (mantissa.size() != 14) return {"", true};
        text = mantissa;
    }
    std::string digits;
    for (const char c : text) {
        if (is_digit(c))
            digits.push_back(c);
        else if (c != ' ' && c != '.' && c != '-')
            return {};
    }
    if (digits.size() == 13 && model::is_siret("0" + digits)) digits.insert(0, "0");
    return {model::is_siret(digits) ? digits : "", false};
}

std::string read_website(std::string_view cell) {
    std::string text = one_line(cell);
    if (text.find_first_of(" @") != std::string::npos) return "";
    if (model::is_url(text)) return text;
    if (text.find("://") != std::string::npos || text.find('.') == std::string::npos) return "";
    const std::string url = "http://" + text;
    return model::is_url(url) ? url : "";
}

std::optional<bool> read_boolean(std::string_view cell) {
    const std::string folded = fold::text(cell);
    for (const std::string_view yes : {"oui", "o", "vrai", "true", "yes", "y", "1", "x"})
        if (folded == yes) return true;
    for (const std::string_view no : {"non", "n", "faux", "false", "no", "0"})
        if (folded == no) return false;
    return std::nullopt;
}

// ---- Coordinates ---------------------------------------------------------------------------------------------------

bool is_lambert93(double x, double y) {
    return x >= 0 && x <= 1'300'000 && y >= 6'000'000 && y <= 7'200'000;
}

// IGN, « Projection cartographique conique conforme de Lambert », ALG0004 with the constants of Lambert 93 over GRS80.
Degrees from_lambert93(double x, double y) {
    constexpr double n = 0.7256077650;
    constexpr double c = 11754255.426;
    constexpr double x_origin = 700000.0;
    constexpr double y_origin = 12655612.050;
    constexpr double e = 0.08181919104281579;
    constexpr double pi = std::numbers::pi;
    const double radius = std::hypot(x - x_origin, y - y_origin);
    const double gamma = std::atan((x - x_origin) / (y_origin - y));
    const double longitude = 3.0 * pi / 180 + gamma / n;
    const double isometric = -std::log(std::abs(radius / c)) / n;
    double latitude = 2 * std::atan(std::exp(isometric)) - pi / 2;
    for (int i = 0; i < 20; ++i) {
        const double sine = e * std::sin(latitude);
        latitude = 2 * std::atan(std::pow((1 + sine) / (1 - sine), e / 2) * std::exp(isometric)) - pi / 2;
    }
    return {latitude * 180 / pi, longitude * 180 / pi};
}

bool is_in_france(double latitude, double longitude) {
    struct Box {
        double south;
        double north;
        double west;
        double east;
    };
    // Mainland and Corsica, Antilles, Guyane, La Réunion, Mayotte, Saint-Pierre-et-Miquelon, the Pacific.
    static constexpr std::array<Box, 8> boxes{{{41.2, 51.3, -5.6, 9.8},
                                               {14.2, 18.3, -63.3, -60.6},
                                               {2.0, 6.0, -54.8, -51.4},
                                               {-21.6, -20.7, 55.0, 56.0},
                                               {-13.2, -12.4, 44.8, 45.5},
                                               {46.6, 47.3, -56.6, -56.0},
                                               {-23.0, -19.0, 158.0, 172.5},
                                               {-28.0, -7.5, -179.0, -134.0}}};
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
    });
}

}  // namespace cafe::intake
