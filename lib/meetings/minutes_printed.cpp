// The page from the record.
#include <algorithm>

#include "base/text.hpp"
#include "facts/functions.hpp"
#include "meetings/attendance.hpp"
#include "meetings/minutes_page.hpp"
#include "meetings/minutes_text.hpp"
#include "meetings/naming.hpp"

namespace cafe::meetings {

namespace {

using namespace minutes_page;  // NOLINT(google-build-using-namespace): the parts and words of one page

constexpr Phrase<std::string, Words> title{"# {}, {}", "# {}, {}"};
constexpr Phrase<> how_to{
    "# Une ligne par personne, nouvelle, question, décision… ; une ligne en retrait continue celle du dessus.\n"
    "# « _ » devant un nom : pas encore là, l'enlever quand la personne arrive. Une ligne avec # ne compte pas.",
    "# One line for each person, piece of news, question, decision…; an indented line goes on with the one above.\n"
    "# \"_\" before a name: not there yet, remove it when they arrive. A line with # does not count."};

std::string day_text(const Date& date, Lang lang) {
    if (lang == Lang::en) return date.iso();
    const std::string iso = date.iso();
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

// A text whose further lines are indented.
std::string indented(std::string_view text) {
    std::string out;
    bool first = true;
    const std::string body(text::trim(text));
    for (std::size_t at = 0; at <= body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string line = body.substr(at, end - at);
        if (!first) out += line.empty() ? "\n" : "\n  ";
        out += line;
        first = false;
        at = end + 1;
    }
    return out;
}

class Printer {
public:
    Printer(const store::Catalog& catalog, const std::string& id, Lang lang, const Date& today)
        : catalog_(catalog), id_(id), meeting_(*catalog.meeting(id)), lang_(lang), today_(today) {}

    [[nodiscard]] std::string page() const {
        const model::Cafe* cafe = catalog_.cafe(meeting_.cafe);
        const std::string host = cafe == nullptr ? catalog_.settings().name : cafe->name;
        std::string out = title(host, meeting_.date ? long_date(*meeting_.date) : same(id_)).in(lang_) + "\n" +
                          how_to().in(lang_) + "\n";
        for (const Heading& heading : headings) {
            out += "\n## " + std::string(lang_ == Lang::fr ? heading.fr : heading.en) + "\n";
            for (const std::string& block : blocks(heading.part)) out += block + "\n";
            if (heading.part == Part::present) out += expected_lines(false);
            if (heading.part == Part::excused) out += expected_lines(true);
        }
        return out;
    }

    /// What of a part is on record, one block for each item.
    [[nodiscard]] std::vector<std::string> blocks(Part part) const {
        std::vector<std::string> all;
        switch (part) {
            case Part::agenda:
                for (const std::string& point : meeting_.agenda) all.push_back("- " + indented(point));
                break;
            case Part::present:
                for (const model::Attendee& line : meeting_.attendance) all.push_back(seat(line));
                if (meeting_.headcount)
                    all.push_back(std::string(count_word.in(lang_)) + " : " + std::to_string(*meeting_.headcount));
                break;
            case Part::excused:
                for (const model::Attendee& line : meeting_.excused) all.push_back(seat(line));
                break;
            case Part::round_table:
                for (const model::News& news : meeting_.round_table) {
                    std::string line = "- " + name(news.partner);
                    if (!news.speaker.empty()) line += " (" + name(news.speaker) + ")";
                    all.push_back(line + " : " + indented(news.news));
                }
                break;
            case Part::questions:
                for (const model::Question& question : meeting_.questions) all.push_back(block_of(question));
                break;
            case Part::decisions:
                for (const model::Decision& decision : meeting_.decisions)
                    all.push_back("- " + indented(decision.text));
                break;
            case Part::actions:
                for (const model::Action& action : meeting_.actions) all.push_back(block_of(action));
                break;
            case Part::announcements:
                for (const model::Announcement& one : meeting_.announcements) {
                    std::string line = one.date ? "- " + day_text(*one.date, lang_) + " : " : "- ";
                    line += indented(one.title);
                    if (!one.place.empty()) line += " — " + one.place;
                    if (!one.partner.empty()) line += " (" + name(one.partner) + ")";
                    all.push_back(line);
                }
                break;
            case Part::given:
                if (meeting_.fiches)
                    for (const std::string& id : meeting_.fiches->given) all.push_back("- " + name(id));
                break;
            case Part::verified:
                if (meeting_.fiches)
                    for (const std::string& id : meeting_.fiches->verified) all.push_back("- " + name(id));
                break;
            case Part::next:
                if (!meeting_.next.empty()) all.push_back(indented(meeting_.next));
                break;
            case Part::minutes:
                if (const std::string_view text = text::trim(meeting_.minutes); !text.empty()) all.emplace_back(text);
                break;
        }
        return all;
    }

private:
    [[nodiscard]] std::string name(const std::string& id) const { return name_to_read_back(catalog_, id); }

    [[nodiscard]] std::string seat(const model::Attendee& line) const {
        if (line.person.empty() && line.guest.empty()) return name(line.partner);
        if (line.person.empty()) {
            const std::string word(guest_word.in(lang_));
            return line.guest + " (" + word + (line.organisation.empty() ? "" : " : " + line.organisation) + ")";
        }
        const std::string of = facts::came_for(catalog_, line, meeting_.date.value_or(today_));
        return name(line.person) + (of.empty() ? "" : " (" + name(of) + ")");
    }

    // "_ Marie Delmas (CCAS de Fumel)": those who are expected, or who declined.
    [[nodiscard]] std::string expected_lines(bool declined) const {
        std::string out;
        const auto has = [](const std::vector<model::Attendee>& people, const std::string& person) {
            return std::any_of(people.begin(), people.end(),
                               [&](const model::Attendee& each) { return each.person == person; });
        };
        for (const Expected& one : expected_at(catalog_, id_, today_)) {
            if ((one.reply == "declined") != declined || one.person.empty()) continue;
            if (has(meeting_.attendance, one.person) || has(meeting_.excused, one.person)) continue;
            model::Attendee line;
            line.person = one.person;
            line.partner = one.partner;
            out += "_ " + seat(line) + "\n";
        }
        return out;
    }

    [[nodiscard]] std::string block_of(const model::Question& question) const {
        const model::Label& kind = question.kind == "worry"  ? worry_word
                                   : question.kind == "need" ? need_word
                                                             : question_word;
        std::string block = "- " + std::string(kind.in(lang_));
        if (!question.by.empty()) block += " (" + name(question.by) + ")";
        const std::string text = indented(question.text);
        const std::size_t end = std::min(text.find('\n'), text.size());
        block += " : " + text.substr(0, end) + (question.id.empty() ? "" : " [" + question.id + "]") + text.substr(end);
        if (!question.answer) return block;
        std::vector<std::string> about;
        if (!question.answer->by.empty()) about.push_back(name(question.answer->by));
        if (question.answer->on) about.push_back(day_text(*question.answer->on, lang_));
        return block + "\n  → " + text::join(about, ", ") + (about.empty() ? "" : " : ") +
               indented(question.answer->text);
    }

    [[nodiscard]] std::string block_of(const model::Action& action) const {
        std::string block = "- ";
        if (!action.who.empty()) block += name(action.who) + " : ";
        const std::string text = indented(action.what);
        const std::size_t end = std::min(text.find('\n'), text.size());
        block += text.substr(0, end);
        if (action.due) block += " (" + std::string(by_word.in(lang_)) + " " + day_text(*action.due, lang_) + ")";
        if (action.status == "done" || action.status == "dropped") {
            block += " (" + std::string((action.status == "done" ? done_word : dropped_word).in(lang_));
            if (action.closed && action.closed->on) block += " " + day_text(*action.closed->on, lang_);
            block += ")";
        }
        if (!action.id.empty()) block += " [" + action.id + "]";
        return block + text.substr(end);
    }

    const store::Catalog& catalog_;
    std::string id_;
    const model::Meeting& meeting_;
    Lang lang_;
    Date today_;
};

}  // namespace

std::vector<std::string> minutes_page::printed_blocks(const store::Catalog& catalog, const std::string& meeting,
                                                      Lang lang, const Date& today, Part part) {
    return Printer(catalog, meeting, lang, today).blocks(part);
}

std::string minutes_text(const store::Catalog& catalog, const std::string& meeting, Lang lang, const Date& today) {
    return Printer(catalog, meeting, lang, today).page();
}

}  // namespace cafe::meetings
