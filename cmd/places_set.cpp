// `cafe places set`: what a service says of its places today.
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "change_told.hpp"
#include "edit/places.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "places.hpp"
#include "service_named.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> how_many{"combien de places ?", "how many places?"};
constexpr Phrase<> say_free{"le dire avec --free : cafe places set escale/mise-abri --free 2",
                            "say it with --free: cafe places set escale/mise-abri --free 2"};
constexpr Phrase<std::string, std::string> no_number{"{0} : « {1} » n'est pas un nombre de places",
                                                     "{0}: '{1}' is not a number of places"};
constexpr Phrase<> waiting_alone{"--waiting va avec --free : les deux se comptent le même jour",
                                 "--waiting goes with --free: both are counted on one day"};
constexpr Phrase<> half_a_period{"une période a un premier et un dernier jour : --from et --until",
                                 "a period has a first and a last day: --from and --until"};
constexpr Phrase<> of_every_day{"d'une période on ne dit que --free ; --places et --waiting sont de tous les jours",
                                "of a period only --free is told; --places and --waiting are of every day"};
constexpr Phrase<std::string> which_service{"{} : de quel service ?", "{}: of which service?"};
constexpr Phrase<std::string> name_it{"l'écrire derrière : {}/SERVICE", "write it behind: {}/SERVICE"};
constexpr Phrase<std::string, Words> said_of{"{0} : {1}", "{0}: {1}"};
constexpr Phrase<std::string> stands_already{"{} : rien à changer, c'est déjà écrit",
                                             "{}: nothing to change, it already says so"};
constexpr Phrase<int, Words> old_waiting{"{} en attente, compté le {} : le redire avec --waiting",
                                         "{} waiting, counted on {}: tell it again with --waiting"};
constexpr int most_places = 99999;

Result<std::optional<int>> number_of(const Arguments& arguments, std::string_view option) {
    if (!arguments.has(option)) return std::optional<int>();
    const auto number = model::to_whole_number(arguments.value(option));
    if (!number || *number < 0 || *number > most_places)
        return Error{ErrorKind::usage, no_number(std::string(option), utf8::printable(arguments.value(option))), {}};
    return number;
}

Result<edit::CountedPlaces> counted(const Arguments& arguments) {
    edit::CountedPlaces said;
    for (const auto& [option, member] : {std::pair{"--places", &said.places}, std::pair{"--free", &said.free},
                                         std::pair{"--waiting", &said.waiting}}) {
        const auto number = number_of(arguments, option);
        if (!number) return number.error();
        *member = *number;
    }
    const auto period = period_of(arguments);
    if (!period) return period.error();
    said.from = period->from;
    said.until = period->until;
    if (said.from.has_value() != said.until.has_value()) return Error{ErrorKind::usage, half_a_period(), {}};
    if (said.from && (said.places || said.waiting)) return Error{ErrorKind::usage, of_every_day(), {}};
    if (said.waiting && !said.free) return Error{ErrorKind::usage, waiting_alone(), {}};
    if (!said.free && !said.places) return Error{ErrorKind::usage, how_many(), say_free()};
    return said;
}

Result<Change> changed(const World& world, const store::Book& book, const Arguments& arguments,
                       const edit::CountedPlaces& said) {
    const store::Catalog catalog(book);
    const auto named = service_named(catalog, arguments.words.front(), today(world));
    if (!named) return named.error();
    if (!named->service) return Error{ErrorKind::reference, which_service(named->partner), name_it(named->partner)};
    const model::Partner& partner = catalog.partner(named->partner)->value;
    const store::Source* source = store::source_of(book, {model::RecordKind::partner, named->partner});
    auto text = edit::apply(*source, edit::count_edits(partner, *named->service, said, today(world)));
    if (!text) return text.error();
    Change change;
    change.id = named->partner;
    change.files.push_back({source->path, source->text, std::move(*text)});
    if (const auto checked = check_change(book, change.files, Keys::known); !checked) return checked.error();
    change.said = said_of(named->partner, in_words(field_changes(change.files, Versions(book))));
    change.unchanged = stands_already(name_of(catalog, *named));
    const auto& before = partner.services[*named->service].capacity;
    if (said.free && !said.from && !said.waiting && before && before->waiting.value_or(0) > 0 && before->as_of &&
        *before->as_of < today(world))
        change.notes.push_back(old_waiting(*before->waiting, plain_date(*before->as_of)));
    return change;
}

Result<int> run_places_set(World& world, const Arguments& arguments) {
    const auto said = counted(arguments);
    if (!said) return said.error();
    return change_notebook(world, arguments,
                           [&](const store::Book& book) { return changed(world, book, arguments, *said); });
}

std::vector<Option> options_of_set() {
    std::vector<Option> options{
        {"--free", ValueKind::number, {"N", "N"}, {"les places libres", "the free places"}},
        {"--waiting", ValueKind::number, {"N", "N"}, {"ceux qui attendent", "those who wait"}},
        {"--places", ValueKind::number, {"N", "N"}, {"les places en tout", "the places in all"}}};
    for (Option& option : period_options()) options.push_back(std::move(option));
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& places_set_command() {
    static const Command command{
        .name = "places set",
        .group = Group::change,
        .summary = {"noter les places libres d'un service", "record the free places of a service"},
        .arguments = {"STRUCTURE/SERVICE", "PARTNER/SERVICE"},
        .least = 1,
        .most = 1,
        .options = options_of_set(),
        .about = {"Le jour du compte est aujourd'hui. Avec --from et --until, ce sont les places d'une période : celle "
                  "qui est déjà écrite est mise à jour, une autre est ajoutée. Dans le fichier, seuls changent les "
                  "octets qui le doivent.",
                  "The day of the count is today. With --from and --until they are the places of a period: one that is "
                  "written already is brought up to date, another is added. In the file only the bytes change that "
                  "must."},
        .examples = {{"cafe places set escale/mise-abri --free 2 --waiting 3",
                      {"deux places, trois personnes en attente", "two places, three people waiting"}},
                     {"cafe places set escale/mise-abri --free 2 --from 2026-12-19 --until 2027-01-03",
                      {"deux places pendant les vacances", "two places during the holidays"}}},
        .run = run_places_set,
        .word = ValueKind::service,
    };
    return command;
}

}  // namespace cafe::cmd
