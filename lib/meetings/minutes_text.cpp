#include "meetings/minutes_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/functions.hpp"
#include "meetings/attendance.hpp"
#include "meetings/naming.hpp"
#include "meetings/notes.hpp"
#include "model/values.hpp"

namespace cafe::meetings {

namespace {

enum class Part {
    agenda,
    present,
    excused,
    round_table,
    questions,
    decisions,
    actions,
    announcements,
    given,
    verified,
    next,
    minutes
};

struct Heading {
    Part part;
    std::string_view key;  // of the record; of `given` and `verified` below `fiches`
    std::string_view fr;
    std::string_view en;
};

// In the order of the page; the last one holds all that follows it.
constexpr std::array<Heading, 12> headings{{
    {Part::agenda, "agenda", "Ordre du jour", "Agenda"},
    {Part::present, "attendance", "Présents", "Present"},
    {Part::excused, "excused", "Excusés", "Apologies"},
    {Part::round_table, "round_table", "Tour de table", "Round table"},
    {Part::questions, "questions", "Questions", "Questions"},
    {Part::decisions, "decisions", "Décisions", "Decisions"},
    {Part::actions, "actions", "Qui fait quoi", "Who does what"},
    {Part::announcements, "announcements", "Dates à retenir", "Dates to remember"},
    {Part::given, "given", "Fiches remises", "Records handed in"},
    {Part::verified, "verified", "Fiches relues", "Records checked"},
    {Part::next, "next", "Prochaine rencontre", "Next meeting"},
    {Part::minutes, "minutes", "Compte rendu", "Minutes"},
}};

constexpr Phrase<std::string, Words> title{"# {}, {}", "# {}, {}"};
constexpr Phrase<> how_to{
    "# Une ligne par personne, nouvelle, question, décision… ; une ligne en retrait continue celle du dessus.\n"
    "# « _ » devant un nom : pas encore là, l'enlever quand la personne arrive. Une ligne avec # ne compte pas.",
    "# One line for each person, piece of news, question, decision…; an indented line goes on with the one above.\n"
    "# \"_\" before a name: not there yet, remove it when they arrive. A line with # does not count."};

constexpr model::Label guest_word{"invité", "guest"};
constexpr model::Label count_word{"Nombre", "Headcount"};
constexpr model::Label question_word{"Question", "Question"};
constexpr model::Label worry_word{"Inquiétude", "Worry"};
constexpr model::Label need_word{"Besoin", "Need"};
constexpr model::Label by_word{"pour le", "by"};
constexpr model::Label done_word{"fait", "done"};
constexpr model::Label dropped_word{"abandonné", "dropped"};

constexpr Phrase<> under_which_heading{"sous quel titre ? la page commence par « ## Présents », « ## Tour de table »…",
                                       "under which heading? the page begins with \"## Present\", \"## Round table\"…"};
constexpr Phrase<> unknown_heading{"titre inconnu", "unknown heading"};
constexpr Phrase<> which_partner{"quel partenaire ? écrire « Partenaire : texte »",
                                 "which partner? write \"Partner: text\""};
constexpr Phrase<std::string> which_one{"lequel ? {}", "which one? {}"};
constexpr Phrase<std::string> perhaps{"est-ce {} ? sinon écrire (invité) après le nom",
                                      "is it {}? else write (guest) after the name"};
constexpr Phrase<> no_address{"un invité n'a ni courriel ni téléphone", "a guest has neither e-mail nor telephone"};
constexpr Phrase<> no_number{"un nombre de personnes", "a number of people"};
constexpr Phrase<> which_fiche{"quelle fiche ?", "which record?"};

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

// ---- The page from the record --------------------------------------------------------------------------------------

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

// ---- The record from the page --------------------------------------------------------------------------------------

struct Block {
    int line = 0;
    std::string text;  // as `Printer::blocks` prints it
};

struct Read {
    Block block;
    std::optional<std::size_t> original;  // the item that it was printed from
    bool same = false;                    // as it was printed
};

void set(Map& item, std::string_view key, Value value) {
    const auto found = std::find_if(item.begin(), item.end(), [&](const Member& each) { return each.key == key; });
    const bool empty = value.text() != nullptr  ? value.text()->empty()
                       : value.map() != nullptr ? value.map()->empty()
                                                : value.list()->empty();
    if (empty) {
        if (found != item.end()) item.erase(found);
    } else if (found == item.end()) {
        item.push_back({std::string(key), std::move(value)});
    } else if (found->value.text() == nullptr || value.text() == nullptr ||
               text::trim(*found->value.text()) != text::trim(*value.text())) {
        found->value = std::move(value);
    }
}

// "[permanence-msa]" at the end of a first line; taken off.
std::string take_id(std::string& line) {
    if (!line.ends_with(']')) return {};
    const std::size_t open = line.rfind(" [");
    if (open == std::string::npos) return {};
    std::string id = line.substr(open + 2, line.size() - open - 3);
    if (!model::is_id(id)) return {};
    line.resize(open);
    return id;
}

// "(…)" at the end of a text, with brackets inside of it; taken off.
std::string take_brackets(std::string& text) {
    if (!text.ends_with(')')) return {};
    int depth = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        if (text[at] == ')') ++depth;
        if (text[at] == '(' && --depth == 0) {
            std::string inside(text::trim(std::string_view(text).substr(at + 1, text.size() - at - 2)));
            text = std::string(text::trim(std::string_view(text).substr(0, at)));
            return inside;
        }
    }
    return {};
}

class Reader {
public:
    Reader(const store::Catalog& catalog, const std::string& id, const yaml::Node& record, Lang lang, const Date& today)
        : catalog_(catalog),
          id_(id),
          meeting_(*catalog.meeting(id)),
          record_(yaml::to_value(record)),
          printer_(catalog, id, lang, today),
          lang_(lang),
          today_(today) {}

