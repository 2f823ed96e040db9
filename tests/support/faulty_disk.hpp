// A disk that fails at its k-th call: put around any other, to try every way a write can go wrong.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"

namespace cafe::test {

/// `after_effect`: the call does its work and fails all the same, as a disk does that loses its answer.
/// `torn_write`: of a file to be made the first half stands. `hollow_write`: it has its length, and zeros for its end.
enum class FaultStyle { before_effect, torn_write, hollow_write, after_effect };

struct Fault {
    std::size_t at = 0;         ///< the call that fails, from 1; 0: none
    bool from_then_on = false;  ///< every later call fails too: the process is as good as dead
    int code = EIO;             ///< what the system says, a number of <cerrno>
    FaultStyle style = FaultStyle::before_effect;
    bool counts_readings = true;  ///< false: `at` counts writing calls only
};

/// Calls are counted from 1.
class FaultyDisk final : public Disk {
public:
    FaultyDisk(Disk& inner, Fault fault) : inner_(inner), fault_(fault) {}

    [[nodiscard]] std::size_t calls() const { return calls_; }
    [[nodiscard]] bool has_failed() const { return fault_.at != 0 && calls_ >= fault_.at; }

    Result<std::optional<FileInfo>> info(const std::string& path) override;
    Result<std::string> read(const std::string& path, std::size_t limit) override;
    Result<std::vector<FolderEntry>> list(const std::string& folder) override;
    Result<Done> make_folder(const std::string& path) override;
    Result<Done> create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) override;
    Result<Done> create_unsynced(const std::string& path, std::string_view bytes,
                                 std::optional<unsigned> mode) override;
    Result<Done> rename(const std::string& from, const std::string& to, Existing existing) override;
    Result<Done> sync_folder(const std::string& path) override;
    Result<Done> remove(const std::string& path) override;
    Result<Done> remove_empty_folder(const std::string& path) override;
    Result<std::unique_ptr<Lock>> lock(const std::string& path, int seconds) override;
    Result<std::string> current_folder() override;

private:
    enum class Call { reading, writing };
    bool fails(Call call);
    /// True at the one call that fails with its effect, never for those after it.
    [[nodiscard]] bool leaves(FaultStyle style) const { return calls_ == fault_.at && fault_.style == style; }
    [[nodiscard]] Error error(const std::string& path) const;
    template <class Work>
    Result<Done> change(const std::string& path, Work work);
    /// `make` writes the bytes that it is given.
    template <class Make>
    Result<Done> write(const std::string& path, std::string_view bytes, Make make);

    Disk& inner_;
    Fault fault_;
    std::size_t calls_ = 0;
};

}  // namespace cafe::test
