// The report of losses: what an export refused, withheld, flattened, lost and invented, and how much of what is filled
// left in one figure.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "exchange/ledger.hpp"
#include "facts/reader.hpp"
#include "view/data.hpp"

namespace cafe::exchange {

/// Nothing is written of it until somebody mends it.
struct Refused {
    std::string file;   ///< "partners/ccas-fumel.yaml"
    std::string field;  ///< "services.aide-urgence.description"
    Words why;
    Words remedy;
};

/// A field, and of how many values in how many fiches something is to be said.
struct FieldCount {
    std::string path;
    std::size_t values = 0;
    std::size_t fiches = 0;
    std::size_t holders = 0;  ///< services, telephones… they stand in
};

/// What stands in the export and in no record.
struct Invented {
    std::string key;  ///< for programs: "date_maj"
    Words what;       ///< « date_maj d'après git »
    std::size_t count = 0;
};

struct Report {
    std::string format;
    facts::Reader reader = facts::Reader::everyone;
    std::size_t asked = 0;      ///< fiches
    std::size_t written = 0;    ///< fiches
    std::size_t services = 0;   ///< services, or whatever the format has of them
    std::size_t closed = 0;     ///< fiches left out
    std::size_t ended = 0;      ///< services left out
    std::size_t placeless = 0;  ///< fiches without a point, or without anything that the format is about

    std::vector<Refused> refused;

    // Withheld for privacy.
    std::size_t fiches_reserved = 0;
    std::vector<std::string> confidential;  ///< ids of the fiches whose address is
    std::size_t people = 0;
    std::size_t phones = 0;
    std::size_t emails = 0;
    std::size_t texts = 0;
    std::vector<FieldCount> withheld;

    std::vector<FieldCount> flattened;  ///< the most values first, then by path
    std::vector<FieldCount> lost;       ///< likewise
    std::vector<Invented> invented;

    std::size_t filled = 0;  ///< values that the reader may have, private ones left aside
    std::size_t sent = 0;    ///< mapped or flattened

    /// Of 100, rounded down: 100 only when everything left. 100 when there was nothing.
    [[nodiscard]] std::size_t percent() const { return filled == 0 ? 100 : sent * 100 / filled; }
};

/// Gathers the report while a format is written.
class Account {
public:
    explicit Account(Report start) : report_(std::move(start)) {}

    void refuse(Refused refused) { report_.refused.push_back(std::move(refused)); }
    void reserved_fiche() { ++report_.fiches_reserved; }
    void closed_fiche() { ++report_.closed; }
    void placeless_fiche() { ++report_.placeless; }
    void ended_service() { ++report_.ended; }
    void service() { ++report_.services; }
    void invented(const std::string& key, const Words& what, std::size_t count = 1);
    /// A fiche is done; `written` unless it was refused.
    void add(const Ledger& ledger, bool written);
    /// What the gate kept back of a fiche.
    void withheld(const std::string& id, const model::Partner& own, const model::Partner& released, const Date& today);

    [[nodiscard]] Report done() &&;

private:
    using Sums = std::map<std::string, FieldCount, std::less<>>;
    static void note(Sums& sums, const std::string& path, std::size_t values, std::size_t holders);
    Report report_;
    Sums withheld_;
    Sums flattened_;
    Sums lost_;
    std::set<std::string> people_;
};

/// The report as sentences, in the order of the contract; the last is the one figure. Lists are cut where they grow
/// long; the document tells all.
std::vector<Words> sentences(const Report& report);
/// cafe/export/1 without `folder` and `files`.
view::DataObject document(const Report& report, Lang lang);

}  // namespace cafe::exchange
