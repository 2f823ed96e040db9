#include "meetings/agenda.hpp"
#include "meetings/planning.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/schedule.hpp"
#include "command.hpp"
#include "meeting.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"

namespace cafe::cmd {

namespace {

constexpr Label date_title{"date", "date"};
constexpr Label cafe_title{"café", "café"};
constexpr Label time_title{"heures", "time"};
constexpr Label status_title{"état", "status"};
constexpr Label note_title{"à savoir", "note"};
constexpr Label title_title{"titre", "title"};

const Words to_plan{"à prévoir", "to be planned"};
const Words nothing_kept{"rien de noté", "nothing noted"};
const Words left_out{"pas de café", "no café"};
const Words network{"le réseau", "the network"};
const Words bridge{"pont", "bridge day"};
constexpr Phrase<Words> is_holiday{"férié : {}", "public holiday: {}"};
constexpr Phrase<std::string> is_closed{"fermé : {}", "closed: {}"};
constexpr Phrase<std::string> is_excepted{"exception : {}", "exception: {}"};
constexpr Phrase<Words> free_instead{"libre : {}", "free: {}"};
constexpr Phrase<std::string, std::string> hours{"{} – {}", "{} – {}"};

constexpr Phrase<std::string> bad_year{"« {} » n'est pas une année", "'{}' is not a year"};
constexpr Phrase<> write_year{"en quatre chiffres, de 1900 à 2199 : 2027", "in four digits, from 1900 to 2199: 2027"};
constexpr Phrase<std::string, Words> bad_schedule{"cafes/{}.yaml : {}", "cafes/{}.yaml: {}"};
constexpr Phrase<int> none{"rien en {}", "nothing in {}"};

const model::Shape& occasion_shape() {
    static const model::Shape shape = [] {
        model::Shape made{"occasion", {}};
        for (const std::string_view key : {"date", "cafe", "start", "end", "status", "meeting", "title", "holiday",
                                           "bridge", "closed", "except", "instead"}) {
            model::Field field;
            field.key = key;
            if (key == "bridge") {
                field.type = model::Type::boolean;
                field.storage = model::Storage::boolean;
            }
            made.fields.push_back(field);
        }
        return made;
    }();
    return shape;
}

std::string id_of(const meetings::Occasion& day) {
    if (!day.meeting.empty()) return day.meeting;
    return day.date.iso() + "-" + (day.cafe.empty() ? std::string(meetings::whole_network) : day.cafe);
}

Listed listed(const meetings::Occasion& day) {
    return {id_of(day), mapping_before({{"date", day.date.iso()},
                                        {"cafe", day.cafe},
                                        {"start", day.start},
                                        {"end", day.end},
                                        {"status", day.status},
                                        {"meeting", day.meeting},
                                        {"title", day.title},
                                        {"holiday", day.holiday ? std::string(day.holiday->key) : ""},
                                        {"bridge", day.bridge ? "true" : ""},
                                        {"closed", day.closed},
                                        {"except", day.except},
                                        {"instead", day.instead ? day.instead->iso() : ""}},
                                       {})};
}

std::string cafe_name(const store::Catalog& catalog, const std::string& id, Lang lang) {
    if (id.empty()) return network.in(lang);
    const model::Cafe* cafe = catalog.cafe(id);
    return cafe == nullptr ? id : cafe->name;
}

std::string time_of(const meetings::Occasion& day, Lang lang) {
    const std::string start = view::time_in_words(day.start, lang);
    return day.start.empty() || day.end.empty() ? start : hours(start, view::time_in_words(day.end, lang)).in(lang);
}

// A day without a record: what it asks for depends on whether it has passed.
std::string status_of(const meetings::Occasion& day, const Date& today, Lang lang) {
    if (day.status == "excepted") return left_out.in(lang);
    if (day.status == "scheduled") return (day.date < today ? nothing_kept : to_plan).in(lang);
    return view::choice_label(model::meeting_shape(), "status", day.status, lang);
}

// "août" for « august », the holiday by its name: what the reader needs to know is said once.
std::string exception_in_words(const meetings::Occasion& day, Lang lang) {
    const auto means = calendar::read_exception(day.except);
    if (!means || (means->public_holidays && day.holiday)) return {};
    if (means->months.empty()) return is_excepted(day.except).in(lang);
    return is_excepted(calendar::month_name(day.date.month).in(lang)).in(lang);
}

std::string notes_of(const meetings::Occasion& day, Lang lang) {
    std::vector<std::string> notes;
    if (day.holiday) notes.push_back(is_holiday(day.holiday->name).in(lang));
    if (day.bridge) notes.push_back(bridge.in(lang));
    if (!day.closed.empty()) notes.push_back(is_closed(day.closed).in(lang));
    if (!day.except.empty())
        if (std::string why = exception_in_words(day, lang); !why.empty()) notes.push_back(std::move(why));
    if (day.instead) notes.push_back(free_instead(plain_date(*day.instead)).in(lang));
    return text::join(notes, lang == Lang::fr ? " ; " : "; ");
}

Result<int> year_asked(const Arguments& arguments, const Date& day) {
    if (!arguments.has("--year")) return day.year;
    const std::string typed = arguments.value("--year");
    const auto year = text::is_digits(typed) && typed.size() == 4 ? text::to_integer(typed) : std::nullopt;
    if (!year || !Date::of(static_cast<int>(*year), 1, 1))
        return Error{ErrorKind::usage, bad_year(utf8::printable(typed)), write_year()};
    return static_cast<int>(*year);
}

std::vector<Column> columns_of(const meetings::Agenda& agenda, const store::Catalog& catalog, bool with_cafe,
                               const World& world) {
    const Lang lang = world.lang;
    std::vector<Column> columns;
    const auto add = [&](const Label& title, const auto& cell) {
        Column column{std::string(title.in(lang)), {}};
        for (const meetings::Occasion& day : agenda.occasions) column.cells.push_back(cell(day));
        columns.push_back(std::move(column));
    };
    add(date_title, [&](const meetings::Occasion& day) { return long_date(day.date).in(lang); });
    if (with_cafe) add(cafe_title, [&](const meetings::Occasion& day) { return cafe_name(catalog, day.cafe, lang); });
    add(time_title, [&](const meetings::Occasion& day) { return time_of(day, lang); });
    add(status_title, [&](const meetings::Occasion& day) { return status_of(day, today(world), lang); });
    add(note_title, [&](const meetings::Occasion& day) { return notes_of(day, lang); });
    add(title_title, [&](const meetings::Occasion& day) { return day.title; });
    return columns;
}

Result<int> run_meeting_agenda(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world, {facts::Reader::partners, false});
    if (!catalog) return catalog.error();
    const auto year = year_asked(arguments, today(world));
    if (!year) return year.error();
    std::optional<std::string> cafe;
    if (!arguments.words.empty()) {
        auto named_cafe = resolve_cafe(*catalog, arguments.words.front(), today(world));
        if (!named_cafe) return named_cafe.error();
        cafe = std::move(*named_cafe);
    }
    const meetings::Agenda agenda = meetings::agenda(*catalog, cafe, *year);
    for (const meetings::ScheduleProblem& problem : agenda.problems) {
        world.say(bad_schedule(problem.cafe, problem.error.message));
        world.say(Words{"  " + problem.error.remedy.fr, "  " + problem.error.remedy.en});
    }
    Listing listing{"cafe/list/1", &occasion_shape(), {}, columns_of(agenda, *catalog, !cafe, world)};
    for (const meetings::Occasion& day : agenda.occasions) listing.records.push_back(listed(day));
    auto code = print_listing(world, arguments, listing);
    const auto machine = wants_machine_form(arguments);
    if (code && *code == 1 && machine && !*machine) world.say(none(*year));
    return code;
}

std::vector<Option> options_of_agenda() {
    std::vector<Option> options{{"--year",
                                 ValueKind::number,
                                 {"ANNÉE", "YEAR"},
                                 {"une autre année que celle-ci", "another year than this one"}}};
    for (Option& option : machine_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_agenda_command() {
    static const Command command{
        .name = "meeting agenda",
        .group = Group::meet,
        .summary = {"l'année des cafés : les jours prévus, ce qui les gêne",
                    "the year of the cafés: the days planned, and what is in their way"},
        .arguments = {"[CAFÉ]", "[CAFE]"},
        .most = 1,
        .options = options_of_agenda(),
        .about =
            {"Les jours que le rythme de chaque café désigne (« premier vendredi »), ses exceptions marquées, et les "
             "réunions du carnet. Les jours fériés, les ponts et les fermetures du réseau sont signalés, avec le jour "
             "libre qui suit. Pour un programme, l'état d'un jour sans réunion est scheduled, ou excepted.",
             "The days that each café's rhythm names ('first friday'), its exceptions marked, and the meetings of "
             "the notebook. Public holidays, bridge days and the network's own closed periods are pointed out, with "
             "the free day that follows. For programs the status of a day without a meeting is scheduled, or "
             "excepted."},
        .examples = {{"cafe meeting agenda fumel --year 2027", {"l'an prochain à Fumel", "next year at Fumel"}},
                     {"cafe meeting agenda --json",
                      {"toute l'année, pour un programme", "the whole year, for a program"}}},
        .run = run_meeting_agenda,
        .word = ValueKind::cafe,
        .shape = [](std::string_view) -> const model::Shape& { return occasion_shape(); },
    };
    return command;
}

}  // namespace cafe::cmd
