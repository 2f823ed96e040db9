#include "store/layout.hpp"

#include <fmt/format.h>

#include "model/kind.hpp"

namespace cafe::store {

using model::Kind;
using model::RecordKind;

std::string_view folder_of(RecordKind kind) {
    return model::row_of(kind).folder;
}

std::string path_of(const Ref& ref) {
    const Kind& row = model::row_of(ref.kind);
    return row.folder.empty() ? std::string(row.file) : fmt::format("{}/{}.yaml", row.folder, ref.id);
}

std::optional<Ref> ref_at(std::string_view path) {
    constexpr std::string_view ending = ".yaml";
    for (const Kind& row : model::kinds()) {
        if (row.folder.empty()) {
            if (path == row.file) return Ref{row.kind, ""};
            continue;
        }
        if (!path.starts_with(row.folder) || path.substr(row.folder.size(), 1) != "/" || !path.ends_with(ending))
            continue;
        std::string_view name = path.substr(row.folder.size() + 1);
        name.remove_suffix(ending.size());
        if (!name.empty() && name.find('/') == std::string_view::npos) return Ref{row.kind, std::string(name)};
    }
    return std::nullopt;
}

std::string name_of(const Ref& ref) {
    const Kind& row = model::row_of(ref.kind);
    return row.folder.empty() ? std::string(row.file) : fmt::format("{}/{}", row.folder, ref.id);
}

RecordKind kind_in(model::Folder folder) {
    switch (folder) {
        case model::Folder::people: return RecordKind::person;
        case model::Folder::cafes: return RecordKind::cafe;
        case model::Folder::meetings: return RecordKind::meeting;
        case model::Folder::none:
        case model::Folder::partners: break;
    }
    return RecordKind::partner;
}

}  // namespace cafe::store
