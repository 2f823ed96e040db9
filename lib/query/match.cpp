#include "query/match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "base/text.hpp"
#include "model/values.hpp"
#include "query/fields.hpp"
#include "query/stem.hpp"
#include "query/texts.hpp"

namespace cafe::query {

namespace {

using facts::Reach;
using store::Catalog;
using store::PartnerEntry;

// What each part of a question weighs in the score, among the parts that were asked.
constexpr double weight_of_needs = 0.50;
constexpr double weight_of_level = 0.16;
constexpr double weight_of_area = 0.14;
constexpr double weight_of_people = 0.08;
constexpr double weight_of_kind = 0.06;
constexpr double weight_of_hints = 0.06;
constexpr double weight_of_words = 0.08;

// How sure it is that a need is met.
constexpr double by_same_theme = 1.0;
constexpr double by_family_theme = 0.85;  // the fiche names the family, the question one of its themes
constexpr double by_kind = 0.9;
constexpr double by_public = 0.7;
constexpr double by_words = 0.5;
constexpr double by_synonym = 0.4;

constexpr double public_for_everyone = 0.8;
constexpr double public_not_said = 0.4;

// BM25 (Robertson and Zaragoza 2009): saturation and length.
constexpr double k1 = 1.2;
constexpr double b = 0.5;

enum class Level { text, fiche, service };

double value_of(Level level) {
    switch (level) {
        case Level::service: return 1.0;
        case Level::fiche: return 0.55;
        case Level::text: break;
    }
    return 0.1;
}

double value_of(Likeness likeness) {
    constexpr std::array values{0.0, 0.4, 0.6, 0.9, 1.0};
    return values[static_cast<std::size_t>(likeness)];
}

/// What a fiche, or one of its services, answers to one clue. No strength: it does not.
struct Verdict {
    double strength = 0;
    Level level = Level::text;
    Reason reason;
    [[nodiscard]] bool holds() const { return strength > 0; }
};

void keep_better(Verdict& best, Verdict other) {
    if (other.strength * value_of(other.level) > best.strength * value_of(best.level)) best = std::move(other);
}

// ---- Prepared once for a question
// ------------------------------------------------------------------------------------

/// The synonyms of the themes of a clue, by their first word's light form.
using Synonyms = std::unordered_map<std::string, std::vector<std::vector<std::string>>>;

void add_synonym(Synonyms& synonyms, const std::string& said) {
    const auto tokens = tokens_of(said);
    std::vector<std::string> phrase;
    for (const Token& token : tokens) phrase.push_back(token.light);
    // One short word (AS, DE, eau) says too little inside a sentence.
    constexpr std::size_t shortest = 4;
    if (phrase.empty() || (phrase.size() == 1 && (phrase.front().size() < shortest || tokens.front().little))) return;
    synonyms[phrase.front()].push_back(std::move(phrase));
}

Synonyms synonyms_of(const Clue& clue, const model::Vocabulary& vocabulary) {
    Synonyms synonyms;
    const auto add_term = [&](const auto& term) {
        for (const auto* list : {&term.synonyms.fr, &term.synonyms.en})
            for (const std::string& synonym : *list) add_synonym(synonyms, synonym);
    };
    for (const Meaning& meaning : clue.meanings) {
        if (meaning.kind != MeaningKind::theme) continue;
        for (const std::string& id : vocabulary.expand(meaning.id)) {
            if (const model::Term* theme = vocabulary.theme(id)) add_term(*theme);
            if (const model::Family* family = vocabulary.family(id)) add_term(*family);
        }
    }
    return synonyms;
}

bool is_about_themes(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::theme; });
}

bool names_partner(const Clue& clue) {
    return std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::partner; });
}

/// What a clue is to the score.
enum class Part { need, area, people, kind, hint, word, other };

