#include <array>
#include <optional>

#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "facts/release.hpp"
#include "invited.hpp"
#include "mail.hpp"
#include "meeting.hpp"
#include "meetings/invitations.hpp"
#include "meetings/mailing.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/filter.hpp"
#include "query/today.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/mailbox.hpp"
#include "render/vcard.hpp"
#include "render/xlsx.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_to_whom{"à qui écrire ?", "write to whom?"};
constexpr Phrase<> use_to{"dire quels partenaires : --to \"theme:logement in:Fumel\", ou --to \"\" pour tous",
                          "say which partners: --to \"theme:housing in:Fumel\", or --to \"\" for all of them"};
constexpr Phrase<> use_one{
    "dire l'un de : --to \"theme:logement in:Fumel\" (\"\" pour tous), --meeting, --cafe, --list",
    "give exactly one of --to \"theme:housing in:Fumel\" (\"\" for all), --meeting, --cafe, --list"};
constexpr Phrase<std::string, std::string> not_both{"choisir {} ou {}, pas les deux", "choose {} or {}, not both"};
constexpr Phrase<std::string, std::string> goes_with{"{} ne va qu'avec {}", "{} only goes with {}"};
constexpr Phrase<> network_invites_nobody{"seul un café dit qui il invite, pas le réseau entier",
                                          "only a café says whom it invites, not the whole network"};
constexpr Phrase<std::string> invites_nobody{"le café {} ne dit pas qui il invite",
                                             "café {} does not say whom it invites"};
constexpr Phrase<std::string> write_invite{"l'écrire dans cafes/{}.yaml, par exemple invite: \"in:Fumel\"",
                                           "write it in cafes/{}.yaml, for example invite: \"in:Fumel\""};
constexpr Phrase<std::string, Words> in_invite{"cafes/{}.yaml, invite : {}", "cafes/{}.yaml, invite: {}"};
constexpr Phrase<std::string> no_invitations{"aucune invitation notée pour {}", "no invitation on record for {}"};
constexpr Phrase<std::string, std::string> no_invitations_yet{
    "aucune invitation notée pour {} ; --cafe {} dit qui le café invite",
    "no invitation on record for {}; --cafe {} says whom the café invites"};
constexpr Phrase<std::string, std::string> invites_by{"aucune invitation notée pour {0} ; qui elle invite : --to '{1}'",
                                                      "no invitation on record for {0}; whom it invites: --to '{1}'"};
constexpr Phrase<std::string> unknown_list{"liste inconnue : {}", "unknown list: {}"};
constexpr Phrase<std::string> lists_are{"choisir parmi : {}", "choose from: {}"};
constexpr Phrase<> write_lists{"aucune personne n'est sur une liste : les écrire dans sa fiche, lists: [élus]",
                               "nobody is on a list: write them in the person's record, lists: [councillors]"};
constexpr Noun left_out{"laissé de côté", "laissés de côté", "left out", "left out"};
constexpr Phrase<Words, std::string> why_hint{"{0} ({1})", "{0} ({1})"};
constexpr Phrase<> use_why{"--why dit qui et pourquoi", "--why says who and why"};
constexpr Phrase<> nobody{"personne à qui écrire", "nobody to write to"};

constexpr Phrase<> not_for_a_terminal{"un classeur ne se lit pas au terminal", "a workbook is not for a terminal"};
constexpr Phrase<> use_a_file{"l'écrire dans un fichier : cafe mail list … --format xlsx > liste.xlsx",
                              "write it to a file: cafe mail list … --format xlsx > list.xlsx"};
constexpr Phrase<> no_workbook{"le classeur n'a pas pu être écrit", "the workbook could not be written"};

constexpr std::array<std::string_view, 4> sources{"--to", "--meeting", "--cafe", "--list"};
constexpr std::array<std::string_view, 5> parts{"invited", "no-reply", "coming", "present", "excused"};
constexpr std::array<std::string_view, 9> formats{"emails",    "plain", "rfc5322", "outlook", "csv",
                                                  "csv-excel", "xlsx",  "vcard",   "json"};

std::string partner_name(const store::Catalog& catalog, const std::string& id) {
    const auto* entry = catalog.partner(id);
    return entry == nullptr ? id : entry->value.name;
}

