// What somebody decides on a conflict: theirs or ours.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "intake/memory.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::intake {

enum class Side { theirs, ours };

/// One word of `--take` or `--keep`: "ccas-fumel", "ccas-fumel.phones".
struct Decision {
    std::string partner;
    std::string field;  ///< empty: all that is open
    Side side = Side::theirs;
};
Decision decision_of(const std::string& word, Side side);

/// The texts of a mapping's memory and open conflicts.
struct Left {
    std::string name;
    std::string memory;
    std::string conflicts;
};

struct Decided {
    store::Changes files;
    std::vector<Words> said;
};

/// Writes what is taken, remembers what is decided, closes the conflicts. An Error of kind reference for a word that
/// names no open one.
Result<Decided> decide(const store::Book& book, const std::vector<Left>& left, const std::vector<Decision>& decisions);

}  // namespace cafe::intake
