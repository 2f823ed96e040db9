#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/holidays.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/create.hpp"
#include "invited.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meetings/agenda.hpp"
#include "meetings/invitations.hpp"
#include "meetings/planning.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_when{"quel jour ?", "on which day?"};
constexpr Phrase<> use_date{"--next pour le prochain jour du café, ou --date 2027-01-08",
                            "--next for the café's next day, or --date 2027-01-08"};
constexpr Phrase<> not_both{"choisir --next ou --date, pas les deux", "choose --next or --date, not both"};
constexpr Phrase<std::string> no_day{"« {} » n'est pas un jour", "'{}' is not a day"};
constexpr Phrase<> write_day{"comme ceci : 2027-01-08", "like this: 2027-01-08"};
constexpr Phrase<> network_has_no_rhythm{"le réseau n'a pas de rythme : dire --date",
                                         "the network has no rhythm: give --date"};
constexpr Phrase<> of_which_cafe{"le prochain jour de quel café ?", "the next day of which café?"};
constexpr Phrase<std::string, std::string> name_cafe{"cafe meeting new {0} --next ; les cafés : {1}",
                                                     "cafe meeting new {0} --next; the cafés: {1}"};
constexpr Phrase<> no_cafe_yet{"le carnet n'a pas encore de café", "the notebook has no café yet"};
constexpr Phrase<> add_cafe{"cafe add cafe \"Café partenaires de Fumel\"",
                            "cafe add cafe \"Café partenaires de Fumel\""};
constexpr Phrase<Words, Words> word_of_warning{"attention, {} : {}", "mind, {}: {}"};
const Words is_past{"jour déjà passé", "already past"};
constexpr Phrase<std::string> no_rhythm{"le café {} n'a pas de jour à venir", "café {} has no day ahead"};
constexpr Phrase<std::string> write_rhythm{
    "écrire son rythme dans cafes/{}.yaml (schedule: {{every: first friday}}), ou dire --date",
    "write its rhythm in cafes/{}.yaml (schedule: {{every: first friday}}), or say --date"};
constexpr Phrase<std::string> unreadable{"meetings/{}.yaml est là et ne peut pas être lu",
                                         "meetings/{}.yaml stands there and cannot be read"};
constexpr Phrase<> run_check{"« cafe check » dit pourquoi", "'cafe check' says why"};
constexpr Phrase<Words, std::string> passed_over{"écarté : {}, {}", "passed over: {}, {}"};
constexpr Phrase<Words> free_on{"jour libre : {}, avec --date", "free day: {}, with --date"};
constexpr Phrase<Words> holiday_is{"férié ({})", "public holiday ({})"};
constexpr Phrase<std::string> closed_is{"fermé ({})", "closed ({})"};
constexpr Phrase<std::string> except_is{"exception ({})", "exception ({})"};
const Words bridge{"pont", "bridge day"};
const Words not_held{"réunion annulée ou passée", "meeting cancelled or past"};
constexpr Phrase<std::string, Words> made{"meetings/{}.yaml : {}", "meetings/{}.yaml: {}"};
constexpr Phrase<std::string> stands{"{} est déjà là", "{} is there already"};
constexpr Phrase<> nobody_invited{"personne d'invité encore : écrire qui dans le champ invite",
                                  "nobody invited yet: write whom in the field invite"};
constexpr Phrase<std::string> newcomers{"nouveaux dans le réseau : {}", "new to the network: {}"};
constexpr Noun invited_noun{"invité", "invités", "invited", "invited"};

constexpr std::array<std::string_view, 3> kinds{"monthly", "thematic", "general"};

Words obstacle(const meetings::Occasion& day) {
    if (day.holiday) return holiday_is(day.holiday->name);
    if (!day.closed.empty()) return closed_is(utf8::printable(day.closed));
    if (day.bridge) return bridge;
    if (!day.except.empty()) return except_is(utf8::printable(day.except));
    return not_held;
}

Result<Date> day_asked(World& world, const Arguments& arguments, const store::Catalog& catalog,
                       const meetings::Plan& wish) {
    if (arguments.has("--date")) {
        const std::string typed = arguments.value("--date");
        const auto date = Date::parse(typed);
        if (!date) return Error{ErrorKind::usage, no_day(utf8::printable(typed)), write_day()};
        return *date;
    }
    if (wish.cafe.empty()) return Error{ErrorKind::usage, network_has_no_rhythm(), write_day()};
    const meetings::NextOccasion next = meetings::next_occasion(catalog, wish.cafe, today(world));
    if (!next.problems.empty()) return next.problems.front().error;
    if (!next.day) return Error{ErrorKind::usage, no_rhythm(wish.cafe), write_rhythm(wish.cafe)};
    for (const meetings::Occasion& day : next.passed_over) {
        world.say(passed_over(long_date(day.date), obstacle(day).in(world.lang)));
        if (day.instead) world.say(free_on(long_date(*day.instead)));
    }
    return next.day->date;
}

