// The page of one fiche: how to send somebody there, what the organisation does and for whom, how to reach it.
#pragma once

#include "facts/release.hpp"
#include "view/directory.hpp"

namespace cafe::view {

/// `directory` gives names and links of what the fiche points to: a partner, theme or area that is not in it is words
/// alone, and a partner that is not in it is not named at all.
Page fiche_page(const Directory& directory, const facts::Released<model::Partner>& partner);

/// Where its page has a service, for a link; empty for one without an id that names a place.
std::string service_anchor(const model::Service& service);

}  // namespace cafe::view
