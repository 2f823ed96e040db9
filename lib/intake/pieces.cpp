#include "intake/pieces.hpp"

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

}  // namespace cafe::intake