Part part_of(const Clue& clue) {
    switch (clue.kind) {
        case Clue::Kind::area: return Part::area;
        case Clue::Kind::age: return Part::people;
        case Clue::Kind::text: return clue.denied ? Part::hint : Part::word;
        case Clue::Kind::phrase:
        case Clue::Kind::phone: return Part::need;
        case Clue::Kind::field: return Part::other;
        case Clue::Kind::words: break;
    }
    if (clue.denied) return Part::hint;
    if (is_about_themes(clue) || names_partner(clue)) return Part::need;
    return clue.meanings.front().kind == MeaningKind::kind ? Part::kind : Part::people;
}

// ---- One fiche
// -------------------------------------------------------------------------------------------------------

struct FoldedText {
    Text text;
    std::vector<fold::Word> words;
};

constexpr std::size_t whole_fiche = static_cast<std::size_t>(-1);

/// Reads one fiche for one question. Its texts are folded only when a clue asks for them.
class Fiche {
public:
    Fiche(const Catalog& catalog, const Query& query, const std::vector<Synonyms>& synonyms, const PartnerEntry& entry)
        : catalog_(catalog), query_(query), synonyms_(synonyms), entry_(entry) {}

    [[nodiscard]] std::size_t services() const { return entry_.value.services.size(); }

    /// What the service at this position, or the whole fiche, answers by itself.
    const Verdict& verdict(std::size_t clue, std::size_t service) {
        const std::size_t row = service == whole_fiche ? 0 : service + 1;
        if (verdicts_.empty()) verdicts_.resize((services() + 1) * query_.clues.size());
        auto& slot = verdicts_[row * query_.clues.size() + clue];
        if (!slot) slot = judge(query_.clues[clue], clue, service);
        return *slot;
    }

