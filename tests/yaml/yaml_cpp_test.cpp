// What yaml-cpp 0.7.0 really does at the edges: the reasons why `parse` reads for itself and lets yaml-cpp only
// confirm. A newer version that changes one of these is welcome; then the guard that this file names may go.
#include <doctest/doctest.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>
#include <string>
#include <vector>

#include "yaml/parse.hpp"

using namespace cafe;

namespace {

// Every event as text: kind, byte offset, value.
class Recorder : public YAML::EventHandler {
public:
    std::vector<std::string> events;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { note("null", mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { note("alias", mark); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        note(value, mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        note("[", mark);
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        note("{", mark);
    }
    void OnMapEnd() override {}

private:
    void note(const std::string& what, const YAML::Mark& mark) {
        events.push_back(what + "@" + std::to_string(mark.pos));
    }
};

std::vector<std::string> events(const std::string& text) {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Recorder recorder;
    parser.HandleNextDocument(recorder);
    return recorder.events;
}

using Events = std::vector<std::string>;

bool accepts(const std::string& text) {
    try {
        YAML::Load(text);
        return true;
    } catch (const YAML::Exception&) {
        return false;
    }
}

}  // namespace

TEST_CASE("yaml-cpp counts bytes from behind the BOM") {
    CHECK(events("é: b\n") == Events{"{@0", "é@0", "b@4"});
    CHECK(events("\xEF\xBB\xBF"
                 "a: b\n") == Events{"{@0", "a@0", "b@3"});
    CHECK(events("a: b\r\nc: d\r\n") == Events{"{@0", "a@0", "b@3", "c@6", "d@9"});
}

TEST_CASE("yaml-cpp marks an empty value at the next token") {
    CHECK(events("a:\n\nb: c\n") == Events{"{@0", "a@0", "null@4", "b@4", "c@7"});
}

TEST_CASE("yaml-cpp marks a block list at its first dash, a block text at its sign") {
    CHECK(events("a:\n  - b\n") == Events{"{@0", "a@0", "[@5", "b@7"});
    CHECK(events("a: |\n  b\n") == Events{"{@0", "a@0", "b\n@3"});
}

TEST_CASE("yaml-cpp turns the bare words of nothing into nothing") {
    for (const std::string word : {"~", "null", "Null", "NULL"})
        CHECK(events("a: " + word + "\n") == Events{"{@0", "a@0", "null@3"});
    CHECK(yaml::parse("a: null\n", "x.yaml").root.value().find("a")->text == "null");
}

TEST_CASE("yaml-cpp drops the last line of a block text without a line end, our reader does not") {
    CHECK(events("a: |\n  b\n  c") != events("a: |\n  b\n  c\n"));
    CHECK(yaml::parse("a: |\n  b\n  c", "x.yaml").root.value().find("a")->text == "b\nc\n");
}

TEST_CASE("yaml-cpp accepts what a record must not hold, our reader does not") {
    for (const std::string text : {
             "tel: \"05 53\nnotes: x\n",  // a forgotten quote swallows the rest
             "a: b\na: c\n",
             "a: \xE9\n",
             "a: \x01\n",
             "a: b\nstray\n",  // and drops what follows in silence
             "a:\n - b\nstray\n",
             "- a\nb: c\n",
             "a: b\n...\nc\n",
             "a: \"b\"# c\n",
             "a: \"\\0\"\n",
             "a: \"\\'\"\n",
             "a: b\tc\n",
             "a: [,]\n",
             "a: [b,,c]\n",
             "a: [b\n, c]\n",
             "a: {b, c}\n",
             ": a\n",
         }) {
        CAPTURE(text);
        CHECK(accepts(text));
        CHECK_FALSE(yaml::parse(text, "x.yaml").root.has_value());
    }
}

TEST_CASE("yaml-cpp reads on and on from a lone comma: never ask it for a third document") {
    std::istringstream stream(",");
    YAML::Parser parser(stream);
    Recorder recorder;
    int documents = 0;
    try {
        while (documents < 50 && parser.HandleNextDocument(recorder)) ++documents;
    } catch (const YAML::Exception&) {
        documents = -1;
    }
    CHECK(documents == 50);
    CHECK_FALSE(yaml::parse(",", "x.yaml").root.has_value());
}

TEST_CASE("yaml-cpp makes an invalid byte of an escaped no-break space") {
    CHECK(events("a: \"\\_\"\n") == Events{"{@0", "a@0", "\xA0@3"});
    CHECK_FALSE(yaml::parse("a: \"\\_\"\n", "x.yaml").root.has_value());
}

TEST_CASE("yaml-cpp ends a plain text at a question mark inside brackets") {
    CHECK_FALSE(accepts("a: [Qui ?, b]\n"));
    CHECK_FALSE(yaml::parse("a: [Qui ?, b]\n", "x.yaml").root.has_value());
}

TEST_CASE("yaml-cpp loses a blank line at the end of a folded text that keeps them, our reader does not") {
    CHECK(events("a: >+\n  b\n\n\n") == Events{"{@0", "a@0", "b\n\n@3"});
    CHECK(yaml::parse("a: >+\n  b\n\n\n", "x.yaml").root.value().find("a")->text == "b\n\n\n");
}

TEST_CASE("yaml-cpp refuses a key of more than 1,024 bytes") {
    CHECK(accepts(std::string(1024, 'k') + ": b\n"));
    CHECK_FALSE(accepts(std::string(1025, 'k') + ": b\n"));
}
