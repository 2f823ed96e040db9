#include "query/fiche.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "facts/serves.hpp"
#include "model/values.hpp"
#include "query/fields.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"
#include "query/weights.hpp"

namespace cafe::query {

namespace {

using facts::Reach;

constexpr double of_names = 3.0;  // the weight of texts that are names

double value_of(Likeness likeness) {
    const Weights& w = weights();
    const std::array values{0.0, w.beginning, w.family, w.inflection, 1.0};
    return values[static_cast<std::size_t>(likeness)];
}

std::size_t full_words(const std::vector<fold::Word>& words) {
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [](const fold::Word& word) { return !is_little(word.folded); }));
}

}  // namespace

double value_of(Level level) {
    const Weights& w = weights();
    switch (level) {
        case Level::service: return w.service;
        case Level::said: return w.said;
        case Level::whole: return w.whole;
        case Level::fiche: return w.fiche;
        case Level::text: break;
    }
    return w.text;
}

void keep_better(Verdict& best, Verdict other) {
    if (other.strength * value_of(other.level) > best.strength * value_of(best.level)) best = std::move(other);
}

void combine(Verdict& best, Verdict other) {
    if (!other.holds()) return;
    if (!best.holds()) {
        best = std::move(other);
        return;
    }
    if (other.strength * value_of(other.level) > best.strength * value_of(best.level)) std::swap(best, other);
    std::vector<Reason> reasons = std::move(other.further);
    reasons.insert(reasons.begin(), std::move(other.reason));
    for (Reason& reason : reasons) {
        const auto same_kind = [&](const Reason& known) { return known.kind == reason.kind; };
        if (reason.asked.empty() || reason.kind == ReasonKind::text || same_kind(best.reason) ||
            std::any_of(best.further.begin(), best.further.end(), same_kind))
            continue;
        best.strength += weights().further_reason;
        best.further.push_back(std::move(reason));
    }
}

bool is_about_themes(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::theme; });
}

bool names_partner(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::partner; });
}

bool names_organisation(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(), [](const Meaning& meaning) {
        return meaning.kind == MeaningKind::partner || meaning.kind == MeaningKind::kind;
    });
}

double full_strength(const Clue& clue) {
    if (clue.kind != Clue::Kind::words) return 1.0;
    if (names_organisation(clue)) return weights().by_name + 2 * weights().further_reason;
    return weights().by_theme + weights().saying_it;
}

const Sought& telling_word(const std::vector<Sought>& phrase) {
    const Sought* longest = &phrase.front();
    for (const Sought& word : phrase)
        if (word.folded.size() >= longest->folded.size()) longest = &word;
    return *longest;
}

bool is_narrow(const Clue& clue, Meaning::Breadth least) {
    return std::all_of(clue.meanings.begin(), clue.meanings.end(), [&](const Meaning& meaning) {
        return meaning.kind != MeaningKind::theme || meaning.breadth >= least;
    });
}

bool may_be_name(const Clue& clue) {
    return names_organisation(clue) || clue.sought.size() > 1 || !clue.spelled_out.empty() ||
           (clue.sought.size() == 1 && clue.sought.front().acronym);
}

// « ne sait pas lire » is not « Lire et dire en Fumélois ».
bool may_stand_in_names(const Clue& clue) {
    return clue.sought.size() != 1 || clue.asked.find(' ') == std::string::npos;
}

bool is_name_of_house(const Text& text) {
    return !text.service && text.weight >= of_names;
}

// Falls with the number of communes, from one to all 35,000 of France; a commune around a quarter is one step.
double specificity(const territory::Territory& territory, const territory::AreaRef& by,
                   const territory::AreaRef& asked) {
    if (territory.contains(asked, by)) return 1.0;
    const auto communes = static_cast<double>(std::max<std::size_t>(territory.size(by), 1));
    return std::max(0.05, 0.98 - std::log(communes) / 11);
}

double how_surely(const model::Vocabulary& vocabulary, const std::vector<std::string>& stated, std::string_view asked) {
    double best = 0;
    std::size_t about = 0;
    for (const std::string& theme : stated) {
        if (!vocabulary.answers(theme, asked)) continue;
        ++about;
        const bool wider = theme != asked && vocabulary.family(theme) != nullptr;
        best = std::max(best, wider ? weights().by_family : weights().by_theme);
    }
    if (stated.empty()) return 0;
    // Who does this alone before who does it among other things.
    const double others = 1 - static_cast<double>(about) / static_cast<double>(stated.size());
    return best * (1 - weights().theme_share * others);
}

