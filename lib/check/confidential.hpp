// Confidential addresses: kept out of what a report shows, and looked for in every text of the notebook.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/inspection.hpp"
#include "facts/secrets.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// The lines of a notebook that hold a confidential address or the SIRET beside it. A report may say that something is
/// wrong there, never what is written (safety.md: shown nowhere, also on the terminal).
class HiddenLines {
public:
    explicit HiddenLines(const store::Book& book);
    [[nodiscard]] bool hold(const std::string& file, int line) const;

private:
    std::map<std::string, std::vector<std::pair<int, int>>> lines_;  // file → first and last line, from 1
};

/// Whether the source line of a finding may be shown beside it.
bool may_show_line(const Diagnostic& finding, const HiddenLines& hidden);

/// Texts of a record that tell where a confidential address is, or what of its fiche is not public. The sentence does
/// not repeat it.
void check_told(const facts::Secrets& secrets, const store::Source& source, Report& report);

/// Whether a change of a fiche can change what texts of others may tell.
bool touches_secrets(const store::Source* before, const store::Source* after);

/// Takes what is written out of the sentences of findings on hidden lines.
void hide_values(const HiddenLines& hidden, Findings& found);

}  // namespace cafe::check
