#include "view/urgent.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace cafe::view {

namespace {

constexpr Phrase<> emergency{"En urgence : ", "In an emergency: "};

template <class Wanted>
std::optional<Notice> numbers(const Directory& directory, Wanted wanted) {
    std::vector<Text> all;
    for (const model::EmergencyNumber& number : directory.edition.catalog.vocabulary().emergency)
        if (wanted(number)) all.push_back(to_phone(number.number) + plain(" " + number.name));
    if (all.empty()) return std::nullopt;
    return Notice{{strong(emergency().in(directory.edition.lang)) + join(all, " · ")}};
}

}  // namespace

std::optional<Notice> emergency_numbers_of(const Directory& directory, std::string_view theme) {
    const model::Vocabulary& vocabulary = directory.edition.catalog.vocabulary();
    return numbers(directory, [&](const model::EmergencyNumber& number) {
        return std::any_of(number.themes.begin(), number.themes.end(),
                           [&](const std::string& stated) { return vocabulary.answers(stated, theme); });
    });
}

std::optional<Notice> all_emergency_numbers(const Directory& directory) {
    return numbers(directory, [](const model::EmergencyNumber&) { return true; });
}

}  // namespace cafe::view