    ReadMinutes read(std::string_view page) {
        whole_ = page.starts_with("# ");
        cut(page);
        for (const Heading& heading : headings) {
            if (!seen_.contains(heading.part)) continue;  // a heading that was taken out says nothing
            const std::vector<Block>& blocks = parts_[static_cast<std::size_t>(heading.part)];
            if (heading.part == Part::minutes || heading.part == Part::next)
                read_text(heading, blocks);
            else
                read_list(heading, blocks);
        }
        std::stable_sort(result_.remarks.begin(), result_.remarks.end(),
                         [](const Remark& a, const Remark& b) { return a.line < b.line; });
        return std::move(result_);
    }

private:
    void remark(int line, std::string_view text, Words what) {
        result_.remarks.push_back({line, utf8::printable(text.substr(0, text.find('\n'))), std::move(what)});
    }

    static const Heading* heading_of(std::string_view line) {
        const std::string folded = fold::text(line);
        for (const Heading& heading : headings)
            if (folded == fold::text(heading.fr) || folded == fold::text(heading.en)) return &heading;
        if (folded == "questions inquietudes et besoins" || folded == "questions worries and needs")
            return &headings[4];
        return nullptr;
    }

    // Cuts the page into the blocks of its parts.
    void cut(std::string_view page) {
        const Heading* heading = nullptr;
        int number = 0;
        bool open = false;  // the last block may go on
        std::string blank;  // empty lines that belong to it if an indented one follows
        for (std::size_t at = 0; at < page.size();) {
            const std::size_t end = std::min(page.find('\n', at), page.size());
            std::string_view line = page.substr(at, end - at);
            at = end + 1;
            ++number;
            if (line.ends_with('\r')) line.remove_suffix(1);
            const bool indented = line.starts_with(' ') || line.starts_with('\t');
            auto* blocks = heading == nullptr ? nullptr : &parts_[static_cast<std::size_t>(heading->part)];
            if (heading != nullptr && heading->part == Part::minutes) {
                if (blocks->empty()) blocks->push_back({number, ""});
                blocks->back().text +=
                    (blocks->back().text.empty() && blocks->back().line == number ? "" : "\n") + std::string(line);
                continue;
            }
            if (text::trim(line).empty()) {
                if (open) blank += "\n";
                continue;
            }
            if (indented && open) {
                while (line.ends_with(' ')) line.remove_suffix(1);
                std::size_t skip = 0;
                while (skip < 2 && skip < line.size() && line[skip] == ' ') ++skip;
                if (skip == 0 && line.front() == '\t') skip = 1;
                blocks->back().text += blank + "\n  " + std::string(line.substr(skip));
                blank.clear();
                continue;
            }
            blank.clear();
            open = false;
            line = text::trim(line);
            if (const Heading* found = line.starts_with("- ") ? nullptr : heading_of(line)) {
                heading = found;
                seen_.insert(found->part);
                continue;
            }
            if (line.starts_with("##")) {
                remark(number, line, unknown_heading());
                continue;
            }
            if (line.starts_with('#')) continue;
            if (heading == nullptr) {
                remark(number, line, under_which_heading());
                continue;
            }
            if (line.starts_with('_')) continue;
            blocks->push_back({number, std::string(line)});
            open = true;
        }
    }

