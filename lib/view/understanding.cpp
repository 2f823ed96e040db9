#include "view/understanding.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "facts/serves.hpp"
#include "query/fiche.hpp"
#include "query/part.hpp"

namespace cafe::view {

namespace {

using query::Clue;
using query::Meaning;
using query::MeaningKind;
using query::Relation;
using query::Sought;
using store::PartnerEntry;
using territory::AreaRef;

std::string_view key_of(Clue::Kind kind) {
    switch (kind) {
        case Clue::Kind::words: return "words";
        case Clue::Kind::area: return "area";
        case Clue::Kind::text: break;
        case Clue::Kind::phrase: return "phrase";
        case Clue::Kind::field: return "field";
        case Clue::Kind::phone: return "phone";
        case Clue::Kind::age: return "age";
        case Clue::Kind::situation: return "situation";
        case Clue::Kind::person: return "person";
    }
    return "text";
}

std::string_view key_of(Relation relation) {
    switch (relation) {
        case Relation::in: break;
        case Relation::touches: return "touches";
        case Relation::near: return "near";
        case Relation::seat: return "seat";
    }
    return "in";
}

std::string_view key_of(query::AskedDay::Part part) {
    using Part = query::AskedDay::Part;
    switch (part) {
        case Part::any: break;
        case Part::morning: return "morning";
        case Part::afternoon: return "afternoon";
        case Part::evening: return "evening";
    }
    return "any";
}

std::string_view key_of(query::FieldTest::Kind kind) {
    using Kind = query::FieldTest::Kind;
    switch (kind) {
        case Kind::present: return "present";
        case Kind::words: break;
        case Kind::value: return "value";
        case Kind::area: return "area";
        case Kind::between: return "between";
    }
    return "words";
}

Data word(const Sought& sought) {
    DataObject said;
    said.add("word", sought.folded).add("light", sought.light).add("root", sought.root).add("dial", sought.dial);
    if (sought.acronym) said.put("acronym", true);
    return said.done();
}

Data words(const std::vector<Sought>& row) {
    DataList all;
    for (const Sought& sought : row) all.push_back(word(sought));
    return all;
}

/// Where fiches serve and stand, each area once.
struct Places {
    std::set<AreaRef> served;
    std::set<AreaRef> stood;

