#include "command.hpp"
#include "indexed.hpp"
#include "letters/recipients.hpp"
#include "mail.hpp"
#include "notebook.hpp"
#include "output.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string, std::string> not_both{"choisir {} ou {}, pas les deux", "choose {} or {}, not both"};
constexpr Phrase<> nobody{"personne à qui écrire", "nobody to write to"};

constexpr Phrase<> not_for_a_terminal{"un classeur ne se lit pas au terminal", "a workbook is not for a terminal"};
constexpr Phrase<> use_a_file{"l'écrire dans un fichier : cafe mail list … --format xlsx > liste.xlsx",
                              "write it to a file: cafe mail list … --format xlsx > list.xlsx"};
constexpr Phrase<> no_workbook{"le classeur n'a pas pu être écrit", "the workbook could not be written"};

std::vector<std::string_view> formats() {
    std::vector<std::string_view> names;
    for (const letters::MailForm& form : letters::mail_forms()) names.push_back(form.name);
    return names;
}

std::vector<Option> options_of_list() {
    std::vector<Option> options = mailing_options();
    for (Option& option :
         std::vector<Option>{{"--format",
                              ValueKind::choice,
                              {"FORMAT", "FORMAT"},
                              {"plain (par défaut), rfc5322, outlook, csv, csv-excel, xlsx, vcard ou json",
                               "plain (default), rfc5322, outlook, csv, csv-excel, xlsx, vcard or json"},
                              formats()},
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
    if (auto error = misuse_of_sources(arguments)) return std::move(*error);
    const std::string format = arguments.has("--json") ? "json" : arguments.value("--format");
    const auto machine = wants_machine_form(arguments);
    if (!machine) return machine.error();
    const bool as_table =
        arguments.has("--jsonl") || arguments.has("--count") || arguments.has("-0") || arguments.has("--fields");
    if (as_table && arguments.has("--format"))
        return Error{ErrorKind::usage, not_both("--format", "--jsonl, --count, -0, --fields"), {}};
    if (letters::mail_form(format).binary && world.out_is_terminal)
        return Error{ErrorKind::usage, not_for_a_terminal(), use_a_file()};
    const auto opened = catalog_to_the_end(world);
    if (!opened) return opened.error();
    const store::Catalog* const catalog = *opened;
    const auto made = mailing_asked_for(world, *catalog, arguments);
    if (!made) return made.error();
    const meetings::Mailing& mailing = *made;

    const letters::MailForm& form = letters::mail_form(format);
    if (arguments.has("-0")) {
        world.out << letters::addresses(mailing, '\0');
    } else if (as_table) {
        if (auto code = print_listing(world, arguments, letters::recipient_list(*catalog, mailing)); !code)
            return code.error();
    } else {
        const auto text = form.text(*catalog, mailing, world.lang);
        if (!text) return Error{ErrorKind::environment, no_workbook(), {}};
        world.out << *text;
        if (form.binary) world.out.flush();
    }
    if (!form.whole) say_left_out(world, *catalog, mailing, arguments.has("--why"));
    if (mailing.recipients.empty() && !form.whole) world.say(nobody());
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
        .unites = true,
    };
    return command;
}

}  // namespace cafe::cmd
