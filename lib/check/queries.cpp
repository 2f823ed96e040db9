#include "check/queries.hpp"

#include "check/rules.hpp"

namespace cafe::check {

void check_query(const store::Met& met, const Refusal& refusal, Report& report) {
    if (!refusal || met.field->type != model::Type::query) return;
    const std::string* query = said(met);
    if (query == nullptr) return;
    if (const auto refused = refusal(*query))
        report.add(rule::unaskable_query, met.node.span, refused->message, refused->remedy);
}

}  // namespace cafe::check
