// The pages of publics: for whom somebody is there.
#pragma once

#include <string_view>

#include "view/directory.hpp"

namespace cafe::view {

Page publics_page(const Directory& directory);

/// `id` is a public that has a page. Those who name it come first, by theme; then those who are there for everyone.
/// Whoever does not say for whom they are there is on none of these pages.
Page public_page(const Directory& directory, std::string_view id);

}  // namespace cafe::view
