// The kinds of record a notebook holds: one row each. Where its files lie, how it is called, what it is read by:
// reading, writing, listing, completion, schemas and explanations all walk these rows.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/fields.hpp"

namespace cafe::model {

struct Kind {
    RecordKind kind = RecordKind::partner;
    std::string_view folder{};   ///< "partners": a file for each record; empty for a kind that is one file
    std::string_view file{};     ///< "cafe.yaml": the one file
    std::size_t longest_id = 0;  ///< characters of an id; of a kind with a folder
    const Shape& (*shape)() = nullptr;
    Label one{};                              ///< « fiche partenaire », "partner record"
    Label many{};                             ///< « fiches partenaires », "partner records"
    std::array<std::string_view, 7> names{};  ///< as people call it; the first is how commands write it
    bool by_hand = false;                     ///< people write it whole, so `explain` tells of it
    bool schema = false;                      ///< editors have a JSON Schema of it
    bool added = false;                       ///< `add` makes one
};

/// In the order of RecordKind.
std::span<const Kind> kinds();
/// Every folder that holds records or files of words, in order: "cafes", "imports", … "vocabulary".
const std::vector<std::string>& record_folders();
/// "partners/*.yaml", "cafe.yaml": the files of a kind, as editors match them.
std::string files_of(const Kind& row);
const Kind& row_of(RecordKind kind);
/// The kind of a word that people type for it, in French or in English, one or many: "fiche", "partners", "café".
/// Case and accents do not count. Null when none is called so.
const Kind* kind_called(std::string_view word);

}  // namespace cafe::model