    /// Weighted occurrences of a free word, and where it stands best.
    struct Occurrence {
        double weight = 0;
        Verdict best;
        std::optional<std::size_t> service;
    };
    Occurrence occurrence(const Clue& clue) {
        Occurrence found;
        double best = 0;
        for (const FoldedText& text : texts()) {
            double here = 0;
            const fold::Word* word = nullptr;
            for (const fold::Word& candidate : text.words) {
                const double like = value_of(likeness(clue.sought.front(), candidate.folded));
                if (like > here) {
                    here = like;
                    word = &candidate;
                }
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

    std::size_t length() {
        std::size_t words = 0;
        for (const FoldedText& text : texts()) words += text.words.size();
        return words;
    }

private:
    const std::vector<FoldedText>& texts() {
        if (!folded_) {
            folded_.emplace();
            for (Text& text : texts_of(catalog_, entry_.value)) {
                auto words = fold::words(text.text);
                folded_->push_back(FoldedText{text, std::move(words)});
            }
        }
        return *folded_;
    }

    [[nodiscard]] std::string service_field(std::size_t service, std::string_view field) const {
        return path_of(Text{{}, field, service, 0, false}, entry_.value);
    }

    Verdict judge(const Clue& clue, std::size_t index, std::size_t service) {
        switch (clue.kind) {
            case Clue::Kind::words: return by_meaning(clue, index, service);
            case Clue::Kind::area: return by_area(clue, service);
            case Clue::Kind::text: return by_word(clue, service);
            case Clue::Kind::phrase: return by_phrase(clue, service);
            case Clue::Kind::field: return service == whole_fiche ? by_field(clue) : Verdict{};
            case Clue::Kind::phone: return service == whole_fiche ? by_phone(clue) : Verdict{};
            case Clue::Kind::age: return service == whole_fiche ? by_age(clue) : Verdict{};
        }
        return {};
    }

    Verdict by_meaning(const Clue& clue, std::size_t index, std::size_t service) {
        Verdict best;
        const bool strict_public = is_about_themes(clue) || names_partner(clue);
        for (const Meaning& meaning : clue.meanings) {
            switch (meaning.kind) {
                case MeaningKind::theme: keep_better(best, by_theme(clue, meaning, service)); break;
                case MeaningKind::public_: keep_better(best, by_people(clue, meaning, service, strict_public)); break;
                case MeaningKind::kind:
                    if (service == whole_fiche && entry_.value.kind == meaning.id)
                        keep_better(best, {by_kind,
                                           Level::fiche,
                                           {ReasonKind::kind, clue.asked, meaning.id, "kind", Reach::none, {}}});
                    break;
                case MeaningKind::partner:
                    if (service == whole_fiche && entry_.id == meaning.id) keep_better(best, by_name(clue, meaning));
                    break;
            }
        }
        if (!best.holds() && strict_public) best = by_said_theme(clue, index, service);
        return best;
    }

    [[nodiscard]] Verdict by_theme(const Clue& clue, const Meaning& meaning, std::size_t service) const {
        const bool whole = service == whole_fiche;
        const auto& stated = whole ? entry_.value.themes : entry_.value.services[service].themes;
        Verdict best;
        for (const std::string& theme : stated) {
            if (!catalog_.vocabulary().answers(theme, meaning.id)) continue;
            const bool wider = theme != meaning.id && catalog_.vocabulary().family(theme) != nullptr;
            const double strength = wider ? by_family_theme : by_same_theme;
            if (strength <= best.strength) continue;
            best = {strength,
                    whole ? Level::fiche : Level::service,
                    {ReasonKind::theme, clue.asked, meaning.id, whole ? "themes" : service_field(service, "themes"),
                     Reach::none}};
        }
        return best;
    }

    [[nodiscard]] Verdict by_people(const Clue& clue, const Meaning& meaning, std::size_t service, bool strict) const {
        const bool whole = service == whole_fiche;
        const auto& stated = whole ? entry_.value.publics : entry_.value.services[service].publics;
        const Level level = whole ? Level::fiche : Level::service;
        const std::string where = whole ? "publics" : service_field(service, "publics");
        const auto has = [&](std::string_view id) {
            return std::find(stated.begin(), stated.end(), id) != stated.end();
        };
        if (has(meaning.id))
            return {
                strict ? by_public : 1.0, level, {ReasonKind::public_, clue.asked, meaning.id, where, Reach::none, {}}};
        if (strict) return {};
        if (has("tous-publics"))
            return {
                public_for_everyone, level, {ReasonKind::public_, clue.asked, "tous-publics", where, Reach::none, {}}};
        // What a service does not say is the fiche's to say; what neither says excludes nobody.
        if (whole && stated.empty()) return {public_not_said, level, {}};
        return {};
    }

    [[nodiscard]] Verdict by_name(const Clue& clue, const Meaning& meaning) const {
        std::string where = "aliases";
        if (meaning.said == entry_.value.short_name) where = "short_name";
        if (meaning.said == entry_.value.name) where = "name";
        const ReasonKind kind = meaning.acronym ? ReasonKind::acronym : ReasonKind::name;
        return {by_same_theme, Level::service, {kind, clue.asked, meaning.said, where, Reach::none, {}}};
    }

    // A theme also finds a service whose situations or words say it.
    Verdict by_said_theme(const Clue& clue, std::size_t index, std::size_t service) {
        Verdict best;
        if (clue.sought.empty()) return best;
        for (const FoldedText& text : texts()) {
            if (!text.text.says_need || text.text.service.value_or(whole_fiche) != service) continue;
            const bool asked = !clue.sought.empty() && says_in_row(text.words, clue.sought);
            const bool synonym = !asked && text.text.service && says_synonym(text.words, synonyms_[index]);
            if (!asked && !synonym) continue;
            keep_better(best, {asked ? by_words : by_synonym,
                               Level::text,
                               {ReasonKind::text,
                                clue.asked,
                                std::string(text.text.text),
                                path_of(text.text, entry_.value),
                                Reach::none,
                                {}}});
        }
        return best;
    }

    static bool says_in_row(const std::vector<fold::Word>& words, const std::vector<Sought>& row) {
        for (std::size_t at = 0; at + row.size() <= words.size(); ++at) {
            std::size_t same = 0;
            while (same < row.size() && likeness(row[same], words[at + same].folded) >= Likeness::inflection) ++same;
            if (same == row.size()) return true;
        }
        return false;
    }

    static bool says_synonym(const std::vector<fold::Word>& words, const Synonyms& synonyms) {
        std::vector<std::string> lights;
        for (const fold::Word& word : words) lights.push_back(stem::light(word.folded));
        for (std::size_t at = 0; at < lights.size(); ++at) {
            const auto found = synonyms.find(lights[at]);
            if (found == synonyms.end()) continue;
            for (const auto& phrase : found->second)
                if (at + phrase.size() <= lights.size() &&
                    std::equal(phrase.begin(), phrase.end(), lights.begin() + static_cast<std::ptrdiff_t>(at)))
                    return true;
        }
        return false;
    }

    Verdict by_word(const Clue& clue, std::size_t service) {
        const Occurrence found = occurrence(clue);
        return found.service.value_or(whole_fiche) == service ? found.best : Verdict{};
    }

    Verdict by_phrase(const Clue& clue, std::size_t service) {
        for (const FoldedText& text : texts())
            if (text.text.service.value_or(whole_fiche) == service && says_in_row(text.words, clue.sought))
                return {1.0,
                        Level::text,
                        {ReasonKind::text, clue.asked, std::string(text.text.text), path_of(text.text, entry_.value),
                         Reach::none}};
        return {};
    }

    [[nodiscard]] Verdict by_field(const Clue& clue) const {
        const yaml::Node* tree = catalog_.tree({model::RecordKind::partner, entry_.id});
        if (tree == nullptr || !answers(clue.test, entry_.id, *tree, model::partner_shape(), catalog_)) return {};
        return {1.0, Level::fiche, {ReasonKind::text, clue.asked, clue.test.path, clue.test.path, Reach::none, {}}};
    }

    [[nodiscard]] Verdict by_phone(const Clue& clue) const {
        for (const std::string_view written : phones_of(catalog_, entry_.value)) {
            const auto number = model::to_phone(written);
            if (number && number->dial == clue.sought.front().dial)
                return {
                    1.0, Level::service, {ReasonKind::text, clue.asked, number->display, "phones", Reach::none, {}}};
        }
        return {};
    }

    [[nodiscard]] Verdict by_age(const Clue& clue) const {
        const auto& least = entry_.value.age_min;
        const auto& most = entry_.value.age_max;
        if (!least && !most) return {public_not_said, Level::fiche, {}};
        if ((least && clue.age_until < *least) || (most && clue.age_from > *most)) return {};
        const std::string bounds = (least ? std::to_string(*least) : "") + ".." + (most ? std::to_string(*most) : "");
        return {1.0,
                Level::fiche,
                {ReasonKind::public_, clue.asked, bounds, least ? "age_min" : "age_max", Reach::none, {}}};
    }

    Verdict by_area(const Clue& clue, std::size_t service) {
        const bool whole = service == whole_fiche;
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
        if (served.reach == Reach::all)
            verdict.strength = specificity(served.by, *clue.area);
        else if (served.reach == Reach::part && clue.relation == Relation::touches)
            verdict.strength = 0.1;
        else if (near) {
            verdict.strength = 0.05;
            verdict.reason.matched = entry_.value.address ? entry_.value.address->commune : std::string();
            verdict.reason.where = "address";
            verdict.reason.area.reset();
            verdict.reason.reach = Reach::part;
        }
        return verdict;
    }

    [[nodiscard]] double specificity(const territory::AreaRef& by, const territory::AreaRef& asked) const {
        if (catalog_.territory().contains(asked, by)) return 1.0;
        switch (by.kind) {
            case territory::AreaKind::quarter:
            case territory::AreaKind::commune: return 1.0;
            case territory::AreaKind::own: return 0.85;
            case territory::AreaKind::epci: return 0.8;
            case territory::AreaKind::departement: return 0.5;
            case territory::AreaKind::region: return 0.35;
            case territory::AreaKind::country: break;
        }
        return 0.2;
    }

    // Whether the address (never a confidential one) or a permanence lies within the clue's kilometres of its area.
    [[nodiscard]] bool lies_near(const Clue& clue) const {
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

    const Catalog& catalog_;
    const Query& query_;
    const std::vector<Synonyms>& synonyms_;
    const PartnerEntry& entry_;
    std::vector<std::optional<Verdict>> verdicts_;
    std::optional<std::vector<FoldedText>> folded_;
};

// ---- All fiches
// ------------------------------------------------------------------------------------------------------

bool is_offered(const model::Service& service, const Date& today) {
    return (!service.from || *service.from <= today) && (!service.until || today <= *service.until);
}

/// A fiche that answers, before free words are weighed against each other.
struct Candidate {
    const PartnerEntry* entry = nullptr;
    std::size_t service = whole_fiche;
    double score = 0;
    bool part_only = false;
    std::vector<Verdict> verdicts;     // by clue
    std::vector<double> word_weights;  // by clue, of free words
    std::size_t length = 0;
};

class Matcher {
public:
    Matcher(const Catalog& catalog, const Query& query) : catalog_(catalog), query_(query) {
        for (const Clue& clue : query.clues) {
            parts_.push_back(part_of(clue));
            synonyms_.push_back(is_about_themes(clue) ? synonyms_of(clue, catalog.vocabulary()) : Synonyms{});
            has_needs_ = has_needs_ || parts_.back() == Part::need;
            has_areas_ = has_areas_ || parts_.back() == Part::area;
        }
    }

    [[nodiscard]] bool lets_through(const PartnerEntry& entry) const {
        Fiche fiche(catalog_, query_, synonyms_, entry);
        if (holds(query_.filter, fiche, whole_fiche)) return true;
        for (std::size_t service = 0; service < fiche.services(); ++service)
            if (holds(query_.filter, fiche, service)) return true;
        return false;
    }

    /// Nothing when the fiche does not answer.
    [[nodiscard]] std::optional<Candidate> weigh(const PartnerEntry& entry, const Date& today) const {
        Fiche fiche(catalog_, query_, synonyms_, entry);
        std::optional<Candidate> best;
        const auto consider = [&](std::size_t service) {
            if (!holds(query_.filter, fiche, service)) return;
            Candidate candidate;
            candidate.entry = &entry;
            candidate.service = service;
            for (std::size_t clue = 0; clue < query_.clues.size(); ++clue)
                candidate.verdicts.push_back(best_verdict(fiche, clue, service));
            candidate.part_only = serves_part_only(candidate);
            candidate.score = score(candidate, 0);
            if (!best || better(candidate, *best)) best = std::move(candidate);
        };
        consider(whole_fiche);
        for (std::size_t service = 0; service < fiche.services(); ++service)
            if (is_offered(entry.value.services[service], today)) consider(service);
        if (best) count_words(*best, fiche);
        return best;
    }

    void finish(std::vector<Candidate>& candidates) const {
        const std::vector<double> rarity = rarities(candidates);
        double total_length = 0;
        for (const Candidate& candidate : candidates) total_length += static_cast<double>(candidate.length);
        const double average =
            candidates.empty() ? 1 : std::max(1.0, total_length / static_cast<double>(candidates.size()));
        for (Candidate& candidate : candidates) {
            double sum = 0;
            double most = 0;
            for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
                if (parts_[clue] != Part::word) continue;
                const double weight = candidate.word_weights[clue];
                const double longer = 1 - b + b * static_cast<double>(candidate.length) / average;
                sum += rarity[clue] * weight * (k1 + 1) / (weight + k1 * longer);
                most += rarity[clue] * (k1 + 1);
            }
            candidate.score = score(candidate, most > 0 ? sum / most : 0);
        }
    }

private:
    // What a fiche does not say (its publics, its ages) is no reason to leave it out, on either side of a `not:`.
    enum class Doubt { accepts, denies };

    [[nodiscard]] bool holds(const Expression& expression, Fiche& fiche, std::size_t service,
                             Doubt doubt = Doubt::accepts) const {
        const auto part_holds = [&](const Expression& part) { return holds(part, fiche, service, doubt); };
        const auto& parts = expression.parts;
        switch (expression.kind) {
            case Expression::Kind::all: return std::all_of(parts.begin(), parts.end(), part_holds);
            case Expression::Kind::any: return std::any_of(parts.begin(), parts.end(), part_holds);
            case Expression::Kind::none:
                return std::none_of(parts.begin(), parts.end(),
                                    [&](const Expression& part) { return holds(part, fiche, service, Doubt::denies); });
            case Expression::Kind::clue: break;
        }
        const Verdict verdict = best_verdict(fiche, expression.clue, service);
        return verdict.holds() && (doubt == Doubt::accepts || !verdict.reason.asked.empty());
    }

    // What the service says, else what the fiche says for it, else what another of its services does in the same place.
    Verdict best_verdict(Fiche& fiche, std::size_t clue, std::size_t service) const {
        Verdict best;
        if (service != whole_fiche) best = fiche.verdict(clue, service);
        if (parts_[clue] == Part::area) return service == whole_fiche ? fiche.verdict(clue, whole_fiche) : best;
        keep_better(best, fiche.verdict(clue, whole_fiche));
        if (best.holds()) return best;
        for (std::size_t other = 0; other < fiche.services(); ++other)
            if (other != service && serves_places(fiche, other)) {
                Verdict elsewhere = fiche.verdict(clue, other);
                elsewhere.level = Level::text == elsewhere.level ? Level::text : Level::fiche;
                keep_better(best, std::move(elsewhere));
            }
        return best;
    }

    [[nodiscard]] bool serves_places(Fiche& fiche, std::size_t service) const {
        for (std::size_t clue = 0; clue < parts_.size(); ++clue)
            if (parts_[clue] == Part::area && !fiche.verdict(clue, service).holds()) return false;
        return true;
    }

    [[nodiscard]] bool serves_part_only(const Candidate& candidate) const {
        bool asked = false;
        for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
            if (parts_[clue] != Part::area) continue;
            asked = true;
            if (candidate.verdicts[clue].reason.reach == Reach::all) return false;
        }
        return asked;
    }

    static bool better(const Candidate& a, const Candidate& b_) {
        if (a.part_only != b_.part_only) return b_.part_only;
        return a.score > b_.score + 1e-9;
    }

    // The mean of what clues of one part answer, and how many there are.
    template <class Value>
    [[nodiscard]] std::pair<double, std::size_t> mean(const Candidate& candidate, Part part, Value value) const {
        double sum = 0;
        std::size_t count = 0;
        for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
            if (parts_[clue] != part) continue;
            sum += value(candidate.verdicts[clue]);
            ++count;
        }
        return {count == 0 ? 0 : sum / static_cast<double>(count), count};
    }

    [[nodiscard]] double score(const Candidate& candidate, double words) const {
        double sum = 0;
        double weights = 0;
        const auto add = [&](double weight, const std::pair<double, std::size_t>& part) {
            if (part.second == 0) return;
            sum += weight * part.first;
            weights += weight;
        };
        const auto strength = [](const Verdict& verdict) { return std::min(1.0, verdict.strength); };
        const auto level = [](const Verdict& verdict) { return verdict.holds() ? value_of(verdict.level) : 0; };
        add(weight_of_needs, mean(candidate, Part::need, strength));
        add(weight_of_level, mean(candidate, Part::need, level));
        add(weight_of_people, mean(candidate, Part::people, strength));
        add(weight_of_kind, mean(candidate, Part::kind, strength));
        add(weight_of_hints, mean(candidate, Part::hint, strength));
        if (has_areas_) add(weight_of_area, {best_area(candidate), 1});
        const auto free_words = mean(candidate, Part::word, strength).second;
        add(has_needs_ ? weight_of_words : weight_of_needs, {words, free_words});
        return weights > 0 ? sum / weights : 1.0;
    }

    [[nodiscard]] double best_area(const Candidate& candidate) const {
        double best = 0;
        for (std::size_t clue = 0; clue < parts_.size(); ++clue)
            if (parts_[clue] == Part::area) best = std::max(best, candidate.verdicts[clue].strength);
        return best;
    }

    void count_words(Candidate& candidate, Fiche& fiche) const {
        candidate.word_weights.resize(parts_.size());
        for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
            if (parts_[clue] != Part::word) continue;
            candidate.word_weights[clue] = fiche.occurrence(query_.clues[clue]).weight;
            candidate.length = fiche.length();
        }
    }

