#include "merge/merge.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "base/diff.hpp"
#include "check/fields.hpp"
#include "edit/difference.hpp"
#include "edit/edit.hpp"
#include "merge/comments.hpp"
#include "merge/losses.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::merge {

namespace {

using model::RecordKind;
using model::Shape;

constexpr std::size_t most_conflicts = 64;  // beyond that nobody chooses field by field

struct Version {
    std::string_view text;
    yaml::Node root;
    Value value;
    std::vector<Comment> comments;
    std::vector<std::string> lines;  // of comments
};

std::optional<Version> read(std::string_view text, const std::string& file, const Shape& shape) {
    Version version;
    version.text = text;
    if (text.empty()) {
        version.value = Value{Map{}};
        return version;
    }
    yaml::Parsed parsed = yaml::parse(text, file);
    if (!parsed.root) return std::nullopt;
    version.root = std::move(*parsed.root);
    version.value = to_value(version.root);
    version.comments = comments_of(text, version.root, shape);
    version.lines = comment_lines(text, shape);
    return version;
}

// ---- What a single file can be told
// ----------------------------------------------------------------------------------

struct Fault {
    std::string code;
    std::string message;
    std::string path;
    auto operator<=>(const Fault&) const = default;
};

// Errors that the file has by itself; other records are not looked at: in the middle of a merge they may be missing.
std::vector<Fault> faults_of(std::string_view text, const std::string& file, RecordKind kind) {
    std::vector<Fault> faults;
    yaml::Parsed parsed = yaml::parse(text, file);
    if (!parsed.root) return faults;
    const store::Source source{{kind, "x"}, file, std::string(text), std::move(*parsed.root)};
    const Shape& shape = model::shape_of(kind);
    const auto keep = [&](const Findings& found, const std::string& path) {
        for (const Diagnostic& finding : found)
            if (finding.rule->severity == Severity::error)
                faults.push_back({std::string(finding.rule->code), finding.message.fr, path});
    };
    keep(store::findings_in(source, shape), "");
    Findings whole;
    check::Report report(source, whole);
    check::check_part({source.tree, shape}, report);
    keep(whole, "");
    store::walk(source.tree, shape, [&](const store::Met& met) {
        if (met.field == nullptr) return;
        Findings found;
        check::Report at(source, found);
        check::check_value(met, at);
        keep(found, met.path);
    });
    return faults;
}

// What is said of an item stands at another position once items of both sides are in one list.
std::string without_digits(std::string text) {
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

// The faults of the result that neither side has.
std::vector<Fault> new_faults(std::string_view result, const Texts& texts, const std::string& file, RecordKind kind) {
    std::vector<Fault> now = faults_of(result, file, kind);
    if (now.empty()) return now;
    std::set<std::pair<std::string, std::string>> known;
    for (const std::string_view text : {texts.ours, texts.theirs})
        for (const Fault& fault : faults_of(text, file, kind))
            known.insert({fault.code, without_digits(fault.message)});
    std::erase_if(now, [&](const Fault& fault) { return known.contains({fault.code, without_digits(fault.message)}); });
    return now;
}

// ---- Comments
// --------------------------------------------------------------------------------------------------------

// Theirs come into a text that was made of ours; what finds no place, or was changed twice, is kept for a conflict.
struct Commented {
    std::string text;
    std::vector<Comment> homeless;
};

Commented with_their_comments(std::string text, const Version& base, const Version& theirs, const Shape& shape) {
    Commented result{std::move(text), {}};
    std::vector<std::pair<std::string, Comment::Where>> places;
    const auto note = [&](const std::vector<Comment>& comments) {
        for (const Comment& comment : comments)
            if (std::find(places.begin(), places.end(), std::pair(comment.anchor, comment.where)) == places.end())
                places.emplace_back(comment.anchor, comment.where);
    };
    note(base.comments);
    note(theirs.comments);
    for (const auto& place : places) {
        const std::string& anchor = place.first;
        const Comment::Where where = place.second;
        const Comment* before = find(base.comments, anchor, where);
        const Comment* there = find(theirs.comments, anchor, where);
        const auto said = [](const Comment* comment) { return comment == nullptr ? "" : comment->text; };
        if (said(before) == said(there)) continue;
        const yaml::Parsed parsed = yaml::parse(result.text, "");
        if (!parsed.root) break;
        const std::vector<Comment> comments = comments_of(result.text, *parsed.root, shape);
        const Comment* here = find(comments, anchor, where);
        if (said(here) == said(there)) continue;
        std::optional<Comment> wanted;
        if (there != nullptr) wanted = *there;
        if (said(here) != said(before)) {
            // Ours changed it too: line by line.
            const auto ended = [](const std::string& one) { return one.empty() ? one : one + "\n"; };
            const auto chunks =
                merge_lines(ended(said(before)), ended(said(here)), ended(said(there)), Touching::separate);
            if (there == nullptr) continue;  // they took away what we changed: ours stays
            if (here != nullptr && is_clean(chunks)) {
                wanted->text = taking(chunks, Side::ours);
                wanted->text.pop_back();
            } else if (here != nullptr && before == nullptr && where == Comment::Where::above) {
                wanted->text = here->text + "\n" + there->text;
            } else {
                result.homeless.push_back(*there);
                continue;
            }
        }
        if (auto placed = with_comment(result.text, shape, anchor, where, wanted))
            result.text = std::move(*placed);
        else if (there != nullptr)
            result.homeless.push_back(*there);
    }
    return result;
}

// ---- The merge
// -------------------------------------------------------------------------------------------------------

class Maker {
public:
    Maker(const Texts& texts, const std::string& file, RecordKind kind, const std::vector<Choice>& choices)
        : texts_(texts), file_(file), kind_(kind), shape_(model::shape_of(kind)), choices_(choices) {}

    std::optional<Merge> make() {
        base_ = read(texts_.base, file_, shape_);
        ours_ = read(texts_.ours, file_, shape_);
        theirs_ = read(texts_.theirs, file_, shape_);
        if (!base_ || !ours_ || !theirs_ || texts_.ours.empty() || texts_.theirs.empty()) return std::nullopt;
        std::optional<Merge> merged = attempt();
        for (int again = 0; merged && again < 3; ++again) {
            const std::vector<Fault> faults = new_faults(merged->text, texts_, file_, kind_);
            if (faults.empty()) return with_a_place_for_comments(std::move(*merged));
            const std::size_t before = forced_.size();
            for (const Fault& fault : faults) force(fault);
            if (forced_.size() == before) return std::nullopt;
            merged = attempt();
        }
        return std::nullopt;
    }

private:
    // Where nothing is asked but a comment that our layout has no place for (an item in brackets, that they put on a
    // line of its own), ours may be put into theirs.
    Merge with_a_place_for_comments(Merge merged) {
        const bool comments_alone =
            !merged.conflicts.empty() && std::all_of(merged.conflicts.begin(), merged.conflicts.end(),
                                                     [](const Conflict& one) { return one.reason == Reason::comment; });
        if (!comments_alone || turned_ || !choices_.empty()) return merged;
        const Texts turned{texts_.base, texts_.theirs, texts_.ours};
        Maker other(turned, file_, kind_, choices_);
        other.turned_ = true;
        auto found = other.make();
        return found && found->clean() ? std::move(*found) : std::move(merged);
    }

    std::optional<Merge> attempt() {
        MergedFields fields = merge_fields(base_->value, ours_->value, theirs_->value, shape_, choices_, forced_);
        if (fields.conflicts.size() > most_conflicts || fields.value.map()->empty()) return std::nullopt;
        Merge merged;
        if (fields.conflicts.empty()) {
            if (auto lines = by_lines(fields.value)) {
                merged.text = merged.theirs_taken = std::move(*lines);
                merged.way = Way::lines;
                return merged;
            }
        }
        merged.way = Way::fields;
        merged.conflicts = std::move(fields.conflicts);
        auto text = edit::transform(texts_.ours, ours_->root, file_, shape_, fields.value);
        if (!text) return std::nullopt;
        Commented commented = with_their_comments(std::move(*text), *base_, *theirs_, shape_);
        merged.text = std::move(commented.text);
        const std::vector<Choice> all_theirs(merged.conflicts.size(), Choice{Choice::Take::theirs, {}});
        merged.theirs_taken = merged.text;
        if (!merged.conflicts.empty() && choices_.empty()) {
            auto other = variant(merged.text, all_theirs);
            if (!other) return std::nullopt;
            merged.theirs_taken = std::move(*other);
        }
        if (!homeless_comments(merged, commented.homeless)) return std::nullopt;
        if (!holds(merged)) return std::nullopt;
        return merged;
    }

    std::optional<std::string> variant(const std::string& text, const std::vector<Choice>& choices) {
        const MergedFields fields = merge_fields(base_->value, ours_->value, theirs_->value, shape_, choices, forced_);
        const yaml::Parsed parsed = yaml::parse(text, file_);
        if (!parsed.root || fields.value.map()->empty()) return std::nullopt;
        auto other = edit::transform(text, *parsed.root, file_, shape_, fields.value);
        if (!other) return std::nullopt;
        return std::move(*other);
    }

    // git's own merge, where it is clean, reads, says the same and has the same comments.
    std::optional<std::string> by_lines(const Value& wanted) {
        const auto chunks = merge_lines(texts_.base, texts_.ours, texts_.theirs, Touching::conflict);
        if (!is_clean(chunks)) return std::nullopt;
        std::string text = taking(chunks, Side::ours);
        const auto version = read(text, file_, shape_);
        if (!version || !edit::equivalent(version->value, wanted, edit::meaning_of(shape_))) return std::nullopt;
        if (!lost_in(version->value, version->lines, {}).empty()) return std::nullopt;
        return text;
    }

    std::vector<Loss> lost_in(const Value& value, const std::vector<std::string>& lines,
                              const std::vector<Conflict>& open) {
        return losses({base_->value, base_->lines}, {ours_->value, ours_->lines}, {theirs_->value, theirs_->lines},
                      {value, lines}, shape_, open);
    }

    // Comments of theirs without a place, and ours that went with what theirs took away: at the end, between markers.
    bool homeless_comments(Merge& merged, const std::vector<Comment>& homeless) {
        const auto result = read(merged.text, file_, shape_);
        if (!result) return false;
        std::vector<std::string> missing_ours;
        std::vector<std::string> missing_theirs;
        for (const Loss& loss : lost_in(result->value, result->lines, merged.conflicts)) {
            if (loss.field != "#" || loss.what != Loss::What::lost) continue;
            const auto count = [&](const Version& version) {
                return std::count(version.lines.begin(), version.lines.end(), loss.value);
            };
            (count(*ours_) > count(*base_) ? missing_ours : missing_theirs).push_back(loss.value);
        }
        if (missing_ours.empty() && missing_theirs.empty()) return true;
        static_cast<void>(homeless);
        const std::string eol = merged.text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
        const auto append = [&](std::string& text, const std::vector<std::string>& lines) {
            if (!lines.empty() && !text.ends_with('\n')) text += eol;
            for (const std::string& line : lines) text += "# " + line + eol;
        };
        append(merged.text, missing_ours);
        append(merged.theirs_taken, missing_theirs);
        Conflict conflict;
        conflict.reason = Reason::comment;
        merged.conflicts.push_back(std::move(conflict));
        return true;
    }

    // The postcondition: whatever the code above did, each change of both sides is there, or is asked.
    bool holds(const Merge& merged) {
        for (const std::string* text : {&merged.text, &merged.theirs_taken}) {
            const auto version = read(*text, file_, shape_);
            if (!version) return false;
            for (const Loss& loss : lost_in(version->value, version->lines, merged.conflicts)) {
                const bool asked = std::any_of(merged.conflicts.begin(), merged.conflicts.end(),
                                               [](const Conflict& one) { return one.reason == Reason::comment; });
                if (loss.field == "#" && (asked || !merged.conflicts.empty())) continue;
                if (!choices_.empty()) continue;  // somebody has chosen
                return false;
            }
        }
        // What is asked can be seen.
        return merged.conflicts.empty() || !choices_.empty() || merged.text != merged.theirs_taken;
    }

    // The values that make a fault together: those that, taken from the other side, make it go. All that differs under
    // the key of the fault where none does so alone.
    void force(const Fault& fault) {
        const auto changes = edit::difference(ours_->value, theirs_->value, shape_);
        bool found = false;
        for (const edit::FieldChange& change : changes) {
            const std::string path = change.path.print();
            for (const Choice::Take take : {Choice::Take::ours, Choice::Take::theirs}) {
                if (has(fault, path, take)) continue;
                forced_.insert(path);
                found = true;
            }
        }
        if (found) return;
        const auto steps = model::RecordPath::parse(fault.path);
        for (const edit::FieldChange& change : changes)
            if (!steps || (!change.path.steps.empty() && change.path.steps.front() == steps->steps.front()))
                forced_.insert(change.path.print());
    }

    // Whether the merge has a fault when one value is taken from one side.
    bool has(const Fault& fault, const std::string& path, Choice::Take take) {
        const std::set<std::string> only{path};
        const auto conflicts = merge_fields(base_->value, ours_->value, theirs_->value, shape_, {}, only).conflicts;
        std::vector<Choice> choices;
        for (const Conflict& conflict : conflicts)
            choices.push_back({conflict.reason == Reason::wrong_together ? take : Choice::Take::ours, {}});
        const MergedFields fields = merge_fields(base_->value, ours_->value, theirs_->value, shape_, choices, only);
        if (fields.value.map()->empty()) return true;
        const auto text = edit::transform(texts_.ours, ours_->root, file_, shape_, fields.value);
        if (!text) return true;
        const auto faults = new_faults(*text, texts_, file_, kind_);
        return std::any_of(faults.begin(), faults.end(), [&](const Fault& one) {
            return one.code == fault.code && without_digits(one.message) == without_digits(fault.message);
        });
    }

    const Texts& texts_;
    const std::string& file_;
    RecordKind kind_;
    const Shape& shape_;
    const std::vector<Choice>& choices_;
    std::optional<Version> base_;
    std::optional<Version> ours_;
    std::optional<Version> theirs_;
    std::set<std::string> forced_;
    bool turned_ = false;  // ours and theirs have changed places
};

std::optional<Merge> one_side(const Texts& texts) {
    Merge merged;
    if (texts.ours == texts.theirs || texts.theirs == texts.base)
        merged.text = texts.ours;
    else if (texts.ours == texts.base)
        merged.text = texts.theirs;
    else
        return std::nullopt;
    merged.theirs_taken = merged.text;
    return merged;
}

Merge in_doubt(const Texts& texts) {
    Merge merged;
    merged.way = Way::doubt;
    merged.text = texts.ours;
    merged.theirs_taken = texts.theirs;
    return merged;
}

}  // namespace

Merge merge(const Texts& texts, const std::string& file, RecordKind kind, const std::vector<Choice>& choices) {
    if (auto merged = one_side(texts)) return std::move(*merged);
    if (auto merged = Maker(texts, file, kind, choices).make()) return std::move(*merged);
    return in_doubt(texts);
}

Merge merge_plain(const Texts& texts) {
    if (auto merged = one_side(texts)) return std::move(*merged);
    const auto chunks = merge_lines(texts.base, texts.ours, texts.theirs, Touching::conflict);
    if (!is_clean(chunks)) return in_doubt(texts);
    Merge merged;
    merged.way = Way::lines;
    merged.text = merged.theirs_taken = taking(chunks, Side::ours);
    return merged;
}

std::string write(const Merge& merge, const Texts& texts, const Labels& labels, Lang lang) {
    if (merge.clean()) return merge.text;
    if (merge.way == Way::doubt) {
        const auto chunks = merge_lines(texts.base, texts.ours, texts.theirs, Touching::conflict);
        if (!is_clean(chunks)) return with_markers(chunks, labels);
        return between_markers(texts.ours, texts.theirs, labels, nullptr);
    }
    // Which conflict a run of lines belongs to: the first whose path is named on it or nearest above.
    const auto lines = lines_of(merge.text);
    std::size_t next = 0;
    const auto reason = [&](std::size_t begin, std::size_t end) -> std::string {
        if (merge.conflicts.size() == 1) return in_words(merge.conflicts.front()).in(lang);
        const auto words = [&](std::size_t from, std::size_t to) {
            std::string text;
            for (std::size_t i = from; i < to && i < lines.size(); ++i) text += lines[i];
            return text;
        };
        const std::string here = words(begin, end);
        for (const Conflict& conflict : merge.conflicts)
            if (!conflict.path.steps.empty() && here.find(conflict.path.steps.back()) != std::string::npos)
                return in_words(conflict).in(lang);
        const Conflict& conflict = merge.conflicts[std::min(next++, merge.conflicts.size() - 1)];
        return in_words(conflict).in(lang);
    };
    return between_markers(merge.text, merge.theirs_taken, labels, reason);
}

}  // namespace cafe::merge
