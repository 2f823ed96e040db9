// `cafe forget`: erases a person or a partner for good, and says what it could not erase.
#include "edit/forget.hpp"
#include "asking.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "erasure.hpp"
#include "following.hpp"
#include "notebook.hpp"
#include "store/layout.hpp"
#include "store/traces.hpp"

namespace cafe::cmd {

namespace {

using model::RecordKind;

constexpr Phrase<std::string> not_erased{"{} ne s'efface pas", "{} cannot be erased"};
constexpr Phrase<> only_these{"« cafe forget » efface une personne ou un partenaire",
                              "'cafe forget' erases a person or a partner"};
constexpr Phrase<> say_whom{"qui effacer ?", "erase whom?"};
constexpr Phrase<> name_one{"le nommer : cafe forget marie-delmas", "name them: cafe forget marie-delmas"};
constexpr Phrase<std::string> for_good{"{} va être effacé pour toujours : « cafe undo » ne le reprendra pas",
                                       "{} is going to be erased for good: 'cafe undo' will not bring it back"};
constexpr Phrase<> say_yes{"relancer avec --yes pour effacer, avec --dry-run pour voir d'abord",
                           "run it again with --yes to erase, with --dry-run to see first"};
constexpr Phrase<std::string> sure{"Effacer {} pour toujours ? [o/N] ", "Erase {} for good? [y/N] "};
constexpr Phrase<std::string, Words, std::string> erased{"{0} : effacé, {1} ; à sa place : {2}",
                                                         "{0}: erased, {1}; in its place: {2}"};
constexpr Noun followed{"fiche suit", "fiches suivent", "record follows", "records follow"};
constexpr Noun texts{"passage à corriger à la main", "passages à corriger à la main", "passage to correct by hand",
                     "passages to correct by hand"};
constexpr Phrase<Words, Words, Words> cleared_words{
    "Effacé aussi de ce que cafe garde ici : {0}, {1}, {2}. Vérifié : il n'y reste rien.",
    "Erased too from what cafe keeps here: {0}, {1}, {2}. Checked: nothing is left there."};
constexpr Phrase<Words> not_cleared{"la fiche est effacée, mais pas tout ce que cafe garde à côté : {}",
                                    "the record is erased, but not all that cafe keeps beside it: {}"};
constexpr Phrase<> by_hand{"supprimer .git/cafe, ~/.local/state/cafe et ~/.cache/cafe, où rien d'autre n'est gardé",
                           "remove .git/cafe, ~/.local/state/cafe and ~/.cache/cafe, where nothing else is kept"};
constexpr Noun changes_noun{"changement à reprendre", "changements à reprendre", "change to take back",
                            "changes to take back"};
constexpr Noun drafts_noun{"brouillon", "brouillons", "draft", "drafts"};
constexpr Noun others_noun{"autre fichier", "autres fichiers", "other file", "other files"};
constexpr Phrase<std::string> readmitted{"{} peut revenir dans le carnet", "{} may come back to the notebook"};
constexpr Phrase<std::string> not_among{"{} n'est pas parmi les adresses effacées",
                                        "{} is not among the erased addresses"};

/// One `cafe forget`, over the attempts of a change.
class Forgetting {
public:
    Forgetting(World& world, const Arguments& arguments) : world_(world), arguments_(arguments) {}

    Result<int> run() {
        const auto done = change_notebook(world_, arguments_, [&](const store::Book& book) { return change_of(book); });
        if (!done || *done != 0 || arguments_.has("--dry-run")) {
            if (done && *done == 0 && !arguments_.has("--json"))
                for (const Words& line : report_) world_.say(line);
            return done;
        }
        if (const auto cleared = clear(true); !cleared)
            return Error{cleared.error().kind, not_cleared(cleared.error().message), by_hand()};
        if (!arguments_.has("--json"))
            for (const Words& line : report_) world_.out << line.in(world_.lang) << '\n';
        return done;
    }

private:
    Result<Change> change_of(const store::Book& book) {
        const store::Catalog catalog(book);
        const auto ref = resolve(catalog, arguments_.words.front(), false, today(world_));
        if (!ref) return ref.error();
        if (ref->kind != RecordKind::person && ref->kind != RecordKind::partner)
            return Error{ErrorKind::usage, not_erased(store::name_of(*ref)), only_these()};
        if (const auto hidden = nothing_hidden(world_, book, ref->id); !hidden) return hidden.error();
        root_ = book.root;
        known_ = ref->kind == RecordKind::person ? facts::known_by(ref->id, store::find(book.people, ref->id)->value)
                                                 : facts::known_by(ref->id, store::find(book.partners, ref->id)->value);
        const edit::Drawn drawn = draw(book, ref->kind);
        auto erasure = edit::forget(book, *ref, drawn, today(world_),
                                    [&](const std::string& query) { return query_with_id(query, *ref, drawn.id); });
        if (!erasure) return erasure.error();
        const auto rows = store::rows_without(world_.disk, book.root, speaks());
        if (!rows) return rows.error();
        erasure->files.insert(erasure->files.end(), rows->begin(), rows->end());
        if (const auto checked = check_change(book, erasure->files); !checked) return checked.error();

        Aftermath told{erasure->left, erasure->handed, erasure->alone, {}, {}};
        if (const auto looked = look_around(world_, book.root, known_, told); !looked) return looked.error();
        auto recipe = recipe_of(world_, book, *ref, known_, drawn.id);
        if (!recipe) return recipe.error();
        told.recipe = std::move(*recipe);
        report_ = lines_of(catalog, told);

        Change change;
        change.id = drawn.id;
        change.remembered = false;
        change.files = std::move(erasure->files);
        change.details = members_of(told, world_.lang);
        const std::string name = store::name_of(*ref);
        change.said = erased(name, count(erasure->followed, followed), drawn.id);
        const auto go_on = confirmed(name, told, catalog);
        if (!go_on) return go_on.error();
        change.cancelled = !*go_on;
        if (!change.cancelled && !arguments_.has("--dry-run"))
            if (const auto cleared = clear(false); !cleared) return cleared.error();
        return change;
    }