void write_table(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing,
                 render::TableFormat format) {
    const bool french = world.lang == Lang::fr && format == render::TableFormat::csv_excel;
    const std::array<std::string, 5> keys{"person", "name", "email", "partner", "partner_name"};
    const std::array<std::string, 5> titles{"personne", "nom", "courriel", "partenaire", "nom du partenaire"};
    world.out << render::table_start(format) << render::table_row(french ? titles : keys, format);
    for (const meetings::Recipient& one : mailing.recipients)
        world.out << render::table_row(
            std::array{one.person, one.name, one.email, one.partner, partner_name(catalog, one.partner)}, format);
}

// Names as the columns of a table, for people in their language; for programs in the keys of the format.
std::vector<std::string> cells_of(const store::Catalog& catalog, const meetings::Recipient& one) {
    return {one.person, one.name, one.email, one.partner, partner_name(catalog, one.partner)};
}

bool write_xlsx(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing) {
    const std::vector<std::string> titles =
        world.lang == Lang::fr
            ? std::vector<std::string>{"personne", "nom", "courriel", "partenaire", "nom du partenaire"}
            : std::vector<std::string>{"person", "name", "email", "partner", "partner_name"};
    std::vector<std::vector<std::string>> rows;
    for (const meetings::Recipient& one : mailing.recipients) rows.push_back(cells_of(catalog, one));
    const auto bytes = render::xlsx(titles, rows);
    if (bytes) world.out << *bytes;
    return bytes.has_value();
}

void write_vcards(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing) {
    for (const meetings::Recipient& one : mailing.recipients) {
        const model::Person* person = catalog.person(one.person);
        const std::string id = one.person.empty() ? "partner-" + one.partner : one.person;
        world.out << render::vcard(
            {id + "@" + "cafe", one.name, person != nullptr,
             one.partner.empty() ? std::string() : partner_name(catalog, one.partner), one.email},
            person == nullptr ? std::string() : person->sort_as);
    }
}

// The telephone of somebody, or of the partner as a whole, as machines dial it; empty when there is none.
std::string e164_of(const store::Catalog& catalog, const std::string& person, const std::string& partner) {
    const auto dial = [](const std::string& number) {
        const auto phone = model::to_phone(number);
        return phone && !phone->is_short ? phone->dial : std::string();
    };
    if (const auto known = facts::release_person(catalog, person, {facts::Reader::own, false})) {
        std::string general;
        for (const model::PersonPhone& phone : (*known)->phones) {
            const std::string number = dial(phone.number);
            if (!number.empty() && phone.for_partner == partner) return number;
            if (general.empty() && phone.for_partner.empty()) general = number;
        }
        return general;
    }
    if (const auto known = facts::release_partner(catalog, partner, {facts::Reader::own, false}))
        for (const model::Phone& phone : (*known)->phones)
            if (std::string number = dial(phone.number); !number.empty()) return number;
    return {};
}

render::Json number_or_null(const std::string& number) {
    return number.empty() ? render::json_null() : render::json_text(number);
}

void write_json(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing) {
    std::vector<render::Json> recipients;
    for (const meetings::Recipient& one : mailing.recipients)
        recipients.push_back(
            render::JsonObject()
                .add("person", one.person.empty() ? render::json_null() : render::json_text(one.person))
                .add("name", one.name)
                .add("email", one.email)
                .add("partner", one.partner)
                .add("e164", number_or_null(e164_of(catalog, one.person, one.partner)))
                .done());
    std::vector<render::Json> skipped;
    for (const meetings::Skipped& one : mailing.skipped)
        skipped.push_back(render::JsonObject()
                              .add("person", one.person.empty() ? render::json_null() : render::json_text(one.person))
                              .add("partner", one.partner)
                              .add("reason", one.reason)
                              .done());
    world.out << render::json_document(render::JsonObject()
                                           .add("schema", "cafe/mail/1")
                                           .add("recipients", render::json_lines(recipients))
                                           .add("skipped", render::json_lines(skipped))
                                           .done());
}

// What --fields may name of a recipient.
const model::Shape& recipient_shape() {
    static const model::Shape shape = [] {
        model::Shape made{"recipient", {}};
        for (const std::string_view key : {"person", "name", "email", "partner", "partner_name", "e164"}) {
            model::Field field;
            field.key = key;
            made.fields.push_back(field);
        }
        return made;
    }();
    return shape;
}

