// Every finding that the checks raise. Codes are for ever: E2xx W2xx fields, 3xx vocabulary, 4xx references, 5xx areas,
// 6xx upkeep, 7xx what must not be told. An example is one file or several, each behind a comment that names it.
#pragma once

#include <span>

#include "base/diagnostic.hpp"

namespace cafe::check {

/// All rules of this room, sorted by code within errors, warnings and hints.
std::span<const Rule* const> rules();

namespace rule {

// Fields.
extern const Rule missing;
extern const Rule wrong_length;
extern const Rule out_of_bounds;
extern const Rule unknown_choice;
extern const Rule bad_email;
extern const Rule bad_url;
extern const Rule bad_siret;
extern const Rule bad_rna;
extern const Rule bad_postcode;
extern const Rule bad_department;
extern const Rule bad_language;
extern const Rule bad_timezone;
extern const Rule bad_colour;
extern const Rule bad_id;
extern const Rule bad_time;
extern const Rule several_lines;
extern const Rule twin_id;
extern const Rule ends_before_start;
extern const Rule names_nobody;
extern const Rule implausible_phone;
extern const Rule two_numbers;
extern const Rule bad_hours;
extern const Rule hours_in_words;
extern const Rule doubtful_hours;
extern const Rule accents_apart;
extern const Rule bad_schedule;
extern const Rule unknown_import_target;
extern const Rule personal_mailbox;
extern const Rule far_from_town;

// Vocabulary.
extern const Rule unknown_theme;
extern const Rule unknown_public;
extern const Rule unknown_kind;
extern const Rule unaskable_query;
extern const Rule taught_nothing;
extern const Rule taught_elsewhere;
extern const Rule taught_names;

// References.
extern const Rule unknown_record;
extern const Rule points_to_itself;
extern const Rule nearly_a_record;
extern const Rule nearly_a_service;
extern const Rule meeting_file_name;
extern const Rule meeting_elsewhere;

// Areas.
extern const Rule unknown_area;
extern const Rule ambiguous_area;
extern const Rule circular_area;
extern const Rule empty_area;
extern const Rule doubled_area_name;
extern const Rule insee_or_postcode;
extern const Rule unknown_commune;
extern const Rule other_postcode;
extern const Rule perhaps_cedex;
extern const Rule takes_nothing_away;

// Confidential addresses.
extern const Rule told_street;

// Upkeep.
extern const Rule never_verified;
extern const Rule stale;
extern const Rule verified_in_future;
extern const Rule no_agreement;
extern const Rule old_count;
extern const Rule opening_over;
extern const Rule proposed_mapping;

}  // namespace rule

}  // namespace cafe::check
