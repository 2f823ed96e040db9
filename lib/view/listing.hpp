// What of each fiche a reader meets in lists, and the parts that several pages of a directory share.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "facts/release.hpp"
#include "facts/serves.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// For whom, on which day, in which language a directory is made.
struct Edition {
    const store::Catalog& catalog;
    facts::Reader reader = facts::Reader::everyone;
    Date today;
    Lang lang = Lang::fr;
};

/// A fiche as lists show it: released words only.
struct Listing {
    std::string id;
    std::string name;
    std::string kicker;  ///< its kind and acronym
    std::string summary;
    std::string mark;                        ///< « interrompu jusqu'au … », else empty
    std::vector<std::string> themes;         ///< of the fiche and its services, as stated
    std::vector<std::size_t> families;       ///< of these themes, positions in the vocabulary, each once
    std::vector<std::string> publics;        ///< of the fiche and its services, as stated, each once
    std::string phone;                       ///< as written; empty when none is for this reader
    std::string commune;                     ///< of its address
    std::string areas;                       ///< "Fumel", "Fumel, Agen + 3"
    std::vector<territory::AreaRef> served;  ///< by the fiche or one of its services, each once
    std::optional<territory::AreaRef> home;  ///< the commune of its address
    std::vector<territory::AreaRef> desks;   ///< communes where it receives people elsewhere
    std::string checked;                     ///< « Vérifiée le 6 novembre 2026 »
};

/// A service as an answer to words of need.
struct Answer {
    std::string situation;            ///< as written: "commandement de payer"
    std::size_t listing = 0;          ///< position in `listings`
    std::vector<std::string> themes;  ///< of the service, or of its fiche
    std::string phone;
    std::string delay;
    std::string where;  ///< the service's areas when they are narrower than a département, else empty
};

/// Somebody who serves an area, as `facts::reach` says it.
struct Server {
    std::size_t listing = 0;  ///< position in `listings`
    facts::ServedBy by;
};

/// Why something is not in a directory, for the word on stderr.
struct LeftOut {
    std::size_t not_for_reader = 0;  ///< fiches whose audience is narrower
    std::size_t closed = 0;          ///< fiches of which only a page that says so is left
    std::size_t malformed = 0;       ///< fiches whose file name is no id, so that no page can be named after it
    std::size_t confidential = 0;    ///< fiches that are in, without their address
    std::size_t objections = 0;      ///< functions of people who object to being listed
};

/// All that the pages of an edition are made from. Listings by folded name, then id.
struct Directory {
    Edition edition;
    std::vector<Listing> listings{};
    std::vector<facts::Released<model::Partner>> fiches{};  ///< of each listing, in the same order; without their trees
    /// Those that have closed: their page says so, and nothing else knows them. In the order of their ids.
    std::vector<facts::Released<model::Partner>> closed{};
    std::vector<Answer> answers{};
    std::vector<std::string>
        themes{};  ///< those that have a page: families and themes somebody states, vocabulary order
    std::map<territory::AreaRef, std::string> areas{};  ///< those that have a page, with its key
    std::vector<std::string> publics{};  ///< those that have a page: what somebody states, vocabulary order
    LeftOut left_out{};

    // Positions, in order: of listings by id; of the listings and the answers that answer for a theme or a family.
    std::map<std::string, std::size_t, std::less<>> by_id{};
    std::map<std::string, std::vector<std::size_t>, std::less<>> listings_by_theme{};
    std::map<std::string, std::vector<std::size_t>, std::less<>> answers_by_theme{};
    std::map<std::string, std::vector<std::size_t>, std::less<>> listings_by_public{};
    std::map<territory::AreaRef, std::vector<Server>> servers{};  ///< of each area that has a page
    /// For maps: of each area that has a page or is served, and of the communes of the notebook's départements, where
    /// the outline is known.
    std::map<territory::AreaRef, territory::Outline> outlines{};
    std::vector<Map::Shape> ground{};  ///< what lies below on every fiche's map: the notebook's départements

    /// Empty when it is not known.
    [[nodiscard]] const territory::Outline& outline(const territory::AreaRef& area) const;
    [[nodiscard]] const Listing* find(std::string_view id) const;
    [[nodiscard]] bool has_theme(std::string_view id) const;
    [[nodiscard]] bool has_public(std::string_view id) const;
    /// Those who serve an area that has a page, wholly or in part.
    [[nodiscard]] const std::vector<Server>& serving(const territory::AreaRef& area) const;
    [[nodiscard]] std::vector<const Listing*> for_theme(std::string_view id) const;
    [[nodiscard]] std::vector<const Answer*> answers_for(std::string_view theme) const;
};

// Parts that several pages share.
/// What the directory is called: the title that it is published under, else the network's name.
std::string title_of(const model::Settings& settings);
/// « Édition des partenaires : ne pas diffuser »; empty for the public edition.
std::string warning_of(facts::Reader reader, Lang lang);
std::string theme_label(const Directory& directory, std::string_view theme);
std::string area_name(const Directory& directory, const territory::AreaRef& area);
std::string public_label(const Directory& directory, std::string_view id);
Card card(const Directory& directory, const Listing& listing);
/// The areas that a matrix has rows for, by name: the intercommunalities of the notebook's départements and those that
/// somebody serves elsewhere, where there are two or more; else the network's own; else the communes, at most 40.
std::vector<territory::AreaRef> matrix_areas(const Directory& directory);
/// What a partner is to an area: at home there, with a desk there, or serving it (wholly, in part).
enum class Presence { none, part, serves, desk, home };
Presence presence(const Directory& directory, const Listing& listing, const facts::ServedBy& by,
                  const territory::AreaRef& area);
/// One tag for each family of a fiche, linked to its page.
std::vector<Tag> family_tags(const Directory& directory, const Listing& listing);
/// The area's name, linked when it has a page.
Text area_link(const Directory& directory, const territory::AreaRef& area);
/// Cards of the first sixty, then a line each behind a word: nobody reads a page of two thousand.
std::vector<Block> cards(const Directory& directory, const std::vector<const Listing*>& listings);
/// The same of lines: beyond the first sixty behind a word.
std::vector<Block> lines_of(std::vector<Text> entries, Lang lang);
/// The first page with its search asked: in words, or filtered by a family of themes and an area's key; each may be
/// empty.
PageRef search_for(const std::string& words, const std::string& family, const std::string& area);
/// « Vérifiée le 6 novembre 2026 »; « À revérifier (…) » where it is due again; « Jamais vérifiée ».
std::string checked_in_words(const Edition& edition, const model::Partner& partner);
/// The same of a day, for those who put it in later.
Words checked_on(const std::string& day);
Words check_again(const std::string& day);
Words never_checked();
/// Name and telephone, for short lists.
Text short_entry(const Listing& listing);
/// Its kind and acronym, once where they are the same word.
std::string kind_and_name(const Edition& edition, const model::Partner& partner);
/// Suspension in a few words, empty for a fiche that is active on this day.
std::string suspension_mark(const model::Partner& partner, const Date& today, Lang lang);
/// Name, street and commune of a room, those that are known.
Text venue_line(const model::Venue& venue);
/// "12 partenaires" / "12 partners".
std::string how_many(std::size_t partners, Lang lang);

}  // namespace cafe::view
