// A sign-in sheet → who was at a meeting.
#pragma once

#include <string>
#include <vector>

#include "base/value.hpp"
#include "intake/plan.hpp"
#include "model/meeting.hpp"
#include "store/catalog.hpp"

namespace cafe::intake {

struct Attendance {
    List present;             ///< lines of `attendance`
    List excused;             ///< lines of `excused`
    std::size_t unnamed = 0;  ///< « 2 stagiaires »
    std::vector<RowReport> rows;
};

/// Known people by name and organisation where only one fits, initials too; others are guests, without mailbox and
/// number; « (2 stagiaires) » are counted; a row without a name waits. Nobody comes twice.
Attendance attendance_of(const store::Catalog& catalog, const model::Meeting& meeting, const Rows& rows,
                         const Lexicon& lexicon, const model::ImportMapping& mapping);

}  // namespace cafe::intake
