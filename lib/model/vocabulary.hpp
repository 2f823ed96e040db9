// The network's words: themes in two levels, publics, kinds of partner, acronyms, emergency numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "model/field.hpp"

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

/// The built-in words and a notebook's additions. Ids are unique among families and themes together, among publics,
/// among kinds. `kind` is never VocabularyKind::none.
struct Vocabulary {
    std::vector<Family> families;
    std::vector<Term> publics;
    std::vector<Term> kinds;
    std::vector<Acronym> acronyms;
    std::vector<EmergencyNumber> emergency;

    // A later file adds to an earlier one or replaces an entry by its id, in its place: each of label, synonyms and
    // codes that it gives, per language; what it leaves out stays. A family's children are merged the same way. An
    // entry without children whose id is a theme's replaces that theme. Entries without an id are left out.
    void add(const ThemesFile& file);
    void add(const PublicsFile& file);
    void add(const KindsFile& file);
    void add(const AcronymsFile& file);
    /// The settings' own numbers: as AcronymsFile::emergency.
    void add(const std::vector<EmergencyNumber>& numbers);

    /// Null when there is no family, or no theme below a family, of that id.
    [[nodiscard]] const Family* family(std::string_view id) const;
    [[nodiscard]] const Term* theme(std::string_view id) const;
    /// The family that a theme is in; of a family itself. Null for unknown ids.
    [[nodiscard]] const Family* family_of(std::string_view id) const;
    [[nodiscard]] const Term* find_public(std::string_view id) const;
    [[nodiscard]] const Term* find_kind(std::string_view id) const;
    /// By its letters; case, accents and points do not count.
    [[nodiscard]] const Acronym* acronym(std::string_view letters) const;

    [[nodiscard]] bool knows(VocabularyKind kind, std::string_view id) const;
    /// In the order of the files, a family before its children.
    [[nodiscard]] std::vector<std::string> ids(VocabularyKind kind) const;
    /// A missing language takes the other one's; an entry without a label, and an unknown id, is its id.
    [[nodiscard]] Words label(VocabularyKind kind, std::string_view id) const;

    /// The theme itself; for a family it and all its children. Empty for unknown ids.
    [[nodiscard]] std::vector<std::string> expand(std::string_view theme) const;
    /// Whether a fiche that states one theme answers a question for the other: the same, or one is the other's family.
    [[nodiscard]] bool answers(std::string_view stated, std::string_view asked) const;

    /// The id that somebody may have meant: by id, then label, then synonym in either language, folded; else the one
    /// with the nearest spelling among these.
    [[nodiscard]] std::optional<std::string> nearest(VocabularyKind kind, std::string_view written) const;
};

// The texts that are built in, as YAML; `store` reads them. Of static lifetime.
std::string_view builtin_themes();
std::string_view builtin_publics();
std::string_view builtin_kinds();
std::string_view builtin_acronyms();

}  // namespace cafe::model