    [[nodiscard]] std::vector<double> rarities(const std::vector<Candidate>& candidates) const {
        std::vector<double> rarity(parts_.size());
        const auto all = static_cast<double>(candidates.size());
        for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
            if (parts_[clue] != Part::word) continue;
            const auto with =
                static_cast<double>(std::count_if(candidates.begin(), candidates.end(),
                                                  [&](const Candidate& one) { return one.word_weights[clue] > 0; }));
            rarity[clue] = std::log(1 + (all - with + 0.5) / (with + 0.5));
        }
        return rarity;
    }

    const Catalog& catalog_;
    const Query& query_;
    std::vector<Part> parts_;  // by clue
    std::vector<Synonyms> synonyms_;
    bool has_needs_ = false;
    bool has_areas_ = false;
};

Hit hit_of(const Candidate& candidate) {
    Hit hit;
    hit.partner = candidate.entry->id;
    if (candidate.service != whole_fiche) hit.service = candidate.entry->value.services[candidate.service].id;
    hit.score = std::round(candidate.score * 1e4) / 1e4;
    hit.status = model::status_of(candidate.entry->value.status);
    for (const Verdict& verdict : candidate.verdicts)
        if (verdict.holds() && !verdict.reason.asked.empty()) hit.reasons.push_back(verdict.reason);
    return hit;
}

