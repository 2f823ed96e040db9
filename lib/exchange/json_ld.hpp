// schema.org as JSON-LD: an organisation, where it is, what it offers, to whom and when.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/ledger.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// partenaires.jsonld: one context, and the organisations as its graph.
Result<std::vector<Part>> json_ld_files(const Edition& edition, Account& account);

/// One organisation as the head of its published page tells search engines of it. `url` is the page's own address, or
/// empty where the publication has none.
view::Data json_ld_of(const Edition& edition, const facts::Released<model::Partner>& partner, const std::string& url);

}  // namespace cafe::exchange
