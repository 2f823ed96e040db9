// What an orientation looks like to those who make it: what the fiche says of how to be sent there, the paper bon
// d'orientation, the message to the structure. None of them knows whom it is about.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "orient/journal.hpp"
#include "orient/status.hpp"
#include "render/eml.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"

namespace cafe::orient {

/// How somebody is sent to a service, with the line for professionals: as one's own people may read it.
struct Way {
    std::string title;  ///< "Escale, Mise à l'abri"
    std::vector<std::string> steps;
    std::vector<std::string> bring;
    std::string delay;
    std::string phone;
    std::string email;
    std::string link;  ///< a platform to ask on instead
    std::vector<std::string> themes;
};

/// Nothing where the fiche is unknown or closed. `service` is an id; an empty one means the fiche as a whole.
std::optional<Way> way_to(const store::Catalog& catalog, const std::string& partner, const std::string& service,
                          const Date& today);

/// The theme of an orientation: the one that was noted, else that of a service that has one only; empty otherwise. The
/// catalog must outlive it.
ThemeOf themes_by(const store::Catalog& catalog, const Date& today);

/// An area that a reader typed, as the journal may hold it: a commune becomes its EPCI. An Error of kind usage for what
/// is no area, or narrower with nothing official around it.
Result<std::string> wide_area(const territory::Territory& territory, const std::string& typed);

/// The name of such an area.
std::string area_name(const territory::Territory& territory, const std::string& code);

/// The sheet of paper: reference, where to, papers to bring, and blanks to be filled in by hand.
view::Page sheet(const Orientation& orientation, const Way& way, Lang lang);
std::string sheet_html(const view::Page& page);
std::string sheet_markdown(const view::Page& page);

/// The mail to the structure, with the reference and three answers to choose from: no person, no theme, no area.
std::string message(const Orientation& orientation, const Way& way, const render::Mailbox& from, const Date& today,
                    Lang lang);

}  // namespace cafe::orient
