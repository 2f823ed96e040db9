#include "site/search_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "calendar/holidays.hpp"
#include "facts/service.hpp"
#include "model/values.hpp"
#include "query/lexicon.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"
#include "query/texts.hpp"
#include "render/json.hpp"
#include "site/open_hours.hpp"
#include "view/meetings.hpp"

namespace cafe::site {

namespace {

using model::VocabularyKind;
using query::Meaning;
using query::MeaningKind;
using query::Token;
using territory::AreaKind;
using territory::AreaRef;

// A partner and one of its services, or none: the script's shift of five bits.
constexpr std::size_t slots_of_partner = 32;
constexpr std::size_t most_services = slots_of_partner - 1;

// How near to doing it (query::value_of): a service; the fiche, whose services part no themes; the fiche as a whole.
constexpr double of_service = 1.0;
constexpr double of_whole = 0.55;
constexpr double of_fiche = 0.45;

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
constexpr Phrase<> open_until{"Ouvert, ferme à #", "Open, closes at #"};
constexpr Phrase<> opens_today{"Fermé, ouvre à #", "Closed, opens at #"};
constexpr Phrase<> opens_tomorrow{"Fermé, ouvre demain à #", "Closed, opens tomorrow at #"};
constexpr Phrase<> opens_on{"Fermé, ouvre # à #", "Closed, opens on # at #"};
constexpr Phrase<> keep{"Retenir", "Keep"};
constexpr Phrase<> kept{"Retenus : #", "Kept: #"};
constexpr Phrase<> write_together{"Leur écrire", "Write to them"};
constexpr Phrase<> without_mail{"# sans adresse électronique", "# without an e-mail address"};
constexpr Phrase<> give_back{"Tout rendre", "Keep none"};
constexpr Phrase<> meetings_are{"Réunions", "Meetings"};
constexpr Phrase<> emergency{"En urgence", "In an emergency"};

std::string quoted(std::string_view text) {
    return render::json_in_page(render::json_text(text));
}

std::string base36(std::size_t number) {
    std::string digits;
    do {
        digits.insert(digits.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
        number /= 36;
    } while (number > 0);
    return digits;
}

// What a position is marked with; no digit, no small letter, none of the signs that part lists.
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-.:=?@[]^_{}~";

/// Positions in rising order, each with a letter: "A", "3B" stand for the next one and for three further.
class Postings {
public:
    void add(std::size_t position, std::size_t letter) {
        const std::size_t step = position + 1 - next_;
        if (step != 1) written_ += base36(step);
        written_ += letters[std::min(letter, letters.size() - 1)];
        next_ = position + 1;
    }
    [[nodiscard]] const std::string& written() const { return written_; }

private:
    std::string written_;
    std::size_t next_ = 0;
};

template <class List, class Write>
std::string listed(const List& list, Write write) {
    std::string out = "[";
    for (const auto& each : list) {
        if (out.size() > 1) out += ',';
        out += write(each);
    }
    return out + "]";
}

std::string numbers(const std::vector<std::size_t>& list) {
    return listed(list, [](std::size_t number) { return std::to_string(number); });
}
std::string texts(const std::vector<std::string>& list) {
    return listed(list, quoted);
}

/// One published fiche: what was released of it, and where it serves.
struct Shown {
    const view::Listing* listing = nullptr;
    const model::Partner* partner = nullptr;
    const store::PartnerEntry* entry = nullptr;
    std::vector<std::size_t> services;  ///< positions of those offered on the day of the edition
};

/// A spelling of a meaning, to be found in what fiches say.
struct Phrase_ {
    std::vector<std::string> roots;
    std::set<std::size_t> said_in;  ///< slots
};

class Writer {
public:
    explicit Writer(const view::Directory& directory)
        : directory_(directory), catalog_(directory.edition.catalog), lexicon_(catalog_) {
        for (std::size_t i = 0; i < directory.listings.size(); ++i) {
            const view::Listing& listing = directory.listings[i];
            Shown shown{&listing, &*directory.fiches[i], catalog_.partner(listing.id), {}};
            const auto& services = shown.partner->services;
            for (std::size_t k = 0; k < std::min(services.size(), shown.entry->service_areas.size()); ++k)
                if (is_offered(services[k]) && shown.services.size() < most_services) shown.services.push_back(k);
            shown_.push_back(std::move(shown));
        }
    }

    std::string write() {
        collect_meanings();
        read_texts();
        collect_areas();
        std::string out = "CAFE={";
        const auto add = [&](std::string_view key, const std::string& value) {
            if (out.back() != '{') out += ",\n";
            out += fmt::format("\"{}\":{}", key, value);
        };
        add("w", word_lists());
        add("e", endings());
        const std::string meanings = meanings_written();  // fills `classes_`
        add("c",
            listed(classes_, [](const auto& each) { return fmt::format("[{:.3f},{:.2f}]", each.first, each.second); }));
        add("m", meanings);
        add("z", serving_areas());
        add("a", areas_written());
        add("l", words());
        add("u", emergencies());
        add("t", family_labels());
        add("p", labels(VocabularyKind::publics, publics_));
        add("h", hours_written());
        add("o", holidays());
        add("r", meetings());
        add("f", partners_written());
        add("i", quoted(index_));
        return out + "};\n";
    }

private:
    [[nodiscard]] bool is_offered(const model::Service& service) const {
        const Date& today = directory_.edition.today;
        return (!service.from || *service.from <= today) && (!service.until || today <= *service.until);
    }

    // ---- Words ----------------------------------------------------------------------------------------------------

    static std::string word_lists() {
        using query::WordList;
        return texts({query::words_of(WordList::little), query::stem::invariable_words(),
                      query::words_of(WordList::denying), query::words_of(WordList::denying_with_de),
                      query::words_of(WordList::vague), query::words_of(WordList::also_places),
                      query::words_of(WordList::before_places), query::acronyms_that_are_words()});
    }
    static std::string endings() {
        return listed(query::stem::root_endings(),
                      [](const auto& ending) { return fmt::format("[\"{}\",{}]", ending.letters, ending.least); });
    }

    // ---- Meanings: who answers for a theme, a public, a kind, and how surely (query/fiche.cpp) ---------------------

    struct Sense {
        MeaningKind kind = MeaningKind::theme;
        std::string id;
        std::array<std::vector<std::pair<std::string, std::size_t>>, 3> said;  // by breadth; with their phrase
    };

    void collect_meanings() {
        for (const Meaning& meaning : lexicon_.meanings()) {
            if (meaning.kind == MeaningKind::partner) continue;
            const auto [at, is_new] = senses_by_id_.try_emplace({meaning.kind, meaning.id}, senses_.size());
            if (is_new) senses_.push_back({meaning.kind, meaning.id, {}});
            auto& said = senses_[at->second].said[static_cast<std::size_t>(meaning.breadth)];
            const std::string plain = text::replace_all(text::replace_all(meaning.said, "|", " "), ";", " ");
            if (std::any_of(said.begin(), said.end(), [&](const auto& known) { return known.first == plain; }))
                continue;
            said.emplace_back(plain, phrases_.size());
            add_phrase(at->second, meaning);
        }
    }

    void add_phrase(std::size_t sense, const Meaning& meaning) {
        Phrase_ phrase;
        for (const Token& token : query::tokens_of(meaning.said))
            if (!token.little) phrase.roots.push_back(token.root);
        if (!phrase.roots.empty()) by_first_root_[phrase.roots.front()].push_back(phrases_.size());
        if (meaning.acronym && meaning.kind == MeaningKind::kind && meaning.said.size() >= 3 &&
            meaning.said.size() <= 6)
            spelled_.emplace_back(fold::text(meaning.said), phrases_.size());
        phrases_.push_back(std::move(phrase));
        sense_of_phrase_.push_back(sense);
    }

    // The phrases that the words say from here on; little words between them do not count.
    void hear(const std::vector<Token>& words, std::size_t at, std::size_t slot, bool in_name) {
        const auto found = by_first_root_.find(words[at].root);
        if (found == by_first_root_.end()) return;
        for (const std::size_t index : found->second) {
            const Sense& sense = senses_[sense_of_phrase_[index]];
            const bool counts = sense.kind == MeaningKind::theme || (sense.kind == MeaningKind::kind && in_name);
            if (!counts) continue;
            const auto& roots = phrases_[index].roots;
            std::size_t same = 0;
            for (std::size_t i = at; i < words.size() && same < roots.size(); ++i) {
                if (words[i].root == roots[same])
                    ++same;
                else if (!words[i].little)
                    break;
            }
            if (same == roots.size()) phrases_[index].said_in.insert(slot);
        }
    }

    // Of each word, what it weighs in which partner. Partners are read in order, so each list is in order too.
    using Weights = std::map<std::string, std::vector<std::pair<std::size_t, double>>>;

    static void add_weight(std::vector<std::pair<std::size_t, double>>& partners, std::size_t partner, double weight) {
        if (partners.empty() || partners.back().first != partner) partners.emplace_back(partner, 0.0);
        partners.back().second += weight;
    }

    void read_texts() {
        Weights weights;
        lengths_.resize(shown_.size());
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            std::set<std::string> people;
            for (const model::Contact& contact : shown_[i].partner->contacts)
                if (const auto person =
                        facts::release_person(catalog_, contact.person, {directory_.edition.reader, false}))
                    people.insert((*person)->name);
            for (const query::Text& text : query::texts_of(catalog_, *shown_[i].partner)) {
                if (text.field == "contacts" && people.count(std::string(text.text)) == 0) continue;
                read_text(i, text, weights);
            }
        }
        for (const auto& [word, partners] : weights) {
            Postings postings;
            for (const auto& [partner, weight] : partners)
                postings.add(partner, static_cast<std::size_t>(std::max(0.0, weight * 2 - 1)));
            index_ += fmt::format("{}{} {}", index_.empty() ? "" : ";", word, postings.written());
        }
    }

    void read_text(std::size_t partner, const query::Text& text, Weights& weights) {
        const auto words = query::tokens_of(text.text);
        lengths_[partner] += words.size();
        const std::size_t slot = slot_of(partner, text.service);
        const bool in_name = text.field == "name" || text.field == "short_name" || text.field == "aliases";
        // « CAF » is said by "Caisse d'Allocations Familiales" (query/fiche.cpp, spells).
        if (in_name && !text.service) {
            std::string initials;
            for (const Token& word : words)
                if (!word.little) initials += word.folded.front();
            for (const auto& [acronym, phrase] : spelled_)
                if (initials.find(acronym) != std::string::npos) phrases_[phrase].said_in.insert(slot);
        }
        std::set<std::string> once;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at].little) continue;
            once.insert(query::stem::light(words[at].folded == "st"    ? "saint"
                                           : words[at].folded == "ste" ? "sainte"
                                                                       : words[at].folded));
            if (slot != no_slot) hear(words, at, slot, in_name && !text.service);
        }
        for (const std::string& word : once)
            if (word.find_first_of(" ;") == std::string::npos) add_weight(weights[word], partner, text.weight);
    }

    static constexpr std::size_t no_slot = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t slot_of(std::size_t partner, std::optional<std::size_t> service) const {
        if (!service) return partner * slots_of_partner;
        const auto& services = shown_[partner].services;
        const auto at = std::find(services.begin(), services.end(), *service);
        if (at == services.end()) return no_slot;
        return partner * slots_of_partner + 1 + static_cast<std::size_t>(at - services.begin());
    }

    // Its letter; when these are used up the nearest strength of the same level.
    std::size_t class_of(double strength, double level) {
        const std::pair value{std::round(strength * 1000) / 1000, level};
        const auto at = std::find(classes_.begin(), classes_.end(), value);
        if (at != classes_.end()) return static_cast<std::size_t>(at - classes_.begin());
        if (classes_.size() < letters.size()) {
            classes_.push_back(value);
            return classes_.size() - 1;
        }
        std::size_t nearest = 0;
        const auto distance = [&](std::size_t i) {
            return std::abs(classes_[i].first - strength) + (classes_[i].second == level ? 0.0 : 10.0);
        };
        for (std::size_t i = 1; i < classes_.size(); ++i)
            if (distance(i) < distance(nearest)) nearest = i;
        return nearest;
    }

    // Who does this alone before who does it among other things.
    [[nodiscard]] double by_theme(const std::vector<std::string>& stated, const std::string& asked) const {
        constexpr double same_theme = 0.85;
        constexpr double family_theme = 0.68;
        double strength = 0;
        std::size_t about = 0;
        for (const std::string& theme : stated) {
            if (!catalog_.vocabulary().answers(theme, asked)) continue;
            ++about;
            const bool wider = theme != asked && catalog_.vocabulary().family(theme) != nullptr;
            strength = std::max(strength, wider ? family_theme : same_theme);
        }
        if (about == 0) return 0;
        const double part = static_cast<double>(about) / static_cast<double>(stated.size());
        return strength * (0.95 + 0.05 * part);
    }

    std::string theme_table(const std::string& theme) {
        Postings postings;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            const model::Partner& partner = *shown_[i].partner;
            const bool parts = std::any_of(partner.services.begin(), partner.services.end(),
                                           [](const model::Service& service) { return !service.themes.empty(); });
            const double whole = by_theme(partner.themes, theme);
            const std::size_t slot = i * slots_of_partner;
            if (whole > 0) postings.add(slot, class_of(whole, parts ? of_fiche : of_whole));
            for (std::size_t k = 0; k < shown_[i].services.size(); ++k) {
                const double own = by_theme(partner.services[shown_[i].services[k]].themes, theme);
                if (own > 0) postings.add(slot + 1 + k, class_of(own, of_service));
            }
        }
        return postings.written();
    }

    std::string public_table(const std::string& id) {
        const auto strength = [&](const std::vector<std::string>& stated, bool whole) {
            const auto has = [&](std::string_view one) {
                return std::find(stated.begin(), stated.end(), one) != stated.end();
            };
            if (has(id)) return 1.0;
            if (has("tous-publics")) return 0.8;
            return whole && stated.empty() ? 0.4 : 0.0;
        };
        Postings postings;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            const model::Partner& partner = *shown_[i].partner;
            if (const double whole = strength(partner.publics, true); whole > 0)
                postings.add(i * slots_of_partner, class_of(whole, of_fiche));
            for (std::size_t k = 0; k < shown_[i].services.size(); ++k)
                if (const double own = strength(partner.services[shown_[i].services[k]].publics, false); own > 0)
                    postings.add(i * slots_of_partner + 1 + k, class_of(own, of_service));
        }
        return postings.written();
    }

    std::string kind_table(const std::string& id) {
        constexpr double by_kind = 0.8;
        Postings postings;
        for (std::size_t i = 0; i < shown_.size(); ++i)
            if (shown_[i].partner->kind == id) postings.add(i * slots_of_partner, class_of(by_kind, of_fiche));
        return postings.written();
    }

    [[nodiscard]] std::string family_of(const Sense& sense) const {
        if (sense.kind != MeaningKind::theme) return quoted(sense.id);
        const model::Family* family = catalog_.vocabulary().family_of(sense.id);
        if (family == nullptr || family->id == sense.id) return "-1";
        const auto at = senses_by_id_.find({MeaningKind::theme, family->id});
        return at == senses_by_id_.end() ? "-1" : std::to_string(at->second);
    }

    std::string meanings_written() {
        return listed(senses_, [&](const Sense& sense) {
            const std::string_view kind = sense.kind == MeaningKind::theme  ? "t"
                                          : sense.kind == MeaningKind::kind ? "k"
                                                                            : "p";
            const std::string table = sense.kind == MeaningKind::theme  ? theme_table(sense.id)
                                      : sense.kind == MeaningKind::kind ? kind_table(sense.id)
                                                                        : public_table(sense.id);
            std::string out = fmt::format("[\"{}\",{},\"{}\"", kind, family_of(sense), table);
            std::size_t lists = 3;
            while (lists > 0 && sense.said[lists - 1].empty()) --lists;
            for (std::size_t i = 0; i < lists; ++i) out += "," + quoted(spellings(sense.said[i]));
            return out + "]";
        });
    }

    [[nodiscard]] std::string spellings(const std::vector<std::pair<std::string, std::size_t>>& said) const {
        std::vector<std::string> all;
        for (const auto& [words, phrase] : said) {
            Postings postings;
            for (const std::size_t slot : phrases_[phrase].said_in) postings.add(slot, 0);
            all.push_back(postings.written().empty() ? words : words + "|" + postings.written());
        }
        return text::join(all, ";");
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
        std::size_t position = 0;
        for (auto& [area, at] : areas_) at = position++;
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

    [[nodiscard]] std::string areas_written() const {
        const territory::Territory& territory = catalog_.territory();
        return listed(areas_, [&](const auto& each) {
            const AreaRef& area = each.first;
            std::vector<std::size_t> inside;
            std::vector<std::size_t> part;
            for (std::size_t i = 0; i < serving_.size(); ++i) {
                if (territory.contains(serving_[i], area))
                    inside.push_back(i);
                else if (territory.touches(serving_[i], area))
                    part.push_back(i);
            }
            const bool small = area.kind == AreaKind::commune || area.kind == AreaKind::quarter;
            const auto page = directory_.areas.find(area);
            return fmt::format("[{},{},{},{},{},{}]", quoted(territory.name(area)),
                               page == directory_.areas.end() ? "0" : quoted(page->second), numbers(inside),
                               numbers(part), static_cast<int>(area.kind) * 2 + (small ? 1 : 0),
                               quoted(other_names(area)));
        });
    }

    // « agglo d'Agen », "47500": as people write it.
    [[nodiscard]] std::string other_names(const AreaRef& area) const {
        std::vector<std::string> names;
        if (area.kind == AreaKind::commune) names = catalog_.territory().postcodes(area);
        for (const auto& [said, meant] : store::territory_setup(catalog_.settings(), catalog_.own_areas()).aliases) {
            const auto found = catalog_.territory().resolve(said, territory::Spoken::record);
            if (const auto* named = std::get_if<AreaRef>(&found); named != nullptr && *named == area)
                names.push_back(text::replace_all(said, ";", " "));
        }
        return text::join(names, ";");
    }

    // ---- Partners --------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string labels(VocabularyKind kind, std::vector<std::string>& ids) const {
        ids = catalog_.vocabulary().ids(kind);
        return listed(ids, [&](const std::string& id) {
            return fmt::format("[{},{}]", quoted(id),
                               quoted(catalog_.vocabulary().label(kind, id).in(directory_.edition.lang)));
        });
    }
    [[nodiscard]] std::string family_labels() const {
        return listed(catalog_.vocabulary().families, [&](const model::Family& family) {
            return fmt::format("[{},{}]", quoted(family.id), quoted(view::theme_label(directory_, family.id)));
        });
    }

    // What the script says, in the language of the edition; # is a number or a word.
    [[nodiscard]] std::string words() const {
        const Lang lang = directory_.edition.lang;
        std::vector<std::string> said;
        for (const Words& each :
             {filter_by(),      any_theme(),    any_area(),    any_public(),   open_now(),       group_communes(),
              group_wider(),    answers_are(),  one_partner(), partners_are(), none_found(),     none_with_filters(),
              show_more(),      read_instead(), remove(),      clear_all(),    open_until(),     opens_today(),
              opens_tomorrow(), opens_on(),     keep(),        kept(),         write_together(), without_mail(),
              give_back(),      emergency(),    meetings_are()})
            said.push_back(each.in(lang));
        return texts(said);
    }

    // The numbers to call first, each with the positions of the meanings that bring it up.
    [[nodiscard]] std::string emergencies() const {
        const model::Vocabulary& vocabulary = catalog_.vocabulary();
        return listed(vocabulary.emergency, [&](const model::EmergencyNumber& number) {
            std::vector<std::size_t> about;
            for (std::size_t i = 0; i < senses_.size(); ++i) {
                if (senses_[i].kind != MeaningKind::theme) continue;
                const auto& themes = number.themes;
                const bool for_it = std::any_of(themes.begin(), themes.end(), [&](const std::string& theme) {
                    return vocabulary.answers(theme, senses_[i].id);
                });
                if (for_it) about.push_back(i);
            }
            return fmt::format("[{},{},{}]", quoted(number.number), quoted(number.name), numbers(about));
        });
    }

    [[nodiscard]] std::string hours_written() {
        for (const Shown& shown : shown_) {
            const std::string week = open_week(shown.partner->hours);
            std::optional<std::size_t> at;
            if (!week.empty()) {
                const auto [known, is_new] = week_at_.try_emplace(week, weeks_.size());
                if (is_new) weeks_.push_back(week);
                at = known->second;
            }
            week_of_.push_back(at);
        }
        return texts(weeks_);
    }

    // Of this year and the next two: a page is made again long before that.
    [[nodiscard]] std::string holidays() const {
        std::vector<std::string> days;
        for (int year = 0; year < 3; ++year)
            for (const auto& holiday :
                 calendar::public_holidays(directory_.edition.today.year + year, catalog_.settings().departments))
                days.push_back(holiday.date.iso());
        return texts(days);
    }

    // What it is called, other words for it, and the name of its minutes' page or 0.
    [[nodiscard]] std::string meetings() const {
        return listed(view::meeting_entries(directory_), [](const view::MeetingEntry& entry) {
            return fmt::format("[{},{},{}]", quoted(entry.shown), quoted(entry.words),
                               entry.minutes.empty() ? "0" : quoted(entry.minutes));
        });
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

    std::string partners_written() {
        const auto rank = ranks();
        std::size_t at = 0;
        return listed(shown_, [&](const Shown& shown) {
            const std::size_t i = at++;
            return "\n" + partner_written(shown, lengths_[i], rank[i], week_of_[i]);
        });
    }

    template <class Id>
    static std::size_t position(const std::vector<Id>& ids, const Id& id) {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }

    std::string partner_written(const Shown& shown, std::size_t length, std::size_t rank,
                                std::optional<std::size_t> week) const {
        const model::Partner& partner = *shown.partner;
        const view::Listing& listing = *shown.listing;
        std::vector<std::size_t> publics;
        for (const std::string& id : listing.publics)
            if (const std::size_t at = position(publics_, id); at < publics_.size()) publics.push_back(at);
        std::string age = "0";
        if (partner.age_min || partner.age_max)
            age = fmt::format("[{},{}]", partner.age_min.value_or(0), partner.age_max.value_or(120));
        std::string out = "[";
        const auto add = [&](const std::string& value) {
            if (out.size() > 1) out += ',';
            out += value;
        };
        add(quoted(listing.id));
        add(quoted(listing.name));
        add(quoted(partner.short_name));
        add(listing.mark.empty() ? "0" : "1");
        add(numbers(listing.families));
        add(numbers(publics));
        add(quoted(partner.emails.empty() ? "" : partner.emails.front().address));
        add(serving(shown.entry->areas));
        add(texts(partner.aliases));
        add(listed(shown.services, [&](std::size_t service) {
            const model::Service& value = partner.services[service];
            return fmt::format("[{},{}]", value.territory.empty() ? "0" : serving(shown.entry->service_areas[service]),
                               texts(value.situations));
        }));
        add(age);
        add(std::to_string(length));
        add(std::to_string(rank));
        add(week ? std::to_string(*week) : "-1");
        add(texts(phones_of(partner)));
        return out + "]";
    }

    // The last nine digits, however they are written: a question may hold any of these numbers.
    [[nodiscard]] static std::vector<std::string> phones_of(const model::Partner& partner) {
        std::vector<std::string> all;
        for (const model::Phone& phone : partner.phones) {
            std::string digits;
            for (const char byte : phone.number)
                if (byte >= '0' && byte <= '9') digits += byte;
            if (digits.size() < 9) continue;
            digits.erase(0, digits.size() - 9);
            if (std::find(all.begin(), all.end(), digits) == all.end()) all.push_back(std::move(digits));
        }
        return all;
    }

    [[nodiscard]] std::string serving(const std::vector<AreaRef>& areas) const {
        std::vector<std::size_t> at;
        for (const AreaRef& area : areas) at.push_back(serving_at_.at(area));
        return numbers(at);
    }

    const view::Directory& directory_;
    const store::Catalog& catalog_;
    const query::Lexicon lexicon_;
    std::vector<Shown> shown_;

    std::vector<Sense> senses_;
    std::map<std::pair<MeaningKind, std::string>, std::size_t> senses_by_id_;
    std::vector<Phrase_> phrases_;
    std::vector<std::size_t> sense_of_phrase_;
    std::vector<std::pair<std::string, std::size_t>> spelled_;  // acronyms of kinds, with their phrase
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_root_;
    std::vector<std::pair<double, double>> classes_;
    std::vector<std::size_t> lengths_;
    std::string index_;

    std::map<AreaRef, std::size_t> areas_;
    std::vector<AreaRef> serving_;  // areas that fiches name
    std::map<AreaRef, std::size_t> serving_at_;
    std::vector<std::string> publics_;
    std::vector<std::string> weeks_;
    std::unordered_map<std::string, std::size_t> week_at_;
    std::vector<std::optional<std::size_t>> week_of_;  // by fiche
};

}  // namespace

std::string search_data(const view::Directory& directory) {
    return Writer(directory).write();
}

}  // namespace cafe::site
