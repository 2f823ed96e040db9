// `cafe training enrol` and `cafe training attend`.
#include "training.hpp"

#include <algorithm>

#include "at_the_door.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "edit/edit.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "store/read.hpp"
#include "yaml/parse.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> nobody_named{"qui ?", "who?"};
constexpr Phrase<> name_them{"un mot du nom, ou --guest \"Nom\" --organisation structure",
                             "a word of the name, or --guest \"Name\" --organisation organisation"};
constexpr Phrase<> no_network{"le carnet n'a pas de network.yaml", "the notebook has no network.yaml"};
constexpr Phrase<> write_network{"les formations du réseau s'y écrivent, sous trainings",
                                 "the network's trainings are written there, under trainings"};
constexpr Phrase<std::string, Words> not_yet{"« {0} » n'a pas encore eu lieu : le {1}",
                                             "'{0}' has not taken place yet: {1}"};
constexpr Phrase<std::string, std::string, Words> said_enrolled{"{0} : {1} ; {2}", "{0}: {1}; {2}"};
constexpr Phrase<int> enrolled_so_far{"{} inscrits", "{} enrolled"};
constexpr Phrase<int, int> enrolled_of{"{0} inscrits pour {1} places", "{0} enrolled for {1} places"};
constexpr Phrase<int> came_so_far{"{} présents", "{} came"};
constexpr Phrase<int> too_many{"attention, {} de plus que de places", "mind, {} more than there are places"};
constexpr Phrase<> noted_already{"c'est déjà noté", "recorded already"};

enum class Noted { sign_up, presence };

Words counted(const meetings::TrainingFigures& figures, Noted noted) {
    if (noted == Noted::presence) return came_so_far(figures.attended.value_or(0));
    if (figures.places) return enrolled_of(figures.enrolled.value_or(0), *figures.places);
    return enrolled_so_far(figures.enrolled.value_or(0));
}

Result<int> note(World& world, const Arguments& arguments, Noted noted) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto& source = notebook->book.network.source;
    if (source == nullptr) return Error{ErrorKind::reference, no_network(), write_network()};
    const model::Network& network = notebook->book.network.value;
    const auto at = meetings::training_named(network, arguments.words.front());
    if (!at) return at.error();
    const std::string title = utf8::printable(network.trainings[*at].title);
    const auto people = trainees(world, arguments, catalog);
    if (!people) return people.error();
    const auto days = meetings::days_of(network.trainings[*at]);
    if (noted == Noted::presence && !days.empty() && days.front() > today(world))
        return Error{ErrorKind::usage, not_yet(title, long_date(days.front())), {}};
    const auto edits = noted == Noted::sign_up ? meetings::enrolled(network, *at, *people, today(world))
                                               : meetings::attended(network, *at, *people);
    auto text = edit::apply(*source, edits);
    if (!text) return text.error();
    Change change;
    change.id = source->path;
    change.files.push_back({source->path, source->text, *text});
    change.unchanged = noted_already();
    if (const auto checked = check_change(notebook->book, change.files, Keys::known); !checked) return checked.error();
    const yaml::Parsed parsed = yaml::parse(*text, source->path);
    const auto after = parsed.root ? store::read<model::Network>(*parsed.root, model::network_shape()) : network;
    const meetings::TrainingFigures figures = meetings::figures_of(after.trainings[*at]);
    change.said = said_enrolled(title, names_of(catalog, *people), counted(figures, noted));
    const int over = figures.enrolled.value_or(0) - figures.places.value_or(figures.enrolled.value_or(0));
    if (noted == Noted::sign_up && over > 0) change.notes.push_back(too_many(over));
    const std::vector<Words> notes = change.notes;
    auto code = finish_change(world, arguments, notebook->book, std::move(change));
    if (code)
        for (const Words& words : notes) world.say(words);
    return code;
}

Result<int> run_enrol(World& world, const Arguments& arguments) {
    return note(world, arguments, Noted::sign_up);
}

Result<int> run_attend(World& world, const Arguments& arguments) {
    return note(world, arguments, Noted::presence);
}

}  // namespace

Result<std::vector<meetings::Trainee>> trainees(World& world, const Arguments& arguments,
                                                const store::Catalog& catalog) {
    std::vector<meetings::Trainee> people;
    for (std::size_t i = 1; i < arguments.words.size(); ++i) {
        auto person = person_at_the_door(catalog, model::Meeting{}, arguments.words[i], today(world));
        if (!person) return person.error();
        people.push_back({std::move(*person), "", ""});
    }
    const auto guests = guests_of(arguments, name_them());
    if (!guests) return guests.error();
    for (const Guest& guest : *guests) {
        const auto partner =
            guest.organisation.empty() ? Result<std::string>(std::string()) : fiche_called(catalog, guest.organisation);
        if (!partner) return partner.error();
        people.push_back({"", guest.name, *partner});
    }
    if (people.empty()) return Error{ErrorKind::usage, nobody_named(), name_them()};
    return people;
}

std::string names_of(const store::Catalog& catalog, const std::vector<meetings::Trainee>& people) {
    std::vector<std::string> names;
    for (const meetings::Trainee& one : people)
        names.push_back(utf8::printable(one.person.empty() ? one.guest : named(catalog, one.person)));
    return text::join(names, ", ");
}

std::vector<Option> training_options() {
    std::vector<Option> options{{"--guest",
                                 ValueKind::text,
                                 {"NOM", "NAME"},
                                 {"quelqu'un qui n'est pas dans le carnet", "somebody who is not in the notebook"},
                                 {},
                                 true},
                                {"--organisation",
                                 ValueKind::reference,
                                 {"PARTENAIRE", "PARTNER"},
                                 {"d'où vient l'invité qui précède", "where the guest before it comes from"},
                                 {},
                                 true}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

const Command& training_enrol_command() {
    static const Command command{
        .name = "training enrol",
        .group = Group::meet,
        .summary = {"inscrire à une formation du réseau", "sign people up for a training of the network"},
        .arguments = {"FORMATION [PERSONNE…]", "TRAINING [PERSON…]"},
        .least = 1,
        .options = training_options(),
        .about = {"La formation se nomme par des mots de son titre ou par un de ses jours (network.yaml) ; les "
                  "personnes par un mot de leur nom. Qui est inscrit l'est une fois. Un invité n'a jamais d'adresse.",
                  "A training is named by words of its title or by one of its days (network.yaml), people by a word "
                  "of their name. Who is signed up is so once. A guest never has an address."},
        .examples = {{"cafe training enrol expulsion lacombe",
                      {"à la formation « Prévenir l'expulsion »", "for the training 'Prévenir l'expulsion'"}}},
        .run = run_enrol,
        .word = ValueKind::training,
        .further = {ValueKind::who},
    };
    return command;
}

const Command& training_attend_command() {
    static const Command command{
        .name = "training attend",
        .group = Group::meet,
        .summary = {"noter qui a suivi une formation", "record who took part in a training"},
        .arguments = {"FORMATION [PERSONNE…]", "TRAINING [PERSON…]"},
        .least = 1,
        .options = training_options(),
        .about = {"Qui vient sans s'être inscrit est inscrit du même coup. Les attestations se font ensuite par "
                  "« cafe training certificate ».",
                  "Who comes without having signed up is signed up at once. Certificates are made afterwards by "
                  "'cafe training certificate'."},
        .examples = {{"cafe training attend \"secret partagé\" lacombe benali",
                      {"elles y étaient", "they were there"}}},
        .run = run_attend,
        .word = ValueKind::training,
        .further = {ValueKind::who},
    };
    return command;
}

}  // namespace cafe::cmd
