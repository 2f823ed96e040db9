#include "meetings/minutes_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "meetings/who_comes.hpp"
#include "store/book.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"

using namespace cafe;

namespace {

store::Book book_of(test::MemoryDisk& disk) {
    auto book = store::load(disk, "/home", {1});
    REQUIRE(book);
    return std::move(*book);
}

const yaml::Node& tree_of(const store::Book& book, const std::string& id) {
    return store::find(book.meetings, id)->source->tree;
}

}  // namespace

TEST_CASE(
    "the page of minutes, read as it was printed, changes nothing: every meeting of the example, both languages") {
    test::MemoryDisk disk;
    disk.put_real_folder("/home", test::source_folder("examples/fumel"));
    const store::Book book = book_of(disk);
    const store::Catalog catalog(book);
    const Date today = *Date::of(2026, 11, 23);
    for (const auto& entry : catalog.meetings())
        for (const Lang lang : {Lang::fr, Lang::en}) {
            CAPTURE(entry.id);
            const std::string page = meetings::minutes_text(catalog, entry.id, lang, today);
            const auto read = meetings::read_minutes(catalog, entry.id, tree_of(book, entry.id), page, lang, today);
            CHECK(read.edits.empty());
            for (const meetings::Remark& remark : read.remarks)
                CHECK_MESSAGE(false, remark.text << ": " << remark.what.fr);
        }
}

TEST_CASE("what the page does not show stays where a line of it is changed") {
    test::MemoryDisk disk;
    disk.put("/home/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/home/partners/caf.yaml",
             "name: \"Caf : le siège\"\nkind: caf\nthemes: [logement]\nterritory: [Fumel]\n");
    disk.put("/home/meetings/2026-11-06-reseau.yaml",
             "date: 2026-11-06\nround_table:\n  - {partner: caf, news: Agenda, themes: [logement], audience: private, "
             "x-note: 1}\n  - {partner: caf, news: \"a : b\"}\nquestions:\n  - {id: q, text: Présents, areas: [Fumel], "
             "audience: private}\ndecisions: [\"# pas un titre\", \"_ ni une absence\", Décisions]\n"
             "actions: [{id: a, what: Écrire, who: quelqu'un, x-lieu: ici}]\nminutes: |\n  ## Présents\n\n  - a\n");
    const store::Book book = book_of(disk);
    const store::Catalog catalog(book);
    const std::string id = "2026-11-06-reseau";
    const Date today = *Date::of(2026, 11, 23);
    std::string page = meetings::minutes_text(catalog, id, Lang::fr, today);
    CHECK(meetings::read_minutes(catalog, id, tree_of(book, id), page, Lang::fr, today).edits.empty());
    const auto replace = [&page](const std::string& from, const std::string& to) {
        REQUIRE(page.find(from) != std::string::npos);
        page.replace(page.find(from), from.size(), to);
    };
    replace(": Agenda", ": Agenda 2027");
    replace("Présents [q]", "Présents ? [q]\n  → 12/11/2026 : oui");
    replace("Écrire [a]", "Écrire à tous (pour le 1/12) (fait le 20/11/2026) [a]");
    const auto read = meetings::read_minutes(catalog, id, tree_of(book, id), page, Lang::fr, today);
    for (const meetings::Remark& remark : read.remarks) CHECK_MESSAGE(false, remark.text << ": " << remark.what.fr);
    const auto after = edit::apply(*store::find(book.meetings, id)->source, read.edits);
    REQUIRE(after);
    CAPTURE(*after);
    CHECK(after->find("news: Agenda 2027, themes: [logement], audience: private, x-note: 1") != std::string::npos);
    CHECK(after->find("areas: [Fumel], audience: private, answer: {text: \"oui\", on: 2026-11-12}") !=
          std::string::npos);
    CHECK(after->find("what: Écrire à tous, who: quelqu'un, due: 2026-12-01, status: done, closed: {on: 2026-11-20}, "
                      "x-lieu: ici") != std::string::npos);
}

TEST_CASE("a line that nobody understands is asked about, with its place") {
    test::MemoryDisk disk;
    disk.put("/home/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/home/people/marie-delmas.yaml", "name: Marie Delmas\n");
    disk.put("/home/meetings/2026-11-06-reseau.yaml", "date: 2026-11-06\n");
    const store::Book book = book_of(disk);
    const store::Catalog catalog(book);
    const std::string page =
        "bonjour\n\n## Divers\n## Présents\nMarie Delmaz\nMarie Delmas\nPaul 06 12 34 56 78\n## Tour de table\nrien\n";
    const auto read = meetings::read_minutes(catalog, "2026-11-06-reseau", tree_of(book, "2026-11-06-reseau"), page,
                                             Lang::fr, *Date::of(2026, 11, 23));
    std::vector<int> lines;
    for (const meetings::Remark& remark : read.remarks) lines.push_back(remark.line);
    CHECK(lines == std::vector<int>{1, 3, 5, 7, 9});
}

TEST_CASE("who comes is said in one line, without what is zero") {
    model::Meeting meeting;
    const auto invite = [&](const char* reply, int count) {
        model::Invitation line;
        line.person = "p" + std::to_string(meeting.invitations.size());
        line.reply = reply;
        if (count > 0) line.count = count;
        meeting.invitations.push_back(line);
    };
    CHECK(meetings::in_words(meetings::who_comes(meeting)).empty());
    invite("", 0);
    CHECK(meetings::in_words(meetings::who_comes(meeting)).fr == "1 sans réponse");
    invite("accepted", 0);
    CHECK(meetings::in_words(meetings::who_comes(meeting)).fr == "1 vient, 1 sans réponse");
    invite("accepted", 3);
    invite("tentative", 0);
    invite("declined", 4);
    CHECK(meetings::in_words(meetings::who_comes(meeting)).fr ==
          "2 viennent (4 personnes), 1 peut-être, 1 non, 1 sans réponse");
    CHECK(meetings::in_words(meetings::who_comes(meeting)).en ==
          "2 are coming (4 people), 1 maybe, 1 no, 1 without reply");
}
