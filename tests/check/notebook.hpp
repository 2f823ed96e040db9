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

namespace cafe::test {

/// A notebook with one good record of each kind, to which a test adds its own.
class Notebook {
public:
    Notebook() {
        put("cafe.yaml", "name: Café partenaires\ndepartments: [\"47\"]\n");
        put("partners/mairie-fumel.yaml",
            "name: Mairie de Fumel\nkind: mairie\nthemes: [demarches-administratives]\nterritory: [Fumel]\n"
            "verified: {on: 2026-11-06, how: phone}\nagreement: {on: 2026-11-06, by: marie-delmas}\n");
        put("people/marie-delmas.yaml", "name: Marie Delmas\n");
        put("cafes/fumel.yaml", "name: Café de Fumel\n");
    }

    void put(const std::string& path, std::string_view text) { disk_.put("/nb/" + path, text); }

    /// Files that stand one after the other, each behind "# folder/name.yaml": the examples of rules.
    void put_all(std::string_view files) {
        std::string path;
        std::string body;
        const auto flush = [&] {
            if (!path.empty()) put(path, body);
            body.clear();
        };
        for (const std::string_view line : text::split(files, '\n')) {
            if (line.starts_with("# ") && line.ends_with(".yaml")) {
                flush();
                path = line.substr(2);
            } else {
                body += std::string(line) + "\n";
            }
        }
        flush();
    }

    Findings check(const Date& today = *Date::of(2026, 11, 20)) {
        const auto book = store::load(disk_, "/nb", {1});
        REQUIRE(book.ok());
        const territory::Territory territory(store::territory_setup(book->settings.value, book->areas.value));
        return check::check(*book, territory, today);
    }

    /// "E201 partners/x.yaml:1:1-2 message | remedy" of every finding but those on upkeep, in English.
    std::vector<std::string> lines(std::string_view code = "") {
        std::vector<std::string> out;
        for (const Diagnostic& finding : check()) {
            if (code.empty() ? finding.rule->code.starts_with("H6") : finding.rule->code != code) continue;
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
