// Everything to print for a meeting: who signs, who sits where, what is on the table.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "store/catalog.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// One line of the sign-in sheet, and one name tent. Nobody who may not be named to the partners is in it.
struct KitPerson {
    std::string name;
    std::string role;     ///< their function for this partner
    std::string partner;  ///< its name
};

/// What a partner has missed, or got an answer to, since its people last came.
struct SinceLastTime {
    std::string partner;
    std::string last;  ///< the day, in words
    std::vector<std::string> lines;
};

struct Kit {
    std::string title;
    std::string when;
    std::string place;
    std::vector<KitPerson> people;  ///< those who come, then perhaps, then without reply, each group by name
    std::vector<std::string> agenda;
    std::vector<std::string> questions;  ///< of its café, still open, with who asked and when
    std::vector<std::string> actions;
    std::vector<SinceLastTime> since;
    std::vector<std::string> fiches;  ///< ids of the partners whose people are expected, each once
    std::vector<std::string> form;    ///< the labels of a blank record
};

/// As the partners may read it. Nothing for an unknown meeting.
std::optional<Kit> kit_of(const store::Catalog& catalog, const std::string& meeting, const Date& today, Lang lang);

/// A record on paper: a label and what is known, which is empty on a blank one. A reader types the same labels back.
std::vector<std::pair<std::string, std::string>> paper_form(const store::Catalog& catalog, const std::string& partner,
                                                            Lang lang);

}  // namespace cafe::view
