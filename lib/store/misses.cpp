#include "store/misses.hpp"

#include "base/text.hpp"
#include "store/layout.hpp"
#include "store/whole_file.hpp"

namespace cafe::store {

namespace {

constexpr unsigned private_mode = 0600;

std::string file_of(const std::string& state) {
    return path::join(state, "misses");
}

}  // namespace

Result<std::vector<Missed>> missed(Disk& disk, const std::string& state, const Date& today) {
    std::vector<Missed> all;
    const auto info = disk.info(file_of(state));
    if (!info) return info.error();
    if (!*info) return all;
    const auto bytes = disk.read(file_of(state), largest_record);
    if (!bytes) return bytes.error();
    for (const std::string_view line : text::split(*bytes, '\n')) {
        const auto columns = text::split(line, '\t');
        if (columns.size() != 2) continue;
        const auto day = Date::parse(columns.front());
        if (!day || today.days_since_1970() - day->days_since_1970() > missed_days) continue;
        Missed one{*day, {}};
        for (const std::string_view word : text::words(columns[1])) one.words.emplace_back(word);
        all.push_back(std::move(one));
    }
    return all;
}

Result<Done> note_missed(Disk& disk, const std::string& state, const Date& today,
                         const std::vector<std::string>& words) {
    if (words.empty()) return Done{};
    auto all = missed(disk, state, today);
    if (!all) return all.error();
    all->push_back({today, words});
    std::string bytes;
    for (const Missed& one : *all) bytes += one.day.iso() + "\t" + text::join(one.words, " ") + "\n";
    return put_whole(disk, file_of(state), bytes, private_mode);
}

Result<Done> clear_missed(Disk& disk, const std::string& state) {
    return disk.remove(file_of(state));
}

}  // namespace cafe::store
