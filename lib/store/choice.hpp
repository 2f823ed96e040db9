// Some of the fiches that nobody has read yet: those that may be of interest.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace cafe::store {

/// All of them, or those at some positions. What chooses may choose too many, never too few.
class Choice {
public:
    /// All, however many there are.
    Choice() = default;
    /// None of so many, to begin with.
    static Choice none_of(std::size_t fiches) {
        Choice none;
        none.some_.emplace(fiches);
        return none;
    }

    void add(std::size_t position) { (*some_)[position] = true; }

    [[nodiscard]] bool is_all() const { return !some_; }
    [[nodiscard]] bool has(std::size_t position) const { return !some_ || (*some_)[position]; }
    /// How many of so many.
    [[nodiscard]] std::size_t count(std::size_t fiches) const {
        return some_ ? static_cast<std::size_t>(std::count(some_->begin(), some_->end(), true)) : fiches;
    }

    /// Those that are in both.
    Choice& operator&=(const Choice& other) {
        if (other.is_all()) return *this;
        if (is_all()) return *this = other;
        for (std::size_t at = 0; at < some_->size(); ++at) (*some_)[at] = (*some_)[at] && (*other.some_)[at];
        return *this;
    }
    /// Those that are in one of the two.
    Choice& operator|=(const Choice& other) {
        if (is_all()) return *this;
        if (other.is_all()) return *this = other;
        for (std::size_t at = 0; at < some_->size(); ++at) (*some_)[at] = (*some_)[at] || (*other.some_)[at];
        return *this;
    }

private:
    std::optional<std::vector<bool>> some_;  // by position; nothing where it is all
};

}  // namespace cafe::store
