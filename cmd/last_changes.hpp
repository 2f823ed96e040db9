// The day of the last change of each fiche, as git knows it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Asked of git once, when the first fiche needs it. Empty without a repository: then nothing is known.
class LastChanges {
public:
    LastChanges(World& world, std::string root) : world_(&world), root_(std::move(root)) {}

    std::optional<Date> of(const std::string& file);

private:
    using Days = std::map<std::string, Date, std::less<>>;
    [[nodiscard]] Days read() const;

    World* world_;
    std::string root_;
    std::optional<Days> days_;
};

}  // namespace cafe::cmd