struct Ranked {
    Hit hit;
    bool part_only = false;
    std::optional<Date> verified;
};

bool ranks_before(const Ranked& a, const Ranked& b_) {
    if (a.hit.status != b_.hit.status) return a.hit.status < b_.hit.status;
    if (a.part_only != b_.part_only) return b_.part_only;
    if (a.hit.score != b_.hit.score) return a.hit.score > b_.hit.score;
    if (a.verified != b_.verified) return a.verified > b_.verified;
    return a.hit.partner < b_.hit.partner;
}

// ---- Records of other kinds
// ------------------------------------------------------------------------------------------

void all_texts(const yaml::Node& node, std::string& out) {
    if (node.kind == yaml::Kind::scalar) (out += node.text) += '\n';
    for (const yaml::Node& item : node.items) all_texts(item, out);
    for (const yaml::Entry& entry : node.entries)
        if (entry.key.text != "notes") all_texts(entry.value, out);
}

bool record_holds(const Catalog& catalog, const Query& query, const Expression& expression, const std::string& id,
                  const yaml::Node& tree, const std::string& text, model::RecordKind kind) {
    const auto part_holds = [&](const Expression& part) {
        return record_holds(catalog, query, part, id, tree, text, kind);
    };
    const auto& parts = expression.parts;
    switch (expression.kind) {
        case Expression::Kind::all: return std::all_of(parts.begin(), parts.end(), part_holds);
        case Expression::Kind::any: return std::any_of(parts.begin(), parts.end(), part_holds);
        case Expression::Kind::none: return std::none_of(parts.begin(), parts.end(), part_holds);
        case Expression::Kind::clue: break;
    }
    const Clue& clue = query.clues[expression.clue];
    if (clue.kind == Clue::Kind::field) return answers(clue.test, id, tree, model::shape_of(kind), catalog);
    if (clue.kind == Clue::Kind::phrase) return says_phrase(text, clue.sought);
    return says(text, sought_in(clue.asked));
}