Listing listing_of(const store::Catalog& catalog, const meetings::Mailing& mailing) {
    Listing listing{"cafe/mail/1", &recipient_shape(), {}, {}};
    for (const meetings::Recipient& one : mailing.recipients) {
        const std::string id = one.person.empty() ? one.partner : one.person;
        listing.records.push_back({id, mapping_of({{"person", one.person},
                                                   {"name", one.name},
                                                   {"email", one.email},
                                                   {"partner", one.partner},
                                                   {"partner_name", partner_name(catalog, one.partner)},
                                                   {"e164", e164_of(catalog, one.person, one.partner)}})});
    }
    return listing;
}

void write_mailboxes(World& world, const meetings::Mailing& mailing, std::string_view between, bool outlook) {
    bool first = true;
    for (const meetings::Recipient& one : mailing.recipients) {
        if (!first) world.out << between;
        first = false;
        world.out << (outlook ? render::outlook_mailbox(one.name, one.email) : render::mailbox(one.name, one.email));
    }
    if (!first) world.out << '\n';
}

// The fiches that a query lets through.
Result<meetings::Mailing> to_query(const World& world, const store::Catalog& catalog, const std::string& query,
                                   meetings::OnePer one_per) {
    const std::vector<std::string> words{query};
    const auto ids = query::filter(query::with_today(words, today(world)), catalog, model::RecordKind::partner,
                                   "cafe mail list --to");
    if (!ids) return ids.error();
    return meetings::mailing(catalog, *ids, one_per, today(world));
}

Result<meetings::Mailing> to_cafe(const World& world, const store::Catalog& catalog, const std::string& typed,
                                  meetings::OnePer one_per) {
    const auto id = resolve_cafe(catalog, typed, today(world));
    if (!id) return id.error();
    const model::Cafe* cafe = id->empty() ? nullptr : catalog.cafe(*id);
    if (id->empty()) return Error{ErrorKind::usage, network_invites_nobody(), use_to()};
    if (cafe == nullptr || cafe->invite.empty()) return Error{ErrorKind::usage, invites_nobody(*id), write_invite(*id)};
    auto mailing = to_query(world, catalog, cafe->invite, one_per);
    if (mailing) return mailing;
    return Error{mailing.error().kind, in_invite(*id, mailing.error().message), mailing.error().remedy};
}

meetings::Part part_named(std::string_view name) {
    if (name == "no-reply") return meetings::Part::no_reply;
    if (name == "coming") return meetings::Part::coming;
    if (name == "present") return meetings::Part::present;
    return name == "excused" ? meetings::Part::excused : meetings::Part::invited;
}

// A meeting may invite by a query of its own.
void say_none_on_record(World& world, const std::string& id, const model::Meeting& meeting) {
    if (!meeting.invite.empty()) return world.say(invites_by(id, utf8::printable(meeting.invite)));
    world.say(meeting.cafe.empty() ? no_invitations(id) : no_invitations_yet(id, meeting.cafe));
}

Result<meetings::Mailing> to_meeting(World& world, const store::Catalog& catalog, const Arguments& arguments) {
    const auto id = resolve_meeting(catalog, arguments.value("--meeting"), today(world));
    if (!id) return id.error();
    const model::Meeting& meeting = *catalog.meeting(*id);
    const meetings::Part part = part_named(arguments.value("--who"));
    const bool none_on_record = meeting.invitations.empty() && part != meetings::Part::present;
    if (none_on_record && part != meetings::Part::excused) say_none_on_record(world, *id, meeting);
    return meetings::mailing(catalog, meetings::addressees(meeting, part), meetings::day_of(meeting, today(world)));
}

Result<meetings::Mailing> to_list(const World& world, const store::Catalog& catalog, const std::string& name) {
    const std::vector<meetings::Addressee> people = meetings::on_list(catalog, name);
    if (!people.empty()) return meetings::mailing(catalog, people, today(world));
    const std::vector<std::string> lists = meetings::all_lists(catalog);
    const auto near = text::nearest(name, lists);
    return Error{ErrorKind::usage, unknown_list(utf8::printable(name)),
                 lists.empty() ? write_lists()
                 : near        ? did_you_mean(*near)
                               : lists_are(text::join(lists, ", "))};
}

