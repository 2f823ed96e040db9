// Somebody of an address book, or named by a fiche's row: who they are here, what is filled in, whom to tell.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "edit/forget.hpp"
#include "intake/lexicon.hpp"
#include "intake/pieces.hpp"
#include "intake/rows.hpp"
#include "intake/three_way.hpp"
#include "store/book.hpp"

namespace cafe::intake {

enum class Outcome {
    made,      ///< a new record
    updated,   ///< fields written
    same,      ///< nothing differs
    kept,      ///< edited here, the source did not change
    conflict,  ///< both changed
    unsure,    ///< it may be another one
    rejected,  ///< it cannot go in
    twice,     ///< it stands above in the file
    outside,   ///< `only:` says no
    left_out,  ///< somebody decided so, or the mode does
};

struct PersonOutcome {
    Outcome outcome = Outcome::rejected;
    std::string record;
    Words why;
    std::vector<std::string> candidates;
    std::vector<std::string> fields;
};

/// The people of one import. A person is known by a mailbox, else by the name and the organisation; what is filled in
/// is what was empty, and never anything of somebody who objects.
class People {
public:
    People(const store::Book& book, const Lexicon& lexicon, const model::ImportMapping& mapping,
           std::unordered_set<std::string>& taken);

    /// A row of an address book. `row.decision`: the fiche of the organisation, "new" (a person without one) or empty.
    PersonOutcome take(const Become& row, Mode mode);
    /// Somebody whom the row of a partner names: becomes a contact of it, or is told why not.
    void of_partner(const std::string& partner, const PersonRow& person, std::size_t line);
    /// Whom the rows of partners name and who did not become a contact: a sentence each, of the first ones.
    [[nodiscard]] std::vector<Words> passed_over() const;

    /// An organisation that somebody decided about: what the file calls it becomes another name of the fiche.
    void learn(const std::string& partner, const std::string& organisation);

    /// By path; `row` of the pending is the last that wrote it.
    [[nodiscard]] std::map<std::string, Pending>& pending() { return pending_; }
    /// Whose addresses come back by no import.
    [[nodiscard]] edit::ErasedAddresses& erased() { return erased_; }
    /// Ids of new people.
    [[nodiscard]] const std::vector<std::string>& to_inform() const { return to_inform_; }

private:
    struct Known {
        std::string id;
        bool unsure = false;
        std::vector<std::string> candidates;
    };
    [[nodiscard]] Known known(const PersonRow& person, const std::string& partner) const;
    std::string make(const PersonRow& person, const std::string& partner);
    std::vector<std::string> fill(const std::string& id, const PersonRow& person, const std::string& partner);
    [[nodiscard]] Words why_not(const std::string& partner, const PersonRow& person, const Known& somebody);
    [[nodiscard]] std::string partners_of(const std::vector<std::string>& people) const;
    bool link(const std::string& partner, const std::string& person, const std::string& role);
    bool was_erased(const PersonRow& person);
    [[nodiscard]] bool objects(const std::string& id) const;

    const store::Book& book_;
    const Lexicon& lexicon_;
    const model::ImportMapping& mapping_;
    std::unordered_set<std::string>& taken_;
    std::unordered_map<std::string, std::string> by_mailbox_;
    std::unordered_map<std::string, std::vector<std::string>> by_name_;  // folded
    std::unordered_map<std::string, std::vector<std::string>> partners_of_;
    edit::ErasedAddresses erased_;
    std::map<std::string, Pending> pending_;
    std::vector<std::string> to_inform_;
    std::vector<Words> passed_over_;
};

}  // namespace cafe::intake
