#include "base/utf8.hpp"
#include "meeting.hpp"
#include "meeting_commands.hpp"
#include "notebook.hpp"
#include "render/kit.hpp"
#include "site/site.hpp"
#include "store/outputs.hpp"
#include "view/kit.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_where{"où écrire le dossier à imprimer ?", "write the kit where?"};
constexpr Phrase<std::string> use_output{"cafe meeting kit {} -o dossier", "cafe meeting kit {} -o kit"};
constexpr Phrase<std::string> wrote{"{0}/kit.html, à imprimer en A4, et {0}/kit.md",
                                    "{0}/kit.html, to print on A4, and {0}/kit.md"};
constexpr Phrase<std::string, Words> wrote_booklet{"{0}/livret.html : {1} de ceux qu'on attend",
                                                   "{0}/livret.html: {1} of those who are expected"};
constexpr Noun fiche_noun{"fiche", "fiches", "record", "records"};

Result<int> run_meeting_kit(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world, {facts::Reader::partners, false});
    if (!catalog) return catalog.error();
    const auto id = resolve_meeting(*catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    const std::string folder = arguments.value("-o");
    if (folder.empty()) return Error{ErrorKind::usage, say_where(), use_output(*id)};
    const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
    const auto kit = view::kit_of(*catalog, *id, today(world), lang);
    const view::Directory directory = view::directory({*catalog, facts::Reader::partners, today(world), lang});
    std::vector<std::string> fiches = kit->fiches;
    std::erase_if(fiches, [&](const std::string& fiche) { return directory.find(fiche) == nullptr; });
    std::vector<std::string> files{"kit.html", "kit.md"};
    if (!fiches.empty()) files.emplace_back("livret.html");
    auto output = store::OutputFolder::open(world.disk, folder, files);
    if (!output) return output.error();
    if (auto done = output->put("kit.html", render::kit_html(*kit, lang)); !done) return done.error();
    if (auto done = output->put("kit.md", render::kit_markdown(*kit, lang)); !done) return done.error();
    if (!fiches.empty())
        if (auto done = output->put("livret.html", site::booklet(directory, fiches, site::Paper::a4)); !done)
            return done.error();
    if (auto done = output->finish(); !done) return done.error();
    world.say(wrote(utf8::printable(folder)));
    if (!fiches.empty()) world.say(wrote_booklet(utf8::printable(folder), count(fiches.size(), fiche_noun)));
    return 0;
}

}  // namespace

const Command& meeting_kit_command() {
    static const Command command{
        .name = "meeting kit",
        .group = Group::meet,
        .summary = {"tout ce qui s'imprime avant la réunion", "everything to print before the meeting"},
        .arguments = {"RÉUNION", "REF"},
        .least = 1,
        .most = 1,
        .options = {{"-o",
                     ValueKind::folder,
                     {"DOSSIER", "DIR"},
                     {"où l'écrire", "where to write it"},
                     {},
                     false,
                     "--output"}},
        .about =
            {"La feuille de présence, avec une case « fiche relue, juste » ; l'ordre du jour avec les questions et "
             "les actions ouvertes, et ce que chaque partenaire a manqué depuis sa dernière venue ; des fiches à "
             "remplir ; les chevalets. Une page HTML pour du papier A4, et la même en Markdown ; à part, un livret des "
             "fiches de ceux qu'on attend. Qui ne veut pas être nommé aux partenaires n'y est pas.",
             "The sign-in sheet, with a box 'record checked, right'; the agenda with open questions and actions, "
             "and what each partner missed since it last came; records to fill in; the name tents. A page of HTML "
             "for A4 paper, and the same in Markdown; apart from it, a booklet of the records of those who are "
             "expected. Who does not wish to be named to the partners is not in it."},
        .examples = {{"cafe meeting kit fumel:next -o dossier", {"puis imprimer kit.html", "then print kit.html"}}},
        .run = run_meeting_kit,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
