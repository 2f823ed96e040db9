// The network's words: themes in two levels, publics, kinds of partner, acronyms, emergency numbers.
#pragma once

#include <string>
#include <vector>

namespace cafe::model {

struct Bilingual {
    std::string fr;
    std::string en;
    bool operator==(const Bilingual&) const = default;
};

struct BilingualLists {
    std::vector<std::string> fr;
    std::vector<std::string> en;
    bool operator==(const BilingualLists&) const = default;
};

/// One entry of a vocabulary: a theme, a public, a kind.
struct Term {
    std::string id;
    Bilingual label;
    BilingualLists synonyms;
    std::vector<std::string> di;     ///< codes of data·inclusion v1
    std::vector<std::string> di_v0;  ///< older codes still found in files
    bool operator==(const Term&) const = default;
};

/// A family of themes; it stands for all its children.
struct Family {
    std::string id;
    Bilingual label;
    BilingualLists synonyms;
    std::vector<Term> children;
    std::vector<std::string> di;
    bool operator==(const Family&) const = default;
};

struct Acronym {
    std::string letters;  ///< its key in the file
    std::string meaning;
    bool operator==(const Acronym&) const = default;
};

struct EmergencyNumber {
    std::string number;
    std::string name;
    std::vector<std::string> themes;
    bool operator==(const EmergencyNumber&) const = default;
};

/// What themes.yaml, publics.yaml, kinds.yaml and acronyms.yaml hold.
struct ThemesFile {
    std::vector<Family> themes;
    bool operator==(const ThemesFile&) const = default;
};
struct PublicsFile {
    std::vector<Term> publics;
    bool operator==(const PublicsFile&) const = default;
};
struct KindsFile {
    std::vector<Term> kinds;
    bool operator==(const KindsFile&) const = default;
};
struct AcronymsFile {
    std::vector<Acronym> acronyms;
    std::vector<EmergencyNumber> emergency;
    bool operator==(const AcronymsFile&) const = default;
};

}  // namespace cafe::model
