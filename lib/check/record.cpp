#include "check/record.hpp"

#include <algorithm>

#include "check/fields.hpp"
#include "model/fields.hpp"
#include "store/read.hpp"

namespace cafe::check {

RecordCheck::RecordCheck(const store::Book& book, const territory::Territory& territory)
    : terms_(book.vocabulary), references_(book), areas_(territory) {}

Findings RecordCheck::operator()(const store::Source& source) {
    const model::Shape& shape = model::shape_of(source.ref.kind);
    Findings found = store::findings_in(source, shape);
    Report report(source, found);
    check_part({source.tree, shape}, report);
    store::walk(source.tree, shape, [&](const store::Met& met) {
        if (met.field == nullptr) return;
        check_value(met, report);
        terms_.value(met, report);
        references_.value(met, report);
        areas_.value(met, report);
    });
    std::sort(found.begin(), found.end(), before);
    return found;
}

}  // namespace cafe::check
