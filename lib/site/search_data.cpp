#include "site/search_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>

#include "base/fold.hpp"
#include "calendar/open_week.hpp"
#include "model/values.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"
#include "query/word_lists.hpp"
#include "render/typography.hpp"
#include "site/answer_data.hpp"
#include "site/sayings_data.hpp"
#include "site/search_codes.hpp"
#include "site/search_index.hpp"
#include "site/word_filter.hpp"
#include "territory/tables.hpp"
#include "view/meetings.hpp"
#include "view/wording.hpp"

namespace cafe::site {

namespace {

using model::VocabularyKind;
using query::MeaningKind;
using territory::AreaKind;
using territory::AreaRef;

constexpr unsigned bits_of_elsewhere = 5;

// More communes than this are not all listed: a notebook of a whole région.
constexpr std::size_t most_communes = 1500;

constexpr Phrase<> filter_by{"Filtrer", "Filter"};
constexpr Phrase<> any_theme{"Tous les thèmes", "All topics"};
constexpr Phrase<> any_area{"Tous les territoires", "All areas"};
constexpr Phrase<> any_public{"Tous les publics", "All publics"};
constexpr Phrase<> open_now{"Ouvert maintenant", "Open now"};
constexpr Phrase<> group_communes{"Communes", "Communes"};
constexpr Phrase<> group_wider{"Secteurs et intercommunalités", "Wider areas"};
constexpr Phrase<> answers_are{"Réponses", "Answers"};
constexpr Phrase<> one_partner{"1 partenaire", "1 partner"};
constexpr Phrase<> partners_are{"# partenaires", "# partners"};
constexpr Phrase<> none_found{"Aucun partenaire de ce carnet : essayez un autre mot",
                              "No partner in this notebook: try another word"};
constexpr Phrase<> none_with_filters{"Aucun avec ces filtres, # sans filtre", "None with these filters, # without"};
constexpr Phrase<> show_more{"Afficher la suite (#)", "Show more (#)"};
constexpr Phrase<> read_instead{"Lu : « # »", "Read as: “#”"};
constexpr Phrase<> remove{"Retirer : #", "Remove: #"};
constexpr Phrase<> clear_all{"Tout effacer", "Clear all"};
constexpr Phrase<> keep{"Retenir", "Keep"};
constexpr Phrase<> kept{"Retenus : #", "Kept: #"};
constexpr Phrase<> write_together{"Leur écrire", "Write to them"};
constexpr Phrase<> without_mail{"# sans adresse électronique", "# without an e-mail address"};
constexpr Phrase<> give_back{"Tout rendre", "Keep none"};
constexpr Phrase<> meetings_are{"Réunions", "Meetings"};
constexpr Phrase<> emergency{"En urgence", "In an emergency"};
constexpr Phrase<> hand_over{"À remettre", "To hand over"};
constexpr Phrase<> searching{"Recherche…", "Searching…"};
constexpr Phrase<> no_search{"La recherche n’a pas pu être chargée, les filtres restent",
                             "The search could not be loaded, the filters remain"};

class Writer {
public:
    explicit Writer(const view::Directory& directory)
        : directory_(directory),
          catalog_(directory.edition.catalog),
          shown_(shown_fiches(directory)),
          index_(search_index(directory, shown_)) {}

    [[nodiscard]] std::string answers() const { return answer_data(directory_, shown_, index_, order_); }
    [[nodiscard]] std::string sayings() const {
        return sayings_data(directory_, index_, listed(shown_, [&](const Shown& shown) {
                                return site::quoted(joined(held_at(*shown.partner)));
                            }));
    }
    [[nodiscard]] std::string places() const {
        return fmt::format("PLACES={{\"f\":{}}};\n", site::quoted(word_filter(elsewhere(), bits_of_elsewhere)));
    }

    std::string write() {
        collect_areas();
        std::string out = "CAFE={";
        const auto add = [&](std::string_view key, const std::string& value) {
            if (out.back() != '{') out += ",\n";
            out += fmt::format("\"{}\":{}", key, value);
        };
        add("y", R"([["enfants",0,17],["jeunes",12,25],["seniors",60,199]])");
        add("c", listed(index_.classes,
                        [](const auto& each) { return fmt::format("[{:.3f},{:.2f}]", each.first, each.second); }));
        add("m", senses());
        add("b", site::quoted(index_.anybody));
        add("d", site::quoted(index_.undecided));
        const Paired phrases = paired(index_.phrases);
        add("x", site::quoted(phrases.pairs));
        add("p", site::quoted(phrases.text));
        add("z", serving_areas());
        const std::string areas = areas_written();  // fills `groups_`
        add("n", std::to_string(wide_));
        add("g", texts(groups_.list()));
        add("a", areas);
        add("l", words());
        add("u", emergencies());
        add("t", family_labels());
        add("q", labels(VocabularyKind::publics, publics_));
        add("h", hours_written());
        const std::string partners = partners_written();  // fills `kinds_`, `sides_` and `checks_`
        add("k", kind_labels());
        add("s", texts(sides_.list()));
        add("o", texts(checks_.list()));
        add("v", acronyms_written());
        add("f", partners);
        add("i", site::quoted(index_.words));
        return out + "};\n";
    }

private:
    // ---- Words ----------------------------------------------------------------------------------------------------

