// The rows of a table as records, by a mapping: pure, but for what the notebook's words mean.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "intake/lexicon.hpp"
#include "intake/person_row.hpp"
#include "intake/remarks.hpp"
#include "intake/table.hpp"
#include "model/import_mapping.hpp"

namespace cafe::intake {

/// One row as it became.
struct Become {
    const Row* row = nullptr;
    std::string id;                                  ///< of a table that cafe wrote: the fiche's own
    std::string key;                                 ///< of the key columns; empty: none, or a provisional one
    Value record{Map{}};                             ///< the fields that its cells say
    std::set<std::string, std::less<>> unchanged{};  ///< fields that say what an export of the fiche says today
    Map by_words{};                                  ///< kind, themes that its texts say: for a fiche that is made
    std::vector<PersonRow> people;
    std::optional<Date> source_date;
    std::string source_link;
    std::vector<Words> reasons;             ///< why it cannot go in
    std::vector<std::string> mended_cells;  ///< the row with its cells in their places, where they moved
    std::string decision;                   ///< cafe:fiche of a file of rejects
    std::string parent;                     ///< what the file calls the parent, where no fiche is called so
    std::string department;                 ///< an area, for who has no commune
    std::string organisation;               ///< of a person's row
    std::string sign;                       ///< of a sign-in sheet: what stands under the signature
    bool is_organisation = false;           ///< of an address book: no person
};

struct Rows {
    std::vector<Become> all;
    std::vector<Words> notes;          ///< of whole columns: zeros put back, coordinates exchanged
    std::vector<std::string> missing;  ///< columns of the mapping that the table does not have
    std::vector<std::string> further;  ///< columns that the mapping does not name
    std::vector<std::string> blank_fields;
    Remarks remarks;
};

enum class As { partners, people, attendance };

/// Every row, in order. A row with cells that moved, letters that are lost or too few cells has its reasons.
Rows become(const Table& table, const model::ImportMapping& mapping, const Lexicon& lexicon, As as);

/// The text under a key of a mapping value, or empty.
std::string text_at(const Value& record, std::string_view key);

}  // namespace cafe::intake
