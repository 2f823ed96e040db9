#include <algorithm>
#include <array>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "letters/letter.hpp"
#include "mail.hpp"
#include "mail_information.hpp"
#include "meetings/event.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "store/book.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> which_template{"quel texte envoyer ?", "send which text?"};
constexpr Phrase<> use_template{"l'écrire dans templates/lettre.md, puis --template lettre",
                                "write it in templates/letter.md, then --template letter"};
constexpr Phrase<std::string> no_template{"templates/{}.md n'est pas là", "templates/{}.md is not there"};
constexpr Phrase<> first_line{
    "sa première ligne est l'objet, après un croisillon ; {{{{name}}}}, {{{{partner}}}} et "
    "{{{{fiche}}}} s'y remplissent",
    "its first line is the subject, behind a hash; {{{{name}}}}, {{{{partner}}}} and "
    "{{{{fiche}}}} are filled in"};
constexpr Phrase<std::string> bad_name{"« {} » n'est pas un nom de modèle", "'{}' is not the name of a template"};
constexpr Phrase<> where{"où écrire les brouillons ?", "write the drafts where?"};
constexpr Phrase<> use_output{"le dire avec -o : -o brouillons", "say it with -o: -o drafts"};
constexpr Phrase<> nobody{"personne à qui écrire", "nobody to write to"};
constexpr Phrase<Words, std::string> wrote{"{} dans {}, à relire et à envoyer ; cafe n'envoie rien",
                                           "{} in {}, to look through and send; cafe sends nothing"};
constexpr Phrase<Words, std::string> would_write{"écrirait {} dans {}", "would write {} in {}"};
constexpr Phrase<std::size_t> in_groups{"en copie cachée, par groupes de {} au plus",
                                        "in Bcc, in batches of at most {}"};
constexpr Phrase<std::string> unsubscribe{"Ne plus recevoir de messages ({})", "No more mails ({})"};
constexpr Phrase<std::string> record_it{
    "une fois envoyé, noter le jour pour chacun : cafe set marie-delmas privacy.informed.on={} "
    "privacy.informed.how=courriel",
    "once sent, record the day for each: cafe set marie-delmas privacy.informed.on={} privacy.informed.how=email"};
constexpr Noun draft_noun{"brouillon", "brouillons", "draft", "drafts"};

Result<std::vector<letters::MailDraft>> drafts_of(World& world, const store::Catalog& catalog, const std::string& root,
                                                  const std::string& name, const meetings::Mailing& mailing, bool bcc) {
    const auto from = letters::sender(catalog);
    if (!from) return from.error();
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const auto text = letters::letter_template(world.disk, root, name, lang);
    if (!text) return text.error();
    render::Letter letter;
    letter.from = *from;
    letter.date = today(world);
    letter.unsubscribe = unsubscribe(catalog.settings().name).in(lang);
    letter.language = lang == Lang::fr ? "fr" : "en";
    const std::string domain = meetings::mail_domain(catalog.settings());
    const auto say = [&](const render::Fillings& fillings, const std::vector<std::string>& fiches,
                         const std::string& reader) {
        letters::LetterText said = letters::letter_text(catalog, *text, fillings, fiches, lang);
        letter.subject = std::move(said.subject);
        letter.text = std::move(said.text);
        letter.html = std::move(said.html);
        letter.message_id = fingerprint(name + "\n" + letter.date.iso() + "\n" + reader) + "." + name + "@" + domain;
    };
    if (bcc) {
        say(letters::common_fillings(catalog), {}, "bcc");
        return letters::in_batches(std::move(letter), mailing.recipients);
    }
    std::vector<letters::MailDraft> drafts;
    for (const meetings::Recipient& reader : mailing.recipients) {
        render::Fillings fillings = letters::reader_fillings(catalog, reader);
        if (name == information_template)
            fillings["held"] = {held_in_words(catalog, reader.person, today(world), lang), false};
        say(fillings, letters::fiches_of(catalog, reader, today(world)), reader.email);
        letter.to = {{reader.name, reader.email}};
        drafts.push_back({letters::file_of(reader), render::eml(letter)});
    }
    return drafts;
}

bool says_whom(const Arguments& arguments) {
    constexpr std::array<std::string_view, 4> selections{"--to", "--meeting", "--cafe", "--list"};
    return std::any_of(selections.begin(), selections.end(),
                       [&](std::string_view option) { return arguments.has(option); });
}

