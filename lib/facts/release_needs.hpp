// The gate for counts of orientations: what of them may be told.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "facts/reader.hpp"
#include "store/needs.hpp"

namespace cafe::facts {

/// Counts that may be shown. Only `release_needs` makes them.
class ReleasedNeeds {
public:
    [[nodiscard]] const std::string& id() const { return value_.quarter; }
    const model::Needs* operator->() const { return &value_; }
    const model::Needs& operator*() const { return value_; }

private:
    friend std::vector<ReleasedNeeds> release_needs(const std::vector<store::NeedsFile>& files, Reader reader);
    explicit ReleasedNeeds(model::Needs value) : value_(std::move(value)) {}
    model::Needs value_;
};

/// Those whose every number is large enough, the newest quarter first. A file with a smaller one, or without a quarter
/// and a total, is told to nobody: it would point at somebody. Digests stay with the notebook's own people.
std::vector<ReleasedNeeds> release_needs(const std::vector<store::NeedsFile>& files, Reader reader);

}  // namespace cafe::facts