bool parts_its_themes(const model::Partner& partner) {
    return std::any_of(partner.services.begin(), partner.services.end(),
                       [](const model::Service& service) { return !service.themes.empty(); });
}

const Verdict& Fiche::verdict(std::size_t clue, std::size_t service) {
    const std::size_t row = service == whole_fiche ? 0 : service + 1;
    if (verdicts_.empty()) verdicts_.resize((services() + 1) * query_.clues.size());
    auto& slot = verdicts_[row * query_.clues.size() + clue];
    if (!slot) slot = judge(query_.clues[clue], clue, service);
    return *slot;
}

Fiche::Occurrence Fiche::occurrence(const Clue& clue) {
    Occurrence found;
    double best = 0;
    for (const FoldedText& text : texts()) {
        double here = 0;
        const fold::Word* word = nullptr;
        for (const fold::Word& candidate : text.words()) {
            const double like = value_of(likeness(clue.sought.front(), candidate.folded));
            if (like > here) {
                here = like;
                word = &candidate;
            }
        }
        if (word == nullptr && text.text.field == "name" && !text.text.service && !text.words().empty() &&
            spells(text, clue)) {
            here = value_of(Likeness::inflection);
            word = &text.words().front();
        }
        if (word == nullptr) continue;
        found.weight += here * text.text.weight;
        if (here * text.text.weight <= best) continue;
        best = here * text.text.weight;
        found.service = text.text.service;
        found.best.strength = here;
        found.best.reason = {ReasonKind::text,
                             clue.asked,
                             std::string(text.text.text.substr(word->begin, word->end - word->begin)),
                             path_of(text.text, entry_.value),
                             Reach::none,
                             {}};
    }
    return found;
}

double Fiche::said(const Sought& word) {
    double weight = 0;
    for (const FoldedText& text : texts()) {
        // What a house is called is weighed with the needs.
        if (is_name_of_house(text.text)) continue;
        double here = 0;
        for (const fold::Word& candidate : text.words())
            here = std::max(here, value_of(likeness(word, candidate.folded)));
        weight += here * text.text.weight;
    }
    return weight;
}

std::string_view Fiche::hours(std::size_t service) const {
    if (service != whole_fiche && !entry_.value.services[service].hours.empty())
        return entry_.value.services[service].hours;
    return entry_.value.hours;
}

std::size_t Fiche::length() {
    std::size_t words = 0;
    for (const FoldedText& text : texts()) words += text.words().size();
    return words;
}

const std::vector<FoldedText>& Fiche::texts() {
    if (!folded_) {
        folded_.emplace();
        for (const Text& text : texts_of(catalog_, entry_.value)) folded_->emplace_back(text);
    }
    return *folded_;
}

std::string Fiche::service_field(std::size_t service, std::string_view field) const {
    return path_of(Text{{}, field, service, 0, false}, entry_.value);
}

Verdict Fiche::judge(const Clue& clue, std::size_t index, std::size_t service) {
    switch (clue.kind) {
        case Clue::Kind::words: return by_meaning(clue, index, service);
        case Clue::Kind::area: return by_area(clue, service);
        case Clue::Kind::text: return by_word(clue, service);
        case Clue::Kind::phrase: return by_phrase(clue, service);
        case Clue::Kind::field: return service == whole_fiche ? by_field(clue) : Verdict{};
        case Clue::Kind::phone: return service == whole_fiche ? by_phone(clue) : Verdict{};
        case Clue::Kind::age: return service == whole_fiche ? by_age(clue) : Verdict{};
        case Clue::Kind::situation: return by_situation(clue, service);
        case Clue::Kind::person: return service == whole_fiche ? by_person(clue) : Verdict{};
    }
    return {};
}