    // ---- What was printed and what was typed ----------------------------------------------------------------------

    [[nodiscard]] List originals(const Heading& heading) const {
        const Value* value = record_.find(heading.key);
        if (heading.part == Part::given || heading.part == Part::verified) {
            const Value* fiches = record_.find("fiches");
            value = fiches == nullptr ? nullptr : fiches->find(heading.key);
        }
        if (value == nullptr) return {};
        if (value->list() != nullptr) return *value->list();
        return {*value};
    }

    static std::string bare(std::string_view text) {
        for (const std::string_view mark : {"- ", "* ", "• "})
            if (text.starts_with(mark)) return std::string(text::trim(text.substr(mark.size())));
        return std::string(text::trim(text));
    }

    // Which item each block was printed from: the same text, else the same id, else the same place among those left.
    [[nodiscard]] std::vector<Read> matched(const std::vector<Block>& blocks,
                                            const std::vector<std::string>& printed) const {
        std::vector<Read> reads;
        std::vector<bool> used(printed.size(), false);
        for (const Block& block : blocks) reads.push_back({block, std::nullopt, false});
        std::size_t from = 0;
        for (Read& read : reads) {
            const auto take = [&](std::size_t i) {
                read.original = i;
                read.same = true;
                used[i] = true;
                from = i + 1;
            };
            for (std::size_t step = 0; step < printed.size() && !read.same; ++step) {
                const std::size_t i = (from + step) % printed.size();
                if (!used[i] && bare(printed[i]) == bare(read.block.text)) take(i);
            }
        }
        const auto id_of = [](const std::string& text) {
            std::string first = text.substr(0, text.find('\n'));
            return take_id(first);
        };
        for (Read& read : reads) {
            const std::string id = read.same ? "" : id_of(read.block.text);
            for (std::size_t i = 0; i < printed.size() && !id.empty() && !read.original; ++i)
                if (!used[i] && id_of(printed[i]) == id) {
                    read.original = i;
                    used[i] = true;
                }
        }
        const auto left = std::count(used.begin(), used.end(), false);
        const auto news = std::count_if(reads.begin(), reads.end(), [](const Read& read) { return !read.original; });
        if (!whole_ || left != news) return reads;
        std::size_t next = 0;
        for (Read& read : reads) {
            if (read.original) continue;
            while (used[next]) ++next;
            read.original = next;
            used[next] = true;
        }
        return reads;
    }

