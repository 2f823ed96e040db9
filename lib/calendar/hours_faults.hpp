// What is said of a fault in OpenStreetMap's notation of opening hours.
#pragma once

#include <string>

#include "base/words.hpp"

namespace cafe::calendar::hours_faults {

inline constexpr Phrase<std::string> unknown{"« {} » ne se comprend pas dans des horaires",
                                             "'{}' is not understood in opening hours"};
inline constexpr Phrase<> like_these{
    "écrire par exemple « Mo-Fr 09:00-12:00,14:00-17:00; PH off » ou « lundi au vendredi 9h-12h » ; le reste va dans "
    "une note",
    "write for example 'Mo-Fr 09:00-12:00,14:00-17:00; PH off' or 'lundi au vendredi 9h-12h'; the rest goes into a "
    "note"};

inline constexpr Phrase<> nothing_said{"aucun horaire n'est écrit", "no hours are written"};
inline constexpr Phrase<std::string> no_time{"« {} » n'est pas une heure", "'{}' is not a time of day"};
inline constexpr Phrase<> times_are{
    "les heures vont de 00:00 à 24:00, les minutes de 00 à 59 ; une fin le lendemain s'écrit 26:00 pour deux heures",
    "hours go from 00:00 to 24:00, minutes from 00 to 59; an end on the next day is written 26:00 for two o'clock"};
inline constexpr Phrase<> no_minutes{"il manque les minutes", "the minutes are missing"};
inline constexpr Phrase<std::string> write_it{"écrire {}", "write {}"};
inline constexpr Phrase<> no_end{"il manque l'heure de fin", "the end is missing"};
inline constexpr Phrase<std::string> write_end{"écrire par exemple {0}-12:00, ou {0}+ si la fin n'est pas connue",
                                               "write for example {0}-12:00, or {0}+ if the end is not known"};
inline constexpr Phrase<std::string> no_comma{"il manque une virgule avant « {} »", "a comma is missing before '{}'"};
inline constexpr Phrase<std::string> no_semicolon{"il manque un point-virgule avant « {} »",
                                                  "a semicolon is missing before '{}'"};
inline constexpr Phrase<> no_last_day{"il manque le dernier jour", "the last day is missing"};
inline constexpr Phrase<> days_are{
    "Mo lundi, Tu mardi, We mercredi, Th jeudi, Fr vendredi, Sa samedi, Su dimanche",
    "Mo Monday, Tu Tuesday, We Wednesday, Th Thursday, Fr Friday, Sa Saturday, Su Sunday"};
inline constexpr Phrase<> no_bracket{"le crochet n'est jamais fermé", "the bracket is never closed"};
inline constexpr Phrase<> add_bracket{"écrire par exemple Tu[1] ou Tu[1,3]", "write for example Tu[1] or Tu[1,3]"};
inline constexpr Phrase<std::string> no_rank{"« {} » n'est pas un rang dans le mois",
                                             "'{}' is not a position in the month"};
inline constexpr Phrase<> ranks_are{"de 1 à 5, ou -1 pour le dernier du mois",
                                    "1 to 5, or -1 for the last of the month"};
inline constexpr Phrase<> no_quote{"le guillemet n'est jamais fermé", "the quotation mark is never closed"};
inline constexpr Phrase<> add_quote{"ajouter \" à la fin du commentaire", "add \" at the end of the comment"};
inline constexpr Phrase<std::string> no_day{"le jour « {} » n'existe pas", "the day '{}' does not exist"};
inline constexpr Phrase<> put_day_right{"corriger le jour ou le mois", "put the day or the month right"};
inline constexpr Phrase<> years_run_on{"la seconde année doit suivre la première",
                                       "the second year must come after the first"};
inline constexpr Phrase<> write_years{"écrire par exemple 2026-2028, ou 2026 pour une seule année",
                                      "write for example 2026-2028, or 2026 for one year alone"};
inline constexpr Phrase<std::string> no_week{"« {} » n'est pas un numéro de semaine",
                                             "'{}' is not the number of a week"};
inline constexpr Phrase<> weeks_are{"de 1 à 53", "1 to 53"};
inline constexpr Phrase<> two_meanings{"« we » peut dire mercredi (We) ou le week-end (Sa-Su)",
                                       "'we' may mean Wednesday (We) or the week-end (Sa-Su)"};
inline constexpr Phrase<> say_which{"écrire We, ou Sa-Su", "write We, or Sa-Su"};
inline constexpr Phrase<std::string> day_or_month{"« {} » peut dire mardi (Tu) ou mars",
                                                  "'{}' may mean Tuesday (mardi, Tu) or March"};
inline constexpr Phrase<> say_day_or_month{"écrire Tu pour mardi, ou « Mar Mo-Su » pour tous les jours de mars",
                                           "write Tu for Tuesday, or 'Mar Mo-Su' for every day of March"};

}  // namespace cafe::calendar::hours_faults
