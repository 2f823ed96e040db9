#include "support/faulty_disk.hpp"

#include "base/disk_error.hpp"

namespace cafe::test {

bool FaultyDisk::fails(Call call) {
    if (call == Call::reading && !fault_.counts_readings) return fault_.from_then_on && has_failed();
    ++calls_;
    return fault_.at != 0 && (calls_ == fault_.at || (fault_.from_then_on && calls_ > fault_.at));
}

Error FaultyDisk::error(const std::string& path) const {
    return disk_error(cannot_write, path, fault_.code);
}

template <class Work>
Result<Done> FaultyDisk::change(const std::string& path, Work work) {
    if (!fails(Call::writing)) return work();
    if (leaves(FaultStyle::after_effect)) static_cast<void>(work());
    return error(path);
}

Result<std::optional<FileInfo>> FaultyDisk::info(const std::string& path) {
    if (fails(Call::reading)) return error(path);
    return inner_.info(path);
}

Result<std::string> FaultyDisk::read(const std::string& path, std::size_t limit) {
    if (fails(Call::reading)) return error(path);
    return inner_.read(path, limit);
}

Result<std::vector<FolderEntry>> FaultyDisk::list(const std::string& folder) {
    if (fails(Call::reading)) return error(folder);
    return inner_.list(folder);
}

Result<Done> FaultyDisk::make_folder(const std::string& path) {
    return change(path, [&] { return inner_.make_folder(path); });
}

template <class Make>
Result<Done> FaultyDisk::write(const std::string& path, std::string_view bytes, Make make) {
    if (!fails(Call::writing)) return make(bytes);
    const std::size_t half = bytes.size() / 2;
    if (leaves(FaultStyle::torn_write)) static_cast<void>(make(bytes.substr(0, half)));
    if (leaves(FaultStyle::hollow_write))
        static_cast<void>(make(std::string(bytes.substr(0, half)) + std::string(bytes.size() - half, '\0')));
    if (leaves(FaultStyle::after_effect)) static_cast<void>(make(bytes));
    return error(path);
}

Result<Done> FaultyDisk::create(const std::string& path, std::string_view bytes, std::optional<unsigned> mode) {
    return write(path, bytes, [&](std::string_view some) { return inner_.create(path, some, mode); });
}

Result<Done> FaultyDisk::create_unsynced(const std::string& path, std::string_view bytes,
                                         std::optional<unsigned> mode) {
    return write(path, bytes, [&](std::string_view some) { return inner_.create_unsynced(path, some, mode); });
}

Result<Done> FaultyDisk::rename(const std::string& from, const std::string& to, Existing existing) {
    return change(to, [&] { return inner_.rename(from, to, existing); });
}

Result<Done> FaultyDisk::sync_folder(const std::string& path) {
    return change(path, [&] { return inner_.sync_folder(path); });
}

Result<Done> FaultyDisk::remove(const std::string& path) {
    return change(path, [&] { return inner_.remove(path); });
}

Result<Done> FaultyDisk::remove_empty_folder(const std::string& path) {
    return change(path, [&] { return inner_.remove_empty_folder(path); });
}

Result<std::unique_ptr<Lock>> FaultyDisk::lock(const std::string& path, int seconds) {
    if (fails(Call::reading)) return error(path);
    return inner_.lock(path, seconds);
}

Result<std::string> FaultyDisk::current_folder() {
    if (fails(Call::reading)) return error(".");
    return inner_.current_folder();
}

}  // namespace cafe::test