// Exactly one source, and only the options that go with it.
std::optional<Error> misuse(const Arguments& arguments) {
    std::vector<std::string> given;
    for (const std::string_view source : sources)
        if (arguments.has(source)) given.emplace_back(source);
    if (given.empty()) return Error{ErrorKind::usage, say_to_whom(), use_one()};
    if (given.size() > 1) return Error{ErrorKind::usage, not_both(given[0], given[1]), {}};
    if (arguments.has("--who") && given[0] != "--meeting")
        return Error{ErrorKind::usage, goes_with("--who", "--meeting"), {}};
    if (arguments.has("--one-per") && given[0] != "--to" && given[0] != "--cafe")
        return Error{ErrorKind::usage, goes_with("--one-per", "--to, --cafe"), {}};
    return std::nullopt;
}

}  // namespace

void say_left_out(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing, bool why) {
    if (mailing.skipped.empty()) return;
    if (!why) return world.say(why_hint(count(mailing.skipped.size(), left_out), use_why().in(world.lang)));
    world.say(count(mailing.skipped.size(), left_out));
    for (const meetings::Skipped& one : mailing.skipped) {
        const bool alone = one.person.empty() || one.partner.empty();
        const std::string who = alone ? one.name : one.name + ", " + partner_name(catalog, one.partner);
        const Words reason = meetings::reason_in_words(one);
        world.say(
            Words{"  " + utf8::printable(who) + " : " + reason.fr, "  " + utf8::printable(who) + ": " + reason.en});
    }
}

Result<meetings::Mailing> mailing_asked_for(World& world, const store::Catalog& catalog, const Arguments& arguments) {
    if (auto error = misuse(arguments)) return std::move(*error);
    const auto one_per =
        arguments.value("--one-per") == "partner" ? meetings::OnePer::partner : meetings::OnePer::person;
    if (arguments.has("--meeting")) return to_meeting(world, catalog, arguments);
    if (arguments.has("--cafe")) return to_cafe(world, catalog, arguments.value("--cafe"), one_per);
    if (arguments.has("--list")) return to_list(world, catalog, arguments.value("--list"));
    return to_query(world, catalog, arguments.value("--to"), one_per);
}

std::vector<Option> mailing_options() {
    return {{"--to",
             ValueKind::text,
             {"QUESTION", "QUERY"},
             {"les partenaires concernés ; \"\" pour tous", "the partners it is about; \"\" for all"}},
            {"--meeting",
             ValueKind::meeting,
             {"RÉUNION", "REF"},
             {"les gens d'une réunion : fumel:next", "the people of a meeting: fumel:next"}},
            {"--who",
             ValueKind::choice,
             {"QUI", "WHO"},
             {"avec --meeting : invited (invités, par défaut), no-reply (sans réponse), coming (viennent), "
              "present (étaient là) ou excused (excusés)",
              "with --meeting: invited (default), no-reply, coming, present or excused"},
             {parts.begin(), parts.end()}},
            {"--cafe", ValueKind::cafe, {"CAFÉ", "CAFE"}, {"ceux qu'un café invite", "those whom a café invites"}},
            {"--list",
             ValueKind::mailing_list,
             {"LISTE", "LIST"},
             {"les personnes d'une liste (champ lists)", "the people of a list (field lists)"}},
            {"--one-per",
             ValueKind::choice,
             {"person|partner", "person|partner"},
             {"avec --to ou --cafe : chaque personne de la fiche, ou une seule par partenaire (le référent d'abord)",
              "with --to or --cafe: each person of the fiche, or one per partner (the referent first)"},
             {"person", "partner"}}};
}

