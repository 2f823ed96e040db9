#include "render/nobody.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/release.hpp"
#include "query/elsewhere.hpp"

namespace cafe::render {

namespace {

constexpr Phrase<> nobody_at_all{"Personne dans le carnet ne répond à cela.", "Nobody in the notebook answers that."};
constexpr Phrase<Words, std::string> one_elsewhere{"{} le fait, mais pas à {} : demander sans le lieu pour le voir.",
                                                   "{} does it, but not in {}: ask without the place to see it."};
constexpr Phrase<Words, std::string> many_elsewhere{"{} le font, mais pas à {} : demander sans le lieu pour les voir.",
                                                    "{} do it, but not in {}: ask without the place to see them."};
constexpr Phrase<std::string> nobody_there{"Personne dans le carnet ne couvre {}.",
                                           "Nobody in the notebook serves {}."};
constexpr Phrase<std::string, Words, std::string> served_there{"À {}, {} pour autre chose : {}",
                                                               "In {}, {} for other things: {}"};
constexpr Phrase<std::string, std::string> nearest_is{"Le plus proche : {}, à {} km.", "The nearest: {}, {} km away."};
constexpr Phrase<std::string> to_teach{"Un mot devrait être connu ? cafe teach THÈME \"{}\"",
                                       "Should a word be known? cafe teach THEME \"{}\""};
constexpr Noun partners{"partenaire", "partenaires", "partner", "partners"};

Words served_in(const store::Catalog& catalog, const query::Elsewhere& found) {
    const std::string name = catalog.territory().name(found.place);
    if (found.serving == 0) return nobody_there(name);
    constexpr std::size_t most = 6;
    Words all;
    for (std::size_t i = 0; i < std::min(most, found.families.size()); ++i) {
        const model::Family& family = catalog.vocabulary().families[found.families[i]];
        all.fr += (i == 0 ? "" : ", ") + family.label.fr;
        all.en += (i == 0 ? "" : ", ") + family.label.en;
    }
    if (found.families.size() > most) {
        all.fr += "…";
        all.en += "…";
    }
    const Words partners_there = count(found.serving, partners);
    return Words{served_there(name, partners_there, all.fr).fr, served_there(name, partners_there, all.en).en};
}

Words nearest_of(const store::Catalog& catalog, const query::Elsewhere::Nearest& nearest) {
    const auto partner = facts::release_partner(catalog, nearest.partner, {facts::Reader::own, false});
    if (!partner) return {};
    return nearest_is(utf8::printable((*partner)->name), fmt::format("{:.0f}", nearest.kilometres));
}

}  // namespace

Words nobody() {
    return nobody_at_all();
}

Words nobody_answers(const store::Catalog& catalog, const query::Query& query, const query::MatchOptions& matching) {
    const auto found = query::elsewhere(catalog, query, matching);
    if (!found) return nobody_at_all();
    std::vector<Words> lines{nobody_at_all()};
    if (found->answering > 0) {
        const auto& elsewhere = found->answering == 1 ? one_elsewhere : many_elsewhere;
        lines.push_back(elsewhere(count(found->answering, partners), catalog.territory().name(found->place)));
    }
    if (found->nearest) lines.push_back(nearest_of(catalog, *found->nearest));
    lines.push_back(served_in(catalog, *found));
    Words all;
    for (const Words& line : lines) {
        if (line.fr.empty()) continue;
        all.fr += (all.fr.empty() ? "" : "\n") + line.fr;
        all.en += (all.en.empty() ? "" : "\n") + line.en;
    }
    return all;
}

Words teaching(const query::Query& query) {
    std::vector<std::string> unknown;
    for (const query::Clue& clue : query.clues)
        if (clue.kind == query::Clue::Kind::text) unknown.push_back(utf8::printable(clue.asked));
    return unknown.empty() ? Words{} : to_teach(text::join(unknown, " "));
}

}  // namespace cafe::render
