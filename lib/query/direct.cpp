// What a question asks for that is no list of houses.
#include <algorithm>

#include "facts/contact.hpp"
#include "model/values.hpp"
#include "query/ask.hpp"
#include "query/fiche.hpp"
#include "query/little.hpp"
#include "query/says.hpp"

namespace cafe::query {

namespace {

using store::Catalog;

const model::Contact* contact_of(const store::PartnerEntry& entry, const std::string& person) {
    const model::Contact* found = nullptr;
    for (const model::Contact& contact : entry.value.contacts)
        if (contact.person == person && (found == nullptr || found->until)) found = &contact;
    return found;
}

// Who has held the same function since.
const model::Contact* successor_of(const store::PartnerEntry& entry, const model::Contact& gone) {
    const model::Contact* found = nullptr;
    for (const model::Contact& contact : entry.value.contacts) {
        if (contact.person == gone.person || !contact.since || contact.since < gone.until || contact.role != gone.role)
            continue;
        if (found == nullptr || *contact.since < *found->since) found = &contact;
    }
    return found;
}

Direct of_contact(Direct::Kind kind, const std::string& partner, const model::Contact& contact) {
    Direct answer;
    answer.kind = kind;
    answer.person = contact.person;
    answer.partner = partner;
    answer.role = contact.role;
    answer.since = contact.since;
    answer.until = contact.until;
    return answer;
}

std::optional<Direct> about_person(const Catalog& catalog, const Query& query, const Clue& clue,
                                   const std::vector<Hit>& hits) {
    Direct best;
    bool found = false;
    for (const Hit& hit : hits) {
        const auto* entry = catalog.partner(hit.partner);
        if (entry == nullptr) continue;
        for (const std::string& person : clue.people) {
            const model::Contact* contact = contact_of(*entry, person);
            if (contact == nullptr) continue;
            if (query.asks_successor && contact->until)
                if (const model::Contact* next = successor_of(*entry, *contact)) {
                    Direct answer = of_contact(Direct::Kind::function, entry->id, *next);
                    answer.predecessor = person;
                    return answer;
                }
            if (!found || (best.until && !contact->until)) best = of_contact(Direct::Kind::person, entry->id, *contact);
            found = true;
        }
    }
    if (!found && clue.people.size() == 1) {
        best.person = clue.people.front();
        found = true;
    }
    return found ? std::optional(best) : std::nullopt;
}

// « directrice » is what « directeur » says; « responsable » is as good where nobody is called so.
bool says_function(const std::string& role, const Sought& asked) {
    constexpr std::size_t common = 6;  // letters
    for (const fold::Word& word : fold::words(role)) {
        if (likeness(asked, word.folded) >= Likeness::inflection) return true;
        if (word.folded.size() >= common && asked.folded.size() >= common &&
            word.folded.compare(0, common, asked.folded, 0, common) == 0 && is_function(word.folded))
            return true;
    }
    return false;
}

bool leads(const std::string& role) {
    const auto words = fold::words(role);
    return std::any_of(words.begin(), words.end(), [](const fold::Word& word) { return leads_a_house(word.folded); });
}

std::optional<Direct> about_function(const Catalog& catalog, const Query& query, const Clue& clue,
                                     const std::vector<Hit>& hits, const Date& today) {
    const bool names_house = std::any_of(query.clues.begin(), query.clues.end(), [](const Clue& other) {
        return !other.excluded && names_organisation(other);
    });
    if (!names_house || hits.empty()) return std::nullopt;
    const auto* entry = catalog.partner(hits.front().partner);
    if (entry == nullptr) return std::nullopt;
    const model::Contact* leading = nullptr;
    for (const model::Contact& contact : entry->value.contacts) {
        if (!facts::is_present(contact, today)) continue;
        if (says_function(contact.role, clue.sought.front()))
            return of_contact(Direct::Kind::function, entry->id, contact);
        if (leading == nullptr && leads(contact.role)) leading = &contact;
    }
    if (leading != nullptr && leads_a_house(clue.sought.front().folded))
        return of_contact(Direct::Kind::function, entry->id, *leading);
    return std::nullopt;
}

std::optional<Direct> about_number(const Catalog& catalog, const Clue& clue, const std::vector<Hit>& hits) {
    const std::string& dial = clue.sought.front().dial;
    const auto is_it = [&](std::string_view written) {
        const auto number = model::to_phone(written);
        return number && number->dial == dial;
    };
    Direct answer;
    answer.kind = Direct::Kind::number;
    for (const Hit& hit : hits) {
        const auto* entry = catalog.partner(hit.partner);
        if (entry == nullptr) continue;
        answer.partner = entry->id;
        for (const model::Phone& phone : entry->value.phones) {
            if (!is_it(phone.number)) continue;
            answer.number = phone.number;
            answer.label = phone.label;
            return answer;
        }
        for (const model::Contact& contact : entry->value.contacts) {
            const model::Person* person = catalog.person(contact.person);
            if (person == nullptr) continue;
            for (const model::PersonPhone& phone : person->phones) {
                if (!is_it(phone.number)) continue;
                answer.number = phone.number;
                answer.person = contact.person;
                answer.role = contact.role;
                return answer;
            }
        }
        answer.number = clue.asked;
        return answer;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Direct> direct_answer(const Catalog& catalog, const Query& query, const std::vector<Hit>& hits,
                                    const Date& today) {
    const Clue* place = nullptr;
    bool only_places = !query.clues.empty();
    for (const Clue& clue : query.clues) {
        if (clue.excluded) continue;
        if (clue.kind == Clue::Kind::person) return about_person(catalog, query, clue, hits);
        if (clue.kind == Clue::Kind::phone) return about_number(catalog, clue, hits);
        if (clue.function)
            if (auto answer = about_function(catalog, query, clue, hits, today)) return answer;
        if (clue.kind == Clue::Kind::area)
            place = &clue;
        else
            only_places = false;
    }
    if (place == nullptr || !only_places) return std::nullopt;
    Direct answer;
    answer.kind = Direct::Kind::place;
    answer.area = place->area;
    return answer;
}

}  // namespace cafe::query
