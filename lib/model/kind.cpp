#include "model/kind.hpp"

#include <set>

#include "base/fold.hpp"
#include "model/values.hpp"

namespace cafe::model {

namespace {

constexpr std::array<Kind, 13> rows{{
    {.kind = RecordKind::partner,
     .folder = "partners",
     .longest_id = longest_id,
     .shape = partner_shape,
     .one = {"fiche partenaire", "partner record"},
     .many = {"fiches partenaires", "partner records"},
     .names = {"partner", "partners", "partenaire", "partenaires", "fiche", "fiches"},
     .by_hand = true,
     .schema = true,
     .added = true},
    {.kind = RecordKind::person,
     .folder = "people",
     .longest_id = longest_id,
     .shape = person_shape,
     .one = {"personne", "person"},
     .many = {"personnes", "people"},
     .names = {"person", "people", "persons", "personne", "personnes"},
     .by_hand = true,
     .schema = true,
     .added = true},
    {.kind = RecordKind::cafe,
     .folder = "cafes",
     .longest_id = longest_cafe_id,
     .shape = cafe_shape,
     .one = {"café", "café"},
     .many = {"cafés", "cafés"},
     .names = {"cafe", "cafes", "café", "cafés"},
     .by_hand = true,
     .schema = true,
     .added = true},
    {.kind = RecordKind::meeting,
     .folder = "meetings",
     .longest_id = longest_id,
     .shape = meeting_shape,
     .one = {"réunion", "meeting"},
     .many = {"réunions", "meetings"},
     .names = {"meeting", "meetings", "réunion", "réunions"},
     .by_hand = true,
     .schema = true},
    {.kind = RecordKind::network,
     .file = "network.yaml",
     .shape = network_shape,
     .one = {"réseau", "network"},
     .many = {"réseaux", "networks"},
     .names = {"network", "network.yaml", "réseau"},
     .by_hand = true,
     .schema = true},
    {.kind = RecordKind::settings,
     .file = "cafe.yaml",
     .shape = settings_shape,
     .one = {"réglages", "settings"},
     .many = {"réglages", "settings"},
     .names = {"settings", "cafe.yaml", "réglages"},
     .by_hand = true,
     .schema = true},
    {.kind = RecordKind::territory,
     .file = "territory.yaml",
     .shape = own_areas_shape,
     .one = {"territoire", "territory"},
     .many = {"territoires", "territories"},
     .names = {"territory", "territory.yaml", "territoire"},
     .by_hand = true},
    {.kind = RecordKind::themes,
     .file = "vocabulary/themes.yaml",
     .shape = themes_shape,
     .one = {"vocabulaire des thèmes", "vocabulary of themes"},
     .many = {"thèmes", "themes"}},
    {.kind = RecordKind::publics,
     .file = "vocabulary/publics.yaml",
     .shape = publics_shape,
     .one = {"vocabulaire des publics", "vocabulary of target groups"},
     .many = {"publics", "target groups"}},
    {.kind = RecordKind::kinds,
     .file = "vocabulary/kinds.yaml",
     .shape = kinds_shape,
     .one = {"vocabulaire des types", "vocabulary of kinds"},
     .many = {"types d'organisme", "kinds of organisation"}},
    {.kind = RecordKind::acronyms,
     .file = "vocabulary/acronyms.yaml",
     .shape = acronyms_shape,
     .one = {"liste des sigles", "list of acronyms"},
     .many = {"sigles", "acronyms"}},
    {.kind = RecordKind::mapping,
     .folder = "imports",
     .longest_id = longest_id,
     .shape = import_mapping_shape,
     .one = {"correspondance d'import", "import mapping"},
     .many = {"correspondances d'import", "import mappings"},
     .names = {"import", "imports", "correspondance", "correspondances"},
     .by_hand = true,
     .schema = true},
    {.kind = RecordKind::forgotten,
     .file = "forgotten.yaml",
     .shape = forgotten_shape,
     .one = {"liste des effacements", "list of erasures"},
     .many = {"effacements", "erasures"}},
}};

// A row is found by its position.
static_assert([] {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].kind != all_record_kinds[i] || rows[i].kind != static_cast<RecordKind>(i)) return false;
    return true;
}());

}  // namespace

std::span<const Kind> kinds() {
    return rows;
}

const std::vector<std::string>& record_folders() {
    static const std::vector<std::string> folders = [] {
        std::set<std::string_view> found;
        for (const Kind& row : rows) {
            const std::size_t slash = row.file.find('/');
            if (!row.folder.empty()) found.insert(row.folder);
            if (slash != std::string_view::npos) found.insert(row.file.substr(0, slash));
        }
        return std::vector<std::string>(found.begin(), found.end());
    }();
    return folders;
}

std::string files_of(const Kind& row) {
    return row.folder.empty() ? std::string(row.file) : std::string(row.folder) + "/*.yaml";
}

const Kind& row_of(RecordKind kind) {
    return rows[static_cast<std::size_t>(kind)];
}

const Kind* kind_called(std::string_view word) {
    const std::string folded = fold::text(word);
    for (const Kind& row : rows)
        for (const std::string_view name : row.names)
            if (!name.empty() && fold::text(name) == folded) return &row;
    return nullptr;
}

const Shape& shape_of(RecordKind kind) {
    return row_of(kind).shape();
}

Label name_of(RecordKind kind) {
    return row_of(kind).one;
}

Label plural_of(RecordKind kind) {
    return row_of(kind).many;
}

}  // namespace cafe::model
