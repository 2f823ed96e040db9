// Records as people write them: every kind, with comments, odd indentation, CRLF, BOM, flow style, quotes and block
// texts. The same seed gives the same record on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "edit/edit.hpp"
#include "model/fields.hpp"

namespace cafe::test {

/// Numbers that look like chance and are none (SplitMix64).
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    /// From 0 to `bound` - 1.
    std::size_t below(std::size_t bound);
    /// True once in `n` times.
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

private:
    std::uint64_t state_;
};

/// A text of a kind of record that `yaml::parse` reads.
std::string record_text(Chance& chance, model::RecordKind kind);
/// A value that a field of this name may hold: words with everything that needs care in YAML.
Value some_value(Chance& chance, const model::Field& field, bool item);
/// An edit that makes sense for the record: of a field or an item that stands there, or of a field that does not.
edit::Edit some_edit(Chance& chance, const Value& record, const model::Shape& shape);

}  // namespace cafe::test
