// What asking commands read: records without their files, areas resolved, the words of the network.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/book.hpp"
#include "store/choice.hpp"
#include "store/sketch.hpp"
#include "territory/territory.hpp"

namespace cafe::store {

struct Sketched;

/// A fiche with its areas resolved once. Names that resolve to nothing are left out: `check` reports them.
struct PartnerEntry {
    std::string id;
    model::Partner value;
    std::vector<territory::AreaRef> areas;                       ///< of the fiche
    std::vector<std::vector<territory::AreaRef>> service_areas;  ///< per service; the fiche's where it names none
};

template <class T>
struct Entry {
    std::string id;
    T value;
};

/// Flat facts for searching and listing, and whole records on demand. Made from a Book; query, list, mail and publish
/// code takes a Catalog, never a Book. Lists are sorted by id.
///
/// Fiches that were left unread (Sketched) are read when somebody asks for them: `partners` reads all, `partner` one,
/// `partners_in` those of a choice. A choice never leaves out a fiche that was read. Nobody can tell but by the time it
/// takes. Several threads may ask.
class Catalog {
public:
    explicit Catalog(Book book);
    explicit Catalog(Sketched sketched);
    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;
    ~Catalog();

    [[nodiscard]] const model::Settings& settings() const { return settings_; }
    [[nodiscard]] const model::Network& network() const { return network_; }
    [[nodiscard]] const model::OwnAreas& own_areas() const { return areas_; }
    [[nodiscard]] const model::Forgotten& forgotten() const { return forgotten_; }
    [[nodiscard]] const model::Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const std::vector<Taught>& taught() const { return taught_; }
    [[nodiscard]] const territory::Territory& territory() const { return *territory_; }

    [[nodiscard]] const std::vector<PartnerEntry>& partners() const;
    [[nodiscard]] std::size_t partner_count() const;
    [[nodiscard]] bool has_partner(std::string_view id) const;
    /// Every fiche's sketch, or those of a choice, by id. What it views lives as long as the catalog, the sketch itself
    /// until the next.
    void each_sketch(const std::function<void(const Sketch&)>& visit, const Choice& choice = {}) const;
    /// By id: those of a choice, and others where they are read anyway.
    [[nodiscard]] std::vector<const PartnerEntry*> partners_in(const Choice& choice) const;

    /// Whether somebody kept the terms of what is unread (terms.hpp); otherwise every choice is all.
    [[nodiscard]] bool keeps_terms() const;
    /// The fiches with a term that begins so and that `is_meant` says yes to.
    [[nodiscard]] Choice with_term(std::string_view beginning,
                                   const std::function<bool(std::string_view term)>& is_meant) const;
    /// That fiche, and none where it is read or is not there.
    [[nodiscard]] Choice only(std::string_view id) const;
    /// None.
    [[nodiscard]] Choice nobody() const;
    [[nodiscard]] const std::vector<Entry<model::Person>>& people() const { return people_; }
    [[nodiscard]] const std::vector<Entry<model::Cafe>>& cafes() const { return cafes_; }
    [[nodiscard]] const std::vector<Entry<model::Meeting>>& meetings() const { return meetings_; }

    /// Null when there is no such record.
    [[nodiscard]] const PartnerEntry* partner(std::string_view id) const;
    [[nodiscard]] const model::Person* person(std::string_view id) const;
    [[nodiscard]] const model::Cafe* cafe(std::string_view id) const;
    [[nodiscard]] const model::Meeting* meeting(std::string_view id) const;

    /// The tree of a record as written, or null when there is none.
    [[nodiscard]] const yaml::Node* tree(const Ref& ref) const;

    /// What could not be read, for the word on stderr; sorted by place.
    [[nodiscard]] const Findings& unreadable() const { return unreadable_; }
    /// The records whose file stands but cannot be read.
    [[nodiscard]] const std::vector<Ref>& unreadable_records() const { return unreadable_records_; }

private:
    model::Settings settings_;
    model::Network network_;
    model::OwnAreas areas_;
    model::Forgotten forgotten_;
    model::Vocabulary vocabulary_;
    std::vector<Taught> taught_;
    std::unique_ptr<territory::Territory> territory_;
    struct Left;
    std::vector<PartnerEntry> partners_;  // but for those that are left
    std::unique_ptr<Left> left_;          // null where nothing is
    std::vector<Entry<model::Person>> people_;
    std::vector<Entry<model::Cafe>> cafes_;
    std::vector<Entry<model::Meeting>> meetings_;
    std::vector<std::shared_ptr<const Source>> sources_;
    Findings unreadable_;
    std::vector<Ref> unreadable_records_;
};

/// The areas of a notebook, as its own file and settings say them.
territory::Setup territory_setup(const model::Settings& settings, const model::OwnAreas& areas);

}  // namespace cafe::store
