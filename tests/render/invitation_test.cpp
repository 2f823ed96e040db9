#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "render/eml.hpp"
#include "render/ics.hpp"
#include "render/labels.hpp"
#include "render/template.hpp"
#include "render/vcard.hpp"
#include "render/xlsx.hpp"

using namespace cafe;

namespace {

Date day(std::string_view iso) {
    const auto date = Date::parse(iso);
    REQUIRE(date.has_value());
    return *date;
}

meetings::Calendar invitation() {
    meetings::Event event;
    event.uid = "2026-12-04-fumel@example.org";
    event.stamp = day("2026-11-23");
    event.date = day("2026-12-04");
    event.start = "08:30";
    event.end = "10:30";
    event.title = "Café partenaires de Fumel – L'hiver, qui ouvre quoi ; l'essentiel";
    event.place = "Centre médico-social, 12 rue des Fondeurs, 47500 Fumel";
    event.organiser = "Café \"partenaires\" ^47^";
    event.organiser_address = "cafe@example.org";
    event.guest = meetings::Guest{"Zoé\r\nATTENDEE:mailto:evil@example.org", "zoe@example.org", ""};
    return {meetings::Method::request, "", *calendar::zone_named("Europe/Paris"), {event}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

render::Letter letter(const std::string& name) {
    render::Letter made;
    made.from = {"Café partenaires", "cafe@example.org"};
    made.to = {{name, "zoe@example.org"}};
    made.subject = "Rappel : l'été à Fumel";
    made.date = day("2026-11-23");
    made.message_id = "1.2026-12-04-fumel@example.org";
    made.unsubscribe = "Ne plus recevoir";
    made.text = "Bonjour Zoé,\n.seul\n";
    made.html = "<p>Bonjour Zoé</p>\n";
    made.calendar = invitation();
    return made;
}

}  // namespace

TEST_CASE("an invitation has one event, its zone, its reader, and no clock") {
    const std::string ics = render::ics(invitation());
    CHECK(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(ics.find("METHOD:REQUEST\r\n") != std::string::npos);
    CHECK(ics.find("DTSTAMP:20261123T000000Z\r\n") != std::string::npos);
    CHECK(ics.find("DTSTART;TZID=Europe/Paris:20261204T083000\r\n") != std::string::npos);
    CHECK(ics.find("TZID:Europe/Paris\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n") != std::string::npos);
    CHECK(ics.find("qui ouvre quoi \\; l'essentiel") == std::string::npos);  // folded there, and escaped
    CHECK(ics.find("\\, qui") != std::string::npos);
    CHECK(ics.find("CN=\"Café ^'partenaires^' ^^47^^\"") != std::string::npos);
    std::size_t attendees = 0;
    for (const std::string& line : lines_of(ics)) {
        CHECK(line.size() <= 75);
        CHECK_FALSE(utf8::first_invalid(line).has_value());
        if (line.starts_with("ATTENDEE")) ++attendees;
    }
    CHECK(attendees == 1);
}

TEST_CASE("lines fold at 75 octets and never inside a character") {
    for (const std::string_view letter_of : {"a", "é", "€", "😀"}) {
        std::string text;
        for (int i = 0; i < 200; ++i) text += letter_of;
        std::string joined;
        for (const std::string& line : lines_of(render::folded_line(text))) {
            CHECK(line.size() <= 75);
            CHECK_FALSE(utf8::first_invalid(line).has_value());
            joined += joined.empty() ? line : line.substr(1);
        }
        CHECK(joined == text);
    }
}

TEST_CASE("overseas has a zone without summer time, Saint-Pierre its own") {
    meetings::Calendar calendar = invitation();
    calendar.zone = *calendar::zone_named("Indian/Reunion");
    CHECK(render::ics(calendar).find("TZOFFSETTO:+0400\r\nTZNAME:+04\r\n") != std::string::npos);
    CHECK(render::ics(calendar).find("DAYLIGHT") == std::string::npos);
    calendar.zone = *calendar::zone_named("America/Miquelon");
    CHECK(render::ics(calendar).find("BYMONTH=11;BYDAY=1SU") != std::string::npos);
    CHECK_FALSE(calendar::zone_named("Mars/Olympus").has_value());
    CHECK_FALSE(calendar::zone_named("").has_value());
}

TEST_CASE("no name can begin a header of its own") {
    for (const std::string& name :
         {std::string("Zoé\r\nBcc: evil@example.org"), std::string("a\nBcc: evil@example.org"),
          std::string("x\rBcc: evil@example.org"), std::string("\"a\" <evil@example.org>, b"),
          std::string("=?utf-8?q?Bcc=3A?="), std::string(500, 'x'),
          std::string("\xE2\x80\xA8"
                      "Bcc: y")}) {
        CAPTURE(name);
        const std::string mail = render::eml(letter(name));
        const std::string head = mail.substr(0, mail.find("\r\n\r\n"));
        CHECK(head.find("\r\nBcc:") == std::string::npos);
        CHECK(head.find("\nBcc:") == std::string::npos);
        CHECK(head.find("<zoe@example.org>\r\n") != std::string::npos);
        for (const std::string& line : lines_of(mail)) CHECK(line.size() <= 78);
    }
}

TEST_CASE("a draft opens as one, and its calendar is an alternative without a disposition") {
    const std::string mail = render::eml(letter("Zoé"));
    CHECK(mail.starts_with("X-Unsent: 1\r\n"));
    CHECK(mail.find("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n") != std::string::npos);
    CHECK(mail.find("Content-Disposition") == std::string::npos);
    CHECK(mail.find("List-Unsubscribe:\r\n <mailto:cafe@example.org?subject=Ne%20plus%20recevoir>") !=
          std::string::npos);
    CHECK(mail.find("Date: Mon, 23 Nov 2026 00:00:00 +0000\r\n") != std::string::npos);
    CHECK(mail == render::eml(letter("Zoé")));
}

TEST_CASE("templates fill checked names and escape what they are filled with") {
    const std::vector<std::string> names{"name", "agenda", "partner"};
    const auto read = [&](std::string_view text) { return render::Template::read(text, "t.md", names); };
    const auto text =
        read("# Pour {{name}}\n\nBonjour {{name}}{{#partner}} ({{partner}}){{/partner}},\n{{agenda}}\nFin\n");
    REQUIRE(text.ok());
    const render::Fillings fillings{{"name", {"*Zoé* <b>", false}}, {"agenda", {"- un\n- deux\n", true}}};
    CHECK(text->subject(fillings) == "Pour *Zoé* <b>");
    const std::string body = text->body(fillings);
    CHECK(body.find("\\*Zoé\\*") != std::string::npos);
    CHECK(body.find("- un\n- deux") != std::string::npos);
    CHECK(body.find("()") == std::string::npos);
    for (const std::string_view wrong :
         {"", "Bonjour", "#\n", "# a\n{{nmae}}", "# a\n{{name", "# a\n{{#name}}x", "# a\n{{/name}}", "# {{x}}\n",
          "# a\n{{}}", "# a\n{{#name}}{{^agenda}}{{/name}}{{/agenda}}", "# a\n\xFF"}) {
        CAPTURE(wrong);
        CHECK_FALSE(read(wrong).ok());
    }
    CHECK(read("# a\n\n{{nmae}}").error().message.en == "t.md:3: nothing is called 'nmae'");
}

TEST_CASE("a card escapes and folds, and knows the family name") {
    const std::string card =
        render::vcard({"x@cafe", "Anna Garcia i Roble", true, "Maison; toit, aile", "a@example.org"}, "Garcia i Roble");
    CHECK(card.find("N:Garcia i Roble;Anna;;;\r\n") != std::string::npos);
    CHECK(card.find("ORG:Maison\\; toit\\, aile\r\n") != std::string::npos);
    CHECK(render::vcard({"", "CCAS\r\nEND:VCARD", false, "", "a@example.org"}).find("\r\nEND:VCARD\r\nEMAIL") ==
          std::string::npos);
}

TEST_CASE("a workbook is the same bytes every time") {
    const auto book = render::xlsx({"nom", "code"}, {{"=1+1", "01500"}, {"Zoé", "+33 5 36 49 00 01"}});
    REQUIRE(book.has_value());
    CHECK(book->starts_with("PK"));
    CHECK(book == render::xlsx({"nom", "code"}, {{"=1+1", "01500"}, {"Zoé", "+33 5 36 49 00 01"}}));
}

TEST_CASE("labels stand where the maker has them, from the first that is left") {
    const auto sheet = render::label_sheet("l7160");
    REQUIRE(sheet.has_value());
    CHECK_FALSE(render::label_sheet("L0000").has_value());
    const std::vector<render::FittedLabel> two{render::fitted(*sheet, {"<CCAS>", "1 rue"}),
                                               render::fitted(*sheet, {"B"})};
    CHECK(render::label_page(*sheet, two, 1, "x", Lang::fr).find("left:7.25mm;top:15.15mm\"><b>&lt;CCAS&gt;</b>") !=
          std::string::npos);
    const std::string used = render::label_page(*sheet, two, 21, "x", Lang::fr);
    CHECK(used.find("left:139.33mm;top:243.75mm") != std::string::npos);
    CHECK(used.find("left:7.25mm;top:15.15mm\"><b>B</b>") != std::string::npos);
    for (const std::string& name : render::label_sheets()) {
        const auto each = *render::label_sheet(name);
        // A sheet is the same turned round: what is left at one edge is left at the other.
        CHECK(2 * each.left + each.across * (each.columns - 1) + each.width == doctest::Approx(210).epsilon(0.001));
        CHECK(2 * each.top + each.down * (each.rows - 1) + each.height == doctest::Approx(297).epsilon(0.001));
        CHECK(each.across >= each.width);
        CHECK(each.down >= each.height);
    }
}

TEST_CASE("a label that is too long is set smaller, then shortened, and keeps its town") {
    const auto sheet = *render::label_sheet("L7160");
    const auto plain = render::fitted(sheet, {"CCAS de Fumel", "5 rue des Fondeurs", "47500 Fumel"});
    CHECK(plain.type == 10);
    CHECK(plain.whole);
    const std::string name = "Communauté de communes du Fumélois, de la vallée du Lot et des Serres";
    const std::vector<std::string> long_one{name, "À l'attention de " + name, name, "5 rue des Fondeurs",
                                            "47500 Fumel"};
    const auto small = render::fitted(sheet, long_one);
    CHECK(small.type < 10);
    CHECK(small.whole);
    CHECK(small.lines == long_one);
    for (const std::string& huge : {std::string(150, 'W'), std::string(100'000, 'x'), name + name + name + name}) {
        const auto cut = render::fitted(sheet, {huge, huge, huge, "5 rue des Fondeurs", "47500 Fumel"});
        CHECK(cut.type == 6);
        CHECK_FALSE(cut.whole);
        CHECK(cut.lines.front().ends_with("…"));
        CHECK(cut.lines.back() == "47500 Fumel");
    }
    const auto many = render::fitted(sheet, std::vector<std::string>(40, "x"));
    CHECK(many.lines.size() == 12);
    CHECK_FALSE(many.whole);
}