template <class T>
std::vector<std::string> select_records(const Catalog& catalog, const Query& query, model::RecordKind kind,
                                        const std::vector<T>& entries) {
    std::vector<std::string> ids;
    for (const T& entry : entries) {
        const yaml::Node* tree = catalog.tree({kind, entry.id});
        if (tree == nullptr) continue;
        std::string text;
        all_texts(*tree, text);
        if (record_holds(catalog, query, query.filter, entry.id, *tree, text, kind)) ids.push_back(entry.id);
    }
    return ids;
}

}  // namespace

std::string_view key_of(ReasonKind kind) {
    constexpr std::array<std::string_view, 7> keys{"theme", "area", "public", "kind", "name", "acronym", "text"};
    return keys[static_cast<std::size_t>(kind)];
}

std::vector<Hit> match(const Catalog& catalog, const Query& query, const MatchOptions& options) {
    const Matcher matcher(catalog, query);
    std::vector<Candidate> candidates;
    for (const PartnerEntry& entry : catalog.partners()) {
        const bool closed = model::status_of(entry.value.status) == model::Status::closed;
        if (closed && !options.all && !query.asks_status) continue;
        if (auto candidate = matcher.weigh(entry, options.today)) candidates.push_back(std::move(*candidate));
    }
    matcher.finish(candidates);
    std::vector<Ranked> ranked;
    for (const Candidate& candidate : candidates) {
        const auto& verified = candidate.entry->value.verified;
        ranked.push_back(Ranked{hit_of(candidate), candidate.part_only, verified ? verified->on : std::nullopt});
    }
    std::sort(ranked.begin(), ranked.end(), ranks_before);
    std::vector<Hit> hits;
    for (Ranked& one : ranked) hits.push_back(std::move(one.hit));
    return hits;
}

