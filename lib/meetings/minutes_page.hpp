// The page of minutes as it is typed into: its parts and its words, printed and read back alike.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "model/field.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings::minutes_page {

/// A part of the page.
enum class Part {
    agenda,
    present,
    excused,
    round_table,
    questions,
    decisions,
    actions,
    announcements,
    given,
    verified,
    next,
    minutes
};

/// What stands above a part.
struct Heading {
    Part part;
    std::string_view key;  // of the record; of `given` and `verified` below `fiches`
    std::string_view fr;
    std::string_view en;
};

/// In the order of the page; the last one holds all that follows it.
inline constexpr std::array<Heading, 12> headings{{
    {Part::agenda, "agenda", "Ordre du jour", "Agenda"},
    {Part::present, "attendance", "Présents", "Present"},
    {Part::excused, "excused", "Excusés", "Apologies"},
    {Part::round_table, "round_table", "Tour de table", "Round table"},
    {Part::questions, "questions", "Questions", "Questions"},
    {Part::decisions, "decisions", "Décisions", "Decisions"},
    {Part::actions, "actions", "Qui fait quoi", "Who does what"},
    {Part::announcements, "announcements", "Dates à retenir", "Dates to remember"},
    {Part::given, "given", "Fiches remises", "Records handed in"},
    {Part::verified, "verified", "Fiches relues", "Records checked"},
    {Part::next, "next", "Prochaine rencontre", "Next meeting"},
    {Part::minutes, "minutes", "Compte rendu", "Minutes"},
}};

inline constexpr model::Label guest_word{"invité", "guest"};
inline constexpr model::Label count_word{"Nombre", "Headcount"};
inline constexpr model::Label question_word{"Question", "Question"};
inline constexpr model::Label worry_word{"Inquiétude", "Worry"};
inline constexpr model::Label need_word{"Besoin", "Need"};
inline constexpr model::Label by_word{"pour le", "by"};
inline constexpr model::Label done_word{"fait", "done"};
inline constexpr model::Label dropped_word{"abandonné", "dropped"};

/// What of a part is on record, one block for each item.
std::vector<std::string> printed_blocks(const store::Catalog& catalog, const std::string& meeting, Lang lang,
                                        const Date& today, Part part);

}  // namespace cafe::meetings::minutes_page
