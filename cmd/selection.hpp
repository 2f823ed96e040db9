// Which files of the notebook a command is about, as paths say it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/book.hpp"
#include "world.hpp"

namespace cafe::cmd {

struct Selection {
    std::vector<std::string> paths;  ///< inside the notebook; none: all

    [[nodiscard]] bool takes(std::string_view file) const;
};

/// Files and folders of the notebook as typed, each seen from the current folder and then from the notebook. An Error
/// of kind reference for one that is not there.
Result<Selection> selection_of(World& world, const store::Book& book, const std::vector<std::string>& typed);

/// How many record files of the book it takes, readable or not.
std::size_t files_in(const store::Book& book, const Selection& selection);

/// A path inside of a folder, "" for all of it; nothing when it lies elsewhere.
std::optional<std::string> path_inside(const std::string& root, const std::string& path);

}  // namespace cafe::cmd
