// What OpenSearch and Elasticsearch are given: documents, how they are read, how they are asked.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// bulk.ndjson (a document for each fiche and each service), mapping.json, query.json, synonyms.txt.
Result<std::vector<Part>> search_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
