// A service as people type it on a command line: ESCALE/MISE-ABRI.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "command.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// A fiche, and the position of one of its services.
struct NamedService {
    std::string partner;
    std::optional<std::size_t> service;  ///< nothing: the fiche as a whole
};

/// A REF, or a REF, a slash and a service by its id or words of its name. A fiche alone means its only service, if it
/// has one only. An Error of kind reference for what is no such fiche or service, with those there are.
Result<NamedService> service_named(const store::Catalog& catalog, const std::string& typed, const Date& day);

/// "escale/mise-abri"; of a fiche as a whole its id.
std::string name_of(const store::Catalog& catalog, const NamedService& named);

/// Its name to print: "Escale, Mise à l'abri".
std::string title_of(const store::Catalog& catalog, const NamedService& named);

/// A day given to an option, ISO or as it is spoken; nothing when it is not given. An Error of kind usage when it is
/// none.
Result<std::optional<Date>> day_of(const Arguments& arguments, std::string_view option);

}  // namespace cafe::cmd
