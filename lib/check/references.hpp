// References between records: that what is pointed to exists, and that nothing leads back to itself.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/inspection.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// Looks at references on the walk. A record whose file cannot be read counts as existing: its own finding is enough.
class ReferenceCheck {
public:
    explicit ReferenceCheck(const store::Book& book);
    void value(const store::Met& met, Report& report);

private:
    struct Known {
        std::set<std::string, std::less<>> ids;
        std::map<std::string, std::string> by_name;                 // folded name → id; empty where several bear it
        std::map<std::size_t, std::vector<std::string>> by_length;  // ids, for the nearest spelling
    };

    static void call(Known& known, const std::string& id, const std::string& name);
    [[nodiscard]] bool exists(const model::Field& field, const std::string& id) const;
    const std::string& proposal(const model::Field& field, const std::string& written);
    [[nodiscard]] std::string seek(model::Folder folder, const std::string& written);

    std::map<model::Folder, Known> known_;
    std::set<std::string, std::less<>> forgotten_;                            // drawn ids of erased records
    std::map<std::pair<model::Folder, std::string>, std::string> proposals_;  // empty: nothing near
    std::size_t sought_ = 0;
};

/// Organisations that belong to themselves, directly or by way of others.
void check_parents(const store::Book& book, Findings& found);

/// Whether a change of a fiche moves it to another parent.
bool moves_parent(const store::Source* before, const store::Source* after);

/// The names of meetings' files against the dates and cafés inside.
void check_meeting_names(const store::Book& book, Findings& found);

}  // namespace cafe::check
