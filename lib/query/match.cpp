#include "query/match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "facts/opening.hpp"
#include "query/candidates.hpp"
#include "query/fiche.hpp"
#include "query/fields.hpp"
#include "query/little.hpp"
#include "query/part.hpp"
#include "query/texts.hpp"
#include "query/weights.hpp"

namespace cafe::query {

namespace {

using facts::Reach;
using store::Catalog;
using store::PartnerEntry;

bool is_offered(const model::Service& service, const Date& today) {
    return (!service.from || *service.from <= today) && (!service.until || today <= *service.until);
}

// BM25 (Robertson and Zaragoza 2009): saturation and length, as a share of all that could be said.
struct Bm25 {
    double length = 1;  // of the text, beside the average
    double sum = 0;
    double most = 0;

    void add(double rarity, double weight) {
        const Weights& w = weights();
        sum += rarity * weight * (w.k1 + 1) / (weight + w.k1 * (1 - w.b + w.b * length));
        most += rarity * (w.k1 + 1);
    }
    [[nodiscard]] double share() const { return most > 0 ? sum / most : 0; }
};

/// A fiche that answers, before free words are weighed against each other.
struct Candidate {
    const PartnerEntry* entry = nullptr;
    std::size_t service = whole_fiche;
    double score = 0;
    bool part_only = false;
    std::vector<Verdict> verdicts;          // by clue
    std::vector<double> word_weights;       // by clue, of free words
    std::vector<double> content;            // by word of the question
    double open = weights().unknown_hours;  // at the time that was asked
    double said = 0;                        // of the words of the question, BM25 from 0 to 1
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
            says_for_whom_ = says_for_whom_ || tells_of_people(clue);
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
        if (best) {
            count_words(*best, fiche);
            if (query_.day)
                best->open = openness(fiche.hours(best->service), day_of(*query_.day, today), query_.day->part,
                                      catalog_.settings().departments);
            for (const Sought& word : query_.content) best->content.push_back(has_needs_ ? fiche.said(word) : 0);
            best->length = fiche.length();
        }
        return best;
    }

    void finish(std::vector<Candidate>& candidates) const {
        const std::vector<double> rarity = rarities(candidates);
        double total_length = 0;
        for (const Candidate& candidate : candidates) total_length += static_cast<double>(candidate.length);
        const double average =
            candidates.empty() ? 1 : std::max(1.0, total_length / static_cast<double>(candidates.size()));
        const std::vector<double> telling = rarities_of_content(candidates);
        for (Candidate& candidate : candidates) {
            Bm25 content{static_cast<double>(candidate.length) / average};
            for (std::size_t word = 0; word < telling.size(); ++word)
                content.add(telling[word], candidate.content[word]);
            candidate.said = content.share();
            Bm25 words{static_cast<double>(candidate.length) / average};
            for (std::size_t clue = 0; clue < parts_.size(); ++clue)
                if (parts_[clue] == Part::word) words.add(rarity[clue], candidate.word_weights[clue]);
            candidate.score = score(candidate, words.share());
        }
    }

    /// Leaves only those that say half of the free words, rare ones counting more: one common word of « piscine
    /// municipale » is no answer.
    void keep_who_say_enough(std::vector<Candidate>& candidates) const {
        std::vector<double> rarity(parts_.size());
        double all = 0;
        for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
            if (parts_[clue] != Part::word) continue;
            const auto with =
                static_cast<double>(std::count_if(candidates.begin(), candidates.end(),
                                                  [&](const Candidate& one) { return one.word_weights[clue] > 0; }));
            rarity[clue] = std::log(1 + static_cast<double>(catalog_.partner_count()) / (with + 0.5));
            all += rarity[clue];
        }
        const auto says_too_little = [&](const Candidate& candidate) {
            double said = 0;
            for (std::size_t clue = 0; clue < parts_.size(); ++clue)
                if (parts_[clue] == Part::word && candidate.word_weights[clue] > 0) said += rarity[clue];
            return said * 2 < all;
        };
        candidates.erase(std::remove_if(candidates.begin(), candidates.end(), says_too_little), candidates.end());
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
        if (doubt == Doubt::accepts) return verdict.holds();
        // Who is there for everyone is not only for those who are not meant.
        return verdict.holds() && !verdict.reason.asked.empty() && verdict.reason.matched != "tous-publics";
    }

