#include "undo/inverse.hpp"

#include "base/disk.hpp"
#include "base/text.hpp"
#include "merge/merge.hpp"
#include "store/layout.hpp"

namespace cafe::undo {

namespace {

constexpr Phrase<std::string> changed_since{"{} a changé depuis au même endroit : rien n'est repris",
                                            "{} has changed since in the same place: nothing is taken back"};
constexpr Phrase<std::string> changed_fields{"au même endroit : {}", "in the same place: {}"};
constexpr Phrase<> by_hand{"le corriger avec « cafe set » ou « cafe edit »",
                           "correct it with 'cafe set' or 'cafe edit'"};

Error refused(const std::string& path, const std::string& fields) {
    return Error{ErrorKind::conflict, changed_since(path), fields.empty() ? by_hand() : changed_fields(fields)};
}

// Undoes what one file went through. Nothing to write is no change of the list.
Result<Done> undo_pair(const Pair& pair, const std::optional<std::string>& now, store::Changes& files) {
    if (pair.from.empty()) {
        if (now && *now != pair.before) return refused(pair.to, "");
        if (!now) files.push_back({pair.to, std::nullopt, pair.before});
        return Done{};
    }
    if (pair.to.empty()) {
        if (now && *now != pair.after) return refused(pair.from, "");
        if (now) files.push_back({pair.from, pair.after, std::nullopt});
        return Done{};
    }
    if (!now) return refused(pair.from, "");
    const merge::Texts texts{pair.after, *now, pair.before};
    const auto ref = store::ref_at(pair.to);
    const merge::Merge merged = ref ? merge::merge(texts, pair.to, ref->kind) : merge::merge_plain(texts);
    if (!merged.clean()) {
        std::vector<std::string> fields;
        for (const merge::Conflict& conflict : merged.conflicts) fields.push_back(conflict.path.print());
        return refused(pair.from, text::join(fields, ", "));
    }
    if (pair.moved()) {
        files.push_back({pair.from, *now, std::nullopt});
        files.push_back({pair.to, std::nullopt, merged.text});
    } else {
        files.push_back({pair.to, *now, merged.text});
    }
    return Done{};
}

}  // namespace

std::vector<Pair> pairs_of(const store::Changes& changes) {
    std::vector<Pair> pairs;
    std::vector<bool> used(changes.size(), false);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const store::FileChange& change = changes[i];
        if (change.before && change.after) {
            pairs.push_back({change.path, change.path, *change.before, *change.after});
            used[i] = true;
            continue;
        }
        if (!change.before || used[i]) continue;
        for (std::size_t j = 0; j < changes.size(); ++j) {
            const store::FileChange& other = changes[j];
            if (used[j] || other.before || !other.after || path::parent(other.path) != path::parent(change.path))
                continue;
            pairs.push_back({other.path, change.path, *change.before, *other.after});
            used[i] = used[j] = true;
            break;
        }
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (used[i]) continue;
        if (changes[i].before)
            pairs.push_back({"", changes[i].path, *changes[i].before, ""});
        else
            pairs.push_back({changes[i].path, "", "", changes[i].after.value_or("")});
    }
    return pairs;
}

Result<store::Changes> inverse(const store::Changes& changes, const TextNow& now) {
    store::Changes files;
    for (const Pair& pair : pairs_of(changes)) {
        const auto text = now(pair.from.empty() ? pair.to : pair.from);
        if (!text) return text.error();
        if (auto done = undo_pair(pair, *text, files); !done) return done.error();
    }
    return files;
}

}  // namespace cafe::undo
