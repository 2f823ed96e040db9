// data·inclusion v1 (https://github.com/gip-inclusion/data-inclusion-schema, 1.0.8 of 2026-04-27): structures and
// services as its JSON schema has them, and the four rules that only its Python model knows.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// structures.json and services.json. An Error of kind usage where cafe.yaml does not name the source.
Result<std::vector<Part>> data_inclusion_files(const Edition& edition, Account& account);

/// The same in the layout of the official validator: one workbook with the sheets Structures and Services.
Result<std::vector<Part>> data_inclusion_workbook(const Edition& edition, Account& account);

}  // namespace cafe::exchange