    // What the service says, else what the fiche says for it, else what another of its services does in the same place.
    Verdict best_verdict(Fiche& fiche, std::size_t clue, std::size_t service) const {
        // What one service says is not said by another.
        if (query_.clues[clue].kind == Clue::Kind::situation) return fiche.verdict(clue, service);
        Verdict best;
        if (service != whole_fiche) best = fiche.verdict(clue, service);
        if (parts_[clue] == Part::area) return service == whole_fiche ? fiche.verdict(clue, whole_fiche) : best;
        combine(best, fiche.verdict(clue, whole_fiche));
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
    [[nodiscard]] std::pair<double, std::size_t> mean(Part part, Value value) const {
        double sum = 0;
        double whole = 0;
        std::size_t count = 0;
        for (std::size_t clue = 0; clue < parts_.size(); ++clue) {
            if (parts_[clue] != part) continue;
            sum += query_.clues[clue].weight * value(clue);
            whole += query_.clues[clue].weight;
            ++count;
        }
        return {count == 0 ? 0 : sum / whole, count};
    }

    [[nodiscard]] double score(const Candidate& candidate, double words) const {
        const Weights& w = weights();
        double sum = 0;
        double most = 0;
        const auto add = [&](double weight, const std::pair<double, std::size_t>& part) {
            if (part.second == 0) return;
            sum += weight * part.first;
            most += weight;
        };
        const auto strength = [&](std::size_t clue) {
            return std::min(1.0, candidate.verdicts[clue].strength / full_strength(query_.clues[clue]));
        };
        const auto level = [&](std::size_t clue) {
            const Verdict& verdict = candidate.verdicts[clue];
            return verdict.holds() ? value_of(verdict.level) : 0;
        };
        add(w.needs, mean(Part::need, strength));
        add(w.level, mean(Part::need, level));
        const auto situation = mean(Part::situation, strength);
        add(has_needs_ ? w.situation : w.needs + w.level, situation);
        const auto people = mean(Part::people, strength);
        add(w.people * static_cast<double>(people.second), people);
        if (has_needs_ && !says_for_whom_) add(w.unasked_people, {openness_to_all(candidate), 1});
        if (has_areas_) add(w.area, {best_area(candidate), 1});
        const auto free_words = mean(Part::word, strength).second;
        const auto denied = mean(Part::denied, strength);
        const bool goes_by_hints = !has_needs_ && free_words == 0;
        add(goes_by_hints ? w.needs : w.kind, mean(Part::kind, strength));
        add(goes_by_hints ? w.needs : w.denied, denied);
        add(goes_by_hints ? w.needs : w.hints, mean(Part::hint, strength));
        add(has_needs_ ? w.words : w.needs, {words, free_words});
        if (has_needs_) add(w.content, {candidate.said, query_.content.size()});
        if (has_needs_ && !query_.usual_kinds.empty()) add(w.house, {usual(candidate.entry->value.kind), 1});
        if (query_.day) add(w.time, {candidate.open, 1});
        return most > 0 ? sum / most : 1.0;
    }

    // Beside the likeliest kind of organisation, how likely this one is.
    [[nodiscard]] double usual(std::string_view kind) const {
        const auto found = std::find_if(query_.usual_kinds.begin(), query_.usual_kinds.end(),
                                        [&](const Guess& guess) { return guess.id == kind; });
        return found == query_.usual_kinds.end() ? 0 : found->p;
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

    // Who is there for some age or state alone comes behind, where nobody said for whom.
    [[nodiscard]] static double openness_to_all(const Candidate& candidate) {
        return is_for_some_alone(candidate.entry->value) ? 0 : 1;
    }

    [[nodiscard]] std::vector<double> rarities_of_content(const std::vector<Candidate>& candidates) const {
        std::vector<double> telling(query_.content.size());
        const auto all = static_cast<double>(candidates.size());
        for (std::size_t word = 0; word < telling.size(); ++word) {
            const auto with = static_cast<double>(std::count_if(
                candidates.begin(), candidates.end(), [&](const Candidate& one) { return one.content[word] > 0; }));
            telling[word] = std::log(1 + (all - with + 0.5) / (with + 0.5));
        }
        return telling;
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
    bool says_for_whom_ = false;
};

Hit hit_of(const Candidate& candidate) {
    Hit hit;
    hit.partner = candidate.entry->id;
    if (candidate.service != whole_fiche) hit.service = candidate.entry->value.services[candidate.service].id;
    hit.score = std::round(candidate.score * 1e4) / 1e4;
    hit.part_only = candidate.part_only;
    hit.status = model::status_of(candidate.entry->value.status);
    for (std::size_t clue = 0; clue < candidate.verdicts.size(); ++clue) {
        const Verdict& verdict = candidate.verdicts[clue];
        if (!verdict.holds() || verdict.reason.asked.empty()) continue;
        const std::size_t first = hit.reasons.size();
        hit.reasons.push_back(verdict.reason);
        hit.reasons.insert(hit.reasons.end(), verdict.further.begin(), verdict.further.end());
        for (std::size_t i = first; i < hit.reasons.size(); ++i) hit.reasons[i].clue = clue;
    }
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
// --------------------------------------------------------------------------------------------

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

Date day_of(const AskedDay& asked, const Date& today) {
    return today.plus_days(asked.weekday == 0 ? asked.ahead : (asked.weekday - today.weekday() + 7) % 7);
}

double openness(std::string_view hours, const Date& day, AskedDay::Part part,
                const std::vector<std::string>& departments) {
    const auto opening = facts::opening_on(hours, day, departments);
    if (opening.state == facts::Opening::State::closed) return 0;
    if (opening.state != facts::Opening::State::open) return weights().unknown_hours;
    // The minutes of a half-day.
    const int from = part == AskedDay::Part::afternoon ? 720 : part == AskedDay::Part::evening ? 1080 : 0;
    const int until = part == AskedDay::Part::morning ? 720 : 1440;
    const auto& stretches = opening.hours.stretches;
    const bool open = std::any_of(stretches.begin(), stretches.end(), [&](const calendar::Stretch& stretch) {
        return stretch.from < until && stretch.until > from;
    });
    return open ? 1 : 0;
}

bool is_for_some_alone(const model::Partner& partner) {
    return !partner.publics.empty() && std::all_of(partner.publics.begin(), partner.publics.end(), is_anybody);
}

std::string_view key_of(ReasonKind kind) {
    constexpr std::array<std::string_view, 7> keys{"theme", "area", "public", "kind", "name", "acronym", "text"};
    return keys[static_cast<std::size_t>(kind)];
}

std::vector<Hit> match(const Catalog& catalog, const Query& query, const MatchOptions& options) {
    const Matcher matcher(catalog, query);
    std::vector<Candidate> candidates;
    for (const PartnerEntry* entry : query::candidates(catalog, query)) {
        const bool closed = model::status_of(entry->value.status) == model::Status::closed;
        if (closed && !options.all && !query.asks_status) continue;
        if (auto candidate = matcher.weigh(*entry, options.today)) candidates.push_back(std::move(*candidate));
    }
    if (options.most_of_the_words) matcher.keep_who_say_enough(candidates);
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
    std::vector<std::string> ids;
    if (query.filter.kind == Expression::Kind::all && query.filter.parts.empty()) {
        catalog.each_sketch([&](const store::Sketch& fiche) { ids.emplace_back(fiche.id); });
        return ids;
    }
    const Matcher matcher(catalog, query);
    for (const PartnerEntry* entry : candidates(catalog, query))
        if (matcher.lets_through(*entry)) ids.push_back(entry->id);
    return ids;
}

std::vector<std::string> themes_asked(const Query& query) {
    std::vector<std::string> themes;
    for (const Clue& clue : query.clues)
        for (const Meaning& meaning : clue.meanings)
            if (!clue.excluded && meaning.kind == MeaningKind::theme &&
                std::find(themes.begin(), themes.end(), meaning.id) == themes.end())
                themes.push_back(meaning.id);
    return themes;
}

std::vector<model::EmergencyNumber> emergency_numbers(const Catalog& catalog, const Query& query) {
    std::vector<model::EmergencyNumber> numbers;
    // « Carsat » names an organisation; its theme is not what is asked.
    Query about = query;
    about.clues.erase(std::remove_if(about.clues.begin(), about.clues.end(), names_organisation), about.clues.end());
    const auto themes = themes_asked(about);
    for (const model::EmergencyNumber& number : catalog.vocabulary().emergency) {
        const bool fits = std::any_of(number.themes.begin(), number.themes.end(), [&](const std::string& theme) {
            return std::any_of(themes.begin(), themes.end(),
                               [&](const std::string& asked) { return catalog.vocabulary().answers(theme, asked); });
        });
        if (fits) numbers.push_back(number);
    }
    return numbers;
}

bool is_said(const Catalog& catalog, const Sought& word) {
    for (const PartnerEntry* entry : who_may_say(catalog, word))
        for (const Text& text : texts_of(catalog, entry->value))
            if (likeness_in(word, text.text) > Likeness::beginning) return true;
    return false;
}

}  // namespace cafe::query
