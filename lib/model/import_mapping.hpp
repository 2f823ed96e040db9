// How the columns of a file become fields: a mapping of `cafe import`, imports/NAME.yaml.
#pragma once

#include <string>
#include <vector>

namespace cafe::model {

/// A word of a source and what it stands for here; `null` or nothing: known, and it says nothing.
struct ImportWord {
    std::string written;  ///< its key in the file
    std::string meant;
    bool operator==(const ImportWord&) const = default;
};

/// What one column holds.
struct ImportColumn {
    std::string header;  ///< its key in the file; "A|B": the first that is filled, "A#2": the second of that name
    std::string to;      ///< a field of the record: "address.street"
    std::string as;      ///< how it is read where its field does not say: insee, lambert93, latitude…
    std::string day;     ///< of hours: Mo … Su
    std::string split;   ///< what separates several values
    std::string when;    ///< another column and a value: "itinerance != Oui"
    std::vector<ImportWord> words;
    bool operator==(const ImportColumn&) const = default;
};

/// An area that new fiches get: as written, or the commune of a field.
struct ImportArea {
    std::string area;
    std::string from;
    bool operator==(const ImportArea&) const = default;
};

/// What every new record gets where the file says nothing.
struct ImportDefaults {
    std::string kind;
    std::string parent;
    std::vector<std::string> themes;
    std::vector<std::string> publics;
    std::vector<ImportArea> territory;
    std::string fee;
    std::vector<std::string> languages;
    std::string audience;
    std::vector<std::string> tags;
    std::vector<std::string> lists;
    bool operator==(const ImportDefaults&) const = default;
};

/// The words that somebody explained once, by what they are.
struct ImportWords {
    std::vector<ImportWord> themes;
    std::vector<ImportWord> publics;
    std::vector<ImportWord> kind;
    std::vector<ImportWord> fee;
    bool operator==(const ImportWords&) const = default;
};

struct ImportMapping {
    std::string label;
    std::vector<std::string> files;      ///< names of files, with * and ?
    std::string as;                      ///< partners (also when empty), people, attendance
    std::string sheet;                   ///< of a workbook
    std::string source;                  ///< what sources[].name becomes; the mapping's id when empty
    std::vector<std::string> key;        ///< columns that together identify a row
    std::vector<std::string> not_a_key;  ///< values that identify nothing, with *
    std::string only;                    ///< a query over the fiche as it became
    std::vector<ImportColumn> columns;
    std::vector<std::string> empty;   ///< cells that say nothing
    std::vector<std::string> ignore;  ///< columns that are left out, with *
    std::string mailboxes;            ///< keep: a mailbox that looks like a person's stays in the fiche
    ImportDefaults set;
    ImportWords words;
    std::vector<ImportWord> partners;  ///< names of organisations in this source → ids of fiches
    bool operator==(const ImportMapping&) const = default;
};

}  // namespace cafe::model
