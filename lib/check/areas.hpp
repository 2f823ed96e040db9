// Areas and addresses: names that mean none or several, postcodes that are another town's, faults of territory.yaml.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "check/inspection.hpp"
#include "store/book.hpp"
#include "territory/territory.hpp"

namespace cafe::check {

/// Looks at areas and towns on the walk. Each distinct text is resolved once.
class AreaCheck {
public:
    explicit AreaCheck(const territory::Territory& territory) : territory_(territory) {}

    void value(const store::Met& met, Report& report);

private:
    // What is wrong with a town and its postcode; no rule: nothing.
    struct Verdict {
        const Rule* rule = nullptr;
        bool on_postcode = false;
        Words message;
        Words remedy;
    };

    const territory::Resolved& resolved(const std::string& text);
    void check_area(const yaml::Node& node, Report& report);
    void say_area(const yaml::Node& node, const territory::Unresolved& unresolved, Report& report);
    std::string with_commas(const std::string& written);
    void check_digits(const yaml::Node& node, const territory::AreaRef& meant, Report& report);
    void check_seat(const Part& part, Report& report);
    void check_point(const Part& part, Report& report);
    std::optional<territory::AreaRef> place_of(const Part& part, const yaml::Node& commune);
    const Verdict& verdict(const std::string& commune, const std::string& postcode);
    [[nodiscard]] Verdict judge(const std::string& commune, const std::string& postcode);
    [[nodiscard]] Verdict judge_postcode(const territory::AreaRef& area, const std::string& postcode) const;
    [[nodiscard]] bool is_at(const yaml::Node& record, const territory::AreaRef& area);

    const territory::Territory& territory_;
    std::map<std::string, territory::Resolved, std::less<>> resolved_;
    std::map<std::pair<std::string, std::string>, Verdict> verdicts_;  // town, postcode (may be empty)
};

/// What the territory found wrong in its own setup: territory.yaml, and the départements of the settings.
void check_setup(const store::Book& book, const territory::Territory& territory, Findings& found);

}  // namespace cafe::check
