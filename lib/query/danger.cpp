#include "query/danger.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/embed.hpp"

// What make_danger writes during the build: the table worked out, and the weights.
CAFE_EMBED(danger_table, CAFE_DANGER "/danger.table");
CAFE_EMBED(danger_weights, CAFE_DANGER "/danger.weights");

namespace cafe::query {

namespace danger {

std::string_view table_text() {
    return CAFE_EMBEDDED(danger_table);
}
std::string_view weights() {
    return CAFE_EMBEDDED(danger_weights);
}

const Table& table() {
    static const Table read = read_worked_out(table_text());
    return read;
}

std::vector<int> scores(const std::vector<std::uint32_t>& features) {
    const std::size_t classes = table().classes.size();
    std::vector<int> sums(classes);
    const std::string_view kept = weights();
    const auto byte_at = [&](std::size_t at) { return static_cast<unsigned char>(kept[at]); };
    for (std::size_t about = 0; about < classes; ++about) {
        std::uint32_t start = 0;
        for (std::size_t byte = 0; byte < 4; ++byte)
            start |= std::uint32_t{byte_at(buckets * classes + about * 4 + byte)} << (8 * byte);
        sums[about] = static_cast<std::int32_t>(start);
    }
    for (const std::uint32_t feature : features)
        for (std::size_t about = 0; about < classes; ++about)
            sums[about] += static_cast<signed char>(byte_at(feature * classes + about));
    return sums;
}

std::vector<bool> heard(std::string_view question) {
    const Table& known = table();
    const std::vector<Word> words = without_harmless(words_of(question, known), known);
    std::vector<bool> about(known.classes.size());
    if (std::all_of(words.begin(), words.end(), [](const Word& word) { return word.key == "|"; })) return about;
    for (const Phrase& phrase : known.phrases)
        if (phrase.about >= 0 && !about[static_cast<std::size_t>(phrase.about)] && says(words, phrase))
            about[static_cast<std::size_t>(phrase.about)] = true;
    const std::vector<int> sums = scores(features_of(words));
    for (std::size_t i = 0; i < about.size(); ++i)
        if (sums[i] >= known.classes[i].threshold) about[i] = true;
    return about;
}

}  // namespace danger

std::vector<Alarm> alarms(std::string_view question, const model::Vocabulary& vocabulary) {
    const auto heard = danger::heard(question);
    const auto& classes = danger::table().classes;
    std::vector<Alarm> numbers;
    // The number of each danger first, then those that help besides.
    const std::size_t most = 2;
    for (std::size_t place = 0; place < most; ++place) {
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (!heard[i] || place >= classes[i].numbers.size()) continue;
            const std::string_view wanted = classes[i].numbers[place];
            const auto is_it = [&](const model::EmergencyNumber& number) { return number.number == wanted; };
            const auto known = std::find_if(vocabulary.emergency.begin(), vocabulary.emergency.end(), is_it);
            if (known == vocabulary.emergency.end()) continue;
            if (std::none_of(numbers.begin(), numbers.end(), [&](const Alarm& one) { return is_it(one.number); }))
                numbers.push_back({*known, std::string(classes[i].id)});
        }
    }
    return numbers;
}

}  // namespace cafe::query
