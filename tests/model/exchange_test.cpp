#include "model/exchange.hpp"

#include <doctest/doctest.h>

#include <set>

#include "model/fields.hpp"

using namespace cafe;
using model::Exchange;

namespace {

void check_shape(const model::Shape& shape, std::set<const model::Shape*>& done) {
    if (!done.insert(&shape).second) return;
    for (const model::Field& field : shape.fields) {
        CAPTURE(field.key);
        CAPTURE(field.exchange);
        CHECK(model::exchange_of(field).unknown.empty());
        if (field.shape != nullptr) check_shape(field.shape(), done);
    }
}

}  // namespace

TEST_CASE("a row's names are sorted by who uses them") {
    const model::Shape& partner = model::partner_shape();
    CHECK(model::exchange_of(*partner.find("name")) == Exchange{{"nom"}, {"organization.name"}, {}, {}});
    CHECK(model::exchange_of(*partner.find("referral")) ==
          Exchange{{"modes_mobilisation", "mobilisable_par"}, {}, {}, {}});
    CHECK(model::exchange_of(*partner.find("contacts")) == Exchange{{}, {"contact"}, {}, {}});
    CHECK(model::exchange_of(*partner.find("notes")) == Exchange{});
    model::Field slip;
    slip.exchange = "adrese / lieu.street";
    CHECK(model::exchange_of(slip) == Exchange{{}, {}, {}, {"adrese", "lieu.street"}});
}

TEST_CASE("every name that a row gives is one of data·inclusion, HSDS or iCalendar") {
    std::set<const model::Shape*> done;
    for (const model::RecordKind kind : model::all_record_kinds) check_shape(model::shape_of(kind), done);
}
