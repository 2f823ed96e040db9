// Small notebooks for the tests of checks: files in memory, findings in a line each.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "check/check.hpp"
#include "render/report.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"

namespace cafe::test {

/// A notebook with one good record of each kind, to which a test adds its own.
class Notebook {
public:
    Notebook() { put_small_notebook(disk_); }

    void put(const std::string& path, std::string_view text) { disk_.put("/nb/" + path, text); }

    /// The files of an example, as rules hold them (support/rule_examples.hpp).
    void put_all(std::string_view example) {
        for (const ExampleFile& file : files_of_example(example)) put(file.path, file.text);
    }

    Findings check(const Date& today = *Date::of(2026, 11, 20)) { return check_notebook(disk_, today); }

    /// "E201 partners/x.yaml:1:1-2 message | remedy" of every finding but those on upkeep and on who was informed, in
    /// English.
    std::vector<std::string> lines(std::string_view code = "") {
        std::vector<std::string> out;
        for (const Diagnostic& finding : check()) {
            const std::string_view of = finding.rule->code;
            if (code.empty() ? of.starts_with("H6") || of == "H701" : of != code) continue;
            const Place& place = finding.place;
            out.push_back(fmt::format("{} {}:{}:{}-{} {} | {}", finding.rule->code, place.file, place.line,
                                      place.column, place.end_column, finding.message.en, finding.remedy.en));
        }
        return out;
    }

    /// Whether a rule is raised at all.
    bool raises(std::string_view code) {
        for (const Diagnostic& finding : check())
            if (finding.rule->code == code) return true;
        return false;
    }

    MemoryDisk& disk() { return disk_; }

private:
    MemoryDisk disk_;
};

/// Findings as one text, so that a test that fails shows them.
inline std::string joined(const std::vector<std::string>& lines) {
    return text::join(lines, "\n");
}

/// A fiche that is right, and the lines that a test adds to it.
inline std::string fiche(std::string_view more) {
    return "name: CCAS de Fumel\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n" + std::string(more);
}

}  // namespace cafe::test
