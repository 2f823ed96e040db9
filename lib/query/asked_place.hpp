// What a place in a question may be, and how to ask again where it is none.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/catalog.hpp"
#include "territory/territory.hpp"

namespace cafe::query {

/// An area of the notebook's own, or one that touches its départements.
bool is_of_notebook(const territory::AreaRef& area, const store::Catalog& catalog);

/// The error for a text that names no area, or several: with those that may be meant and the command to ask again.
Error area_error(std::string_view asked, const territory::Unresolved& unresolved,
                 const std::function<std::string(const std::string&)>& retry);

/// A commune of less than ten thousand people: its name in small letters may be a word. « naissance de jumeaux » is
/// about no Jumeaux; who writes « paris » means the town.
bool is_village(const territory::AreaRef& area);

}  // namespace cafe::query