Verdict Fiche::by_meaning(const Clue& clue, std::size_t index, std::size_t service) {
    Verdict best;
    const bool strict_public = is_about_themes(clue) || names_partner(clue);
    for (const Meaning& meaning : clue.meanings) {
        switch (meaning.kind) {
            case MeaningKind::theme: {
                Verdict other = by_theme(clue, meaning, service);
                const bool both = other.holds() && best.holds();
                combine(best, std::move(other));
                if (both) best.strength += weights().further_theme;
                break;
            }
            case MeaningKind::public_: combine(best, by_people(clue, meaning, service, strict_public)); break;
            case MeaningKind::kind:
                if (service == whole_fiche && entry_.value.kind == meaning.id)
                    combine(best, {weights().by_kind,
                                   Level::fiche,
                                   {ReasonKind::kind, clue.asked, meaning.id, "kind", Reach::none, {}},
                                   {}});
                break;
            case MeaningKind::partner:
                if (service == whole_fiche && entry_.id == meaning.id) combine(best, by_own_name(clue, meaning));
                break;
        }
    }
    if (service == whole_fiche && may_stand_in_names(clue) && (best.holds() || may_be_name(clue)))
        combine(best, by_part_of_name(clue));
    if (!best.holds() && strict_public) best = by_said_theme(clue, index, service);
    const auto& usual = clue.usual_kinds;
    const bool its_business = std::find(usual.begin(), usual.end(), entry_.value.kind) != usual.end();
    if (best.holds() && best.level != Level::text && is_about_themes(clue)) {
        const bool said = says_asked(clue, service) || says_asked(clue, whole_fiche) ||
                          (is_narrow(clue, Meaning::Breadth::everyday) && bears_in_name(clue));
        if (said)
            best.strength += weights().saying_it;
        else if (!its_business && is_narrow(clue, Meaning::Breadth::everyday) && best.reason.kind == ReasonKind::theme)
            best.strength *= weights().not_saying_it;
        if (said && service == whole_fiche && is_narrow(clue, Meaning::Breadth::everyday))
            best.level = std::max(best.level, Level::said);
        if (is_for_others(clue, service)) best.strength *= weights().for_others;
    }
    if (best.holds() && its_business) {
        best.strength += weights().usual_kind;
        if (service == whole_fiche && best.level != Level::text) best.level = std::max(best.level, Level::said);
    }
    return best;
}

Verdict Fiche::by_theme(const Clue& clue, const Meaning& meaning, std::size_t service) {
    const bool whole = service == whole_fiche;
    // A service without themes has the fiche's (records.md); that it is this service's is known only when it says so.
    const bool own = !whole && !entry_.value.services[service].themes.empty();
    if (!whole && !own && !says_asked(clue, service)) return {};
    const auto& stated = own ? entry_.value.services[service].themes : entry_.value.themes;
    const double strength = how_surely(catalog_.vocabulary(), stated, meaning.id);
    if (strength == 0) return {};
    const bool wider = meaning.breadth == Meaning::Breadth::narrow && !is_narrow(clue, Meaning::Breadth::narrow);
    return {
        wider ? strength * weights().not_saying_it : strength,
        !whole                           ? Level::service
        : parts_its_themes(entry_.value) ? Level::fiche
                                         : Level::whole,
        {ReasonKind::theme, clue.asked, meaning.id, own ? service_field(service, "themes") : "themes", Reach::none, {}},
        {}};
}

Verdict Fiche::by_people(const Clue& clue, const Meaning& meaning, std::size_t service, bool strict) const {
    const bool whole = service == whole_fiche;
    const auto& stated = whole ? entry_.value.publics : entry_.value.services[service].publics;
    const Level level = whole ? Level::fiche : Level::service;
    const std::string where = whole ? "publics" : service_field(service, "publics");
    const auto has = [&](std::string_view id) { return std::find(stated.begin(), stated.end(), id) != stated.end(); };
    if (has(meaning.id))
        return {strict ? weights().by_public : 1.0,
                level,
                {ReasonKind::public_, clue.asked, meaning.id, where, Reach::none, {}},
                {}};
    if (strict) return {};
    if (has("tous-publics"))
        return {weights().for_everyone,
                level,
                {ReasonKind::public_, clue.asked, "tous-publics", where, Reach::none, {}},
                {}};
    // What a service does not say is the fiche's to say; what neither says excludes nobody.
    if (whole && stated.empty()) return {weights().not_said, level, {}, {}};
    return {};
}

