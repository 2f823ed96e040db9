#include "site/reader_data.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iterator>

#include <fmt/format.h>

#include "base/embed.hpp"

#include "query/lexicon.hpp"
#include "query/recogniser.hpp"
#include "query/stem.hpp"
#include "query/word_lists.hpp"
#include "site/search_codes.hpp"

namespace cafe::site {

namespace {

using query::WordList;

// Two letters; the largest pair goes on.
void put(std::string& out, std::uint32_t number) {
    constexpr std::uint32_t base = 91;
    constexpr std::uint32_t most = 90 * base;
    for (; number >= most; number -= most) (out += plain_sign(90)) += plain_sign(0);
    (out += plain_sign(number / base)) += plain_sign(number % base);
}

// Made by make_word_filter (lib/query/data/SOURCE.md).
CAFE_EMBED(words_filter, CAFE_SITE_DATA "/words.txt");

std::string phrases(WordList list) {
    std::string all;
    for (const query::WordRow& row : query::phrases_of(list)) {
        all += all.empty() ? "" : ";";
        for (std::size_t i = 0; i < row.size(); ++i) {
            all += i == 0 ? "" : " ";
            for (std::size_t j = 0; j < row[i].size(); ++j) (all += j == 0 ? "" : "|") += row[i][j];
        }
    }
    return '"' + all + '"';
}

// In the order that reader.js names them.
std::string sets_of_words() {
    return listed(std::initializer_list<WordList>{WordList::being, WordList::joining, WordList::leading,
                                                  WordList::indefinite, WordList::before_places, WordList::articles,
                                                  WordList::years, WordList::how_long, WordList::when, WordList::near,
                                                  WordList::succeeding, WordList::functions, WordList::tomorrow,
                                                  WordList::mornings, WordList::afternoons, WordList::evenings,
                                                  WordList::titles, WordList::leaders, WordList::forms},
                  [](WordList list) { return '"' + query::words_of(list) + '"'; });
}

std::string word_lists() {
    return texts({query::words_of(WordList::little), query::stem::invariable_words(),
                  query::words_of(WordList::denying), query::words_of(WordList::denying_with_de),
                  query::words_of(WordList::vague), query::words_of(WordList::also_places),
                  query::words_of(WordList::before_places) + " d du", query::acronyms_that_are_words(),
                  query::words_of(WordList::anybody), "d de un une any a", "l la le les the",
                  "ae ea ei ie iy yi sc cs sz zs ck kc cq qc ou uo", query::words_of(WordList::stepping_over)});
}
std::string endings() {
    return listed(query::stem::root_endings(),
                  [](const auto& ending) { return fmt::format("[\"{}\",{}]", ending.letters, ending.least); });
}

}  // namespace

std::vector<std::string_view> recognised_themes() {
    return query::learnt().themes;
}
std::vector<std::string_view> recognised_kinds() {
    return query::learnt().kinds;
}

namespace {

// Of themes, or of kinds of organisation: how many pairs each feature has; their classes, each as what it is more than
// the one before; their weights.
struct Pairs {
    std::string counts;
    std::string classes;
    std::string weights;

    void add(const query::Learnt::Pairs& pairs) {
        constexpr int no_weight = 45;
        std::size_t before = 0;
        for (const auto& [which, weight] : pairs) {  // in rising order
            classes += plain_sign(which - before);
            before = which;
            weights += plain_sign(static_cast<std::size_t>(no_weight + weight));
        }
        counts += plain_sign(pairs.size());
    }
};

std::string written(const query::Learnt& learnt, std::string_view dictionary) {
    constexpr unsigned lost_bits = 8;
    std::string hashes;
    Pairs themes;
    Pairs kinds;
    std::uint32_t last = 0;
    for (const query::Learnt::Feature& feature : learnt.features) {
        put(hashes, (feature.hash >> lost_bits) - last);
        last = feature.hash >> lost_bits;
        themes.add(feature.themes);
        kinds.add(feature.kinds);
    }
    std::string any_business;
    for (std::size_t kind = 0; kind < learnt.kinds.size(); ++kind)
        if (query::stands_in(WordList::any_business, learnt.kinds[kind]))
            any_business += (any_business.empty() ? "" : ",") + std::to_string(kind);
    const auto none = std::find(learnt.themes.begin(), learnt.themes.end(), "none") - learnt.themes.begin();
    return fmt::format(
        "READER={{\"d\":\"{}\",\n\"l\":{},\n\"e\":{},\n\"x\":[{},{},{},{},{}],\n\"y\":{},\n\"n\":{},\"none\":{},"
        "\"s\":{},\"m\":{},\"u\":{},\"o\":[{}],\n"
        "\"h\":\"{}\",\n\"c\":\"{}\",\n\"t\":\"{}\",\n\"w\":\"{}\",\n\"C\":\"{}\",\n\"T\":\"{}\",\n\"W\":\"{}\"}};\n",
        dictionary, word_lists(), endings(), phrases(WordList::leaves_out), phrases(WordList::leaves_out_names),
        phrases(WordList::leaves_out_house), phrases(WordList::leaves_out_near), phrases(WordList::not_wanted),
        sets_of_words(), learnt.themes.size(), none, learnt.scale, learnt.kinds.size(), learnt.scale_of_kinds,
        any_business, hashes, themes.counts, themes.classes, themes.weights, kinds.counts, kinds.classes,
        kinds.weights);
}

}  // namespace

std::string reader_data() {
    return written(query::learnt(), CAFE_EMBEDDED(words_filter));
}

std::string reader_data_of_lists() {
    query::Learnt learnt = query::learnt();
    learnt.features.clear();
    return written(learnt, "");
}

}  // namespace cafe::site
