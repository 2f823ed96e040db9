// What records say together: twins, people in no fiche, meetings on days off, rooms too small, attendance and actions.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// Two fiches, or two people, that are probably one. Said once of each pair, on the later id.
void check_twins(const store::Book& book, Findings& found);
/// Twins among records of several notebooks.
struct TwinsBeside {
    std::function<bool(std::string_view first, std::string_view second)> counts;  ///< whether two ids are worth a word
    std::function<std::string(const store::Ref& ref)> path;                       ///< what a record's file is called
};
void check_twins(const store::Book& book, Findings& found, const TwinsBeside& beside);

/// People whom no fiche names among its contacts. Who objected to everything is left alone: the file keeps just that.
void check_functions(const store::Book& book, Findings& found);

/// Each meeting by itself and beside its café's last one. Only hints follow from `today`.
void check_meetings(const store::Book& book, const Date& today, Findings& found);

/// People who objected to mailings and still stand on a list or among the invited.
void check_objections(const store::Book& book, Findings& found);

/// People of whom nothing says that they know what the notebook keeps of them.
void check_informed(const store::Book& book, Findings& found);

}  // namespace cafe::check
