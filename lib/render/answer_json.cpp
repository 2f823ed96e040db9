// Answers as cafe/find/1.
#include "base/utf8.hpp"
#include "facts/opening.hpp"
#include "model/values.hpp"
#include "render/answer.hpp"
#include "render/answer_detail.hpp"

namespace cafe::render {

namespace {

using store::Catalog;

std::string_view status_key(model::Status status) {
    switch (status) {
        case model::Status::active: return "active";
        case model::Status::suspended: return "suspended";
        case model::Status::closed: break;
    }
    return "closed";
}

// A telephone number as machines dial it (E.164); empty for a short number and for what is none.
std::string dialled(const std::string& number) {
    const auto phone = model::to_phone(number);
    return phone && !phone->is_short ? phone->dial : std::string();
}

render::Json text_or_null(const std::string& text) {
    return text.empty() ? render::json_null() : render::json_text(text);
}

// The day that was asked, when somebody is there, and whether that is sure.
render::Json opening_json(const facts::Opening& opening) {
    if (opening.state == facts::Opening::State::unsaid) return render::json_null();
    std::vector<render::Json> spans;
    for (const calendar::Stretch& each : opening.hours.stretches) {
        if (!each.timed || !each.told) continue;
        render::JsonObject span;
        span.add("from", calendar::clock_text(each.said.from))
            .add("until",
                 each.said.until ? render::json_text(calendar::clock_text(*each.said.until)) : render::json_null())
            .add("appointment", render::json_boolean(!each.sure && !each.comment.empty()));
        spans.push_back(span.done());
    }
    return render::JsonObject()
        .add("date", opening.date.iso())
        .add("state", facts::key_of(opening.state))
        .add("spans", render::json_list(spans))
        .done();
}

}  // namespace

render::Json alarms_json(const std::vector<query::Alarm>& alarms) {
    std::vector<render::Json> numbers;
    for (const query::Alarm& alarm : alarms)
        numbers.push_back(render::JsonObject()
                              .add("number", alarm.number.number)
                              .add("label", alarm.number.name)
                              .add("why", alarm.why)
                              .done());
    return render::json_list(numbers);
}

render::Json direct_json(const Catalog& catalog, const query::Answer& answer) {
    if (!answer.direct) return render::json_null();
    const query::Direct& direct = *answer.direct;
    const auto partner = facts::release_partner(catalog, direct.partner, own);
    if (direct.kind == query::Direct::Kind::place) {
        std::vector<std::string> communes;
        for (const auto& commune : catalog.territory().communes_of(*direct.area))
            communes.push_back(catalog.territory().name(commune));
        return render::JsonObject()
            .add("kind", "place")
            .add("area", direct.area->code)
            .add("name", catalog.territory().name(*direct.area))
            .add("communes", render::json_list(communes))
            .done();
    }
    if (direct.kind == query::Direct::Kind::number) {
        if (!partner) return render::json_null();
        const auto person = facts::release_person(catalog, direct.person, own);
        return render::JsonObject()
            .add("kind", "number")
            .add("number", phone_shown(direct.number))
            .add("label", text_or_null(direct.label))
            .add("partner", direct.partner)
            .add("partner_name", (*partner)->name)
            .add("person", person ? render::json_text(direct.person) : render::json_null())
            .done();
    }
    const auto person = facts::release_person(catalog, direct.person, own);
    if (!person) return render::json_null();
    const auto call = partner ? facts::call_person(catalog, *partner, direct.person) : std::nullopt;
    const auto date = [](const std::optional<Date>& day) {
        return day ? render::json_text(day->iso()) : render::json_null();
    };
    return render::JsonObject()
        .add("kind", direct.kind == query::Direct::Kind::person ? "person" : "function")
        .add("person", direct.person)
        .add("name", (*person)->name)
        .add("role", text_or_null(direct.role))
        .add("partner", partner ? render::json_text(direct.partner) : render::json_null())
        .add("partner_name", partner ? render::json_text((*partner)->name) : render::json_null())
        .add("phone", text_or_null(call ? call->phone : ""))
        .add("email", text_or_null(call ? call->email : ""))
        .add("since", date(direct.since))
        .add("until", date(direct.until))
        .add("predecessor", text_or_null(direct.predecessor))
        .done();
}

render::Json ties_json(const query::Answer& answer) {
    std::vector<std::string> ids;
    for (const std::size_t at : answer.ties) ids.push_back(answer.hits[at].partner);
    std::vector<render::Json> groups;
    if (!ids.empty()) groups.push_back(render::json_list(ids));
    return render::json_list(groups);
}

render::Json hit_json(const Catalog& catalog, const query::Query& query, const query::Hit& hit, const Date& today) {
    const auto partner = facts::release_partner(catalog, hit.partner, own);
    if (!partner) return render::json_null();
    std::vector<render::Json> reasons;
    for (const query::Reason& reason : hit.reasons)
        reasons.push_back(render::JsonObject()
                              .add("kind", query::key_of(reason.kind))
                              .add("asked", reason.asked)
                              .add("matched", reason.matched)
                              .add("where", reason.where)
                              .done());
    const auto call = whom(catalog, *partner, query, hit, today);
    const auto& verified = (*partner)->verified;
    const model::Service full = what_answers(*partner, hit.service);
    return render::JsonObject()
        .add("id", hit.partner)
        .add("name", (*partner)->name)
        .add("service", text_or_null(hit.service))
        .add("score", render::json_number(hit.score))
        .add("why", render::json_list(reasons))
        .add("contact", render::JsonObject()
                            .add("person", text_or_null(call.person))
                            .add("name", text_or_null(call.name))
                            .add("phone", text_or_null(call.phone))
                            .add("email", text_or_null(call.email))
                            .add("e164", text_or_null(dialled(call.phone)))
                            .done())
        .add("bring", render::json_list(full.referral ? full.referral->bring : std::vector<std::string>{}))
        .add("hours", text_or_null(full.hours))
        .add("hours_on",
             opening_json(facts::opening_on(full.hours, day_asked(query, today), catalog.settings().departments)))
        .add("delay", text_or_null(full.referral ? full.referral->delay : ""))
        .add("fee", text_or_null(full.fee))
        .add("status", status_key(hit.status))
        .add("verified",
             verified && verified->on
                 ? render::JsonObject().add("on", verified->on->iso()).add("how", text_or_null(verified->how)).done()
                 : render::json_null())
        .done();
}

}  // namespace cafe::render