    // Of each its kind, its family, who answers for it.
    [[nodiscard]] std::string senses() const {
        return listed(index_.senses, [&](const SearchIndex::Sense& sense) {
            const std::string_view kind = sense.kind == MeaningKind::theme  ? "t"
                                          : sense.kind == MeaningKind::kind ? "k"
                                                                            : "p";
            const std::string others = sense.others.empty() ? "" : fmt::format(",\"{}\"", sense.others);
            return fmt::format("[\"{}\",{},\"{}\"{}]", kind, family_of(sense), sense.slots, others);
        });
    }

    // Of a theme the place of its family, -1 when it has none; of others their id.
    [[nodiscard]] std::string family_of(const SearchIndex::Sense& sense) const {
        if (sense.kind != MeaningKind::theme) return site::quoted(sense.id);
        const model::Family* family = catalog_.vocabulary().family_of(sense.id);
        if (family == nullptr || family->id == sense.id) return "-1";
        const auto& senses = index_.senses;
        const auto at = std::find_if(senses.begin(), senses.end(), [&](const SearchIndex::Sense& other) {
            return other.kind == MeaningKind::theme && other.id == family->id;
        });
        return at == senses.end() ? "-1" : std::to_string(at - senses.begin());
    }

    // ---- Areas ----------------------------------------------------------------------------------------------------

    void collect_areas() {
        for (const auto& [area, key] : directory_.areas) areas_.emplace(area, 0);
        const territory::Territory& territory = catalog_.territory();
        std::vector<AreaRef> communes;
        for (const std::string& code : catalog_.settings().departments) {
            const auto here = territory.communes_of({AreaKind::departement, "dep:" + code});
            communes.insert(communes.end(), here.begin(), here.end());
        }
        if (communes.size() <= most_communes)
            for (const AreaRef& commune : communes) areas_.emplace(commune, 0);
        // As they are offered to be picked: wider ones, then communes and quarters, by name.
        std::vector<std::tuple<bool, std::string, std::string, AreaKind>> order;
        for (const auto& [area, at] : areas_)
            order.emplace_back(is_small(area), fold::text(territory.name(area)), area.code, area.kind);
        std::sort(order.begin(), order.end());
        for (const auto& [small, name, code, kind] : order) order_.push_back({kind, code});
        for (std::size_t i = 0; i < order_.size(); ++i) areas_[order_[i]] = i;
        wide_ = static_cast<std::size_t>(
            std::count_if(order_.begin(), order_.end(), [](const AreaRef& area) { return !is_small(area); }));
        const auto collect = [&](const std::vector<AreaRef>& served) {
            for (const AreaRef& area : served)
                if (serving_at_.try_emplace(area, serving_.size()).second) serving_.push_back(area);
        };
        for (const Shown& shown : shown_) {
            collect(shown.entry->areas);
            for (const std::size_t service : shown.services) collect(shown.entry->service_areas[service]);
        }
    }

    // By its place among the areas, or -1; and how narrow it is, in hundredths (query::Fiche::specificity).
    [[nodiscard]] std::string serving_areas() const {
        return listed(serving_, [&](const AreaRef& area) {
            const auto at = areas_.find(area);
            const auto communes = static_cast<double>(std::max<std::size_t>(catalog_.territory().size(area), 1));
            const auto narrow = std::lround(100 * std::max(0.05, 0.98 - std::log(communes) / 11));
            return fmt::format("[{},{}]", at == areas_.end() ? -1 : static_cast<long>(at->second), narrow);
        });
    }

    // A text as it is shown.
    [[nodiscard]] std::string set(std::string_view text) const {
        const Lang lang = directory_.edition.lang;
        std::string words = render::typeset(plain_text(text), lang);
        return lang == Lang::fr ? render::with_apostrophes(std::move(words)) : words;
    }