std::string name_of(const store::Catalog& catalog, const meetings::Addressee& one) {
    const store::PartnerEntry* partner = catalog.partner(one.partner);
    const std::string organisation = partner == nullptr ? one.partner : partner->value.name;
    const model::Person* person = catalog.person(one.person);
    if (person == nullptr) return utf8::printable(organisation);
    return utf8::printable(person->name + (organisation.empty() ? "" : " (" + organisation + ")"));
}

// Without a word, --next is that of the only café.
Result<std::string> only_cafe(const store::Catalog& catalog) {
    std::vector<std::string> cafes;
    for (const auto& entry : catalog.cafes())
        if (model::status_of(entry.value.status) != model::Status::closed) cafes.push_back(entry.id);
    if (cafes.size() == 1) return cafes.front();
    if (cafes.empty()) return Error{ErrorKind::usage, no_cafe_yet(), add_cafe()};
    return Error{ErrorKind::usage, of_which_cafe(), name_cafe(cafes.front(), text::join(cafes, ", "))};
}

// A day that somebody chose is theirs to choose: what stands in its way is said.
void say_about(World& world, const store::Catalog& catalog, const std::string& cafe, const Date& date) {
    if (date < today(world)) world.say(word_of_warning(long_date(date), is_past));
    const meetings::Occasion day = meetings::occasion_on(catalog, cafe, date);
    if (!day.is_free()) world.say(word_of_warning(long_date(date), obstacle(day)));
}

Result<meetings::Plan> wish_of(World& world, const Arguments& arguments, const store::Catalog& catalog) {
    meetings::Plan wish;
    if (!arguments.words.empty()) {
        auto cafe = resolve_cafe(catalog, arguments.words.front(), today(world));
        if (!cafe) return cafe.error();
        wish.cafe = std::move(*cafe);
    } else if (arguments.has("--next")) {
        auto cafe = only_cafe(catalog);
        if (!cafe) return cafe.error();
        wish.cafe = std::move(*cafe);
    }
    for (const std::string& typed : arguments.values("--theme")) {
        auto theme = resolve_theme(catalog, typed);
        if (!theme) return theme.error();
        wish.themes.push_back(std::move(*theme));
    }
    wish.kind = arguments.value("--kind");
    if (wish.kind.empty()) wish.kind = !wish.themes.empty() ? "thematic" : wish.cafe.empty() ? "general" : "monthly";
    wish.one_per = arguments.value("--one-per") == "partner" ? meetings::OnePer::partner : meetings::OnePer::person;
    return wish;
}

Result<int> finish(World& world, const Arguments& arguments, const OpenNotebook& notebook, Change change) {
    const std::string id = change.id;
    auto code = finish_change(world, arguments, notebook.book, std::move(change));
    if (code && !arguments.has("--json") && !arguments.has("--dry-run")) world.out << id << '\n';
    return code;
}

Result<int> run_meeting_new(World& world, const Arguments& arguments) {
    if (arguments.has("--next") && arguments.has("--date")) return Error{ErrorKind::usage, not_both(), {}};
    if (!arguments.has("--next") && !arguments.has("--date")) return Error{ErrorKind::usage, say_when(), use_date()};
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto wish = wish_of(world, arguments, catalog);
    if (!wish) return wish.error();
    const auto date = day_asked(world, arguments, catalog, *wish);
    if (!date) return date.error();
    const bool any_kind = !arguments.has("--kind") && !arguments.has("--theme");
    Change change;
    change.id = meetings::standing(catalog, *date, *wish, any_kind);
    if (!change.id.empty()) {
        change.unchanged = stands(change.id);
        say_too_small(world, catalog, *catalog.meeting(change.id), today(world));
        return finish(world, arguments, *notebook, std::move(change));
    }
    change.id = meetings::free_id(catalog, *date, wish->cafe);
    const store::Ref ref{model::RecordKind::meeting, change.id};
    const auto& broken = notebook->book.unreadable;
    if (std::find(broken.begin(), broken.end(), ref) != broken.end())
        return Error{ErrorKind::reference, unreadable(change.id), run_check()};
    if (arguments.has("--date")) say_about(world, catalog, wish->cafe, *date);
    const std::string query = meetings::query_for(catalog, *wish);
    std::vector<meetings::Addressee> invited;
    if (!query.empty()) {
        auto found = meetings::invited_by(catalog, query, wish->one_per, std::max(*date, today(world)));
        if (!found) return found.error();
        invited = std::move(*found);
    }
    const std::string text =
        edit::create(model::RecordKind::meeting, meetings::planned_record(catalog, *wish, *date, query, invited));
    change.files.push_back({store::path_of(ref), std::nullopt, text});
    change.said = made(change.id, count(invited.size(), invited_noun));
    const std::string id = change.id;
    auto code = finish(world, arguments, *notebook, std::move(change));
    if (!code) return code;
    if (invited.empty()) world.say(nobody_invited());
    std::vector<std::string> names;
    for (const meetings::Addressee& one : invited)
        if (meetings::is_new(catalog, one, *date)) names.push_back(name_of(catalog, one));
    if (!names.empty()) world.say(newcomers(text::join(names, ", ")));
    model::Meeting planned;
    planned.cafe = wish->cafe;
    planned.kind = wish->kind;
    say_too_small(world, catalog, planned, today(world));
    return code;
}

