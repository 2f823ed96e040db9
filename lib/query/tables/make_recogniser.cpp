// A tool beside the build: make_recogniser QUESTIONS EVERYDAY THEMES OUTPUT [HOLD_OUT] learns the table of
// lib/query/data/recogniser.bin (lib/query/data/SOURCE.md). Softmax regression by plain steps in a fixed order;
// the weights that tell least for what they cost are left out, what is left is learnt again and rounded. With HOLD_OUT
// every so many-th line is not learnt but asked.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "query/recogniser.hpp"

namespace {

using cafe::query::Feature;
namespace text = cafe::text;

struct Example {
    std::vector<Feature> features;
    double norm = 1;
    std::size_t theme = 0;
    std::size_t line = 0;  // of the questions, from 1; 0 of the vocabularies
};

enum class Learns { themes, kinds };

struct Corpus {
    Learns learns = Learns::themes;
    std::vector<std::string> themes;
    std::vector<Example> examples;

    void add(std::string theme, std::string_view text, std::size_t line) {
        static const std::map<std::string, std::string> dangers{{"!3114", "sante-mentale"},
                                                                {"!3919", "separation-conflits"},
                                                                {"!119", "protection-enfance"},
                                                                {"!115", "hebergement"}};
        if (const auto danger = dangers.find(theme); danger != dangers.end()) theme = danger->second;
        if (theme.starts_with('!')) return;
        const auto found = std::find(themes.begin(), themes.end(), theme);
        const auto row = static_cast<std::size_t>(found - themes.begin());
        if (found == themes.end()) themes.push_back(theme);
        Example example{cafe::query::features_of(cafe::query::tokens_of(text)), 0, row, line};
        double square = 0;
        for (const Feature& feature : example.features) square += feature.weight * feature.weight;
        example.norm = std::sqrt(square);
        if (square > 0) examples.push_back(std::move(example));
    }
};

void read(Corpus& corpus, char** files) {
    std::ifstream questions(files[1]);
    std::string line;
    std::size_t at = 0;
    std::getline(questions, line);
    while (std::getline(questions, line)) {
        ++at;
        const auto columns = text::split(line, '\t');
        if (columns.size() < 3 || line.starts_with('#')) continue;
        if (corpus.learns == Learns::themes)
            corpus.add(std::string(columns[0]), columns[2], at);
        else if (columns.size() > 3)
            for (const auto kind : text::split(columns[3], ',')) corpus.add(std::string(kind), columns[2], at);
    }
    std::ifstream everyday(files[2]);
    while (std::getline(everyday, line)) {
        const auto columns = text::split(line, '\t');
        if (columns.size() != 3 || columns[0] != (corpus.learns == Learns::themes ? "theme" : "usual")) continue;
        for (const auto phrase : text::split(columns[2], ';'))
            corpus.add(std::string(columns[1]), text::trim(phrase), 0);
    }
    if (corpus.learns == Learns::kinds) return;
    std::ifstream vocabulary(files[3]);
    std::string id;
    while (std::getline(vocabulary, line)) {
        const std::string_view trimmed = text::trim(line);
        if (trimmed.starts_with("- id: ")) id = trimmed.substr(6);
        if (!trimmed.starts_with("synonyms:") && !trimmed.starts_with("label:")) continue;
        const auto parts = text::split(trimmed, '"');
        for (std::size_t i = 1; i < parts.size(); i += 2) corpus.add(id, parts[i], 0);
    }
}

class Learner {
public:
    Learner(const Corpus& corpus, std::size_t hold_out) : corpus_(corpus), themes_(corpus.themes.size()) {
        std::map<std::uint32_t, std::size_t> seen;
        for (std::size_t i = 0; i < corpus.examples.size(); ++i) {
            const Example& example = corpus.examples[i];
            const bool held = hold_out > 0 && example.line > 0 && example.line % hold_out == 0;
            (held ? held_ : learnt_).push_back(i);
            if (!held)
                for (const Feature& feature : example.features) ++seen[feature.hash];
        }
        for (const auto& [hash, times] : seen)
            if (times > 1) rows_.emplace(hash, rows_.size());
        weights_.assign(rows_.size() * themes_, 0.0F);
        squares_.assign(rows_.size(), 0.0);
        for (const std::size_t at : learnt_)
            for (const Feature& feature : corpus.examples[at].features)
                if (const auto row = rows_.find(feature.hash); row != rows_.end()) {
                    const double value = feature.weight / corpus.examples[at].norm;
                    squares_[row->second] += value * value;
                }
    }

