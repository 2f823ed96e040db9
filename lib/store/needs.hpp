// The counts of a notebook, needs/2026-Q3.yaml: numbers that no record holds and no query looks at.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/disk.hpp"
#include "model/needs.hpp"
#include "store/record.hpp"

namespace cafe::store {

inline constexpr std::string_view needs_folder = "needs";

/// "needs/2026-Q3.yaml".
std::string needs_file(std::string_view quarter);

/// One file as it was read. `findings` has what the reading says; `source` is null where it says that nothing could be
/// read.
struct NeedsFile {
    std::string path;
    std::string name;  ///< "2026-Q3", whatever stands there
    std::string text;
    model::Needs value;
    std::shared_ptr<const Source> source;
    Findings findings;
};

NeedsFile read_needs(const std::string& text, const std::string& path);

/// All of them, by path; files that cannot be opened are left out.
std::vector<NeedsFile> needs_in(Disk& disk, const std::string& root);

}  // namespace cafe::store