    void read_list(const Heading& heading, std::vector<Block> blocks) {
        std::vector<std::string> printed = printer_.blocks(heading.part);
        if (heading.part == Part::present) {
            read_headcount(blocks);
            if (meeting_.headcount) printed.pop_back();
        }
        if (heading.part == Part::present || heading.part == Part::excused) blocks = apart(blocks, printed);
        const List before = originals(heading);
        List after;
        List kept = before;
        for (const Read& read : matched(blocks, printed)) {
            if (read.same && *read.original < before.size()) {
                after.push_back(before[*read.original]);
                continue;
            }
            const Value* old = read.original && *read.original < before.size() ? &before[*read.original] : nullptr;
            auto item = item_of(heading.part, read.block, old);
            if (!item) continue;
            if (old != nullptr) kept[*read.original] = *item;
            after.push_back(std::move(*item));
        }
        if (!whole_) after = joined(std::move(kept), after);
        if (after == before) return;
        model::RecordPath path{{std::string(heading.key)}};
        if (heading.part == Part::given || heading.part == Part::verified)
            path.steps.insert(path.steps.begin(), "fiches");
        result_.edits.push_back({std::move(path), edit::Op::set, Value(std::move(after))});
    }

    // Whether a line on record says all that a typed one says. An id is made for each typed line, so it tells nothing.
    [[nodiscard]] static bool says_all(const Value& one, const Value& typed) {
        if (one == typed) return true;
        if (one.map() == nullptr || typed.map() == nullptr) return false;
        return std::all_of(typed.map()->begin(), typed.map()->end(), [&](const Member& member) {
            const Value* value = one.find(member.key);
            return member.key == "id" || (value != nullptr && *value == member.value);
        });
    }

    // Of a page that somebody began by themselves: what is on record stays, and what the page says comes behind it.
    [[nodiscard]] static List joined(List all, const List& said) {
        for (const Value& item : said) {
            const bool known = std::any_of(all.begin(), all.end(), [&](const Value& one) {
                return says_all(one, item) || (!text_in(item, "person").empty() && item.map() != nullptr &&
                                               text_in(one, "person") == text_in(item, "person"));
            });
            if (!known) all.push_back(item);
        }
        return all;
    }

    void read_text(const Heading& heading, const std::vector<Block>& blocks) {
        std::string text;
        for (const Block& block : blocks) text += (text.empty() ? "" : "\n") + block.text;
        text = std::string(text::trim(text));
        const std::string& before = heading.part == Part::next ? meeting_.next : meeting_.minutes;
        if (text == text::trim(before)) return;
        if (heading.part == Part::next) {
            text = bare(text);
            if (const auto day = day_in(text)) text = day->iso();
        } else if (text.find('\n') != std::string::npos) {
            text += "\n";
        }
        result_.edits.push_back({{{std::string(heading.key)}}, edit::Op::set, Value(text)});
    }

    // "Nombre : 19"
    void read_headcount(std::vector<Block>& blocks) {
        std::optional<int> count;
        bool bad = false;
        std::erase_if(blocks, [&](const Block& block) {
            const std::string line = bare(block.text);
            const std::size_t colon = line.find(':');
            if (colon == std::string::npos) return false;
            const std::string word = fold::text(std::string_view(line).substr(0, colon));
            if (word != fold::text(count_word.fr) && word != fold::text(count_word.en) && word != "nombre de presents")
                return false;
            count = model::to_whole_number(text::trim(std::string_view(line).substr(colon + 1)));
            if (!count) {
                remark(block.line, line, no_number());
                bad = true;
            }
            return true;
        });
        if (bad || count == meeting_.headcount) return;
        result_.edits.push_back(
            {{{"headcount"}}, edit::Op::set, Value(count ? std::to_string(*count) : std::string())});
    }

    // "marie, thomas lacombe": one name a block, unless the line is one that was printed or names somebody as a whole.
    [[nodiscard]] std::vector<Block> apart(const std::vector<Block>& blocks,
                                           const std::vector<std::string>& printed) const {
        std::vector<Block> all;
        for (const Block& block : blocks) {
            const std::string line = bare(block.text);
            const bool known = std::find(printed.begin(), printed.end(), line) != printed.end();
            std::string outside = line;
            const bool brackets = !take_brackets(outside).empty();
            if (known || brackets || line.find(',') == std::string::npos || names_one(line)) {
                all.push_back(block);
                continue;
            }
            for (const std::string_view name : text::split(line, ','))
                if (!text::trim(name).empty()) all.push_back({block.line, std::string(text::trim(name))});
        }
        return all;
    }
    [[nodiscard]] bool names_one(const std::string& line) const {
        const AtTheDoor found = at_the_door(catalog_, meeting_, line, today_);
        return found.people.size() == 1 || found.partners.size() == 1;
    }

