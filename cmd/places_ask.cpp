// `cafe places ask`: the sheet by which places are asked at a round table.
#include "base/utf8.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "places.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "store/outputs.hpp"
#include "view/places.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> nobody_counts{"{} : aucun de ceux qui sont attendus ne compte de places",
                                            "{}: none of those who are expected counts places"};
constexpr Phrase<std::string> wrote{"{0}/places.html, à imprimer en A4, et {0}/places.md",
                                    "{0}/places.html, to print on A4, and {0}/places.md"};
constexpr std::string_view sheet =
    "@page{size:A4 landscape;margin:12mm}body{font:11pt/1.35 Arial,\"Liberation Sans\",sans-serif;color:#000;margin:0}"
    "h1{font-size:16pt;margin:0 0 2mm}p{margin:0 0 3mm}table{width:calc(100% - "
    "1mm);border-collapse:collapse}th,td{border:.3mm solid #444;"
    "padding:1.5mm 2mm;text-align:left;vertical-align:top;height:11mm}th{background:#eee}tr{break-inside:avoid}"
    "thead{display:table-header-group}caption{display:none}thead th{height:auto}thead "
    "th:nth-child(n+3):nth-child(-n+5){width:19mm}"
    "thead th:last-child{width:90mm}table+p,div+p{margin-top:3mm}";

Result<int> run_places_ask(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world, {facts::Reader::partners, false});
    if (!catalog) return catalog.error();
    const auto id = resolve_meeting(*catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
    const auto page = view::places_sheet(*catalog, *id, today(world), lang);
    if (!page) {
        world.say(nobody_counts(*id));
        return 1;
    }
    const std::string markdown = render::markdown_page(*page, {}, [](const view::PageRef&) { return std::string(); });
    if (!arguments.has("-o")) {
        world.out << markdown;
        return 0;
    }
    const std::string folder = arguments.value("-o");
    auto output = store::OutputFolder::open(world.disk, folder, {"places.html", "places.md"});
    if (!output) return output.error();
    if (auto done = output->put("places.html", render::html_letter(*page, sheet)); !done) return done.error();
    if (auto done = output->put("places.md", markdown); !done) return done.error();
    if (auto done = output->finish(); !done) return done.error();
    world.say(wrote(utf8::printable(folder)));
    return 0;
}

}  // namespace

const Command& places_ask_command() {
    static const Command command{
        .name = "places ask",
        .group = Group::meet,
        .summary = {"la feuille pour demander les places au tour de table", "the sheet to ask for places at the table"},
        .arguments = {"RÉUNION", "REF"},
        .least = 1,
        .most = 1,
        .options = {{"-o",
                     ValueKind::folder,
                     {"DOSSIER", "DIR"},
                     {"où l'écrire, en HTML et en Markdown ; sans cela, en Markdown à l'écran",
                      "where to write it, as HTML and Markdown; otherwise as Markdown on the terminal"},
                     {},
                     false,
                     "--output"}},
        .about = {"Les services qui comptent leurs places, de tous ceux qui sont attendus à la réunion : ce qui a été "
                  "compté la dernière fois, et des cases vides pour ce qui se dit aujourd'hui.",
                  "The services that count their places, of all who are expected at the meeting: what was counted last "
                  "time, and blanks for what is told today."},
        .examples = {{"cafe places ask fumel:next -o dossier",
                      {"puis imprimer places.html", "then print places.html"}}},
        .run = run_places_ask,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
