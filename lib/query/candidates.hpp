// Which fiches may answer a question, by what is known of each before it is read.
#pragma once

#include <vector>

#include "query/query.hpp"
#include "store/catalog.hpp"

namespace cafe::query {

/// Every fiche that answers, and perhaps others, by id.
std::vector<const store::PartnerEntry*> candidates(const store::Catalog& catalog, const Query& query);

/// Every fiche of which a text says a word or one of its family, and perhaps others, by id.
std::vector<const store::PartnerEntry*> who_may_say(const store::Catalog& catalog, const Sought& word);

}  // namespace cafe::query
