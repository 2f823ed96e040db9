// Which path is which record: the folders of a notebook and the names of its files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/fields.hpp"

namespace cafe::store {

/// A record by what it is and its id. Single files (settings, network, territory, vocabularies) have an empty id.
struct Ref {
    model::RecordKind kind = model::RecordKind::partner;
    std::string id;
    auto operator<=>(const Ref&) const = default;
};

inline constexpr std::string_view settings_file = "cafe.yaml";
/// A record file larger than this is refused (safety.md: 1 MiB).
inline constexpr std::size_t largest_record = 1024 * 1024;

/// Stands between the name of a notebook and an id where several notebooks are read together: "fumel:ccas". No id has
/// it.
inline constexpr char notebook_mark = ':';
/// The id of a record inside of its notebook: "ccas" of "fumel:ccas".
constexpr std::string_view own_id(std::string_view id) {
    return id.substr(id.find(notebook_mark) + 1);
}

/// The folder of a kind ("partners"), or empty for kinds that are one file.
std::string_view folder_of(model::RecordKind kind);
/// The path of a record inside its notebook: "partners/ccas-fumel.yaml", "cafe.yaml".
std::string path_of(const Ref& ref);
/// The record that a path inside the notebook is, by its folder and ending alone: the id may still be malformed.
/// Nothing for any other file.
std::optional<Ref> ref_at(std::string_view path);
/// How a record is named to people: "partners/ccas-fumel", "cafe.yaml".
std::string name_of(const Ref& ref);

/// The kind that a folder of the field list holds. Folder::none is not asked.
model::RecordKind kind_in(model::Folder folder);

}  // namespace cafe::store
