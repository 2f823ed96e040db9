#include "merge/shown.hpp"

#include <algorithm>

#include "model/fields.hpp"
#include "model/partner.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::merge {

bool hides_address(const std::vector<std::optional<std::string>>& versions, model::RecordKind kind) {
    if (kind != model::RecordKind::partner) return false;
    return std::any_of(versions.begin(), versions.end(), [](const std::optional<std::string>& text) {
        if (!text) return false;
        const yaml::Parsed parsed = yaml::parse(*text, "");
        if (!parsed.root) return false;
        const auto partner = store::read<model::Partner>(*parsed.root, model::partner_shape());
        return partner.address && partner.address->confidential.value_or(false);
    });
}

Conflict without_address(Conflict conflict) {
    constexpr std::string_view hidden = "(confidentiel · confidential)";
    const std::string key = conflict.path.steps.empty() ? "" : conflict.path.steps.front();
    if (key != "address" && key != "siret") return conflict;
    for (auto* side : {&conflict.base, &conflict.ours, &conflict.theirs})
        if (*side) *side = Value{std::string(hidden)};
    return conflict;
}

}  // namespace cafe::merge
