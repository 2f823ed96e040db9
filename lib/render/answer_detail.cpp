#include "render/answer_detail.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "facts/service.hpp"
#include "model/values.hpp"

namespace cafe::render {

namespace {

std::string theme_of(const query::Query& query) {
    const auto themes = query::themes_asked(query);
    return themes.empty() ? std::string() : themes.front();
}

}  // namespace

std::string phone_shown(const std::string& written) {
    const auto phone = model::to_phone(written);
    return phone ? phone->display : utf8::one_line(written);
}

const model::Service* service_of(const Partner& partner, const std::string& id) {
    for (const model::Service& service : partner->services)
        if (!id.empty() && service.id == id) return &service;
    return nullptr;
}

model::Service what_answers(const Partner& partner, const std::string& id) {
    if (const model::Service* one = service_of(partner, id)) return facts::effective(*partner, *one);
    model::Service all;
    all.hours = partner->hours;
    all.fee = partner->fee;
    all.fee_note = partner->fee_note;
    all.referral = partner->referral;
    return all;
}

facts::WhomToCall whom(const store::Catalog& catalog, const Partner& partner, const query::Query& query,
                       const query::Hit& hit, const Date& today) {
    for (const query::Clue& clue : query.clues) {
        if (clue.kind != query::Clue::Kind::person || clue.excluded || query.asks_successor) continue;
        for (const model::Contact& contact : partner->contacts)
            if (facts::is_present(contact, today) &&
                std::find(clue.people.begin(), clue.people.end(), contact.person) != clue.people.end())
                if (auto call = facts::call_person(catalog, partner, contact.person)) return *call;
    }
    return facts::whom_to_call(catalog, partner, hit.service, theme_of(query), today);
}

Date day_asked(const query::Query& query, const Date& today) {
    if (!query.day) return today;
    if (query.day->weekday == 0) return today.plus_days(query.day->ahead);
    return today.plus_days((query.day->weekday - today.weekday() + 7) % 7);
}

}  // namespace cafe::render
