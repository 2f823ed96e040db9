// Words that say nothing by themselves: the little words of both languages, and those that deny or join.
#pragma once

#include <string_view>

// All take folded words (cafe::fold): « l' » is "l", « à » is "a".
namespace cafe::query {

/// Articles, pronouns, prepositions, auxiliaries and the verbs of asking ("who handles", « qui s'occupe de »). They
/// are never looked for and never required.
bool is_little(std::string_view folded);

/// « sans », « ni », "without", "no": the words right behind are denied.
bool denies(std::string_view folded);
/// « pas », « plus », « jamais », « aucun », "not": the words behind their « de » are denied, or right behind "not".
bool denies_with_de(std::string_view folded);

/// « dossier », « référent », « urgence »: a theme by itself, and beside another need hardly more than a hint.
bool is_vague(std::string_view folded);

/// A public that most people belong to in some years of their life, by its id: it tells for whom, not for what.
bool is_anybody(std::string_view public_id);

/// A word that is also the name of a commune or a département: « cours », « nord ». Written small it is the word.
bool is_also_a_place(std::string_view folded);

/// Whether a text as typed has an accented letter that a name is written without: « Marché » is no "La Marche". Who
/// types leaves accents out, and adds none.
bool has_other_accents(std::string_view typed, std::string_view name);

/// « à », "in", « vers »: what follows may be a place.
bool leads_to_place(std::string_view folded);
/// « près », « autour », "near", "around": a place follows, and its surroundings count.
bool is_function(std::string_view folded);         ///< « directrice », "manager"
bool leads_a_house(std::string_view folded);       ///< of functions, those that one asks for as the head of a house
bool asks_for_successor(std::string_view folded);  ///< « remplace », « successeur »
bool is_title(std::string_view folded);            ///< « Mme », "Dr"
bool means_near(std::string_view folded);

}  // namespace cafe::query
