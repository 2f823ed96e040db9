#include "render/vcard.hpp"

#include "base/text.hpp"
#include "render/ics.hpp"

namespace cafe::render {

namespace {

// N: family;given;;; — of an organisation its name alone.
std::string name_parts(const Card& card, const std::string& sort_as) {
    const std::string name(text::trim(card.name));
    if (!card.is_person) return escaped_text(name) + ";;;;";
    std::size_t at = name.rfind(' ');
    // "Garcia i Roble, Anna" or the family name alone.
    const std::string family = sort_as.substr(0, sort_as.find(','));
    if (!family.empty() && name.size() > family.size() + 1 && name.ends_with(" " + family))
        at = name.size() - family.size() - 1;
    if (at == std::string::npos) return escaped_text(name) + ";;;;";
    return escaped_text(name.substr(at + 1)) + ";" + escaped_text(name.substr(0, at)) + ";;;";
}

}  // namespace

std::string vcard(const Card& card, const std::string& sort_as) {
    std::string out = folded_line("BEGIN:VCARD") + folded_line("VERSION:3.0");
    out += folded_line("N:" + name_parts(card, sort_as));
    out += folded_line("FN:" + escaped_text(card.name));
    if (!card.organisation.empty()) out += folded_line("ORG:" + escaped_text(card.organisation));
    out += folded_line("EMAIL;TYPE=INTERNET,WORK:" + card.email);
    if (!card.uid.empty()) out += folded_line("UID:" + escaped_text(card.uid));
    return out + folded_line("END:VCARD");
}

std::string vcard_of(const view::VisitingCard& card) {
    std::string out = folded_line("BEGIN:VCARD") + folded_line("VERSION:3.0");
    const auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) out += folded_line(std::string(key) + value);
    };
    add("N:", escaped_text(card.name) + ";;;;");
    add("FN:", escaped_text(card.name));
    add("ORG:", escaped_text(card.name));
    add("NICKNAME:", escaped_text(card.short_name));
    for (const std::string& phone : card.phones) add("TEL;TYPE=WORK,VOICE:", phone);
    for (const std::string& email : card.emails) add("EMAIL;TYPE=INTERNET,WORK:", email);
    if (!card.street.empty() || !card.commune.empty())
        add("ADR;TYPE=WORK:;;", escaped_text(card.street) + ";" + escaped_text(card.commune) + ";;" +
                                    escaped_text(card.postcode) + ";France");
    add("URL:", card.website);
    add("NOTE:", escaped_text(card.summary));
    add("UID:", escaped_text(card.uid));
    return out + folded_line("END:VCARD");
}

std::string vcard_of(const view::CardLines& card) {
    std::string out = folded_line("BEGIN:VCARD") + folded_line("VERSION:" + card.version);
    for (const view::CardLine& line : card.lines) {
        std::string value;
        for (std::size_t i = 0; i < line.value.size(); ++i) {
            if (i > 0) value += ';';
            for (std::size_t j = 0; j < line.value[i].size(); ++j)
                value += (j > 0 ? "," : "") + (line.uri ? line.value[i][j] : escaped_text(line.value[i][j]));
        }
        const bool hides = line.uri && value.find_first_of("\r\n") != std::string::npos;
        if (!hides)
            out += folded_line(line.name + (line.parameters.empty() ? "" : ";" + line.parameters) + ":" + value);
    }
    return out + folded_line("END:VCARD");
}

}  // namespace cafe::render
