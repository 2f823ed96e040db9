#include "site/hours_data.hpp"

#include <fmt/format.h>

#include <vector>

#include "base/text.hpp"
#include "calendar/holidays.hpp"
#include "calendar/open_week.hpp"
#include "render/json.hpp"
#include "view/hours.hpp"

namespace cafe::site {

namespace {

constexpr Phrase<> open_now{"Ouvert maintenant", "Open now"};
constexpr Phrase<> open_until{"Ouvert, ferme à #", "Open, closes at #"};
constexpr Phrase<> opens_on{"Fermé, ouvre # à #", "Closed, opens # at #"};
constexpr Phrase<> hours_today{"Aujourd’hui\u202f: #", "Today: #"};
constexpr Phrase<> closed_today{"Aujourd’hui\u202f: fermé", "Today: closed"};
constexpr Phrase<> all_day{"jour et nuit", "day and night"};
constexpr Phrase<> today_is{"aujourd’hui", "today"};
constexpr Phrase<> tomorrow_is{"demain", "tomorrow"};

}  // namespace

std::string hours_data(const view::Directory& directory) {
    const view::Edition& edition = directory.edition;
    std::vector<std::string> words;
    for (const Words& each : {open_now(), open_until(), opens_on(), today_is(), tomorrow_is()})
        words.push_back(each.in(edition.lang));
    for (int day = 1; day <= 7; ++day) words.push_back(view::weekday_name(day, edition.lang));
    std::vector<std::string> days;
    for (int year = 0; year < 3; ++year)
        for (const auto& holiday :
             calendar::public_holidays(edition.today.year + year, edition.catalog.settings().departments))
            days.push_back(calendar::day_number(holiday.date));
    const std::vector<std::string> of_fiche{hours_today().in(edition.lang), closed_today().in(edition.lang),
                                            all_day().in(edition.lang)};
    return fmt::format("JOURS={{\"l\":{},\n\"o\":{},\n\"f\":{}}};\n", render::json_in_page(render::json_list(words)),
                       render::json_in_page(render::json_text(text::join(days, " "))),
                       render::json_in_page(render::json_list(of_fiche)));
}

}  // namespace cafe::site
