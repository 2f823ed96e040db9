// What everything weighs where a question is ranked: one table, lib/query/data/weights.tsv, for the commands and for
// the published page.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace cafe::query {

/// The rows of the table, which says what each is.
struct Weights {
    double needs = 0;
    double level = 0;
    double situation = 0;
    double area = 0;
    double people = 0;
    double unasked_people = 0;
    double denied = 0;
    double kind = 0;
    double hints = 0;
    double words = 0;
    double content = 0;
    double house = 0;
    double time = 0;
    double unknown_hours = 0;
    double k1 = 0;
    double b = 0;
    double service = 0;
    double said = 0;
    double whole = 0;
    double fiche = 0;
    double text = 0;
    double by_name = 0;
    double by_part_of_name = 0;
    double by_theme = 0;
    double by_family = 0;
    double by_kind = 0;
    double by_public = 0;
    double by_narrow_word = 0;
    double by_words = 0;
    double by_synonym = 0;
    double further_reason = 0;
    double further_theme = 0;
    double saying_it = 0;
    double usual_kind = 0;
    double not_saying_it = 0;
    double for_others = 0;
    double theme_share = 0;
    double for_everyone = 0;
    double not_said = 0;
    double gone = 0;
    double part_of_area = 0;
    double place_in_name = 0;
    double near = 0;
    double inflection = 0;
    double family = 0;
    double beginning = 0;
    double lone_word = 0;
    double situation_least = 0;
    double probable = 0;
    double taught = 0;
    double sure = 0;
    double guess = 0;
    double last_guess = 0;
    double usual_guess = 0;
    double nobody_usual = 0;
    double learned_share = 0;
    double said_word = 0;
    double said_phrase = 0;
    double word_least = 0;
    double beside = 0;
    double nobody = 0;
    double nobody_free = 0;
    double replaces = 0;
    double contradicted = 0;
    double tie = 0;
    double perhaps = 0;
    double card = 0;
};

/// As the table has them, read once.
const Weights& weights();

/// Each name of `Weights` with its value, in the order of the struct. With the next one: that both lists agree.
std::vector<std::pair<std::string_view, double>> each_weight();
/// The names that the table has, in its order.
std::vector<std::string_view> names_of_weights();

}  // namespace cafe::query