    static bool is_small(const AreaRef& area) {
        return area.kind == AreaKind::commune || area.kind == AreaKind::quarter;
    }

    // Its names, its page, and which serving areas hold it or a part of it, by the place of these two lists among
    // `groups_`.
    std::string areas_written() {
        const territory::Territory& territory = catalog_.territory();
        return listed(order_, [&](const AreaRef& area) {
            std::vector<std::size_t> inside;
            std::vector<std::size_t> part;
            for (std::size_t i = 0; i < serving_.size(); ++i) {
                if (territory.contains(serving_[i], area))
                    inside.push_back(i);
                else if (territory.touches(serving_[i], area))
                    part.push_back(i);
            }
            const auto page = directory_.areas.find(area);
            std::vector<std::string> names = other_names(area);
            names.insert(names.begin(), set(territory.name(area)));
            return site::quoted(fmt::format("{}|{}|{}", joined(names),
                                            page == directory_.areas.end() ? "" : page->second,
                                            groups_.place(joined(inside) + ";" + joined(part))));
        });
    }

    // « agglo d'Agen », "47500": as people write it.
    [[nodiscard]] std::vector<std::string> other_names(const AreaRef& area) const {
        std::vector<std::string> names;
        if (area.kind == AreaKind::commune) names = catalog_.territory().postcodes(area);
        if (const auto own = aliases_.find(area); own != aliases_.end())
            names.insert(names.end(), own->second.begin(), own->second.end());
        return names;
    }
    [[nodiscard]] std::map<AreaRef, std::vector<std::string>> aliases() const {
        std::map<AreaRef, std::vector<std::string>> aliases;
        for (const auto& [said, meant] : store::territory_setup(catalog_.settings(), catalog_.own_areas()).aliases) {
            const auto found = catalog_.territory().resolve(said, territory::Spoken::record);
            if (const auto* named = std::get_if<AreaRef>(&found)) aliases[*named].push_back(said);
        }
        return aliases;
    }

    // ---- Partners --------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string labels(VocabularyKind kind, std::vector<std::string>& ids) const {
        ids = catalog_.vocabulary().ids(kind);
        return listed(ids, [&](const std::string& id) {
            return fmt::format("[{},{}]", site::quoted(id),
                               site::quoted(set(catalog_.vocabulary().label(kind, id).in(directory_.edition.lang))));
        });
    }
    [[nodiscard]] std::string family_labels() const {
        return listed(catalog_.vocabulary().families, [&](const model::Family& family) {
            return fmt::format("[{},{}]", site::quoted(family.id),
                               site::quoted(set(view::theme_label(directory_, family.id))));
        });
    }

    // What the script says, in the language of the edition; # is a number or a word.
    [[nodiscard]] std::string words() const {
        std::vector<std::string> all;
        for (const Words& each :
             {filter_by(),      any_theme(),    any_area(),    any_public(),   open_now(),     group_communes(),
              group_wider(),    answers_are(),  one_partner(), partners_are(), none_found(),   none_with_filters(),
              show_more(),      read_instead(), remove(),      clear_all(),    keep(),         kept(),
              write_together(), without_mail(), give_back(),   emergency(),    meetings_are(), searching(),
              no_search(),      hand_over()})
            all.push_back(each.in(directory_.edition.lang));
        return texts(all);
    }

    // The numbers to call at once.
    [[nodiscard]] std::string emergencies() const {
        const model::Vocabulary& vocabulary = catalog_.vocabulary();
        return listed(vocabulary.emergency, [&](const model::EmergencyNumber& number) {
            // The meanings that it is for.
            std::vector<std::size_t> about;
            for (std::size_t i = 0; i < index_.senses.size(); ++i) {
                if (index_.senses[i].kind != MeaningKind::theme) continue;
                const auto& themes = number.themes;
                const bool for_it = std::any_of(themes.begin(), themes.end(), [&](const std::string& theme) {
                    return vocabulary.answers(theme, index_.senses[i].id);
                });
                if (for_it) about.push_back(i);
            }
            return fmt::format("[{},{},{}]", site::quoted(number.number), site::quoted(set(number.name)),
                               numbers(about));
        });
    }

    [[nodiscard]] std::string hours_written() {
        std::unordered_map<std::string_view, std::string> places;  // by the hours: many keep the same
        for (const Shown& shown : shown_) {
            // Who is suspended is not there, whatever the hours say.
            const std::string_view hours = shown.listing->mark.empty() ? shown.partner->hours : std::string_view();
            const auto [known, is_new] = places.try_emplace(hours);
            if (is_new)
                if (const std::string week =
                        calendar::open_week(hours, directory_.edition.today.year, catalog_.settings().departments);
                    !week.empty())
                    known->second = std::to_string(weeks_.place(week));
            week_of_.push_back(known->second);
        }
        return texts(weeks_.list());
    }

