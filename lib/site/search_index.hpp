// What the page's search knows of words: which fiches say each of them, and which answer for what words may mean.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "query/lexicon.hpp"
#include "view/directory.hpp"

namespace cafe::site {

/// A published fiche as the search numbers it: it has a slot as a whole, and its services have those behind it.
struct Shown {
    const view::Listing* listing = nullptr;
    const model::Partner* partner = nullptr;
    const store::PartnerEntry* entry = nullptr;
    std::vector<std::size_t> services;  ///< positions of those offered on the day of the edition
    std::size_t slot = 0;
};
/// In the order of the listings. They live as long as the directory.
std::vector<Shown> shown_fiches(const view::Directory& directory);

/// Lists of slots are `Postings`, and lists of words `Lines` (search_codes.hpp).
struct SearchIndex {
    /// A theme, a public or a kind of organisation.
    struct Sense {
        query::MeaningKind kind = query::MeaningKind::theme;
        std::string id;
        std::string slots;   ///< of who answers for it, each with the letter of a class
        std::string others;  ///< of a theme: slots of services that do not answer and say another word for it
    };
    std::vector<Sense> senses;  ///< those with most phrases first: their numbers are short
    std::string anybody;        ///< slots of those who are there for any public, as in a sense
    std::string undecided;      ///< slots of services that say no themes of their own, likewise
    /// How surely a fiche answers, and how near to doing it that is said (query::value_of): behind each letter.
    std::vector<std::pair<double, double>> classes;
    /// Each phrase with what it may mean: a letter for how broad it is, a sense.
    std::string phrases;
    /// What may be asked of a theme, in light stems without little words, with the slots that say it: A in some text,
    /// B in what a person in need says, C in what tells a need otherwise. Of one word those of the A stand in `words`.
    std::string sayings;
    /// Words of the vocabularies that are acronyms whatever they mean: they are looked up as they are alone.
    std::vector<std::string> acronyms;
    /// Each word with the slots that say it; the letters are what it weighs there, in halves.
    std::string words;
    /// In the order of the fiches shown: how many words each has, one said in its services too counting there again.
    std::vector<std::size_t> lengths;
};
/// Released words only: what a reader of the edition may not see is not found.
SearchIndex search_index(const view::Directory& directory, const std::vector<Shown>& shown);

}  // namespace cafe::site
