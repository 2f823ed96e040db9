// `cafe training certificate`: the attestations of those who took part.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "letters/certificate.hpp"
#include "notebook.hpp"
#include "training.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_where{"où écrire les attestations ?", "write the certificates where?"};
constexpr Phrase<> use_output{"le dire avec -o : -o attestations", "say it with -o: -o certificates"};
constexpr Phrase<std::string> nobody_came{"personne n'est noté présent à « {} »",
                                          "nobody is recorded as having been at '{}'"};
constexpr Phrase<> note_them{"cafe training attend FORMATION PERSONNE…", "cafe training attend TRAINING PERSON…"};
constexpr Phrase<std::string, std::string> was_not_there{"{0} n'est pas noté présent à « {1} »",
                                                         "{0} is not recorded as having been at '{1}'"};
constexpr Phrase<std::string, Words> not_over{"« {0} » n'est pas finie : le {1}", "'{0}' is not over: {1}"};
constexpr Phrase<Words, std::string> wrote{"{} dans {}, à imprimer en A4 et à signer",
                                           "{} in {}, to print on A4 and to sign"};
constexpr Noun certificate_noun{"attestation", "attestations", "certificate", "certificates"};

bool was_there(const model::Training& training, const meetings::Trainee& one) {
    const model::Participant* known = meetings::participant_of(training, one);
    return known != nullptr && known->attended.value_or(false);
}

// Those who are named, or all who took part.
Result<std::vector<meetings::Trainee>> receivers(World& world, const Arguments& arguments,
                                                 const store::Catalog& catalog, const model::Training& training) {
    const std::string title = utf8::printable(training.title);
    if (arguments.words.size() > 1 || arguments.has("--guest")) {
        auto named = trainees(world, arguments, catalog);
        if (!named) return named.error();
        for (const meetings::Trainee& one : *named)
            if (!was_there(training, one))
                return Error{ErrorKind::usage, was_not_there(names_of(catalog, {one}), title), note_them()};
        return named;
    }
    std::vector<meetings::Trainee> all;
    for (const model::Participant& one : training.participants)
        if (one.attended.value_or(false)) all.push_back({one.person, one.guest, one.partner});
    if (all.empty()) return Error{ErrorKind::usage, nobody_came(title), note_them()};
    return all;
}

Result<int> run_certificate(World& world, const Arguments& arguments) {
    const std::string folder = arguments.value("-o");
    if (folder.empty()) return Error{ErrorKind::usage, say_where(), use_output()};
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const model::Network& network = catalog.network();
    const auto at = meetings::training_named(network, arguments.words.front());
    if (!at) return at.error();
    const model::Training& training = network.trainings[*at];
    const auto days = meetings::days_of(training);
    if (!days.empty() && days.back() > today(world))
        return Error{ErrorKind::usage, not_over(utf8::printable(training.title), long_date(days.back())), {}};
    const auto people = receivers(world, arguments, catalog, training);
    if (!people) return people.error();
    const auto made = letters::certificates(world.disk, notebook->book.root, catalog, training, *people, today(world));
    if (!made) return made.error();
    if (auto done = letters::write_drafts(world.disk, folder, *made); !done) return done.error();
    world.say(wrote(count(made->size(), certificate_noun), utf8::printable(folder)));
    return 0;
}

}  // namespace

const Command& training_certificate_command() {
    static const Command command{
        .name = "training certificate",
        .group = Group::meet,
        .summary = {"les attestations de ceux qui ont suivi une formation",
                    "the certificates of those who took part in a training"},
        .arguments = {"FORMATION [PERSONNE…]", "TRAINING [PERSON…]"},
        .least = 1,
        .options = {{"-o",
                     ValueKind::folder,
                     {"DOSSIER", "DIR"},
                     {"où les écrire", "where to write them"},
                     {},
                     false,
                     "--output"},
                    {"--guest",
                     ValueKind::text,
                     {"NOM", "NAME"},
                     {"quelqu'un qui n'est pas dans le carnet", "somebody who is not in the notebook"},
                     {},
                     true}},
        .about = {"Une page A4 par personne notée présente, à imprimer et à signer. Le texte est celui de "
                  "templates/certificate.md quand il existe.",
                  "One page of A4 for each who is recorded as having been there, to print and to sign. The text is "
                  "that of templates/certificate.md where there is one."},
        .examples = {{"cafe training certificate \"secret partagé\" -o attestations",
                      {"puis imprimer chaque page", "then print each page"}}},
        .run = run_certificate,
        .word = ValueKind::training,
        .further = {ValueKind::who},
    };
    return command;
}

}  // namespace cafe::cmd