std::vector<Option> options_of_new() {
    std::vector<Option> options{
        {"--next",
         ValueKind::none,
         {},
         {"le prochain jour du café où rien ne gêne", "the café's next day with nothing in its way"}},
        {"--date", ValueKind::date, {"JOUR", "DAY"}, {"ce jour-là", "on this day"}},
        {"--kind",
         ValueKind::choice,
         {"SORTE", "KIND"},
         {"monthly (mensuelle), thematic (thématique) ou general (générale)", "monthly, thematic or general"},
         {kinds.begin(), kinds.end()}},
        {"--theme",
         ValueKind::theme,
         {"THÈME", "THEME"},
         {"une réunion sur ce thème ; n'invite que les partenaires qui en sont",
          "a meeting on this theme; invites only the partners it is about"},
         {},
         true},
        {"--one-per",
         ValueKind::choice,
         {"person|partner", "person|partner"},
         {"chaque personne d'une fiche, ou une par partenaire (le référent d'abord)",
          "each person of a fiche, or one per partner (the referent first)"},
         {"person", "partner"}}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

std::optional<Change> next_meeting(World& world, const OpenNotebook& notebook, const std::string& cafe) {
    const store::Catalog& catalog = notebook.catalog;
    if (cafe.empty()) return std::nullopt;
    meetings::Plan wish;
    wish.cafe = cafe;
    wish.kind = "monthly";
    const meetings::NextOccasion next = meetings::next_occasion(catalog, cafe, today(world).plus_days(1));
    if (!next.problems.empty() || !next.day) return std::nullopt;
    const Date date = next.day->date;
    Change change;
    change.id = next.day->meeting.empty() ? meetings::standing(catalog, date, wish, true) : next.day->meeting;
    if (!change.id.empty()) return change;
    const std::string query = meetings::query_for(catalog, wish);
    std::vector<meetings::Addressee> invited;
    if (!query.empty())
        if (auto found = meetings::invited_by(catalog, query, wish.one_per, date)) invited = std::move(*found);
    change.id = meetings::free_id(catalog, date, cafe);
    change.files.push_back(
        {store::path_of({model::RecordKind::meeting, change.id}), std::nullopt,
         edit::create(model::RecordKind::meeting, meetings::planned_record(catalog, wish, date, query, invited))});
    change.said = made(change.id, count(invited.size(), invited_noun));
    return change;
}

const Command& meeting_new_command() {
    static const Command command{
        .name = "meeting new",
        .group = Group::meet,
        .summary = {"préparer une réunion : son fichier, avec les invités",
                    "prepare a meeting: its file, with whom it invites"},
        .arguments = {"[CAFÉ]", "[CAFE]"},
        .most = 1,
        .options = options_of_new(),
        .about =
            {"Écrit le fichier une fois et donne son identifiant ; la seconde fois ne change rien et donne le même. "
             "Les invités sont ceux que dit le champ invite du café, ou le thème de la réunion : chaque personne en "
             "fonction, sinon le partenaire lui-même ; jamais qui s'y oppose. Sans café, c'est une réunion de tout "
             "le réseau.",
             "Writes the file once and prints its id; a second time changes nothing and prints the same. Invited "
             "are those whom the café's field invite says, or the theme of the meeting: each person with a "
             "function, else the partner itself; never who objects. Without a café it is a meeting of the whole "
             "network."},
        .examples = {{"cafe meeting new fumel --next", {"le prochain café de Fumel", "the next café at Fumel"}},
                     {"cafe meeting new fumel --date 2027-01-08", {"un jour choisi", "a day of one's choice"}}},
        .run = run_meeting_new,
        .word = ValueKind::cafe,
    };
    return command;
}

}  // namespace cafe::cmd
