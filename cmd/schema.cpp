#include "schema.hpp"

#include "base/text.hpp"
#include "command.hpp"
#include "indexed.hpp"
#include "model/kind.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "render/schema.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_schema{"pas de schéma pour « {} »", "no schema for '{}'"};
constexpr Phrase<std::string> choose{"choisir parmi : {}", "choose from: {}"};

std::string schema_path(const model::Kind& kind) {
    return ".vscode/schemas/" + std::string(kind.names.front()) + ".json";
}

// The words of the notebook around, else those that are built in: a schema is of use before there is a notebook.
Result<model::Vocabulary> vocabulary_here(World& world) {
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return store::builtin_vocabulary();
    auto book = open_book_to_ask(world);
    if (!book) return book.error();
    return std::move(book->vocabulary);
}

std::vector<std::string_view> names_of_schemas() {
    std::vector<std::string_view> names;
    for (const model::Kind& kind : model::kinds())
        if (kind.schema) names.push_back(kind.names.front());
    return names;
}

Result<int> run_schema(World& world, const Arguments& arguments) {
    const std::string& asked = arguments.words.front();
    std::vector<std::string> names;
    for (const model::Kind& kind : model::kinds()) {
        if (!kind.schema) continue;
        names.emplace_back(kind.names.front());
        if (kind.names.front() != asked) continue;
        const auto vocabulary = vocabulary_here(world);
        if (!vocabulary) return vocabulary.error();
        world.out << render::json_schema(kind.kind, *vocabulary, world.lang);
        return 0;
    }
    return Error{ErrorKind::usage, no_schema(asked), choose(text::join(names, ", "))};
}

}  // namespace

std::vector<EditorFile> editor_files(Lang lang) {
    std::vector<EditorFile> files;
    std::string mapping;
    const model::Vocabulary& vocabulary = store::builtin_vocabulary();
    for (const model::Kind& kind : model::kinds()) {
        if (!kind.schema) continue;
        mapping += (mapping.empty() ? "" : ",\n") + std::string("    ") +
                   render::json_text("./" + schema_path(kind)).bytes() + ": " +
                   render::json_text(model::files_of(kind)).bytes();
        files.push_back({schema_path(kind), render::json_schema(kind.kind, vocabulary, lang)});
    }
    files.push_back({".vscode/settings.json", "{\n  \"yaml.schemas\": {\n" + mapping + "\n  }\n}\n"});
    files.push_back({".vscode/extensions.json", "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n"});
    return files;
}

const Command& schema_command() {
    static const Command command{
        .name = "schema",
        .group = Group::ask,
        .summary = {"JSON Schema d'une sorte de fiche, pour les éditeurs de texte",
                    "JSON Schema of a kind of record, for text editors"},
        .arguments = {"SORTE", "KIND"},
        .least = 1,
        .most = 1,
        .about =
            {"Un éditeur qui lit JSON Schema (VS Code avec l'extension YAML, et tout ce qui parle à "
             "yaml-language-server) propose alors les champs et les mots du carnet, les explique au survol et "
             "souligne les fautes de forme. SORTE : partner, person, cafe, meeting, network, settings. « cafe init "
             "» écrit ces schémas dans .vscode ; refaites-les ainsi quand les mots du carnet changent. Ce qu'un "
             "schéma ne peut pas dire (références, territoires, clés de contrôle), « cafe check » le dit.",
             "An editor that reads JSON Schema (VS Code with the YAML extension, and whatever speaks to "
             "yaml-language-server) then proposes the fields and the notebook's words, explains them on hover and "
             "underlines faults of form. KIND: partner, person, cafe, meeting, network, settings. 'cafe init' "
             "writes these schemas into .vscode; make them anew like this when the notebook's words change. What a "
             "schema cannot say (references, areas, check digits), 'cafe check' says."},
        .examples = {{"cafe schema partner", {"le schéma d'une fiche", "the schema of a fiche"}},
                     {"cafe schema partner > .vscode/schemas/partner.json",
                      {"le refaire pour l'éditeur", "make it anew for the editor"}}},
        .run = run_schema,
        .first_words = names_of_schemas(),
    };
    return command;
}

}  // namespace cafe::cmd
