// Two records that are probably of one organisation or one person: how sure that is, and what they share.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "model/partner.hpp"
#include "model/person.hpp"
#include "model/vocabulary.hpp"
#include "store/catalog.hpp"

namespace cafe::facts {

/// `unsure` is for a person to decide: a town hall and its CCAS share a phone and are two.
enum class Likeness { different, unsure, same };

enum class Trait { name, similar_name, alias, acronym, siret, phone, email, website, address };

/// A field on which two records agree. `value` is empty for an address; it may be private: show it to the notebook's
/// own people only.
struct Agreement {
    Trait trait = Trait::name;
    std::string value;
    bool operator==(const Agreement&) const = default;
};

/// What a record is like, in the order of Trait. Nothing of a confidential address is looked at.
struct Lookalike {
    std::string id;
    Likeness likeness = Likeness::different;
    std::vector<Agreement> agree;
    bool operator==(const Lookalike&) const = default;
};

/// Two records of one list; `first` < `second`.
struct Twins {
    std::string first;
    std::string second;
    Likeness likeness = Likeness::different;
    std::vector<Agreement> agree;
    bool operator==(const Twins&) const = default;
};

/// "même nom, même téléphone" / "same name, same phone".
Words reasons(const std::vector<Agreement>& agree);

/// The records that a new one may be a second time, never `different`: the surest first, then by id. `own_id` names the
/// record itself when it stands in the catalog already. Closed fiches are among them: they may be taken up again.
std::vector<Lookalike> lookalikes(const store::Catalog& catalog, const model::Partner& partner,
                                  std::string_view own_id = "");
std::vector<Lookalike> lookalikes(const store::Catalog& catalog, const model::Person& person,
                                  std::string_view own_id = "");

/// `lookalikes` for many new records, one after the other: what the known ones are like is worked out once.
class LookalikeIndex {
public:
    LookalikeIndex(const std::vector<store::Record<model::Partner>>& known, const model::Vocabulary& vocabulary);
    ~LookalikeIndex();
    LookalikeIndex(const LookalikeIndex&) = delete;
    LookalikeIndex& operator=(const LookalikeIndex&) = delete;

    /// Says that a new record bears these lines: one that more than three of them bear is a switchboard's too.
    void count_lines_of(const model::Partner& partner);
    /// As `lookalikes`; only known records that share a key with the new one are compared.
    [[nodiscard]] std::vector<Lookalike> of(const model::Partner& partner) const;
    /// Whether a record and a new one may be the same thing at all: a word of their names, the street, a telephone or
    /// a mailbox agrees.
    [[nodiscard]] bool agrees(std::string_view id, const model::Partner& partner) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

template <class T>
struct Identified {
    std::string_view id;
    const T* value = nullptr;
};

/// The records of a Book or a Catalog, for `twins`.
template <class T, class Records>
std::vector<Identified<T>> identified(const Records& records) {
    std::vector<Identified<T>> all;
    all.reserve(records.size());
    for (const auto& record : records) all.push_back({record.id, &record.value});
    return all;
}

/// Every two records that are the same or unsure, by their ids. Two that name each other (parent, see_also) are known
/// to be two, and a closed fiche is nobody's twin. Time grows with the number of records: only those that share a key
/// (name in a town, rare word of a name, phone, e-mail, SIRET, address) are compared, each with at most eight after it.
std::vector<Twins> twins(std::span<const Identified<model::Partner>> partners, const model::Vocabulary& vocabulary);
std::vector<Twins> twins(std::span<const Identified<model::Person>> people);

}  // namespace cafe::facts
