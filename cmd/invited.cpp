#include "invited.hpp"

#include "facts/withhold.hpp"
#include "meetings/invitations.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Noun unreadable{"fichier illisible laissé de côté : « cafe check » dit pourquoi",
                          "fichiers illisibles laissés de côté : « cafe check » dit pourquoi",
                          "unreadable file left out: 'cafe check' says why",
                          "unreadable files left out: 'cafe check' says why"};
constexpr Phrase<int, int> room_for_replies{"la salle compte {1} places, {0} personnes ont accepté",
                                            "the room has {1} seats, {0} people have accepted"};
constexpr Phrase<int, int, std::string> room_for_last{"la salle compte {1} places, {0} personnes étaient là ({2})",
                                                      "the room has {1} seats, {0} people were there ({2})"};
constexpr Phrase<> split_it{"la partager par thème :", "split by theme:"};
constexpr Phrase<std::string, std::string, Words> split_into{
    "  cafe meeting new {0} --kind thematic --theme {1} --date AAAA-MM-JJ   ({2})",
    "  cafe meeting new {0} --kind thematic --theme {1} --date YYYY-MM-DD   ({2})"};
constexpr Noun invited_noun{"invité", "invités", "invited", "invited"};

}  // namespace

Result<OpenNotebook> open_notebook(World& world) {
    auto book = open_book(world);
    if (!book) return book.error();
    // What letters say is for the partners; where they go is for us to know.
    store::Catalog catalog(facts::for_reader(*book, {facts::Reader::partners, false}, facts::Lines::stay).book);
    if (!book->unreadable.empty()) world.say(count(book->unreadable.size(), unreadable));
    return OpenNotebook{std::move(*book), std::move(catalog)};
}

const store::Source* source_of(const store::Book& book, const std::string& meeting) {
    const auto* record = store::find(book.meetings, meeting);
    return record == nullptr ? nullptr : record->source.get();
}

void say_too_small(World& world, const store::Catalog& catalog, const model::Meeting& meeting, const Date& before) {
    const auto room = meetings::too_small(catalog, meeting, before);
    if (!room) return;
    world.say(room->by_replies ? room_for_replies(room->expected, room->capacity)
                               : room_for_last(room->expected, room->capacity, room->last));
    if (meeting.kind == "thematic") return;
    const std::string query = meetings::invite_query(catalog, meeting);
    if (query.empty()) return;
    world.say(split_it());
    for (const std::string_view theme : meetings::split_themes) {
        const auto invited = meetings::invited_by(catalog, "(" + query + ") theme:" + std::string(theme),
                                                  meetings::OnePer::person, today(world));
        const std::string cafe = meeting.cafe.empty() ? "reseau" : meeting.cafe;
        if (invited) world.say(split_into(cafe, std::string(theme), count(invited->size(), invited_noun)));
    }
}

}  // namespace cafe::cmd
