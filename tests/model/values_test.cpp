#include "model/values.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "model/fields.hpp"
#include "model/partner.hpp"

using namespace cafe::model;

namespace {

using Texts = std::vector<std::string_view>;

void check_all(bool (*holds)(std::string_view), const Texts& good, const Texts& bad) {
    CHECK(bad.size() > good.size());
    for (const std::string_view text : good) {
        CAPTURE(text);
        CHECK(holds(text));
    }
    for (const std::string_view text : bad) {
        CAPTURE(text);
        CHECK_FALSE(holds(text));
    }
}

}  // namespace

TEST_CASE("booleans are true and false, nothing else") {
    CHECK(to_boolean("true") == true);
    CHECK(to_boolean("false") == false);
    for (const std::string_view text :
         {"True", "TRUE", "yes", "no", "oui", "non", "on", "off", "1", "0", "", " true", "null"}) {
        CAPTURE(text);
        CHECK_FALSE(to_boolean(text).has_value());
    }
}

TEST_CASE("a whole number is written in digits alone") {
    CHECK(to_whole_number("0") == 0);
    CHECK(to_whole_number("48") == 48);
    CHECK(to_whole_number("999999999") == 999999999);
    for (const std::string_view text : {"", "047500", "00", "-1", "+1", "1.0", "1,5", " 1", "1 000", "1e3", "0x1F",
                                        "1000000000", "12a", "trois", "١"}) {
        CAPTURE(text);
        CHECK_FALSE(to_whole_number(text).has_value());
    }
}

TEST_CASE("a telephone number is read however it is spaced") {
    struct Case {
        std::string_view text, dial, display;
        bool is_short = false;
    };
    for (const Case& row : std::vector<Case>{
             {"05 36 49 00 01", "+33536490001", "05 36 49 00 01"},
             {"0536490001", "+33536490001", "05 36 49 00 01"},
             {"05.36.49.00.01", "+33536490001", "05 36 49 00 01"},
             {"05-36-49-00-01", "+33536490001", "05 36 49 00 01"},
             {"05/36/49/00/01", "+33536490001", "05 36 49 00 01"},
             {" 05 36 49 00 01\n", "+33536490001", "05 36 49 00 01"},
             {"05\u00A036\u00A049\u00A000\u00A001", "+33536490001", "05 36 49 00 01"},
             {"05\u202F36\u202F49\u202F00\u202F01", "+33536490001", "05 36 49 00 01"},
             {"+33536490001", "+33536490001", "05 36 49 00 01"},
             {"+33 5 36 49 00 01", "+33536490001", "05 36 49 00 01"},
             {"+33 (0)5 36 49 00 01", "+33536490001", "05 36 49 00 01"},
             {"+33(0)536490001", "+33536490001", "05 36 49 00 01"},
             {"+33 05 36 49 00 01", "+33536490001", "05 36 49 00 01"},
             {"0033 5 36 49 00 01", "+33536490001", "05 36 49 00 01"},
             {"00 33 (0)5 36 49 00 01", "+33536490001", "05 36 49 00 01"},
             {"06 39 98 00 01", "+33639980001", "06 39 98 00 01"},
             {"0800 05 95 95", "+33800059595", "08 00 05 95 95"},
             {"09 69 39 40 20", "+33969394020", "09 69 39 40 20"},
             {"0262 12 34 56", "+262262123456", "02 62 12 34 56"},
             {"+262 262 12 34 56", "+262262123456", "02 62 12 34 56"},
             {"0596 70 00 00", "+596596700000", "05 96 70 00 00"},
             {"+33 590 12 34 56", "+590590123456", "05 90 12 34 56"},
             {"0694 12 34 56", "+594694123456", "06 94 12 34 56"},
             {"+ 33 1 42 19 39 62", "+33142193962", "01 42 19 39 62"},
             {"(+33) 5 53 40 00 00", "+33553400000", "05 53 40 00 00"},
             {"+590 709 00 12 34", "+590709001234", "07 09 00 12 34"},
             {"07 09 00 12 34", "+590709001234", "07 09 00 12 34"},
             {"0709 10 12 34", "+596709101234", "07 09 10 12 34"},
             {"0709 20 12 34", "+262709201234", "07 09 20 12 34"},
             {"0709 30 12 34", "+594709301234", "07 09 30 12 34"},
             {"0709 35 12 34", "+262709351234", "07 09 35 12 34"},
             {"+590 976 00 12 34", "+590976001234", "+590 976 00 12 34"},
             {"+262 976 90 12 34", "+262976901234", "+262 976 90 12 34"},
             {"09 76 00 12 34", "+33976001234", "09 76 00 12 34"},
             {"+687 25 12 34", "+687251234", "+687 25 12 34"},
             {"+32 2 123 45 67", "+3221234567", "+32 2 123 45 67"},
             {"0034 612 345 678", "+34612345678", "+34 612 345 678"},
             {"+689 40 12 34 56", "+68940123456", "+689 40 12 34 56"},
             {"15", "15", "15", true},
             {"17", "17", "17", true},
             {"112", "112", "112", true},
             {"115", "115", "115", true},
             {"119", "119", "119", true},
             {"3919", "3919", "3919", true},
             {"39 19", "3919", "3919", true},
             {"39 49", "3949", "3949", true},
             {"1013", "1013", "1013", true},
             {"116117", "116117", "116 117", true},
             {"118 218", "118218", "118 218", true},
         }) {
        const auto& [text, dial, display, is_short] = row;
        CAPTURE(row.text);
        const auto number = to_phone(text);
        REQUIRE(number.has_value());
        CHECK(*number == PhoneNumber{std::string(dial), std::string(display), is_short});
    }
}

