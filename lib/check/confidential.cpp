#include "check/confidential.hpp"

#include <algorithm>
#include <set>

#include "check/inspection.hpp"
#include "check/notebook_rules.hpp"
#include "check/rules.hpp"
#include "check/telling.hpp"
#include "model/fields.hpp"

namespace cafe::check {

namespace {

bool is_confidential(const model::Partner& partner) {
    return partner.address && partner.address->confidential.value_or(false);
}

}  // namespace

HiddenLines::HiddenLines(const store::Book& book) {
    for (const auto& partner : book.partners) {
        if (!is_confidential(partner.value)) continue;
        const LineIndex index(partner.source->text);
        for (const std::string_view key : {"address", "siret"})
            if (const yaml::Node* node = partner.source->tree.find(key))
                lines_[partner.source->path].emplace_back(index.line_of(node->span.begin),
                                                          index.line_of(node->span.end));
    }
}

bool HiddenLines::hold(const std::string& file, int line) const {
    const auto found = lines_.find(file);
    if (found == lines_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
                       [line](const auto& range) { return range.first <= line && line <= range.second; });
}

bool may_show_line(const Diagnostic& finding, const HiddenLines& hidden) {
    return !keeps_silent(*finding.rule) && !hidden.hold(finding.place.file, finding.place.line);
}

bool touches_secrets(const store::Source* before, const store::Source* after) {
    const auto has_one = [](const store::Source* source) {
        if (source == nullptr) return false;
        const yaml::Node* address = source->tree.find("address");
        return address != nullptr && address->find("confidential") != nullptr;
    };
    return has_one(before) || has_one(after);
}

void check_told(const facts::Secrets& secrets, const store::Source& source, Report& report) {
    static constexpr Phrase<> street{"ce texte dit la rue d'une adresse confidentielle",
                                     "this text gives the street of a confidential address"};
    static constexpr Phrase<> place{"ce texte mène à une adresse confidentielle",
                                    "this text leads to a confidential address"};
    static constexpr Phrase<> contact{"ce texte donne un téléphone ou un courriel qui n'est pas public",
                                      "this text gives a phone or e-mail that is not public"};
    static constexpr Phrase<> take_out{"l'enlever : l'adresse d'un refuge ne s'écrit que dans address",
                                       "take it out: a refuge's address is written in address only"};
    static constexpr Phrase<> withheld{"l'enlever ; en attendant, les publications écrivent « […] » à la place",
                                       "take it out; meanwhile publications have '[…]' in its place"};
    for (const facts::Telling& telling : secrets.told_in(source, facts::Reader::everyone)) {
        const auto is_street = std::find(telling.told.begin(), telling.told.end(), facts::Told::street);
        const bool tells_street = is_street != telling.told.end();
        // What leaves for nobody may say what it says, but for the street.
        if (!tells_street && telling.field != nullptr && telling.field->internal) continue;
        const auto which = static_cast<std::size_t>(is_street - telling.told.begin());
        const Span span = telling.users_key != nullptr
                              ? telling.users_key->span
                              : span_in(*telling.node, report, telling.spans[tells_street ? which : 0]);
        if (tells_street)
            report.add(rule::told_street, span, street(), take_out());
        else
            report.add(rule::told_place, span, telling.told.front() == facts::Told::contact ? contact() : place(),
                       withheld());
    }
}

void hide_values(const HiddenLines& hidden, Findings& found) {
    // A line that tells what must not be told is not quoted by another finding either.
    std::set<std::pair<std::string, int>> silent;
    for (const Diagnostic& finding : found)
        if (keeps_silent(*finding.rule)) silent.emplace(finding.place.file, finding.place.line);
    static constexpr Phrase<> look{"l'adresse est confidentielle : voir cette ligne dans le fichier",
                                   "the address is confidential: see this line in the file"};
    static constexpr Phrase<> see_line{"voir cette ligne dans le fichier", "see this line in the file"};
    for (Diagnostic& finding : found) {
        const bool told = !silent.empty() && silent.contains({finding.place.file, finding.place.line});
        if (told && !keeps_silent(*finding.rule)) {
            finding.message = {std::string(finding.rule->title_fr), std::string(finding.rule->title_en)};
            finding.remedy = see_line();
            continue;
        }
        if (!hidden.hold(finding.place.file, finding.place.line)) continue;
        finding.message = {std::string(finding.rule->title_fr), std::string(finding.rule->title_en)};
        finding.remedy = look();
    }
}

}  // namespace cafe::check
