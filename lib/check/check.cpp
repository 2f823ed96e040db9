#include "check/check.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "check/areas.hpp"
#include "check/confidential.hpp"
#include "check/fields.hpp"
#include "check/notebook_rules.hpp"
#include "check/queries.hpp"
#include "check/references.hpp"
#include "check/rules.hpp"
#include "check/telling.hpp"
#include "check/together.hpp"
#include "check/upkeep.hpp"
#include "check/vocabulary.hpp"
#include "model/fields.hpp"
#include "store/rules.hpp"
#include "yaml/rules.hpp"

namespace cafe::check {

namespace {

// What other software would read in a value concerns nobody while it is no date, number or true/false yet.
void drop_echoes(Findings& found) {
    std::set<std::tuple<std::string, int, int>> wrong;
    for (const Diagnostic& finding : found)
        if (finding.rule->code == "E101" || finding.rule->code == "E102" || finding.rule->code == "E103" ||
            finding.rule->code == "E104")
            wrong.emplace(finding.place.file, finding.place.line, finding.place.column);
    if (wrong.empty()) return;
    std::erase_if(found, [&](const Diagnostic& finding) {
        return finding.rule->code == "H002" &&
               wrong.contains({finding.place.file, finding.place.line, finding.place.column});
    });
}

}  // namespace

Findings check(const store::Book& book, const territory::Territory& territory, const Date& today,
               const std::function<void(std::size_t done, std::size_t total)>& progress) {
    Findings found = book.findings;
    TermCheck terms(book.vocabulary);
    ReferenceCheck references(book);
    AreaCheck areas(territory);
    QueryCheck queries(book);
    const TellingCheck telling(book);
    std::size_t done = 0;
    for (const auto& source : book.sources) {
        Report report(*source, found);
        const model::Shape& shape = model::shape_of(source->ref.kind);
        check_part({source->tree, shape}, report);
        check_accents(*source, report);
        store::walk(source->tree, shape, [&](const store::Met& met) {
            telling.value(met, report);
            if (met.field == nullptr) return;
            check_value(met, report);
            terms.value(met, report);
            queries.value(met, report);
            references.value(met, report);
            areas.value(met, report);
        });
        if (progress) progress(++done, book.sources.size());
    }
    check_parents(book, found);
    check_meeting_names(book, found);
    check_setup(book, territory, found);
    check_upkeep(book, today, found);
    check_twins(book, found);
    check_functions(book, found);
    check_meetings(book, today, found);
    check_objections(book, found);
    check_told_streets(book, found);
    drop_echoes(found);
    hide_values(HiddenLines(book), found);
    std::sort(found.begin(), found.end(), before);
    return found;
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