TEST_CASE("what is no telephone number is not read as one") {
    for (const std::string_view text : Texts{"",
                                             " ",
                                             "05 36 49 00 0",
                                             "05 36 49 00 011",
                                             "5 36 49 00 01",
                                             "00 36 49 00 01 12 34 56 78",
                                             "O5 36 49 00 01",
                                             "05 36 49 00 01 poste 12",
                                             "05 36 49 00 01 / 05 36 49 00 02",
                                             "tel: 05 36 49 00 01",
                                             "05,36,49,00,01",
                                             "05 36 49 00 01.",
                                             "-05 36 49 00 01",
                                             "+33",
                                             "+",
                                             "++33 5 36 49 00 01",
                                             "+33 5 36 49 00",
                                             "+33 5 36 49 00 01 2",
                                             "33+536490001",
                                             "+0536490001",
                                             "+262 5 36 49 00 01",
                                             "(0)5 36 49 00 01",
                                             "+1234567890123456",
                                             "+32 123",
                                             "00",
                                             "0000000000",
                                             "00 53 47 90 00",
                                             "0053479000",
                                             "16",
                                             "999",
                                             "2024",
                                             "4700",
                                             "117117",
                                             "12345",
                                             "05 36 49 00 01\x01",
                                             "05 36 49 00\u202E 01",
                                             "\xFF\xFE"}) {
        CAPTURE(text);
        CHECK_FALSE(to_phone(text).has_value());
    }
}

TEST_CASE("an e-mail address is one plain address") {
    const std::string long_name(65, 'a');
    const std::string long_host = "a@" + std::string(64, 'b') + ".fr";
    const std::string too_long = "a@" + std::string(60, 'b') + "." + std::string(60, 'c') + "." + std::string(60, 'd') +
                                 "." + std::string(60, 'e') + "." + std::string(60, 'f') + ".fr";
    check_all(is_email,
              {"accueil@ccas-fumel.example.org", "marie.delmas+cafe@example.fr", "O'Brien@example.org", "a@b.co",
               "x@xn--caf-dma.fr", "x@exemple.xn--p1ai", "1@2.fr"},
              {"",
               "@",
               "accueil",
               "accueil@",
               "@example.org",
               "accueil@example",
               "a b@example.org",
               " a@example.org",
               "a@example.org ",
               "a@@example.org",
               "a@b@example.org",
               ".a@example.org",
               "a.@example.org",
               "a..b@example.org",
               "a@.org",
               "a@example..org",
               "a@-example.org",
               "a@example-.org",
               "a@example.c",
               "a@127.0.0.1",
               "a@[127.0.0.1]",
               "\"a b\"@example.org",
               "Marie <a@example.org>",
               "a@example.org,b@example.org",
               "a@example.org\r\nBcc: x@example.org",
               "hélène@example.org",
               "a@café.fr",
               "a(at)example.org",
               "mailto:a@example.org",
               "a@exam_ple.org",
               long_name + "@example.org",
               long_host,
               too_long});
}

TEST_CASE("a web address is http or https with a plain host") {
    check_all(is_url,
              {"https://ccas-fumel.example.org", "http://example.org/", "HTTPS://Example.org/a?b=c#d",
               "https://a.fr:8080/x", "https://example.org/caf%C3%A9", "https://example.org/café",
               "https://example.org?x=1", "http://xn--caf-dma.fr"},
              {"",
               "example.org",
               "www.example.org",
               "ftp://example.org",
               "javascript:alert(1)",
               "JaVaScRiPt://a.fr/%0aalert(1)",
               "data:text/html,x",
               "mailto:a@example.org",
               "//example.org",
               "http:/example.org",
               "https://",
               "https:///x",
               "https://localhost",
               "https://user@example.org",
               "https://user:pass@example.org",
               "https://127.0.0.1/",
               "https://[::1]/",
               "https://example.org:0",
               "https://example.org:99999",
               "https://example.org:",
               "https://example.org:8a",
               "https://exa mple.org",
               "https://example.org/a b",
               "https://example.org/\"onclick",
               "https://example.org/<script>",
               "https://example.org\\@evil.org",
               "https://example..org",
               "https://-a.fr",
               "https://café.fr",
               "https://example.org/\u202Efdp",
               "https://example.org/\r\nX: y",
               "https://a.fr/\xFF",
               "https://a.1",
               " https://example.org"});
}