    // Each round goes on in smaller steps.
    void learn(int rounds, float rate) {
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t i = learnt_.size(); i > 1; --i) {
                chance_ = chance_ * 1664525U + 1013904223U;
                std::swap(learnt_[i - 1], learnt_[(chance_ >> 8U) % i]);
            }
            for (const std::size_t at : learnt_)
                step(corpus_.examples[at], rate / (1.0F + 0.4F * static_cast<float>(round)));
        }
    }

    // Keeps the weights that tell most for what they cost in the table, and learns what they become without the others:
    // those of a feature whose hash has to be written for them have to tell more. What a weight tells is its square by
    // those of its feature's values in the lines ("optimal brain damage", Le Cun, Denker and Solla 1990, the second
    // derivative taken as that).
    void thin(double bits, const std::set<std::uint32_t>& written) {
        for (const double share : {4.0, 2.0, 1.4, 1.0}) {
            double low = 1e-9;
            double high = 1e6;
            for (int i = 0; i < 50; ++i) {
                const double middle = std::sqrt(low * high);
                (cost(middle, written, Weak::stay) > bits * share ? low : high) = middle;
            }
            cost(high, written, Weak::go);
            learn(2, 4.0F);
        }
    }

    void round_weights() {
        constexpr float finest = 20;
        float largest = 0;
        for (const float weight : weights_) largest = std::max(largest, std::abs(weight));
        scale_ = largest / finest;
        for (float& weight : weights_) weight = std::round(weight / scale_) * scale_;
    }

    void report() const {
        std::size_t first = 0;
        std::size_t three = 0;
        std::size_t sure = 0;
        std::size_t right_of_sure = 0;
        for (const std::size_t at : held_) {
            const Example& example = corpus_.examples[at];
            const std::vector<float> p = shares(example);
            const float own = p[example.theme];
            const auto above = std::count_if(p.begin(), p.end(), [&](float other) { return other > own; });
            first += above == 0;
            three += above < 3;
            if (*std::max_element(p.begin(), p.end()) < 0.5F) continue;
            ++sure;
            right_of_sure += above == 0;
        }
        std::printf("%zu asked: first %.3f, among three %.3f; sure of %zu, right %.3f\n", held_.size(),
                    static_cast<double>(first) / static_cast<double>(held_.size()),
                    static_cast<double>(three) / static_cast<double>(held_.size()), sure,
                    static_cast<double>(right_of_sure) / static_cast<double>(std::max<std::size_t>(1, sure)));
    }

    // The pairs of a feature: a class and its weight, a byte each.
    [[nodiscard]] std::string pairs_of(std::uint32_t hash, std::size_t first_class) const {
        std::string pairs;
        const auto row = rows_.find(hash);
        for (std::size_t theme = 0; row != rows_.end() && theme < themes_; ++theme) {
            const long weight = std::lround(weights_[row->second * themes_ + theme] / scale_);
            if (weight == 0) continue;
            pairs += static_cast<char>(first_class + theme);
            pairs += static_cast<char>(weight);
        }
        return pairs;
    }

    [[nodiscard]] const std::vector<std::string>& names() const { return corpus_.themes; }
    [[nodiscard]] std::size_t scale() const { return static_cast<std::size_t>(std::lround(scale_ * 10000)); }
    // Those with a weight that is not nothing.
    [[nodiscard]] std::set<std::uint32_t> features() const {
        std::set<std::uint32_t> kept;
        for (const auto& [hash, row] : rows_) {
            const auto* first = &weights_[row * themes_];
            if (std::any_of(first, first + themes_, [](float weight) { return weight != 0; })) kept.insert(hash);
        }
        return kept;
    }

