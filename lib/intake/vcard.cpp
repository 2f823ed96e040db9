#include "intake/vcard.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/charset.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/encoding.hpp"
#include "intake/words.hpp"
#include "mail/message.hpp"

namespace cafe::intake {

namespace {

struct Line {
    std::size_t number = 0;
    std::string name;                     // in capitals, without its group
    std::vector<std::string> parameters;  // "TYPE=work", "QUOTED-PRINTABLE"
    std::string value;

    [[nodiscard]] bool has(std::string_view word) const {
        return std::any_of(parameters.begin(), parameters.end(), [&](const std::string& parameter) {
            return ascii::lower(parameter).find(word) != std::string::npos;
        });
    }
};

// Logical lines: folded ones (RFC 6350 §3.2) and those that quoted-printable breaks with "=" are whole.
std::vector<Line> lines_of(std::string_view bytes) {
    std::vector<Line> lines;
    std::vector<std::pair<std::size_t, std::string>> whole;
    std::size_t number = 0;
    for (std::string_view raw : text::split(bytes, '\n')) {
        ++number;
        if (raw.ends_with('\r')) raw.remove_suffix(1);
        const bool continues = !raw.empty() && (raw.front() == ' ' || raw.front() == '\t');
        const bool soft_break = !whole.empty() && whole.back().second.ends_with('=') &&
                                ascii::lower(whole.back().second).find("quoted-printable") != std::string::npos;
        if (soft_break) {
            whole.back().second.pop_back();
            whole.back().second += raw;
        } else if (continues && !whole.empty()) {
            whole.back().second += raw.substr(1);
        } else if (!raw.empty()) {
            whole.emplace_back(number, std::string(raw));
        }
    }
    for (const auto& [at, text] : whole) {
        Line line;
        line.number = at;
        // The colon that ends the parameters stands outside of quotes.
        std::size_t colon = 0;
        bool quoted = false;
        while (colon < text.size() && (quoted || text[colon] != ':')) {
            if (text[colon] == '"') quoted = !quoted;
            ++colon;
        }
        if (colon == text.size()) continue;
        const std::string head = text.substr(0, colon);
        std::string part;
        quoted = false;
        std::vector<std::string> parts;
        for (const char c : head) {
            if (c == '"') quoted = !quoted;
            if (c == ';' && !quoted) {
                parts.push_back(part);
                part.clear();
            } else {
                part.push_back(c);
            }
        }
        parts.push_back(part);
        std::string name = parts.front();
        if (const std::size_t dot = name.find('.'); dot != std::string::npos) name.erase(0, dot + 1);
        for (const char c : name) line.name.push_back(static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c));
        line.parameters.assign(parts.begin() + 1, parts.end());
        line.value = text.substr(colon + 1);
        if (line.has("quoted-printable")) line.value = mail::from_quoted_printable(line.value);
        if (line.has("1252") || line.has("8859-1") || utf8::first_invalid(line.value))
            line.value = from_charset(line.value, Charset::windows_1252);
        lines.push_back(std::move(line));
    }
    return lines;
}

// `;` between parts, with `\,` `\;` `\n` undone.
std::vector<std::string> parts_of(const std::string& value, char separator) {
    std::vector<std::string> parts{""};
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size()) {
            const char next = value[++at];
            parts.back().push_back(next == 'n' || next == 'N' ? '\n' : next);
        } else if (value[at] == separator) {
            parts.emplace_back();
        } else {
            parts.back().push_back(value[at]);
        }
    }
    for (std::string& part : parts) part = std::string(text::trim(part));
    return parts;
}

std::string whole(const std::string& value) {
    return parts_of(value, '\0').front();
}

constexpr std::array<std::string_view, 23> columns{"kind",
                                                   "name",
                                                   "last_name",
                                                   "first_name",
                                                   "title",
                                                   "organisation",
                                                   "role",
                                                   "phones",
                                                   "emails",
                                                   "address.street",
                                                   "address.postcode",
                                                   "address.commune",
                                                   "website",
                                                   "notes",
                                                   "lists",
                                                   "uid",
                                                   "short_name",
                                                   "aliases",
                                                   "languages",
                                                   "address.extra",
                                                   "address.latitude",
                                                   "address.longitude",
                                                   "sources.on"};

