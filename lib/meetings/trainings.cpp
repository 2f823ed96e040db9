#include "meetings/trainings.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::meetings {

namespace {

constexpr Phrase<std::string> no_training{"aucune formation « {} »", "no training '{}'"};
constexpr Phrase<std::string> several{"« {} » peut être plusieurs formations", "'{}' may be several trainings"};
constexpr Phrase<std::string> they_are{"il y a : {}", "there are: {}"};
constexpr Phrase<> none_at_all{"en écrire une dans network.yaml, sous trainings",
                               "write one in network.yaml, under trainings"};

std::optional<int> more(const std::optional<int>& kept, std::size_t named) {
    if (named == 0) return kept;
    return std::max(kept.value_or(0), static_cast<int>(named));
}

bool has_words(const model::Training& training, const std::vector<std::string_view>& words) {
    const std::string title = fold::text(training.title);
    const auto known = text::words(title);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::any_of(known.begin(), known.end(), [&](std::string_view one) { return one.starts_with(word); });
    });
}

model::RecordPath path_to(std::size_t training, std::vector<std::string> further) {
    std::vector<std::string> steps{"trainings", std::to_string(training)};
    steps.insert(steps.end(), further.begin(), further.end());
    return model::RecordPath{std::move(steps)};
}

Map line_of(const Trainee& one) {
    Map line;
    if (!one.person.empty()) line.push_back({"person", Value(one.person)});
    if (!one.guest.empty()) line.push_back({"guest", Value(one.guest)});
    if (!one.partner.empty()) line.push_back({"partner", Value(one.partner)});
    return line;
}

// A number that was kept beside the names grows by those who are new.
void grow(std::vector<edit::Edit>& edits, std::size_t training, const char* key, const std::optional<int>& kept,
          std::size_t by) {
    if (!kept || by == 0) return;
    edits.push_back({path_to(training, {key}), edit::Op::set, Value(std::to_string(*kept + static_cast<int>(by)))});
}

}  // namespace

TrainingFigures figures_of(const model::Training& training) {
    const auto& all = training.participants;
    const auto came = std::count_if(all.begin(), all.end(),
                                    [](const model::Participant& one) { return one.attended.value_or(false); });
    return {training.places, more(training.enrolled, all.size()),
            more(training.attended, static_cast<std::size_t>(came))};
}

std::vector<Date> days_of(const model::Training& training) {
    std::vector<Date> days;
    for (const std::string& written : training.dates)
        if (const auto day = Date::parse(written)) days.push_back(*day);
    std::sort(days.begin(), days.end());
    return days;
}

Result<std::size_t> training_named(const model::Network& network, std::string_view typed) {
    const std::string folded = fold::text(typed);
    const auto words = text::words(folded);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < network.trainings.size(); ++i) {
        const model::Training& training = network.trainings[i];
        if (fold::text(training.title) == folded) return i;
        const bool by_day = std::find(training.dates.begin(), training.dates.end(), typed) != training.dates.end();
        if (by_day || has_words(training, words)) found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < network.trainings.size(); ++i)
        if (found.empty() || std::find(found.begin(), found.end(), i) != found.end())
            titles.push_back(utf8::printable(network.trainings[i].title));
    const std::string shown = utf8::printable(typed);
    return Error{ErrorKind::reference, found.empty() ? no_training(shown) : several(shown),
                 titles.empty() ? none_at_all() : they_are(text::join(titles, " ; "))};
}

const model::Participant* participant_of(const model::Training& training, const Trainee& one) {
    for (const model::Participant& known : training.participants) {
        const bool same = one.person.empty() ? known.person.empty() && fold::text(known.guest) == fold::text(one.guest)
                                             : known.person == one.person;
        if (same) return &known;
    }
    return nullptr;
}

std::vector<edit::Edit> enrolled(const model::Network& network, std::size_t training,
                                 const std::vector<Trainee>& people, const Date& today) {
    const model::Training& record = network.trainings[training];
    List lines;
    for (const Trainee& one : people) {
        if (participant_of(record, one) != nullptr) continue;
        Map line = line_of(one);
        line.push_back({"on", Value(today.iso())});
        lines.emplace_back(std::move(line));
    }
    std::vector<edit::Edit> edits;
    if (lines.empty()) return edits;
    grow(edits, training, "enrolled", record.enrolled, lines.size());
    edits.push_back({path_to(training, {"participants"}), edit::Op::add, Value(std::move(lines))});
    return edits;
}

std::vector<edit::Edit> attended(const model::Network& network, std::size_t training,
                                 const std::vector<Trainee>& people) {
    const model::Training& record = network.trainings[training];
    std::vector<edit::Edit> edits;
    List lines;
    std::size_t came = 0;
    for (const Trainee& one : people) {
        const model::Participant* known = participant_of(record, one);
        if (known != nullptr && known->attended.value_or(false)) continue;
        ++came;
        if (known != nullptr) {
            const std::string at = std::to_string(known - record.participants.data());
            edits.push_back({path_to(training, {"participants", at, "attended"}), edit::Op::set, Value("true")});
            continue;
        }
        Map line = line_of(one);
        line.push_back({"attended", Value("true")});
        lines.emplace_back(std::move(line));
    }
    grow(edits, training, "attended", record.attended, came);
    grow(edits, training, "enrolled", record.enrolled, lines.size());
    if (!lines.empty()) edits.push_back({path_to(training, {"participants"}), edit::Op::add, Value(std::move(lines))});
    return edits;
}

}  // namespace cafe::meetings
