// The record from the page.
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
#include "meetings/minutes_page.hpp"
#include "meetings/minutes_pieces.hpp"
#include "meetings/minutes_text.hpp"
#include "meetings/naming.hpp"
#include "meetings/notes.hpp"
#include "model/values.hpp"

namespace cafe::meetings {

namespace {

using namespace minutes_page;  // NOLINT(google-build-using-namespace): the parts and words of one page

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

struct Block {
    int line = 0;
    std::string text;  // as `printed_blocks` gives it
};

struct Read {
    Block block;
    std::optional<std::size_t> original;  // the item that it was printed from
    bool same = false;                    // as it was printed
};

class Reader {
public:
    Reader(const store::Catalog& catalog, const std::string& id, const yaml::Node& record, Lang lang, const Date& today)
        : catalog_(catalog),
          id_(id),
          meeting_(*catalog.meeting(id)),
          record_(yaml::to_value(record)),
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
        std::vector<std::string> printed = printed_blocks(catalog_, id_, lang_, today_, heading.part);
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
    Lang lang_;
    Date today_;
    std::array<std::vector<Block>, headings.size()> parts_;
    std::set<Part> seen_;
    bool whole_ = false;  // begins as the printed page does: a line that is gone was taken out
    std::vector<std::string> typed_ids_;
    ReadMinutes result_;
};

}  // namespace

ReadMinutes read_minutes(const store::Catalog& catalog, const std::string& meeting, const yaml::Node& record,
                         std::string_view page, Lang lang, const Date& today) {
    return Reader(catalog, meeting, record, lang, today).read(page);
}

}  // namespace cafe::meetings
