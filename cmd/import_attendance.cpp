// A sign-in sheet into a meeting.
#include "all_known.hpp"
#include "base/utf8.hpp"
#include "import.hpp"
#include "intake/attendance.hpp"
#include "intake/choose.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meetings/attendance.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> which_meeting{"quelle réunion ?", "which meeting?"};
constexpr Phrase<> name_meeting{"la nommer : --meeting 2026-11-06-fumel, ou --meeting fumel:last",
                                "name it: --meeting 2026-11-06-fumel, or --meeting fumel:last"};
constexpr Phrase<std::size_t, std::string, Words> waits{"ligne {} : {} : attend : {}", "line {}: {}: waits: {}"};
constexpr Phrase<std::string, std::size_t, std::size_t, std::size_t> sheet_read{
    "{} : {} présents, {} excusés, {} sans nom", "{}: {} present, {} excused, {} without a name"};

}  // namespace

Result<int> import_attendance(World& world, const Arguments& arguments, const store::Book& book,
                              const model::ImportMapping& mapping, const intake::Rows& rows) {
    if (!arguments.has("--meeting")) return Error{ErrorKind::usage, which_meeting(), name_meeting()};
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    if (const auto known = all_known(notebook->book.unreadable); !known) return known.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto id = resolve_meeting(catalog, arguments.value("--meeting"), today(world));
    if (!id) return id.error();
    if (const auto open = not_approved(catalog, *id); !open) return open.error();
    const model::Meeting& meeting = *catalog.meeting(*id);
    const intake::Lexicon lexicon(book, catalog.territory());
    const intake::Attendance sheet = intake::attendance_of(catalog, meeting, rows, lexicon, mapping);
    std::vector<edit::Edit> edits = meetings::seated(meeting, sheet.present);
    if (!sheet.excused.empty()) edits.push_back({{{"excused"}}, edit::Op::add, Value{sheet.excused}});
    if (sheet.unnamed > 0 && !meeting.headcount)
        edits.push_back({{{"headcount"}}, edit::Op::set, Value{std::to_string(sheet.present.size() + sheet.unnamed)}});
    bool waiting = false;
    for (const intake::RowReport& row : sheet.rows) {
        if (row.outcome == intake::Outcome::made) continue;
        waiting = true;
        const std::string name = row.row->people.empty() ? "?" : utf8::printable(row.row->people.front().name);
        world.say(waits(row.row->row->line, name, row.why));
    }
    const auto done = change_meeting(world, arguments, *notebook, *id, edits,
                                     sheet_read(*id, sheet.present.size(), sheet.excused.size(), sheet.unnamed));
    if (!done) return done;
    return waiting ? 1 : 0;
}

}  // namespace cafe::cmd
