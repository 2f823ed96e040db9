// The cells of one row that say where something is, and the address that they make together.
#pragma once

#include <optional>
#include <string>

#include "base/value.hpp"
#include "base/words.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"
#include "intake/lexicon.hpp"
#include "model/import_mapping.hpp"

namespace cafe::intake {

class AddressCells {
public:
    /// A cell of a column whose target is "address" or below it.
    void take(const model::ImportColumn& column, const std::string& cell, const Lexicon& lexicon);
    /// The address, once all cells are taken.
    Map finish(const Lexicon& lexicon, const std::optional<Point>& point);

    /// Which commune is meant, where the cells do not say it.
    [[nodiscard]] const Words& ask() const { return ask_; }
    /// An area, for who has no commune.
    [[nodiscard]] const std::string& department() const { return department_; }

private:
    std::string number_;
    std::string kind_of_street_;
    std::string street_;
    std::string extra_;
    std::string postcode_;
    std::string commune_;
    std::string insee_;
    std::string mail_;
    std::string department_;
    AddressCell whole_;
    bool has_whole_ = false;
    bool confidential_ = false;
    Words ask_;
};

/// Text of at most so many characters, cut between words.
std::string cut_to(const std::string& text, int most);

}  // namespace cafe::intake
