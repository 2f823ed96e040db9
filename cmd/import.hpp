// What the files of `cafe import` share.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"
#include "intake/decide.hpp"
#include "intake/exported.hpp"
#include "intake/plan.hpp"
#include "intake/read_file.hpp"
#include "store/book.hpp"

namespace cafe::cmd {

inline constexpr std::size_t largest_file = std::size_t{256} * 1024 * 1024;

/// A file as it was given: its name without folders, its bytes, its tables.
struct GivenFile {
    std::string name;
    std::string digest;
    intake::Read read;
};

/// `-` reads standard input. An Error of kind environment when it cannot be opened, of kind usage when nothing in it
/// can be read.
Result<GivenFile> open_file(World& world, const std::string& path);

/// The text of a file of the notebook beside the records, empty where there is none.
std::string text_beside(World& world, const std::string& root, const std::string& path);

/// What every mapping left: memories and conflicts.
std::vector<intake::Left> left_by_imports(World& world, const store::Book& book);

/// `--status`: each mapping, its last import, what waits.
Result<int> import_status(World& world, const Arguments& arguments, const store::Book& book);
/// `--take` and `--keep`.
Result<int> import_decide(World& world, const Arguments& arguments, const store::Book& book);
/// A file that has no mapping, or `--draft`: writes the mapping, shows ten rows. Exit code 1.
Result<int> import_draft(World& world, const Arguments& arguments, const store::Book& book, const GivenFile& file);
/// A file by its mapping.
Result<int> import_rows(World& world, const Arguments& arguments, const store::Book& book, const GivenFile& file,
                        const std::string& name, const model::ImportMapping& mapping);
/// Says what a plan does, writes it, and what is left to decide.
Result<int> finish_import(World& world, const Arguments& arguments, const store::Book& book, const std::string& name,
                          const intake::Table& table, intake::Plan plan);
/// Nothing that `--rejects` would write over: an Error of kind environment for a file that no import wrote.
Result<Done> check_rejects_file(World& world, const Arguments& arguments);
/// How far an import is, on a terminal.
void tell_rows(World& world, std::size_t done, std::size_t total);
/// `--new`, `--update`, `--fill`.
intake::Mode mode_of(const Arguments& arguments);

/// A mapping that is built in: of files whose columns are always the same.
struct BuiltIn {
    std::string_view name;    ///< as `--map` has it
    std::string_view memory;  ///< imports/MEMORY.seen and .conflicts
    std::string_view source;  ///< what `sources` of a new fiche says; empty: nothing
    intake::Exported (*read)(const std::vector<intake::Table>& tables, const intake::Lexicon& lexicon,
                             const store::Book& book);
    std::string_view format;  ///< of `cafe export`, where a fiche goes out in other words than it stands in
    Phrase<> nothing;         ///< what is said of files that hold no fiche
    Phrase<> remedy;
};
std::span<const BuiltIn> built_in_mappings();
/// All files together, by a mapping that is built in.
Result<int> import_exported(World& world, const Arguments& arguments, const store::Book& book, const BuiltIn& mapping);
/// A sign-in sheet into the meeting that `--meeting` names.
Result<int> import_attendance(World& world, const Arguments& arguments, const store::Book& book,
                              const model::ImportMapping& mapping, const intake::Rows& rows);

}  // namespace cafe::cmd
