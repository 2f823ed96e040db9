#include "intake/described.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours.hpp"
#include "intake/cells.hpp"

namespace cafe::intake {

namespace {

constexpr std::size_t longest_summary = 280;
constexpr std::size_t longest_item = 300;

// What a line says behind one of these beginnings; nothing where it begins otherwise.
template <std::size_t N>
std::optional<std::string> behind(std::string_view line, const std::array<std::string_view, N>& beginnings) {
    for (const std::string_view beginning : beginnings)
        if (line.starts_with(beginning)) return std::string(text::trim(line.substr(beginning.size())));
    return std::nullopt;
}

constexpr std::array<std::string_view, 2> bullets{"- ", "• "};
constexpr std::array<std::string_view, 2> limits_are{"Ne fait pas : ", "Does not do: "};
constexpr std::array<std::string_view, 2> delay_is{"Délai : ", "Delay: "};
constexpr std::array<std::string_view, 2> papers_are{"À apporter : ", "To bring: "};

// « 3. appeler » → « appeler »
std::optional<std::string> step_in(std::string_view line) {
    std::size_t digits = 0;
    while (digits < line.size() && ascii::is_digit(line[digits])) ++digits;
    if (digits == 0 || digits > 2 || !line.substr(digits).starts_with(". ")) return std::nullopt;
    return std::string(text::trim(line.substr(digits + 2)));
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t next = std::min(text.find("\n\n", at), text.size());
        if (const std::string_view part = text::trim(text.substr(at, next - at)); !part.empty()) found.push_back(part);
        at = next + 2;
    }
    return found;
}

// All lines of a paragraph behind such a beginning; empty where one begins otherwise.
template <std::size_t N>
std::vector<std::string> items_in(std::string_view paragraph, const std::array<std::string_view, N>& beginnings) {
    std::vector<std::string> items;
    for (const std::string_view line : text::split(paragraph, '\n')) {
        auto item = behind(text::trim(line), beginnings);
        if (!item || item->empty() || utf8::length(*item) > longest_item) return {};
        items.push_back(std::move(*item));
    }
    return items;
}

}  // namespace

void RecordBuilder::say(std::string_view key, const std::string& text) {
    if (!text.empty()) map.push_back(Member{std::string(key), Value{text}});
}

void RecordBuilder::list(std::string_view key, List items) {
    if (!items.empty()) map.push_back(Member{std::string(key), Value{std::move(items)}});
}

void RecordBuilder::list(std::string_view key, const std::vector<std::string>& items) {
    if (find(key) == nullptr) list(key, List(items.begin(), items.end()));
}

void RecordBuilder::erase(std::string_view key) {
    std::erase_if(map, [&](const Member& member) { return member.key == key; });
}

const Value* RecordBuilder::find(std::string_view key) const {
    const auto at = std::find_if(map.begin(), map.end(), [&](const Member& member) { return member.key == key; });
    return at == map.end() ? nullptr : &at->value;
}

void RecordBuilder::add_to(std::vector<std::string>& all, std::string_view key) const {
    const Value* value = find(key);
    if (value == nullptr || value->list() == nullptr) return;
    for (const Value& item : *value->list())
        if (item.text() != nullptr && std::find(all.begin(), all.end(), *item.text()) == all.end())
            all.push_back(*item.text());
}

void take_description(std::string_view text, RecordBuilder& record) {
    std::string description;
    std::vector<std::string> missions;
    std::vector<std::string> limits;
    for (const std::string_view paragraph : paragraphs_of(text)) {
        const bool first = record.find("summary") == nullptr && description.empty();
        const auto bulleted = items_in(paragraph, bullets);
        const auto not_done = items_in(paragraph, limits_are);
        if (!bulleted.empty())
            missions.insert(missions.end(), bulleted.begin(), bulleted.end());
        else if (!not_done.empty())
            limits.insert(limits.end(), not_done.begin(), not_done.end());
        else if (first && paragraph.find('\n') == std::string_view::npos && utf8::length(paragraph) <= longest_summary)
            record.say("summary", std::string(paragraph));
        else
            description += (description.empty() ? "" : "\n\n") + std::string(paragraph);
    }
    record.say("description", description);
    record.list("missions", missions);
    record.list("limits", limits);
}

void take_steps(std::string_view how, std::string_view conditions, RecordBuilder& referral) {
    std::vector<std::string> steps;
    std::vector<std::string> papers;
    std::vector<std::string> rest;
    std::string delay;
    for (const std::string_view line : text::split(how, '\n')) {
        if (auto step = step_in(line))
            steps.push_back(std::move(*step));
        else if (auto said = behind(line, delay_is); said && delay.empty())
            delay = std::move(*said);
        else if (!text::trim(line).empty())
            rest.emplace_back(text::trim(line));
    }
    for (const std::string_view line : text::split(conditions, '\n')) {
        if (const auto said = behind(line, papers_are))
            for (const std::string_view paper : text::split(*said, ',')) papers.emplace_back(text::trim(paper));
        else if (!text::trim(line).empty())
            rest.emplace_back(text::trim(line));
    }
    referral.list("steps", steps);
    referral.list("bring", papers);
    referral.say("delay", delay);
    referral.say("note", text::join(rest, "\n"));
}

HoursAndNote read_opening(std::string_view cell) {
    std::string all = one_line(cell);
    if (all.empty()) return {};
    const auto canonical = [](const std::string& words) {
        const auto read = calendar::read_hours(words);
        // What stands in the notation is taken even where it is odd: a person wrote it so.
        const bool is_sure = read.hours && (read.exact || calendar::doubts_about(*read.hours).empty());
        return is_sure ? calendar::canonical(*read.hours) : "";
    };
    if (all.ends_with('"') && all.size() > 1) {
        const std::size_t open = all.rfind('"', all.size() - 2);
        std::string before(text::trim(std::string_view(all).substr(0, open == std::string::npos ? 0 : open)));
        if (before.ends_with("||"))
            before = std::string(text::trim(std::string_view(before).substr(0, before.size() - 2)));
        const std::string hours = before.empty() ? "" : canonical(before);
        if (open != std::string::npos && (before.empty() || !hours.empty()))
            return {hours, all.substr(open + 1, all.size() - open - 2)};
    }
    if (std::string hours = canonical(all); !hours.empty()) return {hours, ""};
    return {"", std::move(all)};
}

}  // namespace cafe::intake
