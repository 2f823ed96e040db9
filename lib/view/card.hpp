// A visiting card as its lines, before it is vCard: render/vcard.hpp escapes and folds them.
#pragma once

#include <string>
#include <vector>

namespace cafe::view {

/// "TEL;TYPE=WORK:+33536490001"
struct CardLine {
    std::string name;
    std::string parameters{};  ///< "TYPE=WORK,VOICE", made by us; empty: none
    /// Components of a structured value, each a list of texts (RFC 6350 §3.4): ";" parts components, "," texts.
    std::vector<std::vector<std::string>> value{};
    bool uri = false;  ///< the value is an address and is not escaped
};

struct CardLines {
    std::string version;  ///< "3.0", "4.0"
    std::vector<CardLine> lines;
};

}  // namespace cafe::view
