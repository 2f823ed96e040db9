// Free places as people read them: how many, from when to when, how old the count is; and the sheet to ask them by.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "facts/places.hpp"
#include "query/match.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// « 2 libres sur 4, 3 en attente »; « à demander » where nobody knows.
std::string places_in_words(const facts::PlacesCount& count, Lang lang);

/// « compté il y a 34 jours ».
std::string counted_in_words(const std::optional<Date>& as_of, const Date& today, Lang lang);

/// « du 19 décembre 2026 au 3 janvier 2027 »; « en ce moment » without any day.
std::string period_in_words(const facts::Period& period, Lang lang);

/// The periods of a service that are not over, in a line: « 2 libres du 19 décembre 2026 au 3 janvier 2027, au 6
/// novembre 2026 ; … ». Empty where there are none.
std::string openings_in_words(const std::vector<model::Opening>& openings, const model::Settings& settings,
                              const Date& today, Lang lang);

/// Both, as long as the counts are fresh: « 1 libre sur 4, au 6 novembre 2026 ; 2 libres du 19 décembre… ».
std::string places_of_service(const model::Service& service, const model::Settings& settings, const Date& today,
                              Lang lang);
/// The same as text: what its page says once the first of the counts is too old.
Text aging_places(const model::Service& service, const model::Settings& settings, const Date& today, Lang lang);

/// Who has free places among those who answer a question, best first, as one's own people may know.
std::vector<facts::PlacesCount> places_of_hits(const store::Catalog& catalog, const std::vector<query::Hit>& hits,
                                               const facts::Period& period, const Date& today);

/// The same of every open fiche, in the order of names.
std::vector<facts::PlacesCount> places_of_all(const store::Catalog& catalog, const facts::Period& period,
                                              const Date& today);

/// The number to ask a service at: its line for professionals, else whom to call. Empty where there is none.
std::string number_to_ask(const store::Catalog& catalog, const std::string& partner, const std::string& service,
                          const Date& today);

/// A sheet for the round table of a meeting: every service of those who are expected that says how many places it has,
/// with what was counted last and blanks for what is told now. As the partners may read it. Nothing where nobody
/// expected counts places.
std::optional<Page> places_sheet(const store::Catalog& catalog, const std::string& meeting, const Date& today,
                                 Lang lang);

}  // namespace cafe::view
