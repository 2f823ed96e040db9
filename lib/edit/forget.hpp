// What erases a person or a partner: the record gone, a drawn id in its place wherever it was named, what is left in
// texts, and to whom it was handed.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "edit/references.hpp"
#include "facts/mentions.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::edit {

/// What an erasure takes from chance: nobody finds the record by them.
struct Drawn {
    std::string id;    ///< "personne-3fa9c1d2", "partenaire-07b1e4aa"
    std::string salt;  ///< sixteen bytes, used where the notebook has no salt yet
};

/// "personne-" or "partenaire-" and eight hex digits of four bytes.
std::string drawn_id(model::RecordKind kind, std::string_view four_bytes);
/// Whether a record, an erased one, or a reference has this id: another one is drawn.
bool is_taken(const store::Book& book, const std::string& id);

/// A place where a text still speaks of the record once the change is made. Nothing changes it.
struct Left {
    Place place;
    facts::SpokenBy by = facts::SpokenBy::name;
    std::string words;  ///< as they stand there
};

/// Something about the record that left the notebook, and to whom.
struct Handed {
    enum class What { invitation, fiche } what = What::invitation;
    std::string meeting;
    std::optional<Date> on;          ///< sent, or the day of the meeting
    std::string partner;             ///< the fiche that was given
    std::vector<std::string> to;     ///< ids of those present; names of guests
    std::optional<int> headcount{};  ///< where no names were kept
};

struct Erasure {
    store::Changes files;            ///< the record, those that named it, forgotten.yaml
    std::size_t followed = 0;        ///< records that named it
    std::vector<Left> left;          ///< by place
    std::vector<Handed> handed;      ///< by meeting
    std::vector<std::string> alone;  ///< of a partner: people who then stand in no fiche
};

/// The record is a person or a partner of the book. A person's functions end on the day. Where a field that names
/// people says the whole name instead of the id, and nobody else is called so, it is replaced too. Errors as `renamed`;
/// of kind reference when forgotten.yaml cannot be read.
Result<Erasure> forget(const store::Book& book, const store::Ref& ref, const Drawn& drawn, const Date& day,
                       const RewriteQuery& rewrite);

/// Every place of the notebook's readable files where a text speaks of the record, what stands there, by file. Fields
/// that name it by id are not among them.
std::vector<Left> spoken_in(const store::Book& book, const facts::KnownBy& known, std::string_view but_not_in);
/// The same of one text.
std::vector<Left> spoken_in(std::string_view text, const std::string& file, const facts::KnownBy& known);

/// To whom what concerns the record was handed, by what the meetings say.
std::vector<Handed> handed_of(const store::Book& book, const store::Ref& ref);

/// Addresses of people who were erased. Asking costs some 70 ms for each new address and salt, nothing while nobody was
/// erased. Not for several threads.
class ErasedAddresses {
public:
    explicit ErasedAddresses(const model::Forgotten& forgotten);
    [[nodiscard]] bool empty() const { return hashes_.empty(); }
    /// Whether somebody with this mail address, in any case of its letters, was erased.
    bool holds(std::string_view address);

private:
    std::vector<std::string> settings_;
    std::vector<std::string> hashes_;  // sorted
    std::map<std::string, bool, std::less<>> asked_;
};

/// A mail address of an erased person that a change would bring back.
struct Comeback {
    std::string file;
    std::string address;
};
/// Addresses of the new texts that stand in none of the old ones.
std::vector<Comeback> comebacks(const store::Book& book, const store::Changes& changes);
std::vector<Comeback> comebacks(ErasedAddresses& erased, const store::Changes& changes);

/// forgotten.yaml without the hash of this address, for somebody who comes back of their own will. No change when it is
/// not in it.
Result<store::Changes> readmit(const store::Book& book, std::string_view address);

}  // namespace cafe::edit
