#include "last_changes.hpp"

#include <string_view>

#include "base/text.hpp"
#include "git/git.hpp"

namespace cafe::cmd {

std::optional<Date> LastChanges::of(const std::string& file) {
    if (!days_) days_ = read();
    const auto day = days_->find(file);
    return day == days_->end() ? std::nullopt : std::optional(day->second);
}

LastChanges::Days LastChanges::read() const {
    const auto repository = git::find(world_->disk, root_);
    if (!repository || !*repository) return {};
    const auto said = world_->process.run(
        git::command({"log", "--format=%x01%cs", "--name-only", "--no-renames", "--relative", "-z", "--", "partners"}),
        root_, "");
    Days days;
    if (!said || said->code != 0) return days;
    std::optional<Date> day;
    for (const std::string_view word : text::split(said->out, '\0')) {
        std::string_view part = word;
        while (!part.empty() && (part.front() == '\n')) part.remove_prefix(1);
        if (part.starts_with('\x01')) {
            day = Date::parse(part.substr(1, 10));
            const std::size_t line = part.find('\n');
            part = line == std::string_view::npos ? std::string_view() : part.substr(line + 1);
        }
        while (!part.empty() && (part.front() == '\n')) part.remove_prefix(1);
        // The first commit that is met is the last that was made.
        if (day && !part.empty()) days.emplace(std::string(part), *day);
    }
    return days;
}

}  // namespace cafe::cmd
