#include "meetings/notes.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "query/asked_place.hpp"
#include "query/lexicon.hpp"
#include "query/little.hpp"

namespace cafe::meetings {

namespace {

constexpr std::size_t longest_item_id = 48;
constexpr std::size_t longest_phrase = 4;  // words of a theme's name or synonym

constexpr Phrase<std::string> no_item{"aucune question ni action ne s'appelle « {} »",
                                      "no question or action is called '{}'"};
constexpr Phrase<std::string> nearest_is{"vouliez-vous dire « {} » ?", "did you mean '{}'?"};
constexpr Phrase<> see_items{"« cafe meeting questions --open » et « cafe meeting actions --open » les montrent",
                             "'cafe meeting questions --open' and 'cafe meeting actions --open' show them"};
constexpr Phrase<std::string> several_items{"plusieurs s'appellent « {} »", "several are called '{}'"};
constexpr Phrase<std::string> say_which{"dire laquelle : {}", "say which: {}"};

List list_of(const std::vector<std::string>& texts) {
    List list;
    for (const std::string& text : texts) list.emplace_back(text);
    return list;
}

bool is_taken(const model::Meeting& meeting, const std::string& id) {
    const auto is_it = [&](const auto& item) { return item.id == id; };
    return std::any_of(meeting.questions.begin(), meeting.questions.end(), is_it) ||
           std::any_of(meeting.actions.begin(), meeting.actions.end(), is_it);
}

std::string name_of(const std::string& meeting, const std::string& id, bool question, std::size_t position) {
    if (!id.empty()) return meeting + "/" + id;
    return meeting + (question ? "/questions." : "/actions.") + std::to_string(position);
}

std::vector<Item> all_items(const store::Catalog& catalog) {
    std::vector<Item> items;
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        for (std::size_t i = 0; i < meeting.questions.size(); ++i) {
            const model::Question& one = meeting.questions[i];
            items.push_back({entry.id, true, i, name_of(entry.id, one.id, true, i), one.text, !one.answer.has_value()});
        }
        for (std::size_t i = 0; i < meeting.actions.size(); ++i) {
            const model::Action& one = meeting.actions[i];
            items.push_back({entry.id, false, i, name_of(entry.id, one.id, false, i), one.what,
                             one.status != "done" && one.status != "dropped"});
        }
    }
    return items;
}

}  // namespace

std::string item_id(const model::Meeting& meeting, std::string_view text) {
    std::vector<std::string> telling;
    const std::string slug = fold::slug(text, 400);
    for (const std::string_view word : text::split(slug, '-'))
        if (!query::is_little(word)) telling.emplace_back(word);
    if (telling.empty())
        for (const std::string_view word : text::split(slug, '-')) telling.emplace_back(word);
    std::string id;
    constexpr std::size_t enough = 3;
    for (std::size_t i = 0; i < telling.size(); ++i) {
        const std::string longer = id.empty() ? telling[i] : id + "-" + telling[i];
        if (longer.size() > longest_item_id) break;
        id = longer;
        if (i + 1 >= enough && !is_taken(meeting, id)) return id;
    }
    if (id.empty()) id = telling.empty() ? "point" : telling.front().substr(0, longest_item_id);
    std::string free = id;
    for (int number = 2; is_taken(meeting, free); ++number) free = id + "-" + std::to_string(number);
    return free;
}

edit::Edit noted(const model::Meeting& meeting, const Note& note) {
    Map item;
    const auto add = [&item](std::string_view key, const std::string& text) {
        if (!text.empty()) item.push_back({std::string(key), Value(text)});
    };
    const auto add_lists = [&] {
        if (!note.themes.empty()) item.push_back({"themes", Value(list_of(note.themes))});
        if (!note.areas.empty() && note.kind != NoteKind::news) item.push_back({"areas", Value(list_of(note.areas))});
    };
    std::string_view list;
    switch (note.kind) {
        case NoteKind::news:
            list = "round_table";
            add("partner", note.by);
            add("news", note.text);
            add_lists();
            break;
        case NoteKind::question:
        case NoteKind::worry:
        case NoteKind::need:
            list = "questions";
            add("id", item_id(meeting, note.text));
            if (note.kind != NoteKind::question) add("kind", note.kind == NoteKind::worry ? "worry" : "need");
            add("by", note.by);
            add("text", note.text);
            add_lists();
            break;
        case NoteKind::decision:
            list = "decisions";
            return {model::RecordPath{{"decisions"}}, edit::Op::add, Value(List{Value(note.text)})};
        case NoteKind::action:
            list = "actions";
            add("id", item_id(meeting, note.text));
            add("what", note.text);
            add("who", note.who.empty() ? note.by : note.who);
            if (note.due) add("due", note.due->iso());
            break;
    }
    return {model::RecordPath{{std::string(list)}}, edit::Op::add, Value(List{Value(std::move(item))})};
}

