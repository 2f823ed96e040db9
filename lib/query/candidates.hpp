// Which fiches may answer a question, by what is known of each before it is read.
#pragma once

#include <vector>

#include "query/query.hpp"
#include "store/catalog.hpp"

namespace cafe::query {

/// Every fiche that answers, and perhaps others, by id. Only the places that a question requires are looked at: what
/// else it asks, a fiche may answer in any of its words.
std::vector<const store::PartnerEntry*> candidates(const store::Catalog& catalog, const Query& query);

}  // namespace cafe::query
