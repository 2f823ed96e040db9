// Minutes as a plain page that a person types, and back: headings, a line for each thing, nothing of YAML.
//
//     ## Présents
//     Marie Delmas (CCAS de Fumel)
//     _ Thomas Lacombe (CCAS de Fumel)
//     Lucie Arnal (invité : Stagiaire au CMS)
//
//     ## Tour de table
//     - Habitalys (David Zanin) : Douze logements livrés à Montayral.
//       La visite est le 12.
//
//     ## Questions
//     - Inquiétude (CCAS de Fumel) : La permanence de la MSA ferme. [permanence-msa]
//       → MSA, 12/12/2026 : Elle reprend en janvier.
//
//     ## Qui fait quoi
//     - Laurent Bousquet : Confirmer le bureau (pour le 20/11/2026) [bureau-msa]
//
// What stands in the page as it was printed changes nothing, whatever of the record it does not show; a line that was
// changed changes what it shows. A line that is taken out of the printed page, which begins with "# ", takes its item
// out; a page that somebody began by themselves only adds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "edit/edit.hpp"
#include "store/catalog.hpp"
#include "yaml/tree.hpp"

namespace cafe::meetings {

/// The page of a meeting: what is on record, and a line that does not count yet for each who is expected.
std::string minutes_text(const store::Catalog& catalog, const std::string& meeting, Lang lang, const Date& today);

/// A line that was not understood.
struct Remark {
    int line = 0;  ///< from 1
    std::string text;
    Words what;
};

struct ReadMinutes {
    std::vector<edit::Edit> edits;  ///< of the meeting's record; empty when the page says what it says
    std::vector<Remark> remarks;    ///< in the order of the page
};

/// `record` is the meeting's tree as its file has it. Headings are read in both languages, with or without `##`.
ReadMinutes read_minutes(const store::Catalog& catalog, const std::string& meeting, const yaml::Node& record,
                         std::string_view page, Lang lang, const Date& today);

}  // namespace cafe::meetings