Mentioned mentioned_in(const store::Catalog& catalog, std::string_view text) {
    Mentioned found;
    const auto add = [](std::vector<std::string>& list, std::string one) {
        if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(std::move(one));
    };
    const query::Lexicon lexicon(catalog);
    const std::vector<fold::Word> words = fold::words(text);
    for (std::size_t at = 0; at < words.size();) {
        std::size_t taken = 1;
        for (std::size_t count = std::min(longest_phrase, words.size() - at); count > 0; --count) {
            if (count == 1 && (query::is_little(words[at].folded) || words[at].folded.size() < 3)) break;
            const std::string_view phrase = text.substr(words[at].begin, words[at + count - 1].end - words[at].begin);
            const auto themes = lexicon.ids(query::MeaningKind::theme, phrase);
            if (themes.empty()) continue;
            add(found.themes, themes.front());
            taken = count;
            break;
        }
        at += taken;
    }
    for (std::size_t at = 0; at < words.size();) {
        const auto match = catalog.territory().area_at(words, at, territory::Announced::no);
        const auto* area = match && match->certain ? std::get_if<territory::AreaRef>(&match->answer) : nullptr;
        const char first = text[words[at].begin];
        const bool capital = (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
        if (area != nullptr && capital && query::is_of_notebook(*area, catalog))
            add(found.areas, catalog.territory().name(*area));
        at += match ? std::max<std::size_t>(match->count, 1) : 1;
    }
    return found;
}

Result<Item> item_named(const store::Catalog& catalog, std::string_view typed) {
    const std::string word(text::trim(typed));
    const std::vector<Item> items = all_items(catalog);
    std::vector<const Item*> open;
    std::vector<const Item*> all;
    for (const Item& item : items) {
        if (item.name == word) return item;
        if (item.name.substr(item.meeting.size() + 1) != word) continue;
        all.push_back(&item);
        if (item.open) open.push_back(&item);
    }
    const std::vector<const Item*>& found = open.empty() ? all : open;
    if (found.size() == 1) return *found.front();
    if (found.size() > 1) {
        std::vector<std::string> names;
        for (const Item* item : found) names.push_back(item->name);
        return Error{ErrorKind::reference, several_items(utf8::printable(word)), say_which(text::join(names, ", "))};
    }
    std::vector<std::string> names;
    for (const Item& item : items) {
        names.push_back(item.name);
        names.push_back(item.name.substr(item.meeting.size() + 1));
    }
    const auto near = text::nearest(word, names);
    return Error{ErrorKind::reference, no_item(utf8::printable(word)), near ? nearest_is(*near) : see_items()};
}

std::vector<edit::Edit> closed(const Item& item, ClosedAs how, const std::string& text, const std::string& by,
                               const Date& on, const std::string& in) {
    const std::string list = item.question ? "questions" : "actions";
    const std::string position = std::to_string(item.position);
    const auto path = [&](const std::string& key) { return model::RecordPath{{list, position, key}}; };
    Map how_closed;
    if (how == ClosedAs::answered) {
        how_closed.push_back({"text", Value(text)});
        if (!by.empty()) how_closed.push_back({"by", Value(by)});
    }
    how_closed.push_back({"on", Value(on.iso())});
    if (!in.empty()) how_closed.push_back({"meeting", Value(in)});
    if (how == ClosedAs::answered) return {{path("answer"), edit::Op::set, Value(std::move(how_closed))}};
    return {{path("status"), edit::Op::set, Value(how == ClosedAs::done ? "done" : "dropped")},
            {path("closed"), edit::Op::set, Value(std::move(how_closed))}};
}

}  // namespace cafe::meetings