namespace {

std::vector<Option> options_of_list() {
    std::vector<Option> options = mailing_options();
    for (Option& option :
         std::vector<Option>{{"--format",
                              ValueKind::choice,
                              {"FORMAT", "FORMAT"},
                              {"plain (par défaut), rfc5322, outlook, csv, csv-excel, xlsx, vcard ou json",
                               "plain (default), rfc5322, outlook, csv, csv-excel, xlsx, vcard or json"},
                              std::vector<std::string_view>(formats.begin(), formats.end())},
                             {"--json", ValueKind::none, {}, {"comme --format json", "as --format json"}},
                             {"--jsonl", ValueKind::none, {}, {"un destinataire par ligne", "one recipient a line"}},
                             {"--fields",
                              ValueKind::text,
                              {"CHAMPS", "FIELDS"},
                              {"les colonnes : person, name, email, partner, partner_name, e164",
                               "the columns: person, name, email, partner, partner_name, e164"}},
                             {"--count", ValueKind::none, {}, {"seulement leur nombre", "only how many"}},
                             {"-0",
                              ValueKind::none,
                              {},
                              {"les adresses, séparées par un octet nul", "the addresses, ended by a zero byte"}},
                             {"--why",
                              ValueKind::none,
                              {},
                              {"dire qui est laissé de côté, et pourquoi", "say who is left out, and why"}}})
        options.push_back(std::move(option));
    return options;
}

Result<int> run_mail_list(World& world, const Arguments& arguments) {
    if (auto error = misuse(arguments)) return std::move(*error);
    const std::string format = arguments.has("--json") ? "json" : arguments.value("--format");
    const auto machine = wants_machine_form(arguments);
    if (!machine) return machine.error();
    const bool as_table =
        arguments.has("--jsonl") || arguments.has("--count") || arguments.has("-0") || arguments.has("--fields");
    if (as_table && arguments.has("--format"))
        return Error{ErrorKind::usage, not_both("--format", "--jsonl, --count, -0, --fields"), {}};
    if (format == "xlsx" && world.out_is_terminal) return Error{ErrorKind::usage, not_for_a_terminal(), use_a_file()};
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto made = mailing_asked_for(world, *catalog, arguments);
    if (!made) return made.error();
    const meetings::Mailing& mailing = *made;

    if (arguments.has("-0")) {
        for (const meetings::Recipient& one : mailing.recipients) world.out << one.email << '\0';
    } else if (as_table) {
        if (auto code = print_listing(world, arguments, listing_of(*catalog, mailing)); !code) return code.error();
    } else if (format == "json")
        write_json(world, *catalog, mailing);
    else if (format == "csv")
        write_table(world, *catalog, mailing, render::TableFormat::csv);
    else if (format == "csv-excel")
        write_table(world, *catalog, mailing, render::TableFormat::csv_excel);
    else if (format == "vcard")
        write_vcards(world, *catalog, mailing);
    else if (format == "xlsx" && !write_xlsx(world, *catalog, mailing))
        return Error{ErrorKind::environment, no_workbook(), {}};
    else if (format == "xlsx")
        world.out.flush();
    else if (format == "rfc5322")
        write_mailboxes(world, mailing, ",\n ", false);
    else if (format == "outlook")
        write_mailboxes(world, mailing, "; ", true);
    else
        for (const meetings::Recipient& one : mailing.recipients) world.out << one.email << '\n';
    if (format != "json" && !arguments.has("--json")) say_left_out(world, *catalog, mailing, arguments.has("--why"));
    if (mailing.recipients.empty() && format != "json") world.say(nobody());
    return mailing.recipients.empty() ? 1 : 0;
}

}  // namespace

const Command& mail_list_command() {
    static const Command command{
        .name = "mail list",
        .group = Group::send,
        .summary = {"à qui écrire : les adresses d'une liste", "whom to write to: the addresses of a list"},
        .most = 0,
        .options = options_of_list(),
        .about = {"Chaque personne en fonction dans les fiches choisies, à l'adresse qu'elle utilise pour ce "
                  "partenaire ; sans personne à qui "
                  "écrire, l'adresse du partenaire. Qui s'oppose aux envois n'est jamais dans la liste. Une même "
                  "adresse n'y est qu'une fois. Dire une seule source : --to, --meeting, --cafe ou --list.",
                  "Each person currently in post in the chosen fiches, at the address used for that partner; "
                  "where there is nobody to "
                  "write to, the partner's own. Those who object are never in the list. The same address stands in it "
                  "once. Give exactly one of --to, --meeting, --cafe or --list."},
        .examples = {{"cafe mail list --to \"touches:circo-fumel\"",
                      {"tous ceux qui interviennent dans la circonscription", "all who work in the circonscription"}},
                     {"cafe mail list --meeting fumel:last --who present",
                      {"à qui envoyer le compte rendu", "whom to send the minutes"}},
                     {"cafe mail list --to theme:logement --one-per partner --format csv-excel",
                      {"pour un publipostage", "for a mail merge"}}},
        .run = run_mail_list,
    };
    return command;
}

}  // namespace cafe::cmd
