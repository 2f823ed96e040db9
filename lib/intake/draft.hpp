// A mapping for a file that nobody mapped yet: a draft that works as it stands.
#pragma once

#include <string>

#include "intake/lexicon.hpp"
#include "intake/rows.hpp"
#include "intake/table.hpp"
#include "model/import_mapping.hpp"
#include "store/book.hpp"

namespace cafe::intake {

struct Draft {
    std::string name;  ///< "liste-fs", of imports/liste-fs.yaml
    model::ImportMapping mapping;
    std::string text;  ///< as it is written, with what is to be read again marked
};

/// What the rows are: a sign-in sheet has signatures, an address book first names.
As rows_are(const Table& table);

/// The mapping that the names of the columns, and where they say nothing the cells, propose. What a fiche must have and
/// the file lacks stands under `set:` with a mark.
Draft draft(const Table& table, const std::string& file_name, As as, const store::Book& book, const Lexicon& lexicon,
            Lang lang);

/// "liste-fs-20221201.csv" → "liste-fs-*.csv".
std::string pattern_of(const std::string& file_name);

/// How many columns of a mapping a table has, and how many it does not have.
struct Fitness {
    std::size_t has = 0;
    std::size_t lacks = 0;
};
Fitness fitness(const Table& table, const model::ImportMapping& mapping);

}  // namespace cafe::intake