    // ---- One item -------------------------------------------------------------------------------------------------

    std::optional<Value> item_of(Part part, const Block& block, const Value* old) {
        switch (part) {
            case Part::present:
            case Part::excused: return seat_of(block, old);
            case Part::round_table: return news_of(block, old);
            case Part::questions: return question_of(block, old);
            case Part::actions: return action_of(block, old);
            case Part::announcements: return announcement_of(block, old);
            case Part::given:
            case Part::verified: return fiche_of(block);
            case Part::decisions: return text_item(block, old);
            default: return Value(plain(bare(block.text)));
        }
    }

    // A block without the indentation of its further lines.
    static std::string plain(const std::string& text) { return text::replace_all(text, "\n  ", "\n"); }

    static Map map_of(const Value* old, std::string_view main) {
        if (old == nullptr) return {};
        if (old->map() != nullptr) return *old->map();
        Map item;
        if (old->text() != nullptr) item.push_back({std::string(main), *old});
        return item;
    }

    Value text_item(const Block& block, const Value* old) const {
        const std::string text = plain(bare(block.text));
        if (old == nullptr || old->map() == nullptr) return Value(text);
        Map item = *old->map();
        set(item, "text", Value(text));
        return Value(std::move(item));
    }

    std::optional<Value> seat_of(const Block& block, const Value* old) {
        std::string name = bare(block.text);
        for (const std::string_view mark : {"x ", "X ", "[x] ", "[X] ", "+ ", "✓ "})
            if (name.starts_with(mark)) name = std::string(text::trim(std::string_view(name).substr(mark.size())));
        const std::string inside = take_brackets(name);
        const std::string folded = fold::text(inside);
        const bool guest = folded.starts_with(fold::text(guest_word.fr)) || folded.starts_with("invitee") ||
                           folded.starts_with(fold::text(guest_word.en));
        if (guest) {
            const std::size_t after = inside.find_first_of(":,");
            const std::string organisation(
                after == std::string::npos ? "" : text::trim(std::string_view(inside).substr(after + 1)));
            return guest_of(block, name, organisation);
        }
        const AtTheDoor found = at_the_door(catalog_, meeting_, name, today_);
        std::vector<std::string> people = found.people;
        std::string partner;
        if (!inside.empty())
            if (const auto of = who_is(catalog_, inside); of && !of->partner.empty()) partner = of->partner;
        if (people.size() > 1 && !partner.empty()) {
            std::vector<std::string> of_it;
            for (const std::string& person : people) {
                const auto fiches = facts::partners_of(catalog_, person, meeting_.date.value_or(today_));
                if (std::find(fiches.begin(), fiches.end(), partner) != fiches.end()) of_it.push_back(person);
            }
            if (of_it.size() == 1) people = of_it;
        }
        if (people.size() == 1) {
            Map item = map_of(old != nullptr && text_in(*old, "person") == people.front() ? old : nullptr, "person");
            set(item, "person", Value(people.front()));
            model::Attendee line;
            line.person = people.front();
            const bool said =
                !partner.empty() && facts::came_for(catalog_, line, meeting_.date.value_or(today_)) != partner;
            if (said) set(item, "partner", Value(partner));
            if (item.size() == 1) {
                const Value seat = seat_line(catalog_, meeting_, people.front());
                return seat;
            }
            return Value(std::move(item));
        }
        if (people.empty() && found.partners.size() == 1) return Value(Map{{"partner", Value(found.partners.front())}});
        if (people.size() > 1 || found.partners.size() > 1) {
            remark(block.line, block.text, which_one(text::join(people.empty() ? found.partners : people, ", ")));
            return std::nullopt;
        }
        std::vector<std::string> names;
        for (const auto& entry : catalog_.people()) names.push_back(entry.value.name);
        if (const auto near = text::nearest(name, names)) {
            remark(block.line, block.text, perhaps(utf8::printable(*near)));
            return std::nullopt;
        }
        return guest_of(block, name, inside);
    }

