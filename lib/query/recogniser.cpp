#include "query/recogniser.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "query/embedded.hpp"
#include "query/weights.hpp"

namespace cafe::query {

namespace {

constexpr std::uint8_t of_root = 6;
constexpr std::uint8_t of_pair = 4;
constexpr std::uint8_t of_letters = 2;
constexpr std::string_view no_theme = "none";

std::uint32_t hashed(char kind, std::string_view text) {
    return fnv32(text, fnv32({&kind, 1}));
}

// A part of the table's classes: themes, or kinds of organisation.
struct Classes {
    std::vector<std::string_view> names;
    std::size_t first = 0;  // of all classes
    double scale = 1;       // of the weights
};

// recogniser.bin: the number of themes, of kinds of organisation, of features and of pairs (4 bytes each, the lowest
// first), the scales of the weights of themes and of kinds (4 bytes, in ten thousandths); the classes, a line each:
// themes, then kinds; the hashes of the features in rising order; how many pairs each has (1 byte); the pairs: a class
// and its weight, a byte each.
class Table {
public:
    Table() : bytes_(embedded_recogniser()) {
        constexpr std::size_t header = 24;
        features_ = number(8);
        themes_.scale = static_cast<double>(number(16)) / 10000;
        kinds_.scale = static_cast<double>(number(20)) / 10000;
        kinds_.first = number(0);
        std::size_t at = header;
        const auto read = [&](Classes& classes, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t end = bytes_.find('\n', at);
                classes.names.push_back(bytes_.substr(at, end - at));
                at = end + 1;
            }
        };
        read(themes_, number(0));
        read(kinds_, number(4));
        hashes_ = at;
        counts_ = hashes_ + 4 * features_;
        pairs_ = counts_ + features_;
        // Where each sixteenth feature's pairs begin.
        std::size_t before = 0;
        for (std::size_t i = 0; i < features_; ++i) {
            if (i % 16 == 0) starts_.push_back(before);
            before += byte(counts_ + i);
        }
    }

    [[nodiscard]] const Classes& themes() const { return themes_; }
    [[nodiscard]] const Classes& kinds() const { return kinds_; }

    [[nodiscard]] bool has(std::uint32_t hash) const { return place_of(hash) != features_; }

    template <class Visit>
    void each_weight(std::uint32_t hash, Visit visit) const {
        const std::size_t low = place_of(hash);
        if (low == features_) return;
        std::size_t first = starts_[low / 16];
        for (std::size_t i = low / 16 * 16; i < low; ++i) first += byte(counts_ + i);
        for (std::size_t i = first; i < first + byte(counts_ + low); ++i) visit(byte(pairs_ + 2 * i), weight(i));
    }

    template <class Visit>
    void each_feature(Visit visit) const {
        std::size_t first = 0;
        for (std::size_t i = 0; i < features_; ++i) {
            Learnt::Feature feature{number(hashes_ + 4 * i), {}, {}};
            const std::size_t end = first + byte(counts_ + i);
            for (; first < end; ++first) {
                const std::size_t which = byte(pairs_ + 2 * first);
                const bool theme = which < kinds_.first;
                (theme ? feature.themes : feature.kinds)
                    .emplace_back(static_cast<std::uint8_t>(theme ? which : which - kinds_.first),
                                  static_cast<std::int8_t>(weight(first)));
            }
            visit(std::move(feature));
        }
    }

private:
    // Of a feature that is not there: behind all.
    [[nodiscard]] std::size_t place_of(std::uint32_t hash) const {
        std::size_t low = 0;
        std::size_t high = features_;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            (number(hashes_ + 4 * middle) < hash ? low : high) =
                number(hashes_ + 4 * middle) < hash ? middle + 1 : middle;
        }
        return low < features_ && number(hashes_ + 4 * low) == hash ? low : features_;
    }
    [[nodiscard]] int weight(std::size_t pair) const { return static_cast<signed char>(bytes_[pairs_ + 2 * pair + 1]); }
    [[nodiscard]] std::size_t byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
    [[nodiscard]] std::uint32_t number(std::size_t at) const {
        return static_cast<std::uint32_t>(byte(at) | byte(at + 1) << 8U | byte(at + 2) << 16U | byte(at + 3) << 24U);
    }

    std::string_view bytes_;
    std::size_t features_ = 0;
    std::size_t hashes_ = 0;
    std::size_t counts_ = 0;
    std::size_t pairs_ = 0;
    Classes themes_;
    Classes kinds_;
    std::vector<std::size_t> starts_;
};

const Table& table() {
    static const Table made;
    return made;
}

}  // namespace

