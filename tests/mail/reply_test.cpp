#include <doctest/doctest.h>

#include <string>

#include "mail/itip.hpp"
#include "mail/message.hpp"

using namespace cafe;

namespace {

const std::string reply =
    "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:2026-12-04-fumel@example.org\r\nSEQUENCE:1\r\n"
    "DTSTAMP:20261120T091500Z\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=\"Delmas; Marie:\":MAILTO:Marie@Exam\r\n ple.org\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";

}  // namespace

TEST_CASE("a reply is read whatever the client: folds, quotes, case") {
    const auto replies = mail::replies_in(reply);
    REQUIRE(replies.size() == 1);
    CHECK(replies[0].address == "marie@example.org");
    CHECK(replies[0].answer == "accepted");
    CHECK(replies[0].name == "Delmas; Marie:");
    CHECK(replies[0].sequence == 1);
    CHECK(replies[0].day->iso() == "2026-11-20");
}

TEST_CASE("what is no reply says nothing") {
    for (const std::string& text :
         {std::string(), std::string("BEGIN:VCALENDAR"), std::string("METHOD:REPLY\nBEGIN:VEVENT\nATTENDEE"),
          std::string("METHOD:REQUEST\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.org\nEND:VEVENT"),
          std::string("METHOD:REPLY\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.org"), std::string(1000, ':'),
          std::string("METHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=ACCEPTED:\nEND:VEVENT")})
        CHECK(mail::replies_in(text).empty());
}

TEST_CASE("Outlook's quoted-printable with soft breaks, and base64, come out whole") {
    const std::string quoted =
        "From: =?iso-8859-1?Q?Zo=E9?= <ZOE@example.org>\r\nSubject: =?utf-8?B?QWNjZXB0w6k=?=\r\n =?utf-8?q?_:_x?=\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n\tboundary=\"_000_\"\r\n\r\n--_000_\r\n"
        "Content-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "\xE9t=E9 =\r\nfin\r\n--_000_\r\nContent-Type: text/calendar; charset=\"utf-8\"; method=REPLY\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        "UID:x@example.org\r\nATTENDEE;PARTSTAT=3DDECLINED;CN=3DZo=C3=A9:mailto:zoe@exam=\r\nple.org\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n--_000_--\r\n";
    const mail::Message message = mail::parse(quoted);
    CHECK(message.from == "zoe@example.org");
    CHECK(message.subject == "Accepté : x");
    REQUIRE(message.parts.size() == 2);
    CHECK(message.parts[0].content.starts_with("été fin"));
    CHECK(message.parts[1].method == "reply");
    const auto replies = mail::replies_in(message.parts[1].content);
    REQUIRE(replies.size() == 1);
    CHECK(replies[0].answer == "declined");
    CHECK(replies[0].address == "zoe@example.org");
    const mail::Message coded = mail::parse(
        "From: a@b.org\nContent-Type: text/calendar; method=REPLY\nContent-Transfer-Encoding: BASE64\n\n"
        "TUVUSE9EOlJF\nUExZ\n");
    REQUIRE(coded.parts.size() == 1);
    CHECK(coded.parts[0].content == "METHOD:REPLY");
}

TEST_CASE("no mail breaks the reader: nothing, nesting, missing ends, bytes of any kind") {
    std::string deep = "From: a@b.org\n";
    for (int i = 0; i < 100; ++i) deep += "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
    for (const std::string& text :
         {std::string(), std::string("\n\n"), std::string("no mail at all"), deep, std::string(4, '\0'),
          std::string("From: a@b.org\nContent-Type: multipart/mixed; boundary=\"x\n\n--x"),
          std::string("From: <\nContent-Type: text/calendar; method\n\n\xFF\xFE="),
          std::string("Subject: =?utf-8?q?=?=\n\n"), std::string("Subject: =?x?b?====?=\n\n")})
        CHECK(mail::parse(text).parts.size() <= 200);
    CHECK(mail::messages_in("From a b\nFrom: a@b.org\n\nhello\n>From me\n\nFrom c d\nFrom: c@d.org\n\nx\n").size() ==
          2);
    CHECK(mail::messages_in("From: a@b.org\n\nFrom here\n").size() == 1);
}

TEST_CASE("what somebody wrote with a reply, and whom they bring, is not lost") {
    const auto replies = mail::replies_in(
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x@example.org\nCOMMENT;LANGUAGE=fr-FR:J'arrive à 9 h\\, "
        "avec\\n"
        "Léa\nATTENDEE;PARTSTAT=ACCEPTED;X-NUM-GUESTS=2:mailto:a@b.org\nEND:VEVENT\nBEGIN:VEVENT\nUID:y@example.org\n"
        "ATTENDEE;PARTSTAT=TENTATIVE;X-NUM-GUESTS=-7:mailto:a@b.org\nEND:VEVENT\nEND:VCALENDAR\n");
    REQUIRE(replies.size() == 2);
    CHECK(replies[0].comments == std::vector<std::string>{"J'arrive à 9 h, avec Léa"});
    CHECK(replies[0].guests == 2);
    CHECK(replies[1].comments.empty());
    CHECK(replies[1].guests == 0);
}

TEST_CASE("texts of Windows come out as UTF-8: with a mark, in UTF-16 of either order") {
    const std::string little(
        "\xFF\xFE"
        "B\0\xE9\0\x3D\xD8\x00\xDE",
        10);
    CHECK(mail::text_of(little, "") == "Bé😀");
    const std::string big("\0B\0\xE9", 4);
    CHECK(mail::text_of(big, "UTF-16") == "Bé");
    CHECK(mail::text_of("\xEF\xBB\xBF"
                        "Bé",
                        "") == "Bé");
    CHECK(mail::text_of(std::string("\xFF\xFE\x3D\xD8\x41", 5), "") ==
          "\xEF\xBF\xBD");  // half of a pair, half of a unit
    CHECK(mail::is_calendar("\r\nBegin:VCalendar\r\n"));
    CHECK_FALSE(mail::is_calendar("BEGIN:VCARD"));
}
