// Journals made by chance, for the tests of orientations.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "model/reference.hpp"
#include "orient/journal.hpp"

namespace cafe::test {

/// Some orientations of 1993 or 1994, `many` at most: days that stand nowhere else in a notebook. Their events follow
/// within weeks.
inline orient::Journal some_journal(std::mt19937& chance, int many = 8) {
    const auto up_to = [&](int most) { return static_cast<int>(chance() % static_cast<unsigned>(most + 1)); };
    const auto one_of = [&](const std::vector<std::string>& words) {
        return words[static_cast<std::size_t>(up_to(static_cast<int>(words.size()) - 1))];
    };
    const auto draw = [&](std::size_t count) {
        std::string bytes;
        for (std::size_t i = 0; i < count; ++i) bytes += static_cast<char>(chance());
        return bytes;
    };
    orient::Journal journal;
    const int year = 1993 + up_to(1);
    const int count = 1 + up_to(many);
    for (int i = 0; i < count; ++i) {
        orient::Orientation one;
        one.ref = model::draw_reference(draw);
        one.to = one_of({"escale", "escale/mise-abri", "habitalys", "mairie-fumel"});
        one.theme = one_of({"", "logement", "hebergement"});
        one.area = one_of({"", "epci:200068930", "dep:47", "reg:75"});
        one.asked = Date{year, 1, 1}.plus_days(up_to(300));
        one.events.push_back({one.asked, orient::Is::asked, "", ""});
        for (int event = 0; event < up_to(3); ++event) {
            const auto names = orient::event_names();
            const orient::EventName& name = names[static_cast<std::size_t>(up_to(static_cast<int>(names.size()) - 1))];
            orient::Event next{one.asked.plus_days(up_to(60)), name.is, "", ""};
            if (name.needs_why) next.why = model::reasons()[static_cast<std::size_t>(up_to(13))].value;
            if (next.why == "better-elsewhere") next.to = "halte";
            one.events.push_back(next);
        }
        journal.orientations.push_back(std::move(one));
    }
    if (up_to(1) == 1) {
        orient::Counts& counts = journal.counters[std::to_string(year) + "-Q" + std::to_string(1 + up_to(3))];
        counts.asked = up_to(40);
        counts.tables["themes"] = {{"logement", up_to(9)}, {"unsaid", up_to(9)}};
        counts.tables["areas"] = {{"epci:200068930", up_to(9)}};
    }
    return journal;
}

}  // namespace cafe::test
