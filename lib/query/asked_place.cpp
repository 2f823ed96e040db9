#include "query/asked_place.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.hpp"
#include "territory/tables.hpp"

namespace cafe::query {

namespace {

constexpr Phrase<std::string> unknown_place{"lieu inconnu : « {} »", "unknown place: '{}'"};
constexpr Phrase<std::string> try_again{"essayer : {}", "try: {}"};
constexpr Phrase<> name_it{"l'écrire en entier, avec le département : \"Brax (47)\"",
                           "write it in full, with its département: \"Brax (47)\""};

}  // namespace

bool is_of_notebook(const territory::AreaRef& area, const store::Catalog& catalog) {
    const auto& departments = catalog.settings().departments;
    return area.kind == territory::AreaKind::own || area.kind == territory::AreaKind::quarter ||
           std::any_of(departments.begin(), departments.end(), [&](const std::string& code) {
               return catalog.territory().touches({territory::AreaKind::departement, "dep:" + code}, area);
           });
}

Error area_error(std::string_view asked, const territory::Unresolved& unresolved,
                 const std::function<std::string(const std::string&)>& retry) {
    const std::string shown = utf8::printable(asked);
    Words message = unresolved.candidates.empty() ? unknown_place(shown) : territory::explain(shown, unresolved);
    if (unresolved.candidates.empty()) return Error{ErrorKind::usage, std::move(message), name_it()};
    const territory::Candidate& first = unresolved.candidates.front();
    const bool ambiguous = unresolved.why == territory::Unresolved::Why::ambiguous;
    return Error{ErrorKind::usage, std::move(message), try_again(retry(ambiguous ? first.how : first.name))};
}

bool is_village(const territory::AreaRef& area) {
    constexpr std::uint32_t town = 10'000;  // people
    if (area.kind != territory::AreaKind::commune) return false;
    const auto row = territory::tables::find_commune(area.code.substr(area.code.find(':') + 1));
    return row && territory::tables::commune(*row).population.value_or(0) < town;
}

}  // namespace cafe::query
