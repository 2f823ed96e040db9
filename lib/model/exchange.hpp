// What a field is called where records are exchanged: data·inclusion v1, HSDS 3, iCalendar.
#pragma once

#include <string_view>
#include <vector>

#include "model/field.hpp"

namespace cafe::model {

struct Exchange {
    std::vector<std::string_view> data_inclusion;  ///< columns of structures or services: "code_postal"
    std::vector<std::string_view> hsds;            ///< tables, or columns of them: "location.postal_code"
    std::vector<std::string_view> calendar;        ///< properties: "PARTSTAT"
    std::vector<std::string_view> unknown;         ///< names of none of them: a slip in the row

    bool operator==(const Exchange&) const = default;
};

/// The names that a row gives (`exchanged_as`), sorted by who uses them.
Exchange exchange_of(const Field& field);

}  // namespace cafe::model