// « à la rue » is a need and tells of whom: studios for students are not what is looked for.
bool Fiche::is_for_others(const Clue& clue, std::size_t service) const {
    const auto& own = entry_.value.publics;
    if (own.empty() || !std::all_of(own.begin(), own.end(), is_anybody)) return false;
    bool asked = false;
    for (const Meaning& meaning : clue.meanings) {
        if (meaning.kind != MeaningKind::public_) continue;
        asked = true;
        if (by_people(clue, meaning, whole_fiche, false).holds()) return false;
        if (service != whole_fiche && by_people(clue, meaning, service, false).holds()) return false;
    }
    return asked;
}

Verdict Fiche::by_own_name(const Clue& clue, const Meaning& meaning) const {
    std::string where = "aliases";
    if (meaning.said == entry_.value.short_name) where = "short_name";
    if (meaning.said == entry_.value.name) where = "name";
    const ReasonKind kind = meaning.acronym ? ReasonKind::acronym : ReasonKind::name;
    return {weights().by_name, Level::service, {kind, clue.asked, meaning.said, where, Reach::none, {}}, {}};
}

// « Carsat » is a part of "Carsat Aquitaine".
Verdict Fiche::by_part_of_name(const Clue& clue) {
    Verdict best;
    if (clue.sought.empty()) return best;
    for (const FoldedText& text : texts()) {
        const std::string_view field = text.text.field;
        if (text.text.service || (field != "name" && field != "short_name" && field != "aliases")) continue;
        const bool said = says_in_row(text.words(), clue.sought);
        if (!said && !spells(text, clue)) continue;
        // « assistante sociale » is « les assistantes sociales » before it is « Assistante sociale scolaire ».
        const bool all = said && full_words(text.words()) <= clue.sought.size();
        if (const double strength = all ? weights().by_name : weights().by_part_of_name; strength > best.strength)
            best = {strength,
                    Level::service,
                    {ReasonKind::name, clue.asked, std::string(text.text.text), std::string(field), Reach::none, {}},
                    {}};
    }
    return best;
}

// « Crèche de Fumel » for « place en crèche ».
bool Fiche::bears_in_name(const Clue& clue) {
    if (clue.sought.empty()) return false;
    return std::any_of(texts().begin(), texts().end(), [&](const FoldedText& text) {
        const bool is_name = text.text.field == "name" || text.text.field == "aliases";
        return is_name && !text.text.service && says_in_row(text.words(), {telling_word(clue.sought)});
    });
}

Verdict Fiche::by_situation(const Clue& clue, std::size_t service) const {
    const auto before = [&](const HeardSituation& heard, int) {
        return heard.partner != entry_.id ? heard.partner < entry_.id : heard.service < service;
    };
    const auto found = std::lower_bound(clue.situations.begin(), clue.situations.end(), 0, before);
    if (found == clue.situations.end() || found->partner != entry_.id || found->service != service) return {};
    return {found->coverage,
            Level::service,
            {ReasonKind::text,
             found->asked,
             found->text,
             service == whole_fiche ? std::string(store::taught_file) : service_field(service, "situations"),
             Reach::none,
             {}},
            {}};
}

// « PIJ » says "Point Information Jeunesse", by what it stands for or by its letters.
bool Fiche::spells(const FoldedText& text, const Clue& clue) const {
    if (!clue.spelled_out.empty() && says_in_row(text.words(), clue.spelled_out)) return true;
    if (clue.sought.size() != 1) return false;
    const std::string& letters = clue.sought.front().folded;
    if (letters.size() < 3 || letters.size() > 6 || !clue.sought.front().acronym) return false;
    std::string initials;
    for (const fold::Word& word : text.words())
        if (!is_little(word.folded)) initials.push_back(word.folded.front());
    return initials.find(letters) != std::string::npos;
}

// « secours populaire Moulins » asks for the "antenne de Moulins" wherever it serves.
Verdict Fiche::by_place_in_name(const Clue& clue) {
    if (clue.sought.empty()) return {};
    for (const FoldedText& text : texts()) {
        const std::string_view field = text.text.field;
        if (text.text.service || (field != "name" && field != "aliases")) continue;
        if (says_in_row(text.words(), clue.sought))
            return {weights().place_in_name,
                    Level::fiche,
                    {ReasonKind::name, clue.asked, std::string(text.text.text), std::string(field), Reach::part, {}},
                    {}};
    }
    return {};
}

