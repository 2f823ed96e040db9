#include <algorithm>

#include "change.hpp"
#include "command.hpp"
#include "edit/format.hpp"
#include "notebook.hpp"
#include "selection.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<Words> laid_out{"{} en forme canonique", "{} laid out"};
constexpr Phrase<> all_are{"tout est déjà en forme", "everything is already laid out"};
constexpr Phrase<Words> indented{"  {}", "  {}"};
constexpr Phrase<std::string> would_change{"{} n'est pas en forme", "{} is not laid out"};
constexpr Noun records{"fichier mis", "fichiers mis", "file", "files"};

// How many of the files asked for cannot be read. One that was named is an error.
Result<std::size_t> count_unreadable(const World& world, const store::Book& book, const Selection& selection) {
    std::size_t found = 0;
    for (const store::Ref& ref : book.unreadable) {
        const std::string file = store::path_of(ref);
        if (!selection.takes(file)) continue;
        ++found;
        const auto& named_paths = selection.paths;
        if (std::find(named_paths.begin(), named_paths.end(), file) == named_paths.end()) continue;
        const auto named = resolve(store::Catalog(book), store::name_of(ref), false, today(world));
        if (!named) return named.error();
    }
    return found;
}

Result<int> run_fmt(World& world, const Arguments& arguments) {
    const auto book = open_book(world);
    if (!book) return book.error();
    const auto selection = selection_of(world, *book, arguments.words);
    if (!selection) return selection.error();
    const auto unreadable = count_unreadable(world, *book, *selection);
    if (!unreadable) return unreadable.error();
    say_left_out(world, *unreadable);
    Change change;
    std::size_t not_laid_out = 0;
    for (const auto& source : book->sources) {
        if (!selection->takes(source->path)) continue;
        auto text = edit::format(source->text, source->path, source->ref.kind);
        if (!text) {
            world.say(text.error().message);
            world.say(indented(text.error().remedy));
            ++not_laid_out;
            continue;
        }
        if (*text != source->text) change.files.push_back({source->path, source->text, std::move(*text)});
    }
    if (arguments.has("--check")) {
        for (const store::FileChange& file : change.files) world.say(would_change(file.path));
        return change.files.empty() && *unreadable == 0 && not_laid_out == 0 ? 0 : 1;
    }
    change.said = laid_out(count(change.files.size(), records));
    if (*unreadable == 0 && not_laid_out == 0) change.unchanged = all_are();
    const auto done = finish_change(world, arguments, *book, std::move(change));
    return done && not_laid_out > 0 ? Result<int>(1) : done;
}

std::vector<Option> options() {
    std::vector<Option> all{{"--check",
                             ValueKind::none,
                             {},
                             {"ne rien écrire ; nommer ce qui n'est pas en forme et finir par 1",
                              "write nothing; name what is not laid out and exit with 1"}}};
    for (Option& option : change_options()) all.push_back(std::move(option));
    return all;
}

}  // namespace

const Command& fmt_command() {
    static const Command command{
        .name = "fmt",
        .group = Group::change,
        .summary = {"mettre les fiches en forme, sans perdre un commentaire",
                    "lay records out, without losing a comment"},
        .arguments = {"[CHEMIN…]", "[PATH…]"},
        .options = options(),
        .about =
            {"Range les champs dans l'ordre de la liste, indente de deux espaces, met les guillemets où il en "
             "faut et garde ceux qui sont là, écrit les heures sous leur forme canonique. Les commentaires restent "
             "avec la ligne qu'ils accompagnent. Un fichier que l'on ne peut pas ranger sans rien perdre est nommé "
             "et reste comme il est ; la commande finit par 1. Sans CHEMIN : tout le carnet.",
             "Puts fields in the order of the list, indents by two, quotes what must be quoted and keeps the "
             "quotes there are, writes hours and times in their canonical form. Comments stay with the line they "
             "belong to. A file that cannot be laid out without a loss is named and stays as it is; the command "
             "ends with 1. Without a PATH: the whole notebook."},
        .examples = {{"cafe fmt --dry-run partners/ccas-fumel.yaml", {"voir d'abord", "look first"}},
                     {"cafe fmt --check", {"pour l'intégration continue", "for continuous integration"}}},
        .run = run_fmt,
        .word = ValueKind::file,
    };
    return command;
}

}  // namespace cafe::cmd