enum Column {
    kind,
    name,
    last_name,
    first_name,
    title,
    organisation,
    role,
    phones,
    emails,
    street,
    postcode,
    commune,
    website,
    notes,
    lists,
    uid,
    short_name,
    aliases,
    languages,
    extra,
    latitude,
    longitude,
    day
};

void append(std::string& cell, const std::string& value) {
    if (value.empty()) return;
    cell += (cell.empty() ? "" : " ; ") + value;
}

}  // namespace

Table read_vcard(std::string_view bytes) {
    Table table;
    table.strict = true;
    for (const std::string_view column : columns) table.header.emplace_back(column);
    if (bytes.starts_with(utf8::bom)) bytes.remove_prefix(utf8::bom.size());
    Row row;
    bool inside = false;
    for (const Line& line : lines_of(bytes)) {
        const auto cell = [&](Column column) -> std::string& { return row.cells[column]; };
        if (line.name == "BEGIN") {
            row = Row{line.number, std::vector<std::string>(columns.size()), {}, {}};
            inside = true;
            continue;
        }
        if (!inside) continue;
        if (line.name == "END") {
            // A name in N alone, and one that is the organisation's.
            if (cell(name).empty() && cell(last_name).empty() && cell(kind).empty() && !cell(organisation).empty())
                cell(kind) = "org";
            table.rows.push_back(std::move(row));
            inside = false;
        } else if (line.name == "FN") {
            cell(name) = whole(line.value);
        } else if (line.name == "N") {
            auto parts = parts_of(line.value, ';');
            parts.resize(5);
            cell(last_name) = parts[0];
            cell(first_name) = parts[1];
            if (is_civility(fold::text(parts[3]))) cell(title) = parts[3];
        } else if (line.name == "ORG") {
            cell(organisation) = parts_of(line.value, ';').front();
        } else if (line.name == "TITLE" || (line.name == "ROLE" && cell(role).empty())) {
            cell(role) = whole(line.value);
        } else if (line.name == "TEL") {
            std::string number = whole(line.value);
            if (number.starts_with("tel:")) number = text::replace_all(number.substr(4), "-", " ");
            append(cell(phones), number);
        } else if (line.name == "EMAIL") {
            append(cell(emails), whole(line.value));
        } else if (line.name == "ADR" && cell(street).empty() && cell(commune).empty()) {
            auto parts = parts_of(line.value, ';');
            parts.resize(7);
            cell(extra) = parts[1];
            cell(street) = parts[2];
            cell(commune) = parts[3];
            cell(postcode) = parts[5];
        } else if (line.name == "URL" && cell(website).empty()) {
            cell(website) = whole(line.value);
        } else if (line.name == "NOTE") {
            cell(notes) = whole(line.value);
        } else if (line.name == "CATEGORIES") {
            for (const std::string& category : parts_of(line.value, ',')) append(cell(lists), category);
        } else if (line.name == "NICKNAME") {
            for (const std::string& other : parts_of(line.value, ','))
                append(cell(cell(short_name).empty() ? short_name : aliases), other);
        } else if (line.name == "LANG") {
            append(cell(languages), whole(line.value));
        } else if (line.name == "GEO") {
            // « geo:44.5,0.97 » (4.0) or « 44.5;0.97 ».
            const std::string point = line.value.starts_with("geo:") ? line.value.substr(4) : line.value;
            const std::size_t middle = point.find_first_of(",;");
            if (middle == std::string::npos) continue;
            cell(latitude) = point.substr(0, middle);
            cell(longitude) = point.substr(middle + 1, point.find_first_of(",;", middle + 1) - middle - 1);
        } else if (line.name == "REV") {
            // « 20261106T000000Z »
            const std::string_view stamp = line.value;
            const bool joined = stamp.size() >= 8 && text::is_digits(stamp.substr(0, 8));
            cell(day) = joined ? std::string(stamp.substr(0, 4)) + "-" + std::string(stamp.substr(4, 2)) + "-" +
                                     std::string(stamp.substr(6, 2))
                               : std::string(stamp.substr(0, 10));
        } else if (line.name == "UID") {
            cell(uid) = whole(line.value);
        } else if (line.name == "KIND") {
            cell(kind) = ascii::lower(whole(line.value));
        }
    }
    return table;
}

}  // namespace cafe::intake