Result<int> run_mail_draft(World& world, const Arguments& arguments) {
    const std::string name = arguments.value("--template");
    const std::string folder = arguments.value("-o");
    if (name.empty()) return Error{ErrorKind::usage, which_template(), use_template()};
    if (!model::is_id(name)) return Error{ErrorKind::usage, bad_name(utf8::printable(name)), use_template()};
    if (folder.empty()) return Error{ErrorKind::usage, where(), use_output()};
    const auto catalog = open_catalog(world, {facts::Reader::partners, false}, facts::Lines::stay);
    if (!catalog) return catalog.error();
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    const auto info = world.disk.info(path::join(*root, "templates/" + name + ".md"));
    if (!info) return info.error();
    const bool informs = name == information_template;
    if (!*info && !informs) return Error{ErrorKind::usage, no_template(name), first_line()};
    const auto mailing =
        informs && !says_whom(arguments)
            ? Result<meetings::Mailing>(meetings::mailing(*catalog, never_informed(*catalog), today(world)))
            : mailing_asked_for(world, *catalog, arguments);
    if (!mailing) return mailing.error();
    say_left_out(world, *catalog, *mailing, arguments.has("--why"));
    if (mailing->recipients.empty()) {
        world.say(nobody());
        return 1;
    }
    const bool bcc = arguments.has("--bcc");
    const auto drafts = drafts_of(world, *catalog, *root, name, *mailing, bcc);
    if (!drafts) return drafts.error();
    const bool dry_run = arguments.has("--dry-run");
    if (!dry_run)
        if (auto done = letters::write_drafts(world.disk, folder, *drafts); !done) return done.error();
    world.say((dry_run ? would_write : wrote)(count(drafts->size(), draft_noun), folder));
    if (bcc) world.say(in_groups(letters::batch));
    if (informs && !dry_run) world.say(record_it(today(world).iso()));
    return 0;
}

std::vector<Option> options_of_draft() {
    std::vector<Option> options = mailing_options();
    for (Option& option : std::vector<Option>{
             {"--template",
              ValueKind::letter_template,
              {"NOM", "NAME"},
              {"le texte : templates/NOM.md", "the text: templates/NAME.md"}},
             {"-o",
              ValueKind::folder,
              {"DOSSIER", "DIR"},
              {"où écrire les brouillons", "where to write the drafts"},
              {},
              false,
              "--output"},
             {"--bcc",
              ValueKind::none,
              {},
              {"un seul message, les adresses en copie cachée", "one mail, the addresses in Bcc"}},
             {"--why",
              ValueKind::none,
              {},
              {"dire qui est laissé de côté, et pourquoi", "say who is left out, and why"}},
             {"--dry-run", ValueKind::none, {}, {"dire combien sans rien écrire", "say how many, write nothing"}}})
        options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& mail_draft_command() {
    static const Command command{
        .name = "mail draft",
        .group = Group::send,
        .summary = {"un message à chacun, en brouillons à envoyer", "a mail to each, as drafts to send"},
        .most = 0,
        .options = options_of_draft(),
        .about = {"Un fichier .eml par personne, d'un texte que vous écrivez dans templates/. La première ligne est "
                  "l'objet, après un croisillon ; les noms entre accolades doubles se remplissent (name, person, "
                  "partner, network, from, fiche), un nom inconnu est refusé. --template "
                  "information, sans choisir de destinataires, dit ce que le carnet garde à ceux que rien ne dit "
                  "informés. cafe n'envoie rien.",
                  "One .eml file per person, of a text that you write in templates/. The first line is the subject, "
                  "behind a hash; names in double braces are filled in (name, person, partner, network, from, fiche), "
                  "an unknown name is refused. --template information, "
                  "without a choice of people, tells those who were never informed what is kept of them. cafe sends "
                  "nothing."},
        .examples = {{"cafe mail draft --template verification --to \"theme:logement\" -o brouillons",
                      {"demander à chacun de relire sa fiche", "ask each to look through their record"}},
                     {"cafe mail draft --template information -o brouillons",
                      {"dire à chacun ce que le carnet garde de lui", "tell each what the notebook keeps of them"}}},
        .run = run_mail_draft,
    };
    return command;
}

}  // namespace cafe::cmd
