#include "query/candidates.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "query/fiche.hpp"
#include "query/says.hpp"
#include "query/terms.hpp"

namespace cafe::query {

namespace {

using store::Catalog;
using store::Choice;

// For each way in which `Fiche` finds an answer, the terms without which it finds none.
class Candidates {
public:
    Candidates(const Catalog& catalog, const Query& query) : catalog_(catalog), query_(query) {}

    // One of its services may answer one part, another the next: more come through than answer.
    Choice who_may(const Expression& expression) {
        Choice choice;
        switch (expression.kind) {
            case Expression::Kind::all:
                for (const Expression& part : expression.parts) choice &= who_may(part);
                return choice;
            case Expression::Kind::any:
                choice = catalog_.nobody();
                for (const Expression& part : expression.parts) choice |= who_may(part);
                return choice;
            case Expression::Kind::none: return choice;
            case Expression::Kind::clue: break;
        }
        return who_may(query_.clues[expression.clue]);
    }

    // Who says a word so alike, in a text of their own or in the name of somebody who is named there.
    Choice who_say(const Sought& word, Likeness least) {
        Choice choice = like(Term::word, word, least);
        for (const auto& person : catalog_.people())
            if (likeness_in(word, person.value.name) >= least) choice |= who_have(Term::contact, person.id);
        return choice;
    }

private:
    Choice who_may(const Clue& clue) {
        switch (clue.kind) {
            case Clue::Kind::area: return who_serve(clue);
            case Clue::Kind::words: return who_mean(clue);
            case Clue::Kind::text: return joined(who_say(clue.sought.front(), Likeness::beginning), who_spell(clue));
            case Clue::Kind::phrase: return who_say_all(clue.sought);
            case Clue::Kind::situation: {
                Choice choice = catalog_.nobody();
                for (const HeardSituation& heard : clue.situations) choice |= catalog_.only(heard.partner);
                return choice;
            }
            case Clue::Kind::person: {
                Choice choice = catalog_.nobody();
                for (const std::string& person : clue.people) choice |= who_have(Term::contact, person);
                return choice;
            }
            case Clue::Kind::field:
            case Clue::Kind::phone:
            case Clue::Kind::age: break;
        }
        return {};
    }

    static Choice joined(Choice some, const Choice& others) { return some |= others; }

    Choice who_have(Term term, std::string_view says) {
        return catalog_.with_term(written(term, says), [&](std::string_view found) { return said_by(found) == says; });
    }

    // By what a fiche serves and is called. Where it sits and what lies near is another matter, and so is a postcode by
    // itself.
    Choice who_serve(const Clue& clue) {
        const bool by_distance = clue.within || clue.relation == Relation::near || clue.relation == Relation::seat;
        const bool postcode = clue.area->kind == territory::AreaKind::postcode && query_.clues.size() == 1;
        if (by_distance || postcode) return {};
        const auto serves = [&](std::string_view written) {
            const auto found = catalog_.territory().resolve(std::string(said_by(written)), territory::Spoken::record);
            const auto* area = std::get_if<territory::AreaRef>(&found);
            return area != nullptr && (catalog_.territory().contains(*area, *clue.area) ||
                                       catalog_.territory().touches(*area, *clue.area));
        };
        return joined(catalog_.with_term(written(Term::area, ""), serves), who_are_called(clue.sought));
    }

    Choice who_mean(const Clue& clue) {
        Choice choice = catalog_.nobody();
        const bool strict_public = is_about_themes(clue) || names_partner(clue);
        for (const Meaning& meaning : clue.meanings) {
            switch (meaning.kind) {
                case MeaningKind::theme:
                    choice |= catalog_.with_term(written(Term::theme, ""), [&](std::string_view theme) {
                        return catalog_.vocabulary().answers(said_by(theme), meaning.id);
                    });
                    break;
                case MeaningKind::public_:
                    choice |= who_have(Term::people, meaning.id);
                    if (strict_public) break;
                    choice |= who_have(Term::people, "tous-publics");
                    choice |= who_have(Term::people, "");
                    break;
                case MeaningKind::kind: choice |= who_have(Term::kind, meaning.id); break;
                case MeaningKind::partner: choice |= catalog_.only(meaning.id); break;
            }
        }
        if (may_be_name(clue)) (choice |= who_are_called(clue.sought)) |= who_spell(clue);
        if (strict_public && !clue.sought.empty()) choice |= who_say_all(clue.sought);
        if (is_about_themes(clue) && !names_organisation(clue)) choice |= who_say_synonyms(clue);
        return choice;
    }

    Choice who_say_all(const std::vector<Sought>& words) {
        Choice choice;
        for (const Sought& word : words) choice &= who_say(word, Likeness::inflection);
        return choice;
    }

    Choice who_are_called(const std::vector<Sought>& words) {
        if (words.empty()) return catalog_.nobody();
        Choice choice;
        for (const Sought& word : words) choice &= like(Term::name, word, Likeness::inflection);
        return choice;
    }

    // As `Fiche::spells`.
    Choice who_spell(const Clue& clue) {
        Choice choice = who_are_called(clue.spelled_out);
        if (clue.sought.size() != 1 || !clue.sought.front().acronym) return choice;
        return choice |= catalog_.with_term(written(Term::initials, ""), [&](std::string_view initials) {
            return said_by(initials).find(clue.sought.front().folded) != std::string_view::npos;
        });
    }

    Choice who_say_synonyms(const Clue& clue) {
        Choice choice = catalog_.nobody();
        for (const auto& [first, phrases] : synonyms_of(clue, catalog_.vocabulary()))
            for (const std::vector<std::string>& phrase : phrases) {
                Choice all;
                for (const std::string& light : phrase) all &= who_need(light);
                choice |= all;
            }
        return choice;
    }
    const Choice& who_need(const std::string& light) {
        const auto [at, is_new] = needs_.try_emplace(light);
        if (is_new) at->second = who_have(Term::need, light);
        return at->second;
    }

    // Words that are alike begin with the same two letters, but for « St » and « Ste ».
    Choice like(Term term, const Sought& word, Likeness least) {
        if (!word.dial.empty()) return {};
        const auto is_like = [&](std::string_view found) { return likeness(word, said_by(found)) >= least; };
        const std::string beginning = word.folded.substr(0, 2);
        Choice choice = catalog_.with_term(written(term, beginning), is_like);
        if (beginning == "sa") choice |= catalog_.with_term(written(term, "st"), is_like);
        return choice;
    }

    const Catalog& catalog_;
    const Query& query_;
    std::unordered_map<std::string, Choice> needs_;  // by light form
};

}  // namespace

std::vector<const store::PartnerEntry*> candidates(const Catalog& catalog, const Query& query) {
    if (!catalog.keeps_terms()) return catalog.partners_in({});
    return catalog.partners_in(Candidates(catalog, query).who_may(query.filter));
}

std::vector<const store::PartnerEntry*> who_may_say(const Catalog& catalog, const Sought& word) {
    if (!catalog.keeps_terms()) return catalog.partners_in({});
    return catalog.partners_in(Candidates(catalog, {}).who_say(word, Likeness::family));
}

}  // namespace cafe::query
