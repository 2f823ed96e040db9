// Who is meant by a few words: a partner, a person, or nobody of the notebook.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// One of the two is filled, or neither: nobody of the notebook is called so.
struct Named {
    std::string partner;
    std::string person;
    [[nodiscard]] const std::string& id() const { return partner.empty() ? person : partner; }
};

/// By id; by a whole name, short name or other spelling of a partner; by the whole name of a person; by words of a
/// partner's name, then of a person's. An Error of kind reference, with the candidates, where several are meant.
Result<Named> who_is(const store::Catalog& catalog, std::string_view typed);

/// The name to print where people read and `who_is` reads back: the record's name, or its id where the name may mean
/// another one. `id` is a partner, else a person, else it is printed as it is.
std::string name_to_read_back(const store::Catalog& catalog, const std::string& id);

}  // namespace cafe::meetings
