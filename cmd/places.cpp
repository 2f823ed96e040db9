// `cafe places`: who has free places, from when to when, and how old the count is.
#include "places.hpp"

#include <tuple>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/ask.hpp"
#include "render/answer.hpp"
#include "service_named.hpp"
#include "view/places.hpp"

namespace cafe::cmd {

namespace {

using facts::PlacesCount;

constexpr Label service_title{"service", "service"};
constexpr Label places_title{"places", "places"};
constexpr Label period_title{"quand", "when"};
constexpr Label counted_title{"compte", "count"};
constexpr Label call_title{"appeler", "call"};

constexpr Phrase<> nobody{"aucun service qui réponde à cela ne compte ses places",
                          "no service that answers this counts its places"};
constexpr Phrase<> all_fresh{"tous les comptes sont récents", "every count is recent"};
constexpr Phrase<> count_them{"les compter : cafe places set STRUCTURE/SERVICE --free N",
                              "count them: cafe places set PARTNER/SERVICE --free N"};
constexpr Phrase<> ends_before{"--until vient avant --from", "--until comes before --from"};

const model::Shape& count_shape(std::string_view /*first_word*/) {
    static const model::Shape shape = [] {
        model::Shape made{"places", {}};
        using model::Storage;
        using model::Type;
        for (const auto& [key, type, storage] : std::initializer_list<std::tuple<std::string_view, Type, Storage>>{
                 {"partner", Type::line, Storage::text},
                 {"service", Type::line, Storage::text},
                 {"from", Type::line, Storage::text},
                 {"until", Type::line, Storage::text},
                 {"places", Type::number, Storage::number},
                 {"free", Type::number, Storage::number},
                 {"waiting", Type::number, Storage::number},
                 {"as_of", Type::line, Storage::text},
                 {"age", Type::number, Storage::number},
                 {"fresh", Type::boolean, Storage::boolean},
                 {"means", Type::line, Storage::text},
                 {"note", Type::line, Storage::text},
                 {"phone", Type::line, Storage::text}}) {
            model::Field field;
            field.key = key;
            field.type = type;
            field.storage = storage;
            made.fields.push_back(std::move(field));
        }
        return made;
    }();
    return shape;
}

std::string written(const std::optional<int>& number) {
    return number ? std::to_string(*number) : "";
}
std::string written(const std::optional<Date>& day) {
    return day ? day->iso() : "";
}

std::string shown_number(const std::string& written) {
    const auto phone = model::to_phone(written);
    return phone ? phone->display : utf8::one_line(written);
}

// A count of no period of its own is shown for the one that was asked.
void add(Listing& listing, const store::Catalog& catalog, const PlacesCount& count, const facts::Period& asked,
         const World& world) {
    const facts::Period when = count.from || count.until ? facts::Period{count.from, count.until} : asked;
    const Date day = today(world);
    const std::string phone = view::number_to_ask(catalog, count.partner, count.service, day);
    const auto partner = facts::release_partner(catalog, count.partner, {facts::Reader::own, false});
    const std::string house = partner && !(*partner)->name.empty() ? (*partner)->name : count.partner;
    const std::string id = count.partner + "/" + count.service;
    const std::vector<std::string> cells{
        house + ", " + count.service_name,
        view::places_in_words(count, world.lang),
        view::period_in_words(when, world.lang) + (count.note.empty() ? "" : ", " + count.note),
        view::counted_in_words(count.as_of, day, world.lang),
        phone.empty() ? "" : shown_number(phone),
        id};
    for (std::size_t i = 0; i < cells.size(); ++i) listing.columns[i].cells.push_back(utf8::one_line(cells[i]));
    const std::string age =
        count.as_of ? std::to_string(day.days_since_1970() - count.as_of->days_since_1970()) : std::string();
    std::vector<std::pair<std::string, std::string>> record{{"partner", count.partner},
                                                            {"service", count.service},
                                                            {"from", written(count.from)},
                                                            {"until", written(count.until)},
                                                            {"places", written(count.places)},
                                                            {"free", written(count.free)},
                                                            {"waiting", written(count.waiting)},
                                                            {"as_of", written(count.as_of)},
                                                            {"age", age},
                                                            {"fresh", count.fresh ? "true" : "false"},
                                                            {"means", std::string(facts::key_of(count.means))},
                                                            {"note", count.note},
                                                            {"phone", phone}};
    std::erase_if(record, [](const auto& pair) { return pair.second.empty(); });
    listing.records.push_back({id, mapping_of(record)});
}

Result<int> print(World& world, const Arguments& arguments, const store::Catalog& catalog,
                  const std::vector<PlacesCount>& counts, const facts::Period& asked, const std::string& understood) {
    const auto machine = wants_machine_form(arguments);
    if (!machine) return machine.error();
    const bool people = !*machine && !arguments.has("--fields");
    if (people && !understood.empty()) world.out << understood << "\n";
    Listing listing{"cafe/places/1", &count_shape({}), {}, {}};
    for (const Label& title : {service_title, places_title, period_title, counted_title, call_title})
        listing.columns.push_back({std::string(title.in(world.lang)), {}, view::Weight::by_content});
    listing.columns.push_back({"id", {}, view::Weight::id});
    for (const PlacesCount& count : counts) add(listing, catalog, count, asked, world);
    if (people && !understood.empty() && !counts.empty()) world.out << "\n";
    auto code = print_listing(world, arguments, listing);
    if (!code || !counts.empty() || !people) return code;
    world.say(arguments.has("--stale") ? all_fresh() : nobody());
    if (!arguments.has("--stale")) world.say(count_them());
    return code;
}

Result<int> run_places(World& world, const Arguments& arguments) {
    const auto period = period_of(arguments);
    if (!period) return period.error();
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const Date day = today(world);
    std::vector<PlacesCount> counts;
    std::string understood;
    if (text::trim(text::join(arguments.words, " ")).empty()) {
        counts = view::places_of_all(*catalog, *period, day);
    } else {
        query::ParseOptions options;
        options.command = "cafe places";
        const query::Lexicon lexicon(*catalog);
        const auto answer = query::ask(arguments.words, *catalog, lexicon, options, {day});
        if (!answer) return answer.error();
        understood = render::understood_line(*catalog, answer->query, day, world.lang);
        counts = view::places_of_hits(*catalog, answer->hits, *period, day);
    }
    if (arguments.has("--stale")) std::erase_if(counts, [](const PlacesCount& count) { return count.fresh; });
    return print(world, arguments, *catalog, counts, *period, understood);
}

std::vector<Option> options_of_places() {
    std::vector<Option> options = period_options();
    options.push_back(
        {"--stale",
         ValueKind::none,
         {},
         {"ceux dont le compte est trop ancien, à rappeler", "those whose count is too old, to be asked"}});
    for (Option& option : machine_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

std::vector<Option> period_options() {
    return {
        {"--from", ValueKind::date, {"JOUR", "DAY"}, {"à partir de ce jour : 2026-12-19", "from this day: 2026-12-19"}},
        {"--until", ValueKind::date, {"JOUR", "DAY"}, {"jusqu'à ce jour compris", "until this day, included"}}};
}

Result<facts::Period> period_of(const Arguments& arguments) {
    const auto from = day_of(arguments, "--from");
    if (!from) return from.error();
    const auto until = day_of(arguments, "--until");
    if (!until) return until.error();
    if (*from && *until && **until < **from) return Error{ErrorKind::usage, ends_before(), {}};
    return facts::Period{*from, *until};
}

const Command& places_command() {
    static const Command command{
        .name = "places",
        .group = Group::ask,
        .summary = {"qui a des places libres, de quand à quand", "who has free places, from when to when"},
        .arguments = {"[QUESTION]", "[QUESTION]"},
        .options = options_of_places(),
        .about = {"Les services qui comptent leurs places, comme « cafe find » les classe : d'abord ceux qui en ont de "
                  "libres, puis ceux qui n'en ont que pour une partie de la période, puis ceux qu'il faut appeler, "
                  "enfin ceux qui sont complets. L'âge du compte est dit ; passé trente jours (freshness_places dans "
                  "cafe.yaml), le nombre ne l'est plus : « à demander ».",
                  "The services that count their places, ranked as by 'cafe find': first those that have free ones, "
                  "then those that have some for a part of the period, then those to be asked, last those that are "
                  "full. The age of the count is told; after thirty days (freshness_places in cafe.yaml) the number is "
                  "not: 'to be asked'."},
        .examples = {{"cafe places hébergement Fumel", {"qui a une place en ce moment", "who has a place now"}},
                     {"cafe places --from 2026-12-19 --until 2027-01-03",
                      {"pendant les vacances de Noël", "during the Christmas holidays"}},
                     {"cafe places --stale", {"qui appeler pour compter", "whom to call to count"}}},
        .run = run_places,
        .shape = count_shape,
    };
    return command;
}

}  // namespace cafe::cmd
