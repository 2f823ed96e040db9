// What changes between two texts, as the unified diff that people read and that `git apply` and `patch` take.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace cafe::diff {

/// Lines [a.begin, a.end) of the one text stand where [b.begin, b.end) of the other do; counted from 0. One of the two
/// may be empty.
struct Replaced {
    Span a;
    Span b;
    bool operator==(const Replaced&) const = default;
};

/// What is replaced by what, in order, with at least one equal line between two of them. Lines are compared by their
/// bytes, line end included. The shortest answer, but where two parts have a thousand differences and no line of their
/// own in common: there the whole part is replaced. Time grows with the size of the texts.
std::vector<Replaced> lines(std::string_view a, std::string_view b);

/// One file of a unified diff with three lines of context, its header included: `--- a/PATH`, `+++ b/PATH`, /dev/null
/// for a file that is not there before or after. Empty when nothing changes. The bytes of the texts stand in it as they
/// are: whoever prints texts that were never read as a record has to look after control characters.
std::string unified(const std::string& path, const std::optional<std::string>& before,
                    const std::optional<std::string>& after);

/// The same for a file that moves, and may change on its way.
std::string unified_rename(const std::string& from, const std::string& to, const std::string& before,
                           const std::string& after);

}  // namespace cafe::diff
