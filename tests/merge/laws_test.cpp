// Laws of the merge over random versions of the example's records. CAFE_MERGE_TRIPLES says how many, for the long form.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "edit/difference.hpp"
#include "edit/edit.hpp"
#include "merge/losses.hpp"
#include "merge/merge.hpp"
#include "merge/random.hpp"
#include "store/layout.hpp"
#include "support/source_folder.hpp"
#include "support/turns.hpp"
#include "yaml/parse.hpp"

namespace {

using namespace cafe;
namespace fs = std::filesystem;

struct Sample {
    std::string path;
    std::string text;
    model::RecordKind kind;
    yaml::Node root;
    Value value;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = [] {
        std::vector<Sample> found;
        const fs::path folder = test::source_folder() + "/examples/fumel";
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const std::string path = fs::relative(entry.path(), folder).string();
            const auto ref = store::ref_at(path);
            if (!ref || !entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << in.rdbuf();
            auto parsed = yaml::parse(bytes.str(), path);
            if (!parsed.root || parsed.root->entries.size() < 4) continue;
            Value value = to_value(*parsed.root);
            found.push_back({path, bytes.str(), ref->kind, std::move(*parsed.root), std::move(value)});
        }
        std::sort(found.begin(), found.end(), [](const Sample& a, const Sample& b) { return a.path < b.path; });
        return found;
    }();
    return all;
}

std::size_t triples() {
    const char* asked = std::getenv("CAFE_MERGE_TRIPLES");
    const auto number = asked == nullptr ? std::nullopt : text::to_integer(asked);
    return number && *number > 0 ? static_cast<std::size_t>(*number) : test::turns(150);
}

// Keys whose values are checked against each other across the record: two versions may be wrong together.
bool stands_alone(const std::string& key) {
    for (const auto* other : {"start", "end", "age_min", "age_max", "date", "calendar", "status", "suspension"})
        if (key == other) return false;
    return true;
}

}  // namespace

TEST_CASE("random changes of different fields always merge clean and lose nothing") {
    std::size_t merged = 0;
    for (std::uint64_t seed = 1; seed <= triples(); ++seed) {
        test::Draws chance(seed);
        const Sample& sample = samples()[chance.below(samples().size())];
        const model::Shape& shape = model::shape_of(sample.kind);
        std::set<std::string> for_ours;
        std::set<std::string> for_theirs;
        for (const Member& member : *sample.value.map()) {
            if (!stands_alone(member.key)) continue;
            const std::size_t which = chance.below(4);
            if (which == 0) for_ours.insert(member.key);
            if (which == 1) for_theirs.insert(member.key);
        }
        const Value ours = test::changed_under(sample.value, for_ours, chance);
        const Value theirs = test::changed_under(sample.value, for_theirs, chance);
        const auto text_ours = edit::transform(sample.text, sample.root, sample.path, shape, ours);
        const auto text_theirs = edit::transform(sample.text, sample.root, sample.path, shape, theirs);
        if (!text_ours || !text_theirs) continue;
        const auto merge = merge::merge({sample.text, *text_ours, *text_theirs}, sample.path, sample.kind);
        CHECK_MESSAGE(merge.clean(), "seed " << seed << " " << sample.path);
        if (!merge.clean()) continue;
        ++merged;
        const auto parsed = yaml::parse(merge.text, sample.path);
        REQUIRE(parsed.root);
        const Value result = to_value(*parsed.root);
        for (const Member& member : *sample.value.map()) {
            const Value& side = for_ours.contains(member.key) ? ours : theirs;
            const Value* wanted = side.find(member.key);
            const Value* found = result.find(member.key);
            const bool both = wanted != nullptr && found != nullptr;
            const bool right =
                both ? edit::equivalent(*wanted, *found, edit::entry_of(edit::meaning_of(shape), member.key))
                     : wanted == found;
            CHECK_MESSAGE(right, "seed " << seed << " " << sample.path << " " << member.key);
        }
    }
    CHECK(merged * 10 > triples() * 9);
}