    [[nodiscard]] std::vector<std::size_t> ranks() const {
        std::vector<std::size_t> order(shown_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const auto verified = [&](std::size_t i) {
            const auto& on = shown_[i].entry->value.verified;
            return on ? on->on : std::nullopt;
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            if (verified(a) != verified(b)) return verified(a) > verified(b);
            return shown_[a].listing->id < shown_[b].listing->id;
        });
        std::vector<std::size_t> ranks(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
        return ranks;
    }

    [[nodiscard]] std::string kind_labels() const {
        return listed(kinds_.list(), [&](const std::string& id) {
            return site::quoted(
                set(catalog_.vocabulary().label(VocabularyKind::kinds, id).in(directory_.edition.lang)));
        });
    }

    std::string partners_written() {
        const auto rank = ranks();
        std::size_t at = 0;
        return listed(shown_, [&](const Shown& shown) {
            const std::size_t i = at++;
            return "\n" + partner_written(shown, i, rank[i]);
        });
    }

    template <class Id>
    static std::size_t position(const std::vector<Id>& ids, const Id& id) {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }

    // Ten digits without the blanks between them, which the script puts back; any other number as people read it.
    [[nodiscard]] static std::string short_phone(const std::string& number) {
        const std::string shown = view::to_phone(number).front().text;
        std::string digits = shown;
        std::erase(digits, ' ');
        const bool national = digits.size() == 10 && digits.front() == '0' && shown.size() == 14 &&
                              digits.find_first_not_of("0123456789") == std::string::npos;
        return national ? digits : shown;
    }

    // Acronyms of the vocabulary in what the script makes cards of, with their meaning.
    [[nodiscard]] std::string acronyms_written() const {
        std::unordered_map<std::string_view, std::string_view> meanings;
        for (const model::Acronym& acronym : catalog_.vocabulary().acronyms)
            if (acronym.letters.size() > 1) meanings.emplace(acronym.letters, acronym.meaning);
        std::map<std::string_view, std::string_view> used;
        std::unordered_set<std::string_view> seen;  // many have the same kicker and the same areas
        const auto look_in = [&](std::string_view text) {
            const auto in_word = [](char byte) {
                return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
            };
            for (std::size_t at = 0; at < text.size(); ++at) {
                const std::size_t from = at;
                while (at < text.size() && in_word(text[at])) ++at;
                if (at < from + 2) continue;
                if (const auto found = meanings.find(text.substr(from, at - from)); found != meanings.end())
                    used.insert(*found);
            }
        };
        for (std::size_t i = view::first_cards; i < shown_.size(); ++i)
            for (const std::string* text : {&shown_[i].listing->name, &shown_[i].listing->kicker,
                                            &shown_[i].listing->summary, &shown_[i].listing->areas})
                if (seen.insert(*text).second) look_in(*text);
        return listed(used, [&](const auto& each) {
            return site::quoted(plain_text(each.first) + "|" + plain_text(each.second));
        });
    }

    // The commune of its address, as the page numbers areas; empty where the reader may not know it.
    [[nodiscard]] std::string seat_of(const model::Partner& partner, const view::Listing& listing) const {
        if (!partner.address || partner.address->confidential.value_or(false) || listing.commune.empty()) return {};
        const auto found = catalog_.territory().resolve_address(partner.address->commune, partner.address->postcode);
        const auto* seat = std::get_if<AreaRef>(&found);
        const auto at = seat == nullptr ? areas_.end() : areas_.find(*seat);
        return at == areas_.end() ? std::string() : std::to_string(at->second);
    }

    // Communes that are none of the notebook's: those of two thousand people, and those that share their name; what
    // people call them in the middle of a question is a place that nobody here serves.
    [[nodiscard]] std::set<std::string> elsewhere() const {
        constexpr std::uint32_t many_people = 2000;
        std::set<std::string> here;
        for (const AreaRef& area : order_) here.insert(fold::text(catalog_.territory().name(area)));
        std::map<std::string, bool> names;  // whether it counts
        for (territory::tables::Index row = 0; row < territory::tables::communes(); ++row) {
            const territory::tables::Commune commune = territory::tables::commune(row);
            const auto [name, is_new] =
                names.try_emplace(fold::text(commune.name), commune.population.value_or(0) >= many_people);
            if (!is_new) name->second = true;
        }
        std::set<std::string> all;
        for (const auto& [name, counts] : names) {
            if (!counts || here.contains(name)) continue;
            const std::size_t blank = name.find(' ');
            const bool article = blank != std::string::npos &&
                                 query::stands_in(query::WordList::articles, std::string_view(name).substr(0, blank));
            all.insert(article ? name.substr(blank + 1) : name);
        }
        return all;
    }

    // Where its permanences are held, as the page numbers areas.
    [[nodiscard]] std::vector<std::size_t> held_at(const model::Partner& partner) const {
        std::vector<std::size_t> all;
        for (const model::Permanence& permanence : partner.permanences) {
            const auto found = catalog_.territory().resolve(permanence.commune, territory::Spoken::record);
            const auto* area = std::get_if<AreaRef>(&found);
            const auto at = area == nullptr ? areas_.end() : areas_.find(*area);
            if (at != areas_.end()) all.push_back(at->second);
        }
        return all;
    }

    // One line: what its card shows where the page has none, what the filters ask, what is asked of it.
    std::string partner_written(const Shown& shown, std::size_t at, std::size_t rank) {
        const model::Partner& partner = *shown.partner;
        const view::Listing& listing = *shown.listing;
        std::vector<std::size_t> publics;
        for (const std::string& id : listing.publics)
            if (const std::size_t place = position(publics_, id); place < publics_.size()) publics.push_back(place);
        std::string age;
        if (partner.age_min || partner.age_max)
            age = fmt::format("{}-{}", partner.age_min.value_or(0), partner.age_max.value_or(120));
        std::string services;  // where it serves when that is its own, then its situations
        for (const std::size_t service : shown.services) {
            const model::Service& value = partner.services[service];
            services += '^';
            if (!value.territory.empty()) services += serving(shown.entry->service_areas[service]);
            for (const std::string& situation : value.situations) services += ";" + set(list_text(situation));
        }
        std::vector<std::string> phones;
        for (const model::Phone& phone : partner.phones) phones.push_back(short_phone(phone.number));
        const bool has_card = at < view::first_cards;
        const std::string side =
            set(listing.commune) + "|" + (listing.areas == listing.commune ? "" : set(listing.areas));
        std::string line = listing.id;
        const auto add = [&](std::string_view field) { (line += '|') += field; };
        add(set(listing.name));
        add(set(partner.short_name));
        add(joined(partner.aliases));
        add(joined(phones));
        add(plain_text(partner.emails.empty() ? "" : partner.emails.front().address));
        add(set(view::capitalised(listing.mark)));
        add(has_card ? "" : std::to_string(kinds_.place(partner.kind)));
        add(has_card ? "" : std::to_string(sides_.place(side)));
        add(has_card ? "" : std::to_string(checks_.place(set(listing.checked))));
        add(joined(listing.families));
        add(joined(publics));
        add(serving(shown.entry->areas));
        add(age);
        add(std::to_string(rank));
        add(std::to_string(index_.lengths[at]));
        add(week_of_[at]);
        add(seat_of(partner, listing));
        add(services);
        add(has_card ? "" : set(listing.summary));
        return site::quoted(line);
    }

    [[nodiscard]] std::string serving(const std::vector<AreaRef>& areas) const {
        std::vector<std::size_t> at;
        for (const AreaRef& area : areas) at.push_back(serving_at_.at(area));
        return joined(at);
    }

    const view::Directory& directory_;
    const store::Catalog& catalog_;
    const std::vector<Shown> shown_;
    const SearchIndex index_;

    std::map<AreaRef, std::size_t> areas_;  // with their place in `order_`
    std::vector<AreaRef> order_;
    std::size_t wide_ = 0;  // those of `order_` that are neither communes nor quarters stand first
    Shared groups_;         // lists of serving areas that several areas share
    const std::map<AreaRef, std::vector<std::string>> aliases_ = aliases();  // the notebook's own words for areas
    std::vector<AreaRef> serving_;                                           // areas that fiches name
    std::map<AreaRef, std::size_t> serving_at_;
    std::vector<std::string> publics_;
    Shared kinds_;   // of fiches that have no card in the page
    Shared sides_;   // commune and areas of these
    Shared checks_;  // how fresh these are
    Shared weeks_;
    std::vector<std::string> week_of_;  // by fiche, its place or nothing
};

}  // namespace

SearchFiles search_files(const view::Directory& directory) {
    Writer writer(directory);
    std::string data = writer.write();
    return {std::move(data), writer.answers(), writer.sayings(), writer.places()};
}

}  // namespace cafe::site
