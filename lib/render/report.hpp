// Findings as people and programs read them: with the source line and carets, short, JSON, GitHub annotations.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "render/json.hpp"

namespace cafe::render {

/// How a report is written. Nothing here decides what is found.
struct ReportStyle {
    Lang lang = Lang::fr;
    bool colour = false;
};

/// The line (from 1) of a file as it stands, without its line end; empty when the file cannot be shown.
using SourceLine = std::function<std::string(const std::string& file, int line)>;

/// With the source line and carets at the width the characters have on a terminal (commands.md, Findings). A finding
/// about a whole file, or about none, has no such lines. A line longer than about 100 columns is cut around the place.
std::string finding_for_people(const Diagnostic& finding, const SourceLine& source, const ReportStyle& style);
/// The same finding in several places, said once with all of them: "conseil[H602] (14 fichiers): message".
std::string findings_for_people(std::span<const Diagnostic* const> findings, const ReportStyle& style);
/// One line: `partners/x.yaml:3:13: error[E010]: message`.
std::string finding_in_short(const Diagnostic& finding, const ReportStyle& style);
/// One workflow command: `::error file=…,line=…::message` (GitHub Actions), properties and message escaped.
std::string finding_for_github(const Diagnostic& finding, const ReportStyle& style);
/// One entry of `findings` in `cafe/check/1`. Only `message` and `remedy` follow the language; line and columns are
/// null for a finding about a whole file.
Json finding_json(const Diagnostic& finding, Lang lang);

/// How many of each.
struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
};
Tally tally(std::span<const Diagnostic> findings);

/// The last line: "212 fichiers, 1 erreur, 3 avertissements", or that all is well.
Words summary(const Tally& tally, std::size_t files);

/// The whole document `cafe/check/1`, findings in the order given.
std::string check_json(std::span<const Diagnostic> findings, std::size_t files, Lang lang);

/// `error`, `warning`, `hint`: the names machines read.
std::string_view severity_key(Severity severity);

}  // namespace cafe::render
