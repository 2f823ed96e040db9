#include "view/glossary.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> title{"Glossaire", "Glossary"};
constexpr Phrase<> lead{"Les sigles qui se disent autour de la table, en toutes lettres.",
                        "The acronyms that are said around the table, spelled out."};

}  // namespace

Page glossary_page(const Directory& directory) {
    Page page;
    page.self = {PageKind::glossary, ""};
    page.lang = directory.edition.lang;
    page.title = title().in(page.lang);
    page.lead = lead().in(page.lang);
    page.description = page.lead;
    std::vector<std::pair<std::string, const model::Acronym*>> sorted;
    for (const model::Acronym& acronym : directory.edition.catalog.vocabulary().acronyms)
        sorted.emplace_back(fold::text(acronym.letters), &acronym);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string initial;
    Facts facts;
    const auto close = [&] {
        if (facts.rows.empty()) return;
        Section section;
        section.title = initial;
        section.blocks.push_back({std::exchange(facts, {})});
        page.body.push_back({std::move(section)});
    };
    for (const auto& [folded, acronym] : sorted) {
        if (folded.empty()) continue;
        std::string first(1, ascii::is_lower(folded.front()) ? ascii::upper(folded.front()) : '#');
        if (first != initial) {
            close();
            initial = std::move(first);
        }
        facts.rows.emplace_back(acronym->letters, plain(acronym->meaning));
    }
    close();
    return page;
}

}  // namespace cafe::view
