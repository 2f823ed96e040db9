// The rows of a table as records, by a mapping: pure, but for what the notebook's words mean.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "intake/cells.hpp"
#include "intake/lexicon.hpp"
#include "intake/table.hpp"
#include "model/import_mapping.hpp"

namespace cafe::intake {

/// Somebody whom a row names.
struct PersonRow {
    std::string name;
    std::string title;
    std::string role;
    std::string organisation;
    std::vector<std::string> emails;
    std::vector<PhoneCell> phones;
    std::vector<std::string> lists;
    std::string notes;
    bool operator==(const PersonRow&) const = default;
};

/// One row as it became.
struct Become {
    const Row* row = nullptr;
    std::string id;       ///< of a table that cafe wrote: the fiche's own
    std::string key;      ///< of the key columns; empty: none, or a provisional one
    Value record{Map{}};  ///< the fields that its cells say
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

/// What is said once, with how many rows: by sentence.
class Remarks {
public:
    void add(const Words& sentence) { ++counts_[sentence.fr].first, counts_[sentence.fr].second = sentence; }
    /// A word that is not known, of a column.
    void unknown_word(std::string_view field, const std::string& word, const std::string& nearest);
    struct Unknown {
        std::string field;
        std::string word;
        std::string nearest;
        std::size_t rows = 0;
    };
    [[nodiscard]] std::vector<Unknown> unknown_words() const;
    /// In the order of sentences, each with its count.
    [[nodiscard]] std::vector<std::pair<Words, std::size_t>> all() const;

private:
    std::map<std::string, std::pair<std::size_t, Words>> counts_;
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::string>> unknown_;
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

/// Whether `pattern` (with * and ?) is all of a text; case and accents do not count.
bool matches(std::string_view pattern, std::string_view text);

/// The text under a key of a mapping value, or empty.
std::string text_at(const Value& record, std::string_view key);

}  // namespace cafe::intake