std::vector<Feature> features_of(std::span<const Token> words) {
    std::vector<Feature> all;
    std::string letters = " ";
    for (std::size_t i = 0; i < words.size(); ++i) {
        all.push_back({hashed('s', words[i].root), of_root});
        if (i > 0) all.push_back({hashed('b', words[i - 1].root + " " + words[i].root), of_pair});
        letters += words[i].folded + " ";
    }
    for (std::size_t length = 3; length <= 5; ++length)
        for (std::size_t at = 0; at + length <= letters.size(); ++at)
            all.push_back({hashed('g', std::string_view(letters).substr(at, length)), of_letters});
    std::sort(all.begin(), all.end(), [](const Feature& a, const Feature& b) { return a.hash < b.hash; });
    all.erase(std::unique(all.begin(), all.end(), [](const Feature& a, const Feature& b) { return a.hash == b.hash; }),
              all.end());
    return all;
}

namespace {

double length_of(std::span<const Feature> features) {
    double square = 0;
    for (const Feature& feature : features) square += feature.weight * feature.weight;
    return std::sqrt(square);
}

// How alike two questions are: the cosine of their features, 0 to 1.
double likeness_of(std::span<const Feature> a, std::span<const Feature> b) {
    double common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].hash == b[j].hash) common += a[i].weight * b[j].weight;
        const bool first = a[i].hash <= b[j].hash;
        const bool second = b[j].hash <= a[i].hash;
        i += first ? 1 : 0;
        j += second ? 1 : 0;
    }
    const double lengths = length_of(a) * length_of(b);
    return lengths > 0 ? common / lengths : 0;
}

struct Scores {
    std::vector<std::string> themes;
    std::vector<double> logits;

    void add(const std::string& theme, double more) {
        const auto found = std::find(themes.begin(), themes.end(), theme);
        if (found != themes.end()) {
            logits[static_cast<std::size_t>(found - themes.begin())] += more;
            return;
        }
        logits.push_back(*std::min_element(logits.begin(), logits.end()) + more);
        themes.push_back(theme);
    }
};

Scores scores_of(const Classes& classes, std::span<const Feature> features) {
    std::vector<int> sums(classes.names.size());
    for (const Feature& feature : features)
        table().each_weight(feature.hash, [&](std::size_t which, int weight) {
            if (which >= classes.first && which - classes.first < sums.size())
                sums[which - classes.first] += weight * feature.weight;
        });
    Scores scores{{classes.names.begin(), classes.names.end()}, {}};
    for (const int sum : sums) scores.logits.push_back(sum * classes.scale / length_of(features));
    return scores;
}

// The likeliest, best first, at most so many; who is none takes a share and is not named.
std::vector<Guess> likeliest(const Scores& scores, std::size_t most) {
    const double top = *std::max_element(scores.logits.begin(), scores.logits.end());
    double all = 0;
    for (const double logit : scores.logits) all += std::exp(logit - top);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scores.themes.size(); ++i)
        if (scores.themes[i] != no_theme) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return scores.logits[a] > scores.logits[b]; });
    std::vector<Guess> guesses;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i)
        guesses.push_back({scores.themes[order[i]], std::exp(scores.logits[order[i]] - top) / all});
    return guesses;
}

}  // namespace

std::vector<Guess> recognise(std::span<const Feature> features, std::span<const store::Taught> taught,
                             std::size_t most) {
    if (features.empty()) return {};
    Scores scores = scores_of(table().themes(), features);
    for (const store::Taught& line : taught) {
        const std::vector<Token> tokens = tokens_of(line.phrase);
        if (const double like = likeness_of(features, features_of(tokens)); like > 0)
            scores.add(line.target, weights().taught * like);
    }
    return likeliest(scores, most);
}

std::vector<Guess> usual_kinds_of(std::span<const Feature> features) {
    if (features.empty()) return {};
    const Classes& kinds = table().kinds();
    return likeliest(scores_of(kinds, features), kinds.names.size());
}

bool is_learnt(const Token& word) {
    return table().has(hashed('s', word.root));
}

Learnt learnt() {
    Learnt all{table().themes().names, table().kinds().names, table().themes().scale, table().kinds().scale, {}};
    table().each_feature([&](Learnt::Feature&& feature) { all.features.push_back(std::move(feature)); });
    return all;
}

Run telling_run(std::span<const Token> words, std::string_view theme) {
    const auto& themes = table().themes().names;
    const auto found = std::find(themes.begin(), themes.end(), theme);
    const auto speaks_for = [&](std::size_t begin, std::size_t length) {
        int sum = 0;
        for (const Feature& feature : features_of(words.subspan(begin, length)))
            table().each_weight(feature.hash, [&](std::size_t of, int weight) {
                if (of == static_cast<std::size_t>(found - themes.begin())) sum += weight * feature.weight;
            });
        return sum;
    };
    if (found == themes.end() || words.empty()) return {0, words.size()};
    const int whole = speaks_for(0, words.size());
    for (std::size_t length = 1; length < words.size(); ++length)
        for (std::size_t begin = 0; begin + length <= words.size(); ++begin)
            if (speaks_for(begin, length) * 10 >= whole * 7) return {begin, length};
    return {0, words.size()};
}

}  // namespace cafe::query