    // Said first, whoever asks.
    Result<bool> confirmed(const std::string& name, const Aftermath& told, const store::Catalog& catalog) {
        world_.say(for_good(name));
        if (arguments_.has("--dry-run") || arguments_.has("--yes")) return true;
        if (!world_.ask) return Error{ErrorKind::usage, for_good(name), say_yes()};
        for (const edit::Handed& handed : told.handed) world_.say(in_words(catalog, handed));
        if (!told.left.empty()) world_.say(count(told.left.size(), texts));
        return ask_yes(world_, sure(name), false).value_or(false);
    }

    edit::Drawn draw(const store::Book& book, RecordKind kind) {
        constexpr std::size_t of_id = 4;
        constexpr std::size_t of_salt = 16;
        edit::Drawn drawn{edit::drawn_id(kind, world_.draw(of_id)), world_.draw(of_salt)};
        while (edit::is_taken(book, drawn.id)) drawn.id = edit::drawn_id(kind, world_.draw(of_id));
        return drawn;
    }

    [[nodiscard]] store::Speaks speaks() const {
        return [this](std::string_view text) {
            return (!known_.id.empty() && text.find(known_.id) != std::string_view::npos) ||
                   !facts::spoken_of(text, known_).empty();
        };
    }

    // Before the change and after it: whoever is interrupted in between runs the command again, or is nearly done.
    Result<Done> clear(bool tell) {
        const auto folders = state_folders(world_, root_);
        if (!folders) return folders.error();
        for (const std::string& folder : *folders) {
            const auto cleared = store::clear_traces(world_.disk, folder, speaks());
            if (!cleared) return cleared.error();
            cleared_.changes += cleared->changes;
            cleared_.drafts += cleared->drafts;
            cleared_.others += cleared->others;
        }
        if (const std::string cache = cache_folder(world_); !cache.empty())
            if (const auto emptied = store::clear_folder(world_.disk, cache); !emptied) return emptied;
        if (!tell) return Done{};
        report_.insert(report_.begin(),
                       cleared_words(count(cleared_.changes, changes_noun), count(cleared_.drafts, drafts_noun),
                                     count(cleared_.others, others_noun)));
        return Done{};
    }

    World& world_;
    const Arguments& arguments_;
    std::string root_;
    facts::KnownBy known_;
    store::Cleared cleared_;
    std::vector<Words> report_;
};

Result<int> run_readmit(World& world, const Arguments& arguments) {
    const std::string address = arguments.value("--readmit");
    return change_notebook(world, arguments, [&](const store::Book& book) -> Result<Change> {
        auto files = edit::readmit(book, address);
        if (!files) return files.error();
        Change change;
        change.remembered = false;
        change.unchanged = not_among(utf8::printable(address));
        change.said = readmitted(utf8::printable(address));
        change.files = std::move(*files);
        return change;
    });
}

Result<int> run_forget(World& world, const Arguments& arguments) {
    if (arguments.has("--readmit")) return run_readmit(world, arguments);
    if (arguments.words.empty()) return Error{ErrorKind::usage, say_whom(), name_one()};
    return Forgetting(world, arguments).run();
}

std::vector<Option> forget_options() {
    std::vector<Option> options{{"--yes", ValueKind::none, {}, {"effacer sans le demander", "erase without asking"}},
                                {"--readmit",
                                 ValueKind::text,
                                 {"ADRESSE", "ADDRESS"},
                                 {"laisser revenir une adresse effacée, si la personne le veut",
                                  "let an erased address come back, when the person wants it"}}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& forget_command() {
    static const Command command{
        .name = "forget",
        .group = Group::change,
        .summary = {"effacer une personne ou un partenaire, sans retour", "erase a person or a partner, for good"},
        .arguments = {"PERSONNE|PARTENAIRE", "PERSON|PARTNER"},
        .most = 1,
        .options = forget_options(),
        .about =
            {"Efface le fichier et met un identifiant tiré au sort partout où il était nommé : les comptes rendus "
             "restent justes et se lisent « personne effacée ». Montre les textes qui en parlent encore, à qui "
             "l'information a été remise, et les commandes qui purgent l'historique de git. Vide ce que cafe garde à "
             "côté : changements à reprendre, brouillons, caches, mémoires des imports. Une empreinte de l'adresse "
             "reste dans forgotten.yaml pour qu'aucun import ne la ramène. Rien ne se reprend.",
             "Erases the file and puts a drawn id wherever it was named: minutes stay right and read 'erased person'. "
             "Shows the texts that still speak of it, to whom it was handed, and the commands that purge git's "
             "history. Clears what cafe keeps beside: changes to take back, drafts, caches, memories of imports. A "
             "hash of the address stays in forgotten.yaml so that no import brings it back. Nothing can be undone."},
        .examples = {{"cafe forget marie-delmas --dry-run",
                      {"voir d'abord ce qui changerait", "see first what would change"}},
                     {"cafe list people privacy.erase_on:..today",
                      {"qui est à effacer aujourd'hui", "who is due to be erased today"}}},
        .run = run_forget,
        .word = ValueKind::who,
    };
    return command;
}

}  // namespace cafe::cmd
