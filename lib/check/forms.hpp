// Why a value does not have the form of its type, said so that it can be put right.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/field.hpp"

namespace cafe::check {

struct Fault {
    const Rule* rule = nullptr;
    Words message;
    Words remedy;
    std::vector<std::string> instead =
        {};  ///< what is certainly meant: one value, or several for one that held them all
};

/// Nothing when the text has the form of the field's type. Choices, dates, numbers and booleans are not looked at: they
/// have their own rules.
std::optional<Fault> fault_of_form(const model::Field& field, const std::string& text);

}  // namespace cafe::check