// Whether the service, or the fiche, says what was asked in so many words.
bool Fiche::says_asked(const Clue& clue, std::size_t service) {
    if (clue.sought.empty()) return false;
    return std::any_of(texts().begin(), texts().end(), [&](const FoldedText& text) {
        return text.text.service.value_or(whole_fiche) == service &&
               says_in_row(text.words(), clue.sought, Likeness::family);
    });
}

// A theme also finds a service whose situations or words say it.
Verdict Fiche::by_said_theme(const Clue& clue, std::size_t index, std::size_t service) {
    Verdict best;
    if (clue.sought.empty()) return best;
    // « Carsat » asks for the Carsat: other words of its theme are not what was said.
    const bool organisation = names_organisation(clue);
    for (const FoldedText& text : texts()) {
        if (!text.text.says_need || text.text.service.value_or(whole_fiche) != service) continue;
        const bool asked = says_in_row(text.words(), clue.sought);
        // One word alone tells in what a person in need says; in a service's name it may be any word (« contrat
        // d'engagement » is no volunteering).
        const std::size_t fewest_words = text.text.field == "situations" ? 1 : 2;
        const bool synonym =
            !asked && !organisation && text.text.service && says_synonym(text.words(), synonyms_[index], fewest_words);
        if (!asked && !synonym) continue;
        // « je dors dans ma voiture » lends no car.
        const bool narrowly = asked && text.text.field != "situations" && is_narrow(clue, Meaning::Breadth::narrow);
        const Level level = !narrowly ? Level::text : text.text.service ? Level::service : Level::fiche;
        keep_better(best, {narrowly ? weights().by_narrow_word
                           : asked  ? weights().by_words
                                    : weights().by_synonym,
                           level,
                           {ReasonKind::text,
                            clue.asked,
                            std::string(text.text.text),
                            path_of(text.text, entry_.value),
                            Reach::none,
                            {}},
                           {}});
    }
    return best;
}

Verdict Fiche::by_word(const Clue& clue, std::size_t service) {
    const Occurrence found = occurrence(clue);
    return found.service.value_or(whole_fiche) == service ? found.best : Verdict{};
}

Verdict Fiche::by_phrase(const Clue& clue, std::size_t service) {
    for (const FoldedText& text : texts())
        if (text.text.service.value_or(whole_fiche) == service && says_in_row(text.words(), clue.sought))
            return {1.0,
                    Level::text,
                    {ReasonKind::text,
                     clue.asked,
                     std::string(text.text.text),
                     path_of(text.text, entry_.value),
                     Reach::none,
                     {}},
                    {}};
    return {};
}

Verdict Fiche::by_field(const Clue& clue) const {
    const yaml::Node* tree = catalog_.tree({model::RecordKind::partner, entry_.id});
    if (tree == nullptr || !answers(clue.test, entry_.id, *tree, model::partner_shape(), catalog_)) return {};
    return {1.0, Level::fiche, {ReasonKind::text, clue.asked, clue.test.path, clue.test.path, Reach::none, {}}, {}};
}

// Who holds a function there now before who held one.
Verdict Fiche::by_person(const Clue& clue) const {
    Verdict best;
    for (const model::Contact& contact : entry_.value.contacts) {
        if (std::find(clue.people.begin(), clue.people.end(), contact.person) == clue.people.end()) continue;
        keep_better(best, {contact.until ? weights().gone : 1.0,
                           Level::service,
                           {ReasonKind::name, clue.asked, contact.role, "contacts", Reach::none, {}},
                           {}});
    }
    return best;
}

// Whether the house stands there, or serves nothing beyond it. Where a confidential house stands is not told.
bool Fiche::sits_in(const territory::AreaRef& area) const {
    const auto& territory = catalog_.territory();
    const auto& address = entry_.value.address;
    if (address && !address->confidential.value_or(false) && !address->commune.empty()) {
        const auto found = territory.resolve_address(address->commune, address->postcode);
        if (const auto* seat = std::get_if<territory::AreaRef>(&found)) return territory.contains(area, *seat);
    }
    return !entry_.areas.empty() &&
           std::all_of(entry_.areas.begin(), entry_.areas.end(),
                       [&](const territory::AreaRef& own) { return territory.contains(area, own); });
}

