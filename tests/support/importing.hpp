// An import as `cafe import` does it, on a notebook in memory: read, map, plan, write.
#pragma once

#include <memory>
#include <string>

#include "intake/draft.hpp"
#include "intake/plan.hpp"
#include "intake/read_file.hpp"
#include "store/catalog.hpp"
#include "support/memory_disk.hpp"

namespace cafe::test {

/// One import with all that its plan refers to.
struct Imported {
    store::Book book;
    std::unique_ptr<territory::Territory> territory;
    std::unique_ptr<intake::Lexicon> lexicon;
    intake::Read read;
    intake::Rows rows;
    intake::Plan plan;
    const intake::Table* table = nullptr;

    /// Whether a sentence in French that was said once holds these words.
    [[nodiscard]] bool says(std::string_view words) const;
    /// The row of a line of the file; null when there is none.
    [[nodiscard]] const intake::RowReport* row(std::size_t line) const;
};

/// A notebook of Lot-et-Garonne with nothing in it.
class ImportNotebook {
public:
    ImportNotebook();

    /// Writes imports/NAME.yaml as `cafe import` drafts it, and gives the name.
    std::string draft(const std::string& file_name, const std::string& bytes);
    /// Imports by a mapping and writes what the plan says, but for a dry run.
    std::unique_ptr<Imported> import(const std::string& mapping, const std::string& file_name, const std::string& bytes,
                                     intake::Mode mode = intake::Mode::all, bool write = true);
    /// `draft`, then `import`.
    std::unique_ptr<Imported> first(const std::string& file_name, const std::string& bytes);

    MemoryDisk disk;
    Date today = *Date::parse("2026-11-23");
};

/// The bytes of a file of tests/import.
std::string sample(const std::string& name);

}  // namespace cafe::test