TEST_CASE("a SIRET has fourteen digits and a sum that holds") {
    // The head office of La Poste holds by Luhn; its establishments by the sum of their digits (INSEE).
    check_all(is_siret, {"21470106200025", "73282932000074", "35600000000048", "35600000000001", "35600000049837"},
              {"", "2147010620002", "214701062000255", "21470106200026", "12470106200025", "214 701 062 00025",
               "21470106200O25", "FR21470106200025", "00000000000000", "35600000000002", "35600000049838",
               "73282932000047", "２1470106200025"});
}

TEST_CASE("an association's register number is W and nine digits") {
    check_all(is_rna, {"W473001234", "W2A1000012", "W9R1000123"},
              {"", "W47300123", "W4730012345", "w473001234", "473001234", "W47300123A", "W4A3001234", "W2C1000012",
               "W 473001234", "W9r1000123", "X473001234"});
}

TEST_CASE("a postcode has five digits") {
    check_all(is_postcode, {"47500", "01000", "20000", "97410", "98800"},
              {"", "4750", "475000", "047500", "00100", "99000", "2A004", "47 500", "F-47500", "4750O"});
}

TEST_CASE("a département is its number") {
    check_all(is_department, {"01", "47", "95", "2A", "2B", "971", "976", "988"},
              {"", "1", "00", "20", "96", "2a", "2C", "970", "979", "989", "047", "Lot-et-Garonne"});
}

TEST_CASE("a language is an ISO 639-1 code") {
    check_all(is_language, {"fr", "en", "pt", "ar", "zu", "aa", "oc"},
              {"", "f", "FR", "fra", "fr-FR", "xx", "lsf", "a ", " a", "r ", "français"});
}

TEST_CASE("a time zone has the form of its IANA name") {
    check_all(is_timezone,
              {"Europe/Paris", "Indian/Reunion", "America/Port-au-Prince", "America/Argentina/Salta", "UTC"},
              {"", "Paris", "europe/paris", "Europe/", "/Paris", "Europe//Paris", "Europe/Paris ", "Europe/../etc",
               "GMT+1", "A/B/C/D"});
}

TEST_CASE("a colour is # and hexadecimal digits") {
    check_all(is_colour, {"#8a3b12", "#ABC", "#000000"},
              {"", "#", "8a3b12", "#8a3b1", "#8a3b123", "#8a3b1g", "red", "#fff;}", "#ab", "#8a 3b1"});
}

TEST_CASE("an id is a slug that every system accepts as a file name") {
    const std::string longest(64, 'a');
    const std::string too_long(65, 'a');
    const auto is_record_id = [](std::string_view text) { return is_id(text); };
    check_all(is_record_id,
              {"ccas-fumel", "a", "47", "adil-47", "2026-11-06-fumel", "con-x", "com", "com10", "lpt0", longest},
              {"",    "-",   "-a",  "a-",   "a--b", "Fumel", "é",    "a_b",    "a b", "a.b",  "a/b",  "../a", "con",
               "prn", "aux", "nul", "com1", "com9", "lpt1",  "lpt9", too_long, "a\n", "a\\b", ".git", "~"});
    CHECK(is_id(std::string(53, 'a'), longest_cafe_id));
    CHECK_FALSE(is_id(std::string(54, 'a'), longest_cafe_id));
}

TEST_CASE("a value has the form of its row") {
    struct Case {
        std::string_view key, text;
        bool form, bounds;
    };
    for (const Case& row : std::vector<Case>{
             {"name", "CCAS de Fumel", true, true},
             {"name", "Élu", true, true},
             {"name", "ab", true, false},
             {"name", "a\nb", false, true},
             {"name", "", false, false},
             {"audience", "partners", true, true},
             {"audience", "Partners", false, true},
             {"verify_every", "6", true, true},
             {"verify_every", "5", false, true},
             {"age_min", "16", true, true},
             {"age_min", "121", true, false},
             {"age_min", "-1", false, false},
             {"age_min", "seize", false, false},
             {"languages", "fr", true, true},
             {"languages", "french", false, true},
             {"phones", "anything", true, true},
             {"themes", "logement", true, true},
         }) {
        const auto& [key, text, form, bounds] = row;
        CAPTURE(row.key);
        CAPTURE(row.text);
        const Field* field = partner_shape().find(key);
        REQUIRE(field != nullptr);
        CHECK(has_form_of(*field, text) == form);
        CHECK(within_bounds(*field, text) == bounds);
    }
    const Field* latitude = partner_shape().find("address")->shape().find("latitude");
    for (const std::string_view text : {"44.4985", "-20.88", "0", "90"})
        CHECK((has_form_of(*latitude, text) && within_bounds(*latitude, text)));
    for (const std::string_view text : {"44,4985", "90.1", "-91", "44°", "", "1e1", "nan", "inf"}) {
        CAPTURE(text);
        CHECK_FALSE((has_form_of(*latitude, text) && within_bounds(*latitude, text)));
    }
}
