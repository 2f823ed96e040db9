// The one gate for people's privacy: the only maker of Released values. Views, writers and sites accept nothing else.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "facts/reader.hpp"
#include "model/meeting.hpp"
#include "model/partner.hpp"
#include "model/person.hpp"
#include "store/catalog.hpp"
#include "yaml/tree.hpp"

namespace cafe::facts {

/// What of a record may be shown to a reader. Only `release` makes one.
template <class T>
class Released {
public:
    [[nodiscard]] const std::string& id() const { return id_; }
    const T* operator->() const { return &value_; }
    const T& operator*() const { return value_; }
    /// The same, as the file has it: its order, its unknown keys.
    [[nodiscard]] const yaml::Node& tree() const& { return tree_; }
    [[nodiscard]] yaml::Node tree() && { return std::move(tree_); }
    /// For those who keep many of them and need no tree, which is larger than the value.
    void forget_tree() { tree_ = {}; }
    [[nodiscard]] Reader reader() const { return reader_; }

private:
    friend class Gate;
    Released(std::string id, T value, yaml::Node tree, Reader reader)
        : id_(std::move(id)), value_(std::move(value)), tree_(std::move(tree)), reader_(reader) {}
    std::string id_;
    T value_;
    yaml::Node tree_;
    Reader reader_;
};

// Nothing when the record is unknown or when nothing of it is for this reader.
std::optional<Released<model::Partner>> release_partner(const store::Catalog&, const std::string& id, Disclosure);
std::optional<Released<model::Person>> release_person(const store::Catalog&, const std::string& id, Disclosure);
std::optional<Released<model::Cafe>> release_cafe(const store::Catalog&, const std::string& id, Disclosure);
std::optional<Released<model::Meeting>> release_meeting(const store::Catalog&, const std::string& id, Disclosure);

// What a list for people tells of a record: a few of its values.
struct PartnerInBrief {
    std::string name;
    std::string kind;
    std::vector<std::string> territory;
    std::string phone;  ///< the first that is for this reader, as written
    bool operator==(const PartnerInBrief&) const = default;
};

struct PersonInBrief {
    std::string name;
    std::string phone;  ///< likewise
    std::string email;  ///< likewise
    bool operator==(const PersonInBrief&) const = default;
};

/// What `release_partner` and `release_person` would tell. For the notebook's own people no tree is made of it, which
/// for a list of all is most of the work.
std::optional<Released<PartnerInBrief>> release_partner_in_brief(const store::Catalog&, const std::string& id,
                                                                 Disclosure);
std::optional<Released<PersonInBrief>> release_person_in_brief(const store::Catalog&, const std::string& id,
                                                               Disclosure);

/// Whether a person may be written to by mailings: no objection to all or to mailings. Where the letters go is
/// another question: see `invitations`.
bool may_be_mailed(const model::Person& person);

}  // namespace cafe::facts
