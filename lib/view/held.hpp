// Everything that a notebook holds about one person: for the right of access (GDPR, article 15).
#pragma once

#include <string>
#include <vector>

#include "edit/forget.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// A place that names the person or speaks of them. In `text` the names, mailboxes, telephones and ids of everybody
/// else are « […] ».
struct HeldPlace {
    std::string file;
    std::string field;  ///< "attendance.3.person"
    std::string text;
};

struct Held {
    std::vector<HeldPlace> named;   ///< a field names them by id: what the item around it says
    std::vector<HeldPlace> spoken;  ///< a text names them
    std::vector<edit::Handed> handed;
};

/// Of a person of the book, in the order of its files, their own file left out.
Held held_about(const store::Book& book, const std::string& person);

/// The person's own record whole, notes and all, then what is held elsewhere.
Page held_page(const store::Book& book, const store::Catalog& catalog, const std::string& person, Lang lang);

/// The same as a letter of the network to the person, with their rights.
Page access_letter(const store::Book& book, const store::Catalog& catalog, const std::string& person, const Date& today,
                   Lang lang);

}  // namespace cafe::view
