#include "check/families.hpp"

#include <array>
#include <memory>

#include "check/areas.hpp"
#include "check/confidential.hpp"
#include "check/fields.hpp"
#include "check/mappings.hpp"
#include "check/places.hpp"
#include "check/queries.hpp"
#include "check/references.hpp"
#include "check/telling.hpp"
#include "check/together.hpp"
#include "check/upkeep.hpp"
#include "check/vocabulary.hpp"
#include "facts/secrets.hpp"

namespace cafe::check {

namespace {

using model::RecordKind;

constexpr Kinds all = Kinds::all();
constexpr Kinds words{RecordKind::themes, RecordKind::publics, RecordKind::kinds};
constexpr Kinds of_queries{RecordKind::settings, RecordKind::territory, RecordKind::themes,  RecordKind::publics,
                           RecordKind::kinds,    RecordKind::acronyms,  RecordKind::partner, RecordKind::person,
                           RecordKind::cafe,     RecordKind::meeting};
constexpr Kinds with_ids{RecordKind::partner, RecordKind::person, RecordKind::cafe, RecordKind::meeting};
// An erased record is still named by those that met it.
constexpr Kinds named{RecordKind::partner, RecordKind::person, RecordKind::cafe, RecordKind::meeting,
                      RecordKind::forgotten};
constexpr Kinds places{RecordKind::settings, RecordKind::territory};

// A check of values that keeps what it looked up, alive as long as what calls it.
template <class Check, class... Known>
Values kept(Known&&... known) {
    const auto check = std::make_shared<Check>(std::forward<Known>(known)...);
    return [check](const store::Met& met, Report& report) {
        if (met.field != nullptr) check->value(met, report);
    };
}

bool has_id(const store::Source& source) {
    return with_ids.has(source.ref.kind);
}

// What pointed to a record that goes points to nothing; so does a drawn id that the list of erasures no longer has.
bool goes_or_forgets(const store::Source* before, const store::Source* after) {
    return after == nullptr || (before != nullptr && after->ref.kind == RecordKind::forgotten);
}

// Words and areas may change with any change of their files; of other records a query knows only that they are there.
bool goes_or_means(const store::Source* before, const store::Source* after) {
    return after == nullptr || before == nullptr || !has_id(*after);
}

const std::array list{
    Family{.name = "fields",
           .concerns = all,
           .values =
               [](const Context&) {
                   return Values([](const store::Met& met, Report& report) {
                       if (met.field != nullptr) check_value(met, report);
                   });
               },
           .records =
               [](const Context&) {
                   return Records([](const store::Source& source, Report& report) {
                       check_part({source.tree, model::shape_of(source.ref.kind)}, report);
                       check_accents(source, report);
                   });
               }},
    Family{.name = "prose",
           .concerns = all,
           .values =
               [](const Context& context) {
                   const auto check = std::make_shared<const TellingCheck>(context.book);
                   return Values([check](const store::Met& met, Report& report) { check->value(met, report); });
               }},
    Family{.name = "words",
           .concerns = all,
           .reads = words,
           .values = [](const Context& context) { return kept<TermCheck>(context.book.vocabulary); }},
    Family{.name = "queries",
           .concerns = all,
           .reads = of_queries,
           .touches = goes_or_means,
           .values = [](const Context& context) { return kept<QueryCheck>(context.book); }},
    Family{.name = "references",
           .concerns = all,
           .reads = named,
           .touches = goes_or_forgets,
           .values = [](const Context& context) { return kept<ReferenceCheck>(context.book); }},
    Family{.name = "areas",
           .concerns = all,
           .reads = places,
           .values = [](const Context& context) { return kept<AreaCheck>(context.territory); }},
    Family{.name = "secrets",
           .concerns = all,
           .reads = {RecordKind::partner},
           .touches = touches_secrets,
           .records =
               [](const Context& context) {
                   const auto secrets = std::make_shared<const facts::Secrets>(context.book.partners);
                   return Records([secrets](const store::Source& source, Report& report) {
                       check_told(*secrets, source, report);
                   });
               }},
    Family{.name = "mappings",
           .concerns = {RecordKind::mapping},
           .records = [](const Context&) { return Records(check_mapping); }},
    Family{.name = "parents",
           .concerns = {RecordKind::partner},
           .touches = moves_parent,
           .book = [](const Context& context, Findings& found) { check_parents(context.book, found); }},
    Family{.name = "names of meetings",
           .concerns = {RecordKind::meeting},
           .book = [](const Context& context, Findings& found) { check_meeting_names(context.book, found); },
           .refuses = false},
    Family{
        .name = "areas of the notebook",
        .concerns = places,
        .book = [](const Context& context, Findings& found) { check_setup(context.book, context.territory, found); }},
    Family{.name = "free places",
           .concerns = {RecordKind::partner},
           .records =
               [](const Context&) {
                   return Records(
                       [](const store::Source& source, Report& report) { check_free_places(source, report); });
               }},
    Family{.name = "counts of places",
           .concerns = {RecordKind::partner, RecordKind::settings},
           .book = [](const Context& context, Findings& found) { check_counts(context.book, context.today, found); },
           .refuses = false},
    Family{.name = "upkeep",
           .concerns = {RecordKind::partner, RecordKind::settings},
           .book = [](const Context& context, Findings& found) { check_upkeep(context.book, context.today, found); },
           .refuses = false},
    Family{.name = "twins",
           .concerns = {RecordKind::partner, RecordKind::person},
           .book = [](const Context& context, Findings& found) { check_twins(context.book, found); },
           .refuses = false},
    Family{.name = "functions",
           .concerns = {RecordKind::partner, RecordKind::person},
           .book = [](const Context& context, Findings& found) { check_functions(context.book, found); },
           .refuses = false},
    Family{.name = "meetings",
           .concerns = {RecordKind::meeting, RecordKind::cafe, RecordKind::partner, RecordKind::settings},
           .book = [](const Context& context, Findings& found) { check_meetings(context.book, context.today, found); },
           .refuses = false},
    Family{.name = "information",
           .concerns = {RecordKind::person},
           .book = [](const Context& context, Findings& found) { check_informed(context.book, found); },
           .refuses = false},
    Family{.name = "objections",
           .concerns = {RecordKind::person, RecordKind::meeting},
           .book = [](const Context& context, Findings& found) { check_objections(context.book, found); },
           .refuses = false},
};

}  // namespace

std::span<const Family> families() {
    return list;
}

}  // namespace cafe::check
