// What `forget` tells: what is left in texts, to whom it was handed, how git's history is purged, what nobody reaches.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "edit/forget.hpp"
#include "render/json.hpp"
#include "store/catalog.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// What is told of an erasure, worked out before anything is written.
struct Aftermath {
    std::vector<edit::Left> left;  ///< in records and other files
    std::vector<edit::Handed> handed;
    std::vector<std::string> alone;      ///< people of an erased partner who stand in no other fiche
    std::vector<std::string> published;  ///< folders of publications beneath the notebook
    std::vector<std::string> recipe;     ///< empty outside of a repository
};

/// Other files beneath the notebook that speak of the record, and publications there.
Result<Done> look_around(World& world, const std::string& root, const facts::KnownBy& known, Aftermath& told);

/// The commands for git's history, of this clone.
Result<std::vector<std::string>> recipe_of(World& world, const store::Book& book, const store::Ref& ref,
                                           const facts::KnownBy& known, const std::string& drawn);

/// As lines for people, under headings.
std::vector<Words> lines_of(const store::Catalog& catalog, const Aftermath& told);
/// As members of the JSON document.
std::vector<std::pair<std::string, render::Json>> members_of(const Aftermath& told, Lang lang);

/// "café de Fumel, 6 novembre 2026 : fiche ccas-fumel remise à 5 personnes".
Words in_words(const store::Catalog& catalog, const edit::Handed& handed);

}  // namespace cafe::cmd
