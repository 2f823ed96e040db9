// Address books in vCard 2.1, 3.0 and 4.0 as a table of one row a card.
#pragma once

#include <string_view>

#include "intake/table.hpp"

namespace cafe::intake {

/// Columns: kind, name, last_name, first_name, title, organisation, role, phones, emails, address.street,
/// address.postcode, address.commune, website, notes, lists, uid. Several values of a column are joined by " ; ".
/// `bytes` are as in the file: vCard 2.1 says the encoding of each line.
Table read_vcard(std::string_view bytes);

}  // namespace cafe::intake
