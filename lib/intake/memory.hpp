// What the last imports of a source said, as fingerprints: imports/NAME.seen and imports/NAME.conflicts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace cafe::intake {

/// The first 12 hexadecimal digits of a SHA-256 over a normalised value.
std::string hash_of(std::string_view normalised);

/// One row of the last import. A list has one fingerprint for each item.
struct Seen {
    std::string partner;  ///< the fiche; "-": somebody decided to leave the row out
    std::map<std::string, std::vector<std::string>> fields;
    std::size_t gone = 0;  ///< in how many different files since it was missing
    bool operator==(const Seen&) const = default;
};

struct Memory {
    std::map<std::string, Seen> rows;  ///< by the row's key
    std::string file;                  ///< the fingerprint of the last file
    std::string day;                   ///< of the last import that changed something
    std::size_t count = 0;             ///< rows of the last file
    bool operator==(const Memory&) const = default;
};

/// Lines that cannot be read are passed over; of two lines of one key the later one counts. A memory of another version
/// is empty: an unknown base is filled in, never written over.
Memory read_memory(std::string_view text);
std::string write_memory(const Memory& memory);

/// What a source says and nobody has decided on yet.
struct Conflict {
    std::string partner;
    std::string field;
    std::string key;                  ///< the row's
    std::vector<std::string> theirs;  ///< the value, or the items of a list
    bool operator==(const Conflict&) const = default;
};
std::vector<Conflict> read_conflicts(std::string_view text);
std::string write_conflicts(const std::vector<Conflict>& conflicts);

/// "imports/NAME.seen", "imports/NAME.conflicts".
std::string memory_path(std::string_view name);
std::string conflicts_path(std::string_view name);

}  // namespace cafe::intake
