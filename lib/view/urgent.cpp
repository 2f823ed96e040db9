#include "view/urgent.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace cafe::view {

namespace {

constexpr Phrase<> emergency{"En urgence : ", "In an emergency: "};

template <class Wanted>
Text numbers(const Edition& edition, Wanted wanted) {
    std::vector<Text> all;
    for (const model::EmergencyNumber& number : edition.catalog.vocabulary().emergency)
        if (wanted(number)) all.push_back(to_phone(number.number) + plain(" " + number.name));
    if (all.empty()) return {};
    return strong(emergency().in(edition.lang)) + join(all, " · ");
}

std::optional<Notice> noticed(Text line) {
    if (line.empty()) return std::nullopt;
    return Notice{{std::move(line)}};
}

}  // namespace

std::optional<Notice> emergency_numbers_of(const Directory& directory, std::string_view theme) {
    const model::Vocabulary& vocabulary = directory.edition.catalog.vocabulary();
    return noticed(numbers(directory.edition, [&](const model::EmergencyNumber& number) {
        return std::any_of(number.themes.begin(), number.themes.end(),
                           [&](const std::string& stated) { return vocabulary.answers(stated, theme); });
    }));
}

std::vector<model::EmergencyNumber> emergency_numbers_of(const Edition& edition,
                                                         const std::vector<std::string>& themes) {
    const model::Vocabulary& vocabulary = edition.catalog.vocabulary();
    std::vector<model::EmergencyNumber> found;
    for (const model::EmergencyNumber& number : vocabulary.emergency) {
        const auto for_it = [&](const std::string& stated) {
            return std::any_of(themes.begin(), themes.end(),
                               [&](const std::string& theme) { return vocabulary.answers(stated, theme); });
        };
        if (std::any_of(number.themes.begin(), number.themes.end(), for_it)) found.push_back(number);
    }
    return found;
}

Text emergency_line(const Edition& edition) {
    return numbers(edition, [](const model::EmergencyNumber&) { return true; });
}

std::optional<Notice> all_emergency_numbers(const Directory& directory) {
    return noticed(emergency_line(directory.edition));
}

}  // namespace cafe::view
