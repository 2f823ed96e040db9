#include "teach.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "check/taught.hpp"
#include "notebook.hpp"
#include "query/lexicon.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t longest_phrase = 200;  // bytes

constexpr Phrase<> says_nothing{"la phrase ne dit rien : il y faut un mot qui ait un sens",
                                "the phrase says nothing: it needs a word that means something"};
constexpr Phrase<> too_long{"une phrase apprise tient sur une ligne de 200 caractères",
                            "a taught phrase fits on a line of 200 characters"};
constexpr Phrase<> names_somebody{
    "cette phrase nomme quelqu'un, ou dit un numéro ou une adresse : elle resterait dans git",
    "this phrase names somebody, or says a number or an address: it would stay in git"};
constexpr Phrase<> leave_it_out{"la dire sans cela : une dame, un voisin", "say it without: a lady, a neighbour"};
constexpr Phrase<std::string> no_theme_nor_fiche{"« {} » n'est ni un thème ni une fiche partenaire",
                                                 "'{}' is neither a topic nor a partner record"};
constexpr Phrase<std::string> several_themes{"« {} » peut être plusieurs thèmes", "'{}' may be several topics"};
constexpr Phrase<std::string> choose_one{"choisir : {}", "choose one of: {}"};
constexpr Phrase<std::string, std::string> said_taught{"appris : « {} » veut dire {}", "taught: '{}' means {}"};
constexpr Phrase<> stands_already{"rien à changer : cela est déjà appris", "nothing to change: that is taught already"};
constexpr Phrase<std::string> rather_about{
    "d'après les autres phrases connues, celle-ci parle plutôt de {} : à vérifier",
    "by the other known phrases this one is rather about {}: please check"};

// The id of a theme or of a fiche.
Result<std::string> target_of(const store::Catalog& catalog, const std::string& word, const Date& day) {
    if (catalog.vocabulary().knows(model::VocabularyKind::themes, word)) return word;
    const auto themes = query::Lexicon(catalog).ids(query::MeaningKind::theme, word);
    if (themes.size() == 1) return themes.front();
    const auto fiche = resolve(catalog, word, false, day);
    if (fiche && fiche->kind == model::RecordKind::partner) return fiche->id;
    const std::string shown = utf8::printable(word);
    if (themes.size() > 1) return Error{ErrorKind::usage, several_themes(shown), choose_one(text::join(themes, ", "))};
    if (!fiche) return fiche.error();
    return Error{ErrorKind::reference, no_theme_nor_fiche(shown), {}};
}

Result<std::string> phrase_of(const std::string& typed, const store::Book& book) {
    std::string phrase(text::trim(typed));
    if (phrase.size() > longest_phrase || phrase.find_first_of("\t\n\r") != std::string::npos)
        return Error{ErrorKind::usage, too_long(), {}};
    const auto tokens = query::tokens_of(phrase);
    if (std::all_of(tokens.begin(), tokens.end(), [](const query::Token& token) { return token.little; }))
        return Error{ErrorKind::usage, says_nothing(), {}};
    if (check::tells_of_somebody(phrase, book)) return Error{ErrorKind::usage, names_somebody(), leave_it_out()};
    return phrase;
}

Result<Change> taught(World& world, const store::Book& book, const Arguments& arguments) {
    const store::Catalog catalog(book);
    const auto target = target_of(catalog, arguments.words.front(), today(world));
    if (!target) return target.error();
    const std::vector<std::string> said(arguments.words.begin() + 1, arguments.words.end());
    const auto phrase = phrase_of(text::join(said, " "), book);
    if (!phrase) return phrase.error();

    const std::string path(store::taught_file);
    store::FileChange file{path, std::nullopt, std::nullopt};
    const auto info = world.disk.info(path::join(book.root, path));
    if (!info) return info.error();
    if (*info) {
        auto before = world.disk.read(path::join(book.root, path), store::largest_record);
        if (!before) return before.error();
        file.before = std::move(*before);
    }
    const store::Taught line{*target, *phrase, 0};
    file.after = store::with_taught(file.before.value_or(""), line);

    Change change;
    if (file.before != file.after)
        if (const auto other = check::other_theme(line, store::read_taught(file.before.value_or("")), book.vocabulary))
            change.notes.push_back(rather_about(*other));
    change.said = said_taught(utf8::printable(*phrase), *target);
    change.unchanged = stands_already();
    change.files.push_back(std::move(file));
    return change;
}

Result<int> run_teach(World& world, const Arguments& arguments) {
    return change_notebook(world, arguments, [&](const store::Book& book) { return taught(world, book, arguments); });
}

}  // namespace

const Command& teach_command() {
    static const Command command{
        .name = "teach",
        .group = Group::change,
        .summary = {"apprendre au carnet ce que disent les gens : une phrase, et ce qu'elle veut dire",
                    "teach the notebook what people say: a phrase, and what it means"},
        .arguments = {"THÈME|FICHE PHRASE…", "THEME|REF PHRASE…"},
        .least = 2,
        .options = change_options(),
        .about =
            {"La phrase est ajoutée à vocabulary/questions.tsv, que chacun peut lire et corriger. Une question qui "
             "dit la même chose, ou presque, trouve le thème ou la fiche ; elle pèse plus que les phrases que "
             "cafe connaît de lui-même. Une phrase qui nomme quelqu'un, dit un numéro ou une adresse est refusée : "
             "le fichier est dans git.",
             "The phrase is added to vocabulary/questions.tsv, which everyone can read and mend. A question that "
             "says the same, or nearly, finds the topic or the record; it weighs more than the phrases that cafe "
             "knows by itself. A phrase that names somebody, says a number or an address is refused: the file is "
             "in git."},
        .examples = {{"cafe teach energie-eau \"on m'a mis le compteur au minimum\"",
                      {"une phrase pour un thème", "a phrase for a topic"}},
                     {"cafe teach ressourcerie-libos \"une gazinière pas chère\"",
                      {"une phrase pour une fiche", "a phrase for a record"}}},
        .run = run_teach,
        .word = ValueKind::theme,
        .further = {ValueKind::text},
    };
    return command;
}

}  // namespace cafe::cmd
