// What the files of `cafe import` share.
#pragma once

#include <string>
#include <vector>

#include "command.hpp"
#include "intake/decide.hpp"
#include "intake/plan.hpp"
#include "intake/read_file.hpp"
#include "store/book.hpp"

namespace cafe::cmd {

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
/// The tables that `cafe export` wrote, all files together.
Result<int> import_exported(World& world, const Arguments& arguments, const store::Book& book);
/// A sign-in sheet into the meeting that `--meeting` names.
Result<int> import_attendance(World& world, const Arguments& arguments, const store::Book& book,
                              const model::ImportMapping& mapping, const intake::Rows& rows);

}  // namespace cafe::cmd
