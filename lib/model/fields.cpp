#include "model/fields.hpp"

namespace cafe::model {

namespace {

struct Row {
    RecordKind kind;
    const Shape& (*shape)();
    Label one;
    Label many;
};

constexpr std::array<Row, 11> rows{{
    {RecordKind::partner,
     partner_shape,
     {"fiche partenaire", "partner record"},
     {"fiches partenaires", "partner records"}},
    {RecordKind::person, person_shape, {"personne", "person"}, {"personnes", "people"}},
    {RecordKind::cafe, cafe_shape, {"café", "café"}, {"cafés", "cafés"}},
    {RecordKind::meeting, meeting_shape, {"réunion", "meeting"}, {"réunions", "meetings"}},
    {RecordKind::network, network_shape, {"réseau", "network"}, {"réseaux", "networks"}},
    {RecordKind::settings, settings_shape, {"réglages", "settings"}, {"réglages", "settings"}},
    {RecordKind::territory, own_areas_shape, {"territoire", "territory"}, {"territoires", "territories"}},
    {RecordKind::themes, themes_shape, {"vocabulaire des thèmes", "vocabulary of themes"}, {"thèmes", "themes"}},
    {RecordKind::publics,
     publics_shape,
     {"vocabulaire des publics", "vocabulary of target groups"},
     {"publics", "target groups"}},
    {RecordKind::kinds,
     kinds_shape,
     {"vocabulaire des types", "vocabulary of kinds"},
     {"types d'organisme", "kinds of organisation"}},
    {RecordKind::acronyms, acronyms_shape, {"liste des sigles", "list of acronyms"}, {"sigles", "acronyms"}},
}};

const Row& row_of(RecordKind kind) {
    for (const Row& row : rows)
        if (row.kind == kind) return row;
    return rows.front();
}

}  // namespace

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
