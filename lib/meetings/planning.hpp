// A meeting that is to be held: whether it stands already, its id, and the record to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "meetings/mailing.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// What is asked of a new meeting.
struct Plan {
    std::string cafe;  ///< empty: the whole network
    std::string kind;
    std::vector<std::string> themes;
    OnePer one_per = OnePer::person;
};

/// How ids name a meeting without a café.
inline constexpr std::string_view whole_network = "reseau";

/// The meeting there is on that day for this café and, unless `any_kind`, of this kind and about these themes; empty:
/// none.
std::string standing(const store::Catalog& catalog, const Date& date, const Plan& plan, bool any_kind);

/// "2026-11-06-fumel"; "-2" behind it for a second one that day.
std::string free_id(const store::Catalog& catalog, const Date& date, const std::string& cafe);

/// Whom it invites: the café's query, narrowed to the themes of a thematic meeting. Empty: nothing says it.
std::string query_for(const store::Catalog& catalog, const Plan& plan);

/// The record: the café's hours, facilitator and scribe, and a line for each who is invited.
Value planned_record(const store::Catalog& catalog, const Plan& plan, const Date& date, const std::string& query,
                     const std::vector<Addressee>& invited);

}  // namespace cafe::meetings
