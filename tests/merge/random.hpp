// Random versions of a record, the same for the same number everywhere.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "base/value.hpp"
#include "model/field.hpp"

namespace cafe::test {

/// A small generator whose numbers do not depend on the machine (splitmix64).
class Draws {
public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(next() % count); }

private:
    std::uint64_t state_;
};

/// A record with some of the values under these keys changed, added to, taken away or moved.
Value changed_under(const Value& record, const std::set<std::string>& keys, Draws& chance);

}  // namespace cafe::test
