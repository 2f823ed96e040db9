#include "intake/attendance.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "meetings/attendance.hpp"

namespace cafe::intake {

namespace {

constexpr Phrase<> no_name{"personne ne se lit sur cette ligne", "nobody can be read on this row"};
constexpr Phrase<> twice{"déjà sur la feuille", "already on the sheet"};
constexpr Phrase<> several{"plusieurs personnes peuvent être celle-ci", "this may be several people"};

// How many people a row without names counts: « (2 stagiaires) ».
std::size_t counted(const std::string& text) {
    for (const fold::Word& word : fold::words(text))
        if (text::is_digits(word.folded)) return static_cast<std::size_t>(text::to_integer(word.folded).value_or(0));
    return 0;
}

bool says_excused(const std::string& sign) {
    const std::string folded = fold::text(sign);
    return folded.starts_with("excus") || folded == "exc" || folded == "absent" || folded == "absente" ||
           folded.starts_with("absent excus");
}

// The words of two names agree: whole ones are equal, or an initial begins the other's.
bool may_be(const std::string& written, const std::string& known) {
    std::vector<std::string> a;
    std::vector<std::string> b;
    for (const fold::Word& word : fold::words(written)) a.push_back(word.folded);
    for (const fold::Word& word : fold::words(known)) b.push_back(word.folded);
    if (a.empty() || b.empty()) return false;
    std::size_t whole = 0;
    for (const std::string& word : a) {
        const bool equal = std::find(b.begin(), b.end(), word) != b.end();
        const bool initial = word.size() == 1 && std::any_of(b.begin(), b.end(), [&](const std::string& other) {
                                 return other.starts_with(word);
                             });
        if (!equal && !initial) return false;
        whole += equal && word.size() > 1 ? 1 : 0;
    }
    return whole > 0;
}

}  // namespace

Attendance attendance_of(const store::Catalog& catalog, const model::Meeting& meeting, const Rows& rows,
                         const Lexicon& lexicon, const model::ImportMapping& mapping) {
    Attendance out;
    std::set<std::string> met;
    for (const Become& row : rows.all) {
        RowReport report{&row, Outcome::rejected, "", {}, {}, {}};
        const std::string name = row.people.empty() ? "" : row.people.front().name;
        const bool is_count = name.find('(') != std::string::npos || (!name.empty() && counted(name) > 0);
        if (is_count && counted(name) > 0) {
            out.unnamed += counted(name);
            report.outcome = Outcome::made;
            out.rows.push_back(std::move(report));
            continue;
        }
        if (fold::words(name).empty()) {
            report.why = no_name();
            out.rows.push_back(std::move(report));
            continue;
        }
        const std::string partner = lexicon.partner(row.organisation, mapping.partners);
        std::vector<std::string> fit;
        std::vector<std::string> here;
        for (const auto& person : catalog.people()) {
            const bool by_mail = std::any_of(
                row.people.front().emails.begin(), row.people.front().emails.end(), [&](const std::string& address) {
                    return std::any_of(person.value.emails.begin(), person.value.emails.end(),
                                       [&](const model::PersonEmail& email) { return email.address == address; });
                });
            if (by_mail) {
                fit = {person.id};
                here = fit;
                break;
            }
            if (!may_be(name, person.value.name)) continue;
            fit.push_back(person.id);
            const auto* fiche = partner.empty() ? nullptr : catalog.partner(partner);
            if (fiche != nullptr && std::any_of(fiche->value.contacts.begin(), fiche->value.contacts.end(),
                                                [&](const model::Contact& one) { return one.person == person.id; }))
                here.push_back(person.id);
        }
        const std::vector<std::string>& meant = here.empty() ? fit : here;
        const bool whole_name = fold::words(name).size() >= 2;
        if (meant.size() > 1) {
            report.outcome = Outcome::unsure;
            report.why = several();
            report.candidates = meant;
            out.rows.push_back(std::move(report));
            continue;
        }
        const std::string key = meant.size() == 1 ? meant.front() : fold::text(name);
        if (!met.insert(key).second) {
            report.outcome = Outcome::twice;
            report.why = twice();
            out.rows.push_back(std::move(report));
            continue;
        }
        Value line;
        if (meant.size() == 1 && (whole_name || !here.empty())) {
            line = meetings::seat_line(catalog, meeting, meant.front());
            report.record = "people/" + meant.front();
        } else {
            line = meetings::guest_line(name, row.organisation);
        }
        (says_excused(row.sign) ? out.excused : out.present).push_back(std::move(line));
        report.outcome = Outcome::made;
        out.rows.push_back(std::move(report));
    }
    return out;
}

}  // namespace cafe::intake
