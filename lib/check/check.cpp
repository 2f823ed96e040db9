#include "check/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "check/confidential.hpp"
#include "check/families.hpp"
#include "check/needs.hpp"
#include "check/notebook_rules.hpp"
#include "check/rules.hpp"
#include "check/telling.hpp"
#include "model/fields.hpp"
#include "store/amend.hpp"
#include "store/catalog.hpp"
#include "store/read.hpp"
#include "store/rules.hpp"
#include "yaml/rules.hpp"

namespace cafe::check {

namespace {

// What other software would read in a value concerns nobody while it is no date, number or true/false yet.
void drop_echoes(Findings& found) {
    std::set<std::tuple<std::string, int, int>> wrong;
    for (const Diagnostic& finding : found)
        if (store::rules::says_no_value(*finding.rule))
            wrong.emplace(finding.place.file, finding.place.line, finding.place.column);
    if (wrong.empty()) return;
    std::erase_if(found, [&](const Diagnostic& finding) {
        return finding.rule == &yaml::rule::lookalike &&
               wrong.contains({finding.place.file, finding.place.line, finding.place.column});
    });
}

// The rows of some families, ready to look at one file after the other.
class Inspection {
public:
    Inspection(const Context& context, const std::vector<const Family*>& rows) {
        for (const Family* row : rows) {
            if (row->values != nullptr) values_.push_back({row->concerns, row->values(context)});
            if (row->records != nullptr) records_.push_back({row->concerns, row->records(context)});
        }
    }

