// The pages about the directory itself: what it is, who publishes it, how accessible it is.
#pragma once

#include "view/directory.hpp"

namespace cafe::view {

/// The settings' own words (`publish.about`) first; then what can be said of any directory: how many partners, how
/// fresh, to whom a mistake is reported.
Page about_page(const Directory& directory);

/// The settings' own words (`publish.legal_notice`), or that they are missing; then the sources of the areas.
Page legal_notice_page(const Directory& directory);

/// The settings' own statement (`publish.accessibility`). Without one the page says that no audit was declared: that
/// the site conforms to anything is for people to say, after one.
Page accessibility_page(const Directory& directory);

}  // namespace cafe::view
