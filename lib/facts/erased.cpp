#include "facts/erased.hpp"

namespace cafe::facts {

std::optional<Words> erased_name(const store::Catalog& catalog, std::string_view id) {
    if (!model::is_forgotten(catalog.forgotten(), id)) return std::nullopt;
    if (id.starts_with("partenaire-")) return Words{"partenaire effacé", "erased partner"};
    return Words{"personne effacée", "erased person"};
}

}  // namespace cafe::facts