private:
    enum class Weak { stay, go };

    // Bits of the published page for the weights that tell more than so much for each bit.
    double cost(double least, const std::set<std::uint32_t>& written, Weak weak) {
        constexpr double of_feature = 14;
        constexpr double of_count = 3;  // of a feature that is written for other classes
        constexpr double of_weight = 9;
        double bits = 0;
        for (const auto& [hash, at] : rows_) {
            const std::size_t row = at;  // a lambda takes no binding in clang 14
            const double own = written.contains(hash) ? of_count : of_feature;
            const auto tells = [&](float weight) {
                return double{weight} * double{weight} * squares_[row] - least * of_weight;
            };
            float* const first = &weights_[row * themes_];
            double more = -least * own;
            std::size_t count = 0;
            for (float* weight = first; weight < first + themes_; ++weight) {
                if (*weight == 0 || tells(*weight) <= 0) continue;
                more += tells(*weight);
                ++count;
            }
            const bool kept = more > 0;
            if (kept) bits += own + of_weight * static_cast<double>(count);
            if (weak == Weak::stay) continue;
            for (float* weight = first; weight < first + themes_; ++weight)
                if (!kept || tells(*weight) <= 0) *weight = 0;
            thinned_ = true;
        }
        return bits;
    }

    [[nodiscard]] std::vector<float> shares(const Example& example) const {
        std::vector<float> sums(themes_, 0.0F);
        for (const Feature& feature : example.features) {
            const auto row = rows_.find(feature.hash);
            if (row == rows_.end()) continue;
            const float value = static_cast<float>(feature.weight / example.norm);
            const float* weights = &weights_[row->second * themes_];
            for (std::size_t theme = 0; theme < themes_; ++theme) sums[theme] += weights[theme] * value;
        }
        const float top = *std::max_element(sums.begin(), sums.end());
        float all = 0;
        for (float& sum : sums) all += sum = std::exp(sum - top);
        for (float& sum : sums) sum /= all;
        return sums;
    }

    void step(const Example& example, float rate) {
        constexpr float shrink = 2e-4F;
        const std::vector<float> p = shares(example);
        for (const Feature& feature : example.features) {
            const auto row = rows_.find(feature.hash);
            if (row == rows_.end()) continue;
            const float value = rate * static_cast<float>(feature.weight / example.norm);
            float* weights = &weights_[row->second * themes_];
            for (std::size_t theme = 0; theme < themes_; ++theme) {
                if (thinned_ && weights[theme] == 0) continue;
                const float wanted = theme == example.theme ? 1.0F : 0.0F;
                weights[theme] += value * (wanted - p[theme]) - rate * shrink * weights[theme];
            }
        }
    }

    const Corpus& corpus_;
    std::size_t themes_;
    std::vector<std::size_t> learnt_;
    std::vector<std::size_t> held_;
    std::map<std::uint32_t, std::size_t> rows_;
    std::vector<float> weights_;
    std::vector<double> squares_;  // by row: of its values in the lines, added up
    std::uint32_t chance_ = 12345;
    bool thinned_ = false;  // what is nothing stays so
    float scale_ = 1;
};

void put(std::string& out, std::size_t number) {
    for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(number >> (8U * i) & 0xFFU);
}

// As lib/query/recogniser.cpp reads it.
std::string table_of(const Learner& themes, const Learner& kinds) {
    std::string hashes;
    std::string counts;
    std::string pairs;
    std::set<std::uint32_t> features = themes.features();
    features.merge(kinds.features());
    for (const std::uint32_t hash : features) {
        const std::string own = themes.pairs_of(hash, 0) + kinds.pairs_of(hash, themes.names().size());
        put(hashes, hash);
        counts += static_cast<char>(own.size() / 2);
        pairs += own;
    }
    std::string out;
    for (const std::size_t number :
         {themes.names().size(), kinds.names().size(), counts.size(), pairs.size() / 2, themes.scale(), kinds.scale()})
        put(out, number);
    for (const Learner* learner : {&themes, &kinds})
        for (const std::string& name : learner->names()) out += name + "\n";
    std::printf("%zu features, %zu pairs\n", counts.size(), pairs.size() / 2);
    return out + hashes + counts + pairs;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 5) {
        std::fputs("usage: make_recogniser QUESTIONS EVERYDAY THEMES OUTPUT [HOLD_OUT]\n", stderr);
        return 2;
    }
    // As much as the published page can hold of it.
    constexpr double bits_of_themes = 1'750'000;
    constexpr double bits_of_kinds = 560'000;
    const std::size_t hold_out = count > 5 ? static_cast<std::size_t>(std::atoi(arguments[5])) : 0;
    Corpus themes{Learns::themes, {}, {}};
    Corpus kinds{Learns::kinds, {}, {}};
    read(themes, arguments);
    read(kinds, arguments);
    Learner of_themes(themes, hold_out);
    Learner of_kinds(kinds, hold_out);
    for (Learner* learner : {&of_themes, &of_kinds}) {
        learner->learn(12, 8.0F);
        if (hold_out > 0) learner->report();
        if (learner == &of_themes)
            learner->thin(bits_of_themes, {});
        else
            learner->thin(bits_of_kinds, of_themes.features());
        learner->round_weights();
        if (hold_out > 0) learner->report();
    }
    if (hold_out > 0) return 0;
    std::ofstream out(arguments[4], std::ios::binary);
    const std::string bytes = table_of(of_themes, of_kinds);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return out.flush() ? 0 : 1;
}
