// Texts that tell what must not be told: who is helped, who said no; and words of two alphabets.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/inspection.hpp"
#include "facts/withhold.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// Looks at texts on the walk. Most are passed over by a search for a few bytes; only the rest is folded. No sentence
/// repeats what it found.
class TellingCheck {
public:
    explicit TellingCheck(const store::Book& book);
    void value(const store::Met& met, Report& report) const;

    /// The fields of a record that name somebody who objects to being shown, as W705 finds them.
    [[nodiscard]] std::vector<facts::Withheld> naming_objectors(const store::Source& source) const;

private:
    struct Objector {
        std::string id;
        std::string file;
        std::string name;  // folded
    };

    void check_people(const store::Met& met, Report& report) const;
    void check_objectors(const store::Met& met, Report& report) const;

    std::vector<Objector> objectors_;
    std::set<std::string, std::less<>> known_;  // folded words of the names of the notebook's people
};

/// Where a French social security number stands whose key holds (13 characters and 97 minus their remainder by 97;
/// Corsica's 2A and 2B count as 19 and 18): the bytes of the first one, else nothing.
std::optional<Span> social_security_number(std::string_view text);

/// Whether a rule is about words that a report must not repeat, neither in its sentence nor by showing the line.
bool keeps_silent(const Rule& rule);

}  // namespace cafe::check
