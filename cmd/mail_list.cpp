#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "notebook.hpp"
#include "query/match.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/mailbox.hpp"
#include "view/mailing.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_to_whom{"à qui écrire ?", "write to whom?"};
constexpr Phrase<> use_to{"dire quels partenaires : --to \"theme:logement in:Fumel\", ou --to \"\" pour tous",
                          "say which partners: --to \"theme:housing in:Fumel\", or --to \"\" for all of them"};
constexpr Noun left_out{"laissé de côté", "laissés de côté", "left out", "left out"};
constexpr Phrase<Words, std::string> why_hint{"{0} ({1})", "{0} ({1})"};
constexpr Phrase<> use_why{"--why dit qui et pourquoi", "--why says who and why"};
constexpr Phrase<> nobody{"personne à qui écrire", "nobody to write to"};

constexpr std::array<std::string_view, 6> formats{"emails", "rfc5322", "outlook", "csv", "csv-excel", "json"};

std::string partner_name(const store::Catalog& catalog, const std::string& id) {
    const auto* entry = catalog.partner(id);
    return entry == nullptr ? id : entry->value.name;
}

void write_table(World& world, const store::Catalog& catalog, const view::Mailing& mailing,
                 render::TableFormat format) {
    const bool french = world.lang == Lang::fr && format == render::TableFormat::csv_excel;
    const std::array<std::string, 5> keys{"person", "name", "email", "partner", "partner_name"};
    const std::array<std::string, 5> titles{"personne", "nom", "courriel", "partenaire", "nom du partenaire"};
    world.out << render::table_start(format) << render::table_row(french ? titles : keys, format);
    for (const view::Recipient& one : mailing.recipients)
        world.out << render::table_row(
            std::array{one.person, one.name, one.email, one.partner, partner_name(catalog, one.partner)}, format);
}

void write_json(World& world, const view::Mailing& mailing) {
    std::vector<render::Json> recipients;
    for (const view::Recipient& one : mailing.recipients)
        recipients.push_back(
            render::JsonObject()
                .add("person", one.person.empty() ? render::json_null() : render::json_text(one.person))
                .add("name", one.name)
                .add("email", one.email)
                .add("partner", one.partner)
                .done());
    std::vector<render::Json> skipped;
    for (const view::Skipped& one : mailing.skipped)
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

void write_mailboxes(World& world, const view::Mailing& mailing, std::string_view between, bool outlook) {
    bool first = true;
    for (const view::Recipient& one : mailing.recipients) {
        if (!first) world.out << between;
        first = false;
        world.out << (outlook ? render::outlook_mailbox(one.name, one.email) : render::mailbox(one.name, one.email));
    }
    if (!first) world.out << '\n';
}

void say_left_out(World& world, const store::Catalog& catalog, const view::Mailing& mailing, bool why) {
    if (mailing.skipped.empty()) return;
    if (!why) return world.say(why_hint(count(mailing.skipped.size(), left_out), use_why().in(world.lang)));
    world.say(count(mailing.skipped.size(), left_out));
    for (const view::Skipped& one : mailing.skipped) {
        const std::string who = one.person.empty() ? one.name : one.name + ", " + partner_name(catalog, one.partner);
        const Words reason = view::reason_in_words(one.reason);
        world.say(
            Words{"  " + utf8::printable(who) + " : " + reason.fr, "  " + utf8::printable(who) + ": " + reason.en});
    }
}

Result<int> run_mail_list(World& world, const Arguments& arguments) {
    if (!arguments.has("--to")) return Error{ErrorKind::usage, say_to_whom(), use_to()};
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const query::Lexicon lexicon(*catalog);
    query::ParseOptions options;
    options.reading = query::Reading::filter;
    options.command = "cafe mail list --to";
    const std::vector<std::string> words{arguments.value("--to")};
    const auto parsed = query::parse(words, *catalog, lexicon, options);
    if (!parsed) return parsed.error();
    const auto partners = query::select(*catalog, *parsed, model::RecordKind::partner);
    const auto one_per = arguments.value("--one-per") == "partner" ? view::OnePer::partner : view::OnePer::person;
    const view::Mailing mailing = view::mailing(*catalog, partners, one_per, today(world));

    const std::string format = arguments.has("--json") ? "json" : arguments.value("--format");
    if (format == "json")
        write_json(world, mailing);
    else if (format == "csv")
        write_table(world, *catalog, mailing, render::TableFormat::csv);
    else if (format == "csv-excel")
        write_table(world, *catalog, mailing, render::TableFormat::csv_excel);
    else if (format == "rfc5322")
        write_mailboxes(world, mailing, ",\n ", false);
    else if (format == "outlook")
        write_mailboxes(world, mailing, "; ", true);
    else
        for (const view::Recipient& one : mailing.recipients) world.out << one.email << '\n';
    if (format != "json") say_left_out(world, *catalog, mailing, arguments.has("--why"));
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
        .options = {{"--to",
                     ValueKind::text,
                     {"QUESTION", "QUERY"},
                     {"les partenaires concernés ; \"\" pour tous", "the partners it is about; \"\" for all"}},
                    {"--one-per",
                     ValueKind::choice,
                     {"person|partner", "person|partner"},
                     {"chaque personne de la fiche, ou une seule par partenaire (le référent d'abord)",
                      "each person of the fiche, or one per partner (the referent first)"},
                     {"person", "partner"}},
                    {"--format",
                     ValueKind::choice,
                     {"FORMAT", "FORMAT"},
                     {"emails (par défaut), rfc5322, outlook, csv, csv-excel ou json",
                      "emails (default), rfc5322, outlook, csv, csv-excel or json"},
                     std::vector<std::string_view>(formats.begin(), formats.end())},
                    {"--json", ValueKind::none, {}, {"comme --format json", "as --format json"}},
                    {"--why",
                     ValueKind::none,
                     {},
                     {"dire qui est laissé de côté, et pourquoi", "say who is left out, and why"}}},
        .about = {"Chaque personne en fonction dans les fiches choisies, à l'adresse qu'elle utilise pour ce "
                  "partenaire ; sans personne à qui "
                  "écrire, l'adresse du partenaire. Qui s'oppose aux envois n'est jamais dans la liste. Une même "
                  "adresse n'y est qu'une fois.",
                  "Each person with a present function in the chosen fiches, at the address used for that partner; "
                  "where there is nobody to "
                  "write to, the partner's own. Those who object are never in the list. The same address stands in it "
                  "once."},
        .examples = {{"cafe mail list --to \"touches:circo-fumel\"",
                      {"tous ceux qui interviennent dans la circonscription", "all who work in the circonscription"}},
                     {"cafe mail list --to theme:logement --one-per partner --format csv-excel",
                      {"pour un publipostage", "for a mail merge"}}},
        .run = run_mail_list,
    };
    return command;
}

}  // namespace cafe::cmd
