// A disk that knows what a power cut may take away: every change of a folder that was not synced, alone or with others.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/memory_disk.hpp"
#include "support/wrapped_disk.hpp"

namespace cafe::test {

/// Around a disk in memory. Models the weakest promises of a file system: the bytes of a synced file are safe, its name
/// only when its folder was synced; each change of a folder is atomic; unsynced ones survive in any combination.
class PowerCutDisk final : public WrappedDisk {
public:
    explicit PowerCutDisk(MemoryDisk& memory) : WrappedDisk(memory), memory_(memory), files_(memory.files("/")) {
        for (const std::string& folder : memory.folders("/")) folders_.insert("/" + folder);
    }

    Result<Done> make_folder(const std::string& path) override;
    Result<Done> create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) override;
    Result<Done> create_unsynced(const std::string& path, std::string_view bytes,
                                 std::optional<unsigned> mode) override;
    Result<Done> rename(const std::string& from, const std::string& to, Existing existing) override;
    Result<Done> sync_folder(const std::string& path) override;
    Result<Done> remove(const std::string& path) override;
    Result<Done> remove_empty_folder(const std::string& path) override;

    /// Calls `use` with the disk of each state that may be found after the power comes back now.
    void each_state(const std::function<void(MemoryDisk&)>& use) const;
    /// The same with some states where there are too many: nothing kept, everything kept, and `more` drawn ones. A file
    /// that was created unsynced may be there with any part of its bytes.
    void some_states(std::size_t more, unsigned seed, const std::function<void(MemoryDisk&)>& use) const;
    [[nodiscard]] std::size_t pending() const;

private:
    /// One change of a folder: names that got bytes, names that went, a folder that was made or went.
    struct Change {
        std::string folder;
        std::map<std::string, std::optional<std::string>> files;
        std::string made;
        std::string gone;
        bool synced = false;
        bool bytes_safe = true;  // false: of a file that was created unsynced
    };
    /// Of an unsynced change: whether it survives, and how much of bytes that are not safe.
    struct Survives {
        std::function<bool(std::size_t unsynced)> change;
        std::function<std::size_t(std::size_t bytes)> part;
    };
    void state(const Survives& survives, const std::function<void(MemoryDisk&)>& use) const;

    void note(const std::string& path, std::optional<std::string> bytes) {
        changes_.push_back({path::parent(path), {{path, std::move(bytes)}}, "", "", false, true});
    }

    MemoryDisk& memory_;
    std::map<std::string, std::string> files_;
    std::set<std::string> folders_;
    std::vector<Change> changes_;
};

}  // namespace cafe::test
