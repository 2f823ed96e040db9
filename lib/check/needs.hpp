// What must not stand in a notebook's git: counts that point at somebody, and journals of orientations.
#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"
#include "store/book.hpp"
#include "store/needs.hpp"
#include "territory/territory.hpp"

namespace cafe::check {

namespace rule {
extern const Rule wrong_counts;
extern const Rule small_cell;
extern const Rule journal_form;
}  // namespace rule

/// What is wrong with counts: too small a number, what is no theme, area or reason, another quarter than the file's.
Findings check_needs(const std::vector<store::NeedsFile>& files, const model::Vocabulary& vocabulary,
                     const territory::Territory& territory);

/// What is wrong with the text of one file, whatever it is: the form of a journal, and counts that are wrong.
Findings check_text(const std::string& path, const std::string& text, const store::Book& book);

/// The files of a notebook that have the form of a journal: those of its records, and what else lies in its folder.
Findings check_journals(Disk& disk, const store::Book& book);

}  // namespace cafe::check
