#include "intake/pieces.hpp"

#include "base/fold.hpp"
#include "intake/rows.hpp"

#include "model/fields.hpp"

namespace cafe::intake {

bool tells_too_much(const check::TellingCheck& check, const Member& member) {
    const std::string* text = member.value.text();
    if (member.value.list() != nullptr) {
        for (const Value& item : *member.value.list())
            if (item.text() != nullptr && tells_too_much(check, Member{member.key, item})) return true;
        return false;
    }
    const model::Shape& shape = model::partner_shape();
    const model::Field* field = shape.find(member.key);
    if (text == nullptr || field == nullptr || member.key == "siret") return false;
    store::Source source;
    source.text = *text;
    yaml::Node node;
    node.kind = yaml::Kind::scalar;
    node.text = *text;
    node.span = {0, text->size()};
    const yaml::Key key{yaml::Style::plain, {0, 0}, member.key};
    Findings found;
    check::Report report(source, found);
    check.value(store::Met{member.key, field, shape, &key, node, false}, report);
    for (const Diagnostic& finding : found)
        if (check::keeps_silent(*finding.rule)) return true;
    return false;
}

model::Partner partner_of(const Value& record) {
    model::Partner partner;
    const auto texts = [&](std::string_view key) {
        std::vector<std::string> found;
        const Value* value = record.find(key);
        if (value == nullptr || value->list() == nullptr) return found;
        for (const Value& item : *value->list()) {
            if (item.text() != nullptr)
                found.push_back(*item.text());
            else if (const Value* inner = item.find(key == "phones" ? "number" : "address"))
                if (inner->text() != nullptr) found.push_back(*inner->text());
        }
        return found;
    };
    partner.name = text_at(record, "name");
    partner.short_name = text_at(record, "short_name");
    partner.aliases = texts("aliases");
    partner.kind = text_at(record, "kind");
    partner.siret = text_at(record, "siret");
    partner.website = text_at(record, "website");
    for (std::string& number : texts("phones")) partner.phones.push_back({std::move(number), "", "", ""});
    for (std::string& address : texts("emails")) partner.emails.push_back({std::move(address), "", ""});
    if (const Value* address = record.find("address")) {
        partner.address.emplace();
        partner.address->street = text_at(*address, "street");
        partner.address->postcode = text_at(*address, "postcode");
        partner.address->commune = text_at(*address, "commune");
    }
    return partner;
}

std::string place_key(const Value& record) {
    const Value* address = record.find("address");
    const std::string street = address == nullptr ? "" : fold::place(text_at(*address, "street"));
    const std::string where =
        address == nullptr ? "" : text_at(*address, "postcode") + "|" + fold::place(text_at(*address, "commune"));
    return fold::text(text_at(record, "name")) + "|" + street + "|" + where;
}

}  // namespace cafe::intake
