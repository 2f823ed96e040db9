// What is noted at the table: news, questions, decisions, actions, and how what is open is closed later.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "edit/edit.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

enum class NoteKind { news, question, worry, need, decision, action };

/// What somebody typed at the table. What is empty was not said.
struct Note {
    NoteKind kind = NoteKind::news;
    std::string by;  ///< of news the partner; of the others a partner, a person, or words
    std::string text;
    std::string who;  ///< of an action
    std::optional<Date> due;
    std::vector<std::string> themes;
    std::vector<std::string> areas;
};

/// The edit that adds it. A question or action gets an id that is a slug of its text and of no other item of the
/// meeting. Nobody reads a worry but the partners, as the format says without a word in the file.
edit::Edit noted(const model::Meeting& meeting, const Note& note);

/// The slug of an item: the telling words of its text, as few as tell it from the others.
std::string item_id(const model::Meeting& meeting, std::string_view text);

/// What a text speaks of: themes by id, areas of the notebook's départements as they are written, each once.
struct Mentioned {
    std::vector<std::string> themes;
    std::vector<std::string> areas;
};
Mentioned mentioned_in(const store::Catalog& catalog, std::string_view text);

/// An item as it is named: "2026-11-06-fumel/permanence-msa".
struct Item {
    std::string meeting;
    bool question = false;  ///< else an action
    std::size_t position = 0;
    std::string name;
    std::string text;
    bool open = false;
};

/// The item that a word names: its full name, or its id where one meeting alone has it, the open ones first. An Error
/// of kind reference, with the nearest or the candidates.
Result<Item> item_named(const store::Catalog& catalog, std::string_view typed);

enum class ClosedAs { answered, done, dropped };
/// The edits of the meeting that raised it. `in` is the meeting where it was closed, empty when it was between two.
std::vector<edit::Edit> closed(const Item& item, ClosedAs how, const std::string& text, const std::string& by,
                               const Date& on, const std::string& in);

}  // namespace cafe::meetings
