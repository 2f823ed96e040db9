#include "indexed.hpp"
#include "view/explain.hpp"

#include "base/did_you_mean.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "notebook.hpp"
#include "render/terminal.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> nothing_called{"rien ne s'appelle « {} »", "nothing is called '{}'"};
constexpr Phrase<> what_there_is{
    "un code (E201), un champ (phones.number), une fiche (partner), un thème (logement), un sigle (CCAS)",
    "a code (E201), a field (phones.number), a record (partner), a theme (logement), an acronym (CCAS)"};

// The notebook's own words where it has any; reading a whole notebook to explain a code would be slow.
model::Vocabulary vocabulary_here(World& world) {
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return store::builtin_vocabulary();
    const auto own = world.disk.list(path::join(*root, "vocabulary"));
    if (!own || own->empty()) return store::builtin_vocabulary();
    auto book = load_to_ask(world, *root, {world.threads});
    return book ? std::move(book->vocabulary) : store::builtin_vocabulary();
}

Result<int> run_explain(World& world, const Arguments& arguments) {
    const std::string word(text::trim(text::join(arguments.words, " ")));
    const model::Vocabulary vocabulary = vocabulary_here(world);
    const std::vector<view::Page> pages = view::explanations(word, vocabulary, world.lang);
    if (pages.empty()) {
        const auto near = text::nearest(word, view::all_explained(vocabulary));
        return Error{ErrorKind::usage, nothing_called(word), near ? did_you_mean(*near) : what_there_is()};
    }
    const render::TerminalStyle style{world.out_is_terminal ? world.width : 0, world.colour};
    for (std::size_t i = 0; i < pages.size(); ++i)
        world.out << (i == 0 ? "" : "\n") << render::terminal(pages[i], style);
    return 0;
}

}  // namespace

const Command& explain_command() {
    static const Command command{
        .name = "explain",
        .group = Group::ask,
        .summary = {"ce que veut dire un code, un champ, un thème, un sigle",
                    "what a code, a field, a theme, an acronym means"},
        .arguments = {"MOT", "WORD"},
        .least = 1,
        .about =
            {"Explique un code de « cafe check » avec un mauvais et un bon exemple, un champ (phones.number, "
             "meeting.questions), une sorte de fiche (partner), un vocabulaire entier (themes, publics, kinds, "
             "acronyms), un de ses mots par son identifiant ou son nom, un sigle. Dans un carnet, avec ses propres "
             "mots.",
             "Explains a code of 'cafe check' with a wrong and a right example, a field (phones.number, "
             "meeting.questions), a kind of record (partner), a whole vocabulary (themes, publics, kinds, acronyms), "
             "one "
             "of its words by its id or name, an acronym. Inside a notebook with its own words."},
        .examples = {{"cafe explain E201", {"un code, avec le remède", "a code, with the remedy"}},
                     {"cafe explain phones.number", {"un champ", "a field"}},
                     {"cafe explain logement", {"un thème et ce qu'il contient", "a theme and what it holds"}}},
        .run = run_explain,
        .word = ValueKind::explained,
    };
    return command;
}

}  // namespace cafe::cmd