Verdict Fiche::by_phone(const Clue& clue) const {
    for (const std::string_view written : phones_of(catalog_, entry_.value)) {
        const auto number = model::to_phone(written);
        if (number && number->dial == clue.sought.front().dial)
            return {
                1.0, Level::service, {ReasonKind::text, clue.asked, number->display, "phones", Reach::none, {}}, {}};
    }
    return {};
}

Verdict Fiche::by_age(const Clue& clue) const {
    const auto& least = entry_.value.age_min;
    const auto& most = entry_.value.age_max;
    if (!least && !most) return {weights().not_said, Level::fiche, {}, {}};
    if ((least && clue.age_until < *least) || (most && clue.age_from > *most)) return {};
    const std::string bounds = (least ? std::to_string(*least) : "") + ".." + (most ? std::to_string(*most) : "");
    return {1.0,
            Level::fiche,
            {ReasonKind::public_, clue.asked, bounds, least ? "age_min" : "age_max", Reach::none, {}},
            {}};
}

Verdict Fiche::by_area(const Clue& clue, std::size_t service) {
    const bool whole = service == whole_fiche;
    if (clue.relation == Relation::seat) {
        if (!sits_in(*clue.area)) return {};
        return {1.0,
                Level::fiche,
                {ReasonKind::area, clue.asked, catalog_.territory().name(*clue.area), "address", Reach::all, clue.area},
                {}};
    }
    const auto& areas = whole ? entry_.areas : entry_.service_areas[service];
    const auto served = facts::reach(catalog_.territory(), areas, *clue.area);
    const bool near = (clue.within || clue.relation == Relation::near) && lies_near(clue);
    if (clue.within && clue.relation != Relation::near && !near) return {};
    Verdict verdict;
    verdict.level = Level::fiche;
    const bool own = !whole && !entry_.value.services[service].territory.empty();
    verdict.reason = {ReasonKind::area,
                      clue.asked,
                      catalog_.territory().name(served.by),
                      own ? service_field(service, "territory") : "territory",
                      served.reach,
                      served.by};
    const double of_postcode = is_postcode_alone(clue) ? for_a_commune_of(*clue.area, areas) : 0;
    if (of_postcode > 0) verdict.reason.reach = Reach::all;
    if (of_postcode > 0)
        verdict.strength = of_postcode;
    else if (served.reach == Reach::all)
        verdict.strength = specificity(catalog_.territory(), served.by, *clue.area);
    else if (served.reach == Reach::part && clue.relation == Relation::touches)
        verdict.strength = weights().part_of_area;
    else if (near) {
        verdict.strength = weights().near;
        verdict.reason.matched = entry_.value.address ? entry_.value.address->commune : std::string();
        verdict.reason.where = "address";
        verdict.reason.area.reset();
        verdict.reason.reach = Reach::part;
    } else if (whole && !clue.within) {
        return by_place_in_name(clue);
    }
    return verdict;
}

// « 47140 » and nothing else.
bool Fiche::is_postcode_alone(const Clue& clue) const {
    return clue.area->kind == territory::AreaKind::postcode && query_.clues.size() == 1;
}

// Who serves one of its communes has something there, the narrower the sooner.
double Fiche::for_a_commune_of(const territory::AreaRef& postcode, const std::vector<territory::AreaRef>& areas) const {
    double best = 0;
    for (const territory::AreaRef& commune : catalog_.territory().communes_of(postcode)) {
        const auto served = facts::reach(catalog_.territory(), areas, commune);
        if (served.reach == Reach::all) best = std::max(best, specificity(catalog_.territory(), served.by, commune));
    }
    return best;
}

// Whether the address (never a confidential one) or a permanence lies within the clue's kilometres of its area.
bool Fiche::lies_near(const Clue& clue) const {
    const auto& territory = catalog_.territory();
    const auto is_near = [&](const std::string& commune) {
        if (commune.empty()) return false;
        const auto found = territory.resolve(commune, territory::Spoken::record);
        const auto* area = std::get_if<territory::AreaRef>(&found);
        if (area == nullptr) return false;
        const auto distance = territory.distance_km(*area, *clue.area);
        return distance && *distance <= *clue.within;
    };
    const auto& address = entry_.value.address;
    if (address && !address->confidential.value_or(false) && is_near(address->commune)) return true;
    return std::any_of(entry_.value.permanences.begin(), entry_.value.permanences.end(),
                       [&](const model::Permanence& permanence) { return is_near(permanence.commune); });
}

}  // namespace cafe::query