std::vector<std::string> select(const Catalog& catalog, const Query& query, model::RecordKind kind) {
    switch (kind) {
        case model::RecordKind::person: return select_records(catalog, query, kind, catalog.people());
        case model::RecordKind::cafe: return select_records(catalog, query, kind, catalog.cafes());
        case model::RecordKind::meeting: return select_records(catalog, query, kind, catalog.meetings());
        default: break;
    }
    const Matcher matcher(catalog, query);
    std::vector<std::string> ids;
    for (const PartnerEntry& entry : catalog.partners())
        if (matcher.lets_through(entry)) ids.push_back(entry.id);
    return ids;
}

std::vector<std::string> themes_asked(const Query& query) {
    std::vector<std::string> themes;
    for (const Clue& clue : query.clues)
        for (const Meaning& meaning : clue.meanings)
            if (meaning.kind == MeaningKind::theme &&
                std::find(themes.begin(), themes.end(), meaning.id) == themes.end())
                themes.push_back(meaning.id);
    return themes;
}

std::vector<model::EmergencyNumber> emergency_numbers(const Catalog& catalog, const Query& query) {
    std::vector<model::EmergencyNumber> numbers;
    const auto themes = themes_asked(query);
    for (const model::EmergencyNumber& number : catalog.vocabulary().emergency) {
        const bool about = std::any_of(number.themes.begin(), number.themes.end(), [&](const std::string& theme) {
            return std::any_of(themes.begin(), themes.end(),
                               [&](const std::string& asked) { return catalog.vocabulary().answers(theme, asked); });
        });
        if (about) numbers.push_back(number);
    }
    return numbers;
}

bool is_said(const Catalog& catalog, const Sought& word) {
    for (const PartnerEntry& entry : catalog.partners())
        for (const Text& text : texts_of(catalog, entry.value))
            if (likeness_in(word, text.text) != Likeness::none) return true;
    return false;
}

}  // namespace cafe::query