    void operator()(const store::Source& source, Findings& found) const {
        Report report(source, found);
        for (const auto& [concerns, look] : records_)
            if (concerns.has(source.ref.kind)) look(source, report);
        if (values_.empty()) return;
        store::walk(source.tree, model::shape_of(source.ref.kind), [&](const store::Met& met) {
            for (const auto& [concerns, look] : values_)
                if (concerns.has(source.ref.kind)) look(met, report);
        });
    }

private:
    std::vector<std::pair<Kinds, Values>> values_;
    std::vector<std::pair<Kinds, Records>> records_;
};

std::vector<const Family*> all_families() {
    std::vector<const Family*> rows;
    for (const Family& row : families()) rows.push_back(&row);
    return rows;
}

// ---- What a change brings in ---------------------------------------------------------------------------------------

// A file on both sides of a change; one that is moved has two names.
struct ChangedFile {
    std::string before;  // empty: a new one
    std::string after;   // empty: it goes
    model::RecordKind kind = model::RecordKind::partner;
};

std::vector<ChangedFile> changed_files(const store::Changes& changes) {
    std::vector<ChangedFile> files;
    for (const store::FileChange& file : changes) {
        const auto ref = store::ref_at(file.path);
        if (!ref || file.before == file.after) continue;
        files.push_back({file.before ? file.path : "", file.after ? file.path : "", ref->kind});
    }
    // A rename is a file that goes and a new one of its kind.
    for (ChangedFile& made : files) {
        if (!made.before.empty()) continue;
        const auto gone = std::find_if(files.begin(), files.end(), [&](const ChangedFile& other) {
            return other.after.empty() && other.kind == made.kind;
        });
        if (gone != files.end()) made.before = gone->before;
    }
    return files;
}

// Which rows look at what: the changed files alone, every file, the book.
struct Scope {
    std::vector<const Family*> near;
    std::vector<const Family*> far;
    std::vector<const Family*> together;
};

Scope scope_of(const std::vector<ChangedFile>& files, const store::Book& before, const store::Book& after) {
    const auto touched = [&](const Kinds& kinds, Touches touches) {
        return std::any_of(files.begin(), files.end(), [&](const ChangedFile& file) {
            if (!kinds.has(file.kind)) return false;
            return touches == nullptr ||
                   touches(store::source_at(before, file.before), store::source_at(after, file.after));
        });
    };
    Scope scope;
    for (const Family& row : families()) {
        if (row.book != nullptr) {
            if (row.refuses && touched(row.concerns, row.touches)) scope.together.push_back(&row);
        } else if (touched(row.reads, row.touches)) {
            scope.far.push_back(&row);
        } else {
            scope.near.push_back(&row);
        }
    }
    return scope;
}

Findings findings_in_scope(const store::Book& book, const std::vector<std::string>& paths, const Scope& scope) {
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    const Context context{book, territory, {}};
    Findings found;
    const std::set<std::string_view> near(paths.begin(), paths.end());
    for (const Diagnostic& finding : book.findings)
        if (near.contains(finding.place.file)) found.push_back(finding);
    const Inspection look(context, scope.near);
    for (const std::string& path : paths)
        if (const store::Source* source = store::source_at(book, path)) look(*source, found);
    if (!scope.far.empty()) {
        const Inspection look_far(context, scope.far);
        for (const auto& source : book.sources) look_far(*source, found);
    }
    for (const Family* row : scope.together) row->book(context, found);
    drop_echoes(found);
    return found;
}

using Trace = std::tuple<const Rule*, std::string, std::string>;  // rule, file, sentence

Trace trace_of(const Diagnostic& finding, const std::map<std::string, std::string>& moved) {
    const auto at = moved.find(finding.place.file);
    return {finding.rule, at == moved.end() ? finding.place.file : at->second, finding.message.fr};
}

// What a change brings into a file whatever it is: a journal, counts that tell too much.
Findings beside_records(const store::Book& book, const store::Changes& changes) {
    Findings found;
    for (const store::FileChange& change : changes) {
        if (!change.after) continue;
        std::map<Trace, int> known;
        if (change.before)
            for (const Diagnostic& finding : check_text(change.path, *change.before, book))
                ++known[trace_of(finding, {})];
        for (Diagnostic& finding : check_text(change.path, *change.after, book))
            if (--known[trace_of(finding, {})] < 0) found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

Findings check(const store::Book& book, const territory::Territory& territory, const Date& today,
               const std::function<void(std::size_t done, std::size_t total)>& progress) {
    Findings found = book.findings;
    const Context context{book, territory, today};
    const Inspection look(context, all_families());
    std::size_t done = 0;
    for (const auto& source : book.sources) {
        look(*source, found);
        if (progress) progress(++done, book.sources.size());
    }
    for (const Family& row : families())
        if (row.book != nullptr) row.book(context, found);
    drop_echoes(found);
    hide_values(HiddenLines(book), found);
    std::sort(found.begin(), found.end(), before);
    return found;
}

Findings brought_in(const store::Book& book, const store::Changes& changes) {
    Findings beside = beside_records(book, changes);
    const std::vector<ChangedFile> files = changed_files(changes);
    if (files.empty()) return beside;
    const store::Book after = store::with_changes(book, changes);
    std::vector<std::string> old_paths;
    std::vector<std::string> new_paths;
    std::map<std::string, std::string> moved;
    for (const ChangedFile& file : files) {
        if (!file.before.empty()) old_paths.push_back(file.before);
        if (!file.after.empty()) new_paths.push_back(file.after);
        if (!file.before.empty() && !file.after.empty()) moved.emplace(file.before, file.after);
    }
    const Scope scope = scope_of(files, book, after);
    Findings found = findings_in_scope(after, new_paths, scope);
    // Only a notebook with something to say is compared with what it was before.
    if (!found.empty()) {
        std::map<Trace, int> known;
        for (const Diagnostic& finding : findings_in_scope(book, old_paths, scope)) ++known[trace_of(finding, moved)];
        std::erase_if(found, [&](const Diagnostic& finding) { return --known[trace_of(finding, {})] >= 0; });
    }
    found.insert(found.end(), beside.begin(), beside.end());
    hide_values(HiddenLines(after), found);
    std::sort(found.begin(), found.end(), before);
    return found;
}

std::vector<facts::Withheld> texts_naming_objectors(const store::Book& book) {
    const TellingCheck telling(book);
    std::vector<facts::Withheld> fields;
    for (const auto& source : book.sources)
        for (facts::Withheld& field : telling.naming_objectors(*source)) fields.push_back(std::move(field));
    return fields;
}

std::span<const Rule* const> all_rules() {
    static const std::vector<const Rule*> all = [] {
        std::vector<const Rule*> listed;
        for (const auto rules_of_room :
             {yaml::rules(), store::reading_rules(), store::rules::all(), rules(), notebook_rules()})
            listed.insert(listed.end(), rules_of_room.begin(), rules_of_room.end());
        std::sort(listed.begin(), listed.end(), [](const Rule* a, const Rule* b) { return a->code < b->code; });
        return listed;
    }();
    return all;
}

}  // namespace cafe::check
