// A disk around another: it passes every call on. Tests override the calls they want to meddle with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"

namespace cafe::test {

/// `Base` is Disk, or a disk that can more.
template <class Base>
class Wrapped : public Base {
public:
    explicit Wrapped(Disk& inner) : inner_(inner) {}

    Result<std::optional<FileInfo>> info(const std::string& path) override { return inner_.info(path); }
    Result<std::string> read(const std::string& path, std::size_t limit) override { return inner_.read(path, limit); }
    Result<std::vector<FolderEntry>> list(const std::string& folder) override { return inner_.list(folder); }
    Result<Done> make_folder(const std::string& path) override { return inner_.make_folder(path); }
    Result<Done> create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) override {
        return inner_.create(path, bytes, mode);
    }
    Result<Done> create_unsynced(const std::string& path, std::string_view bytes,
                                 std::optional<unsigned> mode) override {
        return inner_.create_unsynced(path, bytes, mode);
    }
    Result<Done> rename(const std::string& from, const std::string& to, Existing existing) override {
        return inner_.rename(from, to, existing);
    }
    Result<Done> sync_folder(const std::string& path) override { return inner_.sync_folder(path); }
    Result<Done> remove(const std::string& path) override { return inner_.remove(path); }
    Result<Done> remove_empty_folder(const std::string& path) override { return inner_.remove_empty_folder(path); }
    Result<std::unique_ptr<Lock>> lock(const std::string& path, int seconds) override {
        return inner_.lock(path, seconds);
    }
    Result<std::string> current_folder() override { return inner_.current_folder(); }

private:
    Disk& inner_;
};

using WrappedDisk = Wrapped<Disk>;

}  // namespace cafe::test
