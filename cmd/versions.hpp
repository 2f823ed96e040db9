// Versions of records as git keeps them, as they may be shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edit/difference.hpp"
#include "git/clone.hpp"
#include "render/json.hpp"
#include "store/book.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// What the gate lets the notebook's own people see of a version of a record (facts/release).
class Versions {
public:
    explicit Versions(const store::Book& book);
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

    /// Whether a fiche's address is confidential in one of two versions, or today.
    [[nodiscard]] bool is_confidential(const std::string& path, const std::optional<std::string>& before,
                                       const std::optional<std::string>& after) const;

private:
    store::Book small_;  // settings, areas, and the records whose confidential values no text may hold
};

/// The lines that tell of changes, without indentation.
std::vector<Words> lines_of(const std::string& path, const Versions::Changes& changes, bool made, bool gone);

/// `[{"path": …, "before": …, "after": …}]`, the file added where one is given.
std::vector<render::Json> json_of(const std::vector<edit::FieldChange>& changes, const std::string& file = "");
render::Json json_of(const std::optional<Value>& value);

/// The repository around a notebook; an Error of kind environment, with a clear word, when there is none.
Result<git::Repository> repository_of(World& world, const std::string& root);

}  // namespace cafe::cmd