TEST_CASE("random changes anywhere: what is clean reads, what is not is marked, both ways alike") {
    for (std::uint64_t seed = 1; seed <= triples(); ++seed) {
        test::Draws chance(seed * 7919);
        const Sample& sample = samples()[chance.below(samples().size())];
        const model::Shape& shape = model::shape_of(sample.kind);
        std::set<std::string> keys;
        for (const Member& member : *sample.value.map())
            if (chance.below(3) == 0) keys.insert(member.key);
        const auto ours = edit::transform(sample.text, sample.root, sample.path, shape,
                                          test::changed_under(sample.value, keys, chance));
        const auto theirs = edit::transform(sample.text, sample.root, sample.path, shape,
                                            test::changed_under(sample.value, keys, chance));
        if (!ours || !theirs) continue;
        const merge::Texts texts{sample.text, *ours, *theirs};
        const auto merge = merge::merge(texts, sample.path, sample.kind);
        const std::string text = merge::write(merge, texts, {}, Lang::fr);
        if (merge.clean()) {
            CHECK_MESSAGE(yaml::parse(text, sample.path).root.has_value(), "seed " << seed << " " << sample.path);
        } else {
            CHECK_MESSAGE(text.find("<<<<<<< ") != std::string::npos, "seed " << seed << " " << sample.path);
            CHECK_MESSAGE(text.find(">>>>>>> ") != std::string::npos, "seed " << seed << " " << sample.path);
        }
        const auto other = merge::merge({sample.text, *theirs, *ours}, sample.path, sample.kind);
        CHECK_MESSAGE(merge.clean() == other.clean(), "seed " << seed << " " << sample.path);
        if (merge.clean() && other.clean()) {
            const Value one = to_value(*yaml::parse(merge.text, "").root);
            const Value two = to_value(*yaml::parse(other.text, "").root);
            // Each value as often: the order of lists may differ.
            CHECK_MESSAGE(merge::losses({one, {}}, {one, {}}, {one, {}}, {two, {}}, shape).empty(),
                          "seed " << seed << " " << sample.path);
        }
    }
}

TEST_CASE("two crossed histories end alike") {
    const std::string base = "name: A\nkind: b\nthemes: [x]\nphones: [\"05 36 49 00 01\"]\n";
    const std::string ours = "name: A\nkind: b\nthemes: [x, y]\nphones: [\"05 36 49 00 01\"]\n";
    const std::string theirs = "name: A\nkind: b\nthemes: [x]\nphones: [\"05 36 49 00 01\", \"05 36 49 00 02\"]\n";
    const auto one = merge::merge({base, ours, theirs}, "partners/a.yaml", model::RecordKind::partner);
    const auto two = merge::merge({base, theirs, ours}, "partners/a.yaml", model::RecordKind::partner);
    REQUIRE(one.clean());
    REQUIRE(two.clean());
    CHECK(merge::merge({base, one.text, two.text}, "partners/a.yaml", model::RecordKind::partner).text == one.text);
}