    explicit Places(const store::Catalog& catalog) {
        for (const PartnerEntry& entry : catalog.partners()) {
            served.insert(entry.areas.begin(), entry.areas.end());
            for (const auto& areas : entry.service_areas) served.insert(areas.begin(), areas.end());
            if (const auto& address = entry.value.address) {
                add(catalog.territory().resolve_address(address->commune, address->postcode));
                add(catalog.territory().resolve(address->commune, territory::Spoken::record));
            }
            for (const model::Permanence& desk : entry.value.permanences)
                add(catalog.territory().resolve(desk.commune, territory::Spoken::record));
        }
    }

private:
    void add(const territory::Resolved& found) {
        if (const auto* area = std::get_if<AreaRef>(&found)) stood.insert(*area);
    }
};

// What an area that is served is to the one that is asked: how narrow, when it holds it.
double narrowness(const territory::Territory& territory, const AreaRef& served, const Clue& clue, bool alone) {
    double best = territory.contains(served, *clue.area) ? query::specificity(territory, served, *clue.area) : 0;
    // « 47140 » and nothing else: who serves one of its communes.
    if (alone && clue.area->kind == territory::AreaKind::postcode)
        for (const AreaRef& commune : territory.communes_of(*clue.area))
            if (territory.contains(served, commune))
                best = std::max(best, query::specificity(territory, served, commune));
    return best;
}

void add_area(DataObject& said, const store::Catalog& catalog, const Places& places, const Clue& clue, bool alone) {
    const territory::Territory& territory = catalog.territory();
    DataList inside;
    DataList touching;
    DataList held;
    for (const AreaRef& served : places.served) {
        if (const double narrow = narrowness(territory, served, clue, alone); narrow > 0)
            inside.push_back(DataObject().put("area", served.code).put("narrow", narrow).done());
        else if (territory.touches(served, *clue.area))
            touching.emplace_back(served.code);
        if (clue.relation == Relation::seat && territory.contains(*clue.area, served)) held.emplace_back(served.code);
    }
    DataList near;
    DataList seats;
    for (const AreaRef& place : places.stood) {
        const auto distance = clue.within ? territory.distance_km(place, *clue.area) : std::nullopt;
        if (distance && *distance <= *clue.within) near.emplace_back(place.code);
        if (clue.relation == Relation::seat && territory.contains(*clue.area, place)) seats.emplace_back(place.code);
    }
    said.put("area", clue.area->code).put("name", territory.name(*clue.area)).put("relation", key_of(clue.relation));
    said.put("within", clue.within ? Data(*clue.within) : Data());
    said.put("inside", std::move(inside)).put("touching", std::move(touching));
    said.add("near", std::move(near)).add("seats", std::move(seats)).add("held", std::move(held));
}

void add_meanings(DataObject& said, const Clue& clue) {
    DataList themes;
    DataList publics;
    DataList kinds;
    DataList partners;
    const bool narrow = query::is_narrow(clue, Meaning::Breadth::narrow);
    for (const Meaning& meaning : clue.meanings) {
        switch (meaning.kind) {
            case MeaningKind::theme:
                themes.push_back(DataObject()
                                     .put("id", meaning.id)
                                     .put("wider", meaning.breadth == Meaning::Breadth::narrow && !narrow)
                                     .done());
                break;
            case MeaningKind::public_: publics.emplace_back(meaning.id); break;
            case MeaningKind::kind: kinds.emplace_back(meaning.id); break;
            case MeaningKind::partner:
                partners.push_back(DataObject().put("id", meaning.id).put("acronym", meaning.acronym).done());
                break;
        }
    }
    said.add("themes", std::move(themes)).add("publics", std::move(publics));
    said.add("kinds", std::move(kinds)).add("partners", std::move(partners));
    said.add("usual_kinds", texts_of(clue.usual_kinds)).add("spelled_out", words(clue.spelled_out));
    said.put("narrow", narrow).put("everyday", query::is_narrow(clue, Meaning::Breadth::everyday));
    if (!clue.sought.empty()) said.put("telling", word(query::telling_word(clue.sought)));
    said.put("strict", query::is_about_themes(clue) || query::names_partner(clue));
    said.put("organisation", query::names_organisation(clue));
    said.put("in_names", query::may_stand_in_names(clue));
    said.put("maybe_name", query::may_be_name(clue));
}

void add_situations(DataObject& said, const Clue& clue) {
    DataList heard;
    for (const query::HeardSituation& one : clue.situations) {
        const int at = one.service == query::whole_fiche ? -1 : static_cast<int>(one.service);
        heard.push_back(
            DataObject().put("partner", one.partner).put("service", at).put("coverage", one.coverage).done());
    }
    said.add("situations", std::move(heard));
}

void add_test(DataObject& said, const query::FieldTest& test) {
    said.put("test", key_of(test.kind)).put("path", test.path);
    said.add("values", texts_of(test.values)).add("row", words(test.sought));
    said.add("from", test.from).add("until", test.until);
}

Data clue_said(const store::Catalog& catalog, const Places& places, const Clue& clue, bool alone) {
    DataObject said;
    said.put("by", key_of(clue.kind)).put("part", query::key_of(query::part_of(clue))).put("asked", clue.asked);
    said.put("weight", clue.weight).put("full", query::full_strength(clue));
    if (clue.kind == Clue::Kind::field)
        add_test(said, clue.test);
    else
        said.add("row", words(clue.sought));
    switch (clue.kind) {
        case Clue::Kind::words: add_meanings(said, clue); break;
        case Clue::Kind::area: add_area(said, catalog, places, clue, alone); break;
        case Clue::Kind::age: said.put("from", clue.age_from).put("until", clue.age_until); break;
        case Clue::Kind::situation: add_situations(said, clue); break;
        case Clue::Kind::person: said.put("people", texts_of(clue.people)); break;
        default: break;
    }
    return said.done();
}

Data joined(const query::Expression& expression) {
    using Kind = query::Expression::Kind;
    if (expression.kind == Kind::clue) return expression.clue;
    DataList parts;
    for (const query::Expression& part : expression.parts) parts.push_back(joined(part));
    const std::string_view key = expression.kind == Kind::all ? "all" : expression.kind == Kind::any ? "any" : "none";
    return DataObject().put(key, std::move(parts)).done();
}

}  // namespace

Data understanding(const store::Catalog& catalog, const query::Answer& answer, const Date& today) {
    const query::Query& query = answer.query;
    const Places places(catalog);
    DataList clues;
    for (const Clue& clue : query.clues) clues.push_back(clue_said(catalog, places, clue, query.clues.size() == 1));
    DataObject asks;
    asks.put("clues", std::move(clues)).put("filter", joined(query.filter)).put("content", words(query.content));
    asks.put("says_for_whom", std::any_of(query.clues.begin(), query.clues.end(), query::tells_of_people));
    asks.put("closed_too", query.asks_status).put("most_of_the_words", answer.most_of_the_words);
    asks.put("today", today.iso());
    DataList usual;
    for (const query::Guess& kind : query.usual_kinds)
        usual.push_back(DataObject().put("kind", kind.id).put("share", kind.p).done());
    asks.add("usual_kinds", std::move(usual));
    if (query.day)
        asks.put("day", DataObject()
                            .put("date", query::day_of(*query.day, today).iso())
                            .put("part", key_of(query.day->part))
                            .done());
    return asks.done();
}

}  // namespace cafe::view
