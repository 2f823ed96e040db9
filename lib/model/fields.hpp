// The field lists of all kinds of record, by kind.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "model/field.hpp"

namespace cafe::model {

enum class RecordKind {
    partner,
    person,
    cafe,
    meeting,
    network,
    settings,
    territory,
    themes,
    publics,
    kinds,
    acronyms,
    mapping,
    forgotten
};

inline constexpr std::array all_record_kinds{
    RecordKind::partner,  RecordKind::person,    RecordKind::cafe,     RecordKind::meeting, RecordKind::network,
    RecordKind::settings, RecordKind::territory, RecordKind::themes,   RecordKind::publics, RecordKind::kinds,
    RecordKind::acronyms, RecordKind::mapping,   RecordKind::forgotten};

/// The shape whose slots expect, in the order of RecordKind: Partner, Person, Cafe, Meeting, Network, Settings,
/// OwnAreas, ThemesFile, PublicsFile, KindsFile, AcronymsFile, ImportMapping, Forgotten.
const Shape& shape_of(RecordKind kind);

/// What one record of this kind is called: « fiche partenaire », "partner record".
Label name_of(RecordKind kind);
/// What several of them are called.
Label plural_of(RecordKind kind);

// One per kind of record, and those of their parts that other rooms ask for.
const Shape& partner_shape();
const Shape& service_shape();
const Shape& contact_shape();
const Shape& person_shape();
const Shape& cafe_shape();
const Shape& venue_shape();
const Shape& meeting_shape();
const Shape& invitation_shape();
const Shape& network_shape();
const Shape& settings_shape();
const Shape& own_areas_shape();
const Shape& themes_shape();
const Shape& publics_shape();
const Shape& kinds_shape();
const Shape& acronyms_shape();
const Shape& import_mapping_shape();
const Shape& forgotten_shape();
const Shape& emergency_number_shape();
/// `{on, by}`.
const Shape& agreement_shape();

/// `public`, `partners`, `private`, and what people are shown for them.
std::vector<Choice> audience_choices();

}  // namespace cafe::model
