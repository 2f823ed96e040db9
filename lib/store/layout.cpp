#include "store/layout.hpp"

#include <fmt/format.h>
#include <array>

namespace cafe::store {

namespace {

using model::RecordKind;

struct Room {
    RecordKind kind;
    std::string_view folder;  // records of this kind, one file each
    std::string_view file;    // or the one file
};

constexpr std::array<Room, 11> rooms{{
    {RecordKind::partner, "partners", ""},
    {RecordKind::person, "people", ""},
    {RecordKind::cafe, "cafes", ""},
    {RecordKind::meeting, "meetings", ""},
    {RecordKind::settings, "", settings_file},
    {RecordKind::network, "", "network.yaml"},
    {RecordKind::territory, "", "territory.yaml"},
    {RecordKind::themes, "", "vocabulary/themes.yaml"},
    {RecordKind::publics, "", "vocabulary/publics.yaml"},
    {RecordKind::kinds, "", "vocabulary/kinds.yaml"},
    {RecordKind::acronyms, "", "vocabulary/acronyms.yaml"},
}};

const Room& room_of(RecordKind kind) {
    for (const Room& room : rooms)
        if (room.kind == kind) return room;
    return rooms[0];
}

}  // namespace

std::string_view folder_of(RecordKind kind) {
    return room_of(kind).folder;
}

std::string path_of(const Ref& ref) {
    const Room& room = room_of(ref.kind);
    return room.folder.empty() ? std::string(room.file) : fmt::format("{}/{}.yaml", room.folder, ref.id);
}

std::optional<Ref> ref_at(std::string_view path) {
    constexpr std::string_view ending = ".yaml";
    for (const Room& room : rooms) {
        if (room.folder.empty()) {
            if (path == room.file) return Ref{room.kind, ""};
            continue;
        }
        if (!path.starts_with(room.folder) || path.substr(room.folder.size(), 1) != "/" || !path.ends_with(ending))
            continue;
        std::string_view name = path.substr(room.folder.size() + 1);
        name.remove_suffix(ending.size());
        if (!name.empty() && name.find('/') == std::string_view::npos) return Ref{room.kind, std::string(name)};
    }
    return std::nullopt;
}

std::string name_of(const Ref& ref) {
    const Room& room = room_of(ref.kind);
    return room.folder.empty() ? std::string(room.file) : fmt::format("{}/{}", room.folder, ref.id);
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
