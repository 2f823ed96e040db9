#include "check/confidential.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "check/inspection.hpp"
#include "check/rules.hpp"
#include "check/telling.hpp"
#include "model/fields.hpp"

namespace cafe::check {

namespace {

bool is_confidential(const model::Partner& partner) {
    return partner.address && partner.address->confidential.value_or(false);
}

// A street that must not be told: as a whole for every file, without its number for the fiche's own texts.
struct Secret {
    std::string file;
    std::string number;  // "12", empty when it has none
    std::string whole;   // folded: "12 rue des lilas"
    std::string name;    // "rue des lilas"
};

// Shorter ones ("le bourg") would be found everywhere.
constexpr std::size_t shortest_street = 8;

std::vector<Secret> secrets_of(const store::Book& book) {
    std::vector<Secret> secrets;
    for (const auto& partner : book.partners) {
        if (!is_confidential(partner.value)) continue;
        Secret secret{partner.source->path, "", fold::text(partner.value.address->street), ""};
        if (secret.whole.size() < shortest_street) continue;
        const std::string_view first = text::split(secret.whole, ' ').front();
        if (text::is_digits(first)) secret.number = first;
        secret.name = text::trim(std::string_view(secret.whole).substr(secret.number.size()));
        secrets.push_back(std::move(secret));
    }
    return secrets;
}

// Whole words only: "12 rue des lilas" does not stand in "112 rue des lilas".
bool tells(std::string_view folded, std::string_view street) {
    for (std::size_t at = folded.find(street); at != std::string_view::npos; at = folded.find(street, at + 1)) {
        const std::size_t end = at + street.size();
        if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) return true;
    }
    return false;
}

// Where the words of a street stand in a text that tells it; the whole text where folding joins words.
Span span_of(std::string_view written, std::string_view street) {
    const std::vector<fold::Word> words = fold::words(written);
    const std::vector<std::string_view> sought = text::split(street, ' ');
    const auto first = std::search(words.begin(), words.end(), sought.begin(), sought.end(),
                                   [](const fold::Word& word, std::string_view part) { return word.folded == part; });
    if (first == words.end()) return {0, written.size()};
    return {first->begin, (first + static_cast<std::ptrdiff_t>(sought.size()) - 1)->end};
}

// What of a street must not be told in a file: all of it, in the fiche itself its name alone.
const std::string& told_of(const Secret& secret, const store::Source& source) {
    return source.path == secret.file && secret.name.size() >= shortest_street ? secret.name : secret.whole;
}

bool tells(const std::string& written, const store::Source& source, const Secret& secret) {
    const bool own = source.path == secret.file;
    // Folding leaves digits alone: most texts are passed over by this.
    if (!own && written.find(secret.number) == std::string::npos) return false;
    return tells(fold::text(written), told_of(secret, source));
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

void check_told_streets(const store::Book& book, Findings& found) {
    static constexpr Phrase<> told{"ce texte dit la rue d'une adresse confidentielle",
                                   "this text gives the street of a confidential address"};
    static constexpr Phrase<> take_out{"l'enlever : l'adresse d'un refuge ne s'écrit que dans address",
                                       "take it out: a refuge's address is written in address only"};
    const std::vector<Secret> secrets = secrets_of(book);
    if (secrets.empty()) return;
    for (const auto& source : book.sources) {
        Report report(*source, found);
        store::walk(source->tree, model::shape_of(source->ref.kind), [&](const store::Met& met) {
            if (met.node.kind != yaml::Kind::scalar || met.node.text.size() < shortest_street) return;
            const bool in_address = met.path.starts_with("address.");
            for (const Secret& secret : secrets) {
                // A neighbour's own address is not ours to judge.
                if (in_address || !tells(met.node.text, *source, secret)) continue;
                const Span street = span_of(met.node.text, told_of(secret, *source));
                return report.add(rule::told_street, span_in(met.node, report, street), told(), take_out());
            }
        });
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
