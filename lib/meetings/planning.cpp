#include "meetings/planning.hpp"

#include "base/text.hpp"

namespace cafe::meetings {

std::string standing(const store::Catalog& catalog, const Date& date, const Plan& plan, bool any_kind) {
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        if (meeting.cafe != plan.cafe || meeting.date != date) continue;
        if (any_kind || (meeting.kind == plan.kind && (plan.themes.empty() || meeting.themes == plan.themes)))
            return entry.id;
    }
    return {};
}

std::string free_id(const store::Catalog& catalog, const Date& date, const std::string& cafe) {
    const std::string stem = date.iso() + "-" + (cafe.empty() ? std::string(whole_network) : cafe);
    for (int i = 1;; ++i) {
        std::string id = i == 1 ? stem : stem + "-" + std::to_string(i);
        if (catalog.meeting(id) == nullptr) return id;
    }
}

std::string query_for(const store::Catalog& catalog, const Plan& plan) {
    const model::Cafe* cafe = catalog.cafe(plan.cafe);
    const std::string base = cafe == nullptr ? std::string() : cafe->invite;
    if (plan.kind != "thematic" || plan.themes.empty()) return base;
    std::vector<std::string> themes;
    for (const std::string& theme : plan.themes) themes.push_back("theme:" + theme);
    const std::string any = themes.size() == 1 ? themes.front() : "(" + text::join(themes, " OR ") + ")";
    return base.empty() ? any : "(" + base + ") " + any;
}

Value planned_record(const store::Catalog& catalog, const Plan& plan, const Date& date, const std::string& query,
                     const std::vector<Addressee>& invited) {
    const model::Cafe* cafe = catalog.cafe(plan.cafe);
    Map record;
    const auto add = [&record](std::string_view key, const std::string& value) {
        if (!value.empty()) record.push_back({std::string(key), Value(value)});
    };
    add("cafe", plan.cafe);
    add("date", date.iso());
    if (cafe != nullptr && cafe->schedule) {
        add("start", canonical_time(cafe->schedule->start).value_or(""));
        add("end", canonical_time(cafe->schedule->end).value_or(""));
    }
    add("kind", plan.kind);
    List themes;
    for (const std::string& theme : plan.themes) themes.emplace_back(theme);
    if (!themes.empty()) record.push_back({"themes", Value(std::move(themes))});
    if (cafe == nullptr || query != cafe->invite) add("invite", query);
    add("status", "planned");
    if (cafe != nullptr) {
        add("facilitator", cafe->facilitator);
        add("scribe", cafe->scribe);
    }
    List lines;
    for (const Addressee& one : invited) {
        Map line;
        if (!one.person.empty()) line.push_back({"person", Value(one.person)});
        if (!one.partner.empty()) line.push_back({"partner", Value(one.partner)});
        lines.emplace_back(std::move(line));
    }
    if (!lines.empty()) record.push_back({"invitations", Value(std::move(lines))});
    return Value(std::move(record));
}

}  // namespace cafe::meetings
