#include "facts/release_needs.hpp"

#include <algorithm>

namespace cafe::facts {

std::vector<ReleasedNeeds> release_needs(const std::vector<store::NeedsFile>& files, Reader reader) {
    std::vector<ReleasedNeeds> released;
    for (const store::NeedsFile& file : files) {
        if (file.value.quarter != file.name || !model::is_quarter(file.name) || !model::is_safe(file.value)) continue;
        model::Needs value = file.value;
        if (reader != Reader::own) value.added.clear();
        released.push_back(ReleasedNeeds(std::move(value)));
    }
    std::sort(released.begin(), released.end(), [](const auto& a, const auto& b) { return b.id() < a.id(); });
    return released;
}

}  // namespace cafe::facts
