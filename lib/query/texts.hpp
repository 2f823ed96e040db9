// Where the words of a fiche stand, and how much each place says about it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.hpp"
#include "store/catalog.hpp"

namespace cafe::query {

/// One text of a fiche. The views live as long as the catalog.
struct Text {
    std::string_view text;
    std::string_view field;              ///< "summary"; of a service its own field: "situations"
    std::optional<std::size_t> service;  ///< its position in the fiche
    double weight = 1;
    bool says_need = false;  ///< names, missions and the words of a person in need: a theme is found in them
};

/// A field that is searched, and the way to it through mappings and lists.
struct Searched {
    std::vector<const model::Field*> way;  ///< the last is the field itself
    std::string path;                      ///< "address.commune"; of a service its own field
    double weight = 1;
    bool in_service = false;
};

/// The fields of a shape whose rows say that they are searched, those of services last.
std::vector<Searched> searched_fields(const model::Shape& shape);

/// What a struct says under these fields, of the type that their rows expect. The views live as long as the struct, the
/// fields and the catalog.
std::vector<Text> texts_of(const store::Catalog& catalog, const std::vector<Searched>& fields, const void* record);

/// All that a question may find. Left out: internal notes, what they do not do (`limits`), an address that is
/// confidential. Names of contacts are in; a question never tells of whom it speaks.
std::vector<Text> texts_of(const store::Catalog& catalog, const model::Partner& partner);
/// The same but for what other records say: the names of people.
std::vector<Text> own_texts_of(const model::Partner& partner);
/// The ids of those people.
std::vector<std::string_view> people_named_by(const model::Partner& partner);
/// Every telephone number that leads to the fiche: its own, its services', its contacts'.
std::vector<std::string_view> phones_of(const store::Catalog& catalog, const model::Partner& partner);

/// `services.fsl.situations`, or the field itself.
std::string path_of(const Text& text, const model::Partner& partner);

}  // namespace cafe::query
