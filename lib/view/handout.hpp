// A sheet in large print that a person takes home: where to turn, whom to call, when, what to bring.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/vocabulary.hpp"
#include "store/catalog.hpp"
#include "territory/territory.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// What the sheet is about. Nothing of the question itself is printed: it may say more of the person than is good to
/// carry around.
struct HandoutFor {
    std::string theme;                              ///< an id, may be empty
    std::optional<territory::AreaRef> place;        ///< permanences there come first
    std::vector<model::EmergencyNumber> emergency;  ///< stand above everything
    Date today;
    Lang lang = Lang::fr;
};

/// Whom to turn to: a fiche, and the service that answers, if one does.
struct Turn {
    std::string partner;
    std::string service;
};

struct Handout {
    Page page;
    std::size_t choices = 0;            ///< how many are on the sheet
    std::vector<std::string> reserved;  ///< ids passed over: nothing of them is for everyone
    std::vector<std::string> left_out;  ///< labels of what found no room on the sheet
};

/// More would not be read, and two in large print fill one side of A4.
inline constexpr std::size_t most_choices = 2;

/// The first of `turns` that everyone may know of, at most `most_choices` and as many as one sheet holds; one that is
/// suspended only where no other is on it, none that is closed. Everything is released for everyone here, whoever
/// asked.
Handout handout(const store::Catalog& catalog, const std::vector<Turn>& turns, const HandoutFor& about);

/// The page that a script fills with the sheets of several fiches; without one it says where each has its own.
Page handouts_page(Lang lang);

}  // namespace cafe::view
