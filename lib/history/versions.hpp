// Versions of records as git keeps them, as they may be shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "edit/difference.hpp"
#include "facts/reader.hpp"
#include "store/book.hpp"

namespace cafe::history {

/// What the gate lets a reader see of a version of a record (facts/release), whatever the gate would have said then.
class Versions {
public:
    /// Without a reader: the notebook's own people. Others may have versions of fiches alone.
    explicit Versions(const store::Book& book, facts::Disclosure reader = {facts::Reader::own, false});
    /// A map. Nothing when the text cannot be read, or there is none: then it says nothing.
    /// Under `confidential` an address is hidden although this version does not say that it is to be.
    [[nodiscard]] Value shown(const std::string& path, const std::optional<std::string>& text,
                              bool confidential = false) const;

    struct Changes {
        std::vector<edit::FieldChange> fields;
        bool hidden = false;      ///< something confidential changed besides
        bool unreadable = false;  ///< one of the versions cannot be read
    };
    /// What differs between two versions, as it may be shown. An address that is confidential in one of them, or today,
    /// is hidden in both.
    [[nodiscard]] Changes between(const std::string& path, const std::optional<std::string>& before,
                                  const std::optional<std::string>& after) const;

    /// The same, only where both versions are records that the reader may have; else nothing.
    [[nodiscard]] std::optional<std::vector<edit::FieldChange>> told(const std::string& path,
                                                                     const std::optional<std::string>& before,
                                                                     const std::optional<std::string>& after) const;

    /// Whether a fiche's address is confidential in one of two versions, or today.
    [[nodiscard]] bool is_confidential(const std::string& path, const std::optional<std::string>& before,
                                       const std::optional<std::string>& after) const;

private:
    [[nodiscard]] std::optional<Value> released(const std::string& path, const std::optional<std::string>& text,
                                                bool confidential) const;

    store::Book
        small_;  // settings, areas, people for others, and the records whose confidential values no text may hold
    facts::Disclosure reader_;
};

}  // namespace cafe::history
