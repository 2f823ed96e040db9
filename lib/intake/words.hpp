// The words that producers use: names of columns by what they hold, and the words of mailboxes that are a service's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::intake {

/// What a column of that name usually holds: a field path, or a part of a row that is none ("first_name").
struct KnownColumn {
    std::string_view to;
    std::string_view as;
};

/// By its name folded; nothing where it is not known. `people`: of an address book, where « Nom » is a person's.
std::optional<KnownColumn> known_column(std::string_view header, bool people);

/// Whether a folded word of a mailbox says a service or an organisation: "accueil", "mairie".
bool says_service(std::string_view word);

/// A civility or a title before a name, folded: "mme", "dr".
bool is_civility(std::string_view word);

}  // namespace cafe::intake