    std::optional<Value> guest_of(const Block& block, const std::string& name, const std::string& organisation) {
        if (holds_address(name) || holds_address(organisation)) {
            remark(block.line, block.text, no_address());
            return std::nullopt;
        }
        return guest_line(name, organisation);
    }

    static std::string text_in(const Value& item, std::string_view key) {
        if (item.text() != nullptr) return *item.text();
        const Value* value = item.find(key);
        return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
    }

    // The colons of a first line at which it may be parted: "Habitalys : texte", "Habitalys: texte".
    static std::vector<std::pair<std::string, std::string>> partings(const std::string& text) {
        std::vector<std::pair<std::string, std::string>> all;
        const std::size_t end = std::min(text.find('\n'), text.size());
        for (std::size_t at = text.find(':'); at < end; at = text.find(':', at + 1)) {
            if (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\n') continue;
            std::string left(text::trim(std::string_view(text).substr(0, at)));
            while (left.ends_with("\xC2\xA0") || left.ends_with("\xE2\x80\xAF"))
                left.resize(left.size() - (left.ends_with("\xC2\xA0") ? 2 : 3));
            all.emplace_back(left, std::string(text::trim(std::string_view(text).substr(at + 1))));
        }
        return all;
    }

    std::optional<Value> news_of(const Block& block, const Value* old) {
        std::optional<Error> several;
        for (auto& [left, right] : partings(plain(bare(block.text)))) {
            std::string of = left;
            auto whole = who_is(catalog_, of);
            std::string speaker;
            if (!whole || whole->id().empty()) {
                const std::string inside = take_brackets(of);
                if (!inside.empty()) {
                    whole = who_is(catalog_, of);
                    const auto who = who_is(catalog_, inside);
                    speaker = who && !who->id().empty() ? who->id() : inside;
                }
            }
            if (!whole) {
                if (!several) several = whole.error();
                continue;
            }
            std::string partner = whole->partner;
            if (partner.empty() && !whole->person.empty()) {
                model::Attendee line;
                line.person = whole->person;
                partner = facts::came_for(catalog_, line, meeting_.date.value_or(today_));
                speaker = whole->person;
            }
            if (partner.empty()) continue;
            Map item = map_of(old, "partner");
            set(item, "partner", Value(partner));
            set(item, "speaker", Value(speaker));
            set(item, "news", Value(right));
            return Value(std::move(item));
        }
        remark(block.line, block.text, several ? which_one(several->remedy.in(lang_)) : which_partner());
        return std::nullopt;
    }

    std::string who_or_words(const std::string& typed) {
        const auto who = who_is(catalog_, typed);
        return who && !who->id().empty() ? who->id() : typed;
    }

    std::optional<Value> question_of(const Block& block, const Value* old) {
        std::string text = plain(bare(block.text));
        std::string answer;
        if (const std::size_t arrow = text.find("\n→"); arrow != std::string::npos) {
            answer = std::string(text::trim(std::string_view(text).substr(arrow + 4)));
            text.resize(arrow);
        }
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string first = text.substr(0, end);
        const std::string rest = text.substr(end);
        std::string id = take_id(first);
        std::string kind;
        std::string by;
        for (const auto& [left, right] : partings(first)) {
            std::string word = left;
            const std::string inside = take_brackets(word);
            const std::string folded = fold::text(word);
            const auto is = [&](const model::Label& label) {
                return folded == fold::text(label.fr) || folded == fold::text(label.en);
            };
            if (is(question_word) || is(worry_word) || is(need_word)) {
                kind = is(worry_word) ? "worry" : is(need_word) ? "need" : "";
                by = inside.empty() ? "" : who_or_words(inside);
                first = right;
                break;
            }
            const auto who = who_is(catalog_, left);
            if (!who) {
                remark(block.line, block.text, which_one(who.error().remedy.in(lang_)));
                return std::nullopt;
            }
            if (who->id().empty()) continue;
            by = who->id();
            first = right;
            break;
        }
        Map item = map_of(old, "text");
        const bool keeps_kind = kind.empty() && text_in(Value(item), "kind") == "question";
        if (id.empty() && old == nullptr) id = free_item_id(first);
        if (!id.empty()) set(item, "id", Value(id));
        if (!keeps_kind) set(item, "kind", Value(kind));
        set(item, "by", Value(by));
        set(item, "text", Value(first + rest));
        set_answer(item, answer);
        return Value(std::move(item));
    }

    void set_answer(Map& item, std::string answer) {
        if (answer.empty()) return set(item, "answer", Value(Map{}));
        const Value held(item);
        const Value* old = held.find("answer");
        Map map = old != nullptr && old->map() != nullptr ? *old->map() : Map{};
        std::string by;
        std::string on;
        for (const auto& [left, right] : partings(answer)) {
            bool all = true;
            std::string who;
            std::string day;
            for (const std::string_view part : text::split(left, ',')) {
                const std::string word(text::trim(part));
                if (const auto date = day_in(word))
                    day = date->iso();
                else if (const auto found = who_is(catalog_, word); found && !found->id().empty())
                    who = found->id();
                else
                    all = false;
            }
            if (!all) continue;
            by = who;
            on = day;
            answer = right;
            break;
        }
        set(map, "text", Value(answer));
        set(map, "by", Value(by));
        if (on.empty() && old == nullptr) on = meeting_.date.value_or(today_).iso();
        set(map, "on", Value(on));
        set(item, "answer", Value(std::move(map)));
    }

    std::optional<Value> action_of(const Block& block, const Value* old) {
        const std::string text = plain(bare(block.text));
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string first = text.substr(0, end);
        const std::string rest = text.substr(end);
        std::string id = take_id(first);
        std::string status;
        std::optional<Date> closed;
        std::optional<Date> due;
        for (bool found = true; found;) {
            found = false;
            std::string without = first;
            const std::string inside = take_brackets(without);
            const std::string folded = fold::text(inside);
            const auto begins = [&](const model::Label& label) {
                for (const std::string_view word : {label.fr, label.en})
                    if (const std::string begin = fold::text(word); folded == begin || folded.starts_with(begin + " "))
                        return begin.size();
                return std::size_t{0};
            };
            if (begins(done_word) > 0 || begins(dropped_word) > 0) {
                status = begins(done_word) > 0 ? "done" : "dropped";
                closed = last_day_in(inside);
                found = true;
            } else if (begins(by_word) > 0 || folded.starts_with("pour ")) {
                due = last_day_in(inside);
                found = due.has_value();
            }
            if (found) first = without;
        }
        std::string who = old != nullptr ? text_in(*old, "who") : "";
        bool said = false;
        for (const auto& [left, right] : partings(first)) {
            const auto found = who_is(catalog_, left);
            if (!found) {
                remark(block.line, block.text, which_one(found.error().remedy.in(lang_)));
                return std::nullopt;
            }
            if (found->id().empty() && left != who) continue;
            who = found->id().empty() ? left : found->id();
            first = right;
            said = true;
            break;
        }
        if (!said) who.clear();
        Map item = map_of(old, "what");
        if (id.empty() && old == nullptr) id = free_item_id(first);
        if (!id.empty()) set(item, "id", Value(id));
        set(item, "what", Value(first + rest));
        set(item, "who", Value(who));
        set(item, "due", Value(due ? due->iso() : ""));
        const Value held(item);
        const bool was_open = text_in(held, "status").empty() || text_in(held, "status") == "open";
        if (!status.empty() || !was_open) set(item, "status", Value(status));
        if (status.empty()) {
            set(item, "closed", Value(Map{}));
        } else {
            const Value* before = held.find("closed");
            Map map = before != nullptr && before->map() != nullptr ? *before->map() : Map{};
            if (closed || map.empty()) set(map, "on", Value(closed.value_or(meeting_.date.value_or(today_)).iso()));
            set(item, "closed", Value(std::move(map)));
        }
        return Value(std::move(item));
    }

    std::optional<Value> announcement_of(const Block& block, const Value* old) {
        std::string text = plain(bare(block.text));
        std::string date;
        for (const auto& [left, right] : partings(text)) {
            const auto day = day_in(left);
            if (!day) break;
            date = day->iso();
            text = right;
            break;
        }
        std::string without = text;
        std::string partner;
        if (const std::string inside = take_brackets(without); !inside.empty())
            if (const auto who = who_is(catalog_, inside); who && !who->partner.empty()) {
                partner = who->partner;
                text = without;
            }
        std::string place;
        if (const std::size_t dash = text.rfind(" — "); dash != std::string::npos) {
            place = std::string(text::trim(std::string_view(text).substr(dash + 5)));
            text.resize(dash);
        }
        Map item = map_of(old, "title");
        set(item, "date", Value(date));
        set(item, "title", Value(text));
        set(item, "place", Value(place));
        set(item, "partner", Value(partner));
        return Value(std::move(item));
    }

    std::optional<Value> fiche_of(const Block& block) {
        const std::string name = bare(block.text);
        const auto who = who_is(catalog_, name);
        if (who && !who->partner.empty()) return Value(who->partner);
        if (who && !who->person.empty()) {
            const auto fiches = facts::partners_of(catalog_, who->person, meeting_.date.value_or(today_));
            if (fiches.size() == 1) return Value(fiches.front());
        }
        remark(block.line, block.text, who ? which_fiche() : which_one(who.error().remedy.in(lang_)));
        return std::nullopt;
    }

    // An id that no item of the meeting has, nor one that was typed above.
    std::string free_item_id(const std::string& text) {
        model::Meeting with_typed = meeting_;
        for (const std::string& id : typed_ids_) {
            model::Action taken;
            taken.id = id;
            with_typed.actions.push_back(taken);
        }
        std::string id = item_id(with_typed, text);
        typed_ids_.push_back(id);
        return id;
    }

    // A day, also without its year: the next one from the meeting on.
    [[nodiscard]] std::optional<Date> day_in(std::string_view text) const {
        const std::string word(text::trim(text));
        if (const auto day = Date::parse(word)) return day;
        if (const auto day = date_as_spoken(word)) return day;
        const Date from = meeting_.date.value_or(today_);
        for (const int year : {from.year, from.year + 1})
            for (const char* between : {"/", " "})
                if (const auto day = date_as_spoken(word + between + std::to_string(year)); day && *day >= from)
                    return day;
        return std::nullopt;
    }

    // The longest end of a text that is a day: "fait le 12/12/2026".
    [[nodiscard]] std::optional<Date> last_day_in(std::string_view text) const {
        for (std::size_t at = 0; at != std::string_view::npos; at = text.find(' ', at + 1))
            if (const auto day = day_in(text.substr(at))) return day;
        return std::nullopt;
    }

    const store::Catalog& catalog_;
    std::string id_;
    const model::Meeting& meeting_;
    Value record_;
    Printer printer_;
    Lang lang_;
    Date today_;
    std::array<std::vector<Block>, headings.size()> parts_;
    std::set<Part> seen_;
    bool whole_ = false;  // begins as the printed page does: a line that is gone was taken out
    std::vector<std::string> typed_ids_;
    ReadMinutes result_;
};

}  // namespace

std::string minutes_text(const store::Catalog& catalog, const std::string& meeting, Lang lang, const Date& today) {
    return Printer(catalog, meeting, lang, today).page();
}

ReadMinutes read_minutes(const store::Catalog& catalog, const std::string& meeting, const yaml::Node& record,
                         std::string_view page, Lang lang, const Date& today) {
    return Reader(catalog, meeting, record, lang, today).read(page);
}

}  // namespace cafe::meetings
