// Queries that records hold: whether the commands that ask them can read them.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "check/inspection.hpp"
#include "store/book.hpp"

namespace cafe::check {

/// Looks at queries on the walk. Nothing is prepared before the first one; each distinct query is read once.
class QueryCheck {
public:
    /// The book must outlive it.
    explicit QueryCheck(const store::Book& book) : book_(book) {}

    void value(const store::Met& met, Report& report);

private:
    struct Words;

    [[nodiscard]] const std::optional<Error>& refusal(const std::string& query);

    const store::Book& book_;
    std::shared_ptr<const Words> words_;  // what a query may name; made for the first one
    std::map<std::string, std::optional<Error>> known_;
};

}  // namespace cafe::check
