#include "show.hpp"
#include "command.hpp"
#include "facts/release.hpp"
#include "meetings/who_comes.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "render/json.hpp"
#include "render/record_json.hpp"
#include "render/terminal.hpp"
#include "show_all.hpp"
#include "view/network.hpp"
#include "view/record_sheet.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> unknown_ref{"aucune fiche « {} »", "no record '{}'"};

// Every kind of record by the same gate. Kinds without people (settings, network's own words…) are shown as they are.
std::optional<yaml::Node> released_tree(const store::Catalog& catalog, const store::Ref& ref,
                                        facts::Disclosure disclosure) {
    const auto tree_of = [](const auto& released) {
        return released ? std::optional<yaml::Node>(released->tree()) : std::nullopt;
    };
    switch (ref.kind) {
        case model::RecordKind::partner: return tree_of(facts::release_partner(catalog, ref.id, disclosure));
        case model::RecordKind::person: return tree_of(facts::release_person(catalog, ref.id, disclosure));
        case model::RecordKind::cafe: return tree_of(facts::release_cafe(catalog, ref.id, disclosure));
        case model::RecordKind::meeting: return tree_of(facts::release_meeting(catalog, ref.id, disclosure));
        default: break;
    }
    const yaml::Node* tree = catalog.tree(ref);
    return tree == nullptr ? std::nullopt : std::optional<yaml::Node>(*tree);
}

// The network as its pages tell it, with what each signatory did; nobody but those who work in it reads this.
view::Page network_page(World& world, const store::Catalog& catalog) {
    const view::Edition edition{catalog, facts::Reader::own, today(world), world.lang};
    return view::network_page(view::directory(edition));
}

Result<int> run_show(World& world, const Arguments& arguments) {
    if (arguments.has("--all") || arguments.has("--letter")) return show_all(world, arguments);
    const auto catalog = open_catalog(world, {facts::Reader::own, arguments.has("--reveal")});
    if (!catalog) return catalog.error();
    const auto ref = resolve(*catalog, arguments.words.front(), true, today(world));
    if (!ref) return ref.error();
    return show_record(world, *catalog, *ref, arguments);
}

}  // namespace

Result<int> show_record(World& world, const store::Catalog& catalog, const store::Ref& ref,
                        const Arguments& arguments) {
    const auto tree = released_tree(catalog, ref, {facts::Reader::own, arguments.has("--reveal")});
    if (!tree) return Error{ErrorKind::reference, unknown_ref(store::name_of(ref)), {}};
    if (arguments.has("--json")) {
        const std::string id = ref.id.empty() ? store::name_of(ref) : ref.id;
        world.out << render::json_document(render::JsonObject()
                                               .add("schema", "cafe/show/1")
                                               .add("record", render::record_json(id, *tree, model::shape_of(ref.kind)))
                                               .done());
        return 0;
    }
    view::Page page = ref.kind == model::RecordKind::network ? network_page(world, catalog)
                                                             : view::record_sheet(ref, *tree, catalog, world.lang);
    if (ref.kind == model::RecordKind::meeting) {
        const std::string expected = meetings::in_words(meetings::who_comes(*catalog.meeting(ref.id))).in(world.lang);
        if (!expected.empty()) page.lead += (page.lead.empty() ? "" : " · ") + expected;
    }
    world.out << render::terminal(page, {world.out_is_terminal ? world.width : 0, world.colour});
    return 0;
}

const Command& show_command() {
    static const Command command{
        .name = "show",
        .group = Group::ask,
        .summary = {"une fiche, une personne, un café, une réunion",
                    "one record: a fiche, a person, a café, a meeting"},
        .arguments = {"FICHE", "REF"},
        .least = 1,
        .most = 1,
        .options = {{"--json", ValueKind::none, {}, {"un document JSON", "one JSON document"}},
                    {"--all",
                     ValueKind::none,
                     {},
                     {"d'une personne : tout ce que le carnet garde sur elle, où que ce soit (droit d'accès)",
                      "of a person: all that the notebook holds about them, wherever it is (right of access)"}},
                    {"--letter",
                     ValueKind::none,
                     {},
                     {"la même chose, en lettre à la personne", "the same, as a letter to the person"}},
                    {"--reveal",
                     ValueKind::none,
                     {},
                     {"montrer aussi une adresse confidentielle", "show a confidential address too"}}},
        .about = {"La fiche se nomme par son identifiant (ccas-fumel), par dossier/identifiant quand deux dossiers ont "
                  "le même, par le "
                  "début de l'identifiant, ou par des mots de son nom. Pour une réunion : fumel:next, fumel:last.",
                  "A record is named by its id (ccas-fumel), by folder/id where two folders share one, by the "
                  "beginning of its id, or by "
                  "words of its name. For a meeting: fumel:next, fumel:last."},
        .examples = {{"cafe show ccas-fumel", {"la fiche du CCAS de Fumel", "the fiche of the CCAS of Fumel"}},
                     {"cafe show fumel:next --json",
                      {"la prochaine réunion, pour un programme", "the next meeting, for a program"}}},
        .run = run_show,
        .unites = true,
        .word = ValueKind::reference,
    };
    return command;
}

}  // namespace cafe::cmd
