// The parts of `cafe check`: what is found, how it is told, what git is about to commit, the scores.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "command.hpp"
#include "selection.hpp"

namespace cafe::cmd {

using Codes = std::set<std::string, std::less<>>;

struct CheckRequest {
    Codes only;  ///< none: all
    Codes skip;
    Selection selection;

    [[nodiscard]] bool takes(std::string_view code) const {
        return (only.empty() || only.contains(code)) && !skip.contains(code);
    }
};

/// What is found in a book that came from `disk`, less what was not asked for.
Findings findings_of(World& world, Disk& disk, const store::Book& book, const CheckRequest& request);

/// What a report may be: "human", "short", "json", "github".
std::vector<std::string_view> report_formats();

/// Prints what was found in a book that came from `disk`, in the format asked for; for people when none is. Exit code 1
/// when there is an error, with --strict a warning. Lines of `secret` files are not shown either.
Result<int> report_findings(World& world, Disk& disk, const store::Book& book, const Arguments& arguments,
                            std::string_view asked, Findings findings, std::size_t files,
                            std::set<std::string> secret = {});

/// The files that cannot be read and may speak of a confidential address: nothing of them is shown or quoted.
std::set<std::string> secret_files(Disk& disk, const store::Book& book);

/// What is found in each of the notebooks that -C names, and who stands in two of them.
Result<int> check_together(World& world, const Arguments& arguments, const std::string& format,
                           const CheckRequest& request);

/// Findings in the files of the next commit; in others those that it brings about.
Result<int> check_staged(World& world, const Arguments& arguments, const std::string& format, CheckRequest request);

/// A score per fiche, the lowest first, each with the one next thing to mend.
Result<int> show_quality(World& world, const Arguments& arguments);

}  // namespace cafe::cmd
