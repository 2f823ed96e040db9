// Three versions of a record, merged by what their fields mean. Nothing here knows how a record is written.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "base/words.hpp"
#include "model/field.hpp"
#include "model/path.hpp"

namespace cafe::merge {

enum class Reason {
    both_changed,    ///< two values that exclude each other
    removed_here,    ///< removed by us, changed by them
    removed_there,   ///< changed by us, removed by them
    near_duplicate,  ///< added by both, the same but for its spelling or its id
    order,           ///< a list whose order says something, put in two orders
    wrong_together,  ///< each version passes the checks, both together do not
    comment,         ///< a comment that finds no place, or that both changed
};

/// A place where a person has to choose.
struct Conflict {
    model::RecordPath path;  ///< items by identity, as edit::difference names them
    std::optional<Value> base;
    std::optional<Value> ours;
    std::optional<Value> theirs;
    Reason reason = Reason::both_changed;
    bool both_may_stay = false;  ///< two items of a list, two runs of lines of a text
};

/// What stands at a conflict.
struct Choice {
    enum class Take { ours, theirs, both, value };
    Take take = Take::ours;
    std::optional<Value> value{};  ///< for Take::value; nothing: the value goes
};

struct MergedFields {
    Value value;  ///< a map
    std::vector<Conflict> conflicts;
};

/// Merges three records. At the conflict number i stands what `choices[i]` takes; ours where there is none. The number
/// and the order of conflicts do not depend on the choices. `forced` are paths (printed) at which both versions are
/// asked for even if one of them changed nothing.
MergedFields merge_fields(const Value& base, const Value& ours, const Value& theirs, const model::Shape& shape,
                          const std::vector<Choice>& choices = {}, const std::set<std::string>& forced = {});

/// One line that says why, in plain words: "hours: les deux versions l'ont changé".
Words in_words(const Conflict& conflict);

}  // namespace cafe::merge