TEST_CASE("forty days of two people, one after the other: no change and no line end is lost") {
    constexpr int days = 40;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        test::Draws chance(seed * 104729);
        const Sample& sample = samples()[chance.below(samples().size())];
        const model::Shape& shape = model::shape_of(sample.kind);
        std::string text = sample.text;
        if (seed % 3 == 0) text = text::replace_all(text, "\n", "\r\n");
        int merged = 0;
        for (int day = 0; day < days; ++day) {
            CAPTURE(seed);
            CAPTURE(day);
            CAPTURE(sample.path);
            const auto parsed = yaml::parse(text, sample.path);
            REQUIRE(parsed.root);
            const Value base = to_value(*parsed.root);
            std::set<std::string> of_anne;
            std::set<std::string> of_paul;
            for (const Member& member : *base.map()) {
                if (!stands_alone(member.key)) continue;
                const std::size_t which = chance.below(6);
                if (which == 0) of_anne.insert(member.key);
                if (which == 1) of_paul.insert(member.key);
            }
            const Value anne = test::changed_under(base, of_anne, chance);
            const Value paul = test::changed_under(base, of_paul, chance);
            const auto annes = edit::transform(text, *parsed.root, sample.path, shape, anne);
            const auto pauls = edit::transform(text, *parsed.root, sample.path, shape, paul);
            if (!annes || !pauls) continue;
            // Whoever comes second merges, and the other one takes what comes of it.
            const bool anne_merges = chance.below(2) == 0;
            const merge::Texts texts{text, anne_merges ? *annes : *pauls, anne_merges ? *pauls : *annes};
            const auto merge = merge::merge(texts, sample.path, sample.kind);
            // A comment whose field went is asked.
            const bool asked =
                std::all_of(merge.conflicts.begin(), merge.conflicts.end(),
                            [](const merge::Conflict& conflict) { return conflict.reason == merge::Reason::comment; });
            REQUIRE(asked);
            REQUIRE(merge.way != merge::Way::doubt);
            const auto after = yaml::parse(merge.text, sample.path);
            REQUIRE(after.root);
            const Value result = to_value(*after.root);
            for (const Member& member : *base.map()) {
                const Value* wanted = (of_anne.contains(member.key) ? anne : paul).find(member.key);
                const Value* found = result.find(member.key);
                CHECK((wanted == nullptr) == (found == nullptr));
                if (wanted == nullptr || found == nullptr) continue;
                const auto meaning = edit::entry_of(edit::meaning_of(shape), member.key);
                CHECK_MESSAGE(edit::equivalent(*wanted, *found, meaning), member.key);
            }
            if (seed % 3 == 0) CHECK(merge.text.find("\n") == merge.text.find("\r\n") + 1);
            text = merge.text;
            ++merged;
        }
        CHECK(merged > days / 2);
    }
}

// What tests/fuzz/merge_fuzz.cpp looks for, over texts that are records but for some bytes.
TEST_CASE("texts with bytes struck out, doubled and put in: the merge ends, and what is clean reads") {
    constexpr std::string_view pieces[] = {"\n", " ",  "\"", "'", ": ",          "- ",           "#",  "[", "}",
                                           "\r", "\t", "|",  "é", "<<<<<<< x\n", "\xEF\xBB\xBF", "&a "};
    for (std::uint64_t seed = 1; seed <= triples() * 4; ++seed) {
        test::Draws chance(seed * 31337);
        const Sample& sample = samples()[chance.below(samples().size())];
        const auto damaged = [&](std::string text) {
            for (std::size_t i = chance.below(4); i > 0 && !text.empty(); --i) {
                const std::size_t at = chance.below(text.size());
                const std::size_t length = 1 + chance.below(std::min<std::size_t>(40, text.size() - at));
                switch (chance.below(4)) {
                    case 0: text.erase(at, length); break;
                    case 1: text.insert(at, text.substr(at, length)); break;
                    case 2: text.insert(at, pieces[chance.below(std::size(pieces))]); break;
                    default: text[at] = static_cast<char>(chance.below(128)); break;
                }
            }
            return text;
        };
        const std::string base = chance.below(5) == 0 ? "" : damaged(sample.text);
        const std::string ours = damaged(sample.text);
        const std::string theirs = damaged(sample.text);
        const merge::Texts texts{base, ours, theirs};
        const auto merge = merge::merge(texts, sample.path, sample.kind);
        const std::string text = merge::write(merge, texts, {}, Lang::en);
        const bool readable = yaml::parse(ours, "").root.has_value() && yaml::parse(theirs, "").root.has_value();
        if (merge.clean() && merge.way != merge::Way::one_side && readable)
            CHECK_MESSAGE(yaml::parse(text, "").root.has_value(), "seed " << seed << " " << sample.path);
        if (!merge.clean()) CHECK_MESSAGE(text.find("<<<<<<<") != std::string::npos, "seed " << seed);
    }
}
