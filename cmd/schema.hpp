// The kinds of record that editors know, and the files that tell them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/fields.hpp"

namespace cafe::cmd {

struct SchemaKind {
    std::string_view name;  ///< as `cafe schema` takes it
    model::RecordKind kind;
    std::string_view files;  ///< which files of a notebook it is for, as editors match them
};

inline constexpr std::array schema_kinds{
    SchemaKind{"partner", model::RecordKind::partner, "partners/*.yaml"},
    SchemaKind{"person", model::RecordKind::person, "people/*.yaml"},
    SchemaKind{"cafe", model::RecordKind::cafe, "cafes/*.yaml"},
    SchemaKind{"meeting", model::RecordKind::meeting, "meetings/*.yaml"},
    SchemaKind{"network", model::RecordKind::network, "network.yaml"},
    SchemaKind{"settings", model::RecordKind::settings, "cafe.yaml"},
};

struct EditorFile {
    std::string path;
    std::string text;
};

/// What makes VS Code complete and explain the records of a notebook: its settings, the extension that it needs, and a
/// schema for each kind with the words that are built in. All in `.vscode`.
std::vector<EditorFile> editor_files(Lang lang);

}  // namespace cafe::cmd
