// What `find` says: an answer as people read it, and as cafe/find/1.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "query/ask.hpp"
#include "query/danger.hpp"
#include "render/json.hpp"

namespace cafe::render {

struct AnswerStyle {
    Lang lang = Lang::fr;
    bool colour = false;
    int width = 0;         ///< columns; longer lines are broken at blanks; 0: never
    bool details = false;  ///< all hours, steps and limits too
};

/// How the question was understood, in one line: "thème Logement et hébergement (« housing ») · Fumel".
std::string understood_line(const store::Catalog& catalog, const query::Query& query, const Date& today, Lang lang);

/// The numbers to call at once, each on a line, above everything else; empty when no danger was heard.
std::string alarm_lines(const std::vector<query::Alarm>& alarms, const AnswerStyle& style);
/// `emergency` of cafe/find/1.
render::Json alarms_json(const std::vector<query::Alarm>& alarms);
/// The emergency numbers of the question's themes in one line, for whoever may need them later; empty when there are
/// none besides `alarms`.
std::string theme_numbers_line(const store::Catalog& catalog, const query::Query& query,
                               const std::vector<query::Alarm>& alarms, Lang lang);

/// One hit: who and what, why, whom to call, the hours of the day that was asked about, else of today, delay, cost,
/// what to bring, how old it is. Empty when nothing of the fiche may be shown.
std::string hit_for_people(const store::Catalog& catalog, const query::Query& query, const query::Hit& hit,
                           std::size_t number, const AnswerStyle& style, const Date& today);

/// A hit in one line: who, whom to call, its id.
std::string hit_in_a_line(const store::Catalog& catalog, const query::Query& query, const query::Hit& hit,
                          std::size_t number, const AnswerStyle& style, const Date& today);

/// « répondent aussi bien : 1 (mairie), 2 (bailleur) »: with what tells them apart; empty when the first stands alone.
std::string ties_line(const store::Catalog& catalog, const query::Answer& answer, Lang lang);

/// That the first answer is only perhaps one; empty when it surely is.
std::string perhaps_line(const query::Answer& answer, Lang lang);

/// Themes that it may be about; empty where something surer was understood.
std::string probable_line(const store::Catalog& catalog, const query::Query& query, Lang lang);

/// What was asked besides a list: somebody, a function, a number, a place. Empty when nothing, or nothing to be shown.
std::string direct_line(const store::Catalog& catalog, const query::Answer& answer, const AnswerStyle& style,
                        const Date& today);
/// `answer` of cafe/find/1; null when nothing.
render::Json direct_json(const store::Catalog& catalog, const query::Answer& answer);
/// `ties` of cafe/find/1.
render::Json ties_json(const query::Answer& answer);

/// The parsed question, a clue or a sign on each line, as it filters; then what only ranks and what was ignored.
std::string explained(const store::Catalog& catalog, const query::Query& query, Lang lang);

/// `understood` of cafe/find/1.
render::Json understood_json(const store::Catalog& catalog, const query::Query& query);
/// One entry of `hits`; null when nothing of the fiche may be shown.
render::Json hit_json(const store::Catalog& catalog, const query::Query& query, const query::Hit& hit,
                      const Date& today);

}  // namespace cafe::render
