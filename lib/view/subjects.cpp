#include "view/subjects.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "model/kind.hpp"

namespace cafe::view {

using model::VocabularyKind;
using territory::AreaKind;

namespace {

// The kinds of record that a Catalog has a list of and `list_of` a table for; another kind has no list until it is
// here.
constexpr std::array listed{model::RecordKind::partner, model::RecordKind::person, model::RecordKind::cafe,
                            model::RecordKind::meeting};

// Those kinds, by the names of their rows.
std::vector<Subject> records() {
    std::vector<Subject> all;
    for (const model::Kind& kind : model::kinds()) {
        if (std::find(listed.begin(), listed.end(), kind.kind) == listed.end()) continue;
        Subject subject{.names = {kind.folder}, .record = kind.kind};
        for (const std::string_view name : kind.names)
            if (!name.empty()) subject.names.push_back(name);
        all.push_back(std::move(subject));
    }
    return all;
}

std::vector<Subject> vocabularies_and_areas() {
    return {
        {.names = {"themes", "theme", "thèmes", "thème", "thématiques", "thématique"},
         .vocabulary = VocabularyKind::themes},
        {.names = {"publics", "public"}, .vocabulary = VocabularyKind::publics},
        {.names = {"kinds", "kind", "genres", "genre", "types", "type"}, .vocabulary = VocabularyKind::kinds},
        {.names = {"acronyms", "acronym", "sigles", "sigle"}, .acronyms = true},
        {.names = {"areas", "area", "territoires", "territoire", "territories", "zones", "zone"}, .all_areas = true},
        {.names = {"communes", "commune", "municipalities", "municipality"}, .areas = AreaKind::commune},
        {.names = {"epci", "epcis", "intercommunalités", "intercommunalité", "intercommunalities"},
         .areas = AreaKind::epci},
        {.names = {"departements", "departement", "départements", "département", "departments", "department"},
         .areas = AreaKind::departement},
    };
}

}  // namespace

std::span<const Subject> subjects() {
    static const std::vector<Subject> all = [] {
        std::vector<Subject> made = records();
        for (Subject& subject : vocabularies_and_areas()) made.push_back(std::move(subject));
        return made;
    }();
    return all;
}

const Subject* subject_called(std::string_view word) {
    const std::string folded = fold::text(word);
    for (const Subject& subject : subjects())
        if (std::any_of(subject.names.begin(), subject.names.end(),
                        [&](std::string_view name) { return fold::text(name) == folded; }))
            return &subject;
    return nullptr;
}

std::optional<std::string> nearest_subject(std::string_view word) {
    std::vector<std::string> names;
    for (const Subject& subject : subjects()) names.insert(names.end(), subject.names.begin(), subject.names.end());
    return text::nearest(word, names);
}

}  // namespace cafe::view
